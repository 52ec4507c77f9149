return {
  title = "The worker's papers, kept by somebody else",
  one = {
    { "own_passport" },
    { "keep_passport", polarity = "forbidden" },
    { "prevents_abuse", "keep_passport", near = 14 },
    { "keep_passport", "prevents_abuse", near = 14 },
  },
  other = {
    { "keep_passport", not_actor = "worker", none = { "own_passport", "prevents_abuse" } },
  },
  message = "{one} leaves the worker's papers to the worker, but {other} lets somebody else hold them.",
}

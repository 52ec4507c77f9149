return {
  title = "The worker's papers, kept by somebody else",
  one = {
    { "own_passport" },
    { "papers_own", polarity = "any" },
    { "keep_passport", polarity = "forbidden" },
    { "prevents_abuse", "keep_passport", near = 14 },
    { "keep_passport", "prevents_abuse", near = 14 },
  },
  against = "HR-5",
  other = {
    { "bound_over", "passport_papers", near = 6, none = { "own_passport", "suppress", "wrong_punished" } },
    { "papers_in_charge", not_actor = "worker", none = { "own_passport", "suppress", "wrong_punished" } },
    { "keep_passport", "passport_papers", not_actor = "worker", none = { "own_passport", "suppress", "wrong_punished" } },
  },
  message = "{one} leaves the worker's papers to the worker, but {other} lets somebody else hold them.",
}

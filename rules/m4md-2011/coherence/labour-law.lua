return {
  title = "Labour law that covers and does not cover the worker",
  one = {
    { "labour_law_cover", "covers_worker", near = 12 },
    { "equal_treatment" },
  },
  other = {
    { "labour_law_cover", "covers_worker", polarity = "forbidden", near = 12 },
    { "covers_worker", "labour_law_cover", polarity = "forbidden", near = 12 },
  },
  message = "{one} gives workers the protection of the labour law, but {other} takes them out of it.",
}

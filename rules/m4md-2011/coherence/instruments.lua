return {
  title = "Rights instruments invoked and set aside",
  one = {
    { "international_norms", none = { "norm_violation" } },
  },
  against = "HR-1",
  other = {
    { "norm_invoked", "international_norms", polarity = "forbidden", near = 14 },
    { "international_norms", "norm_invoked", polarity = "forbidden", near = 14, none = { "norm_violation", "norm_preserved" } },
  },
  message = "{one} rests on instruments of human or labour rights, but {other} bars reliance on them.",
}

return {
  title = "Extension beside non-renewable terms",
  one = {
    { "extend_stay", none = { "stay_tied", "not_renewable" } },
  },
  against = "LM-7",
  other = {
    { "not_renewable", polarity = "any" },
  },
  message = "{one} allows contract or stay to be extended, but {other} rules that out.",
}

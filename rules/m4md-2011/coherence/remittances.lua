return {
  title = "Free remittances beside a compulsory share",
  one = {
    { "remittances", none = { "remittance_forced" } },
  },
  against = "DV-2",
  other = {
    { "remittance_forced", polarity = "affirmed" },
    { "money_bound", none = { "suppress" } },
    { "money_bound_no", polarity = "any", none = { "suppress" } },
  },
  message = "{one} leaves workers free to send their earnings, but {other} makes them send or save a share.",
}

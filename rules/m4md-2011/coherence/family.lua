return {
  title = "Family reunion beside a bar",
  one = {
    { "family_joined" },
  },
  against = "DV-9",
  other = {
    { "family_barred", polarity = "any" },
    { "family_denied" },
    { "family_denied_no", polarity = "any" },
    { "family_joined", polarity = "forbidden" },
  },
  message = "{one} lets the family join the worker, but {other} keeps it away.",
}

return {
  title = "Joint liability beside release from it",
  one = {
    { "chain_liability" },
  },
  against = "RC-5",
  other = {
    { "chain_liability", polarity = "released" },
    { "not_liable" },
    { "not_liable_no", polarity = "any" },
    { "not_liable", polarity = "released" },
    { "not_liable_no", polarity = "any", polarity = "released" },
    { "chain_liability", polarity = "forbidden" },
  },
  message = "{one} makes employers or agencies answer for others, but {other} releases them.",
}

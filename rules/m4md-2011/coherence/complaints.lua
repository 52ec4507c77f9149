return {
  title = "A right to complain, forbidden or punished",
  one = {
    { "complaint_route", none = { "dispute_between_parties", "retaliation", "renounce_claim" } },
  },
  other = {
    { "retaliation", polarity = "any", none = { "dispute_between_parties" } },
    { "complaint_route", polarity = "forbidden", none = { "dispute_between_parties" } },
    { "renounce_claim" },
  },
  message = "{one} opens a way to complain, but {other} closes it or punishes those who take it.",
}

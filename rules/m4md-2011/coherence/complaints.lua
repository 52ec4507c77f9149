return {
  title = "A right to complain, forbidden or punished",
  one = {
    { "complaint_route", none = { "dispute_between_parties", "retaliation", "court_barred", "renounce_claim" } },
  },
  against = "HR-6",
  other = {
    { "retaliation", none = { "dispute_between_parties" } },
    { "court_barred", polarity = "any", none = { "dispute_between_parties" } },
    { "complaint_route", polarity = "forbidden", none = { "dispute_between_parties", "ends_employment", "right_taken" } },
    { "renounce_claim", "complaint_route", none = { "wrong_punished" } },
    { "redress_denied", none = { "dispute_between_parties" } },
    { "redress_denied_no", polarity = "any", none = { "dispute_between_parties" } },
  },
  message = "{one} opens a way to complain, but {other} closes it or punishes those who take it.",
}

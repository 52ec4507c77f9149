return {
  title = "Equal treatment beside lower pay for migrants",
  one = {
    { "equal_treatment" },
    { "equal_pay_said" },
    { "non_discrimination", polarity = "any" },
    { "not_less_favourable", polarity = "any" },
    { "discriminate", polarity = "forbidden" },
  },
  against = "HR-3",
  other = {
    { "lower_for_migrants", none = { "not_less_favourable" } },
    { "wage_by_origin", least = 3 },
    { "terms_below", none = { "not_less_favourable", "wrong_punished" } },
    { "terms_below_no", polarity = "any", none = { "not_less_favourable", "wrong_punished" } },
  },
  message = "{one} promises migrants the treatment of nationals, but {other} pays them less or by their nationality.",
}

return {
  id = "DV-3",
  title = "Financial literacy and savings",
  answers = { "SE-3", "S6D-1a", "S9D-4" },
  looks_for = {
    { "financial_literacy", none = { "remittance_forced", "saving_forced", "wage_locked_away", "governed_elsewhere" } },
    { "handling_money", "advises_on", near = 10, none = { "remittance_forced", "saving_forced", "wage_locked_away", "governed_elsewhere" } },
    { "saving_vehicle", none = { "remittance_forced", "saving_forced", "wage_locked_away", "governed_elsewhere" } },
  },
  against = {
    { "saving_barred", polarity = "any" },
    { "saving_forced", polarity = "affirmed" },
  },
  body = { "money_institution" },
  procedure = { "course_hours" },
  advice = {
    absent = "Migrants and their families get no help with budgeting, saving or investing.",
    mentioned = "Saving and investing are named as an aim only.",
    soft = "Turn the suggestion into a course or a scheme that somebody must provide.",
    binding = "Say who gives it, when and to whom, families included.",
    wording = "Before departure and once a year afterwards the labour office shall offer each worker and one member of the family a free course of at least four hours on budgeting, saving, investing and comparing the cost of transfers, given by a supervised financial institution.",
  },
}

return {
  id = "DV-9",
  title = "Integration in the destination",
  answers = { "SE-4", "S6M-3" },
  looks_for = {
    { "integration_destination", none = { "family_barred", "home_again", "good_guest" } },
    { "newcomer_settles", none = { "family_barred", "home_again", "good_guest" } },
    { "kin", "lets_in", near = 9, none = { "family_barred", "home_again", "not_reunion" } },
    { "family_owed", polarity = "any" },
    { "integration_of_things", most = 0 },
    { "language_course", "host_country|in_the_country", near = 20, none = { "leaves_home", "home_again" } },
  },
  against = {
    { "family_barred", polarity = "any", none = { "kept_from_loss" } },
    { "family_denied" },
    { "civic_ban", polarity = "any" },
    { "family_denied_no", polarity = "any" },
  },
  negated = { "protecting_no", "outside_the_scope", "kept_from_loss" },
  window = "clause",
  advice = {
    absent = "Nothing helps migrants to take part in the society they work in: language, family, schools, civic life.",
    mentioned = "Integration is named as an aim only.",
    soft = "Make at least language courses and family visits a right.",
    binding = "Say which authority offers what, and when.",
    contradicted = "A clause keeps families apart or migrants out of public life. Strike it.",
    wording = "The worker's spouse and children shall be admitted with the worker or, on application, at any time of the stay. The municipality shall offer free language courses of at least one hundred hours a year and shall admit the children to school within two weeks of arrival.",
  },
}

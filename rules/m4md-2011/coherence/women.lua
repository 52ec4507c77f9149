return {
  title = "Equality of women beside their exclusion",
  one = {
    { "women_equal" },
    { "gender_protection" },
    { "ends_employment", "pregnancy", polarity = "forbidden", near = 16 },
  },
  against = "HR-2",
  other = {
    { "women_excluded" },
    { "women_denied", none = { "wrong_punished" } },
    { "women_denied_no", polarity = "any", none = { "wrong_punished" } },
    { "women_workers", "engage_person", polarity = "forbidden", near = 10, none = { "women_protection", "pregnancy", "wrong_punished" } },
    { "ends_employment", "pregnancy", near = 20 },
  },
  message = "{one} gives women an equal place or protection, but {other} shuts them out or ends their work.",
}

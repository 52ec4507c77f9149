return {
  id = "LM-3",
  title = "Flexibility",
  answers = { "S6M-5" },
  looks_for = {
    { "adapt_terms", none = { "money_ceiling" } },
    { "reset_word", "quota_word", "in_the_light", near = 12, none = { "money_ceiling" } },
    -- "shall adopt each year a programme stating the number of workers"
    { "programme_of_numbers" },
    -- "the Commission may alter the wage scale when prices have changed"
    { "terms_moved", not_actor = "employer|worker", none = { "brain_drain" } },
    { "ceiling_moves", polarity = "any" },
    { "vary_flow", "market_moves|in_the_light", near = 12, none = { "brain_drain" } },
    -- "the share may be raised or moved from one sector to another by an exchange of notes"
    { "share_moved", none = { "money_ceiling" } },
    -- what is something else, whatever it is worded like
    { "money_on_condition", most = 0 },
  },
  against = {
    { "quota_frozen", polarity = "any", none = { "not_without" } },
  },
  window = "article",
  advice = {
    absent = "Nothing lets the Parties adapt numbers, sectors or terms when conditions change; a change would need a new agreement.",
    mentioned = "Flexibility is named as an aim only.",
    soft = "Say who shall adapt the numbers or sectors, and when.",
    binding = "Add the body, the yearly date and the form (exchange of letters) of the adjustment.",
    wording = "The competent authorities shall fix the quota by exchange of letters by 30 November each year and shall adjust it within thirty days of a request where economic conditions change.",
  },
}

return {
  id = "LM-2",
  title = "Labour needs and surplus",
  answers = { "S5-4", "S9G-4", "S6D-1b" },
  looks_for = {
    { "labour_needs|vacancies", "labour_supply", none = { "market_ignored" } },
    { "matching", none = { "market_ignored", "regardless_of_market" } },
    { "labour_needs", none = { "market_ignored", "regardless_of_market", "brain_drain" } },
    { "hands_not_found", polarity = "any" },
    { "labour_supply", context = "labour_needs|vacancies", none = { "market_ignored" } },
    -- "shall reply, stating how many persons without work are ready to go"
    { "supply_stated", none = { "market_ignored" } },
    { "replies_word", "supply_stated", near = 16, none = { "market_ignored" } },
  },
  against = {
    { "market_ignored", polarity = "any" },
  },
  window = "paragraph",
  advice = {
    absent = "Nothing ties recruitment to the labour needs of one side and the surplus of the other.",
    mentioned = "The labour market is named as a reason, but nobody assesses it.",
    soft = "Turn the exchange of needs and available labour into a yearly duty.",
    binding = "Say who reports what, by which date, by sector and region.",
    wording = "By 30 September each year the employment service of the country of destination shall communicate the workers needed, by occupation and region; by 31 October that of the country of origin shall communicate the jobseekers available. On this basis both shall agree the yearly plan by 30 November.",
  },
}

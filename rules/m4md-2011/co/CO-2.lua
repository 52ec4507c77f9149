return {
  id = "CO-2",
  title = "Regional coordination",
  answers = { "S5-3", "S6M-9" },
  looks_for = {
    { "works_with_region", "other_origins", near = 16 },
    { "works_with_region", "regional_body", near = 14 },
    { "south_south" },
    { "recital_word", "other_origins|regional_body", near = 14, most = 1, none = { "keep_secret" } },
  },
  against = {
    { "region_kept_out", polarity = "any" },
    { "region_refused", polarity = "any" },
    { "other_origins", "works_with_region", near = 16, polarity = "forbidden", none = { "not_without" } },
    { "regional_body", "works_with_region", near = 14, polarity = "forbidden", none = { "not_without" } },
    { "keep_secret", "other_origins", near = 14 },
  },
  body = { "scheme_managers" },
  inherent = { "regional_body", "other_origins", "south_south" },
  dossier = { "consulted.origin_regional" },
  advice = {
    absent = "The origin country negotiates alone. Foresee exchange with other origin countries or within its regional "
      .. "organisation, so that terms are not played off against each other.",
    mentioned = "The region is recalled only. Say in an operative clause how the Parties work with it.",
    soft = "Regional coordination is possible. Make it a commitment.",
    binding = "Regional coordination is due; add the authority, the forum and the rhythm.",
    contradicted = "A clause forbids the origin country to consult other origin countries. Delete it: it deepens the "
      .. "inequality of bargaining power.",
    wording = "The labour ministries of the Parties shall consult those of other countries of origin in the region at least once a year on the terms offered to their nationals, and shall report on the application of this {instrument} to the migration forum of their regional organisation. The Parties shall align the model contract with the minimum standards agreed there.",
  },
}

return {
  id = "ST-2",
  title = "Workers' organisations",
  answers = { "S5-2" },
  looks_for = {
    { "union_of_things", polarity = "any", most = 0, none = { "labour_side" } },
    -- nothing is decided without them
    { "labour_side|both_sides", "not_without", "takes_part", near = 30, polarity = "forbidden" },
    { "labour_side|both_sides", "takes_part", near = 30, none = { "not_asked_then", "collective_agreement", "joins_union", "alien_matter", "union_asked_by_worker", "nationals_only" } },
    { "labour_side|both_sides", actor = "third-party", none = { "nationals_only", "collective_agreement", "alien_matter", "word_for_word", "union_asked_by_worker" } },
    { "stakeholder_forum", "labour_side|both_sides" },
    { "labour_side|both_sides", "sits_together", near = 16, none = { "collective_agreement", "joins_union" } },
    { "recital_word", "labour_side|both_sides", near = 20, most = 1 },
    { "does_work", "labour_side|both_sides", near = 10, none = { "nationals_only", "collective_agreement", "joins_union", "alien_matter", "kept_out", "union_asked_by_worker" } },
    -- "the same organisations shall each appoint a member"
    { "same_organisations", "takes_part", near = 8, context = "labour_side|both_sides", none = { "collective_agreement", "joins_union", "alien_matter", "union_asked_by_worker" } },
    -- words struck out: as the clause deletes, what it answers here works against
    { "words_deleted", "deletes_provision", "labour_side|both_sides", near = 12, polarity = "any", least = 3, definition = true },
    -- what is something else, whatever it is worded like
    { "union_asked_by_worker", most = 0 },
    { "union_membership", "nationals_only", near = 24, polarity = "any", most = 0 },
    { "agency_union", most = 0 },
  },
  against = {
    { "words_deleted", "labour_side|both_sides", near = 12, polarity = "any", least = 3, definition = true, none = { "deletes_provision" } },
    { "labour_side|both_sides", "takes_part", near = 30, polarity = "forbidden",
      none = { "not_asked_then", "ban_limits", "collective_agreement", "not_without", "alien_matter", "union_refrain", "joins_union" } },
    { "excluded_from", "labour_side|both_sides", near = 15, polarity = "any", none = { "ban_limits", "not_shut_out", "not_without" } },
    { "kept_out", "labour_side|both_sides", near = 12, none = { "ban_limits" } },
    { "barred_out", "labour_side|both_sides", polarity = "forbidden", near = 12, none = { "ban_limits", "not_shut_out" } },
  },
  window = "article",
  inherent = { "same_organisations", "consultation_subject", "labour_side", "both_sides" },
  dossier = { "consulted.workers" },
  advice = {
    absent = "Trade unions have no part in preparing, applying or watching over the agreement (a worker's freedom to "
      .. "join one is another matter). Give the unions of both countries a seat, or a right to be consulted.",
    mentioned = "Workers' organisations are named as a principle only. Say in an operative clause who consults them, "
      .. "on what, and when.",
    soft = "Workers' organisations may or should be involved, but nobody must involve them. Oblige an authority to invite them, and name it.",
    binding = "The role is binding but not worked out: add who convenes the unions, how often or by which date, and "
      .. "what becomes of their reports and opinions.",
    contradicted = "A clause shuts workers' organisations out. Delete it: without them the agreement loses its "
      .. "cheapest source of news from the workplace.",
    wording = "The most representative trade unions of both countries shall be consulted in writing by the competent "
      .. "authorities on the model contract, the quota and the guidelines at least thirty days before these are "
      .. "adopted. They may submit reports on the application of this {instrument} to the {joint body}, which "
      .. "shall answer each of them in writing within sixty days.",
  },
}

return {
  id = "ST-1",
  title = "Employers' organisations",
  answers = { "S5-2", "S2-1", "S9P-2" },
  looks_for = {
    -- nothing is decided without them
    { "employer_side|both_sides", "not_without", "takes_part", near = 30, polarity = "forbidden" },
    { "employer_side|both_sides", "takes_part", near = 30, none = { "not_asked_then", "collective_agreement", "alien_matter" } },
    { "employer_side|both_sides", actor = "third-party", none = { "collective_agreement", "alien_matter", "word_for_word" } },
    { "stakeholder_forum", "employer_side|both_sides" },
    { "employer_side|both_sides", "sits_together", near = 16, none = { "collective_agreement", "joins_union" } },
    { "recital_word", "employer_side|both_sides", near = 14, most = 1 },
    { "does_work", "employer_side|both_sides", near = 10, none = { "collective_agreement", "alien_matter", "kept_out" } },
    -- "the same organisations shall each appoint a member"
    { "same_organisations", "takes_part", near = 8, context = "employer_side|both_sides", none = { "collective_agreement", "alien_matter" } },
    -- words struck out: as the clause deletes, what it answers here works against
    { "words_deleted", "deletes_provision", "employer_side|both_sides", near = 12, polarity = "any", least = 3, definition = true },
  },
  against = {
    { "words_deleted", "employer_side|both_sides", near = 12, polarity = "any", least = 3, definition = true, none = { "deletes_provision" } },
    { "employer_side|both_sides", "takes_part", near = 30, polarity = "forbidden",
      none = { "not_asked_then", "ban_limits", "collective_agreement", "not_without", "alien_matter" } },
    { "excluded_from", "employer_side|both_sides", near = 15, polarity = "any", none = { "ban_limits", "not_shut_out", "not_without" } },
    { "kept_out", "employer_side|both_sides", near = 12, none = { "ban_limits" } },
    { "barred_out", "employer_side|both_sides", polarity = "forbidden", near = 12, none = { "ban_limits", "not_shut_out" } },
  },
  window = "article",
  inherent = { "same_organisations", "consultation_subject", "employer_side", "both_sides" },
  dossier = { "consulted.employers" },
  advice = {
    absent = "Employers' organisations appear nowhere. They know which vacancies are real and what a scheme costs; "
      .. "give them a seat in the joint body, or at least a duty of the Parties to consult them before quotas, "
      .. "model contracts and guidelines are settled.",
    mentioned = "Employers' organisations are named as a principle only. Turn the recital into an operative clause: "
      .. "who consults them, on what, and when.",
    soft = "Employers' organisations may or should be involved, but nobody must involve them. Oblige an authority to invite them, and name it.",
    binding = "The role is binding but not worked out: add who convenes the organisations, how often or by which "
      .. "date, and how their views are recorded and answered.",
    contradicted = "A clause shuts employers' organisations out. Delete it, or confine it to items that are "
      .. "genuinely confidential, and add a duty to consult them on the rest.",
    wording = "Before the annual quota, the model contract or the implementing guidelines are adopted or changed, "
      .. "the competent authority of each Party shall consult in writing the most representative employers' "
      .. "organisations of the sectors concerned, allowing them at least thirty days to reply. They shall "
      .. "nominate one member each, with the right to speak and to have an opinion recorded, to every session of the "
      .. "{joint body}.",
  },
}

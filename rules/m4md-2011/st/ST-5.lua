return {
  id = "ST-5",
  title = "Inter-ministerial coordination",
  answers = { "S6D-1", "SE-6" },
  looks_for = {
    { "inter_ministry", not_actor = "employer|agency|worker", none = { "shared_out_chapters", "sum_deducted" } },
    { "inter_ministry", "inside_one_party", near = 8 },
    { "kinds_of_offices", "acts_in_step", near = 12, none = { "of_both_parties" } },
    { "other_offices", "keeps_contact", near = 14, not_actor = "employer|agency|worker|joint-body",
      none = { "of_both_parties", "parties_dispute" } },
    { "several_departments", "acts_in_step", "inside_one_party", near = 16 },
    -- offices of two kinds, and not one of each Party
    { "hand_in_hand", "two_kinds", "offices_word", near = 14, not_actor = "employer|agency|worker|joint-body|origin",
      none = { "of_both_parties", "parties_dispute", "ministries_left_out", "shared_out_chapters" } },
    { "hand_in_hand", "two_kinds", "offices_word", near = 14, not_actor = "employer|agency|worker|joint-body|destination",
      none = { "of_both_parties", "parties_dispute", "ministries_left_out", "shared_out_chapters" } },
    { "office_asks_first", polarity = "any", not_actor = "employer|agency|worker|joint-body", none = { "of_both_parties", "parties_dispute" } },
    { "calls_together", "many_offices", near = 14, not_actor = "employer|agency|worker|joint-body",
      none = { "of_both_parties", "parties_dispute", "ministries_left_out", "shared_out_chapters" } },
    -- what is something else, whatever it is worded like
    { "people_left_out", most = 0 },
    { "sum_deducted", none = { "kinds_of_offices", "several_departments" }, most = 0 },
  },
  against = {
    { "two_kinds|kinds_of_offices", "hand_in_hand", near = 14, polarity = "forbidden", none = { "not_without", "of_both_parties", "keep_secret" } },
    { "ministries_left_out", polarity = "any", none = { "not_without" } },
    { "ministries_left_out", polarity = "released", none = { "not_without" } },
    { "inter_ministry", polarity = "forbidden", not_actor = "employer|agency|worker" },
  },
  procedure = { "body_routine" },
  dossier = { "consulted.ministries" },
  advice = {
    absent = "Only one authority per Party is in view. Migration touches labour, interior, health, foreign and "
      .. "social ministries; say how each Party makes them work together.",
    mentioned = "Coordination among ministries is a wish. Say which ministries, and who leads.",
    soft = "Coordination is encouraged only. Oblige each Party to set up its own coordinating group.",
    binding = "Each Party must coordinate its ministries; add the lead ministry, a meeting rhythm and a contact "
      .. "point in every ministry concerned.",
    contradicted = "A clause cuts other ministries off. Delete it, or limit it to correspondence between the Parties.",
    wording = "Each Party shall, within three months of entry into force, set up an inter-ministerial group led by "
      .. "its labour ministry and including the ministries responsible for the interior, foreign affairs, health and "
      .. "social security. The group shall meet at least twice a year, and each member shall name a contact "
      .. "point.",
  },
}

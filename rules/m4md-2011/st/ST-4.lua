return {
  id = "ST-4",
  title = "Civil society and diaspora",
  answers = { "S6D-1", "S9G-2" },
  looks_for = {
    -- nothing is decided without them
    { "civil_society", "not_without", "takes_part", near = 30, polarity = "forbidden" },
    { "civil_society", "not_hindered", near = 12, polarity = "forbidden" },
    { "civil_society", "takes_part", near = 30, none = { "not_asked_then", "hour_told", "told_what_it_is" } },
    { "civil_society", actor = "third-party", none = { "word_for_word", "told_what_it_is" } },
    { "stakeholder_forum", "civil_society" },
    { "civil_society", "its_members", near = 40, context = "forum_word|stakeholder_forum|follow_up_body" },
    { "association_word", "takes_part", topic = "diaspora|abroad_heading", near = 20 },
    { "civil_society", "sits_together", near = 16, none = { "collective_agreement", "joins_union" } },
    { "recital_word", "civil_society", near = 14, most = 1, none = { "home_country" } },
    { "does_work", "civil_society", near = 10, none = { "hour_told", "collective_agreement", "joins_union", "alien_matter", "kept_out" } },
    -- "the same organisations shall each appoint a member"
    { "same_organisations", "takes_part", near = 8, context = "civil_society", none = { "alien_matter" } },
    -- words struck out: as the clause deletes, what it answers here works against
    { "words_deleted", "deletes_provision", "civil_society", near = 12, polarity = "any", least = 3, definition = true },
  },
  against = {
    { "words_deleted", "civil_society", near = 12, polarity = "any", least = 3, definition = true, none = { "deletes_provision" } },
    { "civil_society", "takes_part", near = 30, polarity = "forbidden",
      none = { "not_asked_then", "ban_limits", "not_without", "not_hindered", "not_shut_out" } },
    { "excluded_from", "civil_society", near = 15, polarity = "any", none = { "ban_limits", "not_shut_out", "not_without" } },
    { "kept_out", "civil_society", near = 12, none = { "ban_limits" } },
    { "helpers_barred", polarity = "any", none = { "ban_limits" } },
    { "barred_out", "civil_society", polarity = "forbidden", near = 12, none = { "ban_limits", "not_shut_out" } },
  },
  window = "article",
  procedure = { "service_paid" },
  inherent = { "same_organisations", "consultation_subject", "civil_society" },
  dossier = { "consulted.civil_society", "consulted.diaspora", "consulted.migrants" },
  advice = {
    absent = "Migrants' associations, charities and the diaspora have no part in the agreement. Let them advise, "
      .. "assist workers or report on what they see.",
    mentioned = "Civil society is named as a principle only. Give it a task in an operative clause.",
    soft = "Civil society may be involved, but nobody must involve it. Name an authority that shall do so.",
    binding = "The role is binding but open: add which organisations, how they are chosen, how often they are heard "
      .. "and with what means.",
    contradicted = "A clause keeps civil-society organisations away. Delete it or confine it to named cases.",
    wording = "The labour ministries shall conclude with migrants' associations and other non-governmental organisations in both countries written arrangements for advice and assistance to workers, shall share the costs of these services, and shall hear the organisations at least once a year before the session of the {joint body}.",
  },
}

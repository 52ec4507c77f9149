return {
  id = "ST-6",
  title = "Local authorities",
  answers = { "S9P-7" },
  looks_for = {
    { "local_authority", "local_involved", near = 25, not_actor = "worker", none = { "alien_matter", "outside_the_scope" } },
    -- nothing is opened without the municipality's approval
    { "without_leave", "local_authority", near = 4, polarity = "forbidden", none = { "alien_matter", "outside_the_scope" } },
    { "local_acts", none = { "alien_matter" } },
    { "local_place", "local_role", near = 6 },
    { "recital_word", "local_authority", near = 14, most = 1 },
    -- what is something else, whatever it is worded like
    { "towns_as_places", most = 0 },
  },
  against = {
    { "local_authority", "local_involved", near = 8, polarity = "forbidden", none = { "ban_limits", "not_without", "unless_inspected", "money_asked" } },
    { "role_withdrawn", "local_place", near = 12, polarity = "any", none = { "ban_limits" } },
    { "excluded_from", "local_authority", near = 12, polarity = "any", none = { "ban_limits", "not_shut_out", "not_without" } },
  },
  inherent = { "local_authority" },
  dossier = { "consulted.local_authorities" },
  procedure = { "body_routine" },
  advice = {
    absent = "Municipalities and regions, where migrants live and from where they leave, have no part. Involve them "
      .. "in reception, information or housing checks.",
    mentioned = "Local authorities are named as a principle only. Give them a task, and a means to do it.",
    soft = "Local authorities may be involved. Say who shall involve them, and in what.",
    binding = "Their task is binding but open: add who coordinates them, when they are informed and from which "
      .. "budget they are paid.",
    contradicted = "A clause keeps local authorities out. Delete it or replace it by a duty to inform them.",
    wording = "The labour ministry of the country of destination shall inform the municipalities concerned of the number and the dates of arrivals at least thirty days beforehand. Each of these municipalities shall name an officer for the reception of migrant workers, whose costs the Parties shall share.",
  },
}

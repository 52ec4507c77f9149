return {
  id = "CO-1",
  title = "Wider policy framework",
  answers = { "S2-4", "S4-2", "S9D-2" },
  looks_for = {
    { "wider_policy", "framework_link", near = 14, none = { "named_agency" } },
    { "wider_policy", "policies_in_step", near = 20, polarity = "any" },
    { "other_agreements", "not_prejudice", near = 16, definition = true, elsewhere = true, none = { "no_bearing", "left_for_later" } },
    { "other_agreements", "framework_link", near = 14, elsewhere = true, none = { "no_bearing", "left_for_later" } },
    { "other_agreements", "prejudice_none", near = 24, polarity = "any" },
    { "other_agreements", "prejudice_none", near = 24, polarity = "released" },
    { "treaty_elsewhere", "treaty_link", near = 14, elsewhere = true, polarity = "any", none = { "no_bearing", "left_for_later", "alien_matter", "stands_alone" } },
    { "tied_treaty", polarity = "any", elsewhere = true },
    { "recital_word", "wider_policy|other_agreements", near = 30, most = 1, elsewhere = true, none = { "no_bearing", "left_for_later", "named_agency" } },
    { "recital_lead", "wider_policy|other_agreements", near = 30, most = 1, elsewhere = true, none = { "no_bearing", "left_for_later", "named_agency" } },
  },
  against = {
    { "policy_disregarded" },
    { "stands_alone", polarity = "any", elsewhere = true, none = { "protecting_no" } },
  },
  window = "clause",
  advice = {
    absent = "The agreement stands alone. Say how it fits the Parties' trade, foreign, labour and development "
      .. "policy, and how it stands to their other agreements.",
    mentioned = "Other policies or treaties are recalled only. Say in the body of the text how this one relates to "
      .. "them.",
    soft = "The link is a matter of goodwill. Oblige the Parties to apply the texts together.",
    binding = "The relation is settled; add who watches over consistency, and how conflicts between texts are resolved.",
    contradicted = "A clause cuts the agreement off from other commitments. Delete it.",
    wording = "This {instrument} forms part of the general cooperation between the Parties and shall be applied "
      .. "consistently with their agreements on trade, social security and development. The foreign ministries "
      .. "shall examine once a year, in the {joint body}, whether these policies support one another.",
  },
}

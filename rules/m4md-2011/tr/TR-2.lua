return {
  id = "TR-2",
  title = "Information campaigns",
  answers = { "S5-6", "S9G-1" },
  looks_for = {
    { "campaign", "scheme_matter", near = 20 },
    { "spreads", "campaign_media", "scheme_matter", near = 20, not_actor = "employer|worker", none = { "departure_information", "after_arrival" } },
    { "leaflet_on", "scheme_itself", near = 14, none = { "before_departure", "publish", "after_arrival" } },
    { "outreach_act", "outreach_means", "about_scheme", near = 20, not_actor = "worker",
      none = { "departure_information", "before_they_go", "publish_agreement", "publicity_barred" } },
    { "outreach_means", "outreach_act", "about_scheme", near = 20, not_actor = "worker",
      none = { "departure_information", "before_they_go", "publish_agreement", "publicity_barred" } },
    { "campaign_named", none = { "departure_information" } },
    { "tells_public", "the_public", "scheme_itself", near = 16, none = { "departure_information", "publish_agreement" } },
    -- "may issue leaflets setting out the rights of insured persons under this Agreement"
    { "leaflet_on", "agreement_rights", near = 24, none = { "before_departure", "after_arrival" } },
    { "tells_public", "the_public", "agreement_rights", near = 24, none = { "departure_information", "publish_agreement" } },
    -- what is something else, whatever it is worded like
    { "told_to_offices", most = 0 },
  },
  against = {
    { "campaign", "scheme_matter", near = 12, polarity = "forbidden" },
    { "press_restrained" },
    { "publicity_barred", polarity = "any" },
  },
  inherent = { "campaign_means" },
  dossier = { "publication.campaign" },
  advice = {
    absent = "No clause has migrants and the public told that the scheme exists. Provide for a campaign in both countries.",
    mentioned = "Informing the public is an aim. Say who does it, and with what means.",
    soft = "Campaigns may be held. Make them a duty, with a budget.",
    binding = "Information is due; add what is open of these: the authority, the rhythm, the languages, the media and the money.",
    contradicted = "A clause keeps the scheme from the public. Delete it.",
    wording = "Before each recruitment season the labour ministries shall carry out, at their joint expense, an "
      .. "information campaign by radio, social media and local offices on the places offered, the conditions, the "
      .. "fees that nobody may charge, and where to complain, in the languages of the regions of recruitment.",
  },
}

return {
  id = "TR-1",
  title = "Publication",
  answers = { "S5-6" },
  looks_for = {
    { "publish_agreement", "protecting_no", polarity = "forbidden" },
    { "publish", "text_of_agreement", "protecting_no", near = 16, polarity = "forbidden" },
    { "publish_agreement", none = { "text_kept_back" } },
    { "publish", "text_of_agreement", near = 16, none = { "text_kept_back" } },
    { "keep_secret", "not_secret", "text_of_agreement", near = 24, polarity = "forbidden" },
    { "text_of_agreement", "anyone_may_read", near = 16, least = 3, none = { "text_kept_back" } },
  },
  against = {
    { "keep_secret", "text_of_agreement|committee_papers", near = 20, polarity = "any", none = { "ban_limits", "not_secret" } },
    { "publish_agreement", polarity = "forbidden", none = { "ban_limits", "protecting_no", "not_secret" } },
    { "text_hidden", polarity = "any", none = { "ban_limits", "protecting_no" } },
    { "text_kept_back", polarity = "any", none = { "ban_limits", "protecting_no", "not_secret" } },
    { "reveals", "text_of_agreement", near = 6, polarity = "forbidden", none = { "ban_limits", "protecting_no", "not_secret" } },
    -- what is something else, whatever it is worded like
    { "private_matters_kept", polarity = "any", most = 0 },
  },
  window = "clause",
  procedure = { "gazette_abroad" },
  inherent = { "text_of_agreement" },
  dossier = { "publication.agreement", "publication.guidelines" },
  advice = {
    absent = "Nothing says that the agreement or its rules will be published. Migrants cannot claim what they "
      .. "cannot read.",
    mentioned = "Transparency is a principle. Say which texts are published, and where.",
    soft = "Publication is possible or to be considered. Make it 'shall'.",
    binding = "The text is to be published; add who does it, by when, and in which languages and places.",
    contradicted = "A clause keeps the text secret. Delete it; only personal and commercial data need protection.",
    wording = "Within thirty days of signature the competent authorities shall publish this {instrument}, its annexes, "
      .. "the implementing guidelines and the decisions of the {joint body} on their websites, in the official "
      .. "languages of both countries and in the languages that the workers commonly speak.",
  },
}

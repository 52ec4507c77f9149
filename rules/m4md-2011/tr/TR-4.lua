return {
  id = "TR-4",
  title = "Exchange of information between the Parties",
  answers = { "S9G-3" },
  looks_for = {
    { "party_exchange", "information_matter", near = 18, not_actor = "employer|worker",
      none = { "brings_into_force", "one_persons_papers", "office_renamed", "alien_matter", "other_news", "enters_into_force" } },
    { "hands_over", "other_side", "information_matter", near = 18,
      actor = "parties|origin|destination|authority|joint-body|agency", none = { "ends", "brings_into_force", "one_persons_papers", "office_renamed", "alien_matter", "other_news", "enters_into_force" } },
    { "told_across", "across", "information_matter", near = 16, not_actor = "employer|worker",
      none = { "ends", "brings_into_force", "one_persons_papers", "office_renamed", "alien_matter", "other_news", "enters_into_force" } },
    -- what is something else, whatever it is worded like
    { "other_news", most = 0 },
  },
  against = {
    { "not_passed_on", polarity = "any", none = { "ban_limits", "third_hands" } },
    { "party_exchange", "information_matter", near = 12, polarity = "forbidden", none = { "ban_limits", "protecting_no", "third_hands" } },
  },
  window = "article",
  inherent = { "exchanged_matter" },
  advice = {
    absent = "The Parties owe each other no information. Provide for exchange on laws, vacancies and candidates.",
    mentioned = "Exchange of information is an aim. Say what is exchanged, and between whom.",
    soft = "The Parties may exchange information. Make it a duty.",
    binding = "Exchange is due; add the offices that correspond, the rhythm, and the channel or form.",
    contradicted = "A clause stops the flow of information. Confine it to personal data.",
    wording = "The competent authorities shall send each other, by the first of each quarter and through a common "
      .. "register, the vacancies open to workers of the other country, the candidates available, and every "
      .. "change in the laws on entry, work and social security.",
  },
}

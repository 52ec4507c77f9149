return {
  id = "ME-4",
  title = "Migrants' feedback",
  answers = { "S9P-4" },
  looks_for = {
    { "worker_voice", not_actor = "employer", none = { "employer_alone", "before_removal" } },
    { "interviews", "people_abroad", near = 14, not_actor = "employer", none = { "selecting", "employer_alone", "asked_otherwise" } },
    { "asks_people", "lived_through", "people_abroad", near = 18, not_actor = "employer",
      none = { "selecting", "employer_alone", "before_removal", "asked_otherwise" } },
    { "worker_voice", "unharmed_for_it", near = 20, polarity = "forbidden" },
    -- asked when the stay ends to answer a questionnaire
    { "interviews", "people_abroad", "stay_end|on_leaving", near = 40, not_actor = "employer", none = { "selecting", "employer_alone", "asked_otherwise" } },
    { "private_talk", not_actor = "employer", none = { "employer_alone", "before_removal", "asked_otherwise", "selecting" } },
    -- what is something else, whatever it is worded like
    { "identity_interview", most = 0 },
    { "asked_otherwise", most = 0 },
  },
  against = {
    { "gag", polarity = "any", not_actor = "employer|authority|parties" },
    { "voices_excluded", polarity = "any" },
    { "worker_voice", polarity = "forbidden", none = { "ban_limits", "before_removal", "unharmed_for_it" } },
  },
  window = "article",
  procedure = { "findings_laid" },
  inherent = { "interviews", "voice_source" },
  dossier = { "evaluation.migrants_feedback" },
  advice = {
    absent = "No clause asks the migrants themselves. Collect what they have lived through: a survey on return, interviews, the record of a hotline.",
    mentioned = "Listening to migrants is a principle. Say who asks them, and when.",
    soft = "Migrants may be heard. Make it a duty of a named authority.",
    binding = "Their experience must be collected; add when, by whom, and that the results reach the joint body.",
    contradicted = "A clause keeps migrants from speaking. Delete it.",
    wording = "Within three months of return the employment service of the country of origin shall ask every worker, in an anonymous survey, about recruitment, costs, pay and housing. The results, together with a summary of the calls to the helpline, shall be put before each session of the {joint body}.",
  },
}

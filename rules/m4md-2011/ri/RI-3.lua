return {
  id = "RI-3",
  title = "Use of returnees' skills",
  answers = { "S6T-2" },
  looks_for = {
    { "skills_use", "return_home" },
    { "skills_use", topic = "return_home|return_heading|reintegration|skills_use", none = { "paper_refused" } },
    { "skills_acquired_abroad" },
    { "work_certificate", "used_at_home", none = { "paper_refused" } },
    { "work_certificate", context = "return_home|skills_acquired_abroad|stay_end", none = { "paper_refused" } },
    { "skills_use", "return_home", "not_denied", polarity = "forbidden" },
    { "skills_acquired_abroad", "not_denied", polarity = "forbidden" },
    { "learnt_there", "puts_to_use", topic = "return_home|return_heading|reintegration" },
    { "learnt_there", "host_country", "puts_to_use", near = 20 },
    { "puts_to_use", "return_home", context = "work_certificate", near = 12, none = { "next_season", "paper_refused" } },
    { "puts_to_use", "learned_thing", "return_home|gained_abroad", near = 12, none = { "next_season", "paper_refused" } },
  },
  inherent = { "certificate_word" },
  against = {
    -- papers of work that are worth nothing at home
    { "recognises", "work_certificate|learned_thing", polarity = "forbidden", near = 20, topic = "return_home|return_heading|reintegration|readmission",
      none = { "kept_from_loss", "not_denied" } },
    { "paper_refused", polarity = "any", topic = "return_home|return_heading|reintegration|readmission" },
    { "skills_use", "return_home", "recognises", polarity = "forbidden", none = { "kept_from_loss", "not_denied" } },
    { "skills_acquired_abroad", "recognises", polarity = "forbidden", none = { "kept_from_loss", "not_denied" } },
  },
  advice = {
    absent = "What workers learn abroad is lost on return: nothing certifies, recognises or uses it.",
    mentioned = "The value of skills gained abroad is acknowledged, but nothing follows from it.",
    soft = "Turn the possibility into a duty: a certificate from the employer and its recognition at home.",
    binding = "Name the certificate, the body that recognises it and the time within which it decides.",
    wording = "On completion of the contract the employer shall issue a certificate of the tasks performed and the training received. The qualifications authority of the country of origin shall decide within sixty days of presentation, free of charge, which part of a national qualification it replaces.",
  },
}

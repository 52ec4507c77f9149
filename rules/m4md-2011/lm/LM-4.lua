return {
  id = "LM-4",
  title = "Recognition of qualifications",
  answers = { "S6T-1" },
  looks_for = {
    { "recognise", "qualification", near = 14, none = { "recognition_refused", "fitness_check", "skills_disregarded", "named_there" } },
    -- a test of skill, but not the look at candidates that chooses the fit
    { "trade_test", none = { "fitness_check", "named_there" } },
    { "trade_test", "skill_certified", none = { "named_there" } },
    { "recognition_owed", polarity = "any" },
    -- "accept employment in the occupation for which they have been trained" recognises nothing
    { "own_trade", most = 0 },
    { "left_to_others", most = 0 },
  },
  against = {
    { "recognition_refused", polarity = "any" },
    { "skills_disregarded", polarity = "any" },
  },
  negated = { "protecting_no" },
  inherent = { "papers_of_skill" },
  advice = {
    absent = "No clause has diplomas, skills or experience recognised.",
    mentioned = "Recognition is named as an aim only.",
    soft = "Recognition is only held out. Make it a duty to decide on it.",
    binding = "Name the body that recognises or tests, the time within which it decides and the certificate.",
    wording = "The qualifications authority of the receiving Party shall decide on the recognition of diplomas and of proven experience within sixty days of a complete application, free of charge, and shall state in writing what is missing.",
  },
}

return {
  id = "LM-4",
  title = "Recognition of qualifications",
  answers = { "S6T-1" },
  looks_for = {
    { "recognise", "qualification", near = 14, none = { "recognition_refused", "fitness_check", "skills_disregarded" } },
    -- a test of skill, but not the look at candidates that chooses the fit
    { "trade_test", none = { "fitness_check" } },
    { "trade_test", "skill_certified" },
    { "recognition_owed", polarity = "any" },
  },
  against = {
    { "recognition_refused", polarity = "any" },
    { "skills_disregarded", polarity = "any" },
  },
  negated = { "protecting_no" },
  inherent = { "papers_of_skill" },
  advice = {
    absent = "Diplomas, skills and experience are neither recognised nor tested.",
    mentioned = "Recognition is named as an aim only.",
    soft = "Replace the examination of possibilities by a duty to decide on recognition.",
    binding = "Name the body that recognises or tests, the time within which it decides and the certificate.",
    wording = "The qualifications authority of the receiving Party shall decide on the recognition of diplomas and of proven experience within sixty days of a complete application, free of charge, and shall state in writing what is missing.",
  },
}

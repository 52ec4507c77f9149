return {
  id = "RC-3",
  title = "Licence tied to rights",
  answers = { "S3-2", "S9P-5" },
  looks_for = {
    { "licence_decision", "rights_respect", near = 30, none = { "rights_disregarded", "employer_permit" } },
    { "licence_decision", "rights_respect", "only_if", polarity = "forbidden", none = { "rights_disregarded" } },
    { "licence_given", "rights_respect", polarity = "forbidden", near = 30, none = { "rights_disregarded" } },
    { "punish_recruiter", "authorised_recruiter", "rights_respect", near = 30 },
    { "renewal_word", "rights_respect", near = 24, context = "authorised_recruiter" },
    { "blacklist", "recruiter_private", "rights_respect", near = 30 },
  },
  against = {
    { "licence_decision|licence_taken", "rights_disregarded", polarity = "any", near = 30 },
    { "licence_taken", "rights_respect", polarity = "forbidden", near = 24, none = { "not_without" } },
  },
  window = "article",
  body = { "licensing_body" },
  inherent = { "licence_word" },
  advice = {
    absent = "An agency keeps its licence however it treats workers.",
    mentioned = "The link between licence and rights is an aim. Write it as a condition of grant and renewal.",
    soft = "Withdrawal is only held out. Make it the rule where workers' rights are breached.",
    binding = "The link stands. Name the deciding authority, the time within which it decides, and how workers are heard.",
    contradicted = "A clause keeps the licence whatever is done to workers. Delete it.",
    wording = "A licence shall be granted or renewed only to agencies that have respected workers' rights under this Agreement. The licensing authority shall suspend it within fifteen days of a substantiated complaint of fees, deceit or abuse, and withdraw it on repetition.",
  },
}

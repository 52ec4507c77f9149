return {
  id = "RC-2",
  title = "Supervision of recruiters",
  answers = { "S3-3", "S9P-4" },
  looks_for = {
    { "supervise", "recruiter_or_employer", near = 10, none = { "dispute_between_parties" } },
    { "punish_recruiter", "recruiter_or_employer", near = 16 },
    { "blacklist", none = { "worker_punished" } },
    { "blacklist", "recruiter_or_employer", near = 8, not_actor = "worker" },
    { "punish_recruiter", "recruit_act", near = 12 },
    { "licence_decision", "rights_respect", near = 30 },
    { "renewal_word", "rights_respect", near = 24, context = "authorised_recruiter" },
    { "recruiter_or_employer", "punish_recruiter|blacklist", polarity = "forbidden", near = 20 },
  },
  against = {
    { "supervise", "recruiter_or_employer", polarity = "forbidden", near = 12 },
    { "supervise", "recruiter_or_employer", polarity = "released", actor = "employer|agency", near = 12 },
  },
  window = "article",
  inherent = { "punish_recruiter", "supervise", "recruiter_or_employer" },
  advice = {
    absent = "Nobody watches over agencies or employers, and nothing happens to those who cheat.",
    mentioned = "Supervision is an aim. Give it to an authority and attach sanctions.",
    soft = "Supervision is only held out. Oblige each Party to inspect its agencies.",
    binding = "Supervision is owed. Name the inspecting body, how often it visits, and the sanctions it has at hand.",
    contradicted = "A clause takes agencies or employers out of supervision. Delete it.",
    wording = "The licensing authority of each Party shall inspect every agency at least once a year, investigate each complaint within thirty days, and fine, suspend or strike off offenders. Both Parties shall keep a common list of agencies and employers that may no longer recruit.",
  },
}

return {
  id = "RC-1",
  title = "Authorised recruiters",
  answers = { "S3-1", "S3-3" },
  looks_for = {
    { "authorised_recruiter", none = { "any_recruiter" } },
    { "authorised_recruiter", "recruit_act", polarity = "forbidden", near = 16 },
    -- the public service recruits
    { "public_service", "recruit_act", none = { "any_recruiter", "out_of_work" } },
    { "recruit_act", "recruiting_body", "exclusively", near = 16 },
    { "recruit_act", "recruiting_body", actor = "authority|parties", near = 28 },
    { "only_licensed_may", least = 3 },
    { "none_but_authorised", polarity = "any" },
    { "recruit_competence", none = { "recruiter_private", "own_application" } },
    -- private intermediaries are kept out
    { "recruit_act", "recruiter_private", polarity = "forbidden", near = 14 },
    { "recruiter_private", "recruit_act", polarity = "forbidden", near = 14 },
    { "recruiter_private", "take_part", polarity = "forbidden", near = 10 },
  },
  against = {
    { "any_recruiter" },
    { "authorised_recruiter", polarity = "released" },
    { "recruits_at_will", none = { "wrong_punished" } },
    { "recruits_at_will_no", polarity = "any", none = { "wrong_punished" } },
  },
  window = "paragraph",
  procedure = { "recruiting_sanction" },
  inherent = { "authorised_recruiter", "public_service", "recruitment_agency", "at_expense" },
  advice = {
    absent = "Anybody may recruit: the draft names no public service and requires no licence.",
    mentioned = "Lawful recruitment is an aim. Say who may recruit, and that nobody else may.",
    soft = "Use of licensed recruiters is recommended only. Confine recruitment to them.",
    binding = "Recruiters are limited. Add the register: who keeps it, how often the Parties exchange it, and what happens to those not on it.",
    contradicted = "A clause frees recruiters from the licence. Delete it.",
    wording = "Workers shall be recruited only by the public employment services and by agencies licensed by the Party in whose territory they act. Each Party shall send the other its list of licensed agencies every quarter and publish it; contracts arranged by anybody else give no right to a visa.",
  },
}

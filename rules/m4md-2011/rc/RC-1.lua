return {
  id = "RC-1",
  title = "Authorised recruiters",
  answers = { "S3-1", "S3-3" },
  looks_for = {
    { "authorised_recruiter", none = { "any_recruiter", "left_open" } },
    { "authorised_recruiter", "left_open", most = 2, polarity = "any" },
    { "authorised_recruiter", "recruit_act", polarity = "forbidden", near = 16, none = { "any_recruiter" } },
    -- the public service recruits
    { "public_service", "recruit_act", none = { "any_recruiter", "out_of_work" } },
    { "recruit_act", "recruiting_body", "exclusively", near = 16 },
    { "recruit_act", "recruiting_body", actor = "authority|parties", near = 28, none = { "punish_recruiter", "about_recruiting" } },
    { "recruit_act", "recruiting_body|authorised_recruiter", "no_other_way", near = 16, polarity = "any" },
    -- "may be formed only by the employment offices", "through the Office and no one else"
    { "recruit_act", "by_them_alone", "the_office|recruiting_body|authorised_recruiter|recruiter_any", near = 16, least = 3, none = { "left_open", "any_recruiter" } },
    { "recruit_act", "no_other_way", "the_office", near = 16, polarity = "any", none = { "left_open" } },
    -- "the firm that sends workers abroad must have a permit"
    { "recruiting_trade", "leave_held", near = 12, none = { "any_recruiter", "licence_fate" } },
    { "recruit_act|recruiter_any", "no_leave", polarity = "forbidden", near = 12 },
    -- "intermediaries other than those on the list are not admitted"
    { "recruiter_any", "not_on_list", polarity = "forbidden", near = 10, none = { "any_recruiter" } },
    { "any_recruiter", "wrong_punished", none = { "left_open" } },
    { "only_licensed_may", least = 3, none = { "left_open" } },
    { "common_register" },
    { "direct_hiring", polarity = "forbidden" },
    { "recruiter_any", "leave_held", near = 8, none = { "any_recruiter", "licence_fate" } },
    { "recruit_act", "authorised_body", near = 12, none = { "any_recruiter" } },
    { "recruiter_named", definition = true },
    { "none_but_authorised", polarity = "any", none = { "left_open" } },
    { "recruit_competence", none = { "recruiter_private", "own_application" } },
    -- private intermediaries are kept out
    { "recruit_act", "recruiter_private", polarity = "forbidden", near = 14, none = { "fee_asked" } },
    { "recruiter_private", "recruit_act", polarity = "forbidden", near = 14, none = { "fee_asked" } },
    { "recruiter_private", "take_part", polarity = "forbidden", near = 10 },
    { "take_part", "recruit_act", polarity = "forbidden", near = 8,
      not_actor = "parties|authority|joint-body|employer|worker|origin|destination|third-party" },
    -- what is something else, whatever it is worded like
    { "office_staff", most = 0 },
  },
  against = {
    { "any_recruiter", none = { "wrong_punished" } },
    { "authorised_recruiter", polarity = "released", none = { "supervise" } },
    { "despite_word", "own_ways", context = "authorised_recruiter", none = { "wrong_punished" } },
    { "recruits_at_will", none = { "wrong_punished" } },
    { "recruits_at_will_no", polarity = "any", none = { "wrong_punished" } },
    { "recruits_at_will_no", polarity = "released", none = { "wrong_punished" } },
  },
  window = "paragraph",
  procedure = { "recruiting_sanction" },
  inherent = { "authorised_recruiter", "public_service", "recruitment_agency", "at_expense" },
  advice = {
    absent = "The draft does not say who may recruit: it names no public service and requires no licence.",
    mentioned = "Lawful recruitment is an aim. Say who may recruit, and that nobody else may.",
    soft = "Use of licensed recruiters is recommended only. Confine recruitment to them.",
    binding = "Recruiters are limited. Add the register: who keeps it, how often the Parties exchange it, and what happens to those not on it.",
    contradicted = "A clause frees recruiters from the licence. Delete it.",
    wording = "Workers shall be recruited only by the public employment services and by agencies licensed by the Party in whose territory they act. The licensing authority of each Party shall send the other its list of licensed agencies every quarter and publish it; contracts arranged by anybody else give no right to a visa.",
  },
}

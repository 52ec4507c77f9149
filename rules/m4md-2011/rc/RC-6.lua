return {
  id = "RC-6",
  title = "Public-private cooperation",
  answers = { "S3-1", "S3-4", "S6D-1b", "S9P-1" },
  looks_for = {
    { "cooperates", "private_partner", "private_role", near = 20, none = { "private_shut_out", "blacklist", "punish_recruiter" } },
    { "works_with_agencies", none = { "may_only" } },
    { "hands_in_vacancies", "private_partner", actor = "agency|employer", near = 20 },
    { "hands_in_vacancies", "recruiter_or_employer|business_partner", "recruiting_body", near = 24, not_actor = "authority|parties|origin|destination", none = { "private_shut_out" } },
    { "private_institution", "private_role", near = 8 },
    { "train_role", "recruiter_private", near = 6, none = { "the_agency" } },
    { "cooperates", "business_partner", "private_role", near = 14 },
    { "private_role", "business_partner", actor = "agency|employer", near = 14, none = { "home_labour" } },
    { "private_role", "private_partner", actor = "agency|employer", near = 14, none = { "bear_cost", "private_shut_out", "blacklist", "punish_recruiter", "home_labour" } },
    { "authorised_recruiter", "recruit_act", "recruiter_any|private_partner|authorised_body", near = 16, none = { "may_only" } },
    { "recruit_act|take_part", "recruiter_private", near = 10, none = { "may_only", "private_shut_out", "go_betweens_out", "the_agency" } },
    { "recruit_act|take_part", "recruiter_private", near = 10, most = 2, none = { "private_shut_out", "go_betweens_out", "the_agency" } },
    -- "the Agency" may be a public body, unless the article speaks of agencies as a trade
    { "recruit_act|take_part|train_role", "the_agency", near = 10, context = "private_agencies", none = { "may_only", "private_shut_out", "go_betweens_out" } },
    { "recruit_act|train_role", "the_agency", "cooperates", near = 24, context = "business_partner|employers_organisation|private_partner", none = { "may_only", "private_shut_out" } },
    { "private_role", "private_agencies", "cooperates", near = 16, none = { "private_shut_out", "blacklist", "punish_recruiter", "home_labour", "may_only" } },
    -- "delegates of the growers interview the candidates at the employment office"
    { "private_role", "employer_delegate", "recruiting_body|the_office", near = 16, none = { "private_shut_out" } },
    -- "the activity is reserved to bureaux entered in the list"
    { "reserved_for", "authorised_recruiter", near = 16, none = { "private_shut_out", "only_licensed_may" } },
    { "employers_organisation", "private_role", near = 24, none = { "private_shut_out" } },
    { "private_role", "business_partner|private_partner|employers_organisation", "cooperates", near = 16, none = { "private_shut_out", "blacklist", "punish_recruiter", "home_labour", "may_only" } },
  },
  against = {
    { "private_shut_out", polarity = "any" },
    { "employers_organisation", "take_part", polarity = "forbidden", near = 12, none = { "alien_matter" } },
    { "private_institution", "take_part", "private_role", polarity = "forbidden", near = 14, none = { "trades_in_places" } },
  },
  window = "article",
  inherent = { "private_partner", "employer", "recruitment_agency", "employers_organisation", "authorised_recruiter", "public_service" },
  advice = {
    absent = "The private sector has no part in recruiting, matching or training together with government.",
    mentioned = "Partnership with business is an aim. Give it tasks.",
    soft = "Partnership is only held out. Say what employers contribute: vacancies, training places, money.",
    binding = "The role stands. Name the public partner, how often they meet and how the work is paid for.",
    contradicted = "A clause shuts employers out of the work it elsewhere gives them. Settle which holds.",
    wording = "The employment services and the employers' associations of both countries shall jointly forecast needs every six months, match vacancies in a common register and run pre-departure courses financed in equal parts by the employers and the public training fund.",
  },
}

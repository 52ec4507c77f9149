return {
  id = "RC-6",
  title = "Public-private cooperation",
  answers = { "S3-1", "S3-4", "S6D-1b", "S9P-1" },
  looks_for = {
    { "cooperates", "private_partner", "private_role", near = 20 },
    { "private_institution", "private_role", near = 8 },
    { "train_role", "recruiter_private", near = 6 },
    { "cooperates", "business_partner", "private_role", near = 14 },
    { "private_role", "private_partner", actor = "agency|employer", near = 14 },
    { "authorised_recruiter", "recruit_act", near = 16, none = { "may_only" } },
    { "recruit_act|take_part", "recruiter_private", near = 10, none = { "may_only" } },
    { "recruit_act|take_part", "recruiter_private", near = 10, most = 2 },
    { "employers_organisation", "private_role", near = 16 },
  },
  against = {
    { "private_shut_out", polarity = "any" },
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

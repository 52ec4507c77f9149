return {
  id = "TR-3",
  title = "Pre-departure information",
  answers = { "S9D-4" },
  looks_for = {
    { "departure_information", none = { "homeward_information", "told_otherwise" } },
    { "worker_information", not_actor = "employer", none = { "after_arrival" } },
    -- what the authority learns of a post on offer it learns for the candidate
    { "post_particulars", context = "post_offered", none = { "party_exchange", "after_arrival" } },
    { "gives_information", "before_departure", "migration_facts", near = 22, none = { "application_holds", "never_uninformed", "homeward_information", "told_otherwise" } },
    -- "Before they go: each receives a sheet showing what is left of the pay"
    { "gives_information", "migration_facts", topic = "before_they_go", near = 22, none = { "application_holds" } },
    { "paper_received", "migration_facts", context = "before_they_go", near = 8, none = { "application_holds", "after_arrival" } },
    { "told_at_home", context = "migration_facts", none = { "homeward_information" } },
    { "misled_punished", "pays_for_it", not_actor = "worker" },
    { "never_uninformed", "migration_facts", near = 22, polarity = "any" },
    -- "No person shall be embarked unless he holds ... and has attended an orientation ... before departure"
    { "departure_information", "not_without", polarity = "forbidden", none = { "homeward_information", "told_otherwise" } },
    -- a leaflet on work, deductions and prices, handed out where people are enrolled
    { "leaflet_of_facts", "migration_facts", near = 14, context = "before_departure|recruit_act|candidate_word", none = { "after_arrival", "application_holds", "homeward_information", "told_otherwise" } },
    { "read_over", context = "before_departure", not_actor = "employer|worker", none = { "after_arrival", "homeward_information" } },
    -- what is something else, whatever it is worded like
    { "told_otherwise", most = 0 },
  },
  against = {
    { "information_withheld" },
    { "told_too_late" },
    { "kept_from_them", "migration_facts", near = 14 },
    { "told_too_late_no", polarity = "any" },
    { "told_too_late_no", polarity = "released" },
  },
  negated = { "protecting_no", "ban_limits" },
  window = "article",
  procedure = { "signed_for" },
  inherent = { "information_means" },
  dossier = { "publication.pre_departure" },
  advice = {
    absent = "Candidates are not told beforehand what awaits them. Provide for information on work, pay, costs and "
      .. "life in the destination before they decide.",
    mentioned = "Informed candidates are an aim. Say who informs them, and of what.",
    soft = "Candidates may or should be informed. Make it a duty of an authority or the employer.",
    binding = "Information is due; add who gives it, how long before departure, and in which form and language.",
    contradicted = "A clause withholds information. Delete it.",
    wording = "At least fourteen days before departure the public employment service of the country of origin shall hold "
      .. "a free session for every candidate on wages and deductions, costs, housing, rights and complaint routes, "
      .. "and shall hand over the contract and a booklet prepared by both Parties in a language that the candidate understands.",
  },
}

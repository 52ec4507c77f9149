return {
  id = "HR-6",
  title = "Complaints and redress",
  answers = {},
  looks_for = {
    { "complaint_route|labour_court", none = { "dispute_between_parties", "renounce_claim", "visa_matter" } },
    { "worker_may_turn", "complaint_route|redress_forum", least = 3, none = { "dispute_between_parties", "renounce_claim", "visa_matter" } },
    -- "a rating who thinks himself wronged may carry his grievance to the consul"
    { "worker_may_bring", "complaint_route", least = 3, none = { "dispute_between_parties", "renounce_claim", "visa_matter" } },
    { "worker_may_bring", "wronged_word", "redress_forum", near = 24, least = 3, none = { "dispute_between_parties", "renounce_claim", "visa_matter" } },
    { "worker_who", "may_turn", "wronged_word", "redress_forum", near = 30, least = 3, none = { "dispute_between_parties", "renounce_claim", "visa_matter" } },
    { "second_instance", polarity = "any", least = 3, none = { "dispute_between_parties", "renounce_claim", "visa_matter", "alien_matter" } },
    { "wronged_lays_case", least = 3, none = { "renounce_claim", "visa_matter" } },
    { "ends_employment", "complaint_route", polarity = "forbidden", near = 16, none = { "licence_word", "sent_into_dispute" } },
    -- "nobody who has lodged a claim shall be sent home"
    { "put_under_notice", "complaint_route", polarity = "forbidden", near = 16, none = { "sent_into_dispute", "dispute_between_parties", "visa_matter" } },
    { "harmed_for", "complaint_route", polarity = "forbidden", near = 16, none = { "sent_into_dispute", "wrong_punished", "dispute_between_parties", "visa_matter" } },
    -- "no worker should be without somewhere to turn"
    { "complaint_route", "not_without", polarity = "forbidden", near = 14, none = { "dispute_between_parties", "licence_word", "visa_matter" } },
    -- "retaliation against a worker who has complained is prohibited"
    { "reprisal", "complaint_route", polarity = "forbidden", near = 14, none = { "dispute_between_parties", "licence_word", "visa_matter" } },
    { "complaint_route", "right_taken", polarity = "forbidden", near = 14, none = { "dispute_between_parties", "licence_word" } },
    { "waiver_void", polarity = "any" },
    { "complaint_route", "kept_from_loss", polarity = "any", near = 14, none = { "dispute_between_parties", "licence_word" } },
    -- a worker, what went wrong, and an office that hears of it
    { "seeks_redress", "wronged_word", "redress_forum", "working_side", near = 14, not_actor = "employer|agency", none = { "dispute_between_parties", "renounce_claim", "visa_matter" } },
    { "complaint_route", "kept_from_loss", polarity = "released", near = 14, least = 3, none = { "dispute_between_parties", "licence_word" } },
    { "complaint_route", "pays_out", near = 14, none = { "dispute_between_parties" } },
    { "contact_point", "wronged_person", "hears_them", near = 24, none = { "dispute_between_parties", "renounce_claim", "visa_matter", "alien_matter", "licence_word" } },
  },
  against = {
    { "complaint_route", polarity = "forbidden", none = { "ban_limits", "joint_body", "not_without", "dispute_between_parties", "ends_employment", "visa_matter", "right_taken",
      "kept_from_loss", "waiver_void", "put_under_notice", "licence_word", "removed_unheard", "no_more_dealings", "no_more_bodies", "reprisal" } },
    { "renounce_claim", none = { "wrong_punished", "removed_unheard" } },
    { "final_word", polarity = "any", none = { "protecting_no", "removed_unheard", "dispute_between_parties" } },
    { "redress_denied", none = { "dispute_between_parties" } },
    { "redress_denied_no", polarity = "any", none = { "ban_limits", "dispute_between_parties", "removed_unheard" } },
  },
  window = "article",
  body = { "redress_office" },
  inherent = { "complaint_route", "redress_means" },
  advice = {
    absent = "A wronged worker has nowhere to turn: the draft opens no complaint, conciliation or court route against employer or agency.",
    mentioned = "Redress is named as an aim. Open a route that a worker can take.",
    soft = "The route is only held out. Give the worker the right to complain, in the worker's language and without cost.",
    binding = "The route exists. Say where the complaint is lodged, how soon it is decided, and that the worker may stay and work meanwhile.",
    contradicted = "A clause takes the worker's complaint or claim away, or punishes it. Delete it.",
    wording = "A worker may complain free of charge, in the worker's own language, to the labour office of the place of work, which shall hear both sides and propose a settlement within thirty days; failing that, the worker may go to the labour court. Nobody shall be dismissed or sent home while a complaint is pending.",
  },
}

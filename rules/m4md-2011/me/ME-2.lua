local other_sense = { "parties_dispute", "company_books", "outsiders_barred", "own_service", "watched_otherwise", "examined_otherwise",
  "own_auditors" }

return {
  id = "ME-2",
  title = "Independent monitoring",
  answers = { "S5-7" },
  looks_for = {
    { "independent_body", "watches", "agreement_matter|scheme_matter|migrant_any|workplace|recruiter_any|what_came_of_it|the_instrument|agreement_effects|working_of_it|watched_thing", near = 25, none = other_sense },
    { "independent_body", "working_of_it", near = 25, none = other_sense },
    { "independent_body", "calls_in", "for_this_work", near = 14, context = "evaluation", none = other_sense },
    { "watches", "independent_partner", "agreement_matter", near = 20, none = other_sense },
    { "independent_body", "calls_in", context = "reports_back", polarity = "any", near = 16, none = other_sense },
    { "watches", "independent_partner", "watched_thing|scheme_parts|workplace", near = 14, none = other_sense },
    -- what is something else, whatever it is worded like
    { "own_auditors", most = 0 },
    { "outsiders_barred", polarity = "any", most = 0 },
    { "independent_body", "calls_in", polarity = "forbidden", most = 0 },
    { "watch_elsewhere", most = 0 },
  },
  against = {
    { "independent_body", "watches", near = 25, polarity = "forbidden", none = { "ban_limits", "protecting_no" } },
    { "outsiders_barred", polarity = "any", none = { "ban_limits" } },
  },
  window = "article",
  procedure = { "meeting_routine", "chosen_openly" },
  inherent = { "independent_body", "independent_partner" },
  dossier = { "evaluation.independent" },
  -- called independent in one sentence, given to a Party's own service in the next
  check = function(agreement, finding)
    if finding.level > 0 and agreement:count{ "own_service", "watches", near = 20 } > 0
        and agreement:count{ "independent_body", "watches", near = 25, none = { "independent_watch", "own_service" } } == 0 then
      finding:set(0, "the evaluator belongs to a Party's own administration")
    end
    -- "An impartial study ..." of which the same item says that a Ministry's own division leads it
    if finding.level > 0 and agreement:count{ "called_impartial", context = "own_service" } > 0
        and agreement:count{ "independent_body", "watches", near = 25, none = { "called_impartial" } } == 0 then
      finding:set(0, "the evaluator belongs to a Party's own administration")
    end
  end,
  advice = {
    absent = "Only the Parties watch over themselves. Let somebody from outside - a university, an auditor, an "
      .. "ombudsman, an international organisation - monitor or evaluate.",
    mentioned = "Independent monitoring is a wish. Commission it in an operative clause.",
    soft = "An outside evaluation is possible but not promised. Make it due, and fix a date.",
    binding = "Independent monitoring is due, but open: add who chooses the evaluator, when the report is due and who "
      .. "pays.",
    contradicted = "A clause keeps outside observers away. Delete it; confidentiality can be kept by rules on data.",
    wording = "In the third year after entry into force, and every third year after that, an evaluator who is independent of both administrations, chosen by the {joint body} by open tender and paid by the Parties in equal parts, shall evaluate the working of this {instrument}. The evaluator shall have access to workplaces and records; the report shall be published within three months.",
  },
}

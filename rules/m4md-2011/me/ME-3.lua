return {
  id = "ME-3",
  title = "Impact evaluation and review",
  answers = { "S5-7", "S6M-7", "S4-8" },
  looks_for = {
    { "evaluation", none = { "alien_matter" } },
    { "judges", "agreement_effects", near = 22 },
    { "looks_at", "what_came_of_it", "the_instrument", near = 16, none = { "selecting" } },
    { "review_of_agreement", "set_times" },
    -- nothing goes on before it
    { "evaluation", "not_without", near = 12, polarity = "any" },
    { "review_of_agreement", "follow_application", near = 12, none = { "parties_dispute" } },
    -- "considers each autumn how the agreement is carried out and proposes improvements"
    { "follow_application", "proposes_better", "at_intervals|sits_yearly", near = 30, not_actor = "worker|employer|agency" },
    { "looks_at", "what_came_of_it", "scheme_parts", near = 16, none = { "selecting", "examined_otherwise", "parties_dispute" } },
    -- "each year shall assess the fairness of recruitment and the time taken from contract to entry"
    { "judges", "scheme_measured", near = 14, none = { "selecting", "examined_otherwise", "parties_dispute" } },
    { "results_told", none = { "selecting", "examined_otherwise", "alien_matter" } },
    -- what is something else, whatever it is worded like
    { "assessed_otherwise", most = 0 },
  },
  against = {
    -- to keep outsiders from it bars no evaluation
    { "evaluation", polarity = "forbidden", none = { "labour_side", "employer_side", "civil_society", "ban_limits", "not_without", "independent_body", "outsiders_barred" } },
    { "review_of_agreement", polarity = "forbidden", none = { "ban_limits", "independent_body", "outsiders_barred" } },
    { "evaluation_barred", polarity = "any", none = { "labour_side", "employer_side", "civil_society", "ban_limits", "not_without", "independent_body", "examined_otherwise", "outsiders_barred" } },
  },
  window = "article",
  procedure = { "findings_laid" },
  dossier = { "evaluation.planned" },
  advice = {
    absent = "Nothing asks whether the agreement works. Provide for an evaluation of its effects, or for a review at "
      .. "a set time (a clause on amendments is not enough).",
    mentioned = "Evaluation is an aim. Say who evaluates what, and when.",
    soft = "A review may take place. Make it due at a set time.",
    binding = "An evaluation is due, but open: add who carries it out, by which date, with which indicators, and "
      .. "what follows from the result.",
    contradicted = "A clause excludes evaluation or review. Delete it.",
    wording = "The {joint body} shall evaluate the results of this {instrument} every two years, by indicators "
      .. "on wages, complaints, costs borne by workers and effects on both labour markets that it adopts in its "
      .. "first session. The report shall be submitted to both Governments before the end of June, and each "
      .. "shall state within three months what it will change.",
  },
}

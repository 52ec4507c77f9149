return {
  id = "HR-4",
  title = "Written contract and decent conditions",
  answers = { "S6M-1" },
  looks_for = {
    { "written_contract", none = { "oral_or_no_contract" } },
    { "oral_or_no_contract", polarity = "forbidden" },
    { "contract_first", polarity = "forbidden" },
    { "minimum_terms", none = { "equal_treatment", "ends_employment" } },
    { "minimum_terms", polarity = "forbidden", most = 3, none = { "equal_treatment" } },
    { "work_conditions", "terms_standard", near = 10, none = { "equal_treatment", "lower_for_migrants", "teaches" } },
    { "work_conditions", "terms_standard", polarity = "forbidden", near = 10, none = { "equal_treatment" } },
    { "pay_below", polarity = "forbidden", none = { "equal_treatment" } },
    -- decent conditions, named beside other things
    { "decent_work", most = 1 },
    { "limited_contract", most = 1 },
    { "housing", "sets_terms", near = 16 },
  },
  against = {
    { "oral_or_no_contract" },
    { "written_contract", polarity = "released" },
    { "unilateral_change", actor = "employer|agency" },
  },
  window = "article",
  inherent = { "written_contract", "minimum_terms", "employment_contract", "contract_first" },
  advice = {
    absent = "No written contract is required and no minimum terms are set. What was promised at home cannot be proved abroad.",
    mentioned = "Decent conditions are an aim. Make a written contract with named minimum terms a condition of recruitment.",
    soft = "Contract or terms are recommended only. Oblige the employer, and make the visa depend on a contract that meets the minimum.",
    binding = "Terms are owed. Annex a model contract and name the authority that checks each contract before departure.",
    contradicted = "A clause lets the employer do without a written contract or change its terms alone. Delete it.",
    wording = "No worker shall leave before signing with the employer a written contract, in a language the worker reads, that follows the model in Annex I and states at least: work and place, wage and day of payment, hours, weekly rest, paid leave, housing, insurance, and the way to end it. The employment service of the country of origin shall check each contract and return it within ten working days.",
  },
}

return {
  id = "HR-5",
  title = "Protection from exploitation",
  answers = { "S8-2" },
  looks_for = {
    { "keep_passport", polarity = "forbidden" },
    { "own_passport" },
    { "withhold_wages", polarity = "forbidden" },
    { "wage_deduction", polarity = "forbidden" },
    { "wage_payment", none = { "withhold_wages" } },
    { "contract_substitution", polarity = "forbidden" },
    { "exploitation", polarity = "forbidden" },
    { "exploitation", "prevents_abuse", near = 14 },
    { "suppress", "contract_substitution|keep_passport|withhold_wages|unpaid_wages", near = 8 },
    { "unpaid_wages", polarity = "forbidden" },
    -- the fact, named without any undertaking
    { "exploitation", most = 1 },
    -- whoever does it answers for it
    { "keep_passport|withhold_wages|wage_deduction|contract_substitution", "wrong_punished", near = 20 },
  },
  against = {
    { "keep_passport", not_actor = "worker", none = { "own_passport", "suppress", "wrong_punished" } },
    { "withhold_wages", none = { "suppress", "wrong_punished" } },
    { "contract_substitution", none = { "suppress" } },
    { "own_passport", polarity = "forbidden" },
    { "tied_worker|bound_to_work", polarity = "any", none = { "suppress" } },
    { "bound_over", polarity = "any", none = { "suppress", "wrong_punished" } },
  },
  window = "paragraph",
  inherent = { "wage_payment" },
  advice = {
    absent = "Nothing keeps an employer or agency from holding papers, keeping back wages or changing the contract on arrival.",
    mentioned = "Exploitation is named as a concern. Turn it into prohibitions addressed to employers and agencies.",
    soft = "Protection is only held out. Those who exploit are not moved by encouragement: prohibit, and attach a sanction.",
    binding = "The prohibition stands alone. Add who investigates, how fast, and the penalty.",
    contradicted = "A clause allows what this criterion guards against: papers held, wages kept back, or terms changed. Delete it.",
    wording = "No employer or agency shall hold a worker's passport or other papers, keep back or defer wages, deduct anything that the law does not expressly allow, or replace the signed contract by a worse one. The labour inspectorate shall investigate each report within five working days; a breach is punished by a fine and by exclusion from recruitment.",
  },
}

return {
  id = "RC-5",
  title = "Liability in the chain",
  answers = { "S9P-8" },
  looks_for = {
    { "chain_liability" },
    { "no_plea", polarity = "any" },
    { "not_liable", polarity = "forbidden" },
  },
  against = {
    { "chain_liability", polarity = "released" },
    { "not_liable" },
    { "not_liable_no", polarity = "any" },
    { "not_liable", polarity = "released" },
    { "not_liable_no", polarity = "any", polarity = "released" },
    { "chain_liability", polarity = "forbidden" },
  },
  window = "paragraph",
  inherent = { "chain_liability" },
  advice = {
    absent = "Employer and agency can each point to the other: nobody answers for agents or subcontractors.",
    mentioned = "Answering for agents is an aim. Make it a liability the worker can sue on.",
    soft = "Liability is only held out. State it plainly.",
    binding = "Liability stands. Secure it: a deposit or guarantee, a court, a time for payment.",
    contradicted = "A clause frees principals of what their agents do. Delete it.",
    wording = "The agency and the employer shall be jointly and severally liable for the worker's wages and claims, and each shall answer for the acts of its agents and subcontractors as for its own. Each agency shall lodge a bank guarantee with the licensing authority, out of which adjudged claims are paid within thirty days.",
  },
}

return {
  id = "RC-4",
  title = "Recruitment costs",
  answers = { "S4-5" },
  looks_for = {
    { "charge_worker", polarity = "forbidden" },
    { "recruitment_cost", "bear_cost", not_actor = "worker", none = { "worker_pays", "charge_worker" } },
    { "recruitment_cost", "cost_limited", near = 16 },
    { "cost_limited", "recruit_act", near = 16 },
    { "charge_worker", "cost_limited" },
    { "recruitment_cost", "worker_pays", polarity = "forbidden" },
    { "charge_worker", polarity = "released" },
  },
  against = {
    { "charge_worker", actor = "worker|agency|employer", none = { "cost_limited" } },
    { "recruitment_cost", "worker_pays", none = { "cost_limited" } },
  },
  window = "paragraph",
  inherent = { "bear_cost" },
  advice = {
    absent = "Who pays for recruitment and travel is left open; in practice it will be the worker, often in debt.",
    mentioned = "Low or fair costs are an aim. Say who pays each of them.",
    soft = "Relief from costs is only held out. Lay fees, visa and travel on the employer.",
    binding = "Costs are kept off the worker or capped. Add receipts, refund within a set time, and a penalty for charging.",
    contradicted = "A clause lays the agency's or employer's costs on the worker. Delete it: those who gain by recruitment pay for it.",
    wording = "No fee or cost of recruitment, visa, medical examination or travel shall be charged to the worker, directly or by deduction from wages; the employer shall bear them. Whatever was collected shall be refunded within thirty days on the order of the labour inspectorate, and the agency fined.",
  },
}

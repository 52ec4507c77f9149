return {
  title = "No fees for the worker, and costs taken from the worker",
  one = {
    { "charge_worker", polarity = "forbidden" },
    { "recruitment_cost", polarity = "forbidden", none = { "worker_pays" } },
    { "free_of_charge_recruitment", polarity = "any", none = { "worker_pays" } },
    { "recruitment_cost", "bear_cost", actor = "employer|agency|parties|destination|origin|authority", near = 8,
      none = { "worker_pays", "charge_worker", "recovered_from_worker", "other_fee" } },
  },
  against = "RC-4",
  other = {
    { "recovered_from_worker", "recruitment_cost" },
    { "recruitment_cost", "worker_pays", none = { "cost_limited", "travel_cost_home", "return_home", "return_for_fault", "other_fee" } },
    { "recovers_from_worker", "recruitment_cost|travel_cost", none = { "wrong_punished", "return_for_fault" } },
    { "charge_worker", actor = "worker|agency|employer", none = { "cost_limited", "wrong_punished", "return_for_fault" } },
    { "levied_on_worker", none = { "cost_limited", "wrong_punished", "return_for_fault" } },
  },
  message = "{one} keeps costs of recruitment off the worker, but {other} takes them from the worker.",
}

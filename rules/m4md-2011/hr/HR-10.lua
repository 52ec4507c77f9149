return {
  id = "HR-10",
  title = "Occupational safety and health care",
  answers = { "S5-1" },
  looks_for = {
    { "safety_health", none = { "health_denied" } },
    { "norm_violation", "safety_health", polarity = "forbidden", near = 10 },
    { "health_denied", polarity = "forbidden" },
    { "care_denied", polarity = "forbidden" },
  },
  against = {
    { "health_denied" },
    { "safety_health", polarity = "forbidden", actor = "worker|employer|destination", none = { "norm_violation", "ends_employment", "worker_pays", "right_taken" } },
    { "safety_not_owed", polarity = "released", actor = "employer|destination|agency" },
    { "safety_not_owed", polarity = "forbidden", actor = "employer|destination|agency" },
    { "care_denied" },
    { "care_denied_no", polarity = "any" },
  },
  window = "paragraph",
  inherent = { "safety_health" },
  advice = {
    absent = "Safety at work, medical care and accident insurance are missing, though migrants do the most dangerous work.",
    mentioned = "Health and safety are an aim. Oblige the employer.",
    soft = "Care or insurance is only held out. Make both a condition of every contract from the day of arrival.",
    binding = "Cover is owed. Name the insurer or fund, the inspecting body, and the time within which accidents are reported and paid.",
    contradicted = "A clause lays illness or accident on the worker. Delete it: the employer carries the risk of the work.",
    wording = "From the day of arrival the employer shall insure each worker, at the employer's cost, against accidents at work, occupational disease and illness with the national insurance fund, supply protective equipment and safety training in the worker's language, and report every accident to the labour inspectorate within forty-eight hours.",
  },
}

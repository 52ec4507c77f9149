return {
  title = "Care or insurance beside its cost laid on the worker",
  one = {
    { "safety_health", actor = "employer|destination|authority", none = { "care_denied", "health_denied", "worker_pays" } },
    { "safety_health", "cost_limited", near = 12, none = { "care_denied", "health_denied" } },
  },
  against = "HR-10",
  other = {
    { "health_denied" },
    { "care_denied" },
    { "care_denied_no", polarity = "any" },
    { "safety_not_owed", polarity = "released", actor = "employer|destination|agency" },
  },
  message = "{one} gives care or insurance in illness and accident, but {other} denies it or lays its cost on the worker.",
}

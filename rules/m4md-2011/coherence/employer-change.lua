return {
  title = "Change of employer beside a tie to one",
  one = {
    { "choose_employer", none = { "stay_tied", "tied_worker", "leave_denied" } },
  },
  against = "LM-7",
  other = {
    { "leave_denied", polarity = "forbidden", none = { "choose_employer" } },
    { "job_is_permit" },
    { "job_is_permit_no", polarity = "any" },
    { "stay_tied", polarity = "any", none = { "tie_denied", "kept_from_loss" } },
    { "tied_worker", polarity = "any", none = { "prevents_abuse" } },
  },
  message = "{one} lets the worker move to another employer, but {other} ties the worker to one.",
}

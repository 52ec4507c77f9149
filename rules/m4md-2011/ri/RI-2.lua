return {
  id = "RI-2",
  title = "Return incentives",
  answers = { "S4-7" },
  looks_for = {
    { "return_incentive", "return_home", none = { "social_security" } },
    { "duty_relief", "return_home" },
    { "duty_relief", "return_home", polarity = "released", least = 3 },
    { "return_incentive", topic = "return_home|reintegration|readmission", none = { "social_security" } },
    { "return_incentive", context = "return_home", none = { "social_security" } },
    -- A journey home that somebody else pays is an incentive; one that the worker pays is none.
    { "travel_cost_home", actor = "employer|agency|parties|origin|destination|authority|joint-body",
      none = { "liability_shared", "home_leave" } },
    { "travel_cost_home", "pays", near = 8, not_actor = "worker", none = { "liability_shared", "home_leave" } },
    { "travel_cost_home", "pays", "stay_end", not_actor = "worker", none = { "liability_shared" } },
    { "travel_cost_home", "not_denied", polarity = "forbidden" },
    { "return_incentive", "return_home", "not_denied", polarity = "forbidden", none = { "social_security" } },
    { "brought_home", not_actor = "worker" },
    { "travel_at_end", "pays", near = 8, not_actor = "worker", none = { "liability_shared" } },
    { "goods_free", "return_home", not_actor = "parties|origin|destination|authority", least = 3 },
    { "post_kept" },
  },
  against = {
    { "travel_cost_home", "home_unpaid", polarity = "forbidden", none = { "return_for_fault", "not_denied" } },
  },
  inherent = { "at_expense" },
  advice = {
    absent = "Nothing makes going home worthwhile: no paid journey, grant, credit or savings scheme.",
    mentioned = "Return is encouraged in words only.",
    soft = "The incentive depends on goodwill. Make the paid journey or the grant a right with a date.",
    binding = "Say who pays, when and on what proof.",
    wording = "The employer shall pay the journey home in advance. A worker who has completed the contract shall be entitled, within three months of return, to a start-up grant or a loan at reduced interest, paid by the employment service on the basis of a business plan.",
  },
}

return {
  id = "RI-1",
  title = "Reintegration mechanism",
  answers = { "S5-1" },
  looks_for = {
    { "reintegration", none = { "duty_relief", "alien_matter" } },
    -- The matter without the word: help to settle in, given to those who come back.
    { "reintegration_help", "return_home", none = { "next_season" } },
    { "reintegration_help", context = "return_home", topic = "return_home|reintegration|readmission|return_heading" },
    { "plan_drawn_up", "return_home|goes_home|home_side", none = { "next_season" } },
    { "plan_drawn_up", topic = "return_home|reintegration|readmission|return_heading", none = { "next_season" } },
    { "reintegration_help", context = "reintegration" },
    { "enrolled_in_programme", context = "return_home|readmission", none = { "next_season", "alien_matter" } },
    { "reintegration_help", "readmission" },
    { "post_kept" },
    { "reintegration|reintegration_help", "return_home", "not_denied", polarity = "forbidden" },
    { "fresh_start", topic = "return_home|reintegration|readmission|return_heading" },
    { "fresh_start", "return_home|readmission" },
    { "fresh_start", "return_home", polarity = "any", most = 1 },
    -- any help to find what somebody who comes home has to find
    { "helps_word", "settled_goal", "return_home", near = 14, none = { "next_season", "ticket_held", "return_incentive", "recognises", "skills_acquired_abroad", "learnt_there" } },
    { "helps_word|gets_something", "settled_goal|reintegration_help", "goes_home", near = 16, none = { "next_season", "ticket_held", "return_incentive", "recognises", "skills_acquired_abroad", "learnt_there" } },
    -- what is something else, whatever it is worded like
    { "scope_of_text", none = { "reintegration" }, most = 0 },
    { "insured_claim", none = { "reintegration", "reintegration_help", "return_support" }, polarity = "any", most = 0 },
    { "next_season", none = { "reintegration", "reintegration_help" }, most = 0 },
  },
  against = {
    { "shut_from_help", "return_home", none = { "ban_limits" } },
    { "shut_from_help_no", "return_home", polarity = "any", none = { "ban_limits" } },
    { "reintegration", polarity = "forbidden", none = { "ban_limits", "kept_from_loss", "not_denied", "hard_going" } },
    { "reintegration_help", "return_home", polarity = "forbidden", none = { "ban_limits", "kept_from_loss", "not_denied" } },
  },
  window = "article",
  advice = {
    absent = "The draft ends with the worker's departure: nothing helps those who come back to find work, school places or a footing at home.",
    mentioned = "Reintegration is named as an aim, but nobody undertakes anything for those who return.",
    soft = "Help on return is only held out. Say who gives it, to whom, and from when.",
    binding = "The duty stands, but not how it is carried out: name the office, the time within which it acts and the means (plan, register, fund).",
    wording = "The employment service of the country of origin shall offer every worker who returns, within sixty days of registration, a personal plan for work, training or self-employment. The Parties shall finance these plans from a joint reintegration fund, on whose use the {joint body} shall report every year.",
  },
}

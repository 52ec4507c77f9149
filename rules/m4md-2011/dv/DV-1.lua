return {
  id = "DV-1",
  title = "Development goals of origin",
  answers = { "S5-5", "S6D-2", "S6D-3" },
  looks_for = {
    { "development_goals", none = { "plan_of_host" } },
    { "planning_office" },
    { "betterment", "home_country|origin_land", near = 10, none = { "diaspora", "plan_of_host" } },
    { "plan_named", "tied_to_plan", "home_country|origin_land", near = 20, none = { "plan_of_host" } },
    { "development_goals|plan_named", "tied_to_plan", "only_after", polarity = "forbidden", none = { "plan_of_host" } },
    -- "posts in the districts named under the Health Plan 2028": a dated plan is seldom the host's
    { "plan_dated", "tied_to_plan", near = 20, none = { "plan_of_host" } },
    { "development_goals|plan_named", "runs_counter", near = 16, polarity = "forbidden", none = { "plan_of_host" } },
    { "public_works", "laid_out", "home_country|origin_land", near = 20, none = { "diaspora" } },
  },
  against = {
    { "development_goals|plan_named", "plan_sets_aside", near = 16, none = { "protecting_no" } },
    { "plan_passed_over", polarity = "any" },
  },
  negated = { "protecting_no", "outside_the_scope", "only_after" },
  inherent = { "development_goals" },
  advice = {
    absent = "The draft is silent on the development plans of the country of origin.",
    mentioned = "Development is a wish of the preamble or the objectives. An operative clause must tie quotas, sectors or projects to the plan.",
    soft = "Make the link a duty: decisions under the agreement shall take the national development plan as their basis.",
    binding = "Say who applies the plan, when, and through which instrument (annual plan, project list, fund).",
    wording = "In fixing the yearly numbers and occupations the competent authorities shall apply the priorities of the national development plan of the country of origin. The {joint body} shall report each year on the agreement's contribution to that plan.",
  },
}

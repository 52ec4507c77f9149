return {
  id = "LM-9",
  title = "Training of the local workforce",
  answers = { "S2-3" },
  looks_for = {
    { "locals_replaced", polarity = "forbidden" },
    { "local_workforce", "local_protected", near = 10, polarity = "any", none = { "outside_the_scope", "rule_lifted" } },
    { "looked_after", "people_here", "host_country", near = 9 },
    { "strike_breaking", polarity = "forbidden" },
    { "local_training" },
    { "local_share" },
    -- "foreign workers shall not be engaged while residents are available"
    { "migrants_held_back", polarity = "any" },
    -- "and twenty places for young people who do not go abroad"
    { "stayers_no", context = "training|learning_place", polarity = "any" },
    -- who is trained at home for work at home belongs to the local workforce of origin
    { "gives_support", "learning_place", "home_country", near = 16, none = { "worker" } },
    -- "no permit for a post for which a national is available", and where the office must make sure of it first
    { "hands_at_home", "engaging_word", near = 30, polarity = "any", none = { "protecting_no", "outside_the_scope" } },
    { "hands_at_home", "engaging_word", near = 30, none = { "outside_the_scope" } },
    { "engaging_word", "slack_works", near = 30, polarity = "forbidden" },
    { "staff_ratio", polarity = "any" },
    { "kept_in_work", polarity = "any" },
    -- what is something else, whatever it is worded like
    { "readmission", most = 0 },
    { "own_trade", none = { "local_workforce", "people_here", "hands_at_home" }, most = 0 },
  },
  against = {
    { "looked_after", "people_here", polarity = "released", near = 9 },
    { "locals_replaced" },
    { "locals_replaced", polarity = "released" },
    { "locals_passed_over_no", polarity = "any" },
    { "rule_lifted", "local_workforce", near = 12, polarity = "any" },
  },
  advice = {
    absent = "Nothing trains or protects the local workforce of either country.",
    mentioned = "The local workforce is named as a concern only.",
    soft = "Make the priority of resident jobseekers, or their training, a duty.",
    binding = "Say who carries it out and how: how long a post is advertised first and who checks, or how many training places are financed and by whom.",
    wording = "No post shall be filled under this {instrument} unless the public employment service has advertised it to resident jobseekers for fourteen days. For every ten workers engaged the employer shall finance one apprenticeship for a young person of either country each year.",
  },
}

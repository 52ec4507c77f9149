return {
  id = "CO-3",
  title = "Sharing of good practice",
  answers = { "S2-5", "S6D-1e" },
  looks_for = {
    { "good_practice", not_actor = "worker|employer" },
    { "shares_knowledge", "know_how", near = 8, not_actor = "worker|employer|agency" },
    { "lets_know", "ways_that_work", "two_sides_or_offices", near = 20, not_actor = "worker|employer|agency", none = { "home_again", "worker_voice", "interviews" } },
    -- what is something else, whatever it is worded like
    { "course_for_officials", most = 0 },
    { "direct_correspondence", most = 0 },
  },
  against = {
    { "practice_hidden", polarity = "any", elsewhere = true },
    { "lets_know|outsiders_told", "ways_that_work", near = 10, polarity = "forbidden", not_actor = "worker|employer", none = { "outside_the_scope", "not_without", "worker" } },
    { "good_practice", polarity = "forbidden", none = { "outside_the_scope" } },
  },
  inherent = { "exchanged_matter" },
  advice = {
    absent = "The Parties keep what they learn to themselves. Foresee an exchange of experience or of experts.",
    mentioned = "Sharing experience is an aim. Make it a task of the joint body or the ministries.",
    soft = "Experience may be shared. Make it a duty.",
    binding = "Exchange of practice is due; add who organises it, how often, and in which form.",
    contradicted = "A clause keeps experience from being shared. Delete it.",
    wording = "The labour ministries shall hold a seminar every two years on what has worked under this {instrument}, "
      .. "exchange two officials for study visits in each year between, and publish the lessons.",
  },
}

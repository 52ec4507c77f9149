return {
  id = "LM-1",
  title = "All skill levels",
  answers = { "S5-4", "S6M-4" },
  looks_for = {
    { "all_skills" },
    { "low_skill", "high_skill", "covers", none = { "low_skill_excluded", "outside_the_scope" } },
    { "untrained_people", "covers", none = { "low_skill_excluded", "outside_the_scope" } },
    { "low_skill", "grades_alike", "covers", near = 12, none = { "low_skill_excluded", "outside_the_scope" } },
    { "no_schooling_asked", polarity = "any", none = { "wage" } },
    { "schooling_whatever", "covers", polarity = "any", none = { "wage" } },
    { "low_skill", topic = "skill_categories", none = { "low_skill_excluded", "outside_the_scope" } },
  },
  against = {
    { "low_skill_excluded", polarity = "any" },
    { "low_skill", "taken_in", polarity = "forbidden", near = 10, none = { "protecting_no" } },
  },
  window = "clause",
  inherent = { "skill_certified" },
  advice = {
    absent = "The draft does not say for which levels of skill it opens a channel.",
    mentioned = "All levels of skill are named in the aims only; the scope clause must say so.",
    soft = "Low- and semi-skilled workers are admitted at discretion. Put them into the scope beside the skilled.",
    binding = "Say which authority opens how many places for each level, and when.",
    contradicted = "A clause shuts out low- or semi-skilled workers. Strike it, or open a channel of their own.",
    wording = "This Agreement applies to workers of all levels of skill, from occupations that need no prior training to technical and professional work. The competent authorities shall fix by 30 November each year the places reserved for low- and semi-skilled workers.",
  },
}

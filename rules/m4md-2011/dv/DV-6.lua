return {
  id = "DV-6",
  title = "Brain drain",
  answers = {},
  looks_for = {
    { "brain_drain", polarity = "any", none = { "drain_licensed" } },
    { "takes_on", "skilled_people", "wanted_at_home", near = 20, polarity = "forbidden" },
    { "wanted_at_home", "takes_on", "skilled_people", near = 20, polarity = "forbidden" },
    { "drain_capped", polarity = "any" },
    { "short_of_cadres", "home_country", near = 10, polarity = "any" },
    { "takes_on", "cadres_of_home", near = 12, polarity = "forbidden" },
  },
  against = {
    { "takes_on", "drain_licensed", near = 14 },
    { "skills_drained" },
    { "skills_drained_no", polarity = "any" },
  },
  negated = { "protecting_no", "outside_the_scope" },
  advice = {
    absent = "Nothing limits or compensates the loss of skills that the country of origin needs.",
    mentioned = "The loss of skilled people is a concern of the preamble; no clause answers it.",
    soft = "Turn the consideration into a rule: excluded occupations, a ceiling, or compensation.",
    binding = "Name who keeps the list of excluded occupations, how often it is reviewed, and how compensation is paid.",
    wording = "Occupations on the shortage list which the country of origin communicates by 31 January each year shall not be recruited. For each professional recruited the receiving Party shall pay the cost of training a replacement into the training fund within three months.",
  },
}

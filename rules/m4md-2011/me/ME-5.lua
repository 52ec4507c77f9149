return {
  id = "ME-5",
  title = "Data and statistics",
  answers = { "SE-1", "S9D-7" },
  looks_for = {
    { "figures|periodic_figures", "gathers", near = 16, none = { "alien_matter", "figures_barred" } },
    { "gathers", "figures|periodic_figures", near = 16, none = { "alien_matter", "figures_barred" } },
    { "counts_people" },
    { "statistical_inquiry", "carries_out|gathers", near = 14, none = { "alien_matter" } },
    { "renders", "stat_vessel", "events_counted", near = 14,
      none = { "alien_matter", "figures_barred", "one_persons_papers" } },
    { "statistical_mark", "counts_people|figures", near = 16 },
  },
  against = {
    { "figures|periodic_figures", "gathers", near = 10, polarity = "forbidden", none = { "ban_limits", "keep_secret", "not_made_public", "not_alone" } },
    { "figures_barred", none = { "ban_limits" } },
    { "figures_barred", polarity = "released", none = { "ban_limits" } },
  },
  negated = { "protecting_no", "not_made_public", "ban_limits", "not_alone" },
  window = "article",
  inherent = { "figures" },
  body = { "stat_office" },
  procedure = { "statistical_inquiry" },
  advice = {
    absent = "No figures are collected or exchanged. Without them neither Party can say how many went, at what cost "
      .. "and with what result.",
    mentioned = "Better data is an aim. Say which figures, and who delivers them.",
    soft = "Statistics may be exchanged. Make the exchange a duty.",
    binding = "Figures are due; add the office that delivers them, the date each year, and the table they fill in.",
    contradicted = "A clause stops the exchange of figures. Protect personal data instead, and let statistics flow.",
    wording = "By 31 March of each year the statistical services of the labour ministries shall exchange, on an "
      .. "agreed form, figures on permits, arrivals, returns, wages, accidents and complaints of the past year, by "
      .. "sex, age, occupation and region, and shall publish them.",
  },
}

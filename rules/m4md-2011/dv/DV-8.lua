return {
  id = "DV-8",
  title = "Investment and job creation",
  answers = { "SE-7", "S9D-10" },
  looks_for = {
    { "investment_jobs", none = { "jobs_of_host", "earnings_effect" } },
    { "earnings_effect", most = 1 },
    { "lends_to_business" },
    { "business_seeded", none = { "jobs_of_host" } },
    -- "workers who open a business at home are exempt from duty on its machinery"
    { "favoured_by_exemption", "investment_jobs|business_seeded", "home_country|origin_land|home_again", near = 24, polarity = "released",
      none = { "jobs_of_host" } },
    { "makes_business", "business_at_home", "home_country|origin_land", near = 24 },
  },
  against = {
    { "business_choked", polarity = "any" },
  },
  negated = { "protecting_no", "outside_the_scope" },
  body = { "money_institution" },
  advice = {
    absent = "Nothing promotes investment, enterprise or jobs in the country of origin.",
    mentioned = "Investment is an aim of the text, without an undertaking.",
    soft = "Turn encouragement into an instrument: a guarantee, a fund, a grant for returning founders.",
    binding = "Name the institution, the sum and the procedure.",
    wording = "The development bank shall guarantee each year loans of up to ten million to enterprises in the districts from which workers are recruited, and shall decide on applications within sixty days.",
  },
}

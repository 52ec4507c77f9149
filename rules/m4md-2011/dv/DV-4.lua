return {
  id = "DV-4",
  title = "Diaspora partnership",
  answers = { "SE-5", "S6M-6", "S9D-2", "S9D-3", "S9D-5", "S9D-6" },
  looks_for = {
    { "diaspora", "diaspora_engagement", near = 25, none = { "governed_elsewhere" } },
    { "diaspora_engagement", topic = "diaspora|abroad_heading", near = 30, none = { "governed_elsewhere" } },
    { "invests", "people_of_origin", "home_country", near = 18, none = { "governed_elsewhere" } },
    { "emigrated|diaspora", "gives_back", "home_country", near = 16, none = { "governed_elsewhere" } },
    { "calls_on_them", "settled_there", "gives_home", near = 20, none = { "worker", "governed_elsewhere" } },
    { "favoured_by_exemption", "diaspora|emigrated", "invests|gives_back|gives_home", near = 30, none = { "governed_elsewhere" } },
    { "favoured_by_exemption", "diaspora|emigrated", "invests|gives_back|gives_home", near = 30, polarity = "released", none = { "governed_elsewhere" } },
    -- "acknowledging the contribution which practitioners settled in … make"
    { "community_there|diaspora", "honoured_for", "honouring", near = 16, most = 1 },
    -- "groups of citizens who stay there may put forward projects for their districts of origin"
    { "groups_abroad", "puts_projects", near = 24, none = { "governed_elsewhere" } },
  },
  against = {
    { "lends_knowledge", "home_country", near = 10, polarity = "forbidden", none = { "protecting_no" } },
  },
  body = { "agency_of_state" },
  negated = { "protecting_no" },
  inherent = { "diaspora" },
  advice = {
    absent = "The diaspora has no part in development, investment or the transfer of knowledge.",
    mentioned = "The diaspora is honoured in words, but is no partner.",
    soft = "Give the partnership a form: a council, a yearly meeting, a programme with funds.",
    binding = "Name the body, its meetings and its means.",
    wording = "The Parties shall set up a Diaspora Council, with members chosen by the diaspora's own organisations, which meets twice a year, advises on investment and knowledge transfer, and disposes of a yearly programme fund.",
  },
}

return {
  id = "DV-5",
  title = "Education and capacity building in origin",
  answers = { "S6M-8", "S4-4", "S8-3" },
  looks_for = {
    { "origin_capacity" },
    { "aid_given", none = { "diaspora" } },
    { "gives_support", "learning_place", "home_country|origin_land", near = 16 },
    { "gives_support", "office_strength", "home_country|origin_land", near = 14, not_actor = "origin|worker|employer|agency",
      none = { "diaspora" } },
    { "secretariat_work", most = 0 },
  },
  against = {
    { "aid_withdrawn", polarity = "any" },
  },
  negated = { "protecting_no", "outside_the_scope", "no_duty_made" },
  advice = {
    absent = "Nothing supports schools, training or administration in the country of origin.",
    mentioned = "Capacity building is named as an aim only.",
    soft = "Replace the offer by a yearly commitment: places, trainers, equipment or funds.",
    binding = "Give figures: which institution, how many places or what sum, each year.",
    wording = "The receiving Party shall finance each year the training of twenty instructors and ten officials of the employment service of the country of origin and shall equip one vocational centre chosen by the {joint body}.",
  },
}

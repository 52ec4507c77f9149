return {
  title = "Licensed recruiters, and anybody else",
  one = {
    { "authorised_recruiter", none = { "any_recruiter" } },
    { "recruit_act", "recruiting_body", "exclusively", near = 16 },
  },
  against = "RC-1",
  other = {
    { "any_recruiter" },
    { "recruits_at_will", none = { "wrong_punished" } },
    { "recruits_at_will_no", polarity = "any", none = { "wrong_punished" } },
    { "authorised_recruiter", polarity = "released" },
  },
  message = "{one} reserves recruitment to those authorised, but {other} opens it to others.",
}

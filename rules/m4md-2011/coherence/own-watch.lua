return {
  title = "Called independent, but of those who are watched",
  within = true,
  one = {
    { "independent_watch", polarity = "any" },
  },
  other = {
    { "own_organ", "independent_watch", near = 30, polarity = "any" },
    { "own_organ", "made_by", near = 12, context = "independent_watch" },
    { "members_of_parties", context = "independent_watch", none = { "follow_up_body" } },
  },
  message = "{one} calls the watch independent, but {other} gives it to those who are to be watched.",
}

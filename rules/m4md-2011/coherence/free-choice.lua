return {
  title = "Free choice beside compulsion",
  one = {
    { "voluntary_migration", polarity = "any" },
    { "compelled_migration", polarity = "forbidden" },
  },
  against = "HR-9",
  other = {
    { "departure_prevented", none = { "voluntary_migration" } },
    { "compelled_migration", none = { "suppress", "voluntary_migration" } },
    { "forced_to_stay", none = { "suppress", "voluntary_migration" } },
    { "forced_to_stay_no", polarity = "any", none = { "suppress", "voluntary_migration" } },
    { "leave_denied", polarity = "forbidden", none = { "voluntary_migration" } },
  },
  message = "{one} calls migration a free choice, but {other} holds people back or compels them.",
}

return {
  title = "Inspection beside a ban on visits",
  one = {
    { "workplace_visit" },
    { "labour_inspector", "inspects", near = 16, none = { "border_check" } },
  },
  against = "ME-7",
  other = {
    { "workplace_visit", polarity = "forbidden" },
    { "watch_barred" },
    { "watch_barred", polarity = "released" },
    { "watch_barred_no", polarity = "any" },
    { "inspection", "workplace", near = 8, polarity = "forbidden" },
  },
  message = "{one} has workplaces or dwellings inspected, but {other} forbids it.",
}

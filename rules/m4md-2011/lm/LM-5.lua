return {
  id = "LM-5",
  title = "Visa facilitation",
  answers = { "S6T-1" },
  looks_for = {
    { "quicker", "visa_permit", near = 14, none = { "wage", "permit_ends", "diplomats" } },
    -- a time for the office to decide in; one for the holder to report in makes nothing easier
    { "days_allowed", "visa_permit", "decides_on_it", near = 20, not_actor = "worker|employer", none = { "wage", "permit_ends" } },
    { "visa_ease", none = { "visa_made_hard", "diplomats" } },
    { "dispenses_formality", context = "visa_permit" },
    { "visa_dispensed", polarity = "any", none = { "diplomats" } },
    { "visa_dispensed", polarity = "released", none = { "diplomats" } },
    { "visa_not_needed", polarity = "any", none = { "diplomats" } },
    { "visa_not_needed", polarity = "released", none = { "diplomats" } },
    { "steps_spared", context = "visa_permit", polarity = "any" },
    { "quicker", topic = "visa_permit" },
    -- "the card takes the place of a permit"; then "the office decides on it within ten days"
    { "days_allowed", "decides_on_it", context = "paper_for_permit", near = 20, not_actor = "worker|employer", none = { "wage", "permit_ends", "diplomats", "not_the_permit" } },
    { "days_allowed", "decides_on_it", "the_application", context = "visa_permit", near = 20, not_actor = "worker|employer",
      none = { "wage", "permit_ends", "diplomats", "not_the_permit" } },
    { "days_allowed", "decides_on_it", topic = "visa_permit", near = 20, not_actor = "worker|employer" },
  },
  against = {
    { "visa_made_hard", polarity = "any", none = { "diplomats" } },
    { "visa_harder", "visa_permit", near = 12 },
  },
  window = "article",
  advice = {
    absent = "Visas and permits follow the ordinary course: nothing makes them faster, simpler or cheaper.",
    mentioned = "Easier admission is named as an aim only.",
    soft = "Easier admission is only held out, which gives no right. Fix a number of days and a fee.",
    binding = "Name the authority, the days within which it decides and the single form.",
    wording = "The immigration authority shall decide on visa and permit, applied for on one form, within fifteen days of a complete application. The fee shall not exceed the cost of issue.",
  },
}

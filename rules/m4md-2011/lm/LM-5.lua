return {
  id = "LM-5",
  title = "Visa facilitation",
  answers = { "S6T-1" },
  looks_for = {
    { "quicker", "visa_permit", near = 14, none = { "wage", "permit_ends" } },
    { "visa_ease" },
    { "dispenses_formality", context = "visa_permit" },
    { "visa_dispensed", polarity = "any" },
    { "visa_dispensed", polarity = "released" },
    { "visa_not_needed", polarity = "any" },
    { "steps_spared", context = "visa_permit", polarity = "any" },
    { "quicker", topic = "visa_permit" },
  },
  against = {
    { "visa_harder", "visa_permit", near = 12 },
  },
  advice = {
    absent = "Visas and permits follow the ordinary course: nothing makes them faster, simpler or cheaper.",
    mentioned = "Easier admission is named as an aim only.",
    soft = "\"As promptly as possible\" gives no right. Fix a number of days and a fee.",
    binding = "Name the authority, the days within which it decides and the single form.",
    wording = "The immigration authority shall decide on visa and permit, applied for on one form, within fifteen days of a complete application. The fee shall not exceed the cost of issue.",
  },
}

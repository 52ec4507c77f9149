return {
  id = "HR-9",
  title = "Voluntary migration",
  answers = { "S6M-2" },
  looks_for = {
    { "voluntary_migration", none = { "compelled_migration" } },
    { "voluntary_migration", polarity = "forbidden" },
    { "compelled_migration", polarity = "forbidden" },
    { "forced_to_stay", polarity = "forbidden" },
  },
  against = {
    { "compelled_migration", none = { "suppress" } },
    { "cannot_refuse", polarity = "any", actor = "worker" },
    { "bound_to_work", polarity = "any" },
    { "forced_to_stay", none = { "suppress" } },
    { "forced_to_stay_no", polarity = "any", none = { "suppress" } },
  },
  window = "paragraph",
  advice = {
    absent = "Nothing says that leaving and coming home are the worker's own, informed choice.",
    mentioned = "Choice is a principle of the preamble. Write it into recruitment and return.",
    soft = "Choice is only held out. Require the worker's free and informed consent.",
    binding = "Consent is required. Say how it is given (in writing, after information) and who checks it.",
    contradicted = "A clause lets people be moved against their will. Delete it.",
    wording = "Recruitment under this Agreement, and return under its programmes, rest on the free and informed consent of the person, given in writing after a briefing in the person's own language. The employment service shall record the consent; whoever refuses or withdraws suffers no disadvantage.",
  },
}

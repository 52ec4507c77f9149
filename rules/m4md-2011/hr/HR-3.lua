return {
  id = "HR-3",
  title = "Equal treatment",
  answers = { "S6M-3" },
  looks_for = {
    { "equal_treatment" },
    { "not_less_favourable", polarity = "any" },
    { "local_rate", "work_conditions", none = { "teaches", "informs_parties" } },
    { "non_discrimination", polarity = "any" },
    { "discriminate", polarity = "forbidden", none = { "non_discrimination" } },
  },
  against = {
    { "lower_for_migrants", none = { "not_less_favourable" } },
    { "equal_treatment", polarity = "forbidden" },
    { "labour_law_cover", "covers_worker", polarity = "forbidden", near = 12 },
    { "covers_worker", "labour_law_cover", polarity = "forbidden", near = 12 },
    { "labour_law_cover", "covers_worker", polarity = "released", near = 12, none = { "norm_preserved" } },
  },
  window = "paragraph",
  inherent = { "actor_employer", "written_contract", "equal_treatment", "local_rate" },
  advice = {
    absent = "Nothing puts the migrants on the footing of nationals in pay, conditions or social rights.",
    mentioned = "Equality is a principle of the preamble or the aims. It helps no worker until an operative clause grants it.",
    soft = "Equal treatment is only held out. Grant it, and list the matters: pay, hours, safety, housing, social security, courts.",
    binding = "Equal treatment binds. Add who checks it and how a worker has an unequal wage put right.",
    contradicted = "A clause pays migrants less or takes them out of the labour law. It defeats equal treatment wherever that stands. Delete it.",
    wording = "Workers shall enjoy treatment no less favourable than that of nationals of the country of destination in pay, hours, rest, safety, training, dismissal, social security and access to the courts. The labour inspectorate shall compare wages at least once a year and order arrears to be paid within thirty days.",
  },
}

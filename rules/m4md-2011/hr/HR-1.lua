return {
  id = "HR-1",
  title = "International norms",
  answers = { "S5-1", "S3-2", "S9G-3" },
  looks_for = {
    { "international_norms", elsewhere = true, none = { "norm_overridden" } },
    -- "nothing in this Agreement may fall below / derogate from the conventions"
    { "norm_violation", "international_norms", polarity = "forbidden" },
    { "norm_violation", "international_norms", polarity = "released", least = 3 },
    { "ilo_member", most = 1 },
    { "norm_forbids", "international_norms", polarity = "forbidden", near = 12 },
    { "norm_dropped", "international_norms", polarity = "forbidden", near = 12 },
    { "norm_preserved", "international_norms", polarity = "forbidden" },
    { "norm_preserved", "international_norms", polarity = "released" },
  },
  against = {
    -- the conventions may not be relied on, or do not apply to these workers
    { "norm_invoked", "international_norms", polarity = "forbidden", near = 14, none = { "norm_violation", "norm_preserved" } },
    { "international_norms", "norm_invoked", polarity = "forbidden", near = 14, none = { "norm_violation", "norm_preserved" } },
    { "norm_invoked", polarity = "forbidden", context = "cited_instruments" },
    { "norm_overridden" },
    { "norm_dropped", "international_norms", near = 12, none = { "norm_violation" } },
    { "petitions_word", "rights_body", polarity = "forbidden", near = 14, none = { "right_taken", "kept_from_loss" } },
  },
  window = "paragraph",
  inherent = { "international_norms" },
  advice = {
    absent = "The draft names no human-rights or labour standard. Without one, nothing measures what its clauses promise.",
    mentioned = "International norms stand in the preamble or among the aims only. Carry them into an operative article that obliges both Parties.",
    soft = "Conformity with international norms is a hope, not a duty. Oblige the Parties (“shall”), without reservation.",
    binding = "The norms bind, but nobody answers for them. Name who checks conformity, how often, and what follows where practice falls short.",
    contradicted = "A clause keeps workers from relying on the very instruments that should protect them. Delete it.",
    wording = "The Parties shall apply this {instrument} in conformity with the international human-rights treaties and the ILO conventions that bind either of them, fundamental principles and rights at work included. The ministries responsible for labour shall examine conformity once a year, in writing, and shall correct a shortfall within six months.",
  },
}

return {
  id = "CO-6",
  title = "Legal force",
  answers = {},
  looks_for = {
    { "enters_into_force", "treaty_word", near = 16, polarity = "any" },
    { "enters_into_force", topic = "final_heading", polarity = "any" },
    { "lasts", "treaty_word", near = 16, definition = true, polarity = "any" },
    { "lasts", topic = "final_heading", polarity = "any" },
    { "amends", polarity = "any" },
    { "ends", polarity = "any" },
    { "legal_status", polarity = "any" },
    { "spans_time", "treaty_word", near = 12, none = { "employment_contract", "passport_papers", "alien_matter" } },
    { "force_begins", polarity = "any", none = { "force_denied" } },
  },
  against = {
    { "force_denied", polarity = "any" },
  },
  window = "article",
  procedure = { "formal_notice" },
  advice = {
    absent = "The text is silent on its force: when it begins, how long it lasts, how it is changed and ended.",
    mentioned = "Legal force is hinted at only. Add final clauses.",
    soft = "The instrument binds nobody, or its final clauses are optional. If it is to be carried out, say that "
      .. "it binds.",
    binding = "Final clauses are there, but not complete: entry into force, duration, amendment and notice period, "
      .. "each with its form and time.",
    contradicted = "A clause takes the force away that others give. Decide which is meant.",
    wording = "This {instrument} shall enter into force thirty days after the later of the written notifications that "
      .. "domestic requirements are met. It is concluded for five years and renewed for five more unless a "
      .. "Party gives six months' written notice. It may be amended in writing by common consent. Contracts running when it "
      .. "ends shall be honoured to their term.",
  },
}

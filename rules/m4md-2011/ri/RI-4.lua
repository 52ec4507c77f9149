-- Applies only where somebody must go or be taken back; then that duty has to be tied to safeguards or support.
return {
  id = "RI-4",
  title = "Readmission with rights",
  answers = { "S6M-6" },
  applies = function(agreement)
    return agreement:count { "readmission", polarity = "any" } > 0
      or agreement:count { "return_at_cost_of_worker", polarity = "any", context = "removed_unheard|return_home" } > 0
  end,
  looks_for = {
    { "return_safeguard", "readmission|return_home", polarity = "any", none = { "return_at_cost_of_worker", "removed_unheard" } },
    { "return_safeguard", topic = "readmission|return_home", polarity = "any",
      none = { "return_at_cost_of_worker" } },
    { "return_safeguard", context = "readmission", polarity = "any", near = 30,
      none = { "return_at_cost_of_worker", "dispute_of_parties" } },
    { "removed_unheard|return_at_cost_of_worker", "not_without", polarity = "any" },
    { "removed_unheard", polarity = "forbidden" },
    -- "shall not be compelled to depart before …"
    { "return_safeguard", context = "readmission", polarity = "released", least = 3 },
    { "readmission|return_home", "harm_feared", polarity = "forbidden" },
    { "sent_to_harm", context = "readmission", polarity = "any", least = 3 },
    { "harm_feared", "readmission|return_home", polarity = "any", none = { "removed_unheard", "rights_no_obstacle" } },
    -- development support is the other thing that return may be tied to
    { "return_support|reintegration|reintegration_help", "readmission" },
    { "return_support|reintegration", topic = "readmission" },
    { "return_support", context = "readmission" },
    -- a bare duty to take people back
    { "readmission", most = 0 },
  },
  against = {
    { "rights_no_obstacle", "readmission|removed_unheard", polarity = "any", none = { "not_without" } },
    { "return_at_cost_of_worker", polarity = "any", none = { "not_without" }, context = "readmission|removed_unheard|return_home" },
    { "removed_unheard", none = { "not_without" } },
    { "removed_whatever", polarity = "any" },
    -- "The order requires no statement of grounds and is not open to review"
    { "order_unheard", context = "readmission|removed_unheard", polarity = "any", none = { "recruiter_any", "not_without" } },
  },
  window = "paragraph",
  inherent = { "readmission" },
  advice = {
    absent = "People must leave or are taken back, but no clause protects their dignity, hears them or supports their return.",
    mentioned = "Humane return is a principle here, not a duty.",
    soft = "The safeguards are optional. Require a written decision, a hearing and payment of wages due before departure.",
    binding = "Name the authority, the time limits and the support that goes with the return.",
    contradicted = "A clause removes people unheard, without review or at their own charge. Strike it or replace it.",
    wording = "Nobody shall be returned without a written and reasoned decision of the competent authority, at least fifteen days to be heard or to appeal, and payment of wages due. Return shall respect the dignity, health and family life of the person, and the Parties shall offer each person returned a reintegration plan within one month.",
  },
}

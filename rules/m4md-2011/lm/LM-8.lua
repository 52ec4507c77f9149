return {
  id = "LM-8",
  title = "Circularity",
  answers = { "S6D-1d", "S9D-8" },
  looks_for = {
    { "circular|comes_again", "protecting_no", polarity = "forbidden", near = 14, none = { "return_barred" } },
    { "circular", none = { "circular_refused" } },
    { "comes_again", "earlier_participants", near = 14, none = { "circular_refused", "return_barred_no" } },
    { "residence_unbroken", polarity = "any" },
    { "second_chance", polarity = "any" },
    { "second_chance", polarity = "released" },
    -- what is something else, whatever it is worded like
    { "readmission", most = 0 },
  },
  against = {
    { "return_barred" },
    { "return_barred_no", polarity = "any" },
    { "circular_refused", polarity = "any" },
  },
  procedure = { "entry_instrument" },
  inherent = { "test_waived" },
  advice = {
    absent = "Who leaves starts from nothing: no re-entry, repeated season or retained residence.",
    mentioned = "Circular migration is named as an aim only.",
    soft = "Turn the possibility of coming again into a right for those who kept to the terms.",
    binding = "Name the authority, the kind of permit and its length.",
    wording = "A worker who has completed a contract in accordance with this {instrument} shall on request be issued, within fifteen days, a multiple-entry permit valid for three years and shall be placed before new candidates.",
  },
}

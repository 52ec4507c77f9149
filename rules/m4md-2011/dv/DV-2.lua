return {
  id = "DV-2",
  title = "Remittances",
  answers = { "S9D-9", "S6D-1c" },
  looks_for = {
    { "remittances", none = { "remittance_forced", "course_on_money" } },
    { "moves_money", "money_earned", "homeward", near = 12,
      none = { "remittance_forced", "course_on_money", "not_earnings" } },
    { "transfers_by_banks", topic = "money_transfer_heading", none = { "remittance_forced" } },
    { "transfer_unhindered", polarity = "forbidden" },
    { "remittances_cheaper", context = "remittances" },
    { "transfer_untaxed", polarity = "any" },
  },
  against = {
    { "remittance_forced", polarity = "any" },
    { "money_bound", none = { "suppress" } },
    { "money_bound_no", polarity = "any", none = { "suppress" } },
  },
  window = "clause",
  inherent = { "remittances" },
  advice = {
    absent = "Nothing lets workers send their earnings home, or makes that cheaper.",
    mentioned = "Remittances are named, but no right or duty follows.",
    soft = "Give the worker the right to transfer earnings freely, and oblige somebody to lower the cost.",
    binding = "Name the body, the cost ceiling or the yearly review of transfer charges.",
    contradicted = "A clause forces, limits or withholds transfers. Earnings belong to the worker: strike it.",
    wording = "Workers shall be free to transfer their earnings and savings at any time through an institution of their choice. The central banks shall publish every quarter a comparison of transfer charges, and the Parties shall see that the charge does not exceed three per cent of the amount sent.",
  },
}

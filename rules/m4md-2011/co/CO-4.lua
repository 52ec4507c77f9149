return {
  id = "CO-4",
  title = "Responsible authorities",
  answers = {},
  looks_for = {
    { "authorities_are|authority_in_country", definition = true, least = 3 },
    { "named_office", "put_in_charge", near = 16, definition = true, none = { "seats_filled" } },
    { "responsible_authority", "named_office", near = 14, definition = true },
    { "responsible_authority", "authority_task", near = 16 },
    { "delegation|liaison_named" },
    { "named_office", topic = "responsible_authority", definition = true },
    { "task_of_office", "named_office", near = 20 },
    { "office_of_land", "office_does", near = 14 },
    { "offices_pair" },
    { "office_handover" },
    { "officer_does" },
  },
  against = {
    { "nobody_in_charge", polarity = "any" },
    { "nobody_in_charge", polarity = "released" },
  },
  window = "article",
  inherent = { "responsible_authority", "named_office" },
  advice = {
    absent = "No authority answers for the agreement. Name one in each country, and say what it does.",
    mentioned = "Authorities are spoken of, but not charged with anything. Name them, with their tasks.",
    soft = "Authorities may act. Make each of them responsible.",
    binding = "Authorities are responsible; add names, tasks, terms and the way in which they correspond.",
    contradicted = "A clause leaves nobody responsible. Replace it by a named authority on each side.",
    wording = "This {instrument} shall be carried out, for each Party, by its ministry of labour, which shall issue the "
      .. "permits within thirty days, supervise recruitment and correspond directly with its counterpart. A "
      .. "change of authority shall be notified in writing within fifteen days.",
  },
}

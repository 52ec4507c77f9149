return {
  id = "DV-7",
  title = "Sharing of costs and benefits",
  answers = { "S9G-5", "S4-5" },
  looks_for = {
    { "share_costs_benefits", none = { "between_others" } },
    { "mutual_benefit", most = 1 },
    -- "on the basis of mutual benefit": a phrase, and nothing is shared
    { "gain_phrase", most = 0 },
    { "shares", "costs_and_gains", "two_sides", near = 18, none = { "between_others" } },
    { "portions", "money_matter", "both_states", near = 40, none = { "between_others", "alien_matter" } },
    -- "in recognition of the expense of educating them the host State shall pay …"
    { "outlay_recognised", "pays_across", not_actor = "worker|employer|agency" },
    { "outlay_recognised", "pays_across", "home_country|origin_land", near = 40, not_actor = "worker|agency" },
  },
  against = {
    { "costs_one_sided", none = { "protecting_no" } },
    { "one_pays_all", polarity = "any", none = { "protecting_no" } },
  },
  negated = { "not_without", "kept_from_loss", "not_denied" },
  procedure = { "joint_purse" },
  advice = {
    absent = "Costs fall where they fall: nothing shares costs or benefits between the two countries.",
    mentioned = "Mutual benefit is a phrase here. Say what is shared and how.",
    soft = "Replace the intention by a key: which costs, which shares, paid when.",
    binding = "Name the fund or account, the shares and the date of payment.",
    wording = "The Parties shall share the costs of selection, training and reintegration in equal parts through a joint fund, into which each pays by 31 March and on which the {joint body} accounts every year.",
  },
}

return {
  id = "CO-5",
  title = "Settlement between the Parties",
  answers = {},
  looks_for = {
    { "settles", "parties_dispute", near = 30 },
    -- no court before the commission has tried
    { "settles", "parties_dispute", "tried_first", near = 40, polarity = "forbidden" },
    { "goes_on", "parties_dispute", polarity = "any" },
    { "second_step", "the_governments|parties_dispute", polarity = "any", none = { "worker", "employer", "employment_contract", "between_others", "alien_matter" } },
    { "at_odds", "way_out", "the_governments", near = 30, none = { "worker", "employer", "employment_contract", "between_others", "alien_matter" } },
    { "arbitral_machine", none = { "alien_matter" } },
  },
  against = {
    { "law_by_force", polarity = "any" },
    { "settles", "parties_dispute", polarity = "forbidden", none = { "outside_judge", "goes_on", "tried_first" } },
  },
  body = { "follow_up_body", "scheme_managers" },
  procedure = { "settlement_steps" },
  -- to keep courts and third parties out is a limit where the Parties settle it among themselves
  check = function(agreement, finding)
    if finding.level == 0 then
      for _, clause in ipairs(agreement:clauses{ "settles", "parties_dispute", "outside_judge", polarity = "forbidden" }) do
        finding:contradict(clause, "nobody settles it")
      end
    end
  end,
  advice = {
    absent = "Nothing is said on what happens when the Parties read the text differently. Add a clause on consultation, "
      .. "then the joint body, then a third party.",
    mentioned = "Peaceful settlement is a principle. Lay down the steps.",
    soft = "Differences may be discussed. Make it a duty, with a next step where talks fail.",
    binding = "Settlement is a duty; add who takes it up, within which time, and what follows where it fails.",
    contradicted = "A clause excludes settlement. Delete it.",
    wording = "Differences over the interpretation or application of this {instrument} shall be settled by the {joint body} "
      .. " within sixty days of a written request. Where this fails they shall be taken up through "
      .. "diplomatic channels and, after six months, at the request of either Party be submitted to an arbitrator.",
  },
}

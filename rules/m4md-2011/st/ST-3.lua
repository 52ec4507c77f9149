return {
  id = "ST-3",
  title = "Coordination among stakeholders",
  answers = { "S5-2", "S2-2", "S9G-2" },
  looks_for = {
    { "stakeholder_forum", none = { "without_partners" } },
    { "both_sides", "forum_word", near = 25, none = { "collective_agreement" } },
    { "employer_side", "labour_side", "forum_word", "joint_committee_opening",
      none = { "collective_agreement", "only_heard" } },
    { "labour_side", "civil_society", "forum_word", "joint_committee_opening", none = { "only_heard" } },
    { "employer_side", "civil_society", "forum_word", "joint_committee_opening", none = { "only_heard" } },
    -- two kinds of partners at one table
    { "business_people", "labour_people", "sits_together", near = 20, none = { "collective_agreement" } },
    { "business_people", "other_people", "sits_together", near = 20, none = { "collective_agreement" } },
    { "labour_people", "other_people", "sits_together", near = 20, none = { "collective_agreement" } },
    -- officials and one kind of partners in a body that is not the Parties' own
    { "its_members", "officials_seated", "employer_side|labour_side", none = { "collective_agreement" } },
    { "its_members", "employer_side", "labour_side", context = "follow_up_body|forum_word", none = { "collective_agreement" } },
    { "its_members", "civil_society", "employer_side|labour_side", context = "follow_up_body|forum_word" },
    { "many_kinds", "sits_together", near = 16, none = { "collective_agreement", "joins_union" } },
    { "table_with_partners", none = { "collective_agreement" } },
    { "dialogue_with", "stakeholder_word", near = 8 },
    { "several_sides", "gathering", near = 16, none = { "collective_agreement" } },
    { "stakeholder_word", "forum_word", "takes_part", near = 20 },
    { "takes_part", "stakeholder_word", near = 6, most = 1 },
  },
  against = {
    { "several_sides|stakeholder_word", "gathering", near = 16, polarity = "forbidden", none = { "ban_limits", "not_without", "collective_agreement" } },
    { "without_partners", none = { "protecting_no" } },
    { "stakeholder_forum", "abolished", near = 14, polarity = "any" },
    { "stakeholder_forum", polarity = "forbidden", none = { "ban_limits" } },
    { "excluded_from", "stakeholder_word", near = 12 },
  },
  window = "article",
  procedure = { "meeting_routine" },
  inherent = { "consultation_subject", "forum_word", "both_sides" },
  advice = {
    absent = "Nothing brings governments, employers, unions and others to one table. Set up a tripartite or "
      .. "multi-stakeholder group, or open the joint body to the social partners.",
    mentioned = "Cooperation among stakeholders is a principle only. Name the body or dialogue in which it happens.",
    soft = "A forum is possible but not promised. Say that it shall be held, who convenes it, and when first.",
    binding = "The forum is set up, but not how it works: add composition, convenor, at least one session a year, "
      .. "and a report to which the Parties must reply.",
    contradicted = "A clause rules out such a forum. Delete it, or replace it by a forum with an advisory mandate.",
    wording = "A Tripartite Advisory Group shall be established within six months. It shall consist, for each "
      .. "country, of two officials, two members nominated by employers' organisations and two nominated by trade "
      .. "unions, and may hear migrants' associations. The labour ministries shall convene it in turn at least "
      .. "once a year; its recommendations shall be put on the agenda of the {joint body} and answered in "
      .. "writing.",
  },
}

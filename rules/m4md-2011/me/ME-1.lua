return {
  id = "ME-1",
  title = "Joint monitoring body",
  answers = { "S5-7", "S4-9", "S6M-7" },
  looks_for = {
    { "follow_up_body", "body_set_up", near = 25, none = { "inter_ministry", "partners_sat", "unrelated_board", "alien_matter", "other_treaty_body", "report_passed_on" } },
    { "follow_up_body", "follow_application", none = { "inter_ministry", "other_treaty_body" } },
    { "regular_consultation", none = { "unrelated_board", "own_ministries" } },
    { "confers", "at_intervals", near = 20, actor = "parties|authority|joint-body|origin|destination",
      none = { "inter_ministry", "unrelated_board", "alien_matter" } },
    { "confers", "working_of_it", near = 20, actor = "parties|authority|joint-body|origin|destination",
      none = { "inter_ministry", "parties_dispute" } },
    { "confers", "follow_application", "at_intervals", near = 24, not_actor = "worker|employer|agency",
      none = { "inter_ministry", "parties_dispute", "unrelated_board" } },
    { "confers", "at_intervals|working_of_it", "their_officials", near = 20,
      none = { "inter_ministry", "parties_dispute" } },
    -- the wish to follow it, without anybody who does
    { "watching_word", "follow_application", near = 8, most = 1,
      none = { "inter_ministry", "independent_body", "labour_side", "civil_society", "worker_voice" } },
    { "kept_in_view", "the_instrument", near = 14 },
    { "review_of_agreement", "at_intervals", actor = "parties|authority|joint-body" },
    { "standing_body", "of_two", "follow_application|working_of_it|tends_to_it", near = 20,
      none = { "inter_ministry", "partners_sat", "unrelated_board", "alien_matter", "parties_dispute", "independent_body" } },
    -- "A Board is created … It shall supervise the carrying out of this Agreement"
    { "it_follows_up", context = "follow_up_body", not_actor = "worker|employer|agency",
      none = { "inter_ministry", "partners_sat", "unrelated_board", "alien_matter", "parties_dispute", "independent_body" } },
    { "standing_body", "follow_this", elsewhere = true, none = { "inter_ministry", "unrelated_board", "parties_dispute" } },
  },
  against = {
    { "words_deleted", "follow_application|follow_up_body", near = 14, polarity = "any", least = 3 },
    { "body_dissolved", polarity = "any", none = { "ban_limits" } },
    { "confers", "working_of_it", near = 14, polarity = "forbidden",
      none = { "ban_limits", "parties_dispute", "not_without", "labour_side", "employer_side", "civil_society", "worker_voice" } },
    { "follow_up_body", "body_set_up", near = 10, polarity = "forbidden",
      none = { "ban_limits", "single_cases", "not_without", "keep_secret", "no_bearing", "its_papers", "labour_side", "employer_side", "civil_society" } },
  },
  window = "article",
  procedure = { "body_routine" },
  inherent = { "follow_up_body" },
  advice = {
    absent = "Nobody follows the agreement once it is signed. Set up a joint committee, or fix regular consultations.",
    mentioned = "Joint follow-up is an intention. Say that the body is established, and by when it first meets.",
    soft = "The body may be set up, or meets only if convenient. Say that it is set up, and when it meets.",
    binding = "The body or the consultations are fixed; add what is open of these: who sits in it, how often it meets, and to whom it reports.",
    contradicted = "A clause rules the body out. Delete it, or replace it by consultations at fixed times.",
    wording = "A {joint body} of three members from each Party, led by the labour ministries, is hereby "
      .. "established. It shall meet at least once a year, alternately in each capital, and at the written "
      .. "request of a Party within thirty days. It shall follow the application of this {instrument}, adopt its rules of "
      .. "procedure and submit a report to both Governments within two months of each session.",
  },
}

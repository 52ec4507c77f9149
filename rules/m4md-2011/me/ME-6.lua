return {
  id = "ME-6",
  title = "Transposition into national practice",
  answers = { "S8-1", "S8-3" },
  looks_for = {
    { "enabling_act", not_actor = "worker|employer", none = { "alien_matter" } },
    { "own_rules", "so_that", near = 16 },
    { "changes_rules", "domestic_rules", "so_that|to_fit_the_agreement", near = 16,
      not_actor = "worker|employer|agency", none = { "brings_into_force", "starts_to_bind", "alien_matter", "not_applied", "told_of_changes" } },
    { "changes_rules", "domestic_rules", "so_that|to_fit_the_agreement", near = 16, most = 1, none = { "within_law", "brings_into_force", "told_of_changes" } },
    { "instruction_word", "state_servants", "on_the_agreement", near = 16, not_actor = "worker|employer|agency",
      none = { "alien_matter" } },
    -- "shall be carried out within the laws in force" changes no rule, whatever it is worded like
    { "within_law", "to_fit_the_agreement|on_the_agreement", most = 0 },
    { "done_within_law", most = 0 },
  },
  against = {
    { "enabling_act", polarity = "forbidden", none = { "ban_limits", "prejudice_none", "publish" } },
    { "changes_rules", "domestic_rules", "so_that|to_fit_the_agreement", near = 16, polarity = "forbidden", none = { "ban_limits" } },
    { "not_applied", polarity = "any", none = { "ban_limits" } },
  },
  inherent = { "enabling_subject" },
  advice = {
    absent = "Nobody has to turn the agreement into laws, instructions or training for officials. Without that it "
      .. "stays a paper between two ministries.",
    mentioned = "Implementation in national practice is an aim. Oblige each Party to issue what is needed.",
    soft = "Each Party may take implementing measures. Make it 'shall', by a date.",
    binding = "Implementing measures are due; add the authority, the date, and how the other Party is told.",
    contradicted = "A clause excludes adapting national rules. Delete it, or limit it to named laws.",
    wording = "Within six months of entry into force each Party shall issue the regulations and the instructions "
      .. "to its consular, immigration and labour-inspection services that are needed to apply this {instrument}, shall "
      .. "train the officials concerned, and shall send the texts to the other Party.",
  },
}

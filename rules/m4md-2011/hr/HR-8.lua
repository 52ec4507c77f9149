return {
  id = "HR-8",
  title = "Rights information and education",
  answers = { "S9P-1", "S9P-6" },
  looks_for = {
    { "rights_information", none = { "informs_parties" } },
    -- "a booklet which says what a worker can claim from the employer": the worker's "can" softens nobody's duty
    { "what_may_claim", least = 3, none = { "informs_parties" } },
    -- "no worker shall leave without having been told", "shall not be withheld"
    { "rights_information", "not_without", polarity = "forbidden", near = 12, none = { "informs_parties", "rights_hidden" } },
    { "tells_word", "rights_word", "not_without", polarity = "forbidden", near = 16, none = { "informs_parties", "rights_hidden" } },
    { "rights_information", "kept_from_loss", polarity = "forbidden", near = 8, none = { "informs_parties", "rights_hidden" } },
    { "rights_unknown", polarity = "any", most = 1 },
    { "teaches", "rights_matter", near = 40, none = { "informs_parties" } },
    { "tells_word", "rights_word", near = 18, none = { "informs_parties" } },
    { "law_lays_down", most = 0 },
  },
  against = {
    { "tells_word", "rights_word", polarity = "released", near = 18 },
    { "rights_gagged", none = { "wrong_punished" } },
    { "rights_hidden", polarity = "any", none = { "not_without", "wrong_punished", "suppress" } },
  },
  negated = { "protecting_no" },
  window = "article",
  body = { "teacher_named", "redress_office" },
  procedure = { "told_how" },
  inherent = { "rights_information" },
  advice = {
    absent = "Nothing obliges anybody to tell migrants what rights and duties they have.",
    mentioned = "Knowledge of rights is an aim. Say who informs whom, and when.",
    soft = "Information on rights is only held out. Make it a duty and the condition of departure.",
    binding = "The duty stands. Fix when it is done (before departure and within two weeks of arrival), by whom, and with which material.",
    contradicted = "A clause keeps workers from learning their rights. Delete it.",
    wording = "Before departure, and again within fourteen days of arrival, the employment services shall inform each worker, in a session held in the worker's language and by a printed guide, of the rights and duties under the contract, the labour law and this {instrument}, and of where to complain.",
  },
}

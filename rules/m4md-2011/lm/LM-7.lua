return {
  id = "LM-7",
  title = "Length and renewal of stay",
  answers = { "S9P-3" },
  looks_for = {
    { "extend_stay|renewed_by_consent", none = { "stay_tied" } },
    { "permit_prolonged", none = { "stay_tied", "lapsed_unrenewed" } },
    { "it_renewed", context = "visa_permit|employment_contract|contract_word|service_length", none = { "agreement_runs_on" } },
    { "extension_owed", polarity = "any" },
    { "not_tied", polarity = "any" },
    { "job_is_permit", polarity = "forbidden", none = { "stay_tied" } },
    -- what is something else, whatever it is worded like
    { "lapsed_unrenewed", most = 0, polarity = "any" },
  },
  against = {
    { "stay_tied", polarity = "any", none = { "kept_from_loss", "tie_denied", "at_first" } },
    -- "shall not, whatever the reason for which the employment has ended, take up work for any other employer"
    { "work_elsewhere", polarity = "forbidden", actor = "worker", none = { "kept_from_loss", "tie_denied", "at_first", "protecting_no", "only_if", "not_without", "with_leave" } },
    { "job_is_permit" },
    { "job_is_permit_no", polarity = "any" },
  },
  advice = {
    absent = "Stay and contract end when they end: no extension, renewal or change of employer is foreseen.",
    mentioned = "Longer stay is named as an aim only.",
    soft = "Extension lies in the discretion of authority or employer. Give the worker a right to apply and criteria.",
    binding = "Name the authority, the time within which it decides and the form of application.",
    contradicted = "A clause ties the worker to one employer or shuts out renewal. Replace it by a right to change on stated grounds.",
    wording = "On application made a month before expiry the labour office shall extend the permit where work remains, and shall permit a change of employer within the sector. It shall decide within fifteen days.",
  },
}

local other_sense = { "border_check", "recruiters_inspected", "workers_on_tour", "by_survey" }
local office_sense = { "border_check", "recruiters_inspected", "papers_checked" }

return {
  id = "ME-7",
  title = "Workplace supervision",
  answers = {},
  looks_for = {
    { "workplace_visit", none = other_sense },
    -- no lodging is used before it has been seen
    { "unless_inspected", "workplace", near = 16, polarity = "forbidden" },
    { "workplace", "unless_inspected", near = 16, polarity = "forbidden" },
    { "ensures_conditions", context = "workplace", actor = "authority|joint-body|destination|parties" },
    { "employed_as_agreed", actor = "authority|joint-body|destination|parties|origin",
      none = { "border_check", "recruiters_inspected", "workers_on_tour", "by_survey", "selecting" } },
    { "labour_inspector", "inspects", near = 16, none = office_sense },
    { "inspects", "workplace", near = 12, actor = "authority|joint-body|destination|parties", none = other_sense },
    { "inspection", "workplace", near = 14, none = other_sense },
    { "looks_over", "place_or_books", near = 12, not_actor = "worker|employer",
      none = { "border_check", "recruiters_inspected", "workers_on_tour", "by_survey", "papers_checked", "selecting" } },
    { "looks_over", "labour_inspector", "place_or_books", near = 16, none = { "border_check", "recruiters_inspected", "papers_checked", "selecting" } },
    { "inspection_free", polarity = "any" },
    -- what is something else, whatever it is worded like
    { "inspected_otherwise", most = 0 },
  },
  against = {
    { "workplace_visit", polarity = "forbidden", none = { "ban_limits", "civil_society", "labour_side", "unless_inspected", "workers_on_tour" } },
    { "inspection", "workplace", near = 8, polarity = "forbidden", none = { "ban_limits", "unless_inspected", "workers_on_tour", "not_without" } },
    { "inspects", "workplace", near = 8, actor = "authority", polarity = "forbidden",
      none = { "ban_limits", "unless_inspected", "not_without" } },
    { "watch_barred", none = { "ban_limits", "recruiter_private" } },
    { "watch_barred", polarity = "released", none = { "ban_limits", "recruiter_private" } },
    { "watch_barred_no", polarity = "any", none = { "ban_limits" } },
    -- "growers will not be asked to admit inspectors"
    { "need_not_admit", polarity = "released", none = { "ban_limits", "recruiter_private" } },
  },
  inherent = { "inspecting" },
  procedure = { "sanction_or_report" },
  advice = {
    absent = "No clause has the workplaces or lodgings of the migrants inspected. Put them under the labour inspectorate, and let consular staff visit.",
    mentioned = "Supervision of conditions is an aim. Say who inspects.",
    soft = "Inspections may take place. Make them a duty of the inspectorate.",
    binding = "Inspection is due; add which service, how often, and what follows when conditions fall short.",
    contradicted = "A clause keeps inspectors out. Delete it; homes and farms can be visited with due notice.",
    wording = "The labour inspectorate of the country of destination shall visit, without prior notice, at least once "
      .. "in each season every workplace and lodging where workers under this {instrument} are employed, shall hear "
      .. "workers alone and in their language, and shall order remedy within fourteen days on pain of exclusion of the "
      .. "employer from the scheme.",
  },
}

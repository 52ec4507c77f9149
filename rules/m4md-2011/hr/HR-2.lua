return {
  id = "HR-2",
  title = "Women migrant workers",
  answers = { "S5-1" },
  looks_for = {
    { "gender_protection" },
    { "women_protection", "women_workers", near = 20 },
    -- "no woman shall be employed underground", "shall not be lodged with"
    { "women_workers", "women_protection", polarity = "forbidden", near = 20, none = { "engage_person" } },
    { "women_protection", "women_workers", polarity = "forbidden", near = 12 },
    { "gender_protection", polarity = "forbidden" },
    { "pregnancy_test", polarity = "forbidden" },
    { "ends_employment", "pregnancy", polarity = "forbidden", near = 16 },
    { "women_excluded", polarity = "forbidden" },
    { "ends_employment", "pregnancy", "wrong_punished" },
  },
  against = {
    { "women_excluded" },
    { "women_workers", "engage_person", polarity = "forbidden", near = 10, none = { "women_protection", "pregnancy", "wrong_punished" } },
    { "engage_person", "women_workers", polarity = "forbidden", near = 10, none = { "women_protection", "pregnancy", "wrong_punished" } },
    { "pregnancy_test" },
    { "ends_employment", "pregnancy", near = 20, none = { "wrong_punished" } },
    { "women_denied", polarity = "any", none = { "wrong_punished" } },
  },
  window = "article",
  advice = {
    absent = "Women appear nowhere. They meet other risks than men: harassment, isolation in private homes, loss of work through pregnancy.",
    mentioned = "Women, or gender equality, are named as a concern, but no clause protects them. Add an operative one.",
    soft = "Protection of women is only held out. Say what is owed, by whom, and what a woman can do when it is refused.",
    binding = "The duty stands without means. Name the office, the shelter or helpline, and the time within which it must act.",
    contradicted = "A clause shuts women out, tests them for pregnancy or sends them home for it. Delete it: it offends against the equality conventions and fails this critical recommendation whatever else the draft says.",
    wording = "No worker shall be tested for pregnancy as a condition of recruitment, nor be dismissed or sent home by reason of pregnancy or maternity. The labour inspectorate of the country of destination shall keep a confidential telephone line and places of shelter for women and for workers in private households, and shall open an inquiry into any report of violence or harassment within three working days.",
  },
}

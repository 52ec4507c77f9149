return {
  id = "RI-5",
  title = "Social-security portability",
  answers = {},
  looks_for = {
    { "entitlement_kept", "social_security", near = 24, none = { "social_security_lost" } },
    { "entitlement_kept", topic = "social_security", none = { "social_security_lost" } },
    { "insurance_kept", polarity = "any" },
    { "rights_outlive", "social_security", polarity = "any", near = 24 },
    { "posted_cover", "social_security" },
    { "insurance_lost", polarity = "forbidden" },
  },
  against = {
    { "social_security_lost", polarity = "any", none = { "kept_from_loss", "posted_cover" } },
    { "insurance_lost" },
    { "insurance_lost_no", polarity = "any" },
  },
  window = "paragraph",
  advice = {
    absent = "Contributions paid abroad are lost: nothing keeps, adds up, exports or refunds entitlements.",
    mentioned = "Portability is named as an aim only.",
    soft = "Make portability a duty or a right, even if the details follow in an administrative arrangement.",
    binding = "Name the institutions, the form of certificate and the time within which benefits or refunds are paid.",
    contradicted = "A clause excludes workers from social insurance or takes their contributions. Replace it by cover with portability.",
    wording = "Periods of insurance completed in either country shall be added together. Benefits shall be paid in the country of residence without reduction. Where no entitlement has been acquired, the insurance institution shall refund the worker's contributions within sixty days of an application on the form agreed by the institutions.",
  },
}

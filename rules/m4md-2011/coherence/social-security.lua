return {
  title = "Entitlements kept and lost",
  one = {
    { "equal_treatment", "social_security", near = 12, none = { "social_security_lost" } },
    { "entitlement_kept", "social_security", near = 20, none = { "social_security_lost" } },
  },
  against = "RI-5",
  other = {
    { "social_security_lost", polarity = "any", none = { "kept_from_loss" } },
    { "insurance_lost" },
    { "insurance_lost_no", polarity = "any" },
  },
  message = "{one} keeps or pays out what workers have contributed, but {other} lets it lapse.",
}

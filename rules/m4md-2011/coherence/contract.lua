return {
  title = "An agreed contract, and other terms that prevail",
  one = {
    { "written_contract" },
    { "contract_substitution", polarity = "forbidden" },
  },
  against = "HR-5",
  other = {
    { "other_terms_prevail" },
    { "contract_substitution", none = { "prevents_abuse", "suppress", "wrong_punished" } },
  },
  message = "{one} fixes the contract, but {other} lets other terms take its place.",
}

return {
  title = "Freedom of unions beside their ban",
  one = {
    { "join_union", none = { "union_refrain" } },
    { "union_refrain", polarity = "forbidden" },
  },
  against = "HR-7",
  other = {
    { "join_union", polarity = "forbidden", none = { "norm_violation", "norm_preserved", "ends_employment", "equal_treatment" } },
    { "union_refrain", none = { "equal_treatment" } },
    { "union_kept_out", none = { "wrong_punished" } },
    { "union_kept_out_no", polarity = "any", none = { "wrong_punished" } },
    { "strike", polarity = "forbidden", none = { "ends_employment", "equal_treatment" } },
  },
  message = "{one} recognises the freedom to join unions, but {other} bans it or what they are for.",
}

return {
  id = "HR-7",
  title = "Freedom of association",
  answers = {},
  looks_for = {
    { "join_union", none = { "union_refrain", "union_punished" } },
    { "norm_violation|norm_preserved", "join_union", polarity = "forbidden", near = 10 },
    { "ends_employment", "join_union", polarity = "forbidden", near = 14 },
    -- what works against it, forbidden
    { "union_kept_out", polarity = "forbidden" },
    { "join_union|strike", "right_taken", polarity = "forbidden", near = 14, none = { "ends_employment" } },
    { "union_refrain", "right_taken", polarity = "any" },
  },
  against = {
    { "join_union", polarity = "forbidden", none = { "norm_violation", "norm_preserved", "ends_employment", "union_punished", "right_taken" } },
    { "union_refrain", polarity = "any", none = { "right_taken" } },
    { "union_punished", none = { "wrong_punished" } },
    { "strike", polarity = "forbidden", none = { "ends_employment" } },
    { "union_kept_out", none = { "wrong_punished" } },
    { "union_barred", polarity = "forbidden" },
    { "union_kept_out_no", polarity = "any", none = { "wrong_punished" } },
  },
  window = "paragraph",
  advice = {
    absent = "The draft is silent on whether migrants may join a union or bargain together.",
    mentioned = "Freedom of association is a principle only. Say that the workers have it.",
    soft = "Membership is only held out. State it as the worker's right.",
    binding = "The right stands. Protect its use: no dismissal for membership, access of unions to hostels and work sites, a body to appeal to.",
    contradicted = "A clause keeps workers out of unions or strikes. It offends against a fundamental principle of the ILO. Delete it.",
    wording = "Workers may form and join trade unions of their choice and bargain collectively on the same terms as nationals. No worker shall be dismissed, refused renewal or sent home for it; the labour inspectorate shall decide on a complaint within thirty days.",
  },
}

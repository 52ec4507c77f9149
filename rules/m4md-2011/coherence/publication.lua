return {
  title = "Publication beside confidentiality",
  one = {
    { "publish_agreement" },
    { "publish", "text_of_agreement", near = 16 },
  },
  against = "TR-1",
  other = {
    { "keep_secret", "text_of_agreement", near = 14, polarity = "any", none = { "not_secret" } },
    { "text_hidden", polarity = "any" },
    { "annex_secret", polarity = "any" },
    { "keep_secret", "annex_word", near = 24, polarity = "any", none = { "not_secret" } },
    { "publish_agreement", polarity = "forbidden" },
  },
  message = "{one} has the text published, but {other} keeps it or part of it secret.",
}

return {
  id = "LM-6",
  title = "Training of migrants",
  answers = { "S3-4", "S9P-1" },
  looks_for = {
    { "training_given", "training_kind", "protecting_no", near = 10, polarity = "forbidden",
      none = { "local_training", "stayers_no", "gone_home_people", "financial_literacy" } },
    { "training_given", "worker|recipients", near = 15,
      none = { "local_training", "stayers_no", "gone_home_people", "financial_literacy", "brain_drain" } },
    { "training_given", "training_kind", near = 8, none = { "local_training", "stayers_no", "gone_home_people", "financial_literacy" } },
    { "teaches_them", "worker|recipients|those_who_go", near = 8, not_actor = "worker",
      none = { "local_training", "stayers_no", "gone_home_people", "financial_literacy", "origin_capacity" } },
    { "course_of_length", none = { "local_training", "stayers_no", "gone_home_people", "financial_literacy", "origin_capacity" } },
    { "course_for_them", "worker|recipients|those_who_go", near = 15,
      none = { "local_training", "stayers_no", "gone_home_people", "financial_literacy", "origin_capacity" } },
    -- language lessons, whatever stands beside them
    { "tongue_lessons", "training_given|course_for_them", "worker|recipients|those_who_go", near = 15,
      none = { "local_training", "stayers_no", "gone_home_people", "origin_capacity" } },
    -- "no worker shall leave until he has attended a course"
    { "until_trained", "worker|recipients|those_who_go", polarity = "any", near = 30, none = { "local_training", "stayers_no", "gone_home_people", "financial_literacy" } },
    { "school_open", "worker|recipients|those_who_go", near = 20 },
    -- Learning as the purpose of admission; nobody undertakes to teach.
    { "own_advancement", "worker|those_who_go", near = 60, most = 1, definition = true },
  },
  against = {
    { "training_given", "training_kind", near = 8, polarity = "forbidden",
      none = { "protecting_no", "local_training", "stayers_no", "gone_home_people", "financial_literacy" } },
    { "training_denied", polarity = "any" },
  },
  window = "article",
  advice = {
    absent = "No vocational, language or orientation training is provided, before departure or afterwards.",
    mentioned = "Training is named as an aim only.",
    soft = "Courses are only offered. Say who must hold them, for how many hours and free of charge.",
    binding = "Name the institution, the hours and the time at which the course is held.",
    wording = "Before departure the sending agency shall give each worker, free of charge, at least forty hours of training in the language of the host country, the trade and safety at work; within two weeks of arrival the receiving agency shall hold an orientation course of sixteen hours.",
  },
}

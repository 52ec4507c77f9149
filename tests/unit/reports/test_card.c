/* A card made by hand, in text and JSON: what an adviser must find in it, and what a draft may not do to it.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "reports/report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const asked[] = {"HR-1", "HR-5"};

static struct bma_dimension dimension = {"HR", "Human rights and protection"};
static struct bma_rule rules[] = {
    {.id = "HR-1", .title = "International norms"},
    {.id = "HR-5", .title = "Protection from exploitation, which has a title that is longer than its column"},
    {.id = "HR-7", .title = "Freedom of association"},
};
static struct bma_recommendation critical = {.id = "S5-1",
                                             .session = "5",
                                             .gist = "Norms bind the agreement and women are protected",
                                             .priority = BMA_PRIORITY_CRITICAL,
                                             .draft = true,
                                             .reason = "",
                                             .criteria = asked,
                                             .criterion_count = 2};
static struct bma_pack pack = {.id = "m4md",
                               .version = "1",
                               .sha256 = "0123456789abcdef",
                               .rules = rules,
                               .rule_count = 3,
                               .dimensions = &dimension,
                               .dimension_count = 1};
static struct bma_evidence against = {.role = BMA_EVIDENCE_CONTRADICTS,
                                      .quote =
                                          "The employer keeps\x1b[2J the passport \xe2\x80\xaeof the worker.",
                                      .citation = "Article 7(1)",
                                      .source = {33554433, 33554493},
                                      .line = 40,
                                      .column = 3,
                                      .level = 3};
static struct bma_finding findings[] = {
    {.criterion = "HR-1",
     .status = BMA_FINDING_DECIDED,
     .level = 1,
     .reason = "Named as an aim.",
     .advice = "No clause obliges anybody.",
     .wording = "The Parties shall apply …"},
    {.criterion = "HR-5",
     .status = BMA_FINDING_DECIDED,
     .level = 0,
     .contradicted = true,
     .evidence = &against,
     .evidence_count = 1,
     .advice = "",
     .wording = "",
     .reason = ""},
    {.criterion = "HR-7",
     .status = BMA_FINDING_ERROR,
     .error = "no such field",
     .error_file = "hr/HR-7.lua",
     .error_line = 12},
};
static double scores[3], weights[] = {4, 4, 1};
static struct bma_dimension_result results = {&dimension, {6.7, 6.7, 17.8}, 3, 0, 1, 0};
static struct bma_recommendation_result statuses = {&critical, BMA_STATUS_CONTRADICTED, false, ""};

static void render(const char *format, struct bma_report_options options, struct bma_buffer *out)
{
    struct bma_document document = {.path = "draft.txt", .format = "text", .sha256 = "fedcba9876543210"};
    struct bma_annotated text = {.document = &document};
    struct bma_case agreement = {.path = "draft.txt", .document = &document};
    struct bma_findings all = {.items = findings, .count = 3, .duties_both = 7};
    struct bma_scorecard card = {.pack = &pack,
                                 .agreement = &agreement,
                                 .text = &text,
                                 .findings = &all,
                                 .title = "A title",
                                 .overall = {6.7, 6.7, 17.8},
                                 .grade = "E",
                                 .uncapped_grade = "E",
                                 .profile = "ministry",
                                 .met_level = 3,
                                 .scores = scores,
                                 .weights = weights,
                                 .dimensions = &results,
                                 .dimension_count = 1,
                                 .recommendations = &statuses,
                                 .recommendation_count = 1,
                                 .errors = 1,
                                 .contradicted = 1,
                                 .mentioned = 1};
    const struct bma_scorecard *cards[] = {&card};

    scores[0] = 15;
    scores[1] = 0;
    scores[2] = NAN;
    bma_buffer_init(out);
    bma_report_find(format)->write(cards, 1, &options, out);
    assert_false(out->failed);
}

static void text_says(void **state)
{
    static const char *const said[] = {
        "6.7 of 100 points and grade E", "leaves it between 6.7 and",
        "S5-1: a clause works against",  "1. HR-5",
        "Article 7(1), line 40",         "HR-7",
        "hr/HR-7.lua:12: no such field", "No clause obliges anybody.",
        "Duties: 0 on the origin",       "rule pack m4md 1",
    };
    struct bma_buffer out;

    (void)state;
    render("text", (struct bma_report_options){.width = 100}, &out);
    if (getenv("BMA_TEST_SHOW") != NULL)
        fputs(out.bytes, stderr);
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        if (strstr(out.bytes, said[i]) == NULL)
            fail_msg("the card does not say '%s'", said[i]);
    assert_null(strchr(out.bytes, '\x1b'));
    assert_null(strstr(out.bytes, "\xe2\x80\xae"));
    bma_buffer_release(&out);
}

static void text_keeps_its_width(void **state)
{
    static const unsigned asked_for[][2] = {{1, 60}, {60, 60}, {80, 80}, {100, 100}, {400, 100}};

    (void)state;
    for (size_t i = 0; i < sizeof asked_for / sizeof asked_for[0]; i++) {
        struct bma_buffer out;
        render("text", (struct bma_report_options){.width = asked_for[i][0]}, &out);
        for (char *line = strtok(out.bytes, "\n"); line != NULL; line = strtok(NULL, "\n"))
            assert_true(bma_utf8_width(line, strlen(line)) <= asked_for[i][1]);
        bma_buffer_release(&out);
    }
}

static void json_says(void **state)
{
    static const char *const said[] = {
        "\"start\": 33554433",   "\"level\": null",     "\"score\": null",       "\"file\": \"hr/HR-7.lua\"",
        "\"status\": \"error\"", "keeps\\u001b[2J the", "\"contradicted\": true"};
    struct bma_buffer out;

    (void)state;
    render("json", (struct bma_report_options){.width = 80}, &out);
    for (size_t i = 0; i < sizeof said / sizeof said[0]; i++)
        if (strstr(out.bytes, said[i]) == NULL)
            fail_msg("the JSON does not say '%s'", said[i]);
    bma_buffer_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_says),
        cmocka_unit_test(text_keeps_its_width),
        cmocka_unit_test(json_says),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

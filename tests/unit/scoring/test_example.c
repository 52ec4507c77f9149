/* The worked example of docs/scorecard.md, computed again from what stands there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "scoring/scorecard.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 20, WORD = 32 };

struct example {
    char ids[MOST][WORD], asked[MOST][WORD], points[MOST][WORD];
    double weights[MOST];
    const char *criteria[MOST], *answers[MOST];
    struct bma_rule rules[MOST];
    struct bma_finding findings[MOST];
    struct bma_recommendation recommendations[MOST];
    const char *asks[MOST][MOST];
    struct bma_dimension dimension;
    struct bma_pack pack;
    uint32_t count, recommendation_count;
    char *doc, *scoring;
};

static char *read_all(const char *path, size_t *length)
{
    struct bma_error error;
    char *bytes;

    assert_int_equal(bma_file_read(path, 1 << 20, &bytes, length, &error), BMA_OK);
    return bytes;
}

static void read_finding(struct bma_finding *finding, const char *word)
{
    if (strcmp(word, "na") == 0) {
        finding->status = BMA_FINDING_NOT_APPLICABLE;
    } else if (strcmp(word, "?") == 0) {
        finding->status = BMA_FINDING_UNDECIDED;
    } else {
        finding->level = word[0] - '0';
        finding->contradicted = word[1] == 'x';
        finding->likely = word[1] == '?';
    }
}

static enum bma_priority priority_of(const char *id)
{
    if (strcmp(id, "S5-1") == 0 || strcmp(id, "S5-2") == 0)
        return BMA_PRIORITY_CRITICAL;
    return strncmp(id, "S5-", 3) == 0 || strncmp(id, "S6M-", 4) == 0 ? BMA_PRIORITY_STANDARD
                                                                     : BMA_PRIORITY_SUPPLEMENTARY;
}

static void ask(struct example *e, uint32_t row)
{
    uint32_t at = 0;

    while (at < e->recommendation_count && strcmp(e->recommendations[at].id, e->asked[row]) != 0)
        at++;
    if (at == e->recommendation_count) {
        e->recommendations[at] = (struct bma_recommendation){.id = e->asked[row],
                                                             .gist = "",
                                                             .session = "",
                                                             .reason = "",
                                                             .draft = true,
                                                             .criteria = e->asks[at],
                                                             .priority = priority_of(e->asked[row])};
        e->recommendation_count++;
    }
    e->asks[at][e->recommendations[at].criterion_count++] = e->ids[row];
}

static void read_rows(struct example *e)
{
    const char *line = strstr(e->doc, "## Worked example");

    assert_non_null(line);
    while ((line = strstr(line, "\n| ")) != NULL && e->count < MOST) {
        char finding[WORD];
        uint32_t i = e->count;
        line++;
        if (sscanf(line, "| %31[^ |] | %31[^ |] | %31[^ |] | %31[^ |] | %lf |", e->ids[i], e->asked[i],
                   finding, e->points[i], &e->weights[i]) != 5)
            continue;
        e->answers[i] = e->asked[i];
        e->rules[i] =
            (struct bma_rule){.id = e->ids[i], .title = "", .answers = &e->answers[i], .answer_count = 1};
        e->findings[i] = (struct bma_finding){.criterion = e->ids[i]};
        read_finding(&e->findings[i], finding);
        ask(e, i);
        e->count++;
    }
    assert_int_equal(e->count, 10);
}

static void build(struct example *e)
{
    size_t length;

    e->doc = read_all(BMA_SOURCE_DIR "/docs/scorecard.md", &length);
    e->scoring = read_all(BMA_SOURCE_DIR "/rules/m4md-2011/scoring.yaml", &length);
    read_rows(e);
    e->dimension = (struct bma_dimension){"ALL", "All"};
    e->pack = (struct bma_pack){.id = "example",
                                .version = "1",
                                .dimensions = &e->dimension,
                                .dimension_count = 1,
                                .rules = e->rules,
                                .rule_count = e->count,
                                .recommendations = e->recommendations,
                                .recommendation_count = e->recommendation_count,
                                .scoring_text = e->scoring,
                                .scoring_length = length};
}

static void said(const char *doc, const char *key, char out[WORD])
{
    char wanted[WORD + 8];
    const char *line;

    snprintf(wanted, sizeof wanted, "\n- %s: ", key);
    line = strstr(doc, wanted);
    assert_non_null(line);
    assert_int_equal(sscanf(line + strlen(wanted), "%31s", out), 1);
}

static void check_results(const struct example *e, const struct bma_scorecard *card)
{
    char word[WORD];

    said(e->doc, "score", word);
    assert_true(fabs(atof(word) - card->overall.value) < 1e-9);
    said(e->doc, "low", word);
    assert_true(fabs(atof(word) - card->overall.low) < 1e-9);
    said(e->doc, "high", word);
    assert_true(fabs(atof(word) - card->overall.high) < 1e-9);
    said(e->doc, "grade by points", word);
    assert_string_equal(card->uncapped_grade, word);
    said(e->doc, "grade", word);
    assert_string_equal(card->grade, word);
    said(e->doc, "capped by", word);
    assert_string_equal(card->capped_by, word);
}

static void check_rows(const struct example *e, const struct bma_scorecard *card)
{
    static const char *const stated[] = {"S5-1", "S5-2", "S8-2", "S6M-6", "S9D-9"};
    char word[WORD];

    for (uint32_t i = 0; i < e->count; i++) {
        if (e->points[i][0] == '-')
            assert_true(isnan(card->scores[i]));
        else
            assert_true(fabs(card->scores[i] - atof(e->points[i])) < 1e-9);
        assert_true(fabs(card->weights[i] - e->weights[i]) < 1e-9);
    }
    for (size_t k = 0; k < sizeof stated / sizeof stated[0]; k++)
        for (uint32_t i = 0; i < card->recommendation_count; i++)
            if (strcmp(card->recommendations[i].recommendation->id, stated[k]) == 0) {
                said(e->doc, stated[k], word);
                assert_string_equal(bma_recommendation_status_name(card->recommendations[i].status), word);
            }
}

static void worked_example(void **state)
{
    struct example *e = bma_calloc(1, sizeof *e);
    struct bma_document document = {.path = "example"};
    struct bma_annotated text = {.document = &document};
    struct bma_case agreement = {.path = "example", .document = &document};
    struct bma_findings findings;
    struct bma_scorecard card;
    struct bma_scoring *scoring;
    struct bma_arena arena;
    struct bma_error error;

    (void)state;
    assert_non_null(e);
    build(e);
    findings = (struct bma_findings){.items = e->findings, .count = e->count};
    bma_arena_init(&arena);
    assert_int_equal(bma_scoring_load(&e->pack, "ministry", &scoring, &error), BMA_OK);
    assert_int_equal(
        bma_scorecard_make(scoring, &e->pack, &agreement, &text, &findings, NULL, &arena, &card, &error),
        BMA_OK);
    check_results(e, &card);
    check_rows(e, &card);
    bma_scoring_free(scoring);
    bma_arena_release(&arena);
    bma_free(e->doc);
    bma_free(e->scoring);
    bma_free(e);
}

struct fault {
    const char *yaml, *message;
    uint32_t line, column;
};

#define HEAD "default: a\nprofiles:\n  a:\n    about: x\n"
#define TAIL                                                                                                 \
    "    contradicted: 0\n    met: 3\n    undertaken: 2\n"                                                   \
    "    weights: { critical: 1, standard: 1, supplementary: 1, none: 1 }\n"
#define LEVELS "    levels: [0, 10, 20, 30, 40]\n"
#define GRADES "    grades: { A: 50, B: 0 }\n"

static void faults_are_placed(void **state)
{
    static const struct fault cases[] = {
        {HEAD "    levels: [0, 1]\n" TAIL GRADES, "five numbers", 5, 13},
        {HEAD "    levels: [0, 30, 20, 40, 50]\n" TAIL GRADES, "fewer points", 5, 21},
        {HEAD LEVELS TAIL "    grades: { A: 50, B: 60, C: 0 }\n", "lower score than the one before", 10, 25},
        {HEAD LEVELS TAIL "    grades: { A: 50, B: 10 }\n", "last grade takes 0", 10, 13},
        {HEAD LEVELS TAIL GRADES "    caps: { unmet: Z }\n", "names one of the grades", 11, 20},
        {"default: b\nprofiles:\n  a: {}\n", "the default names one of the profiles", 1, 10},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_pack pack = {.scoring_text = cases[i].yaml, .scoring_length = strlen(cases[i].yaml)};
        struct bma_scoring *scoring;
        struct bma_error error;
        assert_int_equal(bma_scoring_load(&pack, NULL, &scoring, &error), BMA_ERROR_PACK);
        assert_null(scoring);
        assert_non_null(strstr(error.message, cases[i].message));
        assert_int_equal(error.line, cases[i].line);
        assert_int_equal(error.column, cases[i].column);
        assert_string_equal(error.file, "scoring.yaml");
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(worked_example),
        cmocka_unit_test(faults_are_placed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

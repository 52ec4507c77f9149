/*
 * One card made by hand in every format: byte for byte against fixtures/golden/reports (written anew with
 * BMA_REFRESH_GOLDEN=1), and again with hostile text in every field that comes from outside.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/replace.h"
#include "base/sha256.h"
#include "reports/escape.h"
#include "reports/place.h"
#include "reports/report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Markup, an end of style, bidi controls, a workflow command, a mention, terminal codes, bad UTF-8. */
#define HOSTILE                                                                                              \
    "=cmd|'/C calc'!A1 </style></script><script>alert(1)</script>\"' onload=x "                              \
    "\xe2\x80\xae\xe2\x81\xa6\x1b[2J\x07 \xff|@someone #1 [a](javascript:x) ![b](//c)\r\n::error file=x::y " \
    "]]> & <!-- `"

static const char text[] = "AGREEMENT\n\nArticle 1\n\n1. The employer shall insure\nthe worker.\n"
                           "2. The employer keeps the passport.\n";

/* Everything that a card borrows from; words that come from outside are `say(…)`. */
struct sample {
    struct bma_document document;
    struct bma_annotated annotated;
    struct bma_case agreement;
    struct bma_party parties[1];
    struct bma_dimension dimensions[1];
    struct bma_rule rules[5];
    struct bma_recommendation asked[2];
    struct bma_pack pack;
    struct bma_evidence evidence[4];
    struct bma_evidence_ground grounds[2];
    struct bma_finding items[5];
    struct bma_coherence fault;
    struct bma_findings findings;
    struct bma_dimension_result dimension;
    struct bma_recommendation_result results[2];
    struct bma_waiver waiver;
    struct bma_waiver_use use;
    const struct bma_waiver_use *waivers[5];
    struct bma_coding coding;
    const struct bma_coding *codings[5];
    const char *answers[1], *criteria[2];
    struct bma_node nodes[4];
    struct bma_clause clauses[2];
    struct bma_map_segment map[1];
    uint32_t lines[7];
    double scores[5], weights[5];
    struct bma_scorecard card;
};

static const char *say(bool hostile, const char *words)
{
    return hostile ? HOSTILE : words;
}

static void make_document(struct sample *s, bool hostile)
{
    static const char hostile_text[] = HOSTILE "\nArticle 1\n\n" HOSTILE "\n";
    const char *source = hostile ? hostile_text : text;
    struct bma_sha256 hash;

    s->document = (struct bma_document){.path = say(hostile, "drafts/care workers.txt"),
                                        .format = "text",
                                        .source = source,
                                        .text = source,
                                        .source_length = (uint32_t)strlen(source),
                                        .text_length = (uint32_t)strlen(source),
                                        .map = s->map,
                                        .map_count = 1,
                                        .line_starts = s->lines,
                                        .line_count = 1,
                                        .nodes = s->nodes,
                                        .node_count = hostile ? 1 : 4,
                                        .clauses = s->clauses,
                                        .clause_count = hostile ? 0 : 2};
    for (uint32_t i = 0; source[i] != '\0' && s->document.line_count < 7; i++)
        if (source[i] == '\n')
            s->lines[s->document.line_count++] = i + 1;
    bma_sha256_init(&hash);
    bma_sha256_add(&hash, source, strlen(source));
    bma_sha256_hex(&hash, s->document.sha256);
    s->nodes[0] = (struct bma_node){.kind = BMA_NODE_AGREEMENT, .parent = BMA_NONE, .span = {0, 100}};
    s->nodes[1] = (struct bma_node){.kind = BMA_NODE_ARTICLE, .span = {11, 97}, .clause_count = 2};
    s->nodes[2] =
        (struct bma_node){.kind = BMA_NODE_PARAGRAPH, .parent = 1, .span = {22, 61}, .clause_count = 1};
    s->nodes[3] = (struct bma_node){
        .kind = BMA_NODE_PARAGRAPH, .parent = 1, .span = {62, 97}, .first_clause = 1, .clause_count = 1};
    s->clauses[0] = (struct bma_clause){.span = {25, 61}, .zone = BMA_ZONE_OPERATIVE, .node = 2};
    s->clauses[1] = (struct bma_clause){.span = {65, 97}, .zone = BMA_ZONE_OPERATIVE, .node = 3};
}

static void make_pack(struct sample *s, bool hostile)
{
    static const char *const ids[] = {"HR-10", "HR-5", "HR-7", "HR-9", "HR-2"};

    s->answers[0] = say(hostile, "S5-1");
    s->criteria[0] = "HR-10";
    s->criteria[1] = "HR-5";
    s->dimensions[0] =
        (struct bma_dimension){say(hostile, "HR"), say(hostile, "Human rights and protection")};
    for (int i = 0; i < 5; i++)
        s->rules[i] = (struct bma_rule){.id = say(hostile && i > 1, ids[i]),
                                        .title = say(hostile, "Title of the criterion"),
                                        .answers = s->answers,
                                        .answer_count = 1,
                                        .advice = {say(hostile, "Nothing is said")},
                                        .wording = say(hostile, "The employer shall …")};
    s->asked[0] = (struct bma_recommendation){.id = say(hostile, "S5-1"),
                                              .session = "5",
                                              .gist = say(hostile, "Workers are kept safe"),
                                              .priority = BMA_PRIORITY_CRITICAL,
                                              .draft = true,
                                              .reason = "",
                                              .criteria = s->criteria,
                                              .criterion_count = 2};
    s->asked[1] = (struct bma_recommendation){.id = "S7-1",
                                              .session = "7",
                                              .gist = say(hostile, "Funds are found"),
                                              .reason = say(hostile, "No draft could")};
    s->pack = (struct bma_pack){.id = say(hostile, "m4md"),
                                .version = say(hostile, "1.0"),
                                .title = say(hostile, "Pack"),
                                .report = say(hostile, "A report"),
                                .sha256 = "0123456789abcdef",
                                .rules = s->rules,
                                .rule_count = 5,
                                .dimensions = s->dimensions,
                                .dimension_count = 1,
                                .recommendations = s->asked,
                                .recommendation_count = 2};
}

static void make_findings(struct sample *s, bool hostile)
{
    s->evidence[0] = (struct bma_evidence){.role = BMA_EVIDENCE_SUPPORTS,
                                           .level = 3,
                                           .source = {25, 61},
                                           .quote = say(hostile, "The employer shall insure the worker."),
                                           .words = say(hostile, "The employer shall insure the worker."),
                                           .citation = say(hostile, "Article 1(1)"),
                                           .line = 5,
                                           .column = 4};
    s->evidence[1] = (struct bma_evidence){.role = BMA_EVIDENCE_CONTRADICTS,
                                           .level = 3,
                                           .source = {65, 97},
                                           .quote = say(hostile, "The employer keeps the passport."),
                                           .words = say(hostile, "The employer keeps the passport."),
                                           .citation = say(hostile, "Article 1(2)"),
                                           .line = 7,
                                           .column = 4};
    s->grounds[0] = (struct bma_evidence_ground){"papers_kept", say(hostile, "keeps the passport"), {78, 96}};
    s->grounds[1] = (struct bma_evidence_ground){"employer", say(hostile, "employer"), {69, 77}};
    s->evidence[1].grounds = s->grounds;
    s->evidence[1].ground_count = 2;
    s->evidence[2] = s->evidence[0];
    s->evidence[2].role = BMA_EVIDENCE_NEAREST;
    s->evidence[3] = (struct bma_evidence){.voice = BMA_VOICE_DOSSIER,
                                           .quote = say(hostile, "consulted.workers: drafting"),
                                           .words = say(hostile, "consulted.workers: drafting"),
                                           .citation = "dossier",
                                           .clause = BMA_NONE};
    for (int i = 0; i < 5; i++)
        s->items[i] = (struct bma_finding){.criterion = s->rules[i].id,
                                           .reason = say(hostile, "It is so."),
                                           .advice = say(hostile, "A body is missing."),
                                           .wording = say(hostile, "The inspectorate shall …")};
    s->items[0].level = 3;
    s->items[0].evidence = &s->evidence[0];
    s->items[0].evidence_count = 1;
    s->items[1].contradicted = true;
    s->items[1].evidence = &s->evidence[1];
    s->items[1].evidence_count = 3;
    s->items[2].status = BMA_FINDING_ERROR;
    s->items[2].error = say(hostile, "no such field");
    s->items[2].error_file = say(hostile, "hr/HR-7.lua");
    s->items[2].error_line = 12;
    s->items[3].status = BMA_FINDING_NOT_APPLICABLE;
    s->fault =
        (struct bma_coherence){say(hostile, "CX-3"), say(hostile, "Two clauses conflict"), s->evidence, 2};
    s->findings = (struct bma_findings){
        .items = s->items, .count = 5, .coherence = &s->fault, .coherence_count = 1, .duties_employer = 2};
}

static void make_review(struct sample *s, bool hostile)
{
    s->waiver = (struct bma_waiver){"HR-2", say(hostile, "Only men are recruited"), say(hostile, "Labour"),
                                    "2033-06-30", 4};
    s->use = (struct bma_waiver_use){&s->waiver, BMA_WAIVER_APPLIES, "case.yaml"};
    s->waivers[4] = &s->use;
    s->coding = (struct bma_coding){"HR-10", 2, false, say(hostile, "Article 1"), say(hostile, "no fund"), 9};
    s->codings[0] = &s->coding;
}

static void make(struct sample *s, bool hostile)
{
    memset(s, 0, sizeof *s);
    make_document(s, hostile);
    make_pack(s, hostile);
    make_findings(s, hostile);
    make_review(s, hostile);
    s->annotated.document = &s->document;
    s->parties[0] = (struct bma_party){say(hostile, "Marenda"), BMA_ROLE_ORIGIN};
    s->agreement = (struct bma_case){.path = s->document.path, .document = &s->document};
    s->dimension = (struct bma_dimension_result){s->dimensions, {40, 40, 60}, 5, 1, 1, 1};
    s->results[0] =
        (struct bma_recommendation_result){&s->asked[0], BMA_STATUS_CONTRADICTED, false, say(hostile, "")};
    s->results[1] =
        (struct bma_recommendation_result){&s->asked[1], BMA_STATUS_POLICY, false, s->asked[1].reason};
    s->scores[2] = s->scores[3] = (double)NAN;
    s->scores[0] = 80;
    s->card = (struct bma_scorecard){.pack = &s->pack,
                                     .agreement = &s->agreement,
                                     .text = &s->annotated,
                                     .findings = &s->findings,
                                     .parties = s->parties,
                                     .party_count = 1,
                                     .title = say(hostile, "Agreement on care workers"),
                                     .overall = {40, 40, 60},
                                     .grade = say(hostile, "D"),
                                     .capped_by = say(hostile, "S5-1"),
                                     .uncapped_grade = say(hostile, "C"),
                                     .profile = say(hostile, "ministry"),
                                     .scores = s->scores,
                                     .weights = s->weights,
                                     .met_level = 3,
                                     .met = 1,
                                     .contradicted = 1,
                                     .absent = 1,
                                     .not_applicable = 1,
                                     .errors = 1,
                                     .dimensions = &s->dimension,
                                     .dimension_count = 1,
                                     .recommendations = s->results,
                                     .recommendation_count = 2,
                                     .waivers = s->waivers,
                                     .codings = s->codings,
                                     .least = 3};
}

static void render(const struct bma_report *report, const struct sample *s, struct bma_buffer *out)
{
    const struct bma_scorecard *cards[] = {&s->card};
    const struct bma_report_options options = {.width = 80, .passes = true};

    bma_buffer_init(out);
    report->write(cards, 1, &options, out);
}

static void golden_files(void **state)
{
    struct sample s;

    (void)state;
    make(&s, false);
    for (const struct bma_report *report = bma_reports(); report->name != NULL; report++) {
        char path[512], *wanted = NULL;
        size_t length;
        struct bma_buffer out;
        struct bma_error error;
        render(report, &s, &out);
        assert_false(out.failed);
        snprintf(path, sizeof path, BMA_FIXTURES "/golden/reports/card.%s", report->name);
        if (getenv("BMA_REFRESH_GOLDEN") != NULL)
            assert_int_equal(bma_file_write(path, out.bytes, out.length, &error), BMA_OK);
        assert_int_equal(bma_file_read(path, 1 << 20, &wanted, &length, &error), BMA_OK);
        assert_string_equal(out.bytes, wanted);
        bma_free(wanted);
        bma_buffer_release(&out);
    }
}

/* What may not stand in a report, whatever it is made of. */
static void hostile_text(void **state)
{
    static const char *const never[] = {"<script>", "</script>", "<!--",         "\xe2\x80\xae",
                                        "\x1b",     "\xff",      "\xe2\x81\xa6", "\x07"};
    struct sample s;

    (void)state;
    make(&s, true);
    for (const struct bma_report *report = bma_reports(); report->name != NULL; report++) {
        bool plain = strcmp(report->name, "text") == 0 || strcmp(report->name, "json") == 0 ||
                     strcmp(report->name, "csv") == 0 || strcmp(report->name, "sarif") == 0 ||
                     strcmp(report->name, "github") == 0;
        struct bma_buffer out;
        render(report, &s, &out);
        assert_false(out.failed);
        assert_int_equal(strlen(out.bytes), out.length);
        for (size_t i = plain ? 3 : 0; i < sizeof never / sizeof never[0]; i++)
            if (strstr(out.bytes, never[i]) != NULL)
                fail_msg("%s: '%s' came through", report->name, never[i]);
        bma_buffer_release(&out);
    }
}

static unsigned occurrences(const char *bytes, const char *words)
{
    unsigned count = 0;

    for (const char *at = bytes; (at = strstr(at, words)) != NULL; at++)
        count++;
    return count;
}

static void hostile_html(void **state)
{
    struct bma_buffer out;
    struct sample s;

    (void)state;
    make(&s, true);
    render(bma_report_find("html"), &s, &out);
    assert_int_equal(occurrences(out.bytes, "</style>"), 1);
    assert_int_equal(occurrences(out.bytes, "style="), 0);
    assert_int_equal(occurrences(out.bytes, "<img"), 0);
    assert_int_equal(occurrences(out.bytes, "default-src 'none'; style-src 'sha256-"), 1);
    bma_buffer_release(&out);
}

/* A line that begins with "::" is a command: only ours may. */
static void hostile_commands(void **state)
{
    struct bma_buffer out;
    struct sample s;
    unsigned lines = 0;

    (void)state;
    make(&s, true);
    render(bma_report_find("github"), &s, &out);
    for (char *line = strtok(out.bytes, "\n"); line != NULL; line = strtok(NULL, "\n"), lines++)
        assert_true(strncmp(line, "::error ", 8) == 0 || strncmp(line, "::notice ", 9) == 0 ||
                    strncmp(line, "::warning ", 10) == 0);
    assert_int_equal(lines, 5); /* verdict, contradiction, failed rule, waived shortfall, fault */
    bma_buffer_release(&out);
}

static void hostile_cells(void **state)
{
    struct bma_buffer out;
    struct sample s;

    (void)state;
    make(&s, true);
    render(bma_report_find("csv"), &s, &out);
    assert_int_equal(occurrences(out.bytes, "\"=cmd"), 0);
    assert_int_equal(occurrences(out.bytes, "\r\n"), 6);
    assert_true(occurrences(out.bytes, "\"'=cmd") > 50);
    bma_buffer_release(&out);
}

static void same_bytes_twice(void **state)
{
    struct sample s;

    (void)state;
    make(&s, false);
    for (const struct bma_report *report = bma_reports(); report->name != NULL; report++) {
        struct bma_buffer one, two;
        render(report, &s, &one);
        render(report, &s, &two);
        assert_string_equal(one.bytes, two.bytes);
        bma_buffer_release(&one);
        bma_buffer_release(&two);
    }
}

/* However much there is to say, a comment is not refused for its length. */
static void markdown_fits(void **state)
{
    static const size_t counts[] = {1, 8, 40, 400, 5000};
    const struct bma_report *report = bma_report_find("markdown");
    const struct bma_report_options options = {.width = 80};
    struct sample s;

    (void)state;
    for (int hostile = 0; hostile < 2; hostile++)
        for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
            const struct bma_scorecard **cards = calloc(counts[i], sizeof *cards);
            struct bma_buffer out;
            make(&s, hostile);
            for (size_t k = 0; k < counts[i]; k++)
                cards[k] = &s.card;
            bma_buffer_init(&out);
            report->write(cards, counts[i], &options, &out);
            assert_true(out.length > 0 && out.length <= 65000);
            bma_buffer_release(&out);
            free(cards);
        }
}

static void memory_runs_out(void **state)
{
    struct sample s;

    (void)state;
    make(&s, false);
    for (const struct bma_report *report = bma_reports(); report->name != NULL; report++) {
        bool failed = true;
        for (size_t nth = 1; failed; nth++) {
            struct bma_buffer out;
            bma_memory_fail_at(nth);
            render(report, &s, &out);
            bma_memory_fail_at(0);
            failed = out.failed;
            assert_true(nth < 10000);
            bma_buffer_release(&out);
        }
    }
}

static void escapes(void **state)
{
    static const struct {
        void (*escape)(struct bma_buffer *, const char *);
        const char *from, *to;
    } cases[] = {
        {bma_escape_xml, "a<b>&\"'", "a&lt;b&gt;&amp;&quot;&#39;"},
        {bma_escape_xml, "a \r\n\t b\xef\xbf\xbe", "a b\xef\xbf\xbd"},
        {bma_escape_csv, "plain \"x\"", "\"plain \"\"x\"\"\""},
        {bma_escape_csv, "-1+1", "\"'-1+1\""},
        {bma_escape_csv, "\t=1", "\"' =1\""},
        {bma_escape_csv, "  @x", "\"' @x\""},
        {bma_escape_csv,
         "\xef\xbc\x9d"
         "1",
         "\"'\xef\xbc\x9d"
         "1\""},
        {bma_escape_csv, NULL, "\"\""},
        {bma_escape_message, "100%\r\n::error::x", "100%25 ::error::x"},
        {bma_escape_property, "a:b,c%d", "a%3Ab%2Cc%25d"},
        {bma_escape_uri, "a b/\xc3\xa9#?%", "a%20b/%C3%A9%23%3F%25"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_buffer out;
        bma_buffer_init(&out);
        cases[i].escape(&out, cases[i].from);
        assert_string_equal(out.bytes, cases[i].to);
        bma_buffer_release(&out);
    }
}

static void fingerprints(void **state)
{
    struct bma_evidence evidence = {
        .quote = "The employer  SHALL, insure.", .citation = "Article 1", .line = 3};
    char one[BMA_FINGERPRINT_SIZE], two[BMA_FINGERPRINT_SIZE];

    (void)state;
    assert_true(bma_place_fingerprint("HR-1", &evidence, one));
    evidence.quote = "“the employer shall insure”";
    evidence.line = 99;
    assert_true(bma_place_fingerprint("HR-1", &evidence, two));
    assert_string_equal(one, two);
    evidence.citation = "Article 2";
    assert_true(bma_place_fingerprint("HR-1", &evidence, two));
    assert_string_not_equal(one, two);
}

static void paths(void **state)
{
    (void)state;
    assert_string_equal(bma_place_relative("./a/b", NULL), "a/b");
    assert_string_equal(bma_place_relative("/home/x/a", "/home/x"), "a");
    assert_string_equal(bma_place_relative("/home/xy/a", "/home/x"), "/home/xy/a");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(golden_files),  cmocka_unit_test(hostile_text),
        cmocka_unit_test(hostile_html),  cmocka_unit_test(hostile_commands),
        cmocka_unit_test(hostile_cells), cmocka_unit_test(same_bytes_twice),
        cmocka_unit_test(markdown_fits), cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(escapes),       cmocka_unit_test(fingerprints),
        cmocka_unit_test(paths),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

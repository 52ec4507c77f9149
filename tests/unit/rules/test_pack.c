/* Packs made on the spot: each fault with its file and line, and rules with functions as they run. */
#include "../put_file.h"
#include "base/file.h"
#include "base/memory.h"
#include "rules/host.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#define MANIFEST "id: p\nversion: \"1\"\ntitle: t\nlanguage: en\ndimensions:\n  - {id: HR, name: Rights}\n"
#define HEAD     "return { id = 'HR-1', title = 't', answers = {},\n"
#define TAIL     "advice = { absent = 'a', wording = 'w' } }\n"
#define QUERY    "looks_for = { { 'trade_union' } },\n"

static char folder[] = "/tmp/bma-pack-XXXXXX";

static void put(const char *name, const char *content)
{
    char path[256];

    if (content) {
        put_file(folder, name, content);
        return;
    }
    snprintf(path, sizeof path, "%s/%s", folder, name);
    unlink(path);
}

/* A folder with the shipped lexicon and room for one dimension. */
static int make_folder(void **state)
{
    char path[256];

    (void)state;
    if (!mkdtemp(folder))
        return -1;
    snprintf(path, sizeof path, "%s/lexicon", folder);
    if (symlink(BMA_SOURCE_DIR "/rules/m4md-2011/lexicon", path) != 0)
        return -1;
    snprintf(path, sizeof path, "%s/coherence", folder);
    if (mkdir(path, 0700) != 0)
        return -1;
    snprintf(path, sizeof path, "%s/hr", folder);
    return mkdir(path, 0700);
}

static int remove_folder(void **state)
{
    static const char *const names[] = {"pack.yaml",   "recommendations.yaml", "scoring.yaml",
                                        "hr/HR-1.lua", "hr/HR-2.lua",          "hr/x.lua",
                                        "lexicon",     "coherence/x.lua"};
    char path[256];

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        put(names[i], NULL);
    snprintf(path, sizeof path, "%s/coherence", folder);
    rmdir(path);
    snprintf(path, sizeof path, "%s/hr", folder);
    rmdir(path);
    return rmdir(folder);
}

static void test_rule_faults(void **state)
{
    static const struct {
        const char *rule;
        uint32_t line;
        const char *message;
    } cases[] = {
        {HEAD QUERY "colour = 1,\n" TAIL, 3, "a rule has no field 'colour'"},
        {HEAD QUERY "'loose',\n" TAIL, 1, "a rule has no field '(a number)'"},
        {HEAD QUERY "[''] = 1,\n" TAIL, 1, "a rule has no field '(an empty name)'"},
        {HEAD QUERY "advice = { absent = 'a', wording = 'w', 'loose' } }", 1,
         "advice has no field '(a number)'"},
        {HEAD "looks_for = {\n{ 'trade_union', [1.5] = 1 } },\n" TAIL, 3,
         "a query has no field '(a number)'"},
        {HEAD "looks_for = {\n{ 'trade_union' },\n{ 'trade_unoin' } },\n" TAIL, 4,
         "there is no concept 'trade_unoin'; the nearest is 'trade_union'"},
        {HEAD "looks_for = {\n{ 'trade_union', colour = 1 } },\n" TAIL, 3, "a query has no field 'colour'"},
        {HEAD "looks_for = {\n{ 'trade_union',\nnear = 'x' } },\n" TAIL, 4,
         "near: expected a number, not a string"},
        {HEAD "looks_for = { { 'trade_union', most = 5 } },\n" TAIL, 2,
         "most: expected a whole number from 0 to 4"},
        {HEAD "looks_for = { { 'trade_union', actor = 'king' } },\n" TAIL, 2, "there is no actor 'king'"},
        {HEAD "looks_for = { { 'trade_union|' } },\n" TAIL, 2,
         "expected names with '|' between them, at most 64"},
        {HEAD "-- looks_for = { {\nlooks_for = { {} },\n" TAIL, 3, "a query names at least one concept"},
        {HEAD "looks_for = { { 'trade_union', polarity = 'no' } },\n" TAIL, 2,
         "polarity: expected affirmed, forbidden, released or any"},
        {HEAD TAIL, 1, "the rule has no 'looks_for'"},
        {HEAD QUERY "advice = { absent = 'a' } }", 3, "advice needs at least 'absent' and 'wording'"},
        {HEAD QUERY "advice = { absent = 'a', wording = 'The {joint body} of this {treaty}' } }", 3,
         "wording: only {joint body} and {instrument} stand in braces"},
        {HEAD QUERY "window = 'page',\n" TAIL, 3, "window: expected clause, paragraph or article"},
        {HEAD QUERY "check = 1,\n" TAIL, 3, "check: expected a function, not a number"},
        {"\nreturn { id = 'HR-2', title = 't', answers = {}, looks_for = {}, " TAIL, 2,
         "the rule's id is 'HR-2', but the file is named HR-1.lua"},
        {"return 7", 1, "a rule's file returns a table"},
        {"return {\n", 2, "unexpected symbol near <eof>"},
        {"\nerror('no')", 2, "no"},
        {"while true do end", 1, "the rule takes more steps than it may"},
    };
    char file[256];

    (void)state;
    put("pack.yaml", MANIFEST);
    snprintf(file, sizeof file, "%s/hr/HR-1.lua", folder);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_error error = {.status = BMA_OK};
        struct bma_pack *pack = NULL;

        put("hr/HR-1.lua", cases[i].rule);
        assert_int_equal(bma_pack_load(folder, NULL, &pack, &error), BMA_ERROR_PACK);
        assert_string_equal(error.message, cases[i].message);
        assert_string_equal(error.file, file);
        assert_int_equal(error.line, cases[i].line);
    }
    put("hr/HR-1.lua", NULL);
}

static void test_manifest_faults(void **state)
{
    static const struct {
        const char *name, *content;
        uint32_t line;
    } cases[] = {
        {"pack.yaml", "id: p\n", 1},
        {"pack.yaml", MANIFEST "colour: red\n", 7},
        {"pack.yaml", MANIFEST "  - {id: HR, name: Again}\n", 7},
        {"pack.yaml", "id: p\nversion: \"1\"\ntitle: t\nlanguage: ../en\ndimensions: []\n", 4},
        {"recommendations.yaml",
         "recommendations:\n  - {id: S1, session: \"1\", gist: g, priority: high, "
         "answered: [draft]}\n",
         2},
        {"recommendations.yaml",
         "recommendations:\n  - {id: S1, session: \"1\", gist: g, priority: standard, "
         "answered: [policy]}\n",
         2},
        {"hr/x.lua", "return {}", 0},
        {"coherence/x.lua",
         "return { title = 't', one = { { 'trade_union' } }, other = { { 'trade_union' } },\n"
         "against = 'HR-9', message = '{one} {other}' }",
         2},
        {"hr/x.lua", "", 0},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_error error = {.status = BMA_OK};
        struct bma_pack *pack = NULL;

        put("pack.yaml", MANIFEST);
        put(cases[i].name, cases[i].content);
        if (bma_pack_load(folder, NULL, &pack, &error) == BMA_OK)
            fail_msg("case %zu was taken", i);
        if (error.line != cases[i].line)
            fail_msg("case %zu: line %u: %s", i, error.line, error.message);
        put(cases[i].name, NULL);
    }
}

struct run {
    struct bma_pack *pack;
    struct bma_host *host;
    struct bma_arena arena;
    struct bma_document document;
    struct bma_annotated text;
    struct bma_findings findings;
};

/* Loads the pack whose rule HR-1 is given and makes an empty agreement ready. */
static enum bma_status begin(struct run *run, struct bma_error *error)
{
    enum bma_status status;
    uint32_t *starts;

    *run = (struct run){.pack = NULL};
    bma_arena_init(&run->arena);
    status = bma_pack_load(folder, NULL, &run->pack, error);
    if (status == BMA_OK)
        status = bma_host_new(run->pack, NULL, &run->host, error);
    if (status != BMA_OK)
        return status;
    starts = bma_arena_calloc(&run->arena, bma_lexicon_concept_count(run->pack->lexicon) + 1, sizeof *starts);
    run->text = (struct bma_annotated){.document = &run->document, .lexicon = run->pack->lexicon};
    run->text.by_concept_start = starts;
    run->document.source = run->document.text = "";
    return starts ? BMA_OK : bma_error_memory(error);
}

static void end(struct run *run)
{
    bma_host_free(run->host);
    bma_pack_free(run->pack);
    bma_arena_release(&run->arena);
}

static enum bma_status go(struct run *run, const struct bma_case *agreement, struct bma_error *error)
{
    return bma_host_run(run->host, &run->text, agreement, &run->arena, &run->findings, error);
}

static void test_functions(void **state)
{
    static const struct {
        const char *functions;
        enum bma_finding_status status;
        int level;
        uint32_t line; /* of the error */
        const char *reason;
    } cases[] = {
        {"check = function(a, f) f:set(3, 'said so') end,", BMA_FINDING_DECIDED, 3, 0, "said so"},
        {"check = function(a, f) f:set(3) f:cap(1, 'less') end,", BMA_FINDING_DECIDED, 1, 0, "less"},
        {"check = function(a, f) f:undecided('who knows') end,", BMA_FINDING_UNDECIDED, 0, 0, "who knows"},
        {"applies = function(a) return a:has('trade_union') end,", BMA_FINDING_NOT_APPLICABLE, 0, 0, NULL},
        {"applies = function(a) return a.non_binding == false end,", BMA_FINDING_DECIDED, 0, 0, NULL},
        {"check = function(a, f) f:set(a:count{ 'trade_union' }) end,", BMA_FINDING_DECIDED, 0, 0, NULL},
        {"check = function(a, f) f:set(a:fact('consulted') and 2 or 0, 'asked') end,", BMA_FINDING_DECIDED, 2,
         0, "asked"},
        {"dossier = { 'consulted.unions' },", BMA_FINDING_DECIDED, 2, 0, NULL},
        {"dossier = { 'published' },", BMA_FINDING_DECIDED, 0, 0, NULL},
        {"dossier = { 'closed' },", BMA_FINDING_DECIDED, 0, 0, NULL},
        {"check = function(a, f)\nf:set(5) end,", BMA_FINDING_ERROR, 0, 4, NULL},
        {"check = function(a, f)\nf:contradict(a) end,", BMA_FINDING_ERROR, 0, 4, NULL},
        {"check = function(a, f) a:clauses{ 'trade_onion' } end,", BMA_FINDING_ERROR, 0, 3, NULL},
        {"check = function(a, f) error({}) end,", BMA_FINDING_ERROR, 0, 3,
         "the rule raised a table as an error"},
        {"check = function() while true do end end,", BMA_FINDING_ERROR, 0, 3,
         "the rule takes more steps than it may"},
    };
    struct bma_fact facts[] = {
        {"consulted.unions", "drafting", 1}, {"published", "false", 2}, {"closed", "no", 3}};
    struct bma_case agreement = {.facts = facts, .fact_count = 3};

    (void)state;
    put("pack.yaml", MANIFEST);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_error error = {.status = BMA_OK};
        const struct bma_finding *finding;
        char rule[1000];
        struct run run;

        snprintf(rule, sizeof rule, "%s%s%s\n%s", HEAD, QUERY, cases[i].functions, TAIL);
        put("hr/HR-1.lua", rule);
        if (begin(&run, &error) != BMA_OK || go(&run, &agreement, &error) != BMA_OK)
            fail_msg("%s: %s", cases[i].functions, error.message);
        finding = &run.findings.items[0];
        if (finding->status != cases[i].status || finding->level != cases[i].level ||
            finding->error_line != cases[i].line)
            fail_msg("%s: status %d, level %d, line %u: %s", cases[i].functions, (int)finding->status,
                     finding->level, finding->error_line, finding->reason);
        if (cases[i].reason)
            assert_string_equal(finding->reason, cases[i].reason);
        end(&run);
    }
}

/* A rule that would count agreements finds each to be its first; an object kept from one is gone in the next.
 */
static void test_nothing_is_remembered(void **state)
{
    struct bma_case agreement = {.title = NULL};
    struct bma_error error;
    struct run run;

    (void)state;
    put("pack.yaml", MANIFEST);
    put("hr/HR-1.lua", "local seen, kept = 0, {}\n" HEAD QUERY
                       "check = function(a, f)\n seen = seen + 1\n kept[#kept + 1] = a\n"
                       " f:set(seen + #kept - 1, 'n') end,\n" TAIL);
    assert_int_equal(begin(&run, &error), BMA_OK);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(go(&run, &agreement, &error), BMA_OK);
        assert_int_equal(run.findings.items[0].level, 1);
    }
    end(&run);
}

/* Whichever allocation of a run fails, the run says so and the next one is whole. */
static void test_failing_allocations(void **state)
{
    struct bma_case agreement = {.title = NULL};
    enum bma_status status = BMA_ERROR_MEMORY;
    struct bma_error error;
    struct run run;
    size_t nth = 0;

    (void)state;
    put("pack.yaml", MANIFEST);
    put("hr/HR-1.lua", HEAD QUERY "check = function(a, f)\n a:clauses{ 'trade_union' }\n"
                                  " f:set(2, 'well') end,\n" TAIL);
    assert_int_equal(begin(&run, &error), BMA_OK);
    while (status != BMA_OK) {
        bma_memory_fail_at(++nth);
        status = go(&run, &agreement, &error);
        bma_memory_fail_at(0);
        assert_true(status == BMA_OK || status == BMA_ERROR_MEMORY);
        assert_true(nth < 2000);
    }
    assert_true(nth > 10);
    assert_string_equal(run.findings.items[0].reason, "well");
    end(&run);
}

static void test_order_and_hash(void **state)
{
    static const char second[] = "return { id = 'HR-2', title = 't', answers = {}, looks_for = {}, " TAIL;
    struct bma_error error;
    struct run first, again;

    (void)state;
    put("pack.yaml", MANIFEST);
    put("hr/HR-1.lua", HEAD QUERY TAIL);
    put("hr/HR-2.lua", second);
    assert_int_equal(begin(&first, &error), BMA_OK);
    assert_int_equal(first.pack->rule_count, 2);
    assert_string_equal(first.pack->rules[1].id, "HR-2");
    assert_int_equal(bma_pack_find_rule(first.pack, "HR-3"), BMA_NONE);
    put("hr/HR-2.lua", NULL);
    assert_int_equal(begin(&again, &error), BMA_OK);
    assert_string_not_equal(first.pack->sha256, again.pack->sha256);
    end(&first);
    end(&again);
}

/* Every rule is named by the catalogue that it answers, and the other way round. */
static void test_shipped_pack_is_covered(void **state)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_pack *pack = NULL;

    (void)state;
    if (bma_pack_load(BMA_SOURCE_DIR "/rules/m4md-2011", NULL, &pack, &error) != BMA_OK)
        fail_msg("%s:%u: %s", error.file, error.line, error.message);
    assert_int_equal(pack->recommendation_count, 78);
    bma_pack_free(pack);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rule_faults),
        cmocka_unit_test(test_manifest_faults),
        cmocka_unit_test(test_functions),
        cmocka_unit_test(test_nothing_is_remembered),
        cmocka_unit_test(test_failing_allocations),
        cmocka_unit_test(test_order_and_hash),
        cmocka_unit_test(test_shipped_pack_is_covered),
    };

    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}

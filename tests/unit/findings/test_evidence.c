/* A quote is the source's own words, and one that is not is noticed. */
#include "findings/compose.h"
#include "findings/evidence.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

static const char source[] = "Article 2\nThe employer  shall\n\tpay.\n";
static const uint32_t lines[] = {0, 10, 30};
static const struct bma_map_segment map[] = {{0, 0}};
static const struct bma_node nodes[] = {
    {.kind = BMA_NODE_ARTICLE, .parent = BMA_NONE, .citation = "Article 2"}};
static const struct bma_clause clauses[] = {
    {.span = {10, 35}, .zone = BMA_ZONE_OPERATIVE, .lead_in = BMA_NONE}};

static struct bma_document document_of(void)
{
    return (struct bma_document){.source = source,
                                 .source_length = sizeof source - 1,
                                 .text = source,
                                 .text_length = sizeof source - 1,
                                 .map = map,
                                 .map_count = 1,
                                 .line_starts = lines,
                                 .line_count = 3,
                                 .nodes = nodes,
                                 .node_count = 1,
                                 .clauses = clauses,
                                 .clause_count = 1};
}

static void test_quote(void **state)
{
    struct bma_document document = document_of();
    struct bma_evidence evidence;
    struct bma_arena arena;
    struct bma_error error;

    (void)state;
    bma_arena_init(&arena);
    assert_int_equal(
        bma_evidence_from_clause(&document, 0, BMA_EVIDENCE_SUPPORTS, 3, &arena, &evidence, &error), BMA_OK);
    assert_string_equal(evidence.quote, "The employer shall pay.");
    assert_string_equal(evidence.citation, "Article 2");
    assert_int_equal(evidence.line, 2);
    assert_int_equal(evidence.column, 1);
    assert_true(bma_evidence_true(&document, &evidence));
    bma_arena_release(&arena);
}

static void test_items_stand_behind_their_lead_in(void **state)
{
    static const char list[] = "The worker shall not:\n(a) smoke;\n(b) leave.\n";
    static const uint32_t starts[] = {0, 22, 33};
    static const struct bma_clause items[] = {
        {.span = {0, 21}, .zone = BMA_ZONE_OPERATIVE, .lead_in = BMA_NONE},
        {.span = {26, 32}, .zone = BMA_ZONE_OPERATIVE, .lead_in = 0, .is_item = true},
        {.span = {37, 43}, .zone = BMA_ZONE_OPERATIVE, .lead_in = 0, .is_item = true}};
    struct bma_document document = document_of();
    struct bma_evidence evidence;
    struct bma_arena arena;
    struct bma_error error;

    (void)state;
    document.source = document.text = list;
    document.source_length = document.text_length = sizeof list - 1;
    document.line_starts = starts;
    document.clauses = items;
    document.clause_count = 3;
    bma_arena_init(&arena);
    for (uint32_t clause = 0; clause < 3; clause++) {
        static const char *const words[] = {"The worker shall not:", "The worker shall not: smoke;",
                                            "The worker shall not: \xe2\x80\xa6 leave."};
        assert_int_equal(
            bma_evidence_from_clause(&document, clause, BMA_EVIDENCE_SUPPORTS, 3, &arena, &evidence, &error),
            BMA_OK);
        assert_string_equal(evidence.words, words[clause]);
        assert_int_equal(evidence.lead_in != NULL, clause > 0);
        assert_true(bma_evidence_true(&document, &evidence));
    }
    assert_string_equal(evidence.quote, "leave.");
    bma_arena_release(&arena);
}

static void test_false_quotes(void **state)
{
    static const struct bma_evidence cases[] = {
        {.quote = "The employer shall pay!", .source = {10, 35}, .line = 2, .column = 1},
        {.quote = "The employer shall pay", .source = {10, 35}, .line = 2, .column = 1},
        {.quote = "The employer shall pay. More", .source = {10, 35}, .line = 2, .column = 1},
        {.quote = "The employer shall pay.", .source = {10, 35}, .line = 3, .column = 1},
        {.quote = "The employer shall pay.", .source = {10, 35}, .line = 2, .column = 2},
        {.quote = "The employer shall pay.", .source = {10, 99}, .line = 2, .column = 1},
        {.quote = "", .source = {35, 10}, .line = 2, .column = 1},
    };
    struct bma_document document = document_of();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_evidence evidence = cases[i];
        struct bma_finding finding = {.level = 3, .contradicted = true, .evidence = &evidence};

        finding.evidence_count = 1;
        assert_false(bma_evidence_true(&document, &evidence));
        assert_false(bma_finding_verify(&document, &finding));
        assert_int_equal(finding.status, BMA_FINDING_ERROR);
        assert_int_equal(finding.level, 0);
        assert_false(finding.contradicted);
        assert_non_null(finding.error);
    }
}

static void test_sentences(void **state)
{
    static const struct {
        int level;
        uint8_t elements;
        bool contradicted;
        enum bma_evidence_role role;
        enum bma_reason why;
        const char *reason;
    } cases[] = {
        {4, 7, false, BMA_EVIDENCE_SUPPORTS, BMA_REASON_COUNTS,
         "Article 2 binds and can be carried out: it gives responsible body, time limit and procedure."},
        {4, 5, false, BMA_EVIDENCE_SUPPORTS, BMA_REASON_COUNTS,
         "Article 2 binds and can be carried out: it gives responsible body and procedure."},
        {3, 1, false, BMA_EVIDENCE_SUPPORTS, BMA_REASON_COUNTS,
         "Article 2 binds, but gives no time limit or procedure."},
        {2, 0, false, BMA_EVIDENCE_SUPPORTS, BMA_REASON_HEDGED, "Article 2 is hedged and can be set aside."},
        {1, 0, false, BMA_EVIDENCE_SUPPORTS, BMA_REASON_PREAMBLE,
         "Article 2 names it without undertaking anything."},
        {0, 0, false, BMA_EVIDENCE_NEAREST, BMA_REASON_DEFINITION,
         "No clause deals with it; the nearest is Article 2, which defines a term."},
        {0, 0, true, BMA_EVIDENCE_CONTRADICTS, BMA_REASON_COUNTS, "Article 2 works against it."},
        {0, 0, false, BMA_EVIDENCE_WEAKER, BMA_REASON_COUNTS, "No clause deals with it."},
    };
    struct bma_arena arena;

    (void)state;
    bma_arena_init(&arena);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_evidence evidence = {
            .role = cases[i].role, .elements = cases[i].elements, .citation = "Article 2"};
        struct bma_finding finding = {.level = cases[i].level, .elements = cases[i].elements};
        struct bma_error error;

        finding.contradicted = cases[i].contradicted;
        finding.evidence = &evidence;
        finding.evidence_count = 1;
        assert_int_equal(bma_finding_compose(&finding, cases[i].why, &arena, &error), BMA_OK);
        assert_string_equal(finding.reason, cases[i].reason);
    }
    bma_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_quote),
        cmocka_unit_test(test_items_stand_behind_their_lead_in),
        cmocka_unit_test(test_false_quotes),
        cmocka_unit_test(test_sentences),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* What a clause and a document say as a whole: elements of level 4, definitions, legal force. */
#include "annotate_text.h"

static const struct {
    const char *sentence;
    const char *elements; /* T time, F frequency, B body, P procedure, D definition, E elsewhere */
} sentences[] = {
    {"The labour office shall answer within twenty days.", "TB"},
    {"The ministries shall meet twice a year.", "FB"},
    {"Candidates shall be told of the climate before departure.", ""},
    {"The Parties shall consult regularly.", ""},
    {"The permit shall be issued as promptly as possible.", ""},
    {"The Parties shall inform one another without delay.", "T"},
    {"The Parties shall report annually.", "F"},
    {"The employer shall pay the fare.", "B"},
    {"Wages shall be paid at the employer's premises.", ""},
    {"The notice shall be given in writing.", "P"},
    {"The agency shall be struck off the register.", "P"},
    {"“Permit” means the document issued to the holder.", "D"},
    {"For the purposes of this Agreement the Parties shall cooperate closely.", ""},
    {"The body set up by another instrument shall follow the matter.", "E"},
};

static void describe(const struct bma_clause_features *features, char out[8])
{
    size_t used = 0;

    if (features->has_time)
        out[used++] = 'T';
    if (features->has_frequency)
        out[used++] = 'F';
    if (features->has_body)
        out[used++] = 'B';
    if (features->has_procedure)
        out[used++] = 'P';
    if (features->definition)
        out[used++] = 'D';
    if (features->elsewhere)
        out[used++] = 'E';
    out[used] = '\0';
}

static void test_elements(void **state)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        char draft[512], words[40], found[8];
        snprintf(draft, sizeof draft, "Article 1\n\n%s\n", sentences[i].sentence);
        snprintf(words, sizeof words, "%.18s", sentences[i].sentence);
        const struct bma_annotated *text = annotate(*state, draft);
        describe(&text->clauses[clause_with(text, words)], found);
        if (strcmp(found, sentences[i].elements) != 0) {
            print_error("%s: expected %s, found %s\n", sentences[i].sentence, sentences[i].elements, found);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

static void test_defined_term_acts(void **state)
{
    const struct bma_annotated *text =
        annotate(*state, "Article 1\n\n“Planter” means any person who employs harvest workers.\n\n"
                         "Article 2\n\nThe Planter shall insure everybody on the farm.\n");
    uint32_t clause = clause_with(text, "insure everybody");

    assert_int_equal(text->predicates[text->clauses[clause].first_predicate].actors, BMA_ACTOR_EMPLOYER);
    assert_true(text->clauses[clause].has_body);
}

static void test_will_is_soft_where_nothing_binds(void **state)
{
    static const char binding[] = "Article 1\n\nThe two sides will build a school.\n";
    static const char open[] = "Article 1\n\nThe two sides will build a school.\n\nArticle 2\n\n"
                               "This Memorandum does not create any legally binding obligations.\n";
    const struct bma_annotated *text = annotate(*state, binding);

    assert_false(text->non_binding);
    assert_int_equal(text->non_binding_clause, BMA_NONE);
    assert_int_equal(
        text->predicates[text->clauses[clause_with(text, "build a school")].first_predicate].modality,
        BMA_MODALITY_DUTY);
    text = annotate(*state, open);
    assert_true(text->non_binding);
    assert_int_equal(text->non_binding_clause, clause_with(text, "does not create"));
    assert_int_equal(
        text->predicates[text->clauses[clause_with(text, "build a school")].first_predicate].modality,
        BMA_MODALITY_SOFT);
}

static void test_a_paragraph_that_does_not_bind(void **state)
{
    const struct bma_annotated *text = annotate(
        *state, "Article 1\n\n1. The two sides shall build a school.\n\n2. They shall open a "
                "library. This paragraph creates no legal obligations.\n\nArticle 2\n\n1. They shall "
                "plant a wood.\n\n2. Nothing in this Article creates a legal obligation.\n");

    assert_false(text->non_binding);
    assert_false(text->clauses[clause_with(text, "build a school")].unbound);
    assert_true(text->clauses[clause_with(text, "open a library")].unbound);
    assert_true(text->clauses[clause_with(text, "plant a wood")].unbound);
}

static void test_participants_who_will(void **state)
{
    const struct bma_annotated *text = annotate(
        *state, "Paragraph 1\n\nThe Participants will meet. The Participants will exchange lists. They will "
                "train teachers. They will open a school. They will write a report.\n");

    assert_true(text->non_binding);
    assert_int_equal(text->non_binding_clause, BMA_NONE);
}

static void test_annexes(void **state)
{
    assert_false(annotate(*state, "Article 1\n\nThe form stands in the Annex.\n")->annexes_integral);
    assert_true(annotate(*state, "Article 1\n\nThe Annexes form an integral part of this Agreement.\n")
                    ->annexes_integral);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_elements),
        cmocka_unit_test(test_defined_term_acts),
        cmocka_unit_test(test_will_is_soft_where_nothing_binds),
        cmocka_unit_test(test_a_paragraph_that_does_not_bind),
        cmocka_unit_test(test_participants_who_will),
        cmocka_unit_test(test_annexes),
    };

    return cmocka_run_group_tests(tests, open_language, close_language);
}

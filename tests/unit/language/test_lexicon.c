/* What a lexicon refuses, with line and column; what it says of its concepts. */
#include "lexicon_folder.h"

#define HEAD         "language: en\nconcepts:\n"
#define PHRASE(text) HEAD "  wage:\n    phrases:\n      - " text "\n"

static const struct {
    const char *concepts;
    unsigned line, column;
    const char *message; /* part of it */
} malformed[] = {
    {"language: fr\nconcepts: {}\n", 1, 11, "\"fr\" here"},
    {"concepts: {}\n", 1, 1, "language"},
    {HEAD "  Wage: {phrases: [wage]}\n", 3, 3, "no name of a concept"},
    {HEAD "  wage: [pay]\n", 3, 9, "expected a map"},
    {HEAD "  wage:\n    phrase: [pay]\n", 4, 5, "unknown key \"phrase\""},
    {HEAD "  wage:\n    role: dutty\n    phrases: [pay]\n", 4, 11, "dutty"},
    {HEAD "  wage:\n    about: money\n", 3, 3, "neither phrases nor include"},
    {HEAD "  wage:\n    include: [salary]\n", 4, 15, "no file of the lexicon has"},
    {HEAD "  wage:\n    include: [pay]\n  pay:\n    include: [wage]\n", 4, 15, "includes it in turn"},
    {HEAD "  wage:\n    phrases: [a]\n    include: [wage]\n", 5, 15, "includes it in turn"},
    {PHRASE("(minimum|living wage"), 5, 9, "not closed"},
    {PHRASE("minimum wage)"), 5, 21, "closes none"},
    {PHRASE("minimum|wage"), 5, 16, "round brackets"},
    {PHRASE("wage ~13 paid"), 5, 14, "~1 to ~12"},
    {PHRASE("wage ~ paid"), 5, 14, "~1 to ~12"},
    {PHRASE("wage ~3"), 5, 9, "a gap needs a word"},
    {PHRASE("~3 wage"), 5, 9, "a gap needs a word"},
    {PHRASE("'[minimum] ~2 wage'"), 5, 0, "a gap needs a word"},
    {PHRASE("'[minimum] [wage]'"), 5, 0, "empty"},
    {PHRASE("''"), 5, 0, "empty"},
    {PHRASE("wage * paid"), 5, 14, "no meaning"},
    {PHRASE("wage = paid"), 5, 14, "directly before a word"},
    {PHRASE("worker(s)"), 5, 15, "a space before"},
    {PHRASE("(re)train"), 5, 13, "a space after"},
    {PHRASE("'été ~0 wage'"), 5, 14, "~1 to ~12"},
    {PHRASE("((((((((((((((((((wage))))))))))))))))))"), 5, 25, "16 deep"},
    {PHRASE("{wage: paid}"), 5, 9, "expected a phrase"},
};

static void malformed_concepts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof malformed / sizeof malformed[0]; i++) {
        struct lexicon_folder folder;
        struct bma_lexicon *lexicon = NULL;
        struct bma_error error = {0};
        make_folder(&folder, STRUCTURE, malformed[i].concepts);
        enum bma_status status = bma_lexicon_load(folder.path, NULL, &lexicon, &error);
        remove_folder(&folder);
        if (status != BMA_ERROR_PACK || error.line != malformed[i].line ||
            (malformed[i].column != 0 && error.column != malformed[i].column) ||
            strstr(error.message, malformed[i].message) == NULL)
            fail_msg("case %zu: status %d, %u:%u: %s", i, (int)status, (unsigned)error.line,
                     (unsigned)error.column, error.message);
        assert_non_null(strstr(error.file, "topic.yaml"));
        assert_null(lexicon);
    }
}

static void malformed_structure(void **state)
{
    (void)state;
    static const struct {
        const char *structure;
        unsigned line, column;
        const char *message;
    } cases[] = {
        {"language: en\n", 1, 1, "stemmer"},
        {"language: en\nstemmer: englisch\n", 2, 10, "englisch"},
        {"language: en\nstemmer: english\nspelling: {labour office: labor}\n", 3, 12, "one word"},
        {"language: en\nstemmer: english\nspelling: {labour: [labor]}\n", 3, 20, "one word"},
        {"language: en\nstemmer: english\nnumbers: [two three]\n", 3, 11, "one word"},
        {"language: en\nstemmer: english\narticle: [[art]]\n", 3, 11, "a word or a few"},
        {"language: en\nstemmer: english\nconcepts: {}\n", 3, 1, "unknown key"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct lexicon_folder folder;
        struct bma_lexicon *lexicon = NULL;
        struct bma_error error = {0};
        make_folder(&folder, cases[i].structure, "language: en\nconcepts: {}\n");
        enum bma_status status = bma_lexicon_load(folder.path, NULL, &lexicon, &error);
        remove_folder(&folder);
        if (status != BMA_ERROR_PACK || error.line != cases[i].line || error.column != cases[i].column ||
            strstr(error.message, cases[i].message) == NULL)
            fail_msg("case %zu: status %d, %u:%u: %s", i, (int)status, (unsigned)error.line,
                     (unsigned)error.column, error.message);
    }
}

static void a_folder_without_structure(void **state)
{
    (void)state;
    struct lexicon_folder folder;
    struct bma_lexicon *lexicon = NULL;
    struct bma_error error = {0};
    make_folder(&folder, NULL, "language: en\nconcepts: {}\n");
    assert_int_equal(bma_lexicon_load(folder.path, NULL, &lexicon, &error), BMA_ERROR_PACK);
    assert_string_equal(error.message, "the lexicon has no structure.yaml");
    remove_folder(&folder);
    assert_int_equal(bma_lexicon_load(folder.path, NULL, &lexicon, &error), BMA_ERROR_PACK);
    assert_string_equal(error.file, folder.path);
}

static void a_concept_in_two_files(void **state)
{
    (void)state;
    struct lexicon_folder folder;
    struct bma_lexicon *lexicon = NULL;
    struct bma_error error = {0};
    make_folder(&folder, STRUCTURE, PHRASE("pay"));
    put_file(folder.path, "other.yaml", PHRASE("salary"));
    assert_int_equal(bma_lexicon_load(folder.path, NULL, &lexicon, &error), BMA_ERROR_PACK);
    remove_folder(&folder);
    assert_non_null(strstr(error.message, "other.yaml:3 already"));
    assert_non_null(strstr(error.file, "topic.yaml"));
    assert_int_equal(error.line, 3);
    assert_int_equal(error.column, 3);
}

/* Twelve optional groups of two words would be 3^12 variants side by side. */
static void too_many_variants(void **state)
{
    (void)state;
    struct lexicon_folder folder;
    struct bma_lexicon *lexicon = NULL;
    struct bma_error error = {0};
    make_folder(&folder, STRUCTURE,
                PHRASE("pay ([a|b] [c|d] [e|f] [g|h] [i|j] [k|l] [m|n] [o|p] [q|r] [s|t] [u|v] [w|x])"));
    assert_int_equal(bma_lexicon_load(folder.path, NULL, &lexicon, &error), BMA_ERROR_PACK);
    remove_folder(&folder);
    assert_int_equal(error.line, 5);
    assert_non_null(strstr(error.message, "4096"));
}

static void what_it_says_of_concepts(void **state)
{
    (void)state;
    struct bma_lexicon *lexicon = make_lexicon(HEAD "  wage:\n    about: money for work\n    phrases: [pay, "
                                                    "salary]\n  may_not:\n    role: other-instrument\n"
                                                    "    phrases: [may not]\n");
    assert_int_equal(bma_lexicon_concept_count(lexicon), 2);
    uint32_t wage = bma_lexicon_find(lexicon, "wage");
    assert_int_equal(bma_lexicon_find(lexicon, "wages"), BMA_NONE);
    assert_string_equal(bma_lexicon_concept(lexicon, wage)->about, "money for work");
    assert_int_equal(bma_lexicon_concept(lexicon, wage)->phrase_count, 2);
    assert_int_equal(bma_lexicon_concept(lexicon, wage)->line, 3);
    assert_int_equal(bma_lexicon_concept(lexicon, bma_lexicon_find(lexicon, "may_not"))->role,
                     BMA_CONCEPT_OTHER_INSTRUMENT);
    assert_string_equal(bma_lexicon_conventions(lexicon)->language, "en");
    bma_lexicon_free(lexicon);
    bma_lexicon_free(NULL);
}

static void memory_that_runs_out(void **state)
{
    (void)state;
    struct lexicon_folder folder;
    make_folder(&folder, STRUCTURE,
                HEAD
                "  wage:\n    phrases: [(pay|salary) of ~3 =workers, 'pay [in full] #']\n    not: [pay day]\n"
                "  money:\n    include: [wage]\n");
    for (size_t nth = 1;; nth++) {
        struct bma_lexicon *lexicon = NULL;
        struct bma_error error = {0};
        bma_memory_fail_at(nth);
        enum bma_status status = bma_lexicon_load(folder.path, NULL, &lexicon, &error);
        size_t asked = bma_memory_count();
        bma_memory_fail_at(0);
        if (status == BMA_OK) {
            assert_true(asked < nth);
            bma_lexicon_free(lexicon);
            break;
        }
        assert_int_equal(status, BMA_ERROR_MEMORY);
        assert_null(lexicon);
    }
    remove_folder(&folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(malformed_concepts),         cmocka_unit_test(malformed_structure),
        cmocka_unit_test(a_folder_without_structure), cmocka_unit_test(a_concept_in_two_files),
        cmocka_unit_test(too_many_variants),          cmocka_unit_test(what_it_says_of_concepts),
        cmocka_unit_test(memory_that_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Citations as coders write them, and the divisions that they mean. */
#include "reliability/noted.h"

#include "readers/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#define WORDS(...)                                                                                           \
    {                                                                                                        \
        (const char *const[]){__VA_ARGS__},                                                                  \
            sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *), 0                             \
    }

static const char draft[] =
    "AGREEMENT\n\nPREAMBLE\n\nThey are neighbours,\nhave agreed as follows:\n\n"
    "Article IV\n\n1. They shall meet.\n\n2. They shall write:\n(a) letters;\n(b) notes.\n\n"
    "Article V\n\nThey shall rest.\n\n"
    "ANNEX A\n\n1. They shall dance.\n\nANNEX IV\n\nThey shall sing.\n";

/* Which of the words, each in one clause alone, stand in a division that the list names. */
static void notes(const struct bma_document *document, const char *list, const char *const *words)
{
    static const char *const all[] = {"neighbours", "meet", "letters", "notes", "rest", "dance", "sing"};
    bool noted[64];
    bool any = bma_noted_divisions(document, list, noted);

    assert_true(document->node_count < 64);
    assert_true(any == (*words != NULL));
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        bool wanted = false, found = false;

        for (size_t k = 0; words[k]; k++)
            wanted = wanted || strcmp(words[k], all[i]) == 0;
        for (uint32_t c = 0; c < document->clause_count; c++) {
            const struct bma_clause *clause = &document->clauses[c];
            const char *at = strstr(document->text + clause->span.start, all[i]);

            if (at && at < document->text + clause->span.end && noted[clause->node])
                found = true;
        }
        if (wanted != found)
            fail_msg("'%s': %s is %s", list, all[i], found ? "noted" : "not noted");
    }
}

static void test_lists(void **state)
{
    const struct bma_conventions words = {
        .language = "en",
        .article = WORDS("article"),
        .annex = WORDS("annex"),
        .preamble_end = WORDS("have agreed as follows"),
        .preamble = WORDS("preamble"),
    };
    static const struct {
        const char *list, *words[6];
    } cases[] = {
        {"4.1", {"meet"}},
        {"IV(2)(b)", {"notes"}},
        {"Art. 4; 5", {"meet", "letters", "notes", "rest"}},
        {"iv (2) a, article V", {"letters", "rest"}},
        {"Annex A 1", {"dance"}},
        {"annex 4", {"sing"}},
        {"Article IV", {"meet", "letters", "notes"}},
        {"preamble;A", {"neighbours", "dance"}},
        {"Preamble", {"neighbours"}},
        {"7", {NULL}},
        {"1", {NULL}},
        {"", {NULL}},
        {" ; ,", {NULL}},
        {"4.1.1.1.1.1.1.1.1.1.1", {NULL}},
    };
    struct bma_document *document = NULL;
    struct bma_error error;

    (void)state;
    assert_int_equal(bma_read_document("draft.txt", draft, strlen(draft), &words, &document, &error), BMA_OK);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        notes(document, cases[i].list, cases[i].words);
    bma_document_free(document);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_lists)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

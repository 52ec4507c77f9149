/* References to divisions: what they point to, what leads out of the document, what dangles. */
#include "annotate_text.h"

static const char frame[] =
    "Article 1\n\n1. The Parties shall open an office.\n\n2. The office shall keep a list.\n\n"
    "Article 2\n\nThe office shall:\n\n(a) advise workers;\n\n(b) hear complaints.\n\n"
    "Article 3\n\n%s\n\nAnnex I\n\nForm of the list\n\nThe list shall be printed.\n";

static const struct {
    const char *sentence;
    const char *references; /* text=citation, "?" where it dangles, "!" where it leads out */
} sentences[] = {
    {"The list meant in Article 1 shall be published.", "Article 1=Article 1"},
    {"The list meant in Article 1(2) shall be published.", "Article 1=Article 1; (2)=Article 1(2)"},
    {"Article 9 shall apply.", "Article 9=?"},
    {"Articles 1 and 2 shall apply.", "Articles 1=Article 1; 2=Article 2"},
    {"Paragraph 2 of Article 1 shall apply.", "Paragraph 2=Article 1(2); Article 1=Article 1"},
    {"Article 1, paragraph 7, shall apply.", "Article 1=Article 1; paragraph 7=?"},
    {"The procedure of paragraph 26 shall apply.", "paragraph 26=?"},
    {"The stay shall be counted in accordance with Article 2.", "Article 2=Article 2"},
    {"Article 1(b) shall apply.", "Article 1=Article 1; (b)=?"}, /* there is a 2., and no letter */
    {"The form shall follow Annex I.", "Annex I=Annex I"},
    {"The form shall follow Annex IV.", "Annex IV=?"},
    {"Article 11 of the Convention on the Rights of Wanderers shall be respected.", "Article 11=!"},
    {"Section 40 of the Labour Code shall be respected.", "Section 40=!"},
    {"The office shall be open for 30 days and 12 hours.", ""},
};

static void list_references(const struct bma_annotated *text, uint32_t clause, char *out, size_t size)
{
    size_t used = 0;

    out[0] = '\0';
    for (uint32_t i = 0; i < text->reference_count && used < size - 200; i++) {
        const struct bma_reference *reference = &text->references[i];
        if (reference->clause != clause)
            continue;
        used += (size_t)snprintf(
            out + used, size - used, "%s%.*s=%s", used ? "; " : "",
            (int)(reference->span.end - reference->span.start), text->document->text + reference->span.start,
            reference->external             ? "!"
            : reference->target == BMA_NONE ? "?"
                                            : text->document->nodes[reference->target].citation);
    }
}

static void test_references(void **state)
{
    unsigned wrong = 0;

    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        char draft[1024], words[40], found[1024];
        snprintf(draft, sizeof draft, frame, sentences[i].sentence);
        snprintf(words, sizeof words, "%.20s", sentences[i].sentence);
        const struct bma_annotated *text = annotate(*state, draft);
        list_references(text, clause_with(text, words), found, sizeof found);
        if (strcmp(found, sentences[i].references) != 0) {
            print_error("%s\n  expected %s\n  found    %s\n", sentences[i].sentence, sentences[i].references,
                        found);
            wrong++;
        }
    }
    assert_int_equal(wrong, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_references)};

    return cmocka_run_group_tests(tests, open_language, close_language);
}

/* Which instrument a bare text is, told from its title or from what it calls itself. */
#include "drafts.h"

#include "readers/instrument.h"

static const struct bma_instrument_words names = {
    .treaty = WORDS("agreement", "treaty", "convention"),
    .mou = WORDS("memorandum", "memorandum of understanding", "declaration of intent"),
    .letters = WORDS("exchange of letters", "exchange of notes", "note verbale"),
    .protocol = WORDS("protocol"),
    .open = WORDS("arrangement"),
    .series = WORDS("treaty series"),
    .form = WORDS("in the form of an exchange of letters", "by exchange of notes"),
    .itself = WORDS("this", "present"),
};
static const struct bma_words articles = WORDS("the");

static struct bma_conventions words_of_instruments(void)
{
    struct bma_conventions words = test_conventions();

    words.instrument = names;
    words.party.article = articles;
    return words;
}

#define BODY                                                                                                 \
    "\n\nThe two sides, considering their friendship, have agreed as follows:\n\nArticle 1\nA worker is "    \
    "paid.\n"

static const struct {
    const char *draft;
    enum bma_instrument told;
} cases[] = {
    {"AGREEMENT BETWEEN LORANIA AND TESK" BODY, BMA_INSTRUMENT_TREATY},
    {"MEMORANDUM\nOF UNDERSTANDING\nbetween Lorania and Tesk" BODY, BMA_INSTRUMENT_MOU},
    {"Joint Declaration of Intent of Lorania and Tesk" BODY, BMA_INSTRUMENT_MOU},
    {"Second Protocol amending the Agreement between Lorania and Tesk" BODY, BMA_INSTRUMENT_PROTOCOL},
    {"Agreement amending the Protocol between Lorania and Tesk" BODY, BMA_INSTRUMENT_TREATY},
    {"Memorandum of Understanding on the Agreement of Tesk" BODY, BMA_INSTRUMENT_MOU},
    {"Agreement in the form of an exchange of letters between Lorania and Tesk" BODY, BMA_INSTRUMENT_LETTERS},
    {"Exchange of Notes constituting an Agreement" BODY, BMA_INSTRUMENT_LETTERS},
    {"Agreement changing the Agreement made by exchange of notes of 1958" BODY, BMA_INSTRUMENT_TREATY},
    {"Arrangement under the Convention on Millers" BODY, BMA_INSTRUMENT_UNKNOWN},
    {"Rules for the Agreement on Millers" BODY, BMA_INSTRUMENT_UNKNOWN},
    {"The Convention of Tesk" BODY, BMA_INSTRUMENT_TREATY},
    {"Lorania Treaty Series 7: Protocol on Millers" BODY, BMA_INSTRUMENT_PROTOCOL},
    {"Millers of Tesk" BODY, BMA_INSTRUMENT_UNKNOWN},
    {"Millers" BODY "\nArticle 2\nThis Convention lasts two years.\n", BMA_INSTRUMENT_TREATY},
    {"Millers" BODY "\nArticle 2\nThis Convention ends when this Memorandum begins.\n",
     BMA_INSTRUMENT_UNKNOWN},
};

static void test_told(void **state)
{
    struct bma_conventions words = words_of_instruments();

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_document *document = read_draft("draft.txt", cases[i].draft);
        enum bma_instrument told = bma_instrument_tell(document, NULL, &words);
        if (told != cases[i].told)
            print_message("%s\n", cases[i].draft);
        assert_int_equal(told, cases[i].told);
        bma_document_free(document);
    }
}

/* The title of the case file tells where the text's own shows nothing, and only there. */
static void test_title_of_the_case(void **state)
{
    struct bma_conventions words = words_of_instruments();
    struct bma_document *silent = read_draft("draft.txt", "Millers" BODY);
    struct bma_document *named = read_draft("draft.txt", "Protocol" BODY);

    (void)state;
    assert_int_equal(bma_instrument_tell(silent, "Memorandum on millers", &words), BMA_INSTRUMENT_MOU);
    assert_int_equal(bma_instrument_tell(named, "Memorandum on millers", &words), BMA_INSTRUMENT_PROTOCOL);
    bma_document_free(silent);
    bma_document_free(named);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_told),
        cmocka_unit_test(test_title_of_the_case),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Which instrument a bare text is, and of which year, told from what it shows. */
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

#define LETTER "\nSir,\nI have the honour to propose this.\n1. Millers may come.\n2. Bakers may come.\n"

static const struct {
    const char *draft;
    int year;
} dated[] = {
    {"Agreement on Millers" BODY "\nDone at Tesk on 8 April 1961, in two copies.\n", 1961},
    {"Agreement of 3 May 1990 on Millers" BODY "\nDone at Tesk on 8 April 1961.\n", 1961},
    {"Agreement on Millers" BODY "\nDone at Tesk on 8 April 1961, and at Lor on 2 May 1962.\n", 0},
    {"Agreement on Millers" BODY "\nDone at Tesk on the ___ of ____ 20__.\n", 0},
    {"Agreement of 15 June 1998 on Millers" BODY, 1998},
    {"Protocol to the Agreement of 15 June 1998 on Millers" BODY, 0},
    {"Agreement on Millers, 2020-2024" BODY, 0},
    {"Agreement on 1,998 Millers, No. 12/1998" BODY, 0},
    {"Exchange of Letters on Millers\n\nI\n\nTesk, 6 July 1949\n" LETTER "\nII\n\nLor, 9 July 1949\n" LETTER,
     1949},
    {"Exchange of Letters on Millers\n\nI\n\nTesk, 6 July 1949\n" LETTER "\nII\n\nLor, 9 May 1950\n" LETTER,
     0},
};

/* Where several years are shown, or that of another instrument, none is told. */
static void test_year(void **state)
{
    struct bma_conventions words = words_of_instruments();

    (void)state;
    for (size_t i = 0; i < sizeof dated / sizeof dated[0]; i++) {
        struct bma_document *document = read_draft("draft.txt", dated[i].draft);
        int year = bma_year_tell(document, &words);
        if (year != dated[i].year)
            print_message("%d: %s\n", year, dated[i].draft);
        assert_int_equal(year, dated[i].year);
        bma_document_free(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_told),
        cmocka_unit_test(test_title_of_the_case),
        cmocka_unit_test(test_year),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

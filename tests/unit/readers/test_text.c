/* Plain text into the tree: layouts of drafts as `bma show` prints them. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case texts[] = {
    {"label, heading, numbered paragraphs",
     "AGREEMENT ON PEARL DIVING\n"
     "\n"
     "Arvia and Besk,\n"
     "\n"
     "Recognising the sea;\n"
     "\n"
     "Have agreed as follows:\n"
     "\n"
     "ARTICLE V\n"
     "Duties\n"
     "\n"
     "1. Each Party shall keep a list. It shall be public.\n"
     "\n"
     "2. Lists shall follow No. 97, i.e. the form in Annex B. They bind Dr. Osk.\n"
     "\n"
     "Done at Besk on 3 May 2020.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  AGREEMENT ON PEARL DIVING\n"
     "  preamble \"Preamble\"\n"
     "    3:1 preamble  Arvia and Besk,\n"
     "    5:1 preamble  Recognising the sea;\n"
     "    7:1 preamble  Have agreed as follows:\n"
     "  article V \"Article V\"\n"
     "    10:1 heading  Duties\n"
     "    paragraph 1 \"Article V(1)\"\n"
     "      12:4 operative  Each Party shall keep a list.\n"
     "      12:34 operative  It shall be public.\n"
     "    paragraph 2 \"Article V(2)\"\n"
     "      14:4 operative  Lists shall follow No. 97, i.e. the form in Annex B.\n"
     "      14:57 operative  They bind Dr. Osk.\n"
     "  closing\n"
     "    16:1 closing  Done at Besk on 3 May 2020.\n"},
    {"heading on the line of the label",
     "Article 1 \xe2\x80\x93 Scope\n"
     "\n"
     "This applies to divers.\n"
     "\n"
     "Article 2. The Parties shall meet.\n"
     "\n"
     "Article 3 of this Agreement shall lapse.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    1:13 heading  Scope\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  This applies to divers.\n"
     "  article 2 \"Article 2\"\n"
     "    5:12 operative  The Parties shall meet.\n"
     "    paragraph \"Article 2\"\n"
     "      7:1 operative  Article 3 of this Agreement shall lapse.\n"},
    {"heading on the line of the label, words on the next",
     "Article 16 Return and reintegration\n"
     "Divers shall leave when the permit expires.\n"
     "Article 17 Stay and renewal of stay\n"
     "1. Permits may be renewed.\n"
     "2. They cost nothing.\n",
     "agreement\n"
     "  article 16 \"Article 16\"\n"
     "    1:12 heading  Return and reintegration\n"
     "    paragraph \"Article 16\"\n"
     "      2:1 operative  Divers shall leave when the permit expires.\n"
     "  article 17 \"Article 17\"\n"
     "    3:12 heading  Stay and renewal of stay\n"
     "    paragraph 1 \"Article 17(1)\"\n"
     "      4:4 operative  Permits may be renewed.\n"
     "    paragraph 2 \"Article 17(2)\"\n"
     "      5:4 operative  They cost nothing.\n"},
    {"items inherit their lead-in",
     "Section 3\n"
     "\n"
     "The Party shall:\n"
     "\n"
     "(a) send divers,\n"
     "    (i) by boat, and\n"
     "    (ii) by air;\n"
     "\n"
     "(b) pay them. Pay is weekly.\n"
     "\n"
     "The Party may ask for more.\n",
     "agreement\n"
     "  article 3 \"Section 3\"\n"
     "    paragraph \"Section 3\"\n"
     "      3:1 operative  The Party shall:\n"
     "      item a \"Section 3(a)\"\n"
     "        5:5 operative item <3:1  send divers,\n"
     "        item i \"Section 3(a)(i)\"\n"
     "          6:9 operative item <5:5  by boat, and\n"
     "        item ii \"Section 3(a)(ii)\"\n"
     "          7:10 operative item <5:5  by air;\n"
     "      item b \"Section 3(b)\"\n"
     "        9:5 operative item <3:1  pay them.\n"
     "        9:15 operative  Pay is weekly.\n"
     "    paragraph \"Section 3\"\n"
     "      11:1 operative  The Party may ask for more.\n"},
    {"letters after h and roman numbers",
     "Article 1\n"
     "\n"
     "The Party shall:\n"
     "\n"
     "(h) rest;\n"
     "\n"
     "(i) dive;\n"
     "\n"
     "(j) sleep.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The Party shall:\n"
     "      item h \"Article 1(h)\"\n"
     "        5:5 operative item <3:1  rest;\n"
     "      item i \"Article 1(i)\"\n"
     "        7:5 operative item <3:1  dive;\n"
     "      item j \"Article 1(j)\"\n"
     "        9:5 operative item <3:1  sleep.\n"},
    {"numbered headings with decimals",
     "3. AUTHORITIES\n"
     "\n"
     "3.1 The office shall answer.\n"
     "\n"
     "3.2 It shall be open.\n"
     "\n"
     "4. COSTS\n"
     "\n"
     "Nobody pays.\n",
     "agreement\n"
     "  article 3 \"3\"\n"
     "    1:4 heading  AUTHORITIES\n"
     "    paragraph 3.1 \"3.1\"\n"
     "      3:5 operative  The office shall answer.\n"
     "    paragraph 3.2 \"3.2\"\n"
     "      5:5 operative  It shall be open.\n"
     "  article 4 \"4\"\n"
     "    7:4 heading  COSTS\n"
     "    paragraph \"4\"\n"
     "      9:1 operative  Nobody pays.\n"},
    {"section signs and parts",
     "TITLE I - GENERAL\n"
     "\n"
     "Art. 1. Object\n"
     "\n"
     "\xc2\xa7 1. Divers enter freely.\n"
     "\n"
     "\xc2\xa7 2. They leave freely.\n"
     "\n"
     "TITLE II - MONEY\n"
     "\n"
     "Art. 2. Pay\n"
     "\n"
     "Pay is due.\n",
     "agreement\n"
     "  part I \"Title I\"\n"
     "    1:11 heading  GENERAL\n"
     "    article 1 \"Art. 1\"\n"
     "      3:9 heading  Object\n"
     "      paragraph 1 \"Art. 1 \xc2\xa7 1\"\n"
     "        5:6 operative  Divers enter freely.\n"
     "      paragraph 2 \"Art. 1 \xc2\xa7 2\"\n"
     "        7:6 operative  They leave freely.\n"
     "  part II \"Title II\"\n"
     "    9:12 heading  MONEY\n"
     "    article 2 \"Art. 2\"\n"
     "      11:9 heading  Pay\n"
     "      paragraph \"Art. 2\"\n"
     "        13:1 operative  Pay is due.\n"},
    {"paragraphs as articles",
     "Paragraph 3 \xe2\x80\x93 Offices\n"
     "\n"
     "3.1 The office will answer.\n"
     "\n"
     "Paragraph 4 \xe2\x80\x93 Pay\n"
     "\n"
     "Pay will be due.\n",
     "agreement\n"
     "  article 3 \"Paragraph 3\"\n"
     "    1:15 heading  Offices\n"
     "    paragraph 3.1 \"Paragraph 3.1\"\n"
     "      3:5 operative  The office will answer.\n"
     "  article 4 \"Paragraph 4\"\n"
     "    5:15 heading  Pay\n"
     "    paragraph \"Paragraph 4\"\n"
     "      7:1 operative  Pay will be due.\n"},
    {"capitals without number",
     "OBJECT\n"
     "\n"
     "The Parties shall cooperate in diving.\n"
     "\n"
     "They shall meet.\n"
     "\n"
     "PAY\n"
     "\n"
     "Pay is due every week.\n",
     "agreement\n"
     "  article \"OBJECT\"\n"
     "    1:1 heading  OBJECT\n"
     "    paragraph \"OBJECT\"\n"
     "      3:1 operative  The Parties shall cooperate in diving.\n"
     "    paragraph \"OBJECT\"\n"
     "      5:1 operative  They shall meet.\n"
     "  article \"PAY\"\n"
     "    7:1 heading  PAY\n"
     "    paragraph \"PAY\"\n"
     "      9:1 operative  Pay is due every week.\n"},
    {"a draft called protocol is no annex",
     "PROTOCOL\n"
     "BETWEEN SERRANO AND HALE\n"
     "\n"
     "Article 1\n"
     "\n"
     "Herders may cross.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  PROTOCOL\n"
     "    2:1 title  BETWEEN SERRANO AND HALE\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      6:1 operative  Herders may cross.\n"},
    {"annex with numbers of its own",
     "Article 1\n"
     "\n"
     "Divers dive.\n"
     "\n"
     "Done at Besk.\n"
     "\n"
     "ANNEX I\n"
     "MODEL CONTRACT\n"
     "\n"
     "1. The wage is due.\n"
     "\n"
     "PROTOCOL\n"
     "\n"
     "Article 1\n"
     "\n"
     "Divers rest.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Divers dive.\n"
     "  closing\n"
     "    5:1 closing  Done at Besk.\n"
     "  annex I \"Annex I\"\n"
     "    8:1 heading  MODEL CONTRACT\n"
     "    paragraph 1 \"Annex I(1)\"\n"
     "      10:4 annex  The wage is due.\n"
     "  annex \"Protocol\"\n"
     "    article 1 \"Protocol, Article 1\"\n"
     "      paragraph \"Protocol, Article 1\"\n"
     "        16:1 annex  Divers rest.\n"},
    {"furniture in mid-sentence",
     "Article 1\n"
     "\n"
     "1. The diver who has been at work for the whole of the day shall have a\n"
     "\n"
     "                    - 1 -\n"
     "\n"
     "Draft 3 of the diving pact\n"
     "\n"
     "rest of nine hours.\n"
     "\n"
     "2. The diver who has been at work for the whole of the night shall have\n"
     "\n"
     "                    - 2 -\n"
     "\n"
     "Draft 3 of the diving pact\n"
     "\n"
     "twelve.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  The diver who has been at work for the whole of the day shall have a"
     " rest of nine hours.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      11:4 operative  The diver who has been at work for the whole of the night shall have"
     " twelve.\n"},
    {"a long line that returns three times with a number one higher",
     "Article 1\n"
     "\n"
     "1. The diver who has been at work for the whole of the day shall have a\n"
     "\n"
     "Diving pact of Arvia and Besk, draft of 3 May        Page 1 of 3\n"
     "\n"
     "rest of nine hours.\n"
     "\n"
     "Diving pact of Arvia and Besk, draft of 3 May        Page 2 of 3\n"
     "\n"
     "2. Nets shall be dried.\n"
     "\n"
     "Diving pact of Arvia and Besk, draft of 3 May        Page 3 of 3\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  The diver who has been at work for the whole of the day shall have a"
     " rest of nine hours.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      11:4 operative  Nets shall be dried.\n"},
    {"hyphens at the ends of lines",
     "Article 1\n"
     "\n"
     "Non-professional divers shall keep to the rules of the first parag-\n"
     "raph, and the same goes for all the other persons who are here non-\n"
     "professional or who dive for the period of a twenty-four or a 21-\n"
     "day week.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Non-professional divers shall keep to the rules of the first paragraph,"
     " and the same goes for all the other persons who are here non-professional or who dive for"
     " the period of a twenty-four or a 21-day week.\n"},
    {"wording for another instrument",
     "Article 1\n"
     "\n"
     "Article 4 shall read as follows:\n"
     "\n"
     "\"Article 4\n"
     "\n"
     "Fees are waived.\"\n"
     "\n"
     "Article 2\n"
     "\n"
     "This enters into force.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Article 4 shall read as follows:\n"
     "    paragraph \"Article 1\"\n"
     "      5:1 operative  \"Article 4\n"
     "    paragraph \"Article 1\"\n"
     "      7:1 operative  Fees are waived.\"\n"
     "  article 2 \"Article 2\"\n"
     "    paragraph \"Article 2\"\n"
     "      11:1 operative  This enters into force.\n"},
    {"byte order mark, CRLF, tabs and no-break spaces",
     "\xef\xbb\xbf" "Article\xc2\xa0" "1\r\n"
     "\r\n"
     "1.\tDivers dive.\r\n"
     "\r\n"
     "2.\xc2\xa0They rest.\r\n",
     "agreement\n"
     "  article 1 \"Article\xc2\xa0" "1\"\n"
     "    paragraph 1 \"Article\xc2\xa0" "1(1)\"\n"
     "      3:4 operative  Divers dive.\n"
     "    paragraph 2 \"Article\xc2\xa0" "1(2)\"\n"
     "      5:4 operative  They rest.\n"},
    {"an item with a sentence after the list",
     "Article 1\n"
     "\n"
     "The Party shall:\n"
     "\n"
     "\xe2\x80\x93 inform,\n"
     "\n"
     "\xe2\x80\x93 hear,\n"
     "\n"
     "as soon as it can.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The Party shall:\n"
     "      item \"Article 1\"\n"
     "        5:3 operative item <3:1  inform,\n"
     "      item \"Article 1\"\n"
     "        7:3 operative item <3:1  hear,\n"
     "      9:1 operative <3:1  as soon as it can.\n"},
    {"dates and ordinals",
     "Article 1\n"
     "\n"
     "It starts on 14. 4. 1950 at the latest. The rate is 8.3 per cent. It ends in 1960. Then H. A."
     " Hooft rests.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  It starts on 14. 4. 1950 at the latest.\n"
     "      3:41 operative  The rate is 8.3 per cent.\n"
     "      3:67 operative  It ends in 1960.\n"
     "      3:84 operative  Then H. A. Hooft rests.\n"},
};
/* clang-format on */

static void reads_plain_text(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        check_draft(&texts[i], "draft.txt");
}

struct refusal {
    const char *bytes;
    size_t length;
    uint32_t line, column;
    const char *message;
};

static void refuses_what_is_not_utf8(void **state)
{
    static const struct refusal refusals[] = {
        {"Art. 1\nLa dur\xe9"
         "e.\n",
         16, 2, 7,
         "the text is not UTF-8 from here on; save it as UTF-8 or give the Word file that it came from"},
        {"ab\ncd\0ef", 8, 2, 3, "a NUL byte stands in the text; save it as plain UTF-8 text"},
        {"\xef\xbb\xbf\xc3\xa9\xff", 6, 1, 2,
         "the text is not UTF-8 from here on; save it as UTF-8 or give the Word file that it came from"},
    };
    struct bma_conventions conventions = test_conventions();

    (void)state;
    for (size_t i = 0; i < sizeof refusals / sizeof refusals[0]; i++) {
        struct bma_document *document = NULL;
        struct bma_error error;
        assert_int_equal(bma_read_document("x.txt", refusals[i].bytes, refusals[i].length, &conventions,
                                           &document, &error),
                         BMA_ERROR_INPUT);
        assert_null(document);
        assert_int_equal(error.line, refusals[i].line);
        assert_int_equal(error.column, refusals[i].column);
        assert_string_equal(error.message, refusals[i].message);
    }
}

static void drop_blanks(struct bma_buffer *out, const char *bytes, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)bytes[i] > ' ')
            bma_buffer_addc(out, bytes[i]);
}

/* Each clause lies in the source, in order, and says there what it says in the text. */
static void check_places(const struct bma_document *document, bool verbatim)
{
    uint32_t before = 0;

    for (uint32_t i = 0; i < document->clause_count; i++) {
        const struct bma_clause *clause = &document->clauses[i];
        struct bma_span source = bma_document_source(document, clause->span);
        struct bma_buffer left, right;
        bma_buffer_init(&left);
        bma_buffer_init(&right);
        assert_true(clause->span.start >= before && clause->span.end > clause->span.start);
        assert_true(clause->span.end <= document->text_length && source.end <= document->source_length);
        assert_true(clause->node < document->node_count &&
                    (clause->lead_in == BMA_NONE || clause->lead_in < i));
        drop_blanks(&left, document->text + clause->span.start, clause->span.end - clause->span.start);
        drop_blanks(&right, document->source + source.start, source.end - source.start);
        if (verbatim)
            assert_string_equal(left.bytes, right.bytes);
        before = clause->span.end;
        bma_buffer_release(&left);
        bma_buffer_release(&right);
    }
}

static void clauses_lie_in_the_source(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        struct bma_document *document = read_draft("draft.txt", texts[i].draft);
        /* What was taken out within a clause stands in the source alone. */
        check_places(document, strstr(texts[i].draft, "- 1 -") == NULL &&
                                   strstr(texts[i].draft, "Page 1") == NULL &&
                                   strstr(texts[i].draft, "-\n") == NULL);
        bma_document_free(document);
    }
}

/* Every beginning of a draft is a draft. */
static void reads_any_beginning(void **state)
{
    struct bma_conventions conventions = test_conventions();

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        for (size_t length = 0; length < strlen(texts[i].draft); length += 3) {
            struct bma_document *document = NULL;
            enum bma_status status =
                bma_read_document("x.md", texts[i].draft, length, &conventions, &document, NULL);
            if (status == BMA_OK)
                check_places(document, false);
            else
                assert_int_equal(status, BMA_ERROR_INPUT);
            bma_document_free(document);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_plain_text),
        cmocka_unit_test(refuses_what_is_not_utf8),
        cmocka_unit_test(clauses_lie_in_the_source),
        cmocka_unit_test(reads_any_beginning),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Layouts that carry more than words: notes, margins, tables and lists without marks. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case layouts[] = {
    {"a decimal number belongs to its article, whatever list is open; a wrapped date opens nothing",
     "7. Carrying out\n"
     "\n"
     "The two Ministries shall watch over the following tasks:\n"
     "\n"
     "- visits to farms\n"
     "- the register\n"
     "\n"
     "7.1 They shall write to each other about both directly and shall, by\n"
     "31 January of each year, send figures on all visits made, on all the\n"
     "contracts in the register and on whatever they hold to be of importance.\n",
     "agreement\n"
     "  article 7 \"7\"\n"
     "    1:4 heading  Carrying out\n"
     "    paragraph \"7\"\n"
     "      3:1 operative  The two Ministries shall watch over the following tasks:\n"
     "      item \"7\"\n"
     "        5:3 operative item <3:1  visits to farms\n"
     "      item \"7\"\n"
     "        6:3 operative item <3:1  the register\n"
     "    paragraph 7.1 \"7.1\"\n"
     "      8:5 operative  They shall write to each other about both directly and shall, by "
     "31 January of each year, "
     "send figures on all visits made, on all the contracts in the register and on whatever they hold to be "
     "of importance.\n"},
    {"a decimal may begin with the letter of its division; the name of a level of language is none",
     "SECTION A. TESTS\n"
     "\n"
     "A1. They shall, when they have been here for a year, be able to speak\n"
     "B1 in the language, and they shall be tested in it before they go.\n"
     "\n"
     "A.2 They shall write.\n",
     "agreement\n"
     "  article A \"Section A\"\n"
     "    1:12 heading  TESTS\n"
     "    paragraph A1 \"Section A1\"\n"
     "      3:5 operative  They shall, when they have been here for a year, be able to speak "
     "B1 in the language, and they shall be tested in it before they go.\n"
     "    paragraph A.2 \"Section A.2\"\n"
     "      6:5 operative  They shall write.\n"},
    {"what stands behind the signatures under a heading in capitals is an annex; names and offices are not",
     "Article 1\n"
     "\n"
     "They shall meet.\n"
     "\n"
     "Done at Besk on 3 May 2031.\n"
     "\n"
     "MINISTER OF WORKS\n"
     "JANE ROE\n"
     "\n"
     "PROGRAMME OF WORK\n"
     "\n"
     "(forming part of the Agreement)\n"
     "\n"
     "1. Visits\n"
     "   Inspectors visit farms.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  They shall meet.\n"
     "  closing\n"
     "    5:1 closing  Done at Besk on 3 May 2031.\n"
     "    7:1 closing  MINISTER OF WORKS\n"
     "    8:1 closing  JANE ROE\n"
     "  annex \"PROGRAMME OF WORK\"\n"
     "    10:1 heading  PROGRAMME OF WORK\n"
     "    12:1 annex  (forming part of the Agreement)\n"
     "    paragraph 1 \"PROGRAMME OF WORK(1)\"\n"
     "      14:4 annex  Visits\n"
     "      15:4 annex  Inspectors visit farms.\n"},
    {"headings that a number without a stop opens",
     "2 Trees\n"
     "\n"
     "2.1 They shall plant a wood.\n"
     "\n"
     "3 WATER\n"
     "\n"
     "They shall dig a well.\n"
     "\n"
     "4 Ponds are left as they are.\n",
     "agreement\n"
     "  article 2 \"2\"\n"
     "    1:3 heading  Trees\n"
     "    paragraph 2.1 \"2.1\"\n"
     "      3:5 operative  They shall plant a wood.\n"
     "  article 3 \"3\"\n"
     "    5:3 heading  WATER\n"
     "    paragraph \"3\"\n"
     "      7:1 operative  They shall dig a well.\n"
     "    paragraph \"3\"\n"
     "      9:1 operative  4 Ponds are left as they are.\n"},
    {"notes with raised numbers, collected at the end",
     "AGREEMENT ON ORCHARDS\n"
     "\n"
     "Arvia and Besk have agreed as follows:\n"
     "\n"
     "Article 1\n"
     "Scope\n"
     "\n"
     "1. This applies to every worker\xc2\xb9 from Besk.\xc2\xb2\n"
     "2. An employer\xc2\xb3 shall keep no passport. A room has 9 m\xc2\xb2 at least.\n"
     "\n"
     "Done at Besk on 3 May 2031.\n"
     "\n"
     "____________\n"
     "\xc2\xb9 Seasonal workers too.\n"
     "\xc2\xb2 Employers shall pay all fees; this\n"
     "holds for agents too.\n"
     "\xc2\xb3 Public bodies too.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  AGREEMENT ON ORCHARDS\n"
     "  preamble \"Preamble\"\n"
     "    3:1 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    6:1 heading  Scope\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      8:4 operative  This applies to every worker from Besk.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      9:4 operative  An employer shall keep no passport.\n"
     "      9:41 operative  A room has 9 m\xc2\xb2 at least.\n"
     "  closing\n"
     "    11:1 closing  Done at Besk on 3 May 2031.\n"},
    {"notes in brackets; a number in brackets without a note stays",
     "Article 1\n"
     "\n"
     "No worker shall pay a fee.[1] The employer pays \"all costs\" [2], as list [7] says.\n"
     "\n"
     "Article 2\n"
     "\n"
     "Workers may complain.\n"
     "\n"
     "[1] Agents shall repay it.\n"
     "[2] See the annex.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  No worker shall pay a fee.\n"
     "      3:31 operative  The employer pays \"all costs\", as list [7] says.\n"
     "  article 2 \"Article 2\"\n"
     "    paragraph \"Article 2\"\n"
     "      7:1 operative  Workers may complain.\n"},
    {"notes at the foot of the page, numbers set as words",
     "                                  - 1 -\n"
     "AGREEMENT1 ON PEARLS\n"
     "\n"
     "Arvia and Besk have agreed as follows:\n"
     "\n"
     "Article 1\n"
     "\n"
     "Divers shall have access to the courts like nationals 2.\n"
     "The Parties shall report on the\n"
     "____________________\n"
     "1 In force since 1999.\n"
     "2 In the sense of the Code.\n"
     "                                  - 2 -\n"
     "work of divers within 3 months.\n"
     "\n"
     "Article 2\n"
     "\n"
     "Housing shall meet the standards of Besk.3 Article 2 binds.\n"
     "____________________\n"
     "3 Set out by decree.\n",
     "agreement\n"
     "  title\n"
     "    2:1 title  AGREEMENT ON PEARLS\n"
     "  preamble \"Preamble\"\n"
     "    4:1 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      8:1 operative  Divers shall have access to the courts like nationals.\n"
     "      9:1 operative  The Parties shall report on the work of divers within 3 months.\n"
     "  article 2 \"Article 2\"\n"
     "    paragraph \"Article 2\"\n"
     "      18:1 operative  Housing shall meet the standards of Besk.\n"
     "      18:44 operative  Article 2 binds.\n"},
    {"numbers behind labels and amounts are no marks of notes",
     "Article 1\n"
     "\n"
     "1. Article 2 applies to 3 workers.\n"
     "\n"
     "2. The quota is 200 in year 1.\n"
     "\n"
     "2 The quota is reviewed.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  Article 2 applies to 3 workers.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      5:4 operative  The quota is 200 in year 1.\n"
     "      7:1 operative  2 The quota is reviewed.\n"},
    {"line numbers in the margin",
     "  1  AGREEMENT ON PEARLS\n"
     "  2\n"
     "  3  Arvia and Besk have agreed as follows:\n"
     "  4\n"
     "  5  Article 1\n"
     "  6  Contract\n"
     "  7\n"
     "  8  1. Divers shall have a contract in a language which they under-\n"
     "  9  stand.\n"
     " 10  2. The contract shall be registered.\n"
     " 11\n"
     " 12  Article 2\n"
     " 13\n"
     " 14  Divers shall rest on one day of every week and on all the public\n"
     " 15  holidays.\n",
     "agreement\n"
     "  title\n"
     "    1:6 title  AGREEMENT ON PEARLS\n"
     "  preamble \"Preamble\"\n"
     "    3:6 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    6:6 heading  Contract\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      8:9 operative  Divers shall have a contract in a language which they understand.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      10:9 operative  The contract shall be registered.\n"
     "  article 2 \"Article 2\"\n"
     "    paragraph \"Article 2\"\n"
     "      14:6 operative  Divers shall rest on one day of every week and on all the public holidays.\n"},
    {"items without marks",
     "Article 1. Duties\n"
     "\n"
     "The employer shall:\n"
     "    pay the cost of travel of the diver, wherever the\n"
     "    diver lives;\n"
     "    provide housing; and\n"
     "    keep no passport.\n"
     "\n"
     "Article 2. Contents\n"
     "\n"
     "1. The contract shall state:\n"
     "the place of work,\n"
     "the wage and the dates of payment, and\n"
     "the grounds of notice.\n"
     "2. It shall be signed.\n"
     "\n"
     "Article 3. Parties\n"
     "\n"
     "The Parties shall:\n"
     "\n"
     "inspect boats;\n"
     "\n"
     "publish reports.\n"
     "\n"
     "The Committee shall meet once a year.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    1:12 heading  Duties\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The employer shall:\n"
     "      item \"Article 1\"\n"
     "        4:5 operative item <3:1  pay the cost of travel of the diver, wherever the diver lives;\n"
     "      item \"Article 1\"\n"
     "        6:5 operative item <3:1  provide housing; and\n"
     "      item \"Article 1\"\n"
     "        7:5 operative item <3:1  keep no passport.\n"
     "  article 2 \"Article 2\"\n"
     "    9:12 heading  Contents\n"
     "    paragraph 1 \"Article 2(1)\"\n"
     "      11:4 operative  The contract shall state:\n"
     "      item \"Article 2(1)\"\n"
     "        12:1 operative item <11:4  the place of work,\n"
     "      item \"Article 2(1)\"\n"
     "        13:1 operative item <11:4  the wage and the dates of payment, and\n"
     "      item \"Article 2(1)\"\n"
     "        14:1 operative item <11:4  the grounds of notice.\n"
     "    paragraph 2 \"Article 2(2)\"\n"
     "      15:4 operative  It shall be signed.\n"
     "  article 3 \"Article 3\"\n"
     "    17:12 heading  Parties\n"
     "    paragraph \"Article 3\"\n"
     "      19:1 operative  The Parties shall:\n"
     "      item \"Article 3\"\n"
     "        21:1 operative item <19:1  inspect boats;\n"
     "      item \"Article 3\"\n"
     "        23:1 operative item <19:1  publish reports.\n"
     "    paragraph \"Article 3\"\n"
     "      25:1 operative  The Committee shall meet once a year.\n"},
    {"words behind a colon that are no list",
     "Article 1\n"
     "\n"
     "The Parties note the following: divers need\n"
     "rest; they also need\n"
     "training.\n"
     "\n"
     "Article 2\n"
     "\n"
     "The Committee decides:\n"
     "\n"
     "It meets every year. Its seat is at Besk.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The Parties note the following: divers need rest; they also need training.\n"
     "  article 2 \"Article 2\"\n"
     "    paragraph \"Article 2\"\n"
     "      9:1 operative  The Committee decides:\n"
     "    paragraph \"Article 2\"\n"
     "      11:1 operative  It meets every year.\n"
     "      11:22 operative  Its seat is at Besk.\n"},
    {"counted items behind words without a stop",
     "Article 1\n"
     "\n"
     "No fee is due.\n"
     "\n"
     "The employment service of Arvia will\n"
     "(i) inform the candidates;\n"
     "(ii) test their skills in diving; and\n"
     "(iii) issue certificates.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  No fee is due.\n"
     "    paragraph \"Article 1\"\n"
     "      5:1 operative  The employment service of Arvia will\n"
     "      item i \"Article 1(i)\"\n"
     "        6:5 operative item <5:1  inform the candidates;\n"
     "      item ii \"Article 1(ii)\"\n"
     "        7:6 operative item <5:1  test their skills in diving; and\n"
     "      item iii \"Article 1(iii)\"\n"
     "        8:7 operative item <5:1  issue certificates.\n"},
    {"headings underlined and over two lines; brackets of options",
     "ARTICLE I\n"
     "Rights of Divers and\n"
     "Duties of Employers\n"
     "\n"
     "1. Divers shall be [free] [able] to join a union.\n"
     "\n"
     "ARTICLE II\n"
     "Health\n"
     "======\n"
     "\n"
     "Employers shall insure divers.\n"
     "\n"
     "[Article III\n"
     "Complaints\n"
     "\n"
     "Divers may complain to [the inspectorate] [the embassy].]\n"
     "\n"
     "Article IV\n"
     "Term\n"
     "\n"
     "This Agreement stays in force for [three] [five] years.\n",
     "agreement\n"
     "  article I \"Article I\"\n"
     "    2:1 heading  Rights of Divers and Duties of Employers\n"
     "    paragraph 1 \"Article I(1)\"\n"
     "      5:4 operative  Divers shall be [free] [able] to join a union.\n"
     "  article II \"Article II\"\n"
     "    8:1 heading  Health\n"
     "    paragraph \"Article II\"\n"
     "      11:1 operative  Employers shall insure divers.\n"
     "  article III \"Article III\"\n"
     "    14:1 heading  Complaints\n"
     "    paragraph \"Article III\"\n"
     "      16:1 operative  Divers may complain to [the inspectorate] [the embassy].]\n"
     "  article IV \"Article IV\"\n"
     "    19:1 heading  Term\n"
     "    paragraph \"Article IV\"\n"
     "      21:1 operative  This Agreement stays in force for [three] [five] years.\n"},
    {"a table of contents",
     "AGREEMENT ON PEARLS\n"
     "\n"
     "CONTENTS\n"
     "\n"
     "Article 1 Scope .................. 1\n"
     "Article 2 Fees ................... 2\n"
     "\n"
     "Arvia and Besk have agreed as follows:\n"
     "\n"
     "Article 1 Scope\n"
     "\n"
     "This applies to divers.\n"
     "\n"
     "Article 2 Fees\n"
     "\n"
     "Divers shall pay no fee.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  AGREEMENT ON PEARLS\n"
     "    3:1 title  CONTENTS\n"
     "  preamble \"Preamble\"\n"
     "    8:1 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    10:11 heading  Scope\n"
     "    paragraph \"Article 1\"\n"
     "      12:1 operative  This applies to divers.\n"
     "  article 2 \"Article 2\"\n"
     "    14:11 heading  Fees\n"
     "    paragraph \"Article 2\"\n"
     "      16:1 operative  Divers shall pay no fee.\n"},
    {"headings that run in, first paragraph behind the label",
     "Section 1. Admission. - Divers shall be admitted for a year.\n"
     "\n"
     "Section 2. Pay. - (1) Divers shall be paid no less than the\n"
     "minimum wage.\n"
     "(2) Wages are paid monthly.\n"
     "\n"
     "Section 3. (a) Divers shall rest.\n"
     "(b) Divers may complain.\n",
     "agreement\n"
     "  article 1 \"Section 1\"\n"
     "    1:12 heading  Admission\n"
     "    1:25 operative  Divers shall be admitted for a year.\n"
     "  article 2 \"Section 2\"\n"
     "    3:12 heading  Pay\n"
     "    paragraph 1 \"Section 2(1)\"\n"
     "      3:23 operative  Divers shall be paid no less than the minimum wage.\n"
     "    paragraph 2 \"Section 2(2)\"\n"
     "      5:5 operative  Wages are paid monthly.\n"
     "  article 3 \"Section 3\"\n"
     "    paragraph a \"Section 3(a)\"\n"
     "      7:16 operative  Divers shall rest.\n"
     "    paragraph b \"Section 3(b)\"\n"
     "      8:5 operative  Divers may complain.\n"},
    {"signs of paragraphs, and letters with stop and dash",
     "\xc2\xa7 1 Scope\n"
     "(1) This applies to divers.\n"
     "(2) It binds agents.\n"
     "\n"
     "\xc2\xa7 2\n"
     "Divers shall:\n"
     "a.- be paid; and\n"
     "b.- be insured.\n",
     "agreement\n"
     "  article 1 \"\xc2\xa7 1\"\n"
     "    1:5 heading  Scope\n"
     "    paragraph 1 \"\xc2\xa7 1(1)\"\n"
     "      2:5 operative  This applies to divers.\n"
     "    paragraph 2 \"\xc2\xa7 1(2)\"\n"
     "      3:5 operative  It binds agents.\n"
     "  article 2 \"\xc2\xa7 2\"\n"
     "    paragraph \"\xc2\xa7 2\"\n"
     "      6:1 operative  Divers shall:\n"
     "      item a \"\xc2\xa7 2(a)\"\n"
     "        7:5 operative item <6:1  be paid; and\n"
     "      item b \"\xc2\xa7 2(b)\"\n"
     "        8:5 operative item <6:1  be insured.\n"},
    {"bold headings in plain text",
     "ARTICLE I\n"
     "\n"
     "**Pay**\n"
     "\n"
     "Pay is *not* reduced. A room has 3 * 3 metres.\n",
     "agreement\n"
     "  article I \"Article I\"\n"
     "    3:3 heading  Pay\n"
     "    paragraph \"Article I\"\n"
     "      5:1 operative  Pay is not reduced.\n"
     "      5:23 operative  A room has 3 * 3 metres.\n"},
    {"the header of the first page",
     "DRAFT 12.3.2031                    CONFIDENTIAL\n"
     "\n"
     "AGREEMENT ON PEARLS\n"
     "\n"
     "Arvia and Besk have agreed as follows:\n"
     "\n"
     "Article 1\n"
     "\n"
     "Divers shall be free to\n"
     "\n"
     "Page 1 of 2\n"
     "\n"
     "DRAFT 12.3.2031                    CONFIDENTIAL\n"
     "\n"
     "leave.\n"
     "\n"
     "Page 2 of 2\n",
     "agreement\n"
     "  title\n"
     "    3:1 title  AGREEMENT ON PEARLS\n"
     "  preamble \"Preamble\"\n"
     "    5:1 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      9:1 operative  Divers shall be free to leave.\n"},
    {"a short line that ends with an article goes on",
     "AGREEMENT ON PEARLS\n\nArvia and Besk have agreed as follows:\n\nArticle 1\n\n"
     "Divers are counted in the offices of the\n"
     "Pearl Authority of Besk, which keeps a register of all who dive in its reefs\n"
     "and of the boats from which they do.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  AGREEMENT ON PEARLS\n"
     "  preamble \"Preamble\"\n"
     "    3:1 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      7:1 operative  Divers are counted in the offices of the Pearl Authority of Besk, which keeps a "
     "register of all who dive in its reefs and of the boats from which they do.\n"},
    {"recitals with marks",
     "MEMORANDUM ON PEARLS\n\nArvia and Besk,\n\n- guided by friendship;\n\n"
     "(b) considering the need for divers;\n\nhave agreed as follows.\n\nArticle 1\n\n- Divers may leave.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  MEMORANDUM ON PEARLS\n"
     "  preamble \"Preamble\"\n"
     "    3:1 preamble  Arvia and Besk,\n"
     "    5:1 preamble  - guided by friendship;\n"
     "    7:1 preamble  (b) considering the need for divers;\n"
     "    9:1 preamble  have agreed as follows.\n"
     "  article 1 \"Article 1\"\n"
     "    item \"Article 1\"\n"
     "      13:3 operative item  Divers may leave.\n"},
};
/* clang-format on */

static void reads_layouts(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++)
        check_draft(&layouts[i], "draft.txt");
}

/* The name of the instrument stands below the lines that say where it was published. */
static void titles_stand_below_a_series(void **state)
{
    static const char draft[] =
        "(Translated from the Arvian)\n\nUNTS 2711, I-48002\n\nWORKING DRAFT, NOT FOR "
        "CIRCULATION\n\n"
        "AGREEMENT BETWEEN ARVIA AND BESK\n\n"
        "Arvia and Besk have agreed as follows:\n\nArticle 1\n\nDivers shall rest.\n";
    struct bma_conventions conventions = test_conventions();
    struct bma_document *document = NULL;
    size_t titles = 0;

    (void)state;
    conventions.instrument.treaty = (struct bma_words)WORDS("agreement");
    conventions.instrument.remark = (struct bma_words)WORDS("working draft");
    assert_int_equal(bma_read_document("x.txt", draft, sizeof draft - 1, &conventions, &document, NULL),
                     BMA_OK);
    for (uint32_t i = 0; i < document->clause_count; i++)
        titles += document->clauses[i].zone == BMA_ZONE_TITLE;
    assert_int_equal(titles, 4);
    assert_int_equal(document->title, 3);
    assert_int_equal(document->clauses[4].zone, BMA_ZONE_PREAMBLE);
    bma_document_free(document);
}

/* Every beginning of a draft is a draft, or refused in good order. */
static void reads_any_beginning(void **state)
{
    struct bma_conventions conventions = test_conventions();

    (void)state;
    for (size_t i = 0; i < sizeof layouts / sizeof layouts[0]; i++)
        for (size_t length = 0; length < strlen(layouts[i].draft); length++) {
            struct bma_document *document = NULL;
            enum bma_status status =
                bma_read_document("x.txt", layouts[i].draft, length, &conventions, &document, NULL);
            if (status != BMA_OK)
                assert_int_equal(status, BMA_ERROR_INPUT);
            bma_document_free(document);
        }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_layouts),
        cmocka_unit_test(titles_stand_below_a_series),
        cmocka_unit_test(reads_any_beginning),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

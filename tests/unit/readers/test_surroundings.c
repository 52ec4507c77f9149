/* What stands around the articles and is none: tables of contents, recitals with letters; numbers without a
 * stop. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case cases[] = {
    {"a list of the parts and articles that return below is left out, with what heads it",
     "AGREEMENT ON DIVERS\n"
     "\n"
     "ARRANGEMENT OF CLAUSES\n"
     "\n"
     "Part I      Divers\n"
     "            who may come       clauses 1 to 2\n"
     "Part II     Nets               clause 3\n"
     "Schedule 1  (Openings)\n"
     "\n"
     "Recognising the sea;\n"
     "\n"
     "Have agreed as follows:\n"
     "\n"
     "Part I\n"
     "Divers\n"
     "\n"
     "1. Divers may come.\n"
     "\n"
     "Part II\n"
     "Nets\n"
     "\n"
     "2. Nets shall be dried.\n"
     "\n"
     "Schedule 1\n"
     "\n"
     "Eight divers.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  AGREEMENT ON DIVERS\n"
     "  preamble \"Preamble\"\n"
     "    10:1 preamble  Recognising the sea;\n"
     "    12:1 preamble  Have agreed as follows:\n"
     "  part I \"Part I\"\n"
     "    15:1 heading  Divers\n"
     "    article 1 \"Point 1\"\n"
     "      17:4 operative  Divers may come.\n"
     "  part II \"Part II\"\n"
     "    20:1 heading  Nets\n"
     "    article 2 \"Point 2\"\n"
     "      22:4 operative  Nets shall be dried.\n"
     "  annex 1 \"Schedule 1\"\n"
     "    26:1 annex  Eight divers.\n"},
    {"labels that do not return are divisions; so are those of articles that wait for their words",
     "Article 1\n"
     "\n"
     "Divers may come.\n"
     "\n"
     "Article 2\n"
     "Article 3\n"
     "Article 4\n"
     "\n"
     "Nets shall be dried.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Divers may come.\n"
     "  article 2 \"Article 2\"\n"
     "  article 3 \"Article 3\"\n"
     "  article 4 \"Article 4\"\n"
     "    paragraph \"Article 4\"\n"
     "      9:1 operative  Nets shall be dried.\n"},
    {"a bare number heads an article where paragraphs or, behind a gap, a sentence follow",
     "1  Divers\n"
     "\n"
     "(1) Divers may come.\n"
     "\n"
     "(2) They may stay.\n"
     "\n"
     "2  Nets\n"
     "\n"
     "Nets shall be dried before they are put away.\n"
     "\n"
     "3  Words\n"
     "\n"
     "In this text, unless it says otherwise, –\n"
     "\n"
     "\"net\" means a net.\n",
     "agreement\n"
     "  article 1 \"1\"\n"
     "    1:4 heading  Divers\n"
     "    paragraph 1 \"1(1)\"\n"
     "      3:5 operative  Divers may come.\n"
     "    paragraph 2 \"1(2)\"\n"
     "      5:5 operative  They may stay.\n"
     "  article 2 \"2\"\n"
     "    7:4 heading  Nets\n"
     "    paragraph \"2\"\n"
     "      9:1 operative  Nets shall be dried before they are put away.\n"
     "  article 3 \"3\"\n"
     "    11:4 heading  Words\n"
     "    paragraph \"3\"\n"
     "      13:1 operative  In this text, unless it says otherwise, –\n"
     "    paragraph \"3\"\n"
     "      15:1 operative  \"net\" means a net.\n"},
    {"recitals with letters below a bare word that opens them",
     "Orvia and Marenda,\n"
     "\n"
     "RECITING\n"
     "\n"
     "(A) that divers are short of nets;\n"
     "\n"
     "(B) that nets are short of divers;\n"
     "\n"
     "Have agreed as follows:\n"
     "\n"
     "Article 1\n"
     "\n"
     "Divers may come.\n",
     "agreement\n"
     "  preamble \"Preamble\"\n"
     "    1:1 preamble  Orvia and Marenda,\n"
     "    3:1 preamble  RECITING\n"
     "    5:1 preamble  (A) that divers are short of nets;\n"
     "    7:1 preamble  (B) that nets are short of divers;\n"
     "    9:1 preamble  Have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      13:1 operative  Divers may come.\n"},
    {"a page that was scanned: the figure one is a letter where no list has come to it",
     "Article l\n"
     "\n"
     "l. Divers may come:\n"
     "\n"
     "(k) with nets;\n"
     "\n"
     "(l) with boats.\n"
     "\n"
     "2. They may stay.\n",
     "agreement\n"
     "  article l \"Article l\"\n"
     "    paragraph l \"Article l(l)\"\n"
     "      3:4 operative  Divers may come:\n"
     "      item k \"Article l(l)(k)\"\n"
     "        5:5 operative item <3:4  with nets;\n"
     "      item l \"Article l(l)(l)\"\n"
     "        7:5 operative item <3:4  with boats.\n"
     "    paragraph 2 \"Article l(2)\"\n"
     "      9:4 operative  They may stay.\n"},
    {"words that close a text close none as long as articles follow, and do so below a full line",
     "Article 1\n"
     "\n"
     "Done at sea, a dive counts twice.\n"
     "\n"
     "Article 2\n"
     "\n"
     "Divers may come from where they like and stay as long as the sea is warm.\n"
     "Done at Besk, on 3 May 2031.\n"
     "\n"
     "Annex I\n"
     "\n"
     "Done at sea, a dive counts twice.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Done at sea, a dive counts twice.\n"
     "  article 2 \"Article 2\"\n"
     "    paragraph \"Article 2\"\n"
     "      7:1 operative  Divers may come from where they like and stay as long as the sea is warm.\n"
     "  closing\n"
     "    8:1 closing  Done at Besk, on 3 May 2031.\n"
     "  annex I \"Annex I\"\n"
     "    closing\n"
     "      12:1 closing  Done at sea, a dive counts twice.\n"},
    {"a place to fill in heads nothing, and many words behind a label are none of its heading",
     "Article 1\n"
     "\n"
     "Divers may come.\n"
     "\n"
     "Annex I\n"
     "CONTRACT\n"
     "\n"
     "Number of the diver: ………\n"
     "\n"
     "Section 1. It is made by the owner of a boat and a diver who is to be one of us as a ………\n"
     "\n"
     "Section 2. The boat is dry.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Divers may come.\n"
     "  annex I \"Annex I\"\n"
     "    6:1 heading  CONTRACT\n"
     "    8:1 annex  Number of the diver: ………\n"
     "    part 1 \"Annex I, Section 1\"\n"
     "      10:12 annex  It is made by the owner of a boat and a diver who is to be one of us as a ………\n"
     "    part 2 \"Annex I, Section 2\"\n"
     "      12:12 annex  The boat is dry.\n"},
};
/* clang-format on */

static void reads_around(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++)
        check_draft(&cases[i], "draft.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads_around)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

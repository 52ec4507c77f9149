/* Plain text as programs export it, and what shows in it of the page it was set on. */
#include "drafts.h"

#define LONG                                                                                                 \
    "This Agreement applies to divers who are nationals of one Party and who take up work as pearl divers, " \
    "on boats or from the shore, in the territory of the other Party for at least one season of a year."

/* clang-format off */
static const struct draft_case exports[] = {
    {"a tab behind a number makes no row of a table",
     "Article 1\n"
     "1.\tDivers shall be paid.\n"
     "2.\tBoats shall be safe.\n"
     "(a)\tThey shall float.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      2:4 operative  Divers shall be paid.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      3:4 operative  Boats shall be safe.\n"
     "      item a \"Article 1(2)(a)\"\n"
     "        4:5 operative item  They shall float.\n"},
    {"paragraphs on one line each, without an empty line between them",
     "Agreement on Pearls\n"
     "Arvia and Besk,\n"
     "Considering that divers of both Parties work in the waters of either and that the boats which carry "
     "them there are not always safe enough for the season;\n"
     "Whereas the number of pearls becomes smaller from year to year;\n"
     "have agreed as follows:\n"
     "Article 1\n"
     LONG "\n"
     "Boats shall be inspected once a year.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  Agreement on Pearls\n"
     "  preamble \"Preamble\"\n"
     "    2:1 preamble  Arvia and Besk,\n"
     "    3:1 preamble  Considering that divers of both Parties work in the waters of either and that the "
     "boats which carry them there are not always safe enough for the season;\n"
     "    4:1 preamble  Whereas the number of pearls becomes smaller from year to year;\n"
     "    5:1 preamble  have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      7:1 operative  " LONG "\n"
     "    paragraph \"Article 1\"\n"
     "      8:1 operative  Boats shall be inspected once a year.\n"},
    {"recitals on full lines",
     "Agreement on Pearls\n"
     "\n"
     "Arvia and Besk,\n"
     "Considering that divers of both Parties work in those waters,\n"
     "recognising that the boats which carry them are seldom safe;\n"
     "Whereas the number of pearls becomes smaller every year, and\n"
     "that of divers does not,\n"
     "Have agreed as follows:\n"
     "\n"
     "Article 1\n"
     "\n"
     "Divers may leave.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  Agreement on Pearls\n"
     "  preamble \"Preamble\"\n"
     "    3:1 preamble  Arvia and Besk,\n"
     "    4:1 preamble  Considering that divers of both Parties work in those waters,\n"
     "    5:1 preamble  recognising that the boats which carry them are seldom safe;\n"
     "    6:1 preamble  Whereas the number of pearls becomes smaller every year, and that of divers does "
     "not,\n"
     "    8:1 preamble  Have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      12:1 operative  Divers may leave.\n"},
    {"an annex right below the closing, and a name that the line's end cuts",
     "Article 1\n"
     "\n"
     "Divers of either Party who are in the waters or the port of Al-\n"
     "Safwa may leave.\n"
     "\n"
     "Done at Besk, in two originals, both texts being equally valid.\n"
     "ANNEX\n"
     "MODEL CONTRACT (extract)\n"
     "1. Divers shall be paid.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Divers of either Party who are in the waters or the port of Al-Safwa may "
     "leave.\n"
     "  closing\n"
     "    6:1 closing  Done at Besk, in two originals, both texts being equally valid.\n"
     "  annex \"Annex\"\n"
     "    8:1 heading  MODEL CONTRACT (extract)\n"
     "    paragraph 1 \"Annex(1)\"\n"
     "      9:4 annex  Divers shall be paid.\n"},
    {"a quoted mail, with a page break in it",
     "> Protocol on Pearls\n"
     ">\n"
     "> Arvia and Besk have agreed as follows:\n"
     ">\n"
     ">     Article 1\n"
     ">        Pay\n"
     ">\n"
     "> 1. Divers shall in each season have their wages paid\n"
     ">\n"
     ">                      - 1 -\n"
     ">\n"
     "> in coin, whatever they have found.\n"
     ">> 2. Boats shall be safe.\n"
     ">\n"
     ">                      - 2 -\n",
     "agreement\n"
     "  title\n"
     "    1:3 title  Protocol on Pearls\n"
     "  preamble \"Preamble\"\n"
     "    3:3 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    6:10 heading  Pay\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      8:6 operative  Divers shall in each season have their wages paid in coin, whatever they have "
     "found.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      13:7 operative  Boats shall be safe.\n"},
    {"a number before every fifth line",
     "      Protocol on Pearls\n"
     "\n"
     "      Arvia and Besk have agreed as follows:\n"
     "\n"
     " 5    Article 1\n"
     "      Pay\n"
     "\n"
     "      Divers shall in each season have their\n"
     "      wages paid in coin, whatever they have\n"
     "10    found of pearls,\n"
     "      (a) on boats;\n"
     "      (b) from the shore.\n"
     "\n"
     "      Article 2\n"
     "15    Boats\n"
     "\n"
     "      1. Boats shall be safe.\n"
     "\n"
     "      2. They shall float.\n"
     "20\n"
     "      Article 3\n"
     "\n"
     "      1. Divers shall rest.\n"
     "\n"
     "25    2. They may leave.\n"
     "\n"
     "      Article 4\n"
     "\n"
     "      1. Pearls are shared.\n"
     "30    2. Shells are not.\n",
     "agreement\n"
     "  title\n"
     "    1:7 title  Protocol on Pearls\n"
     "  preamble \"Preamble\"\n"
     "    3:7 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    6:7 heading  Pay\n"
     "    paragraph \"Article 1\"\n"
     "      8:7 operative  Divers shall in each season have their wages paid in coin, whatever they have "
     "found of pearls,\n"
     "      item a \"Article 1(a)\"\n"
     "        11:11 operative item <8:7  on boats;\n"
     "      item b \"Article 1(b)\"\n"
     "        12:11 operative item <8:7  from the shore.\n"
     "  article 2 \"Article 2\"\n"
     "    15:7 heading  Boats\n"
     "    paragraph 1 \"Article 2(1)\"\n"
     "      17:10 operative  Boats shall be safe.\n"
     "    paragraph 2 \"Article 2(2)\"\n"
     "      19:10 operative  They shall float.\n"
     "  article 3 \"Article 3\"\n"
     "    paragraph 1 \"Article 3(1)\"\n"
     "      23:10 operative  Divers shall rest.\n"
     "    paragraph 2 \"Article 3(2)\"\n"
     "      25:10 operative  They may leave.\n"
     "  article 4 \"Article 4\"\n"
     "    paragraph 1 \"Article 4(1)\"\n"
     "      29:10 operative  Pearls are shared.\n"
     "    paragraph 2 \"Article 4(2)\"\n"
     "      30:10 operative  Shells are not.\n"},
    {"a running head stands above the title, too",
     "Draft of the Office of Pearls\n"
     "\n"
     "Protocol on Pearls\n"
     "Arvia and Besk have agreed as follows:\n"
     "Article 1\n"
     "Divers shall\n"
     "\n"
     "\fDraft of the Office of Pearls\n"
     "\n"
     "be paid.\n"
     "\fDraft of the Office of Pearls\n"
     "\n"
     "Boats shall be safe.\n",
     "agreement\n"
     "  title\n"
     "    3:1 title  Protocol on Pearls\n"
     "  preamble \"Preamble\"\n"
     "    4:1 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      6:1 operative  Divers shall be paid.\n"
     "    paragraph \"Article 1\"\n"
     "      13:1 operative  Boats shall be safe.\n"},
};
/* clang-format on */

static void reads_exports(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof exports / sizeof exports[0]; i++)
        check_draft(&exports[i], "draft.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_exports),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

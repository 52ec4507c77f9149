/* Tables: frames and columns, rows and what heads them. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case tables[] = {
    {"rows of a table are items of the one that heads its columns",
     "Article 1\n"
     "\n"
     "The costs are these.\n"
     "\n"
     "| Item | Paid by |\n"
     "|---|---|\n"
     "| Visa | Employer |\n"
     "| Ticket | Employer |\n"
     "\n"
     "They are final.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The costs are these.\n"
     "    paragraph \"Article 1\"\n"
     "      5:3 operative  Item | Paid by\n"
     "      7:3 operative item <5:3  Visa | Employer\n"
     "      8:3 operative item <5:3  Ticket | Employer\n"
     "    paragraph \"Article 1\"\n"
     "      10:1 operative  They are final.\n"},
    {"a row needs no frame where another stands above or below; a stroke in a sentence makes none",
     "Article 1\n"
     "\n"
     "The costs are these.\n"
     "\n"
     "Item | Paid by\n"
     "Visa | Employer\n"
     "\n"
     "They are final | so they say.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The costs are these.\n"
     "    paragraph \"Article 1\"\n"
     "      5:1 operative  Item | Paid by\n"
     "      6:1 operative item <5:1  Visa | Employer\n"
     "    paragraph \"Article 1\"\n"
     "      8:1 operative  They are final | so they say.\n"},
    {"a line that only fills the cells of the row above is no row",
     "Article 1\n"
     "\n"
     "The costs are these.\n"
     "\n"
     "Item                        Paid by\n"
     "Visa                        Employer\n"
     "Charge of the Agency\n"
     "(not returned)              candidate\n"
     "Course before departure     Labour\n"
     "                            Office\n"
     "Ticket                      Employer\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The costs are these.\n"
     "    paragraph \"Article 1\"\n"
     "      5:1 operative  Item Paid by\n"
     "      6:1 operative item <5:1  Visa Employer\n"
     "      7:1 operative item <5:1  Charge of the Agency (not returned) candidate\n"
     "      9:1 operative item <5:1  Course before departure Labour Office\n"
     "      11:1 operative item <5:1  Ticket Employer\n"},
    {"a table may begin its rows small",
     "Article 1\n"
     "\n"
     "The costs are these.\n"
     "\n"
     "Item          Paid by\n"
     "visa          employer\n"
     "ticket        employer\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The costs are these.\n"
     "    paragraph \"Article 1\"\n"
     "      5:1 operative  Item Paid by\n"
     "      6:1 operative item <5:1  visa employer\n"
     "      7:1 operative item <5:1  ticket employer\n"},
    {"dots that lead to sums, which go up and down, make rows and no contents",
     "Article 1\n"
     "\n"
     "The wages are these:\n"
     "\n"
     "diver ............ 540\n"
     "cook ............. 190\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The wages are these:\n"
     "      item \"Article 1\"\n"
     "        5:1 operative item <3:1  diver ............ 540\n"
     "        6:1 operative item <5:1  cook ............. 190\n"},
    {"tables are no headings",
     "Article 1\n"
     "\n"
     "Divers are admitted within these quotas:\n"
     "\n"
     "Occupation            Year 1      Year 2\n"
     "-----------------------------------------\n"
     "Divers                200         300\n"
     "COOKS                  50          50\n"
     "\n"
     "Article 2\n"
     "\n"
     "| Duty       | Party |\n"
     "|------------|-------|\n"
     "| Inspection | Besk  |\n"
     "\n"
     "Divers shall be paid.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Divers are admitted within these quotas:\n"
     "      item \"Article 1\"\n"
     "        5:1 operative item <3:1  Occupation Year 1 Year 2\n"
     "        7:1 operative item <5:1  Divers 200 300\n"
     "        8:1 operative item <5:1  COOKS 50 50\n"
     "  article 2 \"Article 2\"\n"
     "    paragraph \"Article 2\"\n"
     "      12:3 operative  Duty | Party\n"
     "      14:3 operative item <12:3  Inspection | Besk\n"
     "    paragraph \"Article 2\"\n"
     "      16:1 operative  Divers shall be paid.\n"},
    {"the rows of a table behind a colon are its items",
     "Article 1\n"
     "\n"
     "The Parties shall take these steps:\n"
     "\n"
     "| Step | Office |\n"
     "|------|--------|\n"
     "| Briefing of divers | Diving Board |\n"
     "\n"
     "| Visits | Harbour Office |\n"
     "\n"
     "Divers shall be paid.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The Parties shall take these steps:\n"
     "      item \"Article 1\"\n"
     "        5:3 operative item <3:1  Step | Office\n"
     "        7:3 operative item <5:3  Briefing of divers | Diving Board\n"
     "        9:3 operative item <5:3  Visits | Harbour Office\n"
     "    paragraph \"Article 1\"\n"
     "      11:1 operative  Divers shall be paid.\n"},
    {"the title of a table in the midst of an article is a heading, and no annex",
     "1. COSTS\n"
     "\n"
     "1.1 The shares are these:\n"
     "\n"
     "SCHEDULE OF SHARES\n"
     "\n"
     "| Item | Paid by |\n"
     "|---|---|\n"
     "| Visa | Employer |\n"
     "\n"
     "1.2 They are final.\n"
     "\n"
     "SCHEDULE OF RATES\n"
     "\n"
     "| Grade | Rate |\n"
     "|---|---|\n"
     "| Diver | 20 |\n"
     "\n"
     "2. PAY\n"
     "\n"
     "2.1 Divers shall be paid.\n",
     "agreement\n"
     "  article 1 \"1\"\n"
     "    1:4 heading  COSTS\n"
     "    paragraph 1.1 \"1.1\"\n"
     "      3:5 operative  The shares are these:\n"
     "      5:1 heading  SCHEDULE OF SHARES\n"
     "      7:3 operative  Item | Paid by\n"
     "      9:3 operative item <7:3  Visa | Employer\n"
     "    paragraph 1.2 \"1.2\"\n"
     "      11:5 operative  They are final.\n"
     "      13:1 heading  SCHEDULE OF RATES\n"
     "      15:3 operative  Grade | Rate\n"
     "      17:3 operative item <15:3  Diver | 20\n"
     "  article 2 \"2\"\n"
     "    19:4 heading  PAY\n"
     "    paragraph 2.1 \"2.1\"\n"
     "      21:5 operative  Divers shall be paid.\n"},
    {"behind the last article it is an annex, whose numbers begin anew",
     "1. COSTS\n"
     "\n"
     "1.1 The shares are these:\n"
     "\n"
     "SCHEDULE OF SHARES\n"
     "\n"
     "| Item | Paid by |\n"
     "|---|---|\n"
     "| Visa | Employer |\n"
     "\n"
     "1. Rates may change.\n",
     "agreement\n"
     "  article 1 \"1\"\n"
     "    1:4 heading  COSTS\n"
     "    paragraph 1.1 \"1.1\"\n"
     "      3:5 operative  The shares are these:\n"
     "  annex \"Schedule\"\n"
     "    5:10 heading  OF SHARES\n"
     "    7:3 annex  Item | Paid by\n"
     "    9:3 annex item <7:3  Visa | Employer\n"
     "    paragraph 1 \"Schedule(1)\"\n"
     "      11:4 annex  Rates may change.\n"},
};
/* clang-format on */

static void reads_tables(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++)
        check_draft(&tables[i], "draft.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_tables),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

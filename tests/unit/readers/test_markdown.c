/* Markdown into the tree, as `bma show` prints it. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case markdowns[] = {
    {"headings, emphasis and lists",
     "# Agreement on *Labour* Mobility\n"
     "\n"
     "The Government of Arvia and the Government of Besk,\n"
     "\n"
     "Recognising the dignity of work;\n"
     "\n"
     "Have agreed as follows:\n"
     "\n"
     "## Part I \xe2\x80\x93 General\n"
     "\n"
     "### Article 1 \xe2\x80\x93 Scope\n"
     "\n"
     "1\\. This Agreement applies to **all** workers.\n"
     "\n"
     "**2.** It enters into force at once.\n"
     "\n"
     "**Article 2**\n"
     "**Duties**\n"
     "\n"
     "The Parties shall:\n"
     "\n"
     "- inform workers;\n"
     "- hear complaints, and\n"
     "  - do so within ten days.\n"
     "\n"
     "Recruitment\n"
     "-----------\n"
     "\n"
     "**Article 3**\n"
     "\n"
     "Text of it.\n"
     "\n"
     "Article 4 of the Protocol of 1990 shall read as follows:\n"
     "\n"
     "\"Article 4\n"
     "Fees\n"
     "\n"
     "1. No fee is due.\"\n"
     "\n"
     "Article 5\n"
     "\n"
     "End.\n",
     "agreement\n"
     "  title\n"
     "    1:3 title  Agreement on Labour Mobility\n"
     "  preamble \"Preamble\"\n"
     "    3:1 preamble  The Government of Arvia and the Government of Besk,\n"
     "    5:1 preamble  Recognising the dignity of work;\n"
     "    7:1 preamble  Have agreed as follows:\n"
     "  part I \"Part I\"\n"
     "    9:13 heading  General\n"
     "    article 1 \"Article 1\"\n"
     "      11:17 heading  Scope\n"
     "      paragraph 1 \"Article 1(1)\"\n"
     "        13:5 operative  This Agreement applies to all workers.\n"
     "      paragraph 2 \"Article 1(2)\"\n"
     "        15:8 operative  It enters into force at once.\n"
     "    article 2 \"Article 2\"\n"
     "      18:3 heading  Duties\n"
     "      paragraph \"Article 2\"\n"
     "        20:1 operative  The Parties shall:\n"
     "        item \"Article 2\"\n"
     "          22:3 operative item <20:1  inform workers;\n"
     "        item \"Article 2\"\n"
     "          23:3 operative item <20:1  hear complaints, and\n"
     "        item \"Article 2\"\n"
     "          24:5 operative item <20:1  do so within ten days.\n"
     "    part \"Recruitment\"\n"
     "      26:1 heading  Recruitment\n"
     "      article 3 \"Article 3\"\n"
     "        paragraph \"Article 3\"\n"
     "          31:1 operative  Text of it.\n"
     "        paragraph \"Article 3\"\n"
     "          33:1 operative  Article 4 of the Protocol of 1990 shall read as follows:\n"
     "        paragraph \"Article 3\"\n"
     "          35:1 operative  \"Article 4\n"
     "        paragraph \"Article 3\"\n"
     "          36:1 operative  Fees\n"
     "        paragraph \"Article 3\"\n"
     "          38:1 operative  1. No fee is due.\"\n"
     "      article 5 \"Article 5\"\n"
     "        paragraph \"Article 5\"\n"
     "          42:1 operative  End.\n"},
};
/* clang-format on */

static void reads_markdown(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof markdowns / sizeof markdowns[0]; i++)
        check_draft(&markdowns[i], "draft.md");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_markdown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

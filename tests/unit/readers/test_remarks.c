/* What the people at the table wrote beside the text is no part of the draft. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case remarks[] = {
    {"in brackets: a sentence, a part of one, over two lines, and a paragraph",
     "Article 1\n"
     "\n"
     "1. The employer shall pay the wage [Note: B would like \"salary\"] each month and\n"
     "shall keep [Comment by A: for how long is\n"
     "to be settled.] the books for\n"
     "three years.\n"
     "\n"
     "2. The worker shall be insured. [Drafting note: A and B\n"
     "still differ.] The insurance shall begin on arrival.\n"
     "\n"
     "[Note: moved\n"
     "here.]\n"
     "\n"
     "3. No fee is due.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  The employer shall pay the wage each month and shall keep the books for "
     "three years.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      8:4 operative  The worker shall be insured.\n"
     "      9:16 operative  The insurance shall begin on arrival.\n"
     "    paragraph 3 \"Article 1(3)\"\n"
     "      14:4 operative  No fee is due.\n"},
    {"where a line begins or ends with one, and one inside another",
     "Article 1\n"
     "\n"
     "1. The employer shall pay\n"
     "[Note: A asks who else\n"
     "may.] the fee in the currency of\n"
     "the State.\n"
     "\n"
     "[Drafting note: from\n"
     "A.] The agency shall return what it took. [Note: [A]:\n"
     "agreed]\n"
     "[Note: two]\n"
     "\n"
     "2. The worker shall pay nothing.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  The employer shall pay the fee in the currency of the State.\n"
     "      9:5 operative  The agency shall return what it took.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      13:4 operative  The worker shall pay nothing.\n"},
    {"open ones end with their paragraph or at the next label",
     "Article 1\n"
     "\n"
     "1. No fee is due.\n"
     "\n"
     "Comment by the Ministry of Labour: the fee\n"
     "is a matter of the other side.\n"
     "\n"
     "**Drafting note:** there shall be\n"
     "no fee at all.\n"
     "2. The passport stays with the worker.\n"
     "\n"
     "Comments on the draft shall be published.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  No fee is due.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      10:4 operative  The passport stays with the worker.\n"
     "      12:1 operative  Comments on the draft shall be published.\n"},
    {"behind a stroke, which a row of a table has on either side",
     "Article 1\n"
     "\n"
     "1. No fee is due.\n"
     "\n"
     "| AT: proposes that employers shall pay the travel\n"
     "| and the food.\n"
     "| LK: agrees.\n"
     "\n"
     "2. The costs are these:\n"
     "\n"
     "| Visa | Employer |\n"
     "| Ticket: all | Employer |\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  No fee is due.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      9:4 operative  The costs are these:\n"
     "      item \"Article 1(2)\"\n"
     "        11:3 operative item <9:4  Visa | Employer\n"
     "        12:3 operative item <11:3  Ticket: all | Employer\n"},
    {"behind a stroke that the wrapped lines have lost",
     "Article 1\n"
     "\n"
     "1. No fee is due.\n"
     "| AT: proposes that employers shall\n"
     "pay the travel.\n"
     "2. The passport stays with the worker.\n"
     "| LK: agrees.\n"
     "The employer keeps no papers.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  No fee is due.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      6:4 operative  The passport stays with the worker.\n"
     "      8:1 operative  The employer keeps no papers.\n"},
    {"an open one goes on over a figure that marks no paragraph",
     "Article 1\n"
     "\n"
     "1. No fee is due.\n"
     "\n"
     "Comment by B: to be settled by\n"
     "5 October (see the minutes), or\n"
     "(as A prefers) later.\n"
     "\n"
     "2. The passport stays with the worker.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  No fee is due.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      9:4 operative  The passport stays with the worker.\n"},
    {"a stroke before most lines is a margin, and no remark",
     "| Article 1: Fees\n"
     "| No fee is due.\n"
     "| Article 2: Wages\n"
     "| The wage is paid by a bank.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  | Article 1: Fees\n"
     "  2:1 operative  | No fee is due.\n"
     "  3:1 operative  | Article 2: Wages\n"
     "  4:1 operative  | The wage is paid by a bank.\n"},
    {"what is no remark stays: a bracket that never closes, a note without one, options",
     "Article 1\n"
     "\n"
     "1. No fee [Note: is due.\n"
     "\n"
     "2. Note: the form is signed by both.\n"
     "\n"
     "3. [Option 1: The wage is paid by a bank.]\n"
     "\n"
     "4. [The comment shall be heard.]\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      3:4 operative  No fee [Note: is due.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      5:4 operative  Note: the form is signed by both.\n"
     "    paragraph 3 \"Article 1(3)\"\n"
     "      7:4 operative  [Option 1: The wage is paid by a bank.]\n"
     "    paragraph 4 \"Article 1(4)\"\n"
     "      9:4 operative  [The comment shall be heard.]\n"},
};
/* clang-format on */

static void text_alone(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof remarks / sizeof remarks[0]; i++)
        check_draft(&remarks[i], "draft.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(text_alone)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

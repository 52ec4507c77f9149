/* Texts in two languages: what is in another script than the rules' language is no part of the draft. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case scripts[] = {
    {"paragraph by paragraph",
     "Article 1\n"
     "\n"
     "المادة 1\n"
     "\n"
     "1. The wage is paid by a bank, as the ILO asks.\n"
     "\n"
     "1. يدفع الأجر عن طريق البنك (ILO) في الموعد المحدد.\n"
     "\n"
     "2. No fee is due.\n"
     "\n"
     "2. Плата не взимается.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      5:4 operative  The wage is paid by a bank, as the ILO asks.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      9:4 operative  No fee is due.\n"},
    {"side by side, in a frame or a gap apart, and on either side",
     "| المادة 1 | Article 1 |\n"
     "\n"
     "No fee is due from anyone.      لا يستحق أي رسم.\n"
     "\n"
     "| Article 2 | المادة 2 |\n"
     "\n"
     "Плата не взимается.\tThe wage is paid by a bank.\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  No fee is due from anyone.\n"
     "  article 2 \"Article 2\"\n"
     "    paragraph \"Article 2\"\n"
     "      7:21 operative  The wage is paid by a bank.\n"},
    {"a column of a table, whose others stay one",
     "Article 1\n"
     "\n"
     "The costs are these:\n"
     "\n"
     "| Item | Paid by | البند |\n"
     "| Visa | Employer | تأشيرة |\n"
     "| Ticket | Employer | تذكرة |\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The costs are these:\n"
     "      item \"Article 1\"\n"
     "        5:3 operative item <3:1  Item | Paid by\n"
     "        6:3 operative item <5:3  Visa | Employer\n"
     "        7:3 operative item <5:3  Ticket | Employer\n"},
    {"a word within a sentence stays, and signs of mathematics are no language",
     "Article 1\n"
     "\n"
     "The wage (الأجر) is paid by a bank.\n"
     "\n"
     "Σ | π\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  The wage (الأجر) is paid by a bank.\n"
     "    paragraph \"Article 1\"\n"
     "      5:1 operative  Σ | π\n"},
    {"a text that is foreign as a whole is not emptied",
     "المادة 1\n"
     "\n"
     "يدفع الأجر عن طريق البنك.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  المادة 1\n"
     "  3:1 operative  يدفع الأجر عن طريق البنك.\n"},
};
/* clang-format on */

static void one_language(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof scripts / sizeof scripts[0]; i++)
        check_draft(&scripts[i], "draft.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_language)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Labels of divisions, as people write them, into the tree, as `bma show` prints it. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case labels[] = {
    {"numbers of labels in words, behind a sign or with no blank; a protocol with a number is no annex",
     "PROTOCOL No. 3 ON WORK IN THE HARBOUR\n"
     "\n"
     "ARTICLE ONE: SCOPE\n"
     "\n"
     "It is so.\n"
     "\n"
     "Article Second\n"
     "\n"
     "It stays so.\n"
     "\n"
     "Article-3\n"
     "\n"
     "Nothing changes.The end is near.\n"
     "\n"
     "Article No. 4\n"
     "\n"
     "One article says so.\n"
     "\n"
     "Article5\n"
     "\n"
     "See the U.S.Code.\n"
     "\n"
     "Article ( Two ):\n"
     "\n"
     "It comes again.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  PROTOCOL No. 3 ON WORK IN THE HARBOUR\n"
     "  article ONE \"Article ONE\"\n"
     "    3:14 heading  SCOPE\n"
     "    paragraph \"Article ONE\"\n"
     "      5:1 operative  It is so.\n"
     "  article Second \"Article Second\"\n"
     "    paragraph \"Article Second\"\n"
     "      9:1 operative  It stays so.\n"
     "  article 3 \"Article-3\"\n"
     "    paragraph \"Article-3\"\n"
     "      13:1 operative  Nothing changes.\n"
     "      13:17 operative  The end is near.\n"
     "  article 4 \"Article No. 4\"\n"
     "    paragraph \"Article No. 4\"\n"
     "      17:1 operative  One article says so.\n"
     "  article 5 \"Article5\"\n"
     "    paragraph \"Article5\"\n"
     "      21:1 operative  See the U.S.Code.\n"
     "  article Two \"Article ( Two )\"\n"
     "    paragraph \"Article ( Two )\"\n"
     "      25:1 operative  It comes again.\n"},
};
/* clang-format on */

static void reads_labels(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++)
        check_draft(&labels[i], "draft.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_labels),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

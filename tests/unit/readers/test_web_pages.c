/* Web pages: how one is told by its first element, and what of it is no text. */
#include "drafts.h"

/* clang-format off */
/* A page is told by its first element; notes go, a raised number that measures stays. */
static const struct draft_case pages[] = {
    {"comment, byte order mark, meta, notes",
     "\xef\xbb\xbf<!-- exported -->\n"
     "<meta charset=\"utf-8\">\n"
     "<h1>Agreement on Pearls</h1>\n"
     "<p>Arvia and Besk have agreed as follows:</p>\n"
     "<h2>Article 1<br>Pay</h2>\n"
     "<p>1. Divers shall get equal pay<sup><a href=\"#n1\">1</a></sup> and 9 m<sup>2</sup> of room.</p>\n"
     "<p>2. No fees shall be charged<sup>[2]</sup>. This holds from the 1<sup>st</sup> day.</p>\n"
     "<section class=\"footnotes\"><ol><li id=\"n1\">Pay includes bonuses.</li></ol></section>\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  Agreement on Pearls\n"
     "  preamble \"Preamble\"\n"
     "    3:1 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    6:1 heading  Pay\n"
     "    paragraph 1 \"Article 1(1)\"\n"
     "      8:4 operative  Divers shall get equal pay and 9 m\xc2\xb2 of room.\n"
     "    paragraph 2 \"Article 1(2)\"\n"
     "      10:4 operative  No fees shall be charged.\n"
     "      10:31 operative  This holds from the 1st day.\n"},
    {"web pages have no page numbers, whatever counts up in them",
     "<!doctype html>\n"
     "<p>Agreement on Pearls</p>\n"
     "<p>Arvia and Besk have agreed as follows:</p>\n"
     "<h2>Article 1</h2>\n"
     "<p>Divers may leave.</p>\n"
     "<p>Form 1</p>\n"
     "<p>Name of the diver.</p>\n"
     "<p>Form 2</p>\n"
     "<p>Name of the boat.</p>\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  Agreement on Pearls\n"
     "  preamble \"Preamble\"\n"
     "    3:1 preamble  Arvia and Besk have agreed as follows:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      7:1 operative  Divers may leave.\n"
     "    paragraph \"Article 1\"\n"
     "      9:1 operative  Form 1\n"
     "    paragraph \"Article 1\"\n"
     "      11:1 operative  Name of the diver.\n"
     "    paragraph \"Article 1\"\n"
     "      13:1 operative  Form 2\n"
     "    paragraph \"Article 1\"\n"
     "      15:1 operative  Name of the boat.\n"},
    {"declaration and paragraph",
     "<?xml version=\"1.0\"?>\n"
     "<p>Article 1</p><p>Divers shall rest.</p>\n",
     "agreement\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      3:1 operative  Divers shall rest.\n"},
};
/* clang-format on */

static void tells_pages(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof pages[0]; i++)
        check_draft(&pages[i], "draft.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(tells_pages)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

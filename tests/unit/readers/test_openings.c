/* How a draft opens: titles over many lines, recitals, letters and verbal notes. */
#include "drafts.h"

/* clang-format off */
static const struct draft_case openings[] = {
    {"letters, one repeating the other",
     "Exchange of notes between Arvia and Besk on the employment of divers\n"
     "\n"
     "Besk, 3 May 2020\n"
     "\n"
     "Sir,\n"
     "\n"
     "I have the honour to propose the following:\n"
     "\n"
     "1. Divers of both countries shall be admitted freely.\n"
     "\n"
     "2. Their wages shall be paid in full every week.\n"
     "\n"
     "Accept, Sir, my regards.\n"
     "\n"
     "Arvia, 9 May 2020\n"
     "\n"
     "Sir,\n"
     "\n"
     "I have the honour to acknowledge receipt of your note:\n"
     "\n"
     "\"1. Divers of both countries shall be admitted freely.\n"
     "\n"
     "2. Their wages shall be paid in full every week.\"\n"
     "\n"
     "I have the honour to agree.\n"
     "\n"
     "Accept, Sir, my regards.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  Exchange of notes between Arvia and Besk on the employment of divers\n"
     "  letter \"Letter 1\"\n"
     "    3:1 preamble  Besk, 3 May 2020\n"
     "    5:1 preamble  Sir,\n"
     "    7:1 preamble  I have the honour to propose the following:\n"
     "    article 1 \"Letter 1(1)\"\n"
     "      9:4 operative  Divers of both countries shall be admitted freely.\n"
     "    article 2 \"Letter 1(2)\"\n"
     "      11:4 operative  Their wages shall be paid in full every week.\n"
     "    closing\n"
     "      13:1 closing  Accept, Sir, my regards.\n"
     "  letter \"Letter 2\"\n"
     "    15:1 preamble  Arvia, 9 May 2020\n"
     "    17:1 preamble  Sir,\n"
     "    19:1 preamble  I have the honour to acknowledge receipt of your note:\n"
     "    article 1 \"Letter 2(1)\"\n"
     "      21:5 repeated  Divers of both countries shall be admitted freely.\n"
     "    article 2 \"Letter 2(2)\"\n"
     "      23:4 repeated  Their wages shall be paid in full every week.\"\n"
     "    25:1 operative  I have the honour to agree.\n"
     "    closing\n"
     "      27:1 closing  Accept, Sir, my regards.\n"},
    {"a title over many lines, and recitals without the usual words behind them",
     "MEMORANDUM\n"
     "\n"
     "between\n"
     "\n"
     "The Ministry of Seas of Arvia\n"
     "\n"
     "and\n"
     "\n"
     "the Harbour Office of Besk\n"
     "\n"
     "The Ministry and the Office, the Participants;\n"
     "\n"
     "Considering that pearls are rare;\n"
     "\n"
     "have come to this understanding.\n"
     "\n"
     "1. Divers shall be paid.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  MEMORANDUM\n"
     "    3:1 title  between\n"
     "    5:1 title  The Ministry of Seas of Arvia\n"
     "    7:1 title  and\n"
     "    9:1 title  the Harbour Office of Besk\n"
     "  preamble \"Preamble\"\n"
     "    11:1 preamble  The Ministry and the Office, the Participants;\n"
     "    13:1 preamble  Considering that pearls are rare;\n"
     "    15:1 preamble  have come to this understanding.\n"
     "  article 1 \"Point 1\"\n"
     "    17:4 operative  Divers shall be paid.\n"},
    {"a list of recitals under a bare word",
     "TREATY\n"
     "\n"
     "WHEREAS\n"
     "\n"
     "(1) pearls are rare;\n"
     "\n"
     "(2) divers may drown;\n"
     "\n"
     "NOW THEREFORE Arvia and Besk agree:\n"
     "\n"
     "Article 1\n"
     "\n"
     "Divers shall be paid.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  TREATY\n"
     "  preamble \"Preamble\"\n"
     "    3:1 heading  WHEREAS\n"
     "    5:1 preamble  (1) pearls are rare;\n"
     "    7:1 preamble  (2) divers may drown;\n"
     "    9:1 preamble  NOW THEREFORE Arvia and Besk agree:\n"
     "  article 1 \"Article 1\"\n"
     "    paragraph \"Article 1\"\n"
     "      13:1 operative  Divers shall be paid.\n"},
    {"verbal notes",
     "EXCHANGE OF NOTES\n"
     "between Arvia and Besk\n"
     "\n"
     "NOTE I\n"
     "\n"
     "The Ministry of Seas presents its compliments to the Embassy and proposes:\n"
     "\n"
     "1. Divers shall be paid weekly.\n"
     "\n"
     "2. Boats shall be inspected.\n"
     "\n"
     "The Ministry avails itself of this occasion.\n"
     "\n"
     "NOTE II\n"
     "\n"
     "The Embassy presents its compliments and says that divers shall be insured.\n"
     "\n"
     "The Embassy avails itself of this occasion.\n",
     "agreement\n"
     "  title\n"
     "    1:1 title  EXCHANGE OF NOTES\n"
     "    2:1 title  between Arvia and Besk\n"
     "  letter \"Letter 1\"\n"
     "    4:1 preamble  NOTE I\n"
     "    6:1 preamble  The Ministry of Seas presents its compliments to the Embassy and proposes:\n"
     "    article 1 \"Letter 1(1)\"\n"
     "      8:4 operative  Divers shall be paid weekly.\n"
     "    article 2 \"Letter 1(2)\"\n"
     "      10:4 operative  Boats shall be inspected.\n"
     "    closing\n"
     "      12:1 closing  The Ministry avails itself of this occasion.\n"
     "  letter \"Letter 2\"\n"
     "    14:1 preamble  NOTE II\n"
     "    16:1 operative  The Embassy presents its compliments and says that divers shall be insured.\n"
     "    closing\n"
     "      18:1 closing  The Embassy avails itself of this occasion.\n"},
};
/* clang-format on */

static void reads_openings(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof openings / sizeof openings[0]; i++)
        check_draft(&openings[i], "draft.txt");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_openings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* Pages in two columns: the left one is read before the right one, and what is no such page stays. */
#include "drafts.h"

#include "readers/gutter.h"

#include <string.h>

/* What the text is when it is taken apart at its gutters. */
static void expect_split(const char *laid_out, const char *wanted)
{
    struct bma_buffer text;

    bma_buffer_init(&text);
    bma_buffer_adds(&text, laid_out);
    bma_gutter_split(&text);
    assert_false(text.failed);
    assert_string_equal(text.bytes, wanted);
    bma_buffer_release(&text);
}

/* Justified lines, a line of the other column between two of one, and an indented item. */
static void columns_one_behind_the_other(void **state)
{
    (void)state;
    expect_split("Article  1.  The  wage  of  every         The Employment Service of Orvia\n"
                 "worker is paid within seven days by       keeps a list of the employers.\n"
                 "                                          Article 3. Each Party names an\n"
                 "transfer to a bank.                       office for complaints, which is\n"
                 "                                             (a) open on every workday;\n"
                 "Article 2. No fee is due from those       and answers within thirty days\n"
                 "who are recruited under this text.        in a language he understands.\n",
                 "Article  1.  The  wage  of  every\n"
                 "worker is paid within seven days by\n"
                 "transfer to a bank.\n"
                 "\n"
                 "Article 2. No fee is due from those\n"
                 "who are recruited under this text.\n"
                 "\n"
                 "The Employment Service of Orvia\n"
                 "keeps a list of the employers.\n"
                 "Article 3. Each Party names an\n"
                 "office for complaints, which is\n"
                 "(a) open on every workday;\n"
                 "and answers within thirty days\n"
                 "in a language he understands.\n");
}

/* A running head and a page number stay at the ends of the page, a title across both columns between them. */
static void lines_of_neither_column(void **state)
{
    (void)state;
    expect_split("Draft of May\n\n\n"
                 "The wage of every worker shall be     Each Party names an office which\n"
                 "paid within seven days by transfer    answers complaints of the workers\n"
                 "to a bank in the town where he has    in thirty days and tells them\n"
                 "his work, and no fee is taken.        what has been done about them.\n"
                 "             PART TWO: OF RECRUITMENT AND OF RETURN\n"
                 "The offices keep a list of the        Whoever returns is helped by the\n"
                 "employers who may take on workers.    service of the place he comes to.\n"
                 "They look at every contract before    His savings cross the border free\n"
                 "it is signed, and at what it pays.    of tax, and his tools with them.\n"
                 "\n\n   7\n\f",
                 "Draft of May\n"
                 "\n"
                 "The wage of every worker shall be\npaid within seven days by transfer\n"
                 "to a bank in the town where he has\nhis work, and no fee is taken.\n"
                 "\n"
                 "Each Party names an office which\nanswers complaints of the workers\n"
                 "in thirty days and tells them\nwhat has been done about them.\n"
                 "\n"
                 "PART TWO: OF RECRUITMENT AND OF RETURN\n"
                 "\n"
                 "The offices keep a list of the\nemployers who may take on workers.\n"
                 "They look at every contract before\nit is signed, and at what it pays.\n"
                 "\n"
                 "Whoever returns is helped by the\nservice of the place he comes to.\n"
                 "His savings cross the border free\nof tax, and his tools with them.\n"
                 "\n"
                 "7\n\f");
}

/* A table on a page, a page in columns among many in one, and no text at all. */
static void pages_that_stay(void **state)
{
    static const char table[] = "Task              Office\n"
                                "Briefing          Employment Service\n"
                                "Inspection        Labour Inspectorate\n"
                                "Complaints        Joint Committee\n"
                                "Publication       Ministry of Justice\n"
                                "Return            Reintegration Fund\n";
    static const char prose[] =
        "  1.  Each Party shall inform the other of whatever it does under this text, \n"
        "      and shall ask for the views of workers before it does so.\n";

    (void)state;
    expect_split(table, table);
    expect_split(prose, prose);
    expect_split("\n", "\n");
}

static void cost_of_a_hostile_page(void **state)
{
    enum { LINES = 20000 };
    struct bma_buffer text;
    size_t length;

    (void)state;
    bma_buffer_init(&text);
    for (int i = 0; i < LINES; i++)
        bma_buffer_addf(&text, "%*sa  b\n", i % 300, "");
    length = text.length;
    bma_gutter_split(&text);
    assert_int_equal(text.length, length);
    bma_buffer_release(&text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(columns_one_behind_the_other),
        cmocka_unit_test(lines_of_neither_column),
        cmocka_unit_test(pages_that_stay),
        cmocka_unit_test(cost_of_a_hostile_page),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* One spelling for the names of a Party. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "language/party_plain.h"

static const char *const articles[] = {"the"};
static const char *const joins[] = {"and"};
static const char *const ofs[] = {"of", "for"};
static const char *const styles[] = {"government of",        "republic of", "democratic republic of",
                                     "people's republic of", "kingdom of",  "commonwealth of"};
static const char *const kept[] = {"republic of ostvik", "democratic republic of ostvik"};
static const struct bma_party_words words = {
    .article = {articles, 1}, .join = {joins, 1}, .of = {ofs, 2}, .style = {styles, 6}, .kept = {kept, 2}};

static const struct {
    const char *given, *plain;
} cases[] = {
    {"Marenda", "Marenda"},
    {"  Marenda \t", "Marenda"},
    {"MARENDA", "Marenda"},
    {"marenda", "Marenda"},
    {"the Republic of Marenda", "Marenda"},
    {"THE GOVERNMENT OF THE REPUBLIC OF MARENDA", "Marenda"},
    {"Federal Democratic Republic of  Marenda", "Marenda"},
    {"People\xe2\x80\x99s Republic of Marenda", "Marenda"},
    {"Marenda, Republic of", "Marenda"},
    {"Marenda, the Kingdom of", "Marenda"},
    {"United States of Sudmark", "United States of Sudmark"},
    {"UNITED STATES OF SUDMARK", "United States of Sudmark"},
    {"SUDMARK AND TELLAND", "Sudmark and Telland"},
    {"GUINEA-ORVIA", "Guinea-Orvia"},
    {"\xc3\x98RSTED", "\xc3\x98rsted"},
    {"C\xc3\x94TE LONGUE", "C\xc3\xb4te Longue"},
    {"UTO", "UTO"},
    {"Lao PDR", "Lao PDR"},
    {"Republic of Ostvik", "Republic of Ostvik"},
    {"Government of the Republic of Ostvik", "Republic of Ostvik"},
    {"Democratic Republic of Ostvik", "Democratic Republic of Ostvik"},
    {"People's Republic of Ostvik", "Ostvik"},
    {"Ostvik, Republic of", "Republic of Ostvik"},
    {"Republic of", "Republic of"},
    {"the", "the"},
    {"The Hollows", "Hollows"},
    {"Bavel, Mirna, Republic of", "Bavel, Mirna, Republic of"},
    {",", ","},
    {"", ""},
    {"\xff\xfe", "\xff\xfe"},
};

static void check(const struct bma_party_words *with, const char *given, const char *plain)
{
    struct bma_buffer out;

    bma_buffer_init(&out);
    bma_party_plain(with, given, &out);
    assert_false(out.failed);
    assert_string_equal(out.length > 0 ? out.bytes : "", plain);
    bma_buffer_release(&out);
}

static void test_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        check(&words, cases[i].given, cases[i].plain);
        check(&words, cases[i].plain, cases[i].plain); /* a plain name stays as it is */
    }
}

static void test_without_words(void **state)
{
    (void)state;
    check(NULL, " the  Republic of MARENDA ", "the Republic of MARENDA");
    check(NULL, "MARENDA", "Marenda");
}

static void test_long(void **state)
{
    char name[400];

    (void)state;
    for (size_t i = 0; i < sizeof name - 1; i++)
        name[i] = i % 2 ? ' ' : 'A';
    name[sizeof name - 1] = '\0';
    check(&words, name, name);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_names),
        cmocka_unit_test(test_without_words),
        cmocka_unit_test(test_long),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

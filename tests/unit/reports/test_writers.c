/* What the writers make of awkward text and numbers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "reports/escape.h"
#include "reports/json_writer.h"
#include "reports/page.h"
#include "reports/report.h"

#include <math.h>
#include <string.h>

static void json_strings(void **state)
{
    static const char *const cases[][2] = {
        {"plain", "\"plain\""},
        {"a\"b\\c", "\"a\\\"b\\\\c\""},
        {"line\nend\ttab", "\"line\\nend\\u0009tab\""},
        {"\x1b[2J\x7f", "\"\\u001b[2J\\u007f\""},
        {"caf\xc3\xa9", "\"caf\xc3\xa9\""},
        {"bad \xc3(", "\"bad \xef\xbf\xbd(\""},
        {"", "\"\""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_buffer out;
        struct bma_json json;
        bma_buffer_init(&out);
        bma_json_init(&json, &out);
        bma_json_string(&json, NULL, cases[i][0]);
        assert_string_equal(out.bytes, cases[i][1]);
        bma_buffer_release(&out);
    }
}

static void json_numbers(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{0, "0"},       {-0.0, "0"},       {62.4, "62.4"},         {100, "100"},
                 {0.05, "0.05"}, {-1.5, "-1.5"},    {33554433, "33554433"}, {0.125, "0.125"},
                 {NAN, "null"},  {INFINITY, "null"}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_buffer out;
        struct bma_json json;
        bma_buffer_init(&out);
        bma_json_init(&json, &out);
        bma_json_number(&json, NULL, cases[i].number);
        assert_string_equal(out.bytes, cases[i].text);
        bma_buffer_release(&out);
    }
}

static void json_nests(void **state)
{
    struct bma_buffer out;
    struct bma_json json;

    (void)state;
    bma_buffer_init(&out);
    bma_json_init(&json, &out);
    bma_json_object(&json, NULL);
    bma_json_array(&json, "empty");
    bma_json_array_end(&json);
    bma_json_array(&json, "two");
    bma_json_bool(&json, NULL, true);
    bma_json_null(&json, NULL);
    bma_json_array_end(&json);
    bma_json_object_end(&json);
    assert_string_equal(out.bytes, "{\n  \"empty\": [],\n  \"two\": [\n    true,\n    null\n  ]\n}");
    bma_buffer_release(&out);
}

static void page_wraps(void **state)
{
    static const struct {
        unsigned width, indent, hang;
        const char *label, *text, *lines;
    } cases[] = {
        {20, 2, 4, "", "one two three four five", "    one two three\n    four five\n"},
        {20, 0, 2, "Missing: ", "a body and a date", "Missing: a body and\n  a date\n"},
        {10, 0, 0, "", "abcdefghijklmnop", "abcdefghij\nklmnop\n"},
        {10, 0, 0, "", "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2 \xe5\xad\x97\xe6\xbc\xa2",
         "\xe6\xbc\xa2\xe5\xad\x97\xe6\xbc\xa2\n\xe5\xad\x97\xe6\xbc\xa2\n"},
        {20, 3, 3, "", "", "\n"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_buffer out;
        struct bma_page page = {&out, cases[i].width, false};
        bma_buffer_init(&out);
        bma_page_wrap(&page, cases[i].indent, cases[i].label, cases[i].hang, BMA_PLAIN, cases[i].text);
        assert_string_equal(out.bytes, cases[i].lines);
        bma_buffer_release(&out);
    }
}

static void page_disarms(void **state)
{
    static const char *const cases[][2] = {
        {"a\x1b[31mb", "a\xef\xbf\xbd[31mb"},
        {"a\xe2\x80\xae"
         "b",
         "a\xef\xbf\xbd"
         "b"},
        {"a\xe2\x81\xa6"
         "b",
         "a\xef\xbf\xbd"
         "b"},
        {"a\xc2\x9b"
         "b",
         "a\xef\xbf\xbd"
         "b"},
        {"a \t\n b", "a b"},
        {"bad \xff", "bad \xef\xbf\xbd"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bma_buffer out;
        bma_buffer_init(&out);
        bma_escape_plain(&out, cases[i][0]);
        assert_string_equal(out.bytes, cases[i][1]);
        bma_buffer_release(&out);
    }
}

static void cells_have_their_width(void **state)
{
    struct bma_buffer out;
    struct bma_page page = {&out, 40, true};

    (void)state;
    bma_buffer_init(&out);
    bma_page_cell(&page, BMA_PLAIN, "abc", 5);
    bma_page_cell(&page, BMA_BOLD, "abcdefgh", 5);
    assert_string_equal(out.bytes, "abc  \033[1mabcd…\033[0m");
    bma_buffer_release(&out);
}

static void formats_are_found(void **state)
{
    (void)state;
    for (const struct bma_report *report = bma_reports(); report->name != NULL; report++)
        assert_ptr_equal(bma_report_find(report->name), report);
    assert_null(bma_report_find("xml"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_strings),      cmocka_unit_test(json_numbers),
        cmocka_unit_test(json_nests),        cmocka_unit_test(page_wraps),
        cmocka_unit_test(page_disarms),      cmocka_unit_test(cells_have_their_width),
        cmocka_unit_test(formats_are_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/quote.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void test_quotes(void **state)
{
    static const struct {
        const char *text, *json, *lines;
    } cases[] = {
        {"", "\"\"", ""},
        {"a \"b\" \\ caf\xc3\xa9", "\"a \\\"b\\\" \\\\ caf\xc3\xa9\"", "a \"b\" \\ caf\xc3\xa9"},
        {"a\nb\tc\r\nd\r", "\"a\\nb\\u0009c\\u000d\\nd\\u000d\"", "a\nb\tc\r\nd\xef\xbf\xbd"},
        {"\x1b[2J\xc2\x9b", "\"\\u001b[2J\\u009b\"", "\xef\xbf\xbd[2J\xef\xbf\xbd"},
        {"\xe2\x80\xae\xf3\xa0\x80\x81", "\"\\u202e\\udb40\\udc01\"", "\xef\xbf\xbd\xef\xbf\xbd"},
        {"\xff", "\"\xef\xbf\xbd\"", "\xef\xbf\xbd"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_buffer out;
        bma_buffer_init(&out);
        bma_quote_json(&out, cases[i].text, strlen(cases[i].text));
        assert_string_equal(out.bytes, cases[i].json);
        bma_buffer_clear(&out);
        bma_quote_lines(&out, cases[i].text, strlen(cases[i].text));
        assert_int_equal(out.length, strlen(cases[i].lines));
        assert_memory_equal(out.bytes, cases[i].lines, out.length);
        bma_buffer_release(&out);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_quotes)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

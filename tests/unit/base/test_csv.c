#include "base/csv.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/replace.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

/* The table again, with | between fields and / after each record, names first. */
static void render(const struct bma_csv *table, char *out, size_t size)
{
    size_t used = 0;

    for (uint32_t row = 0; row <= table->row_count; row++)
        for (uint32_t i = 0; i < table->column_count; i++) {
            const struct bma_csv_field *field = row == 0 ? &table->columns[i] : bma_csv_at(table, row - 1, i);
            assert_int_equal(strlen(field->text), field->length);
            used += (size_t)snprintf(out + used, size - used, "%s%c", field->text,
                                     i + 1 < table->column_count ? '|' : '/');
        }
}

static void test_reads(void **state)
{
    static const struct {
        const char *bytes, *expected;
    } cases[] = {
        {"a,b\r\n1,2\r\n", "a|b/1|2/"},
        {"a,b\n1,2", "a|b/1|2/"},
        {"\xef\xbb\xbf"
         "a,b\n1,2\n",
         "a|b/1|2/"},
        {"a,b\n\"1,5\",\"say \"\"so\"\"\"\n", "a|b/1,5|say \"so\"/"},
        {"a,b\n\"two\r\nlines\",\"\"\n,\n", "a|b/two\r\nlines|/|/"},
        {"a,b\n\n1,\n\r\n\n,2\n\n", "a|b/1|/|2/"},
        {"\"a\"\n\"\"\"\"\n", "a/\"/"},
        {"a\nlone\rreturn\n", "a/lone\rreturn/"},
        {"a,b\r", "a|b/"},
        {"a,b\n x , y z\t\n", "a|b/ x | y z\t/"},
        {"\xc3\xa9t\xc3\xa9,\xe4\xba\xba\n\xc3\xa0,\xc3\xa7\n",
         "\xc3\xa9t\xc3\xa9|\xe4\xba\xba/\xc3\xa0|\xc3\xa7/"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_arena arena;
        struct bma_csv table;
        struct bma_error error;
        char out[128] = "";
        bma_arena_init(&arena);
        assert_int_equal(
            bma_csv_parse(cases[i].bytes, strlen(cases[i].bytes), "t.csv", &arena, &table, &error), BMA_OK);
        render(&table, out, sizeof out);
        assert_string_equal(out, cases[i].expected);
        bma_arena_release(&arena);
    }
}

static void test_refuses(void **state)
{
    static const struct {
        const char *bytes;
        size_t length;
        const char *expected;
    } cases[] = {
        {"", 0, "t.csv:1:1: expected a line with the names of the columns, found an empty table"},
        {"\n\r\n", 0, "t.csv:1:1: expected a line with the names of the columns, found an empty table"},
        {"a,b\n1,\"x\ny\n", 0, "t.csv:2:3: expected a quotation mark that closes this field"},
        {"a,b\n\xc3\xa9\xc3\xa9,\"x\"y\n", 0,
         "t.csv:2:7: expected a comma or the end of the line after the closing quotation mark"},
        {"a,b\n1,x\"y\"\n", 0,
         "t.csv:2:4: expected no quotation mark inside a field that does not begin with one"},
        {"a,b\n1,2\n1,2,3\n", 0, "t.csv:3:5: expected 2 fields, as there are columns, found 3"},
        {"a,b,c\n\"1\n2\",3\n", 0, "t.csv:3:4: expected 3 fields, as there are columns, found 2"},
        {"a, ,c\n", 0, "t.csv:1:3: expected the name of a column, found nothing"},
        {"a,b,a\n", 0, "t.csv:1:5: there is a column \"a\" already (column 1 of the table)"},
        {"a,b\n1,\0\n", 9, "t.csv:2:3: a NUL byte stands in the table"},
        {"a,b\n\xc3\xa9,\xff\n", 0, "t.csv:2:3: the table is not UTF-8 from here on; save it as UTF-8"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t length = cases[i].length > 0 ? cases[i].length : strlen(cases[i].bytes);
        struct bma_arena arena;
        struct bma_csv table;
        struct bma_error error = {.status = BMA_OK};
        char out[BMA_ERROR_MESSAGE_SIZE];
        bma_arena_init(&arena);
        assert_int_equal(bma_csv_parse(cases[i].bytes, length, "t.csv", &arena, &table, &error),
                         BMA_ERROR_INPUT);
        bma_error_format(&error, out, sizeof out);
        assert_string_equal(out, cases[i].expected);
        bma_arena_release(&arena);
    }
}

static void test_too_many_columns(void **state)
{
    struct bma_arena arena;
    struct bma_csv table;
    struct bma_error error;
    char bytes[BMA_CSV_MAX_COLUMNS + 1];

    (void)state;
    memset(bytes, ',', sizeof bytes);
    bma_arena_init(&arena);
    assert_int_equal(bma_csv_parse(bytes, sizeof bytes, "t.csv", &arena, &table, &error), BMA_ERROR_LIMIT);
    assert_string_equal(error.message, "the table has more than 4096 columns");
    assert_int_equal(error.line, 1);
    bma_arena_release(&arena);
}

static void test_columns(void **state)
{
    static const char bytes[] = "id,level\n7, \n";
    struct bma_arena arena;
    struct bma_csv table;
    struct bma_error error;
    uint32_t column = 9;
    char out[BMA_ERROR_MESSAGE_SIZE];

    (void)state;
    bma_arena_init(&arena);
    assert_int_equal(bma_csv_parse(bytes, sizeof bytes - 1, "t.csv", &arena, &table, &error), BMA_OK);
    assert_true(bma_csv_find(&table, "level", &column));
    assert_int_equal(column, 1);
    assert_false(bma_csv_find(&table, "Level", &column));
    assert_true(bma_csv_is_empty(bma_csv_at(&table, 0, 1)));
    assert_false(bma_csv_is_empty(bma_csv_at(&table, 0, 0)));
    assert_int_equal(bma_csv_need(&table, "item", &column, &error), BMA_ERROR_INPUT);
    bma_error_format(&error, out, sizeof out);
    assert_string_equal(out, "t.csv:1: expected a column \"item\", found id, level");
    for (int blanks = 500; blanks < 512; blanks++) { /* what is too long is cut between characters */
        bma_csv_fault(&table, bma_csv_at(&table, 0, 1), &error, "%*s%s", blanks, "", "\xc3\xa9\xe2\x80\x9c");
        assert_null(strchr(error.message, '?'));
    }
    bma_csv_fault(&table, bma_csv_at(&table, 0, 1), &error, "expected %s", "a level");
    bma_error_format(&error, out, sizeof out);
    assert_string_equal(out, "t.csv:2:3: expected a level");
    bma_arena_release(&arena);
}

static void test_file(void **state)
{
    struct bma_arena arena;
    struct bma_csv table;
    struct bma_error error;
    char path[] = "/tmp/bma-csv-XXXXXX";
    int fd = mkstemp(path);

    (void)state;
    assert_true(fd >= 0);
    close(fd);
    assert_int_equal(bma_file_write(path, "a\n1\n", 4, &error), BMA_OK);
    bma_arena_init(&arena);
    assert_int_equal(bma_csv_read(path, &arena, &table, &error), BMA_OK);
    assert_string_equal(table.name, path);
    assert_string_equal(bma_csv_at(&table, 0, 0)->text, "1");
    unlink(path);
    assert_int_equal(bma_csv_read(path, &arena, &table, &error), BMA_ERROR_IO);
    bma_arena_release(&arena);
}

static void test_memory(void **state)
{
    static const char bytes[] = "a,b\n1,\"2\"\n3,4\n";
    struct bma_csv table;
    struct bma_error error;
    enum bma_status status = BMA_ERROR_MEMORY;

    (void)state;
    for (size_t n = 1; status != BMA_OK; n++) {
        struct bma_arena arena;
        bma_arena_init(&arena);
        bma_memory_fail_at(n);
        status = bma_csv_parse(bytes, sizeof bytes - 1, "t.csv", &arena, &table, &error);
        bma_memory_fail_at(0);
        assert_true(status == BMA_OK || status == BMA_ERROR_MEMORY);
        bma_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_reads),
        cmocka_unit_test(test_refuses),
        cmocka_unit_test(test_too_many_columns),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_file),
        cmocka_unit_test(test_memory),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

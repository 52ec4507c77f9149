/*
 * Packed drafts while memory runs out at every point: a clean error each time, nothing leaked.  Text in
 * UTF-16, and what is none.
 */
#include "drafts.h"

#include "base/memory.h"

static void read_failing(const char *path)
{
    struct bma_document *document = NULL;
    struct bma_error error;
    enum bma_status status = BMA_ERROR_MEMORY;
    size_t nth = 0;

    while (status != BMA_OK) {
        bma_memory_fail_at(++nth);
        status = bma_read_document(path, NULL, 0, &test_words, &document, &error);
        bma_memory_fail_at(0);
        if (status != BMA_OK)
            assert_int_equal(status, BMA_ERROR_MEMORY);
    }
    assert_true(nth > 20);
    bma_document_free(document);
}

static void memory_runs_out(void **state)
{
    (void)state;
    read_failing(BMA_FIXTURES "/agreements/care-workers-treaty.docx");
    read_failing(BMA_FIXTURES "/agreements/care-workers-treaty.html");
}

/* "é", a sign beyond the first plane and a draft around them. */
static const uint16_t units[] = {0xfeff, 'A', 0xe9, 0xd83d, 0xdcdc, '\n', '\n', 'A', 'r', 't',
                                 'i',    'c', 'l',  'e',    ' ',    '1',  '\n', 'P', 'a', 'y',
                                 ' ',    'i', 's',  ' ',    'd',    'u',  'e',  '.', '\n'};
enum { UNITS = sizeof units / sizeof units[0] };

static enum bma_status read_wide(size_t length, bool little, struct bma_document **document,
                                 struct bma_error *error)
{
    char bytes[2 * UNITS];

    for (size_t i = 0; i < UNITS; i++) {
        bytes[2 * i] = (char)(little ? units[i] & 0xff : units[i] >> 8);
        bytes[2 * i + 1] = (char)(little ? units[i] >> 8 : units[i] & 0xff);
    }
    return bma_read_text("wide.txt", "wide.txt", bytes, length, &test_words, document, error);
}

static void wide_text(void **state)
{
    (void)state;
    for (int little = 0; little <= 1; little++) {
        struct bma_document *document = NULL;
        struct bma_error error;

        assert_int_equal(read_wide(2 * UNITS, little, &document, &error), BMA_OK);
        assert_string_equal(document->source, "A\u00e9\U0001f4dc\n\nArticle 1\nPay is due.\n");
        bma_document_free(document);
    }
}

/* Cut within a unit, or between the two units of one sign. */
static void half_characters(void **state)
{
    static const size_t cuts[] = {2 * UNITS - 1, 8};

    (void)state;
    for (size_t i = 0; i < 2; i++) {
        struct bma_document *document = NULL;
        struct bma_error error;

        assert_int_equal(read_wide(cuts[i], true, &document, &error), BMA_ERROR_INPUT);
        assert_string_equal(error.message, "half of a character stands in the UTF-16 text; save it as UTF-8");
        assert_int_equal(error.line, i == 0 ? 4 : 1);
        assert_null(document);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_runs_out),
        cmocka_unit_test(wide_text),
        cmocka_unit_test(half_characters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

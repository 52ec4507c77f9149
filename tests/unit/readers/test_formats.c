/* Packed drafts while memory runs out at every point: a clean error each time, nothing leaked. */
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(memory_runs_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Memory runs out at every point of a whole check: each time a clean error,
 * nothing leaked (the sanitizers watch), and the session goes on afterwards.
 */
#include "base/memory.h"
#include "corpus/run.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define PACK  BMA_SOURCE_DIR "/rules/m4md-2011"
#define DRAFT BMA_FIXTURES "/agreements/fish-processing-mou.txt"

enum { DENSE = 300, MOST_RUNS = 20000, EVERY = 23 };

/* One check with the n-th allocation failing; 0 = none.  Returns how many were asked for. */
static size_t check_once(struct bma_session *session, size_t fail_at)
{
    struct bma_check check;
    struct bma_error error = {.status = BMA_OK};

    bma_check_init(&check);
    bma_memory_fail_at(fail_at);
    enum bma_status status = bma_session_check(session, DRAFT, &check, &error);
    size_t count = bma_memory_count();
    bma_memory_fail_at(0);
    if (status != BMA_OK) {
        assert_int_equal(error.status, status);
        assert_int_equal(status, BMA_ERROR_MEMORY);
        assert_string_not_equal(error.message, "");
    } else if (fail_at != 0 && count >= fail_at) {
        /* a rule that ran out is an error finding, never a pass */
        if (check.card.errors == 0)
            fail_msg("allocation %zu failed and nobody noticed", fail_at);
    }
    bma_check_release(&check);
    return count;
}

static void open_session(struct bma_session *session)
{
    struct bma_error error;
    assert_int_equal(bma_session_open(session, PACK, NULL, NULL, &error), BMA_OK);
}

/* A session that has seen drafts before keeps its scratch memory and asks for less. */
static void checks_fail_cleanly(void **state)
{
    struct bma_session session;
    (void)state;

    open_session(&session);
    check_once(&session, 0);
    for (size_t nth = 1; check_once(&session, nth) >= nth; nth++)
        assert_true(nth < MOST_RUNS);
    check_once(&session, 0);
    bma_session_close(&session);
}

static void first_checks_fail_cleanly(void **state)
{
    (void)state;
    for (size_t nth = 1, count = nth; count >= nth; nth += EVERY) {
        struct bma_session session;
        open_session(&session);
        count = check_once(&session, nth);
        check_once(&session, 0);
        bma_session_close(&session);
    }
}

/* Opening takes too many allocations to fail each: all of the first, then ever wider steps. */
static void opening_fails_cleanly(void **state)
{
    struct bma_session session;
    struct bma_error error;
    (void)state;

    bma_memory_fail_at(SIZE_MAX);
    assert_int_equal(bma_session_open(&session, PACK, NULL, NULL, &error), BMA_OK);
    size_t count = bma_memory_count();
    bma_memory_fail_at(0);
    bma_session_close(&session);
    for (size_t nth = 1; nth <= count; nth += nth < DENSE ? 7 : nth / 8) {
        bma_memory_fail_at(nth);
        enum bma_status status = bma_session_open(&session, PACK, NULL, NULL, &error);
        bma_memory_fail_at(0);
        assert_int_equal(status, BMA_ERROR_MEMORY);
    }
}

/* The pack's image is written, then read. */
static void opening_with_images_fails_cleanly(void **state)
{
    char cache[] = "/tmp/bma-allocation-XXXXXX", command[64];
    struct bma_session session;
    struct bma_error error;
    (void)state;

    assert_non_null(mkdtemp(cache));
    for (int run = 0; run < 2; run++) {
        bma_memory_fail_at(SIZE_MAX);
        assert_int_equal(bma_session_open(&session, PACK, cache, NULL, &error), BMA_OK);
        size_t count = bma_memory_count();
        bma_memory_fail_at(0);
        assert_int_equal(session.pack->image != NULL, run);
        bma_session_close(&session);
        /* each of those of reading but for the last, without which Lua goes on; compiling instead fails, too
         */
        for (size_t nth = 1; run == 1 && nth < count; nth++) {
            bma_memory_fail_at(nth);
            assert_int_equal(bma_session_open(&session, PACK, cache, NULL, &error), BMA_ERROR_MEMORY);
            bma_memory_fail_at(0);
        }
    }
    (void)snprintf(command, sizeof command, "rm -r %s", cache);
    assert_int_equal(system(command), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checks_fail_cleanly),
        cmocka_unit_test(first_checks_fail_cleanly),
        cmocka_unit_test(opening_fails_cleanly),
        cmocka_unit_test(opening_with_images_fails_cleanly),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

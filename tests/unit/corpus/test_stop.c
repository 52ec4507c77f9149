/* The stop flag, set by one thread while others weigh: what is begun is written, the rest waits for the next
 * run. */
#include "corpus/corpus.h"
#include "corpus/queue.h"
#include "corpus/sqlite.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <pthread.h>
#include <sched.h>

#define PACK   BMA_SOURCE_DIR "/rules/m4md-2011"
#define DRAFTS BMA_FIXTURES "/labelled/developed"

static atomic_int stop;
static atomic_int begun;

static void *set_stop(void *unused)
{
    while (atomic_load(&begun) == 0)
        sched_yield();
    atomic_store(&stop, 1);
    return unused;
}

/* Holds the first result back until the flag is set, which may take any time. */
static void tell(void *context, const struct bma_corpus_counts *counts)
{
    const bool *waits = context;

    (void)counts;
    atomic_store(&begun, 1);
    while (*waits && atomic_load(&stop) == 0)
        sched_yield();
}

static void run(struct bma_store *store, int64_t id, struct bma_session *session, bool waits,
                struct bma_corpus_counts *counts)
{
    const struct bma_corpus_watch watch = {.context = &waits, .progress = tell, .stop = &stop};
    struct bma_error error;

    assert_int_equal(bma_corpus_run(store, id, session, 4, false, &watch, counts, &error), BMA_OK);
}

static void test_stop(void **state)
{
    const struct bma_shard all = {1, 1};
    struct bma_session session;
    struct bma_store *store = NULL;
    struct bma_corpus_counts first, second;
    struct bma_error error;
    pthread_t thread;
    int64_t id;

    (void)state;
    assert_int_equal(bma_session_open(&session, PACK, NULL, NULL, &error), BMA_OK);
    assert_int_equal(bma_store_open(NULL, BMA_STORE_WRITE, &store, &error), BMA_OK);
    assert_int_equal(bma_store_run(store, "text", session.pack, "ministry", &id, &error), BMA_OK);
    assert_int_equal(bma_queue_open(store, &error), BMA_OK);
    assert_int_equal(bma_queue_add(store, &all, DRAFTS, &error), BMA_OK);
    assert_int_equal(pthread_create(&thread, NULL, set_stop, NULL), 0);
    run(store, id, &session, true, &first);
    pthread_join(thread, NULL);
    assert_true(first.total > 80);
    assert_in_range(first.passed, 1, first.total - 1);
    atomic_store(&stop, 0);
    run(store, id, &session, false, &second);
    assert_int_equal(second.passed, second.total);
    assert_int_equal(second.unchanged, first.passed);
    bma_store_close(store);
    bma_session_close(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_stop)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

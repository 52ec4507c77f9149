/*
 * Many agreements on many threads into one store.
 *
 * Threads take agreements in the order of the queue and weigh them side by side.  Whoever finds the next
 * result in that order ready writes it, so there is one writer at any time and none that only waits; what is
 * written has the same bytes for every number of threads.  Results wait in a window of slots, which bounds
 * memory; a slot keeps one check's arena.
 */
#ifndef BMA_CORPUS_CORPUS_H
#define BMA_CORPUS_CORPUS_H

#include "base/buffer.h"
#include "corpus/run.h"
#include "corpus/store.h"

#include <stdatomic.h>

_Static_assert(ATOMIC_INT_LOCK_FREE == 2, "the handler of a signal sets the stop flag");

enum { BMA_CORPUS_MOST_WORKERS = 256 };

struct bma_corpus_counts {
    uint64_t total;  /* in the queue */
    uint64_t passed; /* weighed, failed or found unchanged so far */
    uint64_t unchanged, failed;
    uint64_t rule_errors; /* findings whose rule failed, of those weighed now */
};

/* What the caller sees of it; every call is made by one thread at a time, in the order of the queue. */
struct bma_corpus_watch {
    void *context;
    void (*progress)(void *context, const struct bma_corpus_counts *counts); /* may be NULL */
    /* Takes bytes of the streams asked for; false: it could not, and the run ends with an error. */
    bool (*csv)(void *context, const char *bytes, size_t length);   /* NULL: no such stream */
    bool (*jsonl)(void *context, const char *bytes, size_t length); /* NULL: no such stream */
    /*
     * NULL, or not 0 from some time on: what is begun is finished, and no more is begun.  Every worker looks
     * at it, so that it is atomic; and lock-free, so that the handler of a signal may set it.
     */
    const atomic_int *stop;
};

/*
 * Weighs what stands in the queue of the store.  What the run holds of the same bytes is passed over, unless
 * `again` is true.  A stream is always whole: what is passed over comes from what the store kept of it
 * (streams.h), and is weighed where it kept nothing.
 */
enum bma_status bma_corpus_run(struct bma_store *store, int64_t run, const struct bma_session *session,
                               unsigned workers, bool again, const struct bma_corpus_watch *watch,
                               struct bma_corpus_counts *counts, struct bma_error *error);

/* One line of JSON (bma-scorecard/1 with this agreement alone), or what failed (bma-failure/1). */
void bma_jsonl_card(const struct bma_scorecard *card, struct bma_buffer *out);
void bma_jsonl_failure(const char *name, const struct bma_error *why, struct bma_buffer *out);

#endif

#include "corpus/corpus.h"

#include "base/file.h"
#include "base/memory.h"
#include "corpus/queue.h"
#include "corpus/streams.h"
#include "reports/report.h"

#include <pthread.h>
#include <string.h>

enum { SLOTS_PER_WORKER = 4, BATCH = 32 };

enum state { QUEUED, TAKEN, READY };

/* One agreement on its way from the queue to the store. */
struct slot {
    enum state state;
    struct bma_buffer name;
    char known[65], hash[65];
    bool unchanged;
    enum bma_status status;
    struct bma_error why; /* status is not BMA_OK */
    struct bma_check check;
    struct bma_kept csv, jsonl;
};

/*
 * Slots fill < take < write turn round the ring, counted from the beginning: written ≤ taken ≤ filled.
 * The lock guards everything but the slots that are TAKEN, and what only the writer touches (store,
 * last, batched): the writer is whoever has set `writing`.
 */
struct corpus {
    pthread_mutex_t lock;
    pthread_cond_t changed;
    struct slot *slots;
    unsigned slot_count;
    uint64_t filled, taken, written;
    bool exhausted, writing;
    enum bma_status status;
    struct bma_error error;

    struct bma_store *store;
    int64_t run;
    bool again;
    unsigned streams; /* BMA_STREAM_… bits of those asked for */
    const struct bma_corpus_watch *watch;
    struct bma_corpus_counts *counts;
    struct bma_buffer last; /* name that was queued last */
    unsigned batched;
    bool headed; /* the names of the columns are written */
};

struct worker {
    struct corpus *corpus;
    struct bma_session session;
    pthread_t thread;
};

/* ---- weighing, side by side ---- */

static void add_rows(const struct bma_scorecard *card, struct bma_buffer *out)
{
    const struct bma_report_options options = {.width = 80};

    bma_report_find("csv")->write(&card, 1, &options, out);
}

static void weigh(const struct corpus *corpus, struct bma_session *session, struct slot *slot)
{
    bma_kept_clear(&slot->csv);
    bma_kept_clear(&slot->jsonl);
    slot->unchanged = false;
    slot->status = bma_input_hash(bma_path_of_file(slot->name.bytes), slot->hash, &slot->why);
    if (slot->status == BMA_OK && session->metadata != NULL)
        bma_metadata_hash(session->metadata, slot->name.bytes, slot->hash);
    if (slot->status == BMA_OK && !corpus->again && strcmp(slot->hash, slot->known) == 0) {
        slot->unchanged = true;
        return;
    }
    if (slot->status == BMA_OK)
        slot->status =
            bma_session_check(session, bma_path_of_file(slot->name.bytes), &slot->check, &slot->why);
    if (corpus->watch->csv != NULL && slot->status == BMA_OK)
        add_rows(&slot->check.card, &slot->csv.plain);
    if (corpus->watch->jsonl != NULL && slot->status == BMA_OK)
        bma_jsonl_card(&slot->check.card, &slot->jsonl.plain);
    else if (corpus->watch->jsonl != NULL)
        bma_jsonl_failure(slot->name.bytes, &slot->why, &slot->jsonl.plain);
    if (slot->status == BMA_OK) {
        bma_kept_pack(&slot->csv);
        bma_kept_pack(&slot->jsonl);
    }
    if (bma_kept_failed(&slot->csv) || bma_kept_failed(&slot->jsonl))
        slot->status = bma_error_memory(&slot->why);
}

/* ---- writing, one after the other ---- */

static enum bma_status no_stream(struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_IO, NULL, 0, 0, "a stream of results cannot be written");
}

static enum bma_status put_streams(struct corpus *corpus, const struct slot *slot, struct bma_error *error)
{
    const struct bma_corpus_watch *watch = corpus->watch;
    const char *rows = slot->csv.plain.bytes;
    size_t length = slot->csv.plain.length;

    if (length > 0 && corpus->headed) { /* the names of the columns stand there once */
        const char *end = memchr(rows, '\n', length);
        length -= (size_t)(end + 1 - rows);
        rows = end + 1;
    }
    corpus->headed = corpus->headed || length > 0;
    if (watch->csv != NULL && length > 0 && !watch->csv(watch->context, rows, length))
        return no_stream(error);
    if (watch->jsonl != NULL &&
        !watch->jsonl(watch->context, slot->jsonl.plain.bytes, slot->jsonl.plain.length))
        return no_stream(error);
    return BMA_OK;
}

/* What the store has of it already goes into the streams as it was kept. */
static enum bma_status put_unchanged(struct corpus *corpus, struct slot *slot, struct bma_error *error)
{
    corpus->counts->unchanged++;
    return corpus->streams == 0 ? BMA_OK
                                : bma_streams_read(corpus->store, corpus->run, slot->name.bytes,
                                                   corpus->streams, &slot->csv, &slot->jsonl, error);
}

static enum bma_status put_card(struct corpus *corpus, const struct slot *slot, struct bma_error *error)
{
    int64_t id;
    enum bma_status status = bma_store_add(corpus->store, corpus->run, slot->name.bytes, slot->hash,
                                           &slot->check.card, &id, error);

    corpus->counts->rule_errors += slot->check.card.errors;
    if (status == BMA_OK && corpus->streams != 0)
        status = bma_streams_keep(corpus->store, id, slot->hash, &slot->csv, &slot->jsonl, error);
    return status;
}

static enum bma_status put_row(struct corpus *corpus, struct slot *slot, struct bma_error *error)
{
    struct bma_corpus_counts *counts = corpus->counts;
    const char *name = slot->name.bytes;

    if (slot->unchanged)
        return put_unchanged(corpus, slot, error);
    if (slot->status == BMA_OK)
        return put_card(corpus, slot, error);
    if (slot->status == BMA_ERROR_MEMORY) {
        *error = slot->why;
        return slot->status;
    }
    counts->failed++;
    return bma_store_add_failure(corpus->store, corpus->run, name, slot->hash, &slot->why, error);
}

static enum bma_status commit(struct corpus *corpus, enum bma_status status, struct bma_error *error)
{
    status = bma_store_end(corpus->store, status, error);
    corpus->batched = 0;
    return status == BMA_OK ? bma_store_begin(corpus->store, error) : status;
}

static enum bma_status put(struct corpus *corpus, struct slot *slot, struct bma_error *error)
{
    enum bma_status status = put_row(corpus, slot, error);

    if (status == BMA_OK)
        status = put_streams(corpus, slot, error);
    if (status == BMA_OK && ++corpus->batched == BATCH)
        status = commit(corpus, status, error);
    corpus->counts->passed++;
    if (corpus->watch->progress != NULL)
        corpus->watch->progress(corpus->watch->context, corpus->counts);
    return status;
}

/* Puts the next name of the queue into a slot that nobody has. */
static enum bma_status fill(struct corpus *corpus, struct slot *slot, bool *found, struct bma_error *error)
{
    enum bma_status status =
        bma_queue_next(corpus->store, corpus->run, corpus->streams, &corpus->last, slot->known, found, error);

    if (status != BMA_OK || !*found)
        return status;
    bma_buffer_clear(&slot->name);
    bma_buffer_add(&slot->name, corpus->last.bytes, corpus->last.length);
    slot->state = QUEUED;
    return slot->name.failed ? bma_error_memory(error) : BMA_OK;
}

/* ---- the threads ---- */

static struct slot *slot_at(struct corpus *corpus, uint64_t number)
{
    return &corpus->slots[number % corpus->slot_count];
}

static void fail(struct corpus *corpus, enum bma_status status, const struct bma_error *error)
{
    if (corpus->status == BMA_OK) {
        corpus->status = status;
        corpus->error = *error;
    }
}

/* What is queued and not begun goes back: the next run finds it. */
static void heed_stop(struct corpus *corpus)
{
    if (corpus->watch->stop == NULL || atomic_load(corpus->watch->stop) == 0)
        return;
    corpus->exhausted = true;
    corpus->filled = corpus->taken;
}

/* Writes the next result and queues another name in its place.  The lock is held before and after. */
static void write_next(struct corpus *corpus)
{
    struct slot *slot = slot_at(corpus, corpus->written);
    bool found = false, more = !corpus->exhausted;
    struct bma_error error;
    enum bma_status status;

    corpus->writing = true;
    pthread_mutex_unlock(&corpus->lock);
    status = put(corpus, slot, &error);
    if (status == BMA_OK && more)
        status = fill(corpus, slot, &found, &error);
    pthread_mutex_lock(&corpus->lock);
    corpus->writing = false;
    corpus->written++;
    if (found && !corpus->exhausted)
        corpus->filled++;
    else
        corpus->exhausted = true;
    if (status != BMA_OK)
        fail(corpus, status, &error);
    pthread_cond_broadcast(&corpus->changed);
}

static void take_next(struct corpus *corpus, struct bma_session *session)
{
    struct slot *slot = slot_at(corpus, corpus->taken++);

    slot->state = TAKEN;
    pthread_mutex_unlock(&corpus->lock);
    weigh(corpus, session, slot);
    pthread_mutex_lock(&corpus->lock);
    slot->state = READY;
    pthread_cond_broadcast(&corpus->changed);
}

static void *work(void *argument)
{
    struct worker *worker = argument;
    struct corpus *corpus = worker->corpus;

    pthread_mutex_lock(&corpus->lock);
    while (corpus->status == BMA_OK) {
        heed_stop(corpus);
        if (!corpus->writing && corpus->written < corpus->taken &&
            slot_at(corpus, corpus->written)->state == READY)
            write_next(corpus);
        else if (corpus->taken < corpus->filled)
            take_next(corpus, &worker->session);
        else if (corpus->exhausted && corpus->written == corpus->filled)
            break;
        else
            pthread_cond_wait(&corpus->changed, &corpus->lock);
    }
    pthread_cond_broadcast(&corpus->changed);
    pthread_mutex_unlock(&corpus->lock);
    return NULL;
}

static enum bma_status open_workers(struct worker *workers, unsigned count, const struct bma_session *session,
                                    struct corpus *corpus, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (unsigned i = 0; i < count && status == BMA_OK; i++) {
        workers[i].corpus = corpus;
        status = bma_session_share(&workers[i].session, session, error);
    }
    return status;
}

/* The caller is the first worker; where a thread cannot be had, those that could do the work. */
static void run_workers(struct worker *workers, unsigned count)
{
    unsigned started = 1;

    while (started < count && pthread_create(&workers[started].thread, NULL, work, &workers[started]) == 0)
        started++;
    work(&workers[0]);
    for (unsigned i = 1; i < started; i++)
        pthread_join(workers[i].thread, NULL);
}

static enum bma_status first_names(struct corpus *corpus, struct bma_error *error)
{
    enum bma_status status = BMA_OK;
    bool found = true;

    while (status == BMA_OK && found && corpus->filled < corpus->slot_count) {
        status = fill(corpus, slot_at(corpus, corpus->filled), &found, error);
        corpus->filled += found;
    }
    corpus->exhausted = !found;
    return status;
}

static enum bma_status run_corpus(struct corpus *corpus, const struct bma_session *session, unsigned workers,
                                  struct bma_error *error)
{
    struct worker *crew = bma_calloc(workers, sizeof *crew);
    enum bma_status status = crew != NULL ? bma_store_begin(corpus->store, error) : bma_error_memory(error);

    if (status != BMA_OK) {
        bma_free(crew);
        return status;
    }
    if (corpus->streams != 0)
        status = bma_streams_open(corpus->store, error);
    if (status == BMA_OK)
        status = first_names(corpus, error);
    if (status == BMA_OK)
        status = open_workers(crew, workers, session, corpus, error);
    if (status == BMA_OK) {
        run_workers(crew, workers);
        status = corpus->status;
        if (status != BMA_OK)
            *error = corpus->error;
    }
    for (unsigned i = 0; i < workers; i++)
        bma_session_close(&crew[i].session);
    bma_free(crew);
    return bma_store_end(corpus->store, status, error);
}

static void release(struct corpus *corpus)
{
    for (unsigned i = 0; corpus->slots != NULL && i < corpus->slot_count; i++) {
        bma_buffer_release(&corpus->slots[i].name);
        bma_kept_release(&corpus->slots[i].csv);
        bma_kept_release(&corpus->slots[i].jsonl);
        bma_check_release(&corpus->slots[i].check);
    }
    bma_free(corpus->slots);
    bma_buffer_release(&corpus->last);
    pthread_cond_destroy(&corpus->changed);
    pthread_mutex_destroy(&corpus->lock);
}

enum bma_status bma_corpus_run(struct bma_store *store, int64_t run, const struct bma_session *session,
                               unsigned workers, bool again, const struct bma_corpus_watch *watch,
                               struct bma_corpus_counts *counts, struct bma_error *error)
{
    struct corpus corpus = {.store = store,
                            .run = run,
                            .watch = watch,
                            .counts = counts,
                            .again = again,
                            .streams = (watch->csv != NULL ? (unsigned)BMA_STREAM_CSV : 0u) |
                                       (watch->jsonl != NULL ? (unsigned)BMA_STREAM_JSONL : 0u),
                            .slot_count = workers * SLOTS_PER_WORKER};
    enum bma_status status;

    *counts = (struct bma_corpus_counts){0};
    pthread_mutex_init(&corpus.lock, NULL);
    pthread_cond_init(&corpus.changed, NULL);
    bma_buffer_init(&corpus.last);
    corpus.slots = bma_calloc(corpus.slot_count, sizeof *corpus.slots);
    for (unsigned i = 0; corpus.slots != NULL && i < corpus.slot_count; i++) {
        bma_buffer_init(&corpus.slots[i].name);
        bma_kept_init(&corpus.slots[i].csv);
        bma_kept_init(&corpus.slots[i].jsonl);
        bma_check_init(&corpus.slots[i].check);
    }
    status = corpus.slots != NULL ? bma_queue_count(store, &counts->total, error) : bma_error_memory(error);
    if (status == BMA_OK)
        status = run_corpus(&corpus, session, workers, error);
    release(&corpus);
    return status;
}

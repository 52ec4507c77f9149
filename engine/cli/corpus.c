/* bma corpus: files into a results database; who is told what while that goes on. */
#include "cli/cli.h"

#include "base/memory.h"
#include "base/replace.h"
#include "corpus/corpus.h"
#include "corpus/queue.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { TELL_MILLISECONDS = 200, TOLD_LINES = 5 };

struct stream {
    const char *path; /* NULL: not asked for; "-": standard output */
    struct bma_replacement whole;
    FILE *file;
};

struct told {
    struct stream csv, jsonl;
    bool terminal;
    struct timespec begun;
    double last; /* milliseconds since then when progress was shown */
    uint64_t passed, total;
};

static atomic_int stopped; /* the signal that ended the run; 0: none */

static void stop(int number)
{
    atomic_store(&stopped, number);
}

static void catch_signals(void)
{
    struct sigaction action = {.sa_handler = stop};

    sigemptyset(&action.sa_mask);
    /* The second one ends the program at once; the first one does not cut what is being written. */
    action.sa_flags = (int)(SA_RESETHAND | SA_RESTART);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

/* ---- progress ---- */

static double elapsed(const struct told *told)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - told->begun.tv_sec) * 1000 +
           (double)(now.tv_nsec - told->begun.tv_nsec) / 1000000;
}

static void show_progress(void *context, const struct bma_corpus_counts *counts)
{
    struct told *told = context;
    double now, rate, left;

    told->passed = counts->passed;
    told->total = counts->total;
    if (!told->terminal)
        return;
    now = elapsed(told);
    if (now - told->last < TELL_MILLISECONDS && counts->passed < counts->total)
        return;
    told->last = now;
    rate = now > 0 ? (double)counts->passed * 1000 / now : 0;
    left = rate > 0 ? (double)(counts->total - counts->passed) / rate : 0;
    fprintf(stderr,
            "\r%" PRIu64 "/%" PRIu64 " agreements, %.0f a second, %.0f s left, %" PRIu64 " failed\033[K",
            counts->passed, counts->total, rate, left, counts->failed);
}

/* ---- streams ---- */

/* The stream has a descriptor of its own, so that the file is synced after the stream is closed. */
static FILE *open_copy(int descriptor)
{
    int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    FILE *file = copy >= 0 ? fdopen(copy, "wb") : NULL;

    if (file == NULL && copy >= 0)
        close(copy);
    return file;
}

static bool open_stream(struct stream *stream)
{
    struct bma_error error;

    if (stream->path == NULL)
        return true;
    if (strcmp(stream->path, "-") == 0) {
        stream->file = stdout;
        return true;
    }
    if (bma_replacement_open(&stream->whole, stream->path, &error) != BMA_OK) {
        cli_fail(&error);
        return false;
    }
    stream->file = open_copy(stream->whole.descriptor);
    if (stream->file == NULL)
        cli_say("%s: cannot create the file: %s", stream->path, strerror(errno));
    return stream->file != NULL;
}

/* All lines of an agreement, and nothing kept back: whatever ends the run ends the stream with a whole line.
 */
static bool put(const struct stream *stream, const char *bytes, size_t length)
{
    if (fwrite(bytes, 1, length, stream->file) == length && fflush(stream->file) == 0)
        return true;
    cli_say("%s: cannot write the file: %s", stream->path, strerror(errno));
    return false;
}

static bool put_csv(void *context, const char *bytes, size_t length)
{
    return put(&((struct told *)context)->csv, bytes, length);
}

static bool put_jsonl(void *context, const char *bytes, size_t length)
{
    return put(&((struct told *)context)->jsonl, bytes, length);
}

static bool close_stream(struct stream *stream, bool whole)
{
    struct bma_error error;
    bool written = true;

    if (stream->file != NULL && stream->file != stdout && fclose(stream->file) != 0) {
        cli_say("%s: cannot write the file: %s", stream->path, strerror(errno));
        written = false;
    }
    if (stream->whole.target == NULL || !written || !whole) {
        bma_replacement_drop(&stream->whole);
        return written;
    }
    if (bma_replacement_commit(&stream->whole, &error) == BMA_OK)
        return true;
    cli_fail(&error);
    return false;
}

/* ---- the command ---- */

static bool read_shard(const char *word, struct bma_shard *shard)
{
    char after;

    *shard = (struct bma_shard){1, 1};
    if (word == NULL)
        return true;
    if (strspn(word, "0123456789/") == strlen(word) &&
        sscanf(word, "%7u/%7u%c", &shard->part, &shard->parts, &after) == 2 && shard->part >= 1 &&
        shard->part <= shard->parts)
        return true;
    cli_say("--shard takes I/N with I from 1 to N, not '%s'", word);
    return false;
}

static unsigned workers(const struct cli_values *values)
{
    long processors = sysconf(_SC_NPROCESSORS_ONLN);

    if (values->jobs > 0)
        return (unsigned)values->jobs;
    return processors < 1                         ? 1
           : processors > BMA_CORPUS_MOST_WORKERS ? BMA_CORPUS_MOST_WORKERS
                                                  : (unsigned)processors;
}

/* A file that goes while the run goes on is a failure of its own; one that was never there is a slip of the
 * pen. */
static bool all_there(char **arguments, int count)
{
    bool there = true;

    for (int i = 0; i < count; i++)
        if (strcmp(arguments[i], "-") != 0 && access(arguments[i], F_OK) != 0) {
            cli_say("%s: %s", arguments[i], strerror(errno));
            there = false;
        }
    return there;
}

static enum bma_status fill_queue(struct bma_store *store, const struct bma_shard *shard, char **arguments,
                                  int count, struct bma_error *error)
{
    enum bma_status status = bma_queue_open(store, error);

    for (int i = 0; i < count && status == BMA_OK; i++)
        status = bma_queue_add(store, shard, arguments[i], error);
    return status;
}

/* Lines of the table that mean nothing here; it may be one of more agreements than there are texts of. */
static enum bma_status tell_unmatched(const struct bma_metadata *metadata, struct bma_error *error)
{
    uint32_t unmatched = 0;

    for (uint32_t i = 0; i < metadata->row_count; i++) {
        const struct bma_metadata_row *row = &metadata->rows[i];
        if (row->name == NULL && ++unmatched <= TOLD_LINES)
            cli_say("%s:%u: nothing that is weighed is called '%s'", metadata->path, (unsigned)row->line,
                    row->key);
    }
    if (unmatched > TOLD_LINES)
        cli_say("%s: so it is with %u of %u lines", metadata->path, (unsigned)unmatched,
                (unsigned)metadata->row_count);
    if (unmatched == metadata->row_count)
        return bma_error_set(error, BMA_ERROR_INPUT, metadata->path, 0, 0,
                             "expected paths or names of the agreements that are weighed, found none");
    return BMA_OK;
}

static enum bma_status read_metadata(const struct cli_values *values, const struct bma_shard *shard,
                                     struct bma_store *store, struct bma_metadata *metadata,
                                     struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    if (values->metadata == NULL)
        return BMA_OK;
    status = bma_metadata_read(values->metadata, metadata, error);
    if (status == BMA_OK)
        status = bma_queue_match(store, metadata, error);
    if (status == BMA_OK && shard->parts <= 1) /* of a part nobody can say what else there is */
        status = tell_unmatched(metadata, error);
    return status;
}

static int outcome(const struct bma_corpus_counts *counts)
{
    if (counts->failed > 0)
        cli_say("%" PRIu64 " of %" PRIu64 " agreements failed; the view 'failure' of the database says why",
                counts->failed, counts->total);
    if (counts->rule_errors > 0)
        cli_say("rules failed %" PRIu64 " times; table 'finding', status 'error'", counts->rule_errors);
    if (counts->rule_errors > 0)
        return CLI_EXIT_RULE;
    return counts->failed > 0 ? CLI_EXIT_BELOW : CLI_EXIT_OK;
}

/* An empty list is rather a slip than the wish to lose every row; whoever does not prune is told of it. */
static enum bma_status look_at_queue(const struct cli_values *values, struct bma_store *store,
                                     struct bma_error *error)
{
    const char *part = values->shard != NULL ? " that falls into this part" : "";
    uint64_t count = 0;
    enum bma_status status = bma_queue_count(store, &count, error);

    if (status != BMA_OK || count > 0)
        return status;
    if (values->prune)
        return bma_error_set(
            error, BMA_ERROR_USAGE, NULL, 0, 0,
            "--prune would remove every agreement: there is no draft or case file in what was named");
    if (!values->quiet)
        cli_say("there is nothing to weigh: no draft or case file was found in what was named%s", part);
    return BMA_OK;
}

static int weigh(const struct cli_values *values, struct bma_store *store, const struct bma_session *session,
                 struct told *told)
{
    struct bma_corpus_watch watch = {.context = told,
                                     .progress = show_progress,
                                     .csv = values->csv != NULL ? put_csv : NULL,
                                     .jsonl = values->jsonl != NULL ? put_jsonl : NULL,
                                     .stop = &stopped};
    struct bma_corpus_counts counts;
    struct bma_error error;
    const char *profile = bma_scoring_profile(session->scoring);
    enum bma_status status;
    int64_t run;

    clock_gettime(CLOCK_MONOTONIC, &told->begun);
    status = bma_store_run(store, "text", session->pack, profile, &run, &error);
    if (status == BMA_OK)
        status = look_at_queue(values, store, &error);
    if (status == BMA_OK && values->prune)
        status = bma_queue_prune(store, run, &error);
    if (status == BMA_OK)
        status = bma_corpus_run(store, run, session, workers(values), values->again, &watch, &counts, &error);
    if (told->terminal)
        fputc('\n', stderr);
    if (status != BMA_OK)
        return cli_fail(&error);
    return outcome(&counts);
}

static void tell_stop(const struct told *told)
{
    bool streams = told->csv.path != NULL || told->jsonl.path != NULL;

    cli_say("stopped after %" PRIu64 " of %" PRIu64 " agreements; the same command goes on from here%s",
            told->passed, told->total, streams ? ", and writes --csv and --jsonl from their beginning" : "");
}

static int with_streams(const struct cli_values *values, struct bma_store *store,
                        const struct bma_session *session)
{
    struct told told = {.csv = {.path = values->csv, .whole.descriptor = -1},
                        .jsonl = {.path = values->jsonl, .whole.descriptor = -1},
                        .terminal = !values->quiet && isatty(STDERR_FILENO)};
    bool csv = open_stream(&told.csv), jsonl = open_stream(&told.jsonl);
    int result = csv && jsonl ? weigh(values, store, session, &told) : CLI_EXIT_ERROR;
    bool whole = result != CLI_EXIT_ERROR && atomic_load(&stopped) == 0;

    csv = close_stream(&told.csv, whole);
    jsonl = close_stream(&told.jsonl, whole);
    if (atomic_load(&stopped) != 0)
        tell_stop(&told);
    return csv && jsonl ? result : CLI_EXIT_ERROR;
}

/* Ends as the signal would have ended it, so that whoever started the program sees that. */
static int end_of(int result)
{
    int number = atomic_load(&stopped);

    if (number == 0)
        return result;
    raise(number);
    return 128 + number;
}

int cli_corpus(const struct cli_values *values, char **arguments, int count)
{
    struct bma_metadata metadata = {.path = NULL}; /* released unread where there is none */
    struct bma_store *store = NULL;
    struct bma_session session;
    struct bma_shard shard;
    struct bma_error error;
    int result = CLI_EXIT_ERROR;

    if (count == 0 || values->database == NULL) {
        cli_say("corpus needs %s; 'bma help corpus' has examples",
                count == 0 ? "at least one folder, list or file" : "--db FILE");
        return CLI_EXIT_ERROR;
    }
    if (!read_shard(values->shard, &shard) || !all_there(arguments, count))
        return CLI_EXIT_ERROR;
    if (values->prune && shard.parts > 1) {
        cli_say(
            "--prune needs to know of every draft, and --shard names a part of them; prune without --shard");
        return CLI_EXIT_ERROR;
    }
    if (!cli_session_open(&session, values->pack, values->profile, &error))
        return cli_fail(&error);
    if (bma_store_open(values->database, BMA_STORE_WRITE, &store, &error) != BMA_OK ||
        fill_queue(store, &shard, arguments, count, &error) != BMA_OK ||
        read_metadata(values, &shard, store, &metadata, &error) != BMA_OK) {
        result = cli_fail(&error);
    } else {
        session.metadata = values->metadata != NULL ? &metadata : NULL;
        catch_signals();
        result = with_streams(values, store, &session);
    }
    bma_store_close(store);
    bma_session_close(&session);
    bma_metadata_release(&metadata);
    return end_of(result);
}

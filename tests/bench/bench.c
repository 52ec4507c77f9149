/*
 * Where the time goes: the stages of the line over a folder of drafts, one core.
 *
 *   bma_bench PACK FOLDER
 *
 * The whole line is run over all drafts, a stage's time being its own, and beside it what the line does
 * not do alone: to tokenise and to scan.  CPU time of the process, best of three rounds.  Prints one line per
 * stage: name, seconds, MB/s, drafts/s. Drafts are read from disk one by one, so that the memory is that of
 * one worker; what is resident after 100 drafts and after all of them shows whether anything of a draft is
 * kept.
 */
#include "base/file.h"
#include "base/memory.h"
#include "corpus/run.h"
#include "language/annotator.h"
#include "readers/reader.h"
#include "reports/report.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { ROUNDS = 3, FIRST_DRAFTS = 100 };

struct draft {
    char *path;
    char *bytes;
    size_t length;
};

struct bench {
    struct bma_session session;
    struct draft *drafts;
    size_t count, capacity, bytes;
    long first_kib; /* resident after FIRST_DRAFTS */
    struct bma_error error;
};

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void check(struct bench *bench, enum bma_status status)
{
    char text[BMA_ERROR_MESSAGE_SIZE + BMA_ERROR_FILE_SIZE];
    if (status == BMA_OK)
        return;
    bma_error_format(&bench->error, text, sizeof text);
    fprintf(stderr, "bench: %s\n", text);
    exit(2);
}

static int by_path(const void *left, const void *right)
{
    return strcmp(((const struct draft *)left)->path, ((const struct draft *)right)->path);
}

static void load(struct bench *bench, const char *folder)
{
    DIR *listing = opendir(folder);
    struct dirent *entry;
    while (listing != NULL && (entry = readdir(listing)) != NULL) {
        struct draft draft = {0};
        if (entry->d_name[0] == '.')
            continue;
        if (bma_grow(&bench->drafts, &bench->capacity, bench->count + 1, sizeof draft) != 0)
            exit(2);
        draft.path = bma_path_join(folder, entry->d_name);
        bench->drafts[bench->count++] = draft;
    }
    if (listing != NULL)
        closedir(listing);
    if (bench->count > 0)
        qsort(bench->drafts, bench->count, sizeof *bench->drafts, by_path);
}

static struct bma_document *read_draft(struct bench *bench, const struct draft *draft)
{
    struct bma_document *document;
    check(bench,
          bma_read_document(draft->path, draft->bytes, draft->length,
                            bma_lexicon_conventions(bench->session.pack->lexicon), &document, &bench->error));
    return document;
}

enum stage { READ, TOKENISE, SCAN, ANNOTATE, RULES, REPORT, STAGES };
static const char *const NAMES[STAGES] = {
    "read",  "tokenise alone",  "scan (tokens and phrases)", "annotate (scan and features)",
    "rules", "score and report"};

static struct bma_document *open_draft(struct bench *bench, struct draft *draft)
{
    check(bench,
          bma_file_read(draft->path, BMA_DOCUMENT_MAX_BYTES, &draft->bytes, &draft->length, &bench->error));
    return read_draft(bench, draft);
}

static void close_draft(struct draft *draft, struct bma_document *document, struct bma_arena *arena)
{
    bma_document_free(document);
    bma_free(draft->bytes);
    draft->bytes = NULL;
    bma_arena_reset(arena);
}

/* The stage's time since `*at`, which becomes now. */
static void lap(double *seconds, enum stage stage, double *at)
{
    double time = now();
    seconds[stage] += time - *at;
    *at = time;
}

/* The whole line for one draft; seconds[stage] gains the time of each stage. */
static void run_line(struct bench *bench, struct draft *draft, struct bma_arena *arena, double *seconds)
{
    struct bma_case agreement = {.path = draft->path};
    struct bma_annotated text;
    struct bma_findings findings;
    struct bma_scorecard card;
    const struct bma_scorecard *cards[] = {&card};
    const struct bma_report_options options = {.width = 80};
    struct bma_buffer out;
    double at = now();

    bma_buffer_init(&out);
    agreement.document = open_draft(bench, draft);
    lap(seconds, READ, &at);
    check(bench, bma_annotate(bench->session.annotator, agreement.document, arena, &text, &bench->error));
    lap(seconds, ANNOTATE, &at);
    check(bench, bma_host_run(bench->session.host, &text, &agreement, arena, &findings, &bench->error));
    lap(seconds, RULES, &at);
    check(bench, bma_scorecard_make(bench->session.scoring, bench->session.pack, &agreement, &text, &findings,
                                    NULL, arena, &card, &bench->error));
    bma_report_find("json")->write(cards, 1, &options, &out);
    lap(seconds, REPORT, &at);
    bma_buffer_release(&out);
    close_draft(draft, agreement.document, arena);
}

/* What the line does not do by itself; in a round of its own, so that neither finds in the caches what the
 * other left. */
static void run_parts(struct bench *bench, struct draft *draft, struct bma_arena *arena, double *seconds)
{
    struct bma_annotated text;
    struct bma_document *document = open_draft(bench, draft);
    double at = now();

    check(bench, bma_tokenise_only(bench->session.annotator, document, &bench->error));
    lap(seconds, TOKENISE, &at);
    check(bench, bma_scan_only(bench->session.annotator, document, arena, &text, &bench->error));
    lap(seconds, SCAN, &at);
    close_draft(draft, document, arena);
}

static void print(const struct bench *bench, const char *name, double seconds)
{
    printf("%-30s %8.3f s %9.1f MB/s %9.0f drafts/s\n", name, seconds, (double)bench->bytes / 1e6 / seconds,
           (double)bench->count / seconds);
}

/* Resident memory of the process, or 0 where the system does not tell. */
static long resident_kib(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (file == NULL)
        return 0;
    if (fscanf(file, "%*s %ld", &pages) != 1)
        pages = 0;
    fclose(file);
    return pages * (sysconf(_SC_PAGESIZE) / 1024);
}

static void run_round(struct bench *bench, bool is_first, struct bma_arena *arena, double *seconds)
{
    for (size_t i = 0; i < bench->count; i++)
        run_parts(bench, &bench->drafts[i], arena, seconds);
    for (size_t i = 0; i < bench->count; i++) {
        run_line(bench, &bench->drafts[i], arena, seconds);
        if (!is_first)
            continue;
        bench->bytes += bench->drafts[i].length;
        if (i + 1 == FIRST_DRAFTS)
            bench->first_kib = resident_kib();
    }
}

static void run(struct bench *bench)
{
    double best[STAGES], line = 0;
    struct bma_arena arena;
    struct rusage usage;

    bma_arena_init(&arena);
    for (int round = 0; round < ROUNDS; round++) {
        double seconds[STAGES] = {0};
        run_round(bench, round == 0, &arena, seconds);
        for (int stage = 0; stage < STAGES; stage++)
            if (round == 0 || seconds[stage] < best[stage])
                best[stage] = seconds[stage];
    }
    bma_arena_release(&arena);
    for (int stage = 0; stage < STAGES; stage++)
        print(bench, NAMES[stage], best[stage]);
    line = best[READ] + best[ANNOTATE] + best[RULES] + best[REPORT];
    print(bench, "whole line", line);
    printf("scan reaches %.0f %% of tokenise alone; rules and report take %.0f %% of the line\n",
           100 * best[TOKENISE] / best[SCAN], 100 * (best[RULES] + best[REPORT]) / line);
    getrusage(RUSAGE_SELF, &usage);
    printf("peak memory %ld KiB", usage.ru_maxrss);
    if (bench->first_kib != 0)
        printf("; resident after %d drafts %ld KiB, after %zu %ld KiB", FIRST_DRAFTS, bench->first_kib,
               bench->count * ROUNDS * 2, resident_kib());
    printf("\n%zu drafts, %.1f MB\n", bench->count, (double)bench->bytes / 1e6);
}

int main(int argc, char **argv)
{
    struct bench bench = {.count = 0};
    if (argc != 3) {
        fprintf(stderr, "usage: bma_bench PACK FOLDER\n");
        return 2;
    }
    double start = now();
    check(&bench, bma_session_open(&bench.session, argv[1], NULL, NULL, &bench.error));
    printf("%-30s %8.3f s\n", "load the pack", now() - start);
    load(&bench, argv[2]);
    if (bench.count > 0)
        run(&bench);
    for (size_t i = 0; i < bench.count; i++)
        bma_free(bench.drafts[i].path);
    bma_free(bench.drafts);
    bma_session_close(&bench.session);
    return 0;
}

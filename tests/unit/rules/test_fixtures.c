/*
 * Runs every case under fixtures/rules/<ID>/ and fixtures/wordings/<ID>/ (format:
 * docs/writing-rules.md, section 4) through the pack of this source tree and
 * compares level and contradiction.  With an argument, only the folders whose name
 * begins with it:
 *
 *     unit_rules_fixtures HR-5
 *
 * Prints each wrong case as "file:line: name: expected 3, got 2 (reason)" and
 * exits 1 when there is one.  A case that says `known: 2` beside `expect: 3` is a
 * gap that we know of: it is wrong in the figures, but only a surprise when it is
 * neither 2 nor, at last, 3.  The figures over all cases come last: F1 of presence
 * (level ≥ 1), commitment (≥ 2) and contradiction, and the kappa of the level with
 * quadratic weights (Cohen 1968).  Cases under fixtures/taught/<ID>/ teach likeness and hold no rule to
 * anything: they have figures of their own.  Not a cmocka program: its cases are files.
 */
#include "base/file.h"
#include "base/memory.h"
#include "language/annotated.h"
#include "learning/cases.h"
#include "readers/reader.h"
#include "rules/host.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES_MAX = 4096 };

/* True and false positives, false negatives. */
struct counts {
    unsigned hit, extra, missed;
};

enum { LEVELS = 5 };

struct figures {
    struct counts presence, commitment, contradiction;
    unsigned levels[LEVELS][LEVELS]; /* expected × got */
};

struct runner {
    struct figures figures;
    struct bma_pack *pack;
    struct bma_host *host;
    struct bma_annotator *annotator;
    struct bma_arena arena;
    unsigned cases, wrong, gaps;
    bool held; /* rules are held to the cases */
    const char *only;
    const char *file; /* whose cases are run */
};

static void complain(struct runner *runner, const struct bma_labelled *fixture, const char *message)
{
    printf("%s:%u: %s: %s\n", runner->file, fixture->line, fixture->name, message);
    runner->wrong++;
}

static const char *show(char *out, size_t size, int level, bool contradicted)
{
    if (level < 0)
        snprintf(out, size, "na");
    else
        snprintf(out, size, "%d%s", level, contradicted ? " x" : "");
    return out;
}

static void count(struct counts *counts, bool wanted, bool got)
{
    counts->hit += wanted && got;
    counts->extra += got && !wanted;
    counts->missed += wanted && !got;
}

static void measure(struct figures *figures, const struct bma_labelled *fixture, int level, bool contradicted)
{
    int got = level < 0 ? 0 : level;

    if (fixture->level < 0)
        return;
    figures->levels[fixture->level][got]++;
    count(&figures->presence, fixture->level >= 1, got >= 1);
    count(&figures->commitment, fixture->level >= 2, got >= 2);
    count(&figures->contradiction, fixture->contradicted, contradicted);
}

static double f1(const struct counts *counts)
{
    unsigned all = 2 * counts->hit + counts->extra + counts->missed;

    return all == 0 ? 1.0 : 2.0 * counts->hit / all;
}

static double weighted_kappa(unsigned levels[LEVELS][LEVELS])
{
    double row[LEVELS] = {0}, column[LEVELS] = {0}, all = 0, seen = 0, chance = 0;

    for (int i = 0; i < LEVELS; i++) {
        for (int j = 0; j < LEVELS; j++) {
            row[i] += levels[i][j];
            column[j] += levels[i][j];
            all += levels[i][j];
        }
    }
    for (int i = 0; i < LEVELS; i++) {
        for (int j = 0; j < LEVELS; j++) {
            seen += (i - j) * (i - j) * (double)levels[i][j];
            chance += (i - j) * (i - j) * row[i] * column[j] / all;
        }
    }
    return chance > 0 ? 1 - seen / chance : 1;
}

static bool is_known_gap(struct runner *runner, const struct bma_labelled *fixture, int level,
                         bool contradicted)
{
    if (!fixture->gap || level != fixture->known_level || contradicted != fixture->known_contradicted)
        return false;
    runner->gaps++;
    return true;
}

/* Rules are held to what their queries find: likeness is learned from these very cases. */
static void compare(struct runner *runner, const struct bma_labelled *fixture,
                    const struct bma_finding *finding)
{
    char wanted[16], got[16], message[2000];
    bool contradicted = bma_certainly_contradicted(finding);
    int level = finding->status == BMA_FINDING_NOT_APPLICABLE ? -1 : bma_certain_level(finding);

    if (finding->status == BMA_FINDING_ERROR) {
        snprintf(message, sizeof message, "the rule failed at %s:%u: %s",
                 finding->error_file ? finding->error_file : "", finding->error_line, finding->error);
        complain(runner, fixture, message);
        return;
    }
    measure(&runner->figures, fixture, level, contradicted);
    if (!runner->held)
        return;
    if (finding->status != BMA_FINDING_UNDECIDED && level == fixture->level &&
        contradicted == fixture->contradicted) {
        if (fixture->gap)
            complain(runner, fixture, "is as expected now: take its 'known:' line out");
        return;
    }
    if (is_known_gap(runner, fixture, level, contradicted))
        return;
    show(wanted, sizeof wanted, fixture->level, fixture->contradicted);
    show(got, sizeof got, level, contradicted);
    snprintf(message, sizeof message, "expected %s, got %s (%s)", wanted,
             finding->status == BMA_FINDING_UNDECIDED ? "undecided" : got, finding->reason);
    complain(runner, fixture, message);
}

/* A clause that answers nothing: no rule may find anything in it. */
static void compare_none(struct runner *runner, const struct bma_labelled *fixture,
                         const struct bma_findings *findings)
{
    for (uint32_t i = 0; i < findings->count; i++) {
        const struct bma_finding *finding = &findings->items[i];
        bool found = bma_certain_level(finding) > BMA_LEVEL_ABSENT || bma_certainly_contradicted(finding);
        bool known = bma_labelled_lists(fixture->found, finding->criterion);
        char message[2000];

        runner->gaps += found && known;
        if (found == known || bma_labelled_lists(fixture->except, finding->criterion))
            continue;
        if (found)
            snprintf(message, sizeof message, "answers nothing, but %s finds it: %s", finding->criterion,
                     finding->reason);
        else
            snprintf(message, sizeof message, "%s finds nothing now: take it out of 'found:'",
                     finding->criterion);
        complain(runner, fixture, message);
    }
}

static void run_case(struct runner *runner, const struct bma_labelled *fixture, uint32_t rule)
{
    struct bma_error error = {.status = BMA_OK};
    struct bma_case agreement = {.path = runner->file, .instrument = fixture->instrument};
    struct bma_fact facts[BMA_CASE_FACTS];
    struct bma_annotated text;
    struct bma_findings findings;
    struct bma_document *document = NULL;
    enum bma_status status =
        bma_read_document("case.txt", fixture->text, fixture->length,
                          bma_lexicon_conventions(runner->pack->lexicon), &document, &error);

    memcpy(facts, fixture->facts, sizeof facts);
    agreement.facts = facts;
    agreement.fact_count = fixture->fact_count;
    agreement.document = document;
    runner->cases++;
    bma_arena_reset(&runner->arena);
    if (status == BMA_OK)
        status = bma_annotate(runner->annotator, document, &runner->arena, &text, &error);
    if (status == BMA_OK)
        status = bma_host_run(runner->host, &text, &agreement, &runner->arena, &findings, &error);
    if (status == BMA_OK && rule == BMA_NONE)
        compare_none(runner, fixture, &findings);
    else if (status == BMA_OK)
        compare(runner, fixture, &findings.items[rule]);
    else
        complain(runner, fixture, error.message);
    bma_document_free(document);
}

static void run_file(struct runner *runner, const char *file, uint32_t rule)
{
    struct bma_error error;
    struct bma_cases cases;
    struct bma_labelled fixture;
    char *bytes = NULL;
    size_t length;
    unsigned before = runner->cases;
    bool found = true;
    enum bma_status status = bma_file_read(file, BMA_CASE_FILE_BYTES, &bytes, &length, &error);

    runner->file = file;
    bma_cases_begin(&cases, file, bytes);
    while (status == BMA_OK && (status = bma_cases_next(&cases, &fixture, &found, &error)) == BMA_OK && found)
        run_case(runner, &fixture, rule);
    if (status != BMA_OK) {
        printf("%s:%u: %s\n", file, (unsigned)error.line, error.message);
        runner->wrong++;
    }
    if (runner->cases == before) {
        printf("%s: there is no case in it\n", file);
        runner->wrong++;
    }
    bma_free(bytes);
}

static int is_visible(const struct dirent *entry)
{
    return entry->d_name[0] != '.';
}

static void run_folder(struct runner *runner, const char *folder, const char *criterion)
{
    uint32_t rule = bma_pack_find_rule(runner->pack, criterion);
    bool ready = rule != BMA_NONE || strcmp(criterion, BMA_CASES_OF_NONE) == 0;
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_visible, alphasort);

    if (!ready)
        printf("%s: no rule yet, its cases wait\n", criterion);
    for (int i = 0; i < count; i++) {
        size_t length = strlen(entries[i]->d_name);
        char path[1400];

        snprintf(path, sizeof path, "%s/%s", folder, entries[i]->d_name);
        if (ready && length > 4 && strcmp(entries[i]->d_name + length - 4, ".txt") == 0)
            run_file(runner, path, rule);
        free(entries[i]);
    }
    free(entries);
}

static void run_folders(struct runner *runner, const char *above)
{
    struct dirent **entries = NULL;
    int count = scandir(above, &entries, is_visible, alphasort);

    for (int i = 0; i < count; i++) {
        char path[1024];

        snprintf(path, sizeof path, "%s/%s", above, entries[i]->d_name);
        if (!runner->only || strncmp(entries[i]->d_name, runner->only, strlen(runner->only)) == 0)
            run_folder(runner, path, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
}

static void print_figures(struct runner *runner, const char *which)
{
    struct figures *figures = &runner->figures;
    unsigned exact = 0, all = 0;

    for (int i = 0; i < LEVELS; i++) {
        for (int j = 0; j < LEVELS; j++) {
            all += figures->levels[i][j];
            exact += i == j ? figures->levels[i][j] : 0;
        }
    }
    printf("%s: %u cases, %u wrong, %u known gaps\n", which, runner->cases, runner->wrong, runner->gaps);
    if (all > 0)
        printf("presence F1 %.3f  commitment F1 %.3f  QWK %.3f  exact %.3f  contradiction F1 %.3f  n=%u\n",
               f1(&figures->presence), f1(&figures->commitment), weighted_kappa(figures->levels),
               (double)exact / all, f1(&figures->contradiction), all);
}

int main(int argc, char **argv)
{
    struct runner runner = {.only = argc > 1 ? argv[1] : NULL};
    struct bma_error error = {.status = BMA_OK};
    char place[1200];

    bma_arena_init(&runner.arena);
    if (bma_pack_load(BMA_SOURCE_DIR "/rules/m4md-2011", NULL, &runner.pack, &error) == BMA_OK &&
        bma_host_new(runner.pack, NULL, &runner.host, &error) == BMA_OK &&
        bma_annotator_new(runner.pack->lexicon, &runner.annotator, &error) == BMA_OK) {
        runner.held = true;
        run_folders(&runner, BMA_FIXTURES "/rules");
        run_folders(&runner, BMA_FIXTURES "/wordings");
        runner.wrong += runner.only && runner.cases == 0; /* a name that fits nothing is a mistake */
        print_figures(&runner, "rules are held to");
        runner.held = false;
        runner.figures = (struct figures){.presence = {0}};
        runner.cases = runner.gaps = 0;
        run_folders(&runner, BMA_FIXTURES "/taught");
        print_figures(&runner, "likeness is taught by");
    } else {
        bma_error_format(&error, place, sizeof place);
        printf("%s\n", place);
        runner.wrong++;
    }
    bma_annotator_free(runner.annotator);
    bma_host_free(runner.host);
    bma_pack_free(runner.pack);
    bma_arena_release(&runner.arena);
    return runner.wrong > 0 ? 1 : 0;
}

/* bma check: every file is weighed before anything is written. */
#include "cli/cli.h"

#include "base/memory.h"
#include "cli/lines.h"
#include "cli/outputs.h"
#include "cli/review.h"

#include <string.h>

static void say_fault(const struct bma_check *check, const struct bma_finding *finding)
{
    struct bma_buffer fault;

    bma_buffer_init(&fault);
    bma_finding_fault(finding, &fault);
    cli_say("%s: rule %s failed: %s", check->agreement->path, finding->criterion,
            fault.failed ? "memory ran out" : fault.bytes);
    bma_buffer_release(&fault);
}

static int judge(const struct cli_values *values, const struct bma_check *checks, int count)
{
    int result = CLI_EXIT_OK;

    for (int i = 0; i < count; i++)
        if (result == CLI_EXIT_OK && cli_is_below(values, &checks[i].card))
            result = CLI_EXIT_BELOW;
    for (int i = 0; i < count; i++)
        for (uint32_t k = 0; k < checks[i].findings.count; k++) {
            const struct bma_finding *finding = &checks[i].findings.items[k];
            if (finding->status != BMA_FINDING_ERROR)
                continue;
            say_fault(&checks[i], finding);
            result = CLI_EXIT_RULE;
        }
    return result;
}

static bool write_reports(struct cli_outputs *outputs, const struct cli_values *values,
                          const struct bma_check *checks, int count)
{
    const struct bma_scorecard **cards = bma_calloc((size_t)count, sizeof *cards);
    bool done = false;

    for (int i = 0; cards != NULL && i < count; i++)
        cards[i] = &checks[i].card;
    if (cards == NULL)
        cli_say("memory ran out while the report was written");
    else
        done = cli_outputs_write(outputs, values, cards, (size_t)count);
    bma_free(cards);
    return done;
}

/* The cards' shortfalls, for --baseline of later runs. */
static bool write_baseline(const struct cli_values *values, const struct bma_check *checks, int count)
{
    const struct bma_scorecard **cards = bma_calloc((size_t)count, sizeof *cards);
    struct bma_buffer out;
    bool done = false;

    bma_buffer_init(&out);
    for (int i = 0; cards != NULL && i < count; i++)
        cards[i] = &checks[i].card;
    if (cards != NULL)
        bma_baseline_report(cards, (size_t)count, &out);
    if (cards == NULL || out.failed)
        cli_say("memory ran out while the baseline was written");
    else
        done = cli_write(values->write_baseline, out.bytes, out.length);
    bma_buffer_release(&out);
    bma_free(cards);
    return done;
}

/* All files, so that one run names every file that cannot be read. */
static int check_all(struct bma_session *session, char **files, int count, struct bma_check *checks)
{
    int result = CLI_EXIT_OK;

    for (int i = 0; i < count; i++) {
        struct bma_error error;
        bma_check_init(&checks[i]);
        if (bma_session_check(session, files[i], &checks[i], &error) != BMA_OK)
            result = cli_fail(&error);
    }
    return result;
}

/* Reads and weighs all files, then writes, then judges. */
static int weigh(const struct cli_values *values, struct cli_outputs *outputs, struct bma_session *session,
                 char **files, int count)
{
    struct bma_check *checks = bma_calloc((size_t)count, sizeof *checks);
    struct bma_error error;
    int result;

    if (checks == NULL) {
        bma_error_memory(&error);
        return cli_fail(&error);
    }
    result = check_all(session, files, count, checks);
    if (result == CLI_EXIT_OK && !write_reports(outputs, values, checks, count))
        result = CLI_EXIT_ERROR;
    if (result == CLI_EXIT_OK && values->write_baseline != NULL && !write_baseline(values, checks, count))
        result = CLI_EXIT_ERROR;
    if (result == CLI_EXIT_OK)
        result = judge(values, checks, count);
    for (int i = 0; i < count; i++)
        bma_check_release(&checks[i]);
    bma_free(checks);
    return result;
}

/* ---- what is asked ---- */

enum { REPORTS = 1, TEXT = 2, SARIF = 4, PRINTS = 8, CODED = 16, WAIVED = 32 };

#define LINE "with --jsonl, which answers every line with one"

static const struct cli_effect effects[] = {
    {offsetof(struct cli_values, formats), REPORTS, LINE},
    {offsetof(struct cli_values, outputs), REPORTS, LINE},
    {offsetof(struct cli_values, write_baseline), REPORTS, LINE},
    {offsetof(struct cli_values, passes), SARIF, "without --format sarif"},
    {offsetof(struct cli_values, verbose), TEXT, "without --format text"},
    {offsetof(struct cli_values, width), TEXT, "without --format text"},
    {offsetof(struct cli_values, color), TEXT, "without --format text"},
    {offsetof(struct cli_values, quiet), PRINTS, "where no report goes to standard output"},
    {offsetof(struct cli_values, voice), CODED, "on bare drafts: a coder's levels stand in a case file"},
    {offsetof(struct cli_values, today), WAIVED, "without waivers: give a case file or --waivers"},
    {0, 0, NULL},
};

static unsigned modes_of(const struct cli_values *values, const struct cli_outputs *outputs, char **files,
                         int count)
{
    unsigned modes = REPORTS;

    for (int i = 0; i < outputs->count; i++)
        modes |= cli_is_standard_output(outputs->items[i].file) ? PRINTS : 0u;
    modes |= cli_outputs_have(outputs, "text") ? TEXT : 0u;
    modes |= cli_outputs_have(outputs, "sarif") ? SARIF : 0u;
    modes |= cli_any_case_file(files, count) ? CODED | WAIVED : 0u;
    return modes | (values->waivers != NULL ? WAIVED : 0u);
}

/* --jsonl: the requests name the drafts, and every answer is a line of JSON. */
static int check_requests(const struct cli_values *values, int count)
{
    struct bma_session session;
    struct cli_review review;
    struct bma_error error;
    int result;

    if (count > 0) {
        cli_say("check takes no files beside --jsonl, whose lines name them");
        return CLI_EXIT_ERROR;
    }
    /* A line may name a case file. */
    if (!cli_options_matter(cli_check_options, values, effects, CODED | WAIVED))
        return CLI_EXIT_ERROR;
    if (!cli_session_open(&session, values->pack, values->profile, &error))
        return cli_fail(&error);
    result = cli_review_open(values, &session, &review);
    session.review = &review.review;
    if (result == CLI_EXIT_OK)
        result = cli_check_lines(values, &session, &review, values->requests);
    cli_review_close(&review);
    bma_session_close(&session);
    return result;
}

int cli_check(const struct cli_values *values, char **arguments, int count)
{
    struct cli_outputs outputs;
    struct bma_session session;
    struct cli_review review;
    struct bma_error error;
    int result;

    if (values->requests != NULL)
        return check_requests(values, count);
    if (count == 0) {
        cli_say("check needs at least one draft or case file; 'bma help check' has examples");
        return CLI_EXIT_ERROR;
    }
    if (!cli_outputs_read(values, &outputs) ||
        !cli_options_matter(cli_check_options, values, effects, modes_of(values, &outputs, arguments, count)))
        return CLI_EXIT_ERROR;
    if (!cli_session_open(&session, values->pack, values->profile, &error))
        return cli_fail(&error);
    result = cli_review_open(values, &session, &review);
    review.review.alone = count == 1;
    session.review = &review.review;
    for (int i = 0; result == CLI_EXIT_OK && i < count; i++)
        cli_review_say_uncovered(&review, arguments[i]);
    if (result == CLI_EXIT_OK)
        result = weigh(values, &outputs, &session, arguments, count);
    cli_review_close(&review);
    bma_session_close(&session);
    return result;
}

/* bma check: every file is weighed before anything is written. */
#include "cli/cli.h"

#include "base/memory.h"
#include "corpus/run.h"
#include "reports/report.h"

#include <math.h>
#include <string.h>

/* An option that could have no effect is a mistake, and said to be one. */
static bool sensible(const struct cli_values *values, const struct bma_report *report, int count)
{
    if (count == 0) {
        cli_say("check needs at least one draft or case file; 'bma help check' has examples");
        return false;
    }
    if (report == NULL) {
        cli_say("there is no format '%s'; there are text and json", values->format);
        return false;
    }
    if (strcmp(report->name, "text") != 0 && (values->verbose || values->width > 0 || values->color != 0)) {
        cli_say("--verbose, --width and --color have no effect on --format %s", report->name);
        return false;
    }
    return true;
}

static bool below(const struct cli_values *values, const struct bma_scorecard *card)
{
    if (values->min_score >= 0 && !(card->overall.value >= values->min_score))
        return true;
    for (uint32_t i = 0; values->fail_level >= 0 && i < card->findings->count; i++) {
        const struct bma_finding *finding = &card->findings->items[i];
        if (finding->status == BMA_FINDING_NOT_APPLICABLE)
            continue;
        if (finding->status != BMA_FINDING_DECIDED || finding->contradicted ||
            finding->level < values->fail_level + BMA_LEVEL_MENTIONED)
            return true;
    }
    return false;
}

static int judge(const struct cli_values *values, const struct bma_check *checks, int count)
{
    int result = CLI_EXIT_OK;

    for (int i = 0; i < count; i++)
        if (result == CLI_EXIT_OK && below(values, &checks[i].card))
            result = CLI_EXIT_BELOW;
    for (int i = 0; i < count; i++)
        for (uint32_t k = 0; k < checks[i].findings.count; k++) {
            const struct bma_finding *finding = &checks[i].findings.items[k];
            if (finding->status != BMA_FINDING_ERROR)
                continue;
            cli_say("%s: rule %s failed: %s:%u: %s", checks[i].agreement->path, finding->criterion,
                    finding->error_file, (unsigned)finding->error_line, finding->error);
            result = CLI_EXIT_RULE;
        }
    return result;
}

static bool write_report(const struct cli_values *values, const struct bma_report *report,
                         const struct bma_check *checks, int count)
{
    const struct bma_report_options options = {
        .width = cli_width(values), .color = cli_wants_color(values), .verbose = values->verbose};
    const struct bma_scorecard **cards = bma_calloc((size_t)count, sizeof *cards);
    struct bma_buffer out;
    bool done = false;

    bma_buffer_init(&out);
    for (int i = 0; cards != NULL && i < count; i++)
        cards[i] = &checks[i].card;
    if (cards != NULL)
        report->write(cards, (size_t)count, &options, &out);
    if (cards == NULL || out.failed)
        cli_say("memory ran out while the report was written");
    else
        done = cli_write(values->output, out.bytes, out.length);
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

int cli_check(const struct cli_values *values, char **arguments, int count)
{
    const struct bma_report *report = bma_report_find(values->format != NULL ? values->format : "text");
    struct bma_session session;
    struct bma_check *checks;
    struct bma_error error;
    int result;

    if (!sensible(values, report, count))
        return CLI_EXIT_ERROR;
    if (bma_session_open(&session, values->pack, values->profile, &error) != BMA_OK)
        return cli_fail(&error);
    checks = bma_calloc((size_t)count, sizeof *checks);
    if (checks == NULL) {
        bma_session_close(&session);
        bma_error_memory(&error);
        return cli_fail(&error);
    }
    result = check_all(&session, arguments, count, checks);
    if (result == CLI_EXIT_OK)
        result = write_report(values, report, checks, count) ? judge(values, checks, count) : CLI_EXIT_ERROR;
    for (int i = 0; i < count; i++)
        bma_check_release(&checks[i]);
    bma_free(checks);
    bma_session_close(&session);
    return result;
}

/* bma diff: what a new version of a draft gained, lost, weakened or strengthened. */
#include "cli/cli.h"

#include "cli/review.h"
#include "reports/report.h"
#include "scoring/diff.h"

#include <string.h>

enum { TEXT = 1 };

static const struct cli_effect effects[] = {
    {offsetof(struct cli_values, width), TEXT, "without --format text"},
    {offsetof(struct cli_values, color), TEXT, "without --format text"},
    {0, 0, NULL},
};

static int write_diff(const struct cli_values *values, const struct bma_diff_report *report,
                      const struct bma_diff *diff)
{
    const struct bma_report_options options = {.width = cli_width(values), .color = cli_wants_color(values)};
    struct bma_buffer out;
    bool done = false;

    bma_buffer_init(&out);
    report->write(diff, &options, &out);
    if (out.failed)
        cli_say("memory ran out while the report was written");
    else
        done = cli_write(values->output, out.bytes, out.length);
    bma_buffer_release(&out);
    if (!done)
        return CLI_EXIT_ERROR;
    return values->fail_on != CLI_FAIL_ON_NOTHING &&
                   diff->counts[BMA_CHANGE_LOST] + diff->counts[BMA_CHANGE_WEAKENED] > 0
               ? CLI_EXIT_BELOW
               : CLI_EXIT_OK;
}

static int compare(const struct cli_values *values, const struct bma_diff_report *report,
                   struct bma_session *session, char **files)
{
    struct bma_check checks[2];
    struct bma_diff diff;
    struct bma_error error;
    int result = CLI_EXIT_OK;

    for (int i = 0; i < 2; i++) {
        bma_check_init(&checks[i]);
        if (bma_session_check(session, files[i], &checks[i], &error) != BMA_OK)
            result = cli_fail(&error);
    }
    if (result == CLI_EXIT_OK &&
        bma_diff_make(&checks[0].card, &checks[1].card, &checks[1].arena, &diff, &error) != BMA_OK)
        result = cli_fail(&error);
    if (result == CLI_EXIT_OK)
        result = write_diff(values, report, &diff);
    if (result <= CLI_EXIT_BELOW && checks[0].card.errors + checks[1].card.errors > 0) {
        cli_say("a rule failed; 'bma check' says which");
        result = CLI_EXIT_RULE;
    }
    bma_check_release(&checks[0]);
    bma_check_release(&checks[1]);
    return result;
}

int cli_diff(const struct cli_values *values, char **arguments, int count)
{
    const struct bma_diff_report *report =
        bma_diff_report_find(values->format != NULL ? values->format : "text");
    struct bma_session session;
    struct bma_error error;
    int result;

    if (count != 2) {
        cli_say("diff takes two versions of a draft: the old one and the new one");
        return CLI_EXIT_ERROR;
    }
    if (!cli_options_matter(cli_diff_options, values, effects, strcmp(report->name, "text") == 0 ? TEXT : 0u))
        return CLI_EXIT_ERROR;
    if (!cli_session_open(&session, values->pack, values->profile, &error))
        return cli_fail(&error);
    result = compare(values, report, &session, arguments);
    bma_session_close(&session);
    return result;
}

/* Which reports were asked for, and where each goes; private to this room. */
#ifndef BMA_CLI_OUTPUTS_H
#define BMA_CLI_OUTPUTS_H

#include "cli/cli.h"
#include "reports/report.h"

struct cli_output {
    const struct bma_report *report;
    const char *file; /* NULL: standard output */
    struct bma_buffer bytes;
};

struct cli_outputs {
    struct cli_output items[CLI_LIST_MOST];
    int count;
};

/*
 * Pairs each --format with its --output; no --format means text.  False, after saying why, where
 * they do not go together, or two documents would go to standard output.
 */
bool cli_outputs_read(const struct cli_values *values, struct cli_outputs *outputs);

/*
 * The file that a word of --output names: what follows the name of a format and '=', *length being that of
 * the format's name, or else the word as it stands.
 */
const char *cli_output_file(const char *word, size_t *length);

/* Whether the report of that name is asked for. */
bool cli_outputs_have(const struct cli_outputs *outputs, const char *format);

/*
 * Makes all the reports before the first is written: files, then standard output.  False after
 * saying why not.
 */
bool cli_outputs_write(struct cli_outputs *outputs, const struct cli_values *values,
                       const struct bma_scorecard *const *cards, size_t count);

#endif

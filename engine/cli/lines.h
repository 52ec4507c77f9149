/* bma check --jsonl: a line of JSON in, a line of JSON out; private to this room. */
#ifndef BMA_CLI_LINES_H
#define BMA_CLI_LINES_H

#include "cli/review.h"
#include "corpus/run.h"

/*
 * Reads requests from the file ("-": standard input), {"path": …} or {"text": …} one a line, and
 * writes a line for each, in their order, as soon as it is known.  Returns the exit code.
 */
int cli_check_lines(const struct cli_values *values, struct bma_session *session,
                    const struct cli_review *review, const char *file);

#endif

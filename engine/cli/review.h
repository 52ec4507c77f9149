/* The review that options ask for; it lives as long as the cards made with it. */
#ifndef BMA_CLI_REVIEW_H
#define BMA_CLI_REVIEW_H

#include "cli/cli.h"
#include "corpus/run.h"
#include "scoring/baseline.h"
#include "scoring/scoring.h"

enum { CLI_DAY = 11 }; /* "YYYY-MM-DD" and the NUL */

struct cli_review {
    struct bma_review review;
    struct bma_case *waivers;
    struct bma_baseline *baseline;
    const char *baseline_file;
    char day[CLI_DAY];
};

/* Whether one of them is a case file, which may have waivers and a coder's levels. */
bool cli_any_case_file(char **files, int count);

/* Reads what the options name; returns the exit code.  In every case: cli_review_close(). */
int cli_review_open(const struct cli_values *values, const struct bma_session *session,
                    struct cli_review *out);
void cli_review_close(struct cli_review *review);

/* Says so where there is a baseline that does not have the draft. */
void cli_review_say_uncovered(const struct cli_review *review, const char *path);

/* Whether the card is below a threshold asked for. */
bool cli_is_below(const struct cli_values *values, const struct bma_scorecard *card);

#endif

/* Case files without a text: the levels that a coder gave, as findings. */
#ifndef BMA_CORPUS_CODED_CASE_H
#define BMA_CORPUS_CODED_CASE_H

#include "corpus/run.h"

/*
 * Makes findings and card of check->agreement from its `coded:` alone.  What the coder gave counts as
 * decided, what he left open as undecided; the other criteria are undecided, have `silent` for a reason, and
 * weigh nothing, so that the score is that of the criteria that were coded.  A criterion that the pack has
 * not is an INPUT error.  Of the session only pack, scoring and review are used.
 */
enum bma_status bma_coded_case_weigh(const struct bma_session *session, struct bma_check *check,
                                     const char *silent, struct bma_error *error);

#endif

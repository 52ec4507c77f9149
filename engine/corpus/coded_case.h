/* Case files without a text: the levels that a coder gave, as findings. */
#ifndef BMA_CORPUS_CODED_CASE_H
#define BMA_CORPUS_CODED_CASE_H

#include "corpus/run.h"

/*
 * Makes findings and card of check->agreement from its `coded:` alone.  What the coder gave counts as
 * decided, what he left open as undecided; the other criteria are undecided, say that nobody has looked, and
 * weigh nothing, so that the score is that of the criteria that were coded (as in an imported table,
 * corpus/coded.h).  A criterion that the pack has not is an INPUT error.
 */
enum bma_status bma_coded_case_weigh(const struct bma_session *session, struct bma_check *check,
                                     struct bma_error *error);

#endif

/*
 * Learns a pack's standing.csv (rules/standing.h): how what is known of a whole draft is weighed.
 *
 * Models know too well what they were learned from, so that their scores of those drafts tell nothing of how
 * far to trust them.  Drafts are dealt out to BMA_STANDING_PARTS parts: for each, the pack learns its models
 * anew from all cases and the drafts of the other parts, and weighs the drafts of the part.  One logistic
 * model is fitted to what was weighed of all of them for each side: whether a coder saw the criterion met at
 * level 2 or above, and whether something that works against it.
 */
#ifndef BMA_LEARNING_LEARN_STANDING_H
#define BMA_LEARNING_LEARN_STANDING_H

#include "base/buffer.h"
#include "base/error.h"

enum { BMA_STANDING_PARTS = 3 };

/* pack NULL: as bma_session_open() has it; folders as bma_examples_add() takes them.  Writes CSV; the same
 * folders give the same bytes. */
enum bma_status bma_learn_standing(const char *pack, char *const *folders, int count, struct bma_buffer *out,
                                   struct bma_error *error);

#endif

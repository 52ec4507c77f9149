/*
 * The two voices of likeness: what the linear models of a pack say of a clause, what its network says
 * (network.h), and both together, in hundredths of log odds.
 */
#ifndef BMA_RULES_VOICES_H
#define BMA_RULES_VOICES_H

#include "rules/likeness.h"

enum { BMA_SCORES_PER_MODEL = 2 };

/*
 * Of the clause, with its lead-ins and its heading: per model what both voices say, and behind that what the
 * kinder says, BMA_SCORES_PER_MODEL times the models in all.  Leaves the sum of its vectors in likely->sum,
 * its passage, and what windows give.
 */
void bma_voices_score(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                      int32_t *scores);

/* The terms of what a token tells, as many as are returned, as the pack numbers them. */
size_t bma_voices_terms(const struct bma_likeness *learned, const struct bma_telling *telling,
                        uint32_t out[BMA_TELLING_TERMS_MAX]);

/* What the network says of the clause that was scored last to the model; 0: the pack has none. */
int32_t bma_voices_network(struct bma_likely *likely, uint32_t model);

/* What those terms of the clause that was scored last weigh for the model, and how much less than of the
 * `whole` clause the network would say without them. */
int32_t bma_voices_weigh(struct bma_likely *likely, const uint32_t *terms, size_t count, uint32_t model,
                         int32_t whole);

#endif

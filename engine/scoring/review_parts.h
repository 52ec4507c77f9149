/* What a review adds to a card, step by step; private to this room. */
#ifndef BMA_SCORING_REVIEW_PARTS_H
#define BMA_SCORING_REVIEW_PARTS_H

#include "scoring/scoring.h"

/* Per finding what it counts as at its worst and at its best: one and the same unless two voices differ. */
struct bma_voices {
    const struct bma_judgement *low, *high;
};

/* Each returns false when memory is out. */

/* Sets card->voice, codings and judged. */
bool bma_voices_hear(const struct bma_review *review, struct bma_arena *arena, struct bma_scorecard *card,
                     struct bma_voices *out);
/* Sets card->waivers, waiver_uses and waiver_count; after card->judged and least. */
bool bma_waivers_apply(const struct bma_review *review, struct bma_arena *arena, struct bma_scorecard *card);
/* Sets card->baselined; after card->judged and least. */
bool bma_baseline_apply(const struct bma_review *review, struct bma_arena *arena, struct bma_scorecard *card);

#endif

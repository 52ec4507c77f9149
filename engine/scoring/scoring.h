/*
 * A profile of scoring.yaml: the numbers that turn findings into scores.
 * Immutable once loaded; shared by all workers.
 */
#ifndef BMA_SCORING_SCORING_H
#define BMA_SCORING_SCORING_H

#include "base/arena.h"
#include "scoring/scorecard.h"

enum { BMA_LEVEL_COUNT = BMA_LEVEL_OPERATIONAL + 1, BMA_MAX_GRADES = 12 };

/* Fates of a critical recommendation that may cap the grade. */
enum bma_cap { BMA_CAP_UNMET, BMA_CAP_CONTRADICTED, BMA_CAP_UNDECIDED, BMA_CAP_COUNT };

struct bma_grade {
    const char *name;
    double least; /* the score it takes, 0–100 */
};

struct bma_scoring {
    struct bma_arena arena;
    const char *file; /* that errors name: scoring.yaml, or a profile of one's own */
    const char *profile;
    double levels[BMA_LEVEL_COUNT];
    double contradicted;
    int met, undertaken;
    double weights[BMA_PRIORITY_CRITICAL + 1];
    double weight_none;
    struct bma_grade grades[BMA_MAX_GRADES]; /* best first; the last takes 0 */
    int grade_count;
    int caps[BMA_CAP_COUNT]; /* index of the best grade possible, or -1 */
    double *rule_weights;    /* per rule of the pack */
};

#endif

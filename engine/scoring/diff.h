/*
 * What a new version of a draft gained, lost, weakened or strengthened, criterion
 * by criterion, and which of its articles is which of the old one's
 * (docs/workflow.md, "Two versions of a draft").
 */
#ifndef BMA_SCORING_DIFF_H
#define BMA_SCORING_DIFF_H

#include "scoring/scorecard.h"

enum bma_change {
    BMA_CHANGE_SAME,
    BMA_CHANGE_GAINED,       /* from nothing, or from what did not apply, to something */
    BMA_CHANGE_STRENGTHENED, /* a higher level, or nothing works against it any more */
    BMA_CHANGE_WEAKENED,     /* a lower level, or something works against it now */
    BMA_CHANGE_LOST,         /* from something to nothing */
    BMA_CHANGE_OPEN,         /* one of the two could not be decided, or applies no more */
    BMA_CHANGE_COUNT
};
const char *bma_change_name(enum bma_change change); /* "same", "gained" … */
bool bma_change_is_regression(enum bma_change change);

struct bma_change_row {
    enum bma_change change;
    struct bma_judgement before, after;
    const struct bma_evidence *old_evidence, *new_evidence; /* what decides on each side, or NULL */
    uint32_t pair; /* of the article in which old_evidence stands: an index into pairs, or BMA_NONE */
};

/* An article, annex or preamble of both versions, or of one of them (the other BMA_NONE). */
struct bma_article_pair {
    uint32_t before, after; /* nodes of the two documents */
    bool renumbered;        /* cited otherwise than before */
    bool reworded;          /* its words are not the same */
};

struct bma_diff {
    const struct bma_scorecard *before, *after;
    struct bma_change_row *rows; /* one per finding, in the order of the pack */
    uint32_t row_count;
    uint32_t counts[BMA_CHANGE_COUNT];
    struct bma_article_pair *pairs; /* in the order of the old version, then what is new */
    uint32_t pair_count;
};

/* Both cards come of one pack; *out lives in arena and borrows from the cards. */
enum bma_status bma_diff_make(const struct bma_scorecard *before, const struct bma_scorecard *after,
                              struct bma_arena *arena, struct bma_diff *out, struct bma_error *error);

/*
 * Pairs the articles of two documents: those that say the same first, then those
 * most alike in heading and words, whatever their numbers.  False when memory is out.
 */
bool bma_diff_articles(const struct bma_document *before, const struct bma_document *after,
                       struct bma_arena *arena, struct bma_diff *out);

#endif

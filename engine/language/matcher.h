/*
 * Finding phrases in the tokens of a clause.
 *
 * The automaton reports segments; the matcher joins them over gaps, and then
 * settles what counts: `not` phrases, concepts that include others, and of overlapping phrases
 * of one concept the longest.
 */
#ifndef BMA_LANGUAGE_MATCHER_H
#define BMA_LANGUAGE_MATCHER_H

#include "language/annotated.h"
#include "language/lexicon_internal.h"

enum { BMA_CLAUSE_MAX_HITS = 4 * 1024 * 1024 };

/* A longer run of numbers is read as several: no number of a draft is as long, and a table of figures is. */
enum { BMA_NUMBER_MAX_TOKENS = 64 };

/* A segment that waits for the next one of its chain: tokens [first, end). */
struct bma_partial {
    uint32_t first, end;
    uint64_t older; /* serial number of the one before in the same slot; 0 = none */
};

struct bma_matcher {
    const struct bma_lexicon *lexicon;
    struct bma_automaton automaton;
    uint64_t *newest; /* by slot: serial number of its newest partial; those of earlier clauses are older */
    uint64_t serial;  /* of the last partial */
    uint64_t clause_serial;       /* of the last partial before this clause */
    struct bma_partial *partials; /* a ring: serial number modulo capacity, a power of two */
    size_t partial_capacity;
    struct bma_annotation *hits; /* of this clause, as found; then as settled */
    size_t hit_count, hit_capacity;
    struct bma_annotation *nots; /* what `not` phrases cover in this clause */
    size_t not_count, not_capacity;
    struct bma_concept_state {
        uint64_t clause; /* stamp: what follows is of that clause */
        uint32_t end;    /* furthest end of its hits */
        bool crowded;    /* some of its hits overlap */
    } * concepts;
    uint64_t clause; /* stamp of this clause */
    size_t crowded_count;
    struct bma_annotation *settled;
    size_t settled_count, settled_capacity;
    bool *taken; /* by token of the clause; all false between uses */
    size_t taken_capacity;
    struct bma_annotation *annotations; /* of the whole document */
    size_t annotation_count, annotation_capacity;
};

enum bma_status bma_matcher_init(struct bma_matcher *matcher, const struct bma_lexicon *lexicon,
                                 struct bma_error *error);
void bma_matcher_release(struct bma_matcher *matcher);
void bma_matcher_begin(struct bma_matcher *matcher);

/* Appends the annotations of the clause that has tokens [first, end). */
enum bma_status bma_match_clause(struct bma_matcher *matcher, uint32_t clause, const struct bma_token *tokens,
                                 uint32_t first, uint32_t end, struct bma_error *error);

/* The second half: hits and nots of the clause become annotations.  False when memory is out. */
bool bma_settle_clause(struct bma_matcher *matcher, uint32_t clause, uint32_t first, uint32_t end);

#endif

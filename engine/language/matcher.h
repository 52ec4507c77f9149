/*
 * Finds the concepts of a clause: one pass over its symbols.
 *
 * The automaton tells where segments end; chains.h joins them to phrases over
 * bounded gaps; what overlaps a `not` phrase is dropped, and of the overlapping
 * occurrences of one concept the first is kept, or a longer one that overlaps it.
 */
#ifndef BMA_LANGUAGE_MATCHER_H
#define BMA_LANGUAGE_MATCHER_H

#include "language/annotated.h"
#include "language/lexicon_internal.h"

struct bma_met; /* a slot met in this clause */

struct bma_matcher {
    const struct bma_lexicon *lexicon;
    struct bma_slot_state {
        uint32_t clause; /* stamp of the clause that `last` is of */
        uint32_t last;   /* the newest meeting of the slot: index into met */
    } *slots;
    uint32_t clause; /* stamp */
    struct bma_met *met;
    size_t met_count, met_capacity;
    uint64_t *hits; /* concepts found in the clause, then refused places; packed */
    size_t hit_count, hit_capacity;
    uint64_t *refused;
    size_t refused_count, refused_capacity;
    uint64_t *kept;
    size_t kept_count, kept_capacity;
};

enum { BMA_CLAUSE_MAX_TOKENS = (1 << 24) - 1, BMA_LEXICON_MAX_CONCEPTS = 1 << 16 };

enum bma_status bma_matcher_init(struct bma_matcher *matcher, const struct bma_lexicon *lexicon,
                                 struct bma_error *error);
void bma_matcher_release(struct bma_matcher *matcher);

/*
 * Looks at the tokens of one clause.  What it found stands in `kept`, ordered by
 * first token, end and concept: bma_kept_* take it apart; tokens count from the clause's first.
 */
enum bma_status bma_match_clause(struct bma_matcher *matcher, const struct bma_token *tokens, size_t count,
                                 struct bma_error *error);

static inline uint32_t bma_kept_first(uint64_t kept)
{
    return (uint32_t)(kept >> 40);
}

static inline uint32_t bma_kept_end(uint64_t kept)
{
    return (uint32_t)(kept >> 16) & 0xffffffu;
}

static inline uint32_t bma_kept_concept(uint64_t kept)
{
    return (uint32_t)kept & 0xffffu;
}

#endif

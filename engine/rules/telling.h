/*
 * What tells what a clause is about: the stems in it, in its lead-ins and in the heading it stands under, and
 * the pairs of stems that stand side by side ("brain drain").  Likeness (likeness.h) is learned from them and
 * asks for them.
 *
 * A stem that no phrase of the lexicon has tells nothing, nor do names of Parties and of their offices.
 */
#ifndef BMA_RULES_TELLING_H
#define BMA_RULES_TELLING_H

#include "base/arena.h"
#include "language/annotated.h"

#include <stdbool.h>
#include <stdint.h>

enum { BMA_SOURCES_MAX = 8 };

/* The clauses whose words tell what a clause is about: itself, its lead-ins, the heading that it stands
 * under. */
size_t bma_telling_clauses(const struct bma_document *document, uint32_t clause,
                           uint32_t out[BMA_SOURCES_MAX]);

/* Lexicon stems that stand side by side; 0 is none. */
struct bma_pair {
    uint32_t first, second;
};

struct bma_telling {
    struct bma_pair pair; /* with the stem before; the first is 0 where that tells nothing */
    bool denied;          /* its predicate is negated, or takes a duty away */
};

/* What a token of the clause tells by its stem, the second of the pair; false: nothing. */
bool bma_tells(const struct bma_annotated *text, uint32_t clause, uint32_t token, struct bma_telling *out);

/*
 * Terms are numbered: stem s is two, 2s wherever it stands and 2s + 1 besides where it is denied; behind
 * those of all stems stands pair p, by its number in a set of pairs.
 */
enum { BMA_TERMS_PER_STEM = 2, BMA_TELLING_TERMS_MAX = 3 };
size_t bma_stem_terms(const struct bma_lexicon *lexicon);
/* The terms of what a token tells, as many as are returned; pair BMA_NONE: its pair has no number. */
size_t bma_telling_terms(const struct bma_telling *telling, size_t stem_terms, uint32_t pair,
                         uint32_t out[BMA_TELLING_TERMS_MAX]);

/* A set of pairs, numbered as they came.  All of it lies in an arena, or in the image of a pack. */
struct bma_pairs {
    struct bma_pair *items;
    size_t count, capacity;
    uint32_t *slots; /* by hash: number + 1; 0: free */
    size_t slot_count;
};

/* Room for so many pairs, in place of the room before.  False when memory is out. */
bool bma_pairs_reserve(struct bma_pairs *pairs, struct bma_arena *arena, size_t count);

/* The number of the pair, or BMA_NONE. */
uint32_t bma_pairs_find(const struct bma_pairs *pairs, struct bma_pair pair);
/* The same, adding it where it is missing; BMA_NONE: memory is out. */
uint32_t bma_pairs_add(struct bma_pairs *pairs, struct bma_arena *arena, struct bma_pair pair);

#endif

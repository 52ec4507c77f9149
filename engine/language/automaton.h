/*
 * The automaton that finds all segments (runs of elements without a gap) in one pass: the trie of all of
 * them, as in Aho and Corasick, "Efficient string matching: an aid to bibliographic search", CACM 18 (1975),
 * walked from every token at once.
 *
 * A symbol may answer to several elements, so there is no one state to be in and failure links would not do:
 * the walk keeps the *set* of nodes whose segments end at the token, a few at a time.  Nothing is learnt on
 * the way, so a text costs the same whatever came before it, and takes no memory.  A node for a number
 * stays where it is on the next number, so that "thirty (30)" is one number.
 */
#ifndef BMA_LANGUAGE_AUTOMATON_H
#define BMA_LANGUAGE_AUTOMATON_H

#include "language/chains.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A node that the last token led to. */
struct bma_reach {
    uint64_t filter; /* both as the node says (trie.h) */
    uint32_t segment;
    uint32_t node;
};

struct bma_automaton {
    const struct bma_trie *trie;
    const struct bma_symbols *symbols;
    uint32_t *openings;                 /* by element: the child of the root; 0 = none */
    uint64_t *masks;                    /* by symbol: bit element % 64 of its elements */
    struct bma_reach *reached, *before; /* now, and with the token before; the longest first, numbers aside */
    size_t count, capacity;             /* of `reached`; `before` has as much room */
};

/* Released in any case.  False when memory is out. */
bool bma_automaton_init(struct bma_automaton *automaton, const struct bma_chains *chains,
                        const struct bma_symbols *symbols);
void bma_automaton_release(struct bma_automaton *automaton);

/* Before the first token of a clause. */
static inline void bma_automaton_begin(struct bma_automaton *automaton)
{
    automaton->count = 0;
}

/* One more token: what it leads to stands in `reached` then.  False when memory is out. */
bool bma_automaton_step(struct bma_automaton *automaton, uint32_t symbol);

#endif

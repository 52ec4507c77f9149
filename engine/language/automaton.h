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
    const struct bma_entry *entries;    /* by symbol */
    struct bma_reach *reached, *before; /* now, and with the token before; the longest first, numbers aside */
    size_t count, capacity;             /* of `reached`; `before` has as much room */
    size_t ends;                        /* so many of `reached` end a segment */
};

void bma_automaton_init(struct bma_automaton *automaton, const struct bma_chains *chains);
void bma_automaton_release(struct bma_automaton *automaton);

/* Before the first token of a clause. */
static inline void bma_automaton_begin(struct bma_automaton *automaton)
{
    automaton->count = automaton->ends = 0;
}

/* The step where something leads on or opens. */
bool bma_automaton_walk(struct bma_automaton *automaton, const struct bma_entry *entry);

/* One more token: what it leads to stands in `reached` then.  False when memory is out. */
static inline bool bma_automaton_step(struct bma_automaton *automaton, uint32_t symbol)
{
    const struct bma_entry *entry = &automaton->entries[symbol];

    return (automaton->count + entry->opening_count == 0) || bma_automaton_walk(automaton, entry);
}

#endif

/*
 * The automaton that finds all segments (runs of elements without a gap) in
 * one pass: Aho and Corasick, "Efficient string matching: an aid to
 * bibliographic search", CACM 18 (1975), with three differences.
 *
 * A symbol may answer to several elements, so a state stands for the *set*
 * of trie nodes that end here (subset construction), which also takes the
 * place of failure links.  A node for a number stays where it is on the next
 * number, so that "thirty (30)" is one number.  And states and transitions are
 * made when a text first needs them, as lazy automata of pattern matchers do:
 * a lexicon loads without them, and a text visits few.
 *
 * Trie and chains belong to the lexicon; the automaton belongs to one annotator.  What it has learnt
 * changes no result.  What a state finds stands with the state, so that a scan touches nothing else.
 */
#ifndef BMA_LANGUAGE_AUTOMATON_H
#define BMA_LANGUAGE_AUTOMATON_H

#include "language/chains.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A phrase that is complete in a state: so many tokens, the last of them the one that led here. */
struct bma_state_hit {
    bma_chain_output output;
    uint32_t length;
};

/* A segment that ends in a state and is more than its phrases, or of no fixed length. */
struct bma_state_part {
    uint32_t segment, first_anchor, anchor_count;
    uint16_t length;
    bool has_number : 1, in_path : 1; /* all of this as the segment says (chains.h) */
};

struct bma_state {
    uint64_t filter;                     /* of its nodes: elements that may lead on */
    uint32_t first_member, member_count; /* its set of nodes */
    uint32_t first_hit, hit_count;       /* the longest first */
    uint32_t first_part, part_count;
};

struct bma_edge {
    uint32_t state, symbol, target; /* symbol 0 = free */
};

struct bma_automaton {
    const struct bma_chains *chains;
    const struct bma_symbols *symbols;
    struct bma_state *states; /* [0] is the root: the empty set */
    size_t state_count, state_capacity;
    uint32_t *members; /* trie nodes, ascending within a state */
    size_t member_count, member_capacity;
    struct bma_state_hit *hits;
    size_t hit_count, hit_capacity;
    struct bma_state_part *parts;
    size_t part_count, part_capacity;
    uint32_t *sets; /* hash table: set → state + 1 */
    size_t set_size;
    struct bma_edge *edges; /* hash table: (state, symbol) → target */
    size_t edge_count, edge_size;
    uint32_t *root;   /* by symbol: the target wherever the filter says that nothing leads on */
    uint64_t *masks;  /* by symbol: bit element % 64 of its elements */
    uint32_t *wanted; /* the set that is looked up */
    size_t wanted_count, wanted_capacity;
};

enum { BMA_STATE_UNKNOWN = 0xffffffff, BMA_AUTOMATON_KEEP_STATES = 12 * 1024 };

/* Released in any case.  False when memory is out. */
bool bma_automaton_init(struct bma_automaton *automaton, const struct bma_chains *chains,
                        const struct bma_symbols *symbols);
void bma_automaton_release(struct bma_automaton *automaton);

/* Back to the root; what was learnt is forgotten if it has grown large.  False when memory is out. */
bool bma_automaton_begin(struct bma_automaton *automaton);

/* The step by the way that always works, and remembers it.  False when memory is out. */
bool bma_automaton_learn(struct bma_automaton *automaton, uint32_t *state, uint32_t symbol);

static inline size_t bma_edge_hash(uint32_t state, uint32_t symbol)
{
    return (size_t)(((uint64_t)state << 32 | symbol) * UINT64_C(0x9e3779b97f4a7c15) >> 40);
}

/* Moves *state over one more symbol.  False when memory is out. */
static inline bool bma_automaton_step(struct bma_automaton *automaton, uint32_t *state, uint32_t symbol)
{
    if ((automaton->states[*state].filter & automaton->masks[symbol]) == 0) {
        uint32_t target = automaton->root[symbol];
        if (target != BMA_STATE_UNKNOWN) {
            *state = target;
            return true;
        }
    } else {
        const struct bma_edge *edge =
            &automaton->edges[bma_edge_hash(*state, symbol) & (automaton->edge_size - 1)];
        if (edge->symbol == symbol && edge->state == *state) {
            *state = edge->target;
            return true;
        }
    }
    return bma_automaton_learn(automaton, state, symbol);
}

#endif

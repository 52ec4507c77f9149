/*
 * The automaton that finds all segments (runs of elements without a gap) in
 * one pass: Aho and Corasick, "Efficient string matching: an aid to
 * bibliographic search", CACM 18 (1975), with two additions.
 *
 * A symbol may answer to several elements, so a state stands for the *set*
 * of trie nodes that end here (subset construction).  And a node for a number also stays
 * where it is on the next number, so that "thirty (30)" is one number.
 *
 * A state keeps the transitions of its deepest nodes; the rest of its set is
 * its failure state, asked next.  A 64-bit filter says which symbols may have a
 * transition, so that most steps read one state or two and one cell of the
 * root's row; a symbol that no phrase knows reads nothing at all.
 */
#ifndef BMA_LANGUAGE_AUTOMATON_H
#define BMA_LANGUAGE_AUTOMATON_H

#include "bma/error.h"
#include "language/symbols.h"

#include <stddef.h>
#include <stdint.h>

/* Segments as a trie, while phrases are compiled. */
struct bma_trie {
    struct bma_trie_node {
        uint32_t parent, element;
        uint32_t first_child, next; /* node indices; 0 = none, as the root is nobody's child */
        uint32_t depth;             /* elements from the root */
        uint32_t segment;           /* number of the segment that ends here, + 1; 0 = none */
    } *nodes;
    size_t node_count, node_capacity;
    uint32_t *slots; /* (parent, element) → node */
    size_t slot_count;
};

struct bma_edge {
    uint32_t symbol, target; /* symbol 0 = free */
};

struct bma_state {
    uint64_t filter;      /* bit symbol % 64 */
    uint32_t first_edge;  /* a hash table of edge_mask + 1 edges */
    uint32_t edge_mask;
    uint32_t failure;     /* the state of its set without the deepest nodes */
    uint32_t first_output, output_count; /* segments that end here */
};

struct bma_automaton {
    struct bma_state *states; /* [0] is the root */
    size_t state_count, state_capacity;
    struct bma_edge *edges;
    size_t edge_count, edge_capacity;
    uint32_t *root; /* by symbol */
    uint32_t *outputs;
    size_t output_count, output_capacity;
};

enum { BMA_AUTOMATON_MAX_STATES = 4 * 1024 * 1024 };

void bma_trie_init(struct bma_trie *trie);
void bma_trie_release(struct bma_trie *trie);
/* The node that spells the elements, added when new; 0 when memory is out.  length > 0. */
uint32_t bma_trie_add(struct bma_trie *trie, const uint32_t *elements, size_t length);

void bma_automaton_init(struct bma_automaton *automaton);
void bma_automaton_release(struct bma_automaton *automaton);
enum bma_status bma_automaton_build(struct bma_automaton *automaton, const struct bma_trie *trie,
                                    const struct bma_symbols *symbols, struct bma_error *error);

static inline uint32_t bma_edge_slot(uint32_t symbol, uint32_t mask)
{
    return (symbol * 0x9e3779b1u >> 16) & mask;
}

/* The state after one more symbol. */
static inline uint32_t bma_automaton_step(const struct bma_automaton *automaton, uint32_t state,
                                          uint32_t symbol)
{
    if (symbol == 0)
        return 0;
    while (state != 0) {
        const struct bma_state *from = &automaton->states[state];
        if ((from->filter >> (symbol & 63) & 1) != 0) {
            const struct bma_edge *edges = automaton->edges + from->first_edge;
            uint32_t slot = bma_edge_slot(symbol, from->edge_mask);
            for (; edges[slot].symbol != 0; slot = (slot + 1) & from->edge_mask)
                if (edges[slot].symbol == symbol)
                    return edges[slot].target;
        }
        state = from->failure;
    }
    return automaton->root[symbol];
}

#endif

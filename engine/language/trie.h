/*
 * The segments of all phrases as a trie over elements (symbols.h).
 *
 * Built node by node with the lexicon, then sealed: nodes are numbered anew, breadth first, so that the
 * children of a node stand side by side, ascending by element, and are found without a table.  Sealed, it is
 * immutable.
 */
#ifndef BMA_LANGUAGE_TRIE_H
#define BMA_LANGUAGE_TRIE_H

#include "language/symbols.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bma_trie {
    struct bma_trie_node {
        uint64_t filter; /* bit element % 64 of each child, and of a number its own */
        uint32_t element;
        uint32_t segment;     /* number of the segment that ends here, + 1; 0 = none */
        uint32_t first_child; /* sealed: its children are the nodes from there up to the next node's first */
        uint16_t depth;       /* elements from the root to here */
        bool has_number;      /* one of them is a number */
        uint8_t spare;        /* 0, as in words */
    } * nodes;                /* [0] is the root; sealed: one more stands behind the last */
    uint32_t *parents;        /* by node */
    size_t node_count, node_capacity, parent_capacity;

    /* while nodes are added */
    uint64_t *slots; /* (parent, element) → node, and above it half of their hash; 0 = free */
    size_t slot_count;
};

void bma_trie_init(struct bma_trie *trie);
void bma_trie_release(struct bma_trie *trie);
/* The child of a node, added when new; 0 when memory is out.  Not below UINT16_MAX, nor when sealed. */
uint32_t bma_trie_add(struct bma_trie *trie, uint32_t parent, uint32_t element);
/* False when memory is out. */
bool bma_trie_seal(struct bma_trie *trie);
/* The child of a node of a sealed trie, or 0. */
uint32_t bma_trie_child(const struct bma_trie *trie, uint32_t parent, uint32_t element);

#endif

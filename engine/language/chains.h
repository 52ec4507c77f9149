/*
 * Phrases as chains of slots.
 *
 * The automaton finds segments.  A slot is met when any of its segments
 * begins at most `gap` tokens after the end of its parent slot; a slot without a
 * parent is met anywhere.  Phrases that begin alike share their
 * slots.
 */
#ifndef BMA_LANGUAGE_CHAINS_H
#define BMA_LANGUAGE_CHAINS_H

#include "language/automaton.h"
#include "language/phrases.h"
#include "language/spelling.h"

struct bma_segment {
    uint32_t node;   /* of the trie: its last element */
    uint32_t length; /* elements */
    bool has_number; /* may be longer than its elements, as a number may take several tokens */
    uint32_t first_chain,
        chain_count; /* the slots that it belongs to; once sealed, where more must follow or came before */
    uint32_t opener_count;               /* so many chains, the first ones, open a phrase */
    uint32_t first_output, output_count; /* phrases that the segment is all of, into segment_outputs */
};

/* Segment belongs to slot; grouped by segment once sealed. */
struct bma_chain {
    uint32_t segment, slot;
    uint32_t parent; /* of the slot, or BMA_NONE */
    uint32_t gap;    /* most tokens between the parent's end and this segment's start */
};

struct bma_slot {
    uint32_t parent, gap;
    uint32_t first_output, output_count; /* phrases that are complete here */
    bool has_children;
};

/* concept × 2, + 1 where the phrase says what the concept is not. */
typedef uint32_t bma_chain_output;

struct bma_chains {
    struct bma_trie trie;
    struct bma_segment *segments;
    size_t segment_count, segment_capacity;
    struct bma_chain *chains;
    size_t chain_count, chain_capacity;
    struct bma_slot *slots;
    size_t slot_count, slot_capacity;
    bma_chain_output *outputs;
    size_t output_count, output_capacity;
    bma_chain_output *segment_outputs;
    size_t segment_output_count, segment_output_capacity;
    uint32_t longest_reach; /* most tokens from the end of one segment to the end of the next */

    /* while phrases are added */
    struct bma_shared_slot {
        uint32_t hash;  /* of parent, gap and segments */
        uint32_t chain; /* the slot's first + 1; 0 = free */
    } * shared;
    size_t shared_count, shared_size;
    uint32_t *output_next; /* list of each slot's outputs: output + 1 */
    size_t output_next_capacity;
    struct bma_spelling spelling;
    uint32_t *set; /* segments of the slot being added */
    size_t set_capacity;
};

void bma_chains_init(struct bma_chains *chains);
void bma_chains_release(struct bma_chains *chains);

/* The path that the parser holds (phrases.h).  False when memory is out or the parser has a problem. */
bool bma_chains_add(struct bma_chains *chains, struct bma_phrase_parser *parser, bma_chain_output output);

/* Puts the chains of a segment and the outputs of a slot side by side.  False when memory is out. */
bool bma_chains_seal(struct bma_chains *chains);

#endif

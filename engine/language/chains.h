/*
 * Phrases as paths of slots.
 *
 * The automaton finds segments.  A slot is met where any of its set of segments stands; a phrase
 * with gaps is a path of slots, each of which begins at most `gap` tokens after the end of the
 * one before it.  Phrases that begin alike share their slots, and slots that may be filled alike
 * their set.  A phrase without gaps is a segment and nothing more.
 *
 * The search for a path begins at its *anchor*, the slot that is likely to be met least
 * often, and asks for the slots beside it only there: common words ("agreement", "shall") stand
 * in hundreds of paths, and are nobody's anchor where a rarer word is at hand.  How common a word is
 * is estimated from the lexicon itself, by how often its phrases have it.  The choice
 * changes the cost of a search and never its result.
 */
#ifndef BMA_LANGUAGE_CHAINS_H
#define BMA_LANGUAGE_CHAINS_H

#include "language/phrases.h"
#include "language/spelling.h"
#include "language/trie.h"

/* A longer run of numbers is read as several: no number of a draft is as long, and a table of figures is. */
enum { BMA_NUMBER_MAX_TOKENS = 64 };

/* What belongs to a segment ends where what belongs to the next one begins; one more stands behind the last.
 */
struct bma_segment {
    uint32_t node;         /* of the trie: its last element */
    uint32_t first_output; /* phrases that the segment is all of, into segment_outputs */
    uint32_t first_anchor; /* paths whose search begins here, into anchors */
    uint32_t
        first_home;  /* sets that it belongs to, and that a search asks for before it begins, into homes */
    uint8_t length;  /* elements */
    bool has_number; /* may be longer than its elements, as a number may take several tokens */
    bool in_path;    /* belongs to a slot of a path: its places in a clause are kept until the search */
    uint8_t spare;   /* 0, as in words */
};
_Static_assert(BMA_PHRASE_MAX_ITEMS <= UINT8_MAX, "the length of a segment has its room");

/* Segments any of which fills a slot. */
struct bma_set {
    uint32_t first, count; /* into set_segments, ascending */
};

struct bma_slot {
    uint32_t parent, gap;
    uint32_t set;
    uint32_t first_output, output_count; /* phrases that are complete here, into outputs */
};

/* Of a path, from the slot that opens the phrase to the one that completes it: at least two. */
struct bma_step {
    uint32_t set, gap;     /* as the slot has them */
    uint32_t first, count; /* the segments of the set, into set_segments: as the set has them, here at hand */
};

struct bma_path {
    uint32_t first_step, step_count;     /* into steps */
    uint32_t anchor;                     /* which of them */
    uint32_t first_output, output_count; /* phrases that it is, into outputs */
};

/* Where the search for a path may begin, and what is worth knowing before it does. */
struct bma_anchor {
    uint32_t path;
    uint32_t beside[2]; /* sets of the slots before and after it, the rarer first; an end of the path has one,
                           twice */
};

/* What a symbol answers to, and the children of the trie's root that it leads to: those that there are come
 * first. */
struct bma_entry {
    uint64_t mask; /* bit element % 64 of each element */
    uint32_t elements[BMA_ELEMENTS_PER_SYMBOL], openings[BMA_ELEMENTS_PER_SYMBOL];
    uint8_t element_count, opening_count;
    uint8_t spare[6]; /* 0, as in words */
};

/* concept × 2, + 1 where the phrase says what the concept is not. */
typedef uint32_t bma_chain_output;

struct bma_chains {
    struct bma_trie trie;
    struct bma_entry *entries; /* by symbol */
    size_t entry_count;
    struct bma_segment *segments;
    size_t segment_count, segment_capacity;
    struct bma_set *sets;
    size_t set_count, set_capacity;
    uint32_t *set_segments;
    size_t set_segment_count, set_segment_capacity;
    bma_chain_output *outputs;
    size_t output_count, output_capacity;
    bma_chain_output *segment_outputs;
    size_t segment_output_count;
    struct bma_path *paths;
    size_t path_count;
    struct bma_step *steps;
    size_t step_count;
    uint32_t longest_path; /* most tokens between the end of an anchor and what the search from it comes to */
    struct bma_anchor *anchors; /* grouped by segment */
    size_t anchor_count;
    uint32_t *homes; /* grouped by segment */
    size_t home_count;

    /* while phrases are added */
    struct bma_slot *slots;
    size_t slot_count, slot_capacity;
    struct bma_numbers {
        struct bma_number {
            uint32_t hash;
            uint32_t number; /* + 1; 0 = free */
        } * cells;
        size_t count, size;
    } known_sets, known_slots; /* by their content */
    uint32_t *output_next;     /* list of each slot's outputs: output + 1 */
    size_t output_next_capacity;
    struct bma_spelling spelling;
    uint32_t *filling; /* segments of the slot being added */
    size_t filling_capacity;
};

void bma_chains_init(struct bma_chains *chains);
void bma_chains_release(struct bma_chains *chains);

/* The path that the parser holds (phrases.h).  False when memory is out or the parser has a problem. */
bool bma_chains_add(struct bma_chains *chains, struct bma_phrase_parser *parser, bma_chain_output output);

/*
 * Puts the outputs of segments and slots side by side, and makes the paths and the ways into the trie; the
 * symbols are sealed.  False when memory is out.
 */
bool bma_chains_seal(struct bma_chains *chains, const struct bma_symbols *symbols);

/* Parts of sealing.  False when memory is out. */
bool bma_paths_make(
    struct bma_chains *chains); /* the paths, of sealed slots, and what is grouped for their search */
bool bma_group_outputs(struct bma_chains *chains);
bool bma_group_anchors(struct bma_chains *chains, const uint64_t *weights /* by set: how often it is met */);
bool bma_group_homes(struct bma_chains *chains);

#endif

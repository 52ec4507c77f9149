/*
 * The phrase language (docs/writing-rules.md, section 1).
 *
 * A phrase is parsed to a small tree and then taken apart into *paths* (one
 * for each choice of what may be left out, and of alternatives with a gap
 * inside) of *slots*.  A slot is a set of segments, sequences of elements
 * (symbols.h) of which any will do; it begins at most `gap` tokens after the
 * end of the slot before it.  So alternatives on both sides of a gap add up instead
 * of multiplying.
 */
#ifndef BMA_LANGUAGE_PHRASES_H
#define BMA_LANGUAGE_PHRASES_H

#include "base/error.h"
#include "language/symbols.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    BMA_PHRASE_MAX_VARIANTS = 4096, /* paths of a phrase, and segments of a slot */
    BMA_PHRASE_MERGE = 64,          /* neighbours become one slot up to so many segments */
    BMA_PHRASE_MAX_DEPTH = 16,
    BMA_PHRASE_MAX_ITEMS = 255, /* elements of a segment, and parts of a path */
    BMA_PHRASE_MAX_GAP = 12
};

enum bma_phrase_kind { BMA_PHRASE_ELEMENT, BMA_PHRASE_GAP, BMA_PHRASE_SEQUENCE, BMA_PHRASE_CHOICE };

struct bma_phrase_node {
    enum bma_phrase_kind kind;
    uint32_t item;        /* of an element; of a gap its tokens */
    uint32_t first, next; /* child, sibling; node + 1, 0 = none */
    uint32_t count;       /* segments it stands for, were gaps nothing */
    uint32_t paths;
    uint32_t longest; /* elements of the longest of its segments */
    bool has_gap, may_be_empty;
};

struct bma_phrase_slot {
    uint32_t gap;
    uint32_t first_part, part_count; /* into parts: side by side in the phrase */
    uint32_t count;                  /* segments */
    uint32_t longest;                /* elements of the longest of them */
};

/* One parser serves all phrases of a lexicon, so that its memory is taken once. */
struct bma_phrase_parser {
    struct bma_symbols *symbols;
    struct sb_stemmer *stemmer;
    struct bma_phrase_node *nodes;
    size_t node_count, node_capacity;
    const char *text;
    size_t length, at;
    unsigned depth;
    size_t error_at;     /* byte in the phrase */
    const char *problem; /* NULL = memory is out */

    uint32_t parts[BMA_PHRASE_MAX_ITEMS + 1]; /* of the path asked for: nodes */
    struct bma_phrase_slot slots[BMA_PHRASE_MAX_ITEMS + 1];
    size_t part_count, slot_count;
    uint32_t gap; /* met since the last part */
};

void bma_phrase_parser_init(struct bma_phrase_parser *parser, struct bma_symbols *symbols,
                            struct sb_stemmer *stemmer);
void bma_phrase_parser_release(struct bma_phrase_parser *parser);

/* Number of paths, or 0 with `problem` and `error_at` set. */
uint32_t bma_phrase_parse(struct bma_phrase_parser *parser, const char *text, size_t length);

/* Puts path `which` of the phrase parsed last into slots; false with `problem` set. */
bool bma_phrase_path(struct bma_phrase_parser *parser, uint32_t which);

#endif

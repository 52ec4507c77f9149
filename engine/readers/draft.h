/*
 * A draft on its way to a document: what the stages of reading hand on.
 *
 *   source ─ lines.c ─▶ lines ─ layout.c ─▶ text, map, blocks ─ structure.c ─▶ nodes, clauses
 *
 * A *line* is a line of the source without the white space around it.  A
 * *block* is what stands between two breaks of the layout: a paragraph, a heading, a label that
 * stands alone, an item of a list.  All scratch memory is on the heap and goes
 * with bma_draft_release(); the document keeps only what it needs, in its arena.
 */
#ifndef BMA_READERS_DRAFT_H
#define BMA_READERS_DRAFT_H

#include "base/error.h"
#include "document/conventions.h"
#include "document/document.h"
#include "readers/extract.h"
#include "readers/numbering.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum bma_line_flag {
    BMA_LINE_BLANK = 1,
    BMA_LINE_FURNITURE = 2, /* page header, footer or number */
    BMA_LINE_PAGE = 4,      /* a form feed stands before it */
    BMA_LINE_JOINS = 8,     /* second line of a heading */
    BMA_LINE_TABLE = 16,    /* columns: a frame, a tab or a wide gap inside */
    BMA_LINE_HEADING = 32,  /* Markdown or a line under it says so */
    BMA_LINE_ITEM = 64,     /* an item of a list without marks begins */
    BMA_LINE_COUNTED = 128, /* its marker is one of a list */
    BMA_LINE_RULE = 256,    /* drawn, not written */
    BMA_LINE_ROW = 512,     /* of a table */
    BMA_LINE_FILLS = 1024,  /* holds more of the cells of the row above */
    BMA_LINE_STAMP = 2048   /* a watermark's: the sentence goes on as if it were not there */
};

struct bma_line {
    uint32_t start, end; /* in the source, without white space around it */
    uint32_t next;       /* where the next line begins */
    uint16_t indent;     /* columns of white space before it */
    uint16_t flags;
    uint8_t level; /* of a Markdown heading, 1–6 */
};

enum bma_block_flag {
    BMA_BLOCK_HEADING = 1,  /* the layout itself says so: Markdown #, a line all in bold */
    BMA_BLOCK_CAPITALS = 2, /* letters, all of them capitals */
    BMA_BLOCK_QUOTED = 4,   /* wording that another instrument is to get */
    BMA_BLOCK_ITEM = 8,     /* of a list without marks */
    BMA_BLOCK_ENDS = 16,    /* ends with . ; : , ? or ! */
    BMA_BLOCK_LETTER = 32,  /* a letter begins here */
    BMA_BLOCK_SALUTATION = 64,
    BMA_BLOCK_ROW = 128 /* of a table */
};

struct bma_block {
    uint32_t start, end; /* in the text, without white space around it */
    uint32_t words;      /* at most 32 are counted */
    uint16_t indent;
    uint8_t flags;
    uint8_t level; /* of a Markdown heading, 1–6 */
};

struct bma_draft {
    struct bma_document *document;
    const struct bma_conventions *conventions;
    bool markdown;
    bool paged, printed;                        /* of the format (formats.h) */
    bool bare_numbers;                          /* "12 Free decision": articles are headed so (outline.c) */
    bool bare_sentences;                        /* "12  Award wages are for everyone.": paragraphs are */
    bool failed;                                /* memory ran out; every stage stops at once */
    const struct bma_extract_heading *headings; /* borrowed: what a packed format calls headings */
    size_t heading_count;

    struct bma_line *lines;
    size_t line_count, line_capacity;
    struct bma_span *cuts; /* of the source, in order: marks and numbers that are no words */
    size_t cut_count, cut_capacity;
    char *text; /* in the document's arena */
    uint32_t text_length;
    struct bma_map_segment *map;
    size_t map_count, map_capacity;
    struct bma_block *blocks;
    size_t block_count, block_capacity;
    struct bma_node *nodes;
    size_t node_count, node_capacity;
    struct bma_clause *clauses;
    size_t clause_count, clause_capacity;
};

void bma_draft_release(struct bma_draft *draft);

/* The stages; each sets draft->failed when memory is out. */
void bma_draft_lines(struct bma_draft *draft);       /* lines.c */
void bma_draft_scripts(struct bma_draft *draft);     /* scripts.c */
void bma_draft_margins(struct bma_draft *draft);     /* margins.c */
void bma_draft_furniture(struct bma_draft *draft);   /* furniture.c */
void bma_draft_contents(struct bma_draft *draft);    /* contents.c */
void bma_draft_remarks(struct bma_draft *draft);     /* remarks.c */
void bma_draft_notes(struct bma_draft *draft);       /* notes.c */
void bma_draft_layout(struct bma_draft *draft);      /* layout.c */
void bma_draft_quotations(struct bma_draft *draft);  /* quotations.c */
void bma_draft_structure(struct bma_draft *draft);   /* structure.c */
void bma_draft_repetitions(struct bma_draft *draft); /* letters.c */
void bma_draft_citations(struct bma_draft *draft);   /* citations.c */

/*
 * Cuts a span of the text into sentences and appends each as a clause of the
 * node; returns the index of the last one, or BMA_NONE when there was nothing.
 */
uint32_t bma_draft_sentences(struct bma_draft *draft, struct bma_span span, uint32_t node, enum bma_zone zone,
                             bool is_item, uint32_t lead_in);

/* Marks the rows of tables and the lines that only fill their cells: columns.c. */
void bma_draft_columns(struct bma_draft *draft);
/* Takes source[start, end) out of the text: margins.c. */
void bma_draft_cut(struct bma_draft *draft, uint32_t start, uint32_t end);
/* Marks the lines that open items; wrap: the usual width of wrapped lines, or 0.  series.c */
void bma_draft_series(struct bma_draft *draft, uint32_t wrap);
/* Marks a line that holds columns, and no other: lines.c. */
void bma_line_columns(const char *source, struct bma_line *line);
/* The last sign of a line; of "…; and" the semicolon. */
char bma_line_stop(const char *source, const struct bma_line *line);

#endif

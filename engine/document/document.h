/*
 * The agreement as it was read: a tree of divisions, and in it the clauses.
 *
 * A reader turns the bytes of a source into *text*: the words in reading
 * order, with page headers and footers, footnote marks and line-end hyphens
 * taken out.  A source map leads from every offset of the text back to the
 * source.  A *clause* is one sentence or one list item: the unit of evidence.
 * Headings are clauses too (zone HEADING), so that they can be searched as a
 * topic; they never count as evidence.
 *
 * All offsets are 0-based bytes, start inclusive, end exclusive.  Lines and
 * columns are 1-based; a column counts characters.  A document is
 * immutable once read; everything in it lives in its own arena.
 */
#ifndef BMA_DOCUMENT_DOCUMENT_H
#define BMA_DOCUMENT_DOCUMENT_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BMA_NONE = 0xffffffff }; /* "no such index" */
enum { BMA_DOCUMENT_MAX_BYTES = 32 * 1024 * 1024 };

struct bma_span {
    uint32_t start, end;
};

enum bma_node_kind {
    BMA_NODE_AGREEMENT, /* the root */
    BMA_NODE_TITLE,
    BMA_NODE_PREAMBLE,
    BMA_NODE_PART,      /* part, chapter, title, section that holds articles */
    BMA_NODE_ARTICLE,   /* article, section, numbered point, or a division under an unnumbered heading */
    BMA_NODE_PARAGRAPH, /* 1., (1), 5.1, § 2 */
    BMA_NODE_ITEM,      /* (a), (ii), – */
    BMA_NODE_ANNEX,     /* annex, appendix, schedule, protocol, model contract */
    BMA_NODE_LETTER,    /* one letter of an exchange */
    BMA_NODE_CLOSING    /* "Done at …", signatures */
};

struct bma_node {
    enum bma_node_kind kind;
    uint32_t parent, first_child, last_child, next; /* node indices or BMA_NONE */
    struct bma_span span;                           /* in the text, with all that is below it */
    struct bma_span label;                          /* "Article 5", "5.1", "(a)"; empty where there is none */
    uint32_t heading;                               /* the clause that is its heading, or BMA_NONE */
    uint32_t first_clause, clause_count; /* with all that is below it; the heading is the first of them */
    const char *number; /* as printed, without brackets or full stop: "5", "V", "5.1", "a"; "" */
    uint32_t ordinal;   /* value of the number (V = 5, c = 3; "5.1" = 1); 0 where it has none */
    const char
        *citation; /* how a lawyer cites it: "Article 24(3)", "Paragraph 5.1", "Annex I(2)", "Preamble" */
};

enum bma_zone {
    BMA_ZONE_TITLE,
    BMA_ZONE_HEADING,
    BMA_ZONE_PREAMBLE,
    BMA_ZONE_OPERATIVE,
    BMA_ZONE_ANNEX,
    BMA_ZONE_CLOSING,
    BMA_ZONE_REPEATED /* a letter of reply that quotes the first letter, word for word */
};

struct bma_clause {
    struct bma_span span; /* in the text */
    enum bma_zone zone;
    uint32_t node;    /* the innermost division that holds it */
    uint32_t lead_in; /* the clause that opens the list it is an item of, or BMA_NONE */
    bool is_item;
    bool is_row;           /* of a table; below the head of its columns it is an item of that */
    uint32_t line, column; /* of its first character in the source */
};

/* Text offset `text` stands at source offset `source`, and so on up to the next segment. */
struct bma_map_segment {
    uint32_t text, source;
};

struct bma_document {
    struct bma_arena arena;
    const char *path;   /* as given by the user */
    const char *format; /* "text", "markdown", ... */
    const char *source; /* the bytes that quotes are compared with, NUL after the last */
    uint32_t source_length;
    char sha256[65]; /* of the file as it was on disk */

    const char *text; /* NUL after the last byte, and 64 readable bytes after that */
    uint32_t text_length;
    const struct bma_map_segment *map;
    uint32_t map_count;
    const uint32_t *line_starts; /* source offset of each line */
    uint32_t line_count;

    const struct bma_node *nodes; /* [0] is the root; in reading order, parents before children */
    uint32_t node_count;
    const struct bma_clause *clauses; /* in reading order */
    uint32_t clause_count;
    uint32_t title, title_end; /* the clauses of the title proper, without remarks on the text around it */
};

void bma_document_free(struct bma_document *document);

/* The place in the source of a span of the text. */
struct bma_span bma_document_source(const struct bma_document *document, struct bma_span text);

/* 1-based line and column of a source offset. */
void bma_document_position(const struct bma_document *document, uint32_t source, uint32_t *line,
                           uint32_t *column);

/*
 * The source between two source offsets with every run of white space as one
 * space, appended to out: a quote, to the letter.
 */
struct bma_buffer;
void bma_document_quote(const struct bma_document *document, struct bma_span source, struct bma_buffer *out);

/* The same between two offsets of the text: words that a line's end divides are whole, page headers and
 * footnote marks gone. */
void bma_document_words(const struct bma_document *document, struct bma_span text, struct bma_buffer *out);
/* The same, kept in arena; NULL when memory is out. */
const char *bma_document_words_kept(const struct bma_document *document, struct bma_span text,
                                    struct bma_arena *arena);

/* The nearest division of that kind that holds the node (the node itself included), or BMA_NONE. */
uint32_t bma_document_enclosing(const struct bma_document *document, uint32_t node, enum bma_node_kind kind);

/* Whether the words stand in a span of the text, whole and in whatever case (of ASCII letters). */
bool bma_document_says(const struct bma_document *document, struct bma_span text, const char *words,
                       uint32_t length);

/* Whether the clause names an annex that has no number, by its words: "as the Schedule sets out". */
bool bma_clause_names_annex(const struct bma_document *document, uint32_t clause, uint32_t annex);

/* Names of kinds and zones as `bma show` and JSON print them. */
const char *bma_node_kind_name(enum bma_node_kind kind);
const char *bma_zone_name(enum bma_zone zone);

#endif

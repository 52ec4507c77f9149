/* Where the draft's page is marked, and where its blocks begin; private to this room. */
#ifndef BMA_REPORTS_HTML_MARKS_H
#define BMA_REPORTS_HTML_MARKS_H

#include "scoring/scorecard.h"

/* Marks beyond these are not drawn: a draft made to have them gains nothing by it. */
enum { BMA_HTML_DEPTH = 12, BMA_HTML_MARKS = 4096 };

struct bma_html_mark {
    uint32_t start, end; /* in the source */
    enum bma_evidence_role role;
    const char *criterion; /* NULL for a fault between clauses */
    const char *label;     /* what the link back says */
    uint32_t fault, piece;
};

struct bma_html_marks {
    struct bma_html_mark *items; /* by start; of those that start together, the longest first */
    size_t count, capacity;
};

/* How a block of the draft is set, plainest first. */
enum bma_html_block {
    BMA_BLOCK_TEXT,
    BMA_BLOCK_ITEM, /* of a list; deeper ones follow */
    BMA_BLOCK_ITEM_TWO,
    BMA_BLOCK_ITEM_THREE,
    BMA_BLOCK_HEADING,
    BMA_BLOCK_TITLE
};

struct bma_html_break {
    uint32_t at; /* in the source */
    enum bma_html_block block;
    bool follows; /* a new paragraph of whatever stood before it */
};

struct bma_html_breaks {
    struct bma_html_break *items; /* by place, one for each */
    size_t count, capacity;
};

/* Both fill *out with a heap array (bma_free); false when memory is out. */
bool bma_html_marks_collect(const struct bma_scorecard *card, struct bma_html_marks *out);
bool bma_html_breaks_collect(const struct bma_document *document, struct bma_html_breaks *out);

#endif

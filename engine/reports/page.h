/*
 * Lines of a terminal: words wrapped by display width, with indentation and
 * styles.  Text of a draft is not trusted: control characters and those that turn the
 * direction of writing appear as U+FFFD, so that no draft steers a terminal.
 */
#ifndef BMA_REPORTS_PAGE_H
#define BMA_REPORTS_PAGE_H

#include "base/buffer.h"

enum bma_style { BMA_PLAIN, BMA_BOLD, BMA_DIM, BMA_GOOD, BMA_FAIR, BMA_POOR };

struct bma_page {
    struct bma_buffer *out;
    unsigned width; /* columns */
    bool color;
};

/* Text in one style, without a line end. */
void bma_page_add(const struct bma_page *page, enum bma_style style, const char *text);
/* The same, padded with blanks to `columns`, or cut to them with an ellipsis. */
void bma_page_cell(const struct bma_page *page, enum bma_style style, const char *text, unsigned columns);
void bma_page_line(const struct bma_page *page); /* ends the line */
void bma_page_rule(const struct bma_page *page); /* a line across the page */
void bma_page_heading(const struct bma_page *page, const char *text);

/* A paragraph: `label` in bold at column `indent`, then text wrapped so that it hangs below `hang`. */
void bma_page_wrap(const struct bma_page *page, unsigned indent, const char *label, unsigned hang,
                   enum bma_style style, const char *text);

/* The same for a line of which `column` columns are written already; further lines start there. */
void bma_page_wrap_from(const struct bma_page *page, unsigned column, enum bma_style style, const char *text);

#endif

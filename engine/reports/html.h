/*
 * The parts of the HTML page; private to this room.  The page is well-formed XML
 * as well, so that a test can hold it to that.  It carries no script and no
 * style attribute: its policy allows one style sheet, by hash, and nothing else.
 */
#ifndef BMA_REPORTS_HTML_H
#define BMA_REPORTS_HTML_H

#include "reports/report.h"

struct bma_html {
    struct bma_buffer *out;
    const struct bma_scorecard *card;
    unsigned number; /* of the agreement on the page, from 1: part of every id */
};

/* Everything up to <body>: the policy, the style sheet, and the title "title – what". */
void bma_html_head(struct bma_buffer *out, const char *title, const char *what);

/* <tag class="…">text</tag>, class NULL for none; the text is escaped. */
void bma_html_element(const struct bma_html *html, const char *tag, const char *class, const char *text);
void bma_html_score(const struct bma_html *html, double score);

/* Ids of what links point at: a criterion's card, a fault, and a piece of evidence in the draft. */
void bma_html_criterion_id(const struct bma_html *html, const char *criterion);
void bma_html_fault_id(const struct bma_html *html, uint32_t fault);
void bma_html_piece_id(const struct bma_html *html, const char *criterion, uint32_t fault, uint32_t piece);

/* "good", "fair", "poor" or "none": the colour of a score. */
const char *bma_html_tone(double score);

void bma_html_picture(const struct bma_html *html);
void bma_html_recommendations(const struct bma_html *html);
void bma_html_coherence(const struct bma_html *html);
void bma_html_draft(const struct bma_html *html);

#endif

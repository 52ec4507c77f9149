/* What the writers of comparisons share; private to this room. */
#ifndef BMA_REPORTS_DIFF_H
#define BMA_REPORTS_DIFF_H

#include "reports/report.h"
#include "scoring/diff.h"

/* The changes in the order in which a reader needs them, worst first, ended by BMA_CHANGE_SAME. */
extern const enum bma_change bma_diff_order[];
const char *bma_diff_heading(enum bma_change change); /* "Lost" … */

/* "binding (3)", "contradicted, soft (2)", "does not apply", "undecided" */
enum { BMA_LEVEL_TEXT = 48 };
const char *bma_diff_level(const struct bma_judgement *judged, char out[BMA_LEVEL_TEXT]);

/* Appends "Article 5, now Article 7", "Article 5, which the new version drops", "Article 5". */
void bma_diff_place(struct bma_buffer *out, const struct bma_diff *diff, const struct bma_change_row *row);
/* Appends how an article fared: "Article 5 is now Article 7, reworded"; false where nothing changed. */
bool bma_diff_article(struct bma_buffer *out, const struct bma_diff *diff,
                      const struct bma_article_pair *pair);
/* Appends "From 13.4 points and grade E to 50.6 points and grade C: 3 lost, 0 weakened …." */
void bma_diff_verdict(struct bma_buffer *out, const struct bma_diff *diff);

void bma_diff_text(const struct bma_diff *diff, const struct bma_report_options *options,
                   struct bma_buffer *out);
void bma_diff_json(const struct bma_diff *diff, const struct bma_report_options *options,
                   struct bma_buffer *out);
void bma_diff_markdown(const struct bma_diff *diff, const struct bma_report_options *options,
                       struct bma_buffer *out);
void bma_diff_html(const struct bma_diff *diff, const struct bma_report_options *options,
                   struct bma_buffer *out);

#endif

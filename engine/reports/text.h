/* The parts of the text card; private to this room. */
#ifndef BMA_REPORTS_TEXT_H
#define BMA_REPORTS_TEXT_H

#include "reports/page.h"
#include "scoring/scorecard.h"

enum { BMA_SCORE_TEXT = 32 };

/* "62.4", "80", "–" where there is none. */
void bma_text_score(char out[BMA_SCORE_TEXT], double score);
/* Wraps what parts holds, and releases it. */
void bma_text_sentence(const struct bma_page *page, unsigned indent, const char *label, unsigned hang,
                       enum bma_style style, struct bma_buffer *parts);
/* The words in quotation marks, then article and line. */
void bma_text_quote(const struct bma_page *page, unsigned indent, const struct bma_evidence *evidence);

/* all: every piece of evidence, not only the strongest. */
void bma_text_criteria(const struct bma_page *page, const struct bma_scorecard *card, bool all);
void bma_text_recommendations(const struct bma_page *page, const struct bma_scorecard *card);
void bma_text_coherence(const struct bma_page *page, const struct bma_scorecard *card);
/* What a review adds: below the verdict, below one criterion, and in sections of its own. */
void bma_text_review_verdict(const struct bma_page *page, const struct bma_scorecard *card);
void bma_text_review_criterion(const struct bma_page *page, const struct bma_scorecard *card, uint32_t i);
void bma_text_review(const struct bma_page *page, const struct bma_scorecard *card);
void bma_text_foot(const struct bma_page *page, const struct bma_scorecard *card);

#endif

/*
 * One criterion explained: what the report asks for; step by step why a draft got its level; what is looked
 * for, the ladder and good wording.
 */
#ifndef BMA_REPORTS_EXPLAIN_H
#define BMA_REPORTS_EXPLAIN_H

#include "reports/report.h"

/* met: the level from which the criterion counts as met; card: of the draft, or NULL. */
void bma_explain_criterion(const struct bma_pack *pack, uint32_t rule, int met,
                           const struct bma_scorecard *card, const struct bma_report_options *options,
                           struct bma_buffer *out);
/* The draft's part of it. */
void bma_explain_finding(const struct bma_pack *pack, const struct bma_scorecard *card, uint32_t finding,
                         const struct bma_report_options *options, struct bma_buffer *out);
/* "an organisation of workers": what the lexicon says of a concept, else its name. */
void bma_explain_concept(const struct bma_lexicon *lexicon, uint32_t concept, struct bma_buffer *out);

#endif

/* The writers behind the table of reports; private to this room. */
#ifndef BMA_REPORTS_FORMATS_H
#define BMA_REPORTS_FORMATS_H

#include "reports/report.h"

void bma_report_text(const struct bma_scorecard *const *cards, size_t count,
                     const struct bma_report_options *options, struct bma_buffer *out);
void bma_report_json(const struct bma_scorecard *const *cards, size_t count,
                     const struct bma_report_options *options, struct bma_buffer *out);
void bma_report_sarif(const struct bma_scorecard *const *cards, size_t count,
                      const struct bma_report_options *options, struct bma_buffer *out);
void bma_report_junit(const struct bma_scorecard *const *cards, size_t count,
                      const struct bma_report_options *options, struct bma_buffer *out);
void bma_report_markdown(const struct bma_scorecard *const *cards, size_t count,
                         const struct bma_report_options *options, struct bma_buffer *out);
void bma_report_csv(const struct bma_scorecard *const *cards, size_t count,
                    const struct bma_report_options *options, struct bma_buffer *out);
void bma_report_github(const struct bma_scorecard *const *cards, size_t count,
                       const struct bma_report_options *options, struct bma_buffer *out);
void bma_report_html(const struct bma_scorecard *const *cards, size_t count,
                     const struct bma_report_options *options, struct bma_buffer *out);

#endif

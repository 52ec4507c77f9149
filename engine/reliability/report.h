/* What two coders' ratings say, as text, CSV and JSON (docs/agreement.md, docs/agreement.schema.json). */
#ifndef BMA_RELIABILITY_REPORT_H
#define BMA_RELIABILITY_REPORT_H

#include "reliability/gather.h"
#include "reports/page.h"

/* Figures of everything, of each group and of each item, in that order; items without units are left out. */
struct bma_reliability_row {
    enum bma_scope scope;
    const char *id, *title; /* "all", "HR", "HR-1" */
    uint32_t index;         /* of the group or item */
    struct bma_figures figures;
};

struct bma_reliability {
    const struct bma_comparison *comparison;
    struct bma_reliability_row *rows; /* on the heap; [0] is everything */
    uint32_t row_count;
};

enum bma_status bma_reliability_of(const struct bma_comparison *comparison, const struct bma_pack *pack,
                                   struct bma_reliability *out, struct bma_error *error);
void bma_reliability_release(struct bma_reliability *reliability);

/* disagreements: list every unit that was rated differently, too. */
void bma_reliability_text(const struct bma_reliability *reliability, bool disagreements,
                          const struct bma_page *page);
/* One line per row; or one per disagreement instead. */
void bma_reliability_csv(const struct bma_reliability *reliability, bool disagreements,
                         struct bma_buffer *out);
/* Everything. */
void bma_reliability_json(const struct bma_reliability *reliability, struct bma_buffer *out);

#endif

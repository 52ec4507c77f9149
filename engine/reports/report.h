/*
 * Reports: one file per format behind one table.  A report turns scorecards
 * that are already made into bytes; it decides nothing.
 */
#ifndef BMA_REPORTS_REPORT_H
#define BMA_REPORTS_REPORT_H

#include "base/buffer.h"
#include "scoring/scorecard.h"

struct bma_report_options {
    unsigned width; /* columns of the terminal; 80 when unknown */
    bool color;
    bool verbose; /* text: criteria that are met in full, too */
    bool passes;  /* sarif: criteria that are met or do not apply, too */
    const char
        *base; /* sarif, github: absolute paths below this folder are written relative to it; or NULL */
};

struct bma_report {
    const char *name; /* "json" */
    /* Appends the report on `count` scorecards; fails only for want of memory (out->failed). */
    void (*write)(const struct bma_scorecard *const *cards, size_t count,
                  const struct bma_report_options *options, struct bma_buffer *out);
};

/* The formats in which two versions are compared: text, json, markdown, html; or NULL. */
struct bma_diff;
struct bma_diff_report {
    const char *name;
    void (*write)(const struct bma_diff *diff, const struct bma_report_options *options,
                  struct bma_buffer *out);
};
const struct bma_diff_report *bma_diff_report_find(const char *name);

/* The shortfalls of these cards as a baseline (scoring/baseline.h). */
void bma_baseline_report(const struct bma_scorecard *const *cards, size_t count, struct bma_buffer *out);

/* All formats, ended by a NULL name; and one by name, or NULL. */
const struct bma_report *bma_reports(void);
const struct bma_report *bma_report_find(const char *name);

#endif

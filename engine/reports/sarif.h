/* The parts of a SARIF log; private to this room. */
#ifndef BMA_REPORTS_SARIF_H
#define BMA_REPORTS_SARIF_H

#include "reports/json_writer.h"
#include "reports/report.h"

enum { BMA_SARIF_FAULTS = 64 }; /* kinds of faults between clauses; there are five */

struct bma_sarif_run {
    const struct bma_scorecard *const *cards;
    size_t count;
    const struct bma_report_options *options;
    const char *faults[BMA_SARIF_FAULTS]; /* kinds that occur, as they turn up */
    unsigned fault_count;
};
void bma_sarif_run_init(struct bma_sarif_run *run, const struct bma_scorecard *const *cards, size_t count,
                        const struct bma_report_options *options);

/* A draft as an artifact of the run. */
struct bma_sarif_file {
    const char *key;  /* under which its location is written; "" in an array */
    const char *path; /* relative where it can be */
    unsigned index;
    const struct bma_document *document;
    bool lines; /* lines and bytes are those of the file */
};

/* {"text": …} under key; characters that steer are taken out. */
void bma_sarif_message(struct bma_json *json, const char *key, const char *text);
void bma_sarif_artifact(struct bma_json *json, const struct bma_sarif_file *file);

/* The tool with its rules: the criteria of the pack, then the kinds of faults between clauses. */
void bma_sarif_tool(struct bma_json *json, const struct bma_sarif_run *run);
/* Place of a kind of fault among the rules, or -1. */
int bma_sarif_rule_index(const struct bma_sarif_run *run, const char *id);

/* How the run went: rules that failed are notifications. */
void bma_sarif_invocation(struct bma_json *json, const struct bma_sarif_run *run);

#endif

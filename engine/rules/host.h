/*
 * Runs a pack's rules over one agreement after another: one host per worker,
 * one Lua state per host, reset between documents.
 */
#ifndef BMA_RULES_HOST_H
#define BMA_RULES_HOST_H

#include "findings/finding.h"
#include "language/annotated.h"
#include "readers/case_file.h"
#include "rules/pack.h"

struct bma_host;

/* Limits on what a rule may use; bma_host_new(…, NULL, …) takes the defaults. */
struct bma_host_limits {
    size_t memory; /* bytes of the Lua state; default 32 MiB */
    long steps;    /* VM instructions per rule and document; default 2,000,000 */
};

enum bma_status bma_host_new(const struct bma_pack *pack, const struct bma_host_limits *limits,
                             struct bma_host **out, struct bma_error *error);
void bma_host_free(struct bma_host *host);

/*
 * Evaluates every rule.  A rule that fails yields a finding of status ERROR;
 * the call itself fails only for want of memory.  Findings live in arena.
 * Every quote is compared with the source; a quote that differs makes its
 * finding an ERROR.
 */
enum bma_status bma_host_run(struct bma_host *host, const struct bma_annotated *text,
                             const struct bma_case *agreement, struct bma_arena *arena,
                             struct bma_findings *out, struct bma_error *error);

/* What of the last document was weighed for the model (standing.h); NULL: nothing was learned for it. */
const int32_t *bma_host_weighed(const struct bma_host *host, uint32_t model);

#endif

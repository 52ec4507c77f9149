/*
 * Faults between the clauses of one draft (CX-1 … CX-5; docs/coherence.md):
 * references that lead nowhere, terms without definition or use, clauses that
 * defeat each other, duties that weigh on one Party, bodies without a constitution.
 * They are reported beside the findings and never change a level.
 */
#ifndef BMA_RULES_COHERENCE_H
#define BMA_RULES_COHERENCE_H

#include "findings/finding.h"
#include "readers/case_file.h"
#include "rules/query.h"

/*
 * Fills coherence and duties_* of *out, and who the Parties are.  The search has been begun
 * for the document; its `found` is used as scratch.  Everything made lives in the
 * arena; fails only for want of memory.
 */
enum bma_status bma_coherence_check(const struct bma_pack *pack, struct bma_search *search,
                                    const struct bma_case *agreement, struct bma_arena *arena,
                                    struct bma_findings *out, struct bma_error *error);

#endif

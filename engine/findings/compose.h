/*
 * Puts a finding that has been decided into words: the reason, and the advice
 * that goes with its level.
 */
#ifndef BMA_FINDINGS_COMPOSE_H
#define BMA_FINDINGS_COMPOSE_H

#include "base/arena.h"
#include "bma/error.h"
#include "findings/finding.h"

/*
 * Sets finding->reason from level, elements, evidence and `why`, the reason
 * of the strongest candidate (or of the nearest miss).  Leaves a reason that a
 * rule has given alone.
 */
enum bma_status bma_finding_compose(struct bma_finding *finding, enum bma_reason why, struct bma_arena *arena,
                                    struct bma_error *error);

#endif

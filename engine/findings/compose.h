/*
 * Puts a finding that has been decided into words: the reason, and the advice
 * that goes with its level.
 */
#ifndef BMA_FINDINGS_COMPOSE_H
#define BMA_FINDINGS_COMPOSE_H

#include "base/arena.h"
#include "base/error.h"
#include "findings/finding.h"

/*
 * Whether the evidence is one of those that the finding rests on: its first supporting clause and, where that
 * one does not by itself say how to carry the duty out, each that adds body, time or procedure until two are
 * seen.
 */
bool bma_evidence_carries(const struct bma_finding *finding, uint32_t at);

/*
 * Sets finding->reason from level, elements, evidence and `why`, the reason
 * of the strongest candidate (or of the nearest miss).  Leaves a reason that a
 * rule has given alone.
 */
enum bma_status bma_finding_compose(struct bma_finding *finding, enum bma_reason why, struct bma_arena *arena,
                                    struct bma_error *error);

#endif

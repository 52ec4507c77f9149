/*
 * Evidence is made here and nowhere else: a clause of the text, quoted from
 * the source, or a fact of the dossier.
 *
 * Everything made lives in the arena handed in.
 */
#ifndef BMA_FINDINGS_EVIDENCE_H
#define BMA_FINDINGS_EVIDENCE_H

#include "base/arena.h"
#include "base/error.h"
#include "findings/finding.h"

/* A finding shows at most so many pieces of evidence. */
enum { BMA_EVIDENCE_MAX = 16 };

/* Fills *out with the clause as it stands in the source.  Fails only for want of memory. */
enum bma_status bma_evidence_from_clause(const struct bma_document *document, uint32_t clause,
                                         enum bma_evidence_role role, int level, struct bma_arena *arena,
                                         struct bma_evidence *out, struct bma_error *error);

/* Fills *out with "key: value" of the dossier; line is the case file's. */
enum bma_status bma_evidence_from_fact(const char *key, const char *value, uint32_t line,
                                       struct bma_arena *arena, struct bma_evidence *out,
                                       struct bma_error *error);

/* The first evidence of that role, or NULL. */
const struct bma_evidence *bma_evidence_first(const struct bma_finding *finding, enum bma_evidence_role role);
/* The evidence to point at: what contradicts, else what carries the level; NULL where nothing does. */
const struct bma_evidence *bma_evidence_leading(const struct bma_finding *finding);
/* The same, and the nearest miss where nothing carries a level. */
const struct bma_evidence *bma_evidence_telling(const struct bma_finding *finding);

/*
 * Whether a clause speaks more directly to the criterion than another of its level: it fits the criterion
 * better (likeness), answers more of the rule's queries, stands among more clauses that do; of equals, the
 * one whose query the rule's author put first.
 */
bool bma_more_direct(const struct bma_candidate *a, const struct bma_candidate *b);

/*
 * Whether the quote is what the source says between the evidence's offsets,
 * white-space runs as one space, and line and column are those of its first
 * byte.  Evidence of another voice has nothing to compare and is true.
 */
bool bma_evidence_true(const struct bma_document *document, const struct bma_evidence *evidence);

/*
 * Checks all evidence of a finding; one that differs turns the finding
 * into an ERROR that says which.  Returns whether all were true.
 */
bool bma_finding_verify(const struct bma_document *document, struct bma_finding *finding);

#endif

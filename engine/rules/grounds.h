/*
 * On what a candidate rests: the words of the draft in which its clause, or a lead-in of it, answers each
 * thing that the query asks for together.
 */
#ifndef BMA_RULES_GROUNDS_H
#define BMA_RULES_GROUNDS_H

#include "base/arena.h"
#include "base/error.h"
#include "language/annotated.h"
#include "rules/pack.h"

/* A query is told of by at most so many grounds. */
enum { BMA_GROUNDS_MAX = 8 };

struct bma_ground {
    uint32_t concept;
    struct bma_span words; /* in the text */
};

/* The query that a candidate answers; NULL where likeness alone speaks of it. */
const struct bma_query *bma_candidate_query(const struct bma_rule *rule,
                                            const struct bma_candidate *candidate);

/*
 * Fills `out`, in the order in which the query asks, the place that decided first and the others as near to
 * it as they come; returns how many.  None where the query was answered by another clause, which this one
 * disapplies.
 */
uint32_t bma_grounds(const struct bma_annotated *text, const struct bma_query *query,
                     const struct bma_candidate *candidate, struct bma_ground out[BMA_GROUNDS_MAX]);

/* Writes the grounds of a candidate of the rule, if it has any, into the evidence that shows it. */
enum bma_status bma_grounds_show(const struct bma_annotated *text, const struct bma_rule *rule,
                                 const struct bma_candidate *candidate, struct bma_arena *arena,
                                 struct bma_evidence *evidence, struct bma_error *error);

#endif

/*
 * The ladder: how strongly a clause undertakes what is found in it.  All of it
 * stands here.
 *
 *   0  title, heading, closing, a repeated letter; a duty that is taken away
 *   1  preamble; a predicate that aims, or no predicate at all; an annex that
 *      nothing in the operative part makes part of the agreement
 *   2  a soft verb, a permission (of anyone but the worker), a hedge within reach
 *   3  a duty, a right, the worker's permission, an operative statement
 *   4  3, and two of body, time, procedure, from all clauses of level 3 and their
 *      surroundings together
 *
 * A query's `least` lifts an operative clause, its `most` caps any clause.  An instrument
 * that binds nobody is worth 2 at most, last of all.
 */
#ifndef BMA_RULES_LADDER_H
#define BMA_RULES_LADDER_H

#include "rules/query.h"

/* The level of one clause alone under the predicate that governs it (NULL: none does). */
int bma_ladder_clause(const struct bma_search *search, uint32_t clause, const struct bma_predicate *predicate,
                      const struct bma_query *query, enum bma_reason *reason);

/* Whether the clause stands where clauses bind: operative part, or an annex in force. */
bool bma_ladder_operative(const struct bma_search *search, uint32_t clause);

/* The first and the last-plus-one clause of the rule's window around a clause. */
void bma_ladder_window(const struct bma_document *document, uint32_t clause, enum bma_window window,
                       uint32_t *first, uint32_t *end);

/* Elements of level 4 that a clause of the rule's window gives: BMA_ELEMENT_… bits.  `rule` is search->rule.
 */
uint8_t bma_ladder_elements(struct bma_search *search, uint32_t clause, const struct bma_rule *rule);

/* The same with what its lead-in gives, and a body when it points to an article of this document that names
 * one. */
uint8_t bma_ladder_own(struct bma_search *search, uint32_t clause, const struct bma_rule *rule);

#endif

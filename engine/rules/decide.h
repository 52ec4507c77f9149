/*
 * From candidates to a decided finding: the highest level, the elements that
 * make it operational, contradictions, the dossier, and the evidence to show.
 */
#ifndef BMA_RULES_DECIDE_H
#define BMA_RULES_DECIDE_H

#include "readers/case_file.h"
#include "rules/likeness.h"
#include "rules/wording.h"

enum { BMA_MARKS_MAX = 32 };

/* A clause that is shown as evidence because of a check function or of an element. */
struct bma_mark {
    uint32_t clause;
    enum bma_evidence_role role;
    int level;
};

/* A finding in the making. */
struct bma_decision {
    const struct bma_rule *rule;
    struct bma_search *search; /* its `found` are the rule's candidates, in reading order */
    const struct bma_case *agreement;
    struct bma_arena *arena;
    struct bma_finding *finding;
    enum bma_reason why; /* of the strongest candidate, or of the nearest miss */
    struct bma_mark marks[BMA_MARKS_MAX];
    uint32_t mark_count;
    const struct bma_fact *fact;     /* of the dossier, when it decided */
    const struct bma_own_terms *own; /* how the draft calls what suggested clauses speak of */
    const struct bma_likely *likely; /* once the queries of all rules have spoken; else NULL */
};

/* Runs the queries of the pack's rule number `rule` and decides level, elements and contradiction. */
enum bma_status bma_decide(struct bma_decision *decision, struct bma_likely *likely, uint32_t rule,
                           struct bma_error *error);

/* Of a finding that binds: gathers what it takes to carry it out, around each clause that binds, and raises
 * the level where that is enough. */
void bma_decide_operational(struct bma_decision *decision);

/* What another clause in the window of a deciding one adds.  One that works against the rule, or as far as is
 * known against any, and one that lays a burden on the worker carry nothing out, and the row of a table
 * speaks of its own item alone. */
uint8_t bma_window_elements(struct bma_decision *decision, uint32_t clause);

/*
 * Where no query holds and no clause works against the rule: the clause that is most like those that count,
 * or those that work against it, gives the level, as any other clause does, or the contradiction, and the
 * finding says that it is likely.  Where a query holds, only a contradiction is looked for.
 */
enum bma_status bma_decide_by_likeness(struct bma_decision *decision, struct bma_likely *likely,
                                       uint32_t rule, struct bma_error *error);

/* Whether a clause that carries the finding out works against any criterion: then it is decided again. */
bool bma_finding_leans_on_opposed(const struct bma_likely *likely, const struct bma_finding *finding);

/* Shows a clause beside those that the queries found; beyond BMA_MARKS_MAX it is passed over. */
void bma_decision_mark(struct bma_decision *decision, uint32_t clause, enum bma_evidence_role role,
                       int level);

/* Adds evidence, advice and wording, and puts the finding into words. */
enum bma_status bma_decision_finish(struct bma_decision *decision, struct bma_error *error);

#endif

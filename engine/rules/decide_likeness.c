/* A level, or a contradiction, by likeness, where the queries of a rule found none. */
#include "base/memory.h"
#include "rules/decide.h"
#include "rules/ladder.h"

/*
 * Whether queries of the rule leave likeness nothing to say of the clause: one with `most` = 0 says that it
 * is something else, whatever it is worded like; and what counts does not work against.
 */
static bool is_settled(const struct bma_search *search, const struct bma_alike *alike)
{
    bool against = bma_model_is_against(alike->model);

    for (size_t i = bma_search_candidates(search, alike->clause);
         i < search->found_count && search->found[i].clause == alike->clause; i++) {
        const struct bma_candidate *candidate = &search->found[i];

        if ((candidate->level == BMA_LEVEL_ABSENT && candidate->reason == BMA_REASON_CAPPED) ||
            (against && bma_candidate_counts(candidate, false)))
            return true;
    }
    return false;
}

/* The first main predicate of the clause, for what counts one that takes no duty away; BMA_NONE: there is
 * none. */
static uint32_t main_predicate(const struct bma_annotated *text, uint32_t clause, bool against)
{
    const struct bma_clause_features *features = &text->clauses[clause];

    for (uint32_t i = 0; i < features->predicate_count; i++) {
        const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

        if (!predicate->subordinate && (against || !predicate->released))
            return features->first_predicate + i;
    }
    return BMA_NONE;
}

/* What the clause is worth for the rule, or against it, as to delete what counts is; false: less than soft.
 */
static bool weigh(const struct bma_search *search, const struct bma_alike *alike, struct bma_candidate *out)
{
    static const struct bma_query any = {.most = BMA_LEVEL_OPERATIONAL};
    bool against = bma_model_is_against(alike->model) || bma_clause_deletes(search->text, alike->clause);

    *out = (struct bma_candidate){
        .clause = alike->clause, .query = BMA_NONE, .focus = BMA_NONE, .against = against};
    out->predicate = main_predicate(search->text, alike->clause, against);
    if (out->predicate == BMA_NONE)
        return false;
    out->level = bma_ladder_clause(search, alike->clause, &search->text->predicates[out->predicate], &any,
                                   &out->reason);
    return out->level >= BMA_LEVEL_SOFT;
}

static const struct bma_alike *most_alike(const struct bma_decision *decision,
                                          const struct bma_likely *likely, uint32_t rule,
                                          struct bma_candidate *candidate)
{
    const struct bma_alike *best = NULL;

    for (size_t i = 0; i < likely->count; i++) {
        const struct bma_alike *item = &likely->items[i];
        struct bma_candidate here;

        if (bma_model_rule(item->model) != rule || (best && item->score <= best->score) ||
            !bma_likely_may_tell(likely, item, decision->finding) || is_settled(decision->search, item) ||
            !weigh(decision->search, item, &here))
            continue;
        best = item;
        *candidate = here;
    }
    return best;
}

/* In reading order, behind others of its clause.  False when memory is out. */
static bool insert(struct bma_search *search, const struct bma_candidate *candidate)
{
    size_t at = search->found_count;

    if (bma_grow(&search->found, &search->found_capacity, at + 1, sizeof *search->found) != 0)
        return false;
    for (; at > 0 && search->found[at - 1].clause > candidate->clause; at--)
        search->found[at] = search->found[at - 1];
    search->found[at] = *candidate;
    search->found_count++;
    return true;
}

/* Only of a clause that is surely alike a reader may be told that it can be carried out. */
static void take_level(struct bma_decision *decision, const struct bma_candidate *candidate,
                       const struct bma_alike *alike)
{
    decision->finding->level = candidate->level;
    decision->finding->capped = candidate->reason == BMA_REASON_NON_BINDING;
    decision->why = candidate->reason;
    if (bma_alike_surely(alike))
        bma_decide_operational(decision);
}

enum bma_status bma_decide_by_likeness(struct bma_decision *decision, struct bma_likely *likely,
                                       uint32_t rule, struct bma_error *error)
{
    struct bma_search *search = decision->search;
    struct bma_finding *finding = decision->finding;
    struct bma_candidate candidate;
    const struct bma_alike *alike;

    alike = most_alike(decision, likely, rule, &candidate);
    if (!alike)
        return BMA_OK;
    if (!insert(search, &candidate))
        return bma_error_memory(error);
    finding->likely = true;
    finding->doubtful = false;
    finding->alike = bma_likely_words(likely, search, alike, decision->arena);
    if (candidate.against)
        finding->contradicted = true;
    else
        take_level(decision, &candidate, alike);
    return finding->alike ? BMA_OK : bma_error_memory(error);
}

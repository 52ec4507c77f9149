/* A level by likeness, where the queries of a rule found nothing. */
#include "base/memory.h"
#include "rules/decide.h"
#include "rules/ladder.h"

/* What a query saw and turned down says nothing of it, whatever its words are. */
static bool turned_down(const struct bma_search *search, uint32_t clause)
{
    for (size_t i = 0; i < search->found_count; i++) {
        if (search->found[i].clause == clause)
            return true;
    }
    return false;
}

/* The first main predicate of the clause that neither forbids nor releases; BMA_NONE: all do. */
static uint32_t main_predicate(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];

    for (uint32_t i = 0; i < features->predicate_count; i++) {
        const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

        if (!predicate->subordinate && !predicate->released)
            return features->first_predicate + i;
    }
    return BMA_NONE;
}

static const struct bma_alike *most_alike(const struct bma_search *search, const struct bma_likely *likely,
                                          uint32_t rule, struct bma_candidate *candidate)
{
    static const struct bma_query any = {.most = BMA_LEVEL_OPERATIONAL};
    const struct bma_alike *best = NULL;

    for (size_t i = 0; i < likely->count; i++) {
        const struct bma_alike *item = &likely->items[i];
        struct bma_candidate here = {.clause = item->clause, .query = BMA_NONE};

        if (item->score + likely->leaning < 0 || item->rule != rule || (best && item->score <= best->score) ||
            turned_down(search, item->clause))
            continue;
        here.predicate = main_predicate(search->text, item->clause);
        if (here.predicate == BMA_NONE)
            continue;
        here.level = bma_ladder_clause(search, item->clause, &search->text->predicates[here.predicate], &any,
                                       &here.reason);
        if (here.level < BMA_LEVEL_SOFT)
            continue;
        best = item;
        *candidate = here;
    }
    return best;
}

enum bma_status bma_decide_by_likeness(struct bma_decision *decision, const struct bma_likely *likely,
                                       uint32_t rule, struct bma_error *error)
{
    struct bma_search *search = decision->search;
    struct bma_finding *finding = decision->finding;
    struct bma_candidate candidate;
    const struct bma_alike *alike;

    if (!bma_is_open(finding))
        return BMA_OK;
    alike = most_alike(search, likely, rule, &candidate);
    if (!alike)
        return BMA_OK;
    if (bma_grow(&search->found, &search->found_capacity, search->found_count + 1, sizeof *search->found) !=
        0)
        return bma_error_memory(error);
    search->found[search->found_count++] = candidate;
    finding->likely = true;
    finding->alike = bma_likely_words(likely, search, alike, decision->arena);
    bma_decide_level(decision);
    return finding->alike ? BMA_OK : bma_error_memory(error);
}

#include "rules/grounds.h"

#include "rules/query.h"

const struct bma_query *bma_candidate_query(const struct bma_rule *rule,
                                            const struct bma_candidate *candidate)
{
    uint32_t query = candidate->query;

    if (query == BMA_NONE)
        return NULL;
    return query < rule->looks_for_count ? &rule->looks_for[query]
                                         : &rule->against[query - rule->looks_for_count];
}

static bool is_of(const struct bma_any_of *group, uint32_t concept)
{
    for (uint32_t i = 0; i < group->count; i++) {
        if (group->concepts[i] == concept)
            return true;
    }
    return false;
}

/* The group's occurrence in clause or lead-ins that stands nearest to the focus, of equals the first; the
 * first of all without a focus; BMA_NONE: there is none. */
static uint32_t nearest(const struct bma_annotated *text, const struct bma_chain *chain,
                        const struct bma_any_of *group, uint32_t focus)
{
    uint32_t best = BMA_NONE, shortest = UINT32_MAX;

    for (uint32_t c = 0; c < chain->count; c++) {
        const struct bma_clause_features *features = &text->clauses[chain->clauses[c]];

        for (uint32_t i = 0; i < features->annotation_count; i++) {
            uint32_t at = features->first_annotation + i;
            uint32_t gap = focus == BMA_NONE
                               ? 0
                               : bma_annotation_gap(text, &text->annotations[focus], &text->annotations[at]);

            if (gap < shortest && is_of(group, text->annotations[at].concept)) {
                shortest = gap;
                best = at;
            }
        }
    }
    return best;
}

uint32_t bma_grounds(const struct bma_annotated *text, const struct bma_query *query,
                     const struct bma_candidate *candidate, struct bma_ground out[BMA_GROUNDS_MAX])
{
    struct bma_chain chain = bma_chain_of(text->document, candidate->clause);
    uint32_t count = 0;

    for (uint32_t i = 0; i < query->all_count && count < BMA_GROUNDS_MAX; i++) {
        uint32_t at = i == 0 && candidate->focus != BMA_NONE
                          ? candidate->focus
                          : nearest(text, &chain, &query->all[i], candidate->focus);

        if (at != BMA_NONE) {
            const struct bma_annotation *found = &text->annotations[at];
            const struct bma_token *last = &text->tokens[found->end - 1];

            out[count++] = (struct bma_ground){
                found->concept, {text->tokens[found->first].start, last->start + last->length}};
        }
    }
    return count;
}

enum bma_status bma_grounds_show(const struct bma_annotated *text, const struct bma_rule *rule,
                                 const struct bma_candidate *candidate, struct bma_arena *arena,
                                 struct bma_evidence *evidence, struct bma_error *error)
{
    const struct bma_query *query = bma_candidate_query(rule, candidate);
    struct bma_ground grounds[BMA_GROUNDS_MAX];
    uint32_t count = query ? bma_grounds(text, query, candidate, grounds) : 0;
    struct bma_evidence_ground *shown = bma_arena_calloc(arena, count + 1, sizeof *shown);

    if (!shown)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < count; i++) {
        shown[i].concept = bma_lexicon_concept(text->lexicon, grounds[i].concept)->name;
        shown[i].words = bma_document_words_kept(text->document, grounds[i].words, arena);
        shown[i].source = bma_document_source(text->document, grounds[i].words);
        if (!shown[i].words)
            return bma_error_memory(error);
    }
    evidence->grounds = shown;
    evidence->ground_count = count;
    return BMA_OK;
}

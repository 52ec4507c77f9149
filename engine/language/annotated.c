/* What rules ask of an annotated document. */
#include "language/annotated.h"

#include <string.h>

static const struct {
    const char *name;
    enum bma_actor actor;
} ACTORS[] = {
    {"parties", BMA_ACTOR_PARTIES},         {"origin", BMA_ACTOR_ORIGIN},
    {"destination", BMA_ACTOR_DESTINATION}, {"employer", BMA_ACTOR_EMPLOYER},
    {"worker", BMA_ACTOR_WORKER},           {"agency", BMA_ACTOR_AGENCY},
    {"joint-body", BMA_ACTOR_JOINT_BODY},   {"authority", BMA_ACTOR_AUTHORITY},
    {"third-party", BMA_ACTOR_THIRD_PARTY},
};

const char *bma_modality_name(enum bma_modality modality)
{
    static const char *const names[] = {"none", "aim", "soft", "permit", "declare", "right", "duty"};

    return (unsigned)modality < sizeof names / sizeof *names ? names[modality] : "";
}

unsigned bma_actor_find(const char *name)
{
    for (size_t i = 0; i < sizeof ACTORS / sizeof ACTORS[0]; i++)
        if (strcmp(ACTORS[i].name, name) == 0)
            return ACTORS[i].actor;
    return 0;
}

bool bma_clause_has(const struct bma_annotated *text, uint32_t clause, uint32_t concept, uint32_t *annotation)
{
    const uint32_t *items = text->by_concept;
    uint32_t low = text->by_concept_start[concept], high = text->by_concept_start[concept + 1], end = high;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->annotations[items[middle]].clause < clause)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == end || text->annotations[items[low]].clause != clause)
        return false;
    if (annotation != NULL)
        *annotation = items[low];
    return true;
}

static uint32_t overlap(const struct bma_predicate *predicate, uint32_t first, uint32_t end)
{
    uint32_t from = predicate->first > first ? predicate->first : first;
    uint32_t to = predicate->end < end ? predicate->end : end;
    return from < to ? to - from : 0;
}

/*
 * A phrase that reaches over several predicates ("passports, which workers need, shall
 * be returned") belongs to a main one, and of these to the one that holds most of it.
 */
const struct bma_predicate *bma_governing(const struct bma_annotated *text, uint32_t clause, uint32_t first,
                                          uint32_t end)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    const struct bma_predicate *best = NULL;
    uint32_t most = 0;
    for (uint32_t i = 0; i < features->predicate_count; i++) {
        const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];
        uint32_t shared = overlap(predicate, first, end);
        if (shared == 0)
            continue;
        bool better = best == NULL || (best->subordinate && !predicate->subordinate) ||
                      (best->subordinate == predicate->subordinate && shared > most);
        if (better) {
            best = predicate;
            most = shared;
        }
    }
    return best;
}

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

uint32_t bma_known_words(const struct bma_annotated *text)
{
    enum { TOO_SHORT = 50 };
    uint64_t words = 0, known = 0;
    for (uint32_t i = 0; i < text->token_count; i++) {
        const struct bma_token *token = &text->tokens[i];
        if ((token->flags & BMA_TOKEN_NUMBER) != 0 || token->length < 2)
            continue;
        words++;
        known += token->stem != 0;
    }
    return words < TOO_SHORT ? 100 : (uint32_t)(known * 100 / words);
}

bool bma_clause_has(const struct bma_annotated *text, uint32_t clause, uint32_t concept, uint32_t *annotation)
{
    const uint32_t *items = text->by_concept;
    if ((text->clauses[clause].concepts >> concept % 64 & 1) == 0)
        return false;
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

/* Occurrences of one concept do not overlap, so only the last that begins before `end` can reach in. */
bool bma_concept_overlaps(const struct bma_annotated *text, uint32_t concept, uint32_t first, uint32_t end)
{
    uint32_t begin = text->by_concept_start[concept], low = begin;
    uint32_t high = text->by_concept_start[concept + 1];
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->annotations[text->by_concept[middle]].first < end)
            low = middle + 1;
        else
            high = middle;
    }
    return low > begin && text->annotations[text->by_concept[low - 1]].end > first;
}

const struct bma_annotation *bma_annotation_from(const struct bma_annotated *text,
                                                 const struct bma_clause_features *clause, uint32_t token)
{
    const struct bma_annotation *low = text->annotations + clause->first_annotation;
    const struct bma_annotation *high = low + clause->annotation_count;
    while (low < high) {
        const struct bma_annotation *middle = low + (high - low) / 2;
        if (middle->first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The clause's first predicate that ends behind the token: they stand in order. */
static uint32_t predicate_from(const struct bma_annotated *text, const struct bma_clause_features *clause,
                               uint32_t token)
{
    uint32_t low = clause->first_predicate, high = low + clause->predicate_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (text->predicates[middle].end <= token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static uint32_t overlap(const struct bma_predicate *predicate, uint32_t first, uint32_t end)
{
    uint32_t from = predicate->first > first ? predicate->first : first;
    uint32_t to = predicate->end < end ? predicate->end : end;
    return from < to ? to - from : 0;
}

/* Words of a denial that a phrase holds when it is denied with it: "not" and what follows. */
enum { BMA_DENIAL_REACH = 2 };

/*
 * A phrase that reaches over several predicates ("passports, which workers need, shall
 * be returned") belongs to a main one, and of these to the one that holds most of it; one that reaches into
 * what is denied in passing ("wages shall be paid and not be withheld") is denied.
 */
const struct bma_predicate *bma_governing(const struct bma_annotated *text, uint32_t clause, uint32_t first,
                                          uint32_t end)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    const struct bma_predicate *best = NULL;
    uint32_t most = 0, behind = features->first_predicate + features->predicate_count;
    for (uint32_t i = predicate_from(text, features, first); i < behind && text->predicates[i].first < end;
         i++) {
        const struct bma_predicate *predicate = &text->predicates[i];
        uint32_t shared = overlap(predicate, first, end);
        if (shared == 0)
            continue;
        if (best != NULL && best->denial)
            break;
        if (best == NULL || (predicate->denial && end >= predicate->first + BMA_DENIAL_REACH) ||
            (best->subordinate && !predicate->subordinate) ||
            (best->subordinate == predicate->subordinate && shared > most)) {
            best = predicate;
            most = shared;
        }
    }
    return best;
}

#include "rules/telling.h"

#include "language/lexicon.h"

size_t bma_telling_clauses(const struct bma_document *document, uint32_t clause,
                           uint32_t out[BMA_SOURCES_MAX])
{
    uint32_t node = document->clauses[clause].node;
    size_t count = 0;

    for (; clause != BMA_NONE && count < BMA_SOURCES_MAX - 1; clause = document->clauses[clause].lead_in)
        out[count++] = clause;
    while (node != BMA_NONE && document->nodes[node].heading == BMA_NONE)
        node = document->nodes[node].parent;
    if (node != BMA_NONE)
        out[count++] = document->nodes[node].heading;
    return count;
}

/* Whether the predicate that the token belongs to is negated, or takes a duty away; they stand in order. */
static bool is_denied(const struct bma_annotated *text, uint32_t clause, uint32_t token)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t low = features->first_predicate, high = low + features->predicate_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct bma_predicate *predicate = &text->predicates[middle];

        if (token < predicate->first)
            high = middle;
        else if (token >= predicate->end)
            low = middle + 1;
        else
            return predicate->negated || predicate->released;
    }
    return false;
}

static uint32_t stem_of(const struct bma_annotated *text, uint32_t token)
{
    if (text->sides != NULL && (text->sides[token] & 3) != 0)
        return 0;
    return bma_lexicon_stem_of(text->lexicon, text->tokens[token].stem);
}

bool bma_tells(const struct bma_annotated *text, uint32_t clause, uint32_t token, struct bma_telling *out)
{
    uint32_t stem = stem_of(text, token);

    if (stem == 0)
        return false;
    out->pair.first = token > text->clauses[clause].first_token ? stem_of(text, token - 1) : 0;
    out->pair.second = stem;
    out->denied = is_denied(text, clause, token);
    return true;
}

size_t bma_stem_terms(const struct bma_lexicon *lexicon)
{
    return ((size_t)bma_lexicon_stem_count(lexicon) + 1) * BMA_TERMS_PER_STEM;
}

size_t bma_telling_terms(const struct bma_telling *telling, size_t stem_terms, uint32_t pair,
                         uint32_t out[BMA_TELLING_TERMS_MAX])
{
    size_t count = 0;

    out[count++] = telling->pair.second * BMA_TERMS_PER_STEM;
    if (telling->denied)
        out[count++] = telling->pair.second * BMA_TERMS_PER_STEM + 1;
    if (pair != BMA_NONE)
        out[count++] = (uint32_t)stem_terms + pair;
    return count;
}

/* ---- the set ---- */

static size_t slot_of(const struct bma_pairs *pairs, struct bma_pair pair)
{
    uint64_t key = ((uint64_t)pair.first << 32 | pair.second) * 0x9e3779b97f4a7c15u;
    size_t mask = pairs->slot_count - 1, slot = (size_t)(key >> 32) & mask;

    for (; pairs->slots[slot] != 0; slot = (slot + 1) & mask) {
        const struct bma_pair *item = &pairs->items[pairs->slots[slot] - 1];

        if (item->first == pair.first && item->second == pair.second)
            break;
    }
    return slot;
}

uint32_t bma_pairs_find(const struct bma_pairs *pairs, struct bma_pair pair)
{
    uint32_t number = pairs->count > 0 ? pairs->slots[slot_of(pairs, pair)] : 0;

    return number > 0 ? number - 1 : BMA_NONE;
}

/* A set is never more than half full. */
bool bma_pairs_reserve(struct bma_pairs *pairs, struct bma_arena *arena, size_t count)
{
    enum { FIRST = 256 };
    struct bma_pairs next = {.count = pairs->count, .capacity = FIRST};

    while (next.capacity < count)
        next.capacity *= 2;
    next.slot_count = next.capacity * 2;
    next.items = bma_arena_calloc(arena, next.capacity, sizeof *next.items);
    next.slots = bma_arena_calloc(arena, next.slot_count, sizeof *next.slots);
    if (!next.items || !next.slots)
        return false;
    for (size_t i = 0; i < pairs->count; i++) {
        next.items[i] = pairs->items[i];
        next.slots[slot_of(&next, next.items[i])] = (uint32_t)i + 1;
    }
    *pairs = next;
    return true;
}

uint32_t bma_pairs_add(struct bma_pairs *pairs, struct bma_arena *arena, struct bma_pair pair)
{
    uint32_t number = bma_pairs_find(pairs, pair);

    if (number != BMA_NONE)
        return number;
    if (pairs->count == pairs->capacity && !bma_pairs_reserve(pairs, arena, pairs->count + 1))
        return BMA_NONE;
    pairs->items[pairs->count++] = pair;
    pairs->slots[slot_of(pairs, pair)] = (uint32_t)pairs->count;
    return (uint32_t)pairs->count - 1;
}

/*
 * The numbered divisions of a document, so that a reference finds its target
 * by binary search.  A key holds kind, scope and number exactly; an article
 * is listed under the annex or letter that holds it, and once more under "anywhere".
 */
#include "language/features_internal.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { ANYWHERE = 0xfffffffe, DECIMAL = 15, ORDINAL_MAX = (1 << 28) - 1 };

static uint64_t key_of(unsigned kind, uint32_t scope, uint32_t ordinal)
{
    return (uint64_t)kind << 60 | (uint64_t)scope << 28 | (ordinal & ORDINAL_MAX);
}

uint32_t bma_decimal_hash(const char *number, size_t length)
{
    uint32_t hash = 2166136261u;

    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)number[i]) * 16777619u;
    return hash | 1;
}

static int compare(const void *left, const void *right)
{
    const struct bma_division *a = left, *b = right;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return a->node < b->node ? -1 : a->node > b->node;
}

static enum bma_status add(struct bma_features_state *state, uint64_t key, uint32_t node,
                           struct bma_error *error)
{
    if (state->division_count == state->division_capacity &&
        bma_grow(&state->divisions, &state->division_capacity, state->division_count + 1,
                 sizeof *state->divisions) != 0)
        return bma_error_memory(error);
    state->divisions[state->division_count++] = (struct bma_division){key, node};
    return BMA_OK;
}

/* The annex or letter that holds the node (not itself), or BMA_NONE. */
static uint32_t compartment(const struct bma_document *document, uint32_t node)
{
    uint32_t annex = bma_document_enclosing(document, node, BMA_NODE_ANNEX);

    return annex != BMA_NONE ? annex : bma_document_enclosing(document, node, BMA_NODE_LETTER);
}

static enum bma_status learn(struct bma_features_state *state, const struct bma_document *document,
                             uint32_t index, struct bma_error *error)
{
    const struct bma_node *node = &document->nodes[index];
    enum bma_status status = BMA_OK;

    if (node->ordinal == 0 || node->ordinal > ORDINAL_MAX)
        return BMA_OK;
    if (strchr(node->number, '.'))
        status = add(state, key_of(DECIMAL, bma_decimal_hash(node->number, strlen(node->number)), 0), index,
                     error);
    if (status != BMA_OK)
        return status;
    if (node->kind == BMA_NODE_ARTICLE)
        status = add(state, key_of(BMA_NODE_ARTICLE, compartment(document, node->parent), node->ordinal),
                     index, error);
    else if (node->kind == BMA_NODE_PARAGRAPH || node->kind == BMA_NODE_ITEM)
        status = add(state, key_of(BMA_NODE_PARAGRAPH, node->parent, node->ordinal), index, error);
    if (status == BMA_OK &&
        (node->kind != BMA_NODE_PARAGRAPH || compartment(document, node->parent) == BMA_NONE))
        status = add(state, key_of(node->kind, (uint32_t)ANYWHERE, node->ordinal), index, error);
    return status;
}

enum bma_status bma_divisions_learn(struct bma_features_state *state, const struct bma_document *document,
                                    struct bma_error *error)
{
    state->division_count = 0;
    for (uint32_t i = 0; i < document->node_count; i++) {
        enum bma_node_kind kind = document->nodes[i].kind;
        if (kind != BMA_NODE_ARTICLE && kind != BMA_NODE_PARAGRAPH && kind != BMA_NODE_ITEM &&
            kind != BMA_NODE_ANNEX && kind != BMA_NODE_PART)
            continue;
        enum bma_status status = learn(state, document, i, error);
        if (status != BMA_OK)
            return status;
    }
    if (state->division_count > 0)
        qsort(state->divisions, state->division_count, sizeof *state->divisions, compare);
    return BMA_OK;
}

static uint32_t find_key(const struct bma_features_state *state, uint64_t key)
{
    size_t low = 0, high = state->division_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (state->divisions[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < state->division_count && state->divisions[low].key == key ? state->divisions[low].node
                                                                           : BMA_NONE;
}

/* "(x)" is a letter, or ten in small Roman numerals, and never "10." */
static bool is_figure(const struct bma_document *document, uint32_t node)
{
    return document->nodes[node].number[0] >= '0' && document->nodes[node].number[0] <= '9';
}

/* As a numeral, then as a letter. */
static uint32_t find(const struct bma_features_state *state, const struct bma_document *document,
                     unsigned kind, uint32_t scope, const struct bma_mention *mention)
{
    bool letter = mention->bracket && mention->letter != 0;
    uint32_t node = BMA_NONE;

    if (mention->value != 0)
        node = find_key(state, key_of(kind, scope, mention->value));
    if (node != BMA_NONE && letter && is_figure(document, node))
        node = BMA_NONE;
    if (node == BMA_NONE && mention->letter != 0)
        node = find_key(state, key_of(kind, scope, mention->letter));
    if (node != BMA_NONE && letter && is_figure(document, node))
        node = BMA_NONE;
    return node;
}

static uint32_t find_article(const struct bma_features_state *state, const struct bma_document *document,
                             uint32_t node, const struct bma_mention *mention)
{
    uint32_t found = find(state, document, BMA_NODE_ARTICLE, compartment(document, node), mention);

    if (found == BMA_NONE)
        found = find(state, document, BMA_NODE_ARTICLE, BMA_NONE, mention);
    if (found == BMA_NONE)
        found = find(state, document, BMA_NODE_ARTICLE, (uint32_t)ANYWHERE, mention);
    return found;
}

/*
 * Whether a reference to a part may mean the division itself: its parts carry no
 * numbers, and it has clauses enough to have so many.
 */
static bool stands_for_part(const struct bma_document *document, uint32_t node,
                            const struct bma_mention *mention)
{
    uint32_t child = document->nodes[node].first_child;
    uint32_t wanted =
        mention->letter != 0 && mention->letter < mention->value ? mention->letter : mention->value;

    return (child == BMA_NONE || document->nodes[child].ordinal == 0) &&
           wanted <= document->nodes[node].clause_count;
}

static uint32_t find_part(const struct bma_features_state *state, const struct bma_document *document,
                          uint32_t scope, const struct bma_mention *mention)
{
    uint32_t found = find(state, document, BMA_NODE_PARAGRAPH, scope, mention);

    return found == BMA_NONE && stands_for_part(document, scope, mention) ? scope : found;
}

/* "Section 4" is not the item (d), which is the fourth of its list. */
static bool is_lettered(const struct bma_document *document, uint32_t node, const struct bma_mention *mention)
{
    static const char numerals[] = "ivxlcdm";
    static const uint32_t values[] = {1, 5, 10, 50, 100, 500, 1000};
    const char *number = document->nodes[node].number;
    const char *numeral = number[0] != '\0' ? strchr(numerals, number[0]) : NULL;

    return mention->value != 0 && mention->letter == 0 && number[0] >= 'a' && number[0] <= 'z' &&
           number[1] == '\0' && (!numeral || values[numeral - numerals] != mention->value);
}

/* Part of the division that holds the clause, whichever level has it. */
static uint32_t find_near(const struct bma_features_state *state, const struct bma_document *document,
                          uint32_t node, const struct bma_mention *mention)
{
    for (unsigned depth = 0; node != BMA_NONE && depth < 32; depth++) {
        enum bma_node_kind kind = document->nodes[node].kind;
        uint32_t found = find(state, document, BMA_NODE_PARAGRAPH, node, mention);
        if (found != BMA_NONE && !is_lettered(document, found, mention))
            return found;
        if (kind == BMA_NODE_ARTICLE || kind == BMA_NODE_ANNEX)
            break;
        node = document->nodes[node].parent;
    }
    return BMA_NONE;
}

/*
 * Paragraphs that are counted through all articles, as "13." in Section C of a draft that has but one "1.":
 * the one of that number; BMA_NONE where they begin anew.
 */
static uint32_t find_through(const struct bma_features_state *state, const struct bma_document *document,
                             const struct bma_mention *mention)
{
    struct bma_mention first = {.value = 1};
    uint32_t one = find(state, document, BMA_NODE_PARAGRAPH, (uint32_t)ANYWHERE, &first);

    for (size_t i = 0; one != BMA_NONE && i < state->division_count; i++) {
        if (state->divisions[i].key == key_of(BMA_NODE_PARAGRAPH, (uint32_t)ANYWHERE, 1) &&
            state->divisions[i].node != one)
            return BMA_NONE;
    }
    return one == BMA_NONE ? one : find(state, document, BMA_NODE_PARAGRAPH, (uint32_t)ANYWHERE, mention);
}

void bma_division_resolve(const struct bma_features_state *state, const struct bma_document *document,
                          uint32_t clause, uint32_t scope, struct bma_mention *mention)
{
    uint32_t node = document->clauses[clause].node;
    uint32_t article = bma_document_enclosing(document, node, BMA_NODE_ARTICLE);

    mention->target = BMA_NONE;
    if (mention->decimal != 0)
        mention->target = find_key(state, key_of(DECIMAL, mention->decimal, 0));
    else if (mention->kind == BMA_NODE_ARTICLE)
        mention->target = find_article(state, document, node, mention);
    else if (mention->kind == BMA_NODE_ANNEX || mention->kind == BMA_NODE_PART)
        mention->target = find(state, document, mention->kind, (uint32_t)ANYWHERE, mention);
    else if (scope != BMA_NONE)
        mention->target = find_part(state, document, scope, mention);
    else
        mention->target = find_near(state, document, node, mention);
    if (mention->target != BMA_NONE || mention->decimal != 0 || scope != BMA_NONE)
        return;
    if (mention->kind == BMA_NODE_PARAGRAPH) /* memoranda call their articles paragraphs */
        mention->target = find_article(state, document, node, mention);
    else if (mention->kind == BMA_NODE_ITEM)
        mention->target = find(state, document, BMA_NODE_ITEM, (uint32_t)ANYWHERE, mention);
    if (mention->target == BMA_NONE && mention->kind == BMA_NODE_ITEM) /* letters letter their points */
        mention->target = find_article(state, document, node, mention);
    if (mention->target == BMA_NONE && mention->kind == BMA_NODE_PARAGRAPH)
        mention->target = find_through(state, document, mention);
    if (mention->target == BMA_NONE && mention->kind == BMA_NODE_PARAGRAPH && article != BMA_NONE &&
        stands_for_part(document, article, mention))
        mention->target = article;
}

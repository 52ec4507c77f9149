#include "language/automaton.h"

#include "base/memory.h"

#include <string.h>

void bma_automaton_release(struct bma_automaton *a)
{
    bma_free(a->openings);
    bma_free(a->masks);
    bma_free(a->reached);
    bma_free(a->before);
    memset(a, 0, sizeof *a);
}

static uint32_t element_limit(const struct bma_symbols *symbols)
{
    uint32_t limit = 0;
    for (size_t s = 0; s < symbols->symbol_count; s++)
        for (size_t i = 0; i < BMA_ELEMENTS_PER_SYMBOL; i++)
            limit = symbols->elements[s][i] >= limit ? symbols->elements[s][i] + 1 : limit;
    return limit;
}

bool bma_automaton_init(struct bma_automaton *a, const struct bma_chains *chains,
                        const struct bma_symbols *symbols)
{
    uint32_t limit = element_limit(symbols);

    memset(a, 0, sizeof *a);
    a->trie = &chains->trie;
    a->symbols = symbols;
    a->openings = bma_calloc((size_t)limit + 1, sizeof *a->openings);
    a->masks = bma_calloc(symbols->symbol_count + 1, sizeof *a->masks);
    if (a->openings == NULL || a->masks == NULL)
        return false;
    for (uint32_t element = 1; element < limit; element++)
        a->openings[element] = bma_trie_child(a->trie, 0, element);
    for (size_t s = 0; s < symbols->symbol_count; s++)
        for (size_t i = 0; i < BMA_ELEMENTS_PER_SYMBOL; i++)
            if (symbols->elements[s][i] != 0)
                a->masks[s] |= UINT64_C(1) << (symbols->elements[s][i] & 63);
    return true;
}

/* Room in both lists for all that one step can lead to: from each node by every element, and a number once
 * more. */
static bool make_room(struct bma_automaton *a)
{
    size_t most = (a->count + 1) * (BMA_ELEMENTS_PER_SYMBOL + 1);
    if (most <= a->capacity)
        return true;
    struct bma_reach *reached = bma_realloc(a->reached, most * 2 * sizeof *reached);
    if (reached == NULL)
        return false;
    a->reached = reached;
    struct bma_reach *before = bma_realloc(a->before, most * 2 * sizeof *before);
    if (before == NULL)
        return false;
    a->before = before;
    a->capacity = most * 2;
    return true;
}

static inline void reach(struct bma_automaton *a, uint32_t number)
{
    const struct bma_trie_node *node = &a->trie->nodes[number];
    a->reached[a->count++] = (struct bma_reach){node->filter, node->segment, number};
}

/* A number may lead to a node from itself as well as from above. */
static void reach_number(struct bma_automaton *a, uint32_t number)
{
    for (size_t i = 0; i < a->count; i++)
        if (a->reached[i].node == number)
            return;
    reach(a, number);
}

static void follow(struct bma_automaton *a, uint32_t number, uint32_t element)
{
    uint32_t child = number == 0 ? a->openings[element] : bma_trie_child(a->trie, number, element);
    if (element != BMA_ELEMENT_NUMBER) {
        if (child != 0)
            reach(a, child);
        return;
    }
    if (number != 0 && a->trie->elements[number] == BMA_ELEMENT_NUMBER)
        reach_number(a, number);
    if (child != 0)
        reach_number(a, child);
}

bool bma_automaton_step(struct bma_automaton *a, uint32_t symbol)
{
    const uint32_t *elements = a->symbols->elements[symbol];
    uint64_t mask = a->masks[symbol];
    if (!make_room(a))
        return false;
    struct bma_reach *before = a->reached;
    size_t count = a->count;
    a->reached = a->before;
    a->before = before;
    a->count = 0;
    for (size_t i = 0; i < count; i++) {
        if ((before[i].filter & mask) == 0)
            continue;
        for (size_t e = 0; e < BMA_ELEMENTS_PER_SYMBOL; e++)
            if ((before[i].filter >> (elements[e] & 63) & 1) != 0 && elements[e] != 0)
                follow(a, before[i].node, elements[e]);
    }
    for (size_t e = 0; e < BMA_ELEMENTS_PER_SYMBOL; e++)
        if (elements[e] != 0)
            follow(a, 0, elements[e]);
    return true;
}

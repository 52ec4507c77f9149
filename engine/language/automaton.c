#include "language/automaton.h"

#include "base/memory.h"
#include "base/prefetch.h"

#include <string.h>

void bma_automaton_init(struct bma_automaton *a, const struct bma_chains *chains)
{
    *a = (struct bma_automaton){.trie = &chains->trie, .entries = chains->entries};
}

void bma_automaton_release(struct bma_automaton *a)
{
    bma_free(a->reached);
    bma_free(a->before);
    memset(a, 0, sizeof *a);
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
    BMA_PREFETCH(&a->trie->nodes[node->first_child]); /* for the next token */
    a->reached[a->count++] = (struct bma_reach){node->filter, node->segment, number};
    a->ends += node->segment != 0;
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
    uint32_t child = bma_trie_child(a->trie, number, element);
    if (element != BMA_ELEMENT_NUMBER) {
        if (child != 0)
            reach(a, child);
        return;
    }
    if (a->trie->nodes[number].element == BMA_ELEMENT_NUMBER)
        reach_number(a, number);
    if (child != 0)
        reach_number(a, child);
}

static inline void open_path(struct bma_automaton *a, uint32_t number)
{
    if (a->count > 0 && a->trie->nodes[number].element == BMA_ELEMENT_NUMBER)
        reach_number(a, number);
    else
        reach(a, number);
}

bool bma_automaton_walk(struct bma_automaton *a, const struct bma_entry *entry)
{
    if (!make_room(a))
        return false;
    struct bma_reach *before = a->reached;
    size_t count = a->count;
    a->reached = a->before;
    a->before = before;
    a->count = a->ends = 0;
    for (size_t i = 0; i < count; i++) {
        if ((before[i].filter & entry->mask) == 0)
            continue;
        for (uint32_t e = 0; e < entry->element_count; e++)
            if ((before[i].filter >> (entry->elements[e] & 63) & 1) != 0)
                follow(a, before[i].node, entry->elements[e]);
    }
    for (uint32_t e = 0; e < entry->opening_count; e++)
        open_path(a, entry->openings[e]);
    return true;
}

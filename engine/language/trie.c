#include "language/trie.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

void bma_trie_init(struct bma_trie *trie)
{
    memset(trie, 0, sizeof *trie);
}

void bma_trie_release(struct bma_trie *trie)
{
    bma_free(trie->nodes);
    bma_free(trie->parents);
    bma_free(trie->slots);
    bma_trie_init(trie);
}

static uint64_t hash_child(uint32_t parent, uint32_t element)
{
    uint64_t key = ((uint64_t)parent << 32 | element) * UINT64_C(0x9e3779b97f4a7c15);
    return key >> 32 ^ (key & UINT32_MAX) >> 15;
}

static bool rehash(struct bma_trie *trie)
{
    size_t count = trie->slot_count == 0 ? 1024 : trie->slot_count * 2;
    uint64_t *slots = bma_calloc(count, sizeof *slots);
    if (slots == NULL)
        return false;
    for (size_t i = 0; i < trie->slot_count; i++) {
        uint64_t slot = trie->slots[i];
        size_t at = (size_t)(slot >> 32) & (count - 1);
        if (slot == 0)
            continue;
        while (slots[at] != 0)
            at = (at + 1) & (count - 1);
        slots[at] = slot;
    }
    bma_free(trie->slots);
    trie->slots = slots;
    trie->slot_count = count;
    return true;
}

/* Room for one more node, and the root when there is none yet. */
static bool make_room(struct bma_trie *trie)
{
    if (bma_grow(&trie->nodes, &trie->node_capacity, trie->node_count + 2, sizeof *trie->nodes) != 0 ||
        bma_grow(&trie->parents, &trie->parent_capacity, trie->node_count + 2, sizeof *trie->parents) != 0)
        return false;
    if (trie->node_count == 0) {
        trie->parents[0] = 0;
        trie->nodes[trie->node_count++] = (struct bma_trie_node){0};
    }
    return trie->slot_count / 3 * 2 > trie->node_count + 1 || rehash(trie);
}

/* The slot of the child, or the empty one where it belongs. */
static size_t find_slot(const struct bma_trie *trie, uint64_t hash, uint32_t parent, uint32_t element)
{
    size_t mask = trie->slot_count - 1, at = (size_t)hash & mask;
    for (; trie->slots[at] != 0; at = (at + 1) & mask) {
        if (trie->slots[at] >> 32 != hash)
            continue;
        uint32_t node = (uint32_t)trie->slots[at];
        if (trie->parents[node] == parent && trie->nodes[node].element == element)
            break;
    }
    return at;
}

uint32_t bma_trie_add(struct bma_trie *trie, uint32_t parent, uint32_t element)
{
    if (!make_room(trie))
        return 0;
    uint64_t hash = hash_child(parent, element);
    size_t slot = find_slot(trie, hash, parent, element);
    if (trie->slots[slot] != 0)
        return (uint32_t)trie->slots[slot];
    uint32_t number = (uint32_t)trie->node_count++;
    uint64_t bit = UINT64_C(1) << (element & 63);
    struct bma_trie_node *above = &trie->nodes[parent];
    bool is_number = element == BMA_ELEMENT_NUMBER;
    trie->parents[number] = parent;
    trie->nodes[number] = (struct bma_trie_node){.element = element,
                                                 .filter = is_number ? bit : 0,
                                                 .depth = (uint16_t)(above->depth + 1),
                                                 .has_number = above->has_number || is_number};
    above->filter |= bit;
    trie->slots[slot] = hash << 32 | number;
    return number;
}

struct child {
    uint32_t element, node;
};

static int by_element(const void *left, const void *right)
{
    const struct child *a = left, *b = right;
    return (a->element > b->element) - (a->element < b->element);
}

/* Most nodes have few children, in any order. */
static void sort_children(struct child *children, uint32_t count)
{
    enum { FEW = 16 };
    if (count > FEW) {
        qsort(children, count, sizeof *children, by_element);
        return;
    }
    for (uint32_t i = 1; i < count; i++) {
        struct child child = children[i];
        uint32_t at = i;
        for (; at > 0 && children[at - 1].element > child.element; at--)
            children[at] = children[at - 1];
        children[at] = child;
    }
}

/* All nodes but the root, by parent; those of node n are [ends[n - 1], ends[n]) then, of the root from 0 on.
 */
static void gather_children(const struct bma_trie *trie, struct child *children, uint32_t *ends)
{
    for (size_t n = 1; n < trie->node_count; n++)
        ends[trie->parents[n] + 1]++;
    for (size_t n = 0; n < trie->node_count; n++)
        ends[n + 1] += ends[n];
    for (size_t n = 1; n < trie->node_count; n++)
        children[ends[trie->parents[n]]++] = (struct child){trie->nodes[n].element, (uint32_t)n};
}

/* Writes the old number of each node in its new order, breadth first, and where its children begin. */
static void order_nodes(const struct bma_trie *trie, struct child *children, const uint32_t *ends,
                        uint32_t *order, struct bma_trie_node *nodes)
{
    uint32_t filled = 1;
    order[0] = 0;
    for (uint32_t i = 0; i < trie->node_count; i++) {
        uint32_t old = order[i], from = old == 0 ? 0 : ends[old - 1];
        sort_children(children + from, ends[old] - from);
        nodes[i] = trie->nodes[old];
        nodes[i].first_child = filled;
        for (uint32_t k = from; k < ends[old]; k++)
            order[filled++] = children[k].node;
    }
    nodes[trie->node_count] = (struct bma_trie_node){.first_child = filled};
}

/* Takes the nodes as ordered; `order` becomes their parents. */
static void renumber(struct bma_trie *trie, struct bma_trie_node *nodes, uint32_t *order, uint32_t *places)
{
    size_t count = trie->node_count;

    for (uint32_t i = 0; i < trie->node_count; i++)
        places[order[i]] = i;
    for (uint32_t i = 0; i < trie->node_count; i++)
        order[i] = places[trie->parents[order[i]]];
    bma_trie_release(trie);
    trie->nodes = nodes;
    trie->parents = order;
    trie->node_count = count;
    trie->node_capacity = trie->parent_capacity = count + 1;
}

bool bma_trie_seal(struct bma_trie *trie)
{
    if (trie->node_count == 0 && !make_room(trie))
        return false;
    size_t count = trie->node_count + 1;
    bma_free(trie->slots); /* nothing is added any more */
    trie->slots = NULL;
    trie->slot_count = 0;
    struct bma_trie_node *nodes = bma_calloc(count, sizeof *nodes);
    struct child *children = bma_calloc(count, sizeof *children);
    uint32_t *ends = bma_calloc(count, sizeof *ends), *order = bma_calloc(count, sizeof *order);
    bool ready = nodes && children && ends && order;
    if (ready) {
        gather_children(trie, children, ends);
        order_nodes(trie, children, ends, order, nodes);
        renumber(trie, nodes, order, ends);
    } else {
        bma_free(nodes);
        bma_free(order);
    }
    bma_free(children);
    bma_free(ends);
    return ready;
}

uint32_t bma_trie_child(const struct bma_trie *trie, uint32_t parent, uint32_t element)
{
    uint32_t first = trie->nodes[parent].first_child, count = trie->nodes[parent + 1].first_child - first;
    if (count == 0)
        return 0;
    for (uint32_t half; count > 1; count -= half) { /* halves without a branch on what is found */
        half = count / 2;
        first += trie->nodes[first + half - 1].element < element ? half : 0;
    }
    return trie->nodes[first].element == element ? first : 0;
}

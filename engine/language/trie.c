#include "language/trie.h"

#include "base/memory.h"

#include <string.h>

void bma_trie_init(struct bma_trie *trie)
{
    memset(trie, 0, sizeof *trie);
}

void bma_trie_release(struct bma_trie *trie)
{
    bma_free(trie->nodes);
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
    if (trie->node_count + 2 > trie->node_capacity &&
        bma_grow(&trie->nodes, &trie->node_capacity, trie->node_count + 2, sizeof *trie->nodes) != 0)
        return false;
    if (trie->node_count == 0)
        trie->nodes[trie->node_count++] = (struct bma_trie_node){0};
    return trie->slot_count / 3 * 2 > trie->node_count + 1 || rehash(trie);
}

/* The slot of the child, or the empty one where it belongs. */
static size_t find_slot(const struct bma_trie *trie, uint64_t hash, uint32_t parent, uint32_t element)
{
    size_t mask = trie->slot_count - 1, at = (size_t)hash & mask;
    for (; trie->slots[at] != 0; at = (at + 1) & mask) {
        if (trie->slots[at] >> 32 != hash)
            continue;
        const struct bma_trie_node *node = &trie->nodes[(uint32_t)trie->slots[at]];
        if (node->parent == parent && node->element == element)
            break;
    }
    return at;
}

uint32_t bma_trie_child(const struct bma_trie *trie, uint32_t parent, uint32_t element)
{
    if (trie->slot_count == 0)
        return 0;
    return (uint32_t)trie->slots[find_slot(trie, hash_child(parent, element), parent, element)];
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
    trie->nodes[number] = (struct bma_trie_node){.parent = parent,
                                                 .element = element,
                                                 .filter = is_number ? bit : 0,
                                                 .depth = (uint16_t)(above->depth + 1),
                                                 .has_number = above->has_number || is_number};
    above->filter |= bit;
    trie->slots[slot] = hash << 32 | number;
    return number;
}

#include "language/chains.h"

#include "base/memory.h"
#include "document/document.h"

#include <stdlib.h>
#include <string.h>

void bma_chains_init(struct bma_chains *chains)
{
    memset(chains, 0, sizeof *chains);
    bma_trie_init(&chains->trie);
}

static void release_building(struct bma_chains *chains)
{
    bma_free(chains->shared);
    bma_free(chains->output_next);
    bma_free(chains->set);
    bma_spelling_release(&chains->spelling);
    chains->shared = NULL;
    chains->output_next = chains->set = NULL;
    chains->shared_count = chains->shared_size = 0;
    chains->output_next_capacity = chains->set_capacity = 0;
}

void bma_chains_release(struct bma_chains *chains)
{
    bma_trie_release(&chains->trie);
    bma_free(chains->segments);
    bma_free(chains->slots);
    bma_free(chains->slot_segments);
    bma_free(chains->outputs);
    bma_free(chains->segment_outputs);
    bma_free(chains->paths);
    bma_free(chains->path_slots);
    bma_free(chains->anchors);
    release_building(chains);
    bma_chains_init(chains);
}

/* Of the slot in `set`: FNV-1a over 32-bit words. */
static uint32_t hash_slot(const struct bma_chains *c, uint32_t parent, uint32_t gap, size_t set_count)
{
    uint64_t hash = ((UINT64_C(0xcbf29ce484222325) ^ parent) * UINT64_C(0x100000001b3) ^ gap);
    for (size_t i = 0; i < set_count; i++)
        hash = (hash ^ c->set[i]) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(hash >> 32);
}

/* Whether the slot has that parent and gap, and exactly the segments in `set`. */
static bool is_same_slot(const struct bma_chains *c, const struct bma_slot *slot, uint32_t parent,
                         uint32_t gap, size_t set_count)
{
    return slot->parent == parent && slot->gap == gap && slot->segment_count == set_count &&
           memcmp(c->slot_segments + slot->first_segment, c->set, set_count * sizeof *c->set) == 0;
}

static bool grow_shared(struct bma_chains *c)
{
    size_t old_size = c->shared_size, size = old_size == 0 ? 256 : old_size * 2;
    struct bma_shared_slot *old = c->shared, *shared = bma_calloc(size, sizeof *shared);
    if (shared == NULL)
        return false;
    for (size_t i = 0; i < old_size; i++) {
        size_t at = old[i].hash & (size - 1);
        if (old[i].slot == 0)
            continue;
        while (shared[at].slot != 0)
            at = (at + 1) & (size - 1);
        shared[at] = old[i];
    }
    c->shared = shared;
    c->shared_size = size;
    bma_free(old);
    return true;
}

/* The segment that ends at the node, added when new. */
static bool find_segment(struct bma_chains *c, uint32_t number, uint32_t *segment)
{
    struct bma_trie_node *node = &c->trie.nodes[number];
    if (node->segment == 0) {
        if (bma_grow(&c->segments, &c->segment_capacity, c->segment_count + 1, sizeof *c->segments) != 0)
            return false;
        c->segments[c->segment_count++] =
            (struct bma_segment){.node = number, .length = node->depth, .has_number = node->has_number};
        node->segment = (uint32_t)c->segment_count;
    }
    *segment = node->segment - 1;
    return true;
}

/* A new slot after *slot that any segment of the set fills; *slot becomes it. */
static bool new_slot(struct bma_chains *c, uint32_t gap, size_t set_count, uint32_t *slot)
{
    if (bma_grow(&c->slots, &c->slot_capacity, c->slot_count + 1, sizeof *c->slots) != 0 ||
        bma_grow(&c->slot_segments, &c->slot_segment_capacity, c->slot_segment_count + set_count + 1,
                 sizeof *c->slot_segments) != 0)
        return false;
    if (set_count > 0)
        memcpy(c->slot_segments + c->slot_segment_count, c->set, set_count * sizeof *c->set);
    c->slots[c->slot_count] = (struct bma_slot){.parent = *slot,
                                                .gap = gap,
                                                .first_segment = (uint32_t)c->slot_segment_count,
                                                .segment_count = (uint32_t)set_count};
    c->slot_segment_count += set_count;
    *slot = (uint32_t)c->slot_count++;
    return true;
}

/* The same, sharing a slot with the same segments that stands there already. */
static bool find_slot(struct bma_chains *c, uint32_t gap, size_t set_count, uint32_t *slot)
{
    if (set_count == 0)
        return new_slot(c, gap, 0, slot);
    if (c->shared_size < c->shared_count * 2 + 2 && !grow_shared(c))
        return false;
    uint32_t hash = hash_slot(c, *slot, gap, set_count);
    size_t at = hash & (c->shared_size - 1);
    for (; c->shared[at].slot != 0; at = (at + 1) & (c->shared_size - 1)) {
        uint32_t known = c->shared[at].slot - 1;
        if (c->shared[at].hash == hash && is_same_slot(c, &c->slots[known], *slot, gap, set_count)) {
            *slot = known;
            return true;
        }
    }
    if (!new_slot(c, gap, set_count, slot))
        return false;
    c->shared[at] = (struct bma_shared_slot){hash, *slot + 1};
    c->shared_count++;
    return true;
}

/* Until sealing, first_output is the head of a list (+ 1). */
static bool add_output(struct bma_chains *c, uint32_t slot, bma_chain_output output)
{
    struct bma_slot *at = &c->slots[slot];
    for (uint32_t i = at->first_output; i != 0; i = c->output_next[i - 1])
        if (c->outputs[i - 1] == output)
            return true;
    if (bma_grow(&c->outputs, &c->output_capacity, c->output_count + 1, sizeof *c->outputs) != 0 ||
        bma_grow(&c->output_next, &c->output_next_capacity, c->output_count + 1, sizeof *c->output_next) != 0)
        return false;
    c->outputs[c->output_count] = output;
    c->output_next[c->output_count++] = at->first_output;
    at->first_output = (uint32_t)c->output_count;
    at->output_count++;
    return true;
}

static int compare_segments(const void *left, const void *right)
{
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return (a > b) - (a < b);
}

/* Most sets are small and nearly in order; qsort() would take memory, and a call for each comparison. */
static void sort_set(uint32_t *set, size_t count)
{
    enum { FEW = 64 };
    if (count > FEW) {
        qsort(set, count, sizeof *set, compare_segments);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        uint32_t segment = set[i];
        size_t at = i;
        for (; at > 0 && set[at - 1] > segment; at--)
            set[at] = set[at - 1];
        set[at] = segment;
    }
}

/* Sorts the set, and leaves each segment in it once. */
static void order_set(uint32_t *set, size_t *count)
{
    size_t kept = 1;
    while (kept < *count && set[kept - 1] < set[kept])
        kept++;
    if (kept >= *count)
        return;
    sort_set(set, *count);
    kept = 1;
    for (size_t i = 1; i < *count; i++)
        if (set[i] != set[i - 1])
            set[kept++] = set[i];
    *count = kept;
}

/* Puts the segments of the parser's slot into `set`, each once. */
static bool collect_set(struct bma_chains *c, struct bma_phrase_parser *parser, size_t slot,
                        size_t *set_count)
{
    if (!bma_spelling_of_slot(&c->spelling, parser, slot, &c->trie) ||
        bma_grow(&c->set, &c->set_capacity, c->spelling.count, sizeof *c->set) != 0)
        return false;
    for (size_t i = 0; i < c->spelling.count; i++)
        if (!find_segment(c, c->spelling.ends[i] / 2, &c->set[i]))
            return false;
    *set_count = c->spelling.count;
    order_set(c->set, set_count);
    return true;
}

bool bma_chains_add(struct bma_chains *c, struct bma_phrase_parser *parser, bma_chain_output output)
{
    uint32_t slot = BMA_NONE;
    for (size_t i = 0; i < parser->slot_count; i++) {
        size_t set_count;
        if (!collect_set(c, parser, i, &set_count) || !find_slot(c, parser->slots[i].gap, set_count, &slot))
            return false;
    }
    return add_output(c, slot, output);
}

/* Flattens the list of a slot's outputs into `outputs`. */
static void seal_outputs(const struct bma_chains *c, struct bma_slot *slot, bma_chain_output *outputs,
                         uint32_t *filled)
{
    uint32_t first = *filled;
    for (uint32_t i = slot->first_output; i != 0; i = c->output_next[i - 1])
        outputs[(*filled)++] = c->outputs[i - 1];
    slot->first_output = first;
}

/* Room in segment_outputs for what opens a phrase and completes it, by segment. */
static bool make_segment_outputs(struct bma_chains *c)
{
    uint32_t total = 0;
    for (size_t i = 0; i < c->slot_count; i++)
        for (uint32_t k = 0; c->slots[i].parent == BMA_NONE && k < c->slots[i].segment_count; k++)
            c->segments[c->slot_segments[c->slots[i].first_segment + k]].output_count +=
                c->slots[i].output_count;
    for (size_t i = 0; i < c->segment_count; i++) {
        c->segments[i].first_output = total;
        total += c->segments[i].output_count;
        c->segments[i].output_count = 0;
    }
    c->segment_output_count = total;
    c->segment_outputs = bma_calloc((size_t)total + 1, sizeof *c->segment_outputs);
    return c->segment_outputs != NULL;
}

/* What the slot completes is completed by the segment alone; each phrase once. */
static void take_outputs(struct bma_chains *c, struct bma_segment *segment, const struct bma_slot *slot)
{
    bma_chain_output *taken = c->segment_outputs + segment->first_output;
    for (uint32_t i = 0; i < slot->output_count; i++) {
        bma_chain_output output = c->outputs[slot->first_output + i];
        uint32_t known = 0;
        while (known < segment->output_count && taken[known] != output)
            known++;
        if (known == segment->output_count)
            taken[segment->output_count++] = output;
    }
}

static bool seal_segments(struct bma_chains *c)
{
    if (!make_segment_outputs(c))
        return false;
    for (size_t i = 0; i < c->slot_count; i++)
        for (uint32_t k = 0; c->slots[i].parent == BMA_NONE && k < c->slots[i].segment_count; k++)
            take_outputs(c, &c->segments[c->slot_segments[c->slots[i].first_segment + k]], &c->slots[i]);
    return true;
}

bool bma_chains_seal(struct bma_chains *c)
{
    bma_chain_output *outputs = bma_calloc(c->output_count + 1, sizeof *outputs);
    if (outputs == NULL)
        return false;
    uint32_t filled = 0;
    for (size_t i = 0; i < c->slot_count; i++)
        seal_outputs(c, &c->slots[i], outputs, &filled);
    bma_free(c->outputs);
    c->outputs = outputs;
    release_building(c);
    return seal_segments(c) && bma_paths_make(c);
}

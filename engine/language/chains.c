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
    bma_free(chains->chains);
    bma_free(chains->slots);
    bma_free(chains->outputs);
    bma_free(chains->segment_outputs);
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

/* Whether the slot whose chains begin at `first` has that parent and gap, and exactly the segments in `set`.
 */
static bool is_same_slot(const struct bma_chains *c, size_t first, uint32_t parent, uint32_t gap,
                         size_t set_count)
{
    const struct bma_chain *chains = c->chains + first;
    size_t left = c->chain_count - first;
    if (chains->parent != parent || chains->gap != gap || left < set_count ||
        (left > set_count && chains[set_count].slot == chains->slot))
        return false;
    for (size_t i = 0; i < set_count; i++)
        if (chains[i].slot != chains->slot || chains[i].segment != c->set[i])
            return false;
    return true;
}

static bool grow_shared(struct bma_chains *c)
{
    size_t old_size = c->shared_size, size = old_size == 0 ? 256 : old_size * 2;
    struct bma_shared_slot *old = c->shared, *shared = bma_calloc(size, sizeof *shared);
    if (shared == NULL)
        return false;
    for (size_t i = 0; i < old_size; i++) {
        size_t at = old[i].hash & (size - 1);
        if (old[i].chain == 0)
            continue;
        while (shared[at].chain != 0)
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

static bool add_chain(struct bma_chains *c, uint32_t segment, uint32_t slot)
{
    if (bma_grow(&c->chains, &c->chain_capacity, c->chain_count + 1, sizeof *c->chains) != 0)
        return false;
    c->chains[c->chain_count++] =
        (struct bma_chain){segment, slot, c->slots[slot].parent, c->slots[slot].gap};
    return true;
}

/* A new slot after *slot that any segment of the set fills; *slot becomes it. */
static bool new_slot(struct bma_chains *c, uint32_t gap, size_t set_count, uint32_t *slot)
{
    if (bma_grow(&c->slots, &c->slot_capacity, c->slot_count + 1, sizeof *c->slots) != 0)
        return false;
    c->slots[c->slot_count] = (struct bma_slot){.parent = *slot, .gap = gap};
    if (*slot != BMA_NONE)
        c->slots[*slot].has_children = true;
    *slot = (uint32_t)c->slot_count++;
    for (size_t i = 0; i < set_count; i++)
        if (!add_chain(c, c->set[i], *slot))
            return false;
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
    for (; c->shared[at].chain != 0; at = (at + 1) & (c->shared_size - 1)) {
        size_t first = c->shared[at].chain - 1;
        if (c->shared[at].hash == hash && is_same_slot(c, first, *slot, gap, set_count)) {
            *slot = c->chains[first].slot;
            return true;
        }
    }
    size_t first = c->chain_count;
    if (!new_slot(c, gap, set_count, slot))
        return false;
    c->shared[at] = (struct bma_shared_slot){hash, (uint32_t)first + 1};
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

/* Sorts the set, and leaves each segment in it once. */
static void order_set(uint32_t *set, size_t *count)
{
    size_t kept = 1;
    while (kept < *count && set[kept - 1] < set[kept])
        kept++;
    if (kept >= *count)
        return;
    qsort(set, *count, sizeof *set, compare_segments);
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
    uint32_t reach = parser->slots[slot].gap + parser->slots[slot].longest;
    if (!bma_spelling_of_slot(&c->spelling, parser, slot, &c->trie) ||
        bma_grow(&c->set, &c->set_capacity, c->spelling.count, sizeof *c->set) != 0)
        return false;
    for (size_t i = 0; i < c->spelling.count; i++)
        if (!find_segment(c, c->spelling.ends[i] / 2, &c->set[i]))
            return false;
    *set_count = c->spelling.count;
    order_set(c->set, set_count);
    c->longest_reach = reach > c->longest_reach ? reach : c->longest_reach;
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

/* Groups the chains by segment into `sorted` and fills the segments' ranges. */
static void sort_chains(struct bma_chains *c, struct bma_chain *sorted)
{
    for (size_t i = 0; i < c->chain_count; i++)
        c->segments[c->chains[i].segment].chain_count++;
    uint32_t next = 0;
    for (size_t i = 0; i < c->segment_count; i++) {
        c->segments[i].first_chain = next;
        next += c->segments[i].chain_count;
        c->segments[i].chain_count = 0;
    }
    for (size_t i = 0; i < c->chain_count; i++) {
        struct bma_segment *segment = &c->segments[c->chains[i].segment];
        sorted[segment->first_chain + segment->chain_count++] = c->chains[i];
    }
}

/* What the slot completes is completed by the segment alone. */
static bool take_outputs(struct bma_chains *c, struct bma_segment *segment, const struct bma_slot *slot)
{
    if (bma_grow(&c->segment_outputs, &c->segment_output_capacity,
                 c->segment_output_count + slot->output_count, sizeof *c->segment_outputs) != 0)
        return false;
    for (uint32_t i = 0; i < slot->output_count; i++) {
        bma_chain_output output = c->outputs[slot->first_output + i];
        uint32_t known = 0;
        while (known < segment->output_count && c->segment_outputs[segment->first_output + known] != output)
            known++;
        if (known < segment->output_count)
            continue;
        c->segment_outputs[c->segment_output_count++] = output;
        segment->output_count++;
    }
    return true;
}

/*
 * Sorts the chains of a segment by what the matcher does with them: those that only
 * complete a phrase become outputs of the segment, then come those that open one, then the others.
 */
static bool seal_segment(struct bma_chains *c, struct bma_segment *segment)
{
    struct bma_chain *chains = c->chains + segment->first_chain;
    uint32_t kept = 0;
    segment->first_output = (uint32_t)c->segment_output_count;
    for (uint32_t i = 0; i < segment->chain_count; i++) {
        struct bma_chain chain = chains[i];
        bool opens = chain.parent == BMA_NONE;
        if (opens && !take_outputs(c, segment, &c->slots[chain.slot]))
            return false;
        if (opens && !c->slots[chain.slot].has_children)
            continue;
        chains[kept] = chain;
        if (opens) {
            chains[kept] = chains[segment->opener_count];
            chains[segment->opener_count++] = chain;
        }
        kept++;
    }
    segment->chain_count = kept;
    return true;
}

bool bma_chains_seal(struct bma_chains *c)
{
    struct bma_chain *sorted = bma_calloc(c->chain_count + 1, sizeof *sorted);
    bma_chain_output *outputs = bma_calloc(c->output_count + 1, sizeof *outputs);
    if (sorted == NULL || outputs == NULL) {
        bma_free(sorted);
        bma_free(outputs);
        return false;
    }
    uint32_t filled = 0;
    sort_chains(c, sorted);
    for (size_t i = 0; i < c->slot_count; i++)
        seal_outputs(c, &c->slots[i], outputs, &filled);
    bma_free(c->chains);
    bma_free(c->outputs);
    c->chains = sorted;
    c->outputs = outputs;
    release_building(c);
    for (size_t i = 0; i < c->segment_count; i++)
        if (!seal_segment(c, &c->segments[i]))
            return false;
    return true;
}

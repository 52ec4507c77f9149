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
    bma_free(chains->slots);
    bma_free(chains->known_sets.cells);
    bma_free(chains->known_slots.cells);
    bma_free(chains->output_next);
    bma_free(chains->filling);
    bma_spelling_release(&chains->spelling);
    chains->known_sets = chains->known_slots = (struct bma_numbers){NULL, 0, 0};
    chains->slots = NULL;
    chains->slot_count = chains->slot_capacity = 0;
    chains->output_next = chains->filling = NULL;
    chains->output_next_capacity = chains->filling_capacity = 0;
}

void bma_chains_release(struct bma_chains *chains)
{
    bma_trie_release(&chains->trie);
    bma_free(chains->entries);
    bma_free(chains->segments);
    bma_free(chains->sets);
    bma_free(chains->set_segments);
    bma_free(chains->outputs);
    bma_free(chains->segment_outputs);
    bma_free(chains->paths);
    bma_free(chains->steps);
    bma_free(chains->anchors);
    bma_free(chains->homes);
    release_building(chains);
    bma_chains_init(chains);
}

static bool grow_numbers(struct bma_numbers *known)
{
    size_t size = known->size == 0 ? 256 : known->size * 2;
    struct bma_number *cells = bma_calloc(size, sizeof *cells);
    if (cells == NULL)
        return false;
    for (size_t i = 0; i < known->size; i++) {
        size_t at = known->cells[i].hash & (size - 1);
        if (known->cells[i].number == 0)
            continue;
        while (cells[at].number != 0)
            at = (at + 1) & (size - 1);
        cells[at] = known->cells[i];
    }
    bma_free(known->cells);
    known->cells = cells;
    known->size = size;
    return true;
}

/* The cell of the number that is the same as `wanted`, or the free one where it belongs.  NULL when memory is
 * out. */
static struct bma_number *find_number(const struct bma_chains *c, struct bma_numbers *known, uint32_t hash,
                                      bool (*is_same)(const struct bma_chains *c, uint32_t number,
                                                      const void *wanted),
                                      const void *wanted)
{
    if (known->size < known->count * 2 + 2 && !grow_numbers(known))
        return NULL;
    size_t at = hash & (known->size - 1);
    for (; known->cells[at].number != 0; at = (at + 1) & (known->size - 1))
        if (known->cells[at].hash == hash && is_same(c, known->cells[at].number - 1, wanted))
            break;
    return &known->cells[at];
}

static void put_number(struct bma_numbers *known, struct bma_number *cell, uint32_t hash, uint32_t number)
{
    *cell = (struct bma_number){hash, number + 1};
    known->count++;
}

/* FNV-1a over 32-bit words. */
static uint32_t hash_words(const uint32_t *words, size_t count)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ words[i]) * UINT64_C(0x9e3779b97f4a7c15);
    return (uint32_t)(hash >> 32);
}

/* The segment that ends at the node, added when new. */
static bool find_segment(struct bma_chains *c, uint32_t number, uint32_t *segment)
{
    struct bma_trie_node *node = &c->trie.nodes[number];
    if (node->segment == 0) {
        if (bma_grow(&c->segments, &c->segment_capacity, c->segment_count + 1, sizeof *c->segments) != 0)
            return false;
        c->segments[c->segment_count++] = (struct bma_segment){
            .node = number, .length = (uint8_t)node->depth, .has_number = node->has_number};
        node->segment = (uint32_t)c->segment_count;
    }
    *segment = node->segment - 1;
    return true;
}

/* Whether the set has exactly the first `*count` segments of `filling`. */
static bool is_same_set(const struct bma_chains *c, uint32_t number, const void *count)
{
    const struct bma_set *set = &c->sets[number];
    size_t wanted = *(const size_t *)count;
    return set->count == wanted && (wanted == 0 || memcmp(c->set_segments + set->first, c->filling,
                                                          wanted * sizeof *c->filling) == 0);
}

/* The set of the first `count` segments of `filling`, added when new. */
static bool find_set(struct bma_chains *c, size_t count, uint32_t *number)
{
    uint32_t hash = hash_words(c->filling, count);
    struct bma_number *cell = find_number(c, &c->known_sets, hash, is_same_set, &count);
    if (cell == NULL)
        return false;
    if (cell->number != 0) {
        *number = cell->number - 1;
        return true;
    }
    if (bma_grow(&c->sets, &c->set_capacity, c->set_count + 1, sizeof *c->sets) != 0 ||
        bma_grow(&c->set_segments, &c->set_segment_capacity, c->set_segment_count + count + 1,
                 sizeof *c->set_segments) != 0)
        return false;
    if (count > 0)
        memcpy(c->set_segments + c->set_segment_count, c->filling, count * sizeof *c->filling);
    c->sets[c->set_count] = (struct bma_set){(uint32_t)c->set_segment_count, (uint32_t)count};
    c->set_segment_count += count;
    *number = (uint32_t)c->set_count++;
    put_number(&c->known_sets, cell, hash, *number);
    return true;
}

static bool is_same_slot(const struct bma_chains *c, uint32_t number, const void *wanted)
{
    const struct bma_slot *slot = &c->slots[number];
    const uint32_t *words = wanted;
    return slot->parent == words[0] && slot->gap == words[1] && slot->set == words[2];
}

/* The slot after *slot that the set fills, added when new; *slot becomes it. */
static bool find_slot(struct bma_chains *c, uint32_t gap, uint32_t set, uint32_t *slot)
{
    uint32_t wanted[] = {*slot, gap, set};
    uint32_t hash = hash_words(wanted, sizeof wanted / sizeof *wanted);
    struct bma_number *cell = find_number(c, &c->known_slots, hash, is_same_slot, wanted);
    if (cell == NULL)
        return false;
    if (cell->number != 0) {
        *slot = cell->number - 1;
        return true;
    }
    if (bma_grow(&c->slots, &c->slot_capacity, c->slot_count + 1, sizeof *c->slots) != 0)
        return false;
    c->slots[c->slot_count] = (struct bma_slot){.parent = *slot, .gap = gap, .set = set};
    *slot = (uint32_t)c->slot_count++;
    put_number(&c->known_slots, cell, hash, *slot);
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

/* The set of the segments that fill the parser's slot. */
static bool collect_set(struct bma_chains *c, struct bma_phrase_parser *parser, size_t slot, uint32_t *set)
{
    if (!bma_spelling_of_slot(&c->spelling, parser, slot, &c->trie) ||
        bma_grow(&c->filling, &c->filling_capacity, c->spelling.count, sizeof *c->filling) != 0)
        return false;
    size_t count = c->spelling.count;
    for (size_t i = 0; i < count; i++)
        if (!find_segment(c, c->spelling.ends[i] / 2, &c->filling[i]))
            return false;
    order_set(c->filling, &count);
    return find_set(c, count, set);
}

bool bma_chains_add(struct bma_chains *c, struct bma_phrase_parser *parser, bma_chain_output output)
{
    uint32_t slot = BMA_NONE, set;
    for (size_t i = 0; i < parser->slot_count; i++)
        if (!collect_set(c, parser, i, &set) || !find_slot(c, parser->slots[i].gap, set, &slot))
            return false;
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

/* The nodes have new numbers then, and tell them to the segments that end there; one more stands behind
 * those. */
static bool seal_trie(struct bma_chains *c)
{
    if (!bma_trie_seal(&c->trie) ||
        bma_grow(&c->segments, &c->segment_capacity, c->segment_count + 1, sizeof *c->segments) != 0)
        return false;
    c->segments[c->segment_count] = (struct bma_segment){0};
    for (size_t n = 0; n < c->trie.node_count; n++)
        if (c->trie.nodes[n].segment != 0)
            c->segments[c->trie.nodes[n].segment - 1].node = (uint32_t)n;
    return true;
}

/* By element up to `limit`: the child of the root.  The caller frees it. */
static uint32_t *find_openings(const struct bma_trie *trie, uint32_t *limit)
{
    uint32_t end = trie->nodes[1].first_child; /* the root's children are all up to there */
    *limit = end > 1 ? trie->nodes[end - 1].element + 1 : 0;
    uint32_t *openings = bma_calloc((size_t)*limit + 1, sizeof *openings);
    for (uint32_t n = 1; openings != NULL && n < end; n++)
        openings[trie->nodes[n].element] = n;
    return openings;
}

static bool make_entries(struct bma_chains *c, const struct bma_symbols *symbols)
{
    uint32_t limit, *openings = find_openings(&c->trie, &limit);

    c->entry_count = symbols->symbol_count;
    c->entries = bma_calloc(c->entry_count + 1, sizeof *c->entries);
    for (size_t s = 0; openings && c->entries && s < c->entry_count; s++) {
        struct bma_entry *entry = &c->entries[s];
        for (size_t i = 0; i < BMA_ELEMENTS_PER_SYMBOL; i++) {
            uint32_t element = symbols->elements[s][i];
            if (element == 0)
                continue;
            entry->mask |= UINT64_C(1) << (element & 63);
            entry->elements[entry->element_count++] = element;
            if (element < limit && openings[element] != 0)
                entry->openings[entry->opening_count++] = openings[element];
        }
    }
    bma_free(openings);
    return openings != NULL && c->entries != NULL;
}

/* What grew step by step while phrases were added stays as it is from now on. */
static void fit(struct bma_chains *c)
{
    bma_fit(&c->segments, &c->segment_capacity, c->segment_count + 1, sizeof *c->segments);
    bma_fit(&c->sets, &c->set_capacity, c->set_count, sizeof *c->sets);
    bma_fit(&c->set_segments, &c->set_segment_capacity, c->set_segment_count, sizeof *c->set_segments);
}

bool bma_chains_seal(struct bma_chains *c, const struct bma_symbols *symbols)
{
    bma_chain_output *outputs = bma_calloc(c->output_count + 1, sizeof *outputs);
    if (outputs == NULL)
        return false;
    uint32_t filled = 0;
    for (size_t i = 0; i < c->slot_count; i++)
        seal_outputs(c, &c->slots[i], outputs, &filled);
    bma_free(c->outputs);
    c->outputs = outputs;
    bool made = seal_trie(c) && make_entries(c, symbols) && bma_group_outputs(c) && bma_paths_make(c);
    release_building(c);
    fit(c);
    return made;
}

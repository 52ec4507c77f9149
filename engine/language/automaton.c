#include "language/automaton.h"

#include "base/memory.h"

#include <string.h>

enum { SETS_FIRST = 1024, EDGES_FIRST = 4096 };

void bma_automaton_release(struct bma_automaton *a)
{
    bma_free(a->states);
    bma_free(a->members);
    bma_free(a->hits);
    bma_free(a->parts);
    bma_free(a->sets);
    bma_free(a->edges);
    bma_free(a->root);
    bma_free(a->masks);
    bma_free(a->wanted);
    memset(a, 0, sizeof *a);
}

static size_t hash_set(const uint32_t *nodes, size_t count)
{
    uint64_t hash = count;
    for (size_t i = 0; i < count; i++) {
        hash = (hash ^ nodes[i]) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 29;
    }
    return (size_t)hash;
}

/* Sets are small: insertion keeps them sorted and without doubles. */
static bool want(struct bma_automaton *a, uint32_t node)
{
    if (bma_grow(&a->wanted, &a->wanted_capacity, a->wanted_count + 1, sizeof *a->wanted) != 0)
        return false;
    size_t at = a->wanted_count;
    while (at > 0 && a->wanted[at - 1] > node)
        at--;
    if (at > 0 && a->wanted[at - 1] == node)
        return true;
    memmove(a->wanted + at + 1, a->wanted + at, (a->wanted_count - at) * sizeof *a->wanted);
    a->wanted[at] = node;
    a->wanted_count++;
    return true;
}

static bool rehash_sets(struct bma_automaton *a)
{
    size_t size = a->set_size == 0 ? SETS_FIRST : a->set_size * 2;
    uint32_t *sets = bma_calloc(size, sizeof *sets);
    if (sets == NULL)
        return false;
    for (size_t i = 0; i < a->state_count; i++) {
        size_t at = hash_set(a->members + a->states[i].first_member, a->states[i].member_count) & (size - 1);
        while (sets[at] != 0)
            at = (at + 1) & (size - 1);
        sets[at] = (uint32_t)i + 1;
    }
    bma_free(a->sets);
    a->sets = sets;
    a->set_size = size;
    return true;
}

/* As annotations will be sorted: from left to right, then by concept. */
static bool comes_before(const struct bma_state_hit *a, const struct bma_state_hit *b)
{
    return a->length > b->length || (a->length == b->length && a->output < b->output);
}

/* The phrases of one segment that ends in the state. */
static bool add_hits(struct bma_automaton *a, const struct bma_state *state,
                     const struct bma_segment *segment)
{
    if (bma_grow(&a->hits, &a->hit_capacity, a->hit_count + segment->output_count, sizeof *a->hits) != 0)
        return false;
    for (uint32_t i = 0; i < segment->output_count; i++) {
        struct bma_state_hit hit = {a->chains->segment_outputs[segment->first_output + i], segment->length};
        size_t at = a->hit_count++;
        for (; at > state->first_hit && comes_before(&hit, &a->hits[at - 1]); at--)
            a->hits[at] = a->hits[at - 1];
        a->hits[at] = hit;
    }
    return true;
}

static bool add_part(struct bma_automaton *a, uint32_t number)
{
    const struct bma_segment *segment = &a->chains->segments[number];
    if (bma_grow(&a->parts, &a->part_capacity, a->part_count + 1, sizeof *a->parts) != 0)
        return false;
    a->parts[a->part_count++] = (struct bma_state_part){.segment = number,
                                                        .first_anchor = segment->first_anchor,
                                                        .anchor_count = segment->anchor_count,
                                                        .length = (uint16_t)segment->length,
                                                        .has_number = segment->has_number,
                                                        .in_path = segment->in_path};
    return true;
}

/* The node is one of the state that is being made. */
static bool add_member(struct bma_automaton *a, struct bma_state *state, uint32_t number)
{
    const struct bma_trie_node *node = &a->chains->trie.nodes[number];
    state->filter |= node->filter;
    a->members[a->member_count++] = number;
    if (node->segment == 0)
        return true;
    const struct bma_segment *segment = &a->chains->segments[node->segment - 1];
    if (!segment->has_number && !add_hits(a, state, segment))
        return false;
    return (!segment->has_number && !segment->in_path) || add_part(a, node->segment - 1);
}

/* The wanted set becomes a state. */
static bool add_state(struct bma_automaton *a, size_t at)
{
    if (bma_grow(&a->states, &a->state_capacity, a->state_count + 1, sizeof *a->states) != 0 ||
        bma_grow(&a->members, &a->member_capacity, a->member_count + a->wanted_count + 1,
                 sizeof *a->members) != 0)
        return false;
    struct bma_state state = {.first_member = (uint32_t)a->member_count,
                              .member_count = (uint32_t)a->wanted_count,
                              .first_hit = (uint32_t)a->hit_count,
                              .first_part = (uint32_t)a->part_count};
    for (size_t i = 0; i < a->wanted_count; i++)
        if (!add_member(a, &state, a->wanted[i]))
            return false;
    state.hit_count = (uint32_t)a->hit_count - state.first_hit;
    state.part_count = (uint32_t)a->part_count - state.first_part;
    a->states[a->state_count++] = state;
    a->sets[at] = (uint32_t)a->state_count;
    return true;
}

/* The state of the wanted set. */
static bool find_state(struct bma_automaton *a, uint32_t *state)
{
    if (a->set_size < a->state_count * 2 + 2 && !rehash_sets(a))
        return false;
    size_t at = hash_set(a->wanted, a->wanted_count) & (a->set_size - 1);
    for (; a->sets[at] != 0; at = (at + 1) & (a->set_size - 1)) {
        const struct bma_state *known = &a->states[a->sets[at] - 1];
        if (known->member_count == a->wanted_count &&
            (a->wanted_count == 0 ||
             memcmp(a->members + known->first_member, a->wanted, a->wanted_count * sizeof *a->wanted) == 0)) {
            *state = a->sets[at] - 1;
            return true;
        }
    }
    *state = (uint32_t)a->state_count;
    return add_state(a, at);
}

static struct bma_edge *edge_slot(struct bma_edge *edges, size_t size, uint32_t state, uint32_t symbol)
{
    size_t at = bma_edge_hash(state, symbol) & (size - 1);
    while (edges[at].symbol != 0 && (edges[at].symbol != symbol || edges[at].state != state))
        at = (at + 1) & (size - 1);
    return &edges[at];
}

static bool grow_edges(struct bma_automaton *a)
{
    size_t size = a->edge_size == 0 ? EDGES_FIRST : a->edge_size * 2;
    struct bma_edge *edges = bma_calloc(size, sizeof *edges);
    if (edges == NULL)
        return false;
    for (size_t i = 0; i < a->edge_size; i++)
        if (a->edges[i].symbol != 0)
            *edge_slot(edges, size, a->edges[i].state, a->edges[i].symbol) = a->edges[i];
    bma_free(a->edges);
    a->edges = edges;
    a->edge_size = size;
    return true;
}

/* Forgets all states but the root, which is the empty set. */
static bool forget(struct bma_automaton *a)
{
    a->state_count = a->member_count = a->hit_count = a->part_count = 0;
    a->edge_count = a->wanted_count = 0;
    if (a->sets != NULL)
        memset(a->sets, 0, a->set_size * sizeof *a->sets);
    if (a->edges != NULL)
        memset(a->edges, 0, a->edge_size * sizeof *a->edges);
    memset(a->root, 0xff, a->symbols->symbol_count * sizeof *a->root);
    a->root[0] = 0;
    uint32_t root;
    return find_state(a, &root);
}

bool bma_automaton_init(struct bma_automaton *a, const struct bma_chains *chains,
                        const struct bma_symbols *symbols)
{
    memset(a, 0, sizeof *a);
    a->chains = chains;
    a->symbols = symbols;
    a->root = bma_calloc(symbols->symbol_count, sizeof *a->root);
    a->masks = bma_calloc(symbols->symbol_count, sizeof *a->masks);
    if (a->root == NULL || a->masks == NULL || !grow_edges(a))
        return false;
    for (size_t s = 0; s < symbols->symbol_count; s++)
        for (size_t i = 0; i < BMA_ELEMENTS_PER_SYMBOL; i++)
            if (symbols->elements[s][i] != 0)
                a->masks[s] |= UINT64_C(1) << (symbols->elements[s][i] & 63);
    return forget(a);
}

bool bma_automaton_begin(struct bma_automaton *a)
{
    return a->state_count <= BMA_AUTOMATON_KEEP_STATES || forget(a);
}

/* Wants where the node leads by the element. */
static bool want_child(struct bma_automaton *a, uint32_t node, uint32_t element)
{
    const struct bma_trie *trie = &a->chains->trie;
    if (node != 0 && element == BMA_ELEMENT_NUMBER && trie->nodes[node].element == BMA_ELEMENT_NUMBER &&
        !want(a, node))
        return false;
    uint32_t child = bma_trie_child(trie, node, element);
    return child == 0 || want(a, child);
}

static bool want_targets(struct bma_automaton *a, uint32_t state, uint32_t symbol)
{
    a->wanted_count = 0;
    for (size_t e = 0; e < BMA_ELEMENTS_PER_SYMBOL; e++) {
        uint32_t element = a->symbols->elements[symbol][e];
        if (element == 0)
            continue;
        if (!want_child(a, 0, element))
            return false;
        for (uint32_t i = 0; i < a->states[state].member_count; i++)
            if (!want_child(a, a->members[a->states[state].first_member + i], element))
                return false;
    }
    return true;
}

bool bma_automaton_learn(struct bma_automaton *a, uint32_t *state, uint32_t symbol)
{
    bool leads_on = (a->states[*state].filter & a->masks[symbol]) != 0;
    struct bma_edge *edge = edge_slot(a->edges, a->edge_size, *state, symbol);
    if (leads_on && edge->symbol != 0) {
        *state = edge->target;
        return true;
    }
    uint32_t target;
    if (!want_targets(a, *state, symbol) || !find_state(a, &target))
        return false;
    if (!leads_on) {
        a->root[symbol] = target;
    } else {
        *edge = (struct bma_edge){*state, symbol, target};
        if (++a->edge_count * 3 > a->edge_size && !grow_edges(a))
            return false;
    }
    *state = target;
    return true;
}

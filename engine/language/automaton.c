/* From the trie of segments to the automaton: subset construction, breadth first. */
#include "language/automaton.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/* On `symbol`, the node `node` is among those that end here. */
struct move {
    uint32_t symbol, node;
};

struct builder {
    struct bma_automaton *automaton;
    const struct bma_trie *trie;
    const struct bma_symbols *symbols;
    struct set {
        uint32_t first, count; /* into members */
        bool built;            /* has its edges */
    } *sets;                   /* one per state */
    size_t set_capacity;
    uint32_t *members; /* trie nodes, ascending within a set */
    size_t member_count, member_capacity;
    uint32_t *slots; /* set → state + 1 */
    size_t slot_count;
    struct move *moves;
    size_t move_count, move_capacity;
    uint32_t *wanted; /* the set that is looked up */
    size_t wanted_count, wanted_capacity;
};

void bma_automaton_init(struct bma_automaton *automaton)
{
    memset(automaton, 0, sizeof *automaton);
}

void bma_automaton_release(struct bma_automaton *automaton)
{
    bma_free(automaton->states);
    bma_free(automaton->edges);
    bma_free(automaton->root);
    bma_free(automaton->outputs);
    bma_automaton_init(automaton);
}

static void builder_release(struct builder *b)
{
    bma_free(b->sets);
    bma_free(b->members);
    bma_free(b->slots);
    bma_free(b->moves);
    bma_free(b->wanted);
}

static size_t hash_set(const uint32_t *nodes, size_t count)
{
    uint64_t hash = count;
    for (size_t i = 0; i < count; i++)
        hash = (hash ^ nodes[i]) * UINT64_C(0x9e3779b97f4a7c15), hash ^= hash >> 29;
    return (size_t)hash;
}

static bool rehash(struct builder *b)
{
    size_t count = b->slot_count == 0 ? 1024 : b->slot_count * 2;
    uint32_t *slots = bma_calloc(count, sizeof *slots);
    if (slots == NULL)
        return false;
    for (size_t i = 0; i < b->automaton->state_count; i++) {
        size_t slot = hash_set(b->members + b->sets[i].first, b->sets[i].count) & (count - 1);
        while (slots[slot] != 0)
            slot = (slot + 1) & (count - 1);
        slots[slot] = (uint32_t)i + 1;
    }
    bma_free(b->slots);
    b->slots = slots;
    b->slot_count = count;
    return true;
}

/* The wanted set becomes a state with its outputs; its edges come later. */
static bool add_state(struct builder *b, size_t slot)
{
    struct bma_automaton *a = b->automaton;
    if (bma_grow(&a->states, &a->state_capacity, a->state_count + 1, sizeof *a->states) != 0 ||
        bma_grow(&b->sets, &b->set_capacity, a->state_count + 1, sizeof *b->sets) != 0 ||
        bma_grow(&b->members, &b->member_capacity, b->member_count + b->wanted_count + 1,
                 sizeof *b->members) != 0 ||
        bma_grow(&a->outputs, &a->output_capacity, a->output_count + b->wanted_count + 1,
                 sizeof *a->outputs) != 0)
        return false;
    struct bma_state *state = &a->states[a->state_count];
    *state = (struct bma_state){.first_output = (uint32_t)a->output_count};
    b->sets[a->state_count] = (struct set){(uint32_t)b->member_count, (uint32_t)b->wanted_count, false};
    for (size_t i = 0; i < b->wanted_count; i++) {
        b->members[b->member_count++] = b->wanted[i];
        uint32_t segment = b->trie->nodes[b->wanted[i]].segment;
        if (segment != 0)
            a->outputs[a->output_count++] = segment - 1;
    }
    state->output_count = (uint32_t)a->output_count - state->first_output;
    b->slots[slot] = (uint32_t)++a->state_count;
    return true;
}

/* The state of the wanted set. */
static bool find_state(struct builder *b, uint32_t *state)
{
    if (b->slot_count < b->automaton->state_count * 2 + 2 && !rehash(b))
        return false;
    size_t slot = hash_set(b->wanted, b->wanted_count) & (b->slot_count - 1);
    for (; b->slots[slot] != 0; slot = (slot + 1) & (b->slot_count - 1)) {
        const struct set *set = &b->sets[b->slots[slot] - 1];
        if (set->count == b->wanted_count &&
            memcmp(b->members + set->first, b->wanted, b->wanted_count * sizeof *b->wanted) == 0) {
            *state = b->slots[slot] - 1;
            return true;
        }
    }
    *state = (uint32_t)b->automaton->state_count;
    return add_state(b, slot);
}

/* Sets are small: insertion keeps them sorted and without doubles. */
static bool want(struct builder *b, uint32_t node)
{
    if (bma_grow(&b->wanted, &b->wanted_capacity, b->wanted_count + 1, sizeof *b->wanted) != 0)
        return false;
    size_t at = b->wanted_count;
    while (at > 0 && b->wanted[at - 1] > node)
        at--;
    if (at > 0 && b->wanted[at - 1] == node)
        return true;
    memmove(b->wanted + at + 1, b->wanted + at, (b->wanted_count - at) * sizeof *b->wanted);
    b->wanted[at] = node;
    b->wanted_count++;
    return true;
}

static bool want_state(struct builder *b, uint32_t state)
{
    for (uint32_t i = 0; i < b->sets[state].count; i++)
        if (!want(b, b->members[b->sets[state].first + i]))
            return false;
    return true;
}

/* One move for each symbol that answers to the element. */
static bool add_moves(struct builder *b, uint32_t element, uint32_t node)
{
    uint32_t first = b->symbols->element_first[element], end = b->symbols->element_first[element + 1];
    if (bma_grow(&b->moves, &b->move_capacity, b->move_count + (end - first), sizeof *b->moves) != 0)
        return false;
    for (uint32_t i = first; i < end; i++)
        b->moves[b->move_count++] = (struct move){b->symbols->element_symbols[i], node};
    return true;
}

static bool add_node_moves(struct builder *b, uint32_t node)
{
    const struct bma_trie_node *nodes = b->trie->nodes;
    if (node != 0 && nodes[node].element == BMA_ELEMENT_NUMBER && !add_moves(b, BMA_ELEMENT_NUMBER, node))
        return false;
    for (uint32_t child = nodes[node].first_child; child != 0; child = nodes[child].next)
        if (!add_moves(b, nodes[child].element, child))
            return false;
    return true;
}

static int compare_moves(const void *left, const void *right)
{
    const struct move *a = left, *b = right;
    if (a->symbol != b->symbol)
        return a->symbol < b->symbol ? -1 : 1;
    return a->node < b->node ? -1 : a->node > b->node;
}

static void sort_moves(struct move *moves, size_t count)
{
    if (count > 24) {
        qsort(moves, count, sizeof *moves, compare_moves);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        struct move move = moves[i];
        size_t at = i;
        for (; at > 0 && compare_moves(&moves[at - 1], &move) > 0; at--)
            moves[at] = moves[at - 1];
        moves[at] = move;
    }
}

/* The wanted set for the group of moves that begins at *at; *at moves past it. */
static bool want_group(struct builder *b, size_t *at, uint32_t *symbol)
{
    b->wanted_count = 0;
    *symbol = b->moves[*at].symbol;
    for (; *at < b->move_count && b->moves[*at].symbol == *symbol; (*at)++)
        if (!want(b, b->moves[*at].node))
            return false;
    return true;
}

static bool build_root(struct builder *b)
{
    b->automaton->root = bma_calloc(b->symbols->symbol_count, sizeof *b->automaton->root);
    b->wanted_count = 0;
    uint32_t root, symbol;
    if (b->automaton->root == NULL || bma_grow(&b->wanted, &b->wanted_capacity, 1, sizeof *b->wanted) != 0 ||
        !find_state(b, &root) || (b->trie->node_count > 0 && !add_node_moves(b, 0)))
        return false;
    sort_moves(b->moves, b->move_count);
    for (size_t at = 0; at < b->move_count;)
        if (!want_group(b, &at, &symbol) || !find_state(b, &b->automaton->root[symbol]))
            return false;
    return true;
}

static size_t count_groups(const struct builder *b)
{
    size_t groups = 0;
    for (size_t i = 0; i < b->move_count; i++)
        groups += i == 0 || b->moves[i].symbol != b->moves[i - 1].symbol;
    return groups;
}

/* Room for the state's edges: a power of two, never full, so that a search ends. */
static bool reserve_edges(struct builder *b, uint32_t state, size_t groups)
{
    struct bma_automaton *a = b->automaton;
    size_t size = 2;
    while (size < groups + groups / 2 + 1)
        size *= 2;
    if (a->edge_count > UINT32_MAX - size ||
        bma_grow(&a->edges, &a->edge_capacity, a->edge_count + size, sizeof *a->edges) != 0)
        return false;
    memset(a->edges + a->edge_count, 0, size * sizeof *a->edges);
    a->states[state].first_edge = (uint32_t)a->edge_count;
    a->states[state].edge_mask = (uint32_t)size - 1;
    a->edge_count += size;
    return true;
}

static void put_edge(struct bma_automaton *a, uint32_t from, uint32_t symbol, uint32_t target)
{
    struct bma_state *state = &a->states[from];
    struct bma_edge *edges = a->edges + state->first_edge;
    uint32_t slot = bma_edge_slot(symbol, state->edge_mask);
    while (edges[slot].symbol != 0)
        slot = (slot + 1) & state->edge_mask;
    edges[slot] = (struct bma_edge){symbol, target};
    state->filter |= UINT64_C(1) << (symbol & 63);
}

/* Splits the set: the deepest nodes make moves, the others are wanted. */
static bool split(struct builder *b, uint32_t state)
{
    const struct bma_trie_node *nodes = b->trie->nodes;
    const struct set set = b->sets[state];
    uint32_t deepest = 0;
    b->move_count = b->wanted_count = 0;
    for (uint32_t i = 0; i < set.count; i++)
        if (nodes[b->members[set.first + i]].depth > deepest)
            deepest = nodes[b->members[set.first + i]].depth;
    for (uint32_t i = 0; i < set.count; i++) {
        uint32_t node = b->members[set.first + i];
        if (!(nodes[node].depth == deepest ? add_node_moves(b, node) : want(b, node)))
            return false;
    }
    return true;
}

static bool add_edges(struct builder *b, uint32_t state)
{
    if (b->move_count == 0)
        return true;
    sort_moves(b->moves, b->move_count);
    if (!reserve_edges(b, state, count_groups(b)))
        return false;
    for (size_t at = 0; at < b->move_count;) {
        uint32_t symbol, target;
        if (!want_group(b, &at, &symbol))
            return false;
        target = bma_automaton_step(b->automaton, b->automaton->states[state].failure, symbol);
        if (!want_state(b, target) || !find_state(b, &target))
            return false;
        put_edge(b->automaton, state, symbol, target);
    }
    return true;
}

/* A state needs the edges of its failure state, which is less deep: so that comes first. */
static bool build_state(struct builder *b, uint32_t state)
{
    if (state == 0 || b->sets[state].built)
        return true;
    uint32_t failure;
    if (!split(b, state) || !find_state(b, &failure))
        return false;
    b->automaton->states[state].failure = failure;
    b->sets[state].built = true;
    if (!b->sets[failure].built && failure != 0) {
        if (!build_state(b, failure))
            return false;
        b->move_count = 0; /* its moves were in the way of ours */
        if (!split(b, state))
            return false;
    }
    return add_edges(b, state);
}

enum bma_status bma_automaton_build(struct bma_automaton *automaton, const struct bma_trie *trie,
                                    const struct bma_symbols *symbols, struct bma_error *error)
{
    struct builder builder = {.automaton = automaton, .trie = trie, .symbols = symbols};
    bool built = build_root(&builder);
    bool small = true;
    for (size_t state = 1; built && small && state < automaton->state_count; state++) {
        built = build_state(&builder, (uint32_t)state);
        small = automaton->state_count <= BMA_AUTOMATON_MAX_STATES;
    }
    builder_release(&builder);
    if (!built)
        return bma_error_memory(error);
    if (!small)
        return bma_error_set(error, BMA_ERROR_LIMIT, NULL, 0, 0,
                             "the phrases of the lexicon make more than %d states; write fewer numbers and "
                             "alternatives into them",
                             (int)BMA_AUTOMATON_MAX_STATES);
    return BMA_OK;
}

#include "language/matcher.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { FEW = 24 };

struct bma_met {
    uint32_t first, end; /* tokens of the phrase so far */
    uint32_t before;     /* an earlier meeting of the slot, or BMA_NONE */
};

enum bma_status bma_matcher_init(struct bma_matcher *m, const struct bma_lexicon *lexicon, struct bma_error *error)
{
    memset(m, 0, sizeof *m);
    m->lexicon = lexicon;
    m->slots = bma_calloc(lexicon->chains.slot_count + 1, sizeof *m->slots);
    return m->slots == NULL ? bma_error_memory(error) : BMA_OK;
}

void bma_matcher_release(struct bma_matcher *m)
{
    bma_free(m->slots);
    bma_free(m->met);
    bma_free(m->hits);
    bma_free(m->refused);
    bma_free(m->kept);
    memset(m, 0, sizeof *m);
}

static int compare_keys(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

/* Clauses hold few hits, nearly in order. */
static void sort_keys(uint64_t *keys, size_t count)
{
    if (count > FEW) {
        qsort(keys, count, sizeof *keys, compare_keys);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        uint64_t key = keys[i];
        size_t at = i;
        for (; at > 0 && keys[at - 1] > key; at--)
            keys[at] = keys[at - 1];
        keys[at] = key;
    }
}

/* Sorted by concept, then by first token, then the longest first. */
static uint64_t pack_hit(uint32_t concept, uint32_t first, uint32_t end)
{
    return (uint64_t)concept << 48 | (uint64_t)first << 24 | (BMA_CLAUSE_MAX_TOKENS - end);
}

static uint32_t hit_first(uint64_t hit)
{
    return (uint32_t)(hit >> 24) & 0xffffffu;
}

static uint32_t hit_end(uint64_t hit)
{
    return BMA_CLAUSE_MAX_TOKENS - ((uint32_t)hit & 0xffffffu);
}

static bool append(uint64_t **keys, size_t *count, size_t *capacity, uint64_t key)
{
    if (bma_grow(keys, capacity, *count + 1, sizeof **keys) != 0)
        return false;
    (*keys)[(*count)++] = key;
    return true;
}

static bool report(struct bma_matcher *m, const struct bma_slot *slot, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; i < slot->output_count; i++) {
        bma_chain_output output = m->lexicon->chains.outputs[slot->first_output + i];
        uint64_t hit = pack_hit(output / 2, first, end);
        bool added = (output & 1) != 0 ? append(&m->refused, &m->refused_count, &m->refused_capacity, hit)
                                       : append(&m->hits, &m->hit_count, &m->hit_capacity, hit);
        if (!added)
            return false;
    }
    return true;
}

/* Remembers the slot for its children. */
static bool remember(struct bma_matcher *m, uint32_t slot, uint32_t first, uint32_t end)
{
    struct bma_slot_state *state = &m->slots[slot];
    if (bma_grow(&m->met, &m->met_capacity, m->met_count + 1, sizeof *m->met) != 0)
        return false;
    m->met[m->met_count] =
        (struct bma_met){first, end, state->clause == m->clause ? state->last : BMA_NONE};
    *state = (struct bma_slot_state){m->clause, (uint32_t)m->met_count++};
    return true;
}

/* The earliest first token of the parent's meetings within the gap before `start`, or BMA_NONE. */
static uint32_t reach_back(const struct bma_matcher *m, const struct bma_chain *chain, uint32_t start)
{
    const struct bma_slot_state *state = &m->slots[chain->parent];
    uint32_t first = BMA_NONE;
    if (state->clause != m->clause)
        return BMA_NONE;
    for (uint32_t i = state->last; i != BMA_NONE; i = m->met[i].before) {
        const struct bma_met *met = &m->met[i];
        if (met->end + chain->gap < start)
            break; /* ends only fall from here on */
        if (met->end <= start && met->first < first)
            first = met->first;
    }
    return first;
}

static bool is_number(const struct bma_lexicon *lexicon, uint32_t symbol)
{
    const uint32_t *elements = lexicon->symbols.elements[symbol];
    for (size_t i = 0; i < BMA_ELEMENTS_PER_SYMBOL; i++)
        if (elements[i] == BMA_ELEMENT_NUMBER)
            return true;
    return false;
}

/* Where the segment that ends before `end` begins; a number may be several tokens ("thirty (30)"). */
static uint32_t segment_start(const struct bma_matcher *m, const struct bma_segment *segment,
                              const struct bma_token *tokens, uint32_t end)
{
    const struct bma_trie_node *nodes = m->lexicon->chains.trie.nodes;
    uint32_t at = end;
    if (!segment->has_number)
        return end - segment->length;
    for (uint32_t node = segment->node; node != 0 && at > 0; node = nodes[node].parent) {
        at--;
        bool follows_number = nodes[node].parent != 0 && nodes[nodes[node].parent].element == BMA_ELEMENT_NUMBER;
        while (nodes[node].element == BMA_ELEMENT_NUMBER && !follows_number && at > 0 &&
               is_number(m->lexicon, tokens[at - 1].stem))
            at--;
    }
    return at;
}

static bool meet(struct bma_matcher *m, uint32_t segment_number, const struct bma_token *tokens, uint32_t end)
{
    const struct bma_chains *chains = &m->lexicon->chains;
    const struct bma_segment *segment = &chains->segments[segment_number];
    uint32_t start = segment_start(m, segment, tokens, end);
    for (uint32_t i = 0; i < segment->chain_count; i++) {
        const struct bma_chain *chain = &chains->chains[segment->first_chain + i];
        const struct bma_slot *slot = &chains->slots[chain->slot];
        uint32_t first = chain->parent == BMA_NONE ? start : reach_back(m, chain, start);
        if (first == BMA_NONE)
            continue;
        if (!report(m, slot, first, end) || (slot->has_children && !remember(m, chain->slot, first, end)))
            return false;
    }
    return true;
}

static bool scan(struct bma_matcher *m, const struct bma_token *tokens, uint32_t count)
{
    const struct bma_automaton *automaton = &m->lexicon->automaton;
    uint32_t state = 0;
    for (uint32_t i = 0; i < count; i++) {
        state = bma_automaton_step(automaton, state, tokens[i].stem);
        const struct bma_state *at = &automaton->states[state];
        for (uint32_t o = 0; o < at->output_count; o++)
            if (!meet(m, automaton->outputs[at->first_output + o], tokens, i + 1))
                return false;
    }
    return true;
}

/* Of overlapping occurrences of a concept one is kept.  Hits are sorted; each group shrinks in place. */
static void keep_longest(uint64_t *hits, size_t *count)
{
    size_t kept = 0;
    for (size_t i = 0; i < *count; i++) {
        uint64_t last = kept > 0 ? hits[kept - 1] : 0;
        if (kept == 0 || last >> 48 != hits[i] >> 48 || hit_first(hits[i]) >= hit_end(last))
            hits[kept++] = hits[i];
        else if (hit_end(hits[i]) - hit_first(hits[i]) > hit_end(last) - hit_first(last))
            hits[kept - 1] = hits[i];
    }
    *count = kept;
}

/* Makes each end the greatest so far of its concept, so that one look tells an overlap. */
static void spread_refused(struct bma_matcher *m)
{
    for (size_t i = 1; i < m->refused_count; i++) {
        uint64_t before = m->refused[i - 1], *at = &m->refused[i];
        if (before >> 48 == *at >> 48 && hit_end(before) > hit_end(*at))
            *at = pack_hit((uint32_t)(*at >> 48), hit_first(*at), hit_end(before));
    }
}

/* Whether [first, end) overlaps a place where the concept's `not` phrases stand. */
static bool is_refused(const struct bma_matcher *m, uint32_t concept, uint32_t first, uint32_t end)
{
    uint64_t limit = pack_hit(concept, end, BMA_CLAUSE_MAX_TOKENS);
    size_t low = 0, high = m->refused_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (m->refused[middle] < limit)
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && m->refused[low - 1] >> 48 == concept && hit_end(m->refused[low - 1]) > first;
}

static bool guarded(const struct bma_matcher *m, const struct bma_emission *emission, uint32_t first, uint32_t end)
{
    for (uint32_t i = 0; m->refused_count > 0 && i < emission->guard_count; i++)
        if (is_refused(m, m->lexicon->guards[emission->first_guard + i], first, end))
            return true;
    return false;
}

/* Hits become what each concept, and those that include it, keeps. */
static bool emit(struct bma_matcher *m)
{
    const struct bma_lexicon *lexicon = m->lexicon;
    for (size_t i = 0; i < m->hit_count; i++) {
        uint32_t concept = (uint32_t)(m->hits[i] >> 48);
        uint32_t first = hit_first(m->hits[i]), end = hit_end(m->hits[i]);
        for (uint32_t e = lexicon->emission_first[concept]; e < lexicon->emission_first[concept + 1]; e++)
            if (!guarded(m, &lexicon->emissions[e], first, end) &&
                !append(&m->kept, &m->kept_count, &m->kept_capacity,
                        pack_hit(lexicon->emissions[e].concept, first, end)))
                return false;
    }
    return true;
}

/* By first token, end and concept. */
static void order_kept(struct bma_matcher *m)
{
    for (size_t i = 0; i < m->kept_count; i++) {
        uint64_t hit = m->kept[i];
        m->kept[i] = (uint64_t)hit_first(hit) << 40 | (uint64_t)hit_end(hit) << 16 | hit >> 48;
    }
    sort_keys(m->kept, m->kept_count);
}

enum bma_status bma_match_clause(struct bma_matcher *m, const struct bma_token *tokens, size_t count,
                                 struct bma_error *error)
{
    m->clause++;
    m->met_count = m->hit_count = m->refused_count = m->kept_count = 0;
    if (count > BMA_CLAUSE_MAX_TOKENS)
        return bma_error_set(error, BMA_ERROR_LIMIT, NULL, 0, 0, "a sentence has more than %d words",
                             BMA_CLAUSE_MAX_TOKENS);
    if (!scan(m, tokens, (uint32_t)count))
        return bma_error_memory(error);
    if (m->hit_count == 0)
        return BMA_OK;
    sort_keys(m->hits, m->hit_count);
    sort_keys(m->refused, m->refused_count);
    spread_refused(m);
    if (!emit(m))
        return bma_error_memory(error);
    sort_keys(m->kept, m->kept_count);
    keep_longest(m->kept, &m->kept_count);
    order_kept(m);
    return BMA_OK;
}

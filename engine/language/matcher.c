#include "language/matcher.h"

#include "base/memory.h"

#include <string.h>

enum { PARTIALS_FIRST = 1024, KEPT_ANNOTATIONS = 128 * 1024 };

enum bma_status bma_matcher_init(struct bma_matcher *m, const struct bma_lexicon *lexicon,
                                 struct bma_error *error)
{
    memset(m, 0, sizeof *m);
    m->lexicon = lexicon;
    m->concepts = bma_calloc(lexicon->concept_count + 1, sizeof *m->concepts);
    m->newest = bma_calloc(lexicon->chains.slot_count + 1, sizeof *m->newest);
    m->partials = bma_calloc(PARTIALS_FIRST, sizeof *m->partials);
    m->partial_capacity = PARTIALS_FIRST;
    bool ready = bma_automaton_init(&m->automaton, &lexicon->chains.trie, &lexicon->symbols);
    return !ready || m->concepts == NULL || m->newest == NULL || m->partials == NULL ? bma_error_memory(error)
                                                                                     : BMA_OK;
}

void bma_matcher_release(struct bma_matcher *m)
{
    bma_automaton_release(&m->automaton);
    bma_free(m->newest);
    bma_free(m->concepts);
    bma_free(m->partials);
    bma_free(m->hits);
    bma_free(m->nots);
    bma_free(m->settled);
    bma_free(m->taken);
    bma_free(m->annotations);
    memset(m, 0, sizeof *m);
}

static void give_back(struct bma_annotation **items, size_t *capacity)
{
    if (*capacity <= KEPT_ANNOTATIONS)
        return;
    bma_free(*items);
    *items = NULL;
    *capacity = 0;
}

void bma_matcher_begin(struct bma_matcher *m)
{
    m->annotation_count = 0;
    give_back(&m->annotations, &m->annotation_capacity);
    give_back(&m->hits, &m->hit_capacity);
    give_back(&m->nots, &m->not_capacity);
    give_back(&m->settled, &m->settled_capacity);
}

/* Partials of this clause that the ring still holds. */
static bool is_alive(const struct bma_matcher *m, uint64_t serial)
{
    return serial > m->clause_serial && m->serial - serial < m->partial_capacity;
}

static bool grow_ring(struct bma_matcher *m)
{
    size_t capacity = m->partial_capacity * 2;
    struct bma_partial *partials = bma_calloc(capacity, sizeof *partials);
    if (partials == NULL)
        return false;
    for (uint64_t serial = m->serial; is_alive(m, serial); serial--)
        partials[serial & (capacity - 1)] = m->partials[serial & (m->partial_capacity - 1)];
    bma_free(m->partials);
    m->partials = partials;
    m->partial_capacity = capacity;
    return true;
}

/* Remembers [first, end) for the slot.  The ring grows rather than lose a partial within reach. */
static bool add_partial(struct bma_matcher *m, uint32_t slot, uint32_t first, uint32_t end)
{
    for (uint64_t s = m->newest[slot]; is_alive(m, s); s = m->partials[s & (m->partial_capacity - 1)].older) {
        const struct bma_partial *known = &m->partials[s & (m->partial_capacity - 1)];
        if (known->end != end)
            break;
        if (known->first == first)
            return true;
    }
    uint64_t lost = m->serial + 1 - m->partial_capacity;
    if (m->serial + 1 > m->partial_capacity && lost > m->clause_serial &&
        end - m->partials[lost & (m->partial_capacity - 1)].end <= m->lexicon->chains.longest_reach &&
        !grow_ring(m))
        return false;
    uint64_t serial = ++m->serial;
    m->partials[serial & (m->partial_capacity - 1)] = (struct bma_partial){first, end, m->newest[slot]};
    m->newest[slot] = serial;
    return true;
}

static bool add_hit(struct bma_matcher *m, bma_chain_output output, uint32_t first, uint32_t end)
{
    struct bma_annotation hit = {.concept = output / 2, .first = first, .end = end};
    if (output % 2 != 0) {
        if (bma_grow(&m->nots, &m->not_capacity, m->not_count + 1, sizeof *m->nots) != 0)
            return false;
        m->nots[m->not_count++] = hit;
        return true;
    }
    if (bma_grow(&m->hits, &m->hit_capacity, m->hit_count + 1, sizeof *m->hits) != 0)
        return false;
    m->hits[m->hit_count++] = hit;
    return true;
}

/* The slot is met by tokens [first, end), those of its parents included. */
static bool meet(struct bma_matcher *m, uint32_t number, uint32_t first, uint32_t end)
{
    const struct bma_chains *chains = &m->lexicon->chains;
    const struct bma_slot *slot = &chains->slots[number];
    for (uint32_t i = 0; i < slot->output_count; i++)
        if (!add_hit(m, chains->outputs[slot->first_output + i], first, end))
            return false;
    return !slot->has_children || add_partial(m, number, first, end);
}

/* A segment of the chain's slot stands at [start, end): every partial of the parent within the gap goes on.
 */
static bool join(struct bma_matcher *m, const struct bma_chain *chain, uint32_t start, uint32_t end)
{
    uint32_t earliest = start > chain->gap ? start - chain->gap : 0;
    for (uint64_t s = m->newest[chain->parent]; is_alive(m, s);) {
        struct bma_partial partial = m->partials[s & (m->partial_capacity - 1)];
        if (partial.end < earliest)
            break;
        if (partial.end <= start && !meet(m, chain->slot, partial.first, end))
            return false;
        s = partial.older;
    }
    return true;
}

static bool answers_to(const struct bma_symbols *symbols, uint32_t symbol, uint32_t element)
{
    const uint32_t *elements = symbols->elements[symbol];
    return elements[0] == element || elements[1] == element || elements[2] == element;
}

/*
 * Whether the number whose tokens begin at `at` takes in the token before, too.
 * It leaves that to the element before it when only so that has one.
 */
static bool goes_on(const struct bma_symbols *symbols, const struct bma_token *tokens, uint32_t at,
                    uint32_t element_before)
{
    if (!answers_to(symbols, tokens[at - 1].stem, BMA_ELEMENT_NUMBER))
        return false;
    return element_before == 0 || answers_to(symbols, tokens[at - 2].stem, element_before) ||
           !answers_to(symbols, tokens[at - 1].stem, element_before);
}

/*
 * Where a segment with numbers that ends at `end` begins: back along its
 * elements, each number as far as it goes, the longest BMA_NUMBER_MAX_TOKENS.
 */
static uint32_t number_start(const struct bma_lexicon *lexicon, const struct bma_segment *segment,
                             const struct bma_token *tokens, uint32_t first, uint32_t end)
{
    const struct bma_trie_node *nodes = lexicon->chains.trie.nodes;
    uint32_t at = end, left = segment->length;
    for (uint32_t node = segment->node; node != 0; node = nodes[node].parent) {
        uint32_t before = nodes[nodes[node].parent].element;
        left--;
        at--;
        for (uint32_t taken = 1;
             nodes[node].element == BMA_ELEMENT_NUMBER && at > first + left &&
             taken < BMA_NUMBER_MAX_TOKENS && goes_on(&lexicon->symbols, tokens, at, before);
             taken++)
            at--;
    }
    return at;
}

/* A segment ends at `end`. */
static bool found(struct bma_matcher *m, uint32_t number, const struct bma_token *tokens, uint32_t first,
                  uint32_t end)
{
    const struct bma_lexicon *lexicon = m->lexicon;
    const struct bma_segment *segment = &lexicon->chains.segments[number];
    uint32_t start = end - segment->length;
    if (segment->has_number)
        start = number_start(lexicon, segment, tokens, first, end);
    for (uint32_t i = 0; i < segment->output_count; i++)
        if (!add_hit(m, lexicon->chains.segment_outputs[segment->first_output + i], start, end))
            return false;
    const struct bma_chain *chains = lexicon->chains.chains + segment->first_chain;
    for (uint32_t i = 0; i < segment->opener_count; i++)
        if (!add_partial(m, chains[i].slot, start, end))
            return false;
    for (uint32_t i = segment->opener_count; i < segment->chain_count; i++)
        if (is_alive(m, m->newest[chains[i].parent]) && !join(m, &chains[i], start, end))
            return false;
    return true;
}

static bool scan(struct bma_matcher *m, const struct bma_token *tokens, uint32_t first, uint32_t end)
{
    struct bma_automaton *automaton = &m->automaton;
    uint32_t state = 0;
    if (!bma_automaton_begin(automaton))
        return false;
    for (uint32_t at = first; at < end; at++) {
        if (!bma_automaton_step(automaton, &state, tokens[at].stem))
            return false;
        const struct bma_state *here = &automaton->states[state];
        for (uint32_t i = 0; i < here->output_count; i++)
            if (!found(m, automaton->outputs[here->first_output + i], tokens, first, at + 1))
                return false;
        if (m->hit_count + m->not_count > BMA_CLAUSE_MAX_HITS)
            return true;
    }
    return true;
}

enum bma_status bma_match_clause(struct bma_matcher *m, uint32_t clause, const struct bma_token *tokens,
                                 uint32_t first, uint32_t end, struct bma_error *error)
{
    m->hit_count = m->not_count = m->settled_count = 0;
    m->clause_serial = m->serial;
    if (!scan(m, tokens, first, end))
        return bma_error_memory(error);
    if (m->hit_count + m->not_count > BMA_CLAUSE_MAX_HITS)
        return bma_error_set(error, BMA_ERROR_LIMIT, NULL, 0, 0,
                             "a single clause holds phrases at more than %d places",
                             (int)BMA_CLAUSE_MAX_HITS);
    if (m->hit_count > 0 && !bma_settle_clause(m, clause, first, end))
        return bma_error_memory(error);
    return BMA_OK;
}

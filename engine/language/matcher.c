#include "language/matcher.h"

#include "base/memory.h"
#include "base/prefetch.h"

#include <string.h>

enum { AHEAD = 4 /* tokens, or segments: how early what they need is asked for */ };

enum { KEPT_ANNOTATIONS = 128 * 1024 };

enum bma_status bma_matcher_init(struct bma_matcher *m, const struct bma_lexicon *lexicon,
                                 struct bma_error *error)
{
    memset(m, 0, sizeof *m);
    m->lexicon = lexicon;
    m->concepts = bma_calloc(lexicon->concept_count + 1, sizeof *m->concepts);
    m->newest = bma_calloc(lexicon->chains.segment_count + 1, sizeof *m->newest);
    m->met = bma_calloc(lexicon->chains.set_count + 1, sizeof *m->met);
    bma_automaton_init(&m->automaton, &lexicon->chains);
    bool ready = m->concepts && m->newest && m->met;
    return ready ? BMA_OK : bma_error_memory(error);
}

void bma_matcher_release(struct bma_matcher *m)
{
    bma_automaton_release(&m->automaton);
    bma_free(m->concepts);
    bma_free(m->newest);
    bma_free(m->met);
    bma_free(m->occurrences);
    bma_free(m->starts);
    bma_free(m->left.items);
    bma_free(m->right.items);
    bma_free(m->next.items);
    bma_free(m->hits);
    bma_free(m->nots);
    bma_free(m->settled);
    bma_free(m->crowded);
    bma_free(m->rivals);
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

/* Serial numbers begin anew long before they run out. */
static void renumber(struct bma_matcher *m)
{
    if (m->serial < UINT32_MAX / 2)
        return;
    memset(m->newest, 0, m->lexicon->chains.segment_count * sizeof *m->newest);
    m->serial = 0;
    m->occurrence_count = 0;
}

void bma_matcher_begin(struct bma_matcher *m)
{
    renumber(m);
    m->annotation_count = 0;
    give_back(&m->annotations, &m->annotation_capacity);
    give_back(&m->hits, &m->hit_capacity);
    give_back(&m->nots, &m->not_capacity);
    if (m->settled_capacity > KEPT_ANNOTATIONS) {
        bma_free(m->settled);
        m->settled = NULL;
        m->settled_capacity = 0;
    }
    give_back(&m->rivals, &m->rival_capacity);
}

bool bma_matcher_hit(struct bma_matcher *m, bma_chain_output output, uint32_t first, uint32_t end)
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

static bool answers_to(const struct bma_symbols *symbols, uint32_t symbol, uint32_t element)
{
    const uint32_t *elements = symbols->elements[symbol];
    return elements[0] == element || elements[1] == element || elements[2] == element;
}

/*
 * Whether the number whose tokens begin at `at` takes in the token before, too.
 * It leaves that to the element before it when only so that has one; of numbers side by side all but the
 * first have one token.
 */
static bool goes_on(const struct bma_symbols *symbols, const struct bma_token *tokens, uint32_t at,
                    uint32_t element_before)
{
    if (element_before == BMA_ELEMENT_NUMBER || !answers_to(symbols, tokens[at - 1].stem, BMA_ELEMENT_NUMBER))
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
    const struct bma_trie *trie = &lexicon->chains.trie;
    uint32_t at = end, left = segment->length;
    for (uint32_t node = segment->node; node != 0; node = trie->parents[node]) {
        uint32_t before = trie->nodes[trie->parents[node]].element;
        left--;
        at--;
        for (uint32_t taken = 1;
             trie->nodes[node].element == BMA_ELEMENT_NUMBER && at > first + left &&
             taken < BMA_NUMBER_MAX_TOKENS && goes_on(&lexicon->symbols, tokens, at, before);
             taken++)
            at--;
    }
    return at;
}

/* The segment occurs for the first time in this clause: all its sets are met. */
static void meet(struct bma_matcher *m, const struct bma_segment *segment)
{
    const uint32_t *homes = m->lexicon->chains.homes;
    for (uint32_t i = segment[0].first_home; i < segment[1].first_home; i++)
        m->met[homes[i]] = 1;
}

/* Keeps the place of a segment of a path. */
static bool keep(struct bma_matcher *m, uint32_t segment_number, uint32_t first, uint32_t end)
{
    const struct bma_segment *segment = &m->lexicon->chains.segments[segment_number];
    uint32_t number = (uint32_t)m->occurrence_count;
    uint32_t *newest = &m->newest[segment_number];
    if (bma_grow(&m->occurrences, &m->occurrence_capacity, m->occurrence_count + 1, sizeof *m->occurrences) !=
            0 ||
        bma_grow(&m->starts, &m->start_capacity, m->start_count + 1, sizeof *m->starts) != 0)
        return false;
    if (segment[0].first_anchor < segment[1].first_anchor)
        m->starts[m->start_count++] =
            (struct bma_start){number, segment[0].first_anchor, segment[1].first_anchor};
    if (*newest <= m->serial)
        meet(m, segment);
    m->occurrences[m->occurrence_count++] = (struct bma_occurrence){first, end, *newest, 0};
    *newest = m->serial + (uint32_t)m->occurrence_count;
    return true;
}

/* The segment ends at `end`. */
static bool take(struct bma_matcher *m, uint32_t number, const struct bma_token *tokens, uint32_t end)
{
    const struct bma_segment *segment = &m->lexicon->chains.segments[number];
    const bma_chain_output *outputs = m->lexicon->chains.segment_outputs;
    uint32_t first =
        segment->has_number ? number_start(m->lexicon, segment, tokens, m->base, end) : end - segment->length;
    for (uint32_t i = segment[0].first_output; i < segment[1].first_output; i++)
        if (!bma_matcher_hit(m, outputs[i], first, end))
            return false;
    return !segment->in_path || keep(m, number, first, end);
}

/* Takes the segments that wait, in order; asks for what each needs while those before it are taken. */
static bool take_waiting(struct bma_matcher *m, const struct bma_token *tokens)
{
    const struct bma_chains *chains = &m->lexicon->chains;
    uint32_t count = m->waiting_count;

    m->waiting_count = 0;
    for (uint32_t i = 0; i < count && !bma_matcher_is_full(m); i++) {
        if (i + AHEAD < count) {
            const struct bma_segment *next = &chains->segments[m->waiting[i + AHEAD].segment];
            BMA_PREFETCH(&chains->segment_outputs[next->first_output]);
            BMA_PREFETCH(&chains->homes[next->first_home]);
            BMA_PREFETCH(&chains->anchors[next->first_anchor]);
        }
        if (!take(m, m->waiting[i].segment, tokens, m->waiting[i].end))
            return false;
    }
    return true;
}

/* The segment ends at `end`, and waits to be taken. */
static bool await(struct bma_matcher *m, uint32_t segment, const struct bma_token *tokens, uint32_t end)
{
    if (m->waiting_count == BMA_WAITING && !take_waiting(m, tokens))
        return false;
    BMA_PREFETCH(&m->lexicon->chains.segments[segment]);
    BMA_PREFETCH(&m->newest[segment]);
    m->waiting[m->waiting_count++] = (struct bma_waiting){segment, end};
    return true;
}

/* What the automaton may go on to with the token. */
static void ask_for_openings(const struct bma_matcher *m, const struct bma_token *token)
{
    const struct bma_entry *entry = &m->automaton.entries[token->stem];
    for (uint32_t i = 0; i < entry->opening_count; i++)
        BMA_PREFETCH(&m->automaton.trie->nodes[entry->openings[i]]);
}

static bool scan(struct bma_matcher *m, const struct bma_token *tokens, uint32_t end)
{
    struct bma_automaton *automaton = &m->automaton;

    bma_automaton_begin(automaton);
    for (uint32_t at = m->base; at < end && at < m->base + AHEAD; at++)
        ask_for_openings(m, &tokens[at]);
    for (uint32_t at = m->base; at < end && !bma_matcher_is_full(m); at++) {
        if (end - at > AHEAD)
            ask_for_openings(m, &tokens[at + AHEAD]);
        if (!bma_automaton_step(automaton, tokens[at].stem))
            return false;
        for (size_t i = 0; automaton->ends != 0 && i < automaton->count; i++)
            if (automaton->reached[i].segment != 0 &&
                !await(m, automaton->reached[i].segment - 1, tokens, at + 1))
                return false;
    }
    return take_waiting(m, tokens);
}

static bool read(struct bma_matcher *m, const struct bma_token *tokens, uint32_t first, uint32_t end)
{
    m->base = first;
    m->serial += (uint32_t)m->occurrence_count;
    m->occurrence_count = m->start_count = m->step = m->waiting_count = 0;
    memset(m->met, 0, m->lexicon->chains.set_count);
    return scan(m, tokens, end) && bma_search_paths(m);
}

static void bring_home(struct bma_annotation *items, size_t from, size_t count, const uint32_t *origin)
{
    for (size_t i = from; i < count; i++) {
        items[i].first = origin[items[i].first];
        items[i].end = origin[items[i].end];
    }
}

/* What is found in other words stands where the draft's own words stand. */
static bool read_retold(struct bma_matcher *m, const struct bma_retold *retold)
{
    size_t hits = m->hit_count, nots = m->not_count;

    if (!read(m, retold->tokens, 0, retold->count))
        return false;
    bring_home(m->hits, hits, m->hit_count, retold->origin);
    bring_home(m->nots, nots, m->not_count, retold->origin);
    return true;
}

enum bma_status bma_match_clause(struct bma_matcher *m, uint32_t clause, const struct bma_token *tokens,
                                 uint32_t first, uint32_t end, const struct bma_retold *retold,
                                 struct bma_error *error)
{
    m->hit_count = m->not_count = m->settled_count = 0;
    m->looked = 0;
    if (!read(m, tokens, first, end) || (retold->count > 0 && !read_retold(m, retold)))
        return bma_error_memory(error);
    m->base = first;
    if (m->looked > BMA_CLAUSE_MAX_LOOKS)
        return bma_error_set(
            error, BMA_ERROR_LIMIT, NULL, 0, 0,
            "a single clause has too many ways to meet the phrases with gaps: more than %d places were "
            "looked at; expected a shorter clause, or phrases with fewer gaps",
            (int)BMA_CLAUSE_MAX_LOOKS);
    if (bma_matcher_is_full(m))
        return bma_error_set(error, BMA_ERROR_LIMIT, NULL, 0, 0,
                             "a single clause holds phrases at more than %d places",
                             (int)BMA_CLAUSE_MAX_HITS);
    if (m->hit_count > 0 && !bma_settle_clause(m, clause, end))
        return bma_error_memory(error);
    return BMA_OK;
}

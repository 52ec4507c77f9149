/* From hits to annotations: what counts of all that was found in a clause. */
#include "base/memory.h"
#include "language/matcher.h"

#include <stdlib.h>

enum { FEW = 12 }; /* places that an item moves on average before insertion is given up */

typedef int (*compare_function)(const void *, const void *);

static int compare_numbers(uint32_t left, uint32_t right)
{
    return left < right ? -1 : left > right;
}

/* By concept, then from left to right, the longer one first. */
static int by_concept(const void *left, const void *right)
{
    const struct bma_annotation *a = left, *b = right;
    int order = compare_numbers(a->concept, b->concept);
    if (order == 0)
        order = compare_numbers(a->first, b->first);
    return order != 0 ? order : compare_numbers(b->end, a->end);
}

/* By length, the longest first, then from left to right. */
static int by_length(const void *left, const void *right)
{
    const struct bma_annotation *a = left, *b = right;
    int order = compare_numbers(b->end - b->first, a->end - a->first);
    return order != 0 ? order : compare_numbers(a->first, b->first);
}

/* Insertion, as hits come nearly in order; what turns out not to be is left to qsort. */
static void sort(struct bma_annotation *items, size_t count, compare_function compare)
{
    size_t patience = count * FEW;
    for (size_t i = 1; i < count; i++) {
        struct bma_annotation item = items[i];
        size_t at = i;
        for (; at > 0 && compare(&items[at - 1], &item) > 0; at--)
            items[at] = items[at - 1];
        items[at] = item;
        if (i - at > patience) {
            qsort(items, count, sizeof *items, compare);
            return;
        }
        patience -= i - at;
    }
}

/* From left to right, the shorter one first, then by concept. */
static inline bool comes_before(const struct bma_annotation *a, const struct bma_annotation *b)
{
    uint64_t place = (uint64_t)a->first << 32 | a->end, other = (uint64_t)b->first << 32 | b->end;
    return place < other || (place == other && a->concept < b->concept);
}

static int by_position(const void *left, const void *right)
{
    return comes_before(left, right) ? -1 : comes_before(right, left);
}

/* The same for the annotations of a clause: one comparison does for most of them. */
static void sort_by_position(struct bma_annotation *items, size_t count)
{
    size_t patience = count * FEW;
    for (size_t i = 1; i < count; i++) {
        struct bma_annotation item = items[i];
        size_t at = i;
        for (; at > 0 && comes_before(&item, &items[at - 1]); at--)
            items[at] = items[at - 1];
        items[at] = item;
        if (i - at > patience) {
            qsort(items, count, sizeof *items, by_position);
            return;
        }
        patience -= i - at;
    }
}

/* Sorted by concept and start, with `end` raised to the furthest so far, so that one search finds an overlap.
 */
static void prepare_nots(struct bma_matcher *m)
{
    sort(m->nots, m->not_count, by_concept);
    for (size_t i = 0; i < m->not_count; i++) {
        m->concepts[m->nots[i].concept].not_clause = m->clause;
        if (i > 0 && m->nots[i].concept == m->nots[i - 1].concept && m->nots[i].end < m->nots[i - 1].end)
            m->nots[i].end = m->nots[i - 1].end;
    }
}

/* Whether a `not` phrase of the concept overlaps tokens [first, end). */
static bool overlaps_not(const struct bma_matcher *m, uint32_t concept, uint32_t first, uint32_t end)
{
    size_t low = 0, high = m->not_count; /* the last one that begins before `end` */
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct bma_annotation *not = &m->nots[middle];
        if (not ->concept < concept || (not ->concept == concept && not ->first < end))
            low = middle + 1;
        else
            high = middle;
    }
    return low > 0 && m->nots[low - 1].concept == concept && m->nots[low - 1].end > first;
}

static bool is_suppressed(const struct bma_matcher *m, const struct bma_emission *emission,
                          const struct bma_annotation *hit)
{
    const uint32_t *guards = m->lexicon->guards + emission->first_guard;
    for (uint32_t i = 0; i < emission->guard_count; i++)
        if (m->concepts[guards[i]].not_clause == m->clause &&
            overlaps_not(m, guards[i], hit->first, hit->end))
            return true;
    return false;
}

/* One more occurrence of the concept; tells whether those of the concept overlap.  False when memory is out.
 */
static bool add(struct bma_matcher *m, uint32_t number, const struct bma_annotation *hit)
{
    struct bma_concept_state *concept = &m->concepts[number];
    if (concept->clause != m->clause) {
        concept->clause = m->clause;
        concept->end = concept->last = 0;
        concept->crowded = false;
    }
    if (hit->first < concept->end && !concept->crowded) {
        if (bma_grow(&m->crowded, &m->crowded_capacity, m->crowded_count + 1, sizeof *m->crowded) != 0)
            return false;
        m->crowded[m->crowded_count++] = number;
        concept->crowded = true;
    }
    m->settled[m->settled_count++] =
        (struct bma_settled){{number, hit->clause, hit->first, hit->end}, concept->last, false};
    concept->last = (uint32_t)m->settled_count;
    concept->end = hit->end > concept->end ? hit->end : concept->end;
    return true;
}

/* Every hit for every concept that it counts for. */
static bool emit(struct bma_matcher *m)
{
    const struct bma_lexicon *lexicon = m->lexicon;
    for (size_t h = 0; h < m->hit_count; h++) {
        const struct bma_annotation *hit = &m->hits[h];
        uint32_t from = lexicon->emission_first[hit->concept], to = lexicon->emission_first[hit->concept + 1];
        if (bma_grow(&m->settled, &m->settled_capacity, m->settled_count + (to - from), sizeof *m->settled) !=
            0)
            return false;
        for (uint32_t i = from; i < to; i++) {
            const struct bma_emission *emission = &lexicon->emissions[i];
            if (m->not_count > 0 && is_suppressed(m, emission, hit))
                continue;
            if (!add(m, emission->concept, hit))
                return false;
        }
    }
    return true;
}

/*
 * Whether the item, of several by falling length, may stay: as it is no longer than those that do, it
 * overlaps one of them only where its first or its last token is inside that.
 */
static bool is_free(const struct bma_matcher *m, const struct bma_annotation *item)
{
    return !m->taken[item->first - m->base] && !m->taken[item->end - 1 - m->base];
}

static void mark_taken(struct bma_matcher *m, const struct bma_annotation *item, bool taken)
{
    for (uint32_t at = item->first; at < item->end; at++)
        m->taken[at - m->base] = taken;
}

static bool make_taken(struct bma_matcher *m, size_t tokens)
{
    if (m->taken_capacity >= tokens)
        return true;
    bool *taken = bma_calloc(tokens * 2, sizeof *taken);
    if (taken == NULL)
        return false;
    bma_free(m->taken);
    m->taken = taken;
    m->taken_capacity = tokens * 2;
    return true;
}

/* The concept's hits, by falling length; `clause` of each is its place in settled. */
static bool gather(struct bma_matcher *m, uint32_t concept, size_t *count)
{
    *count = 0;
    for (uint32_t i = m->concepts[concept].last; i != 0; i = m->settled[i - 1].previous) {
        if (bma_grow(&m->rivals, &m->rival_capacity, *count + 1, sizeof *m->rivals) != 0)
            return false;
        m->rivals[*count] = m->settled[i - 1].at;
        m->rivals[(*count)++].clause = i - 1;
    }
    sort(m->rivals, *count, by_length);
    return true;
}

/* Of the concept's hits that overlap only the longest stay. */
static bool keep_longest(struct bma_matcher *m, uint32_t concept)
{
    size_t count;
    if (!gather(m, concept, &count))
        return false;
    for (size_t i = 0; i < count; i++) {
        if (is_free(m, &m->rivals[i]))
            mark_taken(m, &m->rivals[i], true);
        else
            m->settled[m->rivals[i].clause].dropped = true;
    }
    for (size_t i = 0; i < count; i++)
        if (!m->settled[m->rivals[i].clause].dropped)
            mark_taken(m, &m->rivals[i], false);
    return true;
}

/* What is left becomes annotations of the clause, in order. */
static bool append(struct bma_matcher *m, uint32_t clause)
{
    size_t first = m->annotation_count;
    if (bma_grow(&m->annotations, &m->annotation_capacity, first + m->settled_count,
                 sizeof *m->annotations) != 0)
        return false;
    for (size_t i = 0; i < m->settled_count; i++) {
        struct bma_annotation *at = &m->annotations[m->annotation_count];
        *at = m->settled[i].at;
        at->clause = clause;
        m->annotation_count += !m->settled[i].dropped;
    }
    sort_by_position(m->annotations + first, m->annotation_count - first);
    return true;
}

bool bma_settle_clause(struct bma_matcher *m, uint32_t clause, uint32_t end)
{
    m->clause++;
    m->crowded_count = 0;
    prepare_nots(m);
    if (!emit(m) || (m->crowded_count > 0 && !make_taken(m, end - m->base)))
        return false;
    for (size_t i = 0; i < m->crowded_count; i++)
        if (!keep_longest(m, m->crowded[i]))
            return false;
    return append(m, clause);
}

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

/* The same for what is read last: one comparison for most of them. */
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
    for (size_t i = 1; i < m->not_count; i++)
        if (m->nots[i].concept == m->nots[i - 1].concept && m->nots[i].end < m->nots[i - 1].end)
            m->nots[i].end = m->nots[i - 1].end;
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
        if (overlaps_not(m, guards[i], hit->first, hit->end))
            return true;
    return false;
}

/* Tells whether the concept's hits overlap. */
static void note(struct bma_matcher *m, const struct bma_annotation *hit)
{
    struct bma_concept_state *concept = &m->concepts[hit->concept];
    if (concept->clause != m->clause) {
        *concept = (struct bma_concept_state){m->clause, hit->end, false};
        return;
    }
    if (hit->first < concept->end && !concept->crowded) {
        concept->crowded = true;
        m->crowded_count++;
    }
    if (hit->end > concept->end)
    concept->end = hit->end;
}

/* Every hit for every concept that it counts for. */
static bool emit(struct bma_matcher *m, uint32_t clause)
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
            m->settled[m->settled_count] =
                (struct bma_annotation){emission->concept, clause, hit->first, hit->end};
            note(m, &m->settled[m->settled_count++]);
        }
    }
    return true;
}

/*
 * Keeps the longest of what overlaps and returns how many are left.  As they come by falling
 * length, one that overlaps an earlier one has its first or its last
 * token inside that.
 */
static size_t keep_longest(struct bma_matcher *m, struct bma_annotation *items, size_t count, uint32_t base)
{
    size_t kept = 0;
    sort(items, count, by_length);
    for (size_t i = 0; i < count; i++) {
        struct bma_annotation item = items[i];
        if (m->taken[item.first - base] || m->taken[item.end - 1 - base])
            continue;
        for (uint32_t at = item.first; at < item.end; at++)
            m->taken[at - base] = true;
        items[kept++] = item;
    }
    for (size_t i = 0; i < kept; i++)
        for (uint32_t at = items[i].first; at < items[i].end; at++)
            m->taken[at - base] = false;
    return kept;
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

/* Moves the hits of crowded concepts behind all others, and returns where they begin. */
static bool set_apart(struct bma_matcher *m, size_t *first)
{
    size_t clear = 0, apart = 0;
    if (bma_grow(&m->hits, &m->hit_capacity, m->settled_count, sizeof *m->hits) != 0)
        return false;
    for (size_t i = 0; i < m->settled_count; i++) {
        if (m->concepts[m->settled[i].concept].crowded)
            m->hits[apart++] = m->settled[i];
        else
            m->settled[clear++] = m->settled[i];
    }
    for (size_t i = 0; i < apart; i++)
        m->settled[clear + i] = m->hits[i];
    *first = clear;
    return true;
}

/* Drops what overlaps within the crowded concepts; the rest moves up. */
static bool drop_overlaps(struct bma_matcher *m, uint32_t base)
{
    size_t kept;
    if (!set_apart(m, &kept))
        return false;
    sort(m->settled + kept, m->settled_count - kept, by_concept);
    for (size_t from = kept, to; from < m->settled_count; from = to) {
        for (to = from + 1; to < m->settled_count && m->settled[to].concept == m->settled[from].concept; to++)
            continue;
        size_t count = keep_longest(m, m->settled + from, to - from, base);
        for (size_t i = 0; i < count; i++)
            m->settled[kept++] = m->settled[from + i];
    }
    m->settled_count = kept;
    return true;
}

bool bma_settle_clause(struct bma_matcher *m, uint32_t clause, uint32_t first, uint32_t end)
{
    m->clause++;
    m->crowded_count = 0;
    if (m->not_count > 0)
        prepare_nots(m);
    if (!emit(m, clause) || !make_taken(m, end - first) ||
        bma_grow(&m->annotations, &m->annotation_capacity, m->annotation_count + m->settled_count,
                 sizeof *m->annotations) != 0)
        return false;
    if (m->crowded_count > 0 && !drop_overlaps(m, first))
        return false;
    sort_by_position(m->settled, m->settled_count);
    for (size_t i = 0; i < m->settled_count; i++)
        m->annotations[m->annotation_count++] = m->settled[i];
    return true;
}

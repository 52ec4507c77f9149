/* Paths through the slots, and where the search for each begins. */
#include "base/memory.h"
#include "document/document.h"
#include "language/chains.h"

#include <string.h>

/* Each further element of a segment makes it this much rarer. */
enum { RARER = 4, SCALE = 64 };

static uint32_t element_limit(const struct bma_trie *trie)
{
    uint32_t limit = 0;
    for (size_t i = 0; i < trie->node_count; i++)
        limit = trie->nodes[i].element >= limit ? trie->nodes[i].element + 1 : limit;
    return limit;
}

/* By element: nodes of the trie that have it. */
static uint32_t *count_elements(const struct bma_trie *trie)
{
    uint32_t *counts = bma_calloc((size_t)element_limit(trie) + 1, sizeof *counts);
    for (size_t i = 0; counts != NULL && i < trie->node_count; i++)
        counts[trie->nodes[i].element]++;
    return counts;
}

/* How often the segment is likely to be met: as its rarest element, and less the longer it is. */
static uint64_t weigh_segment(const struct bma_trie *trie, const uint32_t *counts,
                              const struct bma_segment *segment)
{
    uint64_t rarest = UINT32_MAX;
    for (uint32_t node = segment->node; node != 0; node = trie->parents[node])
        if (counts[trie->nodes[node].element] < rarest)
            rarest = counts[trie->nodes[node].element];
    uint64_t weight = rarest * rarest * SCALE;
    for (uint32_t i = 1; i < segment->length && weight > 0; i++)
        weight /= RARER;
    return weight + 1;
}

/* By set: how often any of its segments is. */
static uint64_t *weigh_sets(const struct bma_chains *c)
{
    uint32_t *counts = count_elements(&c->trie);
    uint64_t *weights = counts == NULL ? NULL : bma_calloc(c->set_count + 1, sizeof *weights);
    for (size_t i = 0; weights != NULL && i < c->set_count; i++)
        for (uint32_t k = 0; k < c->sets[i].count; k++)
            weights[i] +=
                weigh_segment(&c->trie, counts, &c->segments[c->set_segments[c->sets[i].first + k]]);
    bma_free(counts);
    return weights;
}

static bool completes_path(const struct bma_slot *slot)
{
    return slot->output_count > 0 && slot->parent != BMA_NONE;
}

static bool make_room(struct bma_chains *c)
{
    for (size_t i = 0; i < c->slot_count; i++) {
        if (!completes_path(&c->slots[i]))
            continue;
        c->path_count++;
        for (size_t at = i; at != BMA_NONE; at = c->slots[at].parent)
            c->step_count++;
    }
    c->paths = bma_calloc(c->path_count + 1, sizeof *c->paths);
    c->steps = bma_calloc(c->step_count + 1, sizeof *c->steps);
    return c->paths != NULL && c->steps != NULL;
}

/* The path that ends at the slot, written at *filled of steps. */
static struct bma_path make_path(const struct bma_chains *c, const uint64_t *weights, uint32_t last,
                                 uint32_t *filled)
{
    struct bma_path path = {.first_step = *filled,
                            .first_output = c->slots[last].first_output,
                            .output_count = c->slots[last].output_count};
    uint64_t least = UINT64_MAX;
    for (uint32_t at = last; at != BMA_NONE; at = c->slots[at].parent)
        path.step_count++;
    *filled += path.step_count;
    uint32_t place = path.step_count;
    for (uint32_t at = last; at != BMA_NONE; at = c->slots[at].parent) {
        uint32_t set = c->slots[at].set;
        c->steps[path.first_step + --place] = (struct bma_step){.set = set, .gap = c->slots[at].gap};
        if (weights[set] < least) {
            least = weights[set];
            path.anchor = place;
        }
    }
    return path;
}

/* Most tokens that a step takes up with the gap before it. */
static uint32_t step_reach(const struct bma_chains *c, const struct bma_step *step)
{
    uint32_t longest = 0;
    const struct bma_set *set = &c->sets[step->set];
    for (uint32_t i = 0; i < set->count; i++) {
        const struct bma_segment *segment = &c->segments[c->set_segments[set->first + i]];
        uint32_t length = segment->length * (uint32_t)(segment->has_number ? BMA_NUMBER_MAX_TOKENS : 1);
        longest = length > longest ? length : longest;
    }
    return longest + step->gap;
}

static void measure(struct bma_chains *c, const struct bma_path *path)
{
    uint32_t reach = 0;
    for (uint32_t i = 0; i < path->step_count; i++)
        reach += step_reach(c, &c->steps[path->first_step + i]);
    c->longest_path = reach > c->longest_path ? reach : c->longest_path;
}

/* What stands in a path is looked for in texts. */
static void mark_segments(struct bma_chains *c, const struct bma_set *set)
{
    for (uint32_t i = 0; i < set->count; i++)
        c->segments[c->set_segments[set->first + i]].in_path = true;
}

static void make_paths(struct bma_chains *c, const uint64_t *weights)
{
    uint32_t filled = 0;
    size_t made = 0;
    for (size_t i = 0; i < c->slot_count; i++)
        if (completes_path(&c->slots[i]))
            c->paths[made++] = make_path(c, weights, (uint32_t)i, &filled);
    for (size_t i = 0; i < c->path_count; i++)
        measure(c, &c->paths[i]);
    for (size_t i = 0; i < c->step_count; i++)
        mark_segments(c, &c->sets[c->steps[i].set]);
}

/* Sets that no path steps on have served: the others move up, and their weights with them. */
static bool drop_sets(struct bma_chains *c, uint64_t *weights)
{
    uint32_t *places = bma_calloc(c->set_count + 1, sizeof *places); /* + 1; 0 = dropped */
    uint32_t kept = 0, filled = 0;
    if (places == NULL)
        return false;
    for (size_t i = 0; i < c->step_count; i++)
        places[c->steps[i].set] = 1;
    for (size_t i = 0; i < c->set_count; i++) {
        struct bma_set set = c->sets[i];
        if (places[i] == 0)
            continue;
        memmove(c->set_segments + filled, c->set_segments + set.first, set.count * sizeof *c->set_segments);
        c->sets[kept] = (struct bma_set){filled, set.count};
        weights[kept] = weights[i];
        filled += set.count;
        places[i] = kept++;
    }
    for (size_t i = 0; i < c->step_count; i++) {
        struct bma_step *step = &c->steps[i];
        step->set = places[step->set];
        step->first = c->sets[step->set].first;
        step->count = c->sets[step->set].count;
    }
    c->set_count = kept;
    c->set_segment_count = filled;
    bma_free(places);
    return true;
}

bool bma_paths_make(struct bma_chains *c)
{
    uint64_t *weights = weigh_sets(c);
    bool made = weights != NULL && make_room(c);
    if (made)
        make_paths(c, weights);
    made = made && drop_sets(c, weights) && bma_group_anchors(c, weights) && bma_group_homes(c);
    bma_free(weights);
    return made;
}

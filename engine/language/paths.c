/* Paths of slots, and where the search for each begins. */
#include "base/memory.h"
#include "document/document.h"
#include "language/chains.h"

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
    for (uint32_t node = segment->node; node != 0; node = trie->nodes[node].parent)
        if (counts[trie->nodes[node].element] < rarest)
            rarest = counts[trie->nodes[node].element];
    uint64_t weight = rarest * rarest * SCALE;
    for (uint32_t i = 1; i < segment->length && weight > 0; i++)
        weight /= RARER;
    return weight + 1;
}

/* By segment. */
static uint64_t *weigh_segments(const struct bma_chains *c)
{
    uint32_t *counts = count_elements(&c->trie);
    uint64_t *weights = counts == NULL ? NULL : bma_calloc(c->segment_count + 1, sizeof *weights);
    for (size_t i = 0; weights != NULL && i < c->segment_count; i++)
        weights[i] = weigh_segment(&c->trie, counts, &c->segments[i]);
    bma_free(counts);
    return weights;
}

static uint64_t weigh_slot(const struct bma_chains *c, const uint64_t *weights, const struct bma_slot *slot)
{
    uint64_t weight = 0;
    for (uint32_t i = 0; i < slot->segment_count; i++)
        weight += weights[c->slot_segments[slot->first_segment + i]];
    return weight;
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
            c->path_slot_count++;
    }
    c->paths = bma_calloc(c->path_count + 1, sizeof *c->paths);
    c->path_slots = bma_calloc(c->path_slot_count + 1, sizeof *c->path_slots);
    return c->paths != NULL && c->path_slots != NULL;
}

/* The path that ends at the slot, written at *filled of path_slots. */
static struct bma_path make_path(const struct bma_chains *c, const uint64_t *weights, uint32_t last,
                                 uint32_t *filled)
{
    struct bma_path path = {.first_slot = *filled};
    uint64_t least = UINT64_MAX;
    for (uint32_t at = last; at != BMA_NONE; at = c->slots[at].parent)
        path.slot_count++;
    *filled += path.slot_count;
    uint32_t place = path.slot_count;
    for (uint32_t at = last; at != BMA_NONE; at = c->slots[at].parent) {
        uint64_t weight = weigh_slot(c, weights, &c->slots[at]);
        c->path_slots[path.first_slot + --place] = at;
        if (weight < least) {
            least = weight;
            path.anchor = place;
        }
    }
    return path;
}

/* Most tokens that a slot takes up with the gap before it. */
static uint32_t slot_reach(const struct bma_chains *c, const struct bma_slot *slot)
{
    uint32_t longest = 0;
    for (uint32_t i = 0; i < slot->segment_count; i++) {
        const struct bma_segment *segment = &c->segments[c->slot_segments[slot->first_segment + i]];
        uint32_t length = segment->length * (segment->has_number ? BMA_NUMBER_MAX_TOKENS : 1);
        longest = length > longest ? length : longest;
    }
    return longest + slot->gap;
}

static void measure(struct bma_chains *c, const struct bma_path *path)
{
    uint32_t reach = 0;
    for (uint32_t i = 0; i < path->slot_count; i++)
        reach += slot_reach(c, &c->slots[c->path_slots[path->first_slot + i]]);
    c->longest_path = reach > c->longest_path ? reach : c->longest_path;
}

/* What stands in a path is looked for in texts. */
static void mark_segments(struct bma_chains *c, const struct bma_slot *slot)
{
    for (uint32_t i = 0; i < slot->segment_count; i++)
        c->segments[c->slot_segments[slot->first_segment + i]].in_path = true;
}

static struct bma_anchor make_anchor(const struct bma_chains *c, uint32_t number)
{
    const struct bma_path *path = &c->paths[number];
    const uint32_t *slots = c->path_slots + path->first_slot;
    struct bma_anchor anchor = {.path = number};
    if (path->anchor > 0) {
        const struct bma_slot *before = &c->slots[slots[path->anchor - 1]];
        anchor.before = before->first_segment;
        anchor.before_count = before->segment_count;
    }
    if (path->anchor + 1 < path->slot_count) {
        const struct bma_slot *after = &c->slots[slots[path->anchor + 1]];
        anchor.after = after->first_segment;
        anchor.after_count = after->segment_count;
    }
    return anchor;
}

/* The segments of the path's anchor. */
static const uint32_t *anchor_segments(const struct bma_chains *c, size_t path, uint32_t *count)
{
    uint32_t anchor = c->path_slots[c->paths[path].first_slot + c->paths[path].anchor];
    const struct bma_slot *slot = &c->slots[anchor];
    *count = slot->segment_count;
    return c->slot_segments + slot->first_segment;
}

static bool make_anchors(struct bma_chains *c)
{
    uint32_t count, total = 0;
    for (size_t i = 0; i < c->path_count; i++) {
        const uint32_t *segments = anchor_segments(c, i, &count);
        for (uint32_t k = 0; k < count; k++)
            c->segments[segments[k]].anchor_count++;
    }
    for (size_t i = 0; i < c->segment_count; i++) {
        c->segments[i].first_anchor = total;
        total += c->segments[i].anchor_count;
        c->segments[i].anchor_count = 0;
    }
    c->anchor_count = total;
    c->anchors = bma_calloc((size_t)total + 1, sizeof *c->anchors);
    for (size_t i = 0; c->anchors != NULL && i < c->path_count; i++) {
        struct bma_anchor anchor = make_anchor(c, (uint32_t)i);
        const uint32_t *segments = anchor_segments(c, i, &count);
        for (uint32_t k = 0; k < count; k++) {
            struct bma_segment *segment = &c->segments[segments[k]];
            c->anchors[segment->first_anchor + segment->anchor_count++] = anchor;
        }
    }
    return c->anchors != NULL;
}

bool bma_paths_make(struct bma_chains *c)
{
    uint64_t *weights = weigh_segments(c);
    uint32_t filled = 0;
    size_t made = 0;
    if (weights == NULL || !make_room(c)) {
        bma_free(weights);
        return false;
    }
    for (size_t i = 0; i < c->slot_count; i++)
        if (completes_path(&c->slots[i]))
            c->paths[made++] = make_path(c, weights, (uint32_t)i, &filled);
    bma_free(weights);
    for (size_t i = 0; i < c->path_count; i++)
        measure(c, &c->paths[i]);
    for (size_t i = 0; i < c->path_slot_count; i++)
        mark_segments(c, &c->slots[c->path_slots[i]]);
    return make_anchors(c);
}

/* What a scan asks of a segment, side by side for each of them: its phrases, the paths that it anchors, its
 * sets. */
#include "base/memory.h"
#include "document/document.h"
#include "language/chains.h"

#include <stddef.h>

/* Items that belong to segments, in the order in which each segment will have them. */
struct pairs {
    struct pair {
        uint32_t segment, item;
    } * at;
    size_t count, capacity;
};

/* The item belongs to every segment of the set. */
static bool pair_set(struct pairs *pairs, const struct bma_chains *c, uint32_t number, uint32_t item)
{
    const struct bma_set *set = &c->sets[number];

    if (bma_grow(&pairs->at, &pairs->capacity, pairs->count + set->count, sizeof *pairs->at) != 0)
        return false;
    for (uint32_t i = 0; i < set->count; i++)
        pairs->at[pairs->count++] = (struct pair){c->set_segments[set->first + i], item};
    return true;
}

/* The field of a segment that says where its items begin; of the one behind the last, too. */
static uint32_t *first_of(const struct bma_chains *c, size_t segment, size_t field)
{
    return (uint32_t *)(void *)((char *)&c->segments[segment] + field);
}

/* The items by segment, and where those of each begin in its field.  NULL when memory is out. */
static uint32_t *group(struct bma_chains *c, const struct pairs *pairs, size_t field)
{
    uint32_t *items = bma_calloc(pairs->count + 1, sizeof *items), total = 0;

    if (items == NULL)
        return NULL;
    for (size_t s = 0; s <= c->segment_count; s++)
        *first_of(c, s, field) = 0;
    for (size_t i = 0; i < pairs->count; i++)
        ++*first_of(c, pairs->at[i].segment, field);
    for (size_t s = 0; s <= c->segment_count; s++)
        *first_of(c, s, field) = total += *first_of(c, s, field);
    for (size_t i = pairs->count; i > 0; i--) /* from the last, so that each field ends at its first */
        items[--*first_of(c, pairs->at[i - 1].segment, field)] = pairs->at[i - 1].item;
    return items;
}

static bool has(const uint32_t *items, uint32_t first, uint32_t end, uint32_t item)
{
    while (first < end && items[first] != item)
        first++;
    return first < end;
}

/* Leaves each output of a segment once. */
static void drop_repeated(struct bma_chains *c)
{
    bma_chain_output *outputs = c->segment_outputs;
    uint32_t kept = 0;

    for (size_t s = 0; s < c->segment_count; s++) {
        uint32_t first = c->segments[s].first_output, end = c->segments[s + 1].first_output;
        c->segments[s].first_output = kept;
        for (uint32_t i = first; i < end; i++)
            if (!has(outputs, c->segments[s].first_output, kept, outputs[i]))
                outputs[kept++] = outputs[i];
    }
    c->segments[c->segment_count].first_output = kept;
    c->segment_output_count = kept;
}

/* What opens a phrase and completes it is all of it. */
bool bma_group_outputs(struct bma_chains *c)
{
    struct pairs pairs = {NULL, 0, 0};
    bool made = true;

    for (size_t i = 0; i < c->slot_count; i++) {
        const struct bma_slot *slot = &c->slots[i];
        for (uint32_t k = 0; made && slot->parent == BMA_NONE && k < slot->output_count; k++)
            made = pair_set(&pairs, c, slot->set, c->outputs[slot->first_output + k]);
    }
    if (made)
        c->segment_outputs = group(c, &pairs, offsetof(struct bma_segment, first_output));
    bma_free(pairs.at);
    if (c->segment_outputs == NULL)
        return false;
    drop_repeated(c);
    return true;
}

/* A path has two steps or more, so at least one stands beside its anchor. */
static struct bma_anchor make_anchor(const struct bma_chains *c, const uint64_t *weights, uint32_t number)
{
    const struct bma_path *path = &c->paths[number];
    const struct bma_step *anchor = &c->steps[path->first_step + path->anchor];
    bool opens = path->anchor == 0, completes = path->anchor + 1 == path->step_count;
    uint32_t before = anchor[opens ? 1 : -1].set, after = anchor[completes ? -1 : 1].set;
    bool in_order = weights[before] <= weights[after];
    return (struct bma_anchor){number, {in_order ? before : after, in_order ? after : before}};
}

bool bma_group_anchors(struct bma_chains *c, const uint64_t *weights)
{
    struct pairs pairs = {NULL, 0, 0};
    uint32_t *paths = NULL;
    bool made = true;

    for (size_t i = 0; made && i < c->path_count; i++)
        made = pair_set(&pairs, c, c->steps[c->paths[i].first_step + c->paths[i].anchor].set, (uint32_t)i);
    if (made)
        paths = group(c, &pairs, offsetof(struct bma_segment, first_anchor));
    c->anchor_count = pairs.count;
    c->anchors = paths == NULL ? NULL : bma_calloc(c->anchor_count + 1, sizeof *c->anchors);
    for (size_t i = 0; c->anchors != NULL && i < c->anchor_count; i++)
        c->anchors[i] = make_anchor(c, weights, paths[i]);
    bma_free(paths);
    bma_free(pairs.at);
    return c->anchors != NULL;
}

/* By set: whether a search asks for it before it begins. */
static bool *find_asked(const struct bma_chains *c)
{
    bool *asked = bma_calloc(c->set_count + 1, sizeof *asked);

    for (size_t i = 0; asked != NULL && i < c->anchor_count; i++)
        asked[c->anchors[i].beside[0]] = asked[c->anchors[i].beside[1]] = true;
    return asked;
}

bool bma_group_homes(struct bma_chains *c)
{
    struct pairs pairs = {NULL, 0, 0};
    bool *asked = find_asked(c), made = asked != NULL;

    for (size_t i = 0; made && i < c->set_count; i++)
        made = !asked[i] || pair_set(&pairs, c, (uint32_t)i, (uint32_t)i);
    if (made)
        c->homes = group(c, &pairs, offsetof(struct bma_segment, first_home));
    c->home_count = pairs.count;
    bma_free(asked);
    bma_free(pairs.at);
    return c->homes != NULL;
}

/* From the anchor of a path outward: which of its slots are met, and where. */
#include "base/memory.h"
#include "base/prefetch.h"
#include "language/matcher.h"

/* What meets a slot at most `gap` tokens before or after an occurrence, one after another. */
struct meeting {
    const uint32_t *segments; /* of the slot: still to be looked at */
    uint32_t left;
    uint32_t serial; /* the occurrence of the segment before them to look at next */
    uint32_t gap;
    bool before;
    struct bma_occurrence from;
};

static struct meeting meet(const struct bma_matcher *m, const struct bma_step *step, bool before,
                           uint32_t gap, uint32_t occurrence)
{
    return (struct meeting){.segments = m->lexicon->chains.set_segments + step->first,
                            .left = step->count,
                            .gap = gap,
                            .before = before,
                            .from = m->occurrences[occurrence]};
}

static struct bma_occurrence *occurrence_of(const struct bma_matcher *m, uint32_t serial)
{
    return &m->occurrences[serial - m->serial - 1];
}

/* The segment's last occurrence that a search may still come to: forgets those beyond. */
static uint32_t newest(struct bma_matcher *m, uint32_t segment)
{
    uint32_t serial = m->newest[segment];
    while (serial > m->serial && occurrence_of(m, serial)->first > m->horizon)
        m->newest[segment] = serial = occurrence_of(m, serial)->older;
    return serial;
}

/* Whether `right` begins at most `gap` tokens after the end of `left`. */
static bool is_within(const struct bma_occurrence *left, const struct bma_occurrence *right, uint32_t gap)
{
    return left->end <= right->first && right->first - left->end <= gap;
}

/* The next one, or NULL. */
static struct bma_occurrence *next(struct bma_matcher *m, struct meeting *meeting)
{
    for (;;) {
        while (meeting->serial <= m->serial) {
            if (meeting->left == 0)
                return NULL;
            meeting->left--;
            meeting->serial = newest(m, *meeting->segments++);
        }
        struct bma_occurrence *at = occurrence_of(m, meeting->serial);
        m->looked++;
        meeting->serial = at->older;
        if (meeting->before ? is_within(at, &meeting->from, meeting->gap)
                            : is_within(&meeting->from, at, meeting->gap))
            return at;
        /* those before it end earlier still */
        if (at->end <= meeting->from.end &&
            (!meeting->before || meeting->from.first > (uint64_t)at->end + meeting->gap))
            meeting->serial = 0;
    }
}

/* The phrases that the path is are met by tokens [first, end). */
static bool hit(struct bma_matcher *m, const struct bma_path *path, uint32_t first, uint32_t end)
{
    const bma_chain_output *outputs = m->lexicon->chains.outputs + path->first_output;
    for (uint32_t i = 0; i < path->output_count; i++)
        if (!bma_matcher_hit(m, outputs[i], first, end))
            return false;
    return true;
}

static bool reach(struct bma_reached *reached, uint32_t occurrence)
{
    if (bma_grow(&reached->items, &reached->capacity, reached->count + 1, sizeof *reached->items) != 0)
        return false;
    reached->items[reached->count++] = occurrence;
    return true;
}

/* Takes the occurrence into the next step, once. */
static bool take(struct bma_matcher *m, struct bma_occurrence *occurrence)
{
    if (occurrence->step == m->step)
        return true;
    occurrence->step = m->step;
    return reach(&m->next, (uint32_t)(occurrence - m->occurrences));
}

/* From all that a side has come to, over the gap to the set beyond: the next step is where it stands then. */
static bool step(struct bma_matcher *m, struct bma_reached *side, const struct bma_step *to, bool before,
                 uint32_t gap)
{
    m->step++;
    m->next.count = 0;
    for (size_t i = 0; i < side->count && !bma_matcher_is_full(m); i++) {
        struct meeting meeting = meet(m, to, before, gap, side->items[i]);
        for (struct bma_occurrence *at; (at = next(m, &meeting)) != NULL;)
            if (!take(m, at))
                return false;
    }
    struct bma_reached old = *side;
    *side = m->next;
    m->next = old;
    return true;
}

/* Every beginning with every end. */
static bool report(struct bma_matcher *m, const struct bma_path *path)
{
    for (size_t i = 0; i < m->left.count; i++)
        for (size_t k = 0; k < m->right.count; k++)
            if (!hit(m, path, m->occurrences[m->left.items[i]].first, m->occurrences[m->right.items[k]].end))
                return false;
    return true;
}

static bool search_path(struct bma_matcher *m, const struct bma_path *path, const struct bma_step *steps,
                        uint32_t occurrence)
{
    m->left.count = m->right.count = 0;
    if (!reach(&m->left, occurrence) || !reach(&m->right, occurrence))
        return false;
    for (uint32_t at = path->anchor; at > 0 && m->left.count > 0; at--)
        if (!step(m, &m->left, &steps[at - 1], true, steps[at].gap))
            return false;
    for (uint32_t at = path->anchor + 1; at < path->step_count && m->left.count * m->right.count > 0; at++)
        if (!step(m, &m->right, &steps[at], false, steps[at].gap))
            return false;
    return report(m, path);
}

/* A path of two needs no steps. */
static bool search_pair(struct bma_matcher *m, const struct bma_path *path, const struct bma_step *steps,
                        uint32_t occurrence)
{
    bool before = path->anchor == 1;
    struct meeting meeting = meet(m, &steps[before ? 0 : 1], before, steps[1].gap, occurrence);
    for (const struct bma_occurrence *at; (at = next(m, &meeting)) != NULL;)
        if (!hit(m, path, before ? at->first : meeting.from.first, before ? meeting.from.end : at->end))
            return false;
    return true;
}

static bool search(struct bma_matcher *m, const struct bma_path *path, uint32_t occurrence)
{
    const struct bma_step *steps = m->lexicon->chains.steps + path->first_step;
    return (path->step_count == 2 ? search_pair : search_path)(m, path, steps, occurrence);
}

/* Asks for the steps of a path. */
static void ask_for_steps(const struct bma_matcher *m, const struct bma_sought *sought)
{
    const struct bma_chains *chains = &m->lexicon->chains;
    BMA_PREFETCH(&chains->steps[chains->paths[sought->path].first_step]);
}

/* Asks for what is looked at first: the segments beside the anchor. */
static void ask_for_segments(const struct bma_matcher *m, const struct bma_sought *sought)
{
    const struct bma_chains *chains = &m->lexicon->chains;
    const struct bma_path *path = &chains->paths[sought->path];
    uint32_t beside = path->anchor > 0 ? path->anchor - 1 : 1;
    BMA_PREFETCH(&chains->set_segments[chains->steps[path->first_step + beside].first]);
}

/* Makes the searches that wait, in order; asks for what each needs while those before it are made. */
static bool search_waiting(struct bma_matcher *m)
{
    enum { AHEAD = 3, FAR_AHEAD = 6 };
    const struct bma_chains *chains = &m->lexicon->chains;
    uint32_t count = m->search_count;

    m->search_count = 0;
    for (uint32_t i = 0; i < count && !bma_matcher_is_full(m); i++) {
        const struct bma_sought *at = &m->searches[i];
        if (i + FAR_AHEAD < count)
            ask_for_steps(m, at + FAR_AHEAD);
        if (i + AHEAD < count)
            ask_for_segments(m, at + AHEAD);
        m->horizon = m->occurrences[at->occurrence].end + chains->longest_path;
        if (!search(m, &chains->paths[at->path], at->occurrence))
            return false;
    }
    return true;
}

/* What is worth a search as far as the sets beside the anchor tell: both are met. */
static bool is_promising(const struct bma_matcher *m, const struct bma_anchor *anchor)
{
    return (m->met[anchor->beside[0]] & m->met[anchor->beside[1]]) != 0;
}

static bool search_from(struct bma_matcher *m, const struct bma_start *start)
{
    const struct bma_chains *chains = &m->lexicon->chains;

    for (uint32_t i = start->first_anchor; i < start->end_anchor; i++) {
        if (!is_promising(m, &chains->anchors[i]))
            continue;
        if (m->search_count == BMA_WAITING && !search_waiting(m))
            return false;
        BMA_PREFETCH(&chains->paths[chains->anchors[i].path]);
        m->searches[m->search_count++] = (struct bma_sought){chains->anchors[i].path, start->occurrence};
    }
    return true;
}

bool bma_search_paths(struct bma_matcher *m)
{
    m->search_count = 0;
    for (size_t i = m->start_count; i > 0 && !bma_matcher_is_full(m); i--)
        if (!search_from(m, &m->starts[i - 1]))
            return false;
    return search_waiting(m);
}

/* CX-3: clauses that defeat each other; what defeats what stands in the pack's coherence/. */
#include "rules/coherence_parts.h"

#include "base/buffer.h"
#include "findings/phrases.h"

#include <string.h>

enum { SIDE_MAX = 3 };

/* The clauses that answer one side's queries: the strongest first, then in reading order. */
struct side {
    uint32_t clauses[SIDE_MAX];
    int levels[SIDE_MAX];
    uint32_t count;
};

static bool has(const struct side *side, uint32_t clause)
{
    for (uint32_t i = 0; i < side->count; i++) {
        if (side->clauses[i] == clause)
            return true;
    }
    return false;
}

static void insert(struct side *side, uint32_t clause, int level)
{
    uint32_t at = side->count;

    if (has(side, clause))
        return;
    while (at > 0 && (side->levels[at - 1] < level ||
                      (side->levels[at - 1] == level && side->clauses[at - 1] > clause)))
        at--;
    if (at == SIDE_MAX)
        return;
    if (side->count < SIDE_MAX)
        side->count++;
    for (uint32_t i = side->count - 1; i > at; i--) {
        side->clauses[i] = side->clauses[i - 1];
        side->levels[i] = side->levels[i - 1];
    }
    side->clauses[at] = clause;
    side->levels[at] = level;
}

/* The clauses that answer the queries at `least`, without those of `taken`; where `against` is given, only
 * those of which its rule found that they work against it. */
static enum bma_status ask(struct bma_coherence_run *run, const struct bma_query *queries, uint32_t count,
                           const struct bma_finding *against, int least, const struct side *taken,
                           struct side *out, struct bma_error *error)
{
    struct bma_search *search = run->search;
    enum bma_status status = BMA_OK;

    *out = (struct side){.count = 0};
    search->found_count = 0;
    for (uint32_t i = 0; status == BMA_OK && i < count; i++)
        status = bma_search_run(search, &queries[i], i, false, error);
    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *found = &search->found[i];

        if (found->level >= least && (!against || bma_finding_counts(against, found->clause, true)) &&
            !(taken && has(taken, found->clause)))
            insert(out, found->clause, found->level);
    }
    search->found_count = 0;
    return status;
}

/* The message with {one} and {other} as places of the text. */
static const char *word(struct bma_coherence_run *run, const char *message, const char *one,
                        const char *other)
{
    struct bma_buffer out;
    const char *copy;

    bma_buffer_init(&out);
    for (const char *at = message; *at;) {
        size_t plain = strcspn(at, "{");

        bma_buffer_add(&out, at, plain);
        at += plain;
        if (strncmp(at, "{one}", 5) == 0) {
            bma_buffer_add(&out, one, strlen(one));
            at += 5;
        } else if (strncmp(at, "{other}", 7) == 0) {
            bma_buffer_add(&out, other, strlen(other));
            at += 7;
        } else if (*at) {
            bma_buffer_add(&out, at++, 1);
        }
    }
    copy = out.failed ? NULL : bma_arena_strndup(run->arena, out.bytes, out.length);
    bma_buffer_release(&out);
    return copy;
}

static enum bma_status report(struct bma_coherence_run *run, const struct bma_conflict *conflict,
                              const struct side *one, const struct side *other, struct bma_error *error)
{
    struct bma_sides sides = {.count = 0};
    const char *here = bma_coherence_place(run, one->clauses[0]);
    const char *there = bma_coherence_place(run, other->clauses[0]);

    for (uint32_t i = 0; i < one->count; i++)
        bma_sides_add(&sides, one->clauses[i], one->levels[i]);
    sides.first = sides.count;
    for (uint32_t i = 0; i < other->count; i++)
        bma_sides_add(&sides, other->clauses[i], other->levels[i]);
    if (strcmp(here, there) == 0)
        there = bma_phrase(BMA_PHRASE_SAME_PLACE);
    return bma_coherence_add(run, "CX-3", word(run, conflict->message, here, there), &sides, error);
}

static enum bma_status check(struct bma_coherence_run *run, const struct bma_conflict *conflict,
                             struct bma_error *error)
{
    const struct bma_finding *against =
        conflict->against ? &run->findings->items[bma_pack_find_rule(run->pack, conflict->against)] : NULL;
    struct side one, other;
    enum bma_status status =
        ask(run, conflict->other, conflict->other_count, against, BMA_LEVEL_SOFT, NULL, &other, error);

    if (status == BMA_OK && other.count > 0)
        status = ask(run, conflict->one, conflict->one_count, NULL, BMA_LEVEL_MENTIONED,
                     conflict->within ? NULL : &other, &one, error);
    if (status != BMA_OK || other.count == 0 || one.count == 0)
        return status;
    return report(run, conflict, &one, &other, error);
}

enum bma_status bma_coherence_conflicts(struct bma_coherence_run *run, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < run->pack->conflict_count; i++)
        status = check(run, &run->pack->conflicts[i], error);
    return status;
}

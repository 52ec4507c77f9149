/*
 * Provisions that another clause keeps from workers: "Paragraph 7 shall not apply to seasonal workers".
 *
 * What such a provision gives, the clause takes from them, whatever its own words are: it works against each
 * criterion for which a clause of the provision counts.
 */
#include "base/memory.h"
#include "rules/query.h"

/* No draft has as many; each is held against all that every rule finds. */
enum { DISAPPLIED_MOST = 256 };

/* The concepts of the role stand in the clause behind the reference. */
static bool follows(const struct bma_annotated *text, const struct bma_reference *reference)
{
    const struct bma_clause_features *features = &text->clauses[reference->clause];
    const struct bma_annotation *all = text->annotations + features->first_annotation;

    for (uint32_t i = 0; i < features->annotation_count; i++) {
        if (bma_lexicon_concept(text->lexicon, all[i].concept)->role == BMA_CONCEPT_DISAPPLIES &&
            text->tokens[all[i].first].start >= reference->span.end)
            return true;
    }
    return false;
}

static bool disapplies(const struct bma_annotated *text, const struct bma_reference *reference)
{
    const struct bma_clause_features *features = &text->clauses[reference->clause];
    enum bma_zone zone = text->document->clauses[reference->clause].zone;

    return !reference->external && reference->target != BMA_NONE &&
           (zone == BMA_ZONE_OPERATIVE || zone == BMA_ZONE_ANNEX) && !bma_clause_is_cited(features) &&
           !features->elsewhere && (features->actors & BMA_ACTOR_WORKER) && follows(text, reference);
}

bool bma_disapplied_find(struct bma_search *search, struct bma_arena *arena)
{
    const struct bma_annotated *text = search->text;

    search->disapplied_count = 0;
    search->disapplied =
        bma_arena_calloc(arena, (size_t)text->reference_count + 1, sizeof *search->disapplied);
    for (uint32_t i = 0; search->disapplied && i < text->reference_count; i++) {
        if (search->disapplied_count < DISAPPLIED_MOST && disapplies(text, &text->references[i]))
            search->disapplied[search->disapplied_count++] = i;
    }
    return search->disapplied != NULL;
}

static bool stands_in(const struct bma_document *document, uint32_t clause, uint32_t division)
{
    uint32_t node = document->clauses[clause].node;

    while (node != BMA_NONE && node != division)
        node = document->nodes[node].parent;
    return node == division;
}

/* The strongest of the first `count` candidates that counts and stands in the division; NULL: none does. */
static const struct bma_candidate *strongest_in(const struct bma_search *search, size_t count,
                                                uint32_t division)
{
    const struct bma_candidate *best = NULL;

    for (size_t i = 0; i < count; i++) {
        const struct bma_candidate *candidate = &search->found[i];

        if (bma_candidate_counts(candidate, false) && (!best || candidate->level > best->level) &&
            stands_in(search->text->document, candidate->clause, division))
            best = candidate;
    }
    return best;
}

bool bma_disapplied_oppose(struct bma_search *search)
{
    size_t count = search->found_count;

    for (uint32_t i = 0; i < search->disapplied_count; i++) {
        const struct bma_reference *reference = &search->text->references[search->disapplied[i]];
        const struct bma_candidate *given = strongest_in(search, count, reference->target);
        struct bma_candidate taken;

        if (!given || stands_in(search->text->document, reference->clause, reference->target))
            continue;
        taken = *given;
        taken.clause = reference->clause;
        taken.predicate = search->text->clauses[reference->clause].first_predicate;
        taken.focus = BMA_NONE;
        taken.against = true;
        taken.elements = 0;
        if (bma_grow(&search->found, &search->found_capacity, search->found_count + 1,
                     sizeof *search->found) != 0)
            return false;
        search->found[search->found_count++] = taken;
    }
    return true;
}

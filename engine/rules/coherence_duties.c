/*
 * CX-4: who bears the duties.  One duty is counted for each main predicate of the operative part
 * that obliges; it is its subject's.  A lead-in counts through its items.
 */
#include "rules/coherence_parts.h"

#include "findings/phrases.h"
#include "rules/ladder.h"

/* Reported from twice as many, where there are enough duties for a proportion to mean something. */
enum { DUTIES_LEAST = 8, TIMES_AS_MANY = 2 };

static bool obliges(const struct bma_annotated *text, const struct bma_predicate *predicate)
{
    if (predicate->subordinate || predicate->released)
        return false;
    return predicate->modality == BMA_MODALITY_DUTY ||
           (text->non_binding && predicate->modality == BMA_MODALITY_SOFT && !predicate->hedged);
}

static void count(struct bma_findings *out, unsigned actors)
{
    bool origin = (actors & BMA_ACTOR_ORIGIN) != 0, destination = (actors & BMA_ACTOR_DESTINATION) != 0;

    if ((origin && destination) || (!origin && !destination && (actors & BMA_ACTOR_PARTIES)))
        out->duties_both++;
    else if (origin)
        out->duties_origin++;
    else if (destination)
        out->duties_destination++;
    else if (actors & BMA_ACTOR_EMPLOYER)
        out->duties_employer++;
    else if (actors & BMA_ACTOR_WORKER)
        out->duties_worker++;
}

static void count_clause(struct bma_coherence_run *run, uint32_t clause)
{
    const struct bma_annotated *text = run->text;
    const struct bma_clause_features *features = &text->clauses[clause];

    if (features->elsewhere || features->quoted || run->search->items_end[clause] != 0 ||
        !bma_ladder_operative(run->search, clause))
        return;
    for (uint32_t i = 0; i < features->predicate_count; i++) {
        const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

        if (obliges(text, predicate))
            count(run->findings, predicate->actors);
    }
}

/* Clauses by which the side is obliged, as evidence. */
static void gather(const struct bma_coherence_run *run, unsigned actor, struct bma_sides *sides)
{
    const struct bma_annotated *text = run->text;

    for (uint32_t c = 0; c < text->document->clause_count; c++) {
        const struct bma_clause_features *features = &text->clauses[c];

        for (uint32_t i = 0; i < features->predicate_count && bma_ladder_operative(run->search, c); i++) {
            const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

            if (obliges(text, predicate) && (predicate->actors & actor))
                bma_sides_add(sides, c, BMA_LEVEL_BINDING);
        }
    }
    sides->first = sides->count;
}

enum bma_status bma_coherence_duties(struct bma_coherence_run *run, struct bma_error *error)
{
    struct bma_findings *out = run->findings;
    struct bma_sides sides = {.count = 0};
    uint32_t more, less;
    bool origin;

    for (uint32_t c = 0; c < run->text->document->clause_count; c++)
        count_clause(run, c);
    origin = out->duties_origin > out->duties_destination;
    more = origin ? out->duties_origin : out->duties_destination;
    less = origin ? out->duties_destination : out->duties_origin;
    if (more + less < DUTIES_LEAST || more < TIMES_AS_MANY * less)
        return BMA_OK;
    gather(run, origin ? BMA_ACTOR_ORIGIN : BMA_ACTOR_DESTINATION, &sides);
    return bma_coherence_add(run, "CX-4",
                             bma_arena_printf(run->arena, bma_phrase(BMA_PHRASE_DUTIES_UNEVEN),
                                              bma_phrase(origin ? BMA_PHRASE_ORIGIN : BMA_PHRASE_DESTINATION),
                                              (unsigned)more, (unsigned)less),
                             &sides, error);
}

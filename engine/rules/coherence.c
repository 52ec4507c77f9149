#include "rules/coherence.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "findings/phrases.h"
#include "rules/coherence_parts.h"

#include <string.h>

void bma_sides_add(struct bma_sides *sides, uint32_t clause, int level)
{
    if (sides->count == BMA_EVIDENCE_MAX)
        return;
    for (uint32_t i = 0; i < sides->count; i++) {
        if (sides->clauses[i] == clause)
            return;
    }
    sides->clauses[sides->count] = clause;
    sides->levels[sides->count++] = level;
}

size_t bma_coherence_count(const struct bma_coherence_run *run, const char *id)
{
    size_t count = 0;

    for (size_t i = 0; i < run->count; i++)
        count += strcmp(run->faults[i].id, id) == 0;
    return count;
}

/* A quote that differs from the source is never shown as one. */
static enum bma_status show(struct bma_coherence_run *run, const struct bma_sides *sides,
                            struct bma_coherence *fault, struct bma_error *error)
{
    const struct bma_document *document = run->text->document;
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < sides->count; i++) {
        struct bma_evidence *evidence = &fault->evidence[fault->evidence_count];
        bool supports = i < sides->first;

        status = bma_evidence_from_clause(document, sides->clauses[i],
                                          supports ? BMA_EVIDENCE_SUPPORTS : BMA_EVIDENCE_CONFLICTS,
                                          sides->levels[i], run->arena, evidence, error);
        if (status == BMA_OK && bma_evidence_true(document, evidence))
            fault->evidence_count++;
        else if (status == BMA_OK)
            fault->message = bma_phrase(BMA_PHRASE_QUOTE_DIFFERS);
    }
    return status;
}

enum bma_status bma_coherence_add(struct bma_coherence_run *run, const char *id, const char *message,
                                  const struct bma_sides *sides, struct bma_error *error)
{
    struct bma_coherence fault = {.id = id, .message = message};
    enum bma_status status;

    if (!message)
        return bma_error_memory(error);
    if (bma_coherence_count(run, id) >= BMA_COHERENCE_MAX)
        return BMA_OK;
    fault.evidence = bma_arena_calloc(run->arena, sides->count + 1, sizeof *fault.evidence);
    if (!fault.evidence)
        return bma_error_memory(error);
    status = show(run, sides, &fault, error);
    if (status != BMA_OK)
        return status;
    if (bma_grow(&run->faults, &run->capacity, run->count + 1, sizeof *run->faults) != 0)
        return bma_error_memory(error);
    run->faults[run->count++] = fault;
    return BMA_OK;
}

const char *bma_coherence_place(const struct bma_coherence_run *run, uint32_t clause)
{
    const struct bma_document *document = run->text->document;
    const char *citation = document->nodes[document->clauses[clause].node].citation;

    return citation ? citation : "";
}

const char *bma_coherence_words(const struct bma_coherence_run *run, struct bma_span span)
{
    return bma_document_words_kept(run->text->document, span, run->arena);
}

unsigned bma_coherence_side(const struct bma_coherence_run *run, uint32_t token)
{
    return run->sides && token < run->text->token_count ? run->sides[token] : 0;
}

unsigned bma_coherence_actor(const struct bma_coherence_run *run, uint32_t token)
{
    const struct bma_annotated *text = run->text;
    uint32_t concepts = bma_lexicon_concept_count(text->lexicon);
    unsigned actors = 0;

    for (uint32_t c = 0; c < concepts; c++) {
        enum bma_concept_role role = bma_lexicon_concept(text->lexicon, c)->role;

        if ((role == BMA_CONCEPT_ACTOR_ORIGIN || role == BMA_CONCEPT_ACTOR_DESTINATION) &&
            bma_concept_overlaps(text, c, token, token + 1))
            actors |= role == BMA_CONCEPT_ACTOR_ORIGIN ? BMA_ACTOR_ORIGIN : BMA_ACTOR_DESTINATION;
    }
    return actors;
}

static enum bma_status keep(struct bma_coherence_run *run, struct bma_error *error)
{
    struct bma_findings *out = run->findings;

    out->coherence = bma_arena_calloc(run->arena, run->count + 1, sizeof *out->coherence);
    if (!out->coherence)
        return bma_error_memory(error);
    if (run->count > 0)
        memcpy(out->coherence, run->faults, run->count * sizeof *run->faults);
    out->coherence_count = (uint32_t)run->count;
    return BMA_OK;
}

enum bma_status bma_coherence_check(const struct bma_pack *pack, struct bma_search *search,
                                    const struct bma_case *agreement, struct bma_arena *arena,
                                    struct bma_findings *out, struct bma_error *error)
{
    static enum bma_status (*const checks[])(struct bma_coherence_run *, struct bma_error *) = {
        bma_coherence_references, bma_coherence_terms, bma_coherence_conflicts, bma_coherence_duties,
        bma_coherence_bodies};
    struct bma_coherence_run run = {.pack = pack, .search = search, .text = search->text, .arena = arena};
    enum bma_status status = BMA_OK;

    (void)agreement;
    run.findings = out;
    for (size_t i = 0; status == BMA_OK && i < sizeof checks / sizeof *checks; i++)
        status = checks[i](&run, error);
    if (status == BMA_OK)
        status = keep(&run, error);
    bma_free(run.faults);
    return status;
}

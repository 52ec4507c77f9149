/* What each clause does: one pass over the clauses.  See features.h. */
#include "language/features.h"

#include "base/memory.h"
#include "language/features_internal.h"

#include <string.h>

/* Bytes from a reference to its title in brackets. */
enum { TITLE_REACH = 3 };

enum bma_status bma_features_new(const struct bma_lexicon *lexicon, struct bma_features_state **out,
                                 struct bma_error *error)
{
    uint32_t count = bma_lexicon_concept_count(lexicon);
    struct bma_features_state *state = bma_calloc(1, sizeof *state);
    enum bma_status status = BMA_OK;

    if (!state)
        return bma_error_memory(error);
    state->lexicon = lexicon;
    state->roles = bma_calloc((size_t)count + 1, 1);
    if (!state->roles) {
        status = bma_error_memory(error);
        goto cleanup;
    }
    for (uint32_t i = 0; i < count; i++)
        state->roles[i] = (unsigned char)bma_lexicon_concept(lexicon, i)->role;
    for (uint32_t i = 0; i < count && state->place_count < BMA_PLACE_CONCEPTS; i++)
        if (state->roles[i] >= BMA_CONCEPT_PLACE_ORIGIN && state->roles[i] <= BMA_CONCEPT_PARTY_ADDRESSED)
            state->places[state->place_count++] = i;
    state->parties.roles = state->roles;
    status = bma_reference_words_init(state, error);
    if (status != BMA_OK)
        goto cleanup;
    *out = state;
    state = NULL;
cleanup:
    bma_features_free(state);
    return status;
}

void bma_features_free(struct bma_features_state *state)
{
    if (!state)
        return;
    bma_free(state->roles);
    bma_free(state->words);
    bma_free(state->marks.items);
    bma_free(state->verbs.items);
    bma_free(state->actors.items);
    bma_free(state->named.items);
    bma_free(state->stretches);
    bma_free(state->predicates);
    bma_free(state->references);
    bma_free(state->leads);
    bma_free(state->divisions);
    bma_free(state->mentions);
    bma_free(state);
}

/* --- one clause ---------------------------------------------------------- */

/* Whether the clause puts in force what is quoted behind it. */
static bool judge_elements(const struct bma_features_state *state, const struct bma_annotated *text,
                           struct bma_clause_features *features)
{
    bool enacts = false;

    for (uint32_t i = 0; i < features->annotation_count; i++) {
        switch (state->roles[text->annotations[features->first_annotation + i].concept]) {
        case BMA_CONCEPT_TIME:
            features->has_time = true;
            break;
        case BMA_CONCEPT_FREQUENCY:
            features->has_frequency = true;
            break;
        case BMA_CONCEPT_BODY:
        case BMA_CONCEPT_ACTOR_AUTHORITY:
        case BMA_CONCEPT_ACTOR_JOINT_BODY:
            features->has_body = true;
            break;
        case BMA_CONCEPT_PROCEDURE:
            features->has_procedure = true;
            break;
        case BMA_CONCEPT_ELSEWHERE:
            features->elsewhere = true;
            break;
        case BMA_CONCEPT_FINAL:
            features->final = true;
            break;
        case BMA_CONCEPT_ENACTS:
            enacts = true;
            break;
        default:
            break;
        }
    }
    for (uint32_t i = 0; i < features->predicate_count; i++) /* an employer answers for it only when acting */
        if (state->predicates[features->first_predicate + i].actors &
            (BMA_ACTOR_EMPLOYER | BMA_ACTOR_AGENCY | BMA_ACTOR_AUTHORITY | BMA_ACTOR_JOINT_BODY))
            features->has_body = true;
    return enacts;
}

static uint32_t article_of(const struct bma_annotated *text, uint32_t clause)
{
    return bma_document_enclosing(text->document, text->document->clauses[clause].node, BMA_NODE_ARTICLE);
}

/* Whether a clause above it in its article defines something. */
static bool among_definitions(const struct bma_features_state *state, const struct bma_annotated *text,
                              uint32_t clause)
{
    return state->defining_article != BMA_NONE && article_of(text, clause) == state->defining_article;
}

bool bma_clause_defines(const struct bma_features_state *state, const struct bma_annotated *text,
                        uint32_t clause)
{
    const struct bma_clause *at = &text->document->clauses[clause];
    bool defines = at->is_item && at->lead_in < clause && text->clauses[at->lead_in].definition;

    defines |= bma_terms_explain(state->terms, text, &text->clauses[clause]);
    defines |=
        bma_terms_enter(state->terms, text, &text->clauses[clause]) && among_definitions(state, text, clause);
    for (size_t i = 0; i < state->verbs.count; i++)
        defines |= state->verbs.items[i].role == BMA_CONCEPT_DEFINITION && state->verbs.items[i].actors == 0;
    return defines;
}

static bool is_quoted(const struct bma_annotated *text, const struct bma_clause_features *features)
{
    for (uint32_t i = features->first_token; i < features->end_token; i++)
        if (!(text->tokens[i].flags & BMA_TOKEN_QUOTED))
            return false;
    return features->first_token < features->end_token;
}

/* The title in brackets that stands right behind a reference: "Article 9 (Trade unions)". */
static void find_title(const struct bma_annotated *text, const struct bma_reference *reference,
                       struct bma_clause_features *features)
{
    uint32_t i = features->first_token;

    while (i < features->end_token && text->tokens[i].start < reference->span.end)
        i++;
    if (i == features->end_token || !(text->tokens[i].flags & BMA_TOKEN_OPEN) ||
        text->tokens[i].start > reference->span.end + TITLE_REACH)
        return;
    features->title_first = i;
    while (i < features->end_token && !(text->tokens[i].flags & BMA_TOKEN_CLOSE))
        i++;
    features->title_end = i < features->end_token ? i + 1 : i;
}

static enum bma_status judge_clause(struct bma_features_state *state, const struct bma_annotated *out,
                                    uint32_t clause, struct bma_clause_features *features,
                                    struct bma_error *error)
{
    bool enacts;
    enum bma_status status = bma_marks_collect(state, out, clause, error);

    if (status == BMA_OK)
        status = bma_predicates_compute(state, out, clause, features, error);
    if (features->definition)
        state->defining_article = article_of(out, clause);
    size_t first_reference = state->reference_count;
    if (status == BMA_OK)
        status = bma_references_find(state, out, clause, error);
    if (status != BMA_OK)
        return status;
    if (first_reference < state->reference_count)
        find_title(out, &state->references[first_reference], features);
    features->quoted = is_quoted(out, features);
    features->enacted = features->quoted && state->enacting;
    enacts = judge_elements(state, out, features);
    if (!features->quoted)
        state->enacting = enacts;
    return BMA_OK;
}

/* A copy in the arena; an empty one is legal and points nowhere. */
static enum bma_status keep(struct bma_arena *arena, const void *from, size_t count, size_t size,
                            const void **out, struct bma_error *error)
{
    *out = NULL;
    if (count == 0)
        return BMA_OK;
    if (count > UINT32_MAX)
        return bma_error_set(error, BMA_ERROR_LIMIT, NULL, 0, 0, "the document has too many clauses");
    void *copy = bma_arena_alloc(arena, count * size);
    if (!copy)
        return bma_error_memory(error);
    memcpy(copy, from, count * size);
    *out = copy;
    return BMA_OK;
}

static enum bma_status prepare(struct bma_features_state *state, struct bma_annotated *out,
                               struct bma_error *error)
{
    uint32_t clauses = out->document->clause_count;

    state->predicate_count = state->reference_count = 0;
    state->defining_article = state->spoken_article = BMA_NONE;
    state->enacting = false;
    if (clauses > state->lead_capacity &&
        bma_grow(&state->leads, &state->lead_capacity, clauses, sizeof *state->leads) != 0)
        return bma_error_memory(error);
    bma_binding_document(state, out);
    return bma_divisions_learn(state, out->document, error);
}

enum bma_status bma_features_compute(struct bma_features_state *state, const struct bma_terms *terms,
                                     const struct bma_party *given, size_t given_count,
                                     struct bma_arena *arena, struct bma_annotated *out,
                                     struct bma_error *error)
{
    struct bma_clause_features *clauses = (struct bma_clause_features *)(uintptr_t)out->clauses;
    const void *kept;
    enum bma_status status = prepare(state, out, error);

    state->terms = terms;
    if (status == BMA_OK)
        status = bma_parties_learn(&state->parties, given, given_count, arena, out, error);
    if (status == BMA_OK)
        status = bma_party_places(state, arena, out, error);
    for (uint32_t i = 0; i < out->document->clause_count && status == BMA_OK; i++)
        status = judge_clause(state, out, i, &clauses[i], error);
    if (status != BMA_OK)
        return status;
    bma_alternatives_weigh(state, out);
    status = keep(arena, state->predicates, state->predicate_count, sizeof *state->predicates, &kept, error);
    if (status != BMA_OK)
        return status;
    out->predicates = kept;
    out->predicate_count = (uint32_t)state->predicate_count;
    status = keep(arena, state->references, state->reference_count, sizeof *state->references, &kept, error);
    if (status != BMA_OK)
        return status;
    out->references = kept;
    out->reference_count = (uint32_t)state->reference_count;
    bma_binding_divisions(state, out, clauses);
    return BMA_OK;
}

#include "language/annotated.h"

#include "base/memory.h"
#include "language/features.h"
#include "language/lexicon_internal.h"
#include "language/matcher.h"
#include "language/tokens.h"

#include <string.h>

struct bma_annotator {
    const struct bma_lexicon *lexicon;
    struct bma_tokeniser tokeniser;
    struct bma_matcher matcher;
    struct bma_features_state *features;
    struct bma_annotation *found; /* scratch until copied */
    size_t found_count, found_capacity;
};

enum bma_status bma_annotator_new(const struct bma_lexicon *lexicon, struct bma_annotator **out,
                                  struct bma_error *error)
{
    struct bma_annotator *a = bma_calloc(1, sizeof *a);
    if (a == NULL)
        return bma_error_memory(error);
    a->lexicon = lexicon;
    enum bma_status status = bma_tokeniser_init(&a->tokeniser, &lexicon->symbols, lexicon->stemmer, error);
    if (status == BMA_OK)
        status = bma_matcher_init(&a->matcher, lexicon, error);
    if (status == BMA_OK)
        status = bma_features_new(lexicon, &a->features, error);
    if (status != BMA_OK)
        bma_annotator_free(a);
    else
        *out = a;
    return status;
}

void bma_annotator_free(struct bma_annotator *a)
{
    if (a == NULL)
        return;
    bma_tokeniser_release(&a->tokeniser);
    bma_matcher_release(&a->matcher);
    bma_features_free(a->features);
    bma_free(a->found);
    bma_free(a);
}

static enum bma_status copy_found(struct bma_annotator *a, uint32_t clause, uint32_t first_token,
                                  struct bma_error *error)
{
    const struct bma_matcher *m = &a->matcher;
    if (bma_grow(&a->found, &a->found_capacity, a->found_count + m->kept_count, sizeof *a->found) != 0)
        return bma_error_memory(error);
    for (size_t i = 0; i < m->kept_count; i++)
        a->found[a->found_count++] = (struct bma_annotation){
            bma_kept_concept(m->kept[i]), clause, first_token + bma_kept_first(m->kept[i]),
            first_token + bma_kept_end(m->kept[i])};
    return BMA_OK;
}

static enum bma_status annotate_clause(struct bma_annotator *a, const struct bma_document *document, uint32_t clause,
                                       struct bma_clause_features *features, struct bma_error *error)
{
    features->first_token = (uint32_t)a->tokeniser.token_count;
    features->first_annotation = (uint32_t)a->found_count;
    enum bma_status status =
        bma_tokenise_clause(&a->tokeniser, document->text, document->clauses[clause].span, error);
    features->end_token = (uint32_t)a->tokeniser.token_count;
    if (status == BMA_OK)
        status = bma_match_clause(&a->matcher, a->tokeniser.tokens + features->first_token,
                                  features->end_token - features->first_token, error);
    if (status == BMA_OK)
        status = copy_found(a, clause, features->first_token, error);
    features->annotation_count = (uint32_t)a->found_count - features->first_annotation;
    return status;
}

/* What the scratch holds goes to the arena in one piece each. */
static bool keep(const struct bma_annotator *a, struct bma_arena *arena, struct bma_annotated *out)
{
    struct bma_token *tokens = bma_arena_alloc(arena, (a->tokeniser.token_count + 1) * sizeof *tokens);
    struct bma_annotation *found = bma_arena_alloc(arena, (a->found_count + 1) * sizeof *found);
    if (tokens == NULL || found == NULL)
        return false;
    if (a->tokeniser.token_count > 0)
        memcpy(tokens, a->tokeniser.tokens, a->tokeniser.token_count * sizeof *tokens);
    if (a->found_count > 0)
        memcpy(found, a->found, a->found_count * sizeof *found);
    out->tokens = tokens;
    out->token_count = (uint32_t)a->tokeniser.token_count;
    out->annotations = found;
    out->annotation_count = (uint32_t)a->found_count;
    return true;
}

static bool index_concepts(struct bma_arena *arena, struct bma_annotated *out)
{
    uint32_t concepts = bma_lexicon_concept_count(out->lexicon);
    uint32_t *start = bma_arena_calloc(arena, concepts + 2, sizeof *start);
    uint32_t *items = bma_arena_alloc(arena, (out->annotation_count + 1) * sizeof *items);
    if (start == NULL || items == NULL)
        return false;
    for (uint32_t i = 0; i < out->annotation_count; i++)
        start[out->annotations[i].concept + 2]++;
    for (uint32_t i = 2; i <= concepts; i++)
        start[i] += start[i - 1];
    for (uint32_t i = 0; i < out->annotation_count; i++)
        items[start[out->annotations[i].concept + 1]++] = i;
    out->by_concept = items;
    out->by_concept_start = start;
    return true;
}

enum bma_status bma_annotate(struct bma_annotator *a, const struct bma_document *document, struct bma_arena *arena,
                             struct bma_annotated *out, struct bma_error *error)
{
    struct bma_clause_features *clauses =
        bma_arena_calloc(arena, document->clause_count + 1, sizeof *clauses);
    if (clauses == NULL)
        return bma_error_memory(error);
    *out = (struct bma_annotated){.document = document,
                                  .lexicon = a->lexicon,
                                  .clauses = clauses,
                                  .non_binding_clause = BMA_NONE};
    a->found_count = 0;
    enum bma_status status = bma_tokenise_begin(&a->tokeniser, document->text, document->text_length, error);
    for (uint32_t i = 0; status == BMA_OK && i < document->clause_count; i++)
        status = annotate_clause(a, document, i, &clauses[i], error);
    if (status != BMA_OK)
        return status;
    if (!keep(a, arena, out) || !index_concepts(arena, out))
        return bma_error_memory(error);
    return bma_features_compute(a->features, arena, out, error);
}

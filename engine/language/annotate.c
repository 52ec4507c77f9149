/* One pass over a document: tokens, annotations, then what each clause does. */
#include "base/memory.h"
#include "language/annotator.h"

#include <string.h>

enum bma_status bma_annotator_new(const struct bma_lexicon *lexicon, struct bma_annotator **out,
                                  struct bma_error *error)
{
    struct bma_annotator *annotator = bma_calloc(1, sizeof *annotator);
    if (annotator == NULL)
        return bma_error_memory(error);
    annotator->lexicon = lexicon;
    enum bma_status status =
        bma_tokeniser_init(&annotator->tokeniser, &lexicon->symbols, lexicon->stemmer, error);
    if (status == BMA_OK)
        status = bma_matcher_init(&annotator->matcher, lexicon, error);
    if (status == BMA_OK)
        status = bma_terms_init(&annotator->terms, lexicon, annotator->tokeniser.stemmer, error);
    if (status == BMA_OK)
        status = bma_features_new(lexicon, &annotator->features, error);
    if (status != BMA_OK)
        bma_annotator_free(annotator);
    else
        *out = annotator;
    return status;
}

void bma_annotator_free(struct bma_annotator *annotator)
{
    if (annotator == NULL)
        return;
    bma_features_free(annotator->features);
    bma_terms_release(&annotator->terms);
    bma_matcher_release(&annotator->matcher);
    bma_tokeniser_release(&annotator->tokeniser);
    bma_free(annotator);
}

static enum bma_status tokenise(struct bma_annotator *a, const struct bma_document *document, uint32_t clause,
                                struct bma_error *error)
{
    const struct bma_clause *clauses = document->clauses;
    bool same = clause > 0 && clauses[clause].node == clauses[clause - 1].node;
    return bma_tokenise_clause(&a->tokeniser, document->text, clauses[clause].span, same, error);
}

enum bma_status bma_tokenise_only(struct bma_annotator *a, const struct bma_document *document,
                                  struct bma_error *error)
{
    enum bma_status status = BMA_OK;
    bma_tokeniser_begin(&a->tokeniser);
    for (uint32_t i = 0; status == BMA_OK && i < document->clause_count; i++)
        status = tokenise(a, document, i, error);
    return status;
}

static enum bma_status match(struct bma_annotator *a, struct bma_annotated *text, uint32_t number,
                             struct bma_error *error)
{
    const struct bma_clause_features *clause = &text->clauses[number];
    struct bma_retold retold;

    text->tokens = a->tokeniser.tokens;
    if (!bma_terms_retell(&a->terms, text, clause->first_token, clause->end_token, &retold))
        return bma_error_memory(error);
    return bma_match_clause(&a->matcher, number, text->tokens, clause->first_token, clause->end_token,
                            &retold, error);
}

/*
 * Tokens and annotations of one clause, right after each other, while the tokens are in the cache; and the
 * terms that it defines.
 */
static enum bma_status read_clause(struct bma_annotator *a, struct bma_annotated *text, uint32_t number,
                                   struct bma_clause_features *clause, struct bma_error *error)
{
    clause->first_token = (uint32_t)a->tokeniser.token_count;
    clause->first_annotation = (uint32_t)a->matcher.annotation_count;
    enum bma_status status = tokenise(a, text->document, number, error);
    clause->end_token = (uint32_t)a->tokeniser.token_count;
    text->tokens = a->tokeniser.tokens;
    bma_offices_rename(&a->terms, text, a->tokeniser.tokens, clause->first_token, clause->end_token);
    if (status == BMA_OK)
        status = match(a, text, number, error);
    clause->annotation_count = (uint32_t)a->matcher.annotation_count - clause->first_annotation;
    for (size_t i = clause->first_annotation; i < a->matcher.annotation_count; i++)
    clause->concepts |= UINT64_C(1) << a->matcher.annotations[i].concept % 64;
    text->annotations = a->matcher.annotations;
    if (status == BMA_OK)
        bma_terms_learn(&a->terms, text, number);
    return status;
}

static void *copy(struct bma_arena *arena, const void *items, size_t count, size_t size)
{
    void *out = bma_arena_calloc(arena, count + 1, size);
    if (out != NULL && count > 0)
        memcpy(out, items, count * size);
    return out;
}

/* by_concept: a counting sort, so that the order of position stays within a concept. */
enum bma_status bma_annotations_index(struct bma_annotated *out, struct bma_arena *arena,
                                      struct bma_error *error)
{
    uint32_t concepts = bma_lexicon_concept_count(out->lexicon);
    uint32_t *start = bma_arena_calloc(arena, (size_t)concepts + 2, sizeof *start);
    uint32_t *grouped = bma_arena_calloc(arena, (size_t)out->annotation_count + 1, sizeof *grouped);
    if (start == NULL || grouped == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < out->annotation_count; i++)
        start[out->annotations[i].concept + 2]++;
    for (uint32_t c = 1; c < concepts + 2; c++)
        start[c] += start[c - 1];
    for (uint32_t i = 0; i < out->annotation_count; i++)
        grouped[start[out->annotations[i].concept + 1]++] = i;
    out->by_concept = grouped;
    out->by_concept_start = start;
    return BMA_OK;
}

enum bma_status bma_scan_only(struct bma_annotator *a, const struct bma_document *document,
                              struct bma_arena *arena, struct bma_annotated *out, struct bma_error *error)
{
    struct bma_clause_features *clauses =
        bma_arena_calloc(arena, (size_t)document->clause_count + 1, sizeof *clauses);
    if (clauses == NULL)
        return bma_error_memory(error);
    bma_tokeniser_begin(&a->tokeniser);
    bma_matcher_begin(&a->matcher);
    bma_terms_begin(&a->terms);
    memset(out, 0, sizeof *out);
    out->document = document;
    out->lexicon = a->lexicon;
    out->clauses = clauses;
    for (uint32_t i = 0; i < document->clause_count; i++) {
        enum bma_status status = read_clause(a, out, i, &clauses[i], error);
        if (status != BMA_OK)
            return status;
    }
    out->non_binding_clause = BMA_NONE;
    out->token_count = (uint32_t)a->tokeniser.token_count;
    out->annotation_count = (uint32_t)a->matcher.annotation_count;
    out->tokens = copy(arena, a->tokeniser.tokens, out->token_count, sizeof *out->tokens);
    out->annotations = copy(arena, a->matcher.annotations, out->annotation_count, sizeof *out->annotations);
    if (out->tokens == NULL || out->annotations == NULL)
        return bma_error_memory(error);
    return bma_annotations_index(out, arena, error);
}

enum bma_status bma_annotate_between(struct bma_annotator *annotator, const struct bma_document *document,
                                     const struct bma_party *given, size_t given_count,
                                     struct bma_arena *arena, struct bma_annotated *out,
                                     struct bma_error *error)
{
    enum bma_status status = bma_scan_only(annotator, document, arena, out, error);
    return status == BMA_OK ? bma_features_compute(annotator->features, &annotator->terms, given, given_count,
                                                   arena, out, error)
                            : status;
}

enum bma_status bma_annotate(struct bma_annotator *annotator, const struct bma_document *document,
                             struct bma_arena *arena, struct bma_annotated *out, struct bma_error *error)
{
    return bma_annotate_between(annotator, document, NULL, 0, arena, out, error);
}

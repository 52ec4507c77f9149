/*
 * Rows of a table below columns that say who answers: "Item | Paid by" over "Visa | Employer" states that the
 * employer pays for the visa, though neither row has a verb.
 */
#include "language/features_internal.h"
#include "language/lexicon_internal.h"

bool bma_row_assigns(const struct bma_features_state *state, const struct bma_annotated *text,
                     uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    const struct bma_annotation *all = text->annotations + features->first_annotation;

    if (!text->document->clauses[clause].is_row)
        return false;
    for (uint32_t i = 0; i < features->annotation_count; i++)
        if (state->roles[all[i].concept] == BMA_CONCEPT_ASSIGNS)
            return true;
    return false;
}

/* The frame's stroke, a tab or a gap stands before the token. */
static bool opens_cell(const char *text, uint32_t start, uint32_t floor)
{
    uint32_t at = start;

    while (at > floor && text[at - 1] == ' ')
        at--;
    return at > floor && (text[at - 1] == '|' || text[at - 1] == '\t' || start - at > 1);
}

unsigned bma_row_actors(const struct bma_features_state *state, const struct bma_annotated *text,
                        uint32_t clause)
{
    const struct bma_span span = text->document->clauses[clause].span;
    unsigned actors = 0;

    for (size_t i = 0; i < state->actors.count; i++) {
        uint32_t first = state->actors.items[i].first;
        if (first > text->clauses[clause].first_token &&
            bma_words_from(text, &text->lexicon->conventions.term.determiner, first - 1, first) == 1)
            first--; /* "the worker" */
        if (opens_cell(text->document->text, text->tokens[first].start, span.start))
            actors |= state->actors.items[i].actors;
    }
    return actors;
}

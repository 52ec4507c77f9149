/*
 * Alternatives that are not agreed: "[Option 1: The Parties shall meet.]" "[Option 2: The Parties may
 * meet.]". As words in brackets do, they hold at the weaker verb: where one of them does not bind, none does.
 */
#include "language/features_internal.h"
#include "language/lexicon_internal.h"
#include "language/words.h"

static bool opens(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t first = features->first_token;

    return first < features->end_token && (text->tokens[first].flags & BMA_TOKEN_OPEN) != 0 &&
           bma_words_from(text, &text->lexicon->conventions.alternative, first, features->end_token) != 0;
}

static bool binds(const struct bma_predicate *predicate)
{
    return !predicate->subordinate &&
           (predicate->modality == BMA_MODALITY_DUTY || predicate->modality == BMA_MODALITY_RIGHT ||
            predicate->modality == BMA_MODALITY_DECLARE);
}

/* The end of the alternative that opens there: of its division, or where the next one opens. */
static uint32_t end_of(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_document *document = text->document;
    uint32_t end = clause + 1;

    while (end < document->clause_count && document->clauses[end].node == document->clauses[clause].node &&
           !opens(text, end))
        end++;
    return end;
}

/* Whether the clause opens a numbered division of its own, so that another matter begins. */
static bool begins_anew(const struct bma_document *document, uint32_t first, uint32_t clause)
{
    uint32_t node = document->clauses[clause].node;

    return node != document->clauses[first].node && document->nodes[node].ordinal != 0;
}

static bool any_binds(const struct bma_features_state *state, const struct bma_annotated *text,
                      uint32_t first, uint32_t end)
{
    for (uint32_t c = first; c < end; c++)
        for (uint32_t p = 0; p < text->clauses[c].predicate_count; p++)
            if (binds(&state->predicates[text->clauses[c].first_predicate + p]))
                return true;
    return false;
}

static void soften(struct bma_features_state *state, const struct bma_annotated *text, uint32_t first,
                   uint32_t end)
{
    for (uint32_t c = first; c < end; c++)
        for (uint32_t p = 0; p < text->clauses[c].predicate_count; p++) {
            struct bma_predicate *predicate = &state->predicates[text->clauses[c].first_predicate + p];
            if (binds(predicate))
                predicate->modality = BMA_MODALITY_SOFT;
        }
}

void bma_alternatives_weigh(struct bma_features_state *state, const struct bma_annotated *text)
{
    uint32_t count = text->document->clause_count;

    for (uint32_t first = 0, end; first < count; first = end) {
        uint32_t alternatives = 0;
        bool all_bind = true;

        for (end = first; end < count && opens(text, end) && !begins_anew(text->document, first, end);
             alternatives++) {
            uint32_t next = end_of(text, end);
            all_bind = any_binds(state, text, end, next) && all_bind;
            end = next;
        }
        if (alternatives > 1 && !all_bind)
            soften(state, text, first, end);
        end = end > first ? end : first + 1;
    }
}

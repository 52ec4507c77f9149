/*
 * Negations that no verb of obligation carries: an item or a joined verb denies by itself what the statement
 * around it orders ("shall give a contract and not keep papers").
 */
#include "language/features_internal.h"

enum { LEAST_DENIED = 3 }; /* words of a denial: "and not before" denies nothing */

bool bma_opens_denied(const struct bma_features_state *state, const struct bma_annotated *text,
                      uint32_t first)
{
    const struct bma_marks *marks = &state->marks;
    size_t at;

    first += bma_is_list_mark(text, first);
    at = bma_marks_from(marks, first);
    return at < marks->count && marks->items[at].first == first &&
           marks->items[at].role == BMA_CONCEPT_NEGATION;
}

/* The mark right before the i-th, when it is a conjunction. */
static const struct bma_mark *join_before(const struct bma_marks *marks, size_t i)
{
    return i > 0 && marks->items[i - 1].role == BMA_CONCEPT_CONJUNCTION ? &marks->items[i - 1] : NULL;
}

uint32_t bma_denial_from(const struct bma_features_state *state, const struct bma_annotated *text,
                         uint32_t from, uint32_t end)
{
    const struct bma_marks *marks = &state->marks;

    for (size_t i = bma_marks_from(marks, from); i < marks->count && marks->items[i].first < end; i++) {
        const struct bma_mark *mark = &marks->items[i], *join = join_before(marks, i);
        bool joined = join != NULL && join->end == mark->first;
        if (mark->role == BMA_CONCEPT_NEGATION && mark->first > from && mark->first + LEAST_DENIED <= end &&
            !bma_stretch_at(state, mark->first) && !bma_stretch_at(state, mark->first + 1) &&
            (joined || (text->tokens[mark->first - 1].flags & BMA_TOKEN_COMMA)))
            return mark->first;
    }
    return BMA_NONE;
}

uint32_t bma_denial_in_contents(const struct bma_features_state *state, uint32_t first, uint32_t end)
{
    const struct bma_marks *marks = &state->marks;

    for (size_t i = bma_marks_from(marks, first + 1); i < marks->count && marks->items[i].first < end; i++) {
        const struct bma_mark *join = join_before(marks, i);
        if (marks->items[i].role == BMA_CONCEPT_NEGATION && join != NULL && join->first > first &&
            marks->items[i].first <= join->end + 1)
            return join->first;
    }
    return BMA_NONE;
}

uint32_t bma_conjunction_from(const struct bma_features_state *state, uint32_t from, uint32_t end)
{
    const struct bma_marks *marks = &state->marks;

    for (size_t i = bma_marks_from(marks, from); i < marks->count && marks->items[i].first < end; i++)
        if (marks->items[i].role == BMA_CONCEPT_CONJUNCTION)
            return marks->items[i].first;
    return end;
}

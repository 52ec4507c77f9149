/* Joints: where one statement of a clause ends and the next begins. */
#include "language/features_internal.h"

uint32_t bma_joint_between(const struct bma_features_state *state, const struct bma_annotated *text,
                           const struct bma_mark *left, const struct bma_mark *right)
{
    uint32_t with_comma = BMA_NONE, near = BMA_NONE, comma = BMA_NONE;

    for (size_t i = bma_marks_from(&state->marks, left->end);
         i < state->marks.count && state->marks.items[i].first < right->first; i++) {
        const struct bma_mark *mark = &state->marks.items[i];
        if (mark->role != BMA_CONCEPT_CONJUNCTION || bma_stretch_at(state, mark->first))
            continue;
        const struct bma_stretch *next = bma_stretch_at(state, mark->end);
        if (mark->end == right->first || (next && next->first == mark->end && next->end >= right->first - 4))
            return mark->first;
        if (text->tokens[mark->first - 1].flags & BMA_TOKEN_COMMA)
            with_comma = mark->first;
        if (near == BMA_NONE && mark->end + 6 >= right->first)
            near = mark->first;
    }
    uint32_t from = right->first > left->end + 60 ? right->first - 60 : left->end;
    for (uint32_t i = from; i < right->first; i++)
        if ((text->tokens[i].flags & BMA_TOKEN_COMMA) && !bma_stretch_at(state, i))
            comma = i + 1;
    if (right->role == BMA_CONCEPT_AIM) /* a participle that trails: ", stressing that …" */
        return right->first;
    if (with_comma != BMA_NONE)
        return with_comma;
    if (near != BMA_NONE)
        return near;
    if (comma != BMA_NONE)
        return comma;
    size_t actor = bma_marks_from(&state->actors, right->first);
    if (actor > 0 && state->actors.items[actor - 1].first > left->end)
        return state->actors.items[actor - 1].first;
    return right->first;
}

uint32_t bma_joint_before(const struct bma_features_state *state, const struct bma_annotated *text,
                          uint32_t from, const struct bma_mark *verb)
{
    enum {
        SHORTEST = 4,
        SUBJECT_MOST = 8
    }; /* tokens of a statement, of the subject behind the conjunction */
    const struct bma_marks *marks = &state->marks, *actors = &state->actors;
    uint32_t comma = from;

    while (comma < verb->first && !(text->tokens[comma].flags & BMA_TOKEN_COMMA))
        comma++;
    if (comma + 1 < from + SHORTEST || comma >= verb->first || bma_stretch_at(state, from))
        return BMA_NONE;
    size_t i = bma_marks_from(marks, comma + 1), subject = bma_marks_from(actors, comma + 1);
    bool joins = i < marks->count && marks->items[i].first == comma + 1 &&
                 marks->items[i].role == BMA_CONCEPT_CONJUNCTION && verb->first > marks->items[i].end &&
                 verb->first <= marks->items[i].end + SUBJECT_MOST;
    bool named = (subject < actors->count && actors->items[subject].first < verb->first) ||
                 bma_mark_within(state, comma + 1, verb->first, BMA_CONCEPT_NOBODY, NULL);
    return joins && named ? comma + 1 : (uint32_t)BMA_NONE;
}

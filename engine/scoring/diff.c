/* Two cards, criterion by criterion. */
#include "scoring/diff.h"
#include "findings/evidence.h"

#include <string.h>

const char *bma_change_name(enum bma_change change)
{
    static const char *const names[] = {"same", "gained", "strengthened", "weakened", "lost", "open"};
    return names[change];
}

bool bma_change_is_regression(enum bma_change change)
{
    return change == BMA_CHANGE_WEAKENED || change == BMA_CHANGE_LOST;
}

/* What does not apply asks for nothing: a criterion that comes to apply is met, or falls short from then on.
 */
static enum bma_change come_to_apply(const struct bma_judgement *after, int met)
{
    return after->contradicted || after->level < met ? BMA_CHANGE_WEAKENED : BMA_CHANGE_GAINED;
}

static enum bma_change compare(const struct bma_judgement *before, const struct bma_judgement *after, int met)
{
    if (before->status == BMA_FINDING_NOT_APPLICABLE && after->status == BMA_FINDING_DECIDED)
        return come_to_apply(after, met);
    if (before->status != BMA_FINDING_DECIDED || after->status != BMA_FINDING_DECIDED)
        return before->status == after->status ? BMA_CHANGE_SAME : BMA_CHANGE_OPEN;
    if (before->contradicted != after->contradicted)
        return after->contradicted ? BMA_CHANGE_WEAKENED : BMA_CHANGE_STRENGTHENED;
    if (before->level == after->level)
        return BMA_CHANGE_SAME;
    if (before->level < after->level)
        return before->level == BMA_LEVEL_ABSENT ? BMA_CHANGE_GAINED : BMA_CHANGE_STRENGTHENED;
    return after->level == BMA_LEVEL_ABSENT ? BMA_CHANGE_LOST : BMA_CHANGE_WEAKENED;
}

static bool holds(const struct bma_document *document, uint32_t node, uint32_t clause)
{
    const struct bma_node *division = &document->nodes[node];

    return clause >= division->first_clause && clause - division->first_clause < division->clause_count;
}

static uint32_t pair_of(const struct bma_diff *diff, const struct bma_evidence *evidence)
{
    const struct bma_document *document = diff->before->text->document;

    for (uint32_t i = 0; evidence != NULL && evidence->clause != BMA_NONE && i < diff->pair_count; i++)
        if (diff->pairs[i].before != BMA_NONE && holds(document, diff->pairs[i].before, evidence->clause))
            return i;
    return BMA_NONE;
}

static void fill_row(struct bma_diff *diff, uint32_t i)
{
    struct bma_change_row *row = &diff->rows[i];

    row->before = bma_card_judged(diff->before, i);
    row->after = bma_card_judged(diff->after, i);
    row->change = compare(&row->before, &row->after, diff->after->met_level);
    row->old_evidence = bma_evidence_telling(&diff->before->findings->items[i]);
    row->new_evidence = bma_evidence_telling(&diff->after->findings->items[i]);
    row->pair = pair_of(diff, row->old_evidence);
    diff->counts[row->change]++;
}

enum bma_status bma_diff_make(const struct bma_scorecard *before, const struct bma_scorecard *after,
                              struct bma_arena *arena, struct bma_diff *out, struct bma_error *error)
{
    *out = (struct bma_diff){.before = before, .after = after, .row_count = after->findings->count};
    if (before->findings->count != after->findings->count)
        return bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0, "the two cards are not of one rule pack");
    out->rows = bma_arena_calloc(arena, out->row_count + 1, sizeof *out->rows);
    if (out->rows == NULL || !bma_diff_articles(before->text->document, after->text->document, arena, out))
        return bma_error_memory(error);
    for (uint32_t i = 0; i < out->row_count; i++)
        fill_row(out, i);
    return BMA_OK;
}

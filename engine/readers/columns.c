/* Lines in columns: which of them are rows of a table, and which only fill the cells of the row above. */
#include "readers/draft.h"

/* "| Visa | Employer |": a row in a frame; its line begins behind the first stroke. */
static bool is_framed(const struct bma_draft *draft, const struct bma_line *line)
{
    const char *source = draft->document->source;
    uint32_t at = line->start;

    while (at > 0 && source[at - 1] == ' ')
        at--;
    return (line->flags & BMA_LINE_TABLE) && at > 0 && source[at - 1] == '|';
}

static bool has_flag(const struct bma_draft *draft, size_t index, unsigned flags)
{
    return index < draft->line_count && (draft->lines[index].flags & flags);
}

/* Whether the line above or below is a row too; rows that markup gives have a blank line between them. */
static bool has_row_beside(const struct bma_draft *draft, size_t index, size_t step)
{
    size_t beside = index + step; /* wraps around at the first line, and is no line then */

    if (is_framed(draft, &draft->lines[index]) && has_flag(draft, beside, BMA_LINE_BLANK))
        return beside + step < draft->line_count && is_framed(draft, &draft->lines[beside + step]);
    return has_flag(draft, beside, BMA_LINE_TABLE | BMA_LINE_RULE);
}

bool bma_line_is_row(const struct bma_draft *draft, const struct bma_line *line)
{
    size_t index = (size_t)(line - draft->lines);

    return (line->flags & BMA_LINE_TABLE) &&
           (has_row_beside(draft, index, (size_t)-1) || has_row_beside(draft, index, 1));
}

/* What continues a cell begins small or in brackets. */
static bool begins_small(const struct bma_draft *draft, const struct bma_line *line)
{
    char first = draft->document->source[line->start];

    return (first >= 'a' && first <= 'z') || first == '(';
}

/*
 * "Engagement charge of the licence     E 780
 *  holder, recovered for his account    in thirds": the row above begins with a capital as rows here do, and
 * this line small, while the next one does not; or it has nothing in the first column.  The row above may
 * have its first cell alone, where another stands above it.
 */
bool bma_line_fills_row(const struct bma_draft *draft, const struct bma_line *line)
{
    enum { FIRST_COLUMN = 8 /* blanks; as wide at least */ };
    size_t index = (size_t)(line - draft->lines);
    const struct bma_line *above = index > 0 ? line - 1 : NULL;
    bool in_table =
        has_flag(draft, index - 2, BMA_LINE_TABLE | BMA_LINE_RULE); /* what `above` stands below */

    if (above == NULL || (above->flags & (BMA_LINE_BLANK | BMA_LINE_RULE)) || is_framed(draft, above) ||
        is_framed(draft, line) || ((above->flags | line->flags) & BMA_LINE_HEADING))
        return false;
    if ((above->flags & BMA_LINE_TABLE) && line->indent >= above->indent + FIRST_COLUMN)
        return bma_line_is_row(draft, above) || in_table;
    if (!begins_small(draft, line) || begins_small(draft, above) || !in_table)
        return false;
    return index + 1 >= draft->line_count || !(line[1].flags & BMA_LINE_TABLE) ||
           !begins_small(draft, line + 1);
}

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

/* Whether the line above or below is of a table too; rows that markup gives have a blank line between them.
 */
static bool has_row_beside(const struct bma_draft *draft, size_t index, size_t step)
{
    size_t beside = index + step; /* wraps around at the first line, and is no line then */

    if (is_framed(draft, &draft->lines[index]) && has_flag(draft, beside, BMA_LINE_BLANK))
        return beside + step < draft->line_count && is_framed(draft, &draft->lines[beside + step]);
    return has_flag(draft, beside, BMA_LINE_TABLE | BMA_LINE_RULE | BMA_LINE_FILLS);
}

static bool is_row(const struct bma_draft *draft, size_t index)
{
    return has_flag(draft, index, BMA_LINE_TABLE) &&
           (has_row_beside(draft, index, (size_t)-1) || has_row_beside(draft, index, 1));
}

/* What continues a cell begins small or in brackets. */
static bool begins_small(const struct bma_draft *draft, const struct bma_line *line)
{
    char first = draft->document->source[line->start];

    return (first >= 'a' && first <= 'z') || first == '(';
}

/* Nothing in the first column, below a row or below what fills one from there on. */
static bool hangs(const struct bma_draft *draft, const struct bma_line *line)
{
    enum { FIRST_COLUMN = 8 /* blanks; as wide at least */ };
    const struct bma_line *above = line - 1;

    if ((above->flags & BMA_LINE_FILLS) && !(above->flags & BMA_LINE_TABLE))
        return line->indent == above->indent;
    return (above->flags & BMA_LINE_TABLE) && line->indent >= above->indent + FIRST_COLUMN &&
           ((above->flags & BMA_LINE_ROW) || begins_small(draft, line));
}

/*
 * "Engagement charge of the licence     E 780
 *  holder, recovered for his account    in thirds": the row above begins with a capital as rows here do, and
 * this line small, while the next one does not.  The row above may have its first cell alone, where another
 * stands above it.
 */
static bool goes_on_small(const struct bma_draft *draft, const struct bma_line *line)
{
    size_t index = (size_t)(line - draft->lines);

    return has_flag(draft, index - 2, BMA_LINE_TABLE | BMA_LINE_RULE | BMA_LINE_FILLS) &&
           begins_small(draft, line) && !begins_small(draft, line - 1) &&
           !(has_flag(draft, index + 1, BMA_LINE_TABLE) && begins_small(draft, line + 1));
}

static bool fills(const struct bma_draft *draft, size_t index)
{
    const struct bma_line *line = &draft->lines[index], *above = line - 1;

    if (index == 0 || ((above->flags | line->flags) & (BMA_LINE_BLANK | BMA_LINE_RULE | BMA_LINE_HEADING)) ||
        is_framed(draft, above) || is_framed(draft, line))
        return false;
    return hangs(draft, line) || goes_on_small(draft, line);
}

void bma_draft_columns(struct bma_draft *draft)
{
    for (size_t i = 0; i < draft->line_count; i++) {
        unsigned flag = fills(draft, i) ? BMA_LINE_FILLS : is_row(draft, i) ? BMA_LINE_ROW : 0;
        draft->lines[i].flags = (uint16_t)(draft->lines[i].flags | flag);
    }
}

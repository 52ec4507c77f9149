/*
 * What stands around the words of plain text: line numbers and marks of quotation in the margin, ruled lines,
 * lines under headings, the frames of tables, and the bracket of a proposal in front of a label.
 */
#include "readers/draft.h"

#include "base/ascii.h"
#include "base/memory.h"

#include <string.h>

enum { FEWEST_NUMBERED = 10 /* lines, also of a quoted mail */, LONGEST_UNDERLINED = 100 };

void bma_draft_cut(struct bma_draft *draft, uint32_t start, uint32_t end)
{
    if (bma_grow(&draft->cuts, &draft->cut_capacity, draft->cut_count + 1, sizeof draft->cuts[0]) != 0) {
        draft->failed = true;
        return;
    }
    draft->cuts[draft->cut_count].start = start;
    draft->cuts[draft->cut_count++].end = end;
}

static bool is_blank_line(const struct bma_line *line)
{
    return (line->flags & BMA_LINE_BLANK) != 0;
}

/* ---- line numbers ---- */

/* The number in the margin and where it ends; 0 where none stands. */
static uint32_t margin_number(const char *source, const struct bma_line *line, uint32_t *after)
{
    uint32_t at = line->start, value = 0;

    while (at < line->end && bma_ascii_is_digit(source[at]) && at - line->start < 5)
        value = value * 10 + (uint32_t)(source[at++] - '0');
    *after = at;
    return at == line->end || source[at] == ' ' || source[at] == '\t' ? value : 0;
}

/* Nine of ten lines count on from the one before, or begin a page with 1. */
static bool has_line_numbers(const struct bma_draft *draft)
{
    uint32_t before = 0, after;
    size_t lines = 0, numbered = 0;

    for (size_t i = 0; i < draft->line_count; i++) {
        uint32_t value;
        if (is_blank_line(&draft->lines[i]))
            continue;
        value = margin_number(draft->document->source, &draft->lines[i], &after);
        lines++;
        numbered += value > 0 && (value == before + 1 || value == 1);
        before = value > 0 ? value : before;
    }
    return numbered >= FEWEST_NUMBERED && numbered * 10 >= lines * 9;
}

/* "10    The employer shall": a number apart from the words; 0 where none stands. */
static uint32_t number_apart(const char *source, const struct bma_line *line)
{
    uint32_t after, value = is_blank_line(line) ? 0 : margin_number(source, line, &after);

    return value > 0 && (after == line->end || (source[after] == ' ' && source[after + 1] == ' ')) ? value
                                                                                                   : 0;
}

/* Every fifth line has its number, and these count on; a page may begin with 5 again. */
static bool has_fifth_numbers(const struct bma_draft *draft)
{
    enum { FEWEST = 6 };
    uint32_t before = 0;
    size_t numbered = 0, others = 0;

    for (size_t i = 0; i < draft->line_count; i++) {
        uint32_t value = number_apart(draft->document->source, &draft->lines[i]);
        if (value == 0)
            continue;
        if (value == before + 5 || value == 5)
            numbered++;
        else
            others++; /* of paragraphs, or of a table */
        before = value;
    }
    return numbered >= FEWEST && others * 10 <= numbered;
}

static void take_line_number(struct bma_draft *draft, struct bma_line *line)
{
    const char *source = draft->document->source;
    uint32_t after;

    if (is_blank_line(line) || margin_number(source, line, &after) == 0)
        return;
    bma_draft_cut(draft, line->start, after);
    line->indent = (uint16_t)(line->indent + (after - line->start));
    line->start = bma_skip_blank(source, after, line->end);
    line->indent = (uint16_t)(line->indent + (line->start - after) % 1000);
    if (line->start == line->end)
        line->flags |= BMA_LINE_BLANK;
    bma_line_columns(source, line);
}

/* ---- marks of a quoted mail ---- */

/* Behind the marks that a mail program puts before what it quotes, "> " or ">>"; the start where none stands.
 */
static uint32_t behind_quote(const char *source, const struct bma_line *line)
{
    uint32_t at = line->start, after = line->start;

    while (at < line->end && (source[at] == '>' || source[at] == ' ')) {
        after = source[at] == '>' ? at + 1 : after;
        at++;
    }
    return after;
}

/* Nine of ten lines: the draft came in a mail.  Above them may stand who wrote it and when. */
static bool is_quoted_mail(const struct bma_draft *draft)
{
    size_t lines = 0, quoted = 0;

    for (size_t i = 0; i < draft->line_count; i++) {
        const struct bma_line *line = &draft->lines[i];
        if (is_blank_line(line))
            continue;
        lines++;
        quoted += behind_quote(draft->document->source, line) > line->start;
    }
    return quoted >= FEWEST_NUMBERED && quoted * 10 >= lines * 9;
}

static void take_quote(struct bma_draft *draft, struct bma_line *line)
{
    const char *source = draft->document->source;
    uint32_t after = is_blank_line(line) ? line->start : behind_quote(source, line), words;

    if (after == line->start)
        return;
    bma_draft_cut(draft, line->start, after);
    words = bma_skip_blank(source, after, line->end);
    line->indent = (uint16_t)(words > after ? (words - after - 1) % 1000 : 0);
    line->start = words;
    if (line->start == line->end)
        line->flags |= BMA_LINE_BLANK;
    bma_line_columns(source, line);
}

/* ---- rules, frames and underlines ---- */

/* Signs that draw lines and nothing else, three at least. */
static bool is_drawn(const char *source, const struct bma_line *line)
{
    size_t signs = 0;

    for (uint32_t at = line->start; at < line->end; at++) {
        if (strchr("-=_+|*~", source[at]) != NULL)
            signs++;
        else if (source[at] != ' ' && source[at] != ':')
            return false;
    }
    return signs >= 3;
}

/* A line drawn right under another, of about its length, makes a heading of it. */
static void underline(const char *source, const struct bma_line *rule, struct bma_line *above)
{
    uint32_t width = rule->end - rule->start, words = above->end - above->start;

    if ((above->flags & (BMA_LINE_BLANK | BMA_LINE_TABLE)) || words > LONGEST_UNDERLINED ||
        width > words + words / 2 + 2 || width < words / 2 || source[above->end - 1] == '.' ||
        source[above->end - 1] == ';')
        return;
    for (uint32_t at = rule->start; at < rule->end; at++)
        if (source[at] != source[rule->start] || (source[at] != '=' && source[at] != '-'))
            return;
    above->flags |= BMA_LINE_HEADING;
}

/* "| Nurses | 200 |": a row of a table between its frame. */
static void take_frame(const char *source, struct bma_line *line)
{
    if (line->end - line->start < 3 || source[line->start] != '|' || source[line->end - 1] != '|')
        return;
    line->flags |= BMA_LINE_TABLE;
    line->start = bma_skip_blank(source, line->start + 1, line->end - 1);
    line->end--;
    while (line->end > line->start && source[line->end - 1] == ' ')
        line->end--;
    if (line->start == line->end)
        line->flags |= BMA_LINE_BLANK;
}

/* "Visa | Employer | Month 2": strokes with a blank on either side. */
static uint32_t strokes(const char *source, const struct bma_line *line)
{
    uint32_t count = 0;

    for (uint32_t at = line->start + 1; at + 1 < line->end; at++)
        count += source[at] == '|' && source[at - 1] == ' ' && source[at + 1] == ' ';
    return count;
}

/* Lines one below the other with as many strokes are rows, though nobody drew a frame around them. */
static void take_open_rows(struct bma_draft *draft)
{
    uint32_t before = 0;

    for (size_t i = 0; i < draft->line_count; i++) {
        struct bma_line *line = &draft->lines[i];
        uint32_t count =
            line->flags & (BMA_LINE_BLANK | BMA_LINE_TABLE) ? 0 : strokes(draft->document->source, line);
        if (count > 0 && count == before) {
            line->flags |= BMA_LINE_TABLE;
            draft->lines[i - 1].flags |= BMA_LINE_TABLE;
        }
        before = count;
    }
}

/* "[Article 2" and "[3. Fees": what is proposed opens its division all the same. */
static void take_bracket(const struct bma_draft *draft, struct bma_line *line)
{
    const struct bma_words *lists[] = {&draft->conventions->article, &draft->conventions->part,
                                       &draft->conventions->annex};
    const char *source = draft->document->source;
    struct bma_label label;
    struct bma_marker marker;
    bool opens = false;

    if (line->end - line->start < 3 || source[line->start] != '[')
        return;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        opens = opens || bma_label_read(source, line->start + 1, line->end, draft->conventions, lists[i],
                                        false, &label);
    opens = opens ||
            (bma_marker_read(source, line->start + 1, line->end, &marker) && marker.style != BMA_MARKER_DASH);
    line->start += opens;
}

static void read_line(struct bma_draft *draft, size_t index)
{
    const char *source = draft->document->source;
    struct bma_line *line = &draft->lines[index];

    if (is_blank_line(line))
        return;
    if (is_drawn(source, line)) {
        if (index > 0)
            underline(source, line, line - 1);
        line->flags |= BMA_LINE_BLANK | BMA_LINE_RULE;
        return;
    }
    take_frame(source, line);
    take_bracket(draft, line);
}

static bool is_fifth(const char *source, const struct bma_line *line)
{
    uint32_t value = number_apart(source, line);

    return value > 0 && value % 5 == 0;
}

/* Numbers in front of each line, or of every fifth. */
static void take_line_numbers(struct bma_draft *draft)
{
    bool each = has_line_numbers(draft), fifths = !each && has_fifth_numbers(draft);

    for (size_t i = 0; i < draft->line_count && !draft->failed; i++)
        if (each || (fifths && is_fifth(draft->document->source, &draft->lines[i])))
            take_line_number(draft, &draft->lines[i]);
}

void bma_draft_margins(struct bma_draft *draft)
{
    if (!draft->markdown && is_quoted_mail(draft))
        for (size_t i = 0; i < draft->line_count && !draft->failed; i++)
            take_quote(draft, &draft->lines[i]);
    take_line_numbers(draft);
    for (size_t i = 0; i < draft->line_count; i++)
        read_line(draft, i);
    take_open_rows(draft);
}

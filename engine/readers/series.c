/*
 * Lists that the breaks of lines alone do not show.
 *
 * *Counted* items are lines that begin with 1, a or i and that a line with the next number follows: they
 * open a block each, even where the line before ends without a stop.  *Unmarked* items stand behind a
 * colon, each closed by a semicolon, or one to a line closed by a comma, the last one by a full stop; so do
 * the rows of a table.
 */
#include "readers/draft.h"

#include <string.h>

enum {
    FAR = 16,           /* lines to the next number of a list */
    LONGEST_ITEM = 8,   /* lines of an unmarked item */
    LONGEST_JOINER = 3, /* bytes of the word behind an item's stop */
    SLACK = 4,
    LONGEST_TITLE = 70 /* bytes of a line of a heading */
};

static bool is_words(const struct bma_line *line)
{
    return !(line->flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE));
}

static size_t next_words(const struct bma_draft *draft, size_t line)
{
    while (++line < draft->line_count && !is_words(&draft->lines[line]))
        ;
    return line;
}

static bool is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

char bma_line_stop(const char *source, const struct bma_line *line)
{
    uint32_t at = line->end, word;

    while (at > line->start && is_lower(source[at - 1]))
        at--;
    word = line->end - at;
    if (word > 0 && word <= LONGEST_JOINER && at > line->start + 1 && source[at - 1] == ' ') {
        while (at > line->start && source[at - 1] == ' ')
            at--;
        if (at > line->start && (source[at - 1] == ';' || source[at - 1] == ','))
            return source[at - 1];
    }
    return line->end > line->start ? source[line->end - 1] : '\0';
}

/* ---- counted items ---- */

static bool reads_marker(const struct bma_draft *draft, size_t line, struct bma_marker *marker)
{
    const struct bma_line *at = &draft->lines[line];

    return is_words(at) && bma_marker_read(draft->document->source, at->start, at->end, marker);
}

static bool follows(const struct bma_marker *before, const struct bma_marker *marker)
{
    if (before->style == BMA_MARKER_DASH || before->style == BMA_MARKER_DECIMAL)
        return false;
    return (before->style != BMA_MARKER_NONE && marker->style == before->style &&
            marker->ordinal == before->ordinal + 1) ||
           (before->roman_style != BMA_MARKER_NONE && marker->roman_style == before->roman_style &&
            marker->roman == before->roman + 1);
}

static bool begins(const struct bma_marker *marker)
{
    return marker->ordinal == 1 || marker->roman == 1;
}

static void count_on(struct bma_draft *draft, size_t line, const struct bma_marker *marker)
{
    struct bma_marker other;

    for (size_t i = line + 1; i < draft->line_count && i <= line + FAR; i++) {
        if (!reads_marker(draft, i, &other) || !follows(marker, &other))
            continue;
        draft->lines[line].flags |= BMA_LINE_COUNTED;
        draft->lines[i].flags |= BMA_LINE_COUNTED;
        return;
    }
}

/* Bullets: one that stands behind a colon, and each one as far in as the one before. */
static void follow_bullets(struct bma_draft *draft, size_t line)
{
    const char *source = draft->document->source;
    size_t next = next_words(draft, line);
    struct bma_marker marker, other;

    if (next >= draft->line_count || !reads_marker(draft, next, &other) || other.style != BMA_MARKER_DASH)
        return;
    if ((unsigned char)source[other.label.start] >= 0x80 || bma_line_stop(source, &draft->lines[line]) == ':')
        draft->lines[next].flags |= BMA_LINE_COUNTED;
    else if ((draft->lines[line].flags & BMA_LINE_COUNTED) && reads_marker(draft, line, &marker) &&
             marker.style == BMA_MARKER_DASH && draft->lines[line].indent == draft->lines[next].indent)
        draft->lines[next].flags |= BMA_LINE_COUNTED;
}

/* ---- unmarked items ---- */

static bool is_bare(const struct bma_draft *draft, size_t line)
{
    const struct bma_words *lists[] = {&draft->conventions->article, &draft->conventions->part,
                                       &draft->conventions->annex};
    const struct bma_line *at = &draft->lines[line];
    struct bma_marker marker;
    struct bma_label label;

    if (!is_words(at) || (at->flags & (BMA_LINE_HEADING | BMA_LINE_TABLE)) ||
        reads_marker(draft, line, &marker))
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (bma_label_read(draft->document->source, at->start, at->end, draft->conventions, lists[i], false,
                           &label))
            return false;
    return true;
}

/* The last line of the item that begins there, or the count of lines where it has no proper end. */
static size_t item_end(const struct bma_draft *draft, size_t line, char *stop)
{
    for (size_t i = line; i < draft->line_count && i < line + LONGEST_ITEM && is_bare(draft, i); i++) {
        *stop = bma_line_stop(draft->document->source, &draft->lines[i]);
        if (*stop == ';' || *stop == '.')
            return i;
        if (*stop == ':')
            break;
    }
    return draft->line_count;
}

/* The author, not the margin, broke the line. */
static bool broken_early(const struct bma_draft *draft, size_t line, size_t next, uint32_t wrap)
{
    const struct bma_line *at = &draft->lines[line], *below = &draft->lines[next];
    uint32_t word = below->start;

    while (word < below->end && (unsigned char)draft->document->source[word] > ' ')
        word++;
    return wrap == 0 || at->end - at->start + 1 + (word - below->start) + SLACK <= wrap;
}

/* One line each, closed by a comma. */
static size_t comma_end(const struct bma_draft *draft, size_t line, uint32_t wrap, char *stop)
{
    size_t next = next_words(draft, line);

    if (!is_bare(draft, line))
        return draft->line_count;
    *stop = bma_line_stop(draft->document->source, &draft->lines[line]);
    if (*stop == '.')
        return line;
    if (*stop != ',' || next >= draft->line_count || !broken_early(draft, line, next, wrap))
        return draft->line_count;
    return line;
}

/* Marks the items behind a lead-in; items begin all with a small letter or all with a capital. */
static void mark_items(struct bma_draft *draft, size_t first, uint32_t wrap, bool commas)
{
    const char *source = draft->document->source;
    bool lower = first < draft->line_count && is_lower(source[draft->lines[first].start]);
    size_t line = first, count = 0, last;
    char stop = ';';

    while (line < draft->line_count && stop != '.' && is_lower(source[draft->lines[line].start]) == lower) {
        last = commas ? comma_end(draft, line, wrap, &stop) : item_end(draft, line, &stop);
        if (last == draft->line_count)
            break;
        count++;
        line = next_words(draft, last);
    }
    if (count < (commas ? 3u : 2u) || (commas && stop != '.'))
        return;
    for (line = first, stop = ';'; count > 0; count--) {
        last = commas ? comma_end(draft, line, wrap, &stop) : item_end(draft, line, &stop);
        draft->lines[line].flags |= BMA_LINE_ITEM;
        line = next_words(draft, last);
    }
}

static void find_items(struct bma_draft *draft, size_t line, uint32_t wrap)
{
    size_t first = next_words(draft, line);
    char stop;

    if (first >= draft->line_count || !is_bare(draft, first) || (draft->lines[line].flags & BMA_LINE_ITEM) ||
        bma_line_stop(draft->document->source, &draft->lines[line]) != ':')
        return;
    stop = bma_line_stop(draft->document->source, &draft->lines[first]);
    mark_items(draft, first, wrap, stop == ',');
}

/* The rows of a table behind a colon are its items; a single line in columns is no table. */
static void mark_rows(struct bma_draft *draft, size_t line)
{
    size_t first = next_words(draft, line), end = first, rows = 0;

    if (bma_line_stop(draft->document->source, &draft->lines[line]) != ':')
        return;
    for (; end < draft->line_count && (draft->lines[end].flags & BMA_LINE_TABLE); rows++)
        end = next_words(draft, end);
    for (size_t row = first; rows >= 2 && row < end; row = next_words(draft, row))
        draft->lines[row].flags |= BMA_LINE_ITEM;
}

/* ---- headings over two lines ---- */

static bool is_title_line(const struct bma_draft *draft, size_t line)
{
    const struct bma_line *at = &draft->lines[line];
    char stop = is_words(at) ? bma_line_stop(draft->document->source, at) : '.';

    return stop != '.' && stop != ';' && stop != ':' && stop != ',' && is_bare(draft, line) &&
           at->end - at->start <= LONGEST_TITLE && !is_lower(draft->document->source[at->start]);
}

/* Label, two lines without a stop, a blank line: both are the heading. */
static void join_title(struct bma_draft *draft, size_t line)
{
    const struct bma_line *at = &draft->lines[line];
    struct bma_label label;

    if (line + 3 >= draft->line_count || !is_words(at) ||
        !bma_label_read(draft->document->source, at->start, at->end, draft->conventions,
                        &draft->conventions->article, false, &label) ||
        label.rest < at->end || !(draft->lines[line + 3].flags & BMA_LINE_BLANK))
        return;
    if (is_title_line(draft, line + 1) && is_title_line(draft, line + 2))
        draft->lines[line + 2].flags |= BMA_LINE_JOINS;
}

void bma_draft_series(struct bma_draft *draft, uint32_t wrap)
{
    struct bma_marker marker;

    for (size_t i = 0; i < draft->line_count; i++) {
        if (!is_words(&draft->lines[i]))
            continue;
        if (reads_marker(draft, i, &marker) &&
            (begins(&marker) || (draft->lines[i].flags & BMA_LINE_COUNTED)))
            count_on(draft, i, &marker);
        follow_bullets(draft, i);
        find_items(draft, i, wrap);
        mark_rows(draft, i);
        join_title(draft, i);
    }
}

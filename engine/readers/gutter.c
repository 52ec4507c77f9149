/* Where the gutter of a page is, and what stands on either side of it; see gutter.h. */
#include "readers/gutter.h"

#include "base/utf8.h"

#include <stdint.h>
#include <string.h>

enum {
    NARROWEST = 20,    /* characters that a left column takes at least */
    WIDEST_PAGE = 400, /* characters; what stands farther right is not looked at */
    GAP = 2,           /* blanks between the columns at least */
    FEWEST_LINES = 5,  /* that begin at the right column's edge */
    PROSE = 24,        /* characters of an average line in either column; cells of tables have fewer */
    MOST_TRIALS = 4,   /* edges tried, the commonest first: items may hang inside the right column */
    APART = 2,         /* empty lines between a running head and the columns */
    FEW = 10           /* one line in so many may run across the gutter */
};

/* Bytes of the text that the caller keeps. */
struct slice {
    const char *at;
    size_t length;
};

static struct slice trimmed(struct slice piece)
{
    while (piece.length > 0 && piece.at[piece.length - 1] == ' ')
        piece.length--;
    while (piece.length > 0 && *piece.at == ' ') {
        piece.at++;
        piece.length--;
    }
    return piece;
}

static bool is_blank(struct slice piece)
{
    return trimmed(piece).length == 0;
}

/* Takes what comes before the byte, or all, off the front of the rest. */
static struct slice take_until(struct slice *rest, char byte)
{
    const char *stop = memchr(rest->at, byte, rest->length);
    struct slice taken = {rest->at, stop != NULL ? (size_t)(stop - rest->at) : rest->length};
    size_t gone = taken.length + (stop != NULL);

    rest->at += gone;
    rest->length -= gone;
    return taken;
}

/* Bytes before the column, which counts characters from 0; the whole line's where it is shorter. */
static size_t bytes_before(struct slice line, size_t column)
{
    size_t at = 0;
    uint32_t codepoint;

    while (at < line.length && column-- > 0)
        at += bma_utf8_next(line.at + at, line.length - at, &codepoint);
    return at;
}

static struct slice left_of(struct slice line, size_t column)
{
    return trimmed((struct slice){line.at, bytes_before(line, column)});
}

static struct slice right_of(struct slice line, size_t column)
{
    size_t skipped = bytes_before(line, column);

    return trimmed((struct slice){line.at + skipped, line.length - skipped});
}

static size_t width_of(struct slice piece)
{
    return bma_utf8_count(piece.at, piece.length);
}

/* Whether words stand on both sides of the place with no gap in front of it. */
static bool runs_across(struct slice line, size_t column)
{
    size_t skipped = bytes_before(line, column - GAP);

    for (size_t i = 0; i < GAP && skipped + i < line.length; i++)
        if (line.at[skipped + i] != ' ')
            return !is_blank(right_of(line, column));
    return false;
}

/* ---- finding the gutter ---- */

/* Counts for each column the lines in which words begin there behind a gap. */
static void count_edges(struct slice page, uint32_t counts[WIDEST_PAGE])
{
    memset(counts, 0, WIDEST_PAGE * sizeof *counts);
    while (page.length > 0) {
        struct slice line = take_until(&page, '\n');
        size_t blanks = 0, column = 0, taken;
        uint32_t codepoint;

        for (size_t at = 0; at < line.length && column < WIDEST_PAGE; at += taken, column++) {
            taken = bma_utf8_next(line.at + at, line.length - at, &codepoint);
            counts[column] += codepoint != ' ' && blanks >= GAP && column >= NARROWEST;
            blanks = codepoint == ' ' ? blanks + 1 : 0;
        }
    }
}

/* What a page would be with the right column's edge at a place. */
struct measure {
    size_t lines, across;         /* lines with words, and those of them that run across */
    size_t left, left_characters; /* lines with words on this side, and how many characters they have */
    size_t right, right_characters;
};

static struct measure measured(struct slice page, size_t column)
{
    struct measure sum = {0};

    while (page.length > 0) {
        struct slice line = take_until(&page, '\n');
        size_t left = width_of(left_of(line, column)), right = width_of(right_of(line, column));
        bool across = runs_across(line, column);

        sum.lines += left + right > 0;
        sum.across += across;
        sum.left += !across && left > 0;
        sum.left_characters += across ? 0 : left;
        sum.right += !across && right > 0;
        sum.right_characters += across ? 0 : right;
    }
    return sum;
}

static bool is_gutter(const struct measure *page, size_t begun)
{
    return page->left > 0 && begun * 2 >= page->right && page->across * FEW <= page->lines &&
           page->left_characters >= page->left * PROSE && page->right_characters >= page->right * PROSE;
}

/* Where the right column begins, or 0 for a page with no two columns of prose. */
static size_t find_gutter(struct slice page, size_t *lines)
{
    uint32_t counts[WIDEST_PAGE];

    *lines = measured(page, NARROWEST).lines;
    count_edges(page, counts);
    for (int trial = 0; trial < MOST_TRIALS; trial++) {
        struct measure sum;
        size_t best = 0;
        for (size_t column = NARROWEST; column < WIDEST_PAGE; column++)
            if (counts[column] > counts[best])
                best = column;
        if (counts[best] < FEWEST_LINES)
            return 0;
        sum = measured(page, best);
        if (is_gutter(&sum, counts[best]))
            return best;
        counts[best] = 0;
    }
    return 0;
}

/* ---- taking the page apart ---- */

struct writer {
    struct bma_buffer *out;
    struct slice last; /* line written */
    size_t width;      /* characters of the widest line of the column being written */
    size_t blanks;     /* empty lines since the last one */
    bool apart;        /* the last line, or the next, is of no column */
};

/*
 * Whether the column goes on behind an empty line.  Lines of two columns seldom stand level, so that a line
 * of the other one may lie between two of a paragraph, and looks like the end of it.
 */
static bool runs_on(const struct writer *writer, struct slice next)
{
    bool begins_small = *next.at >= 'a' && *next.at <= 'z';

    if (strchr(".;:", writer->last.at[writer->last.length - 1]) != NULL)
        return false;
    return begins_small || width_of(writer->last) * 3 >= writer->width * 2;
}

static void write_line(struct writer *writer, struct slice piece)
{
    if (is_blank(piece)) {
        writer->blanks++;
        return;
    }
    if (writer->last.length > 0 && (writer->apart || (writer->blanks > 0 && !runs_on(writer, piece))))
        bma_buffer_addc(writer->out, '\n');
    bma_buffer_add(writer->out, piece.at, piece.length);
    bma_buffer_addc(writer->out, '\n');
    writer->last = piece;
    writer->blanks = 0;
    writer->apart = false;
}

static void write_side(struct writer *writer, struct slice band, size_t column,
                       struct slice (*side)(struct slice, size_t))
{
    writer->width = 0;
    writer->blanks = 1; /* another column, and mostly another paragraph */
    for (struct slice rest = band; rest.length > 0;) {
        size_t width = width_of(side(take_until(&rest, '\n'), column));
        writer->width = width > writer->width ? width : writer->width;
    }
    while (band.length > 0)
        write_line(writer, side(take_until(&band, '\n'), column));
}

/*
 * A first or last line that stands apart by two empty ones is a running head or a page number, and belongs to
 * neither column: it is taken off the page.
 */
static struct slice take_head(struct slice *page)
{
    struct slice rest = *page, first = {0}, body;
    size_t gap = 0;

    while (rest.length > 0 && is_blank(first))
        first = take_until(&rest, '\n');
    for (body = rest; rest.length > 0 && is_blank(take_until(&rest, '\n')); body = rest)
        gap++;
    if (gap < APART || body.length == 0)
        return (struct slice){0};
    *page = body;
    return trimmed(first);
}

static struct slice take_foot(struct slice *page)
{
    struct slice last = {0};
    size_t gap = 0, gap_above = 0;

    for (struct slice rest = *page; rest.length > 0;) {
        struct slice line = take_until(&rest, '\n');
        if (is_blank(line)) {
            gap++;
            continue;
        }
        gap_above = gap;
        gap = 0;
        last = line;
    }
    if (gap_above < APART)
        return (struct slice){0};
    page->length = (size_t)(last.at - page->at);
    return trimmed(last);
}

/* Takes the lines up to one that runs across, and that one. */
static struct slice take_band(struct slice *rest, size_t column, struct slice *across)
{
    struct slice band = {rest->at, 0};

    while (rest->length > 0) {
        struct slice line = take_until(rest, '\n');
        if (runs_across(line, column)) {
            *across = trimmed(line);
            return band;
        }
        band.length = (size_t)(rest->at - band.at);
    }
    *across = (struct slice){0};
    return band;
}

/* A line of no column, and the end of what comes before and behind it. */
static void write_apart(struct writer *writer, struct slice line)
{
    if (is_blank(line))
        return;
    writer->apart = true;
    write_line(writer, line);
    writer->apart = true;
}

static void split_page(struct bma_buffer *out, struct slice page, size_t column)
{
    struct writer writer = {.out = out};
    struct slice head = take_head(&page), foot = take_foot(&page), across;

    write_apart(&writer, head);
    while (page.length > 0) {
        struct slice band = take_band(&page, column, &across);
        write_side(&writer, band, column, left_of);
        write_side(&writer, band, column, right_of);
        write_apart(&writer, across);
    }
    write_apart(&writer, foot);
}

/* Whether most lines stand on pages with two columns. */
static bool is_in_columns(struct slice text)
{
    size_t all = 0, split = 0;

    while (text.length > 0) {
        struct slice page = take_until(&text, '\f');
        size_t lines, column = find_gutter(page, &lines);

        all += lines;
        split += column > 0 ? lines : 0;
    }
    return split * 2 > all;
}

void bma_gutter_split(struct bma_buffer *text)
{
    struct bma_buffer laid_out = *text;
    struct slice rest = {laid_out.bytes, laid_out.length};

    if (!is_in_columns(rest))
        return;
    bma_buffer_init(text);
    while (rest.length > 0) {
        struct slice page = take_until(&rest, '\f');
        size_t lines, column = find_gutter(page, &lines);
        bool more = page.at + page.length < rest.at;

        if (column > 0)
            split_page(text, page, column);
        else
            bma_buffer_add(text, page.at, page.length);
        if (more)
            bma_buffer_addc(text, '\f');
    }
    bma_buffer_release(&laid_out);
}

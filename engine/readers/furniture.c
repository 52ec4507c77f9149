/*
 * Page furniture: numbers of pages, the lines that return above and below them, watermarks.
 *
 * No word is known here.  A page number is a short line that stands alone and returns
 * in the same shape with a number one higher, or a longer one that does so three times; a header or footer is
 * a line next to a page break (a page number or a form feed) that returns, but for its digits, at half of the
 * breaks at least.  Labels and markers are never furniture.
 */
#include "readers/draft.h"

#include "base/ascii.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum {
    LONGEST_PAGE_NUMBER = 40, /* bytes */
    LONGEST_HEADER = 160,
    NEIGHBOURS = 2,
    CENTRED = 8,
    NUMBERS = 4,       /* of a line that are looked at: "Draft of 3 May 2031, page 2 of 9" */
    OFTEN = 3,         /* a line that might be something else returns so often */
    SHORTEST_PAGE = 15 /* lines */
};

struct candidate {
    uint64_t shape;
    uint32_t line;
    uint32_t numbers[NUMBERS];
};

struct candidates {
    struct candidate *items;
    size_t count, capacity;
};

/* The line with each run of digits as one sign and white space left out, as a hash; and its first numbers. */
static uint64_t shape_of(const char *source, const struct bma_line *line, uint32_t numbers[NUMBERS])
{
    uint64_t hash = 14695981039346656037u;
    size_t count = 0;

    memset(numbers, 0, NUMBERS * sizeof *numbers);
    for (uint32_t at = line->start; at < line->end; at++) {
        unsigned char byte = (unsigned char)source[at];
        if (bma_ascii_is_digit(source[at])) {
            for (; at < line->end && bma_ascii_is_digit(source[at]); at++)
                if (count < NUMBERS && numbers[count] < 100000)
                    numbers[count] = numbers[count] * 10 + (uint32_t)(source[at] - '0');
            at--;
            count++;
            byte = '#';
        }
        if (byte > ' ')
            hash = (hash ^ byte) * 1099511628211u;
    }
    return hash;
}

static bool is_blank(const struct bma_draft *draft, size_t line)
{
    return line >= draft->line_count || (draft->lines[line].flags & BMA_LINE_BLANK);
}

static bool at_form_feed(const struct bma_draft *draft, size_t line)
{
    for (size_t i = line + 1; i < draft->line_count && i <= line + NEIGHBOURS + 1; i++)
        if (draft->lines[i].flags & BMA_LINE_PAGE)
            return true;
    return (draft->lines[line].flags & BMA_LINE_PAGE) != 0;
}

/* A line that labels or numbers a division. */
static bool opens_division(const struct bma_draft *draft, const struct bma_line *line)
{
    const char *source = draft->document->source;
    const struct bma_words *lists[] = {&draft->conventions->article, &draft->conventions->part,
                                       &draft->conventions->annex, &draft->conventions->paragraph};
    struct bma_label label;
    struct bma_marker marker;

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (bma_label_read(source, line->start, line->end, draft->conventions, lists[i], false, &label))
            return true;
    return bma_marker_read(source, line->start, line->end, &marker) && marker.style != BMA_MARKER_DASH;
}

/* "- 4 -" needs no blank lines around it. */
static bool is_fenced(const char *source, const struct bma_line *line)
{
    return line->indent >= CENTRED && source[line->start] == '-' && source[line->end - 1] == '-' &&
           line->end - line->start <= 9;
}

/* "LETTER No. 1", and any number with words where the format knows no pages: "Form 2". */
static bool may_be_title(const struct bma_draft *draft, const struct bma_line *line)
{
    return !draft->paged ||
           bma_words_open(&draft->conventions->letter, draft->document->source, line->start, line->end) != 0;
}

/* "- 4 -", "4", "4/12", "Page 4 of 12": a number and few words or a line's, alone between blank lines. */
static bool may_be_page_number(const struct bma_draft *draft, size_t index)
{
    const struct bma_line *line = &draft->lines[index];
    const char *source = draft->document->source;
    bool digits = false, words = false;

    if ((line->flags & BMA_LINE_BLANK) || line->end - line->start > LONGEST_HEADER)
        return false;
    for (uint32_t at = line->start; at < line->end; at++) {
        digits = digits || bma_ascii_is_digit(source[at]);
        words = words || (source[at] >= 'a' && source[at] <= 'z') || (source[at] >= 'A' && source[at] <= 'Z');
    }
    if (!digits || (words && may_be_title(draft, line)))
        return false;
    if (!at_form_feed(draft, index) && !is_fenced(source, line) &&
        (!is_blank(draft, index + 1) || (index > 0 && !is_blank(draft, index - 1))))
        return false;
    return !opens_division(draft, line);
}

static void add_candidate(struct bma_draft *draft, struct candidates *list, uint32_t line)
{
    struct candidate *item;

    if (bma_grow(&list->items, &list->capacity, list->count + 1, sizeof *item) != 0) {
        draft->failed = true;
        return;
    }
    item = &list->items[list->count++];
    item->line = line;
    item->shape = shape_of(draft->document->source, &draft->lines[line], item->numbers);
}

static int by_shape(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;

    if (a->shape != b->shape)
        return a->shape < b->shape ? -1 : 1;
    return a->line < b->line ? -1 : a->line > b->line;
}

/* The end of the run of candidates of one shape. */
static size_t group_end(const struct candidates *list, size_t start)
{
    size_t end = start;

    while (end < list->count && list->items[end].shape == list->items[start].shape)
        end++;
    return end;
}

/* Whether one of the numbers is so much higher in each of the lines. */
static bool rises(const struct candidates *list, size_t start, size_t end, uint32_t step)
{
    for (size_t n = 0; n < NUMBERS; n++) {
        size_t i = start + 1;
        while (i < end && list->items[i].numbers[n] == list->items[i - 1].numbers[n] + step)
            i++;
        if (i == end)
            return true;
    }
    return false;
}

/* A number alone at the margin might be that of a paragraph. */
static bool is_bare(const struct bma_draft *draft, size_t index)
{
    const struct bma_line *line = &draft->lines[index];

    for (uint32_t at = line->start; at < line->end; at++)
        if (!bma_ascii_is_digit(draft->document->source[at]))
            return false;
    return line->indent < CENTRED && !at_form_feed(draft, index);
}

static bool lie_pages_apart(const struct candidates *list, size_t start, size_t end)
{
    for (size_t i = start + 1; i < end; i++)
        if (list->items[i].line - list->items[i - 1].line < SHORTEST_PAGE)
            return false;
    return true;
}

/*
 * Of lines of one shape.  What is longer than a number with few words, or a number at the margin, has to
 * return often; a long line may stand on every other page.
 */
static bool are_page_numbers(const struct bma_draft *draft, const struct candidates *list, size_t start,
                             size_t end)
{
    uint32_t first = list->items[start].line;

    if (draft->lines[first].end - draft->lines[first].start > LONGEST_PAGE_NUMBER)
        return end - start >= OFTEN && (rises(list, start, end, 1) || rises(list, start, end, 2));
    if (is_bare(draft, first))
        return end - start >= OFTEN && rises(list, start, end, 1) && lie_pages_apart(list, start, end);
    return rises(list, start, end, 1) && (end - start >= 2 || at_form_feed(draft, first));
}

static void mark_page_numbers(struct bma_draft *draft, const struct candidates *list)
{
    for (size_t start = 0, end; start < list->count; start = end) {
        end = group_end(list, start);
        if (!are_page_numbers(draft, list, start, end))
            continue;
        for (size_t i = start; i < end; i++)
            draft->lines[list->items[i].line].flags |= BMA_LINE_FURNITURE;
    }
}

static bool may_be_header(const struct bma_draft *draft, const struct bma_line *line)
{
    return !(line->flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE)) &&
           line->end - line->start <= LONGEST_HEADER && !opens_division(draft, line);
}

/* The nearest lines with words on one side of a break. */
static void add_neighbours(struct bma_draft *draft, struct candidates *list, size_t line, bool below)
{
    size_t found = 0, i = line;

    while (found < NEIGHBOURS && !draft->failed) {
        if (below ? ++i >= draft->line_count : i-- == 0)
            break;
        if (draft->lines[i].flags & BMA_LINE_BLANK)
            continue;
        if (draft->lines[i].flags & BMA_LINE_FURNITURE)
            break;
        found++;
        if (may_be_header(draft, &draft->lines[i]))
            add_candidate(draft, list, (uint32_t)i);
    }
}

/* "MEMORANDUM OF UNDERSTANDING": a line that opens with what an instrument is called. */
static bool names_instrument(const struct bma_draft *draft, const struct bma_line *line)
{
    const struct bma_instrument_words *names = &draft->conventions->instrument;
    const struct bma_words *lists[] = {&names->treaty, &names->mou, &names->letters, &names->protocol,
                                       &names->open};

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (bma_words_open(lists[i], draft->document->source, line->start, line->end))
            return true;
    return false;
}

/* Whether one of the next lines, of which the date of the draft may be one, names the instrument. */
static bool stands_above_title(const struct bma_draft *draft, size_t line)
{
    enum { NEAR = 3 };

    for (size_t seen = 0; seen < NEAR && ++line < draft->line_count;) {
        if (draft->lines[line].flags & BMA_LINE_BLANK)
            continue;
        if (names_instrument(draft, &draft->lines[line]))
            return true;
        seen++;
    }
    return false;
}

/*
 * The first page has no break above it: a first line in columns, with a number or above the title may be its
 * header.  Any other may be the title itself, which returns above later pages.
 */
static void add_first(struct bma_draft *draft, struct candidates *list)
{
    const char *source = draft->document->source;
    size_t i = 0;
    bool digits = false;

    while (i < draft->line_count && (draft->lines[i].flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE)))
        i++;
    if (i == draft->line_count || !may_be_header(draft, &draft->lines[i]))
        return;
    for (uint32_t at = draft->lines[i].start; at < draft->lines[i].end; at++)
        digits = digits || bma_ascii_is_digit(source[at]);
    if (digits || (draft->lines[i].flags & BMA_LINE_TABLE) || stands_above_title(draft, i))
        add_candidate(draft, list, (uint32_t)i);
}

static size_t find_neighbours(struct bma_draft *draft, struct candidates *list)
{
    size_t breaks = 0;

    for (size_t i = 0; i < draft->line_count && !draft->failed; i++) {
        const struct bma_line *line = &draft->lines[i];
        if (!(line->flags & (BMA_LINE_FURNITURE | BMA_LINE_PAGE)) || (line->flags & BMA_LINE_STAMP))
            continue;
        breaks++;
        if ((line->flags & BMA_LINE_PAGE) && may_be_header(draft, line))
            add_candidate(draft, list, (uint32_t)i);
        add_neighbours(draft, list, i, false);
        add_neighbours(draft, list, i, true);
    }
    return breaks;
}

static void mark_headers(struct bma_draft *draft, const struct candidates *list, size_t breaks)
{
    for (size_t start = 0, end; start < list->count; start = end) {
        size_t lines = 1;
        end = group_end(list, start);
        for (size_t i = start + 1; i < end; i++)
            lines += list->items[i].line != list->items[i - 1].line;
        if (lines < 2 || lines * 2 < breaks)
            continue;
        for (size_t i = start; i < end; i++)
            draft->lines[list->items[i].line].flags |= BMA_LINE_FURNITURE;
    }
}

static void sort(struct candidates *list)
{
    if (list->count > 1)
        qsort(list->items, list->count, sizeof list->items[0], by_shape);
}

/* ---- watermarks ---- */

enum { LETTERS = 26 };

/* Which capitals stand on the line, in runs of so many at most, as bits; 0 where anything else does. */
static uint32_t lone_capitals(const char *source, const struct bma_line *line, uint32_t most)
{
    uint32_t letters = 0, run = 0;

    for (uint32_t at = line->start; at < line->end; at++) {
        run = source[at] == ' ' ? 0 : run + 1;
        if (run == 0)
            continue;
        if (source[at] < 'A' || source[at] > 'Z' || run > most)
            return 0;
        letters |= 1u << (source[at] - 'A');
    }
    return letters;
}

/* The capitals that stand alone on half of the pages; 0 where they are too few for a word. */
static uint32_t stamped_letters(const struct bma_draft *draft)
{
    enum { FEWEST = 3 };
    uint32_t counts[LETTERS] = {0}, letters = 0, pages = 1, found = 0;

    for (size_t i = 0; i < draft->line_count; i++) {
        uint32_t lone = lone_capitals(draft->document->source, &draft->lines[i], 1);
        pages += (draft->lines[i].flags & BMA_LINE_PAGE) != 0;
        for (size_t k = 0; k < LETTERS; k++)
            counts[k] += (lone >> k) & 1;
    }
    for (size_t k = 0; k < LETTERS; k++)
        if (counts[k] >= 2 && counts[k] * 2 >= pages) {
            letters |= 1u << k;
            found++;
        }
    return found >= FEWEST ? letters : 0;
}

/* "D R A F T" across the page: print set aslant, of which each letter is a line of its own. */
static void mark_watermark(struct bma_draft *draft)
{
    uint32_t stamped = draft->printed ? stamped_letters(draft) : 0;

    for (size_t i = 0; stamped != 0 && i < draft->line_count; i++) {
        uint32_t lone = lone_capitals(draft->document->source, &draft->lines[i], 2);
        if (lone != 0 && (lone & ~stamped) == 0)
            draft->lines[i].flags |= BMA_LINE_FURNITURE | BMA_LINE_STAMP;
    }
}

void bma_draft_furniture(struct bma_draft *draft)
{
    struct candidates list = {NULL, 0, 0};
    size_t breaks;

    mark_watermark(draft);
    for (size_t i = 0; i < draft->line_count && !draft->failed; i++)
        if (may_be_page_number(draft, i))
            add_candidate(draft, &list, (uint32_t)i);
    sort(&list);
    mark_page_numbers(draft, &list);
    list.count = 0;
    breaks = find_neighbours(draft, &list);
    add_first(draft, &list);
    sort(&list);
    mark_headers(draft, &list, breaks);
    bma_free(list.items);
}

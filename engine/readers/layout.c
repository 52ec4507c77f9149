/*
 * From lines to text and blocks.
 *
 * The text is the source but for what is taken out: page furniture and the hyphens of
 * line ends.  It is copied in runs, so that a draft without either is one run and
 * one segment of the map.
 */
#include "readers/draft.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "readers/hyphens.h"
#include "readers/markdown.h"

#include <string.h>

enum {
    WIDEST_WRAP = 160, /* a longer line is a paragraph on one line, not a wrapped one */
    NARROWEST_WRAP = 30,
    MANY_WORDS = 32,
    LONGEST_HEADING_LINE = 100, /* bytes, label and heading together */
    SLACK = 4                   /* a break this close to the margin is none of the author's */
};

struct layout {
    struct bma_draft *draft;
    const char *source;
    uint32_t run;                    /* source offset where the run being copied begins */
    uint32_t wrap;                   /* usual width of wrapped lines; 0: paragraphs stand on one line */
    const struct bma_line *previous; /* last line of the open block */
    bool open;
    bool recital;           /* a line of the open block begins like one */
    struct bma_block block; /* the open one, in source offsets turned into text */
    size_t cut;             /* the next one to be taken out */
    struct bma_hyphens hyphens;
};

/* ---- copying ---- */

static void begin_run(struct layout *layout, uint32_t source)
{
    struct bma_draft *draft = layout->draft;

    layout->run = source;
    if (bma_grow(&draft->map, &draft->map_capacity, draft->map_count + 1, sizeof draft->map[0]) != 0) {
        draft->failed = true;
        return;
    }
    /* A run that got no byte is replaced by the next one. */
    if (draft->map_count > 0 && draft->map[draft->map_count - 1].text == draft->text_length)
        draft->map_count--;
    draft->map[draft->map_count].text = draft->text_length;
    draft->map[draft->map_count].source = source;
    draft->map_count++;
}

static void copy_run(struct layout *layout, uint32_t end)
{
    struct bma_draft *draft = layout->draft;

    if (end <= layout->run)
        return; /* copied when what stood behind it was taken out */
    memcpy(draft->text + draft->text_length, layout->source + layout->run, end - layout->run);
    draft->text_length += end - layout->run;
    layout->run = end;
}

/* Takes source[from, to) out of the text. */
static void take_out(struct layout *layout, uint32_t from, uint32_t to)
{
    copy_run(layout, from);
    begin_run(layout, to);
}

/* What is to be cut before the place. */
static void take_cuts(struct layout *layout, uint32_t before)
{
    const struct bma_draft *draft = layout->draft;

    for (; layout->cut < draft->cut_count && draft->cuts[layout->cut].start < before; layout->cut++) {
        const struct bma_span *cut = &draft->cuts[layout->cut];
        if (cut->start >= layout->run)
            take_out(layout, cut->start, cut->end);
    }
}

static uint32_t text_of(const struct layout *layout, uint32_t source)
{
    return layout->draft->text_length + (source - layout->run);
}

/* ---- how wide lines are wrapped ---- */

static bool is_stop(char byte)
{
    return byte == '.' || byte == ';' || byte == ':' || byte == ',' || byte == '?' || byte == '!';
}

/*
 * The width that nine of ten wrapped lines keep to.  Where more lines are longer than any
 * wrapped one than are followed at once by another without having come to a stop,
 * paragraphs stand on one line each.
 */
static uint32_t wrap_width(const struct bma_draft *draft)
{
    uint32_t histogram[WIDEST_WRAP + 1] = {0}, wrapped = 0, broken = 0, longer = 0, seen = 0, width;

    for (size_t i = 0; i < draft->line_count; i++) {
        const struct bma_line *line = &draft->lines[i];
        uint32_t length = line->end - line->start;
        bool followed = i + 1 < draft->line_count && !(line[1].flags & BMA_LINE_BLANK);
        if (length > WIDEST_WRAP) {
            longer++;
        } else if (followed && length >= NARROWEST_WRAP) {
            histogram[length]++;
            wrapped++;
            broken += !is_stop(draft->document->source[line->end - 1]);
        }
    }
    if (wrapped == 0 || longer > broken)
        return 0;
    for (width = 0; width < WIDEST_WRAP; width++) {
        seen += histogram[width];
        if ((uint64_t)seen * 10 >= (uint64_t)wrapped * 9)
            break;
    }
    return width;
}

/* ---- where blocks begin ---- */

static bool ends_sentence(const struct layout *layout, const struct bma_line *line)
{
    char last = layout->source[line->end - 1];

    return last == '.' || last == ';' || last == ':' || last == '?' || last == '!';
}

static bool starts_lower(const struct layout *layout, const struct bma_line *line)
{
    char first = layout->source[line->start];

    return first >= 'a' && first <= 'z';
}

static bool all_capitals(const char *text, uint32_t start, uint32_t end)
{
    uint32_t capitals = 0;

    for (uint32_t at = start; at < end; at++) {
        if (text[at] >= 'a' && text[at] <= 'z')
            return false;
        capitals += text[at] >= 'A' && text[at] <= 'Z';
    }
    return capitals >= 2;
}

/*
 * How much shorter than the others a line may be that is full.  In print a line of wide letters holds a sixth
 * less than the widest; behind a full stop a short line more likely ends its paragraph.
 */
static uint32_t slack(const struct layout *layout)
{
    return layout->draft->printed && !ends_sentence(layout, layout->previous) ? layout->wrap / 6 : SLACK;
}

/* Whether the first word of the line would still have fitted behind the previous one. */
static bool broke_early(const struct layout *layout, const struct bma_line *line)
{
    const struct bma_line *previous = layout->previous;
    uint32_t word = line->start;

    if (layout->wrap == 0)
        return previous->end - previous->start <= WIDEST_WRAP || !starts_lower(layout, line) ||
               is_stop(layout->source[previous->end - 1]);
    while (word < line->end && (unsigned char)layout->source[word] > ' ')
        word++;
    return previous->end - previous->start + 1 + (word - line->start) + slack(layout) <= layout->wrap;
}

/* "ANNEX": without a number only in capitals and alone on its line. */
static bool reads_bare_annex(const struct layout *layout, const struct bma_line *line)
{
    struct bma_label label;

    return all_capitals(layout->source, line->start, line->end) &&
           bma_label_read(layout->source, line->start, line->end, layout->draft->conventions,
                          &layout->draft->conventions->annex, true, &label) &&
           label.rest >= line->end;
}

static bool reads_label(const struct layout *layout, const struct bma_line *line, bool alone)
{
    const struct bma_conventions *words = layout->draft->conventions;
    const struct bma_words *lists[] = {&words->article, &words->part, &words->annex};
    struct bma_label label;

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (bma_label_read(layout->source, line->start, line->end, words, lists[i], false, &label) &&
            (label.rest >= line->end || (!alone && label.separated)))
            return true;
    return reads_bare_annex(layout, line);
}

/* "Article 20 Return and reintegration": label and heading on one line, without a blank one after it. */
static bool heads_division(const struct layout *layout, const struct bma_line *line)
{
    const struct bma_conventions *words = layout->draft->conventions;
    const struct bma_words *lists[] = {&words->article, &words->part, &words->annex};
    struct bma_label label;
    struct bma_span run_in;

    if (ends_sentence(layout, line) || line->end - line->start > LONGEST_HEADING_LINE)
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (bma_label_read(layout->source, line->start, line->end, words, lists[i], false, &label) &&
            label.rest < line->end && bma_run_in(layout->source, &label, line->end, &run_in) == 0 &&
            layout->source[label.rest] >= 'A' && layout->source[label.rest] <= 'Z')
            return true;
    return false;
}

static bool reads_marker(const struct layout *layout, const struct bma_line *line)
{
    struct bma_marker marker;

    return bma_marker_read(layout->source, line->start, line->end, &marker);
}

/* In small letters, or with a figure that numbers nothing: "shall, by / 31 January of each year". */
static bool runs_on(const struct layout *layout, const struct bma_line *line)
{
    char first = layout->source[line->start];

    return starts_lower(layout, line) || (first >= '0' && first <= '9' && !reads_marker(layout, line));
}

/* "… by which the": a line of some words whose last one ends no paragraph, however short the line is. */
static bool leads_on(const struct layout *layout, const struct bma_line *line)
{
    enum { SHORTEST_LINE = 30 }; /* bytes: "between the Government of" stands alone in a title */
    uint32_t word = line->end;

    if (line->end - line->start < SHORTEST_LINE)
        return false;
    while (word > line->start && layout->source[word - 1] != ' ')
        word--;
    return layout->source[word] >= 'a' && layout->source[word] <= 'z' &&
           bma_words_open(&layout->draft->conventions->leads_on, layout->source, word, line->end) ==
               line->end;
}

static bool is_recital(const struct layout *layout, const struct bma_line *line)
{
    return bma_words_open(&layout->draft->conventions->recital, layout->source, line->start, line->end) != 0;
}

/*
 * "…; / Attaching importance to …" and, below a comma, "… Organisation, / wishing to replace …".  What is
 * small goes on from the names of the Parties ("The Government of …, / resolved to …, / have agreed …").
 */
static bool opens_recital(const struct layout *layout, const struct bma_line *line)
{
    const struct bma_words *formula = &layout->draft->conventions->preamble_end;
    char last = layout->source[layout->previous->end - 1];
    bool anew = last == ';' || (last == ',' && !starts_lower(layout, line));

    if ((anew || (last == ',' && layout->recital)) && is_recital(layout, line))
        return true;
    return anew && bma_words_within(formula, layout->source, line->start, line->end) != 0;
}

/* "… as it is. / Done at Besk, …": however full the line above is. */
static bool opens_closing(const struct layout *layout, const struct bma_line *line)
{
    return ends_sentence(layout, layout->previous) && !starts_lower(layout, line) &&
           bma_words_open(&layout->draft->conventions->closing, layout->source, line->start, line->end) != 0;
}

/* "3 WHO DOES WHAT" right above "3.1 …". */
static bool heads_decimals(const struct layout *layout, const struct bma_line *line)
{
    const struct bma_draft *draft = layout->draft;
    const char *source = layout->source;
    uint32_t at = line->start, length;

    while (at < line->end && bma_ascii_is_digit(source[at]))
        at++;
    length = at - line->start;
    return length > 0 && length <= 2 && at < line->end && source[at] == ' ' &&
           line + 1 < draft->lines + draft->line_count && line[1].end - line[1].start > length + 2 &&
           memcmp(source + line[1].start, source + line->start, length) == 0 &&
           memcmp(source + line[1].start + length, ".1", 2) == 0;
}

/* Bytes of a label with its heading; a longer line that is full goes on below: "Article 9. On the tenth of
 * each month the Ministry shall send to the / Embassy …". */
enum { LONGEST_HEADING = 60 };

/* "Name: …", "Pay [ ]", "Wage ......": a row of a form has its line for itself. */
static bool is_form_row(const struct layout *layout, const struct bma_line *line)
{
    for (uint32_t at = line->start; at < line->end; at++) {
        const char *here = layout->source + at;

        if (*here == ':' || *here == '[' || (line->end - at >= 3 && memcmp(here, "...", 3) == 0) ||
            (line->end - at >= 3 && memcmp(here, "\xe2\x80\xa6", 3) == 0))
            return true;
    }
    return false;
}

/*
 * Running text, long for a heading and not much shorter than full lines, which few writers break alike: "… or
 * of the present / Agreement is put into the hands of …".
 */
static bool is_nearly_full(const struct layout *layout, const struct bma_line *line)
{
    const struct bma_words *remarks = &layout->draft->conventions->instrument.remark;
    uint32_t length = line->end - line->start;

    return length >= LONGEST_HEADING && length >= layout->wrap / 4 * 3 &&
           !all_capitals(layout->source, line->start, line->end) && !is_form_row(layout, line) &&
           bma_words_within(remarks, layout->source, line->start, line->end) == 0;
}

/* Whether a line that follows at once opens a block of its own. */
static bool line_opens(const struct layout *layout, const struct bma_line *line)
{
    const struct bma_line *previous = layout->previous;
    bool early = broke_early(layout, line);

    if ((previous->flags | line->flags) & (BMA_LINE_TABLE | BMA_LINE_HEADING))
        return !(line->flags & BMA_LINE_FILLS);
    if (line->flags & BMA_LINE_JOINS)
        return false;
    if (line->flags & (BMA_LINE_ITEM | BMA_LINE_COUNTED))
        return true;
    if (reads_label(layout, previous, true) || heads_decimals(layout, line))
        return true;
    if (heads_division(layout, previous) && !starts_lower(layout, line) &&
        (early || previous->end - previous->start < LONGEST_HEADING))
        return true;
    if (ends_sentence(layout, previous) && heads_division(layout, line))
        return true;
    if (all_capitals(layout->source, previous->start, previous->end) &&
        !all_capitals(layout->source, line->start, line->end))
        return early || !starts_lower(layout, line);
    if (ends_sentence(layout, previous) || layout->source[previous->end - 1] == ',' || early) {
        if (reads_label(layout, line, false) || reads_marker(layout, line))
            return early || ends_sentence(layout, previous) || line->indent > previous->indent;
    }
    if (opens_recital(layout, line) || opens_closing(layout, line))
        return true;
    return early && !leads_on(layout, previous) &&
           (ends_sentence(layout, previous) || (!runs_on(layout, line) && !is_nearly_full(layout, previous)));
}

/* Whether the sentence of the open block goes on behind a page break. */
static bool goes_on(const struct layout *layout, const struct bma_line *line)
{
    const struct bma_line *previous = layout->previous;

    if (ends_sentence(layout, previous) || reads_label(layout, line, false) || reads_marker(layout, line))
        return false;
    if (starts_lower(layout, line))
        return true;
    return !reads_label(layout, previous, false) &&
           !all_capitals(layout->source, previous->start, previous->end) && !broke_early(layout, line);
}

static bool opens_block(const struct layout *layout, const struct bma_line *line, bool gap, bool furniture)
{
    if (!layout->open)
        return true;
    if (furniture)
        return !goes_on(layout, line);
    return gap || line_opens(layout, line);
}

/* ---- blocks ---- */

/* Up to MANY_WORDS: no heading is as long, and nobody asks how long a paragraph is. */
static uint32_t count_words(const char *text, uint32_t start, uint32_t end)
{
    uint32_t words = 0;
    bool inside = false;

    for (uint32_t at = start; at < end && words < MANY_WORDS; at++) {
        bool word = (unsigned char)text[at] > ' ';
        words += word && !inside;
        inside = word;
    }
    return words;
}

/* Where begins what may stand behind a last stop: the brackets of a proposal ("… the embassy.]"), the stroke
 * of an old lead-in ("… requires:-"). */
static uint32_t closing_start(const char *text, const struct bma_block *block)
{
    uint32_t end = block->end;

    while (end > block->start + 1 && text[end - 1] == ']')
        end--;
    return end > block->start + 2 && text[end - 1] == '-' && text[end - 2] == ':' ? end - 1 : end;
}

static void close_block(struct layout *layout)
{
    struct bma_draft *draft = layout->draft;
    struct bma_block *block = &layout->block;

    if (!layout->open || draft->failed)
        return;
    layout->open = false;
    copy_run(layout, layout->previous->next);
    block->words = count_words(draft->text, block->start, block->end);
    if (all_capitals(draft->text, block->start, block->end))
        block->flags |= BMA_BLOCK_CAPITALS;
    if (is_stop(draft->text[closing_start(draft->text, block) - 1]))
        block->flags |= BMA_BLOCK_ENDS;
    if (bma_grow(&draft->blocks, &draft->block_capacity, draft->block_count + 1, sizeof *block) != 0) {
        draft->failed = true;
        return;
    }
    draft->blocks[draft->block_count++] = *block;
}

static void open_block(struct layout *layout, const struct bma_line *line)
{
    memset(&layout->block, 0, sizeof layout->block);
    layout->block.start = text_of(layout, line->start);
    layout->block.indent = line->indent;
    layout->block.level = line->level;
    if (line->flags & BMA_LINE_HEADING)
        layout->block.flags |= BMA_BLOCK_HEADING;
    if (line->flags & BMA_LINE_ITEM)
        layout->block.flags |= BMA_BLOCK_ITEM;
    if (line->flags & BMA_LINE_ROW)
        layout->block.flags |= BMA_BLOCK_ROW;
    layout->open = true;
}

/* "… in Al- / Safwa": a letter on either side of the hyphen, the second a capital. */
static bool parts_name(const struct layout *layout, const struct bma_line *line)
{
    const struct bma_line *previous = layout->previous;
    char first = layout->source[line->start], before;

    if (previous->end - previous->start < 2 || first < 'A' || first > 'Z')
        return false;
    before = layout->source[previous->end - 2];
    return (before >= 'a' && before <= 'z') || (before >= 'A' && before <= 'Z');
}

/* Adds a line to the open block, joining a word that was broken at the line's end. */
static void add_line(struct layout *layout, const struct bma_line *line)
{
    const struct bma_line *previous = layout->previous;

    if (layout->source[previous->end - 1] != '-')
        return;
    if (parts_name(layout, line)) {
        take_out(layout, previous->end, line->start);
    } else if (starts_lower(layout, line)) {
        bool keep = bma_hyphens_keep(&layout->hyphens, previous->end - 1, line->start);
        take_out(layout, keep ? previous->end : previous->end - 1, line->start);
    }
}

/* Marks of emphasis and backslashes are no words. */
static void take_out_marks(struct layout *layout, const struct bma_line *line)
{
    uint32_t at = line->start, size;

    while ((size = bma_markdown_mark(layout->source, &at, line->end)) > 0) {
        take_out(layout, at, at + size);
        at += size == 1 ? 2 : size; /* what a backslash protects is a word's own sign */
    }
}

static void take_line(struct layout *layout, const struct bma_line *line, bool gap, bool furniture)
{
    if (opens_block(layout, line, gap, furniture)) {
        close_block(layout);
        take_cuts(layout, line->start);
        open_block(layout, line);
        layout->recital = false;
    } else {
        add_line(layout, line);
        take_cuts(layout, line->start);
        if ((line->flags & BMA_LINE_FILLS) && (line->flags & BMA_LINE_TABLE))
            layout->block.flags |= BMA_BLOCK_ROW;
    }
    layout->recital = layout->recital || is_recital(layout, line);
    if (layout->draft->markdown)
        take_out_marks(layout, line);
    take_cuts(layout, line->end);
    layout->previous = line;
    layout->block.end = text_of(layout, line->end);
}

static void lay_out(struct layout *layout)
{
    struct bma_draft *draft = layout->draft;
    bool gap = false, furniture = false, stamp = false;

    for (size_t i = 0; i < draft->line_count && !draft->failed; i++) {
        const struct bma_line *line = &draft->lines[i];
        if (line->flags & BMA_LINE_FURNITURE) {
            take_cuts(layout, line->start);
            take_out(layout, line->start, line->end);
            stamp = stamp || (line->flags & BMA_LINE_STAMP);
            furniture = furniture || !(line->flags & BMA_LINE_STAMP);
        } else if (line->flags & BMA_LINE_BLANK) {
            gap = true;
            furniture = furniture || (line->flags & BMA_LINE_PAGE);
        } else {
            furniture = furniture || (line->flags & BMA_LINE_PAGE) || (gap && stamp);
            take_line(layout, line, gap, furniture);
            gap = furniture = stamp = false;
        }
    }
    close_block(layout);
    if (!draft->failed)
        copy_run(layout, draft->document->source_length);
}

void bma_draft_layout(struct bma_draft *draft)
{
    struct layout layout = {.draft = draft, .source = draft->document->source};
    uint32_t start = draft->line_count > 0 ? draft->document->line_starts[0] : 0;

    /* Nothing is ever added to the source, so that its length is room enough. */
    draft->text = bma_arena_alloc(&draft->document->arena, (size_t)draft->document->source_length + 65);
    if (draft->text == NULL) {
        draft->failed = true;
        return;
    }
    bma_hyphens_init(&layout.hyphens, draft->document->source, draft->document->source_length);
    layout.wrap = wrap_width(draft);
    bma_draft_columns(draft);
    bma_draft_series(draft, layout.wrap);
    begin_run(&layout, start);
    lay_out(&layout);
    draft->failed = draft->failed || layout.hyphens.failed;
    bma_hyphens_release(&layout.hyphens);
    if (draft->failed)
        return;
    memset(draft->text + draft->text_length, 0, 65);
}

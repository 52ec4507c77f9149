/*
 * Footnotes and endnotes of plain text.  They explain a draft and bind nobody, as in Word
 * files they are left out: the marks in the words, and the notes themselves.
 *
 * A mark is a raised number, a number in square brackets, [^n], or a bare number that hangs on a word. A note
 * begins its line with the same mark, behind a blank line, a rule or another note.  Numbers in brackets
 * and bare ones count as marks only where a note of theirs is found: else they are the author's words.
 */
#include "readers/draft.h"

#include "base/ascii.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_NOTES = 1000, SHORTEST_WORD = 3 };

enum mark_kind { MARK_RAISED, MARK_CARET, MARK_BRACKET, MARK_TIGHT, MARK_LOOSE, MARK_KINDS };

struct mark {
    enum mark_kind kind;
    uint32_t value, start, end;
};

struct anchor {
    struct mark mark;
    bool used;
};

struct notes {
    struct bma_draft *draft;
    struct anchor *anchors;
    size_t count, capacity;
    uint32_t seen[MARK_KINDS][MOST_NOTES]; /* one more than the index of the last anchor above this line */
    bool noted[MOST_NOTES];                /* numbers in brackets that have a note */
    bool inside;                           /* the line before belongs to a note */
    struct mark last;                      /* that note's */
};

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (unsigned char)byte >= 0xc3;
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* ---- marks ---- */

/* The length of a raised digit, or 0. */
static uint32_t raised_digit(const char *text, uint32_t at, uint32_t end, uint32_t *digit)
{
    const unsigned char *byte = (const unsigned char *)text + at;

    if (end - at >= 2 && byte[0] == 0xc2 && (byte[1] == 0xb9 || byte[1] == 0xb2 || byte[1] == 0xb3)) {
        *digit = byte[1] == 0xb9 ? 1 : byte[1] - 0xb0u;
        return 2;
    }
    if (end - at >= 3 && byte[0] == 0xe2 && byte[1] == 0x81 &&
        (byte[2] == 0xb0 || (byte[2] >= 0xb4 && byte[2] <= 0xb9))) {
        *digit = byte[2] - 0xb0u;
        return 3;
    }
    return 0;
}

static uint32_t read_digits(const char *text, uint32_t at, uint32_t end, uint32_t *value)
{
    uint32_t start = at;

    *value = 0;
    while (at < end && bma_ascii_is_digit(text[at]) && at - start < 3)
        *value = *value * 10 + (uint32_t)(text[at++] - '0');
    return at < end && bma_ascii_is_digit(text[at]) ? start : at;
}

static bool read_raised(const char *text, uint32_t at, uint32_t end, struct mark *mark)
{
    uint32_t digit, length;

    mark->kind = MARK_RAISED;
    mark->start = at;
    mark->value = 0;
    while ((length = raised_digit(text, at, end, &digit)) > 0 && mark->value < MOST_NOTES / 10) {
        mark->value = mark->value * 10 + digit;
        at += length;
    }
    mark->end = at;
    return at > mark->start;
}

/* [3] and [^3] */
static bool read_bracket(const char *text, uint32_t at, uint32_t end, struct mark *mark)
{
    uint32_t inner = at + 1, after;

    if (end - at < 3 || text[at] != '[')
        return false;
    mark->kind = text[inner] == '^' ? MARK_CARET : MARK_BRACKET;
    inner += mark->kind == MARK_CARET;
    mark->start = at;
    after = read_digits(text, inner, end, &mark->value);
    if (after == inner || after >= end || text[after] != ']')
        return false;
    mark->end = after + 1;
    return true;
}

static bool read_note_mark(const char *text, const struct bma_line *line, struct mark *mark)
{
    if (line->flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE | BMA_LINE_HEADING))
        return false;
    if (read_raised(text, line->start, line->end, mark) || read_bracket(text, line->start, line->end, mark))
        return mark->end < line->end;
    mark->kind = MARK_TIGHT;
    mark->start = line->start;
    mark->end = read_digits(text, line->start, line->end, &mark->value);
    return mark->end > mark->start && mark->end < line->end && is_blank(text[mark->end]) &&
           is_letter(text[bma_skip_blank(text, mark->end, line->end)]);
}

/* ---- where notes hang ---- */

/* Letters that end there, as far as SHORTEST_WORD; stops and closing quotation marks between are stepped
 * over. */
static uint32_t word_length(const char *text, uint32_t start, uint32_t end)
{
    uint32_t length = 0;

    while (end > start && strchr(".,;:)\"'", text[end - 1]) != NULL)
        end--;
    while (length < SHORTEST_WORD && end > start &&
           (is_letter(text[end - 1]) || (unsigned char)text[end - 1] >= 0x80)) {
        end--;
        length++;
    }
    return length;
}

static bool names_division(const struct bma_draft *draft, uint32_t start, uint32_t end)
{
    const struct bma_words *lists[] = {&draft->conventions->article, &draft->conventions->part,
                                       &draft->conventions->paragraph, &draft->conventions->annex,
                                       &draft->conventions->abbreviations};
    const char *text = draft->document->source;
    uint32_t word = end;

    while (word > start && is_letter(text[word - 1]))
        word--;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (bma_words_open(lists[i], text, word, end) == end)
            return true;
    return false;
}

/* A bare number: "AGREEMENT1", "Party.3", "nationals 2.", "one year. 2" at the end of a line. */
static bool read_bare(const struct bma_draft *draft, const struct bma_line *line, uint32_t at,
                      struct mark *mark)
{
    const char *text = draft->document->source;
    uint32_t word = at;
    bool ends;

    if (bma_ascii_is_digit(text[at - 1]))
        return false;
    mark->start = at;
    mark->end = read_digits(text, at, line->end, &mark->value);
    if (mark->end == at || mark->value == 0)
        return false;
    ends = mark->end == line->end || strchr(".,;", text[mark->end]) != NULL;
    if (!ends && !is_blank(text[mark->end]))
        return false;
    if (mark->end + 1 < line->end && bma_ascii_is_digit(text[mark->end + 1]))
        return false;
    mark->kind = is_blank(text[at - 1]) ? MARK_LOOSE : MARK_TIGHT;
    if (mark->kind == MARK_LOOSE)
        word--;
    if (mark->kind == MARK_LOOSE && (!ends || names_division(draft, line->start, word)))
        return false;
    mark->start = word;
    return word_length(text, line->start, word) >= SHORTEST_WORD;
}

static void add_anchor(struct notes *notes, const struct mark *mark)
{
    if (mark->value >= MOST_NOTES)
        return;
    if (bma_grow(&notes->anchors, &notes->capacity, notes->count + 1, sizeof notes->anchors[0]) != 0) {
        notes->draft->failed = true;
        return;
    }
    notes->anchors[notes->count].mark = *mark;
    notes->anchors[notes->count++].used = mark->kind == MARK_RAISED || mark->kind == MARK_CARET;
    notes->seen[mark->kind][mark->value] = (uint32_t)notes->count;
}

static void find_anchors(struct notes *notes, const struct bma_line *line)
{
    const char *text = notes->draft->document->source;
    struct mark mark;

    for (uint32_t at = line->start + 1; at < line->end && !notes->draft->failed; at++) {
        bool found = false;
        if (bma_ascii_is_digit(text[at]))
            found = read_bare(notes->draft, line, at, &mark);
        else if (text[at] == '[')
            found = read_bracket(text, at, line->end, &mark);
        else if ((unsigned char)text[at] >= 0xc2)
            found = read_raised(text, at, line->end, &mark) &&
                    (word_length(text, line->start, at) >= SHORTEST_WORD);
        if (!found)
            continue;
        if (mark.kind == MARK_BRACKET && is_blank(text[at - 1]))
            mark.start--;
        add_anchor(notes, &mark);
        at = mark.end - 1;
    }
}

/* ---- the notes ---- */

/* The anchor of a note above it: its index and one more, or 0. */
static uint32_t anchor_of(const struct notes *notes, const struct mark *mark)
{
    uint32_t anchor = mark->value < MOST_NOTES ? notes->seen[mark->kind][mark->value] : 0;

    if (anchor == 0 && mark->kind == MARK_TIGHT && mark->value < MOST_NOTES)
        anchor = notes->seen[MARK_LOOSE][mark->value];
    return anchor;
}

/* The nearest line above that is not blank, as far as blank and ruled lines are stepped over. */
static bool stands_free(const struct bma_draft *draft, size_t index, bool *ruled)
{
    size_t above = index;

    *ruled = false;
    while (above > 0 && (draft->lines[above - 1].flags & BMA_LINE_BLANK)) {
        above--;
        *ruled = *ruled || (draft->lines[above].flags & BMA_LINE_RULE);
    }
    return above < index || index == 0 || (draft->lines[index - 1].flags & BMA_LINE_FURNITURE);
}

/* Notes at the foot of a page reach to its end. */
static bool reaches_foot(const struct bma_draft *draft, size_t index)
{
    while (index < draft->line_count && !(draft->lines[index].flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE)))
        index++;
    while (index < draft->line_count &&
           (draft->lines[index].flags & (BMA_LINE_BLANK | BMA_LINE_PAGE)) == BMA_LINE_BLANK)
        index++;
    return index == draft->line_count || (draft->lines[index].flags & (BMA_LINE_FURNITURE | BMA_LINE_PAGE));
}

static bool opens_note(const struct notes *notes, size_t index, const struct mark *mark)
{
    uint32_t anchor = anchor_of(notes, mark);
    bool ruled,
        next = notes->inside && mark->kind == notes->last.kind && mark->value == notes->last.value + 1;

    if (next)
        return true;
    if (!stands_free(notes->draft, index, &ruled))
        return false;
    if (mark->kind == MARK_RAISED || mark->kind == MARK_CARET)
        return true;
    if (mark->kind == MARK_TIGHT && ruled)
        return anchor != 0 || reaches_foot(notes->draft, index);
    return anchor != 0 &&
           (mark->kind == MARK_BRACKET || ruled || notes->anchors[anchor - 1].mark.kind == MARK_TIGHT);
}

static void take_note(struct notes *notes, const struct mark *mark)
{
    uint32_t anchor = anchor_of(notes, mark);

    notes->inside = true;
    notes->last = *mark;
    if (anchor == 0)
        return;
    notes->anchors[anchor - 1].used = true;
    if (mark->kind == MARK_BRACKET)
        notes->noted[mark->value] = true;
}

/* A note goes on to the next blank line; a new sentence on a new line is rather the draft's. */
static bool continues_note(const struct notes *notes, size_t index)
{
    const struct bma_draft *draft = notes->draft;
    const struct bma_line *line = &draft->lines[index];
    const char *source = draft->document->source;
    struct bma_label label;
    struct bma_marker marker;

    if (!notes->inside || index == 0 || (draft->lines[index - 1].flags & BMA_LINE_BLANK))
        return false;
    if (source[line[-1].end - 1] == '.' && source[line->start] >= 'A' && source[line->start] <= 'Z')
        return false;
    return !(line->flags & (BMA_LINE_FURNITURE | BMA_LINE_PAGE | BMA_LINE_HEADING)) &&
           !bma_label_read(source, line->start, line->end, draft->conventions, &draft->conventions->article,
                           false, &label) &&
           !bma_marker_read(source, line->start, line->end, &marker);
}

static void drop_rule_above(struct bma_draft *draft, size_t index)
{
    while (index > 0 && (draft->lines[index - 1].flags & BMA_LINE_BLANK)) {
        index--;
        if (draft->lines[index].flags & BMA_LINE_RULE)
            draft->lines[index].flags |= BMA_LINE_FURNITURE;
    }
}

static void read_line(struct notes *notes, size_t index)
{
    struct bma_line *line = &notes->draft->lines[index];
    struct mark mark;

    if (line->flags & BMA_LINE_BLANK)
        return;
    if (line->flags & BMA_LINE_FURNITURE) {
        notes->inside = false; /* the page ends, and its notes */
        return;
    }
    if (read_note_mark(notes->draft->document->source, line, &mark) && opens_note(notes, index, &mark)) {
        drop_rule_above(notes->draft, index);
        take_note(notes, &mark);
        line->flags |= BMA_LINE_FURNITURE;
    } else if (continues_note(notes, index)) {
        line->flags |= BMA_LINE_FURNITURE;
    } else {
        notes->inside = false;
        find_anchors(notes, line);
    }
}

static int by_place(const void *left, const void *right)
{
    const struct bma_span *a = left, *b = right;

    return a->start < b->start ? -1 : a->start > b->start;
}

/* A line that ends with a mark ends where the mark begins. */
static void trim_lines(struct bma_draft *draft)
{
    size_t cut = 0;

    for (size_t i = 0; i < draft->line_count; i++) {
        struct bma_line *line = &draft->lines[i];
        while (cut < draft->cut_count && draft->cuts[cut].end < line->end)
            cut++;
        if (cut < draft->cut_count && draft->cuts[cut].end == line->end &&
            draft->cuts[cut].start > line->start)
            line->end = draft->cuts[cut].start;
    }
}

static void take_marks(struct notes *notes)
{
    struct bma_draft *draft = notes->draft;

    for (size_t i = 0; i < notes->count && !draft->failed; i++) {
        const struct anchor *anchor = &notes->anchors[i];
        if (anchor->used || (anchor->mark.kind == MARK_BRACKET && notes->noted[anchor->mark.value]))
            bma_draft_cut(draft, anchor->mark.start, anchor->mark.end);
    }
    if (draft->failed)
        return;
    if (draft->cut_count > 1)
        qsort(draft->cuts, draft->cut_count, sizeof draft->cuts[0], by_place);
    trim_lines(draft);
}

void bma_draft_notes(struct bma_draft *draft)
{
    struct notes *notes = bma_calloc(1, sizeof *notes);

    if (notes == NULL) {
        draft->failed = true;
        return;
    }
    notes->draft = draft;
    for (size_t i = 0; i < draft->line_count && !draft->failed; i++)
        read_line(notes, i);
    if (!draft->failed)
        take_marks(notes);
    bma_free(notes->anchors);
    bma_free(notes);
}

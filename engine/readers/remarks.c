/*
 * What the people at the table wrote beside the text: "[Drafting note: …]", "Comment by the Ministry: …", and
 * the lines behind a stroke, "| AT: …".  It explains a draft or argues about it and agrees on nothing, so
 * that it is left out as footnotes are.  A bracket is followed to where it closes; an open remark ends with
 * its paragraph, or where the next label stands.
 */
#include "readers/draft.h"

#include "base/ascii.h"

enum {
    NAME_LONGEST = 60, /* bytes from the word of a remark to its colon */
    TAG_LONGEST = 24,  /* of "AT", "Chair", "Secretariat" */
    MOST_LINES = 40,   /* of one remark */
    MOST_BYTES = 8000, /* of one in brackets */
    STROKES_OF = 2     /* where one line of so many has a stroke, it is a margin */
};

static const char *source_of(const struct bma_draft *draft)
{
    return draft->document->source;
}

/* The marks of Markdown in front of words. */
static uint32_t skip_emphasis(const char *source, uint32_t at, uint32_t end)
{
    while (at < end && (source[at] == '*' || source[at] == '_' || source[at] == '>' || source[at] == ' '))
        at++;
    return at;
}

/* Whether a colon follows within so many bytes, with no other stop before it. */
static bool colon_follows(const char *source, uint32_t at, uint32_t end, uint32_t most)
{
    for (uint32_t i = at; i < end && i - at <= most; i++) {
        if (source[i] == ':')
            return true;
        if (source[i] == '.' || source[i] == ';' || source[i] == '[' || source[i] == ']')
            return false;
    }
    return false;
}

static bool is_named(const struct bma_draft *draft, const struct bma_words *words, uint32_t at, uint32_t end)
{
    at = skip_emphasis(source_of(draft), at, end);
    at = bma_words_open(words, source_of(draft), at, end);
    return at != 0 && colon_follows(source_of(draft), at, end, NAME_LONGEST);
}

static bool opens_bracketed(const struct bma_draft *draft, uint32_t at, uint32_t end)
{
    const struct bma_conventions *words = draft->conventions;

    return source_of(draft)[at] == '[' && (is_named(draft, &words->remark, at + 1, end) ||
                                           is_named(draft, &words->remark_bracketed, at + 1, end));
}

/* "| AT: …", with no further stroke: a row of a table has one behind its cell. */
static bool opens_behind_stroke(const struct bma_draft *draft, const struct bma_line *line)
{
    const char *source = source_of(draft);
    uint32_t at = line->start + 1;

    if (line->start == line->end || source[line->start] != '|')
        return false;
    for (uint32_t i = at; i < line->end; i++)
        if (source[i] == '|')
            return false;
    at = skip_emphasis(source, at, line->end);
    return at < line->end && source[at] >= 'A' && source[at] <= 'Z' &&
           (colon_follows(source, at, line->end, TAG_LONGEST) ||
            is_named(draft, &draft->conventions->remark, at, line->end));
}

static bool has_label(const struct bma_draft *draft, const struct bma_line *line)
{
    const struct bma_conventions *words = draft->conventions;
    struct bma_marker marker;
    struct bma_label label;

    return bma_marker_read(source_of(draft), line->start, line->end, &marker) ||
           bma_label_read(source_of(draft), line->start, line->end, words, &words->article, false, &label) ||
           bma_label_read(source_of(draft), line->start, line->end, words, &words->annex, false, &label);
}

/* Whether the draft stands behind strokes itself, as what a mail quotes or a frame holds. */
static bool has_stroke_margin(const struct bma_draft *draft)
{
    size_t lines = 0, strokes = 0;

    for (size_t i = 0; i < draft->line_count; i++) {
        const struct bma_line *line = &draft->lines[i];
        if (line->flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE))
            continue;
        lines++;
        strokes += source_of(draft)[line->start] == '|';
    }
    return strokes * STROKES_OF >= lines;
}

/* A paragraph of its own leaves a gap behind; else the sentence goes on as if it were not there. */
static void leave_out(struct bma_draft *draft, size_t first, size_t end)
{
    bool alone = (first == 0 || (draft->lines[first - 1].flags & BMA_LINE_BLANK)) &&
                 (end == draft->line_count || (draft->lines[end].flags & BMA_LINE_BLANK));

    for (size_t i = first; i < end; i++)
        draft->lines[i].flags |= alone ? BMA_LINE_BLANK : BMA_LINE_FURNITURE | BMA_LINE_STAMP;
}

/* Whether the line goes on with an open remark; behind a stroke, the lines that it is wrapped into may have
 * none. */
static bool goes_on(const struct bma_draft *draft, size_t index, bool stroke)
{
    const struct bma_line *line = &draft->lines[index], *above = line - 1;
    char last = source_of(draft)[above->end - 1];

    if (line->flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE))
        return false;
    if (stroke && source_of(draft)[line->start] == '|')
        return true;
    return !has_label(draft, line) && (!stroke || (last != '.' && last != '?' && last != '!'));
}

/* The line behind the open remark that begins at `first`. */
static size_t end_of_open(const struct bma_draft *draft, size_t first, bool stroke)
{
    size_t end = first + 1;

    while (end < draft->line_count && end - first < MOST_LINES && goes_on(draft, end, stroke))
        end++;
    return end;
}

/* Where the bracket at `open` closes, in the same paragraph; *last is its line.  0: nowhere. */
static uint32_t bracket_end(const struct bma_draft *draft, size_t first, uint32_t open, size_t *last)
{
    unsigned depth = 0;

    for (size_t i = first; i < draft->line_count && i - first < MOST_LINES; i++) {
        const struct bma_line *line = &draft->lines[i];
        if (line->flags & BMA_LINE_BLANK)
            return 0;
        for (uint32_t at = i == first ? open : line->start; at < line->end; at++) {
            if (at - open > MOST_BYTES)
                return 0;
            if (source_of(draft)[at] == '[')
                depth++;
            else if (source_of(draft)[at] == ']' && --depth == 0) {
                *last = i;
                return at + 1;
            }
        }
    }
    return 0;
}

/* Takes [start, end) out of the lines first to last; what stands before and behind it stays, a blank between.
 */
static void cut(struct bma_draft *draft, size_t first, size_t last, uint32_t start, uint32_t end)
{
    const char *source = source_of(draft);
    struct bma_line *head = &draft->lines[first], *tail = &draft->lines[last];

    if (start == head->start && end == tail->end) {
        leave_out(draft, first, last + 1);
        return;
    }
    if (start == head->start)
        end = bma_skip_blank(source, end, tail->end);
    while (start > head->start && source[start - 1] == ' ')
        start--;
    bma_draft_cut(draft, start, end);
    if (first == last && start > head->start && end < head->end)
        return;
    for (size_t i = first; i <= last; i++) {
        struct bma_line *line = &draft->lines[i];
        if (i == first && start > line->start) {
            line->end = start;
        } else if (i == last && end < line->end) {
            line->start = bma_skip_blank(source, end, line->end);
        } else {
            line->start = line->end = end;
            line->flags |= BMA_LINE_FURNITURE | BMA_LINE_STAMP;
        }
    }
}

/* Takes the remarks in brackets out of a line and of those over which they run; the line behind them. */
static size_t take_bracketed(struct bma_draft *draft, size_t index)
{
    size_t last = index;

    for (uint32_t at = draft->lines[index].start; at < draft->lines[index].end && last == index; at++) {
        uint32_t end =
            opens_bracketed(draft, at, draft->lines[index].end) ? bracket_end(draft, index, at, &last) : 0;
        if (end == 0)
            continue;
        cut(draft, index, last, at, end);
        at = end - 1;
    }
    return last > index ? last : index + 1;
}

void bma_draft_remarks(struct bma_draft *draft)
{
    bool strokes = !has_stroke_margin(draft);
    size_t next;

    for (size_t i = 0; i < draft->line_count && !draft->failed; i = next) {
        const struct bma_line *line = &draft->lines[i];
        bool opens = i == 0 || (draft->lines[i - 1].flags & BMA_LINE_BLANK);
        bool stroke = strokes && opens_behind_stroke(draft, line);

        next = i + 1;
        if (line->flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE))
            continue;
        if (!stroke && !(opens && is_named(draft, &draft->conventions->remark, line->start, line->end))) {
            next = take_bracketed(draft, i);
            continue;
        }
        next = end_of_open(draft, i, stroke);
        leave_out(draft, i, next);
    }
}

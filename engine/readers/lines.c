/* Lines of the source: where their words begin and end. */
#include "readers/draft.h"

#include "base/memory.h"
#include "readers/markdown.h"

#include <string.h>

static bool is_blank(unsigned char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Steps over white space at the start of a line; tabs count to the next multiple of eight. */
static uint32_t skip_indent(const char *source, uint32_t at, uint32_t end, struct bma_line *line)
{
    uint32_t columns = 0;

    for (; at < end; at++) {
        unsigned char byte = (unsigned char)source[at];
        if (byte == '\f') {
            line->flags |= BMA_LINE_PAGE;
        } else if (byte == 0xc2 && at + 1 < end && (unsigned char)source[at + 1] == 0xa0) {
            columns++;
            at++;
        } else if (is_blank(byte)) {
            columns = byte == '\t' ? (columns | 7) + 1 : columns + 1;
        } else {
            break;
        }
    }
    line->indent = (uint16_t)(columns < 1000 ? columns : 1000);
    return at;
}

static uint32_t trim_end(const char *source, uint32_t start, uint32_t end)
{
    for (;;) {
        if (end > start && is_blank((unsigned char)source[end - 1]))
            end--;
        else if (end > start + 1 && (unsigned char)source[end - 1] == 0xa0 &&
                 (unsigned char)source[end - 2] == 0xc2)
            end -= 2;
        else
            return end;
    }
}

/* "1.<tab>The Parties shall …": what parts a number from its words is no gap between columns. */
static uint32_t behind_marker(const char *source, uint32_t start, uint32_t end)
{
    struct bma_marker marker;

    return bma_marker_read(source, start, end, &marker) && marker.body < end ? marker.body : start;
}

/* A tab or five blanks inside: columns. */
static bool has_gap(const char *source, uint32_t start, uint32_t end)
{
    const char *line = source + start, *after = source + end;

    if (memchr(line, '\t', end - start) != NULL)
        return true;
    /* Of the last two blanks of a gap of five one stands at every second position. */
    for (line += 4; line < after; line += 2)
        if (*line == ' ' && line[-1] == ' ' && line[-2] == ' ' && line[-3] == ' ' &&
            (line[-4] == ' ' || (line + 1 < after && line[1] == ' ')))
            return true;
    return false;
}

void bma_line_columns(const char *source, struct bma_line *line)
{
    bool gap =
        line->start < line->end && has_gap(source, behind_marker(source, line->start, line->end), line->end);

    line->flags = (uint16_t)(gap ? line->flags | BMA_LINE_TABLE : line->flags & ~BMA_LINE_TABLE);
}

static void read_line(const char *source, uint32_t start, uint32_t end, struct bma_line *line)
{
    line->flags = line->level = 0;
    line->next = end;
    line->start = skip_indent(source, start, end, line);
    line->end = trim_end(source, line->start, end);
    if (line->start == line->end)
        line->flags |= BMA_LINE_BLANK;
    bma_line_columns(source, line);
}

void bma_draft_lines(struct bma_draft *draft)
{
    const struct bma_document *document = draft->document;
    size_t count = document->line_count;

    if (bma_grow(&draft->lines, &draft->line_capacity, count + 1, sizeof draft->lines[0]) != 0) {
        draft->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        uint32_t end = i + 1 < count ? document->line_starts[i + 1] : document->source_length;
        read_line(document->source, document->line_starts[i], end, &draft->lines[i]);
    }
    draft->line_count = count;
    if (strcmp(document->format, "text") == 0)
        draft->markdown = bma_markdown_shown(draft);
    if (draft->markdown)
        bma_markdown_lines(draft);
}

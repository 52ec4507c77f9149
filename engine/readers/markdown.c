/*
 * Markdown, as far as drafts use it: headings (# and underlined), emphasis, block quotes,
 * rules and backslashes.  Lists and numbers read as in plain text.
 */
#include "readers/markdown.h"

#include "base/ascii.h"

#include <string.h>

static bool is_mark(const char *at)
{
    return (at[0] == '*' && at[1] == '*') || (at[0] == '_' && at[1] == '_');
}

/* Three or more of one sign and nothing else: a rule, or the line under a heading. */
static bool is_rule(const char *source, const struct bma_line *line)
{
    char sign = source[line->start];

    if (line->end - line->start < 3 || (sign != '-' && sign != '=' && sign != '*' && sign != '_'))
        return false;
    for (uint32_t at = line->start; at < line->end; at++)
        if (source[at] != sign)
            return false;
    return true;
}

static void trim(const char *source, struct bma_line *line)
{
    line->start = bma_skip_blank(source, line->start, line->end);
    while (line->end > line->start && (unsigned char)source[line->end - 1] <= ' ')
        line->end--;
    if (line->start == line->end)
        line->flags |= BMA_LINE_BLANK;
}

/* "## Recruitment ##", and "##Recruitment" as many people type it; "#3" is a number. */
static void read_heading(const char *source, struct bma_line *line)
{
    uint32_t at = line->start, signs;

    while (at < line->end && source[at] == '#')
        at++;
    signs = at - line->start;
    if (signs == 0 || signs > 6 || (signs == 1 && at < line->end && bma_ascii_is_digit(source[at])))
        return;
    line->level = (uint8_t)signs;
    line->flags |= BMA_LINE_HEADING;
    line->start = at;
    while (line->end > line->start && source[line->end - 1] == '#')
        line->end--;
    trim(source, line);
}

/* A line that is bold from end to end is a heading, unless it is a sentence. */
static void read_bold(const char *source, struct bma_line *line)
{
    uint32_t length = line->end - line->start;
    char last;

    if (length < 5 || !is_mark(source + line->start) || !is_mark(source + line->end - 2))
        return;
    for (uint32_t at = line->start + 2; at + 2 < line->end - 1; at++)
        if (is_mark(source + at))
            return;
    line->start += 2;
    line->end -= 2;
    trim(source, line);
    last = line->end > line->start ? source[line->end - 1] : '.';
    if (last != '.' && last != ';' && last != ',' && last != ':')
        line->flags |= BMA_LINE_HEADING;
}

static void read_line(struct bma_draft *draft, size_t index)
{
    const char *source = draft->document->source;
    struct bma_line *line = &draft->lines[index], *above = index > 0 ? line - 1 : NULL;

    while (line->start < line->end && source[line->start] == '>') {
        line->start++;
        trim(source, line);
    }
    if (line->flags & BMA_LINE_BLANK)
        return;
    if (is_rule(source, line)) {
        if (above != NULL && !(above->flags & BMA_LINE_BLANK) &&
            (source[line->start] == '=' || source[line->start] == '-')) {
            above->flags |= BMA_LINE_HEADING;
            above->level = source[line->start] == '=' ? 1 : 2;
        }
        line->flags |= BMA_LINE_BLANK | BMA_LINE_RULE;
        return;
    }
    read_heading(source, line);
    read_bold(source, line);
}

bool bma_markdown_shown(const struct bma_draft *draft)
{
    const char *source = draft->document->source;

    for (size_t i = 0; i < draft->line_count; i++) {
        struct bma_line line = draft->lines[i];
        read_bold(source, &line);
        if (line.flags & BMA_LINE_HEADING && !(draft->lines[i].flags & BMA_LINE_HEADING) &&
            source[draft->lines[i].start] == '*')
            return true;
    }
    return false;
}

void bma_markdown_lines(struct bma_draft *draft)
{
    for (size_t i = 0; i < draft->line_count; i++)
        read_line(draft, i);
}

static bool is_word(char byte)
{
    return (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (unsigned char)byte >= 0x80;
}

/* "*voluntary*": a star with a word on one side alone. */
static bool is_star(const char *source, uint32_t at, uint32_t end)
{
    return source[at] == '*' &&
           is_word(at > 0 ? source[at - 1] : ' ') != is_word(at + 1 < end ? source[at + 1] : ' ');
}

uint32_t bma_markdown_mark(const char *source, uint32_t *at, uint32_t end)
{
    for (; *at < end; (*at)++) {
        if (*at + 1 < end && is_mark(source + *at))
            return 2;
        if (is_star(source, *at, end))
            return 1;
        if (source[*at] == '\\' && *at + 1 < end && strchr("\\`*_{}[]()#+-.!>~|", source[*at + 1]) != NULL)
            return 1;
    }
    return 0;
}

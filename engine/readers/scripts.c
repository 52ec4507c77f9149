/*
 * The other half of a text in two languages, where it is in another script: "Article 1" beside the same in
 * Arabic.  Its lines are no words of the draft, nor are its cells beside a cell in the rules' language.
 */
#include "readers/draft.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

enum {
    FIRST_FOREIGN = 0x370, /* Latin letters and their signs stand before it */
    LATIN_FIRST = 0x1e00,  /* and in the block of their additional ones */
    LATIN_LAST = 0x1eff,
    FEWEST = 2, /* letters */
    MOSTLY = 4  /* so many foreign letters to one of the language, and the words are foreign */
};

struct letters {
    uint32_t own, foreign;
};

static bool is_latin(uint32_t codepoint)
{
    return codepoint < FIRST_FOREIGN || (codepoint >= LATIN_FIRST && codepoint <= LATIN_LAST);
}

static bool is_letter(uint32_t codepoint)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)codepoint);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

static struct letters letters_of(const char *source, uint32_t start, uint32_t end)
{
    struct letters found = {0};
    uint32_t codepoint;

    for (uint32_t at = start; at < end;) {
        unsigned char small = (unsigned char)source[at] | 0x20;
        if (small < 0x80) {
            found.own += small >= 'a' && small <= 'z';
            at++;
            continue;
        }
        at += (uint32_t)bma_utf8_next(source + at, end - at, &codepoint);
        if (!is_letter(codepoint))
            continue;
        found.own += is_latin(codepoint);
        found.foreign += !is_latin(codepoint);
    }
    return found;
}

/* A sign of mathematics, or an acronym among other words, decides nothing. */
static bool is_foreign(struct letters letters)
{
    return letters.foreign >= FEWEST && letters.own * MOSTLY < letters.foreign;
}

/* A stroke, a tab, or the first of three blanks, which part two cells. */
static bool parts(const char *source, uint32_t at, uint32_t end)
{
    return source[at] == '|' || source[at] == '\t' ||
           (end - at >= 3 && source[at] == ' ' && source[at + 1] == ' ' && source[at + 2] == ' ');
}

static uint32_t first_cell_end(const char *source, const struct bma_line *line)
{
    uint32_t at = line->start;

    while (at < line->end && !parts(source, at, line->end))
        at++;
    return at;
}

static uint32_t last_cell_start(const char *source, const struct bma_line *line)
{
    uint32_t at = line->end;

    while (at > line->start && !parts(source, at - 1, line->end))
        at--;
    return at;
}

/* The line without the blanks and the strokes of a frame at its ends. */
static void take_edges(const char *source, struct bma_line *line)
{
    while (line->start < line->end && strchr(" \t|", source[line->start]) != NULL)
        line->start++;
    while (line->end > line->start && strchr(" \t|", source[line->end - 1]) != NULL)
        line->end--;
}

/* Leaves out the foreign cells on either side; the whole line, where it has no others. */
static void keep_own(const char *source, struct bma_line *line)
{
    struct bma_line own = *line;
    uint32_t length;

    take_edges(source, &own);
    length = own.end - own.start;
    while (own.start < own.end && is_foreign(letters_of(source, own.start, first_cell_end(source, &own)))) {
        own.start = first_cell_end(source, &own);
        take_edges(source, &own);
    }
    while (own.start < own.end && is_foreign(letters_of(source, last_cell_start(source, &own), own.end))) {
        own.end = last_cell_start(source, &own);
        take_edges(source, &own);
    }
    if (own.end - own.start == length)
        return;
    own.flags = (uint16_t)(own.flags | (own.start == own.end ? BMA_LINE_BLANK : 0));
    bma_line_columns(source, &own);
    *line = own;
}

/* Whether the language of the rules is written in Latin letters: its own words say so. */
static bool is_written_in_latin(const struct bma_conventions *conventions)
{
    return conventions->article.count > 0 && (unsigned char)conventions->article.items[0][0] < 0x80;
}

void bma_draft_scripts(struct bma_draft *draft)
{
    const char *source = draft->document->source;
    struct letters all = letters_of(source, 0, draft->document->source_length);

    /* A text that is foreign as a whole is left to those who can say so. */
    if (all.foreign < FEWEST || is_foreign(all) || !is_written_in_latin(draft->conventions))
        return;
    for (size_t i = 0; i < draft->line_count; i++)
        keep_own(source, &draft->lines[i]);
}

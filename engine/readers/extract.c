#include "readers/extract.h"

#include "base/memory.h"
#include "base/utf8.h"
#include "document/document.h"
#include "readers/numbering.h"

#include <string.h>

enum { LONGEST_HEADING = 120 /* bytes */ };

void bma_extract_init(struct bma_extract *extract, const char *path)
{
    memset(extract, 0, sizeof *extract);
    extract->path = path;
    bma_buffer_init(&extract->text);
    bma_buffer_init(&extract->label);
}

void bma_extract_release(struct bma_extract *extract)
{
    bma_buffer_release(&extract->text);
    bma_buffer_release(&extract->label);
    bma_free(extract->headings);
}

static bool is_empty(const struct bma_extract *extract)
{
    return extract->text.length == extract->paragraph;
}

static bool ends_blank(const struct bma_extract *extract)
{
    char last = is_empty(extract) ? ' ' : extract->text.bytes[extract->text.length - 1];

    return last == ' ' || last == '\n';
}

static void put_label(struct bma_extract *extract)
{
    if (extract->label.length == 0)
        return;
    bma_buffer_add(&extract->text, extract->label.bytes, extract->label.length);
    bma_buffer_addc(&extract->text, ' ');
    bma_buffer_clear(&extract->label);
}

/*
 * What is shown as nothing, and joins or parts no words: soft hyphen, zero-width signs, those that turn the
 * direction of writing, byte order mark.
 */
static bool is_nothing(uint32_t codepoint)
{
    return codepoint == 0xad || codepoint == 0x61c || (codepoint >= 0x200b && codepoint <= 0x200f) ||
           (codepoint >= 0x202a && codepoint <= 0x202e) || codepoint == 0x2060 ||
           (codepoint >= 0x2066 && codepoint <= 0x2069) || codepoint == 0xfeff;
}

/* The hyphen's own sign, and that at which no line may end. */
static bool is_hyphen(uint32_t codepoint)
{
    return codepoint == 0x2010 || codepoint == 0x2011;
}

/*
 * Windows' signs at the places of control characters that nobody writes: quotation marks and dashes of pages
 * that name another encoding, or write "&#146;".  0: none.
 */
static uint32_t of_windows(uint32_t codepoint)
{
    static const uint16_t signs[] = {0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
                                     0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
                                     0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
                                     0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

    return codepoint >= 0x80 && codepoint <= 0x9f ? signs[codepoint - 0x80] : 0;
}

/* A character of the basic plane, beyond ASCII, as UTF-8. */
static void add_sign(struct bma_buffer *out, uint32_t codepoint)
{
    if (codepoint >= 0x800)
        bma_buffer_addc(out, (char)(0xe0 | (codepoint >> 12)));
    bma_buffer_addc(out,
                    (char)(codepoint >= 0x800 ? 0x80 | ((codepoint >> 6) & 0x3f) : 0xc0 | (codepoint >> 6)));
    bma_buffer_addc(out, (char)(0x80 | (codepoint & 0x3f)));
}

/* Typesetters' joined letters, which no word of a lexicon holds. */
static const char *ligature(uint32_t codepoint)
{
    static const char *const letters[] = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    return codepoint >= 0xfb00 && codepoint <= 0xfb06 ? letters[codepoint - 0xfb00] : NULL;
}

void bma_extract_words(struct bma_extract *extract, const char *bytes, size_t length)
{
    for (size_t at = 0, step; at < length; at += step) {
        uint32_t codepoint;
        step = bma_utf8_next(bytes + at, length - at, &codepoint);
        if (is_nothing(codepoint))
            continue;
        if (codepoint <= ' ' || codepoint == 0x7f || codepoint == 0xa0 || codepoint == 0x2028) {
            if (!ends_blank(extract))
                bma_buffer_addc(&extract->text, ' ');
            continue;
        }
        if (extract->label.length > 0)
            put_label(extract);
        if (ligature(codepoint) != NULL)
            bma_buffer_adds(&extract->text, ligature(codepoint));
        else if (is_hyphen(codepoint))
            bma_buffer_addc(&extract->text, '-');
        else if (of_windows(codepoint) != 0)
            add_sign(&extract->text, of_windows(codepoint));
        else
            bma_buffer_add(&extract->text, bytes + at, step);
    }
}

bool bma_extract_raised(struct bma_extract *extract, const char *bytes, size_t length)
{
    static const char *const raised[] = {"\xe2\x81\xb0", "\xc2\xb9",     "\xc2\xb2",     "\xc2\xb3",
                                         "\xe2\x81\xb4", "\xe2\x81\xb5", "\xe2\x81\xb6", "\xe2\x81\xb7",
                                         "\xe2\x81\xb8", "\xe2\x81\xb9"};

    for (size_t i = 0; i < length; i++)
        if (bytes[i] == '\0' || strchr("0123456789[]() ", bytes[i]) == NULL)
            return false;
    for (size_t i = 0; i < length; i++)
        if (bytes[i] >= '0' && bytes[i] <= '9')
            bma_extract_words(extract, raised[bytes[i] - '0'], strlen(raised[bytes[i] - '0']));
    return length > 0;
}

void bma_extract_lead(struct bma_extract *extract)
{
    struct bma_buffer words;

    if (is_empty(extract) || extract->label.length == 0 || extract->text.failed)
        return;
    bma_buffer_init(&words);
    bma_buffer_add(&words, extract->text.bytes + extract->paragraph,
                   extract->text.length - extract->paragraph);
    extract->failed |= words.failed;
    extract->text.length = extract->paragraph;
    put_label(extract);
    if (!words.failed)
        bma_buffer_add(&extract->text, words.bytes, words.length);
    bma_buffer_release(&words);
}

void bma_extract_restart(struct bma_extract *extract)
{
    bma_buffer_clear(&extract->text);
    bma_buffer_clear(&extract->label);
    extract->heading_count = extract->paragraph = 0;
}

static void trim(struct bma_extract *extract)
{
    while (!is_empty(extract) && ends_blank(extract))
        extract->text.length--;
}

void bma_extract_break(struct bma_extract *extract)
{
    trim(extract);
    if (!is_empty(extract))
        bma_buffer_addc(&extract->text, '\n');
}

void bma_extract_empty_line(struct bma_extract *extract)
{
    size_t end = extract->text.length;

    while (end > extract->paragraph && extract->text.bytes[end - 1] == ' ')
        end--;
    if (end > extract->paragraph && extract->text.bytes[end - 1] == '\n')
        bma_extract_end(extract, 0);
    else
        bma_extract_break(extract);
}

/* A paragraph in a style of headings may still be a sentence: templates number whole paragraphs so. */
static bool may_be_heading(const struct bma_extract *extract)
{
    const char *start = extract->text.bytes + extract->paragraph;
    size_t length = extract->text.length - extract->paragraph;

    return length > 0 && length <= LONGEST_HEADING && memchr(start, '\n', length) == NULL &&
           strchr(".;:,?!", start[length - 1]) == NULL;
}

static void note_heading(struct bma_extract *extract, unsigned level)
{
    if (bma_grow(&extract->headings, &extract->heading_capacity, extract->heading_count + 1,
                 sizeof extract->headings[0]) != 0) {
        extract->failed = true;
        return;
    }
    extract->headings[extract->heading_count++] =
        (struct bma_extract_heading){(uint32_t)extract->paragraph, (uint8_t)level};
}

void bma_extract_end(struct bma_extract *extract, unsigned level)
{
    if (extract->text.failed)
        return;
    trim(extract);
    if (is_empty(extract))
        return;
    if (level > 0 && level <= 6 && may_be_heading(extract))
        note_heading(extract, level);
    bma_buffer_adds(&extract->text, "\n\n");
    extract->paragraph = extract->text.length;
}

void bma_extract_row_begin(struct bma_extract *extract, struct bma_extract_row *row)
{
    bma_extract_end(extract, 0);
    *row = (struct bma_extract_row){.start = extract->text.length, .plain = true};
    row->cell = row->start;
}

/* Few words in one line, and no stop behind them; no row of a table within the cell. */
static bool is_plain(const char *words, size_t length)
{
    enum { LONGEST_CELL = 200 /* bytes */ };

    return length <= LONGEST_CELL && memchr(words, '\n', length) == NULL && words[0] != '|' &&
           strchr(".;:?!", words[length - 1]) == NULL;
}

void bma_extract_row_cell(struct bma_extract *extract, struct bma_extract_row *row)
{
    static const size_t end = 2; /* of a paragraph: two line feeds */

    bma_extract_end(extract, 0);
    if (extract->text.failed || extract->text.length < row->cell + end + 1)
        return;
    row->plain =
        row->plain && is_plain(extract->text.bytes + row->cell, extract->text.length - row->cell - end);
    row->filled++;
    row->cell = extract->text.length;
}

/*
 * "(a)" in a cell of its own beside one with its words: the table is a means to hang the number in the
 * margin. Both become one paragraph.
 */
static bool join_marker(struct bma_extract *extract, const struct bma_extract_row *row)
{
    char *text = extract->text.bytes + row->start;
    uint32_t length = (uint32_t)(extract->text.length - row->start);
    const char *end = memchr(text, '\n', length);
    struct bma_marker marker;

    if (row->filled != 2 || end == NULL || end + 2 >= text + length || end[1] != '\n' ||
        !bma_marker_read(text, 0, (uint32_t)(end - text), &marker) || marker.label.end != end - text)
        return false;
    length = (uint32_t)(end - text);
    text[length] = ' ';
    memmove(text + length + 1, end + 2, extract->text.length - row->start - length - 2);
    extract->text.length--;
    extract->paragraph--;
    for (size_t i = extract->heading_count; i-- > 0 && extract->headings[i].at > row->start;)
        extract->headings[i].at--;
    return true;
}

void bma_extract_row_end(struct bma_extract *extract, const struct bma_extract_row *row)
{
    struct bma_buffer cells;

    if (!extract->text.failed && join_marker(extract, row))
        return;
    if (!row->plain || row->filled < 2 || extract->text.failed)
        return;
    bma_buffer_init(&cells);
    bma_buffer_add(&cells, extract->text.bytes + row->start, extract->text.length - row->start);
    extract->failed |= cells.failed;
    extract->text.length = row->start;
    for (size_t at = 0; !cells.failed && at < cells.length; at += 2) {
        size_t word = at;
        while (cells.bytes[at] != '\n')
            at++;
        bma_buffer_adds(&extract->text, "| ");
        bma_buffer_add(&extract->text, cells.bytes + word, at - word);
        bma_buffer_addc(&extract->text, ' ');
    }
    bma_buffer_release(&cells);
    bma_buffer_adds(&extract->text, "|\n\n");
    extract->paragraph = extract->text.length;
    while (extract->heading_count > 0 && extract->headings[extract->heading_count - 1].at >= row->start)
        extract->heading_count--;
}

enum bma_status bma_extract_check(struct bma_extract *extract, struct bma_error *error)
{
    bma_extract_end(extract, 0);
    if (extract->failed || extract->text.failed || extract->label.failed)
        return bma_error_memory(error);
    if (extract->text.length > BMA_DOCUMENT_MAX_BYTES)
        return bma_error_set(error, BMA_ERROR_LIMIT, extract->path, 0, 0, "the text is longer than %d MiB",
                             BMA_DOCUMENT_MAX_BYTES / (1024 * 1024));
    return BMA_OK;
}

static void add_roman(struct bma_buffer *out, uint32_t number, bool capital)
{
    static const struct {
        uint32_t value;
        const char *small, *large;
    } parts[] = {{1000, "m", "M"}, {900, "cm", "CM"}, {500, "d", "D"},  {400, "cd", "CD"}, {100, "c", "C"},
                 {90, "xc", "XC"}, {50, "l", "L"},    {40, "xl", "XL"}, {10, "x", "X"},    {9, "ix", "IX"},
                 {5, "v", "V"},    {4, "iv", "IV"},   {1, "i", "I"}};

    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        for (; number >= parts[i].value; number -= parts[i].value)
            bma_buffer_adds(out, capital ? parts[i].large : parts[i].small);
}

void bma_extract_number(struct bma_buffer *out, uint32_t number, char style)
{
    enum { MOST_ROMAN = 3999, MOST_REPEATED = 30, LETTERS = 26 };

    if ((style == 'i' || style == 'I') && number > 0 && number <= MOST_ROMAN) {
        add_roman(out, number, style == 'I');
    } else if ((style == 'a' || style == 'A') && number > 0 && number <= LETTERS * MOST_REPEATED) {
        /* after z comes aa, then bb */
        for (uint32_t i = 0; i <= (number - 1) / LETTERS; i++)
            bma_buffer_addc(out, (char)(style + (char)((number - 1) % LETTERS)));
    } else {
        bma_buffer_addf(out, "%u", number);
    }
}

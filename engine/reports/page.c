#include "reports/page.h"

#include "base/utf8.h"
#include "reports/escape.h"

#include <string.h>

#define ELLIPSIS "…"

static void style_on(const struct bma_page *page, enum bma_style style)
{
    static const char *const codes[] = {"", "\033[1m", "\033[2m", "\033[32m", "\033[33m", "\033[31m"};

    if (page->color)
        bma_buffer_adds(page->out, codes[style]);
}

static void style_off(const struct bma_page *page, enum bma_style style)
{
    if (page->color && style != BMA_PLAIN)
        bma_buffer_adds(page->out, "\033[0m");
}

static void blanks(const struct bma_page *page, unsigned count)
{
    while (count-- > 0)
        bma_buffer_addc(page->out, ' ');
}

void bma_page_add(const struct bma_page *page, enum bma_style style, const char *text)
{
    style_on(page, style);
    bma_escape_plain(page->out, text);
    style_off(page, style);
}

/* How many bytes of text fit into that many columns. */
static size_t fitting(const char *text, size_t length, size_t columns)
{
    size_t at = 0, used = 0;

    while (at < length) {
        uint32_t codepoint;
        size_t size = bma_utf8_next(text + at, length - at, &codepoint);
        size_t wide = bma_utf8_width(text + at, size);
        if (used + wide > columns)
            break;
        used += wide;
        at += size;
    }
    return at;
}

void bma_page_cell(const struct bma_page *page, enum bma_style style, const char *text, unsigned columns)
{
    struct bma_buffer clean;
    size_t width;

    bma_buffer_init(&clean);
    bma_escape_plain(&clean, text);
    width = bma_utf8_width(clean.bytes != NULL ? clean.bytes : "", clean.length);
    style_on(page, style);
    if (clean.length > 0 && width > columns) {
        bma_buffer_add(page->out, clean.bytes, fitting(clean.bytes, clean.length, columns - 1));
        bma_buffer_adds(page->out, ELLIPSIS);
    } else if (clean.length > 0) {
        bma_buffer_add(page->out, clean.bytes, clean.length);
    }
    style_off(page, style);
    blanks(page, width < columns ? columns - (unsigned)width : 0);
    page->out->failed |= clean.failed;
    bma_buffer_release(&clean);
}

void bma_page_line(const struct bma_page *page)
{
    while (page->out->length > 0 && page->out->bytes[page->out->length - 1] == ' ')
        page->out->length--;
    bma_buffer_addc(page->out, '\n');
}

void bma_page_rule(const struct bma_page *page)
{
    style_on(page, BMA_DIM);
    for (unsigned i = 0; i < page->width; i++)
        bma_buffer_adds(page->out, "─");
    style_off(page, BMA_DIM);
    bma_page_line(page);
}

void bma_page_heading(const struct bma_page *page, const char *text)
{
    bma_page_line(page);
    bma_page_add(page, BMA_BOLD, text);
    bma_page_line(page);
}

/* Words of `text` up to the page's edge, then further lines that start at column hang. */
static void wrap_words(const struct bma_page *page, unsigned column, unsigned hang, enum bma_style style,
                       const char *text, size_t length)
{
    bool first = true;

    style_on(page, style);
    for (size_t at = 0; at < length;) {
        size_t end = at, width;
        while (end < length && text[end] != ' ')
            end++;
        width = bma_utf8_width(text + at, end - at);
        if (!first && column + 1 + width > page->width) {
            style_off(page, style);
            bma_page_line(page);
            blanks(page, hang);
            style_on(page, style);
            column = hang;
            first = true;
        }
        if (!first) {
            bma_buffer_addc(page->out, ' ');
            column++;
        }
        if (column + width > page->width) { /* a word longer than a line is broken, never run over */
            size_t part = fitting(text + at, end - at, page->width > column ? page->width - column : 0);
            end = at + (part > 0 ? part : end - at);
            width = bma_utf8_width(text + at, end - at);
        }
        bma_buffer_add(page->out, text + at, end - at);
        column += (unsigned)width;
        at = end;
        while (at < length && text[at] == ' ')
            at++;
        first = false;
    }
    style_off(page, style);
    bma_page_line(page);
}

void bma_page_wrap_from(const struct bma_page *page, unsigned column, enum bma_style style, const char *text)
{
    struct bma_buffer clean;

    bma_buffer_init(&clean);
    bma_escape_plain(&clean, text);
    if (clean.length > 0)
        wrap_words(page, column, column, style, clean.bytes, clean.length);
    else
        bma_page_line(page);
    page->out->failed |= clean.failed;
    bma_buffer_release(&clean);
}

void bma_page_wrap(const struct bma_page *page, unsigned indent, const char *label, unsigned hang,
                   enum bma_style style, const char *text)
{
    unsigned column = indent + (unsigned)bma_utf8_width(label, strlen(label));
    struct bma_buffer clean;

    bma_buffer_init(&clean);
    bma_escape_plain(&clean, text);
    blanks(page, indent);
    bma_page_add(page, BMA_BOLD, label);
    if (column < hang) {
        blanks(page, hang - column);
        column = hang;
    }
    if (clean.length > 0)
        wrap_words(page, column, hang, style, clean.bytes, clean.length);
    else
        bma_page_line(page);
    page->out->failed |= clean.failed;
    bma_buffer_release(&clean);
}

#include "base/quote.h"

#include "base/utf8.h"

#define REPLACEMENT "\xef\xbf\xbd"

static void add_escaped(struct bma_buffer *out, uint32_t codepoint, const char *bytes, size_t size)
{
    if (codepoint == '"' || codepoint == '\\') {
        bma_buffer_addc(out, '\\');
        bma_buffer_addc(out, (char)codepoint);
    } else if (codepoint == '\n') {
        bma_buffer_adds(out, "\\n");
    } else if (codepoint == 0xfffd) {
        bma_buffer_adds(out, REPLACEMENT);
    } else if (codepoint > 0xffff && bma_utf8_steers(codepoint)) {
        bma_buffer_addf(out, "\\u%04x\\u%04x", 0xd7c0 + (unsigned)(codepoint >> 10),
                        0xdc00 + (unsigned)(codepoint & 0x3ff));
    } else if (bma_utf8_steers(codepoint)) {
        bma_buffer_addf(out, "\\u%04x", (unsigned)codepoint);
    } else {
        bma_buffer_add(out, bytes, size);
    }
}

/* How many bytes from here on are ASCII that stands in a string as it is. */
static size_t plain_run(const char *text, size_t length)
{
    size_t at = 0;

    while (at < length && text[at] >= 0x20 && text[at] < 0x7f && text[at] != '"' && text[at] != '\\')
        at++;
    return at;
}

void bma_quote_json(struct bma_buffer *out, const char *bytes, size_t length)
{
    bma_buffer_addc(out, '"');
    for (size_t at = 0; at < length;) {
        uint32_t codepoint;
        size_t plain = plain_run(bytes + at, length - at);
        bma_buffer_add(out, bytes + at, plain);
        at += plain;
        if (at == length)
            break;
        size_t size = bma_utf8_next(bytes + at, length - at, &codepoint);
        add_escaped(out, codepoint, bytes + at, size);
        at += size;
    }
    bma_buffer_addc(out, '"');
}

/* A tab, and the end of a line in either form. */
static bool is_layout(const char *bytes, size_t length, uint32_t codepoint)
{
    return codepoint == '\t' || codepoint == '\n' || (codepoint == '\r' && length > 1 && bytes[1] == '\n');
}

void bma_quote_lines(struct bma_buffer *out, const char *bytes, size_t length)
{
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t codepoint;
        size = bma_utf8_next(bytes + at, length - at, &codepoint);
        if (bma_utf8_steers(codepoint) && !is_layout(bytes + at, length - at, codepoint))
            bma_buffer_adds(out, REPLACEMENT);
        else
            bma_buffer_add(out, bytes + at, size);
    }
}

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

static size_t ascii_run(const char *bytes, size_t length)
{
    size_t at = 0;
    uint64_t word;

    while (length - at >= sizeof word) {
        memcpy(&word, bytes + at, sizeof word);
        if (word & 0x8080808080808080u)
            break;
        at += sizeof word;
    }
    while (at < length && (unsigned char)bytes[at] < 0x80)
        at++;
    return at;
}

static utf8proc_ssize_t decode(const char *bytes, size_t length, utf8proc_int32_t *codepoint)
{
    return utf8proc_iterate((const utf8proc_uint8_t *)bytes, length < 4 ? (utf8proc_ssize_t)length : 4,
                            codepoint);
}

size_t bma_utf8_check(const char *bytes, size_t length)
{
    size_t at = ascii_run(bytes, length);

    while (at < length) {
        utf8proc_int32_t codepoint;
        utf8proc_ssize_t step = decode(bytes + at, length - at, &codepoint);
        if (step <= 0)
            return at;
        at += (size_t)step;
        at += ascii_run(bytes + at, length - at);
    }
    return length;
}

size_t bma_utf8_next(const char *bytes, size_t length, uint32_t *codepoint)
{
    utf8proc_int32_t decoded;

    if (length == 0) {
        *codepoint = 0;
        return 0;
    }
    if ((unsigned char)bytes[0] < 0x80) {
        *codepoint = (unsigned char)bytes[0];
        return 1;
    }
    utf8proc_ssize_t step = decode(bytes, length, &decoded);
    if (step <= 0) {
        *codepoint = 0xfffd;
        return 1;
    }
    *codepoint = (uint32_t)decoded;
    return (size_t)step;
}

size_t bma_utf8_count(const char *bytes, size_t length)
{
    size_t count = 0;

    for (size_t at = 0; at < length; count++) {
        uint32_t codepoint;
        at += bma_utf8_next(bytes + at, length - at, &codepoint);
    }
    return count;
}

size_t bma_utf8_width(const char *bytes, size_t length)
{
    size_t width = 0;

    for (size_t at = 0; at < length;) {
        uint32_t codepoint;
        if (bytes[at] >= ' ' && bytes[at] <= '~') {
            at++;
            width++;
            continue;
        }
        at += bma_utf8_next(bytes + at, length - at, &codepoint);
        int columns = utf8proc_charwidth((utf8proc_int32_t)codepoint);
        if (columns > 0)
            width += (size_t)columns;
    }
    return width;
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

bool bma_utf8_steers(uint32_t c)
{
    return is_control(c) || c == 0x061c || (c >= 0x200b && c <= 0x200f) || (c >= 0x2028 && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff || (c >= 0xfff9 && c <= 0xfffd) ||
           (c & 0xfffe) == 0xfffe || (c >= 0xe0000 && c <= 0xe007f);
}

void bma_utf8_line(char *out, size_t size, const char *text)
{
    size_t length = strlen(text), used = 0, step;
    uint32_t codepoint;

    for (size_t at = 0; at < length; at += step) {
        step = bma_utf8_next(text + at, length - at, &codepoint);
        bool kept = !bma_utf8_steers(codepoint);
        if (used + (kept ? step : 1) >= size)
            break;
        if (kept)
            memcpy(out + used, text + at, step);
        else
            out[used] = is_control(codepoint) ? ' ' : '?';
        used += kept ? step : 1;
    }
    out[used] = '\0';
}

void bma_utf8_trim(char *text)
{
    size_t length = strlen(text), at = length;

    while (at > 0 && ((unsigned char)text[at - 1] & 0xc0) == 0x80)
        at--;
    if (at > 0 && (unsigned char)text[at - 1] >= 0xc0 && bma_utf8_check(text + at - 1, length - at + 1) == 0)
        text[at - 1] = '\0';
}

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

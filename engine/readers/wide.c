/* Text in UTF-16 with its byte order mark, as "Unicode text" is saved by word processors: written as UTF-8.
 */
#include "readers/extract.h"

#include <utf8proc.h>

enum { HIGH_FIRST = 0xd800, LOW_FIRST = 0xdc00, LOW_LAST = 0xdfff, PLANES = 0x10000 };

static uint32_t unit_at(const unsigned char *bytes, size_t at, bool little)
{
    return little ? bytes[at] | (uint32_t)bytes[at + 1] << 8 : (uint32_t)bytes[at] << 8 | bytes[at + 1];
}

static bool is_low(uint32_t unit)
{
    return unit >= LOW_FIRST && unit <= LOW_LAST;
}

/* The character at a place, and how many bytes it takes; 0 for half of one. */
static size_t character_at(const unsigned char *bytes, size_t at, size_t length, bool little, uint32_t *out)
{
    uint32_t low;

    *out = unit_at(bytes, at, little);
    if (*out < HIGH_FIRST || *out > LOW_LAST)
        return 2;
    if (is_low(*out) || length - at < 4)
        return 0;
    low = unit_at(bytes, at + 2, little);
    if (!is_low(low))
        return 0;
    *out = PLANES + ((*out - HIGH_FIRST) << 10 | (low - LOW_FIRST));
    return 4;
}

enum bma_status bma_wide_read(const char *bytes, size_t length, struct bma_extract *out,
                              struct bma_error *error)
{
    const unsigned char *source = (const unsigned char *)bytes;
    bool little = source[0] == 0xff;
    uint32_t line = 1;
    size_t taken = 0;

    for (size_t at = 2; at < length; at += taken) {
        utf8proc_uint8_t encoded[4];
        uint32_t codepoint = 0;

        taken = length - at < 2 ? 0 : character_at(source, at, length, little, &codepoint);
        if (taken == 0)
            return bma_error_set(error, BMA_ERROR_INPUT, out->path, line, 0,
                                 "half of a character stands in the UTF-16 text; save it as UTF-8");
        line += codepoint == '\n';
        bma_buffer_add(&out->text, (const char *)encoded,
                       (size_t)utf8proc_encode_char((utf8proc_int32_t)codepoint, encoded));
    }
    return out->text.failed ? bma_error_memory(error) : BMA_OK;
}

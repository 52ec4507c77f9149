#include "reports/place.h"

#include "base/sha256.h"
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

bool bma_place_in_file(const struct bma_document *document)
{
    struct bma_sha256 hash;
    char digits[65];

    bma_sha256_init(&hash);
    bma_sha256_add(&hash, document->source, document->source_length);
    bma_sha256_hex(&hash, digits);
    return strcmp(digits, document->sha256) == 0;
}

const char *bma_place_relative(const char *path, const char *base)
{
    size_t length = base != NULL ? strlen(base) : 0;

    if (length > 0 && strncmp(path, base, length) == 0 && path[length] == '/')
        path += length + 1;
    while (path[0] == '.' && path[1] == '/')
        path += 2;
    return path;
}

static bool is_letter_or_digit(uint32_t codepoint)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)codepoint);

    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

/* Only letters and digits, in lower case, with one space where anything else stood between them. */
static void add_words(struct bma_sha256 *hash, const char *text)
{
    size_t length = strlen(text);
    bool gap = false, any = false;

    for (size_t at = 0; at < length;) {
        utf8proc_uint8_t bytes[4];
        uint32_t codepoint;
        at += bma_utf8_next(text + at, length - at, &codepoint);
        if (!is_letter_or_digit(codepoint)) {
            gap = any;
            continue;
        }
        if (gap)
            bma_sha256_add(hash, " ", 1);
        codepoint = (uint32_t)utf8proc_tolower((utf8proc_int32_t)codepoint);
        bma_sha256_add(hash, bytes, (size_t)utf8proc_encode_char((utf8proc_int32_t)codepoint, bytes));
        gap = false;
        any = true;
    }
}

void bma_place_fingerprint(const char *criterion, const char *citation, const char *quote, char out[65])
{
    struct bma_sha256 hash;

    bma_sha256_init(&hash);
    bma_sha256_add(&hash, criterion, strlen(criterion) + 1);
    if (citation != NULL)
        bma_sha256_add(&hash, citation, strlen(citation));
    bma_sha256_add(&hash, "", 1);
    if (quote != NULL)
        add_words(&hash, quote);
    bma_sha256_hex(&hash, out);
}

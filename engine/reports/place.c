#include "reports/place.h"

#include "base/sha256.h"

#include <string.h>

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

void bma_place_line(struct bma_buffer *out, const char *citation, uint32_t line)
{
    bma_buffer_addf(out, "%sline %u", *citation != '\0' ? ", " : "", (unsigned)line);
}

bool bma_place_fingerprint(const char *criterion, const struct bma_evidence *evidence,
                           char out[BMA_FINGERPRINT_SIZE])
{
    struct bma_buffer key;
    bool done;

    bma_buffer_init(&key);
    bma_buffer_addf(&key, "%s %s", criterion, evidence != NULL ? evidence->citation : "");
    done = !key.failed;
    if (done)
        bma_fingerprint(key.bytes, evidence != NULL ? evidence->quote : "", out);
    bma_buffer_release(&key);
    return done;
}

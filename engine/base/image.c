#include "base/image.h"

#include <string.h>

enum { ALIGNMENT = 16, LANES = 8 };

void bma_image_write(struct bma_image *image)
{
    memset(image, 0, sizeof *image);
    bma_buffer_init(&image->out);
}

void bma_image_read(struct bma_image *image, const char *bytes, size_t length, struct bma_arena *arena)
{
    memset(image, 0, sizeof *image);
    image->reading = true;
    image->bytes = bytes;
    image->length = length;
    image->arena = arena;
}

void bma_image_release(struct bma_image *image)
{
    if (!image->reading)
        bma_buffer_release(&image->out);
    memset(image, 0, sizeof *image);
}

/* The next bytes, or NULL. */
static const char *take(struct bma_image *image, size_t length)
{
    if (image->failed || length > image->length - image->at) {
        image->failed = true;
        return NULL;
    }
    image->at += length;
    return image->bytes + image->at - length;
}

static void put(struct bma_image *image, const void *bytes, size_t length)
{
    bma_buffer_add(&image->out, bytes, length);
    image->failed |= image->out.failed;
}

static void align(struct bma_image *image)
{
    static const char zeros[ALIGNMENT];
    size_t at = image->reading ? image->at : image->out.length;
    size_t gap = (ALIGNMENT - at % ALIGNMENT) % ALIGNMENT;
    if (image->reading)
        (void)take(image, gap);
    else
        put(image, zeros, gap);
}

void bma_image_value(struct bma_image *image, void *value, size_t size)
{
    if (!image->reading) {
        put(image, value, size);
        return;
    }
    const char *bytes = take(image, size);
    if (bytes != NULL)
        memcpy(value, bytes, size);
    else
        memset(value, 0, size);
}

void bma_image_truth(struct bma_image *image, bool *truth)
{
    unsigned char byte = image->reading ? 0 : *truth;
    BMA_IMAGE_VALUE(image, byte);
    image->failed |= byte > 1;
    *truth = byte == 1;
}

void bma_image_bytes(struct bma_image *image, const char **bytes, size_t *length)
{
    uint64_t stored = !image->reading && *bytes != NULL ? *length + 1 : 0;
    BMA_IMAGE_VALUE(image, stored);
    if (!image->reading) {
        put(image, *bytes, (size_t)stored);
        return;
    }
    const char *taken = stored > SIZE_MAX ? NULL : take(image, (size_t)stored);
    image->failed |= taken == NULL || (stored > 0 && taken[stored - 1] != '\0');
    *bytes = image->failed ? "" : stored == 0 ? NULL : taken;
    *length = image->failed || stored == 0 ? 0 : (size_t)stored - 1;
}

void bma_image_text(struct bma_image *image, const char **text)
{
    size_t length = !image->reading && *text != NULL ? strlen(*text) : 0;
    bma_image_bytes(image, text, &length);
    if (image->reading && *text != NULL && strlen(*text) != length)
        image->failed = true;
}

/* The number of elements; at most as many as the bytes that are left could hold, if each takes `least`. */
static void count_field(struct bma_image *image, size_t *count, size_t least)
{
    uint64_t number = *count;
    BMA_IMAGE_VALUE(image, number);
    if (image->reading && number > (image->length - image->at) / least) {
        image->failed = true;
        number = 0;
    }
    *count = (size_t)number;
}

void bma_image_array(struct bma_image *image, void *array, size_t *count, size_t size)
{
    const void *items = NULL;
    count_field(image, count, size);
    align(image);
    if (!image->reading) {
        memcpy(&items, array, sizeof items);
        if (*count > 0)
            put(image, items, *count * size);
        return;
    }
    items = take(image, *count * size);
    if (items == NULL)
        *count = 0;
    memcpy(array, &items, sizeof items); /* array is the address of a pointer to any type */
}

void bma_image_records(struct bma_image *image, void *array, size_t *count, size_t size)
{
    count_field(image, count, sizeof(uint64_t)); /* the least that a text or an array takes */
    if (!image->reading)
        return;
    void *items = bma_arena_calloc(image->arena, *count + 1, size);
    if (items == NULL) {
        image->failed = true;
        *count = 0;
    }
    memcpy(array, &items, sizeof items);
}

static uint64_t mix(uint64_t hash, uint64_t value)
{
    hash = (hash ^ value) * UINT64_C(0x9e3779b97f4a7c15);
    return hash ^ hash >> 29;
}

/*
 * Sums of words, and sums of those sums, so that the place of each word counts (after Fletcher); lane by
 * lane, which compilers turn into vectors.
 */
uint64_t bma_image_checksum(const char *bytes, size_t length)
{
    uint64_t sums[LANES] = {0}, places[LANES] = {0}, hash = length;
    for (; length >= sizeof sums; bytes += sizeof sums, length -= sizeof sums) {
        uint64_t words[LANES];
        memcpy(words, bytes, sizeof words);
        for (int i = 0; i < LANES; i++) {
            sums[i] += words[i];
            places[i] += sums[i];
        }
    }
    for (int i = 0; i < LANES; i++)
        hash = mix(mix(hash, sums[i]), places[i]);
    for (; length > 0; bytes++, length--)
        hash = mix(hash, (unsigned char)*bytes);
    return hash;
}

/*
 * An image of a compiled pack with some of its bytes changed, as no checksum would let it pass: reading it
 * never leaves its bytes.  The input is where and what to change, five bytes a change; the first four cut it
 * short.
 */
#include "fuzz.h"

#include "base/image.h"
#include "rules/pack.h"
#include "rules/pack_parts.h"

#include <string.h>

enum { CUT = 4, CHANGE = 5, MOST_CHANGES = 64 };

static struct bma_image whole;

static void make(void)
{
    struct bma_pack *pack = NULL;
    struct bma_error error;

    fuzz_need(bma_pack_load(FUZZ_PACK, NULL, &pack, &error) == BMA_OK, "the pack cannot be opened");
    bma_image_write(&whole);
    bma_pack_image(&whole, pack);
    bma_lexicon_write(pack->lexicon, &whole);
    fuzz_need(!whole.failed && !whole.out.failed, "no image");
    bma_pack_free(pack);
}

static size_t number(const uint8_t *bytes)
{
    return (size_t)bytes[0] | (size_t)bytes[1] << 8 | (size_t)bytes[2] << 16 | (size_t)bytes[3] << 24;
}

/* Changing twice gives back what was there. */
static void change(const uint8_t *data, size_t size)
{
    for (size_t i = 0; i + CHANGE <= size && i < (size_t)MOST_CHANGES * CHANGE; i += CHANGE) {
        char *at = &whole.out.bytes[number(data + i) % whole.out.length];
        *at = (char)(*at ^ (char)data[i + CHANGE - 1]);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bma_pack pack = {.folder = "pack"};
    struct bma_image image;

    if (whole.out.bytes == NULL)
        make();
    if (size < CUT)
        return 0;
    change(data + CUT, size - CUT);
    bma_arena_init(&pack.arena);
    bma_image_read(&image, whole.out.bytes, whole.out.length - number(data) % whole.out.length, &pack.arena);
    bma_pack_image(&image, &pack);
    if (!image.failed)
        (void)bma_lexicon_read(&image, &pack.lexicon);
    bma_lexicon_free(pack.lexicon);
    bma_arena_release(&pack.arena);
    change(data + CUT, size - CUT);
    return 0;
}

/*
 * Was the hyphen at a line's end put there by the typesetter or by the author?
 *
 * The document itself is asked: the joined word standing elsewhere in it
 * ("paragraph") says typesetter, the hyphenated one ("non-professional") or
 * both halves as words of their own says author; where nothing is known the word is joined.
 * The words of the document are collected when the first such line end is met.
 */
#ifndef BMA_READERS_HYPHENS_H
#define BMA_READERS_HYPHENS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bma_hyphens {
    const char *source;
    uint32_t length;
    uint64_t *seen; /* hashes of words, open addressing, 0 = free */
    size_t slots;   /* a power of two */
    bool failed;
};

void bma_hyphens_init(struct bma_hyphens *hyphens, const char *source, uint32_t length);
void bma_hyphens_release(struct bma_hyphens *hyphens);

/* The word before the hyphen ends at `hyphen`, its rest begins at `rest`; true: the hyphen stays. */
bool bma_hyphens_keep(struct bma_hyphens *hyphens, uint32_t hyphen, uint32_t rest);

#endif

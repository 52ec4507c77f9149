/*
 * Images: what a program has worked out, as bytes that another run of it can use in place.
 *
 * An image is a stream of fields.  One walk over a structure both writes and reads it, so that the two cannot
 * part: on writing the fields are appended, on reading they are taken, in the same order.  Arrays of
 * numbers are not copied on reading but lie in the image, 16-byte aligned; whoever frees the structure leaves
 * them alone.  An image knows nothing of versions or trust: its owner keys and checks it
 * (rules/pack_cache.h).
 *
 * Reading never goes beyond the bytes: `failed` says that they did not hold what was asked for, or that
 * memory is out; what was read then is not to be used.
 */
#ifndef BMA_BASE_IMAGE_H
#define BMA_BASE_IMAGE_H

#include "base/arena.h"
#include "base/buffer.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bma_image {
    bool reading, failed;
    struct bma_buffer out; /* written so far */
    const char *bytes;     /* read from; outlive all that is read */
    size_t length, at;
    struct bma_arena *arena; /* reading: where records are made */
};

void bma_image_write(struct bma_image *image);
void bma_image_read(struct bma_image *image, const char *bytes, size_t length, struct bma_arena *arena);
void bma_image_release(struct bma_image *image);

/* A number or structure without pointers. */
void bma_image_value(struct bma_image *image, void *value, size_t size);
#define BMA_IMAGE_VALUE(image, field) bma_image_value(image, &(field), sizeof(field))

/* A terminated string, or NULL. */
void bma_image_text(struct bma_image *image, const char **text);

/* A truth value; nothing but 0 and 1 is one. */
void bma_image_truth(struct bma_image *image, bool *truth);

/* A block of bytes with a NUL behind them, or NULL. */
void bma_image_bytes(struct bma_image *image, const char **bytes, size_t *length);

/* *array (its address is given) of *count elements without pointers. */
void bma_image_array(struct bma_image *image, void *array, size_t *count, size_t size);

/* *array of *count elements that the caller walks over afterwards; on reading they are new, and zero. */
void bma_image_records(struct bma_image *image, void *array, size_t *count, size_t size);

/* A checksum that finds damage, not forgery; fast, as it is taken at every start. */
uint64_t bma_image_checksum(const char *bytes, size_t length);

#endif

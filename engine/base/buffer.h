/*
 * Growing bytes.  A buffer remembers that memory ran out, so that a writer
 * checks once at the end instead of at every append.
 */
#ifndef BMA_BASE_BUFFER_H
#define BMA_BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>

struct bma_buffer {
    char *bytes; /* terminated whenever length > 0 */
    size_t length;
    size_t capacity;
    bool failed; /* an append did not fit into memory; everything after it was dropped */
};

void bma_buffer_init(struct bma_buffer *buffer);
void bma_buffer_release(struct bma_buffer *buffer);
void bma_buffer_clear(struct bma_buffer *buffer); /* keeps the memory */

void bma_buffer_add(struct bma_buffer *buffer, const char *bytes, size_t length);
void bma_buffer_adds(struct bma_buffer *buffer, const char *text);
void bma_buffer_addc(struct bma_buffer *buffer, char byte);
void bma_buffer_addf(struct bma_buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* Hands the bytes over; the buffer is empty afterwards.  NULL when it failed. */
char *bma_buffer_detach(struct bma_buffer *buffer, size_t *length);

#endif

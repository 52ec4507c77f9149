/*
 * The one door to the heap.  Every allocation of the library passes here, so
 * that a test can fail the n-th one.
 */
#ifndef BMA_BASE_MEMORY_H
#define BMA_BASE_MEMORY_H

#include <stddef.h>

void *bma_malloc(size_t size);
void *bma_calloc(size_t count, size_t size);
void *bma_realloc(void *block, size_t size); /* on failure the old block is untouched */
void bma_free(void *block);                  /* NULL is legal */
char *bma_strndup(const char *text, size_t length);

int bma_grow_more(void *array, size_t *capacity, size_t needed, size_t size); /* the rare half of bma_grow */

/*
 * Grows *array (elements of `size` bytes, *capacity of them) so that `needed`
 * elements fit; doubles, so that appending is linear.  Returns 0, or -1 with
 * everything unchanged.
 */
static inline int bma_grow(void *array, size_t *capacity, size_t needed, size_t size)
{
    return needed <= *capacity ? 0 : bma_grow_more(array, capacity, needed, size);
}

/* Gives back the room beyond `count` elements of an array that grows no more. */
void bma_fit(void *array, size_t *capacity, size_t count, size_t size);

/*
 * For tests alone: after bma_memory_fail_at(n) the n-th allocation from now
 * (1-based) and every later one fails; 0 switches that off.
 * bma_memory_count() says how many allocations were asked for since then.
 */
void bma_memory_fail_at(size_t nth);
size_t bma_memory_count(void);

#endif

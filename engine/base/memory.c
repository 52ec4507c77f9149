#include "base/memory.h"

#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Atomic because workers allocate at the same time; relaxed because nothing is ordered by them. */
static atomic_size_t asked;
static atomic_size_t fail_from; /* 0: never */

static int refused(void)
{
    size_t nth = atomic_fetch_add_explicit(&asked, 1, memory_order_relaxed) + 1;
    size_t from = atomic_load_explicit(&fail_from, memory_order_relaxed);

    return from != 0 && nth >= from;
}

void *bma_malloc(size_t size)
{
    return refused() ? NULL : malloc(size ? size : 1);
}

void *bma_calloc(size_t count, size_t size)
{
    if (refused())
        return NULL;
    return count == 0 || size == 0 ? calloc(1, 1) : calloc(count, size);
}

void *bma_realloc(void *block, size_t size)
{
    return refused() ? NULL : realloc(block, size ? size : 1);
}

void bma_free(void *block)
{
    free(block);
}

char *bma_strndup(const char *text, size_t length)
{
    if (length == SIZE_MAX)
        return NULL;
    char *copy = bma_malloc(length + 1);
    if (!copy)
        return NULL;
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

int bma_grow_more(void *array, size_t *capacity, size_t needed, size_t size)
{
    void *old;
    size_t room = *capacity < 8 ? 8 : *capacity;

    while (room < needed)
        room = room > SIZE_MAX / 2 ? needed : room * 2;
    if (size != 0 && room > SIZE_MAX / size)
        return -1;
    /* array is the address of a pointer to any type: its bytes are copied, not aliased. */
    memcpy(&old, array, sizeof old);
    void *grown = bma_realloc(old, room * size);
    if (!grown)
        return -1;
    memcpy(array, &grown, sizeof grown);
    *capacity = room;
    return 0;
}

void bma_fit(void *array, size_t *capacity, size_t count, size_t size)
{
    void *old, *fitting;

    if (count >= *capacity || count == 0 || size == 0)
        return;
    memcpy(&old, array, sizeof old);
    fitting = realloc(old, count * size); /* nothing is asked for: no test fails it */
    if (!fitting)                         /* it keeps its room */
        return;
    memcpy(array, &fitting, sizeof fitting);
    *capacity = count;
}

void bma_memory_fail_at(size_t nth)
{
    atomic_store_explicit(&fail_from, 0, memory_order_relaxed);
    atomic_store_explicit(&asked, 0, memory_order_relaxed);
    atomic_store_explicit(&fail_from, nth, memory_order_relaxed);
}

size_t bma_memory_count(void)
{
    return atomic_load_explicit(&asked, memory_order_relaxed);
}

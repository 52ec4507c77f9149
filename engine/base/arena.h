/*
 * Memory that lives and dies together: one arena per document, one per pack.
 *
 * Nothing taken from an arena is freed alone.  bma_arena_reset keeps the
 * largest block for the next document, so a worker's memory is bounded by its largest
 * document.  With BMA_ARENA_PER_OBJECT defined (sanitizer builds) every
 * object is a heap block of its own, so that AddressSanitizer sees overruns.
 */
#ifndef BMA_BASE_ARENA_H
#define BMA_BASE_ARENA_H

#include <stddef.h>

struct bma_arena_block;

struct bma_arena {
    struct bma_arena_block *blocks;
    char *next; /* free room in the newest block */
    char *end;
    size_t used; /* bytes handed out since the last reset */
};

void bma_arena_init(struct bma_arena *arena);
void bma_arena_reset(struct bma_arena *arena);
void bma_arena_release(struct bma_arena *arena);

/* 16-byte aligned, uninitialised; NULL when memory is out. */
void *bma_arena_alloc(struct bma_arena *arena, size_t size);
/* The same, zeroed, for count × size bytes; NULL on overflow too. */
void *bma_arena_calloc(struct bma_arena *arena, size_t count, size_t size);
/* A terminated copy. */
char *bma_arena_strndup(struct bma_arena *arena, const char *text, size_t length);
char *bma_arena_printf(struct bma_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif

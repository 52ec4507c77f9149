#include "base/arena.h"

#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { ALIGNMENT = 16, FIRST_BLOCK = 4096, LARGEST_STEP = 1 << 20 };

/* The objects follow the header, whose size keeps them aligned. */
struct bma_arena_block {
    _Alignas(ALIGNMENT) struct bma_arena_block *older;
    size_t room; /* bytes after the header */
};

static char *block_bytes(struct bma_arena_block *block)
{
    return (char *)(block + 1);
}

static struct bma_arena_block *block_new(struct bma_arena *arena, size_t room)
{
    struct bma_arena_block *block;

    if (room > SIZE_MAX - sizeof *block)
        return NULL;
    block = bma_malloc(sizeof *block + room);
    if (!block)
        return NULL;
    block->older = arena->blocks;
    block->room = room;
    arena->blocks = block;
    return block;
}

void bma_arena_init(struct bma_arena *arena)
{
    memset(arena, 0, sizeof *arena);
}

void bma_arena_release(struct bma_arena *arena)
{
    struct bma_arena_block *block = arena->blocks;

    while (block) {
        struct bma_arena_block *older = block->older;
        bma_free(block);
        block = older;
    }
    bma_arena_init(arena);
}

#ifdef BMA_ARENA_PER_OBJECT

void bma_arena_reset(struct bma_arena *arena)
{
    bma_arena_release(arena);
}

void *bma_arena_alloc(struct bma_arena *arena, size_t size)
{
    /* Exactly the bytes asked for, so that the byte after them is poisoned. */
    struct bma_arena_block *block = block_new(arena, size);

    if (!block)
        return NULL;
    arena->used += size;
    return block_bytes(block);
}

#else

void bma_arena_reset(struct bma_arena *arena)
{
    struct bma_arena_block *kept = NULL;
    struct bma_arena_block *block = arena->blocks;

    while (block) {
        struct bma_arena_block *older = block->older;
        if (!kept || block->room > kept->room) {
            bma_free(kept);
            kept = block;
        } else {
            bma_free(block);
        }
        block = older;
    }
    bma_arena_init(arena);
    if (kept) {
        kept->older = NULL;
        arena->blocks = kept;
        arena->next = block_bytes(kept);
        arena->end = arena->next + kept->room;
    }
}

/* Blocks double with what is in use, so that their number stays small. */
static void *alloc_in_new_block(struct bma_arena *arena, size_t size)
{
    size_t room = arena->used < FIRST_BLOCK ? FIRST_BLOCK : arena->used;

    if (room > LARGEST_STEP)
        room = LARGEST_STEP;
    if (room < size)
        room = size;
    struct bma_arena_block *block = block_new(arena, room);
    if (!block)
        return NULL;
    arena->next = block_bytes(block) + size;
    arena->end = block_bytes(block) + room;
    arena->used += size;
    return block_bytes(block);
}

void *bma_arena_alloc(struct bma_arena *arena, size_t size)
{
    if (size > SIZE_MAX - 2 * ALIGNMENT)
        return NULL;
    size = size == 0 ? ALIGNMENT : (size + ALIGNMENT - 1) & ~(size_t)(ALIGNMENT - 1);
    if (size > (size_t)(arena->end - arena->next))
        return alloc_in_new_block(arena, size);
    void *object = arena->next;
    arena->next += size;
    arena->used += size;
    return object;
}

#endif

void *bma_arena_calloc(struct bma_arena *arena, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        return NULL;
    void *object = bma_arena_alloc(arena, count * size);
    if (object)
        memset(object, 0, count * size);
    return object;
}

char *bma_arena_strndup(struct bma_arena *arena, const char *text, size_t length)
{
    if (length == SIZE_MAX)
        return NULL;
    char *copy = bma_arena_alloc(arena, length + 1);
    if (!copy)
        return NULL;
    if (length > 0)
        memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *bma_arena_printf(struct bma_arena *arena, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0)
        return NULL;
    char *text = bma_arena_alloc(arena, (size_t)length + 1);
    if (!text)
        return NULL;
    va_start(arguments, format);
    vsnprintf(text, (size_t)length + 1, format, arguments);
    va_end(arguments);
    return text;
}

/*
 * Libraries that only some runs need, loaded when they do: linked in, they would add several milliseconds to
 * every start.
 */
#ifndef BMA_BASE_LIBRARY_H
#define BMA_BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

struct bma_symbol {
    const char *name;
    void *place; /* of the pointer that receives the function's address */
};

/* Loads the library and all symbols of it; it stays loaded.  False where it or one of them is missing. */
bool bma_library_load(const char *file, const struct bma_symbol *symbols, size_t count);

#endif

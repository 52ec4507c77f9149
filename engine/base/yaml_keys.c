/* Each key of a map once. */
#include "base/memory.h"
#include "base/yaml_parts.h"

#include <stdlib.h>
#include <string.h>

enum { SMALL_MAP = 8 };

static enum bma_status repeated_key(const struct bma_yaml *first, const struct bma_yaml *second,
                                    const char *name, struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_INPUT, name, second->key_line, second->key_column,
                         "expected each key once, found \"%s\" again; it is already on line %u", second->key,
                         (unsigned)first->key_line);
}

static int by_key(const void *left, const void *right)
{
    const struct bma_yaml *const *a = left;
    const struct bma_yaml *const *b = right;
    int order = strcmp((*a)->key, (*b)->key);

    if (order != 0)
        return order;
    if ((*a)->key_line != (*b)->key_line)
        return (*a)->key_line < (*b)->key_line ? -1 : 1;
    return (*a)->key_column < (*b)->key_column ? -1 : (*a)->key_column > (*b)->key_column;
}

static enum bma_status check_small_map(const struct bma_yaml *map, const char *name, struct bma_error *error)
{
    for (const struct bma_yaml *second = map->first; second; second = second->next) {
        for (const struct bma_yaml *first = map->first; first != second; first = first->next) {
            if (strcmp(first->key, second->key) == 0)
                return repeated_key(first, second, name, error);
        }
    }
    return BMA_OK;
}

/* Sorted, because a hostile file may hold as many keys as the limit allows. */
static enum bma_status check_large_map(const struct bma_yaml *map, const char *name, struct bma_error *error)
{
    const struct bma_yaml **sorted = bma_malloc(map->count * sizeof *sorted);
    size_t count = 0;
    size_t found = 0; /* index of the repeated key that comes first in the file; 0: none */

    if (!sorted)
        return bma_error_memory(error);
    for (const struct bma_yaml *node = map->first; node; node = node->next)
        sorted[count++] = node;
    qsort(sorted, count, sizeof *sorted, by_key);
    for (size_t i = 1; i < count; i++) {
        if (strcmp(sorted[i - 1]->key, sorted[i]->key) != 0)
            continue;
        if (found == 0 || sorted[i]->key_line < sorted[found]->key_line ||
            (sorted[i]->key_line == sorted[found]->key_line &&
             sorted[i]->key_column < sorted[found]->key_column))
            found = i;
    }
    enum bma_status status =
        found == 0 ? BMA_OK : repeated_key(sorted[found - 1], sorted[found], name, error);
    bma_free(sorted);
    return status;
}

enum bma_status bma_yaml_check_keys(const struct bma_yaml *map, const char *name, struct bma_error *error)
{
    return map->count <= SMALL_MAP ? check_small_map(map, name, error) : check_large_map(map, name, error);
}

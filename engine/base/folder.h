/* The names in a folder, in the order of their bytes. */
#ifndef BMA_BASE_FOLDER_H
#define BMA_BASE_FOLDER_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>

enum { BMA_FOLDER_MAX_NAMES = 1000 * 1000 };

/*
 * Names without the folder's own; hidden ones (a dot first) are left out.  All lives in arena.  A folder of
 * which only a part can be listed is an error: who asks may take what is not named for gone.
 */
enum bma_status bma_folder_list(const char *folder, struct bma_arena *arena, const char *const **names,
                                uint32_t *count, struct bma_error *error);

/*
 * Visits the files of the folder whose names end so, each by its path, in the order of their names, until a
 * visit fails.
 */
typedef enum bma_status bma_folder_visit(void *visitor, const char *path, struct bma_error *error);
enum bma_status bma_folder_each(const char *folder, const char *ending, bma_folder_visit *visit,
                                void *visitor, struct bma_error *error);

bool bma_is_folder(const char *path);

/* Nothing of that name stands there. */
bool bma_is_absent(const char *path);

#endif

#include "base/folder.h"

#include "base/file.h"
#include "base/memory.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* readdir() tells the end of the folder from an error by errno alone. */
static struct dirent *next_entry(DIR *listing)
{
    errno = 0;
    return readdir(listing);
}

static enum bma_status cannot_list(const char *folder, struct bma_error *error)
{
    return bma_error_system(error, folder, "cannot list the folder");
}

static enum bma_status collect(DIR *listing, const char *folder, struct bma_arena *arena, const char ***names,
                               size_t *capacity, uint32_t *count, struct bma_error *error)
{
    struct dirent *entry;

    while ((entry = next_entry(listing)) != NULL) {
        if (entry->d_name[0] == '.')
            continue;
        if (*count == BMA_FOLDER_MAX_NAMES)
            return bma_error_set(error, BMA_ERROR_LIMIT, folder, 0, 0, "more than %d files stand here",
                                 BMA_FOLDER_MAX_NAMES);
        if (bma_grow(names, capacity, *count + 1u, sizeof **names) != 0)
            return bma_error_memory(error);
        (*names)[*count] = bma_arena_strndup(arena, entry->d_name, strlen(entry->d_name));
        if ((*names)[(*count)++] == NULL)
            return bma_error_memory(error);
    }
    return errno == 0 ? BMA_OK : cannot_list(folder, error);
}

enum bma_status bma_folder_list(const char *folder, struct bma_arena *arena, const char *const **names,
                                uint32_t *count, struct bma_error *error)
{
    DIR *listing = opendir(folder);
    const char **found = NULL, **kept = NULL;
    size_t capacity = 0;
    enum bma_status status;

    *count = 0;
    *names = NULL;
    if (listing == NULL)
        return cannot_list(folder, error);
    status = collect(listing, folder, arena, &found, &capacity, count, error);
    closedir(listing);
    if (status == BMA_OK) {
        kept = bma_arena_calloc(arena, *count + 1u, sizeof *kept);
        status = kept != NULL ? BMA_OK : bma_error_memory(error);
    }
    if (status == BMA_OK && *count > 0) {
        qsort(found, *count, sizeof *found, by_bytes);
        memcpy(kept, found, *count * sizeof *found);
    }
    bma_free(found);
    *names = kept;
    return status;
}

enum bma_status bma_folder_each(const char *folder, const char *ending, bma_folder_visit *visit,
                                void *visitor, struct bma_error *error)
{
    struct bma_arena arena;
    const char *const *names = NULL;
    uint32_t count = 0;
    enum bma_status status;

    bma_arena_init(&arena);
    status = bma_folder_list(folder, &arena, &names, &count, error);
    for (uint32_t i = 0; status == BMA_OK && i < count; i++) {
        const char *path = bma_arena_printf(&arena, "%s/%s", folder, names[i]);

        if (!path)
            status = bma_error_memory(error);
        else if (bma_path_ends_with(path, ending))
            status = visit(visitor, path, error);
    }
    bma_arena_release(&arena);
    return status;
}

bool bma_is_folder(const char *path)
{
    struct stat about;

    return stat(path, &about) == 0 && S_ISDIR(about.st_mode);
}

bool bma_is_absent(const char *path)
{
    struct stat about;

    return stat(path, &about) != 0 && errno == ENOENT;
}

/* The files of a lexicon, as bytes. */
#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/yaml_tree.h"
#include "language/lexicon_internal.h"

#include <string.h>

static bool is_yaml(const char *name)
{
    size_t length = strlen(name);
    return length > 5 && strcmp(name + length - 5, ".yaml") == 0;
}

static enum bma_status add_file(struct bma_lexicon_files *files, const char *name, struct bma_error *error)
{
    if (bma_grow(&files->items, &files->capacity, files->count + 1, sizeof *files->items) != 0)
        return bma_error_memory(error);
    char *path = bma_path_join(files->folder, name);
    if (path == NULL)
        return bma_error_memory(error);
    files->items[files->count++] =
        (struct bma_lexicon_file){.path = path, .name = path + strlen(path) - strlen(name)};
    return BMA_OK;
}

static enum bma_status list_files(struct bma_lexicon_files *files, struct bma_error *error)
{
    struct bma_arena arena;
    const char *const *names = NULL;
    uint32_t count = 0;

    if (!bma_is_folder(files->folder))
        return bma_error_set(error, BMA_ERROR_PACK, files->folder, 0, 0,
                             "the folder of the lexicon is missing");
    bma_arena_init(&arena);
    enum bma_status status = bma_folder_list(files->folder, &arena, &names, &count, error);
    for (uint32_t i = 0; status == BMA_OK && i < count; i++)
        if (is_yaml(names[i]))
            status = add_file(files, names[i], error);
    bma_arena_release(&arena);
    return status;
}

static enum bma_status read_all(struct bma_lexicon_files *files, struct bma_sha256 *hash,
                                struct bma_error *error)
{
    enum bma_status status = list_files(files, error);
    for (size_t i = 0; status == BMA_OK && i < files->count; i++) {
        struct bma_lexicon_file *file = &files->items[i];
        status = bma_file_read(file->path, BMA_YAML_MAX_BYTES, &file->bytes, &file->length, error);
        if (status == BMA_OK && hash != NULL)
            bma_sha256_file(hash, file->name, file->bytes, file->length);
    }
    return status;
}

enum bma_status bma_lexicon_files_read(const char *folder, struct bma_sha256 *hash,
                                       struct bma_lexicon_files **out, struct bma_error *error)
{
    struct bma_lexicon_files *files = bma_calloc(1, sizeof *files);
    if (files == NULL)
        return bma_error_memory(error);
    files->folder = bma_strndup(folder, strlen(folder));
    enum bma_status status = files->folder != NULL ? read_all(files, hash, error) : bma_error_memory(error);
    if (status != BMA_OK)
        bma_lexicon_files_free(files);
    else
        *out = files;
    return status;
}

const char *bma_lexicon_files_folder(const struct bma_lexicon_files *files)
{
    return files->folder;
}

size_t bma_lexicon_files_count(const struct bma_lexicon_files *files)
{
    return files->count;
}

const char *bma_lexicon_files_path(const struct bma_lexicon_files *files, size_t file)
{
    return files->items[file].path;
}

void bma_lexicon_files_free(struct bma_lexicon_files *files)
{
    if (files == NULL)
        return;
    for (size_t i = 0; i < files->count; i++) {
        bma_free(files->items[i].path);
        bma_free(files->items[i].bytes);
    }
    bma_free(files->items);
    bma_free(files->folder);
    bma_free(files);
}

#include "readers/archive.h"

#include "base/library.h"
#include "base/memory.h"

#include <pthread.h>
#include <stdint.h>
#include <zip.h>

struct bma_archive {
    const char *path;
    zip_t *zip;
};

static struct {
    __typeof__(&zip_source_buffer_create) source_create;
    __typeof__(&zip_source_free) source_free;
    __typeof__(&zip_open_from_source) open;
    __typeof__(&zip_discard) discard;
    __typeof__(&zip_get_num_entries) count;
    __typeof__(&zip_stat) stat;
    __typeof__(&zip_fopen_index) part_open;
    __typeof__(&zip_fread) part_read;
    __typeof__(&zip_fclose) part_close;
} lib;
static bool loaded;

static void load(void)
{
    const struct bma_symbol symbols[] = {
        {"zip_source_buffer_create", &lib.source_create},
        {"zip_source_free", &lib.source_free},
        {"zip_open_from_source", &lib.open},
        {"zip_discard", &lib.discard},
        {"zip_get_num_entries", &lib.count},
        {"zip_stat", &lib.stat},
        {"zip_fopen_index", &lib.part_open},
        {"zip_fread", &lib.part_read},
        {"zip_fclose", &lib.part_close},
    };

    loaded = bma_library_load(BMA_LIBZIP, symbols, sizeof symbols / sizeof symbols[0]);
}

static enum bma_status damaged(const char *path, struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                         "the file is a damaged zip archive; open it in the program that made it and save it "
                         "again");
}

enum bma_status bma_archive_open(const char *path, const char *bytes, size_t length, struct bma_archive **out,
                                 struct bma_error *error)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    struct bma_archive *archive;
    zip_source_t *source;

    pthread_once(&once, load);
    if (!loaded)
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "reading this format needs the library %s",
                             BMA_LIBZIP);
    archive = bma_calloc(1, sizeof *archive);
    source = archive != NULL ? lib.source_create(bytes, length, 0, NULL) : NULL;
    if (source == NULL) {
        bma_free(archive);
        return bma_error_memory(error);
    }
    archive->path = path;
    archive->zip = lib.open(source, ZIP_RDONLY | ZIP_CHECKCONS, NULL);
    if (archive->zip == NULL) {
        lib.source_free(source);
        bma_free(archive);
        return damaged(path, error);
    }
    *out = archive;
    if (lib.count(archive->zip, 0) <= BMA_ARCHIVE_MAX_ENTRIES)
        return BMA_OK;
    bma_archive_close(archive);
    *out = NULL;
    return bma_error_set(error, BMA_ERROR_LIMIT, path, 0, 0, "the archive holds more than %d parts",
                         BMA_ARCHIVE_MAX_ENTRIES);
}

void bma_archive_close(struct bma_archive *archive)
{
    if (archive == NULL)
        return;
    lib.discard(archive->zip);
    bma_free(archive);
}

static enum bma_status check_size(const struct bma_archive *archive, const char *name,
                                  const zip_stat_t *about, struct bma_error *error)
{
    enum { SMALL = 1024 * 1024 };
    const zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_ENCRYPTION_METHOD;

    if ((about->valid & needed) != needed)
        return damaged(archive->path, error);
    if (about->encryption_method != ZIP_EM_NONE)
        return bma_error_set(error, BMA_ERROR_INPUT, archive->path, 0, 0,
                             "the file is encrypted; save it without a password");
    if (about->size > BMA_ARCHIVE_MAX_PART)
        return bma_error_set(error, BMA_ERROR_LIMIT, archive->path, 0, 0,
                             "%s is larger than %d MiB when unpacked", name,
                             BMA_ARCHIVE_MAX_PART / (1024 * 1024));
    if (about->size > SMALL && about->size / BMA_ARCHIVE_MAX_RATIO > about->comp_size)
        return bma_error_set(error, BMA_ERROR_LIMIT, archive->path, 0, 0,
                             "%s unpacks to more than %d times its size", name, BMA_ARCHIVE_MAX_RATIO);
    return BMA_OK;
}

/* The size was only promised: one byte more is asked for, so that a part that is longer is seen. */
static bool read_part(zip_file_t *part, char *bytes, size_t size)
{
    size_t used = 0;

    while (used <= size) {
        zip_int64_t got = lib.part_read(part, bytes + used, size + 1 - used);
        if (got < 0)
            return false;
        if (got == 0)
            break;
        used += (size_t)got;
    }
    return used == size;
}

enum bma_status bma_archive_part(struct bma_archive *archive, const char *name, char **bytes, size_t *length,
                                 struct bma_error *error)
{
    zip_stat_t about;
    zip_file_t *part;
    enum bma_status status;
    char *block;
    bool whole;

    *bytes = NULL;
    *length = 0;
    if (lib.stat(archive->zip, name, 0, &about) != 0)
        return BMA_OK;
    status = check_size(archive, name, &about, error);
    if (status != BMA_OK)
        return status;
    block = bma_malloc((size_t)about.size + 1);
    if (block == NULL)
        return bma_error_memory(error);
    part = lib.part_open(archive->zip, about.index, 0);
    whole = part != NULL && read_part(part, block, (size_t)about.size);
    if (part != NULL)
        lib.part_close(part);
    if (!whole) {
        bma_free(block);
        return damaged(archive->path, error);
    }
    block[about.size] = '\0';
    *bytes = block;
    *length = (size_t)about.size;
    return BMA_OK;
}

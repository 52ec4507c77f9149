#include "base/file.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static enum bma_status too_large(struct bma_error *error, const char *path, size_t limit)
{
    return bma_error_set(error, BMA_ERROR_LIMIT, path, 0, 0, "the file is larger than the limit of %zu bytes",
                         limit);
}

/* Opens without waiting, as the open of a named pipe would; *expected is the size to begin with. */
static enum bma_status open_regular(const char *path, size_t limit, int *descriptor, size_t *expected,
                                    struct bma_error *error)
{
    struct stat about;

    *descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (*descriptor < 0)
        return bma_error_system(error, path, "cannot open the file");
    if (fstat(*descriptor, &about) != 0)
        return bma_error_system(error, path, "cannot read the file");
    if (S_ISDIR(about.st_mode))
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "expected a file, found a folder");
    if (!S_ISREG(about.st_mode))
        return bma_error_set(
            error, BMA_ERROR_IO, path, 0, 0,
            "expected a regular file, found a device or pipe; what is piped is read as \"-\"");
    if (about.st_size > 0 && (uintmax_t)about.st_size > limit)
        return too_large(error, path, limit);
    *expected = (size_t)about.st_size;
    return BMA_OK;
}

/* Reads to the end; a file that grows meanwhile is still held to the limit. */
static enum bma_status read_all(int descriptor, const char *path, size_t limit, size_t capacity, char **bytes,
                                size_t *length, struct bma_error *error)
{
    char *block = bma_malloc(capacity);
    size_t used = 0;

    if (!block)
        return bma_error_memory(error);
    for (;;) {
        if (bma_grow(&block, &capacity, used + 2, 1) != 0) {
            bma_free(block);
            return bma_error_memory(error);
        }
        ssize_t got = read(descriptor, block + used, capacity - used - 1);
        if (got == 0)
            break;
        if (got < 0 && errno == EINTR)
            continue;
        if (got > 0)
            used += (size_t)got;
        if (got < 0 || used > limit) {
            enum bma_status status = got < 0 ? bma_error_system(error, path, "cannot read the file")
                                             : too_large(error, path, limit);
            bma_free(block);
            return status;
        }
    }
    block[used] = '\0';
    *bytes = block;
    *length = used;
    return BMA_OK;
}

enum bma_status bma_file_read(const char *path, size_t limit, char **bytes, size_t *length,
                              struct bma_error *error)
{
    int descriptor = -1;
    size_t expected = 4096;
    enum bma_status status;

    if (strcmp(path, "-") == 0)
        return read_all(STDIN_FILENO, path, limit, expected, bytes, length, error);
    status = open_regular(path, limit, &descriptor, &expected, error);
    if (status == BMA_OK)
        status = read_all(descriptor, path, limit, expected + 2, bytes, length, error);
    if (descriptor >= 0)
        close(descriptor);
    return status;
}

const char *bma_path_of_file(const char *name)
{
    return strcmp(name, "-") == 0 ? "./-" : name;
}

char *bma_path_join(const char *folder, const char *name)
{
    struct bma_buffer path;

    bma_buffer_init(&path);
    if (name[0] != '/' && folder[0] != '\0') {
        bma_buffer_adds(&path, folder);
        if (path.length > 0 && path.bytes[path.length - 1] != '/')
            bma_buffer_addc(&path, '/');
    }
    bma_buffer_adds(&path, name);
    return bma_buffer_detach(&path, NULL);
}

char *bma_path_beside(const char *path, const char *name)
{
    const char *slash = strrchr(path, '/');
    char *folder = bma_strndup(path, slash != NULL ? (size_t)(slash - path) + 1 : 0);
    char *joined = folder != NULL ? bma_path_join(folder, name) : NULL;

    bma_free(folder);
    return joined;
}

bool bma_path_ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), tail = strlen(ending);
    const char *end;

    if (length <= tail)
        return false;
    end = path + (length - tail);
    if (end[-1] == '/')
        return false;
    for (size_t i = 0; i < tail; i++)
        if (bma_ascii_lower(end[i]) != bma_ascii_lower(ending[i]))
            return false;
    return true;
}

#include "base/file.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { TEMPORARY_NAMES = 100 };

static enum bma_status io_error(struct bma_error *error, const char *path, const char *action)
{
    char reason[128];

    if (strerror_r(errno, reason, sizeof reason) != 0)
        snprintf(reason, sizeof reason, "system error %d", errno);
    return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "cannot %s: %s", action, reason);
}

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
        return io_error(error, path, "open the file");
    if (fstat(*descriptor, &about) != 0)
        return io_error(error, path, "read the file");
    if (S_ISDIR(about.st_mode))
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "expected a file, found a folder");
    if (!S_ISREG(about.st_mode))
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0,
                             "expected a regular file, found a device or pipe");
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
            enum bma_status status =
                got < 0 ? io_error(error, path, "read the file") : too_large(error, path, limit);
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

static int write_all(int descriptor, const char *bytes, size_t length)
{
    while (length > 0) {
        ssize_t put = write(descriptor, bytes, length);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return -1;
        bytes += put;
        length -= (size_t)put;
    }
    return 0;
}

/* A device or pipe can be written to but not replaced. */
static enum bma_status write_through(const char *path, const char *bytes, size_t length,
                                     struct bma_error *error)
{
    enum bma_status status = BMA_OK;
    int descriptor = open(path, O_WRONLY | O_CLOEXEC);

    if (descriptor < 0)
        return io_error(error, path, "open the file for writing");
    if (write_all(descriptor, bytes, length) != 0)
        status = io_error(error, path, "write the file");
    if (close(descriptor) != 0 && status == BMA_OK)
        status = io_error(error, path, "write the file");
    return status;
}

/* Created by name, not by mkstemp, so that the new file gets the mode that the umask asks for. */
static int open_temporary(const char *path, mode_t mode, struct bma_buffer *name)
{
    for (int i = 0; i < TEMPORARY_NAMES; i++) {
        bma_buffer_clear(name);
        bma_buffer_addf(name, "%s.%ld.%d.tmp", path, (long)getpid(), i);
        if (name->failed) {
            errno = ENOMEM;
            return -1;
        }
        int descriptor = open(name->bytes, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

/* How a file is to be written: its mode, which the umask narrows unless it is kept from the file before. */
struct manner {
    mode_t mode;
    bool kept, sync;
};

static enum bma_status replace(const char *path, struct manner manner, const char *bytes, size_t length,
                               struct bma_error *error)
{
    struct bma_buffer name;
    enum bma_status status = BMA_OK;

    bma_buffer_init(&name);
    int descriptor = open_temporary(path, manner.mode, &name);
    if (descriptor < 0) {
        status = name.failed ? bma_error_memory(error) : io_error(error, path, "create the file");
        goto cleanup;
    }
    if (manner.kept)
        (void)fchmod(descriptor, manner.mode); /* where that may not be, the mode is narrower, never wider */
    if (write_all(descriptor, bytes, length) != 0 || (manner.sync && fsync(descriptor) != 0))
        status = io_error(error, path, "write the file");
    if (close(descriptor) != 0 && status == BMA_OK)
        status = io_error(error, path, "write the file");
    if (status == BMA_OK && rename(name.bytes, path) != 0)
        status = io_error(error, path, "replace the file");
    if (status != BMA_OK)
        unlink(name.bytes);
cleanup:
    bma_buffer_release(&name);
    return status;
}

enum bma_status bma_file_write(const char *path, const char *bytes, size_t length, struct bma_error *error)
{
    struct stat about;

    if (stat(path, &about) != 0)
        return replace(path, (struct manner){.mode = 0666, .sync = true}, bytes, length, error);
    if (S_ISDIR(about.st_mode))
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "expected a file to write, found a folder");
    if (!S_ISREG(about.st_mode))
        return write_through(path, bytes, length, error);
    return replace(path, (struct manner){.mode = about.st_mode & 0777, .kept = true, .sync = true}, bytes,
                   length, error);
}

enum bma_status bma_file_write_private(const char *path, const char *bytes, size_t length,
                                       struct bma_error *error)
{
    return replace(path, (struct manner){.mode = 0600}, bytes, length, error);
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

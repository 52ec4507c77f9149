#include "base/replace.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { MOST_LINKS = 40, MOST_LINK = 4096, MOST_NAMES = 1000 };

/* ---- where a name leads ---- */

/* What looks like a link below /proc (/dev/stdout leads there) is an open file, which need not have a name.
 */
static bool is_open_file(const struct stat *about)
{
    struct stat processes;

    return stat("/proc", &processes) == 0 && about->st_dev == processes.st_dev;
}

/* Whether the name is a symbolic link, and then to what. */
static bool read_link(const char *name, char out[MOST_LINK])
{
    struct stat about;
    ssize_t length;

    if (lstat(name, &about) != 0 || !S_ISLNK(about.st_mode) || is_open_file(&about))
        return false;
    length = readlink(name, out, MOST_LINK - 1);
    out[length > 0 ? length : 0] = '\0';
    return length > 0;
}

enum bma_status bma_path_follow(const char *path, char **out, struct bma_error *error)
{
    char *name = bma_strndup(path, strlen(path)), *next, to[MOST_LINK];

    for (int links = 0; name != NULL && read_link(name, to); links++) {
        next = links < MOST_LINKS ? bma_path_beside(name, to) : NULL;
        bma_free(name);
        name = next;
        if (links == MOST_LINKS) {
            errno = ELOOP;
            return bma_error_system(error, path, "cannot write the file");
        }
    }
    *out = name;
    return name != NULL ? BMA_OK : bma_error_memory(error);
}

/* ---- piece by piece ---- */

/*
 * The name is short whatever the target's is, and hidden, so that no list of a folder has it.  The file is
 * created by name, not by mkstemp, so that it gets the mode that the umask asks for.
 */
static enum bma_status create_part(struct bma_replacement *file, mode_t mode, struct bma_error *error)
{
    char name[64];

    for (int i = 0; i < MOST_NAMES; i++) {
        snprintf(name, sizeof name, ".bma-%ld-%d.tmp", (long)getpid(), i);
        file->part = bma_path_beside(file->target, name);
        if (file->part == NULL)
            return bma_error_memory(error);
        file->descriptor = open(file->part, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
        if (file->descriptor >= 0)
            return BMA_OK;
        bma_free(file->part); /* another's */
        file->part = NULL;
        if (errno != EEXIST)
            break;
    }
    return bma_error_system(error, file->target, "cannot create the file");
}

/* A device, a pipe or an open file can be written to but not replaced. */
static enum bma_status open_target(struct bma_replacement *file, struct bma_error *error)
{
    struct stat about;
    enum bma_status status;

    if (lstat(file->target, &about) != 0)
        return create_part(file, 0666, error);
    if (S_ISDIR(about.st_mode))
        return bma_error_set(error, BMA_ERROR_IO, file->target, 0, 0,
                             "expected a file to write, found a folder");
    if (!S_ISREG(about.st_mode)) {
        file->descriptor = open(file->target, O_WRONLY | O_APPEND | O_CLOEXEC);
        return file->descriptor >= 0
                   ? BMA_OK
                   : bma_error_system(error, file->target, "cannot open the file for writing");
    }
    status = create_part(file, about.st_mode & 0777, error);
    if (status == BMA_OK) /* where that may not be, the mode is narrower, never wider */
        (void)fchmod(file->descriptor, about.st_mode & 0777);
    return status;
}

enum bma_status bma_replacement_open(struct bma_replacement *file, const char *path, struct bma_error *error)
{
    enum bma_status status;

    *file = (struct bma_replacement){.descriptor = -1};
    status = bma_path_follow(path, &file->target, error);
    return status == BMA_OK ? open_target(file, error) : status;
}

static int close_descriptor(struct bma_replacement *file)
{
    int descriptor = file->descriptor;

    file->descriptor = -1;
    return descriptor >= 0 ? close(descriptor) : 0;
}

static enum bma_status take_place(struct bma_replacement *file, bool sync, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    if (sync && file->part != NULL && fsync(file->descriptor) != 0)
        status = bma_error_system(error, file->target, "cannot write the file");
    if (close_descriptor(file) != 0 && status == BMA_OK)
        status = bma_error_system(error, file->target, "cannot write the file");
    if (status == BMA_OK && file->part != NULL && rename(file->part, file->target) != 0)
        status = bma_error_system(error, file->target, "cannot replace the file");
    if (status == BMA_OK) {
        bma_free(file->part); /* the name is gone, and may be another's soon */
        file->part = NULL;
    }
    bma_replacement_drop(file);
    return status;
}

enum bma_status bma_replacement_commit(struct bma_replacement *file, struct bma_error *error)
{
    return take_place(file, true, error);
}

void bma_replacement_drop(struct bma_replacement *file)
{
    (void)close_descriptor(file);
    if (file->part != NULL)
        unlink(file->part);
    bma_free(file->part);
    bma_free(file->target);
    *file = (struct bma_replacement){.descriptor = -1};
}

/* ---- all at once ---- */

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

/* Of a file that is open, or whose opening failed. */
static enum bma_status finish(struct bma_replacement *file, enum bma_status status, bool sync,
                              const char *bytes, size_t length, struct bma_error *error)
{
    if (status == BMA_OK && write_all(file->descriptor, bytes, length) != 0)
        status = bma_error_system(error, file->target, "cannot write the file");
    if (status == BMA_OK)
        return take_place(file, sync, error);
    bma_replacement_drop(file);
    return status;
}

enum bma_status bma_file_write(const char *path, const char *bytes, size_t length, struct bma_error *error)
{
    struct bma_replacement file;
    enum bma_status status = bma_replacement_open(&file, path, error);

    return finish(&file, status, true, bytes, length, error);
}

enum bma_status bma_file_write_private(const char *path, const char *bytes, size_t length,
                                       struct bma_error *error)
{
    struct bma_replacement file = {.target = bma_strndup(path, strlen(path)), .descriptor = -1};
    enum bma_status status = file.target != NULL ? create_part(&file, 0600, error) : bma_error_memory(error);

    return finish(&file, status, false, bytes, length, error);
}

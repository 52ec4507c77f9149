/*
 * Files written whole or not at all: what is written has a name of its own, in the same folder and nobody
 * else's, and takes the place of what was there once it is whole.  On failure the old file stands.
 */
#ifndef BMA_BASE_REPLACE_H
#define BMA_BASE_REPLACE_H

#include "base/error.h"

#include <stddef.h>

/*
 * The file that a write to path ends in: path itself, or where it leads as a symbolic link, whether
 * anything stands there or not; the caller bma_free()s it.
 */
enum bma_status bma_path_follow(const char *path, char **out, struct bma_error *error);

/* Writes the file that path leads to.  It keeps its mode; a device or pipe is written to as it is. */
enum bma_status bma_file_write(const char *path, const char *bytes, size_t length, struct bma_error *error);

/* For the user's eyes alone, in place of a link and not through it, not synced: for what can be made again.
 */
enum bma_status bma_file_write_private(const char *path, const char *bytes, size_t length,
                                       struct bma_error *error);

/* The same piece by piece. */
struct bma_replacement {
    char *target;   /* whose place it is to take */
    char *part;     /* its name until then; NULL: the target is written to as it is */
    int descriptor; /* open for writing */
};

/* In every case, later: bma_replacement_commit() or bma_replacement_drop(). */
enum bma_status bma_replacement_open(struct bma_replacement *file, const char *path, struct bma_error *error);
/* Syncs, closes, takes the place; whatever fails, nothing temporary is left. */
enum bma_status bma_replacement_commit(struct bma_replacement *file, struct bma_error *error);
void bma_replacement_drop(struct bma_replacement *file);

#endif

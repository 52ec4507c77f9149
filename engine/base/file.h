/* Whole files, read with a limit, and the names of files (replace.h writes them). */
#ifndef BMA_BASE_FILE_H
#define BMA_BASE_FILE_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

/*
 * Reads a regular file (or standard input for "-") of at most limit bytes into a
 * heap block with a NUL after the last byte; the caller bma_free()s it.
 */
enum bma_status bma_file_read(const char *path, size_t limit, char **bytes, size_t *length,
                              struct bma_error *error);

/* A name that a list, a request or a draft gives is always one of a file: "-" as "./-", not standard input.
 */
const char *bma_path_of_file(const char *name);

/* folder + "/" + name unless name is absolute, on the heap; NULL when memory is out. */
char *bma_path_join(const char *folder, const char *name);

/* The same in the folder of the file at path. */
char *bma_path_beside(const char *path, const char *name);

/* Whether the file's name ends so (".yaml"), in whatever capitals, with something of a name before it. */
bool bma_path_ends_with(const char *path, const char *ending);

#endif

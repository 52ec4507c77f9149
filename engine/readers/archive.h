/*
 * A zip file in memory, read part by part within limits.  archive.c is the
 * sole user of libzip, which is loaded when the first such file is met.
 */
#ifndef BMA_READERS_ARCHIVE_H
#define BMA_READERS_ARCHIVE_H

#include "base/error.h"

#include <stddef.h>

enum {
    BMA_ARCHIVE_MAX_PART = 32 * 1024 * 1024, /* of one part, unpacked */
    BMA_ARCHIVE_MAX_RATIO = 200,             /* unpacked to packed, for parts over a mebibyte */
    BMA_ARCHIVE_MAX_ENTRIES = 10000
};

struct bma_archive;

/* bytes must outlive the archive; path names it in errors. */
enum bma_status bma_archive_open(const char *path, const char *bytes, size_t length, struct bma_archive **out,
                                 struct bma_error *error);
void bma_archive_close(struct bma_archive *archive); /* NULL is legal */

/* Unpacks a part into a heap block with a NUL after it; *bytes stays NULL where there is no such part. */
enum bma_status bma_archive_part(struct bma_archive *archive, const char *name, char **bytes, size_t *length,
                                 struct bma_error *error);

#endif

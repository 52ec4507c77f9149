/* What agreements are called: how their paths are kept, and how a person names them. */
#ifndef BMA_CORPUS_NAMES_H
#define BMA_CORPUS_NAMES_H

#include "base/buffer.h"

/*
 * Appends a path as a corpus keeps it, so that one file has one name: without "./" in front or between, with
 * single slashes and none at the end.  ".." stays, as a link may stand before it.
 */
void bma_name_plain(const char *path, struct bma_buffer *out);

/* Whether a plain path is that of the name, or of a folder that it lies below, as "." is of all. */
enum bma_named { BMA_NAMED_NOT, BMA_NAMED_BELOW, BMA_NAMED_ITSELF };
enum bma_named bma_name_is_named(const char *name, const char *path);

/* An id, or a name, without zeros in front: tables often have 7 where files have 0007. */
const char *bma_name_without_zeros(const char *id);

#endif

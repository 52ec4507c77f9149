/* Databases of shards as one, with the same rows as if one run had made it. */
#ifndef BMA_CORPUS_MERGE_H
#define BMA_CORPUS_MERGE_H

#include "base/error.h"

/*
 * Writes the current runs of the parts into a new database at `out`, in the order of the agreements' names.
 * An INPUT error, with nothing written, where parts were made with another engine, pack or profile,
 * hold different results under one name, or are no results databases; or where `out` exists.
 */
enum bma_status bma_merge(const char *out, char *const *parts, int count, struct bma_error *error);

#endif

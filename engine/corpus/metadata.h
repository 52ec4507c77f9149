/*
 * What a table says of agreements that are bare texts: year, instrument and Parties (docs/corpus.md).
 *
 * CSV with the column `path` or `name`, and `year`, `instrument`, `parties` or `party` as far as it has them.
 * A row means the agreement of that path; without a folder, the one of that file name; without an ending, the
 * one of that file name but for its ending, zeros in front left aside.
 */
#ifndef BMA_CORPUS_METADATA_H
#define BMA_CORPUS_METADATA_H

#include "base/arena.h"
#include "bma/error.h"
#include "readers/case_file.h"

#include <stdbool.h>
#include <stdint.h>

struct bma_metadata_row {
    const char *key; /* plain (names.h) */
    const char *id;  /* of a key without a folder: without zeros in front; else "" */
    int year;        /* 0: not given */
    enum bma_instrument instrument;
    struct bma_party *parties;
    size_t party_count;
    uint32_t line;
    const char *name; /* the agreement that it was found to mean; NULL: none yet */
};

struct bma_metadata {
    struct bma_arena arena;
    const char *path;
    struct bma_metadata_row *rows; /* in the order of the table */
    uint32_t row_count;
    struct bma_metadata_row **by_key, **by_id;
};

/*
 * Reads the table.  A year or an instrument that is none, a row without a name and two that mean the same are
 * INPUT errors with line and column.  In every case: bma_metadata_release().
 */
enum bma_status bma_metadata_read(const char *path, struct bma_metadata *out, struct bma_error *error);
void bma_metadata_release(struct bma_metadata *metadata);

/* The row that means the agreement of this name, or NULL. */
struct bma_metadata_row *bma_metadata_find(const struct bma_metadata *metadata, const char *name);

/* Gives the case what it does not say itself. */
void bma_metadata_apply(const struct bma_metadata *metadata, struct bma_case *agreement);

/* Makes of the hash of an agreement's bytes that of all that is known of it; without a row it stands. */
void bma_metadata_hash(const struct bma_metadata *metadata, const char *name, char hash[65]);

#endif

/* The labelled drafts of a folder: <name>.txt beside a table of labels <name>.csv (docs/agreement.md). */
#ifndef BMA_LEARNING_RATED_H
#define BMA_LEARNING_RATED_H

#include "reliability/labels.h"

#include <stdbool.h>
#include <stddef.h>

struct bma_rated {
    const char *draft;                /* its path */
    const struct bma_rating *ratings; /* one per rule of the pack */
};

typedef enum bma_status bma_rated_visit(void *visitor, const struct bma_rated *rated,
                                        struct bma_error *error);

/* Visits each in the order of their names, until a visit fails. */
enum bma_status bma_rated_each(const char *folder, const struct bma_pack *pack, bma_rated_visit *visit,
                               void *visitor, struct bma_error *error);

/* One of so many parts that drafts are dealt out to, in their order; of 0 parts: no draft is in it. */
struct bma_part {
    unsigned number, parts;
};

static inline bool bma_part_has(const struct bma_part *part, size_t draft)
{
    return part->parts > 0 && draft % part->parts == part->number;
}

#endif

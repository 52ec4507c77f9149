/*
 * Label tables: one coder's judgement of one draft, criterion by criterion (docs/agreement.md).
 *
 * CSV with the columns `criterion` and `level` (0–4, or na), and, if wanted, `contradicted` (0 or 1),
 * `articles` and `note`.  Rows of coherence faults (CX-…) are passed over: they have no level.
 */
#ifndef BMA_RELIABILITY_LABELS_H
#define BMA_RELIABILITY_LABELS_H

#include "readers/case_file.h"
#include "reliability/ratings.h"
#include "rules/pack.h"

/*
 * One rating per rule of the pack, BMA_NOT_RATED where the table has none; texts live in arena.  Unknown
 * criteria, a criterion twice, and what is no level are INPUT errors with line and column.
 */
enum bma_status bma_labels_read(const char *path, const struct bma_pack *pack, struct bma_arena *arena,
                                struct bma_rating *out, struct bma_error *error);

/* The same from the `coded:` of a case file, whose texts it borrows. */
enum bma_status bma_labels_of_case(const struct bma_case *agreement, const struct bma_pack *pack,
                                   struct bma_rating *out, struct bma_error *error);

#endif

/* What agreements are called beside each other, and which of them a person means; private to this room. */
#ifndef BMA_COMPARE_PICK_H
#define BMA_COMPARE_PICK_H

#include "compare/matrix.h"

/* Labels: the shortest end of each name that no other has, without its ending. */
enum bma_status bma_matrix_label(struct bma_matrix *matrix, struct bma_error *error);

/*
 * Keeps the agreements that names mean: by path, end of a path, folder, label or title.  One that means none
 * is a USAGE error.
 */
enum bma_status bma_matrix_pick(struct bma_matrix *matrix, char *const *names, int count,
                                struct bma_error *error);

#endif

#include "compare/matrix.h"

#include "findings/finding.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void bma_matrix_release(struct bma_matrix *matrix)
{
    bma_arena_release(&matrix->arena);
}

const struct bma_cell *bma_matrix_cell(const struct bma_matrix *matrix, uint32_t agreement,
                                       uint32_t criterion)
{
    return &matrix->cells[(size_t)agreement * matrix->criterion_count + criterion];
}

double bma_matrix_score(const struct bma_matrix *matrix, uint32_t agreement, uint32_t dimension)
{
    return matrix->scores[(size_t)agreement * matrix->dimension_count + dimension];
}

bool bma_matrix_find(const struct bma_matrix *matrix, const char *criterion, uint32_t *out)
{
    for (uint32_t i = 0; i < matrix->criterion_count; i++)
        if (strcmp(matrix->criteria[i].id, criterion) == 0) {
            *out = i;
            return true;
        }
    return false;
}

const char *bma_cell_say(const struct bma_cell *cell, char out[BMA_CELL_TEXT])
{
    if (cell->level == BMA_CELL_NOT_APPLICABLE)
        snprintf(out, BMA_CELL_TEXT, "does not apply");
    else if (cell->level < 0)
        snprintf(out, BMA_CELL_TEXT, "undecided");
    else
        snprintf(out, BMA_CELL_TEXT, "%s%s (%d)%s", cell->contradicted ? "contradicted, " : "",
                 bma_level_name(cell->level), cell->level, cell->uncertain ? "?" : "");
    return out;
}

const char *bma_cell_sign(const struct bma_cell *cell, char out[BMA_CELL_TEXT])
{
    if (cell->level == BMA_CELL_NOT_APPLICABLE)
        snprintf(out, BMA_CELL_TEXT, "–");
    else if (cell->level < 0)
        snprintf(out, BMA_CELL_TEXT, "!");
    else
        snprintf(out, BMA_CELL_TEXT, "%d%s%s", cell->level, cell->contradicted ? "x" : "",
                 cell->uncertain ? "?" : "");
    return out;
}

/* ---- order ---- */

struct keyed {
    double key;
    uint32_t agreement;
};

static int by_key(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;

    if (x->key < y->key || x->key > y->key)
        return x->key < y->key ? -1 : 1;
    return (x->agreement > y->agreement) - (x->agreement < y->agreement);
}

static double key_of(const struct bma_compared *agreement, enum bma_order order)
{
    if (order == BMA_ORDER_SCORE)
        return isnan(agreement->score) ? (double)INFINITY : -agreement->score;
    if (order == BMA_ORDER_YEAR)
        return agreement->year == 0 ? (double)INFINITY : agreement->year;
    return 0; /* they stand by name already */
}

enum bma_status bma_matrix_order(struct bma_matrix *matrix, enum bma_order order, const uint32_t **out,
                                 struct bma_error *error)
{
    struct keyed *keyed = bma_arena_calloc(&matrix->arena, matrix->agreement_count + 1u, sizeof *keyed);
    uint32_t *agreements = bma_arena_calloc(&matrix->arena, matrix->agreement_count + 1u, sizeof *agreements);

    if (keyed == NULL || agreements == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        keyed[i] = (struct keyed){key_of(&matrix->agreements[i], order), i};
    qsort(keyed, matrix->agreement_count, sizeof *keyed, by_key);
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        agreements[i] = keyed[i].agreement;
    *out = agreements;
    return BMA_OK;
}

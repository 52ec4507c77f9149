#include "compare/pick.h"

#include "corpus/names.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_FOLDERS = 4 };

/* ---- labels ---- */

/* The end of a name without its ending, from the depth-th folder on. */
static const char *tail(const char *name, int depth, struct bma_arena *arena)
{
    const char *start = name + strlen(name), *dot;

    while (start > name) {
        if (start[-1] == '/' && depth-- == 0)
            break;
        start--;
    }
    dot = strrchr(start, '.');
    if (dot == NULL || dot == start || strchr(dot, '/') != NULL)
        dot = start + strlen(start);
    return bma_arena_strndup(arena, start, (size_t)(dot - start));
}

struct labelled {
    const char *label;
    uint32_t agreement;
};

static int by_label(const void *a, const void *b)
{
    const struct labelled *x = a, *y = b;
    int order = strcmp(x->label, y->label);

    return order != 0 ? order : (x->agreement > y->agreement) - (x->agreement < y->agreement);
}

/* Gives every agreement without a label the one of this depth, and takes away those that are not alone. */
static enum bma_status label_at(struct bma_matrix *matrix, int depth, struct labelled *labels,
                                struct bma_error *error)
{
    uint32_t count = matrix->agreement_count;

    for (uint32_t i = 0; i < count; i++) {
        struct bma_compared *one = &matrix->agreements[i];
        if (one->label == NULL)
            one->label = depth < MOST_FOLDERS ? tail(one->name, depth, &matrix->arena) : one->name;
        if (one->label == NULL)
            return bma_error_memory(error);
        labels[i] = (struct labelled){one->label, i};
    }
    qsort(labels, count, sizeof *labels, by_label);
    for (uint32_t i = 1; depth < MOST_FOLDERS && i < count; i++)
        if (strcmp(labels[i].label, labels[i - 1].label) == 0) {
            matrix->agreements[labels[i].agreement].label = NULL;
            matrix->agreements[labels[i - 1].agreement].label = NULL;
        }
    return BMA_OK;
}

/* Names that share their end are told apart by one folder more; after four the whole name stands. */
enum bma_status bma_matrix_label(struct bma_matrix *matrix, struct bma_error *error)
{
    uint32_t count = matrix->agreement_count;
    struct labelled *labels = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *labels);
    enum bma_status status = labels != NULL ? BMA_OK : bma_error_memory(error);

    for (int depth = 0; status == BMA_OK && depth <= MOST_FOLDERS; depth++)
        status = label_at(matrix, depth, labels, error);
    return status;
}

/* ---- names ---- */

static bool ends_in(const char *name, const char *end)
{
    size_t length = strlen(name), wanted = strlen(end);

    return length > wanted && name[length - wanted - 1] == '/' && strcmp(name + length - wanted, end) == 0;
}

/* plain: the word as a path of a corpus. */
static bool is_meant(const struct bma_compared *agreement, const char *word, const char *plain)
{
    return strcmp(agreement->label, word) == 0 || strcmp(agreement->title, word) == 0 ||
           ends_in(agreement->name, plain) || bma_name_is_named(agreement->name, plain) != BMA_NAMED_NOT;
}

/* Marks those that the word means. */
static enum bma_status mark(const struct bma_matrix *matrix, const char *word, bool *picked,
                            struct bma_error *error)
{
    struct bma_buffer plain;
    bool found = false;
    enum bma_status status = BMA_OK;

    bma_buffer_init(&plain);
    bma_name_plain(word, &plain);
    if (plain.failed)
        status = bma_error_memory(error);
    for (uint32_t i = 0; status == BMA_OK && i < matrix->agreement_count; i++)
        if (is_meant(&matrix->agreements[i], word, plain.bytes))
            picked[i] = found = true;
    bma_buffer_release(&plain);
    if (status == BMA_OK && !found)
        status =
            bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0,
                          "the database has no agreement '%.200s'%s; expected its path or the end of it, "
                          "its label, its title, or a folder",
                          word, matrix->left_out > 0 ? " of the source that is compared (--source)" : "");
    return status;
}

enum bma_status bma_matrix_pick(struct bma_matrix *matrix, char *const *names, int count,
                                struct bma_error *error)
{
    bool *picked = bma_arena_calloc(&matrix->arena, matrix->agreement_count + 1u, sizeof *picked);
    enum bma_status status = picked != NULL ? BMA_OK : bma_error_memory(error);
    uint32_t kept = 0;

    for (int k = 0; status == BMA_OK && k < count; k++)
        status = mark(matrix, names[k], picked, error);
    if (status != BMA_OK || count == 0)
        return status;
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        if (picked[i])
            matrix->agreements[kept++] = matrix->agreements[i];
    matrix->agreement_count = kept;
    return BMA_OK;
}

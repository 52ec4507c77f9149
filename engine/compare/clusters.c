/* Clusters and likeness as tables. */
#include "compare/views.h"

#include "compare/cluster.h"

#include <math.h>

/* ---- merges ---- */

struct clustering {
    struct bma_matrix *matrix;
    const struct bma_clusters *clusters;
    uint32_t *first, *size; /* of what each merge made: where its leaves begin, and how many they are */
    uint32_t *place;        /* of each agreement among the leaves */
};

/* Where the leaves of one end of a merge begin, and how many they are. */
static void leaves_of(const struct clustering *clustering, uint32_t end, uint32_t *first, uint32_t *size)
{
    uint32_t count = clustering->matrix->agreement_count;

    *first = end < count ? clustering->place[end] : clustering->first[end - count];
    *size = end < count ? 1 : clustering->size[end - count];
}

/* A cluster's leaves stand together, its left end's before its right one's. */
static enum bma_status find_leaves(struct clustering *clustering, struct bma_error *error)
{
    struct bma_matrix *matrix = clustering->matrix;
    const struct bma_clusters *clusters = clustering->clusters;
    uint32_t right, more, count = matrix->agreement_count;

    clustering->first = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *clustering->first);
    clustering->size = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *clustering->size);
    clustering->place = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *clustering->place);
    if (clustering->first == NULL || clustering->size == NULL || clustering->place == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < count; i++)
        clustering->place[clusters->leaves[i]] = i;
    for (uint32_t i = 0; i < bma_merge_count(clusters); i++) {
        leaves_of(clustering, clusters->merges[i].left, &clustering->first[i], &clustering->size[i]);
        leaves_of(clustering, clusters->merges[i].right, &right, &more);
        clustering->size[i] += more;
    }
    return BMA_OK;
}

/* The labels of so many leaves, in the arena; NULL where memory is out. */
static const char *members(const struct clustering *clustering, uint32_t first, uint32_t size)
{
    struct bma_matrix *matrix = clustering->matrix;
    struct bma_buffer list;
    const char *kept;

    bma_buffer_init(&list);
    for (uint32_t i = first; i < first + size; i++)
        bma_buffer_addf(&list, "%s%s", i > first ? "; " : "",
                        matrix->agreements[clustering->clusters->leaves[i]].label);
    kept = list.failed ? NULL : bma_arena_strndup(&matrix->arena, list.bytes, list.length);
    bma_buffer_release(&list);
    return kept;
}

/* An agreement by its name, or a cluster by its number. */
static void end_cells(const struct clustering *clustering, uint32_t end, bool brief, struct bma_table *out)
{
    struct bma_matrix *matrix = clustering->matrix;
    bool single = end < matrix->agreement_count;
    uint32_t number = end - matrix->agreement_count + 1;

    if (brief) {
        const char *name = single ? matrix->agreements[end].label
                                  : bma_arena_printf(&matrix->arena, "cluster %u", (unsigned)number);
        out->failed |= name == NULL;
        bma_table_text(out, name);
        return;
    }
    bma_table_text(out, single ? matrix->agreements[end].name : "");
    bma_table_number(out, single ? (double)NAN : number);
}

static void cluster_columns(bool brief, struct bma_table *out)
{
    bma_table_init(out, "clusters");
    bma_table_number_column(out, "cluster", 0);
    bma_table_number_column(out, "distance", brief ? 3 : 6);
    bma_table_number_column(out, "size", 0);
    bma_table_text_column(out, "left");
    if (!brief)
        bma_table_number_column(out, "left_cluster", 0);
    bma_table_text_column(out, "right");
    if (brief)
        return;
    bma_table_number_column(out, "right_cluster", 0);
    bma_table_text_column(out, "members");
}

static enum bma_status merge_row(const struct clustering *clustering, uint32_t i, bool brief,
                                 struct bma_table *out, struct bma_error *error)
{
    const struct bma_merge *merge = &clustering->clusters->merges[i];
    const char *list = brief ? "" : members(clustering, clustering->first[i], clustering->size[i]);

    bma_table_number(out, i + 1);
    bma_table_number(out, merge->distance);
    bma_table_number(out, clustering->size[i]);
    end_cells(clustering, merge->left, brief, out);
    end_cells(clustering, merge->right, brief, out);
    if (!brief)
        bma_table_text(out, list);
    return list != NULL ? BMA_OK : bma_error_memory(error);
}

/* What cannot be compared: by itself, with neither number nor distance. */
static void alone_row(const struct clustering *clustering, uint32_t agreement, bool brief,
                      struct bma_table *out)
{
    const struct bma_compared *alone = &clustering->matrix->agreements[agreement];

    bma_table_number(out, (double)NAN);
    bma_table_number(out, (double)NAN);
    bma_table_number(out, 1);
    end_cells(clustering, agreement, brief, out);
    bma_table_text(out, "");
    if (brief)
        return;
    bma_table_number(out, (double)NAN);
    bma_table_text(out, alone->label);
}

enum bma_status bma_view_clusters(struct bma_matrix *matrix, const struct bma_clusters *clusters, bool brief,
                                  struct bma_table *out, struct bma_error *error)
{
    struct clustering clustering = {.matrix = matrix, .clusters = clusters};
    enum bma_status status = find_leaves(&clustering, error);

    cluster_columns(brief, out);
    for (uint32_t i = 0; status == BMA_OK && i < bma_merge_count(clusters); i++)
        status = merge_row(&clustering, i, brief, out, error);
    for (uint32_t i = clusters->joined; status == BMA_OK && i < matrix->agreement_count; i++)
        alone_row(&clustering, clusters->leaves[i], brief, out);
    return status;
}

/* ---- pairs ---- */

enum bma_status bma_view_distances(const struct bma_matrix *matrix, bool brief, struct bma_table *out,
                                   struct bma_error *error)
{
    bma_table_init(out, "distances");
    bma_table_text_column(out, "agreement");
    bma_table_text_column(out, "other");
    bma_table_number_column(out, "likeness", brief ? 3 : 6);
    bma_table_number_column(out, "distance", brief ? 3 : 6);
    if (matrix->agreement_count > BMA_CLUSTER_MAX)
        return bma_error_set(error, BMA_ERROR_LIMIT, NULL, 0, 0,
                             "%u agreements are too many to set each beside each (at most %d); pick some",
                             (unsigned)matrix->agreement_count, BMA_CLUSTER_MAX);
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        for (uint32_t k = i + 1; k < matrix->agreement_count; k++) {
            const struct bma_compared *a = &matrix->agreements[i], *b = &matrix->agreements[k];
            double alike = bma_likeness(bma_matrix_cell(matrix, i, 0), bma_matrix_cell(matrix, k, 0),
                                        matrix->criterion_count);
            bma_table_text(out, brief ? a->label : a->name);
            bma_table_text(out, brief ? b->label : b->name);
            bma_table_number(out, alike);
            bma_table_number(out, 1 - alike);
        }
    return BMA_OK;
}

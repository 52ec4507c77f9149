#include "compare/cluster.h"

#include "base/memory.h"

#include <math.h>
#include <stdlib.h>

double bma_likeness(const struct bma_cell *a, const struct bma_cell *b, uint32_t count)
{
    double alike = 0, compared = 0;

    for (uint32_t i = 0; i < count; i++) {
        if (a[i].level < 0 || b[i].level < 0)
            continue;
        if (a[i].level > 0 || b[i].level > 0) {
            alike += 1 - fabs((double)(a[i].level - b[i].level)) / 4;
            compared += 1;
        }
        if (a[i].contradicted || b[i].contradicted) {
            alike += a[i].contradicted && b[i].contradicted;
            compared += 1;
        }
    }
    return compared > 0 ? alike / compared : (double)NAN;
}

/* A cluster in the making stands in the row of one of its agreements. */
struct forest {
    double *distances;
    uint32_t count;
    uint32_t *size; /* 0: joined to another */
    uint32_t *chain;
    uint32_t depth;
    struct bma_merge *merges; /* left and right are rows until they are named */
};

static double *distance(const struct forest *forest, uint32_t a, uint32_t b)
{
    return &forest->distances[(size_t)a * forest->count + b];
}

/* The nearest cluster to `of`; where one is as near, the one before it in the chain, so that the chain ends.
 */
static uint32_t nearest(const struct forest *forest, uint32_t of)
{
    uint32_t best = forest->depth > 1 ? forest->chain[forest->depth - 2] : UINT32_MAX;

    for (uint32_t i = 0; i < forest->count; i++)
        if (i != of && forest->size[i] > 0 &&
            (best == UINT32_MAX || *distance(forest, of, i) < *distance(forest, of, best)))
            best = i;
    return best;
}

/* b becomes part of a: distances are the means over all pairs. */
static void join(struct forest *forest, uint32_t a, uint32_t b)
{
    double of_a = forest->size[a], of_b = forest->size[b];

    for (uint32_t i = 0; i < forest->count; i++)
        if (i != a && i != b && forest->size[i] > 0) {
            double mean = (of_a * *distance(forest, a, i) + of_b * *distance(forest, b, i)) / (of_a + of_b);
            *distance(forest, a, i) = *distance(forest, i, a) = mean;
        }
    forest->size[a] += forest->size[b];
    forest->size[b] = 0;
}

static void grow(struct forest *forest)
{
    uint32_t made = 0, first = 0;

    while (made + 1 < forest->count) {
        uint32_t last, near;
        if (forest->depth == 0) {
            while (forest->size[first] == 0)
                first++;
            forest->chain[forest->depth++] = first;
        }
        last = forest->chain[forest->depth - 1];
        near = nearest(forest, last);
        if (forest->depth > 1 && near == forest->chain[forest->depth - 2]) {
            uint32_t a = last < near ? last : near, b = last < near ? near : last;
            forest->merges[made++] = (struct bma_merge){a, b, *distance(forest, a, b)};
            join(forest, a, b);
            forest->depth -= 2;
        } else {
            forest->chain[forest->depth++] = near;
        }
    }
}

static int by_distance(const void *a, const void *b)
{
    const struct bma_merge *x = a, *y = b;

    if (x->distance < y->distance || x->distance > y->distance)
        return x->distance < y->distance ? -1 : 1;
    if (x->left != y->left)
        return x->left < y->left ? -1 : 1;
    return (x->right > y->right) - (x->right < y->right);
}

static uint32_t root_of(uint32_t *parent, uint32_t i)
{
    while (parent[i] != i) {
        parent[i] = parent[parent[i]];
        i = parent[i];
    }
    return i;
}

/* Rows become clusters, in the order of the merges: `parent` joins rows, `name` is what their cluster is
 * called. */
static void name_clusters(struct bma_merge *merges, uint32_t count, uint32_t *parent, uint32_t *name)
{
    for (uint32_t i = 0; i < count; i++)
        parent[i] = name[i] = i;
    for (uint32_t i = 0; i + 1 < count; i++) {
        uint32_t a = root_of(parent, merges[i].left), b = root_of(parent, merges[i].right);
        uint32_t low = a < b ? a : b,
                 high = a < b ? b : a; /* roots are the earliest rows of their clusters */
        merges[i].left = name[low];
        merges[i].right = name[high];
        parent[high] = low;
        name[low] = count + i;
    }
}

/* From the root down, left before right; `open` is a stack. */
static void order_leaves(const struct bma_merge *merges, uint32_t count, uint32_t *open, uint32_t *leaves)
{
    uint32_t depth = 0, placed = 0;

    if (count > 0)
        open[depth++] = 2 * count - 2;
    while (depth > 0) {
        uint32_t cluster = open[--depth];
        if (cluster < count) {
            leaves[placed++] = cluster;
            continue;
        }
        open[depth++] = merges[cluster - count].right;
        open[depth++] = merges[cluster - count].left;
    }
}

enum bma_status bma_cluster_distances(double *distances, uint32_t count, struct bma_merge *merges,
                                      uint32_t *leaves, struct bma_error *error)
{
    uint32_t *size = bma_calloc(count + 1u, sizeof *size), *chain = bma_calloc(count + 1u, sizeof *chain);
    struct forest forest = {distances, count, size, chain, 0, merges};
    enum bma_status status = BMA_OK;

    if (size == NULL || chain == NULL) {
        status = bma_error_memory(error);
        goto cleanup;
    }
    for (uint32_t i = 0; i < count; i++)
        size[i] = 1;
    grow(&forest);
    if (count > 1)
        qsort(merges, count - 1, sizeof *merges, by_distance);
    name_clusters(merges, count, size, chain);
    order_leaves(merges, count, chain, leaves);
cleanup:
    bma_free(size);
    bma_free(chain);
    return status;
}

/* ---- agreements ---- */

/* Distances of all from all, NaN where there is none; on the heap, NULL where memory is out. */
static double *distances_of(const struct bma_matrix *matrix)
{
    uint32_t count = matrix->agreement_count;
    double *distances = bma_calloc((size_t)count * count + 1, sizeof *distances);

    for (uint32_t i = 0; distances != NULL && i < count; i++)
        for (uint32_t k = 0; k < i; k++)
            distances[(size_t)i * count + k] = distances[(size_t)k * count + i] =
                1 - bma_likeness(bma_matrix_cell(matrix, i, 0), bma_matrix_cell(matrix, k, 0),
                                 matrix->criterion_count);
    return distances;
}

/* How many of those that are kept the i-th cannot be compared with. */
static uint32_t undefined_pairs(const double *distances, uint32_t count, const bool *kept, uint32_t i)
{
    uint32_t undefined = 0;

    for (uint32_t k = 0; k < count; k++)
        undefined += kept[k] && isnan(distances[(size_t)i * count + k]);
    return undefined;
}

/* Takes those out that have the most undefined pairs; false where all pairs are defined. */
static bool set_aside(const double *distances, uint32_t count, bool *kept, uint32_t *pairs)
{
    uint32_t most = 0;

    for (uint32_t i = 0; i < count; i++) {
        pairs[i] = kept[i] ? undefined_pairs(distances, count, kept, i) : 0;
        most = pairs[i] > most ? pairs[i] : most;
    }
    for (uint32_t i = 0; most > 0 && i < count; i++)
        kept[i] = kept[i] && pairs[i] < most;
    return most > 0;
}

/* The rows and columns that are kept, one after the other; *members is which agreements they are. */
static uint32_t pack(double *distances, uint32_t count, const bool *kept, uint32_t *members)
{
    uint32_t joined = 0;
    size_t to = 0;

    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; kept[i] && k < count; k++)
            if (kept[k])
                distances[to++] = distances[(size_t)i * count + k];
    for (uint32_t i = 0; i < count; i++)
        if (kept[i])
            members[joined++] = i;
    return joined;
}

/* From what was packed to agreements: leaves, and the ends of merges. */
static void unpack(const uint32_t *members, const bool *kept, uint32_t count, struct bma_clusters *out)
{
    uint32_t at = out->joined;

    for (uint32_t i = 0; i < out->joined; i++)
        out->leaves[i] = members[out->leaves[i]];
    for (uint32_t i = 0; i < count; i++)
        if (!kept[i])
            out->leaves[at++] = i;
    for (uint32_t i = 0; i < bma_merge_count(out); i++) {
        uint32_t *ends[] = {&out->merges[i].left, &out->merges[i].right};
        for (int k = 0; k < 2; k++)
            *ends[k] = *ends[k] < out->joined ? members[*ends[k]] : *ends[k] - out->joined + count;
    }
}

static enum bma_status cluster(double *distances, uint32_t count, bool *kept, uint32_t *members,
                               struct bma_clusters *out, struct bma_error *error)
{
    enum bma_status status;

    for (uint32_t i = 0; i < count; i++)
        kept[i] = true;
    while (set_aside(distances, count, kept, members))
        continue;
    out->joined = pack(distances, count, kept, members);
    status = bma_cluster_distances(distances, out->joined, out->merges, out->leaves, error);
    if (status == BMA_OK)
        unpack(members, kept, count, out);
    return status;
}

enum bma_status bma_cluster(struct bma_matrix *matrix, struct bma_clusters *out, struct bma_error *error)
{
    uint32_t count = matrix->agreement_count;
    bool *kept;
    uint32_t *members;
    double *distances;
    enum bma_status status;

    if (count > BMA_CLUSTER_MAX)
        return bma_error_set(error, BMA_ERROR_LIMIT, NULL, 0, 0,
                             "%u agreements are too many to cluster (at most %d); pick some, or sort by "
                             "score, name or year",
                             (unsigned)count, BMA_CLUSTER_MAX);
    out->merges = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *out->merges);
    out->leaves = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *out->leaves);
    members = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *members);
    kept = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *kept);
    if (out->merges == NULL || out->leaves == NULL || members == NULL || kept == NULL)
        return bma_error_memory(error);
    distances = distances_of(matrix);
    status =
        distances != NULL ? cluster(distances, count, kept, members, out, error) : bma_error_memory(error);
    bma_free(distances);
    return status;
}

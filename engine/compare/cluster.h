/*
 * How alike agreements are, and which belong together.
 *
 * Likeness: the general coefficient of J. C. Gower, Biometrics 27 (1971), over levels 0–4 with the
 * range 4.  A criterion that both leave absent tells nothing and is left out, as is one that does not
 * apply to either or that is undecided; a clause against a criterion counts as a second, two-valued
 * variable, left out where neither has one.
 *
 * Clusters: average linkage (UPGMA, Sokal and Michener 1958) by the nearest-neighbour chain of
 * Benzécri (1982), in time and memory proportional to the square of the count.
 */
#ifndef BMA_COMPARE_CLUSTER_H
#define BMA_COMPARE_CLUSTER_H

#include "compare/matrix.h"

enum { BMA_CLUSTER_MAX = 3000 };

/* 0 to 1 between two rows of cells of `count` criteria; NaN where nothing can be compared. */
double bma_likeness(const struct bma_cell *a, const struct bma_cell *b, uint32_t count);

/*
 * Two clusters become one.  0 … count - 1 are single agreements, of all that there are; count + i is what
 * merge i made.
 */
struct bma_merge {
    uint32_t left, right; /* the one with the earlier agreement is left */
    double distance;      /* 1 - likeness, the mean over all pairs */
};

/* Arrays live in the matrix's arena. */
struct bma_clusters {
    struct bma_merge *merges; /* by distance; joined - 1 of them, none where joined is 0 */
    uint32_t *leaves;         /* all agreements: those of the tree in its order, then the others by name */
    uint32_t joined;          /* how many are in the tree */
};

/*
 * Agreements whose likeness to others is not defined are set aside: those with the most of such pairs, all of
 * them, and again until none is left.  More than BMA_CLUSTER_MAX agreements are a LIMIT error.
 */
enum bma_status bma_cluster(struct bma_matrix *matrix, struct bma_clusters *out, struct bma_error *error);

/* How many merges there are. */
static inline uint32_t bma_merge_count(const struct bma_clusters *clusters)
{
    return clusters->joined > 0 ? clusters->joined - 1 : 0;
}

/*
 * The clusters of distances [count × count], symmetric, which are overwritten: count - 1 merges, and the
 * order of the leaves; arrays of the caller.
 */
enum bma_status bma_cluster_distances(double *distances, uint32_t count, struct bma_merge *merges,
                                      uint32_t *leaves, struct bma_error *error);

#endif

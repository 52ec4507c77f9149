/*
 * What can be asked of a matrix (docs/compare.md).  Each view is a table; some have a page of their own for
 * people, too.
 */
#ifndef BMA_COMPARE_VIEWS_H
#define BMA_COMPARE_VIEWS_H

#include "compare/matrix.h"
#include "compare/table.h"

/* One row per agreement and criterion, agreements in the order given. */
void bma_view_matrix(const struct bma_matrix *matrix, const uint32_t *order, struct bma_table *out);
void bma_page_matrix(const struct bma_matrix *matrix, const uint32_t *order, const struct bma_page *page);

/*
 * One row per agreement, best first, with its score in every dimension; agreements with the same score share
 * a rank.  brief: few columns, for a page.
 */
void bma_view_rank(const struct bma_matrix *matrix, const uint32_t *by_score, bool brief,
                   struct bma_table *out);

/*
 * n, mean, standard deviation (of the sample), least and most of the overall score and of each dimension, per
 * year, decade, pair, instrument or over all; texts and coded agreements apart.  Where the year, pair or kind
 * is not known the group is "", and "unknown" for a page (brief).
 */
enum bma_grouping { BMA_BY_ALL, BMA_BY_YEAR, BMA_BY_DECADE, BMA_BY_PAIR, BMA_BY_INSTRUMENT };
enum bma_status bma_view_groups(struct bma_matrix *matrix, enum bma_grouping grouping, bool brief,
                                struct bma_table *out, struct bma_error *error);

/* One criterion: every agreement's clauses on it with their own levels, the agreement's highest level first.
 */
enum bma_status bma_view_criterion(struct bma_store *store, struct bma_matrix *matrix, uint32_t criterion,
                                   struct bma_table *out, struct bma_error *error);
void bma_page_criterion(const struct bma_matrix *matrix, uint32_t criterion, const struct bma_table *table,
                        const struct bma_page *page);

/* The agreements most like the draft (its one row in another matrix of the same pack), most alike first. */
enum bma_status bma_view_similar(struct bma_matrix *matrix, const struct bma_matrix *draft, uint32_t most,
                                 bool brief, struct bma_table *out, struct bma_error *error);

/*
 * For each criterion on which the draft is below `binding` or contradicted: clauses of other agreements that
 * reach a higher level, uncontradicted: the highest level first, then the most alike; `most` for each.
 */
enum bma_status bma_view_precedents(struct bma_store *store, struct bma_matrix *matrix,
                                    const struct bma_matrix *draft, uint32_t most, struct bma_table *out,
                                    struct bma_error *error);
void bma_page_precedents(const struct bma_table *table, const struct bma_page *page);

/*
 * One row per merge, by distance: what is joined, how far apart it is, and the labels of all in it; then one
 * without a distance for each agreement that is set aside.
 */
struct bma_clusters;
enum bma_status bma_view_clusters(struct bma_matrix *matrix, const struct bma_clusters *clusters, bool brief,
                                  struct bma_table *out, struct bma_error *error);

/* One row per pair of agreements, with their likeness, which may be undefined.  As many as can be clustered.
 */
enum bma_status bma_view_distances(const struct bma_matrix *matrix, bool brief, struct bma_table *out,
                                   struct bma_error *error);

/* What a page shows besides the levels: by which the rows stand, and the tree of their clusters. */
struct bma_arrangement {
    enum bma_order by;
    const uint32_t *order, *by_score;
    const struct bma_clusters *clusters; /* NULL: without a tree */
};

/* The whole matrix as one page with a heat map (SVG). */
void bma_html_matrix(const struct bma_matrix *matrix, const struct bma_arrangement *arrangement,
                     struct bma_buffer *out);

#endif

/* Where the ratings come from: drafts and tables, two folders of tables, or a coding table. */
#ifndef BMA_RELIABILITY_GATHER_H
#define BMA_RELIABILITY_GATHER_H

#include "corpus/coded.h"
#include "corpus/run.h"
#include "reliability/ratings.h"

/* Ratings, and everything they borrow.  In every case: bma_comparison_release(). */
struct bma_comparison {
    struct bma_arena arena;
    struct bma_ratings ratings;
    uint32_t passed_over;  /* drafts of a folder that nobody has rated */
    uint32_t rule_errors;  /* findings that failed with their rule */
    uint32_t without_text; /* case files of a folder that the program had nothing to read in */
};
void bma_comparison_init(struct bma_comparison *comparison);
void bma_comparison_release(struct bma_comparison *comparison);

/*
 * The program beside a coder.  Paths are drafts, case files, and folders of them.  The coder's table
 * of NAME.txt is NAME.csv in `labels`, or beside the draft where labels is NULL; a case file without a table
 * brings its own `coded:`.  A draft named in paths that nobody has rated is an error, and so is a case file
 * without a text; one in a folder is passed over.
 *
 * With a store (NULL: none) nothing is weighed: drafts and findings are those of its current run of texts,
 * which must have been made with the session's pack.  Paths then are names in it, or folders that names lie
 * below; none is all of them.  What failed is passed over too.
 */
enum bma_status bma_compare_program(struct bma_session *session, struct bma_store *store, char *const *paths,
                                    int count, const char *labels, struct bma_comparison *out,
                                    struct bma_error *error);

/* Two coders: the tables of the same name in two folders. */
enum bma_status bma_compare_coders(const struct bma_pack *pack, const char *first, const char *second,
                                   struct bma_comparison *out, struct bma_error *error);

/*
 * The program beside a coding table.  The draft of a record is the one whose name without its ending is
 * the record's id, zeros before it left aside.  A topic is found when one of its criteria is at level 1 or
 * above.
 */
enum bma_status bma_compare_coded(struct bma_session *session, struct bma_store *store,
                                  const struct bma_coded *coded, char *const *paths, int count,
                                  struct bma_comparison *out, struct bma_error *error);

#endif

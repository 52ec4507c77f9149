/*
 * Agreements by criteria: the levels of a results database, as a matrix.
 *
 * All that comparing needs comes from the database by SQL; files that are compared
 * without one are first weighed into a database in memory.  There is one way of asking.
 */
#ifndef BMA_COMPARE_MATRIX_H
#define BMA_COMPARE_MATRIX_H

#include "base/arena.h"
#include "corpus/store.h"

enum {
    BMA_CELL_NOT_APPLICABLE = -1,
    BMA_CELL_UNKNOWN = -2, /* undecided, the rule failed, or another pack */
    BMA_COMPARE_MAX_AGREEMENTS = 1000 * 1000
};

struct bma_compared {
    int64_t id, run;    /* in the database */
    const char *source; /* what its levels rest on: "text" or "coded" */
    const char *name;   /* the path, or the id of the coding table */
    const char *label;  /* the shortest end of the name that no other has, without its ending */
    const char *title, *instrument, *pair, *grade; /* "" where unknown */
    const char *capped_by;                         /* the recommendation that caps the grade, or "" */
    int year;                                      /* 0 where unknown */
    double score, low, high;                       /* NaN where nothing was applicable */
};

struct bma_compared_criterion {
    const char *id, *title;
    uint32_t dimension;
};

struct bma_compared_dimension {
    const char *id, *name;
};

struct bma_cell {
    signed char level; /* 0–4, or one of the two above */
    bool contradicted, met;
    bool uncertain; /* likely or doubtful: to be read before it is relied on */
};

/* Which agreements of a database are compared. */
enum bma_source { BMA_SOURCE_TEXT, BMA_SOURCE_CODED, BMA_SOURCE_ALL, BMA_SOURCE_USUAL };
struct bma_choice {
    enum bma_source source; /* USUAL: those weighed from texts; where there are none, the coded ones */
    const char *pack;       /* made with the pack of this SHA-256, and with this profile; NULL for both: */
    const char *profile;    /* those of the current run */
    char *const *names;     /* each means agreements by path, end of a path, folder, label or title; */
    int count;              /* 0: all */
};

struct bma_matrix {
    struct bma_arena arena;
    const char *pack;                /* SHA-256 of the pack that all were weighed with */
    struct bma_compared *agreements; /* by name, then by source */
    uint32_t agreement_count;
    uint32_t left_out;                       /* of the database, as they are of the other source */
    struct bma_compared_criterion *criteria; /* in the order of the pack */
    uint32_t criterion_count;
    struct bma_compared_dimension *dimensions;
    uint32_t dimension_count;
    struct bma_cell *cells; /* a row per agreement */
    uint32_t rule_errors;   /* cells that failed with their rule: undecided here */
    double *scores;         /* agreement by dimension; NaN where nothing was applicable */
};

/*
 * Loads what is chosen.  A name that means no agreement is a USAGE error; a choice that leaves nothing, and
 * runs of different packs, are INPUT errors.  In every case: bma_matrix_release().
 */
enum bma_status bma_matrix_load(struct bma_store *store, const struct bma_choice *choice,
                                struct bma_matrix *out, struct bma_error *error);
void bma_matrix_release(struct bma_matrix *matrix);

const struct bma_cell *bma_matrix_cell(const struct bma_matrix *matrix, uint32_t agreement,
                                       uint32_t criterion);
double bma_matrix_score(const struct bma_matrix *matrix, uint32_t agreement, uint32_t dimension);
/* False where there is no such criterion. */
bool bma_matrix_find(const struct bma_matrix *matrix, const char *criterion, uint32_t *out);

static inline bool bma_compared_is_coded(const struct bma_compared *agreement)
{
    return agreement->source[0] == 'c';
}

/* The clauses behind one cell, what works against it first, then the strongest; nearest misses are left out.
 * Texts live in arena. */
struct bma_quoted {
    const char *role, *quote, *citation;
    uint32_t line;
    int level; /* of this clause, for or against */
};
enum bma_status bma_matrix_quotes(struct bma_store *store, const struct bma_compared *agreement,
                                  const char *criterion, uint32_t most, struct bma_arena *arena,
                                  struct bma_quoted *out, uint32_t *count, struct bma_error *error);

/* What a cell is called: "binding (3)", "contradicted, absent (0)?", "does not apply", "undecided". */
enum { BMA_CELL_TEXT = 40 };
const char *bma_cell_say(const struct bma_cell *cell, char out[BMA_CELL_TEXT]);
/* The same in one to three characters: "3", "3x?", "–", "!". */
const char *bma_cell_sign(const struct bma_cell *cell, char out[BMA_CELL_TEXT]);

/* The order in which agreements are shown; ties are broken by name. */
enum bma_order { BMA_ORDER_NAME, BMA_ORDER_SCORE, BMA_ORDER_YEAR, BMA_ORDER_CLUSTER };
/* Indices by name, score (best first) or year (unknown last), in the matrix's arena; clusters: cluster.h. */
enum bma_status bma_matrix_order(struct bma_matrix *matrix, enum bma_order order, const uint32_t **out,
                                 struct bma_error *error);

#endif

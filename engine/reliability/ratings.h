/*
 * Two coders' judgements side by side: by people, or by the program.
 *
 * A unit is one criterion of one agreement (or one topic of a coding table).  The first
 * coder is the one held to be right where that matters: precision and recall.
 */
#ifndef BMA_RELIABILITY_RATINGS_H
#define BMA_RELIABILITY_RATINGS_H

#include "base/arena.h"
#include "base/error.h"
#include "reliability/statistics.h"

#include <stddef.h>

enum { BMA_NOT_RATED = -1, BMA_NOT_APPLICABLE = -2 };

struct bma_rating {
    int level; /* 0–4, or one of the two above */
    bool contradicted;
    const char *where; /* the coder's articles; the program's citation and line; may be "" */
    const char *note;  /* the coder's note; the program's quote; may be "" */
};

/* A criterion or topic. */
struct bma_item {
    const char *id, *title;
    uint32_t group;     /* index into groups: the dimension */
    const char *shares; /* topics that answer a criterion of this one too, one space between; "" for none */
};

struct bma_unit {
    uint32_t agreement, item;
    struct bma_rating first, second;
    const char
        *shared; /* of the item's `shares` those that the first gave 1 in this agreement; "" for none */
};

/* Agreements, items and groups belong to the caller; the units do too, on the heap. */
struct bma_ratings {
    const char *first, *second; /* what the coders are called: "coder", "program" */
    bool levels;                /* false: only 0 and 1, found or not */
    const char *const *agreements;
    uint32_t agreement_count;
    const struct bma_item *items;
    uint32_t item_count;
    const char *const *groups; /* their names */
    uint32_t group_count;
    struct bma_unit *units; /* by agreement, then by item */
    size_t unit_count, unit_capacity;
};

enum bma_status bma_ratings_add(struct bma_ratings *ratings, const struct bma_unit *unit,
                                struct bma_error *error);
void bma_ratings_release(struct bma_ratings *ratings);

/* The figures of a set of units. */
struct bma_figures {
    uint32_t n, agreements;               /* units that both rated; agreements that have any */
    uint32_t not_applicable, both;        /* by the first coder; of these, by the second too */
    struct bma_confusion confusion;       /* rows: the first coder */
    double exact, kappa, kappa_quadratic; /* NaN where not defined, as all that follow */
    double alpha_nominal, alpha_ordinal;
    struct bma_interval interval; /* of alpha_ordinal; of alpha_nominal where there are no levels */
    struct bma_detection presence, commitment, contradiction; /* level >= 1, level >= 2, works against */
};

enum bma_scope { BMA_SCOPE_ALL, BMA_SCOPE_GROUP, BMA_SCOPE_ITEM };

/*
 * Of all units, or of those of one group or item.  What the first coder holds not applicable is counted
 * apart; where only the second does, it counts as its level 0, as a right that it did not find.
 */
enum bma_status bma_figures_of(const struct bma_ratings *ratings, enum bma_scope scope, uint32_t index,
                               struct bma_figures *out, struct bma_error *error);

/* Whether both rated the unit, and not alike (level or contradiction). */
bool bma_unit_differs(const struct bma_unit *unit);
/*
 * Whether the second found what the first gave to another topic of the same criterion alone: the program
 * finds criteria, and cannot tell such topics apart.
 */
bool bma_unit_is_shared(const struct bma_unit *unit);

#endif

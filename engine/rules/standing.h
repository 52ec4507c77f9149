/*
 * Standing: how likely it is, all told, that a document answers a criterion, or works against it.
 *
 * One clause alone misleads: a draft that deals with a matter mostly says so in some clause in plain words, a
 * long draft has a clause that sounds like anything, and a clause that is more like what counts for another
 * criterion tells little.  A logistic model weighs all of it, what the clauses are worded like and what the
 * queries of the rule found: the second of two levels (stacked generalization: Wolpert 1992).  Its weights
 * stand in the pack's standing.csv; engine/learning/learn_standing.h learns them.
 *
 * All numbers are whole, hundredths of log odds, so that they are the same on every machine.
 */
#ifndef BMA_RULES_STANDING_H
#define BMA_RULES_STANDING_H

#include "rules/pack.h"
#include "rules/query.h"

enum {
    BMA_SURELY_ALIKE = 150, /* from this score on a clause is surely alike; */
    BMA_AHEAD = 200         /* so much more like the rule's other side, it is none of this one */
};

/* What the clauses of a document say to one model, of what counts or of what works against. */
struct bma_reading {
    uint32_t clause; /* the one that is most alike, by what both voices say; BMA_NONE: no clause was read */
    int32_t most;    /* how much, */
    int32_t second;  /* and how much the next */
    int32_t ahead;   /* the most of a clause that is not more like the rule's other side by BMA_AHEAD */
    int32_t kinder;  /* the most that the kinder voice says of any clause */
    /* Of the clause that is most alike: */
    int32_t opposite;  /* what it is to the rule's other side, */
    int32_t rivals[2]; /* and at most to that side of any other rule, [0] what counts, [1] works against */
};

/* What the clauses say of each model, and of all together. */
struct bma_readings {
    struct bma_reading *of;         /* per model */
    uint32_t models, clauses, sure; /* clauses that were read; those of them surely alike what counts */
};

/* Forgets the document before; `of` has room for all models. */
void bma_readings_begin(struct bma_readings *readings, struct bma_reading *of, uint32_t models);

/* Reads a clause: per model what both voices say, and behind that what the kinder says. */
void bma_readings_add(struct bma_readings *readings, uint32_t clause, const int32_t *scores);

/* Whether the document has the language that the models were learned from. */
bool bma_readings_familiar(const struct bma_readings *readings);

/* What a pack's standing.csv calls the feature; and the feature of that name, BMA_NONE: there is none. */
const char *bma_standing_name(uint32_t feature);
uint32_t bma_standing_feature(const char *name);

/* Weights by which the clause that is most alike speaks for the whole, and what queries found stands. */
void bma_standing_trust_queries(int32_t weights[BMA_STANDING_FEATURES]);

/* What is weighed of a document with these candidates of the rule, on that side. */
void bma_standing_see(const struct bma_readings *readings, const struct bma_search *search, uint32_t model,
                      int32_t features[BMA_STANDING_FEATURES]);

/* How the document stands on that side, in hundredths of log odds, where 0 is the line between yes and no. */
int32_t bma_standing(const struct bma_standing_weights *weights, uint32_t model,
                     const int32_t features[BMA_STANDING_FEATURES]);

#endif

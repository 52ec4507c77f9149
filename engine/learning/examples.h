/*
 * Examples that likeness is learned from: clauses, as sets of terms and as what they say in its order, and
 * for each model whether they are such a clause (rules/pack.h: a rule has a model of what counts for it and
 * one of what works against it).
 *
 * Every clause that likeness reads, of a case (cases.h) or of a labelled draft, is one.  A case counts for
 * its criterion from level 2, works against it when it is labelled so, and else does not; of another
 * criterion it is taken to tell little.  In a draft, where the coder says that a criterion is absent (or that
 * nothing works against it) no clause is; where it is there, those outside the divisions that the coder noted
 * are not.  Of the clauses of a case, and of those that were noted in a draft, at least one is, but nobody
 * said which.  Of all the rest nothing is known.  What the program itself finds teaches nothing.
 */
#ifndef BMA_LEARNING_EXAMPLES_H
#define BMA_LEARNING_EXAMPLES_H

#include "corpus/run.h"
#include "learning/rated.h"
#include "rules/telling.h"

enum bma_example_mark {
    BMA_EXAMPLE_UNKNOWN,
    BMA_EXAMPLE_DOES_NOT,
    BMA_EXAMPLE_APART, /* labelled for another criterion */
    BMA_EXAMPLE_NOTED, /* one of these at least counts */
    BMA_EXAMPLE_COUNTS
};

/* How much an example weighs; of what is not known, or noted and not yet chosen, nothing. */
double bma_example_importance(enum bma_example_mark mark);

enum { BMA_TOLD_BREAK = 0 /* no term */ };

struct bma_examples {
    struct bma_session *session; /* the caller's */
    struct bma_check check;
    struct bma_arena arena;
    size_t stem_terms;      /* terms are numbered as in a pack (struct bma_likeness) */
    struct bma_pairs pairs; /* that any example has */
    uint32_t *terms;        /* of example i: [first[i], first[i + 1]), each once */
    size_t term_total, term_capacity;
    uint32_t *first;
    uint32_t *told; /* of example i: the terms of its stems in their order, [told_first[i], told_first[i +
                       1]); BMA_TOLD_BREAK stands between a clause and its lead-in.  No heading is told */
    size_t told_total, told_capacity;
    uint32_t *told_first;
    size_t told_first_capacity;
    size_t count, capacity;
    unsigned char *marks; /* of example i: one per model, from i × models */
    size_t mark_capacity;
    struct bma_part left_out; /* of the drafts, which are counted from one folder to the next */
    size_t draft_count;
    uint32_t models;  /* of the pack */
    uint32_t *wholes; /* of example i: the draft or the case that it is a part of, from 1 */
    size_t whole_capacity;
    uint32_t whole_count;
    uint32_t *seen; /* per term: the last example that had it, + 1 */
    size_t seen_capacity;
};

enum bma_status bma_examples_init(struct bma_examples *examples, struct bma_session *session,
                                  struct bma_error *error);
void bma_examples_release(struct bma_examples *examples);

size_t bma_examples_term_count(const struct bma_examples *examples);

/*
 * Adds what a folder has: cases in <ID>/<name>.txt and, of clauses that answer no criterion, in
 * none/<name>.txt; and drafts <name>.txt beside their tables of labels <name>.csv (docs/agreement.md).  A
 * folder with neither is an INPUT error.
 */
enum bma_status bma_examples_add(struct bma_examples *examples, const char *folder, struct bma_error *error);

#endif

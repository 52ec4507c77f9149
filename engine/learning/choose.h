/*
 * Which clauses count, where a coder noted a division and did not say which.
 *
 * Of the clauses of a draft that were noted, the one that is most like the others learned so far counts, and
 * so does each that is alike at all; of the rest nothing is known.  Learned again, chosen again: that is
 * learning from several instances of which one is labelled (mi-SVM: Andrews, Tsochantaridis and Hofmann
 * 2003).
 */
#ifndef BMA_LEARNING_CHOOSE_H
#define BMA_LEARNING_CHOOSE_H

#include "learning/examples.h"

/* In an arena. */
struct bma_choice {
    const struct bma_examples *examples;
    unsigned char *marks; /* as the examples have them; once chosen, none is NOTED */
    double *most;         /* by model, of one draft: how much alike the most alike is, */
    uint32_t *best;       /* and which it is */
};

/* False when memory is out. */
bool bma_choice_init(struct bma_choice *choice, const struct bma_examples *examples, struct bma_arena *arena);

/* What is certain about models [from, to). */
void bma_choice_reset(struct bma_choice *choice, uint32_t from, uint32_t to);

/* Log odds that the example counts, as far as it is learned; asked for all models of one example, then of the
 * next. */
typedef double bma_alike(void *learner, uint32_t example, uint32_t model);
void bma_choose(struct bma_choice *choice, uint32_t from, uint32_t to, bma_alike *alike, void *learner);

static inline enum bma_example_mark bma_choice_mark(const struct bma_choice *choice, size_t example,
                                                    uint32_t model)
{
    return choice->marks[example * choice->examples->models + model];
}

#endif

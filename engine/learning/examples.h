/*
 * Examples that likeness is learned from: clauses, as sets of terms, and for each model whether they are such
 * a clause (rules/pack.h: a rule has a model of what counts for it and one of what works against it).
 *
 * A case (cases.h) is one example: it counts for its criterion from level 2 and does not at 0, and does not
 * for other criteria of which the queries find nothing either.  Of a labelled draft every clause that can
 * bind is one: it counts where queries found it and the coder agrees; where the coder says that the criterion
 * is absent none does, and where it is present those that stand apart from what was found do not.  A case
 * works against its criterion when it is labelled so, and against others never, unless queries say so; of a
 * draft, what queries found to work against a criterion where the coder says so, and nothing where not.  Of
 * all the rest nothing is known.
 */
#ifndef BMA_LEARNING_EXAMPLES_H
#define BMA_LEARNING_EXAMPLES_H

#include "corpus/run.h"

/* How surely an example is what a model tells, or is not; a case says it of its own criterion for certain. */
enum bma_example_mark {
    BMA_EXAMPLE_COUNTS = 2,
    BMA_EXAMPLE_COUNTS_IN_DRAFT = 1,
    BMA_EXAMPLE_UNKNOWN = 0,
    BMA_EXAMPLE_APART = -1,
    BMA_EXAMPLE_DOES_NOT = -2
};

struct bma_examples {
    struct bma_session *session; /* the caller's */
    struct bma_check check;
    uint32_t *terms; /* of example i: [first[i], first[i + 1]), each once */
    size_t term_total, term_capacity;
    uint32_t *first;
    size_t count, capacity;
    signed char *marks; /* of example i: one per model, from i × models */
    size_t mark_capacity;
    uint32_t models; /* of the pack */
    uint32_t *seen;  /* per term: the last example that had it, + 1 */
};

enum bma_status bma_examples_init(struct bma_examples *examples, struct bma_session *session,
                                  struct bma_error *error);
void bma_examples_release(struct bma_examples *examples);

/*
 * Adds what a folder has: cases in <ID>/<name>.txt and, of clauses that answer no criterion, in
 * none/<name>.txt; and drafts <name>.txt beside their tables of labels <name>.csv (docs/agreement.md).  A
 * folder with neither is an INPUT error.
 */
enum bma_status bma_examples_add(struct bma_examples *examples, const char *folder, struct bma_error *error);

#endif

/*
 * Terms by the company they keep: where the vectors of a network begin.
 *
 * Terms that stand in clauses with the same others are likely to mean alike, whatever a coder noted of those
 * clauses: "nurse" and "midwife" begin side by side, and what the network learns of one moves what it says of
 * the other.  How often two terms stand in one clause is compared with what chance would give (pointwise
 * mutual information, Church and Hanks 1990); of what is above, the vectors are the first eigenvectors,
 * weighted by the roots of their eigenvalues (Levy and Goldberg 2014 compare such vectors with learned ones).
 * They are found by orthogonal iteration (Golub and Van Loan, Matrix Computations, 7.3.2).
 */
#ifndef BMA_LEARNING_COMPANY_H
#define BMA_LEARNING_COMPANY_H

#include "base/draw.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Clauses as lists of terms, numbered below `terms`: of clause i, members[first[i] … first[i + 1]), each
 * once. */
struct bma_clause_terms {
    const uint32_t *members, *first;
    size_t clauses, terms;
};

/*
 * A vector of `width` numbers for each term in `out`, of length 1; of a term that keeps no company more than
 * chance gives, 0.  False when memory is out.
 */
bool bma_company(const struct bma_clause_terms *in, uint32_t width, struct bma_draw *draw, float *out);

#endif

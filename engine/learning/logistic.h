/*
 * Logistic regression with an elastic net, for examples that either have a feature or have it not.
 *
 * Minimises  Σ cᵢ log(1 + exp(−yᵢ f(xᵢ))) + λ₁ Σ |wⱼ| + λ₂/2 Σ wⱼ²  with  f(x) = b + Σ wⱼ  over the features
 * of x, by cyclic coordinate descent (Friedman, Hastie and Tibshirani 2010) with the bound of Böhning (1992)
 * on the curvature, σ(1 − σ) ≤ 1/4, so that no step overshoots and none needs a line search.
 */
#ifndef BMA_LEARNING_LOGISTIC_H
#define BMA_LEARNING_LOGISTIC_H

#include "base/error.h"

#include <stddef.h>
#include <stdint.h>

/* The features of example i: features[first[i] … first[i + 1]), each once, below feature_count. */
struct bma_sparse {
    const uint32_t *features;
    const uint32_t *first;
    size_t example_count, feature_count;
};

struct bma_logistic {
    double l1, l2;    /* λ₁, λ₂ */
    unsigned passes;  /* over all features, at most */
    double tolerance; /* ends when no weight moved by more in a pass */
    unsigned least;   /* a feature that fewer examples have keeps the weight 0 */
};

/* `targets` are +1 or −1, and `importance` is c; importance 0 leaves an example out.  Fills feature_count
 * weights. */
enum bma_status bma_logistic_fit(const struct bma_logistic *how, const struct bma_sparse *examples,
                                 const signed char *targets, const double *importance, double *weights,
                                 double *bias, struct bma_error *error);

#endif

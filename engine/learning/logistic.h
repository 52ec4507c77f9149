/*
 * Logistic regression with an elastic net, for examples that either have a feature or have it not.
 *
 * Minimises  Σ cᵢ log(1 + exp(−yᵢ f(xᵢ))) + λ₁ Σ |wⱼ| + λ₂/2 Σ wⱼ²  with  f(x) = b + Σ wⱼ  over the features
 * of x, by cyclic coordinate descent (Friedman, Hastie and Tibshirani 2010) with the bound of Böhning (1992)
 * on the curvature, σ(1 − σ) ≤ 1/4, so that no step overshoots and none needs a line search.  Between two
 * passes over all features those that weigh something are moved until they rest (the active set).
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

/* The same by feature, of those that enough examples have; shared by all models of the examples. */
struct bma_by_feature {
    uint32_t *features; /* in rising order */
    size_t count;
    uint32_t *first;   /* examples of features[j]: members[first[j] … first[j + 1]) */
    uint32_t *members; /* in rising order */
};

struct bma_logistic {
    double l1, l2;    /* λ₁, λ₂ */
    unsigned passes;  /* over all features, at most; as many between two, over those that weigh */
    double tolerance; /* ends when no weight moved by more in a pass */
};

/* Features that fewer than `least` examples have are left out: their weight is 0. */
enum bma_status bma_by_feature_init(struct bma_by_feature *by, const struct bma_sparse *examples,
                                    unsigned least, struct bma_error *error);
void bma_by_feature_release(struct bma_by_feature *by);

/*
 * `targets` are +1 or −1, and `importance` is c; importance 0 leaves an example out.  Begins with the
 * weights, feature_count of them, and the bias as they are given, and leaves the fitted ones in them.
 */
enum bma_status bma_logistic_fit(const struct bma_logistic *how, const struct bma_sparse *examples,
                                 const struct bma_by_feature *by, const signed char *targets,
                                 const double *importance, double *weights, double *bias,
                                 struct bma_error *error);

/* f of one example. */
double bma_logistic_output(const struct bma_sparse *examples, size_t example, const double *weights,
                           double bias);

#endif

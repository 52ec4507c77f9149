/*
 * Logistic regression with a ridge, for examples that are rows of numbers.
 *
 * Minimises  Σᵢ log(1 + exp(−yᵢ f(xᵢ))) + ½ Σⱼ λⱼ wⱼ²  with  f(x) = b + Σⱼ wⱼ xⱼ,  by Newton's method, which
 * is iteratively reweighted least squares (le Cessie and van Houwelingen 1992); a step that does not lessen
 * the loss is halved.  For examples that have a feature or have it not, of which there are many thousands,
 * there is logistic.h.
 */
#ifndef BMA_LEARNING_RIDGE_H
#define BMA_LEARNING_RIDGE_H

#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>

struct bma_ridge {
    const double *rows; /* example i: [i × width, (i + 1) × width) */
    const bool *targets;
    size_t count, width;
    const double *penalties; /* λ, width of them, none below 0 */
};

/* Leaves the fitted weights, width of them, and behind them the bias. */
enum bma_status bma_ridge_fit(const struct bma_ridge *ridge, double *weights, struct bma_error *error);

/* f of one example. */
double bma_ridge_output(const struct bma_ridge *ridge, size_t example, const double *weights);

#endif

#include "learning/logistic.h"

#include "base/memory.h"

#include <math.h>
#include <stdbool.h>
#include <string.h>

/* While a model is fitted; examples by feature, and of each example its pull on the weights. */
struct fit {
    const struct bma_sparse *examples;
    const signed char *targets;
    const double *importance;
    uint32_t *members, *member_first; /* examples of feature j: members[member_first[j] …) */
    double *output;                   /* f of each example */
    double *pull;                     /* minus the derivative of its loss by f */
    double *curvature;                /* of each feature: a quarter of the importance of its examples */
};

static double pull_of(const struct fit *fit, size_t example)
{
    double target = fit->targets[example];

    return fit->importance[example] * target / (1 + exp(target * fit->output[example]));
}

static void index_features(struct fit *fit)
{
    const struct bma_sparse *all = fit->examples;

    for (size_t i = 0; i < all->example_count; i++)
        for (uint32_t k = all->first[i]; k < all->first[i + 1]; k++)
            fit->member_first[all->features[k] + 2]++;
    for (size_t j = 2; j < all->feature_count + 2; j++)
        fit->member_first[j] += fit->member_first[j - 1];
    for (size_t i = 0; i < all->example_count; i++) {
        for (uint32_t k = all->first[i]; k < all->first[i + 1]; k++) {
            fit->members[fit->member_first[all->features[k] + 1]++] = (uint32_t)i;
            fit->curvature[all->features[k]] += fit->importance[i] / 4;
        }
    }
}

static bool begin(struct fit *fit)
{
    const struct bma_sparse *all = fit->examples;

    fit->members = bma_calloc(all->first[all->example_count] + 1u, sizeof *fit->members);
    fit->member_first = bma_calloc(all->feature_count + 2, sizeof *fit->member_first);
    fit->output = bma_calloc(all->example_count + 1, sizeof *fit->output);
    fit->pull = bma_calloc(all->example_count + 1, sizeof *fit->pull);
    fit->curvature = bma_calloc(all->feature_count + 1, sizeof *fit->curvature);
    if (!fit->members || !fit->member_first || !fit->output || !fit->pull || !fit->curvature)
        return false;
    index_features(fit);
    for (size_t i = 0; i < all->example_count; i++)
        fit->pull[i] = pull_of(fit, i);
    return true;
}

static void end(struct fit *fit)
{
    bma_free(fit->members);
    bma_free(fit->member_first);
    bma_free(fit->output);
    bma_free(fit->pull);
    bma_free(fit->curvature);
}

static double shrink(double value, double by)
{
    return value > by ? value - by : value < -by ? value + by : 0;
}

static void move(struct fit *fit, size_t example, double by)
{
    fit->output[example] += by;
    fit->pull[example] = pull_of(fit, example);
}

/* One step of one weight; returns how far it moved. */
static double step(struct fit *fit, const struct bma_logistic *how, size_t feature, double *weight)
{
    double pull = 0, curvature = fit->curvature[feature], next;
    uint32_t first = fit->member_first[feature], last = fit->member_first[feature + 1];

    if (last - first < how->least)
        return 0;
    for (uint32_t k = first; k < last; k++)
        pull += fit->pull[fit->members[k]];
    next = shrink(curvature * *weight + pull, how->l1) / (curvature + how->l2);
    if (curvature <= 0 || next == *weight)
        return 0;
    for (uint32_t k = first; k < last; k++)
        move(fit, fit->members[k], next - *weight);
    curvature = fabs(next - *weight);
    *weight = next;
    return curvature;
}

/* The bias is not shrunk. */
static double step_bias(struct fit *fit, double *bias)
{
    double pull = 0, curvature = 0;

    for (size_t i = 0; i < fit->examples->example_count; i++) {
        pull += fit->pull[i];
        curvature += fit->importance[i] / 4;
    }
    if (curvature <= 0)
        return 0;
    for (size_t i = 0; i < fit->examples->example_count; i++)
        move(fit, i, pull / curvature);
    *bias += pull / curvature;
    return fabs(pull / curvature);
}

enum bma_status bma_logistic_fit(const struct bma_logistic *how, const struct bma_sparse *examples,
                                 const signed char *targets, const double *importance, double *weights,
                                 double *bias, struct bma_error *error)
{
    struct fit fit = {.examples = examples, .targets = targets, .importance = importance};
    double moved = INFINITY;

    memset(weights, 0, examples->feature_count * sizeof *weights);
    *bias = 0;
    if (!begin(&fit)) {
        end(&fit);
        return bma_error_memory(error);
    }
    for (unsigned pass = 0; pass < how->passes && moved > how->tolerance; pass++) {
        moved = step_bias(&fit, bias);
        for (size_t j = 0; j < examples->feature_count; j++)
            moved = fmax(moved, step(&fit, how, j, &weights[j]));
    }
    end(&fit);
    return BMA_OK;
}

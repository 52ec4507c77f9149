#include "learning/logistic.h"

#include "base/memory.h"

#include <math.h>
#include <stdbool.h>

/* ---- examples by feature ---- */

void bma_by_feature_release(struct bma_by_feature *by)
{
    bma_free(by->features);
    bma_free(by->first);
    bma_free(by->members);
    *by = (struct bma_by_feature){.count = 0};
}

/* Counts the examples of each feature, and keeps of the counts of those that have enough where their members
 * begin; the others have none. */
static void place_features(struct bma_by_feature *by, uint32_t *places, size_t feature_count, unsigned least)
{
    uint32_t end = 0;

    for (size_t j = 0; j < feature_count; j++) {
        uint32_t members = places[j];

        places[j] = UINT32_MAX;
        if (members < least)
            continue;
        places[j] = by->first[by->count] = end;
        by->features[by->count++] = (uint32_t)j;
        end += members;
    }
    by->first[by->count] = end;
}

enum bma_status bma_by_feature_init(struct bma_by_feature *by, const struct bma_sparse *examples,
                                    unsigned least, struct bma_error *error)
{
    size_t total = examples->first[examples->example_count];
    uint32_t *places = bma_calloc(examples->feature_count + 1, sizeof *places);

    *by = (struct bma_by_feature){.features = bma_calloc(examples->feature_count + 1, sizeof *by->features),
                                  .first = bma_calloc(examples->feature_count + 1, sizeof *by->first),
                                  .members = bma_calloc(total + 1, sizeof *by->members)};
    if (!places || !by->features || !by->first || !by->members) {
        bma_free(places);
        bma_by_feature_release(by);
        return bma_error_memory(error);
    }
    for (size_t k = 0; k < total; k++)
        places[examples->features[k]]++;
    place_features(by, places, examples->feature_count, least);
    for (size_t i = 0; i < examples->example_count; i++)
        for (uint32_t k = examples->first[i]; k < examples->first[i + 1]; k++)
            if (places[examples->features[k]] != UINT32_MAX)
                by->members[places[examples->features[k]]++] = (uint32_t)i;
    bma_free(places);
    return BMA_OK;
}

/* ---- the fit ---- */

/* While a model is fitted. */
struct fit {
    const struct bma_logistic *how;
    const struct bma_by_feature *by;
    const signed char *targets;
    const double *importance;
    size_t example_count;
    double *output;    /* f of each example */
    double *pull;      /* minus the derivative of its loss by f */
    double *curvature; /* of each of by->features: a quarter of the importance of its examples */
    double whole;      /* the same of all examples */
    double *weights, *bias;
};

double bma_logistic_output(const struct bma_sparse *examples, size_t example, const double *weights,
                           double bias)
{
    for (uint32_t k = examples->first[example]; k < examples->first[example + 1]; k++)
        bias += weights[examples->features[k]];
    return bias;
}

static void move(struct fit *fit, size_t example, double by)
{
    double target = fit->targets[example];

    if (fit->importance[example] <= 0)
        return;
    fit->output[example] += by;
    fit->pull[example] = fit->importance[example] * target / (1 + exp(target * fit->output[example]));
}

static bool begin(struct fit *fit, const struct bma_sparse *all)
{
    fit->output = bma_calloc(all->example_count + 1, sizeof *fit->output);
    fit->pull = bma_calloc(all->example_count + 1, sizeof *fit->pull);
    fit->curvature = bma_calloc(fit->by->count + 1, sizeof *fit->curvature);
    if (!fit->output || !fit->pull || !fit->curvature)
        return false;
    for (size_t i = 0; i < all->example_count; i++) {
        fit->whole += fit->importance[i] / 4;
        move(fit, i, bma_logistic_output(all, i, fit->weights, *fit->bias));
    }
    for (size_t j = 0; j < fit->by->count; j++)
        for (uint32_t k = fit->by->first[j]; k < fit->by->first[j + 1]; k++)
            fit->curvature[j] += fit->importance[fit->by->members[k]] / 4;
    return true;
}

static void end(struct fit *fit)
{
    bma_free(fit->output);
    bma_free(fit->pull);
    bma_free(fit->curvature);
}

static double shrink(double value, double by)
{
    return value > by ? value - by : value < -by ? value + by : 0;
}

/* One step of the weight of by->features[j]; returns how far it moved. */
static double step(struct fit *fit, size_t j)
{
    const uint32_t *members = fit->by->members;
    uint32_t first = fit->by->first[j], last = fit->by->first[j + 1];
    double *weight = &fit->weights[fit->by->features[j]];
    double pull = 0, by;

    for (uint32_t k = first; k < last; k++)
        pull += fit->pull[members[k]];
    by = shrink(fit->curvature[j] * *weight + pull, fit->how->l1) / (fit->curvature[j] + fit->how->l2) -
         *weight;
    if (fit->curvature[j] <= 0 || by == 0)
        return 0;
    for (uint32_t k = first; k < last; k++)
        move(fit, members[k], by);
    *weight += by;
    return fabs(by);
}

/* The bias is not shrunk. */
static double step_bias(struct fit *fit)
{
    double pull = 0;

    if (fit->whole <= 0)
        return 0;
    for (size_t i = 0; i < fit->example_count; i++)
        pull += fit->pull[i];
    for (size_t i = 0; i < fit->example_count; i++)
        move(fit, i, pull / fit->whole);
    *fit->bias += pull / fit->whole;
    return fabs(pull / fit->whole);
}

/* One pass; returns how far the weight that moved most did. */
static double pass(struct fit *fit, bool active_only)
{
    double moved = step_bias(fit);

    for (size_t j = 0; j < fit->by->count; j++) {
        if (!active_only || fit->weights[fit->by->features[j]] != 0)
            moved = fmax(moved, step(fit, j));
    }
    return moved;
}

enum bma_status bma_logistic_fit(const struct bma_logistic *how, const struct bma_sparse *examples,
                                 const struct bma_by_feature *by, const signed char *targets,
                                 const double *importance, double *weights, double *bias,
                                 struct bma_error *error)
{
    struct fit fit = {.how = how,
                      .by = by,
                      .targets = targets,
                      .importance = importance,
                      .example_count = examples->example_count,
                      .weights = weights,
                      .bias = bias};

    if (!begin(&fit, examples)) {
        end(&fit);
        return bma_error_memory(error);
    }
    for (unsigned all = 0; all < how->passes && pass(&fit, false) > how->tolerance; all++)
        for (unsigned active = 0; active < how->passes && pass(&fit, true) > how->tolerance; active++) {
        }
    end(&fit);
    return BMA_OK;
}

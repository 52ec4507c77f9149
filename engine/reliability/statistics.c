#include "reliability/statistics.h"

#include "base/draw.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

struct margins {
    double first[BMA_CATEGORIES], second[BMA_CATEGORIES], total;
};

static struct margins margins_of(const struct bma_confusion *confusion)
{
    struct margins margins = {{0}, {0}, 0};

    for (int i = 0; i < BMA_CATEGORIES; i++)
        for (int k = 0; k < BMA_CATEGORIES; k++) {
            margins.first[i] += confusion->counts[i][k];
            margins.second[k] += confusion->counts[i][k];
            margins.total += confusion->counts[i][k];
        }
    return margins;
}

double bma_exact_agreement(const struct bma_confusion *confusion)
{
    double same = 0, total = margins_of(confusion).total;

    for (int i = 0; i < BMA_CATEGORIES; i++)
        same += confusion->counts[i][i];
    return total > 0 ? same / total : NAN;
}

double bma_kappa(const struct bma_confusion *confusion, enum bma_weights weights)
{
    struct margins margins = margins_of(confusion);
    double seen = 0, expected = 0;

    if (margins.total <= 0)
        return NAN;
    for (int i = 0; i < BMA_CATEGORIES; i++)
        for (int k = 0; k < BMA_CATEGORIES; k++) {
            double weight = weights == BMA_WEIGHTS_QUADRATIC ? (double)((i - k) * (i - k)) : i != k;
            seen += weight * confusion->counts[i][k];
            expected += weight * margins.first[i] * margins.second[k] / margins.total;
        }
    return expected > 0 ? 1 - seen / expected : NAN;
}

void bma_coincidences_add(struct bma_coincidences *matrix, const int *values, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < count; k++)
            if (i != k)
                matrix->cells[values[i]][values[k]] += 1.0 / (count - 1);
}

static void sum_rows(const struct bma_coincidences *matrix, double rows[BMA_CATEGORIES])
{
    for (int c = 0; c < BMA_CATEGORIES; c++) {
        rows[c] = 0;
        for (int k = 0; k < BMA_CATEGORIES; k++)
            rows[c] += matrix->cells[c][k];
    }
}

/* The squared difference between categories c < k. */
static double difference(const double rows[BMA_CATEGORIES], int c, int k, enum bma_metric metric)
{
    double between = -(rows[c] + rows[k]) / 2;

    if (metric == BMA_METRIC_NOMINAL)
        return 1;
    for (int g = c; g <= k; g++)
        between += rows[g];
    return between * between;
}

double bma_alpha(const struct bma_coincidences *matrix, enum bma_metric metric)
{
    double rows[BMA_CATEGORIES], total = 0, seen = 0, expected = 0;

    sum_rows(matrix, rows);
    for (int c = 0; c < BMA_CATEGORIES; c++)
        total += rows[c];
    for (int c = 0; c < BMA_CATEGORIES; c++)
        for (int k = c + 1; k < BMA_CATEGORIES; k++) {
            double squared = difference(rows, c, k, metric);
            seen += matrix->cells[c][k] * squared;
            expected += rows[c] * rows[k] * squared;
        }
    return expected > 0 ? 1 - (total - 1) * seen / expected : NAN;
}

static void add(struct bma_coincidences *sum, const struct bma_coincidences *more)
{
    for (int c = 0; c < BMA_CATEGORIES; c++)
        for (int k = 0; k < BMA_CATEGORIES; k++)
            sum->cells[c][k] += more->cells[c][k];
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;

    return (x > y) - (x < y);
}

/* Between the two values that stand around it, in proportion (Hyndman and Fan's type 7). */
static double quantile(const double *sorted, uint32_t count, double share)
{
    double at = share * (count - 1), below = floor(at);
    uint32_t i = (uint32_t)below;

    return i + 1 < count ? sorted[i] + (at - below) * (sorted[i + 1] - sorted[i]) : sorted[count - 1];
}

struct bma_interval bma_alpha_interval(const struct bma_coincidences *groups, uint32_t count,
                                       enum bma_metric metric)
{
    struct bma_interval none = {NAN, NAN};
    double samples[BMA_RESAMPLES];
    uint32_t defined = 0;
    struct bma_draw draw = {2011};

    if (count < 2)
        return none;
    for (int i = 0; i < BMA_RESAMPLES; i++) {
        struct bma_coincidences sum = {{{0}}};
        for (uint32_t k = 0; k < count; k++)
            add(&sum, &groups[bma_draw_below(&draw, count)]);
        samples[defined] = bma_alpha(&sum, metric);
        if (!isnan(samples[defined]))
            defined++;
    }
    if (2 * defined <= BMA_RESAMPLES)
        return none;
    qsort(samples, defined, sizeof *samples, by_size);
    return (struct bma_interval){quantile(samples, defined, 0.025), quantile(samples, defined, 0.975)};
}

double bma_precision(const struct bma_detection *detection)
{
    uint32_t all = detection->both + detection->only_second;

    return all > 0 ? (double)detection->both / all : NAN;
}

double bma_recall(const struct bma_detection *detection)
{
    uint32_t all = detection->both + detection->only_first;

    return all > 0 ? (double)detection->both / all : NAN;
}

double bma_f1(const struct bma_detection *detection)
{
    uint32_t all = 2 * detection->both + detection->only_first + detection->only_second;

    return all > 0 ? 2.0 * detection->both / all : NAN;
}

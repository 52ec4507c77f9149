/* The optimum of a ridge is known by its derivatives, whatever way led there. */
#include "learning/ridge.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { EXAMPLES = 90, FEATURES = 4, SIZE = FEATURES + 1 };

/* Feature 0 goes with the target, 1 against it, 2 does not tell, and 3 is the same in all. */
struct data {
    double rows[EXAMPLES * FEATURES];
    bool targets[EXAMPLES];
};

static void build(struct data *data)
{
    for (uint32_t i = 0; i < EXAMPLES; i++) {
        double noise = (double)(i * 2654435761u >> 20 & 1023) / 512 - 1;
        double *row = data->rows + i * FEATURES;

        data->targets[i] = i % 3 == 0;
        row[0] = data->targets[i] + noise;
        row[1] = noise - 2 * data->targets[i];
        row[2] = (double)(i * 40503u >> 6 & 7) - 3.5;
        row[3] = 1;
    }
}

/* Derivatives of the loss by each weight, and by the bias (last). */
static void derive(const struct bma_ridge *ridge, const double *weights, double *out)
{
    memset(out, 0, SIZE * sizeof *out);
    for (size_t i = 0; i < ridge->count; i++) {
        double chance = 1 / (1 + exp(-bma_ridge_output(ridge, i, weights)));

        for (size_t j = 0; j < SIZE; j++)
            out[j] += (chance - ridge->targets[i]) * (j < FEATURES ? ridge->rows[i * FEATURES + j] : 1);
    }
    for (size_t j = 0; j < FEATURES; j++)
        out[j] += ridge->penalties[j] * weights[j];
}

static void fit_and_hold(const double *penalties, double *weights)
{
    static struct data data;
    struct bma_error error = {.status = BMA_OK};
    const struct bma_ridge ridge = {data.rows, data.targets, EXAMPLES, FEATURES, penalties};
    double slopes[SIZE];

    build(&data);
    assert_int_equal(bma_ridge_fit(&ridge, weights, &error), BMA_OK);
    derive(&ridge, weights, slopes);
    for (size_t j = 0; j < SIZE; j++)
        assert_true(fabs(slopes[j]) < 1e-3);
}

static void test_optimum(void **state)
{
    static const double loose[FEATURES] = {0.01, 0.01, 0.01, 1}, tight[FEATURES] = {0.01, 500, 0.01, 1};
    double free_weights[SIZE], held_weights[SIZE];

    (void)state;
    fit_and_hold(loose, free_weights);
    assert_true(free_weights[0] > 0 && free_weights[1] < 0);
    assert_true(fabs(free_weights[2]) < fabs(free_weights[1]));
    assert_true(fabs(free_weights[3]) < 0.05); /* the bias is not shrunk, and takes its part */
    fit_and_hold(tight, held_weights);
    assert_true(fabs(held_weights[1]) < fabs(free_weights[1]) / 4);
}

/* What no line parts has finite weights; what all have alike has none at all, nor does what is nowhere. */
static void test_extremes(void **state)
{
    static const double rows[] = {1, 0, 2, 0, 3, 0, -1, 0, -2, 0};
    static const bool parted[] = {true, true, true, false, false}, same[] = {true, true, true, true, true};
    static const double penalties[] = {1, 0};
    struct bma_error error = {.status = BMA_OK};
    struct bma_ridge ridge = {rows, parted, 5, 2, penalties};
    double weights[3];

    (void)state;
    assert_int_equal(bma_ridge_fit(&ridge, weights, &error), BMA_OK);
    assert_true(weights[0] > 0.5 && weights[0] < 5 && weights[1] == 0);
    ridge.targets = same;
    assert_int_equal(bma_ridge_fit(&ridge, weights, &error), BMA_OK);
    assert_true(isfinite(weights[0]) && isfinite(weights[2]) && weights[2] > 5);
    ridge.count = 0;
    assert_int_equal(bma_ridge_fit(&ridge, weights, &error), BMA_OK);
    assert_true(weights[0] == 0 && weights[2] == 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_optimum), cmocka_unit_test(test_extremes)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

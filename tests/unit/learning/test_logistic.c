/* The optimum of an elastic net is known by its derivatives, whatever way led there. */
#include "learning/logistic.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { EXAMPLES = 60, FEATURES = 7 };

/* Feature 0 goes with the target, 1 mostly, 2 against it; 3 to 5 do not tell; 6 never occurs. */
struct data {
    uint32_t features[EXAMPLES * FEATURES], first[EXAMPLES + 1];
    signed char targets[EXAMPLES];
    double importance[EXAMPLES];
    struct bma_sparse sparse;
};

static void build(struct data *data)
{
    uint32_t total = 0;

    for (uint32_t i = 0; i < EXAMPLES; i++) {
        bool counts = i % 3 == 0;

        data->first[i] = total;
        data->targets[i] = counts ? 1 : -1;
        data->importance[i] = i % 5 == 4 ? 0 : counts ? 2 : 1;
        for (uint32_t j = 0; j < 6; j++) {
            bool has = j == 0   ? counts && i % 7 != 0
                       : j == 1 ? counts || i % 4 == 0
                       : j == 2 ? !counts && i % 2 == 0
                                : (i * 2654435761u >> (8 + j) & 3) == 0;
            if (has)
                data->features[total++] = j;
        }
    }
    data->first[EXAMPLES] = total;
    data->sparse = (struct bma_sparse){data->features, data->first, EXAMPLES, FEATURES};
}

/* Derivatives of the loss by each weight, and by the bias (last). */
static void derive(const struct data *data, const double *weights, double bias, double *out)
{
    memset(out, 0, (FEATURES + 1) * sizeof *out);
    for (uint32_t i = 0; i < EXAMPLES; i++) {
        double f = bias, slope;

        for (uint32_t k = data->first[i]; k < data->first[i + 1]; k++)
            f += weights[data->features[k]];
        slope = -data->importance[i] * data->targets[i] / (1 + exp(data->targets[i] * f));
        for (uint32_t k = data->first[i]; k < data->first[i + 1]; k++)
            out[data->features[k]] += slope;
        out[FEATURES] += slope;
    }
}

static void optimum(void **state)
{
    static const struct bma_logistic hows[] = {
        {0, 1, 5000, 1e-10}, {1, 0.1, 5000, 1e-10}, {3, 1, 5000, 1e-10}, {1000, 1, 5000, 1e-10}};
    struct bma_by_feature by;
    struct bma_error error;
    struct data data;

    (void)state;
    build(&data);
    assert_int_equal(bma_by_feature_init(&by, &data.sparse, 1, &error), BMA_OK);
    assert_int_equal(by.count, FEATURES - 1);
    for (size_t h = 0; h < sizeof hows / sizeof *hows; h++) {
        double weights[FEATURES] = {0}, slopes[FEATURES + 1], bias = 0;

        if (h % 2 == 1) /* whatever it begins with; the last never occurs */
            weights[1] = weights[4] = bias = 3;
        assert_int_equal(bma_logistic_fit(&hows[h], &data.sparse, &by, data.targets, data.importance, weights,
                                          &bias, &error),
                         BMA_OK);
        derive(&data, weights, bias, slopes);
        assert_true(fabs(slopes[FEATURES]) < 1e-6);
        for (int j = 0; j < FEATURES; j++) {
            double slope = slopes[j] + hows[h].l2 * weights[j];

            if (weights[j] == 0)
                assert_true(fabs(slope) <= hows[h].l1 + 1e-6);
            else
                assert_true(fabs(slope + copysign(hows[h].l1, weights[j])) < 1e-6);
        }
        assert_true(weights[6] == 0);
        assert_true(hows[h].l1 < 100 ? weights[0] > 0 && weights[2] < 0 : weights[0] == 0 && weights[2] == 0);
    }
    bma_by_feature_release(&by);
}

/* Features of few examples are left out, and the members of the others stand in order. */
static void few(void **state)
{
    struct bma_by_feature by;
    struct bma_error error;
    struct data data;
    uint32_t counts[FEATURES] = {0};
    size_t kept = 0;

    (void)state;
    build(&data);
    for (uint32_t k = 0; k < data.first[EXAMPLES]; k++)
        counts[data.features[k]]++;
    assert_int_equal(bma_by_feature_init(&by, &data.sparse, counts[3] + 1, &error), BMA_OK);
    for (uint32_t j = 0; j < FEATURES; j++)
        kept += counts[j] > counts[3];
    assert_true(kept > 0 && kept < FEATURES);
    assert_int_equal(by.count, kept);
    for (size_t j = 0; j < by.count; j++) {
        assert_int_equal(by.first[j + 1] - by.first[j], counts[by.features[j]]);
        for (uint32_t k = by.first[j] + 1; k < by.first[j + 1]; k++)
            assert_true(by.members[k] > by.members[k - 1]);
    }
    bma_by_feature_release(&by);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(optimum), cmocka_unit_test(few)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/*
 * Published examples.  Alpha: the reliability data of four observers and twelve units (values 1 to 5, some
 * missing) in K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), whose nominal and
 * ordinal alpha are .743 and .815.  Kappa: the 3 × 3 table of Cohen (1960), .492.
 */
#include "reliability/statistics.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_near(double is, double should, double within)
{
    assert_true(fabs(is - should) <= within);
}

enum { OBSERVERS = 4, UNITS = 12 };

static const int observed[OBSERVERS][UNITS] = {
    {1, 2, 3, 3, 2, 1, 4, 1, 2, 0, 0, 0},
    {1, 2, 3, 3, 2, 2, 4, 1, 2, 5, 0, 3},
    {0, 3, 3, 3, 2, 3, 4, 2, 2, 5, 1, 0},
    {1, 2, 3, 3, 2, 4, 4, 1, 2, 5, 1, 0},
};

static struct bma_coincidences four_observers(void)
{
    struct bma_coincidences matrix = {{{0}}};

    for (int unit = 0; unit < UNITS; unit++) {
        int values[OBSERVERS];
        uint32_t count = 0;
        for (int i = 0; i < OBSERVERS; i++)
            if (observed[i][unit] > 0)
                values[count++] = observed[i][unit] - 1;
        bma_coincidences_add(&matrix, values, count);
    }
    return matrix;
}

static void alpha_of_four_observers(void **state)
{
    struct bma_coincidences matrix = four_observers();

    (void)state;
    assert_near(bma_alpha(&matrix, BMA_METRIC_NOMINAL), 0.743, 0.0005);
    assert_near(bma_alpha(&matrix, BMA_METRIC_ORDINAL), 0.815, 0.0005);
}

/* In per cent of 200: 44, 7, 9; 5, 20, 5; 1, 3, 6. */
static void kappa_of_cohen(void **state)
{
    static const struct bma_confusion confusion = {{{88, 14, 18}, {10, 40, 10}, {2, 6, 12}}};

    (void)state;
    assert_near(bma_exact_agreement(&confusion), 0.70, 1e-9);
    assert_near(bma_kappa(&confusion, BMA_WEIGHTS_NONE), 0.492, 0.0005);
}

/*
 * By hand: of 10 units 4 are (0, 0), 3 (2, 2), 2 (0, 1), 1 (2, 0).  Seen: 2·1 + 1·4 = 6.  Margins: first
 * 6, 0, 4; second 5, 2, 3.  Expected: (6·2·1 + 6·3·4 + 4·5·4 + 4·2·1) / 10 = 17.2.  1 - 6 / 17.2.
 */
static void weighted_kappa_by_hand(void **state)
{
    static const struct bma_confusion confusion = {{{4, 2, 0}, {0, 0, 0}, {1, 0, 3}}};

    (void)state;
    assert_near(bma_kappa(&confusion, BMA_WEIGHTS_QUADRATIC), 1 - 6 / 17.2, 1e-9);
}

/* Where all values are the same nothing can be told of chance. */
static void undefined_is_nan(void **state)
{
    static const struct bma_confusion none, same = {{{7}}};
    struct bma_coincidences matrix = {{{14}}};
    struct bma_detection nothing = {0, 0, 0};

    (void)state;
    assert_true(isnan(bma_exact_agreement(&none)));
    assert_true(isnan(bma_kappa(&none, BMA_WEIGHTS_NONE)));
    assert_true(isnan(bma_kappa(&same, BMA_WEIGHTS_QUADRATIC)));
    assert_true(isnan(bma_alpha(&matrix, BMA_METRIC_ORDINAL)));
    assert_true(isnan(bma_f1(&nothing)));
    assert_true(isnan(bma_alpha_interval(&matrix, 1, BMA_METRIC_NOMINAL).low));
    assert_true(isnan(bma_alpha_interval(&matrix, 1, BMA_METRIC_NOMINAL).high));
}

static void one_value_adds_nothing(void **state)
{
    struct bma_coincidences matrix = {{{0}}};
    int values[] = {3};

    (void)state;
    bma_coincidences_add(&matrix, values, 1);
    bma_coincidences_add(&matrix, values, 0);
    assert_near(matrix.cells[3][3], 0, 0);
}

/* Groups that are all alike leave no doubt; others do, around alpha, and the same each time. */
static void interval_stands_around_alpha(void **state)
{
    struct bma_coincidences alike[6], mixed[6] = {{{{0}}}}, sum = {{{0}}};
    struct bma_interval certain, doubt, again;

    (void)state;
    for (int i = 0; i < 6; i++) {
        int first[2] = {i % 3, i % 3}, second[2] = {i % 2, (i + 1) % 3};
        alike[i] = four_observers();
        bma_coincidences_add(&mixed[i], first, 2);
        bma_coincidences_add(&mixed[i], second, 2);
        bma_coincidences_add(&sum, first, 2);
        bma_coincidences_add(&sum, second, 2);
    }
    certain = bma_alpha_interval(alike, 6, BMA_METRIC_ORDINAL);
    assert_near(certain.high - certain.low, 0, 1e-9);
    doubt = bma_alpha_interval(mixed, 6, BMA_METRIC_NOMINAL);
    again = bma_alpha_interval(mixed, 6, BMA_METRIC_NOMINAL);
    assert_true(doubt.low < bma_alpha(&sum, BMA_METRIC_NOMINAL));
    assert_true(doubt.high > bma_alpha(&sum, BMA_METRIC_NOMINAL));
    assert_near(doubt.low, again.low, 0);
    assert_near(doubt.high, again.high, 0);
}

static void precision_and_recall(void **state)
{
    struct bma_detection found = {6, 2, 3};

    (void)state;
    assert_near(bma_precision(&found), 6.0 / 9, 1e-9);
    assert_near(bma_recall(&found), 6.0 / 8, 1e-9);
    assert_near(bma_f1(&found), 12.0 / 17, 1e-9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(alpha_of_four_observers), cmocka_unit_test(kappa_of_cohen),
        cmocka_unit_test(weighted_kappa_by_hand),  cmocka_unit_test(undefined_is_nan),
        cmocka_unit_test(one_value_adds_nothing),  cmocka_unit_test(interval_stands_around_alpha),
        cmocka_unit_test(precision_and_recall),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

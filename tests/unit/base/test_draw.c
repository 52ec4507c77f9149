/* What is drawn from a seed is the same each time, and even. */
#include "base/draw.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void draws(void **state)
{
    struct bma_draw one = {3}, two = {3};
    float sum = 0;
    unsigned counts[5] = {0};

    (void)state;
    for (int i = 0; i < 5000; i++) {
        float unit = bma_draw_unit(&one);

        assert_true(unit >= 0 && unit < 1);
        assert_true(unit == bma_draw_unit(&two));
        sum += unit;
        counts[bma_draw_below(&one, 5)]++;
        (void)bma_draw_below(&two, 5);
    }
    assert_true(fabsf(sum / 5000 - 0.5f) < 0.02f);
    for (int i = 0; i < 5; i++)
        assert_true(counts[i] > 900 && counts[i] < 1100);
}

/* The first numbers of the authors' generator from the seed 1234567. */
static void as_published(void **state)
{
    struct bma_draw draw = {1234567};

    (void)state;
    assert_true(bma_draw(&draw) == UINT64_C(6457827717110365317));
    assert_true(bma_draw(&draw) == UINT64_C(3203168211198807973));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(draws), cmocka_unit_test(as_published)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* A net's slopes are those of its loss, and it learns what no sum of words could tell. */
#include "learning/net.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

enum { MODELS = 3, ROWS = 6, WINDOWS = 7, PLACES = 9 };

static void make(struct bma_net *net, struct bma_arena *arena, uint32_t width, uint32_t hidden,
                 struct bma_draw *draw)
{
    const struct bma_net_example most = {.count = ROWS, .length = PLACES};

    *net = (struct bma_net){
        .width = width, .hidden = hidden, .windows = WINDOWS, .models = MODELS, .rows = ROWS};
    bma_arena_init(arena);
    assert_true(bma_net_init(net, arena, most, NULL, draw));
}

static const uint32_t rows[] = {0, 2, 3, 5};
static const uint32_t passage[PLACES] = {2, 0, BMA_NET_NO_ROW, 5, 0, BMA_NET_EDGE, BMA_NET_EDGE, 3, 2};
static const struct bma_net_example example = {rows, passage, sizeof rows / sizeof *rows, PLACES};
static const float truth[MODELS] = {1, 0, 1};

/* Of the example above; the draw is a copy, so that the same terms and units are left out each time. */
static double loss_of(struct bma_net *net, struct bma_draw draw)
{
    double loss = 0;

    bma_net_read(net, &example, &draw);
    for (int m = 0; m < MODELS; m++)
        loss += log1p(exp(truth[m] > 0 ? -(double)net->said[m] : (double)net->said[m]));
    return loss;
}

static void check_slopes(struct bma_net *net, struct bma_parameters *what, struct bma_draw draw)
{
    const float step = 1e-2f;

    for (size_t i = 0; i < what->count; i++) {
        float value = what->values[i];
        double above, below, slope;

        what->values[i] = value + step;
        above = loss_of(net, draw);
        what->values[i] = value - step;
        below = loss_of(net, draw);
        what->values[i] = value;
        slope = (above - below) / (2 * (double)step);
        if (fabs(slope - (double)what->slopes[i]) > 2e-3 + 0.02 * fabs(slope))
            fail_msg("%zu: by differences %f, told %f", i, slope, (double)what->slopes[i]);
    }
}

static void slopes(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed < 6; seed++) {
        struct bma_draw draw = {seed};
        struct bma_arena arena;
        struct bma_net net;
        float errors[MODELS];

        make(&net, &arena, 4, 5, &draw);
        (void)loss_of(&net, draw);
        for (int m = 0; m < MODELS; m++)
            errors[m] = 1 / (1 + expf(-net.said[m])) - truth[m];
        bma_net_blame(&net, errors);
        assert_true(net.touched_count >= net.taken_count && net.touched_count < ROWS);
        check_slopes(&net, &net.vectors, draw);
        check_slopes(&net, &net.units, draw);
        check_slopes(&net, &net.panes, draw);
        check_slopes(&net, &net.window_bias, draw);
        check_slopes(&net, &net.outputs, draw);
        check_slopes(&net, &net.biases, draw);
        bma_arena_release(&arena);
    }
}

/* One of two terms counts, both do not, nor does none: the third model asks for that. */
static void learns(void **state)
{
    static const struct {
        uint32_t rows[3], count;
        float truth;
    } examples[] = {{{0, 1, 4}, 3, 0}, {{0, 4}, 2, 1}, {{1, 4}, 2, 1}, {{4}, 1, 0}};
    enum { COUNT = sizeof examples / sizeof *examples, PASSES = 1500 };
    struct bma_draw draw = {7};
    struct bma_arena arena;
    struct bma_net net;

    (void)state;
    make(&net, &arena, 8, 24, &draw);
    for (int pass = 0; pass < PASSES; pass++) {
        for (size_t i = 0; i < COUNT; i++) {
            struct bma_net_example read = {.rows = examples[i].rows, .count = examples[i].count};
            float errors[MODELS] = {0};

            bma_net_read(&net, &read, NULL);
            errors[2] = 1 / (1 + expf(-net.said[2])) - examples[i].truth;
            bma_net_blame(&net, errors);
        }
        bma_net_move(&net, 1);
        assert_int_equal(net.touched_count, 0);
    }
    for (size_t i = 0; i < COUNT; i++) {
        struct bma_net_example read = {.rows = examples[i].rows, .count = examples[i].count};

        bma_net_read(&net, &read, NULL);
        assert_true((net.said[2] > 1) == (examples[i].truth > 0) && fabsf(net.said[2]) > 1);
    }
    bma_arena_release(&arena);
}

/* Who stands before whom: the sums are the same. */
static void learns_order(void **state)
{
    static const uint32_t orders[2][3] = {{1, 4, 2}, {2, 4, 1}};
    enum { PASSES = 600 };
    struct bma_draw draw = {3};
    struct bma_arena arena;
    struct bma_net net;

    (void)state;
    make(&net, &arena, 8, 8, &draw);
    for (int pass = 0; pass <= PASSES; pass++) {
        for (int i = 0; i < 2; i++) {
            struct bma_net_example read = {orders[i], orders[i], 3, 3};
            float errors[MODELS] = {0};

            bma_net_read(&net, &read, NULL);
            errors[1] = 1 / (1 + expf(-net.said[1])) - (float)i;
            bma_net_blame(&net, errors);
            if (pass == PASSES)
                assert_true((net.said[1] > 1) == (i == 1) && fabsf(net.said[1]) > 1);
        }
        bma_net_move(&net, 1);
    }
    bma_arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(slopes), cmocka_unit_test(learns),
                                       cmocka_unit_test(learns_order)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

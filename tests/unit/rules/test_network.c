/* The network of likeness in whole numbers, against the same worked out in floating point. */
#include "rules/network.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { NETS = 2, WIDTH = 3, HIDDEN = 8, MODELS = 5, ROWS = 7 };

struct made {
    struct bma_network network;
    int8_t vectors[ROWS * NETS * WIDTH];
    int16_t unit_weights[HIDDEN * WIDTH], model_weights[HIDDEN * MODELS];
    int32_t unit_step[HIDDEN], unit_bias[HIDDEN], model_step[MODELS], model_bias[MODELS];
};

static const uint32_t models[MODELS] = {0, 1, 2, 3, 4};

static int between(unsigned *seed, int low, int high)
{
    *seed = *seed * 1103515245u + 12345u;
    return low + (int)(*seed / 65536u % (unsigned)(high - low + 1));
}

static void make(struct made *made, unsigned seed)
{
    *made = (struct made){.network = {NETS, WIDTH, HIDDEN, ROWS, made->vectors, made->unit_weights,
                                      made->unit_step, made->unit_bias, made->model_weights, made->model_step,
                                      made->model_bias}};
    for (size_t i = 0; i < sizeof made->vectors; i++)
        made->vectors[i] = (int8_t)between(&seed, -BMA_NETWORK_STEPS, BMA_NETWORK_STEPS);
    for (size_t i = 0; i < HIDDEN * WIDTH; i++)
        made->unit_weights[i] = (int16_t)between(&seed, -BMA_NETWORK_STEPS, BMA_NETWORK_STEPS);
    for (size_t i = 0; i < HIDDEN * MODELS; i++)
        made->model_weights[i] = (int16_t)between(&seed, -BMA_NETWORK_STEPS, BMA_NETWORK_STEPS);
    for (int i = 0; i < HIDDEN; i++) {
        made->unit_step[i] = between(&seed, 0, 30000) * 100;
        made->unit_bias[i] = between(&seed, -2000, 2000);
    }
    for (int i = 0; i < MODELS; i++) {
        made->model_step[i] = between(&seed, 0, 30000) * 50;
        made->model_bias[i] = between(&seed, -400, 100);
    }
}

/* What network.h says, in hundredths of log odds. */
static double model_of(const struct made *made, const size_t *rows, size_t count, int model)
{
    double total = 0;

    for (int unit = 0; unit < HIDDEN; unit++) {
        double seen = 0, given;

        for (int k = 0; k < WIDTH; k++) {
            double sum = 0;

            for (size_t i = 0; i < count; i++)
                sum += made->vectors[rows[i] * NETS * WIDTH + (size_t)(unit / (HIDDEN / NETS) * WIDTH + k)];
            seen += sum * made->unit_weights[unit * WIDTH + k];
        }
        given =
            seen * BMA_NETWORK_GAIN / sqrt((double)count) * made->unit_step[unit] / BMA_NETWORK_UNIT_STEP +
            (double)made->unit_bias[unit] / BMA_NETWORK_UNIT;
        if (given > 0)
            total += given * made->model_weights[model * HIDDEN + unit];
    }
    return total * made->model_step[model] / BMA_NETWORK_MODEL_STEP + made->model_bias[model];
}

static void whole_numbers(void **state)
{
    static const size_t rows[] = {6, 0, 3, 1};
    struct made made;

    (void)state;
    for (unsigned seed = 1; seed < 50; seed++) {
        make(&made, seed);
        for (size_t count = 1; count <= sizeof rows / sizeof *rows; count++) {
            struct bma_network_sum sum = {.count = 0};
            struct bma_network_given given;
            int32_t scores[MODELS];

            for (size_t i = 0; i < count; i++)
                bma_network_add(&made.network, rows[i], &sum);
            assert_int_equal(sum.count, count);
            bma_network_see(&made.network, &sum, &given);
            bma_network_say(&made.network, &given, models, MODELS, scores);
            for (int m = 0; m < MODELS; m++) {
                double wanted = model_of(&made, rows, count, m);

                if (fabs(scores[m] - wanted) > 2 + fabs(wanted) / 100)
                    fail_msg("seed %u, model %d: %d for %f", seed, m, (int)scores[m], wanted);
            }
        }
    }
}

/* Nothing that a table or an image may hold runs over. */
static void extremes(void **state)
{
    struct made made;
    struct bma_network_sum sum = {.count = 0};
    struct bma_network_given given;
    int32_t scores[MODELS];

    (void)state;
    make(&made, 1);
    memset(made.vectors, INT8_MAX, sizeof made.vectors);
    for (size_t i = 0; i < HIDDEN * WIDTH; i++)
        made.unit_weights[i] = BMA_NETWORK_STEPS;
    for (size_t i = 0; i < HIDDEN * MODELS; i++)
        made.model_weights[i] = -BMA_NETWORK_STEPS;
    for (int i = 0; i < HIDDEN; i++)
        made.unit_step[i] = BMA_NETWORK_STEP_MOST, made.unit_bias[i] = 1000000;
    for (int i = 0; i < MODELS; i++)
        made.model_step[i] = BMA_NETWORK_STEP_MOST;
    bma_network_see(&made.network, &sum, &given); /* a clause without a vector */
    bma_network_say(&made.network, &given, models, MODELS, scores);
    for (size_t i = 0; i < 1000000; i++)
        bma_network_add(&made.network, i % ROWS, &sum);
    bma_network_see(&made.network, &sum, &given);
    bma_network_say(&made.network, &given, models, MODELS, scores);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(whole_numbers), cmocka_unit_test(extremes)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

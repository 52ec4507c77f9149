/* The network of likeness in whole numbers, against the same worked out in floating point. */
#include "rules/windows.h"

#include "document/document.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { NETS = 2, WIDTH = 3, HIDDEN = 8, WINDOWS = 6, MODELS = 5, ROWS = 7 };
enum { SEEN = WIDTH * BMA_NETWORK_SPAN, INPUTS = HIDDEN + WINDOWS };

struct made {
    struct bma_network network;
    int8_t vectors[ROWS * NETS * WIDTH];
    int16_t unit_weights[HIDDEN * WIDTH], window_weights[WINDOWS * SEEN], model_weights[INPUTS * MODELS];
    int32_t unit_step[HIDDEN], unit_bias[HIDDEN], window_step[WINDOWS], window_bias[WINDOWS];
    int32_t model_step[MODELS], model_bias[MODELS];
};

static const uint32_t models[MODELS] = {0, 1, 2, 3, 4};

static int between(unsigned *seed, int low, int high)
{
    *seed = *seed * 1103515245u + 12345u;
    return low + (int)(*seed / 65536u % (unsigned)(high - low + 1));
}

static void draw_weights(int16_t *weights, size_t count, unsigned *seed)
{
    for (size_t i = 0; i < count; i++)
        weights[i] = (int16_t)between(seed, -BMA_NETWORK_STEPS, BMA_NETWORK_STEPS);
}

static void make(struct made *made, unsigned seed)
{
    *made = (struct made){.network = {.nets = NETS,
                                      .width = WIDTH,
                                      .hidden = HIDDEN,
                                      .windows = WINDOWS,
                                      .row_count = ROWS,
                                      .vectors = made->vectors,
                                      .unit_weights = made->unit_weights,
                                      .unit_step = made->unit_step,
                                      .unit_bias = made->unit_bias,
                                      .window_weights = made->window_weights,
                                      .window_step = made->window_step,
                                      .window_bias = made->window_bias,
                                      .model_weights = made->model_weights,
                                      .model_step = made->model_step,
                                      .model_bias = made->model_bias}};
    for (size_t i = 0; i < sizeof made->vectors; i++)
        made->vectors[i] = (int8_t)between(&seed, -BMA_NETWORK_STEPS, BMA_NETWORK_STEPS);
    draw_weights(made->unit_weights, HIDDEN * WIDTH, &seed);
    draw_weights(made->window_weights, WINDOWS * SEEN, &seed);
    draw_weights(made->model_weights, INPUTS * MODELS, &seed);
    for (int i = 0; i < HIDDEN; i++) {
        made->unit_step[i] = between(&seed, 0, 30000) * 100;
        made->unit_bias[i] = between(&seed, -2000, 2000);
    }
    for (int i = 0; i < WINDOWS; i++) {
        made->window_step[i] = between(&seed, 0, 30000) * 100;
        made->window_bias[i] = between(&seed, -2000, 2000);
    }
    for (int i = 0; i < MODELS; i++) {
        made->model_step[i] = between(&seed, 0, 30000) * 50;
        made->model_bias[i] = between(&seed, -400, 100);
    }
}

/* What the window gives of the passage around the place. */
static double window_at(const struct made *made, int window, const uint32_t *passage, size_t count,
                        size_t place)
{
    double seen = 0;

    for (size_t i = 0; i < BMA_NETWORK_SPAN; i++) {
        size_t at = place + i - BMA_NETWORK_SPAN / 2; /* before the first: wraps around, and is beyond */

        for (size_t k = 0; at < count && passage[at] != BMA_NONE && k < WIDTH; k++)
            seen +=
                made->window_weights[(size_t)window * SEEN + i * WIDTH + k] *
                made->vectors[passage[at] * NETS * WIDTH + (size_t)(window / (WINDOWS / NETS)) * WIDTH + k];
    }
    return seen * made->window_step[window] / BMA_NETWORK_UNIT_STEP +
           (double)made->window_bias[window] / BMA_NETWORK_UNIT;
}

/* The most that the window gives anywhere; what is below 0 is nothing. */
static double most_of(const struct made *made, int window, const uint32_t *passage, size_t count)
{
    double most = 0;

    for (size_t place = 0; place < count; place++)
        most = fmax(most, window_at(made, window, passage, count, place));
    return most;
}

/* What network.h says, in hundredths of log odds. */
static double model_of(const struct made *made, const size_t *rows, size_t count, const uint32_t *passage,
                       size_t length, int model)
{
    double total = 0;

    for (int window = 0; window < WINDOWS; window++)
        total +=
            most_of(made, window, passage, length) * made->model_weights[model * INPUTS + HIDDEN + window];

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
            total += given * made->model_weights[model * INPUTS + unit];
    }
    return total * made->model_step[model] / BMA_NETWORK_MODEL_STEP + made->model_bias[model];
}

static void whole_numbers(void **state)
{
    static const size_t rows[] = {6, 0, 3, 1};
    static const uint32_t passage[] = {3, BMA_NONE, 0, 6, 1, 1, 3, 0};
    enum { LENGTH = sizeof passage / sizeof *passage };
    struct made made;
    struct bma_windows windows;
    struct bma_error error;

    (void)state;
    for (unsigned seed = 1; seed < 50; seed++) {
        make(&made, seed);
        assert_int_equal(bma_windows_init(&windows, &made.network, &error), BMA_OK);
        for (size_t count = 1; count <= sizeof rows / sizeof *rows; count++) {
            struct bma_network_sum sum = {.count = 0};
            struct bma_network_given given;
            struct bma_network_most most = {{0}};
            int32_t scores[MODELS];

            for (size_t i = 0; i < count; i++)
                bma_network_add(&made.network, rows[i], &sum);
            assert_int_equal(sum.count, count);
            bma_network_see(&made.network, &sum, &given);
            bma_windows_look(&windows, passage, count * LENGTH / 4, &most);
            bma_network_say(&made.network, &given, &most, models, MODELS, scores);
            for (int m = 0; m < MODELS; m++) {
                double wanted = model_of(&made, rows, count, passage, count * LENGTH / 4, m);

                if (fabs(scores[m] - wanted) > 2 + fabs(wanted) / 100)
                    fail_msg("seed %u, model %d: %d for %f", seed, m, (int)scores[m], wanted);
            }
        }
        bma_windows_release(&windows);
    }
}

/* Nothing that a table or an image may hold runs over. */
static void extremes(void **state)
{
    struct made made;
    struct bma_network_sum sum = {.count = 0};
    struct bma_network_given given;
    struct bma_network_most most = {{0}};
    uint32_t passage[BMA_PASSAGE_MOST + 9] = {0};
    struct bma_windows windows;
    struct bma_error error;
    int32_t scores[MODELS];

    (void)state;
    make(&made, 1);
    memset(made.vectors, BMA_NETWORK_STEPS, sizeof made.vectors);
    for (size_t i = 0; i < HIDDEN * WIDTH; i++)
        made.unit_weights[i] = BMA_NETWORK_STEPS;
    for (size_t i = 0; i < WINDOWS * SEEN; i++)
        made.window_weights[i] = BMA_NETWORK_STEPS;
    for (size_t i = 0; i < INPUTS * MODELS; i++)
        made.model_weights[i] = -BMA_NETWORK_STEPS;
    for (int i = 0; i < HIDDEN; i++)
        made.unit_step[i] = BMA_NETWORK_STEP_MOST, made.unit_bias[i] = 1000000;
    for (int i = 0; i < WINDOWS; i++)
        made.window_step[i] = BMA_NETWORK_STEP_MOST, made.window_bias[i] = 1000000;
    for (int i = 0; i < MODELS; i++)
        made.model_step[i] = BMA_NETWORK_STEP_MOST;
    assert_int_equal(bma_windows_init(&windows, &made.network, &error), BMA_OK);
    bma_network_see(&made.network, &sum, &given); /* a clause without a vector */
    bma_network_say(&made.network, &given, &most, models, MODELS, scores);
    for (size_t i = 0; i < 1000000; i++)
        bma_network_add(&made.network, i % ROWS, &sum);
    bma_windows_look(&windows, passage, sizeof passage / sizeof *passage, &most);
    bma_network_see(&made.network, &sum, &given);
    bma_network_say(&made.network, &given, &most, models, MODELS, scores);
    bma_windows_release(&windows);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(whole_numbers), cmocka_unit_test(extremes)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

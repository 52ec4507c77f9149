#include "rules/network.h"

#include "base/processor.h"

#include <math.h>

/* Of what products are too large by, two to the power of these. */
enum { ROOT_BITS = 16, UNIT_BITS = 20, MODEL_BITS = 30, ROOT_ONE = 1 << ROOT_BITS };
_Static_assert(BMA_NETWORK_UNIT_STEP >> UNIT_BITS == BMA_NETWORK_UNIT, "units give BMA_NETWORK_UNITs");
_Static_assert(BMA_NETWORK_MODEL_STEP == 1 << MODEL_BITS >> 10 && BMA_NETWORK_UNIT == 1 << 10,
               "models say hundredths");

void bma_network_add(const struct bma_network *network, size_t row, struct bma_network_sum *sum)
{
    size_t width = (size_t)network->nets * network->width;
    const int8_t *vector = network->vectors + row * width;

    sum->count++;
    for (size_t i = 0; i < width; i++)
        sum->sum[i] += vector[i];
}

void bma_network_remove(const struct bma_network *network, size_t row, struct bma_network_sum *sum)
{
    size_t width = (size_t)network->nets * network->width;
    const int8_t *vector = network->vectors + row * width;

    sum->count--;
    for (size_t i = 0; i < width; i++)
        sum->sum[i] -= vector[i];
}

/* The gain by the root of the number of vectors, in 1/ROOT_ONE; a root is rounded alike on every machine. */
static int64_t gain_of(uint32_t count)
{
    return (int64_t)(BMA_NETWORK_GAIN * ROOT_ONE / sqrt((double)(count > 0 ? count : 1)));
}

/* Whole numbers of 16 bits, of which processors multiply and add many at a time. */
BMA_TWICE int32_t product(const int16_t *left, const int16_t *right, uint32_t count)
{
    int32_t total = 0;

    for (uint32_t i = 0; i < count; i++)
        total += left[i] * right[i];
    return total;
}

/* Cut to what 16 bits hold, and to `least`. */
BMA_TWICE void cut(const int32_t *numbers, uint32_t count, int32_t least, int16_t *out)
{
    for (uint32_t i = 0; i < count; i++) {
        int32_t number = numbers[i] > least ? numbers[i] : least;

        out[i] = (int16_t)(number < INT16_MAX ? number : INT16_MAX);
    }
}

BMA_TWICE void see(const struct bma_network *network, const struct bma_network_sum *sum, int16_t *given)
{
    int16_t seen[BMA_NETWORK_NETS_MOST * BMA_NETWORK_WIDTH_MOST];
    int32_t totals[BMA_NETWORK_HIDDEN_MOST];
    int64_t gain = gain_of(sum->count);
    uint32_t of_each = network->hidden / network->nets, unit = 0;

    cut(sum->sum, network->nets * network->width, -INT16_MAX, seen);
    for (uint32_t net = 0; net < network->nets; net++) {
        for (uint32_t i = 0; i < of_each; i++, unit++) {
            int64_t total = product(network->unit_weights + (size_t)unit * network->width,
                                    seen + net * network->width, network->width);

            totals[unit] = (int32_t)((total * gain >> ROOT_BITS) * network->unit_step[unit] >> UNIT_BITS) +
                           network->unit_bias[unit];
        }
    }
    cut(totals, network->hidden, 0, given);
}

BMA_TWICE void say(const struct bma_network *network, const int16_t *given, const int16_t *most,
                   const uint32_t *models, size_t count, int32_t *said)
{
    for (size_t i = 0; i < count; i++) {
        uint32_t m = models[i];
        const int16_t *weights = network->model_weights + m * bma_network_inputs(network);
        int64_t total = (int64_t)product(weights, given, network->hidden) +
                        product(weights + network->hidden, most, network->windows);

        said[m] = (int32_t)(total * network->model_step[m] >> MODEL_BITS) + network->model_bias[m];
    }
}

BMA_FOR_AVX2 void see_avx2(const struct bma_network *network, const struct bma_network_sum *sum,
                           int16_t *given)
{
    see(network, sum, given);
}

BMA_FOR_AVX2 void say_avx2(const struct bma_network *network, const int16_t *given, const int16_t *most,
                           const uint32_t *models, size_t count, int32_t *said)
{
    say(network, given, most, models, count, said);
}

void bma_network_see(const struct bma_network *network, const struct bma_network_sum *sum,
                     struct bma_network_given *given)
{
    if (BMA_WITH_AVX2)
        see_avx2(network, sum, given->units);
    else
        see(network, sum, given->units);
}

void bma_network_say(const struct bma_network *network, const struct bma_network_given *given,
                     const struct bma_network_most *most, const uint32_t *models, size_t count, int32_t *said)
{
    if (BMA_WITH_AVX2)
        say_avx2(network, given->units, most->windows, models, count, said);
    else
        say(network, given->units, most->windows, models, count, said);
}

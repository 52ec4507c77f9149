#include "rules/network.h"

#include <math.h>
#include <string.h>

enum { UNIT_MOST = INT16_MAX, PERCENT = 100, ROOT_ONE = 65536 };

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

/* What the unit gives, up to UNIT_MOST. */
static int32_t unit_output(const struct bma_network *network, uint32_t unit,
                           const struct bma_network_sum *sum, int64_t gain)
{
    const int8_t *weights = network->unit_weights + (size_t)unit * network->width;
    const int32_t *seen = sum->sum + unit / (network->hidden / network->nets) * network->width;
    int64_t total = 0, output;

    for (uint32_t i = 0; i < network->width; i++)
        total += (int64_t)weights[i] * seen[i];
    output = total * gain / ROOT_ONE * network->unit_step[unit] / (BMA_NETWORK_STEP / BMA_NETWORK_UNIT) +
             network->unit_bias[unit];
    return output < 0 ? 0 : output > UNIT_MOST ? UNIT_MOST : (int32_t)output;
}

void bma_network_read(const struct bma_network *network, const struct bma_network_sum *sum, uint32_t models,
                      int32_t *scores)
{
    int64_t gain = gain_of(sum->count), size = (int64_t)BMA_NETWORK_STEP / PERCENT * BMA_NETWORK_UNIT;

    memset(scores, 0, models * sizeof *scores);
    for (uint32_t unit = 0; unit < network->hidden; unit++) {
        const int8_t *weights = network->model_weights + (size_t)unit * models;
        int32_t output = unit_output(network, unit, sum, gain);

        for (uint32_t m = 0; output > 0 && m < models; m++)
            scores[m] += weights[m] * output;
    }
    for (uint32_t m = 0; m < models; m++)
        scores[m] = (int32_t)(scores[m] * (int64_t)network->model_step[m] / size / network->nets) +
                    network->model_bias[m];
}

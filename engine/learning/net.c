#include "learning/net.h"

#include "rules/network.h"

#include <math.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md). */
static const float TERMS_LEFT_OUT = 0.4f, UNITS_LEFT_OUT = 0.3f;
static const float VECTOR_RATE = 0.01f, OTHER_RATE = 0.0033f, LEAST_RATE = 0.02f;
static const float COMPANY_LENGTH = 1.7f; /* of the vectors that terms begin with by their company, */
static const float VECTOR_SPREAD = 0.26f; /* and what each number of them is moved by at most */
static const float FIRST_BIAS = -3;       /* most clauses count for nothing */
static const float MEAN_KEPT = 0.9f, SQUARE_KEPT = 0.999f, TINY = 1e-8f;

/* ---- making ---- */

/* Numbers between -spread and spread. */
static bool make(struct bma_parameters *out, struct bma_arena *arena, size_t count, float spread,
                 struct bma_draw *draw)
{
    out->count = count;
    out->values = bma_arena_calloc(arena, count, sizeof *out->values);
    out->slopes = bma_arena_calloc(arena, count, sizeof *out->slopes);
    out->means = bma_arena_calloc(arena, count, sizeof *out->means);
    out->squares = bma_arena_calloc(arena, count, sizeof *out->squares);
    if (!out->values || !out->slopes || !out->means || !out->squares)
        return false;
    for (size_t i = 0; i < count; i++)
        out->values[i] = (bma_draw_unit(draw) * 2 - 1) * spread;
    return true;
}

bool bma_net_init(struct bma_net *net, struct bma_arena *arena, size_t most, const float *company,
                  struct bma_draw *draw)
{
    float by_width = 1 / sqrtf((float)net->width), by_hidden = 1 / sqrtf((float)net->hidden);
    bool made = make(&net->vectors, arena, net->rows * net->width, VECTOR_SPREAD, draw) &&
                make(&net->units, arena, (size_t)net->hidden * net->width, by_width, draw) &&
                make(&net->unit_bias, arena, net->hidden, by_width, draw) &&
                make(&net->outputs, arena, (size_t)net->hidden * net->models, by_hidden, draw) &&
                make(&net->biases, arena, net->models, 0, draw);

    for (size_t i = 0; made && company && i < net->vectors.count; i++)
        net->vectors.values[i] += COMPANY_LENGTH * company[i];
    for (size_t m = 0; made && m < net->models; m++)
        net->biases.values[m] = FIRST_BIAS;
    net->touched = bma_arena_calloc(arena, net->rows + 1, sizeof *net->touched);
    net->is_touched = bma_arena_calloc(arena, net->rows + 1, sizeof *net->is_touched);
    net->sum = bma_arena_calloc(arena, net->width, sizeof *net->sum);
    net->given = bma_arena_calloc(arena, net->hidden, sizeof *net->given);
    net->said = bma_arena_calloc(arena, net->models, sizeof *net->said);
    net->taken = bma_arena_calloc(arena, most + 1, sizeof *net->taken);
    return made && net->touched && net->is_touched && net->sum && net->given && net->said && net->taken;
}

/* ---- reading ---- */

/* What is left out is made up for by the rest. */
static void read_rows(struct bma_net *net, const uint32_t *rows, size_t count, struct bma_draw *draw)
{
    net->taken_count = 0;
    net->gain =
        BMA_NETWORK_GAIN / sqrtf((float)(count > 0 ? count : 1)) / (draw != NULL ? 1 - TERMS_LEFT_OUT : 1);
    memset(net->sum, 0, net->width * sizeof *net->sum);
    for (size_t i = 0; i < count; i++) {
        const float *vector = net->vectors.values + (size_t)rows[i] * net->width;

        if (draw != NULL && bma_draw_unit(draw) < TERMS_LEFT_OUT)
            continue;
        net->taken[net->taken_count++] = rows[i];
        for (uint32_t k = 0; k < net->width; k++)
            net->sum[k] += vector[k];
    }
    for (uint32_t k = 0; k < net->width; k++)
        net->sum[k] *= net->gain;
}

static float read_unit(const struct bma_net *net, uint32_t unit)
{
    const float *weights = net->units.values + (size_t)unit * net->width;
    float total = net->unit_bias.values[unit];

    for (uint32_t k = 0; k < net->width; k++)
        total += weights[k] * net->sum[k];
    return total > 0 ? total : 0;
}

void bma_net_read(struct bma_net *net, const uint32_t *rows, size_t count, struct bma_draw *draw)
{
    read_rows(net, rows, count, draw);
    memcpy(net->said, net->biases.values, net->models * sizeof *net->said);
    for (uint32_t unit = 0; unit < net->hidden; unit++) {
        const float *weights = net->outputs.values + (size_t)unit * net->models;
        bool left_out = draw != NULL && bma_draw_unit(draw) < UNITS_LEFT_OUT;
        float given = left_out ? 0 : read_unit(net, unit) / (draw != NULL ? 1 - UNITS_LEFT_OUT : 1);

        net->given[unit] = given;
        for (uint32_t m = 0; given > 0 && m < net->models; m++)
            net->said[m] += weights[m] * given;
    }
}

/* ---- slopes ---- */

/* What the unit is to blame for, by its inputs; added to the slope of the sum. */
static void blame_unit(struct bma_net *net, uint32_t unit, const float *errors, float *sum_slope)
{
    const float *weights = net->outputs.values + (size_t)unit * net->models;
    float *output_slopes = net->outputs.slopes + (size_t)unit * net->models;
    const float *inputs = net->units.values + (size_t)unit * net->width;
    float *input_slopes = net->units.slopes + (size_t)unit * net->width;
    float slope = 0;

    for (uint32_t m = 0; m < net->models; m++) {
        slope += weights[m] * errors[m];
        output_slopes[m] += net->given[unit] * errors[m];
    }
    slope /= 1 - UNITS_LEFT_OUT;
    net->unit_bias.slopes[unit] += slope;
    for (uint32_t k = 0; k < net->width; k++) {
        input_slopes[k] += slope * net->sum[k];
        sum_slope[k] += slope * inputs[k];
    }
}

static void blame_row(struct bma_net *net, uint32_t row, const float *sum_slope)
{
    float *slopes = net->vectors.slopes + (size_t)row * net->width;

    if (!net->is_touched[row]) {
        net->is_touched[row] = true;
        net->touched[net->touched_count++] = row;
    }
    for (uint32_t k = 0; k < net->width; k++)
        slopes[k] += sum_slope[k] * net->gain;
}

void bma_net_blame(struct bma_net *net, const float *errors)
{
    float sum_slope[BMA_NETWORK_WIDTH_MOST] = {0};

    for (uint32_t m = 0; m < net->models; m++)
        net->biases.slopes[m] += errors[m];
    for (uint32_t unit = 0; unit < net->hidden; unit++) {
        if (net->given[unit] > 0)
            blame_unit(net, unit, errors, sum_slope);
    }
    for (size_t i = 0; i < net->taken_count; i++)
        blame_row(net, net->taken[i], sum_slope);
}

/* ---- moving ---- */

/* Adam's step for [from, to). */
static void move(const struct bma_net *net, struct bma_parameters *what, size_t from, size_t to, float rate)
{
    float mean_share = 1 - powf(MEAN_KEPT, (float)net->steps);
    float square_share = 1 - powf(SQUARE_KEPT, (float)net->steps);

    for (size_t i = from; i < to; i++) {
        float slope = what->slopes[i];

        what->means[i] = MEAN_KEPT * what->means[i] + (1 - MEAN_KEPT) * slope;
        what->squares[i] = SQUARE_KEPT * what->squares[i] + (1 - SQUARE_KEPT) * slope * slope;
        what->values[i] -=
            rate * (what->means[i] / mean_share) / (sqrtf(what->squares[i] / square_share) + TINY);
        what->slopes[i] = 0;
    }
}

void bma_net_move(struct bma_net *net, float rate)
{
    struct bma_parameters *const all[] = {&net->units, &net->unit_bias, &net->outputs, &net->biases};

    net->steps++;
    rate = rate > LEAST_RATE ? rate : LEAST_RATE;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        move(net, all[i], 0, all[i]->count, rate * OTHER_RATE);
    for (size_t i = 0; i < net->touched_count; i++) {
        size_t row = net->touched[i];

        move(net, &net->vectors, row * net->width, (row + 1) * net->width, rate * VECTOR_RATE);
        net->is_touched[row] = false;
    }
    net->touched_count = 0;
}

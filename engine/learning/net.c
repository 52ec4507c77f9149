#include "learning/net.h"

#include "rules/network.h"

#include <math.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md). */
static const float TERMS_LEFT_OUT = 0.3f, UNITS_LEFT_OUT = 0.3f, PLACES_LEFT_OUT = 0.2f;
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

static bool make_parameters(struct bma_net *net, struct bma_arena *arena, struct bma_draw *draw)
{
    size_t seen = (size_t)BMA_NETWORK_SPAN * net->width, inputs = (size_t)net->hidden + net->windows;
    float by_width = 1 / sqrtf((float)net->width), by_seen = 1 / sqrtf((float)seen);

    return make(&net->vectors, arena, net->rows * net->width, VECTOR_SPREAD, draw) &&
           make(&net->units, arena, (size_t)net->hidden * net->width, by_width, draw) &&
           make(&net->unit_bias, arena, net->hidden, by_width, draw) &&
           make(&net->panes, arena, seen * net->windows, by_seen, draw) &&
           make(&net->window_bias, arena, net->windows, by_seen, draw) &&
           make(&net->outputs, arena, inputs * net->models, 1 / sqrtf((float)inputs), draw) &&
           make(&net->biases, arena, net->models, 0, draw);
}

bool bma_net_init(struct bma_net *net, struct bma_arena *arena, struct bma_net_example most,
                  const float *company, struct bma_draw *draw)
{
    size_t inputs = (size_t)net->hidden + net->windows;
    size_t places = (most.length + BMA_NETWORK_SPAN) * net->width;
    bool made = make_parameters(net, arena, draw);

    for (size_t i = 0; made && company && i < net->vectors.count; i++)
        net->vectors.values[i] += COMPANY_LENGTH * company[i];
    for (size_t m = 0; made && m < net->models; m++)
        net->biases.values[m] = FIRST_BIAS;
    net->touched = bma_arena_calloc(arena, net->rows + 1, sizeof *net->touched);
    net->is_touched = bma_arena_calloc(arena, net->rows + 1, sizeof *net->is_touched);
    net->sum = bma_arena_calloc(arena, net->width, sizeof *net->sum);
    net->passage = bma_arena_calloc(arena, places, sizeof *net->passage);
    net->passage_slopes = bma_arena_calloc(arena, places, sizeof *net->passage_slopes);
    net->passed = bma_arena_calloc(arena, most.length + 1, sizeof *net->passed);
    net->given = bma_arena_calloc(arena, inputs, sizeof *net->given);
    net->best_at = bma_arena_calloc(arena, net->windows + 1, sizeof *net->best_at);
    net->said = bma_arena_calloc(arena, net->models, sizeof *net->said);
    net->taken = bma_arena_calloc(arena, most.count + 1, sizeof *net->taken);
    return made && net->touched && net->is_touched && net->sum && net->passage && net->passage_slopes &&
           net->passed && net->given && net->best_at && net->said && net->taken;
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

/* The vectors of the passage; what is left out is nothing there. */
static void read_places(struct bma_net *net, const struct bma_net_example *example, struct bma_draw *draw)
{
    float *at = net->passage + (size_t)(BMA_NETWORK_SPAN / 2) * net->width;

    net->length = example->length;
    memset(net->passage, 0, (example->length + BMA_NETWORK_SPAN) * net->width * sizeof *net->passage);
    for (size_t i = 0; i < example->length; i++, at += net->width) {
        uint32_t row = example->passage[i];

        if (row < net->rows && draw != NULL && bma_draw_unit(draw) < PLACES_LEFT_OUT)
            row = BMA_NET_NO_ROW;
        net->passed[i] = row;
        if (row < net->rows)
            memcpy(at, net->vectors.values + (size_t)row * net->width, net->width * sizeof *at);
    }
}

/* Takes what each window gives at that place where it is the most so far. */
static void look_at(struct bma_net *net, size_t place, float *most)
{
    const float *seen = net->passage + place * net->width;
    float totals[BMA_NETWORK_WINDOWS_MOST];

    memcpy(totals, net->window_bias.values, net->windows * sizeof *totals);
    for (size_t i = 0; i < (size_t)BMA_NETWORK_SPAN * net->width; i++) {
        const float *pane = net->panes.values + i * net->windows;
        float number = seen[i];

        for (uint32_t w = 0; number != 0 && w < net->windows; w++)
            totals[w] += number * pane[w];
    }
    for (uint32_t w = 0; w < net->windows; w++) {
        if (totals[w] > most[w]) {
            most[w] = totals[w];
            net->best_at[w] = place;
        }
    }
}

static void read_windows(struct bma_net *net, const struct bma_net_example *example, struct bma_draw *draw)
{
    float *most = net->given + net->hidden;

    memset(most, 0, net->windows * sizeof *most);
    read_places(net, example, draw);
    for (size_t i = 0; net->windows > 0 && i < net->length; i++) {
        if (net->passed[i] != BMA_NET_EDGE)
            look_at(net, i, most);
    }
}

static float read_unit(const struct bma_net *net, uint32_t unit)
{
    const float *weights = net->units.values + (size_t)unit * net->width;
    float total = net->unit_bias.values[unit];

    for (uint32_t k = 0; k < net->width; k++)
        total += weights[k] * net->sum[k];
    return total > 0 ? total : 0;
}

void bma_net_read(struct bma_net *net, const struct bma_net_example *example, struct bma_draw *draw)
{
    read_rows(net, example->rows, example->count, draw);
    read_windows(net, example, draw);
    memcpy(net->said, net->biases.values, net->models * sizeof *net->said);
    for (uint32_t unit = 0; unit < net->hidden + net->windows; unit++) {
        const float *weights = net->outputs.values + (size_t)unit * net->models;
        bool left_out = draw != NULL && bma_draw_unit(draw) < UNITS_LEFT_OUT;
        float whole = left_out ? 0 : unit < net->hidden ? read_unit(net, unit) : net->given[unit];
        float given = whole / (draw != NULL ? 1 - UNITS_LEFT_OUT : 1);

        net->given[unit] = given;
        for (uint32_t m = 0; given > 0 && m < net->models; m++)
            net->said[m] += weights[m] * given;
    }
}

/* ---- slopes ---- */

/* What a unit or window is to blame for by what models make of it: the slope of what it gives. */
static float blame_output(struct bma_net *net, uint32_t unit, const float *errors)
{
    const float *weights = net->outputs.values + (size_t)unit * net->models;
    float *output_slopes = net->outputs.slopes + (size_t)unit * net->models;
    float slope = 0;

    for (uint32_t m = 0; m < net->models; m++) {
        slope += weights[m] * errors[m];
        output_slopes[m] += net->given[unit] * errors[m];
    }
    return slope / (1 - UNITS_LEFT_OUT);
}

/* By its inputs; added to the slope of the sum. */
static void blame_unit(struct bma_net *net, uint32_t unit, const float *errors, float *sum_slope)
{
    const float *inputs = net->units.values + (size_t)unit * net->width;
    float *input_slopes = net->units.slopes + (size_t)unit * net->width;
    float slope = blame_output(net, unit, errors);

    net->unit_bias.slopes[unit] += slope;
    for (uint32_t k = 0; k < net->width; k++) {
        input_slopes[k] += slope * net->sum[k];
        sum_slope[k] += slope * inputs[k];
    }
}

/* The same of a window, added to the slopes of the passage where it gave most. */
static void blame_window(struct bma_net *net, uint32_t window, const float *errors)
{
    float slope = blame_output(net, net->hidden + window, errors);
    size_t first = net->best_at[window] * net->width;

    net->window_bias.slopes[window] += slope;
    for (size_t i = 0; i < (size_t)BMA_NETWORK_SPAN * net->width; i++) {
        size_t pane = i * net->windows + window;

        net->panes.slopes[pane] += slope * net->passage[first + i];
        net->passage_slopes[first + i] += slope * net->panes.values[pane];
    }
}

static void blame_row(struct bma_net *net, uint32_t row, const float *sum_slope, float gain)
{
    float *slopes = net->vectors.slopes + (size_t)row * net->width;

    if (!net->is_touched[row]) {
        net->is_touched[row] = true;
        net->touched[net->touched_count++] = row;
    }
    for (uint32_t k = 0; k < net->width; k++)
        slopes[k] += sum_slope[k] * gain;
}

static void blame_windows(struct bma_net *net, const float *errors)
{
    const float *slopes = net->passage_slopes + (size_t)(BMA_NETWORK_SPAN / 2) * net->width;

    memset(net->passage_slopes, 0,
           (net->length + BMA_NETWORK_SPAN) * net->width * sizeof *net->passage_slopes);
    for (uint32_t window = 0; window < net->windows; window++) {
        if (net->given[net->hidden + window] > 0)
            blame_window(net, window, errors);
    }
    for (size_t i = 0; net->windows > 0 && i < net->length; i++) {
        if (net->passed[i] < net->rows)
            blame_row(net, net->passed[i], slopes + i * net->width, 1);
    }
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
        blame_row(net, net->taken[i], sum_slope, net->gain);
    blame_windows(net, errors);
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
    struct bma_parameters *const all[] = {&net->units,       &net->unit_bias, &net->panes,
                                          &net->window_bias, &net->outputs,   &net->biases};

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

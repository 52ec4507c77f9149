/*
 * The network of likeness.csv: behind the biases a row "(unit 1),STEP BIAS,VECTOR" for each hidden unit and
 * "(window 1),…" for each window, "(model HR-5x),STEP BIAS,VECTOR" for each model, and in the third column of
 * a term its vector.  A vector has a character for each number (BMA_NETWORK_DIGITS).
 */
#include "rules/likeness_table.h"

#include <stdlib.h>
#include <string.h>

static const char UNIT[] = "(unit ", WINDOW[] = "(window ", MODEL[] = "(model ";

static bool begins(const struct bma_csv_field *field, const char *with)
{
    return strncmp(field->text, with, strlen(with)) == 0;
}

static void number_characters(struct bma_likeness_table *table)
{
    static const char digits[] = BMA_NETWORK_DIGITS;

    memset(table->number_of, INT8_MIN, sizeof table->number_of);
    for (int i = 0; digits[i] != '\0'; i++)
        table->number_of[(unsigned char)digits[i]] = (int8_t)(i - BMA_NETWORK_STEPS);
}

/* Rows from `row` on whose name begins so. */
static uint32_t count_rows(const struct bma_likeness_table *table, uint32_t row, const char *with)
{
    uint32_t end = row;

    while (end < table->csv.row_count && begins(bma_csv_at(&table->csv, end, table->term), with))
        end++;
    return end - row;
}

/* A vector of that many numbers. */
static enum bma_status read_vector(const struct bma_likeness_table *table, uint32_t row, size_t count,
                                   int16_t *out, struct bma_error *error)
{
    const struct bma_csv_field *field = bma_csv_at(&table->csv, row, table->vector);

    if (field->length != count)
        return bma_csv_fault(&table->csv, field, error, "expected a vector of %zu numbers, not of %zu", count,
                             (size_t)field->length);
    for (size_t i = 0; i < count; i++) {
        out[i] = table->number_of[(unsigned char)field->text[i]];
        if (out[i] == INT8_MIN)
            return bma_csv_fault(&table->csv, field, error, "expected characters of %s", BMA_NETWORK_DIGITS);
    }
    return BMA_OK;
}

/* "STEP BIAS": two whole numbers, the first not below zero. */
static enum bma_status read_size(const struct bma_likeness_table *table, uint32_t row, int32_t *step,
                                 int32_t *bias, struct bma_error *error)
{
    enum { BIAS_MOST = 1000000 };
    const struct bma_csv_field *field = bma_csv_at(&table->csv, row, table->weights);
    char *end, *last;
    long first = strtol(field->text, &end, 10), second = strtol(end, &last, 10);

    if (end == field->text || last == end || *last != '\0' || first < 0 || first > BMA_NETWORK_STEP_MOST ||
        second < -BIAS_MOST || second > BIAS_MOST)
        return bma_csv_fault(&table->csv, field, error,
                             "expected the size of a step and a bias, such as 120000 -45");
    *step = (int32_t)first;
    *bias = (int32_t)second;
    return BMA_OK;
}

/* Units or windows from that row on, of as many numbers each. */
static enum bma_status read_units(const struct bma_likeness_table *table, uint32_t row, uint32_t units,
                                  size_t numbers, int16_t *weights, int32_t *step, int32_t *bias,
                                  struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (uint32_t unit = 0; status == BMA_OK && unit < units; unit++) {
        status = read_size(table, row + unit, &step[unit], &bias[unit], error);
        if (status == BMA_OK)
            status = read_vector(table, row + unit, numbers, weights + unit * numbers, error);
    }
    return status;
}

static enum bma_status read_model(struct bma_pack *pack, const struct bma_likeness_table *table, uint32_t row,
                                  struct bma_error *error)
{
    const struct bma_csv_field *field = bma_csv_at(&table->csv, row, table->term);
    struct bma_network *network = &pack->likeness.network;
    const char *name = field->text + strlen(MODEL);
    size_t length = strcspn(name, ")");
    uint32_t model = bma_likeness_model(pack, name, length, 0);
    enum bma_status status;

    if (model == BMA_NONE || strcmp(name + length, ")") != 0)
        return bma_csv_fault(&table->csv, field, error, "there is no rule '%.40s'", field->text);
    status = read_size(table, row, &network->model_step[model], &network->model_bias[model], error);
    return status != BMA_OK
               ? status
               : read_vector(table, row, bma_network_inputs(network),
                             network->model_weights + model * bma_network_inputs(network), error);
}

static bool make_head(struct bma_pack *pack, struct bma_network *network)
{
    size_t models = bma_models_of(pack), units = network->hidden, windows = network->windows;

    network->unit_weights =
        bma_arena_calloc(&pack->arena, units * network->width, sizeof *network->unit_weights);
    network->unit_step = bma_arena_calloc(&pack->arena, units, sizeof *network->unit_step);
    network->unit_bias = bma_arena_calloc(&pack->arena, units, sizeof *network->unit_bias);
    network->window_weights = bma_arena_calloc(&pack->arena, windows * network->width * BMA_NETWORK_SPAN + 1,
                                               sizeof *network->window_weights);
    network->window_step = bma_arena_calloc(&pack->arena, windows + 1, sizeof *network->window_step);
    network->window_bias = bma_arena_calloc(&pack->arena, windows + 1, sizeof *network->window_bias);
    network->model_weights =
        bma_arena_calloc(&pack->arena, (units + windows) * models, sizeof *network->model_weights);
    network->model_step = bma_arena_calloc(&pack->arena, models, sizeof *network->model_step);
    network->model_bias = bma_arena_calloc(&pack->arena, models, sizeof *network->model_bias);
    return network->unit_weights && network->unit_step && network->unit_bias && network->window_weights &&
           network->window_step && network->window_bias && network->model_weights && network->model_step &&
           network->model_bias;
}

enum bma_status bma_network_parse_head(struct bma_pack *pack, struct bma_likeness_table *table,
                                       struct bma_error *error)
{
    struct bma_network *network = &pack->likeness.network;
    const struct bma_csv_field *first = bma_csv_at(&table->csv, table->csv.row_count > 1, table->vector);
    uint32_t units = count_rows(table, 1, UNIT), windows = count_rows(table, 1 + units, WINDOW);
    uint32_t first_model = 1 + units + windows;
    enum bma_status status;

    number_characters(table);
    table->first_term = first_model + count_rows(table, first_model, MODEL);
    if (units == 0)
        return BMA_OK;
    if (units > BMA_NETWORK_HIDDEN_MOST || windows > BMA_NETWORK_WINDOWS_MOST || first->length == 0 ||
        first->length > BMA_NETWORK_WIDTH_MOST)
        return bma_csv_fault(&table->csv, first, error,
                             "expected at most %d units of 1 to %d numbers, and at most %d windows",
                             BMA_NETWORK_HIDDEN_MOST, BMA_NETWORK_WIDTH_MOST, BMA_NETWORK_WINDOWS_MOST);
    network->hidden = units;
    network->windows = windows;
    network->width = first->length;
    network->nets = 1; /* until a vector tells */
    if (!make_head(pack, network))
        return bma_error_memory(error);
    status = read_units(table, 1, units, network->width, network->unit_weights, network->unit_step,
                        network->unit_bias, error);
    if (status == BMA_OK)
        status = read_units(table, 1 + units, windows, (size_t)network->width * BMA_NETWORK_SPAN,
                            network->window_weights, network->window_step, network->window_bias, error);
    for (uint32_t row = first_model; status == BMA_OK && row < table->first_term; row++)
        status = read_model(pack, table, row, error);
    return status;
}

/* How many terms have a vector; the first tells how many nets there are. */
static enum bma_status count_vectors(struct bma_network *network, const struct bma_likeness_table *table,
                                     struct bma_error *error)
{
    for (uint32_t row = table->first_term; row < table->csv.row_count; row++) {
        const struct bma_csv_field *field = bma_csv_at(&table->csv, row, table->vector);

        if (field->length == 0)
            continue;
        if (network->row_count++ > 0)
            continue;
        network->nets = field->length / network->width;
        if (network->nets == 0 || network->nets > BMA_NETWORK_NETS_MOST ||
            network->nets * network->width != field->length || network->hidden % network->nets != 0 ||
            network->windows % network->nets != 0)
            return bma_csv_fault(
                &table->csv, field, error,
                "expected a vector of %u numbers for each of at most %d nets, which share %u "
                "units and %u windows",
                network->width, BMA_NETWORK_NETS_MOST, network->hidden, network->windows);
    }
    return BMA_OK;
}

enum bma_status bma_network_parse_vectors(struct bma_pack *pack, const struct bma_likeness_table *table,
                                          struct bma_error *error)
{
    struct bma_likeness *learned = &pack->likeness;
    struct bma_network *network = &learned->network;
    enum bma_status status = count_vectors(network, table, error);
    size_t length = (size_t)network->nets * network->width;
    int16_t numbers[BMA_NETWORK_NETS_MOST * BMA_NETWORK_WIDTH_MOST] = {0};
    uint32_t filled = 0;

    if (status != BMA_OK)
        return status;
    learned->vector_of = bma_arena_calloc(&pack->arena, learned->term_count + 1, sizeof *learned->vector_of);
    network->vectors = bma_arena_calloc(&pack->arena, network->row_count + 1, length);
    if (!learned->vector_of || !network->vectors)
        return bma_error_memory(error);
    for (size_t term = BMA_TERMS_PER_STEM; status == BMA_OK && term < learned->term_count; term++) {
        uint32_t row = table->row_of[term];

        if (row == 0 || bma_csv_at(&table->csv, row, table->vector)->length == 0)
            continue;
        status = read_vector(table, row, length, numbers, error);
        for (size_t i = 0; i < length; i++)
            network->vectors[filled * length + i] = (int8_t)numbers[i];
        learned->vector_of[term] = ++filled;
    }
    network->row_count = filled;
    return status;
}

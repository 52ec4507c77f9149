#include "learning/learn.h"

#include "base/memory.h"
#include "learning/choose.h"
#include "learning/learn_network.h"
#include "learning/logistic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md); the fewer terms, the less memory a pack
 * takes. */
static const struct bma_logistic how = {.l1 = 1, .l2 = 1, .passes = 60, .tolerance = 1e-2};
enum { LEAST_EXAMPLES = 3, LEAST_OF_TERM = 9, ROUNDS = 3 };
enum { LEAST_WEIGHT = 8 /* hundredths of log odds: less moves no score */ };

/* What one term says for or against one model, or that it has a vector. */
struct learned {
    const char *name;   /* of its stem, or of the first */
    const char *second; /* of a pair; else NULL */
    bool denied;
    uint32_t model; /* BMA_NONE: of its vector, which is that one of the network */
    long weight;
    size_t vector;
};

/* One model's targets and importances, used again for the next; what was learned of all of them. */
struct lesson {
    const struct bma_examples *examples;
    struct bma_sparse sparse;
    struct bma_by_feature by_term;
    signed char *targets;
    double *importance;
    double *weights, odds; /* of the model, with its bias */
    struct bma_choice choice;
    long *bias;    /* per model */
    bool *learned; /* models with too few examples stay out of the table */
    struct learned *rows;
    size_t row_count, row_capacity;
    struct bma_arena arena; /* of the choice and the network */
    struct bma_learned_network learned_network;
};

/* What is certain, and what was chosen of the rest, as targets of the model. */
static void aim(struct lesson *lesson, uint32_t model)
{
    for (size_t i = 0; i < lesson->examples->count; i++) {
        enum bma_example_mark mark = bma_choice_mark(&lesson->choice, i, model);

        lesson->targets[i] = mark == BMA_EXAMPLE_COUNTS ? 1 : -1;
        lesson->importance[i] = bma_example_importance(mark);
    }
}

static double how_alike(void *learner, uint32_t example, uint32_t model)
{
    const struct lesson *lesson = learner;

    (void)model; /* it is the one that is learned */
    return bma_logistic_output(&lesson->sparse, example, lesson->weights, lesson->odds);
}

static size_t count_targets(const struct lesson *lesson)
{
    size_t count = 0;

    for (size_t i = 0; i < lesson->examples->count; i++)
        count += lesson->targets[i] > 0 && lesson->importance[i] > 0;
    return count;
}

static enum bma_status keep_row(struct lesson *lesson, size_t term, struct learned row,
                                struct bma_error *error)
{
    const struct bma_examples *examples = lesson->examples;
    const struct bma_lexicon *lexicon = examples->session->pack->lexicon;

    if (term < examples->stem_terms) {
        row.name = bma_lexicon_stem(lexicon, (uint32_t)(term / BMA_TERMS_PER_STEM));
        row.denied = term % BMA_TERMS_PER_STEM != 0;
    } else {
        row.name = bma_lexicon_stem(lexicon, examples->pairs.items[term - examples->stem_terms].first);
        row.second = bma_lexicon_stem(lexicon, examples->pairs.items[term - examples->stem_terms].second);
    }
    if (bma_grow(&lesson->rows, &lesson->row_capacity, lesson->row_count + 1, sizeof *lesson->rows) != 0)
        return bma_error_memory(error);
    lesson->rows[lesson->row_count++] = row;
    return BMA_OK;
}

/* Keeps what weighs enough to tell. */
static enum bma_status keep_weights(struct lesson *lesson, uint32_t model, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (size_t term = BMA_TERMS_PER_STEM; status == BMA_OK && term < lesson->sparse.feature_count; term++) {
        struct learned row = {.model = model, .weight = lround(lesson->weights[term] * BMA_LOG_ODDS)};

        if (labs(row.weight) >= LEAST_WEIGHT)
            status = keep_row(lesson, term, row, error);
    }
    return status;
}

static enum bma_status learn_network(struct lesson *lesson, struct bma_error *error)
{
    struct bma_learned_network *learned = &lesson->learned_network;
    enum bma_status status = bma_network_learn(lesson->examples, &lesson->arena, learned, error);

    for (size_t i = 0; status == BMA_OK && i < learned->network.row_count; i++)
        status = keep_row(lesson, learned->terms[i], (struct learned){.model = BMA_NONE, .vector = i}, error);
    return status;
}

/* Fits the model to what is certain, then in rounds to what a coder noted too. */
static enum bma_status learn_model(struct lesson *lesson, uint32_t model, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    memset(lesson->weights, 0, lesson->sparse.feature_count * sizeof *lesson->weights);
    lesson->odds = 0;
    for (unsigned round = 0; status == BMA_OK && round < ROUNDS; round++) {
        bma_choice_reset(&lesson->choice, model, model + 1);
        if (round > 0)
            bma_choose(&lesson->choice, model, model + 1, how_alike, lesson);
        aim(lesson, model);
        status = bma_logistic_fit(&how, &lesson->sparse, &lesson->by_term, lesson->targets,
                                  lesson->importance, lesson->weights, &lesson->odds, error);
    }
    lesson->learned[model] = count_targets(lesson) >= LEAST_EXAMPLES;
    lesson->bias[model] = lround(lesson->odds * BMA_LOG_ODDS);
    return status == BMA_OK && lesson->learned[model] ? keep_weights(lesson, model, error) : status;
}

/* Rows in the order of their stems' bytes, so that a new phrase does not move them about; then by model. */
static int by_term(const void *a, const void *b)
{
    const struct learned *left = a, *right = b;
    int order = strcmp(left->name, right->name);

    if (order == 0)
        order = strcmp(left->second ? left->second : "", right->second ? right->second : "");
    if (order == 0)
        order = left->denied - right->denied;
    return order != 0 ? order : (left->model > right->model) - (left->model < right->model);
}

static bool same_term(const struct learned *a, const struct learned *b)
{
    return a->name == b->name && a->second == b->second && a->denied == b->denied;
}

static void write_model(const struct lesson *lesson, uint32_t model, struct bma_buffer *out)
{
    bma_buffer_addf(out, "%s%s", lesson->examples->session->pack->rules[bma_model_rule(model)].id,
                    bma_model_is_against(model) ? "x" : "");
}

static void write_weight(const struct lesson *lesson, uint32_t model, long weight, struct bma_buffer *out)
{
    write_model(lesson, model, out);
    bma_buffer_addf(out, " %ld", weight);
}

static void write_biases(const struct lesson *lesson, struct bma_buffer *out)
{
    const char *before = ",";

    bma_buffer_adds(out, "term,weights,vector\n(bias)");
    for (uint32_t model = 0; model < lesson->examples->models; model++) {
        if (!lesson->learned[model])
            continue;
        bma_buffer_adds(out, before);
        write_weight(lesson, model, lesson->bias[model], out);
        before = " ";
    }
    bma_buffer_adds(out, *before == ',' ? ",,\n" : ",\n");
}

static void write_number(int number, struct bma_buffer *out)
{
    bma_buffer_addc(out, BMA_NETWORK_DIGITS[number + BMA_NETWORK_STEPS]);
}

static void write_weights(const int16_t *numbers, size_t count, struct bma_buffer *out)
{
    for (size_t i = 0; i < count; i++)
        write_number(numbers[i], out);
}

static void write_vector(const struct bma_network *network, size_t row, struct bma_buffer *out)
{
    size_t width = (size_t)network->nets * network->width;

    for (size_t i = 0; i < width; i++)
        write_number(network->vectors[row * width + i], out);
}

/* Units or windows, by what they are called. */
static void write_units(const char *name, uint32_t count, const int32_t *step, const int32_t *bias,
                        const int16_t *weights, size_t numbers, struct bma_buffer *out)
{
    for (uint32_t unit = 0; unit < count; unit++) {
        bma_buffer_addf(out, "(%s %u),%d %d,", name, unit + 1, (int)step[unit], (int)bias[unit]);
        write_weights(weights + unit * numbers, numbers, out);
        bma_buffer_addc(out, '\n');
    }
}

static void write_models(const struct lesson *lesson, const struct bma_network *network,
                         struct bma_buffer *out)
{
    for (uint32_t model = 0; model < lesson->examples->models; model++) {
        if (!lesson->learned[model])
            continue;
        bma_buffer_adds(out, "(model ");
        write_model(lesson, model, out);
        bma_buffer_addf(out, "),%d %d,", (int)network->model_step[model], (int)network->model_bias[model]);
        write_weights(network->model_weights + model * bma_network_inputs(network),
                      bma_network_inputs(network), out);
        bma_buffer_addc(out, '\n');
    }
}

/* The name of the term that a row is of, if it is the first of it. */
static void write_name(const struct learned *row, struct bma_buffer *out)
{
    bma_buffer_addf(out, "%s%s%s%s,", row->denied ? "not " : "", row->name, row->second ? "+" : "",
                    row->second ? row->second : "");
}

static void write_terms(const struct lesson *lesson, struct bma_buffer *out)
{
    const struct bma_network *network = &lesson->learned_network.network;

    for (size_t i = 0; i < lesson->row_count; i++) {
        const struct learned *row = &lesson->rows[i];
        bool first = i == 0 || !same_term(row, row - 1);
        bool last = i + 1 == lesson->row_count || !same_term(row, row + 1);

        if (first)
            write_name(row, out);
        if (row->model != BMA_NONE) {
            bma_buffer_adds(out, first ? "" : " ");
            write_weight(lesson, row->model, row->weight, out);
        }
        if (!last)
            continue;
        bma_buffer_addc(out, ',');
        if (row->model == BMA_NONE)
            write_vector(network, row->vector, out);
        bma_buffer_addc(out, '\n');
    }
}

static void write_table(struct lesson *lesson, struct bma_buffer *out)
{
    const struct bma_network *network = &lesson->learned_network.network;

    if (lesson->row_count > 0)
        qsort(lesson->rows, lesson->row_count, sizeof *lesson->rows, by_term);
    write_biases(lesson, out);
    write_units("unit", network->hidden, network->unit_step, network->unit_bias, network->unit_weights,
                network->width, out);
    write_units("window", network->windows, network->window_step, network->window_bias,
                network->window_weights, (size_t)network->width * BMA_NETWORK_SPAN, out);
    write_models(lesson, network, out);
    write_terms(lesson, out);
}

static enum bma_status begin(struct lesson *lesson, const struct bma_examples *examples,
                             struct bma_error *error)
{
    size_t terms = bma_examples_term_count(examples);

    *lesson = (struct lesson){.examples = examples,
                              .sparse = {examples->terms, examples->first, examples->count, terms}};
    bma_arena_init(&lesson->arena);
    lesson->targets = bma_calloc(examples->count + 1, sizeof *lesson->targets);
    lesson->importance = bma_calloc(examples->count + 1, sizeof *lesson->importance);
    lesson->weights = bma_calloc(terms + 1, sizeof *lesson->weights);
    lesson->bias = bma_calloc(examples->models + 1u, sizeof *lesson->bias);
    lesson->learned = bma_calloc(examples->models + 1u, sizeof *lesson->learned);
    if (!lesson->targets || !lesson->importance || !lesson->weights || !lesson->bias || !lesson->learned ||
        !bma_choice_init(&lesson->choice, examples, &lesson->arena))
        return bma_error_memory(error);
    return bma_by_feature_init(&lesson->by_term, &lesson->sparse, LEAST_OF_TERM, error);
}

enum bma_status bma_learn(const struct bma_examples *examples, struct bma_buffer *out,
                          struct bma_error *error)
{
    struct lesson lesson;
    enum bma_status status = begin(&lesson, examples, error);

    for (uint32_t model = 0; status == BMA_OK && model < examples->models; model++)
        status = learn_model(&lesson, model, error);
    if (status == BMA_OK)
        status = learn_network(&lesson, error);
    if (status == BMA_OK) {
        write_table(&lesson, out);
        status = out->failed ? bma_error_memory(error) : BMA_OK;
    }
    bma_by_feature_release(&lesson.by_term);
    bma_free(lesson.targets);
    bma_free(lesson.importance);
    bma_free(lesson.weights);
    bma_free(lesson.bias);
    bma_free(lesson.learned);
    bma_free(lesson.rows);
    bma_arena_release(&lesson.arena);
    return status;
}

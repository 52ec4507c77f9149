#include "learning/learn_network.h"

#include "base/memory.h"
#include "learning/choose.h"
#include "learning/company.h"
#include "learning/net.h"

#include <math.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md). */
enum { NETS = 3, WIDTH = 32, HIDDEN = 128, WINDOWS = 32, PASSES = 14, BATCH = 256, LEAST_OF_TERM = 13 };
enum { CERTAIN_PASSES = 2 /* before anything that a coder noted is chosen */ };
static const uint64_t SEED = 20111129;

/* The examples as rows of terms that enough of them have, and what is taken for certain in this pass. */
struct school {
    const struct bma_examples *examples;
    struct bma_arena arena;
    uint32_t *terms; /* by row */
    size_t row_count;
    uint32_t *rows, *first;             /* of example i: rows[first[i] … first[i + 1]) */
    uint32_t *passages, *passage_first; /* likewise the rows of its stems in their order */
    size_t longest, longest_passage;
    struct bma_choice choice;
    uint32_t *order;
    float *errors;  /* by model */
    float *company; /* a vector by row */
    struct bma_net net;
    uint32_t read; /* the example that it read last with nothing left out, or BMA_NONE */
};

/* ---- the examples ---- */

/* Numbers the terms that enough examples have; `row_of` has each one's row + 1. */
static void number_terms(struct school *school, uint32_t *row_of, size_t terms)
{
    const struct bma_examples *examples = school->examples;

    for (size_t i = 0; i < examples->term_total; i++)
        row_of[examples->terms[i]]++;
    for (size_t term = 0; term < terms; term++) {
        if (term < BMA_TERMS_PER_STEM || row_of[term] < LEAST_OF_TERM) {
            row_of[term] = 0;
            continue;
        }
        school->terms[school->row_count] = (uint32_t)term;
        row_of[term] = (uint32_t)++school->row_count;
    }
}

static void fill_rows(struct school *school, const uint32_t *row_of)
{
    const struct bma_examples *examples = school->examples;
    uint32_t filled = 0;

    for (size_t i = 0; i < examples->count; i++) {
        for (uint32_t k = examples->first[i]; k < examples->first[i + 1]; k++) {
            if (row_of[examples->terms[k]] > 0)
                school->rows[filled++] = row_of[examples->terms[k]] - 1;
        }
        school->first[i + 1] = filled;
        if (filled - school->first[i] > school->longest)
            school->longest = filled - school->first[i];
    }
}

/* Clauses stand so far apart that no window sees two of them. */
static void fill_passages(struct school *school, const uint32_t *row_of)
{
    const struct bma_examples *examples = school->examples;
    uint32_t filled = 0;

    for (size_t i = 0; i < examples->count; i++) {
        for (uint32_t k = examples->told_first[i]; k < examples->told_first[i + 1]; k++) {
            uint32_t term = examples->told[k];

            for (int edge = 0; term == BMA_TOLD_BREAK && edge < BMA_NETWORK_SPAN / 2; edge++)
                school->passages[filled++] = BMA_NET_EDGE;
            if (term != BMA_TOLD_BREAK)
                school->passages[filled++] = row_of[term] > 0 ? row_of[term] - 1 : BMA_NET_NO_ROW;
        }
        school->passage_first[i + 1] = filled;
        if (filled - school->passage_first[i] > school->longest_passage)
            school->longest_passage = filled - school->passage_first[i];
    }
}

static bool open_school(struct school *school, const struct bma_examples *examples, struct bma_arena *arena)
{
    size_t terms = bma_examples_term_count(examples), count = examples->count + 1;
    uint32_t *row_of = bma_arena_calloc(&school->arena, terms + 1, sizeof *row_of);

    school->examples = examples;
    school->terms = bma_arena_calloc(arena, terms + 1, sizeof *school->terms);
    school->rows = bma_arena_calloc(&school->arena, examples->term_total + 1, sizeof *school->rows);
    school->first = bma_arena_calloc(&school->arena, count, sizeof *school->first);
    school->passages = bma_arena_calloc(&school->arena, examples->told_total * (BMA_NETWORK_SPAN / 2) + 1,
                                        sizeof *school->passages);
    school->passage_first = bma_arena_calloc(&school->arena, count, sizeof *school->passage_first);
    school->order = bma_arena_calloc(&school->arena, count, sizeof *school->order);
    school->errors = bma_arena_calloc(&school->arena, examples->models + 1u, sizeof *school->errors);
    if (!row_of || !school->terms || !school->rows || !school->first || !school->passages ||
        !school->passage_first || !school->order || !school->errors ||
        !bma_choice_init(&school->choice, examples, &school->arena))
        return false;
    number_terms(school, row_of, terms);
    fill_rows(school, row_of);
    fill_passages(school, row_of);
    return true;
}

static bool find_company(struct school *school)
{
    struct bma_clause_terms clauses = {school->rows, school->first, school->examples->count,
                                       school->row_count};
    struct bma_draw draw = {SEED};

    school->company =
        bma_arena_calloc(&school->arena, school->row_count * WIDTH + 1, sizeof *school->company);
    return school->company && bma_company(&clauses, WIDTH, &draw, school->company);
}

/* ---- one net ---- */

static void read_example(struct school *school, uint32_t example, struct bma_draw *draw)
{
    uint32_t from = school->first[example], passage = school->passage_first[example];
    struct bma_net_example read = {school->rows + from, school->passages + passage,
                                   school->first[example + 1] - from,
                                   school->passage_first[example + 1] - passage};

    bma_net_read(&school->net, &read, draw);
    school->read = draw == NULL ? example : BMA_NONE;
}

static double how_alike(void *learner, uint32_t example, uint32_t model)
{
    struct school *school = learner;

    if (school->read != example)
        read_example(school, example, NULL);
    return school->net.said[model];
}

/* The slope of the logistic loss by what the net said of the example. */
static void judge(struct school *school, uint32_t example)
{
    for (uint32_t m = 0; m < school->net.models; m++) {
        enum bma_example_mark mark = bma_choice_mark(&school->choice, example, m);
        float importance = (float)bma_example_importance(mark), truth = mark == BMA_EXAMPLE_COUNTS;

        school->errors[m] =
            importance > 0 ? (1 / (1 + expf(-school->net.said[m])) - truth) * importance / BATCH : 0;
    }
}

static void shuffle(struct school *school, struct bma_draw *draw)
{
    uint32_t count = (uint32_t)school->examples->count;

    for (uint32_t i = 0; i < count; i++)
        school->order[i] = i;
    for (uint32_t i = count; i > 1; i--) {
        uint32_t at = (uint32_t)((bma_draw(draw) >> 32) * i >> 32), last = school->order[i - 1];

        school->order[i - 1] = school->order[at];
        school->order[at] = last;
    }
}

static void pass_over(struct school *school, unsigned pass, struct bma_draw *draw)
{
    size_t count = school->examples->count;

    bma_choice_reset(&school->choice, 0, school->net.models);
    school->read = BMA_NONE;
    if (pass >= CERTAIN_PASSES)
        bma_choose(&school->choice, 0, school->net.models, how_alike, school);
    shuffle(school, draw);
    for (size_t i = 0; i < count; i++) {
        read_example(school, school->order[i], draw);
        judge(school, school->order[i]);
        bma_net_blame(&school->net, school->errors);
        if (i % BATCH == BATCH - 1 || i + 1 == count)
            bma_net_move(&school->net, 1 - ((float)pass + (float)i / (float)count) / PASSES);
    }
}

/* ---- in whole numbers ---- */

/* The size of the steps of which the largest of the numbers, every `stride`th, takes BMA_NETWORK_STEPS. */
static float step_of(const float *values, size_t count, size_t stride)
{
    float most = 0;

    for (size_t i = 0; i < count; i++)
        most = fmaxf(most, fabsf(values[i * stride]));
    return most > 0 ? most / BMA_NETWORK_STEPS : 1;
}

static int32_t step_size(float size)
{
    return size < BMA_NETWORK_STEP_MOST ? (int32_t)lrintf(size) : BMA_NETWORK_STEP_MOST;
}

/* Numbers of vectors have no step of their own: the weights that they meet take it over. */
static void keep_vectors(struct bma_net *net, uint32_t number, struct bma_network *out)
{
    for (uint32_t k = 0; k < net->width; k++) {
        float step = step_of(net->vectors.values + k, net->rows, net->width);

        for (size_t row = 0; row < net->rows; row++)
            out->vectors[(row * NETS + number) * net->width + k] =
                (int8_t)lrintf(net->vectors.values[row * net->width + k] / step);
        for (uint32_t unit = 0; unit < net->hidden; unit++)
            net->units.values[(size_t)unit * net->width + k] *= step;
        for (uint32_t i = 0; i < BMA_NETWORK_SPAN * net->windows; i++)
            net->panes
                .values[((size_t)(i / net->windows) * net->width + k) * net->windows + i % net->windows] *=
                step;
    }
}

static void keep_units(struct bma_net *net, uint32_t number, struct bma_network *out)
{
    for (uint32_t i = 0; i < net->hidden; i++) {
        const float *weights = net->units.values + (size_t)i * net->width;
        size_t unit = (size_t)number * net->hidden + i;
        float step = step_of(weights, net->width, 1);

        for (uint32_t k = 0; k < net->width; k++)
            out->unit_weights[unit * net->width + k] = (int16_t)lrintf(weights[k] / step);
        out->unit_step[unit] = step_size(step * BMA_NETWORK_UNIT_STEP);
        out->unit_bias[unit] = (int32_t)lrintf(net->unit_bias.values[i] * BMA_NETWORK_UNIT);
    }
}

/* Those of a window stand a stride apart while they are learned. */
static void keep_windows(struct bma_net *net, uint32_t number, struct bma_network *out)
{
    size_t seen = (size_t)BMA_NETWORK_SPAN * net->width;

    for (uint32_t i = 0; i < net->windows; i++) {
        const float *weights = net->panes.values + i;
        size_t window = (size_t)number * net->windows + i;
        float step = step_of(weights, seen, net->windows);

        for (size_t k = 0; k < seen; k++)
            out->window_weights[window * seen + k] = (int16_t)lrintf(weights[k * net->windows] / step);
        out->window_step[window] = step_size(step * BMA_NETWORK_UNIT_STEP);
        out->window_bias[window] = (int32_t)lrintf(net->window_bias.values[i] * BMA_NETWORK_UNIT);
    }
}

/* What the models make of one net, put where that of all nets stands: [unit][model], windows behind units. */
static void gather_outputs(const struct bma_net *net, uint32_t number, float *weights, float *biases)
{
    size_t units = (size_t)net->hidden * net->models, windows = (size_t)net->windows * net->models;

    memcpy(weights + number * units, net->outputs.values, units * sizeof *weights);
    memcpy(weights + NETS * units + number * windows, net->outputs.values + units, windows * sizeof *weights);
    for (uint32_t m = 0; m < net->models; m++)
        biases[m] += net->biases.values[m];
}

/* The gathered weights of a model share a step. */
static void keep_models(const float *weights, const float *biases, uint32_t models, struct bma_network *out)
{
    size_t inputs = bma_network_inputs(out);

    for (uint32_t m = 0; m < models; m++) {
        float step = step_of(weights + m, inputs, models);

        for (size_t input = 0; input < inputs; input++)
            out->model_weights[m * inputs + input] = (int16_t)lrintf(weights[input * models + m] / step);
        out->model_step[m] = step_size(step / NETS * BMA_LOG_ODDS * BMA_NETWORK_MODEL_STEP);
        out->model_bias[m] = (int32_t)lrintf(biases[m] / NETS * BMA_LOG_ODDS);
    }
}

static enum bma_status learn_net(struct school *school, uint32_t number, struct bma_network *out,
                                 float *weights, float *biases, struct bma_error *error)
{
    struct bma_draw draw = {SEED + 1 + number};
    struct bma_net_example most = {.count = school->longest, .length = school->longest_passage};
    struct bma_arena arena;
    struct bma_net *net = &school->net;
    bool made;

    bma_arena_init(&arena);
    *net = (struct bma_net){.width = WIDTH,
                            .hidden = HIDDEN,
                            .windows = WINDOWS,
                            .models = school->examples->models,
                            .rows = school->row_count};
    made = bma_net_init(net, &arena, most, school->company, &draw);
    for (unsigned pass = 0; made && pass < PASSES; pass++)
        pass_over(school, pass, &draw);
    if (made) {
        keep_vectors(net, number, out);
        keep_units(net, number, out);
        keep_windows(net, number, out);
        gather_outputs(net, number, weights, biases);
    }
    bma_arena_release(&arena);
    return made ? BMA_OK : bma_error_memory(error);
}

/* ---- the network ---- */

static bool make_network(struct bma_network *out, size_t rows, size_t models, struct bma_arena *arena)
{
    *out = (struct bma_network){
        .nets = NETS, .width = WIDTH, .hidden = NETS * HIDDEN, .windows = NETS * WINDOWS, .row_count = rows};
    out->vectors = bma_arena_calloc(arena, rows + 1, (size_t)NETS * WIDTH);
    out->unit_weights = bma_arena_calloc(arena, (size_t)out->hidden * WIDTH, sizeof *out->unit_weights);
    out->unit_step = bma_arena_calloc(arena, out->hidden, sizeof *out->unit_step);
    out->unit_bias = bma_arena_calloc(arena, out->hidden, sizeof *out->unit_bias);
    out->window_weights =
        bma_arena_calloc(arena, (size_t)out->windows * BMA_NETWORK_SPAN * WIDTH, sizeof *out->window_weights);
    out->window_step = bma_arena_calloc(arena, out->windows, sizeof *out->window_step);
    out->window_bias = bma_arena_calloc(arena, out->windows, sizeof *out->window_bias);
    out->model_weights =
        bma_arena_calloc(arena, bma_network_inputs(out) * (models + 1), sizeof *out->model_weights);
    out->model_step = bma_arena_calloc(arena, models + 1, sizeof *out->model_step);
    out->model_bias = bma_arena_calloc(arena, models + 1, sizeof *out->model_bias);
    return out->vectors && out->unit_weights && out->unit_step && out->unit_bias && out->window_weights &&
           out->window_step && out->window_bias && out->model_weights && out->model_step && out->model_bias;
}

enum bma_status bma_network_learn(const struct bma_examples *examples, struct bma_arena *arena,
                                  struct bma_learned_network *out, struct bma_error *error)
{
    struct school school = {.row_count = 0};
    size_t models = examples->models;
    float *weights, *biases;
    enum bma_status status = BMA_OK;

    bma_arena_init(&school.arena);
    weights =
        bma_arena_calloc(&school.arena, (size_t)NETS * (HIDDEN + WINDOWS) * (models + 1), sizeof *weights);
    biases = bma_arena_calloc(&school.arena, models + 1, sizeof *biases);
    if (!weights || !biases || !open_school(&school, examples, arena) || !find_company(&school) ||
        !make_network(&out->network, school.row_count, models, arena))
        status = bma_error_memory(error);
    for (uint32_t number = 0; status == BMA_OK && number < NETS; number++)
        status = learn_net(&school, number, &out->network, weights, biases, error);
    if (status == BMA_OK)
        keep_models(weights, biases, examples->models, &out->network);
    out->terms = school.terms;
    bma_arena_release(&school.arena);
    return status;
}

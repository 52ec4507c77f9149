#include "learning/learn.h"

#include "base/memory.h"
#include "learning/logistic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md). */
static const struct bma_logistic how = {.l1 = 1, .l2 = 1, .passes = 60, .tolerance = 1e-2};
static const double IMPORTANCE[] = {[BMA_EXAMPLE_UNKNOWN] = 0,
                                    [BMA_EXAMPLE_DOES_NOT] = 1,
                                    [BMA_EXAMPLE_APART] = 0.15,
                                    [BMA_EXAMPLE_NOTED] = 3, /* once it is chosen */
                                    [BMA_EXAMPLE_COUNTS] = 3};
enum { SCALE = 100, LEAST_EXAMPLES = 3, LEAST_OF_TERM = 3, ROUNDS = 3 };

/* What one term says for or against one model. */
struct learned {
    const char *name;   /* of its stem, or of the first */
    const char *second; /* of a pair; else NULL */
    bool denied;
    uint32_t model;
    long weight;
};

/* One model's targets and importances, used again for the next; what was learned of all of them. */
struct lesson {
    const struct bma_examples *examples;
    struct bma_sparse sparse;
    struct bma_by_feature by_term;
    signed char *targets;
    double *importance;
    double *weights;
    long *bias;    /* per model */
    bool *learned; /* models with too few examples stay out of the table */
    struct learned *rows;
    size_t row_count, row_capacity;
};

static enum bma_example_mark mark_of(const struct lesson *lesson, size_t example, uint32_t model)
{
    return lesson->examples->marks[example * lesson->examples->models + model];
}

/* What is known for certain; of what a coder noted nothing yet. */
static void prepare(struct lesson *lesson, uint32_t model)
{
    for (size_t i = 0; i < lesson->examples->count; i++) {
        enum bma_example_mark mark = mark_of(lesson, i, model);

        lesson->targets[i] = mark == BMA_EXAMPLE_COUNTS ? 1 : -1;
        lesson->importance[i] = mark == BMA_EXAMPLE_NOTED ? 0 : IMPORTANCE[mark];
    }
}

static void choose(struct lesson *lesson, size_t example)
{
    lesson->targets[example] = 1;
    lesson->importance[example] = IMPORTANCE[BMA_EXAMPLE_NOTED];
}

/*
 * Of the clauses of a draft that the coder noted, the one that is most like the others learned so far counts,
 * and so does each that is alike at all; of the rest nothing is known.  That is learning from several
 * instances of which one is labelled (Andrews, Tsochantaridis and Hofmann 2003, mi-SVM), here with logistic
 * loss.
 */
static void choose_noted(struct lesson *lesson, uint32_t model, double bias)
{
    const struct bma_examples *examples = lesson->examples;
    size_t best = 0, i = 0;

    while (i < examples->count) {
        uint32_t draft = examples->drafts[i];
        double most = -INFINITY;

        for (; i < examples->count && examples->drafts[i] == draft; i++) {
            double output;

            if (mark_of(lesson, i, model) != BMA_EXAMPLE_NOTED)
                continue;
            output = bma_logistic_output(&lesson->sparse, i, lesson->weights, bias);
            lesson->importance[i] = 0;
            if (output > 0)
                choose(lesson, i);
            if (output > most) {
                most = output;
                best = i;
            }
        }
        if (most > -INFINITY)
            choose(lesson, best);
    }
}

static size_t count_targets(const struct lesson *lesson)
{
    size_t count = 0;

    for (size_t i = 0; i < lesson->examples->count; i++)
        count += lesson->targets[i] > 0 && lesson->importance[i] > 0;
    return count;
}

/* Keeps what weighs anything. */
static enum bma_status keep_rows(struct lesson *lesson, uint32_t model, struct bma_error *error)
{
    const struct bma_examples *examples = lesson->examples;
    const struct bma_lexicon *lexicon = examples->session->pack->lexicon;

    for (size_t term = BMA_TERMS_PER_STEM; term < lesson->sparse.feature_count; term++) {
        struct learned row = {.model = model, .weight = lround(lesson->weights[term] * SCALE)};

        if (row.weight == 0)
            continue;
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
    }
    return BMA_OK;
}

/* Fits the model to what is certain, then in rounds to what a coder noted too. */
static enum bma_status learn_model(struct lesson *lesson, uint32_t model, struct bma_error *error)
{
    enum bma_status status = BMA_OK;
    double bias = 0;

    memset(lesson->weights, 0, lesson->sparse.feature_count * sizeof *lesson->weights);
    prepare(lesson, model);
    for (unsigned round = 0; status == BMA_OK && round < ROUNDS; round++) {
        if (round > 0)
            choose_noted(lesson, model, bias);
        status = bma_logistic_fit(&how, &lesson->sparse, &lesson->by_term, lesson->targets,
                                  lesson->importance, lesson->weights, &bias, error);
    }
    lesson->learned[model] = count_targets(lesson) >= LEAST_EXAMPLES;
    lesson->bias[model] = lround(bias * SCALE);
    return status == BMA_OK && lesson->learned[model] ? keep_rows(lesson, model, error) : status;
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

static void write_weight(const struct lesson *lesson, uint32_t model, long weight, struct bma_buffer *out)
{
    bma_buffer_addf(out, "%s%s %ld", lesson->examples->session->pack->rules[bma_model_rule(model)].id,
                    bma_model_is_against(model) ? "x" : "", weight);
}

static void write_biases(const struct lesson *lesson, struct bma_buffer *out)
{
    const char *before = ",";

    bma_buffer_adds(out, "term,weights\n(bias)");
    for (uint32_t model = 0; model < lesson->examples->models; model++) {
        if (!lesson->learned[model])
            continue;
        bma_buffer_adds(out, before);
        write_weight(lesson, model, lesson->bias[model], out);
        before = " ";
    }
    bma_buffer_adds(out, *before == ',' ? ",\n" : "\n");
}

static void write_table(struct lesson *lesson, struct bma_buffer *out)
{
    if (lesson->row_count > 0)
        qsort(lesson->rows, lesson->row_count, sizeof *lesson->rows, by_term);
    write_biases(lesson, out);
    for (size_t i = 0; i < lesson->row_count; i++) {
        const struct learned *row = &lesson->rows[i];

        if (i > 0 && same_term(row, row - 1))
            bma_buffer_adds(out, " ");
        else
            bma_buffer_addf(out, "%s%s%s%s%s,", i > 0 ? "\n" : "", row->denied ? "not " : "", row->name,
                            row->second ? "+" : "", row->second ? row->second : "");
        write_weight(lesson, row->model, row->weight, out);
    }
    bma_buffer_adds(out, lesson->row_count > 0 ? "\n" : "");
}

static enum bma_status begin(struct lesson *lesson, const struct bma_examples *examples,
                             struct bma_error *error)
{
    size_t terms = bma_examples_term_count(examples);

    *lesson = (struct lesson){.examples = examples,
                              .sparse = {examples->terms, examples->first, examples->count, terms}};
    lesson->targets = bma_calloc(examples->count + 1, sizeof *lesson->targets);
    lesson->importance = bma_calloc(examples->count + 1, sizeof *lesson->importance);
    lesson->weights = bma_calloc(terms + 1, sizeof *lesson->weights);
    lesson->bias = bma_calloc(examples->models + 1u, sizeof *lesson->bias);
    lesson->learned = bma_calloc(examples->models + 1u, sizeof *lesson->learned);
    if (!lesson->targets || !lesson->importance || !lesson->weights || !lesson->bias || !lesson->learned)
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
    return status;
}

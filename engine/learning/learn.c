#include "learning/learn.h"

#include "base/memory.h"
#include "learning/logistic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md). */
static const struct bma_logistic how = {.l1 = 1, .l2 = 1, .passes = 200, .tolerance = 1e-3, .least = 4};
static const long THRESHOLDS[BMA_MODELS_PER_RULE] = {320, 380}; /* for what counts; for what works against */
enum { SCALE = 100, LEAST_EXAMPLES = 3 };

/* One model's targets and importances, used again for the next; what was learned of all of them. */
struct lesson {
    const struct bma_examples *examples;
    signed char *targets;
    double *importance;
    double *weights;
    size_t term_count; /* with those of stem 0, which is none */
    long *columns;     /* of each model term_count numbers: the bias, then a weight for each term */
    bool *learned;     /* models with too few examples stay out of the table */
};

/*
 * What is certain counts double.  Examples that count weigh as much together as those that do not, so that
 * the score 0 stands for even odds.
 */
static size_t prepare(struct lesson *lesson, uint32_t model)
{
    const struct bma_examples *examples = lesson->examples;
    size_t counts = 0;
    double sums[2] = {0, 0};

    for (size_t i = 0; i < examples->count; i++) {
        int mark = examples->marks[i * examples->models + model];

        lesson->targets[i] = mark > 0 ? 1 : -1;
        lesson->importance[i] = abs(mark) / 2.0;
        sums[mark > 0] += lesson->importance[i];
        counts += mark > 0;
    }
    for (size_t i = 0; i < examples->count; i++) {
        double sum = sums[lesson->targets[i] > 0];

        lesson->importance[i] *= sum > 0 ? (sums[0] + sums[1]) / (2 * sum) : 0;
    }
    return sums[0] > 0 ? counts : 0;
}

/* Fits the model: bias first, then a weight per term. */
static enum bma_status learn_model(struct lesson *lesson, uint32_t model, struct bma_error *error)
{
    const struct bma_examples *examples = lesson->examples;
    const struct bma_sparse sparse = {examples->terms, examples->first, examples->count, lesson->term_count};
    long *column = lesson->columns + model * lesson->term_count;
    double bias;
    enum bma_status status;

    lesson->learned[model] = prepare(lesson, model) >= LEAST_EXAMPLES;
    if (!lesson->learned[model])
        return BMA_OK;
    status =
        bma_logistic_fit(&how, &sparse, lesson->targets, lesson->importance, lesson->weights, &bias, error);
    if (status != BMA_OK)
        return status;
    column[0] = lround(bias * SCALE) - THRESHOLDS[model % BMA_MODELS_PER_RULE];
    for (size_t term = BMA_TERMS_PER_STEM; term < lesson->term_count; term++)
        column[term] = lround(lesson->weights[term] * SCALE);
    return BMA_OK;
}

static bool weighs(const struct lesson *lesson, size_t term)
{
    for (uint32_t model = 0; model < lesson->examples->models; model++) {
        if (lesson->columns[model * lesson->term_count + term] != 0)
            return true;
    }
    return false;
}

/* One row; index 0 is the bias. */
static void write_row(const struct lesson *lesson, size_t term, const char *name, struct bma_buffer *out)
{
    const struct bma_rule *rules = lesson->examples->session->pack->rules;
    const char *before = ",";

    bma_buffer_addf(out, "%s%s", term % BMA_TERMS_PER_STEM == 0 ? "" : "not ", name);
    for (uint32_t model = 0; model < lesson->examples->models; model++) {
        long weight = lesson->columns[model * lesson->term_count + term];

        if (!lesson->learned[model] || (weight == 0 && term > 0))
            continue;
        bma_buffer_addf(out, "%s%s%s %ld", before, rules[model / BMA_MODELS_PER_RULE].id,
                        model % BMA_MODELS_PER_RULE == 0 ? "" : "x", weight);
        before = " ";
    }
    bma_buffer_adds(out, *before == ',' ? ",\n" : "\n");
}

/* Rows in the order of their stems' bytes, so that a new phrase does not move them about. */
static int by_name(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static enum bma_status write_table(const struct lesson *lesson, struct bma_buffer *out,
                                   struct bma_error *error)
{
    const struct bma_pack *pack = lesson->examples->session->pack;
    const char **names = bma_calloc(lesson->term_count / BMA_TERMS_PER_STEM, sizeof *names);
    size_t count = 0;

    if (!names)
        return bma_error_memory(error);
    for (size_t term = BMA_TERMS_PER_STEM; term < lesson->term_count; term += BMA_TERMS_PER_STEM) {
        if (weighs(lesson, term) || weighs(lesson, term + 1))
            names[count++] = bma_lexicon_stem(pack->lexicon, (uint32_t)(term / BMA_TERMS_PER_STEM));
    }
    qsort(names, count, sizeof *names, by_name);
    bma_buffer_adds(out, "stem,weights\n");
    write_row(lesson, 0, "(bias)", out);
    for (size_t i = 0; i < count; i++) {
        size_t term =
            (size_t)bma_lexicon_find_stem(pack->lexicon, names[i], strlen(names[i])) * BMA_TERMS_PER_STEM;

        for (size_t k = term; k < term + BMA_TERMS_PER_STEM; k++) {
            if (weighs(lesson, k))
                write_row(lesson, k, names[i], out);
        }
    }
    bma_free(names);
    return out->failed ? bma_error_memory(error) : BMA_OK;
}

static bool begin(struct lesson *lesson, const struct bma_examples *examples)
{
    const struct bma_pack *pack = examples->session->pack;

    *lesson = (struct lesson){.examples = examples,
                              .term_count =
                                  ((size_t)bma_lexicon_stem_count(pack->lexicon) + 1) * BMA_TERMS_PER_STEM};
    lesson->targets = bma_calloc(examples->count + 1, sizeof *lesson->targets);
    lesson->importance = bma_calloc(examples->count + 1, sizeof *lesson->importance);
    lesson->weights = bma_calloc(lesson->term_count, sizeof *lesson->weights);
    lesson->columns = bma_calloc(lesson->term_count * examples->models + 1, sizeof *lesson->columns);
    lesson->learned = bma_calloc(examples->models + 1u, sizeof *lesson->learned);
    return lesson->targets && lesson->importance && lesson->weights && lesson->columns && lesson->learned;
}

enum bma_status bma_learn(const struct bma_examples *examples, struct bma_buffer *out,
                          struct bma_error *error)
{
    struct lesson lesson;
    enum bma_status status = begin(&lesson, examples) ? BMA_OK : bma_error_memory(error);

    for (uint32_t model = 0; status == BMA_OK && model < examples->models; model++)
        status = learn_model(&lesson, model, error);
    if (status == BMA_OK)
        status = write_table(&lesson, out, error);
    bma_free(lesson.targets);
    bma_free(lesson.importance);
    bma_free(lesson.weights);
    bma_free(lesson.columns);
    bma_free(lesson.learned);
    return status;
}

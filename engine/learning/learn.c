#include "learning/learn.h"

#include "base/memory.h"
#include "learning/logistic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md). */
static const struct bma_logistic how = {.l1 = 1, .l2 = 1, .passes = 200, .tolerance = 1e-3, .least = 4};
enum { THRESHOLD = 280, SCALE = 100, LEAST_EXAMPLES = 3 };

/* One rule's targets and importances, used again for the next; what was learned of all of them. */
struct lesson {
    const struct bma_examples *examples;
    signed char *targets;
    double *importance;
    double *weights;
    size_t stem_count; /* with stem 0, which is none */
    uint32_t rule_count;
    long *columns; /* of each rule stem_count numbers: the bias, then a weight for each stem */
    bool *learned; /* rules with too few examples stay out of the table */
};

/*
 * What is certain counts double.  Examples that count weigh as much together as those that do not, so that
 * the score 0 stands for even odds.
 */
static size_t prepare(struct lesson *lesson, uint32_t rule)
{
    const struct bma_examples *examples = lesson->examples;
    size_t rules = examples->session->pack->rule_count, counts = 0;
    double sums[2] = {0, 0};

    for (size_t i = 0; i < examples->count; i++) {
        int mark = examples->marks[i * rules + rule];

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

/* Fits the rule's model: bias first, then a weight per stem. */
static enum bma_status learn_rule(struct lesson *lesson, uint32_t rule, struct bma_error *error)
{
    const struct bma_examples *examples = lesson->examples;
    const struct bma_sparse sparse = {examples->stems, examples->first, examples->count, lesson->stem_count};
    long *column = lesson->columns + rule * lesson->stem_count;
    double bias;
    enum bma_status status;

    lesson->learned[rule] = prepare(lesson, rule) >= LEAST_EXAMPLES;
    if (!lesson->learned[rule])
        return BMA_OK;
    status =
        bma_logistic_fit(&how, &sparse, lesson->targets, lesson->importance, lesson->weights, &bias, error);
    if (status != BMA_OK)
        return status;
    column[0] = lround(bias * SCALE) - THRESHOLD;
    for (size_t stem = 1; stem < lesson->stem_count; stem++)
        column[stem] = lround(lesson->weights[stem] * SCALE);
    return BMA_OK;
}

static bool weighs(const struct lesson *lesson, size_t stem)
{
    for (uint32_t rule = 0; rule < lesson->rule_count; rule++) {
        if (lesson->columns[rule * lesson->stem_count + stem] != 0)
            return true;
    }
    return false;
}

/* One row; index 0 is the bias. */
static void write_row(const struct lesson *lesson, size_t stem, const char *name, struct bma_buffer *out)
{
    const char *before = ",";

    bma_buffer_adds(out, name);
    for (uint32_t rule = 0; rule < lesson->rule_count; rule++) {
        long weight = lesson->columns[rule * lesson->stem_count + stem];

        if (!lesson->learned[rule] || (weight == 0 && stem > 0))
            continue;
        bma_buffer_addf(out, "%s%s %ld", before, lesson->examples->session->pack->rules[rule].id, weight);
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
    const char **names = bma_calloc(lesson->stem_count, sizeof *names);
    size_t count = 0;

    if (!names)
        return bma_error_memory(error);
    for (size_t stem = 1; stem < lesson->stem_count; stem++) {
        if (weighs(lesson, stem))
            names[count++] = bma_lexicon_stem(pack->lexicon, (uint32_t)stem);
    }
    qsort(names, count, sizeof *names, by_name);
    bma_buffer_adds(out, "stem,weights\n");
    write_row(lesson, 0, "(bias)", out);
    for (size_t i = 0; i < count; i++)
        write_row(lesson, bma_lexicon_find_stem(pack->lexicon, names[i], strlen(names[i])), names[i], out);
    bma_free(names);
    return out->failed ? bma_error_memory(error) : BMA_OK;
}

static bool begin(struct lesson *lesson, const struct bma_examples *examples)
{
    const struct bma_pack *pack = examples->session->pack;

    *lesson = (struct lesson){.examples = examples,
                              .rule_count = pack->rule_count,
                              .stem_count = (size_t)bma_lexicon_stem_count(pack->lexicon) + 1};
    lesson->targets = bma_calloc(examples->count + 1, sizeof *lesson->targets);
    lesson->importance = bma_calloc(examples->count + 1, sizeof *lesson->importance);
    lesson->weights = bma_calloc(lesson->stem_count, sizeof *lesson->weights);
    lesson->columns = bma_calloc(lesson->stem_count * lesson->rule_count + 1, sizeof *lesson->columns);
    lesson->learned = bma_calloc(lesson->rule_count + 1u, sizeof *lesson->learned);
    return lesson->targets && lesson->importance && lesson->weights && lesson->columns && lesson->learned;
}

enum bma_status bma_learn(const struct bma_examples *examples, struct bma_buffer *out,
                          struct bma_error *error)
{
    struct lesson lesson;
    enum bma_status status = begin(&lesson, examples) ? BMA_OK : bma_error_memory(error);

    for (uint32_t rule = 0; status == BMA_OK && rule < lesson.rule_count; rule++)
        status = learn_rule(&lesson, rule, error);
    if (status == BMA_OK)
        status = write_table(&lesson, out, error);
    bma_free(lesson.targets);
    bma_free(lesson.importance);
    bma_free(lesson.weights);
    bma_free(lesson.columns);
    bma_free(lesson.learned);
    return status;
}

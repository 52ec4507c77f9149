#include "learning/learn.h"

#include "base/memory.h"
#include "learning/logistic.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Chosen on drafts that were not learned from (docs/likeness.md). */
static struct bma_logistic how = {.l1 = 0.3, .l2 = 1, .passes = 200, .tolerance = 1e-3};
enum { THRESHOLD = 35, SCALE = 100, LINE_BYTES = 110, LEAST_EXAMPLES = 3 };

/* One rule's targets and importances, used again for the next. */
struct lesson {
    const struct bma_examples *examples;
    signed char *targets;
    double *importance;
    double *weights;
};

/*
 * What is certain counts double.  Examples that count weigh as much together as those that do not, so that the
 * score 0 stands for even odds.
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

static void write_weights(const struct lesson *lesson, struct bma_buffer *out)
{
    const struct bma_lexicon *lexicon = lesson->examples->session->pack->lexicon;
    size_t line = 0;

    bma_buffer_adds(out, "    words:\n      {");
    for (uint32_t stem = 1; stem <= bma_lexicon_stem_count(lexicon); stem++) {
        long weight = lround(lesson->weights[stem] * SCALE);
        size_t before = out->length;

        if (weight == 0)
            continue;
        bma_buffer_addf(out, "%s\"%s\": %ld,", line > 0 ? " " : "", bma_lexicon_stem(lexicon, stem), weight);
        line += out->length - before;
        if (line > LINE_BYTES) {
            bma_buffer_adds(out, "\n       ");
            line = 0;
        }
    }
    bma_buffer_adds(out, "}\n");
}

static enum bma_status learn_rule(struct lesson *lesson, uint32_t rule, struct bma_buffer *out,
                                  struct bma_error *error)
{
    const struct bma_examples *examples = lesson->examples;
    const struct bma_pack *pack = examples->session->pack;
    const struct bma_sparse sparse = {examples->stems, examples->first, examples->count,
                                      (size_t)bma_lexicon_stem_count(pack->lexicon) + 1};
    size_t counts = prepare(lesson, rule);
    double bias;
    enum bma_status status;

    if (counts < LEAST_EXAMPLES)
        return BMA_OK;
    status = bma_logistic_fit(&how, &sparse, lesson->targets, lesson->importance, lesson->weights, &bias, error);
    if (status != BMA_OK)
        return status;
    bma_buffer_addf(out, "  %s:\n    bias: %ld\n", pack->rules[rule].id, lround(bias * SCALE));
    write_weights(lesson, out);
    return BMA_OK;
}

enum bma_status bma_learn(const struct bma_examples *examples, struct bma_buffer *out, struct bma_error *error)
{
    const struct bma_pack *pack = examples->session->pack;
    struct lesson lesson = {.examples = examples};
    enum bma_status status = BMA_OK;
    if (getenv("L1")) how.l1 = atof(getenv("L1"));
    if (getenv("L2")) how.l2 = atof(getenv("L2"));

    lesson.targets = bma_calloc(examples->count + 1, sizeof *lesson.targets);
    lesson.importance = bma_calloc(examples->count + 1, sizeof *lesson.importance);
    lesson.weights = bma_calloc((size_t)bma_lexicon_stem_count(pack->lexicon) + 1, sizeof *lesson.weights);
    if (!lesson.targets || !lesson.importance || !lesson.weights)
        status = bma_error_memory(error);
    bma_buffer_addf(out,
                    "# Written by 'bma learn' from %zu labelled clauses: not to be changed by hand (docs/likeness.md).\n"
                    "# Hundredths of log odds: what each stem in a clause says for a rule; threshold: from which score on\n"
                    "# a clause is alike those that count.\n"
                    "threshold: %d\nrules:\n",
                    examples->count, THRESHOLD);
    for (uint32_t rule = 0; status == BMA_OK && rule < pack->rule_count; rule++)
        status = learn_rule(&lesson, rule, out, error);
    bma_free(lesson.targets);
    bma_free(lesson.importance);
    bma_free(lesson.weights);
    if (status == BMA_OK && out->failed)
        status = bma_error_memory(error);
    return status;
}

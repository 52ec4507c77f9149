#include "learning/choose.h"

#include <math.h>
#include <string.h>

bool bma_choice_init(struct bma_choice *choice, const struct bma_examples *examples, struct bma_arena *arena)
{
    size_t models = examples->models;

    choice->examples = examples;
    choice->marks = bma_arena_calloc(arena, examples->count + 1, models);
    choice->most = bma_arena_calloc(arena, models + 1, sizeof *choice->most);
    choice->best = bma_arena_calloc(arena, models + 1, sizeof *choice->best);
    return choice->marks && choice->most && choice->best;
}

void bma_choice_reset(struct bma_choice *choice, uint32_t from, uint32_t to)
{
    const struct bma_examples *examples = choice->examples;

    for (size_t i = 0; i < examples->count; i++)
        memcpy(choice->marks + i * examples->models + from, examples->marks + i * examples->models + from,
               to - from);
}

static unsigned char *mark_of(struct bma_choice *choice, uint32_t example, uint32_t model)
{
    return &choice->marks[(size_t)example * choice->examples->models + model];
}

static void choose_of_clause(struct bma_choice *choice, uint32_t example, uint32_t from, uint32_t to,
                             bma_alike *alike, void *learner)
{
    for (uint32_t m = from; m < to; m++) {
        unsigned char *mark = mark_of(choice, example, m);
        double much;

        if (*mark != BMA_EXAMPLE_NOTED)
            continue;
        much = alike(learner, example, m);
        *mark = much > 0 ? BMA_EXAMPLE_COUNTS : BMA_EXAMPLE_UNKNOWN;
        if (much > choice->most[m]) {
            choice->most[m] = much;
            choice->best[m] = example;
        }
    }
}

void bma_choose(struct bma_choice *choice, uint32_t from, uint32_t to, bma_alike *alike, void *learner)
{
    const struct bma_examples *examples = choice->examples;
    uint32_t i = 0;

    while (i < examples->count) {
        uint32_t whole = examples->wholes[i];

        for (uint32_t m = from; m < to; m++)
            choice->most[m] = -INFINITY;
        for (; i < examples->count && examples->wholes[i] == whole; i++)
            choose_of_clause(choice, i, from, to, alike, learner);
        for (uint32_t m = from; m < to; m++) {
            if (choice->most[m] > -INFINITY)
                *mark_of(choice, choice->best[m], m) = BMA_EXAMPLE_COUNTS;
        }
    }
}

/*
 * A network beside the linear models of likeness: what words have in common that never stood in the same
 * clause.
 *
 * Every term that enough examples have is a vector.  The vectors of a clause's terms are summed and divided
 * by the root of their number; hidden units take what is above zero of a linear function of the sum, and each
 * model is a linear function of the hidden units.  All models share vectors and units: what one criterion
 * teaches of a word helps the others ("deep averaging network": Iyyer and others 2015).
 *
 * A sum does not know who does what to whom.  Beside the units stand windows: a window sees the vectors of
 * BMA_NETWORK_SPAN stems in a row and gives what is above zero of a linear function of them, there in the
 * clause where that is most (convolution and the largest over time: Collobert and others 2011, Kim 2014).
 *
 * Several such nets that were learned apart stand side by side and are averaged: each sees its own part of
 * every vector.  docs/likeness.md says how they are learned.
 *
 * All numbers are whole, so that a draft gets the same score on every machine: weights are steps from
 * -BMA_NETWORK_STEPS to BMA_NETWORK_STEPS, and each unit and model says how large its step is.
 */
#ifndef BMA_RULES_NETWORK_H
#define BMA_RULES_NETWORK_H

#include <stddef.h>
#include <stdint.h>

enum {
    BMA_NETWORK_STEPS = 31,
    BMA_NETWORK_UNIT = 1 << 10,       /* of what a hidden unit gives: so much is 1 */
    BMA_NETWORK_UNIT_STEP = 1 << 30,  /* of the size of a step of a unit: so much is 1 */
    BMA_NETWORK_MODEL_STEP = 1 << 20, /* of a model: so much is a hundredth of log odds */
    BMA_NETWORK_STEP_MOST = 1 << 22,  /* so that no sum runs over */
    BMA_NETWORK_GAIN = 3,             /* what the sum is multiplied by besides */
    BMA_NETWORK_WIDTH_MOST = 32,      /* numbers of a vector that a net sees */
    BMA_NETWORK_NETS_MOST = 8,
    BMA_NETWORK_HIDDEN_MOST = 512,  /* units of all nets, */
    BMA_NETWORK_WINDOWS_MOST = 512, /* and their windows */
    BMA_NETWORK_SPAN = 5            /* stems that a window sees */
};

/* Numbers of a table as characters, from the least to the most; a spreadsheet takes none for a formula. */
#define BMA_NETWORK_DIGITS ".0123456789:ABCDEFGHIJLMNOPQRSUVWYZ_abcdefghijklmnopqrstuvwxyz~"
_Static_assert(sizeof BMA_NETWORK_DIGITS - 1 == 2 * BMA_NETWORK_STEPS + 1, "a character for each number");

struct bma_network {
    uint32_t nets, width, hidden;   /* hidden units of all nets, as many of each; 0: there is no network */
    uint32_t windows;               /* likewise */
    size_t row_count;               /* vectors, nets × width numbers each */
    int8_t *vectors;                /* no number beyond BMA_NETWORK_STEPS */
    int16_t *unit_weights;          /* per unit, width of them, none beyond BMA_NETWORK_STEPS */
    int32_t *unit_step, *unit_bias; /* per unit; the bias in BMA_NETWORK_UNITs */
    int16_t *window_weights;        /* per window, width of them for each stem that it sees */
    int32_t *window_step, *window_bias; /* per window, as of a unit */
    int16_t *model_weights;             /* per model, one for each unit and behind those for each window */
    int32_t *model_step, *model_bias;   /* per model; the bias in hundredths of log odds */
};

/* Numbers that a model weighs: of all units and windows. */
static inline size_t bma_network_inputs(const struct bma_network *network)
{
    return (size_t)network->hidden + network->windows;
}

/* The vectors of a clause, summed. */
struct bma_network_sum {
    uint32_t count;
    int32_t sum[BMA_NETWORK_NETS_MOST * BMA_NETWORK_WIDTH_MOST];
};

/* Adds the vector of that row, or takes it away. */
void bma_network_add(const struct bma_network *network, size_t row, struct bma_network_sum *sum);
void bma_network_remove(const struct bma_network *network, size_t row, struct bma_network_sum *sum);

/* What the hidden units give of the sum, in BMA_NETWORK_UNITs. */
struct bma_network_given {
    int16_t units[BMA_NETWORK_HIDDEN_MOST];
};
void bma_network_see(const struct bma_network *network, const struct bma_network_sum *sum,
                     struct bma_network_given *given);

/* The most that each window gives of any passage that was looked at (windows.h), in BMA_NETWORK_UNITs. */
struct bma_network_most {
    int16_t windows[BMA_NETWORK_WINDOWS_MOST];
};

/* What both mean to those models, in hundredths of log odds; `said` is by model. */
void bma_network_say(const struct bma_network *network, const struct bma_network_given *given,
                     const struct bma_network_most *most, const uint32_t *models, size_t count,
                     int32_t *said);

#endif

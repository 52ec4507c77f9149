/*
 * A network beside the linear models of likeness: what words have in common that never stood in the same
 * clause.
 *
 * Every term that enough examples have is a vector.  The vectors of a clause's terms are summed and divided
 * by the root of their number; hidden units take what is above zero of a linear function of the sum, and each
 * model is a linear function of the hidden units.  All models share vectors and units: what one criterion
 * teaches of a word helps the others ("deep averaging network": Iyyer and others 2015).  Several such nets
 * that were learned apart stand side by side and are averaged: each sees its own part of every vector.
 * docs/likeness.md says how it is learned.
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
    BMA_NETWORK_ZERO = 'P',        /* no step, in the table: 'Q' is one, 'O' one less than none */
    BMA_NETWORK_UNIT = 1024,       /* of what a hidden unit gives: so much is 1 */
    BMA_NETWORK_STEP = 1000000000, /* sizes of steps: so much is 1 */
    BMA_NETWORK_GAIN = 3,          /* what the sum is multiplied by besides */
    BMA_NETWORK_WIDTH_MOST = 64,   /* numbers of a vector that a net sees */
    BMA_NETWORK_NETS_MOST = 8,
    BMA_NETWORK_HIDDEN_MOST = 512 /* units of all nets */
};

struct bma_network {
    uint32_t nets, width, hidden; /* hidden units of all nets, as many of each; 0: there is no network */
    size_t row_count;             /* vectors, nets × width numbers each */
    int8_t *vectors;
    int8_t *unit_weights;             /* per unit, width of them */
    int32_t *unit_step, *unit_bias;   /* per unit; the bias in BMA_NETWORK_UNITs */
    int8_t *model_weights;            /* per unit, one for each model */
    int32_t *model_step, *model_bias; /* per model; the bias in hundredths of log odds */
};

/* The vectors of a clause, summed. */
struct bma_network_sum {
    uint32_t count;
    int32_t sum[BMA_NETWORK_NETS_MOST * BMA_NETWORK_WIDTH_MOST];
};

/* Adds the vector of that row, or takes it away. */
void bma_network_add(const struct bma_network *network, size_t row, struct bma_network_sum *sum);
void bma_network_remove(const struct bma_network *network, size_t row, struct bma_network_sum *sum);

/* What the models say of the sum, in hundredths of log odds; `models` of them. */
void bma_network_read(const struct bma_network *network, const struct bma_network_sum *sum, uint32_t models,
                      int32_t *scores);

#endif

/*
 * One net of a network while it is learned, in floating point: what it says of an example, and how it is
 * moved.
 */
#ifndef BMA_LEARNING_NET_H
#define BMA_LEARNING_NET_H

#include "base/arena.h"
#include "base/draw.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Numbers that are learned, their slopes in this batch, and what Adam keeps of the slopes before. */
struct bma_parameters {
    float *values, *slopes, *means, *squares;
    size_t count;
};

struct bma_net {
    uint32_t width, hidden, models;
    size_t rows;                                                      /* vectors */
    struct bma_parameters vectors, units, unit_bias, outputs, biases; /* units: hidden × width; outputs:
                                                                        hidden × models */
    uint32_t *touched; /* rows whose vectors this batch moves */
    size_t touched_count;
    bool *is_touched; /* by row */
    unsigned steps;   /* batches so far */

    /* of the example that was read last */
    float *sum;      /* the vectors of its rows that were read, as the units see them */
    float *given;    /* by each unit; 0 where it was left out */
    float *said;     /* by each model: log odds */
    uint32_t *taken; /* rows that were read */
    size_t taken_count;
    float gain; /* of each of them */
};

/* Everything in the arena; rows of an example are at most `most`.  Vectors begin near those of `company`
 * (company.h), or anywhere if it is NULL.  False when memory is out. */
bool bma_net_init(struct bma_net *net, struct bma_arena *arena, size_t most, const float *company,
                  struct bma_draw *draw);

/* Reads an example by its rows; `draw` NULL: nothing is left out. */
void bma_net_read(struct bma_net *net, const uint32_t *rows, size_t count, struct bma_draw *draw);

/* Adds to the slopes what the example that was read says; `errors`: the slope of its loss by each model. */
void bma_net_blame(struct bma_net *net, const float *errors);

/* Moves everything against the slopes, and forgets them; `rate` from 1 at the beginning to 0. */
void bma_net_move(struct bma_net *net, float rate);

#endif

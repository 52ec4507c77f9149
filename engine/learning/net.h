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

/* What a net reads: the rows of the terms, each once, and those of the stems in their order. */
struct bma_net_example {
    const uint32_t *rows, *passage;
    size_t count, length;
};
/* In a passage: a stem without a vector, and the edge of a clause, which windows do not look beyond. */
enum { BMA_NET_NO_ROW = 0xffffffff, BMA_NET_EDGE = 0xfffffffe };

struct bma_net {
    uint32_t width, hidden, windows, models;
    size_t rows; /* vectors */
    struct bma_parameters vectors;
    struct bma_parameters units, unit_bias;   /* hidden × width */
    struct bma_parameters panes, window_bias; /* (span × width) × windows */
    struct bma_parameters outputs, biases;    /* (hidden + windows) × models */
    uint32_t *touched;                        /* rows whose vectors this batch moves */
    size_t touched_count;
    bool *is_touched; /* by row */
    unsigned steps;   /* batches so far */

    /* of the example that was read last */
    float *sum;      /* the vectors of its rows that were read, as the units see them */
    float *passage;  /* the vectors of its stems, with half a window of nothing on either side */
    float *given;    /* by each unit and window; 0 where it was left out */
    size_t *best_at; /* by each window: the place in the passage where it gives most */
    float *said;     /* by each model: log odds */
    uint32_t *taken; /* rows that were read */
    size_t taken_count;
    float gain;       /* of each of them */
    uint32_t *passed; /* by place of the passage: the row that was read, or BMA_NET_NO_ROW */
    size_t length;
    float *passage_slopes;
};

/* Everything in the arena; rows of an example are at most `most.count`, places of its passage `most.length`.
 * Vectors begin near those of `company` (company.h), or anywhere if it is NULL.  False when memory is out. */
bool bma_net_init(struct bma_net *net, struct bma_arena *arena, struct bma_net_example most,
                  const float *company, struct bma_draw *draw);

/* Reads an example; `draw` NULL: nothing is left out. */
void bma_net_read(struct bma_net *net, const struct bma_net_example *example, struct bma_draw *draw);

/* Adds to the slopes what the example that was read says; `errors`: the slope of its loss by each model. */
void bma_net_blame(struct bma_net *net, const float *errors);

/* Moves everything against the slopes, and forgets them; `rate` from 1 at the beginning to 0. */
void bma_net_move(struct bma_net *net, float rate);

#endif

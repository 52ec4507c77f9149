/* Learns a pack's likeness.csv (rules/likeness.h) from examples. */
#ifndef BMA_LEARNING_LEARN_H
#define BMA_LEARNING_LEARN_H

#include "base/buffer.h"
#include "learning/examples.h"

/*
 * Fits the models of each rule that have three examples and writes them all as CSV.  The same
 * examples give the same bytes.
 */
enum bma_status bma_learn(const struct bma_examples *examples, struct bma_buffer *out,
                          struct bma_error *error);

#endif

/*
 * Learns the network of a pack's likeness (rules/network.h) from examples.
 *
 * Vectors begin by the company that terms keep (company.h), moved a little for each net.
 * Each net is learned by itself: logistic loss of all models at once, minimised with Adam (Kingma and Ba
 * 2015) over batches in an order drawn anew for every pass; a vector moves where an example has its term.  Of
 * the terms of an example, and of units and windows, three in ten are left out each time it is read, and of
 * the stems that windows see one in five (dropout, Srivastava and others 2014), so that no word is relied
 * upon alone.  What a coder noted without saying which clause counts is chosen before each pass, as for the
 * linear models (learn.h).  Drawn numbers come from a fixed seed: the same examples give the same network
 * with the same build.
 */
#ifndef BMA_LEARNING_LEARN_NETWORK_H
#define BMA_LEARNING_LEARN_NETWORK_H

#include "learning/examples.h"

/* The network, with a row for each of `terms`; all of it lies in the arena. */
struct bma_learned_network {
    struct bma_network network; /* models as in the pack */
    uint32_t *terms;            /* of the examples, in rising order */
};

enum bma_status bma_network_learn(const struct bma_examples *examples, struct bma_arena *arena,
                                  struct bma_learned_network *out, struct bma_error *error);

#endif

/*
 * The windows of a network (network.h) over a passage.
 *
 * What a window makes of a passage is a sum of what it makes of each stem at each of the places that it sees.
 * A draft says the same words again and again, and so do drafts: what all windows make of a stem is worked
 * out once and kept, for the next passage and the next draft.  It does not depend on them.
 */
#ifndef BMA_RULES_WINDOWS_H
#define BMA_RULES_WINDOWS_H

#include "base/error.h"
#include "rules/network.h"

enum { BMA_PASSAGE_MOST = 256 /* stems of a clause that windows look at */ };

struct bma_windows {
    const struct bma_network *network;
    uint32_t *slot_of; /* per row: its slot + 1; 0: it is not kept */
    uint32_t *rows;    /* per slot */
    int16_t *views;    /* per slot: by each place, by each window */
    uint32_t count;
};

/* The network must outlive it; one without windows, or none at all, needs no memory. */
enum bma_status bma_windows_init(struct bma_windows *windows, const struct bma_network *network,
                                 struct bma_error *error);
void bma_windows_release(struct bma_windows *windows);

/*
 * Looks at stems in their order, by the rows of their vectors (BMA_NONE: it has none), of more than
 * BMA_PASSAGE_MOST at the first of them, and raises what each window gives to what it gives here, where that
 * is more.
 */
void bma_windows_look(struct bma_windows *windows, const uint32_t *rows, size_t count,
                      struct bma_network_most *most);

#endif

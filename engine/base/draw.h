/* Numbers drawn from a seed, the same on every machine: SplitMix64 (Steele, Lea and Flood 2014). */
#ifndef BMA_BASE_DRAW_H
#define BMA_BASE_DRAW_H

#include <stdint.h>

struct bma_draw {
    uint64_t state; /* the seed at first */
};

uint64_t bma_draw(struct bma_draw *draw);
/* From 0 to below; numbers that would favour the small ones are drawn again. */
uint32_t bma_draw_below(struct bma_draw *draw, uint32_t below);
/* From 0 to below 1. */
float bma_draw_unit(struct bma_draw *draw);

#endif

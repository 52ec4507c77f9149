#include "base/draw.h"

uint64_t bma_draw(struct bma_draw *draw)
{
    uint64_t z = draw->state += UINT64_C(0x9e3779b97f4a7c15);

    z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
    return z ^ z >> 31;
}

uint32_t bma_draw_below(struct bma_draw *draw, uint32_t below)
{
    uint64_t fair = UINT64_MAX - UINT64_MAX % below, drawn;

    do
        drawn = bma_draw(draw);
    while (drawn >= fair);
    return (uint32_t)(drawn % below);
}

float bma_draw_unit(struct bma_draw *draw)
{
    return (float)(bma_draw(draw) >> 40) / (float)(1 << 24);
}

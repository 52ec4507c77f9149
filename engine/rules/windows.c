#include "rules/windows.h"

#include "base/memory.h"
#include "base/processor.h"
#include "document/document.h"

#include <string.h>

enum {
    SPAN = BMA_NETWORK_SPAN,
    KEPT_MOST = 512, /* stems: most of those that a draft has; more than a passage has */
    UNIT_BITS = 20,  /* of what a product is too large by */
    EDGE = SPAN / 2  /* places of a passage on either side where nothing stands */
};
_Static_assert(BMA_NETWORK_STEPS *BMA_NETWORK_STEPS *BMA_NETWORK_WIDTH_MOST <= INT16_MAX,
               "what a window makes of a stem is a number of 16 bits");
_Static_assert(BMA_NETWORK_UNIT_STEP >> UNIT_BITS == BMA_NETWORK_UNIT, "windows give BMA_NETWORK_UNITs");
_Static_assert((int)KEPT_MOST > (int)BMA_PASSAGE_MOST, "all stems of a passage are kept");

static size_t view_size(const struct bma_network *network)
{
    return (size_t)SPAN * network->windows;
}

enum bma_status bma_windows_init(struct bma_windows *windows, const struct bma_network *network,
                                 struct bma_error *error)
{
    *windows = (struct bma_windows){.network = network};
    if (network->windows == 0)
        return BMA_OK;
    windows->slot_of = bma_calloc(network->row_count + 1, sizeof *windows->slot_of);
    windows->rows = bma_calloc(KEPT_MOST + 1, sizeof *windows->rows);
    windows->views = bma_calloc((KEPT_MOST + 1) * view_size(network), sizeof *windows->views);
    return windows->slot_of && windows->rows && windows->views ? BMA_OK : bma_error_memory(error);
}

void bma_windows_release(struct bma_windows *windows)
{
    bma_free(windows->slot_of);
    bma_free(windows->rows);
    bma_free(windows->views);
    *windows = (struct bma_windows){.network = NULL};
}

/* What all windows make of the vector, at each place. */
BMA_TWICE void view(const struct bma_network *network, const int8_t *vector, int16_t *out)
{
    int16_t numbers[BMA_NETWORK_NETS_MOST * BMA_NETWORK_WIDTH_MOST];
    uint32_t width = network->width, of_each = network->windows / network->nets;

    for (uint32_t i = 0; i < network->nets * width; i++)
        numbers[i] = vector[i];
    for (uint32_t window = 0; window < network->windows; window++) {
        const int16_t *seen = numbers + (size_t)(window / of_each) * width;
        const int16_t *weights = network->window_weights + (size_t)window * SPAN * width;

        for (size_t place = 0; place < SPAN; place++, weights += width) {
            int32_t total = 0;

            for (uint32_t k = 0; k < width; k++)
                total += weights[k] * seen[k];
            out[place * network->windows + window] = (int16_t)total;
        }
    }
}

/* Raises `best` by what windows make of the stems around one place of a passage. */
BMA_TWICE void look_at(const int16_t *const views[SPAN], uint32_t windows, int32_t *best)
{
    for (uint32_t window = 0; window < windows; window++) {
        int32_t total = 0;

        for (size_t place = 0; place < SPAN; place++)
            total += views[place][place * windows + window];
        best[window] = total > best[window] ? total : best[window];
    }
}

BMA_FOR_AVX2 void view_avx2(const struct bma_network *network, const int8_t *vector, int16_t *out)
{
    view(network, vector, out);
}

BMA_FOR_AVX2 void look_at_avx2(const int16_t *const views[SPAN], uint32_t windows, int32_t *best)
{
    look_at(views, windows, best);
}

/* The last slot is that of no stem: nothing but noughts. */
static const int16_t *view_of(struct bma_windows *windows, uint32_t row)
{
    const struct bma_network *network = windows->network;
    size_t size = view_size(network);
    int16_t *out = windows->views + windows->count * size;
    const int8_t *vector;

    if (row == BMA_NONE)
        return windows->views + KEPT_MOST * size;
    if (windows->slot_of[row] > 0)
        return windows->views + (windows->slot_of[row] - 1) * size;
    vector = network->vectors + (size_t)row * network->nets * network->width;
    if (BMA_WITH_AVX2)
        view_avx2(network, vector, out);
    else
        view(network, vector, out);
    windows->rows[windows->count] = row;
    windows->slot_of[row] = ++windows->count;
    return out;
}

/* So that what the next passage needs is not lost on its way. */
static void make_room(struct bma_windows *windows, size_t stems)
{
    if (windows->count + stems <= KEPT_MOST)
        return;
    for (uint32_t slot = 0; slot < windows->count; slot++)
        windows->slot_of[windows->rows[slot]] = 0;
    windows->count = 0;
}

static void raise(const struct bma_network *network, const int32_t *best, struct bma_network_most *most)
{
    for (uint32_t window = 0; window < network->windows; window++) {
        int32_t given = (int32_t)((int64_t)best[window] * network->window_step[window] >> UNIT_BITS) +
                        network->window_bias[window];

        if (given > most->windows[window])
            most->windows[window] = (int16_t)(given < INT16_MAX ? given : INT16_MAX);
    }
}

void bma_windows_look(struct bma_windows *windows, const uint32_t *rows, size_t count,
                      struct bma_network_most *most)
{
    const struct bma_network *network = windows->network;
    const int16_t *views[BMA_PASSAGE_MOST + SPAN];
    int32_t best[BMA_NETWORK_WINDOWS_MOST];

    count = count < BMA_PASSAGE_MOST ? count : BMA_PASSAGE_MOST;
    if (count == 0 || network->windows == 0)
        return;
    make_room(windows, count);
    for (size_t i = 0; i < count + 2 * EDGE; i++)
        views[i] = view_of(windows, i < EDGE || i >= count + EDGE ? BMA_NONE : rows[i - EDGE]);
    for (uint32_t window = 0; window < network->windows; window++)
        best[window] = INT32_MIN;
    for (size_t i = 0; i < count; i++) {
        if (BMA_WITH_AVX2)
            look_at_avx2(views + i, network->windows, best);
        else
            look_at(views + i, network->windows, best);
    }
    raise(network, best, most);
}

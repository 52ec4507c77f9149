#include "rules/windows.h"

#include "base/memory.h"
#include "base/processor.h"
#include "document/document.h"

#include <string.h>

enum {
    SPAN = BMA_NETWORK_SPAN,
    KEPT_MOST = 512, /* stems: most of those that a draft has; more than a passage has */
    GROUP = 16,      /* windows that are worked out at a time */
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

/* Windows of a net in groups of so many. */
static size_t group_count(const struct bma_network *network)
{
    return (network->windows / network->nets + GROUP - 1) / GROUP;
}

/* By place, net, group, number of the vector and window, in place of by window, place and number; the last
 * group is filled up with windows that see nothing. */
static void put_side_by_side(const struct bma_network *network, int16_t *out)
{
    uint32_t width = network->width, of_each = network->windows / network->nets;
    size_t groups = group_count(network), seen = (size_t)SPAN * width;

    for (size_t i = 0; i < SPAN * network->nets * groups * width; i++) {
        size_t k = i % width, group = i / width % groups, net = i / width / groups % network->nets;
        size_t place = i / width / groups / network->nets;

        for (size_t window = group * GROUP; window < (group + 1) * GROUP; window++, out++) {
            if (window < of_each)
                *out = network->window_weights[(net * of_each + window) * seen + place * width + k];
        }
    }
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
    windows->weights = bma_calloc(SPAN * network->nets * group_count(network) * GROUP * network->width,
                                  sizeof *windows->weights);
    if (!windows->slot_of || !windows->rows || !windows->views || !windows->weights)
        return bma_error_memory(error);
    put_side_by_side(network, windows->weights);
    return BMA_OK;
}

void bma_windows_release(struct bma_windows *windows)
{
    bma_free(windows->slot_of);
    bma_free(windows->rows);
    bma_free(windows->views);
    bma_free(windows->weights);
    *windows = (struct bma_windows){.network = NULL};
}

/* As in network.c: sixteen numbers at a time where the processor can. */
#define BMA_TWICE static inline __attribute__((always_inline))

/* Numbers that are added and multiplied one by one, all at once (a vector of gcc's and clang's). */
typedef int16_t group __attribute__((vector_size(GROUP * sizeof(int16_t))));

/* What a group of windows makes of the numbers; at most `left` of them are windows. */
BMA_TWICE void view_group(const int16_t *weights, const int8_t *numbers, uint32_t width, size_t left,
                          int16_t *out)
{
    group totals = {0}, row;

    for (uint32_t k = 0; k < width; k++, weights += GROUP) {
        memcpy(&row, weights, sizeof row);
        totals += row * (int16_t)numbers[k];
    }
    memcpy(out, &totals, (left < GROUP ? left : GROUP) * sizeof *out);
}

/* What all windows make of the vector, at each place. */
BMA_TWICE void view(const struct bma_network *network, const int16_t *weights, const int8_t *vector,
                    int16_t *out)
{
    uint32_t width = network->width, of_each = network->windows / network->nets;

    for (size_t i = 0; i < (size_t)SPAN * network->nets; i++, out += of_each) {
        for (size_t first = 0; first < of_each; first += GROUP, weights += (size_t)GROUP * width)
            view_group(weights, vector + i % network->nets * width, width, of_each - first, out + first);
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

#if defined(__x86_64__) && defined(__GNUC__)

__attribute__((target("avx2"))) static void
view_avx2(const struct bma_network *network, const int16_t *weights, const int8_t *vector, int16_t *out)
{
    view(network, weights, vector, out);
}

__attribute__((target("avx2"))) static void look_at_avx2(const int16_t *const views[SPAN], uint32_t windows,
                                                         int32_t *best)
{
    look_at(views, windows, best);
}

#else
#define view_avx2    view
#define look_at_avx2 look_at
#undef BMA_HAS_AVX2
#define BMA_HAS_AVX2 0
#endif

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
    if (BMA_HAS_AVX2)
        view_avx2(network, windows->weights, vector, out);
    else
        view(network, windows->weights, vector, out);
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
        if (BMA_HAS_AVX2)
            look_at_avx2(views + i, network->windows, best);
        else
            look_at(views + i, network->windows, best);
    }
    raise(network, best, most);
}

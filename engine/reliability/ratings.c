#include "reliability/ratings.h"

#include "base/memory.h"

#include <math.h>
#include <string.h>

enum bma_status bma_ratings_add(struct bma_ratings *ratings, const struct bma_unit *unit,
                                struct bma_error *error)
{
    if (bma_grow(&ratings->units, &ratings->unit_capacity, ratings->unit_count + 1, sizeof *ratings->units) !=
        0)
        return bma_error_memory(error);
    ratings->units[ratings->unit_count++] = *unit;
    return BMA_OK;
}

void bma_ratings_release(struct bma_ratings *ratings)
{
    bma_free(ratings->units);
    ratings->units = NULL;
    ratings->unit_count = ratings->unit_capacity = 0;
}

static bool is_counted(const struct bma_unit *unit)
{
    return unit->first.level >= 0 && unit->second.level != BMA_NOT_RATED;
}

static int second_level(const struct bma_unit *unit)
{
    return unit->second.level < 0 ? 0 : unit->second.level;
}

bool bma_unit_differs(const struct bma_unit *unit)
{
    return is_counted(unit) &&
           (unit->first.level != unit->second.level || unit->first.contradicted != unit->second.contradicted);
}

bool bma_unit_is_shared(const struct bma_unit *unit)
{
    return bma_unit_differs(unit) && unit->second.level > unit->first.level && unit->shared[0] != '\0';
}

static void detect(struct bma_detection *detection, bool first, bool second)
{
    detection->both += first && second;
    detection->only_first += first && !second;
    detection->only_second += second && !first;
}

static void count(const struct bma_unit *unit, struct bma_figures *out, struct bma_coincidences *pairs)
{
    int values[2] = {unit->first.level, second_level(unit)};

    out->n++;
    out->confusion.counts[values[0]][values[1]]++;
    bma_coincidences_add(pairs, values, 2);
    detect(&out->presence, values[0] >= 1, values[1] >= 1);
    detect(&out->commitment, values[0] >= 2, values[1] >= 2);
    detect(&out->contradiction, unit->first.contradicted, unit->second.contradicted);
}

static bool is_in(const struct bma_ratings *ratings, const struct bma_unit *unit, enum bma_scope scope,
                  uint32_t index)
{
    return scope == BMA_SCOPE_ALL || (scope == BMA_SCOPE_ITEM && unit->item == index) ||
           (scope == BMA_SCOPE_GROUP && ratings->items[unit->item].group == index);
}

static bool is_empty(const struct bma_coincidences *pairs)
{
    for (int c = 0; c < BMA_CATEGORIES; c++)
        for (int k = 0; k < BMA_CATEGORIES; k++)
            if (pairs->cells[c][k] > 0)
                return false;
    return true;
}

static void conclude(struct bma_figures *out, const struct bma_coincidences *pairs, uint32_t agreements,
                     bool levels)
{
    struct bma_coincidences all = {{{0}}};

    for (uint32_t i = 0; i < agreements; i++)
        for (int c = 0; c < BMA_CATEGORIES; c++)
            for (int k = 0; k < BMA_CATEGORIES; k++)
                all.cells[c][k] += pairs[i].cells[c][k];
    for (uint32_t i = 0; i < agreements; i++)
        out->agreements += !is_empty(&pairs[i]);
    out->exact = bma_exact_agreement(&out->confusion);
    out->kappa = bma_kappa(&out->confusion, BMA_WEIGHTS_NONE);
    out->kappa_quadratic = levels ? bma_kappa(&out->confusion, BMA_WEIGHTS_QUADRATIC) : NAN;
    out->alpha_nominal = bma_alpha(&all, BMA_METRIC_NOMINAL);
    out->alpha_ordinal = levels ? bma_alpha(&all, BMA_METRIC_ORDINAL) : NAN;
    out->interval = bma_alpha_interval(pairs, agreements, levels ? BMA_METRIC_ORDINAL : BMA_METRIC_NOMINAL);
}

enum bma_status bma_figures_of(const struct bma_ratings *ratings, enum bma_scope scope, uint32_t index,
                               struct bma_figures *out, struct bma_error *error)
{
    struct bma_coincidences *pairs = bma_calloc(ratings->agreement_count + 1u, sizeof *pairs);

    memset(out, 0, sizeof *out);
    if (pairs == NULL)
        return bma_error_memory(error);
    for (size_t i = 0; i < ratings->unit_count; i++) {
        const struct bma_unit *unit = &ratings->units[i];
        if (!is_in(ratings, unit, scope, index))
            continue;
        out->not_applicable += unit->first.level == BMA_NOT_APPLICABLE;
        out->both += unit->first.level == BMA_NOT_APPLICABLE && unit->second.level == BMA_NOT_APPLICABLE;
        if (is_counted(unit))
            count(unit, out, &pairs[unit->agreement]);
    }
    conclude(out, pairs, ratings->agreement_count, ratings->levels);
    bma_free(pairs);
    return BMA_OK;
}

/*
 * standing.csv: how what is known of a whole document is weighed (standing.h).  A row for every feature by
 * its name, one for the bias, and one for each rule that is met more often, or less, than the features tell;
 * its columns are the weights of what counts and of what works against, in hundredths.
 */
#include "base/csv.h"
#include "rules/pack_parts.h"
#include "rules/standing.h"

#include <stdlib.h>
#include <string.h>

static const char BIAS[] = "bias";

struct table {
    struct bma_csv csv;
    uint32_t term, side[2]; /* columns */
};

static enum bma_status read_weight(const struct table *table, uint32_t row, int side, int32_t *out,
                                   struct bma_error *error)
{
    const struct bma_csv_field *field = bma_csv_at(&table->csv, row, table->side[side]);
    char *end;
    long number = strtol(field->text, &end, 10);

    if (end == field->text || *end != '\0' || number < -BMA_STANDING_MOST || number > BMA_STANDING_MOST)
        return bma_csv_fault(&table->csv, field, error, "expected a whole number from %d to %d, not '%.40s'",
                             -BMA_STANDING_MOST, BMA_STANDING_MOST, field->text);
    *out = (int32_t)number;
    return BMA_OK;
}

/* Where the weights of a side go that stand in a row of that name; of the bias, first of all models. */
static int32_t *place_of(struct bma_pack *pack, const char *name, int side)
{
    struct bma_standing_weights *weights = &pack->likeness.standing;
    uint32_t feature = bma_standing_feature(name), rule = bma_pack_find_rule(pack, name);

    if (feature != BMA_NONE)
        return &weights->side[side][feature];
    return rule != BMA_NONE ? &weights->bias[bma_model_of(rule, side)] : NULL;
}

static enum bma_status read_row(struct bma_pack *pack, const struct table *table, uint32_t row,
                                int32_t bias[2], struct bma_error *error)
{
    const struct bma_csv_field *name = bma_csv_at(&table->csv, row, table->term);
    enum bma_status status = BMA_OK;

    for (uint32_t before = 0; before < row; before++) {
        if (strcmp(bma_csv_at(&table->csv, before, table->term)->text, name->text) == 0)
            return bma_csv_fault(&table->csv, name, error, "'%.40s' stands here twice", name->text);
    }
    for (int side = 0; status == BMA_OK && side < 2; side++) {
        int32_t *place = strcmp(name->text, BIAS) == 0 ? &bias[side] : place_of(pack, name->text, side);

        if (!place)
            return bma_csv_fault(&table->csv, name, error,
                                 "expected '%s', what is weighed (such as 'ahead') or a rule, not '%.40s'",
                                 BIAS, name->text);
        status = read_weight(table, row, side, place, error);
    }
    return status;
}

static enum bma_status read_table(struct bma_pack *pack, struct table *table, struct bma_error *error)
{
    int32_t bias[2] = {0, 0};
    enum bma_status status = bma_csv_need(&table->csv, "term", &table->term, error);

    if (status == BMA_OK)
        status = bma_csv_need(&table->csv, "counts", &table->side[0], error);
    if (status == BMA_OK)
        status = bma_csv_need(&table->csv, "against", &table->side[1], error);
    for (uint32_t row = 0; status == BMA_OK && row < table->csv.row_count; row++)
        status = read_row(pack, table, row, bias, error);
    for (uint32_t model = 0; status == BMA_OK && model < bma_models_of(pack); model++)
        pack->likeness.standing.bias[model] += bias[bma_model_is_against(model)];
    return status;
}

static enum bma_status parse_table(struct bma_pack *pack, const char *bytes, size_t length,
                                   struct bma_error *error)
{
    struct table table = {.term = 0};
    struct bma_arena arena;
    const char *path = bma_arena_printf(&pack->arena, "%s/standing.csv", pack->folder);
    enum bma_status status;

    if (!path)
        return bma_error_memory(error);
    bma_arena_init(&arena);
    status = bma_csv_parse(bytes, length, path, &arena, &table.csv, error);
    if (status == BMA_OK)
        status = read_table(pack, &table, error);
    bma_arena_release(&arena);
    return status;
}

enum bma_status bma_pack_parse_standing(struct bma_pack *pack, const char *bytes, size_t length,
                                        struct bma_error *error)
{
    struct bma_standing_weights *weights = &pack->likeness.standing;

    memset(weights->side, 0, sizeof weights->side);
    weights->bias = bma_arena_calloc(&pack->arena, (size_t)bma_models_of(pack) + 1, sizeof *weights->bias);
    if (!weights->bias)
        return bma_error_memory(error);
    if (bytes)
        return parse_table(pack, bytes, length, error);
    for (int side = 0; side < 2; side++)
        bma_standing_trust_queries(weights->side[side]);
    return BMA_OK;
}

/*
 * likeness.csv: what a pack has learned of each rule (pack.h).  A row for every stem, a column for every
 * rule, the field is the weight or empty; the first row, "(bias)", is what a clause has before its first
 * word.
 */
#include "rules/pack_parts.h"

#include "base/csv.h"

#include <stdlib.h>
#include <string.h>

static const char BIAS[] = "(bias)";
enum { WEIGHT_MOST = 100000 };

/* While the table is read: the rule of each column, and the row of each stem. */
struct table {
    struct bma_csv csv;
    uint32_t *rules;
    uint32_t *row_of; /* of each stem; 0: none.  Stems that no phrase has any more share row_of[0], and weigh
                         nothing */
};

static enum bma_status find_rules(const struct bma_pack *pack, struct table *table, struct bma_error *error)
{
    const struct bma_csv_field *first = &table->csv.columns[0];

    if (strcmp(first->text, "stem") != 0)
        return bma_csv_fault(&table->csv, first, error, "the first column is called stem, not '%.40s'",
                             first->text);
    for (uint32_t column = 1; column < table->csv.column_count; column++) {
        const struct bma_csv_field *name = &table->csv.columns[column];

        table->rules[column] = bma_pack_find_rule(pack, name->text);
        if (table->rules[column] == BMA_NONE)
            return bma_csv_fault(&table->csv, name, error, "there is no rule '%.40s'", name->text);
    }
    return BMA_OK;
}

static enum bma_status read_weight(const struct table *table, const struct bma_csv_field *field, int32_t *out,
                                   struct bma_error *error)
{
    char *end;
    long number = strtol(field->text, &end, 10);

    if (field->length == 0 || *end != '\0' || number < -WEIGHT_MOST || number > WEIGHT_MOST)
        return bma_csv_fault(&table->csv, field, error, "expected a whole number, not '%.40s'", field->text);
    *out = (int32_t)number;
    return BMA_OK;
}

static enum bma_status read_bias(struct bma_pack *pack, const struct table *table, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (uint32_t column = 1; status == BMA_OK && column < table->csv.column_count; column++)
        status = read_weight(table, bma_csv_at(&table->csv, 0, column),
                             &pack->likeness.bias[table->rules[column]], error);
    return status;
}

/* Adds the row's weights behind those of the stem before. */
static enum bma_status read_row(struct bma_pack *pack, const struct table *table, uint32_t row,
                                struct bma_error *error)
{
    struct bma_likeness *learned = &pack->likeness;
    enum bma_status status = BMA_OK;

    for (uint32_t column = 1; status == BMA_OK && column < table->csv.column_count; column++) {
        const struct bma_csv_field *field = bma_csv_at(&table->csv, row, column);
        struct bma_stem_weight *weight = &learned->weights[learned->weight_count];

        if (field->length == 0)
            continue;
        status = read_weight(table, field, &weight->weight, error);
        weight->rule = table->rules[column];
        learned->weight_count++;
    }
    return status;
}

static bool make_room(struct bma_pack *pack, const struct table *table)
{
    struct bma_likeness *learned = &pack->likeness;
    size_t weights = 0;

    for (size_t i = 0; i < (size_t)table->csv.row_count * table->csv.column_count; i++)
        weights += table->csv.fields[i].length > 0;
    learned->stem_count = (size_t)bma_lexicon_stem_count(pack->lexicon) + 1;
    learned->first = bma_arena_calloc(&pack->arena, learned->stem_count + 1, sizeof *learned->first);
    learned->weights = bma_arena_calloc(&pack->arena, weights + 1, sizeof *learned->weights);
    learned->bias = bma_arena_calloc(&pack->arena, (size_t)pack->rule_count + 1, sizeof *learned->bias);
    for (uint32_t i = 0; learned->bias && i < pack->rule_count; i++)
        learned->bias[i] = BMA_NEVER_ALIKE;
    return learned->first && learned->weights && learned->bias;
}

/* The weights are kept in the order of the stems, whatever that of the rows is. */
static enum bma_status find_rows(const struct bma_pack *pack, struct table *table, struct bma_error *error)
{
    for (uint32_t row = 1; row < table->csv.row_count; row++) {
        const struct bma_csv_field *name = bma_csv_at(&table->csv, row, 0);
        uint32_t stem = bma_lexicon_find_stem(pack->lexicon, name->text, name->length);

        if (stem != 0 && table->row_of[stem] != 0)
            return bma_csv_fault(&table->csv, name, error, "the stem '%.40s' stands here twice", name->text);
        table->row_of[stem] = row;
    }
    return BMA_OK;
}

static enum bma_status read_table(struct bma_pack *pack, struct table *table, struct bma_error *error)
{
    struct bma_likeness *learned = &pack->likeness;
    enum bma_status status = find_rules(pack, table, error);

    if (status == BMA_OK && (table->csv.row_count == 0 || strcmp(table->csv.fields[0].text, BIAS) != 0))
        status =
            bma_csv_fault(&table->csv, &table->csv.columns[0], error, "the first row is called %s", BIAS);
    if (status == BMA_OK && !make_room(pack, table))
        status = bma_error_memory(error);
    if (status == BMA_OK)
        status = read_bias(pack, table, error);
    if (status == BMA_OK)
        status = find_rows(pack, table, error);
    for (uint32_t stem = 1; status == BMA_OK && stem < learned->stem_count; stem++) {
        if (table->row_of[stem] != 0)
            status = read_row(pack, table, table->row_of[stem], error);
        learned->first[stem + 1] = (uint32_t)learned->weight_count;
    }
    return status;
}

enum bma_status bma_pack_parse_likeness(struct bma_pack *pack, const char *bytes, size_t length,
                                        struct bma_error *error)
{
    struct table table = {.rules = NULL};
    struct bma_arena arena;
    const char *path = bma_arena_printf(&pack->arena, "%s/likeness.csv", pack->folder);
    enum bma_status status;

    if (!bytes)
        return BMA_OK;
    if (!path)
        return bma_error_memory(error);
    bma_arena_init(&arena);
    status = bma_csv_parse(bytes, length, path, &arena, &table.csv, error);
    if (status == BMA_OK) {
        table.rules = bma_arena_calloc(&arena, table.csv.column_count + 1u, sizeof *table.rules);
        table.row_of =
            bma_arena_calloc(&arena, (size_t)bma_lexicon_stem_count(pack->lexicon) + 1, sizeof *table.row_of);
        status = table.rules && table.row_of ? read_table(pack, &table, error) : bma_error_memory(error);
    }
    bma_arena_release(&arena);
    return status;
}

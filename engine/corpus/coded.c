#include "corpus/coded.h"

#include "base/csv.h"
#include "language/party_plain.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_CRITERIA = 16, NOT_THERE = -1 };

/* The map and the table while they are read. */
struct source {
    struct bma_csv map, table;
    const struct bma_pack *pack;
    struct bma_coded *coded;
    struct bma_error *error;
    uint32_t id;
    int64_t title, year, instrument; /* columns, or NOT_THERE */
    uint32_t parties[BMA_CODED_PARTIES], party_count;
};

/* ---- the map ---- */

static enum bma_status read_criteria(struct source *source, const struct bma_csv_field *field,
                                     struct bma_coded_item *item)
{
    uint32_t *rules = bma_arena_calloc(&source->coded->arena, MOST_CRITERIA, sizeof *rules);
    const char *at = field->text;

    if (rules == NULL)
        return bma_error_memory(source->error);
    while (*(at += strspn(at, "; \t")) != '\0') {
        size_t length = strcspn(at, "; \t");
        char *id = bma_arena_strndup(&source->coded->arena, at, length);
        uint32_t rule = id != NULL ? bma_pack_find_rule(source->pack, id) : BMA_NONE;
        if (id == NULL)
            return bma_error_memory(source->error);
        if (rule == BMA_NONE)
            return bma_csv_fault(&source->map, field, source->error,
                                 "expected criteria of pack %s, found \"%s\"", source->pack->id, id);
        if (item->rule_count == MOST_CRITERIA)
            return bma_csv_fault(&source->map, field, source->error, "more than %d criteria for one topic",
                                 (int)MOST_CRITERIA);
        rules[item->rule_count++] = rule;
        at += length;
    }
    item->rules = rules;
    return BMA_OK;
}

static enum bma_status read_level(struct source *source, const struct bma_csv_field *field,
                                  struct bma_coded_item *item)
{
    if (bma_csv_is_empty(field))
        return BMA_OK;
    if (field->length != 1 || field->text[0] < '1' || field->text[0] > '4')
        return bma_csv_fault(&source->map, field, source->error,
                             "expected the level that a 1 counts as (1 to 4), found \"%s\"", field->text);
    item->level = field->text[0] - '0';
    return BMA_OK;
}

static enum bma_status read_item(struct source *source, uint32_t row, const uint32_t columns[3],
                                 bool has_level)
{
    const struct bma_csv_field *name = bma_csv_at(&source->map, row, columns[0]);
    struct bma_coded_item *item = &source->coded->items[row];
    enum bma_status status;

    *item = (struct bma_coded_item){.id = name->text, .level = BMA_LEVEL_BINDING};
    if (!bma_csv_find(&source->table, name->text, &item->column))
        return bma_csv_fault(&source->map, name, source->error, "the table %s has no column \"%s\"",
                             source->table.name, name->text);
    for (uint32_t i = 0; i < row; i++)
        if (strcmp(source->coded->items[i].id, item->id) == 0)
            return bma_csv_fault(&source->map, name, source->error, "topic \"%s\" stands in the map twice",
                                 item->id);
    status = read_criteria(source, bma_csv_at(&source->map, row, columns[1]), item);
    if (status == BMA_OK && has_level)
        status = read_level(source, bma_csv_at(&source->map, row, columns[2]), item);
    return status;
}

static enum bma_status read_map(struct source *source)
{
    uint32_t columns[3] = {0, 0, 0};
    bool has_level = bma_csv_find(&source->map, "level", &columns[2]);
    enum bma_status status = bma_csv_need(&source->map, "item", &columns[0], source->error);

    if (status == BMA_OK)
        status = bma_csv_need(&source->map, "criteria", &columns[1], source->error);
    if (status != BMA_OK)
        return status;
    if (source->map.row_count == 0)
        return bma_error_set(source->error, BMA_ERROR_INPUT, source->map.name, 1, 1,
                             "expected at least one topic, found none");
    source->coded->items =
        bma_arena_calloc(&source->coded->arena, source->map.row_count, sizeof *source->coded->items);
    if (source->coded->items == NULL)
        return bma_error_memory(source->error);
    source->coded->item_count = source->map.row_count;
    for (uint32_t row = 0; row < source->map.row_count && status == BMA_OK; row++)
        status = read_item(source, row, columns, has_level);
    return status;
}

/* ---- the table ---- */

static bool is_missing(const struct bma_csv_field *field)
{
    return bma_csv_is_empty(field) || strcmp(field->text, "NA") == 0 || strcmp(field->text, ".") == 0;
}

static enum bma_status read_value(struct source *source, const struct bma_csv_field *field, signed char *out)
{
    if (is_missing(field)) {
        *out = BMA_CODED_MISSING;
        source->coded->missing++;
        return BMA_OK;
    }
    if ((field->text[0] != '0' && field->text[0] != '1') ||
        (field->length != 1 && strcmp(field->text + 1, ".0") != 0))
        return bma_csv_fault(&source->table, field, source->error, "expected 0, 1 or nothing, found \"%s\"",
                             field->text);
    *out = (signed char)(field->text[0] - '0');
    return BMA_OK;
}

static enum bma_status read_year(struct source *source, uint32_t row, struct bma_coded_record *record)
{
    const struct bma_csv_field *field;
    char *end;
    long year;

    if (source->year == NOT_THERE)
        return BMA_OK;
    field = bma_csv_at(&source->table, row, (uint32_t)source->year);
    if (is_missing(field))
        return BMA_OK;
    year = strtol(field->text, &end, 10);
    if ((*end != '\0' && strcmp(end, ".0") != 0) || year < BMA_EARLIEST_YEAR || year > BMA_LATEST_YEAR)
        return bma_csv_fault(&source->table, field, source->error,
                             "expected a year from %d to %d, found \"%s\"", (int)BMA_EARLIEST_YEAR,
                             (int)BMA_LATEST_YEAR, field->text);
    record->year = (int)year;
    return BMA_OK;
}

/* In the arena; NULL where memory is out. */
static const char *plain(struct source *source, const struct bma_csv_field *party)
{
    struct bma_buffer name;
    const char *kept;

    bma_buffer_init(&name);
    bma_party_plain(&bma_lexicon_conventions(source->pack->lexicon)->party, party->text, &name);
    kept = name.failed
               ? NULL
               : bma_arena_strndup(&source->coded->arena, name.length > 0 ? name.bytes : "", name.length);
    bma_buffer_release(&name);
    return kept;
}

static enum bma_status read_instrument(struct source *source, uint32_t row, struct bma_coded_record *record)
{
    const struct bma_csv_field *field;

    if (source->instrument == NOT_THERE)
        return BMA_OK;
    field = bma_csv_at(&source->table, row, (uint32_t)source->instrument);
    if (is_missing(field) || bma_instrument_find(field->text, &record->instrument))
        return BMA_OK;
    return bma_csv_fault(&source->table, field, source->error,
                         "expected treaty, mou, exchange-of-letters, protocol or nothing, found \"%s\"",
                         field->text);
}

static enum bma_status read_identity(struct source *source, uint32_t row, struct bma_coded_record *record)
{
    const struct bma_csv_field *id = bma_csv_at(&source->table, row, source->id);
    enum bma_status status;

    if (bma_csv_is_empty(id))
        return bma_csv_fault(&source->table, id, source->error, "expected the agreement's id, found nothing");
    *record = (struct bma_coded_record){.id = id->text, .title = "", .line = id->line};
    if (source->title != NOT_THERE)
        record->title = bma_csv_at(&source->table, row, (uint32_t)source->title)->text;
    for (uint32_t i = 0; i < source->party_count; i++) {
        const struct bma_csv_field *party = bma_csv_at(&source->table, row, source->parties[i]);
        if (is_missing(party))
            continue;
        record->parties[record->party_count] = (struct bma_party){plain(source, party), BMA_ROLE_UNKNOWN};
        if (record->parties[record->party_count++].name == NULL)
            return bma_error_memory(source->error);
    }
    status = read_year(source, row, record);
    return status == BMA_OK ? read_instrument(source, row, record) : status;
}

static enum bma_status read_record(struct source *source, uint32_t row)
{
    struct bma_coded *coded = source->coded;
    signed char *values = bma_arena_alloc(&coded->arena, coded->item_count);
    enum bma_status status = read_identity(source, row, &coded->records[row]);

    if (values == NULL)
        return bma_error_memory(source->error);
    for (uint32_t i = 0; i < coded->item_count && status == BMA_OK; i++)
        status = read_value(source, bma_csv_at(&source->table, row, coded->items[i].column), &values[i]);
    coded->records[row].values = values;
    return status;
}

static int by_id(const void *a, const void *b)
{
    const struct bma_coded_record *const *left = a, *const *right = b;
    int order = strcmp((*left)->id, (*right)->id);

    return order != 0 ? order : ((*left)->line > (*right)->line) - ((*left)->line < (*right)->line);
}

static enum bma_status check_ids(struct source *source)
{
    struct bma_coded *coded = source->coded;
    const struct bma_coded_record **sorted =
        bma_arena_calloc(&coded->arena, coded->record_count + 1, sizeof *sorted);

    if (sorted == NULL)
        return bma_error_memory(source->error);
    for (uint32_t i = 0; i < coded->record_count; i++)
        sorted[i] = &coded->records[i];
    qsort(sorted, coded->record_count, sizeof *sorted, by_id);
    for (uint32_t i = 1; i < coded->record_count; i++)
        if (strcmp(sorted[i - 1]->id, sorted[i]->id) == 0)
            return bma_csv_fault(
                &source->table,
                bma_csv_at(&source->table, (uint32_t)(sorted[i] - coded->records), source->id), source->error,
                "agreement \"%s\" stands in line %u already", sorted[i]->id, (unsigned)sorted[i - 1]->line);
    return BMA_OK;
}

/* The column of that name; where none is named, the usual one, if it is there. */
static enum bma_status find_column(const struct source *source, const char *name, const char *usual,
                                   int64_t *out)
{
    uint32_t column = 0;
    enum bma_status status = BMA_OK;
    bool found = true;

    if (name != NULL)
        status = bma_csv_need(&source->table, name, &column, source->error);
    else
        found = usual != NULL && bma_csv_find(&source->table, usual, &column);
    *out = found ? (int64_t)column : NOT_THERE;
    return status;
}

static enum bma_status find_parties(struct source *source, const struct bma_coded_columns *columns)
{
    static const char *const usual[] = {"countryA", "countryB"};
    uint32_t count = columns->party_count > 0 ? columns->party_count : 2;
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < count; i++) {
        const char *name = columns->party_count > 0 ? columns->parties[i] : NULL;
        int64_t column;
        status = find_column(source, name, name == NULL ? usual[i] : NULL, &column);
        if (status == BMA_OK && column != NOT_THERE)
            source->parties[source->party_count++] = (uint32_t)column;
    }
    return status;
}

static enum bma_status find_columns(struct source *source, const struct bma_coded_columns *columns)
{
    const char *id = columns->id != NULL ? columns->id : "treatyID";
    enum bma_status status = bma_csv_need(&source->table, id, &source->id, source->error);

    if (status == BMA_OK)
        status = find_column(source, columns->title, "agreement_title", &source->title);
    if (status == BMA_OK)
        status = find_column(source, columns->year, "year", &source->year);
    if (status == BMA_OK)
        status = find_column(source, columns->instrument, NULL, &source->instrument);
    return status == BMA_OK ? find_parties(source, columns) : status;
}

static enum bma_status read_table(struct source *source, const struct bma_coded_columns *columns)
{
    struct bma_coded *coded = source->coded;
    enum bma_status status = find_columns(source, columns);

    if (status != BMA_OK)
        return status;
    if (source->table.row_count == 0)
        return bma_error_set(source->error, BMA_ERROR_INPUT, source->table.name, 1, 1,
                             "expected at least one agreement below the names of the columns, found none");
    coded->records = bma_arena_calloc(&coded->arena, source->table.row_count + 1, sizeof *coded->records);
    if (coded->records == NULL)
        return bma_error_memory(source->error);
    coded->record_count = source->table.row_count;
    for (uint32_t row = 0; row < coded->record_count && status == BMA_OK; row++)
        status = read_record(source, row);
    return status == BMA_OK ? check_ids(source) : status;
}

enum bma_status bma_coded_read(const char *table, const char *map, const struct bma_coded_columns *columns,
                               const struct bma_pack *pack, struct bma_coded *out, struct bma_error *error)
{
    struct source source = {.pack = pack, .coded = out, .error = error};
    enum bma_status status;

    *out = (struct bma_coded){0};
    bma_arena_init(&out->arena);
    status = bma_csv_read(table, &out->arena, &source.table, error);
    if (status == BMA_OK)
        status = bma_csv_read(map, &out->arena, &source.map, error);
    out->path = source.table.name;
    if (status == BMA_OK)
        status = read_map(&source);
    if (status == BMA_OK)
        status = read_table(&source, columns);
    return status;
}

void bma_coded_release(struct bma_coded *coded)
{
    bma_arena_release(&coded->arena);
}

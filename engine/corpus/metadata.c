#include "corpus/metadata.h"

#include "base/csv.h"
#include "base/sha256.h"
#include "corpus/names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOT_THERE = -1 };

/* The table while it is read. */
struct source {
    struct bma_csv table;
    struct bma_metadata *metadata;
    struct bma_error *error;
    uint32_t key;
    int64_t year, instrument, parties; /* columns, or NOT_THERE */
};

/* ---- columns ---- */

static int64_t find(const struct bma_csv *table, const char *name, const char *other)
{
    uint32_t column;

    if (bma_csv_find(table, name, &column) || (other != NULL && bma_csv_find(table, other, &column)))
        return column;
    return NOT_THERE;
}

static enum bma_status find_columns(struct source *source)
{
    int64_t key = find(&source->table, "path", "name");

    if (key == NOT_THERE)
        return bma_csv_need(&source->table, "path", &source->key, source->error);
    source->key = (uint32_t)key;
    source->year = find(&source->table, "year", NULL);
    source->instrument = find(&source->table, "instrument", NULL);
    source->parties = find(&source->table, "parties", "party");
    if (source->year == NOT_THERE && source->instrument == NOT_THERE && source->parties == NOT_THERE)
        return bma_error_set(source->error, BMA_ERROR_INPUT, source->table.name, 1, 0,
                             "expected a column year, instrument or parties beside the names, found none");
    return BMA_OK;
}

/* ---- rows ---- */

static enum bma_status read_key(struct source *source, const struct bma_csv_field *field,
                                struct bma_metadata_row *row)
{
    struct bma_arena *arena = &source->metadata->arena;
    struct bma_buffer plain;

    if (bma_csv_is_empty(field))
        return bma_csv_fault(&source->table, field, source->error,
                             "expected the path or the name of an agreement, found nothing");
    bma_buffer_init(&plain);
    bma_name_plain(field->text, &plain);
    row->key = plain.failed ? NULL : bma_arena_strndup(arena, plain.bytes, plain.length);
    bma_buffer_release(&plain);
    if (row->key == NULL)
        return bma_error_memory(source->error);
    row->id = strchr(row->key, '/') == NULL ? bma_name_without_zeros(row->key) : "";
    row->line = field->line;
    return BMA_OK;
}

static enum bma_status read_year(struct source *source, const struct bma_csv_field *field,
                                 struct bma_metadata_row *row)
{
    char *end;
    long year = strtol(field->text, &end, 10);

    if (bma_csv_is_empty(field))
        return BMA_OK;
    if (*end != '\0' || year < BMA_EARLIEST_YEAR || year > BMA_LATEST_YEAR)
        return bma_csv_fault(&source->table, field, source->error,
                             "expected a year from %d to %d, or nothing, found \"%s\"",
                             (int)BMA_EARLIEST_YEAR, (int)BMA_LATEST_YEAR, field->text);
    row->year = (int)year;
    return BMA_OK;
}

static enum bma_status read_instrument(struct source *source, const struct bma_csv_field *field,
                                       struct bma_metadata_row *row)
{
    if (bma_csv_is_empty(field) || bma_instrument_find(field->text, &row->instrument))
        return BMA_OK;
    return bma_csv_fault(&source->table, field, source->error,
                         "expected treaty, mou, exchange-of-letters, protocol or nothing, found \"%s\"",
                         field->text);
}

/* "Orvia", or "Orvia (origin)". */
static bool read_party(const char *text, size_t length, struct bma_arena *arena, struct bma_party *out)
{
    *out = (struct bma_party){NULL, BMA_ROLE_UNKNOWN};
    for (int i = BMA_ROLE_ORIGIN; i <= BMA_ROLE_BOTH; i++) {
        const char *role = bma_role_name((enum bma_role)i);
        size_t tail = strlen(role) + 2;
        if (length > tail && text[length - 1] == ')' && text[length - tail] == '(' &&
            strncmp(text + length - tail + 1, role, tail - 2) == 0) {
            out->role = (enum bma_role)i;
            for (length -= tail; length > 0 && text[length - 1] == ' ';)
                length--;
        }
    }
    out->name = bma_arena_strndup(arena, text, length);
    return out->name != NULL;
}

/* Parties with a semicolon between. */
static enum bma_status read_parties(struct source *source, const struct bma_csv_field *field,
                                    struct bma_metadata_row *row)
{
    struct bma_arena *arena = &source->metadata->arena;
    const char *at = field->text;
    size_t most = 1;

    for (const char *mark = at; (mark = strchr(mark, ';')) != NULL; mark++)
        most++;
    row->parties = bma_arena_calloc(arena, most, sizeof *row->parties);
    if (row->parties == NULL)
        return bma_error_memory(source->error);
    for (; *(at += strspn(at, "; \t")) != '\0'; at += strcspn(at, ";")) {
        size_t length = strcspn(at, ";");
        while (at[length - 1] == ' ' || at[length - 1] == '\t')
            length--;
        if (!read_party(at, length, arena, &row->parties[row->party_count++]))
            return bma_error_memory(source->error);
    }
    return BMA_OK;
}

static enum bma_status read_row(struct source *source, uint32_t i)
{
    struct bma_metadata_row *row = &source->metadata->rows[i];
    enum bma_status status = read_key(source, bma_csv_at(&source->table, i, source->key), row);

    if (status == BMA_OK && source->year != NOT_THERE)
        status = read_year(source, bma_csv_at(&source->table, i, (uint32_t)source->year), row);
    if (status == BMA_OK && source->instrument != NOT_THERE)
        status = read_instrument(source, bma_csv_at(&source->table, i, (uint32_t)source->instrument), row);
    if (status == BMA_OK && source->parties != NOT_THERE)
        status = read_parties(source, bma_csv_at(&source->table, i, (uint32_t)source->parties), row);
    return status;
}

/* ---- by name ---- */

static int by_key(const void *a, const void *b)
{
    const struct bma_metadata_row *const *x = a, *const *y = b;
    int order = strcmp((*x)->key, (*y)->key);

    return order != 0 ? order : ((*x)->line > (*y)->line) - ((*x)->line < (*y)->line);
}

static int by_id(const void *a, const void *b)
{
    const struct bma_metadata_row *const *x = a, *const *y = b;
    int order = strcmp((*x)->id, (*y)->id);

    return order != 0 ? order : ((*x)->line > (*y)->line) - ((*x)->line < (*y)->line);
}

static enum bma_status refuse_twice(struct source *source, const struct bma_metadata_row *first,
                                    const struct bma_metadata_row *second)
{
    uint32_t row = (uint32_t)(second - source->metadata->rows);

    return bma_csv_fault(&source->table, bma_csv_at(&source->table, row, source->key), source->error,
                         "agreement \"%s\" stands in line %u already", second->key, (unsigned)first->line);
}

static enum bma_status sort_rows(struct source *source)
{
    struct bma_metadata *metadata = source->metadata;
    uint32_t count = metadata->row_count;

    metadata->by_key = bma_arena_calloc(&metadata->arena, count + 1u, sizeof(struct bma_metadata_row *));
    metadata->by_id = bma_arena_calloc(&metadata->arena, count + 1u, sizeof(struct bma_metadata_row *));
    if (metadata->by_key == NULL || metadata->by_id == NULL)
        return bma_error_memory(source->error);
    for (uint32_t i = 0; i < count; i++)
        metadata->by_key[i] = metadata->by_id[i] = &metadata->rows[i];
    qsort(metadata->by_key, count, sizeof *metadata->by_key, by_key);
    qsort(metadata->by_id, count, sizeof *metadata->by_id, by_id);
    for (uint32_t i = 1; i < count; i++) {
        const struct bma_metadata_row *const *keys =
            (const struct bma_metadata_row *const *)&metadata->by_key[i];
        const struct bma_metadata_row *const *ids =
            (const struct bma_metadata_row *const *)&metadata->by_id[i];
        if (strcmp(keys[-1]->key, keys[0]->key) == 0)
            return refuse_twice(source, keys[-1], keys[0]);
        if (ids[0]->id[0] != '\0' && strcmp(ids[-1]->id, ids[0]->id) == 0)
            return refuse_twice(source, ids[-1], ids[0]);
    }
    return BMA_OK;
}

enum bma_status bma_metadata_read(const char *path, struct bma_metadata *out, struct bma_error *error)
{
    struct source source = {.metadata = out, .error = error};
    enum bma_status status;

    *out = (struct bma_metadata){.path = path};
    bma_arena_init(&out->arena);
    status = bma_csv_read(path, &out->arena, &source.table, error);
    if (status == BMA_OK)
        status = find_columns(&source);
    if (status != BMA_OK)
        return status;
    out->rows = bma_arena_calloc(&out->arena, source.table.row_count + 1u, sizeof *out->rows);
    if (out->rows == NULL)
        return bma_error_memory(error);
    out->row_count = source.table.row_count;
    for (uint32_t i = 0; status == BMA_OK && i < out->row_count; i++)
        status = read_row(&source, i);
    return status == BMA_OK ? sort_rows(&source) : status;
}

void bma_metadata_release(struct bma_metadata *metadata)
{
    bma_arena_release(&metadata->arena);
}

/* ---- what it says of one ---- */

static struct bma_metadata_row *search(const struct bma_metadata *metadata,
                                       const struct bma_metadata_row *wanted, bool by_its_id)
{
    struct bma_metadata_row **rows = by_its_id ? metadata->by_id : metadata->by_key;
    uint32_t low = 0, high = metadata->row_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        int order = by_its_id ? strcmp(rows[middle]->id, wanted->id) : strcmp(rows[middle]->key, wanted->key);
        if (order == 0)
            return rows[middle];
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

struct bma_metadata_row *bma_metadata_find(const struct bma_metadata *metadata, const char *name)
{
    const char *slash = strrchr(name, '/'), *file = slash != NULL ? slash + 1 : name;
    const char *dot = strrchr(file, '.');
    size_t length = dot != NULL && dot != file ? (size_t)(dot - file) : strlen(file);
    struct bma_metadata_row wanted = {.key = name}, *found = search(metadata, &wanted, false);
    char stem[256];

    if (found == NULL) {
        wanted.key = file;
        found = search(metadata, &wanted, false);
    }
    if (found == NULL && length < sizeof stem) {
        snprintf(stem, sizeof stem, "%.*s", (int)length, file);
        wanted.id = bma_name_without_zeros(stem);
        found = wanted.id[0] != '\0' ? search(metadata, &wanted, true) : NULL;
    }
    return found;
}

void bma_metadata_apply(const struct bma_metadata *metadata, struct bma_case *agreement)
{
    const struct bma_metadata_row *row = bma_metadata_find(metadata, agreement->path);

    if (row == NULL)
        return;
    if (row->year != 0 && (agreement->year == 0 || agreement->year_told)) {
        agreement->year = row->year;
        agreement->year_told = false;
    }
    if (row->instrument != BMA_INSTRUMENT_UNKNOWN &&
        (agreement->instrument == BMA_INSTRUMENT_UNKNOWN || agreement->instrument_told)) {
        agreement->instrument = row->instrument;
        agreement->instrument_told = false;
    }
    if (agreement->party_count == 0 && row->party_count > 0) {
        agreement->parties = row->parties;
        agreement->party_count = row->party_count;
    }
}

static void hash_word(struct bma_sha256 *hash, const char *word)
{
    bma_sha256_add(hash, word, strlen(word) + 1);
}

void bma_metadata_hash(const struct bma_metadata *metadata, const char *name, char hash[65])
{
    const struct bma_metadata_row *row = bma_metadata_find(metadata, name);
    const char *instrument = row != NULL ? bma_instrument_name(row->instrument) : NULL;
    struct bma_sha256 all;
    char year[16];

    if (row == NULL)
        return;
    snprintf(year, sizeof year, "%d", row->year);
    bma_sha256_init(&all);
    hash_word(&all, hash);
    hash_word(&all, year);
    hash_word(&all, instrument != NULL ? instrument : "");
    for (size_t i = 0; i < row->party_count; i++) {
        const char *role = bma_role_name(row->parties[i].role);
        hash_word(&all, row->parties[i].name);
        hash_word(&all, role != NULL ? role : "");
    }
    bma_sha256_hex(&all, hash);
}

#include "base/csv.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Where the reader stands; `out` runs behind `at`, as quotation marks fall away. */
struct reader {
    const char *name;
    char *at, *out;
    const char *end;
    uint32_t line, column;
    struct bma_csv_field *fields; /* in the table's arena */
    size_t count;
    uint32_t columns; /* 0 until the first record is read */
    struct bma_error *error;
};

static enum bma_status fault(const struct reader *reader, uint32_t line, uint32_t column, const char *what)
{
    return bma_error_set(reader->error, BMA_ERROR_INPUT, reader->name, line, column, "%s", what);
}

static bool at_line_end(const struct reader *reader)
{
    return reader->at == reader->end || *reader->at == '\n' ||
           (*reader->at == '\r' && (reader->at + 1 == reader->end || reader->at[1] == '\n'));
}

/* One byte over; bytes that go on a character add no column. */
static void step(struct reader *reader)
{
    char byte = *reader->at++;

    if (byte == '\n') {
        reader->line++;
        reader->column = 1;
    } else if (((unsigned char)byte & 0xC0) != 0x80) {
        reader->column++;
    }
}

static void skip_line_end(struct reader *reader)
{
    if (reader->at < reader->end && *reader->at == '\r')
        step(reader);
    if (reader->at < reader->end && *reader->at == '\n')
        step(reader);
}

static void take(struct reader *reader)
{
    *reader->out++ = *reader->at;
    step(reader);
}

static enum bma_status read_quoted(struct reader *reader)
{
    uint32_t line = reader->line, column = reader->column;

    step(reader);
    for (;;) {
        if (reader->at == reader->end)
            return fault(reader, line, column, "expected a quotation mark that closes this field");
        if (*reader->at == '"') {
            step(reader);
            if (reader->at == reader->end || *reader->at != '"')
                break;
        }
        take(reader);
    }
    if (!at_line_end(reader) && *reader->at != ',')
        return fault(reader, reader->line, reader->column,
                     "expected a comma or the end of the line after the closing quotation mark");
    return BMA_OK;
}

static enum bma_status read_bare(struct reader *reader)
{
    while (!at_line_end(reader) && *reader->at != ',') {
        if (*reader->at == '"')
            return fault(reader, reader->line, reader->column,
                         "expected no quotation mark inside a field that does not begin with one");
        take(reader);
    }
    return BMA_OK;
}

static enum bma_status read_field(struct reader *reader)
{
    struct bma_csv_field field = {reader->out, 0, reader->line, reader->column};
    enum bma_status status;

    if (reader->count == BMA_CSV_MAX_FIELDS)
        return bma_error_set(reader->error, BMA_ERROR_LIMIT, reader->name, reader->line, reader->column,
                             "the table has more than %d fields", BMA_CSV_MAX_FIELDS);
    status = reader->at < reader->end && *reader->at == '"' ? read_quoted(reader) : read_bare(reader);
    field.length = (uint32_t)(reader->out - field.text);
    reader->fields[reader->count++] = field;
    return status;
}

/* Points at the first field too many, or at the last one there is. */
static enum bma_status wrong_count(const struct reader *reader, size_t first, uint32_t found)
{
    size_t odd = found > reader->columns ? first + reader->columns : reader->count - 1;

    return bma_error_set(reader->error, BMA_ERROR_INPUT, reader->name, reader->fields[odd].line,
                         reader->fields[odd].column, "expected %u fields, as there are columns, found %u",
                         (unsigned)reader->columns, (unsigned)found);
}

/*
 * What ends the field is passed over before its text is terminated: the NUL may fall on it.  A
 * field is never longer than what it was read from, so `out` cannot overtake `at`.
 */
static enum bma_status read_record(struct reader *reader)
{
    size_t first = reader->count;
    uint32_t line = reader->line, found;
    bool more = true;

    while (more) {
        enum bma_status status = read_field(reader);
        if (status != BMA_OK)
            return status;
        more = reader->at < reader->end && *reader->at == ',';
        if (more)
            step(reader);
        else
            skip_line_end(reader);
        *reader->out++ = '\0';
    }
    found = (uint32_t)(reader->count - first);
    if (reader->columns == 0)
        reader->columns = found;
    if (found > BMA_CSV_MAX_COLUMNS)
        return bma_error_set(reader->error, BMA_ERROR_LIMIT, reader->name, line, 0,
                             "the table has more than %d columns", (int)BMA_CSV_MAX_COLUMNS);
    return found == reader->columns ? BMA_OK : wrong_count(reader, first, found);
}

static enum bma_status read_records(struct reader *reader)
{
    while (reader->at < reader->end) {
        enum bma_status status;
        if (at_line_end(reader)) {
            skip_line_end(reader);
            continue;
        }
        status = read_record(reader);
        if (status != BMA_OK)
            return status;
    }
    if (reader->columns == 0)
        return fault(reader, 1, 1, "expected a line with the names of the columns, found an empty table");
    return BMA_OK;
}

/* The place of a byte, for faults found before the table is read. */
static enum bma_status bad_byte(struct reader *reader, size_t offset, const char *what)
{
    const char *bad = reader->at + offset;

    while (reader->at < bad)
        step(reader);
    return fault(reader, reader->line, reader->column, what);
}

static enum bma_status check_bytes(struct reader *reader)
{
    size_t length = (size_t)(reader->end - reader->at);
    const char *nul = memchr(reader->at, '\0', length);
    size_t good = bma_utf8_check(reader->at, length);

    if (nul != NULL && (size_t)(nul - reader->at) < good)
        return bad_byte(reader, (size_t)(nul - reader->at), "a NUL byte stands in the table");
    if (good < length)
        return bad_byte(reader, good, "the table is not UTF-8 from here on; save it as UTF-8");
    return BMA_OK;
}

bool bma_csv_is_empty(const struct bma_csv_field *field)
{
    return strspn(field->text, " \t\r\n") == field->length;
}

static enum bma_status check_columns(const struct bma_csv *table, struct bma_error *error)
{
    for (uint32_t i = 0; i < table->column_count; i++) {
        if (bma_csv_is_empty(&table->columns[i]))
            return bma_csv_fault(table, &table->columns[i], error,
                                 "expected the name of a column, found nothing");
        for (uint32_t k = 0; k < i; k++)
            if (strcmp(table->columns[k].text, table->columns[i].text) == 0)
                return bma_csv_fault(table, &table->columns[i], error,
                                     "there is a column \"%s\" already (column %u of the table)",
                                     table->columns[i].text, (unsigned)k + 1);
    }
    return BMA_OK;
}

/* Room for as many fields as there can be, at once: an arena gives nothing back. */
static bool make_room(struct reader *reader, struct bma_arena *arena)
{
    size_t most = 1;

    for (const char *at = reader->at; at < reader->end && most < BMA_CSV_MAX_FIELDS; at++)
        most += *at == ',' || *at == '\n';
    reader->fields = bma_arena_alloc(arena, most * sizeof *reader->fields);
    return reader->fields != NULL;
}

enum bma_status bma_csv_parse_in_place(char *bytes, size_t length, const char *name, struct bma_arena *arena,
                                       struct bma_csv *out, struct bma_error *error)
{
    struct reader reader = {
        .line = 1, .column = 1, .error = error, .at = bytes, .out = bytes, .end = bytes + length};
    enum bma_status status;

    *out = (struct bma_csv){0};
    if (length > BMA_CSV_MAX_BYTES)
        return bma_error_set(error, BMA_ERROR_LIMIT, name, 0, 0, "the table is longer than %d MiB",
                             BMA_CSV_MAX_BYTES / (1024 * 1024));
    reader.name = bma_arena_strndup(arena, name, strlen(name));
    if (reader.name == NULL)
        return bma_error_memory(error);
    if (length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        reader.at += 3;
    status = check_bytes(&reader);
    if (status == BMA_OK && !make_room(&reader, arena))
        status = bma_error_memory(error);
    if (status == BMA_OK)
        status = read_records(&reader);
    if (status != BMA_OK)
        return status;
    *out = (struct bma_csv){
        .name = reader.name,
        .columns = reader.fields,
        .column_count = reader.columns,
        .fields = reader.fields + reader.columns,
        .row_count = (uint32_t)(reader.count / reader.columns) - 1,
    };
    return check_columns(out, error);
}

enum bma_status bma_csv_parse(const char *bytes, size_t length, const char *name, struct bma_arena *arena,
                              struct bma_csv *out, struct bma_error *error)
{
    char *copy = bma_arena_strndup(arena, bytes, length);

    return copy != NULL ? bma_csv_parse_in_place(copy, length, name, arena, out, error)
                        : bma_error_memory(error);
}

enum bma_status bma_csv_read(const char *path, struct bma_arena *arena, struct bma_csv *out,
                             struct bma_error *error)
{
    char *bytes = NULL;
    size_t length = 0;
    enum bma_status status = bma_file_read(path, BMA_CSV_MAX_BYTES, &bytes, &length, error);

    if (status == BMA_OK)
        status = bma_csv_parse(bytes, length, path, arena, out, error);
    bma_free(bytes);
    return status;
}

const struct bma_csv_field *bma_csv_at(const struct bma_csv *table, uint32_t row, uint32_t column)
{
    return &table->fields[(size_t)row * table->column_count + column];
}

bool bma_csv_find(const struct bma_csv *table, const char *name, uint32_t *column)
{
    for (uint32_t i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].text, name) == 0) {
            *column = i;
            return true;
        }
    return false;
}

enum bma_status bma_csv_need(const struct bma_csv *table, const char *name, uint32_t *column,
                             struct bma_error *error)
{
    char known[384] = "";
    size_t used = 0;

    if (bma_csv_find(table, name, column))
        return BMA_OK;
    for (uint32_t i = 0; i < table->column_count; i++) {
        if (used + table->columns[i].length + 8 > sizeof known) {
            memcpy(known + used, ", …", sizeof ", …");
            break;
        }
        used += (size_t)snprintf(known + used, sizeof known - used, "%s%s", i > 0 ? ", " : "",
                                 table->columns[i].text);
    }
    return bma_error_set(error, BMA_ERROR_INPUT, table->name, table->columns[0].line, 0,
                         "expected a column \"%s\", found %s", name, known);
}

enum bma_status bma_csv_fault(const struct bma_csv *table, const struct bma_csv_field *field,
                              struct bma_error *error, const char *format, ...)
{
    enum bma_status status;
    va_list arguments;

    va_start(arguments, format);
    status =
        bma_error_vset(error, BMA_ERROR_INPUT, table->name, field->line, field->column, format, arguments);
    va_end(arguments);
    return status;
}

/*
 * Tables of comma-separated values, as RFC 4180 has them and spreadsheets write them.
 *
 * The first record names the columns.  A field may stand in quotation marks, and then holds
 * commas, line ends and doubled quotation marks; a byte order mark and LF for CRLF are taken;
 * empty lines are passed over.  Refused, each with file, line and column: bytes that are no
 * UTF-8, NUL, a quotation mark inside a bare field, text after a closing one, a field that is
 * never closed, a record with more or fewer fields than there are columns, columns without a
 * name or with the name of another, and what is beyond the limits below.
 *
 * Everything lives in the caller's arena and is immutable.
 */
#ifndef BMA_BASE_CSV_H
#define BMA_BASE_CSV_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    BMA_CSV_MAX_BYTES = 64 * 1024 * 1024,
    BMA_CSV_MAX_COLUMNS = 4096,
    BMA_CSV_MAX_FIELDS = 8 * 1000 * 1000
};

struct bma_csv_field {
    const char *text; /* terminated, without the quotation marks around it */
    uint32_t length;
    uint32_t line, column; /* 1-based, of its first character or quotation mark */
};

struct bma_csv {
    const char *name;                    /* what errors call the file */
    const struct bma_csv_field *columns; /* their names */
    uint32_t column_count;
    const struct bma_csv_field *fields; /* row by row, without the names */
    uint32_t row_count;
};

/* name is what errors call the file; the bytes are copied. */
enum bma_status bma_csv_parse(const char *bytes, size_t length, const char *name, struct bma_arena *arena,
                              struct bma_csv *out, struct bma_error *error);
/* The same where the bytes are, which have one more behind them and outlive the table. */
enum bma_status bma_csv_parse_in_place(char *bytes, size_t length, const char *name, struct bma_arena *arena,
                                       struct bma_csv *out, struct bma_error *error);
enum bma_status bma_csv_read(const char *path, struct bma_arena *arena, struct bma_csv *out,
                             struct bma_error *error);

/* The field of a row (both counted from 0). */
const struct bma_csv_field *bma_csv_at(const struct bma_csv *table, uint32_t row, uint32_t column);

/* Finds the column of that name; false where there is none. */
bool bma_csv_find(const struct bma_csv *table, const char *name, uint32_t *column);
/* The same; where there is none, an INPUT error that lists the columns there are. */
enum bma_status bma_csv_need(const struct bma_csv *table, const char *name, uint32_t *column,
                             struct bma_error *error);

/* Whether nothing but white space stands in the field. */
bool bma_csv_is_empty(const struct bma_csv_field *field);
/* An INPUT error at the field. */
enum bma_status bma_csv_fault(const struct bma_csv *table, const struct bma_csv_field *field,
                              struct bma_error *error, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif

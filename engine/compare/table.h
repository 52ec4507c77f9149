/*
 * A table: what every view of a comparison is for programs, and some are for people.
 * Texts are borrowed and must outlive it.
 */
#ifndef BMA_COMPARE_TABLE_H
#define BMA_COMPARE_TABLE_H

#include "reports/page.h"

#include <stdbool.h>
#include <stdint.h>

enum { BMA_TABLE_COLUMNS = 64 };

struct bma_table_column {
    const char *name;
    bool number;
    int decimals;
};

struct bma_table_cell {
    const char *text; /* NULL: a number, or nothing where that is NaN */
    double number;
};

struct bma_table {
    const char *view; /* "rank" */
    struct bma_table_column columns[BMA_TABLE_COLUMNS];
    uint32_t column_count;
    struct bma_table_cell *cells; /* row by row, on the heap */
    size_t count, capacity;
    bool failed; /* memory ran out */
};

void bma_table_init(struct bma_table *table, const char *view);
void bma_table_release(struct bma_table *table);

/* Columns first; those beyond BMA_TABLE_COLUMNS are left out, with their cells. */
void bma_table_text_column(struct bma_table *table, const char *name);
void bma_table_number_column(struct bma_table *table, const char *name, int decimals);

/* Cells from left to right, row by row. */
void bma_table_text(struct bma_table *table, const char *text);
void bma_table_number(struct bma_table *table, double number); /* NaN: nothing */
uint32_t bma_table_rows(const struct bma_table *table);

/* RFC 4180, with a line of names. */
void bma_table_csv(const struct bma_table *table, struct bma_buffer *out);
/* {"schema":"bma-compare/1","view":…,"rows":[{…}]}: docs/compare.schema.json. */
void bma_table_json(const struct bma_table *table, struct bma_buffer *out);
/* Columns as wide as what stands in them; the widest text gives way where the page is too narrow. */
void bma_table_page(const struct bma_table *table, const struct bma_page *page);

#endif

#include "compare/table.h"

#include "base/memory.h"
#include "reports/escape.h"
#include "reports/json_writer.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { NUMBER_TEXT = 32, GAP = 2, LEAST_TEXT = 12 };

void bma_table_init(struct bma_table *table, const char *view)
{
    memset(table, 0, sizeof *table);
    table->view = view;
}

void bma_table_release(struct bma_table *table)
{
    bma_free(table->cells);
    table->cells = NULL;
    table->count = table->capacity = 0;
}

static void add_column(struct bma_table *table, const char *name, bool number, int decimals)
{
    if (table->column_count < BMA_TABLE_COLUMNS)
        table->columns[table->column_count++] = (struct bma_table_column){name, number, decimals};
}

void bma_table_text_column(struct bma_table *table, const char *name)
{
    add_column(table, name, false, 0);
}

void bma_table_number_column(struct bma_table *table, const char *name, int decimals)
{
    add_column(table, name, true, decimals);
}

static void add_cell(struct bma_table *table, const char *text, double number)
{
    if (table->failed ||
        bma_grow(&table->cells, &table->capacity, table->count + 1, sizeof *table->cells) != 0) {
        table->failed = true;
        return;
    }
    table->cells[table->count++] = (struct bma_table_cell){text, number};
}

void bma_table_text(struct bma_table *table, const char *text)
{
    add_cell(table, text != NULL ? text : "", NAN);
}

void bma_table_number(struct bma_table *table, double number)
{
    add_cell(table, NULL, number);
}

uint32_t bma_table_rows(const struct bma_table *table)
{
    return table->column_count > 0 ? (uint32_t)(table->count / table->column_count) : 0;
}

static const struct bma_table_cell *cell_at(const struct bma_table *table, uint32_t row, uint32_t column)
{
    return &table->cells[(size_t)row * table->column_count + column];
}

static const char *shown(const struct bma_table *table, uint32_t row, uint32_t column, char out[NUMBER_TEXT])
{
    const struct bma_table_cell *cell = cell_at(table, row, column);

    if (cell->text != NULL)
        return cell->text;
    out[0] = '\0';
    if (!isnan(cell->number))
        snprintf(out, NUMBER_TEXT, "%.*f", table->columns[column].decimals, cell->number + 0.0);
    return out;
}

void bma_table_csv(const struct bma_table *table, struct bma_buffer *out)
{
    char word[NUMBER_TEXT];

    out->failed |= table->failed;
    for (uint32_t k = 0; k < table->column_count; k++)
        bma_buffer_addf(out, "%s%s", k > 0 ? "," : "", table->columns[k].name);
    bma_buffer_adds(out, "\r\n");
    for (uint32_t i = 0; i < bma_table_rows(table); i++) {
        for (uint32_t k = 0; k < table->column_count; k++) {
            bma_buffer_adds(out, k > 0 ? "," : "");
            if (table->columns[k].number)
                bma_buffer_adds(out, shown(table, i, k, word));
            else
                bma_escape_csv(out, shown(table, i, k, word));
        }
        bma_buffer_adds(out, "\r\n");
    }
}

void bma_table_json(const struct bma_table *table, struct bma_buffer *out)
{
    struct bma_json json;

    out->failed |= table->failed;
    bma_json_init(&json, out);
    bma_json_object(&json, NULL);
    bma_json_string(&json, "schema", "bma-compare/1");
    bma_json_string(&json, "view", table->view);
    bma_json_array(&json, "rows");
    for (uint32_t i = 0; i < bma_table_rows(table); i++) {
        bma_json_object(&json, NULL);
        for (uint32_t k = 0; k < table->column_count; k++) {
            const struct bma_table_cell *cell = cell_at(table, i, k);
            if (table->columns[k].number)
                bma_json_number(&json, table->columns[k].name, cell->number);
            else
                bma_json_string(&json, table->columns[k].name, cell->text);
        }
        bma_json_object_end(&json);
    }
    bma_json_array_end(&json);
    bma_json_object_end(&json);
    bma_buffer_addc(out, '\n');
}

/* ---- for people ---- */

/* Characters, not columns of the screen: near enough for widths that only align. */
static unsigned length_of(const char *text)
{
    unsigned length = 0;

    for (; *text != '\0'; text++)
        length += ((unsigned char)*text & 0xc0) != 0x80;
    return length;
}

static void measure(const struct bma_table *table, unsigned most, unsigned widths[BMA_TABLE_COLUMNS])
{
    char word[NUMBER_TEXT];
    unsigned total = 0;
    uint32_t widest = 0;

    for (uint32_t k = 0; k < table->column_count; k++) {
        widths[k] = length_of(table->columns[k].name);
        for (uint32_t i = 0; i < bma_table_rows(table); i++) {
            unsigned length = length_of(shown(table, i, k, word));
            widths[k] = length > widths[k] ? length : widths[k];
        }
        total += widths[k] + (k > 0 ? GAP : 0);
    }
    while (total > most) {
        for (uint32_t k = 0; k < table->column_count; k++)
            if (!table->columns[k].number && (table->columns[widest].number || widths[k] > widths[widest]))
                widest = k;
        if (table->columns[widest].number || widths[widest] <= LEAST_TEXT)
            return;
        widths[widest]--;
        total--;
    }
}

static void page_cell(const struct bma_page *page, const struct bma_table_column *column, unsigned width,
                      enum bma_style style, const char *text, bool last)
{
    if (column->number)
        for (unsigned i = length_of(text); i < width; i++)
            bma_page_add(page, BMA_PLAIN, " ");
    if (column->number || (last && length_of(text) <= width))
        bma_page_add(page, style, text);
    else
        bma_page_cell(page, style, text, width);
    if (!last)
        bma_page_add(page, BMA_PLAIN, "  ");
}

void bma_table_page(const struct bma_table *table, const struct bma_page *page)
{
    unsigned widths[BMA_TABLE_COLUMNS];
    char word[NUMBER_TEXT];

    page->out->failed |= table->failed;
    measure(table, page->width, widths);
    for (uint32_t k = 0; k < table->column_count; k++)
        page_cell(page, &table->columns[k], widths[k], BMA_DIM, table->columns[k].name,
                  k + 1 == table->column_count);
    bma_page_line(page);
    for (uint32_t i = 0; i < bma_table_rows(table); i++) {
        for (uint32_t k = 0; k < table->column_count; k++)
            page_cell(page, &table->columns[k], widths[k], BMA_PLAIN, shown(table, i, k, word),
                      k + 1 == table->column_count);
        bma_page_line(page);
    }
}

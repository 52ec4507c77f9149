#include "compare/table.h"

#include "base/memory.h"
#include "reports/escape.h"
#include "reports/json_writer.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
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

/* Bare, as the program's own names are; ids of dimensions come from a database, and may be anything. */
static void add_column_name(const char *name, struct bma_buffer *out)
{
    static const char bare[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";

    if (name[strspn(name, bare)] == '\0')
        bma_buffer_adds(out, name);
    else
        bma_escape_csv(out, name);
}

void bma_table_csv(const struct bma_table *table, struct bma_buffer *out)
{
    char word[NUMBER_TEXT];

    out->failed |= table->failed;
    for (uint32_t k = 0; k < table->column_count; k++) {
        bma_buffer_adds(out, k > 0 ? "," : "");
        add_column_name(table->columns[k].name, out);
    }
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

/* How many bytes the first characters take. */
static size_t bytes_of(const char *text, unsigned characters)
{
    size_t length = 0;

    while (characters > 0 && text[length] != '\0') {
        do
            length++;
        while (((unsigned char)text[length] & 0xc0) == 0x80);
        characters--;
    }
    return length;
}

/*
 * At most width characters: names are told apart by how they begin and how they end, so that what is left out
 * is left out of the middle.  On the heap; NULL where memory is out.
 */
static char *cut(const char *text, unsigned width)
{
    unsigned length = length_of(text), head = (width - 1) / 2, end = width - 1 - head;
    struct bma_buffer out;

    if (length <= width)
        return bma_strndup(text, strlen(text));
    bma_buffer_init(&out);
    bma_buffer_add(&out, text, bytes_of(text, head));
    bma_buffer_adds(&out, "…");
    bma_buffer_adds(&out, text + bytes_of(text, length - end));
    return bma_buffer_detach(&out, NULL);
}

/* A text of a column, whole and cut. */
struct twin {
    const char *whole;
    char *cut;
};

static int by_cut(const void *a, const void *b)
{
    const struct twin *x = a, *y = b;
    int order = strcmp(x->cut, y->cut);

    return order != 0 ? order : strcmp(x->whole, y->whole);
}

/* Whether two texts of the column look the same at this width. */
static bool has_twins(struct twin *texts, uint32_t count, unsigned width, bool *failed)
{
    bool found = false;

    for (uint32_t i = 0; i < count; i++) {
        texts[i].cut = cut(texts[i].whole, width);
        *failed |= texts[i].cut == NULL;
    }
    if (!*failed)
        qsort(texts, count, sizeof *texts, by_cut);
    for (uint32_t i = 1; i < count && !*failed && !found; i++)
        found =
            strcmp(texts[i].cut, texts[i - 1].cut) == 0 && strcmp(texts[i].whole, texts[i - 1].whole) != 0;
    for (uint32_t i = 0; i < count; i++)
        bma_free(texts[i].cut);
    return found;
}

/* The width below which a column's texts cannot be told apart. */
static unsigned least_width(const struct bma_table *table, uint32_t column, unsigned most, bool *failed)
{
    uint32_t rows = bma_table_rows(table);
    struct twin *texts = bma_calloc(rows + 1u, sizeof *texts);
    unsigned width = LEAST_TEXT;

    *failed |= texts == NULL;
    for (uint32_t i = 0; texts != NULL && i < rows; i++)
        texts[i].whole = cell_at(table, i, column)->text;
    while (!*failed && width < most && has_twins(texts, rows, width, failed))
        width++;
    bma_free(texts);
    return width < most ? width : most;
}

static void natural_widths(const struct bma_table *table, unsigned widths[BMA_TABLE_COLUMNS])
{
    char word[NUMBER_TEXT];

    for (uint32_t k = 0; k < table->column_count; k++) {
        widths[k] = length_of(table->columns[k].name);
        for (uint32_t i = 0; i < bma_table_rows(table); i++) {
            unsigned length = length_of(shown(table, i, k, word));
            widths[k] = length > widths[k] ? length : widths[k];
        }
    }
}

/* The widest text gives way, as long as it says which is which. */
static void measure(const struct bma_table *table, unsigned most, unsigned widths[BMA_TABLE_COLUMNS],
                    bool *failed)
{
    unsigned total = 0, least[BMA_TABLE_COLUMNS];

    natural_widths(table, widths);
    for (uint32_t k = 0; k < table->column_count; k++)
        total += widths[k] + (k > 0 ? GAP : 0);
    for (uint32_t k = 0; total > most && k < table->column_count; k++)
        least[k] = table->columns[k].number ? widths[k] : least_width(table, k, widths[k], failed);
    while (total > most) {
        uint32_t widest = UINT32_MAX;
        for (uint32_t k = 0; k < table->column_count; k++)
            if (widths[k] > least[k] && (widest == UINT32_MAX || widths[k] > widths[widest]))
                widest = k;
        if (widest == UINT32_MAX)
            return;
        widths[widest]--;
        total--;
    }
}

static void page_cell(const struct bma_page *page, const struct bma_table_column *column, unsigned width,
                      enum bma_style style, const char *text, bool last)
{
    char *whole = cut(text, width);

    if (whole == NULL) {
        page->out->failed = true;
        return;
    }
    if (column->number)
        for (unsigned i = length_of(text); i < width; i++)
            bma_page_add(page, BMA_PLAIN, " ");
    if (column->number || last)
        bma_page_add(page, style, whole);
    else
        bma_page_cell(page, style, whole, width);
    if (!last)
        bma_page_add(page, BMA_PLAIN, "  ");
    bma_free(whole);
}

void bma_table_page(const struct bma_table *table, const struct bma_page *page)
{
    unsigned widths[BMA_TABLE_COLUMNS];
    char word[NUMBER_TEXT];

    page->out->failed |= table->failed;
    measure(table, page->width, widths, &page->out->failed);
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

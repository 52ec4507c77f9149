/* The views that people read otherwise than as a table: the matrix, one criterion, precedents. */
#include "compare/views.h"

#include "reports/text.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { TITLE = 36, CELL = 5, LEGEND = 5, QUOTE = 6 };

static enum bma_style style_of(const struct bma_cell *cell)
{
    if (cell->contradicted)
        return BMA_POOR;
    return cell->level >= 3 ? BMA_GOOD : cell->level > 0 ? BMA_FAIR : BMA_DIM;
}

/* At the right end of a cell. */
static void right(const struct bma_page *page, enum bma_style style, const char *text)
{
    unsigned length = 0;

    for (const char *at = text; *at != '\0'; at++)
        length += ((unsigned char)*at & 0xc0) != 0x80;
    for (; length < CELL; length++)
        bma_page_add(page, BMA_PLAIN, " ");
    bma_page_add(page, style, text);
}

/* ---- matrix ---- */

static void legend(const struct bma_matrix *matrix, const uint32_t *order, const struct bma_page *page)
{
    for (uint32_t i = 0; i < matrix->agreement_count; i++) {
        const struct bma_compared *agreement = &matrix->agreements[order[i]];
        char score[BMA_SCORE_TEXT], number[16];
        struct bma_buffer parts;

        bma_text_score(score, agreement->score);
        snprintf(number, sizeof number, "%u", (unsigned)i + 1);
        bma_buffer_init(&parts);
        bma_buffer_addf(&parts, "%s", agreement->label);
        if (agreement->title[0] != '\0')
            bma_buffer_addf(&parts, ": %s", agreement->title);
        bma_buffer_addf(&parts, " (%s points, grade %s)", score,
                        agreement->grade[0] != '\0' ? agreement->grade : "–");
        bma_text_sentence(page, 0, number, LEGEND, BMA_PLAIN, &parts);
    }
    bma_page_wrap(page, 0, "", 0, BMA_DIM,
                  "0 absent, 1 mentioned, 2 soft, 3 binding, 4 operational; x: a clause works against it; "
                  "? likely or doubtful; – does not apply; ! undecided. Dimensions: points of 100.");
}

static void head(const struct bma_page *page, uint32_t first, uint32_t last)
{
    char number[16];

    bma_page_line(page);
    bma_page_cell(page, BMA_DIM, "", TITLE);
    for (uint32_t i = first; i < last; i++) {
        snprintf(number, sizeof number, "%u", (unsigned)i + 1);
        right(page, BMA_BOLD, number);
    }
    bma_page_line(page);
}

static void dimension_row(const struct bma_matrix *matrix, const uint32_t *order, uint32_t dimension,
                          uint32_t first, uint32_t last, const struct bma_page *page)
{
    char score[BMA_SCORE_TEXT];

    bma_page_cell(page, BMA_BOLD, matrix->dimensions[dimension].name, TITLE);
    for (uint32_t i = first; i < last; i++) {
        double value = bma_matrix_score(matrix, order[i], dimension);
        bma_text_score(score, isnan(value) ? value : round(value));
        right(page, BMA_BOLD, score);
    }
    bma_page_line(page);
}

static void criterion_row(const struct bma_matrix *matrix, const uint32_t *order, uint32_t criterion,
                          uint32_t first, uint32_t last, const struct bma_page *page)
{
    char sign[BMA_CELL_TEXT];

    bma_page_cell(page, BMA_PLAIN, matrix->criteria[criterion].id, 6);
    bma_page_cell(page, BMA_PLAIN, matrix->criteria[criterion].title, TITLE - 6);
    for (uint32_t i = first; i < last; i++) {
        const struct bma_cell *cell = bma_matrix_cell(matrix, order[i], criterion);
        right(page, style_of(cell), bma_cell_sign(cell, sign));
    }
    bma_page_line(page);
}

static void block(const struct bma_matrix *matrix, const uint32_t *order, uint32_t first, uint32_t last,
                  const struct bma_page *page)
{
    head(page, first, last);
    for (uint32_t d = 0; d < matrix->dimension_count; d++) {
        dimension_row(matrix, order, d, first, last, page);
        for (uint32_t k = 0; k < matrix->criterion_count; k++)
            if (matrix->criteria[k].dimension == d)
                criterion_row(matrix, order, k, first, last, page);
    }
}

void bma_page_matrix(const struct bma_matrix *matrix, const uint32_t *order, const struct bma_page *page)
{
    uint32_t columns = page->width > TITLE + CELL ? (page->width - TITLE) / CELL : 1;

    legend(matrix, order, page);
    for (uint32_t first = 0; first < matrix->agreement_count; first += columns) {
        uint32_t last = first + columns < matrix->agreement_count ? first + columns : matrix->agreement_count;
        block(matrix, order, first, last, page);
    }
}

/* ---- clause beside clause ---- */

static const struct bma_table_cell *at(const struct bma_table *table, uint32_t row, const char *column)
{
    for (uint32_t k = 0; k < table->column_count; k++)
        if (strcmp(table->columns[k].name, column) == 0)
            return &table->cells[(size_t)row * table->column_count + k];
    return NULL;
}

static const char *text_at(const struct bma_table *table, uint32_t row, const char *column)
{
    return at(table, row, column)->text;
}

static void say_quote(const struct bma_table *table, uint32_t row, const struct bma_page *page)
{
    double line = at(table, row, "line")->number;
    struct bma_buffer parts;

    if (text_at(table, row, "quote")[0] == '\0')
        return;
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "“%s”", text_at(table, row, "quote"));
    bma_text_sentence(page, QUOTE, "", QUOTE, BMA_PLAIN, &parts);
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "%s", text_at(table, row, "article"));
    if (!isnan(line))
        bma_buffer_addf(&parts, ", line %.0f", line);
    bma_buffer_addf(&parts, ": %s (%.0f)", text_at(table, row, "role"),
                    at(table, row, "clause_level")->number);
    bma_text_sentence(page, QUOTE, "", QUOTE, BMA_DIM, &parts);
}

/* The level of a row in words. */
static void say_level(struct bma_buffer *out, const struct bma_table *table, uint32_t row, const char *level,
                      const char *contradicted, const char *uncertain)
{
    double value = at(table, row, level)->number;
    bool against = contradicted != NULL && at(table, row, contradicted)->number > 0;
    struct bma_cell cell = {.level = isnan(value) ? BMA_CELL_UNKNOWN : (signed char)value,
                            .contradicted = against,
                            .uncertain = uncertain != NULL && at(table, row, uncertain)->number > 0};
    char word[BMA_CELL_TEXT];

    if (isnan(value) &&
        strcmp(text_at(table, row, "status"), bma_finding_status_name(BMA_FINDING_NOT_APPLICABLE)) == 0)
        cell.level = BMA_CELL_NOT_APPLICABLE;
    bma_buffer_adds(out, bma_cell_say(&cell, word));
}

void bma_page_criterion(const struct bma_matrix *matrix, uint32_t criterion, const struct bma_table *table,
                        const struct bma_page *page)
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "%s %s", matrix->criteria[criterion].id, matrix->criteria[criterion].title);
    bma_text_sentence(page, 0, "", 0, BMA_BOLD, &parts);
    for (uint32_t i = 0; i < bma_table_rows(table); i++) {
        if (i == 0 || strcmp(text_at(table, i, "agreement"), text_at(table, i - 1, "agreement")) != 0) {
            bma_page_line(page);
            bma_buffer_init(&parts);
            bma_buffer_addf(&parts, "%s: ", text_at(table, i, "label"));
            say_level(&parts, table, i, "level", "contradicted", "uncertain");
            bma_text_sentence(page, 0, "", 2, BMA_BOLD, &parts);
        }
        say_quote(table, i, page);
    }
}

void bma_page_precedents(const struct bma_table *table, const struct bma_page *page)
{
    const char *before = "";
    struct bma_buffer parts;

    if (bma_table_rows(table) == 0)
        bma_page_wrap(page, 0, "", 0, BMA_PLAIN,
                      "No agreement here says more than the draft on what it lacks.");
    for (uint32_t i = 0; i < bma_table_rows(table); i++) {
        const char *criterion = text_at(table, i, "criterion");
        if (strcmp(criterion, before) != 0) {
            bma_page_line(page);
            bma_buffer_init(&parts);
            bma_buffer_addf(&parts, "%s %s: in the draft, ", criterion, text_at(table, i, "criterion_title"));
            say_level(&parts, table, i, "draft_level", "draft_contradicted", NULL);
            bma_text_sentence(page, 0, "", 0, BMA_BOLD, &parts);
            before = criterion;
        }
        bma_buffer_init(&parts);
        bma_buffer_addf(&parts, "%s: ", text_at(table, i, "label"));
        say_level(&parts, table, i, "level", NULL, NULL);
        bma_buffer_addf(&parts, ", likeness %.2f", at(table, i, "likeness")->number);
        bma_text_sentence(page, 3, "", 3, BMA_PLAIN, &parts);
        say_quote(table, i, page);
    }
}

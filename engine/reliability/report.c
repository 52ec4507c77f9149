/* The rows that every form of the report shows, and the text. */
#include "reliability/report.h"

#include "base/memory.h"
#include "reports/text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIGURE_TEXT = 16 };

static enum bma_status add_row(struct bma_reliability *out, enum bma_scope scope, uint32_t index,
                               const char *id, const char *title, struct bma_error *error)
{
    struct bma_reliability_row *row = &out->rows[out->row_count];
    enum bma_status status = bma_figures_of(&out->comparison->ratings, scope, index, &row->figures, error);

    row->scope = scope;
    row->index = index;
    row->id = id;
    row->title = title;
    if (scope == BMA_SCOPE_ALL || row->figures.n + row->figures.not_applicable > 0)
        out->row_count++;
    return status;
}

enum bma_status bma_reliability_of(const struct bma_comparison *comparison, const struct bma_pack *pack,
                                   struct bma_reliability *out, struct bma_error *error)
{
    const struct bma_ratings *ratings = &comparison->ratings;
    enum bma_status status;

    *out = (struct bma_reliability){.comparison = comparison};
    out->rows = bma_calloc(1u + ratings->group_count + ratings->item_count, sizeof *out->rows);
    if (out->rows == NULL)
        return bma_error_memory(error);
    status = add_row(out, BMA_SCOPE_ALL, 0, "all", "", error);
    for (uint32_t i = 0; status == BMA_OK && i < ratings->group_count; i++)
        status = add_row(out, BMA_SCOPE_GROUP, i, pack->dimensions[i].id, ratings->groups[i], error);
    for (uint32_t i = 0; status == BMA_OK && i < ratings->item_count; i++)
        status = add_row(out, BMA_SCOPE_ITEM, i, ratings->items[i].id, ratings->items[i].title, error);
    return status;
}

void bma_reliability_release(struct bma_reliability *reliability)
{
    bma_free(reliability->rows);
    reliability->rows = NULL;
    reliability->row_count = 0;
}

/* ---- text ---- */

/* Three decimals, or a dash where the figure is not defined. */
static const char *figure(double value, char out[FIGURE_TEXT])
{
    if (isnan(value))
        snprintf(out, FIGURE_TEXT, "–");
    else
        snprintf(out, FIGURE_TEXT, "%.3f", value + 0.0);
    return out;
}

static void line(const struct bma_page *page, const char *name, double value,
                 const struct bma_interval *interval)
{
    char word[FIGURE_TEXT], low[FIGURE_TEXT], high[FIGURE_TEXT];
    char range[3 * FIGURE_TEXT] = "";

    if (interval != NULL && !isnan(interval->low))
        snprintf(range, sizeof range, "[%s to %s]", figure(interval->low, low), figure(interval->high, high));
    bma_page_cell(page, BMA_PLAIN, name, 36);
    bma_page_cell(page, BMA_BOLD, figure(value, word), 7);
    bma_page_add(page, BMA_DIM, range);
    bma_page_line(page);
}

static void detection(const struct bma_page *page, const char *name, const struct bma_detection *found)
{
    char precision[FIGURE_TEXT], recall[FIGURE_TEXT], word[FIGURE_TEXT];
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "precision %s, recall %s (both %u, only first %u, only second %u)",
                    figure(bma_precision(found), precision), figure(bma_recall(found), recall),
                    (unsigned)found->both, (unsigned)found->only_first, (unsigned)found->only_second);
    bma_page_cell(page, BMA_PLAIN, name, 36);
    bma_page_cell(page, BMA_BOLD, figure(bma_f1(found), word), 7);
    bma_page_line(page);
    bma_text_sentence(page, 4, "", 4, BMA_DIM, &parts);
}

static void text_head(const struct bma_reliability *reliability, const struct bma_page *page)
{
    const struct bma_ratings *ratings = &reliability->comparison->ratings;
    const struct bma_figures *all = &reliability->rows[0].figures;
    struct bma_buffer parts;

    bma_page_rule(page);
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "Agreement of %s (first) and %s (second): %u agreements, %u %s rated by both",
                    ratings->first, ratings->second, (unsigned)ratings->agreement_count, (unsigned)all->n,
                    ratings->levels ? "criteria" : "topics");
    bma_text_sentence(page, 0, "", 0, BMA_BOLD, &parts);
    if (all->not_applicable > 0) {
        bma_buffer_init(&parts);
        bma_buffer_addf(&parts, "Not applicable to the first: %u, of which to the second too: %u.",
                        (unsigned)all->not_applicable, (unsigned)all->both);
        bma_text_sentence(page, 0, "", 0, BMA_DIM, &parts);
    }
    if (reliability->comparison->passed_over > 0) {
        bma_buffer_init(&parts);
        bma_buffer_addf(&parts, "Passed over, as only one has rated them: %u.",
                        (unsigned)reliability->comparison->passed_over);
        bma_text_sentence(page, 0, "", 0, BMA_DIM, &parts);
    }
    if (reliability->comparison->without_text > 0) {
        bma_buffer_init(&parts);
        bma_buffer_addf(&parts, "Passed over, as they have no text for the program to read: %u.",
                        (unsigned)reliability->comparison->without_text);
        bma_text_sentence(page, 0, "", 0, BMA_DIM, &parts);
    }
    bma_page_rule(page);
}

static void text_all(const struct bma_reliability *reliability, const struct bma_page *page)
{
    const struct bma_figures *all = &reliability->rows[0].figures;
    bool levels = reliability->comparison->ratings.levels;

    line(page, "Percent agreement", all->exact, NULL);
    line(page, "Cohen's kappa", all->kappa, NULL);
    if (levels)
        line(page, "  with quadratic weights", all->kappa_quadratic, NULL);
    line(page, "Krippendorff's alpha, nominal", all->alpha_nominal, levels ? NULL : &all->interval);
    if (levels)
        line(page, "  ordinal", all->alpha_ordinal, &all->interval);
    detection(page, levels ? "F1 of presence (level 1 or above)" : "F1 of what was found", &all->presence);
    if (levels) {
        detection(page, "F1 of commitment (2 or above)", &all->commitment);
        detection(page, "F1 of contradiction", &all->contradiction);
    }
}

static void cell(const struct bma_page *page, enum bma_style style, const char *text, unsigned columns)
{
    unsigned shown = 0;

    for (const char *at = text; *at != '\0'; at++)
        shown += ((unsigned char)*at & 0xc0) != 0x80;
    for (unsigned i = shown; i < columns; i++)
        bma_page_add(page, BMA_PLAIN, " ");
    bma_page_add(page, style, text);
}

static const char *shares_of(const struct bma_reliability *reliability, const struct bma_reliability_row *row)
{
    return row->scope == BMA_SCOPE_ITEM ? reliability->comparison->ratings.items[row->index].shares : "";
}

static void table_row(const struct bma_page *page, const struct bma_reliability *reliability,
                      const struct bma_reliability_row *row)
{
    const struct bma_figures *figures = &row->figures;
    bool levels = reliability->comparison->ratings.levels;
    double shown[] = {figures->exact, levels ? figures->kappa_quadratic : figures->kappa,
                      levels ? figures->alpha_ordinal : figures->alpha_nominal, bma_f1(&figures->presence)};
    char word[FIGURE_TEXT];

    bma_page_cell(page, BMA_BOLD, row->id, levels ? 7 : 20);
    if (levels)
        bma_page_cell(page, BMA_PLAIN, row->title, 35);
    else
        bma_page_cell(page, BMA_PLAIN, shares_of(reliability, row)[0] != '\0' ? "*" : "", 1);
    snprintf(word, sizeof word, "%u", (unsigned)figures->n);
    cell(page, BMA_PLAIN, word, 5);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        cell(page, BMA_PLAIN, figure(shown[i], word), 8);
    bma_page_line(page);
}

static void table_head(const struct bma_page *page, bool levels)
{
    static const char *const of_levels[] = {"exact", "kappa²", "alpha", "F1"};
    static const char *const of_topics[] = {"exact", "kappa", "alpha", "F1"};

    bma_page_cell(page, BMA_DIM, "", levels ? 42 : 21);
    cell(page, BMA_DIM, "n", 5);
    for (int i = 0; i < 4; i++) {
        cell(page, BMA_DIM, levels ? of_levels[i] : of_topics[i], 8);
    }
    bma_page_line(page);
}

/* Worst first; undefined figures last; in the order of the pack where they are equal. */
static int by_exact(const void *a, const void *b)
{
    const struct bma_reliability_row *x = *(const struct bma_reliability_row *const *)a;
    const struct bma_reliability_row *y = *(const struct bma_reliability_row *const *)b;

    if (x->figures.n == 0 || y->figures.n == 0)
        return (x->figures.n == 0) - (y->figures.n == 0);
    if (x->figures.exact < y->figures.exact || x->figures.exact > y->figures.exact)
        return x->figures.exact < y->figures.exact ? -1 : 1;
    return (x > y) - (x < y);
}

static void text_rows(const struct bma_reliability *reliability, const struct bma_page *page,
                      enum bma_scope scope, const char *heading)
{
    const struct bma_reliability_row **rows = bma_calloc(reliability->row_count + 1u, sizeof *rows);
    bool levels = reliability->comparison->ratings.levels;
    uint32_t count = 0;

    if (rows == NULL) {
        page->out->failed = true;
        return;
    }
    for (uint32_t i = 0; i < reliability->row_count; i++)
        if (reliability->rows[i].scope == scope)
            rows[count++] = &reliability->rows[i];
    if (count > 0) {
        qsort(rows, count, sizeof *rows, by_exact);
        bma_page_heading(page, heading);
        table_head(page, levels);
        for (uint32_t i = 0; i < count; i++)
            table_row(page, reliability, rows[i]);
    }
    bma_free(rows);
}

/* Topics that the program cannot tell apart, and how much of the disagreement that is. */
static void text_shared(const struct bma_reliability *reliability, const struct bma_page *page)
{
    const struct bma_ratings *ratings = &reliability->comparison->ratings;
    unsigned shared = 0, differing = 0;
    bool any = false;
    struct bma_buffer parts;

    for (uint32_t i = 0; i < ratings->item_count; i++)
        any = any || ratings->items[i].shares[0] != '\0';
    for (size_t i = 0; i < ratings->unit_count; i++) {
        differing += bma_unit_differs(&ratings->units[i]);
        shared += bma_unit_is_shared(&ratings->units[i]);
    }
    if (!any)
        return;
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts,
                    "shares a criterion with another topic. The program finds criteria, and cannot tell such "
                    "topics apart: where only one of them was coded, it finds them all. So it is with %u of "
                    "the %u disagreements.",
                    shared, differing);
    bma_text_sentence(page, 0, "*", 2, BMA_DIM, &parts);
}

static void text_confusion(const struct bma_reliability *reliability, const struct bma_page *page)
{
    const struct bma_confusion *confusion = &reliability->rows[0].figures.confusion;
    int most = reliability->comparison->ratings.levels ? BMA_CATEGORIES : 2;
    char word[FIGURE_TEXT];

    bma_page_heading(page, "Confusion (rows: first, columns: second)");
    bma_page_cell(page, BMA_DIM, "", 10);
    for (int k = 0; k < most; k++) {
        snprintf(word, sizeof word, "%d", k);
        cell(page, BMA_DIM, word, 7);
    }
    bma_page_line(page);
    for (int i = 0; i < most; i++) {
        snprintf(word, sizeof word, "%d", i);
        cell(page, BMA_DIM, word, 10);
        for (int k = 0; k < most; k++) {
            snprintf(word, sizeof word, "%u", (unsigned)confusion->counts[i][k]);
            cell(page, i == k ? BMA_BOLD : BMA_PLAIN, word, 7);
        }
        bma_page_line(page);
    }
}

static void say_rating(struct bma_buffer *out, const struct bma_rating *rating)
{
    if (rating->level == BMA_NOT_APPLICABLE)
        bma_buffer_adds(out, "na");
    else
        bma_buffer_addf(out, "%d", rating->level);
    bma_buffer_adds(out, rating->contradicted ? ", contradicted" : "");
}

static void say_ground(const struct bma_page *page, const char *label, const struct bma_rating *rating)
{
    struct bma_buffer parts;

    if (rating->where[0] == '\0' && rating->note[0] == '\0')
        return;
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "%s%s%s", rating->where,
                    rating->where[0] != '\0' && rating->note[0] != '\0' ? ": " : "", rating->note);
    bma_text_sentence(page, 7, label, 7, BMA_DIM, &parts);
}

static void say_shared(const struct bma_page *page, const struct bma_unit *unit)
{
    struct bma_buffer parts;

    if (!bma_unit_is_shared(unit))
        return;
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "the criterion is that of %s too, which the first found", unit->shared);
    bma_text_sentence(page, 7, "shared: ", 7, BMA_DIM, &parts);
}

static void text_disagreements(const struct bma_reliability *reliability, const struct bma_page *page)
{
    const struct bma_ratings *ratings = &reliability->comparison->ratings;

    bma_page_heading(page, "Disagreements");
    for (size_t i = 0; i < ratings->unit_count; i++) {
        const struct bma_unit *unit = &ratings->units[i];
        struct bma_buffer parts;
        if (!bma_unit_differs(unit))
            continue;
        bma_buffer_init(&parts);
        bma_buffer_addf(&parts, "%s: ", ratings->agreements[unit->agreement]);
        say_rating(&parts, &unit->first);
        bma_buffer_adds(&parts, " and ");
        say_rating(&parts, &unit->second);
        bma_text_sentence(page, 0, ratings->items[unit->item].id, ratings->levels ? 7 : 20, BMA_PLAIN,
                          &parts);
        say_ground(page, "first: ", &unit->first);
        say_ground(page, "second: ", &unit->second);
        say_shared(page, unit);
    }
}

void bma_reliability_text(const struct bma_reliability *reliability, bool disagreements,
                          const struct bma_page *page)
{
    text_head(reliability, page);
    text_all(reliability, page);
    text_rows(reliability, page, BMA_SCOPE_GROUP, "Dimensions, least agreement first");
    text_rows(reliability, page, BMA_SCOPE_ITEM,
              reliability->comparison->ratings.levels ? "Criteria, least agreement first"
                                                      : "Topics, least agreement first");
    text_shared(reliability, page);
    text_confusion(reliability, page);
    if (disagreements)
        text_disagreements(reliability, page);
}

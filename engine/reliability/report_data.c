/* The figures for programs: CSV and JSON. */
#include "reliability/report.h"

#include "reports/escape.h"
#include "reports/json_writer.h"

#include <math.h>

static const char *scope_name(const struct bma_reliability *reliability, enum bma_scope scope)
{
    if (scope == BMA_SCOPE_ITEM)
        return reliability->comparison->ratings.levels ? "criterion" : "topic";
    return scope == BMA_SCOPE_GROUP ? "dimension" : "all";
}

/* One figure of a row: its name, and how it is had. */
struct figure {
    const char *name;
    double value;
};
enum { FIGURES = 15 };

static void list_figures(const struct bma_figures *of, struct figure out[FIGURES])
{
    const struct figure all[FIGURES] = {
        {"exact", of->exact},
        {"kappa", of->kappa},
        {"kappa_quadratic", of->kappa_quadratic},
        {"alpha_nominal", of->alpha_nominal},
        {"alpha_ordinal", of->alpha_ordinal},
        {"alpha_low", of->interval.low},
        {"alpha_high", of->interval.high},
        {"presence_precision", bma_precision(&of->presence)},
        {"presence_recall", bma_recall(&of->presence)},
        {"presence_f1", bma_f1(&of->presence)},
        {"commitment_precision", bma_precision(&of->commitment)},
        {"commitment_recall", bma_recall(&of->commitment)},
        {"commitment_f1", bma_f1(&of->commitment)},
        {"contradiction_f1", bma_f1(&of->contradiction)},
        {"not_applicable", of->not_applicable},
    };

    for (int i = 0; i < FIGURES; i++)
        out[i] = all[i];
}

/* Topics that the program cannot tell apart from the row's; "" where it is none. */
static const char *shares_of(const struct bma_reliability *reliability, const struct bma_reliability_row *row)
{
    return row->scope == BMA_SCOPE_ITEM ? reliability->comparison->ratings.items[row->index].shares : "";
}

static void csv_rows(const struct bma_reliability *reliability, struct bma_buffer *out)
{
    struct figure figures[FIGURES];

    list_figures(&reliability->rows[0].figures, figures);
    bma_buffer_adds(out, "scope,id,title,n");
    for (int i = 0; i < FIGURES; i++)
        bma_buffer_addf(out, ",%s", figures[i].name);
    bma_buffer_adds(out, ",agreements,shares_criterion_with\r\n");
    for (uint32_t r = 0; r < reliability->row_count; r++) {
        const struct bma_reliability_row *row = &reliability->rows[r];
        bma_escape_csv(out, scope_name(reliability, row->scope));
        bma_buffer_addc(out, ',');
        bma_escape_csv(out, row->id);
        bma_buffer_addc(out, ',');
        bma_escape_csv(out, row->title);
        bma_buffer_addf(out, ",%u", (unsigned)row->figures.n);
        list_figures(&row->figures, figures);
        for (int i = 0; i < FIGURES; i++) {
            bma_buffer_addc(out, ',');
            if (!isnan(figures[i].value))
                bma_buffer_addf(out, i == FIGURES - 1 ? "%.0f" : "%.4f", figures[i].value + 0.0);
        }
        bma_buffer_addf(out, ",%u,", (unsigned)row->figures.agreements);
        bma_escape_csv(out, shares_of(reliability, row));
        bma_buffer_adds(out, "\r\n");
    }
}

static void csv_rating(struct bma_buffer *out, const struct bma_rating *rating)
{
    if (rating->level == BMA_NOT_APPLICABLE)
        bma_buffer_adds(out, ",na");
    else
        bma_buffer_addf(out, ",%d", rating->level);
    bma_buffer_addf(out, ",%d,", rating->contradicted);
    bma_escape_csv(out, rating->where);
    bma_buffer_addc(out, ',');
    bma_escape_csv(out, rating->note);
}

static void csv_disagreements(const struct bma_ratings *ratings, struct bma_buffer *out)
{
    bma_buffer_addf(out,
                    "agreement,%s,first_level,first_contradicted,first_where,first_note,second_level,"
                    "second_contradicted,second_where,second_note,shared_with\r\n",
                    ratings->levels ? "criterion" : "topic");
    for (size_t i = 0; i < ratings->unit_count; i++) {
        const struct bma_unit *unit = &ratings->units[i];
        if (!bma_unit_differs(unit))
            continue;
        bma_escape_csv(out, ratings->agreements[unit->agreement]);
        bma_buffer_addc(out, ',');
        bma_escape_csv(out, ratings->items[unit->item].id);
        csv_rating(out, &unit->first);
        csv_rating(out, &unit->second);
        bma_buffer_addc(out, ',');
        bma_escape_csv(out, bma_unit_is_shared(unit) ? unit->shared : "");
        bma_buffer_adds(out, "\r\n");
    }
}

void bma_reliability_csv(const struct bma_reliability *reliability, bool disagreements,
                         struct bma_buffer *out)
{
    if (disagreements)
        csv_disagreements(&reliability->comparison->ratings, out);
    else
        csv_rows(reliability, out);
}

static void json_confusion(struct bma_json *json, const struct bma_confusion *confusion, bool levels)
{
    int most = levels ? BMA_CATEGORIES : 2;

    bma_json_array(json, "confusion");
    for (int i = 0; i < most; i++) {
        bma_json_array(json, NULL);
        for (int k = 0; k < most; k++)
            bma_json_number(json, NULL, confusion->counts[i][k]);
        bma_json_array_end(json);
    }
    bma_json_array_end(json);
}

static void json_row(struct bma_json *json, const struct bma_reliability *reliability,
                     const struct bma_reliability_row *row)
{
    struct figure figures[FIGURES];

    bma_json_object(json, NULL);
    bma_json_string(json, "scope", scope_name(reliability, row->scope));
    bma_json_string(json, "id", row->id);
    bma_json_string(json, "title", row->title);
    bma_json_number(json, "n", row->figures.n);
    list_figures(&row->figures, figures);
    for (int i = 0; i < FIGURES; i++)
        bma_json_number(json, figures[i].name, figures[i].value);
    json_confusion(json, &row->figures.confusion, reliability->comparison->ratings.levels);
    bma_json_number(json, "agreements", row->figures.agreements);
    bma_json_string(json, "shares_criterion_with", shares_of(reliability, row));
    bma_json_object_end(json);
}

static void json_rating(struct bma_json *json, const char *key, const struct bma_rating *rating)
{
    bma_json_object(json, key);
    bma_json_number(json, "level", rating->level < 0 ? (double)NAN : rating->level);
    bma_json_bool(json, "contradicted", rating->contradicted);
    bma_json_string(json, "where", rating->where);
    bma_json_string(json, "note", rating->note);
    bma_json_object_end(json);
}

static void json_disagreements(struct bma_json *json, const struct bma_ratings *ratings)
{
    bma_json_array(json, "disagreements");
    for (size_t i = 0; i < ratings->unit_count; i++) {
        const struct bma_unit *unit = &ratings->units[i];
        if (!bma_unit_differs(unit))
            continue;
        bma_json_object(json, NULL);
        bma_json_string(json, "agreement", ratings->agreements[unit->agreement]);
        bma_json_string(json, "item", ratings->items[unit->item].id);
        json_rating(json, "first", &unit->first);
        json_rating(json, "second", &unit->second);
        bma_json_string(json, "shared_with", bma_unit_is_shared(unit) ? unit->shared : "");
        bma_json_object_end(json);
    }
    bma_json_array_end(json);
}

void bma_reliability_json(const struct bma_reliability *reliability, struct bma_buffer *out)
{
    const struct bma_ratings *ratings = &reliability->comparison->ratings;
    struct bma_json json;

    bma_json_init(&json, out);
    bma_json_object(&json, NULL);
    bma_json_string(&json, "schema", "bma-agreement/1");
    bma_json_string(&json, "first", ratings->first);
    bma_json_string(&json, "second", ratings->second);
    bma_json_number(&json, "agreements", ratings->agreement_count);
    bma_json_number(&json, "passed_over", reliability->comparison->passed_over);
    bma_json_number(&json, "without_text", reliability->comparison->without_text);
    bma_json_number(&json, "resamples", BMA_RESAMPLES);
    bma_json_array(&json, "figures");
    for (uint32_t i = 0; i < reliability->row_count; i++)
        json_row(&json, reliability, &reliability->rows[i]);
    bma_json_array_end(&json);
    json_disagreements(&json, ratings);
    bma_json_object_end(&json);
    bma_buffer_addc(out, '\n');
}

/* The views as tables. */
#include "compare/views.h"

#include "compare/cluster.h"
#include "findings/finding.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* ---- shared columns ---- */

static void agreement_columns(struct bma_table *out)
{
    bma_table_text_column(out, "agreement");
    bma_table_text_column(out, "label");
    bma_table_text_column(out, "title");
    bma_table_number_column(out, "year", 0);
    bma_table_text_column(out, "instrument");
    bma_table_text_column(out, "pair");
}

static void agreement_cells(const struct bma_compared *agreement, struct bma_table *out)
{
    bma_table_text(out, agreement->name);
    bma_table_text(out, agreement->label);
    bma_table_text(out, agreement->title);
    bma_table_number(out, agreement->year > 0 ? agreement->year : (double)NAN);
    bma_table_text(out, agreement->instrument);
    bma_table_text(out, agreement->pair);
}

/* At the end of every row, whatever stands before it. */
static void source_column(struct bma_table *out)
{
    bma_table_text_column(out, "source");
}

static const char *status_of(const struct bma_cell *cell)
{
    return bma_finding_status_name(cell->level >= 0                         ? BMA_FINDING_DECIDED
                                   : cell->level == BMA_CELL_NOT_APPLICABLE ? BMA_FINDING_NOT_APPLICABLE
                                                                            : BMA_FINDING_UNDECIDED);
}

static void cell_columns(struct bma_table *out)
{
    bma_table_text_column(out, "status");
    bma_table_number_column(out, "level", 0);
    bma_table_number_column(out, "contradicted", 0);
    bma_table_number_column(out, "uncertain", 0);
}

static void cell_cells(const struct bma_cell *cell, struct bma_table *out)
{
    bma_table_text(out, status_of(cell));
    bma_table_number(out, cell->level >= 0 ? cell->level : (double)NAN);
    bma_table_number(out, cell->contradicted);
    bma_table_number(out, cell->uncertain);
}

/* ---- matrix and rank ---- */

void bma_view_matrix(const struct bma_matrix *matrix, const uint32_t *order, struct bma_table *out)
{
    bma_table_init(out, "matrix");
    agreement_columns(out);
    bma_table_text_column(out, "dimension");
    bma_table_text_column(out, "criterion");
    bma_table_text_column(out, "criterion_title");
    cell_columns(out);
    bma_table_number_column(out, "met", 0);
    source_column(out);
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        for (uint32_t k = 0; k < matrix->criterion_count; k++) {
            const struct bma_cell *cell = bma_matrix_cell(matrix, order[i], k);
            agreement_cells(&matrix->agreements[order[i]], out);
            bma_table_text(out, matrix->dimensions[matrix->criteria[k].dimension].id);
            bma_table_text(out, matrix->criteria[k].id);
            bma_table_text(out, matrix->criteria[k].title);
            cell_cells(cell, out);
            bma_table_number(out, cell->met);
            bma_table_text(out, matrix->agreements[order[i]].source);
        }
}

static void count_cells(const struct bma_matrix *matrix, uint32_t agreement, uint32_t *met,
                        uint32_t *contradicted)
{
    *met = *contradicted = 0;
    for (uint32_t k = 0; k < matrix->criterion_count; k++) {
        *met += bma_matrix_cell(matrix, agreement, k)->met;
        *contradicted += bma_matrix_cell(matrix, agreement, k)->contradicted;
    }
}

static void rank_columns(struct bma_table *out)
{
    bma_table_number_column(out, "low", 1);
    bma_table_number_column(out, "high", 1);
    bma_table_text_column(out, "capped_by");
    bma_table_number_column(out, "met", 0);
    bma_table_number_column(out, "contradicted", 0);
    bma_table_number_column(out, "tied_rank", 0);
    source_column(out);
}

static void rank_cells(const struct bma_matrix *matrix, uint32_t i, uint32_t tied_rank, struct bma_table *out)
{
    const struct bma_compared *agreement = &matrix->agreements[i];
    uint32_t met, contradicted;

    count_cells(matrix, i, &met, &contradicted);
    bma_table_number(out, agreement->low);
    bma_table_number(out, agreement->high);
    bma_table_text(out, agreement->capped_by);
    bma_table_number(out, met);
    bma_table_number(out, contradicted);
    bma_table_number(out, isnan(agreement->score) ? (double)NAN : tied_rank);
    bma_table_text(out, agreement->source);
}

static void name_and_score(const struct bma_compared *agreement, bool brief, struct bma_table *out)
{
    if (brief)
        bma_table_text(out, agreement->label);
    else
        agreement_cells(agreement, out);
    bma_table_number(out, agreement->score);
    bma_table_text(out, agreement->grade);
}

static void rank_row(const struct bma_matrix *matrix, uint32_t i, uint32_t rank, uint32_t tied_rank,
                     bool brief, struct bma_table *out)
{
    bma_table_number(out, brief ? tied_rank : rank);
    name_and_score(&matrix->agreements[i], brief, out);
    for (uint32_t k = 0; k < matrix->dimension_count; k++)
        bma_table_number(out, bma_matrix_score(matrix, i, k));
    if (!brief)
        rank_cells(matrix, i, tied_rank, out);
}

void bma_view_rank(const struct bma_matrix *matrix, const uint32_t *by_score, bool brief,
                   struct bma_table *out)
{
    uint32_t tied_rank = 1;

    bma_table_init(out, "rank");
    bma_table_number_column(out, "rank", 0);
    if (brief)
        bma_table_text_column(out, "agreement");
    else
        agreement_columns(out);
    bma_table_number_column(out, "score", 1);
    bma_table_text_column(out, "grade");
    for (uint32_t k = 0; k < matrix->dimension_count; k++)
        bma_table_number_column(out, matrix->dimensions[k].id, brief ? 0 : 1);
    if (!brief)
        rank_columns(out);
    for (uint32_t i = 0; i < matrix->agreement_count; i++) {
        double score = matrix->agreements[by_score[i]].score;
        if (i == 0 || !(score >= matrix->agreements[by_score[i - 1]].score))
            tied_rank = i + 1;
        rank_row(matrix, by_score[i], i + 1, tied_rank, brief, out);
    }
}

/* ---- groups ---- */

/* "" where it is not known. */
static const char *group_of(const struct bma_compared *agreement, enum bma_grouping grouping,
                            struct bma_arena *arena)
{
    if (grouping == BMA_BY_ALL)
        return "all";
    if (grouping == BMA_BY_PAIR)
        return agreement->pair;
    if (grouping == BMA_BY_INSTRUMENT)
        return agreement->instrument;
    if (agreement->year == 0)
        return "";
    return bma_arena_printf(arena, "%d",
                            grouping == BMA_BY_YEAR ? agreement->year : agreement->year / 10 * 10);
}

struct grouped {
    const char *group, *source;
    uint32_t agreement;
};

static bool is_same_group(const struct grouped *a, const struct grouped *b)
{
    return strcmp(a->group, b->group) == 0 && strcmp(a->source, b->source) == 0;
}

/* What is not known comes last. */
static int by_group(const void *a, const void *b)
{
    const struct grouped *x = a, *y = b;
    int order = (x->group[0] == '\0') - (y->group[0] == '\0');

    if (order == 0)
        order = strcmp(x->group, y->group);
    if (order == 0)
        order = strcmp(y->source, x->source); /* texts before what is coded */
    return order != 0 ? order : (x->agreement > y->agreement) - (x->agreement < y->agreement);
}

/* The overall score where dimension is the count of dimensions. */
static double score_in(const struct bma_matrix *matrix, uint32_t agreement, uint32_t dimension)
{
    return dimension == matrix->dimension_count ? matrix->agreements[agreement].score
                                                : bma_matrix_score(matrix, agreement, dimension);
}

struct spread {
    uint32_t n;
    double mean, sd, least, most; /* NaN where there is none */
};

static struct spread spread_of(const struct bma_matrix *matrix, const struct grouped *members, uint32_t count,
                               uint32_t dimension)
{
    struct spread spread = {0, (double)NAN, (double)NAN, (double)NAN, (double)NAN};
    double sum = 0, squares = 0;

    for (uint32_t i = 0; i < count; i++) {
        double score = score_in(matrix, members[i].agreement, dimension);
        if (isnan(score))
            continue;
        spread.n++;
        sum += score;
        spread.least = fmin(score, spread.least);
        spread.most = fmax(score, spread.most);
    }
    if (spread.n > 0)
        spread.mean = sum / spread.n;
    for (uint32_t i = 0; i < count; i++) {
        double off = score_in(matrix, members[i].agreement, dimension) - spread.mean;
        squares += isnan(off) ? 0 : off * off;
    }
    if (spread.n > 1)
        spread.sd = sqrt(squares / (spread.n - 1));
    return spread;
}

static void add_group(const struct bma_matrix *matrix, const struct grouped *members, uint32_t count,
                      bool brief, struct bma_table *out)
{
    const char *group = brief && members[0].group[0] == '\0' ? "unknown" : members[0].group;

    for (uint32_t k = 0; k <= matrix->dimension_count; k++) {
        uint32_t dimension = k == 0 ? matrix->dimension_count : k - 1;
        struct spread spread = spread_of(matrix, members, count, dimension);
        bma_table_text(out, group);
        bma_table_text(out, k == 0 ? "all" : matrix->dimensions[dimension].id);
        bma_table_number(out, spread.n);
        bma_table_number(out, spread.mean);
        bma_table_number(out, spread.sd);
        bma_table_number(out, spread.least);
        bma_table_number(out, spread.most);
        bma_table_text(out, members[0].source);
    }
}

static void group_columns(bool brief, struct bma_table *out)
{
    bma_table_init(out, "groups");
    bma_table_text_column(out, "group");
    bma_table_text_column(out, "dimension");
    bma_table_number_column(out, "n", 0);
    bma_table_number_column(out, "mean", brief ? 1 : 3);
    bma_table_number_column(out, "sd", brief ? 1 : 3);
    bma_table_number_column(out, "min", 1);
    bma_table_number_column(out, "max", 1);
    source_column(out);
}

enum bma_status bma_view_groups(struct bma_matrix *matrix, enum bma_grouping grouping, bool brief,
                                struct bma_table *out, struct bma_error *error)
{
    uint32_t count = matrix->agreement_count;
    struct grouped *grouped = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *grouped);

    group_columns(brief, out);
    if (grouped == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < count; i++) {
        const struct bma_compared *one = &matrix->agreements[i];
        grouped[i] = (struct grouped){group_of(one, grouping, &matrix->arena), one->source, i};
        if (grouped[i].group == NULL)
            return bma_error_memory(error);
    }
    qsort(grouped, count, sizeof *grouped, by_group);
    for (uint32_t start = 0, end; start < count; start = end) {
        for (end = start + 1; end < count && is_same_group(&grouped[end], &grouped[start]);)
            end++;
        add_group(matrix, grouped + start, end - start, brief, out);
    }
    return BMA_OK;
}

/* ---- one criterion ---- */

enum { QUOTES = 3 };

struct leveled {
    int key; /* the lowest comes first */
    double alike;
    uint32_t agreement;
};

static int by_level(const void *a, const void *b)
{
    const struct leveled *x = a, *y = b;

    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->alike > y->alike || x->alike < y->alike)
        return x->alike > y->alike ? -1 : 1;
    return (x->agreement > y->agreement) - (x->agreement < y->agreement);
}

static void quote_columns(struct bma_table *out)
{
    bma_table_text_column(out, "role");
    bma_table_text_column(out, "article");
    bma_table_number_column(out, "line", 0);
    bma_table_text_column(out, "quote");
    bma_table_number_column(out, "clause_level", 0);
}

static void quote_cells(const struct bma_quoted *quoted, struct bma_table *out)
{
    bma_table_text(out, quoted != NULL ? quoted->role : "");
    bma_table_text(out, quoted != NULL ? quoted->citation : "");
    bma_table_number(out, quoted != NULL && quoted->line > 0 ? quoted->line : (double)NAN);
    bma_table_text(out, quoted != NULL ? quoted->quote : "");
    bma_table_number(out, quoted != NULL ? quoted->level : (double)NAN);
}

enum bma_status bma_view_criterion(struct bma_store *store, struct bma_matrix *matrix, uint32_t criterion,
                                   struct bma_table *out, struct bma_error *error)
{
    struct leveled *order = bma_arena_calloc(&matrix->arena, matrix->agreement_count + 1u, sizeof *order);
    enum bma_status status = order != NULL ? BMA_OK : bma_error_memory(error);

    bma_table_init(out, "criterion");
    agreement_columns(out);
    cell_columns(out);
    quote_columns(out);
    source_column(out);
    for (uint32_t i = 0; status == BMA_OK && i < matrix->agreement_count; i++) {
        const struct bma_cell *cell = bma_matrix_cell(matrix, i, criterion);
        order[i] = (struct leveled){-2 * cell->level + cell->contradicted, 0, i};
    }
    if (status == BMA_OK)
        qsort(order, matrix->agreement_count, sizeof *order, by_level);
    for (uint32_t i = 0; status == BMA_OK && i < matrix->agreement_count; i++) {
        const struct bma_compared *agreement = &matrix->agreements[order[i].agreement];
        struct bma_quoted quoted[QUOTES];
        uint32_t count;
        status = bma_matrix_quotes(store, agreement, matrix->criteria[criterion].id, QUOTES, &matrix->arena,
                                   quoted, &count, error);
        for (uint32_t k = 0; status == BMA_OK && (k < count || k == 0); k++) {
            agreement_cells(agreement, out);
            cell_cells(bma_matrix_cell(matrix, order[i].agreement, criterion), out);
            quote_cells(k < count ? &quoted[k] : NULL, out);
            bma_table_text(out, agreement->source);
        }
    }
    return status;
}

/* ---- a draft beside the others ---- */

/* All agreements, most like the draft first; last (key 1) what cannot be compared, and the draft itself. */
static enum bma_status by_likeness(struct bma_matrix *matrix, const struct bma_matrix *draft,
                                   struct leveled **out, struct bma_error *error)
{
    struct leveled *order = bma_arena_calloc(&matrix->arena, matrix->agreement_count + 1u, sizeof *order);

    if (order == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < matrix->agreement_count; i++) {
        double alike = bma_likeness(bma_matrix_cell(draft, 0, 0), bma_matrix_cell(matrix, i, 0),
                                    matrix->criterion_count);
        bool itself = strcmp(matrix->agreements[i].name, draft->agreements[0].name) == 0;
        order[i] = (struct leveled){itself || isnan(alike), isnan(alike) ? 0 : alike, i};
    }
    qsort(order, matrix->agreement_count, sizeof *order, by_level);
    *out = order;
    return BMA_OK;
}

enum bma_status bma_view_similar(struct bma_matrix *matrix, const struct bma_matrix *draft, uint32_t most,
                                 bool brief, struct bma_table *out, struct bma_error *error)
{
    struct leveled *order;
    enum bma_status status = by_likeness(matrix, draft, &order, error);

    bma_table_init(out, "similar");
    bma_table_number_column(out, "likeness", 3);
    if (brief)
        bma_table_text_column(out, "agreement");
    else
        agreement_columns(out);
    bma_table_number_column(out, "score", 1);
    bma_table_text_column(out, "grade");
    if (!brief)
        source_column(out);
    for (uint32_t i = 0; status == BMA_OK && i < matrix->agreement_count && i < most; i++) {
        const struct bma_compared *agreement = &matrix->agreements[order[i].agreement];
        if (order[i].key != 0)
            break;
        bma_table_number(out, order[i].alike);
        name_and_score(agreement, brief, out);
        if (!brief)
            bma_table_text(out, agreement->source);
    }
    return status;
}

static bool is_weak(const struct bma_cell *cell)
{
    return cell->level >= 0 && (cell->level < BMA_LEVEL_BINDING || cell->contradicted);
}

/* Whether the clause of another agreement is better wording than the draft's. */
static bool is_better(const struct bma_cell *other, const struct bma_cell *own)
{
    return !other->contradicted && !other->uncertain && other->level >= BMA_LEVEL_SOFT &&
           (other->level > own->level || own->contradicted);
}

static void precedent_cells(const struct bma_matrix *matrix, const struct bma_cell *own, uint32_t criterion,
                            const struct leveled *other, struct bma_table *out)
{
    const struct bma_compared *agreement = &matrix->agreements[other->agreement];

    bma_table_text(out, matrix->criteria[criterion].id);
    bma_table_text(out, matrix->criteria[criterion].title);
    bma_table_number(out, own->level);
    bma_table_number(out, own->contradicted);
    bma_table_text(out, agreement->name);
    bma_table_text(out, agreement->label);
    bma_table_number(out, agreement->year > 0 ? agreement->year : (double)NAN);
    bma_table_number(out, other->alike);
    bma_table_number(out, bma_matrix_cell(matrix, other->agreement, criterion)->level);
}

/* order: the agreements that may be taken, which are put in another order. */
static enum bma_status add_precedents(struct bma_store *store, struct bma_matrix *matrix,
                                      const struct bma_cell *own, uint32_t criterion, struct leveled *order,
                                      uint32_t count, uint32_t most, struct bma_table *out,
                                      struct bma_error *error)
{
    uint32_t found = 0;
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; i < count; i++)
        order[i].key = -bma_matrix_cell(matrix, order[i].agreement, criterion)->level;
    qsort(order, count, sizeof *order, by_level);
    for (uint32_t i = 0; status == BMA_OK && i < count && found < most; i++) {
        struct bma_quoted quoted;
        uint32_t quotes;
        if (!is_better(bma_matrix_cell(matrix, order[i].agreement, criterion), own))
            continue;
        status =
            bma_matrix_quotes(store, &matrix->agreements[order[i].agreement], matrix->criteria[criterion].id,
                              1, &matrix->arena, &quoted, &quotes, error);
        if (status != BMA_OK || quotes == 0 || quoted.line == 0) /* coded: a level without words */
            continue;
        found++;
        precedent_cells(matrix, own, criterion, &order[i], out);
        quote_cells(&quoted, out);
        bma_table_text(out, matrix->agreements[order[i].agreement].source);
    }
    return status;
}

enum bma_status bma_view_precedents(struct bma_store *store, struct bma_matrix *matrix,
                                    const struct bma_matrix *draft, uint32_t most, struct bma_table *out,
                                    struct bma_error *error)
{
    struct leveled *order;
    enum bma_status status = by_likeness(matrix, draft, &order, error);
    uint32_t count = 0;

    bma_table_init(out, "precedents");
    bma_table_text_column(out, "criterion");
    bma_table_text_column(out, "criterion_title");
    bma_table_number_column(out, "draft_level", 0);
    bma_table_number_column(out, "draft_contradicted", 0);
    bma_table_text_column(out, "agreement");
    bma_table_text_column(out, "label");
    bma_table_number_column(out, "year", 0);
    bma_table_number_column(out, "likeness", 3);
    bma_table_number_column(out, "level", 0);
    quote_columns(out);
    source_column(out);
    while (status == BMA_OK && count < matrix->agreement_count && order[count].key == 0)
        count++;
    for (uint32_t k = 0; status == BMA_OK && k < matrix->criterion_count; k++) {
        const struct bma_cell *own = bma_matrix_cell(draft, 0, k);
        if (is_weak(own))
            status = add_precedents(store, matrix, own, k, order, count, most, out, error);
    }
    return status;
}

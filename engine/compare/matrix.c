#include "compare/matrix.h"

#include "corpus/sqlite.h"
#include "findings/finding.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A query over the rows of which one goes. */
struct asking {
    struct bma_store *store;
    sqlite3_stmt *statement;
    enum bma_status status;
};

static struct asking ask(struct bma_store *store, const char *sql, struct bma_error *error)
{
    struct asking asking = {store, NULL, BMA_OK};

    if (sqlite3_prepare_v2(bma_store_handle(store), sql, -1, &asking.statement, NULL) != SQLITE_OK)
        asking.status = bma_store_error(store, error);
    return asking;
}

/* Whether there is one more row. */
static bool next(struct asking *asking, struct bma_error *error)
{
    int result = asking->status == BMA_OK ? sqlite3_step(asking->statement) : SQLITE_DONE;

    if (result != SQLITE_ROW && result != SQLITE_DONE)
        asking->status = bma_store_error(asking->store, error);
    return result == SQLITE_ROW;
}

static enum bma_status done(struct asking *asking)
{
    sqlite3_finalize(asking->statement);
    return asking->status;
}

/* A copy of the column's text, "" for NULL. */
static const char *text(struct asking *asking, int column, struct bma_arena *arena, struct bma_error *error)
{
    const char *value = bma_column_text(asking->statement, column);
    const char *copy = bma_arena_strndup(arena, value, strlen(value));

    if (copy == NULL) {
        asking->status = bma_error_memory(error);
        return "";
    }
    return copy;
}

static double real(const struct asking *asking, int column)
{
    return sqlite3_column_type(asking->statement, column) == SQLITE_NULL
               ? (double)NAN
               : sqlite3_column_double(asking->statement, column);
}

/* The first column of the first row. */
static enum bma_status count_of(struct bma_store *store, const char *sql, uint32_t *out,
                                struct bma_error *error)
{
    struct asking asking = ask(store, sql, error);

    *out = next(&asking, error) ? (uint32_t)sqlite3_column_int64(asking.statement, 0) : 0;
    return done(&asking);
}

/* ---- the pack ---- */

static enum bma_status one_pack(struct bma_store *store, struct bma_error *error)
{
    uint32_t packs = 0;
    enum bma_status status =
        count_of(store, "SELECT count(DISTINCT pack_sha256) FROM current_run", &packs, error);

    if (status != BMA_OK || packs == 1)
        return status;
    if (packs == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, sqlite3_db_filename(bma_store_handle(store), "main"), 0,
                             0, "the database holds no results yet; 'bma corpus' fills it");
    return bma_error_set(error, BMA_ERROR_INPUT, sqlite3_db_filename(bma_store_handle(store), "main"), 0, 0,
                         "texts and coding table were weighed with different rule packs; weigh them "
                         "again with one");
}

static enum bma_status load_dimensions(struct bma_store *store, struct bma_matrix *out,
                                       struct bma_error *error)
{
    struct asking asking;
    enum bma_status status =
        count_of(store, "SELECT count(*) FROM dimension WHERE run_id = (SELECT min(id) FROM current_run)",
                 &out->dimension_count, error);

    if (status != BMA_OK)
        return status;
    out->dimensions = bma_arena_calloc(&out->arena, out->dimension_count + 1u, sizeof *out->dimensions);
    if (out->dimensions == NULL)
        return bma_error_memory(error);
    asking = ask(store,
                 "SELECT id, name FROM dimension WHERE run_id = (SELECT min(id) FROM current_run)"
                 " ORDER BY position",
                 error);
    for (uint32_t i = 0; i < out->dimension_count && next(&asking, error); i++) {
        out->dimensions[i].id = text(&asking, 0, &out->arena, error);
        out->dimensions[i].name = text(&asking, 1, &out->arena, error);
    }
    return done(&asking);
}

static uint32_t dimension_of(const struct bma_matrix *matrix, const char *id)
{
    for (uint32_t i = 0; i < matrix->dimension_count; i++)
        if (strcmp(matrix->dimensions[i].id, id) == 0)
            return i;
    return 0;
}

static enum bma_status load_criteria(struct bma_store *store, struct bma_matrix *out, struct bma_error *error)
{
    struct asking asking;
    enum bma_status status =
        count_of(store, "SELECT count(*) FROM criterion WHERE run_id = (SELECT min(id) FROM current_run)",
                 &out->criterion_count, error);

    if (status != BMA_OK)
        return status;
    out->criteria = bma_arena_calloc(&out->arena, out->criterion_count + 1u, sizeof *out->criteria);
    if (out->criteria == NULL)
        return bma_error_memory(error);
    asking = ask(store,
                 "SELECT id, title, dimension FROM criterion"
                 " WHERE run_id = (SELECT min(id) FROM current_run) ORDER BY position",
                 error);
    for (uint32_t i = 0; i < out->criterion_count && next(&asking, error); i++) {
        out->criteria[i].id = text(&asking, 0, &out->arena, error);
        out->criteria[i].title = text(&asking, 1, &out->arena, error);
        out->criteria[i].dimension = dimension_of(out, text(&asking, 2, &out->arena, error));
    }
    return done(&asking);
}

/* ---- agreements ---- */

/* The end of a name without its ending, from the depth-th folder on. */
static const char *tail(const char *name, int depth, struct bma_arena *arena)
{
    const char *start = name + strlen(name), *dot;

    while (start > name) {
        if (start[-1] == '/' && depth-- == 0)
            break;
        start--;
    }
    dot = strrchr(start, '.');
    if (dot == NULL || dot == start || strchr(dot, '/') != NULL)
        dot = start + strlen(start);
    return bma_arena_strndup(arena, start, (size_t)(dot - start));
}

struct labelled {
    const char *label;
    uint32_t agreement;
};

static int by_label(const void *a, const void *b)
{
    const struct labelled *x = a, *y = b;
    int order = strcmp(x->label, y->label);

    return order != 0 ? order : (x->agreement > y->agreement) - (x->agreement < y->agreement);
}

/* Names that share their end are told apart by one folder more; after four the whole name stands. */
static enum bma_status label(struct bma_matrix *matrix, struct bma_error *error)
{
    uint32_t count = matrix->agreement_count;
    struct labelled *labels = bma_arena_calloc(&matrix->arena, count + 1u, sizeof *labels);

    if (labels == NULL)
        return bma_error_memory(error);
    for (int depth = 0; depth < 5; depth++) {
        for (uint32_t i = 0; i < count; i++) {
            struct bma_compared *one = &matrix->agreements[i];
            if (one->label == NULL)
                one->label = depth < 4 ? tail(one->name, depth, &matrix->arena) : one->name;
            if (one->label == NULL)
                return bma_error_memory(error);
            labels[i] = (struct labelled){one->label, i};
        }
        qsort(labels, count, sizeof *labels, by_label);
        for (uint32_t i = 1; depth < 4 && i < count; i++)
            if (strcmp(labels[i].label, labels[i - 1].label) == 0) {
                matrix->agreements[labels[i].agreement].label = NULL;
                matrix->agreements[labels[i - 1].agreement].label = NULL;
            }
    }
    return BMA_OK;
}

static void read_agreement(struct asking *asking, struct bma_arena *arena, struct bma_compared *out,
                           struct bma_error *error)
{
    out->id = sqlite3_column_int64(asking->statement, 0);
    out->source = text(asking, 1, arena, error);
    out->name = text(asking, 2, arena, error);
    out->title = text(asking, 3, arena, error);
    out->instrument = text(asking, 4, arena, error);
    out->year = sqlite3_column_int(asking->statement, 5);
    out->pair = text(asking, 6, arena, error);
    out->grade = text(asking, 7, arena, error);
    out->score = real(asking, 8);
}

static bool ends_in(const char *name, const char *end)
{
    size_t length = strlen(name), wanted = strlen(end);

    return length > wanted && name[length - wanted - 1] == '/' && strcmp(name + length - wanted, end) == 0;
}

static bool is_picked(const struct bma_compared *agreement, const char *name)
{
    return strcmp(agreement->name, name) == 0 || strcmp(agreement->title, name) == 0 ||
           ends_in(agreement->name, name);
}

/* Keeps those that are asked for. */
static enum bma_status pick(struct bma_matrix *matrix, char *const *names, int count, struct bma_error *error)
{
    uint32_t kept = 0;

    for (int k = 0; k < count; k++) {
        bool found = false;
        for (uint32_t i = 0; i < matrix->agreement_count && !found; i++)
            found = is_picked(&matrix->agreements[i], names[k]);
        if (!found)
            return bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0,
                                 "the database has no agreement '%.200s' (its path, the end of it, or its "
                                 "title)",
                                 names[k]);
    }
    for (uint32_t i = 0; count > 0 && i < matrix->agreement_count; i++)
        for (int k = 0; k < count; k++)
            if (is_picked(&matrix->agreements[i], names[k])) {
                matrix->agreements[kept++] = matrix->agreements[i];
                break;
            }
    matrix->agreement_count = count > 0 ? kept : matrix->agreement_count;
    return BMA_OK;
}

static enum bma_status load_agreements(struct bma_store *store, struct bma_matrix *out,
                                       struct bma_error *error)
{
    struct asking asking;
    uint32_t i = 0, count = 0;
    enum bma_status status = count_of(store, "SELECT count(*) FROM result", &count, error);

    if (status == BMA_OK && count > BMA_COMPARE_MAX_AGREEMENTS)
        status = bma_error_set(error, BMA_ERROR_LIMIT, NULL, 0, 0,
                               "more than %d agreements cannot be compared", BMA_COMPARE_MAX_AGREEMENTS);
    if (status != BMA_OK)
        return status;
    out->agreements = bma_arena_calloc(&out->arena, count + 1u, sizeof *out->agreements);
    if (out->agreements == NULL)
        return bma_error_memory(error);
    asking = ask(store,
                 "SELECT id, source, name, title, instrument, year, pair, grade, score FROM result"
                 " ORDER BY name, source",
                 error);
    while (i < count && next(&asking, error))
        read_agreement(&asking, &out->arena, &out->agreements[i++], error);
    out->agreement_count = i;
    return done(&asking);
}

/* ---- cells and scores ---- */

static int by_id(const void *a, const void *b)
{
    const struct bma_compared *x = *(const struct bma_compared *const *)a,
                              *y = *(const struct bma_compared *const *)b;

    return (x->id > y->id) - (x->id < y->id);
}

/* Agreements by their id in the database. */
struct places {
    struct bma_compared **items;
    uint32_t count;
};

static enum bma_status sort_places(struct bma_matrix *matrix, struct places *out, struct bma_error *error)
{
    out->count = matrix->agreement_count;
    out->items = bma_arena_calloc(&matrix->arena, out->count + 1u, sizeof *out->items);
    if (out->items == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < out->count; i++)
        out->items[i] = &matrix->agreements[i];
    qsort(out->items, out->count, sizeof *out->items, by_id);
    return BMA_OK;
}

static bool place_of(const struct bma_matrix *matrix, const struct places *places, int64_t id, uint32_t *out)
{
    struct bma_compared wanted = {.id = id};
    const struct bma_compared *key = &wanted;
    struct bma_compared **found = bsearch(&key, places->items, places->count, sizeof *places->items, by_id);

    if (found == NULL)
        return false;
    *out = (uint32_t)(*found - matrix->agreements);
    return true;
}

/* Whether the rule failed. */
static bool read_cell(const struct asking *asking, struct bma_cell *out)
{
    const char *status = bma_column_text(asking->statement, 2);

    out->level = BMA_CELL_UNKNOWN;
    if (strcmp(status, bma_finding_status_name(BMA_FINDING_DECIDED)) == 0)
        out->level = (signed char)sqlite3_column_int(asking->statement, 3);
    else if (strcmp(status, bma_finding_status_name(BMA_FINDING_NOT_APPLICABLE)) == 0)
        out->level = BMA_CELL_NOT_APPLICABLE;
    out->contradicted = sqlite3_column_int(asking->statement, 4) != 0;
    out->met = sqlite3_column_int(asking->statement, 5) != 0;
    out->uncertain = sqlite3_column_int(asking->statement, 6) != 0;
    return strcmp(status, bma_finding_status_name(BMA_FINDING_ERROR)) == 0;
}

static enum bma_status load_cells(struct bma_store *store, const struct places *places,
                                  struct bma_matrix *out, struct bma_error *error)
{
    size_t cells = (size_t)out->agreement_count * out->criterion_count;
    struct asking asking;
    uint32_t row, column;

    out->cells = bma_arena_calloc(&out->arena, cells + 1, sizeof *out->cells);
    if (out->cells == NULL)
        return bma_error_memory(error);
    for (size_t i = 0; i < cells; i++)
        out->cells[i].level = BMA_CELL_UNKNOWN;
    asking = ask(
        store,
        "SELECT f.agreement_id, f.criterion, f.status, f.level, f.contradicted, f.met, f.likely OR f.doubtful"
        " FROM finding f JOIN agreement a ON a.id = f.agreement_id"
        " JOIN current_run r ON r.id = a.run_id",
        error);
    while (next(&asking, error)) {
        const char *criterion = bma_column_text(asking.statement, 1);
        if (place_of(out, places, sqlite3_column_int64(asking.statement, 0), &row) &&
            bma_matrix_find(out, criterion, &column))
            out->rule_errors += read_cell(&asking, &out->cells[(size_t)row * out->criterion_count + column]);
    }
    return done(&asking);
}

static enum bma_status load_scores(struct bma_store *store, const struct places *places,
                                   struct bma_matrix *out, struct bma_error *error)
{
    size_t count = (size_t)out->agreement_count * out->dimension_count;
    struct asking asking;
    uint32_t row;

    out->scores = bma_arena_calloc(&out->arena, count + 1, sizeof *out->scores);
    if (out->scores == NULL)
        return bma_error_memory(error);
    for (size_t i = 0; i < count; i++)
        out->scores[i] = NAN;
    asking = ask(store, "SELECT agreement_id, dimension, value FROM dimension_score", error);
    while (next(&asking, error)) {
        const char *dimension = bma_column_text(asking.statement, 1);
        if (place_of(out, places, sqlite3_column_int64(asking.statement, 0), &row))
            out->scores[(size_t)row * out->dimension_count + dimension_of(out, dimension)] = real(&asking, 2);
    }
    return done(&asking);
}

enum bma_status bma_matrix_load(struct bma_store *store, char *const *names, int count,
                                struct bma_matrix *out, struct bma_error *error)
{
    struct places places;
    enum bma_status status;

    memset(out, 0, sizeof *out);
    bma_arena_init(&out->arena);
    status = one_pack(store, error);
    if (status == BMA_OK)
        status = load_dimensions(store, out, error);
    if (status == BMA_OK)
        status = load_criteria(store, out, error);
    if (status == BMA_OK)
        status = load_agreements(store, out, error);
    if (status == BMA_OK)
        status = pick(out, names, count, error);
    if (status == BMA_OK)
        status = label(out, error);
    if (status == BMA_OK)
        status = sort_places(out, &places, error);
    if (status == BMA_OK)
        status = load_cells(store, &places, out, error);
    return status == BMA_OK ? load_scores(store, &places, out, error) : status;
}

void bma_matrix_release(struct bma_matrix *matrix)
{
    bma_arena_release(&matrix->arena);
}

const struct bma_cell *bma_matrix_cell(const struct bma_matrix *matrix, uint32_t agreement,
                                       uint32_t criterion)
{
    return &matrix->cells[(size_t)agreement * matrix->criterion_count + criterion];
}

double bma_matrix_score(const struct bma_matrix *matrix, uint32_t agreement, uint32_t dimension)
{
    return matrix->scores[(size_t)agreement * matrix->dimension_count + dimension];
}

bool bma_matrix_find(const struct bma_matrix *matrix, const char *criterion, uint32_t *out)
{
    for (uint32_t i = 0; i < matrix->criterion_count; i++)
        if (strcmp(matrix->criteria[i].id, criterion) == 0) {
            *out = i;
            return true;
        }
    return false;
}

enum bma_status bma_matrix_quotes(struct bma_store *store, const struct bma_compared *agreement,
                                  const char *criterion, uint32_t most, struct bma_arena *arena,
                                  struct bma_quoted *out, uint32_t *count, struct bma_error *error)
{
    struct asking asking = ask(store,
                               "SELECT role, quote, citation, line FROM evidence WHERE agreement_id = ?1 AND"
                               " criterion = ?2 AND fault = -1 AND role <> 'nearest'"
                               " ORDER BY position",
                               error);

    *count = 0;
    if (asking.status == BMA_OK &&
        (sqlite3_bind_int64(asking.statement, 1, agreement->id) != SQLITE_OK ||
         sqlite3_bind_text(asking.statement, 2, criterion, -1, SQLITE_STATIC) != SQLITE_OK))
        asking.status = bma_store_error(store, error);
    while (*count < most && next(&asking, error)) {
        struct bma_quoted *quoted = &out[(*count)++];
        quoted->role = text(&asking, 0, arena, error);
        quoted->quote = text(&asking, 1, arena, error);
        quoted->citation = text(&asking, 2, arena, error);
        quoted->line = (uint32_t)sqlite3_column_int64(asking.statement, 3);
    }
    return done(&asking);
}

const char *bma_cell_say(const struct bma_cell *cell, char out[BMA_CELL_TEXT])
{
    if (cell->level == BMA_CELL_NOT_APPLICABLE)
        snprintf(out, BMA_CELL_TEXT, "does not apply");
    else if (cell->level < 0)
        snprintf(out, BMA_CELL_TEXT, "undecided");
    else
        snprintf(out, BMA_CELL_TEXT, "%s%s (%d)%s", cell->contradicted ? "contradicted, " : "",
                 bma_level_name(cell->level), cell->level, cell->uncertain ? "?" : "");
    return out;
}

const char *bma_cell_sign(const struct bma_cell *cell, char out[BMA_CELL_TEXT])
{
    if (cell->level == BMA_CELL_NOT_APPLICABLE)
        snprintf(out, BMA_CELL_TEXT, "–");
    else if (cell->level < 0)
        snprintf(out, BMA_CELL_TEXT, "!");
    else
        snprintf(out, BMA_CELL_TEXT, "%d%s%s", cell->level, cell->contradicted ? "x" : "",
                 cell->uncertain ? "?" : "");
    return out;
}

/* ---- order ---- */

struct keyed {
    double key;
    uint32_t agreement;
};

static int by_key(const void *a, const void *b)
{
    const struct keyed *x = a, *y = b;

    if (x->key < y->key || x->key > y->key)
        return x->key < y->key ? -1 : 1;
    return (x->agreement > y->agreement) - (x->agreement < y->agreement);
}

static double key_of(const struct bma_compared *agreement, enum bma_order order)
{
    if (order == BMA_ORDER_SCORE)
        return isnan(agreement->score) ? (double)INFINITY : -agreement->score;
    if (order == BMA_ORDER_YEAR)
        return agreement->year == 0 ? (double)INFINITY : agreement->year;
    return 0; /* they stand by name already */
}

enum bma_status bma_matrix_order(struct bma_matrix *matrix, enum bma_order order, const uint32_t **out,
                                 struct bma_error *error)
{
    struct keyed *keyed = bma_arena_calloc(&matrix->arena, matrix->agreement_count + 1u, sizeof *keyed);
    uint32_t *agreements = bma_arena_calloc(&matrix->arena, matrix->agreement_count + 1u, sizeof *agreements);

    if (keyed == NULL || agreements == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        keyed[i] = (struct keyed){key_of(&matrix->agreements[i], order), i};
    qsort(keyed, matrix->agreement_count, sizeof *keyed, by_key);
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        agreements[i] = keyed[i].agreement;
    *out = agreements;
    return BMA_OK;
}

/* The matrix out of a database: which runs, what pack, which agreements, and their cells and scores. */
#include "compare/asking.h"
#include "compare/pick.h"

#include "findings/finding.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { RUNS = 2 }; /* of texts and of coded agreements; one that there is none of is 0, and no row's */

struct loading {
    struct bma_store *store;
    const struct bma_choice *choice;
    struct bma_matrix *matrix;
    struct bma_error *error;
    int64_t runs[RUNS];
    int64_t pack_run;             /* whose dimensions and criteria are those of all */
    struct bma_compared **places; /* agreements by their id in the database */
};

static struct bma_asking ask(const struct loading *loading, const char *sql)
{
    return bma_asking_begin(loading->store, sql, loading->error);
}

/* The same of the rows of the chosen runs: ?1 and ?2. */
static struct bma_asking ask_runs(const struct loading *loading, const char *sql)
{
    struct bma_asking asking = ask(loading, sql);

    for (int i = 0; i < RUNS; i++)
        bma_asking_bind(&asking, i + 1, loading->runs[i]);
    return asking;
}

/* ---- runs ---- */

/* "text ministry, coded strict": what there is to choose from. */
static enum bma_status refuse_runs(const struct loading *loading)
{
    struct bma_asking asking =
        ask(loading, "SELECT group_concat(said, ', ') FROM (SELECT DISTINCT source || ' with '"
                     " || profile || ' (pack ' || pack || ' ' || pack_version || ', '"
                     " || substr(pack_sha256, 1, 12) || ')' AS said FROM run ORDER BY id)");
    const char *known = bma_asking_next(&asking) ? bma_column_text(asking.statement, 0) : "";
    const char *profile = loading->choice->profile;

    if (asking.status == BMA_OK && known[0] == '\0')
        asking.status = bma_error_set(loading->error, BMA_ERROR_INPUT, bma_store_path(loading->store), 0, 0,
                                      "the database holds no results yet; 'bma corpus' fills it");
    else if (asking.status == BMA_OK)
        asking.status =
            bma_error_set(loading->error, BMA_ERROR_INPUT, bma_store_path(loading->store), 0, 0,
                          "the database holds no results with %s%.60s%s; it has %.300s",
                          profile != NULL ? "profile " : "this pack", profile != NULL ? profile : "",
                          profile != NULL && loading->choice->pack != NULL ? " and this pack" : "", known);
    return bma_asking_done(&asking);
}

/* Of each source the run that is chosen: the one last worked on, or the newest that was made so. */
static enum bma_status choose_runs(struct loading *loading)
{
    const struct bma_choice *choice = loading->choice;
    struct bma_asking asking =
        ask(loading,
            "SELECT id, source, pack_sha256, profile FROM run ORDER BY id IN (SELECT id FROM current_run)"
            " DESC, id DESC");

    while (bma_asking_next(&asking)) {
        int64_t *run = &loading->runs[strcmp(bma_column_text(asking.statement, 1), "text") == 0 ? 0 : 1];
        if (*run == 0 &&
            (choice->pack == NULL || strcmp(bma_column_text(asking.statement, 2), choice->pack) == 0) &&
            (choice->profile == NULL || strcmp(bma_column_text(asking.statement, 3), choice->profile) == 0))
            *run = sqlite3_column_int64(asking.statement, 0);
    }
    if (bma_asking_done(&asking) == BMA_OK && loading->runs[0] == 0 && loading->runs[1] == 0)
        return refuse_runs(loading);
    return asking.status;
}

/* ---- agreements ---- */

static void read_agreement(struct bma_asking *asking, struct bma_arena *arena, struct bma_compared *out)
{
    out->id = sqlite3_column_int64(asking->statement, 0);
    out->source = bma_asking_text(asking, 1, arena);
    out->name = bma_asking_text(asking, 2, arena);
    out->title = bma_asking_text(asking, 3, arena);
    out->instrument = bma_asking_text(asking, 4, arena);
    out->year = sqlite3_column_int(asking->statement, 5);
    out->pair = bma_asking_text(asking, 6, arena);
    out->grade = bma_asking_text(asking, 7, arena);
    out->score = bma_asking_real(asking, 8);
    out->low = bma_asking_real(asking, 9);
    out->high = bma_asking_real(asking, 10);
    out->capped_by = bma_asking_text(asking, 11, arena);
    out->run = sqlite3_column_int64(asking->statement, 12);
}

static enum bma_status read_agreements(struct loading *loading)
{
    struct bma_matrix *matrix = loading->matrix;
    struct bma_asking asking =
        ask_runs(loading, "SELECT count(*) FROM agreement WHERE run_id IN (?1, ?2) AND status = 'done'");
    int64_t count = bma_asking_next(&asking) ? sqlite3_column_int64(asking.statement, 0) : 0;

    if (bma_asking_done(&asking) != BMA_OK)
        return asking.status;
    if (count > BMA_COMPARE_MAX_AGREEMENTS)
        return bma_error_set(loading->error, BMA_ERROR_LIMIT, NULL, 0, 0,
                             "more than %d agreements cannot be compared", BMA_COMPARE_MAX_AGREEMENTS);
    matrix->agreements = bma_arena_calloc(&matrix->arena, (size_t)count + 1, sizeof *matrix->agreements);
    if (matrix->agreements == NULL)
        return bma_error_memory(loading->error);
    asking =
        ask_runs(loading, "SELECT a.id, CASE a.format WHEN 'coded' THEN 'coded' ELSE r.source END, a.name,"
                          " title, instrument, year, pair, grade, score, low, high, capped_by, run_id"
                          " FROM agreement a JOIN run r ON r.id = a.run_id"
                          " WHERE run_id IN (?1, ?2) AND status = 'done' ORDER BY a.name, 2");
    while (matrix->agreement_count < count && bma_asking_next(&asking))
        read_agreement(&asking, &matrix->arena, &matrix->agreements[matrix->agreement_count++]);
    return bma_asking_done(&asking);
}

static bool is_wanted(const struct bma_matrix *matrix, enum bma_source source, uint32_t texts, uint32_t i)
{
    if (source == BMA_SOURCE_USUAL)
        source = texts > 0 ? BMA_SOURCE_TEXT : BMA_SOURCE_ALL;
    return source == BMA_SOURCE_ALL ||
           bma_compared_is_coded(&matrix->agreements[i]) == (source == BMA_SOURCE_CODED);
}

/* Levels of texts and of coders are not alike: one kind is kept, unless both were asked for. */
static enum bma_status keep_source(struct loading *loading)
{
    struct bma_matrix *matrix = loading->matrix;
    uint32_t kept = 0, texts = 0, count = matrix->agreement_count;

    for (uint32_t i = 0; i < count; i++)
        texts += !bma_compared_is_coded(&matrix->agreements[i]);
    for (uint32_t i = 0; i < count; i++)
        if (is_wanted(matrix, loading->choice->source, texts, i))
            matrix->agreements[kept++] = matrix->agreements[i];
    matrix->left_out = count - kept;
    matrix->agreement_count = kept;
    if (kept > 0 || count == 0)
        return BMA_OK;
    return bma_error_set(loading->error, BMA_ERROR_INPUT, bma_store_path(loading->store), 0, 0,
                         texts > 0 ? "the database holds no coded agreements; leave --source coded out"
                                   : "the database holds coded agreements alone; leave --source text out");
}

/* ---- the pack ---- */

/* What was weighed with different packs has no criteria in common that are known to mean the same. */
static enum bma_status one_pack(struct loading *loading)
{
    const struct bma_matrix *matrix = loading->matrix;
    struct bma_asking asking;
    int64_t runs[RUNS] = {0, 0}, packs;

    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        runs[matrix->agreements[i].run == loading->runs[0] ? 0 : 1] = matrix->agreements[i].run;
    for (int i = 0; i < RUNS && loading->pack_run == 0; i++)
        loading->pack_run = matrix->agreement_count > 0 ? runs[i] : loading->runs[i];
    memcpy(loading->runs, runs, sizeof runs);
    asking = ask_runs(loading, "SELECT count(DISTINCT pack_sha256) FROM run WHERE id IN (?1, ?2)");
    packs = bma_asking_next(&asking) ? sqlite3_column_int64(asking.statement, 0) : 0;
    if (asking.status == BMA_OK && packs > 1)
        asking.status = bma_error_set(loading->error, BMA_ERROR_INPUT, bma_store_path(loading->store), 0, 0,
                                      "texts and coding table were weighed with different rule packs; weigh "
                                      "them again with one, or compare one kind (--source)");
    return bma_asking_done(&asking);
}

static enum bma_status count_rows(const struct loading *loading, const char *sql, uint32_t *out)
{
    struct bma_asking asking = ask(loading, sql);

    bma_asking_bind(&asking, 1, loading->pack_run);
    *out = bma_asking_next(&asking) ? (uint32_t)sqlite3_column_int64(asking.statement, 0) : 0;
    return bma_asking_done(&asking);
}

static enum bma_status load_pack(struct loading *loading)
{
    struct bma_asking asking = ask(loading, "SELECT pack_sha256 FROM run WHERE id = ?1");

    bma_asking_bind(&asking, 1, loading->pack_run);
    loading->matrix->pack = "";
    if (bma_asking_next(&asking))
        loading->matrix->pack = bma_asking_text(&asking, 0, &loading->matrix->arena);
    return bma_asking_done(&asking);
}

static enum bma_status load_dimensions(struct loading *loading)
{
    struct bma_matrix *out = loading->matrix;
    struct bma_asking asking;
    enum bma_status status =
        count_rows(loading, "SELECT count(*) FROM dimension WHERE run_id = ?1", &out->dimension_count);

    if (status != BMA_OK)
        return status;
    out->dimensions = bma_arena_calloc(&out->arena, out->dimension_count + 1u, sizeof *out->dimensions);
    if (out->dimensions == NULL)
        return bma_error_memory(loading->error);
    asking = ask(loading, "SELECT id, name FROM dimension WHERE run_id = ?1 ORDER BY position");
    bma_asking_bind(&asking, 1, loading->pack_run);
    for (uint32_t i = 0; i < out->dimension_count && bma_asking_next(&asking); i++) {
        out->dimensions[i].id = bma_asking_text(&asking, 0, &out->arena);
        out->dimensions[i].name = bma_asking_text(&asking, 1, &out->arena);
    }
    return bma_asking_done(&asking);
}

static bool find_dimension(const struct bma_matrix *matrix, const char *id, uint32_t *out)
{
    for (*out = 0; *out < matrix->dimension_count; ++*out)
        if (strcmp(matrix->dimensions[*out].id, id) == 0)
            return true;
    *out = 0;
    return false;
}

static enum bma_status load_criteria(struct loading *loading)
{
    struct bma_matrix *out = loading->matrix;
    struct bma_asking asking;
    enum bma_status status =
        count_rows(loading, "SELECT count(*) FROM criterion WHERE run_id = ?1", &out->criterion_count);

    if (status != BMA_OK)
        return status;
    out->criteria = bma_arena_calloc(&out->arena, out->criterion_count + 1u, sizeof *out->criteria);
    if (out->criteria == NULL)
        return bma_error_memory(loading->error);
    asking = ask(loading, "SELECT id, title, dimension FROM criterion WHERE run_id = ?1 ORDER BY position");
    bma_asking_bind(&asking, 1, loading->pack_run);
    for (uint32_t i = 0; i < out->criterion_count && bma_asking_next(&asking); i++) {
        out->criteria[i].id = bma_asking_text(&asking, 0, &out->arena);
        out->criteria[i].title = bma_asking_text(&asking, 1, &out->arena);
        (void)find_dimension(out, bma_column_text(asking.statement, 2), &out->criteria[i].dimension);
    }
    return bma_asking_done(&asking);
}

/* ---- cells and scores ---- */

static int by_id(const void *a, const void *b)
{
    const struct bma_compared *x = *(const struct bma_compared *const *)a,
                              *y = *(const struct bma_compared *const *)b;

    return (x->id > y->id) - (x->id < y->id);
}

static enum bma_status sort_places(struct loading *loading)
{
    struct bma_matrix *matrix = loading->matrix;
    struct bma_compared **places =
        bma_arena_calloc(&matrix->arena, matrix->agreement_count + 1u, sizeof(struct bma_compared *));

    if (places == NULL)
        return bma_error_memory(loading->error);
    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        places[i] = &matrix->agreements[i];
    qsort(places, matrix->agreement_count, sizeof *places, by_id);
    loading->places = places;
    return BMA_OK;
}

static bool place_of(const struct loading *loading, int64_t id, uint32_t *out)
{
    struct bma_compared wanted = {.id = id};
    const struct bma_compared *key = &wanted;
    struct bma_compared **found =
        bsearch(&key, loading->places, loading->matrix->agreement_count, sizeof *loading->places, by_id);

    if (found == NULL)
        return false;
    *out = (uint32_t)(*found - loading->matrix->agreements);
    return true;
}

/* Whether the rule failed. */
static bool read_cell(const struct bma_asking *asking, struct bma_cell *out)
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

static enum bma_status load_cells(const struct loading *loading)
{
    struct bma_matrix *out = loading->matrix;
    size_t cells = (size_t)out->agreement_count * out->criterion_count;
    struct bma_asking asking;
    uint32_t row, column;

    out->cells = bma_arena_calloc(&out->arena, cells + 1, sizeof *out->cells);
    if (out->cells == NULL)
        return bma_error_memory(loading->error);
    for (size_t i = 0; i < cells; i++)
        out->cells[i].level = BMA_CELL_UNKNOWN;
    asking =
        ask_runs(loading, "SELECT f.agreement_id, f.criterion, f.status, f.level, f.contradicted, f.met,"
                          " f.likely OR f.doubtful FROM finding f JOIN agreement a ON a.id = f.agreement_id"
                          " WHERE a.run_id IN (?1, ?2)");
    while (bma_asking_next(&asking))
        if (place_of(loading, sqlite3_column_int64(asking.statement, 0), &row) &&
            bma_matrix_find(out, bma_column_text(asking.statement, 1), &column))
            out->rule_errors += read_cell(&asking, &out->cells[(size_t)row * out->criterion_count + column]);
    return bma_asking_done(&asking);
}

static enum bma_status load_scores(const struct loading *loading)
{
    struct bma_matrix *out = loading->matrix;
    size_t count = (size_t)out->agreement_count * out->dimension_count;
    struct bma_asking asking;
    uint32_t row, column;

    out->scores = bma_arena_calloc(&out->arena, count + 1, sizeof *out->scores);
    if (out->scores == NULL)
        return bma_error_memory(loading->error);
    for (size_t i = 0; i < count; i++)
        out->scores[i] = (double)NAN;
    asking = ask_runs(loading, "SELECT s.agreement_id, s.dimension, s.value FROM score s"
                               " JOIN agreement a ON a.id = s.agreement_id WHERE a.run_id IN (?1, ?2)");
    while (bma_asking_next(&asking))
        if (place_of(loading, sqlite3_column_int64(asking.statement, 0), &row) &&
            find_dimension(out, bma_column_text(asking.statement, 1), &column))
            out->scores[(size_t)row * out->dimension_count + column] = bma_asking_real(&asking, 2);
    return bma_asking_done(&asking);
}

/* ---- all of it ---- */

enum bma_status bma_matrix_load(struct bma_store *store, const struct bma_choice *choice,
                                struct bma_matrix *out, struct bma_error *error)
{
    static enum bma_status (*const steps[])(struct loading *) = {
        choose_runs, read_agreements, keep_source, one_pack, load_pack, load_dimensions, load_criteria};
    struct loading loading = {.store = store, .choice = choice, .matrix = out, .error = error};
    enum bma_status status = BMA_OK;

    memset(out, 0, sizeof *out);
    bma_arena_init(&out->arena);
    for (size_t i = 0; status == BMA_OK && i < sizeof steps / sizeof *steps; i++)
        status = steps[i](&loading);
    if (status == BMA_OK)
        status = bma_matrix_label(out, error);
    if (status == BMA_OK)
        status = bma_matrix_pick(out, choice->names, choice->count, error);
    if (status == BMA_OK)
        status = sort_places(&loading);
    if (status == BMA_OK)
        status = load_cells(&loading);
    return status == BMA_OK ? load_scores(&loading) : status;
}

/* ---- clauses ---- */

enum bma_status bma_matrix_quotes(struct bma_store *store, const struct bma_compared *agreement,
                                  const char *criterion, uint32_t most, struct bma_arena *arena,
                                  struct bma_quoted *out, uint32_t *count, struct bma_error *error)
{
    struct bma_asking asking = bma_asking_begin(store,
                                                "SELECT role, quote, citation, line, level FROM evidence"
                                                " WHERE agreement_id = ?1 AND criterion = ?2 AND fault = -1"
                                                " AND role <> 'nearest' ORDER BY position",
                                                error);

    bma_asking_bind(&asking, 1, agreement->id);
    bma_asking_bind_text(&asking, 2, criterion);
    for (*count = 0; *count < most && bma_asking_next(&asking); ++*count) {
        struct bma_quoted *quoted = &out[*count];
        quoted->role = bma_asking_text(&asking, 0, arena);
        quoted->quote = bma_asking_text(&asking, 1, arena);
        quoted->citation = bma_asking_text(&asking, 2, arena);
        quoted->line = (uint32_t)sqlite3_column_int64(asking.statement, 3);
        quoted->level = sqlite3_column_int(asking.statement, 4);
    }
    return bma_asking_done(&asking);
}

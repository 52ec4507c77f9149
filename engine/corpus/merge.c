#include "corpus/merge.h"

#include "base/buffer.h"
#include "base/memory.h"
#include "base/replace.h"
#include "corpus/store_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Runs are known by what they were made with; ids are given anew, in the order of names. */
static const char parts_table[] =
    "CREATE TEMP TABLE moved (part INTEGER, old INTEGER, new INTEGER PRIMARY KEY);"
    "CREATE TEMP TABLE source (part INTEGER, old INTEGER, source TEXT, name TEXT,"
    " sha256 TEXT, done INTEGER, PRIMARY KEY (source, name)) WITHOUT ROWID;";

/* What hangs on an agreement, and its columns after agreement_id. */
static const char *const tables[][2] = {
    {"party", "position, name, role"},
    {"finding", "criterion, status, level, met, contradicted, likely, doubtful, score, weight, reason"},
    {"evidence", "criterion, position, fault, voice, role, level, quote, citation, start, end, line, column"},
    {"coherence", "position, id, message"},
    {"score", "dimension, value, low, high, criteria, met, contradicted, not_applicable"},
    {"coding", "coder, criterion, level, contradicted, article, note"},
    {"item_value", "item, value"},
};

static enum bma_status execute(struct bma_store *store, struct bma_error *error, const char *format, ...)
{
    va_list arguments;
    enum bma_status status;
    char *sql;

    va_start(arguments, format);
    sql = sqlite3_vmprintf(format, arguments);
    va_end(arguments);
    if (sql == NULL)
        return bma_error_memory(error);
    status = bma_store_execute(store, sql, error);
    sqlite3_free(sql);
    return status;
}

/* The first column of the first row, on the heap; *found false where there is none. */
static enum bma_status ask(struct bma_store *store, const char *sql, char **out, struct bma_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bma_status status = BMA_OK;
    int result = sqlite3_prepare_v2(store->database, sql, -1, &statement, NULL);

    *out = NULL;
    if (result == SQLITE_OK)
        result = sqlite3_step(statement);
    if (result == SQLITE_ROW) {
        const char *text = bma_column_text(statement, 0);
        *out = bma_strndup(text, strlen(text));
        if (*out == NULL)
            status = bma_error_memory(error);
    } else if (result != SQLITE_DONE) {
        status = bma_store_error(store, error);
    }
    sqlite3_finalize(statement);
    return status;
}

/* The part must be a results database: whether it is is looked at before it is attached. */
static enum bma_status check_part(const char *path, struct bma_error *error)
{
    struct bma_store *part = NULL;
    enum bma_status status = bma_store_open(path, BMA_STORE_READ, &part, error);

    bma_store_close(part);
    return status;
}

/* What tells a run from others, in words. */
#define MADE_BY(row)                                                                                         \
    "'bma ' || " row ".engine || ' (' || substr(" row ".engine_sha256, 1, 12) || '), pack ' || " row         \
    ".pack || ' ' || " row ".pack_version || ' (' || substr(" row ".pack_sha256, 1, 12) || '), profile ' "   \
    "|| " row ".profile"

static enum bma_status same_runs(struct bma_store *store, const char *path, struct bma_error *error)
{
    char *other = NULL;
    enum bma_status status =
        ask(store,
            "SELECT 'made by ' || " MADE_BY("p") " || '; the parts before it by ' || " MADE_BY(
                "m") " FROM part.current_run p JOIN main.run m ON m.source = p.source"
                     " WHERE (m.engine_sha256, m.pack_sha256, m.profile) <> (p.engine_sha256, p.pack_sha256, "
                     "p.profile)",
            &other, error);

    if (status == BMA_OK && other != NULL)
        status = bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0, "%s", other);
    bma_free(other);
    return status;
}

static enum bma_status same_results(struct bma_store *store, const char *path, struct bma_error *error)
{
    char *name = NULL;
    enum bma_status status =
        ask(store,
            "SELECT a.name FROM part.agreement a JOIN part.current_run r ON r.id = a.run_id"
            " JOIN temp.source s ON s.source = r.source AND s.name = a.name WHERE s.sha256 <> a.sha256"
            " AND s.sha256 <> '' AND a.sha256 <> '' LIMIT 1", /* '': it could not be read there */
            &name, error);

    if (status == BMA_OK && name != NULL)
        status = bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                               "holds %s from other bytes than a part before it", name);
    bma_free(name);
    return status;
}

/* Of one that failed in a part and is done in another, what was done is taken. */
static enum bma_status list_part(struct bma_store *store, int number, struct bma_error *error)
{
    return execute(store, error,
                   "INSERT OR IGNORE INTO main.run"
                   " (source, engine, engine_sha256, pack, pack_version, pack_sha256, profile)"
                   " SELECT source, engine, engine_sha256, pack, pack_version, pack_sha256, profile"
                   " FROM part.current_run ORDER BY source;"
                   "INSERT OR IGNORE INTO main.dimension SELECT m.id, d.id, d.position, d.name"
                   " FROM part.dimension d JOIN part.current_run r ON r.id = d.run_id"
                   " JOIN main.run m ON m.source = r.source;"
                   "INSERT OR IGNORE INTO main.criterion SELECT m.id, c.id, c.position, c.dimension, c.title,"
                   " c.priority, c.answers FROM part.criterion c JOIN part.current_run r ON r.id = c.run_id"
                   " JOIN main.run m ON m.source = r.source;"
                   "INSERT OR IGNORE INTO main.item SELECT * FROM part.item;"
                   "INSERT INTO temp.source SELECT %d, a.id, r.source, a.name, a.sha256, a.status = 'done'"
                   " FROM part.agreement a JOIN part.current_run r ON r.id = a.run_id WHERE true"
                   " ON CONFLICT (source, name) DO UPDATE SET part = excluded.part, old = excluded.old,"
                   " sha256 = excluded.sha256, done = excluded.done WHERE excluded.done > done;",
                   number);
}

static enum bma_status copy_part(struct bma_store *store, int number, struct bma_error *error)
{
    enum bma_status status =
        execute(store, error,
                "INSERT INTO main.agreement SELECT t.new, m.id, a.name, a.sha256, a.status, a.error, "
                "a.format, a.title,"
                " a.instrument, a.year, a.pair, a.score, a.low, a.high, a.grade, a.capped_by"
                " FROM temp.moved t JOIN part.agreement a ON a.id = t.old JOIN part.run r ON r.id = a.run_id"
                " JOIN main.run m ON m.source = r.source WHERE t.part = %d ORDER BY t.new",
                number);

    for (size_t i = 0; status == BMA_OK && i < sizeof tables / sizeof tables[0]; i++)
        status = execute(store, error,
                         "INSERT INTO main.%s (agreement_id, %s) SELECT t.new, %s FROM temp.moved t"
                         " JOIN part.%s ON agreement_id = t.old WHERE t.part = %d",
                         tables[i][0], tables[i][1], tables[i][1], tables[i][0], number);
    return status;
}

/* One part beside the store under the name `part` while something is done with it. */
static enum bma_status visit(struct bma_store *store, const char *path, int number, bool copy,
                             struct bma_error *error)
{
    enum bma_status status = execute(store, error, "ATTACH %Q AS part", path);

    if (status != BMA_OK)
        return status;
    status = bma_store_execute(store, "BEGIN", error);
    if (status == BMA_OK && !copy)
        status = same_runs(store, path, error);
    if (status == BMA_OK && !copy)
        status = same_results(store, path, error);
    if (status == BMA_OK)
        status = copy ? copy_part(store, number, error) : list_part(store, number, error);
    if (status == BMA_OK)
        status = bma_store_execute(store, "COMMIT", error);
    if (status != BMA_OK)
        sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
    sqlite3_exec(store->database, "DETACH part", NULL, NULL, NULL);
    return status;
}

static enum bma_status merge_into(struct bma_store *store, char *const *parts, int count,
                                  struct bma_error *error)
{
    enum bma_status status = bma_store_execute(store, parts_table, error);

    for (int i = 0; i < count && status == BMA_OK; i++)
        status = check_part(parts[i], error);
    for (int i = 0; i < count && status == BMA_OK; i++)
        status = visit(store, parts[i], i, false, error);
    if (status == BMA_OK)
        status = bma_store_execute(
            store,
            "INSERT INTO temp.moved (part, old) SELECT part, old FROM temp.source ORDER BY source, name;"
            "INSERT INTO meta (key, value) SELECT 'current ' || source || ' run', CAST(id AS TEXT) FROM run",
            error);
    for (int i = 0; i < count && status == BMA_OK; i++)
        status = visit(store, parts[i], i, true, error);
    return status;
}

enum bma_status bma_merge(const char *out, char *const *parts, int count, struct bma_error *error)
{
    struct bma_replacement file;
    struct bma_store *store = NULL;
    enum bma_status status;

    if (access(out, F_OK) == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, out, 0, 0,
                             "expected the name of a new database, found a file of that name");
    status = bma_replacement_open(&file, out, error);
    if (status == BMA_OK) /* an empty file is a database without tables */
        status = bma_store_open(file.part, BMA_STORE_WRITE, &store, error);
    if (status == BMA_OK)
        status = merge_into(store, parts, count, error);
    bma_store_close(store);
    if (status == BMA_OK)
        return bma_replacement_commit(&file, error);
    bma_replacement_drop(&file);
    return status;
}

/* The results database: opening, what makes a file one, and statements. */
#include "corpus/store_parts.h"

#include "base/memory.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SCHEMA "bma-results/5"

enum { WAIT_MILLISECONDS = 20000, MOST_VALUE = 256 * 1024 * 1024 };

/* In the order of enum bma_sql. */
static const char *const statements[BMA_SQL_COUNT] = {
    "SELECT id FROM run WHERE source = ?1 AND engine_sha256 = ?2 AND pack_sha256 = ?3 AND profile = ?4",
    "INSERT INTO run (source, engine_sha256, pack_sha256, profile, engine, pack, pack_version)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) RETURNING id",
    "INSERT INTO meta (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
    "INSERT INTO dimension (run_id, id, position, name) VALUES (?1, ?2, ?3, ?4)",
    "INSERT INTO criterion (run_id, id, position, dimension, title, priority, answers)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO agreement (run_id, name, sha256, status, error, format, title, instrument, year, pair, "
    "score,"
    " low, high, grade, capped_by) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)"
    " ON CONFLICT (run_id, name) DO UPDATE SET sha256 = excluded.sha256, status = excluded.status,"
    " error = excluded.error, format = excluded.format, title = excluded.title,"
    " instrument = excluded.instrument, year = excluded.year, pair = excluded.pair, score = excluded.score,"
    " low = excluded.low, high = excluded.high, grade = excluded.grade, capped_by = excluded.capped_by"
    " RETURNING id",
    "DELETE FROM party WHERE agreement_id = ?1",
    "DELETE FROM finding WHERE agreement_id = ?1",
    "DELETE FROM evidence WHERE agreement_id = ?1",
    "DELETE FROM coherence WHERE agreement_id = ?1",
    "DELETE FROM score WHERE agreement_id = ?1",
    "DELETE FROM coding WHERE agreement_id = ?1",
    "INSERT INTO party (agreement_id, position, name, role) VALUES (?1, ?2, ?3, ?4)",
    "INSERT INTO finding (agreement_id, criterion, status, level, met, contradicted, likely, doubtful,"
    " score, weight, reason) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)",
    "INSERT INTO evidence (agreement_id, criterion, fault, position, voice, role, level, quote, citation,"
    " start, end, line, column) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    "INSERT INTO coherence (agreement_id, position, id, message) VALUES (?1, ?2, ?3, ?4)",
    "INSERT INTO score (agreement_id, dimension, value, low, high, criteria, met, contradicted, "
    "not_applicable)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    "INSERT OR REPLACE INTO coding (agreement_id, coder, criterion, level, contradicted, article, note)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
    "INSERT INTO item (id, position, criteria) VALUES (?1, ?2, ?3)"
    " ON CONFLICT (id) DO UPDATE SET position = excluded.position, criteria = excluded.criteria",
    "INSERT OR REPLACE INTO item_value (agreement_id, item, value) VALUES (?1, ?2, ?3)",
    "INSERT OR IGNORE INTO temp.queue (name) VALUES (?1)",
    "INSERT OR IGNORE INTO temp.named (name) VALUES (?1)",
    "SELECT q.name, coalesce(a.sha256, '') FROM temp.queue q LEFT JOIN agreement a ON a.run_id = ?1"
    " AND a.name = q.name AND a.status = 'done' WHERE q.name > ?2 ORDER BY q.name LIMIT 1",
    "SELECT q.name, CASE WHEN s.csv IS NULL AND ?3 & 1 OR s.jsonl IS NULL AND ?3 & 2 THEN ''"
    " ELSE coalesce(a.sha256, '') END FROM temp.queue q LEFT JOIN agreement a ON a.run_id = ?1"
    " AND a.name = q.name AND a.status = 'done' LEFT JOIN stream s ON s.agreement_id = a.id"
    " AND s.sha256 = a.sha256 WHERE q.name > ?2 ORDER BY q.name LIMIT 1",
    "INSERT INTO stream (agreement_id, sha256, csv, csv_length, jsonl, jsonl_length)"
    " VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (agreement_id) DO UPDATE SET sha256 = excluded.sha256,"
    " csv = CASE WHEN excluded.csv IS NOT NULL THEN excluded.csv WHEN sha256 = excluded.sha256 THEN csv END,"
    " csv_length = CASE WHEN excluded.csv IS NOT NULL THEN excluded.csv_length WHEN sha256 = excluded.sha256"
    " THEN csv_length END,"
    " jsonl = CASE WHEN excluded.jsonl IS NOT NULL THEN excluded.jsonl WHEN sha256 = excluded.sha256 THEN "
    "jsonl"
    " END, jsonl_length = CASE WHEN excluded.jsonl IS NOT NULL THEN excluded.jsonl_length"
    " WHEN sha256 = excluded.sha256 THEN jsonl_length END",
    "SELECT s.csv, s.csv_length, s.jsonl, s.jsonl_length FROM stream s JOIN agreement a ON a.id ="
    " s.agreement_id WHERE a.run_id = ?1 AND a.name = ?2",
};

enum bma_status bma_store_error(struct bma_store *store, struct bma_error *error)
{
    const char *path = store->path;
    int code = sqlite3_errcode(store->database);

    switch (code & 0xff) {
    case SQLITE_NOMEM:
        return bma_error_memory(error);
    case SQLITE_NOTADB:
        return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                             "expected a results database of bma, found a file that is no SQLite database");
    case SQLITE_CORRUPT:
        return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0, "the database is damaged: %s",
                             sqlite3_errmsg(store->database));
    case SQLITE_FULL:
        return bma_error_set(
            error, BMA_ERROR_IO, path, 0, 0,
            "the disk is full; what was committed before stands, and the same command goes on "
            "from there");
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "another process holds the database");
    case SQLITE_CANTOPEN:
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "cannot open the database: %s",
                             sqlite3_system_errno(store->database) == 0
                                 ? sqlite3_errmsg(store->database)
                                 : strerror(sqlite3_system_errno(store->database)));
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "cannot open the database there to write: %s",
                             sqlite3_errmsg(store->database));
    default:
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "the database failed: %s",
                             sqlite3_errmsg(store->database));
    }
}

enum bma_status bma_store_execute(struct bma_store *store, const char *sql, struct bma_error *error)
{
    if (sqlite3_exec(store->database, sql, NULL, NULL, NULL) != SQLITE_OK)
        return bma_store_error(store, error);
    return BMA_OK;
}

/* ---- rows ---- */

struct bma_row bma_row(struct bma_store *store, enum bma_sql which)
{
    struct bma_row row = {.store = store, .next = 1, .result = SQLITE_OK};

    if (store->statements[which] == NULL)
        row.result = sqlite3_prepare_v3(store->database, statements[which], -1, SQLITE_PREPARE_PERSISTENT,
                                        &store->statements[which], NULL);
    row.statement = store->statements[which];
    return row;
}

static void bound(struct bma_row *row, int result)
{
    row->next++;
    if (row->result == SQLITE_OK)
        row->result = result;
}

void bma_row_integer(struct bma_row *row, int64_t value)
{
    bound(row, sqlite3_bind_int64(row->statement, row->next, value));
}

void bma_row_real(struct bma_row *row, double value)
{
    if (isnan(value))
        bma_row_null(row);
    else
        bound(row, sqlite3_bind_double(row->statement, row->next, value));
}

void bma_row_text(struct bma_row *row, const char *value)
{
    if (value == NULL)
        bma_row_null(row);
    else
        bound(row, sqlite3_bind_text(row->statement, row->next, value, -1, SQLITE_STATIC));
}

void bma_row_blob(struct bma_row *row, const void *bytes, size_t length)
{
    bound(row, sqlite3_bind_blob64(row->statement, row->next, bytes, length, SQLITE_STATIC));
}

void bma_row_null(struct bma_row *row)
{
    bound(row, sqlite3_bind_null(row->statement, row->next));
}

enum bma_status bma_row_done(struct bma_row *row, int64_t *out, struct bma_error *error)
{
    enum bma_status status = BMA_OK;
    int result = row->result;

    if (out != NULL)
        *out = 0;
    if (result == SQLITE_OK)
        result = sqlite3_step(row->statement);
    if (result == SQLITE_ROW) {
        if (out != NULL)
            *out = sqlite3_column_int64(row->statement, 0);
        result = sqlite3_step(row->statement);
    }
    if (result != SQLITE_DONE)
        status = bma_store_error(row->store, error);
    if (row->statement != NULL) {
        sqlite3_reset(row->statement);
        sqlite3_clear_bindings(row->statement);
    }
    return status;
}

/* ---- opening ---- */

/* What meta says of the form; "" where there is no such table, or none that says. */
static enum bma_status read_form(struct bma_store *store, bool *empty, char *form, size_t size,
                                 struct bma_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bma_status status = BMA_OK;
    bool has_meta = false;

    form[0] = '\0';
    if (sqlite3_prepare_v2(store->database,
                           "SELECT count(*), sum(type = 'table' AND name = 'meta') FROM sqlite_schema", -1,
                           &statement, NULL) != SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW)
        status = bma_store_error(store, error);
    else {
        *empty = sqlite3_column_int64(statement, 0) == 0;
        has_meta = sqlite3_column_int64(statement, 1) > 0;
    }
    sqlite3_finalize(statement);
    statement = NULL;
    if (status != BMA_OK || !has_meta)
        return status;
    if (sqlite3_prepare_v2(store->database, "SELECT value FROM meta WHERE key = 'schema'", -1, &statement,
                           NULL) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW)
        snprintf(form, size, "%s", bma_column_text(statement, 0));
    sqlite3_finalize(statement);
    return BMA_OK;
}

static enum bma_status fill_form(struct bma_store *store, struct bma_error *error)
{
    enum bma_status status = bma_store_execute(store, bma_schema, error);

    return status != BMA_OK
               ? status
               : bma_store_execute(store, "INSERT INTO meta (key, value) VALUES ('schema', '" SCHEMA "')",
                                   error);
}

/* Looks again under the lock: of two first runs at once one makes the tables, and the other finds them. */
static enum bma_status make_tables(struct bma_store *store, char *form, size_t size, struct bma_error *error)
{
    enum bma_status status = bma_store_execute(store, "BEGIN IMMEDIATE", error);
    bool empty = true;

    if (status != BMA_OK)
        return status;
    status = read_form(store, &empty, form, size, error);
    if (status == BMA_OK && empty)
        status = fill_form(store, error);
    if (status == BMA_OK)
        status = bma_store_execute(store, "COMMIT", error);
    if (status != BMA_OK)
        sqlite3_exec(store->database, "ROLLBACK", NULL, NULL, NULL);
    else if (empty)
        snprintf(form, size, "%s", SCHEMA);
    return status;
}

static enum bma_status check_form(struct bma_store *store, enum bma_store_mode mode, struct bma_error *error)
{
    bool empty = false;
    char form[64];
    enum bma_status status = read_form(store, &empty, form, sizeof form, error);

    if (status == BMA_OK && empty && mode == BMA_STORE_WRITE)
        status = make_tables(store, form, sizeof form, error);
    if (status != BMA_OK)
        return status;
    if (strcmp(form, SCHEMA) == 0)
        return bma_store_check_views(store, error);
    if (strncmp(form, "bma-results/", strlen("bma-results/")) == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, store->path, 0, 0,
                             "the database is of form %s and this program reads " SCHEMA
                             "; use the bma that made it, or weigh again into a new database",
                             form);
    return bma_error_set(error, BMA_ERROR_INPUT, store->path, 0, 0,
                         "expected a results database of bma, found another SQLite database");
}

/* WAL needs to make files beside the database; a finished one is read without where that is forbidden. */
static int open_immutable(struct bma_store *store)
{
    char *address = sqlite3_mprintf("file:%s?immutable=1", store->path);
    int result = SQLITE_NOMEM;

    sqlite3_close(store->database);
    store->database = NULL;
    if (address != NULL && strpbrk(store->path, "?#%") == NULL)
        result = sqlite3_open_v2(address, &store->database, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, NULL);
    sqlite3_free(address);
    return result;
}

/* A reader too opens to write, where it may, so that it takes WAL's files away when it closes. */
static int open_file(struct bma_store *store, enum bma_store_mode mode)
{
    const char *probe = "PRAGMA query_only = ON; SELECT count(*) FROM sqlite_schema";
    int create = mode == BMA_STORE_WRITE ? SQLITE_OPEN_CREATE : 0;
    int result = sqlite3_open_v2(store->path, &store->database, SQLITE_OPEN_READWRITE | create, NULL);

    if (mode == BMA_STORE_WRITE || result != SQLITE_OK)
        return result;
    result = sqlite3_exec(store->database, probe, NULL, NULL, NULL);
    return result == SQLITE_CANTOPEN || result == SQLITE_READONLY ? open_immutable(store) : SQLITE_OK;
}

/* SQLite keeps the reason of its last try, which is to read what it may not make; the system knows the first.
 */
static enum bma_status cannot_make(struct bma_store *store, struct bma_error *error)
{
    int descriptor = open(store->path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0666);

    if (descriptor >= 0) {
        close(descriptor);
        unlink(store->path);
    }
    if (descriptor >= 0 || errno == EEXIST)
        return bma_store_error(store, error);
    return bma_error_set(error, BMA_ERROR_IO, store->path, 0, 0, "cannot make the database: %s",
                         strerror(errno));
}

/* Whether it is a file, or may become one: SQLite would put its journal beside a device. */
static enum bma_status check_path(const char *path, struct bma_error *error)
{
    struct stat about;

    if (path[0] == '\0' || strcmp(path, ":memory:") == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                             "expected the name of a file, found one that SQLite keeps nowhere");
    if (stat(path, &about) == 0 && !S_ISREG(about.st_mode) && !S_ISDIR(about.st_mode))
        return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                             "expected a regular file, found a device or pipe");
    return BMA_OK;
}

static enum bma_status prepare_to_write(struct bma_store *store, struct bma_error *error)
{
    return bma_store_execute(
        store, "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON;", error);
}

/* A database may come from anybody: no trigger of it is run, and nothing in it calls what has effects. */
static void distrust(struct bma_store *store)
{
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(store->database, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_limit(store->database, SQLITE_LIMIT_LENGTH, MOST_VALUE);
}

static enum bma_status open_store(struct bma_store *store, enum bma_store_mode mode, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    if (!bma_sqlite_load())
        return bma_error_set(error, BMA_ERROR_IO, store->path, 0, 0,
                             "results databases need SQLite, which is not installed (" BMA_LIBSQLITE ")");
    if (open_file(store, mode) != SQLITE_OK) {
        if (store->database == NULL)
            return bma_error_memory(error);
        return mode == BMA_STORE_WRITE ? cannot_make(store, error) : bma_store_error(store, error);
    }
    sqlite3_busy_timeout(store->database, WAIT_MILLISECONDS);
    distrust(store);
    status = check_form(store, mode, error);
    if (status == BMA_OK && mode == BMA_STORE_WRITE)
        status = prepare_to_write(store, error);
    return status;
}

enum bma_status bma_store_open(const char *path, enum bma_store_mode mode, struct bma_store **out,
                               struct bma_error *error)
{
    enum bma_status status = path != NULL ? check_path(path, error) : BMA_OK;
    struct bma_store *store;

    *out = NULL;
    if (status != BMA_OK)
        return status;
    store = bma_calloc(1, sizeof *store);
    if (store == NULL)
        return bma_error_memory(error);
    store->path = bma_strndup(path != NULL ? path : ":memory:", strlen(path != NULL ? path : ":memory:"));
    status = store->path != NULL ? open_store(store, mode, error) : bma_error_memory(error);
    if (status != BMA_OK) {
        bma_store_close(store);
        return status;
    }
    *out = store;
    return BMA_OK;
}

void bma_store_close(struct bma_store *store)
{
    if (store == NULL)
        return;
    if (store->database != NULL) {
        for (int i = 0; i < BMA_SQL_COUNT; i++)
            sqlite3_finalize(store->statements[i]);
        sqlite3_close(store->database);
    }
    bma_free(store->path);
    bma_free(store);
}

const char *bma_store_path(const struct bma_store *store)
{
    return store->path;
}

struct sqlite3 *bma_store_handle(struct bma_store *store)
{
    return store->database;
}

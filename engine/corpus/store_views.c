/* Whether the tables and views that are asked are those that bma made, and not somebody's by their names. */
#include "corpus/store_parts.h"

#include <string.h>

/* The next character that means something: neither blank nor part of a comment to the end of the line. */
static const char *next_sign(const char *sql)
{
    for (;; sql++) {
        if (sql[0] == '-' && sql[1] == '-')
            sql += strcspn(sql, "\n");
        if (*sql == '\0' || strchr(" \t\r\n", *sql) == NULL)
            return sql;
    }
}

static bool is_same_sql(const char *left, const char *right)
{
    for (left = next_sign(left), right = next_sign(right); *left == *right;
         left = next_sign(left + 1), right = next_sign(right + 1))
        if (*left == '\0')
            return true;
    return false;
}

/* Tables hold data alone, and may have been made by an earlier text of the schema; a view says what is run.
 */
static enum bma_status check_one(struct bma_store *store, sqlite3_stmt *wanted, sqlite3_stmt *found,
                                 struct bma_error *error)
{
    const char *type = bma_column_text(wanted, 0), *name = bma_column_text(wanted, 1);
    int result;
    bool same;

    sqlite3_bind_text(found, 1, name, -1, SQLITE_STATIC);
    result = sqlite3_step(found);
    if (result != SQLITE_ROW && result != SQLITE_DONE)
        return bma_store_error(store, error);
    same = result == SQLITE_ROW && strcmp(bma_column_text(found, 0), type) == 0 &&
           (strcmp(type, "view") != 0 || is_same_sql(bma_column_text(found, 1), bma_column_text(wanted, 2)));
    sqlite3_reset(found);
    if (same)
        return BMA_OK;
    return bma_error_set(error, BMA_ERROR_INPUT, store->path, 0, 0,
                         "the %s %s is not the one that this program makes; weigh again into a new database",
                         type, name);
}

static enum bma_status compare(struct bma_store *store, sqlite3 *model, struct bma_error *error)
{
    sqlite3_stmt *wanted = NULL, *found = NULL;
    enum bma_status status = BMA_OK;
    int result = sqlite3_exec(model, bma_schema, NULL, NULL, NULL);

    if (result == SQLITE_OK)
        result = sqlite3_prepare_v2(
            model, "SELECT type, name, sql FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY rowid",
            -1, &wanted, NULL);
    if (result != SQLITE_OK)
        status = bma_error_memory(error);
    else if (sqlite3_prepare_v2(store->database, "SELECT type, sql FROM sqlite_schema WHERE name = ?1", -1,
                                &found, NULL) != SQLITE_OK)
        status = bma_store_error(store, error);
    while (status == BMA_OK && sqlite3_step(wanted) == SQLITE_ROW)
        status = check_one(store, wanted, found, error);
    sqlite3_finalize(wanted);
    sqlite3_finalize(found);
    return status;
}

enum bma_status bma_store_check_views(struct bma_store *store, struct bma_error *error)
{
    sqlite3 *model = NULL;
    enum bma_status status =
        sqlite3_open_v2(":memory:", &model, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) == SQLITE_OK
            ? compare(store, model, error)
            : bma_error_memory(error);

    sqlite3_close(model);
    return status;
}

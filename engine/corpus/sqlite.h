/*
 * SQLite, loaded when the first database is opened: linked in, its names would take a fifth of every start.
 * Whoever includes this calls the functions as ever; they go through one table, as those of SQLite's own
 * extensions do.  Nothing may be called before bma_sqlite_load() was.
 */
#ifndef BMA_CORPUS_SQLITE_H
#define BMA_CORPUS_SQLITE_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stddef.h>

#define BMA_SQLITE_FUNCTIONS(each)                                                                           \
    each(open_v2) each(close) each(exec) each(prepare_v2) each(prepare_v3) each(step) each(reset)            \
        each(finalize) each(clear_bindings) each(bind_int64) each(bind_double) each(bind_null)               \
            each(bind_text) each(bind_blob64) each(column_int) each(column_int64) each(column_double)        \
                each(column_text) each(column_blob) each(column_bytes) each(column_type) each(busy_timeout)  \
                    each(db_config) each(limit) each(errcode) each(errmsg) each(system_errno) each(mprintf)  \
                        each(vmprintf) each(free)

struct bma_sqlite {
#define BMA_SQLITE_MEMBER(name) __typeof__(&sqlite3_##name) name;
    BMA_SQLITE_FUNCTIONS(BMA_SQLITE_MEMBER)
#undef BMA_SQLITE_MEMBER
};
extern struct bma_sqlite bma_sqlite;

/* False where SQLite is not installed. */
bool bma_sqlite_load(void);

#ifndef BMA_SQLITE_NAMES_ONLY
#define sqlite3_open_v2        bma_sqlite.open_v2
#define sqlite3_close          bma_sqlite.close
#define sqlite3_exec           bma_sqlite.exec
#define sqlite3_prepare_v2     bma_sqlite.prepare_v2
#define sqlite3_prepare_v3     bma_sqlite.prepare_v3
#define sqlite3_step           bma_sqlite.step
#define sqlite3_reset          bma_sqlite.reset
#define sqlite3_finalize       bma_sqlite.finalize
#define sqlite3_clear_bindings bma_sqlite.clear_bindings
#define sqlite3_bind_int64     bma_sqlite.bind_int64
#define sqlite3_bind_double    bma_sqlite.bind_double
#define sqlite3_bind_null      bma_sqlite.bind_null
#define sqlite3_bind_text      bma_sqlite.bind_text
#define sqlite3_bind_blob64    bma_sqlite.bind_blob64
#define sqlite3_column_int     bma_sqlite.column_int
#define sqlite3_column_int64   bma_sqlite.column_int64
#define sqlite3_column_double  bma_sqlite.column_double
#define sqlite3_column_text    bma_sqlite.column_text
#define sqlite3_column_blob    bma_sqlite.column_blob
#define sqlite3_column_bytes   bma_sqlite.column_bytes
#define sqlite3_column_type    bma_sqlite.column_type
#define sqlite3_busy_timeout   bma_sqlite.busy_timeout
#define sqlite3_db_config      bma_sqlite.db_config
#define sqlite3_limit          bma_sqlite.limit
#define sqlite3_errcode        bma_sqlite.errcode
#define sqlite3_errmsg         bma_sqlite.errmsg
#define sqlite3_system_errno   bma_sqlite.system_errno
#define sqlite3_mprintf        bma_sqlite.mprintf
#define sqlite3_vmprintf       bma_sqlite.vmprintf
#define sqlite3_free           bma_sqlite.free

/* The column's text until the next step; "" where it is NULL, whoever made the database. */
static inline const char *bma_column_text(sqlite3_stmt *row, int column)
{
    const char *text = (const char *)sqlite3_column_text(row, column);

    return text != NULL ? text : "";
}
#endif

#endif

/* What the files of the store share: statements prepared once, rows written by position. */
#ifndef BMA_CORPUS_STORE_PARTS_H
#define BMA_CORPUS_STORE_PARTS_H

#include "corpus/sqlite.h"
#include "corpus/store.h"

extern const char bma_schema[]; /* schema.sql, terminated */

enum bma_sql {
    BMA_SQL_RUN_FIND,
    BMA_SQL_RUN_ADD,
    BMA_SQL_META,
    BMA_SQL_DIMENSION,
    BMA_SQL_CRITERION,
    BMA_SQL_AGREEMENT,
    BMA_SQL_CLEAR,
    BMA_SQL_PARTY = BMA_SQL_CLEAR + 6,
    BMA_SQL_FINDING,
    BMA_SQL_EVIDENCE,
    BMA_SQL_COHERENCE,
    BMA_SQL_SCORE,
    BMA_SQL_CODING,
    BMA_SQL_ITEM,
    BMA_SQL_ITEM_VALUE,
    BMA_SQL_QUEUE_ADD,
    BMA_SQL_QUEUE_LEAVE,
    BMA_SQL_QUEUE_NEXT,
    BMA_SQL_QUEUE_NEXT_KEPT,
    BMA_SQL_STREAM_KEEP,
    BMA_SQL_STREAM_READ,
    BMA_SQL_COUNT
};

struct bma_store {
    sqlite3 *database;
    char *path;
    sqlite3_stmt *statements[BMA_SQL_COUNT]; /* NULL until first asked for */
};

/* One execution of a statement; columns are bound in order, and a failure is remembered. */
struct bma_row {
    struct bma_store *store;
    sqlite3_stmt *statement; /* NULL: it could not be prepared */
    int next;
    int result;
};

struct bma_row bma_row(struct bma_store *store, enum bma_sql which);
void bma_row_integer(struct bma_row *row, int64_t value);
void bma_row_real(struct bma_row *row, double value);      /* NaN: NULL */
void bma_row_text(struct bma_row *row, const char *value); /* NULL: NULL; must live until the row is done */
void bma_row_blob(struct bma_row *row, const void *bytes, size_t length); /* must live as long */
void bma_row_null(struct bma_row *row);
/* Runs it.  Where it gives a row, its first column is in *out (0 where it gives none); out may be NULL. */
enum bma_status bma_row_done(struct bma_row *row, int64_t *out, struct bma_error *error);

/* Refuses a database whose tables and views are other than schema.sql makes, whoever gave them their names.
 */
enum bma_status bma_store_check_views(struct bma_store *store, struct bma_error *error);

/* Runs SQL that takes and gives nothing. */
enum bma_status bma_store_execute(struct bma_store *store, const char *sql, struct bma_error *error);

#endif

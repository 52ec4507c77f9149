/* Questions to a results database, row by row; private to this room. */
#ifndef BMA_COMPARE_ASKING_H
#define BMA_COMPARE_ASKING_H

#include "base/arena.h"
#include "corpus/sqlite.h"
#include "corpus/store.h"

/* A query over the rows of which one goes.  A failure is kept until bma_asking_done() tells it. */
struct bma_asking {
    struct bma_store *store;
    sqlite3_stmt *statement;
    enum bma_status status;
    struct bma_error *error;
};

struct bma_asking bma_asking_begin(struct bma_store *store, const char *sql, struct bma_error *error);
void bma_asking_bind(struct bma_asking *asking, int position, int64_t value);
void bma_asking_bind_text(struct bma_asking *asking, int position,
                          const char *value); /* lives until it is done */
/* Whether there is one more row. */
bool bma_asking_next(struct bma_asking *asking);
enum bma_status bma_asking_done(struct bma_asking *asking);

/* Columns of the row: a copy of a text, "" for NULL; a number, NaN for NULL. */
const char *bma_asking_text(struct bma_asking *asking, int column, struct bma_arena *arena);
double bma_asking_real(const struct bma_asking *asking, int column);

#endif

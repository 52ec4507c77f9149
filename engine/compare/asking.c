#include "compare/asking.h"

#include <math.h>
#include <string.h>

struct bma_asking bma_asking_begin(struct bma_store *store, const char *sql, struct bma_error *error)
{
    struct bma_asking asking = {store, NULL, BMA_OK, error};

    if (sqlite3_prepare_v2(bma_store_handle(store), sql, -1, &asking.statement, NULL) != SQLITE_OK)
        asking.status = bma_store_error(store, error);
    return asking;
}

void bma_asking_bind(struct bma_asking *asking, int position, int64_t value)
{
    if (asking->status == BMA_OK && sqlite3_bind_int64(asking->statement, position, value) != SQLITE_OK)
        asking->status = bma_store_error(asking->store, asking->error);
}

void bma_asking_bind_text(struct bma_asking *asking, int position, const char *value)
{
    if (asking->status == BMA_OK &&
        sqlite3_bind_text(asking->statement, position, value, -1, SQLITE_STATIC) != SQLITE_OK)
        asking->status = bma_store_error(asking->store, asking->error);
}

bool bma_asking_next(struct bma_asking *asking)
{
    int result = asking->status == BMA_OK ? sqlite3_step(asking->statement) : SQLITE_DONE;

    if (result != SQLITE_ROW && result != SQLITE_DONE)
        asking->status = bma_store_error(asking->store, asking->error);
    return result == SQLITE_ROW;
}

enum bma_status bma_asking_done(struct bma_asking *asking)
{
    sqlite3_finalize(asking->statement);
    asking->statement = NULL;
    return asking->status;
}

const char *bma_asking_text(struct bma_asking *asking, int column, struct bma_arena *arena)
{
    const char *value = bma_column_text(asking->statement, column);
    const char *copy = bma_arena_strndup(arena, value, strlen(value));

    if (copy == NULL) {
        asking->status = bma_error_memory(asking->error);
        return "";
    }
    return copy;
}

double bma_asking_real(const struct bma_asking *asking, int column)
{
    return sqlite3_column_type(asking->statement, column) == SQLITE_NULL
               ? (double)NAN
               : sqlite3_column_double(asking->statement, column);
}

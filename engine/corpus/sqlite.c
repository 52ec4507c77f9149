#define BMA_SQLITE_NAMES_ONLY
#include "corpus/sqlite.h"

#include "base/library.h"

#include <pthread.h>

struct bma_sqlite bma_sqlite;
static bool loaded;

static void load(void)
{
#define SYMBOL(name) {"sqlite3_" #name, &bma_sqlite.name},
    const struct bma_symbol symbols[] = {BMA_SQLITE_FUNCTIONS(SYMBOL)};
#undef SYMBOL

    loaded = bma_library_load(BMA_LIBSQLITE, symbols, sizeof symbols / sizeof symbols[0]);
}

bool bma_sqlite_load(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    return loaded;
}

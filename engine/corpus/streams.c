#include "corpus/streams.h"

#include "base/library.h"
#include "base/memory.h"
#include "corpus/store_parts.h"

#include <pthread.h>
#include <zlib.h>

enum { MOST_PLAIN = 256 * 1024 * 1024, CSV_COLUMN = 0, JSONL_COLUMN = 2 };

static struct {
    __typeof__(&compressBound) bound;
    __typeof__(&compress2) pack;
    __typeof__(&uncompress) unpack;
} lib;
static bool loaded;

static void load(void)
{
    const struct bma_symbol symbols[] = {
        {"compressBound", &lib.bound},
        {"compress2", &lib.pack},
        {"uncompress", &lib.unpack},
    };

    loaded = bma_library_load(BMA_LIBZ, symbols, sizeof symbols / sizeof symbols[0]);
}

static bool can_pack(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    return loaded;
}

enum bma_status bma_streams_open(struct bma_store *store, struct bma_error *error)
{
    return bma_store_execute(store,
                             "CREATE TABLE IF NOT EXISTS stream ("
                             " agreement_id INTEGER PRIMARY KEY REFERENCES agreement (id) ON DELETE CASCADE,"
                             " sha256 TEXT NOT NULL, csv BLOB, csv_length INTEGER, jsonl BLOB,"
                             " jsonl_length INTEGER)",
                             error);
}

/* ---- bytes ---- */

void bma_kept_init(struct bma_kept *kept)
{
    bma_buffer_init(&kept->plain);
    bma_buffer_init(&kept->packed);
}

void bma_kept_release(struct bma_kept *kept)
{
    bma_buffer_release(&kept->plain);
    bma_buffer_release(&kept->packed);
}

void bma_kept_clear(struct bma_kept *kept)
{
    bma_buffer_clear(&kept->plain);
    bma_buffer_clear(&kept->packed);
}

bool bma_kept_failed(const struct bma_kept *kept)
{
    return kept->plain.failed || kept->packed.failed;
}

void bma_kept_pack(struct bma_kept *kept)
{
    uLongf length;
    Bytef *bytes;

    if (kept->plain.length == 0 || kept->plain.length > MOST_PLAIN || !can_pack())
        return;
    length = lib.bound(kept->plain.length);
    bytes = bma_malloc(length);
    if (bytes == NULL)
        kept->packed.failed = true;
    else if (lib.pack(bytes, &length, (const Bytef *)kept->plain.bytes, kept->plain.length, Z_BEST_SPEED) ==
             Z_OK)
        bma_buffer_add(&kept->packed, (const char *)bytes, length);
    bma_free(bytes);
}

static enum bma_status damaged(struct bma_store *store, struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_INPUT, bma_store_path(store), 0, 0,
                         "what the database keeps of a stream is damaged; --again weighs everything");
}

/* The packed bytes of a column, and their length unpacked behind it. */
static enum bma_status unpack(struct bma_store *store, sqlite3_stmt *row, int column, struct bma_kept *out,
                              struct bma_error *error)
{
    const Bytef *packed = sqlite3_column_blob(row, column);
    int64_t length = sqlite3_column_int64(row, column + 1);
    uLongf found = (uLongf)length;
    Bytef *bytes;
    int result;

    if (packed == NULL || length <= 0 || length > MOST_PLAIN || !can_pack())
        return damaged(store, error);
    bytes = bma_malloc((size_t)length);
    if (bytes == NULL)
        return bma_error_memory(error);
    result = lib.unpack(bytes, &found, packed, (uLong)sqlite3_column_bytes(row, column));
    if (result == Z_OK && found == (uLongf)length)
        bma_buffer_add(&out->plain, (const char *)bytes, (size_t)length);
    bma_free(bytes);
    if (result == Z_MEM_ERROR || out->plain.failed)
        return bma_error_memory(error);
    return result == Z_OK && out->plain.length == (size_t)length ? BMA_OK : damaged(store, error);
}

/* ---- rows ---- */

static void bind(struct bma_row *row, const struct bma_kept *kept)
{
    if (kept->packed.length == 0) {
        bma_row_null(row);
        bma_row_null(row);
        return;
    }
    bma_row_blob(row, kept->packed.bytes, kept->packed.length);
    bma_row_integer(row, (int64_t)kept->plain.length);
}

enum bma_status bma_streams_keep(struct bma_store *store, int64_t agreement, const char *sha256,
                                 const struct bma_kept *csv, const struct bma_kept *jsonl,
                                 struct bma_error *error)
{
    struct bma_row row;

    if (csv->packed.length == 0 && jsonl->packed.length == 0)
        return BMA_OK;
    row = bma_row(store, BMA_SQL_STREAM_KEEP);
    bma_row_integer(&row, agreement);
    bma_row_text(&row, sha256);
    bind(&row, csv);
    bind(&row, jsonl);
    return bma_row_done(&row, NULL, error);
}

enum bma_status bma_streams_read(struct bma_store *store, int64_t run, const char *name, unsigned streams,
                                 struct bma_kept *csv, struct bma_kept *jsonl, struct bma_error *error)
{
    struct bma_row row = bma_row(store, BMA_SQL_STREAM_READ);
    enum bma_status status = BMA_OK;
    int result;

    bma_row_integer(&row, run);
    bma_row_text(&row, name);
    result = row.result == SQLITE_OK ? sqlite3_step(row.statement) : row.result;
    if (result == SQLITE_DONE)
        status = damaged(store, error);
    else if (result != SQLITE_ROW)
        status = bma_store_error(store, error);
    if (status == BMA_OK && (streams & BMA_STREAM_CSV))
        status = unpack(store, row.statement, CSV_COLUMN, csv, error);
    if (status == BMA_OK && (streams & BMA_STREAM_JSONL))
        status = unpack(store, row.statement, JSONL_COLUMN, jsonl, error);
    if (row.statement != NULL)
        sqlite3_reset(row.statement);
    return status;
}

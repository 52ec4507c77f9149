#include "corpus/queue.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/yaml_tree.h"
#include "corpus/names.h"
#include "corpus/store_parts.h"
#include "readers/case_file.h"

#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

enum { MOST_DEPTH = 64, MOST_LIST = 256 * 1024 * 1024, MOST_NAME = 4096 };

bool bma_is_draft_name(const char *path)
{
    static const char *const endings[] = {".txt",  ".md",    ".markdown", ".docx", ".pdf",
                                          ".html", ".xhtml", ".htm",      NULL};

    for (size_t i = 0; endings[i] != NULL; i++)
        if (bma_path_ends_with(path, endings[i]))
            return true;
    return false;
}

/* ---- what a case file names, and hashes ---- */

/* Whether the text begins with a key of case files, in whatever capitals. */
static bool is_case_key(const char *text, size_t length)
{
    static const char *const keys[] = {"text", "articles", "coded", "title"};

    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (length == strlen(keys[i]) && strncasecmp(text, keys[i], length) == 0)
            return true;
    return false;
}

/* Whether a line that may be no YAML seems to open with such a key: "text": as well as { Text :. */
static bool opens_with_case_key(const char *line, size_t length)
{
    const char *end = line + length;
    size_t letters = 0;

    while (line < end && memchr("\xef\xbb\xbf \t{?\"'", *line, 9) != NULL)
        line++;
    while (line + letters < end && memchr(" \t\r\n\"':", line[letters], 7) == NULL)
        letters++;
    if (!is_case_key(line, letters))
        return false;
    for (line += letters; line < end && memchr(" \t\"'", *line, 4) != NULL; line++)
        ;
    return line < end && *line == ':';
}

static bool any_line_opens_with_case_key(const char *bytes, size_t length)
{
    const char *end = bytes + length, *next;

    for (const char *line = bytes; line < end; line = next) {
        const char *stop = memchr(line, '\n', (size_t)(end - line));
        next = stop != NULL ? stop + 1 : end;
        if (opens_with_case_key(line, (size_t)(next - line)))
            return true;
    }
    return false;
}

/* UTF-16 is refused, and its keys cannot be looked for among bytes. */
static bool is_utf16(const char *bytes, size_t length)
{
    return length >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);
}

/*
 * Whether a YAML file is meant as a case file: such a one that cannot be read fails by its own name instead
 * of being passed over.
 */
static bool is_meant_as_case(const char *path, const char *bytes, size_t length)
{
    const struct bma_yaml *root = NULL, *entry = NULL;
    struct bma_error ignored;
    struct bma_arena arena;
    bool meant = false, read;

    bma_arena_init(&arena);
    read = bma_yaml_parse(bytes, length, path, &arena, &root, &ignored) == BMA_OK;
    if (read && root->kind == BMA_YAML_MAP)
        entry = root->first;
    for (; entry != NULL && !meant; entry = entry->next)
        meant = is_case_key(entry->key, strlen(entry->key));
    bma_arena_release(&arena);
    return read ? meant : is_utf16(bytes, length) || any_line_opens_with_case_key(bytes, length);
}

static void hash_bytes(const char *bytes, size_t length, char out[65])
{
    struct bma_sha256 hash;

    bma_sha256_init(&hash);
    bma_sha256_add(&hash, bytes, length);
    bma_sha256_hex(&hash, out);
}

static enum bma_status hash_file(const char *path, char out[65], struct bma_error *error)
{
    char *bytes = NULL;
    size_t length;
    enum bma_status status = bma_file_read(path, BMA_DOCUMENT_MAX_BYTES, &bytes, &length, error);

    if (status == BMA_OK)
        hash_bytes(bytes, length, out);
    bma_free(bytes);
    return status;
}

enum bma_status bma_input_hash(const char *path, char out[65], struct bma_error *error)
{
    char *bytes = NULL, *text, both[129] = "";
    size_t length;
    enum bma_status status;

    out[0] = '\0';
    if (!bma_is_case_file(path))
        return hash_file(path, out, error);
    status = bma_file_read(path, BMA_YAML_MAX_BYTES, &bytes, &length, error);
    if (status != BMA_OK)
        return status;
    hash_bytes(bytes, length, both);
    text = bma_case_text_path(path, bytes, length);
    if (text != NULL)
        status = hash_file(text, both + 64, error);
    if (status == BMA_OK)
        hash_bytes(both, strlen(both), out);
    bma_free(text);
    bma_free(bytes);
    return status;
}

/* ---- filling ---- */

enum bma_status bma_queue_open(struct bma_store *store, struct bma_error *error)
{
    return bma_store_execute(store,
                             "CREATE TEMP TABLE IF NOT EXISTS queue (name TEXT PRIMARY KEY) WITHOUT ROWID;"
                             "CREATE TEMP TABLE IF NOT EXISTS named (name TEXT PRIMARY KEY) WITHOUT ROWID;"
                             "DELETE FROM temp.queue; DELETE FROM temp.named;",
                             error);
}

static bool in_shard(const struct bma_shard *shard, const char *name)
{
    char hex[65], first[9] = "";
    unsigned number = 0;

    if (shard->parts <= 1)
        return true;
    hash_bytes(name, strlen(name), hex);
    memcpy(first, hex, 8);
    sscanf(first, "%x", &number);
    return number % shard->parts == shard->part - 1;
}

/* Puts a path, as a corpus keeps it, into one of the two tables of names. */
static enum bma_status insert(struct bma_store *store, enum bma_sql table, const struct bma_shard *shard,
                              const char *path, struct bma_error *error)
{
    struct bma_buffer name;
    struct bma_row row;
    enum bma_status status = BMA_OK;

    bma_buffer_init(&name);
    bma_name_plain(path, &name);
    if (name.failed) {
        status = bma_error_memory(error);
    } else if (in_shard(shard, name.bytes)) {
        row = bma_row(store, table);
        bma_row_text(&row, name.bytes);
        status = bma_row_done(&row, NULL, error);
    }
    bma_buffer_release(&name);
    return status;
}

static enum bma_status add_name(struct bma_store *store, const struct bma_shard *shard, const char *path,
                                struct bma_error *error)
{
    return insert(store, BMA_SQL_QUEUE_ADD, shard, path, error);
}

/* Remembers the text that a case file names, in whatever shard: it is left to the case file. */
static enum bma_status remember_text(struct bma_store *store, const char *case_file, bool *is_case,
                                     struct bma_error *error)
{
    const struct bma_shard all = {1, 1};
    char *bytes = NULL, *text;
    size_t length;
    struct bma_error ignored;
    enum bma_status status = BMA_OK;

    *is_case = true;
    if (bma_file_read(case_file, BMA_YAML_MAX_BYTES, &bytes, &length, &ignored) != BMA_OK)
        return BMA_OK; /* it becomes a failure of its own */
    text = bma_case_text_path(case_file, bytes, length);
    *is_case = text != NULL || is_meant_as_case(case_file, bytes, length);
    if (text != NULL)
        status = insert(store, BMA_SQL_QUEUE_LEAVE, &all, text, error);
    bma_free(text);
    bma_free(bytes);
    return status;
}

static enum bma_status leave_texts(struct bma_store *store, enum bma_status status, struct bma_error *error)
{
    return status != BMA_OK
               ? status
               : bma_store_execute(store,
                                   "DELETE FROM temp.queue WHERE name IN (SELECT name FROM temp.named);"
                                   "DELETE FROM temp.named",
                                   error);
}

static enum bma_status add_case_file(struct bma_store *store, const struct bma_shard *shard, const char *path,
                                     struct bma_error *error)
{
    bool is_case;
    enum bma_status status = remember_text(store, path, &is_case, error);

    return status == BMA_OK && is_case ? add_name(store, shard, path, error) : status;
}

static enum bma_status add_folder(struct bma_store *store, const struct bma_shard *shard, const char *folder,
                                  int depth, struct bma_error *error);

static enum bma_status add_entry(struct bma_store *store, const struct bma_shard *shard, const char *path,
                                 int depth, struct bma_error *error)
{
    struct stat about;

    if (lstat(path, &about) != 0)
        return errno == ENOENT ? BMA_OK /* gone since the folder was listed */
                               : bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "cannot look at the file: %s",
                                               strerror(errno));
    if (S_ISDIR(about.st_mode))
        return add_folder(store, shard, path, depth + 1, error);
    if (S_ISLNK(about.st_mode) && stat(path, &about) != 0 && errno == ENOENT)
        return BMA_OK; /* what it led to is gone; where that cannot be told, it fails by its own name */
    if (!S_ISREG(about.st_mode) && !S_ISLNK(about.st_mode))
        return BMA_OK; /* links to folders could lead round in a circle */
    if (bma_is_case_file(path))
        return add_case_file(store, shard, path, error);
    return bma_is_draft_name(path) ? add_name(store, shard, path, error) : BMA_OK;
}

static enum bma_status add_names(struct bma_store *store, const struct bma_shard *shard, const char *folder,
                                 const char *const *names, uint32_t count, int depth, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < count; i++) {
        char *path = bma_path_join(folder, names[i]);
        status = path != NULL ? add_entry(store, shard, path, depth, error) : bma_error_memory(error);
        bma_free(path);
    }
    return status;
}

static enum bma_status add_folder(struct bma_store *store, const struct bma_shard *shard, const char *folder,
                                  int depth, struct bma_error *error)
{
    const char *const *names;
    struct bma_arena arena;
    enum bma_status status;
    uint32_t count;

    if (depth > MOST_DEPTH)
        return bma_error_set(error, BMA_ERROR_LIMIT, folder, 0, 0, "folders stand more than %d deep here",
                             MOST_DEPTH);
    bma_arena_init(&arena);
    status = bma_folder_list(folder, &arena, &names, &count, error);
    if (status == BMA_OK)
        status = add_names(store, shard, folder, names, count, depth, error);
    bma_arena_release(&arena);
    return status;
}

/* Whatever a list names is meant, and fails by its own name where it is nothing that can be weighed. */
static enum bma_status add_listed(struct bma_store *store, const struct bma_shard *shard, const char *path,
                                  struct bma_error *error)
{
    bool ignored;
    enum bma_status status = BMA_OK;

    if (bma_is_case_file(path))
        status = remember_text(store, path, &ignored, error);
    return status == BMA_OK ? add_name(store, shard, path, error) : status;
}

static enum bma_status add_list(struct bma_store *store, const struct bma_shard *shard, const char *path,
                                struct bma_error *error)
{
    char *bytes = NULL, *line, *end;
    size_t length;
    enum bma_status status = bma_file_read(path, MOST_LIST, &bytes, &length, error);
    uint32_t number = 1;

    line = bytes;
    if (status == BMA_OK && length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0)
        line += 3; /* a byte order mark is no part of a name */
    for (; status == BMA_OK && line < bytes + length; line = end + 1, number++) {
        end = memchr(line, '\n', (size_t)(bytes + length - line));
        if (end == NULL)
            end = bytes + length;
        if (memchr(line, '\0', (size_t)(end - line)) != NULL) {
            status = bma_error_set(
                error, BMA_ERROR_INPUT, path, number, 0,
                "a NUL byte stands in the line; expected one path on a line (find -print, not -print0)");
            break;
        }
        *end = '\0';
        if (end > line && end[-1] == '\r')
            end[-1] = '\0';
        if (strlen(line) > MOST_NAME)
            status =
                bma_error_set(error, BMA_ERROR_LIMIT, path, number, 0,
                              "expected the path of a file, found a line longer than %d bytes", MOST_NAME);
        else if (line[0] != '\0')
            status = add_listed(store, shard, line, error);
    }
    bma_free(bytes);
    return leave_texts(store, status, error);
}

static enum bma_status add_any(struct bma_store *store, const struct bma_shard *shard, const char *path,
                               struct bma_error *error)
{
    struct stat about;

    if (strcmp(path, "-") == 0 || bma_path_ends_with(path, ".list"))
        return add_list(store, shard, path, error);
    if (stat(path, &about) != 0 || !S_ISDIR(about.st_mode))
        return add_name(store, shard, path, error);
    return leave_texts(store, add_folder(store, shard, path, 0, error), error);
}

enum bma_status bma_queue_add(struct bma_store *store, const struct bma_shard *shard, const char *path,
                              struct bma_error *error)
{
    enum bma_status status = bma_store_begin(store, error);

    return status == BMA_OK ? bma_store_end(store, add_any(store, shard, path, error), error) : status;
}

/* ---- taking ---- */

enum bma_status bma_queue_count(struct bma_store *store, uint64_t *count, struct bma_error *error)
{
    sqlite3_stmt *statement = NULL;
    enum bma_status status = BMA_OK;

    *count = 0;
    if (sqlite3_prepare_v2(store->database, "SELECT count(*) FROM temp.queue", -1, &statement, NULL) !=
            SQLITE_OK ||
        sqlite3_step(statement) != SQLITE_ROW)
        status = bma_store_error(store, error);
    else
        *count = (uint64_t)sqlite3_column_int64(statement, 0);
    sqlite3_finalize(statement);
    return status;
}

/* The row's name and what is known of it; there is a text in both, unless memory is out. */
static enum bma_status read_next(struct bma_row *row, struct bma_buffer *name, char known[65],
                                 struct bma_error *error)
{
    const char *found = (const char *)sqlite3_column_text(row->statement, 0);
    const char *hash = (const char *)sqlite3_column_text(row->statement, 1);
    struct bma_buffer next;

    if (found == NULL || hash == NULL)
        return bma_error_memory(error);
    snprintf(known, 65, "%s", hash);
    bma_buffer_init(&next);
    bma_buffer_adds(&next, found);
    bma_buffer_release(name); /* which the statement looked at until now */
    *name = next;
    return next.failed ? bma_error_memory(error) : BMA_OK;
}

enum bma_status bma_queue_next(struct bma_store *store, int64_t run, unsigned streams,
                               struct bma_buffer *name, char known[65], bool *found, struct bma_error *error)
{
    struct bma_row row = bma_row(store, streams != 0 ? BMA_SQL_QUEUE_NEXT_KEPT : BMA_SQL_QUEUE_NEXT);
    enum bma_status status = BMA_OK;
    int result;

    bma_row_integer(&row, run);
    bma_row_text(&row, name->length > 0 ? name->bytes : "");
    if (streams != 0)
        bma_row_integer(&row, streams);
    result = row.result == SQLITE_OK ? sqlite3_step(row.statement) : row.result;
    *found = result == SQLITE_ROW;
    if (*found)
        status = read_next(&row, name, known, error);
    else if (result != SQLITE_DONE)
        status = bma_store_error(store, error);
    if (row.statement != NULL)
        sqlite3_reset(row.statement);
    return status;
}

static enum bma_status match(const char *name, struct bma_metadata *metadata, struct bma_error *error)
{
    struct bma_metadata_row *row = bma_metadata_find(metadata, name);

    if (row == NULL)
        return BMA_OK;
    if (row->name != NULL)
        return bma_error_set(error, BMA_ERROR_INPUT, metadata->path, row->line, 0,
                             "\"%.100s\" means %.100s and %.100s; expected the path of one of them", row->key,
                             row->name, name);
    row->name = bma_arena_strndup(&metadata->arena, name, strlen(name));
    return row->name != NULL ? BMA_OK : bma_error_memory(error);
}

enum bma_status bma_queue_match(struct bma_store *store, struct bma_metadata *metadata,
                                struct bma_error *error)
{
    sqlite3_stmt *row = NULL;
    enum bma_status status = BMA_OK;
    int result =
        sqlite3_prepare_v2(store->database, "SELECT name FROM temp.queue ORDER BY name", -1, &row, NULL);

    while (status == BMA_OK && (result == SQLITE_OK || result == SQLITE_ROW)) {
        result = sqlite3_step(row);
        if (result == SQLITE_ROW)
            status = match(bma_column_text(row, 0), metadata, error);
    }
    if (status == BMA_OK && result != SQLITE_DONE)
        status = bma_store_error(store, error);
    sqlite3_finalize(row);
    return status;
}

enum bma_status bma_queue_prune(struct bma_store *store, int64_t run, struct bma_error *error)
{
    char sql[160];

    snprintf(sql, sizeof sql,
             "DELETE FROM agreement WHERE run_id = %" PRId64 " AND name NOT IN (SELECT name FROM temp.queue)",
             run);
    return bma_store_execute(store, sql, error);
}

/* Which drafts: files and folders, or what a results database holds. */
#include "reliability/gather_parts.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "corpus/names.h"
#include "corpus/sqlite.h"

#include <string.h>
#include <unistd.h>

const char *bma_ending_of(const char *path)
{
    const char *slash = strrchr(path, '/'), *dot = strrchr(path, '.');

    return dot != NULL && dot > (slash != NULL ? slash + 1 : path) ? dot : "";
}

/* NAME.csv in folder; beside the draft where folder is NULL. */
static const char *table_path(const struct bma_draft *draft, const char *folder, struct bma_arena *arena)
{
    const char *slash = strrchr(draft->path, '/');
    int length = slash != NULL ? (int)(slash - draft->path) + 1 : 0;

    if (folder != NULL)
        return bma_arena_printf(arena, "%s/%s.csv", folder, draft->name);
    return bma_arena_printf(arena, "%.*s%s.csv", length, draft->path, draft->name);
}

/* Adds it with its names and table. */
static enum bma_status add_draft(struct bma_drafts *drafts, struct bma_draft draft, const char *labels,
                                 struct bma_arena *arena, struct bma_error *error)
{
    const char *slash = strrchr(draft.path, '/'), *start = slash != NULL ? slash + 1 : draft.path;

    draft.name = bma_arena_strndup(arena, start, strlen(start) - strlen(bma_ending_of(draft.path)));
    draft.path = bma_arena_strndup(arena, draft.path, strlen(draft.path));
    if (draft.path != NULL && draft.name != NULL)
        draft.table = table_path(&draft, labels, arena);
    if (draft.table == NULL ||
        bma_grow(&drafts->items, &drafts->capacity, drafts->count + 1, sizeof draft) != 0)
        return bma_error_memory(error);
    if (access(draft.table, F_OK) != 0)
        draft.table = NULL;
    drafts->items[drafts->count++] = draft;
    return BMA_OK;
}

/* ---- files ---- */

static enum bma_status add_folder(struct bma_drafts *drafts, const char *folder, const char *labels,
                                  struct bma_arena *arena, struct bma_error *error)
{
    const char *const *names;
    uint32_t count;
    enum bma_status status = bma_folder_list(folder, arena, &names, &count, error);

    for (uint32_t i = 0; status == BMA_OK && i < count; i++) {
        const char *path = bma_arena_printf(arena, "%s/%s", folder, names[i]);
        if (path == NULL)
            return bma_error_memory(error);
        if (!bma_path_ends_with(path, ".csv") && !bma_is_folder(path))
            status = add_draft(drafts, (struct bma_draft){.path = path}, labels, arena, error);
    }
    return status;
}

static enum bma_status find_files(char *const *paths, int count, const char *labels, struct bma_arena *arena,
                                  struct bma_drafts *out, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (int i = 0; status == BMA_OK && i < count; i++)
        status = bma_is_folder(paths[i]) ? add_folder(out, paths[i], labels, arena, error)
                                         : add_draft(out, (struct bma_draft){.path = paths[i], .named = true},
                                                     labels, arena, error);
    return status;
}

/* ---- a database ---- */

/* Whether the current run of texts was made with this pack. */
static enum bma_status check_run(struct bma_store *store, const struct bma_pack *pack,
                                 struct bma_error *error)
{
    static const char sql[] = "SELECT pack_sha256, pack FROM current_run WHERE source = 'text'";
    sqlite3_stmt *row = NULL;
    enum bma_status status = BMA_OK;
    int result = SQLITE_ERROR;

    if (sqlite3_prepare_v2(bma_store_handle(store), sql, -1, &row, NULL) == SQLITE_OK)
        result = sqlite3_step(row);
    if (result == SQLITE_DONE)
        status = bma_error_set(error, BMA_ERROR_INPUT, bma_store_path(store), 0, 0,
                               "the database holds no agreement that was weighed from its text");
    else if (result != SQLITE_ROW)
        status = bma_store_error(store, error);
    else if (strcmp(bma_column_text(row, 0), pack->sha256) != 0)
        status =
            bma_error_set(error, BMA_ERROR_INPUT, bma_store_path(store), 0, 0,
                          "the database was made with another rule pack, or another state of it (%.60s); "
                          "weigh it again",
                          bma_column_text(row, 1));
    sqlite3_finalize(row);
    return status;
}

/* The rows that a plain path names, in the order of their names; all of them where path is NULL. */
static enum bma_status add_rows(struct bma_store *store, const char *path, const char *labels,
                                struct bma_arena *arena, struct bma_drafts *out, struct bma_error *error)
{
    static const char sql[] =
        "SELECT a.id, a.name, a.status = 'failed', coalesce(a.format, '') = 'coded' FROM agreement a"
        " JOIN current_run r ON r.id = a.run_id WHERE r.source = 'text' ORDER BY a.name";
    sqlite3_stmt *row = NULL;
    enum bma_status status = BMA_OK;
    size_t before = out->count;
    int result = sqlite3_prepare_v2(bma_store_handle(store), sql, -1, &row, NULL);

    while (result == SQLITE_OK || result == SQLITE_ROW) {
        struct bma_draft draft = {0};
        result = sqlite3_step(row);
        if (result != SQLITE_ROW)
            break;
        draft.path = bma_column_text(row, 1);
        draft.stored = sqlite3_column_int64(row, 0);
        draft.failed = sqlite3_column_int(row, 2) != 0;
        draft.without_text = sqlite3_column_int(row, 3) != 0;
        if (path != NULL && bma_name_is_named(draft.path, path) == BMA_NAMED_NOT)
            continue;
        draft.named = path != NULL && bma_name_is_named(draft.path, path) == BMA_NAMED_ITSELF;
        status = add_draft(out, draft, labels, arena, error);
        if (status != BMA_OK)
            break;
    }
    if (status == BMA_OK && result != SQLITE_DONE)
        status = bma_store_error(store, error);
    sqlite3_finalize(row);
    if (status == BMA_OK && path != NULL && out->count == before)
        status = bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                               "the database %s has no agreement of this name", bma_store_path(store));
    return status;
}

static enum bma_status add_named(struct bma_store *store, const char *path, const char *labels,
                                 struct bma_arena *arena, struct bma_drafts *out, struct bma_error *error)
{
    struct bma_buffer plain;
    enum bma_status status;

    bma_buffer_init(&plain);
    bma_name_plain(path, &plain);
    status = plain.failed ? bma_error_memory(error) : add_rows(store, plain.bytes, labels, arena, out, error);
    bma_buffer_release(&plain);
    return status;
}

enum bma_status bma_drafts_find(struct bma_store *store, const struct bma_pack *pack, char *const *paths,
                                int count, const char *labels, struct bma_arena *arena,
                                struct bma_drafts *out, struct bma_error *error)
{
    enum bma_status status;

    memset(out, 0, sizeof *out);
    if (store == NULL)
        return find_files(paths, count, labels, arena, out, error);
    status = check_run(store, pack, error);
    if (status == BMA_OK && count == 0)
        status = add_rows(store, NULL, labels, arena, out, error);
    for (int i = 0; status == BMA_OK && i < count; i++)
        status = add_named(store, paths[i], labels, arena, out, error);
    return status;
}

/* The conflicts of a pack: found by listing its folder of coherence rules. */
#include "rules/pack_parts.h"

#include "base/folder.h"
#include "rules/rule_reader.h"
#include "rules/sandbox.h"

#include <string.h>

#define FOLDER "coherence"

/* The name of a conflict's file without ".lua": small letters and hyphens. */
static enum bma_status name_of(struct bma_pack *pack, const char *folder, const char *file, const char **name,
                               struct bma_error *error)
{
    size_t length = strspn(file, "abcdefghijklmnopqrstuvwxyz-");

    if (length == 0 || strcmp(file + length, ".lua") != 0)
        return bma_error_set(error, BMA_ERROR_PACK, folder, 0, 0,
                             "'%s' is no conflict: expected small letters and hyphens, then .lua", file);
    *name = bma_arena_strndup(&pack->arena, file, length);
    return *name ? BMA_OK : bma_error_memory(error);
}

/* A pack without the folder has no conflicts. */
static enum bma_status list_names(struct bma_pack *pack, const char **folder, const char *const **files,
                                  uint32_t *count, struct bma_error *error)
{
    enum bma_status status;

    *count = 0;
    *folder = bma_arena_printf(&pack->arena, "%s/" FOLDER, pack->folder);
    if (!*folder)
        return bma_error_memory(error);
    if (bma_is_absent(*folder))
        return BMA_OK;
    status = bma_folder_list(*folder, &pack->arena, files, count, error);
    if (status == BMA_OK && *count > BMA_PACK_CONFLICTS)
        return bma_error_set(error, BMA_ERROR_LIMIT, *folder, 0, 0, "more than %d conflicts",
                             BMA_PACK_CONFLICTS);
    return status;
}

/* What one call into Lua works on. */
struct job {
    struct bma_rule_reader reader;
    struct bma_conflict *conflict;
};

static int read_conflict(lua_State *L)
{
    struct job *job = lua_touserdata(L, 1);
    const struct bma_rule_source *source = job->reader.source;

    lua_settop(L, 0);
    bma_sandbox_load(L, source->bytes, source->length, source->name);
    lua_call(L, 0, 1);
    bma_conflict_read(L, &job->reader, job->conflict);
    return 0;
}

static enum bma_status add_conflict(struct bma_pack *pack, const char *name, struct bma_sha256 *hash,
                                    struct bma_rule_source *source, struct bma_error *error)
{
    struct bma_conflict *conflict = &pack->conflicts[pack->conflict_count];
    const char *file = bma_arena_printf(&pack->arena, FOLDER "/%s.lua", name);
    enum bma_status status;

    if (!file)
        return bma_error_memory(error);
    status = bma_pack_read_file(pack, file, BMA_PACK_RULE_BYTES, false, hash, &source->bytes, &source->length,
                                error);
    source->name = file;
    conflict->name = name;
    conflict->file = file;
    pack->conflict_count += status == BMA_OK;
    return status;
}

enum bma_status bma_pack_read_conflicts(struct bma_pack *pack, struct bma_sha256 *hash,
                                        struct bma_rule_source **sources, struct bma_error *error)
{
    const char *folder, *name = NULL, *const *files = NULL;
    uint32_t count;
    enum bma_status status = list_names(pack, &folder, &files, &count, error);

    if (status == BMA_OK) {
        pack->conflicts = bma_arena_calloc(&pack->arena, count + 1u, sizeof *pack->conflicts);
        *sources = bma_arena_calloc(&pack->arena, count + 1u, sizeof **sources);
        if (!pack->conflicts || !*sources)
            status = bma_error_memory(error);
    }
    for (uint32_t i = 0; status == BMA_OK && i < count; i++) {
        status = name_of(pack, folder, files[i], &name, error);
        if (status == BMA_OK)
            status = add_conflict(pack, name, hash, &(*sources)[i], error);
    }
    return status;
}

static enum bma_status parse_all(struct bma_pack *pack, const struct bma_rule_source *sources,
                                 struct bma_sandbox *sandbox, struct bma_error *error)
{
    for (uint32_t i = 0; i < pack->conflict_count; i++) {
        struct job job = {.reader = {&pack->arena, pack->lexicon, &sources[i], 0, NULL},
                          .conflict = &pack->conflicts[i]};
        enum bma_status status = bma_sandbox_call(sandbox, sources[i].name, read_conflict, &job, error);

        if (status != BMA_OK)
            return bma_pack_lua_error(pack, status, error);
    }
    return BMA_OK;
}

static enum bma_status check_against(const struct bma_pack *pack, const struct bma_rule_source *sources,
                                     struct bma_error *error)
{
    for (uint32_t i = 0; i < pack->conflict_count; i++) {
        const struct bma_conflict *conflict = &pack->conflicts[i];

        if (conflict->against && bma_pack_find_rule(pack, conflict->against) == BMA_NONE)
            return bma_error_set(error, BMA_ERROR_PACK, conflict->file,
                                 bma_rule_line_of_field(&sources[i], "against"), 0,
                                 "'against' names %s, for which there is no rule", conflict->against);
    }
    return BMA_OK;
}

enum bma_status bma_pack_parse_conflicts(struct bma_pack *pack, const struct bma_rule_source *sources,
                                         struct bma_error *error)
{
    struct bma_sandbox sandbox;
    enum bma_status status = BMA_OK;

    if (pack->conflict_count == 0)
        return BMA_OK;
    status = bma_sandbox_init(&sandbox, 0, 0, error);
    if (status == BMA_OK) {
        status = parse_all(pack, sources, &sandbox, error);
        bma_sandbox_release(&sandbox);
    }
    return status == BMA_OK ? check_against(pack, sources, error) : status;
}

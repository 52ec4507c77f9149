/* The rules of a pack: found by listing the folders of its dimensions. */
#include "rules/pack_parts.h"

#include "base/ascii.h"
#include "base/folder.h"
#include "base/memory.h"
#include "rules/rule_reader.h"
#include "rules/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct listing {
    unsigned long *numbers; /* of the rules of one dimension */
    size_t count, capacity;
};

/* "HR-12.lua" → 12; 0 when the name is not of this dimension. */
static unsigned long number_of(const char *name, const char *dimension)
{
    size_t length = strlen(dimension);
    unsigned long number = 0;
    const char *at;

    if (strncmp(name, dimension, length) != 0 || name[length] != '-')
        return 0;
    at = name + length + 1;
    if (*at == '0')
        return 0;
    while (*at >= '0' && *at <= '9' && number < 10000)
        number = number * 10 + (unsigned long)(*at++ - '0');
    return strcmp(at, ".lua") == 0 ? number : 0;
}

static enum bma_status add_name(struct listing *listing, const char *folder, const char *name,
                                const char *dimension, struct bma_error *error)
{
    unsigned long number = number_of(name, dimension);

    if (number == 0)
        return bma_error_set(error, BMA_ERROR_PACK, folder, 0, 0,
                             "'%s' is no rule of this dimension: expected a name such as %s-1.lua", name,
                             dimension);
    if (listing->count >= BMA_PACK_RULES)
        return bma_error_set(error, BMA_ERROR_LIMIT, folder, 0, 0, "more than %d rules", BMA_PACK_RULES);
    if (bma_grow(&listing->numbers, &listing->capacity, listing->count + 1, sizeof *listing->numbers) != 0)
        return bma_error_memory(error);
    listing->numbers[listing->count++] = number;
    return BMA_OK;
}

static int by_number(const void *a, const void *b)
{
    const unsigned long *left = a, *right = b;

    return (*left > *right) - (*left < *right);
}

/* A dimension without a folder has no rules yet. */
static enum bma_status list_rules(struct bma_arena *arena, struct listing *listing, const char *folder,
                                  const char *dimension, struct bma_error *error)
{
    const char *const *names = NULL;
    uint32_t count = 0;
    enum bma_status status = BMA_OK;

    listing->count = 0;
    if (!bma_is_absent(folder))
        status = bma_folder_list(folder, arena, &names, &count, error);
    for (uint32_t i = 0; status == BMA_OK && i < count; i++)
        status = add_name(listing, folder, names[i], dimension, error);
    if (listing->count > 1)
        qsort(listing->numbers, listing->count, sizeof *listing->numbers, by_number);
    return status;
}

/* What one call into Lua at load time works on. */
struct job {
    struct bma_rule_reader reader;
    struct bma_rule *rule;
};

static int read_rule(lua_State *L)
{
    struct job *job = lua_touserdata(L, 1);
    const struct bma_rule_source *source = job->reader.source;

    lua_settop(L, 0);
    bma_sandbox_load(L, source->bytes, source->length, source->name);
    lua_call(L, 0, 1);
    bma_rule_read(L, &job->reader, job->rule);
    return 0;
}

enum bma_status bma_pack_lua_error(const struct bma_pack *pack, enum bma_status status,
                                   struct bma_error *error)
{
    char file[BMA_ERROR_FILE_SIZE];

    if (status != BMA_ERROR_RULE)
        return status;
    if (!error)
        return BMA_ERROR_PACK;
    snprintf(file, sizeof file, "%.200s/%.200s", pack->folder, error->file);
    return bma_error_set(error, BMA_ERROR_PACK, file, error->line, error->column, "%s", error->message);
}

static enum bma_status check_id(struct bma_pack *pack, const struct bma_rule *rule,
                                const struct bma_rule_source *source, struct bma_error *error)
{
    size_t length = strlen(rule->id);
    const char *name = strrchr(source->name, '/') + 1;
    const char *path;

    if (strncmp(name, rule->id, length) == 0 && strcmp(name + length, ".lua") == 0)
        return BMA_OK;
    path = bma_arena_printf(&pack->arena, "%s/%s", pack->folder, source->name);
    if (!path)
        return bma_error_memory(error);
    return bma_error_set(error, BMA_ERROR_PACK, path, bma_rule_line_of_field(source, "id"), 0,
                         "the rule's id is '%s', but the file is named %s", rule->id, name);
}

static enum bma_status add_rule(struct bma_pack *pack, uint32_t dimension, const char *name,
                                struct bma_sha256 *hash, struct bma_error *error)
{
    struct bma_rule *rule = &pack->rules[pack->rule_count];
    struct bma_rule_source *source = &pack->sources[pack->rule_count];
    enum bma_status status = bma_pack_read_file(pack, name, BMA_PACK_RULE_BYTES, false, hash, &source->bytes,
                                                &source->length, error);

    if (status != BMA_OK)
        return status;
    source->name = name;
    rule->file = name;
    rule->dimension = dimension;
    pack->rule_count++;
    return BMA_OK;
}

const char *bma_pack_dimension_folder(struct bma_pack *pack, uint32_t dimension)
{
    const char *id = pack->dimensions[dimension].id;
    char *name = bma_arena_strndup(&pack->arena, id, strlen(id));

    for (char *at = name; at && *at; at++)
        *at = (char)bma_ascii_lower(*at);
    return name;
}

/* Makes room for `more` rules behind those that are there. */
static enum bma_status make_room(struct bma_pack *pack, size_t more, struct bma_error *error)
{
    size_t count = pack->rule_count + more + 1;
    struct bma_rule *rules = bma_arena_calloc(&pack->arena, count, sizeof *rules);
    struct bma_rule_source *sources = bma_arena_calloc(&pack->arena, count, sizeof *sources);

    if (!rules || !sources)
        return bma_error_memory(error);
    if (pack->rule_count > 0) {
        memcpy(rules, pack->rules, pack->rule_count * sizeof *rules);
        memcpy(sources, pack->sources, pack->rule_count * sizeof *sources);
    }
    pack->rules = rules;
    pack->sources = sources;
    return BMA_OK;
}

static enum bma_status read_dimension(struct bma_pack *pack, uint32_t dimension, struct listing *listing,
                                      struct bma_sha256 *hash, struct bma_error *error)
{
    const char *id = pack->dimensions[dimension].id;
    const char *folder = bma_pack_dimension_folder(pack, dimension);
    const char *path = folder ? bma_arena_printf(&pack->arena, "%s/%s", pack->folder, folder) : NULL;
    enum bma_status status =
        path ? list_rules(&pack->arena, listing, path, id, error) : bma_error_memory(error);

    if (status == BMA_OK)
        status = make_room(pack, listing->count, error);
    for (size_t i = 0; status == BMA_OK && i < listing->count; i++) {
        const char *name = bma_arena_printf(&pack->arena, "%s/%s-%lu.lua", folder, id, listing->numbers[i]);

        status = name ? add_rule(pack, dimension, name, hash, error) : bma_error_memory(error);
    }
    return status;
}

enum bma_status bma_pack_read_rules(struct bma_pack *pack, struct bma_sha256 *hash, struct bma_error *error)
{
    struct listing listing = {.numbers = NULL};
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < pack->dimension_count; i++)
        status = read_dimension(pack, i, &listing, hash, error);
    bma_free(listing.numbers);
    return status;
}

enum bma_status bma_pack_parse_rules(struct bma_pack *pack, struct bma_error *error)
{
    struct bma_sandbox sandbox;
    enum bma_status status = bma_sandbox_init(&sandbox, 0, 0, error);

    if (status != BMA_OK)
        return status;
    for (uint32_t i = 0; status == BMA_OK && i < pack->rule_count; i++) {
        const struct bma_rule_source *source = &pack->sources[i];
        struct job job = {.reader = {&pack->arena, pack->lexicon, source, 0, NULL}, .rule = &pack->rules[i]};

        status = bma_sandbox_call(&sandbox, source->name, read_rule, &job, error);
        status = bma_pack_lua_error(pack, status, error);
        if (status == BMA_OK)
            status = check_id(pack, &pack->rules[i], source, error);
    }
    bma_sandbox_release(&sandbox);
    return status;
}

#include "rules/rule_reader.h"

#include "language/annotated.h"
#include "rules/sandbox.h"

#include <lauxlib.h>
#include <string.h>

enum { GROUPS_MAX = 40, ALTERNATIVES_MAX = 64, NAME_MAX_BYTES = 64, NEAR_MAX = 200 };

/* Raises an error at the line of `word`, or of the query, or where the rule stands while it runs. */
static void fault(lua_State *L, const struct bma_rule_reader *reader, const char *word, const char *message)
{
    if (reader->source) {
        uint32_t from = reader->line, line;

        if (from == 0 && reader->field)
            from = bma_rule_line_of_field(reader->source, reader->field);
        line = bma_rule_line_of_word(reader->source, word, from);
        if (line == 0)
            line = from;
        lua_pushfstring(L, "%s:%d: %s", reader->source->name, (int)line, message);
        lua_error(L);
    }
    luaL_error(L, "%s", message);
}

static void *take(lua_State *L, struct bma_rule_reader *reader, size_t count, size_t size)
{
    void *memory = bma_arena_calloc(reader->arena, count, size);

    if (!memory)
        bma_sandbox_starve(L);
    return memory;
}

/* Edit distance, given up at `limit`. */
static size_t distance(const char *a, const char *b, size_t limit)
{
    size_t row[NAME_MAX_BYTES + 1];
    size_t a_length = strlen(a), b_length = strlen(b);

    if (a_length > NAME_MAX_BYTES || b_length > NAME_MAX_BYTES)
        return limit;
    for (size_t j = 0; j <= b_length; j++)
        row[j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        size_t diagonal = row[0];

        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            size_t cost = diagonal + (a[i - 1] != b[j - 1]);

            diagonal = row[j];
            if (row[j] + 1 < cost)
                cost = row[j] + 1;
            if (row[j - 1] + 1 < cost)
                cost = row[j - 1] + 1;
            row[j] = cost;
        }
    }
    return row[b_length] < limit ? row[b_length] : limit;
}

const char *bma_nearest_concept(const struct bma_lexicon *lexicon, const char *name)
{
    const char *nearest = NULL;
    size_t best = strlen(name) / 3 + 2;

    for (uint32_t i = 0; i < bma_lexicon_concept_count(lexicon); i++) {
        const char *candidate = bma_lexicon_concept(lexicon, i)->name;
        size_t d = distance(name, candidate, best);

        if (d < best) {
            best = d;
            nearest = candidate;
        }
    }
    return nearest;
}

static uint32_t find_concept(lua_State *L, struct bma_rule_reader *reader, const char *name)
{
    uint32_t concept = bma_lexicon_find(reader->lexicon, name);
    const char *nearest;

    if (concept != BMA_NONE)
    return concept;
    nearest = bma_nearest_concept(reader->lexicon, name);
    if (nearest)
        lua_pushfstring(L, "there is no concept '%s'; the nearest is '%s'", name, nearest);
    else
        lua_pushfstring(L, "there is no concept '%s' in the lexicon", name);
    fault(L, reader, name, lua_tostring(L, -1));
    return BMA_NONE;
}

/* Calls `each` for every part of "a|b"; returns how many parts there are. */
static uint32_t split(lua_State *L, struct bma_rule_reader *reader, const char *text,
                      void (*each)(lua_State *L, struct bma_rule_reader *reader, const char *name,
                                   void *context),
                      void *context)
{
    uint32_t count = 0;

    for (const char *at = text;; at++) {
        size_t length = strcspn(at, "|");
        char name[NAME_MAX_BYTES + 1];

        if (length == 0 || length > NAME_MAX_BYTES || ++count > ALTERNATIVES_MAX)
            fault(L, reader, "", "expected names with '|' between them, at most 64");
        memcpy(name, at, length);
        name[length] = '\0';
        each(L, reader, name, context);
        at += length;
        if (*at == '\0')
            return count;
    }
}

struct concept_list {
    uint32_t items[ALTERNATIVES_MAX];
    uint32_t count;
};

static void add_concept(lua_State *L, struct bma_rule_reader *reader, const char *name, void *context)
{
    struct concept_list *list = context;
    uint32_t concept = find_concept(L, reader, name);

    if (list->count < ALTERNATIVES_MAX)
    list->items[list->count++] = concept;
}

static void keep_list(lua_State *L, struct bma_rule_reader *reader, const struct concept_list *list,
                      struct bma_any_of *out)
{
    uint32_t *items = take(L, reader, list->count + 1, sizeof *items);

    memcpy(items, list->items, list->count * sizeof *items);
    out->concepts = items;
    out->count = list->count;
}

/* The string on top of the stack, popped, as a group. */
static void read_group(lua_State *L, struct bma_rule_reader *reader, const char *what, struct bma_any_of *out)
{
    struct concept_list list = {.count = 0};

    if (lua_type(L, -1) != LUA_TSTRING) {
        lua_pushfstring(L, "%s: expected a concept or \"a|b\", not a %s", what, luaL_typename(L, -1));
        fault(L, reader, what, lua_tostring(L, -1));
    }
    split(L, reader, lua_tostring(L, -1), add_concept, &list);
    keep_list(L, reader, &list, out);
    lua_pop(L, 1);
}

/* The positional strings of the table at index. */
static void read_groups(lua_State *L, int index, struct bma_rule_reader *reader, const char *what,
                        struct bma_any_of **out, uint32_t *count)
{
    size_t length = lua_rawlen(L, index);

    if (length > GROUPS_MAX)
        fault(L, reader, what, "a query has at most 40 concepts");
    *out = take(L, reader, length + 1, sizeof **out);
    *count = (uint32_t)length;
    for (size_t i = 0; i < length; i++) {
        lua_rawgeti(L, index, (lua_Integer)i + 1);
        read_group(L, reader, what, &(*out)[i]);
    }
}

static void add_actor(lua_State *L, struct bma_rule_reader *reader, const char *name, void *context)
{
    unsigned *actors = context;
    unsigned actor = bma_actor_find(name);

    if (actor == 0) {
        lua_pushfstring(L, "there is no actor '%s'", name);
        fault(L, reader, name, lua_tostring(L, -1));
    }
    *actors |= actor;
}

static void expect(lua_State *L, struct bma_rule_reader *reader, const char *key, int type)
{
    if (lua_type(L, -1) != type) {
        lua_pushfstring(L, "%s: expected a %s, not a %s", key, lua_typename(L, type), luaL_typename(L, -1));
        fault(L, reader, key, lua_tostring(L, -1));
    }
}

static int read_integer(lua_State *L, struct bma_rule_reader *reader, const char *key, int low, int high)
{
    lua_Integer value;

    expect(L, reader, key, LUA_TNUMBER);
    value = lua_tointeger(L, -1);
    if (!lua_isinteger(L, -1) || value < low || value > high) {
        lua_pushfstring(L, "%s: expected a whole number from %d to %d", key, low, high);
        fault(L, reader, key, lua_tostring(L, -1));
    }
    return (int)value;
}

static enum bma_polarity read_polarity(lua_State *L, struct bma_rule_reader *reader)
{
    static const char *const names[] = {"affirmed", "forbidden", "released", "any"};

    expect(L, reader, "polarity", LUA_TSTRING);
    for (int i = 0; i < 4; i++) {
        if (strcmp(names[i], lua_tostring(L, -1)) == 0)
            return (enum bma_polarity)i;
    }
    fault(L, reader, "polarity", "polarity: expected affirmed, forbidden, released or any");
    return BMA_POLARITY_AFFIRMED;
}

static void read_none(lua_State *L, struct bma_rule_reader *reader, struct bma_query *out)
{
    expect(L, reader, "none", LUA_TTABLE);
    read_groups(L, lua_gettop(L), reader, "none", &out->none, &out->none_count);
}

/* What a fault calls the key at `index`: a key that is no name is a field too, which no table has. */
static const char *field_name(lua_State *L, int index)
{
    if (lua_type(L, index) != LUA_TSTRING)
        return "(a number)";
    return *lua_tostring(L, index) != '\0' ? lua_tostring(L, index) : "(an empty name)";
}

const char *bma_next_field(lua_State *L, int table, bool list, const char *after)
{
    const char *next = NULL;

    table = lua_absindex(L, table);
    for (lua_pushnil(L); lua_next(L, table); lua_pop(L, 1)) {
        const char *key = field_name(L, -2);

        if (list && lua_isinteger(L, -2))
            continue;
        if (strcmp(key, after) > 0 && (!next || strcmp(key, next) < 0))
            next = key;
    }
    return next;
}

/* The value of `key` is on top of the stack; false when there is no such key. */
static bool read_key(lua_State *L, struct bma_rule_reader *reader, const char *key, struct bma_query *out)
{
    if (strcmp(key, "near") == 0)
        out->near = read_integer(L, reader, key, 1, NEAR_MAX);
    else if (strcmp(key, "most") == 0)
        out->most = read_integer(L, reader, key, 0, 4);
    else if (strcmp(key, "least") == 0)
        out->least = read_integer(L, reader, key, 0, 4);
    else if (strcmp(key, "polarity") == 0)
        out->polarity = read_polarity(L, reader);
    else if (strcmp(key, "none") == 0)
        read_none(L, reader, out);
    else
        return false;
    return true;
}

/* Where a key that says yes or no is kept, or NULL. */
static bool *truth_of(const char *key, struct bma_query *out)
{
    return strcmp(key, "elsewhere") == 0    ? &out->elsewhere
           : strcmp(key, "definition") == 0 ? &out->definition
           : strcmp(key, "row") == 0        ? &out->row
                                            : NULL;
}

static bool read_other_key(lua_State *L, struct bma_rule_reader *reader, const char *key,
                           struct bma_query *out)
{
    bool actor = strcmp(key, "actor") == 0, not_actor = strcmp(key, "not_actor") == 0;
    bool topic = strcmp(key, "topic") == 0, context = strcmp(key, "context") == 0;
    bool *truth = truth_of(key, out);

    if (actor || not_actor) {
        expect(L, reader, key, LUA_TSTRING);
        split(L, reader, lua_tostring(L, -1), add_actor, actor ? &out->actors : &out->not_actors);
    } else if (topic || context) {
        lua_pushvalue(L, -1);
        read_group(L, reader, key, topic ? &out->topic : &out->context);
    } else if (truth) {
        expect(L, reader, key, LUA_TBOOLEAN);
        *truth = lua_toboolean(L, -1);
    } else {
        return false;
    }
    return true;
}

void bma_query_read(lua_State *L, int index, struct bma_rule_reader *reader, struct bma_query *out)
{
    index = lua_absindex(L, index);
    *out = (struct bma_query){.most = BMA_LEVEL_OPERATIONAL, .line = reader->line};
    if (lua_type(L, index) != LUA_TTABLE)
        fault(L, reader, "", "a query is a table of concepts");
    luaL_checkstack(L, 20, "a query is too deep");
    for (const char *key = ""; (key = bma_next_field(L, index, true, key)) != NULL; lua_pop(L, 1)) {
        lua_getfield(L, index, key);
        if (read_key(L, reader, key, out) || read_other_key(L, reader, key, out))
            continue;
        lua_pushfstring(L, "a query has no field '%s'", key);
        fault(L, reader, key, lua_tostring(L, -1));
    }
    read_groups(L, index, reader, "a query", &out->all, &out->all_count);
    if (out->all_count == 0)
        fault(L, reader, "", "a query names at least one concept");
}

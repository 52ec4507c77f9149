#include "rules/rule_reader.h"
#include "rules/wording.h"

#include "rules/sandbox.h"

#include <lauxlib.h>
#include <string.h>

enum { QUERIES_MAX = 100, LIST_MAX = 64 };

static int fault(lua_State *L, const struct bma_rule_reader *reader, const char *field, const char *message)
{
    uint32_t line = bma_rule_line_of_field(reader->source, field);

    if (line == 0)
        line = bma_rule_line_of_word(reader->source, field, 1);
    lua_pushfstring(L, "%s:%d: %s", reader->source->name, line > 0 ? (int)line : 1, message);
    return lua_error(L);
}

static const char *keep(lua_State *L, struct bma_rule_reader *reader, int index)
{
    size_t length;
    const char *text = lua_tolstring(L, index, &length);
    const char *copy = bma_arena_strndup(reader->arena, text, length);

    if (!copy)
        bma_sandbox_starve(L);
    return copy;
}

/* Pushes the rule's field; raises when it is required and absent, or of another type. */
static bool push_field(lua_State *L, struct bma_rule_reader *reader, const char *field, int type,
                       bool required)
{
    int found = lua_getfield(L, 1, field);

    if (found == type)
        return true;
    if (found != LUA_TNIL)
        lua_pushfstring(L, "%s: expected a %s, not a %s", field, lua_typename(L, type),
                        lua_typename(L, found));
    else if (required)
        lua_pushfstring(L, "the rule has no '%s'", field);
    else {
        lua_pop(L, 1);
        return false;
    }
    fault(L, reader, field, lua_tostring(L, -1));
    return false;
}

static const char *read_string(lua_State *L, struct bma_rule_reader *reader, const char *field)
{
    const char *text;

    push_field(L, reader, field, LUA_TSTRING, true);
    text = keep(L, reader, -1);
    if (*text == '\0')
        fault(L, reader, field, "the text is empty");
    lua_pop(L, 1);
    return text;
}

static void read_strings(lua_State *L, struct bma_rule_reader *reader, const char *field, bool required,
                         const char *const **out, uint32_t *count)
{
    const char **items;
    size_t length;

    if (!push_field(L, reader, field, LUA_TTABLE, required))
        return;
    length = lua_rawlen(L, -1);
    if (length > LIST_MAX)
        fault(L, reader, field, "the list has more than 64 entries");
    items = bma_arena_calloc(reader->arena, length + 1, sizeof *items);
    if (!items)
        bma_sandbox_starve(L);
    for (size_t i = 0; i < length; i++) {
        if (lua_rawgeti(L, -1, (lua_Integer)i + 1) != LUA_TSTRING)
            fault(L, reader, field, "expected a list of strings");
        items[i] = keep(L, reader, -1);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    *out = items;
    *count = (uint32_t)length;
}

static void read_queries(lua_State *L, struct bma_rule_reader *reader, const char *field, bool required,
                         struct bma_query **out, uint32_t *count)
{
    uint32_t lines[QUERIES_MAX];
    size_t length;

    if (!push_field(L, reader, field, LUA_TTABLE, required))
        return;
    length = lua_rawlen(L, -1);
    if (length > QUERIES_MAX)
        fault(L, reader, field, "a rule has at most 100 queries");
    bma_rule_lines_of_entries(reader->source, field, lines, length);
    *out = bma_arena_calloc(reader->arena, length + 1, sizeof **out);
    if (!*out)
        bma_sandbox_starve(L);
    for (size_t i = 0; i < length; i++) {
        reader->line = lines[i];
        if (reader->line == 0)
            reader->line = bma_rule_line_of_field(reader->source, field);
        lua_rawgeti(L, -1, (lua_Integer)i + 1);
        bma_query_read(L, -1, reader, &(*out)[i]);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
    *count = (uint32_t)length;
}

/* A list of concepts, each "a" or "a|b", read as one query's groups and joined. */
static void read_concepts(lua_State *L, struct bma_rule_reader *reader, const char *field,
                          struct bma_any_of *out)
{
    struct bma_query query;
    uint32_t *items;

    if (!push_field(L, reader, field, LUA_TTABLE, false))
        return;
    reader->line = 0;
    reader->field = field;
    if (lua_rawlen(L, -1) == 0)
        fault(L, reader, field, "expected a list of concepts");
    bma_query_read(L, -1, reader, &query);
    for (uint32_t i = 0; i < query.all_count; i++)
        out->count += query.all[i].count;
    items = bma_arena_calloc(reader->arena, out->count + 1, sizeof *items);
    if (!items)
        bma_sandbox_starve(L);
    out->concepts = items;
    for (uint32_t i = 0; i < query.all_count; i++) {
        memcpy(items, query.all[i].concepts, query.all[i].count * sizeof *items);
        items += query.all[i].count;
    }
    lua_pop(L, 1);
}

/* The query with the opposite polarity, which one of `spared` in the clause keeps from holding. */
static struct bma_query negate(lua_State *L, struct bma_rule_reader *reader, const struct bma_query *query,
                               struct bma_any_of spared)
{
    struct bma_query negated = *query;
    struct bma_any_of *none = bma_arena_calloc(reader->arena, query->none_count + 1u, sizeof *none);

    if (!none)
        bma_sandbox_starve(L);
    if (query->none_count > 0)
        memcpy(none, query->none, query->none_count * sizeof *none);
    none[query->none_count] = spared;
    negated.none = none;
    negated.none_count = query->none_count + 1;
    negated.polarity = BMA_POLARITY_FORBIDDEN;
    negated.most = BMA_LEVEL_OPERATIONAL;
    negated.least = BMA_LEVEL_ABSENT;
    return negated;
}

/* `negated`: what is looked for in affirmed clauses works against the criterion in forbidden ones. */
static void read_negated(lua_State *L, struct bma_rule_reader *reader, struct bma_rule *out)
{
    struct bma_any_of spared = {.count = 0};
    struct bma_query *against;
    uint32_t count = out->against_count;

    read_concepts(L, reader, "negated", &spared);
    if (spared.count == 0)
        return;
    against = bma_arena_calloc(reader->arena, (size_t)count + out->looks_for_count + 1, sizeof *against);
    if (!against)
        bma_sandbox_starve(L);
    if (count > 0)
        memcpy(against, out->against, count * sizeof *against);
    for (uint32_t i = 0; i < out->looks_for_count; i++)
        if (out->looks_for[i].polarity == BMA_POLARITY_AFFIRMED)
            against[count++] = negate(L, reader, &out->looks_for[i], spared);
    out->against = against;
    out->against_count = count;
}

static enum bma_window read_window(lua_State *L, struct bma_rule_reader *reader)
{
    static const char *const names[] = {"clause", "paragraph", "article"};
    int found = 3;

    if (!push_field(L, reader, "window", LUA_TSTRING, false))
        return BMA_WINDOW_PARAGRAPH;
    for (int i = 0; i < 3; i++) {
        if (strcmp(names[i], lua_tostring(L, -1)) == 0)
            found = i;
    }
    if (found == 3)
        fault(L, reader, "window", "window: expected clause, paragraph or article");
    lua_pop(L, 1);
    return (enum bma_window)found;
}

static void read_advice(lua_State *L, struct bma_rule_reader *reader, struct bma_rule *out)
{
    static const char *const names[] = {"absent", "mentioned", "soft", "binding", "contradicted", "wording"};
    const char **const places[] = {&out->advice[0], &out->advice[1],           &out->advice[2],
                                   &out->advice[3], &out->advice_contradicted, &out->wording};

    for (size_t i = 0; i < 6; i++)
        *places[i] = "";
    push_field(L, reader, "advice", LUA_TTABLE, true);
    for (const char *key = ""; (key = bma_next_field(L, -1, false, key)) != NULL; lua_pop(L, 1)) {
        size_t place = 0;

        lua_getfield(L, -1, key);
        while (place < 6 && strcmp(names[place], key) != 0)
            place++;
        if (place == 6) {
            lua_pushfstring(L, "advice has no field '%s'", key);
            fault(L, reader, key, lua_tostring(L, -1));
        } else if (lua_type(L, -1) != LUA_TSTRING) {
            fault(L, reader, key, "advice: expected a string");
        } else {
            *places[place] = keep(L, reader, -1);
        }
    }
    lua_pop(L, 1);
    if (bma_wording_fault(out->wording))
        fault(L, reader, "wording", "wording: only {joint body} and {instrument} stand in braces");
    if (*out->advice[0] == '\0' || *out->wording == '\0')
        fault(L, reader, "advice", "advice needs at least 'absent' and 'wording'");
}

static void refuse_unknown(lua_State *L, struct bma_rule_reader *reader, const char *const *fields,
                           size_t count)
{
    for (const char *key = ""; (key = bma_next_field(L, 1, false, key)) != NULL;) {
        size_t i = 0;

        while (i < count && strcmp(fields[i], key) != 0)
            i++;
        if (i == count) {
            lua_pushfstring(L, "a rule has no field '%s'", key);
            fault(L, reader, key, lua_tostring(L, -1));
        }
    }
}

static bool has_function(lua_State *L, struct bma_rule_reader *reader, const char *field)
{
    bool there = push_field(L, reader, field, LUA_TFUNCTION, false);

    if (there)
        lua_pop(L, 1);
    return there;
}

/* Leaves the table on top of the stack alone on it, and refuses fields that are not listed. */
static void begin(lua_State *L, struct bma_rule_reader *reader, const char *const *fields, size_t count)
{
    if (lua_type(L, -1) != LUA_TTABLE)
        fault(L, reader, "return", "a rule's file returns a table");
    lua_insert(L, 1);
    lua_settop(L, 1);
    luaL_checkstack(L, 40, "a rule is too deep");
    refuse_unknown(L, reader, fields, count);
}

void bma_conflict_read(lua_State *L, struct bma_rule_reader *reader, struct bma_conflict *out)
{
    static const char *const fields[] = {"title", "one", "other", "message", "within", "against"};

    begin(L, reader, fields, sizeof fields / sizeof *fields);
    out->title = read_string(L, reader, "title");
    read_queries(L, reader, "one", true, &out->one, &out->one_count);
    read_queries(L, reader, "other", true, &out->other, &out->other_count);
    out->message = read_string(L, reader, "message");
    if (push_field(L, reader, "within", LUA_TBOOLEAN, false)) {
        out->within = lua_toboolean(L, -1);
        lua_pop(L, 1);
    }
    if (push_field(L, reader, "against", LUA_TSTRING, false)) {
        lua_pop(L, 1);
        out->against = read_string(L, reader, "against");
    }
    if (out->one_count == 0 || out->other_count == 0)
        fault(L, reader, out->one_count == 0 ? "one" : "other", "expected at least one query");
    if (!strstr(out->message, "{one}") || !strstr(out->message, "{other}"))
        fault(L, reader, "message", "the message names both places: {one} and {other}");
}

void bma_rule_read(lua_State *L, struct bma_rule_reader *reader, struct bma_rule *out)
{
    static const char *const fields[] = {"id",      "title", "answers",   "looks_for", "against",
                                         "window",  "body",  "procedure", "inherent",  "dossier",
                                         "applies", "check", "advice",    "negated"};

    begin(L, reader, fields, sizeof fields / sizeof *fields);
    out->id = read_string(L, reader, "id");
    out->title = read_string(L, reader, "title");
    read_strings(L, reader, "answers", true, &out->answers, &out->answer_count);
    read_queries(L, reader, "looks_for", true, &out->looks_for, &out->looks_for_count);
    read_queries(L, reader, "against", false, &out->against, &out->against_count);
    read_negated(L, reader, out);
    read_concepts(L, reader, "body", &out->body);
    read_concepts(L, reader, "procedure", &out->procedure);
    read_concepts(L, reader, "inherent", &out->inherent);
    read_strings(L, reader, "dossier", false, &out->dossier, &out->dossier_count);
    out->window = read_window(L, reader);
    read_advice(L, reader, out);
    out->has_applies = has_function(L, reader, "applies");
    out->has_check = has_function(L, reader, "check");
}

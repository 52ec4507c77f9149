/* The class of clauses: .level .citation .zone :has("concept") :article() */
#include "rules/host_parts.h"

#include <lauxlib.h>
#include <string.h>

static const char class_name[] = "bma.clause";

struct handle {
    lua_Integer serial;
    uint32_t clause;
    int level;
};

void bma_lua_check_serial(lua_State *L, lua_Integer serial)
{
    if (serial != bma_host_of(L)->serial)
        luaL_error(L, "this object belongs to an agreement that is done with");
}

void bma_lua_push_clause(lua_State *L, uint32_t clause, int level)
{
    struct handle *handle = lua_newuserdatauv(L, sizeof *handle, 0);

    *handle = (struct handle){bma_host_of(L)->serial, clause, level};
    luaL_setmetatable(L, class_name);
}

uint32_t bma_lua_check_clause(lua_State *L, int index, int *level)
{
    const struct handle *handle = luaL_checkudata(L, index, class_name);

    bma_lua_check_serial(L, handle->serial);
    *level = handle->level;
    return handle->clause;
}

static int has(lua_State *L)
{
    const struct bma_annotated *text = bma_host_of(L)->search.text;
    int level;
    uint32_t clause = bma_lua_check_clause(L, 1, &level);
    const char *name = luaL_checkstring(L, 2);
    uint32_t concept = bma_lexicon_find(text->lexicon, name);

    if (concept == BMA_NONE)
        return luaL_error(L, "there is no concept '%s'", name);
    lua_pushboolean(L, bma_clause_has(text, clause, concept, NULL));
    return 1;
}

/* All clauses of the article, without headings; their level is that of no query: 0. */
static int article(lua_State *L)
{
    const struct bma_document *document = bma_host_of(L)->search.text->document;
    int level;
    uint32_t clause = bma_lua_check_clause(L, 1, &level);
    const struct bma_node *node = &document->nodes[bma_article_of(document, clause)];
    lua_Integer count = 0;

    bma_sandbox_charge(L, node->clause_count);
    lua_newtable(L);
    for (uint32_t i = node->first_clause; i < node->first_clause + node->clause_count; i++) {
        if (document->clauses[i].zone == BMA_ZONE_HEADING)
            continue;
        bma_lua_push_clause(L, i, i == clause ? level : 0);
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

static int get(lua_State *L)
{
    const struct bma_document *document = bma_host_of(L)->search.text->document;
    int level;
    uint32_t clause = bma_lua_check_clause(L, 1, &level);
    const char *key = luaL_checkstring(L, 2);
    const char *citation = document->nodes[document->clauses[clause].node].citation;

    if (strcmp(key, "level") == 0)
        lua_pushinteger(L, level);
    else if (strcmp(key, "citation") == 0)
        lua_pushstring(L, citation ? citation : "");
    else if (strcmp(key, "zone") == 0)
        lua_pushstring(L, bma_zone_name(document->clauses[clause].zone));
    else if (strcmp(key, "has") == 0)
        lua_pushcfunction(L, has);
    else if (strcmp(key, "article") == 0)
        lua_pushcfunction(L, article);
    else
        return luaL_error(L, "a clause has no '%s'", key);
    return 1;
}

void bma_lua_register_clause(lua_State *L)
{
    luaL_newmetatable(L, class_name);
    lua_pushcfunction(L, get);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

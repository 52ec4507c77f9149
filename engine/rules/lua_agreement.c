/* The class of agreements: .instrument .non_binding :has :clauses :count :fact */
#include "rules/host_parts.h"

#include "rules/ladder.h"

#include <lauxlib.h>
#include <stdlib.h>
#include <string.h>

static const char class_name[] = "bma.agreement";

void bma_lua_push_agreement(lua_State *L)
{
    lua_Integer *serial = lua_newuserdatauv(L, sizeof *serial, 0);

    *serial = bma_host_of(L)->serial;
    luaL_setmetatable(L, class_name);
}

static struct bma_host *check_agreement(lua_State *L)
{
    const lua_Integer *serial = luaL_checkudata(L, 1, class_name);

    bma_lua_check_serial(L, *serial);
    return bma_host_of(L);
}

static int has(lua_State *L)
{
    struct bma_host *host = check_agreement(L);
    const char *name = luaL_checkstring(L, 2);
    uint32_t concept = bma_lexicon_find(host->pack->lexicon, name);
    struct bma_any_of group = {&concept, 1};

    if (concept == BMA_NONE)
        return luaL_error(L, "there is no concept '%s'", name);
    lua_pushboolean(L, bma_search_count(&host->search, &group) > 0);
    return 1;
}

static int by_clause(const void *a, const void *b)
{
    const struct bma_candidate *left = a, *right = b;

    return (left->clause > right->clause) - (left->clause < right->clause);
}

/* Runs the query in the table at index 2; the clauses that count stand in host->asking, in order. */
static struct bma_search *ask(lua_State *L)
{
    struct bma_host *host = check_agreement(L);
    struct bma_search *search = &host->asking;
    struct bma_rule_reader reader = {host->arena, host->pack->lexicon, NULL, 0, NULL};
    struct bma_query query;

    luaL_checktype(L, 2, LUA_TTABLE);
    bma_query_read(L, 2, &reader, &query);
    search->found_count = 0;
    bma_sandbox_charge(L, 100);
    for (uint32_t i = 0; i < query.all_count; i++)
        bma_sandbox_charge(L, bma_search_count(search, &query.all[i]));
    if (bma_search_run(search, &query, 0, false, NULL) != BMA_OK)
        bma_sandbox_starve(L);
    if (search->found_count > 1)
        qsort(search->found, search->found_count, sizeof *search->found, by_clause);
    return search;
}

static int clauses(lua_State *L)
{
    const struct bma_search *search = ask(L);
    lua_Integer count = 0;

    lua_newtable(L);
    for (size_t i = 0; i < search->found_count; i++) {
        if (search->found[i].level == 0)
            continue;
        bma_lua_push_clause(L, search->found[i].clause, search->found[i].level);
        lua_rawseti(L, -2, ++count);
    }
    return 1;
}

static int count(lua_State *L)
{
    const struct bma_search *search = ask(L);
    lua_Integer held = 0;

    for (size_t i = 0; i < search->found_count; i++)
        held += search->found[i].level > 0;
    lua_pushinteger(L, held);
    return 1;
}

/* The dossier's value, or nil where it says nothing or no. */
static int fact(lua_State *L)
{
    const struct bma_host *host = check_agreement(L);
    const struct bma_fact *found = bma_case_fact(host->agreement, luaL_checkstring(L, 2));

    if (found)
        lua_pushstring(L, found->value);
    else
        lua_pushnil(L);
    return 1;
}

static int get(lua_State *L)
{
    static const luaL_Reg methods[] = {{"has", has}, {"clauses", clauses}, {"count", count}, {"fact", fact}};
    const struct bma_host *host = check_agreement(L);
    const char *key = luaL_checkstring(L, 2);

    if (strcmp(key, "instrument") == 0) {
        const char *name = host->agreement ? bma_instrument_name(host->agreement->instrument) : NULL;

        lua_pushstring(L, name ? name : "unknown");
        return 1;
    }
    if (strcmp(key, "non_binding") == 0) {
        lua_pushboolean(L, host->search.text->non_binding);
        return 1;
    }
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (strcmp(methods[i].name, key) == 0) {
            lua_pushcfunction(L, methods[i].func);
            return 1;
        }
    }
    return luaL_error(L, "an agreement has no '%s'", key);
}

void bma_lua_register_agreement(lua_State *L)
{
    luaL_newmetatable(L, class_name);
    lua_pushcfunction(L, get);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

/* The class of findings: .level .contradicted :set :cap :contradict :add :undecided */
#include "rules/host_parts.h"

#include <lauxlib.h>
#include <string.h>

static const char class_name[] = "bma.finding";

enum { REASON_MAX_BYTES = 1000 };

void bma_lua_register(lua_State *L)
{
    bma_lua_register_agreement(L);
    bma_lua_register_clause(L);
    bma_lua_register_finding(L);
}

void bma_lua_push_finding(lua_State *L)
{
    lua_Integer *serial = lua_newuserdatauv(L, sizeof *serial, 0);

    *serial = bma_host_of(L)->serial;
    luaL_setmetatable(L, class_name);
}

static struct bma_decision *check_finding(lua_State *L)
{
    const lua_Integer *serial = luaL_checkudata(L, 1, class_name);
    struct bma_decision *decision = bma_host_of(L)->decision;

    bma_lua_check_serial(L, *serial);
    if (!decision)
        luaL_error(L, "there is no finding outside check");
    return decision;
}

/* The optional reason at index becomes the finding's. */
static void take_reason(lua_State *L, struct bma_decision *decision, int index)
{
    size_t length;
    const char *text;

    if (lua_isnoneornil(L, index))
        return;
    text = luaL_checklstring(L, index, &length);
    luaL_argcheck(L, length > 0 && length <= REASON_MAX_BYTES, index, "a reason has 1 to 1000 bytes");
    decision->finding->reason = bma_arena_strndup(decision->arena, text, length);
    if (!decision->finding->reason)
        bma_sandbox_starve(L);
}

static int check_level(lua_State *L, int index)
{
    lua_Integer level = luaL_checkinteger(L, index);

    luaL_argcheck(L, level >= 0 && level <= 4, index, "a level is a whole number from 0 to 4");
    return (int)level;
}

/* Not even a check function lifts an instrument that binds nobody above 2. */
static int set(lua_State *L)
{
    struct bma_decision *decision = check_finding(L);
    int level = check_level(L, 2);

    if (level > BMA_LEVEL_SOFT && decision->search->text->non_binding) {
        level = BMA_LEVEL_SOFT;
        decision->finding->capped = true;
    }
    decision->finding->status = BMA_FINDING_DECIDED;
    decision->finding->level = level;
    take_reason(L, decision, 3);
    return 0;
}

static int cap(lua_State *L)
{
    struct bma_decision *decision = check_finding(L);
    int level = check_level(L, 2);

    if (decision->finding->level > level) {
        decision->finding->level = level;
        take_reason(L, decision, 3);
    }
    return 0;
}

static int contradict(lua_State *L)
{
    struct bma_decision *decision = check_finding(L);
    int level;
    uint32_t clause = bma_lua_check_clause(L, 2, &level);

    decision->finding->contradicted = true;
    bma_decision_mark(decision, clause, BMA_EVIDENCE_CONTRADICTS, level);
    take_reason(L, decision, 3);
    return 0;
}

static int add(lua_State *L)
{
    static const enum bma_evidence_role roles[] = {BMA_EVIDENCE_SUPPORTS, BMA_EVIDENCE_OPERATES,
                                                   BMA_EVIDENCE_WEAKER, BMA_EVIDENCE_CONTRADICTS};
    struct bma_decision *decision = check_finding(L);
    int level;
    uint32_t clause = bma_lua_check_clause(L, 2, &level);
    const char *role = luaL_optstring(L, 3, "supports");

    for (size_t i = 0; i < sizeof roles / sizeof *roles; i++) {
        if (strcmp(bma_evidence_role_name(roles[i]), role) == 0) {
            bma_decision_mark(decision, clause, roles[i], level);
            return 0;
        }
    }
    return luaL_error(L, "there is no role '%s': expected supports, operates, weaker or contradicts", role);
}

static int undecided(lua_State *L)
{
    struct bma_decision *decision = check_finding(L);

    decision->finding->status = BMA_FINDING_UNDECIDED;
    luaL_checkstring(L, 2);
    take_reason(L, decision, 2);
    return 0;
}

static int get(lua_State *L)
{
    static const luaL_Reg methods[] = {
        {"set", set}, {"cap", cap}, {"contradict", contradict}, {"add", add}, {"undecided", undecided}};
    const struct bma_decision *decision = check_finding(L);
    const char *key = luaL_checkstring(L, 2);

    if (strcmp(key, "level") == 0) {
        lua_pushinteger(L, decision->finding->level);
        return 1;
    }
    if (strcmp(key, "contradicted") == 0) {
        lua_pushboolean(L, decision->finding->contradicted);
        return 1;
    }
    for (size_t i = 0; i < sizeof methods / sizeof *methods; i++) {
        if (strcmp(methods[i].name, key) == 0) {
            lua_pushcfunction(L, methods[i].func);
            return 1;
        }
    }
    return luaL_error(L, "a finding has no '%s'", key);
}

void bma_lua_register_finding(lua_State *L)
{
    luaL_newmetatable(L, class_name);
    lua_pushcfunction(L, get);
    lua_setfield(L, -2, "__index");
    lua_pop(L, 1);
}

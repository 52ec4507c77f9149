#include "rules/sandbox_library.h"

#include "rules/sandbox.h"

#include <lauxlib.h>
#include <lualib.h>
#include <string.h>

/*
 * The allow-list: what is taken over from Lua's own library, by the function that opens
 * it.  Absent on purpose:
 *   load, loadstring, dofile, require, package, io, os, debug – reach outside the rule
 *   setmetatable, getmetatable, raw… – __gc, __close, __mode and __index tricks
 *   coroutine – the count hook belongs to one thread
 *   string.find, match, gmatch, gsub – backtracking runs without instructions
 *   string.rep, table.move, xpcall – work or loop without instructions
 *   string.dump, next, collectgarbage, print, warn
 *   math.random, math.randomseed – the same input has the same output
 */
struct allowed {
    const char *library; /* "" = the base library */
    const char *name;
};

static const struct allowed allow_list[] = {
    {"", "assert"},         {"", "error"},     {"", "ipairs"},         {"", "select"},
    {"", "tonumber"},       {"", "type"},      {"math", "abs"},        {"math", "ceil"},
    {"math", "floor"},      {"math", "fmod"},  {"math", "huge"},       {"math", "max"},
    {"math", "maxinteger"}, {"math", "min"},   {"math", "mininteger"}, {"math", "modf"},
    {"math", "pi"},         {"math", "sqrt"},  {"math", "exp"},        {"math", "log"},
    {"math", "sin"},        {"math", "cos"},   {"math", "tan"},        {"math", "asin"},
    {"math", "acos"},       {"math", "atan"},  {"math", "deg"},        {"math", "rad"},
    {"math", "tointeger"},  {"math", "type"},  {"math", "ult"},        {"string", "len"},
    {"string", "lower"},    {"string", "sub"}, {"string", "upper"},
};

/* Library functions whose work grows with their table: they pay for its length first. */
static const struct allowed by_length[] = {{"table", "concat"}, {"table", "insert"}, {"table", "remove"}};

static int pay_length(lua_State *L)
{
    luaL_checktype(L, 1, LUA_TTABLE);
    bma_sandbox_charge(L, lua_rawlen(L, 1));
    lua_pushvalue(L, lua_upvalueindex(1));
    lua_insert(L, 1);
    lua_call(L, lua_gettop(L) - 1, LUA_MULTRET);
    return lua_gettop(L);
}

static int unpack(lua_State *L)
{
    lua_Integer first = luaL_optinteger(L, 2, 1);
    lua_Integer last;

    luaL_checktype(L, 1, LUA_TTABLE);
    last = luaL_opt(L, luaL_checkinteger, 3, (lua_Integer)lua_rawlen(L, 1));
    if (first > last)
        return 0;
    if ((lua_Unsigned)last - (lua_Unsigned)first >= 250 || !lua_checkstack(L, 256))
        return luaL_error(L, "too many results to unpack");
    for (lua_Integer i = first; i < last; i++)
        lua_geti(L, 1, i);
    lua_geti(L, 1, last);
    return (int)(last - first) + 1;
}

static int refuse_write(lua_State *L)
{
    const char *name = lua_type(L, 2) == LUA_TSTRING ? lua_tostring(L, 2) : luaL_typename(L, 2);

    return luaL_error(L, "'%s' cannot be set: globals and libraries are read-only", name);
}

void bma_lua_freeze(lua_State *L)
{
    lua_newtable(L); /* the view */
    lua_newtable(L); /* its metatable */
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_pushcfunction(L, refuse_write);
    lua_setfield(L, -2, "__newindex");
    lua_setmetatable(L, -2);
    lua_remove(L, -2);
}

/* Opens one of Lua's libraries in place; its table is left on the stack, reachable by nobody else. */
static void open_library(lua_State *L, const char *name)
{
    static const struct {
        const char *name;
        lua_CFunction open;
    } libraries[] = {
        {"", luaopen_base}, {"math", luaopen_math}, {"string", luaopen_string}, {"table", luaopen_table}};

    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        if (strcmp(libraries[i].name, name) == 0) {
            lua_pushcfunction(L, libraries[i].open);
            lua_call(L, 0, 1);
        }
    }
}

/* Copies what is allowed of a library from the table below the top to the table on top. */
static void copy_allowed(lua_State *L, const char *library)
{
    for (size_t i = 0; i < sizeof allow_list / sizeof *allow_list; i++) {
        if (strcmp(allow_list[i].library, library) == 0) {
            lua_getfield(L, -2, allow_list[i].name);
            lua_setfield(L, -2, allow_list[i].name);
        }
    }
    for (size_t i = 0; i < sizeof by_length / sizeof *by_length; i++) {
        if (strcmp(by_length[i].library, library) == 0) {
            lua_getfield(L, -2, by_length[i].name);
            lua_pushcclosure(L, pay_length, 1);
            lua_setfield(L, -2, by_length[i].name);
        }
    }
}

static void set_functions(lua_State *L, const char *library)
{
    static const struct {
        const char *library, *name;
        lua_CFunction function;
    } own[] = {{"", "pairs", bma_lua_pairs},       {"", "pcall", bma_lua_pcall},
               {"", "tostring", bma_lua_tostring}, {"table", "sort", bma_lua_sort},
               {"table", "unpack", unpack},        {"string", "format", bma_lua_format}};

    for (size_t i = 0; i < sizeof own / sizeof *own; i++) {
        if (strcmp(own[i].library, library) == 0) {
            lua_pushcfunction(L, own[i].function);
            lua_setfield(L, -2, own[i].name);
        }
    }
}

/* Leaves the reduced library on the stack. */
static void build(lua_State *L, const char *library)
{
    open_library(L, library);
    lua_newtable(L);
    copy_allowed(L, library);
    set_functions(L, library);
    lua_remove(L, -2);
}

/* ("x"):len() finds the reduced library, and nothing is left of the arithmetic on strings. */
static void replace_string_metatable(lua_State *L)
{
    lua_pushliteral(L, "");
    lua_newtable(L);
    lua_pushvalue(L, -3);
    lua_setfield(L, -2, "__index");
    lua_setmetatable(L, -2);
    lua_pop(L, 1);
}

int bma_sandbox_open(lua_State *L)
{
    static const char *const libraries[] = {"math", "string", "table"};

    build(L, "");
    for (size_t i = 0; i < sizeof libraries / sizeof *libraries; i++) {
        build(L, libraries[i]);
        bma_lua_freeze(L);
        if (strcmp(libraries[i], "string") == 0)
            replace_string_metatable(L);
        lua_setfield(L, -2, libraries[i]);
    }
    bma_lua_freeze(L);
    lua_setfield(L, LUA_REGISTRYINDEX, BMA_SANDBOX_GLOBALS);
    /* luaopen_base has filled Lua's own table of globals, which no chunk may see. */
    lua_newtable(L);
    lua_rawseti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
    return 0;
}

void bma_sandbox_load(lua_State *L, const char *bytes, size_t length, const char *name)
{
    const char *chunk = lua_pushfstring(L, "@%s", name);

    if (luaL_loadbufferx(L, bytes, length, chunk, "t") != LUA_OK)
        lua_error(L);
    lua_remove(L, -2);
    lua_getfield(L, LUA_REGISTRYINDEX, BMA_SANDBOX_GLOBALS);
    if (!lua_setupvalue(L, -2, 1))
        lua_pop(L, 1);
}

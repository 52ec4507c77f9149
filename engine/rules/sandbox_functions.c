/* The functions of the sandbox that Lua's own library has otherwise: ordered, stable, bounded. */
#include "rules/sandbox.h"
#include "rules/sandbox_library.h"

#include <lauxlib.h>
#include <stdio.h>
#include <string.h>

static int compare_strings(lua_State *L, int a, int b)
{
    size_t a_length, b_length;
    const char *a_text = lua_tolstring(L, a, &a_length);
    const char *b_text = lua_tolstring(L, b, &b_length);
    int order = memcmp(a_text, b_text, a_length < b_length ? a_length : b_length);

    return order != 0 ? order : (a_length > b_length) - (a_length < b_length);
}

static int rank(int type)
{
    return type == LUA_TNUMBER ? 0 : type == LUA_TSTRING ? 1 : 2;
}

/* Keys of pairs: numbers by value, strings by byte, false before true. */
static bool key_less(lua_State *L, int a, int b)
{
    int a_rank = rank(lua_type(L, a)), b_rank = rank(lua_type(L, b));

    if (a_rank != b_rank)
        return a_rank < b_rank;
    if (a_rank == 0)
        return lua_compare(L, a, b, LUA_OPLT);
    if (a_rank == 1)
        return compare_strings(L, a, b) < 0;
    return !lua_toboolean(L, a) && lua_toboolean(L, b);
}

/* Order of sort: the rule's comparator at stack index 2, or numbers and strings of one kind. */
static bool item_less(lua_State *L, int a, int b)
{
    bool less;

    if (lua_type(L, 2) != LUA_TFUNCTION) {
        if (lua_type(L, a) == LUA_TSTRING && lua_type(L, b) == LUA_TSTRING)
            return compare_strings(L, a, b) < 0;
        return lua_compare(L, a, b, LUA_OPLT);
    }
    lua_pushvalue(L, 2);
    lua_pushvalue(L, a);
    lua_pushvalue(L, b);
    lua_call(L, 2, 1);
    less = lua_toboolean(L, -1);
    lua_pop(L, 1);
    return less;
}

typedef bool less_function(lua_State *L, int a, int b);

/* Merges from[low, middle) and from[middle, high) into `into`; both are tables at absolute indices. */
static void merge(lua_State *L, int from, int into, lua_Integer low, lua_Integer middle, lua_Integer high,
                  less_function *less)
{
    lua_Integer left = low, right = middle;

    for (lua_Integer out = low; out < high; out++) {
        bool take_right = left >= middle;

        if (!take_right && right < high) {
            lua_rawgeti(L, from, left);
            lua_rawgeti(L, from, right);
            take_right = less(L, lua_gettop(L), lua_gettop(L) - 1);
            lua_pop(L, 2);
        }
        lua_rawgeti(L, from, take_right ? right++ : left++);
        lua_rawseti(L, into, out);
    }
}

/* Bottom-up merge sort of table[1..length]: stable whatever the comparator does, and always ends. */
static void sort_table(lua_State *L, int table, lua_Integer length, less_function *less)
{
    int from = table, into;

    lua_createtable(L, (int)length, 0);
    into = lua_gettop(L);
    for (lua_Integer width = 1; width < length; width *= 2) {
        int swap = from;

        bma_sandbox_charge(L, (size_t)length * 4);
        for (lua_Integer low = 1; low <= length; low += 2 * width) {
            lua_Integer middle = low + width <= length ? low + width : length + 1;
            lua_Integer high = low + 2 * width <= length ? low + 2 * width : length + 1;

            merge(L, from, into, low, middle, high, less);
        }
        from = into;
        into = swap;
    }
    for (lua_Integer i = 1; from != table && i <= length; i++) {
        lua_rawgeti(L, from, i);
        lua_rawseti(L, table, i);
    }
    lua_pop(L, 1);
}

int bma_lua_sort(lua_State *L)
{
    lua_Integer length;

    luaL_checktype(L, 1, LUA_TTABLE);
    if (!lua_isnoneornil(L, 2))
        luaL_checktype(L, 2, LUA_TFUNCTION);
    length = (lua_Integer)lua_rawlen(L, 1);
    luaL_argcheck(L, length < 1000000, 1, "too long to sort");
    lua_settop(L, 2);
    sort_table(L, 1, length, item_less);
    return 0;
}

/* Upvalues: the table, its keys in order, how many were handed out. */
static int next_pair(lua_State *L)
{
    lua_Integer index = lua_tointeger(L, lua_upvalueindex(3));

    for (;;) {
        bma_sandbox_charge(L, 1);
        lua_settop(L, 0);
        if (lua_rawgeti(L, lua_upvalueindex(2), ++index) == LUA_TNIL)
            return 1;
        lua_pushvalue(L, 1);
        if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL)
            break;
    }
    lua_pushinteger(L, index);
    lua_replace(L, lua_upvalueindex(3));
    return 2;
}

int bma_lua_pairs(lua_State *L)
{
    lua_Integer length = 0;

    luaL_checktype(L, 1, LUA_TTABLE);
    lua_settop(L, 1);
    lua_pushnil(L); /* where sort looks for a comparator */
    lua_newtable(L);
    for (lua_pushnil(L); lua_next(L, 1); lua_pop(L, 1)) {
        int type = lua_type(L, -2);

        bma_sandbox_charge(L, 2);
        if (type != LUA_TNUMBER && type != LUA_TSTRING && type != LUA_TBOOLEAN)
            return luaL_error(L, "pairs: a %s as key has no order", lua_typename(L, type));
        lua_pushvalue(L, -2);
        lua_rawseti(L, 3, ++length);
    }
    luaL_argcheck(L, length < 1000000, 1, "too many keys");
    sort_table(L, 3, length, key_less);
    lua_pushvalue(L, 1);
    lua_pushvalue(L, 3);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_pair, 3);
    return 1;
}

/* Pushes the value as text, without ever showing an address. */
static const char *push_text(lua_State *L, int index, size_t *length)
{
    int type = lua_type(L, index);

    if (type == LUA_TNUMBER || type == LUA_TSTRING)
        lua_pushvalue(L, index);
    else if (type == LUA_TBOOLEAN)
        lua_pushstring(L, lua_toboolean(L, index) ? "true" : "false");
    else
        lua_pushstring(L, luaL_typename(L, index));
    return lua_tolstring(L, -1, length);
}

int bma_lua_tostring(lua_State *L)
{
    luaL_checkany(L, 1);
    push_text(L, 1, NULL);
    return 1;
}

enum { SPEC_SIZE = 16, ITEM_SIZE = 512 };

/* Copies flags, width (two digits) and precision (two digits) of a directive; returns what follows. */
static const char *read_spec(lua_State *L, const char *text, char *spec)
{
    size_t flags = strspn(text, "-+ #0");
    size_t length = flags + strspn(text + flags, "0123456789");

    if (text[length] == '.')
        length += 1 + strspn(text + length + 1, "0123456789");
    if (flags > 3 || length > 8)
        luaL_error(L, "format: a directive is too long");
    spec[0] = '%';
    memcpy(spec + 1, text, length);
    spec[length + 1] = '\0';
    return text + length;
}

static void add_number(lua_State *L, luaL_Buffer *out, int argument, char *spec, char conversion)
{
    char item[ITEM_SIZE];
    size_t length = strlen(spec);
    int written;

    if (strchr("dixXo", conversion)) {
        memcpy(spec + length, LUA_INTEGER_FRMLEN, sizeof LUA_INTEGER_FRMLEN);
        length += sizeof LUA_INTEGER_FRMLEN - 1;
        spec[length] = conversion;
        spec[length + 1] = '\0';
        written = snprintf(item, sizeof item, spec, (LUAI_UACINT)luaL_checkinteger(L, argument));
    } else {
        spec[length] = conversion;
        spec[length + 1] = '\0';
        written = snprintf(item, sizeof item, spec, (LUAI_UACNUMBER)luaL_checknumber(L, argument));
    }
    if (written < 0 || (size_t)written >= sizeof item)
        luaL_error(L, "format: a number is too long");
    luaL_addlstring(out, item, (size_t)written);
}

static void add_text(lua_State *L, luaL_Buffer *out, int argument, const char *spec)
{
    luaL_checkany(L, argument);
    if (spec[1] != '\0')
        luaL_error(L, "format: %%s takes no width");
    push_text(L, argument, NULL);
    luaL_addvalue(out);
}

int bma_lua_format(lua_State *L)
{
    size_t length;
    const char *text = luaL_checklstring(L, 1, &length);
    int argument = 1;
    luaL_Buffer out;

    bma_sandbox_charge(L, length);
    luaL_buffinit(L, &out);
    while (*text) {
        char spec[SPEC_SIZE];

        if (*text != '%') {
            luaL_addchar(&out, *text++);
            continue;
        }
        text = read_spec(L, text + 1, spec);
        if (*text == '%' && spec[1] == '\0')
            luaL_addchar(&out, '%');
        else if (*text == 's')
            add_text(L, &out, ++argument, spec);
        else if (*text && strchr("dixXofFeEgG", *text))
            add_number(L, &out, ++argument, spec, *text);
        else
            return luaL_error(L, "format: there is no '%%%c'", *text ? *text : ' ');
        text++;
    }
    luaL_pushresult(&out);
    return 1;
}

int bma_lua_pcall(lua_State *L)
{
    int status;

    luaL_checkany(L, 1);
    status = lua_pcall(L, lua_gettop(L) - 1, LUA_MULTRET, 0);
    if (status == LUA_ERRMEM || (status != LUA_OK && bma_sandbox_of(L)->stopped))
        return lua_error(L);
    lua_pushboolean(L, status == LUA_OK);
    lua_insert(L, 1);
    return lua_gettop(L);
}

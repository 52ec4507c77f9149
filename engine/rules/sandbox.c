#include "rules/sandbox.h"

#include "base/memory.h"

#include <lauxlib.h>
#include <limits.h>
#include <string.h>

/* Bytes of memory that cost as much as one instruction. */
enum { BYTES_PER_STEP = 64 };

static const char steps_message[] = "the rule takes more steps than it may";

/*
 * When ptr is NULL, osize is the type of the object and no size.  A failed
 * shrink keeps the old block, for Lua takes it for granted that shrinking
 * succeeds.
 */
static void *allocate(void *context, void *ptr, size_t osize, size_t nsize)
{
    struct bma_sandbox *sandbox = context;
    size_t old = ptr ? osize : 0;
    void *block;

    if (nsize == 0) {
        bma_free(ptr);
        sandbox->memory_used -= old;
        return NULL;
    }
    if (!ptr && osize == LUA_TSTRING && nsize > BMA_SANDBOX_STRING + 64)
        return NULL;
    if (nsize > old) {
        sandbox->steps_left -= (long)((nsize - old) / BYTES_PER_STEP);
        if (nsize - old > sandbox->memory_limit - sandbox->memory_used)
            return NULL;
    }
    block = bma_realloc(ptr, nsize);
    if (!block && nsize > old) {
        sandbox->starved = true;
        return NULL;
    }
    sandbox->memory_used += nsize - old;
    return block ? block : ptr;
}

static void remember_line(lua_State *L, struct bma_sandbox *sandbox)
{
    lua_Debug frame;

    for (int level = 0; lua_getstack(L, level, &frame); level++) {
        lua_getinfo(L, "l", &frame);
        if (frame.currentline > 0) {
            sandbox->line = (uint32_t)frame.currentline;
            return;
        }
    }
}

static int stop(lua_State *L, struct bma_sandbox *sandbox)
{
    remember_line(L, sandbox);
    sandbox->stopped = true;
    return luaL_error(L, "%s", steps_message);
}

static void count(lua_State *L, lua_Debug *frame)
{
    struct bma_sandbox *sandbox = bma_sandbox_of(L);

    (void)frame;
    remember_line(L, sandbox);
    sandbox->steps_left -= BMA_SANDBOX_HOOK;
    if (sandbox->stopped || sandbox->steps_left <= 0)
        stop(L, sandbox);
}

void bma_sandbox_charge(lua_State *L, size_t steps)
{
    struct bma_sandbox *sandbox = bma_sandbox_of(L);

    if (steps >= (size_t)LONG_MAX || sandbox->steps_left <= (long)steps)
        stop(L, sandbox);
    else
        sandbox->steps_left -= (long)steps;
}

int bma_sandbox_starve(lua_State *L)
{
    struct bma_sandbox *sandbox = bma_sandbox_of(L);

    sandbox->starved = true;
    sandbox->stopped = true;
    lua_pushnil(L);
    return lua_error(L);
}

struct bma_sandbox *bma_sandbox_of(lua_State *L)
{
    void *context = NULL;

    (void)lua_getallocf(L, &context);
    return context;
}

/* Message handler: a message is made of whatever was raised, and the place is noted. */
static int explain(lua_State *L)
{
    struct bma_sandbox *sandbox = bma_sandbox_of(L);

    if (!sandbox->stopped)
        remember_line(L, sandbox);
    if (lua_type(L, 1) != LUA_TSTRING)
        lua_pushfstring(L, "the rule raised a %s as an error", luaL_typename(L, 1));
    else
        lua_settop(L, 1);
    return 1;
}

/* Takes "chunk:line: " off the front of a message; the line it names is the closer one. */
static const char *strip_place(const char *message, const char *chunk, uint32_t *line)
{
    size_t length = strlen(chunk);
    unsigned long value = 0;
    const char *digits;

    if (length == 0 || strncmp(message, chunk, length) != 0 || message[length] != ':')
        return message;
    digits = message + length + 1;
    while (*digits >= '0' && *digits <= '9' && value < 100000000)
        value = value * 10 + (unsigned long)(*digits++ - '0');
    if (*digits != ':')
        return message;
    *line = (uint32_t)value;
    return digits[1] == ' ' ? digits + 2 : digits + 1;
}

static enum bma_status failed(struct bma_sandbox *sandbox, int status, struct bma_error *error)
{
    lua_State *L = sandbox->lua;
    const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "the rule failed";
    uint32_t line = sandbox->line;

    if (sandbox->starved && (sandbox->stopped || status == LUA_ERRMEM))
        return bma_error_memory(error);
    if (sandbox->stopped)
        return bma_error_set(error, BMA_ERROR_RULE, sandbox->chunk, line, 0, "%s", steps_message);
    if (status == LUA_ERRMEM)
        message = "the rule takes more memory than it may";
    message = strip_place(message, sandbox->chunk, &line);
    return bma_error_set(error, BMA_ERROR_RULE, sandbox->chunk, line, 0, "%s", message);
}

enum bma_status bma_sandbox_call(struct bma_sandbox *sandbox, const char *chunk, lua_CFunction function,
                                 void *argument, struct bma_error *error)
{
    lua_State *L = sandbox->lua;
    enum bma_status result = BMA_OK;
    int status;

    sandbox->steps_left = sandbox->step_limit;
    sandbox->stopped = false;
    sandbox->starved = false;
    sandbox->chunk = chunk;
    sandbox->line = 0;
    lua_settop(L, 0);
    lua_pushcfunction(L, explain);
    lua_pushcfunction(L, function);
    lua_pushlightuserdata(L, argument);
    status = lua_pcall(L, 1, 0, 1);
    if (status != LUA_OK)
        result = failed(sandbox, status, error);
    lua_settop(L, 0);
    return result;
}

enum bma_status bma_sandbox_init(struct bma_sandbox *sandbox, size_t memory, long steps,
                                 struct bma_error *error)
{
    enum bma_status status;

    *sandbox = (struct bma_sandbox){.memory_limit = memory > 0 ? memory : BMA_SANDBOX_MEMORY};
    sandbox->step_limit = steps > 0 ? steps : BMA_SANDBOX_STEPS;
    sandbox->steps_left = sandbox->step_limit;
    sandbox->chunk = "";
    sandbox->lua = lua_newstate(allocate, sandbox);
    if (!sandbox->lua)
        return bma_error_memory(error);
    lua_sethook(sandbox->lua, count, LUA_MASKCOUNT, BMA_SANDBOX_HOOK);
    status = bma_sandbox_call(sandbox, "", bma_sandbox_open, NULL, error);
    if (status != BMA_OK)
        bma_sandbox_release(sandbox);
    return status;
}

void bma_sandbox_release(struct bma_sandbox *sandbox)
{
    if (sandbox->lua)
        lua_close(sandbox->lua);
    sandbox->lua = NULL;
}

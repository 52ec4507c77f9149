/*
 * The Lua state that rules run in.  Rule packs are not trusted: whatever a
 * rule does, it ends within the limits and leaves nothing behind.
 *
 *   memory   an allocator with a cap on the state and on any one string
 *   steps    a budget of VM instructions; library functions and allocations
 *            draw on it too; once it is spent nothing in Lua can go on,
 *            not even inside pcall
 *   code     text chunks only; globals are read-only; nothing outside the
 *            allow-list of sandbox_library.c exists
 *
 * Every entry into Lua, set-up included, passes bma_sandbox_call().
 */
#ifndef BMA_RULES_SANDBOX_H
#define BMA_RULES_SANDBOX_H

#include "base/error.h"

#include <lua.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    BMA_SANDBOX_MEMORY = 32 * 1024 * 1024,
    BMA_SANDBOX_STEPS = 2000000,
    BMA_SANDBOX_STRING = 64 * 1024, /* bytes of one string */
    BMA_SANDBOX_HOOK = 1000         /* instructions between two looks at the budget */
};

struct bma_sandbox {
    lua_State *lua;
    size_t memory_limit, memory_used;
    long step_limit, steps_left;
    bool stopped;      /* the budget is spent: sticky until the next call */
    bool starved;      /* the machine, not the limit, refused memory */
    const char *chunk; /* the rule that runs, as errors name it */
    uint32_t line;     /* where it was last seen */
    void *owner;       /* the host, for the binding classes */
};

enum bma_status bma_sandbox_init(struct bma_sandbox *sandbox, size_t memory, long steps,
                                 struct bma_error *error);
void bma_sandbox_release(struct bma_sandbox *sandbox);

/*
 * Calls function(L) with `argument` as a light userdata on the stack, under a
 * fresh budget.  On failure *error has chunk, line and the message: BMA_ERROR_MEMORY
 * when the machine is out of memory, BMA_ERROR_RULE for everything that
 * is the rule's own doing.
 */
enum bma_status bma_sandbox_call(struct bma_sandbox *sandbox, const char *chunk, lua_CFunction function,
                                 void *argument, struct bma_error *error);

/* The sandbox of a state. */
struct bma_sandbox *bma_sandbox_of(lua_State *L);

/* Ends the running call for want of memory outside Lua. */
int bma_sandbox_starve(lua_State *L);

/* Draws on the budget of the running call; raises the limit's error when it is spent. */
void bma_sandbox_charge(lua_State *L, size_t steps);

/* Compiles a text chunk whose globals are the allow-list; leaves the function on the stack or raises. */
void bma_sandbox_load(lua_State *L, const char *bytes, size_t length, const char *name);

/* Builds the allow-list in a new state (sandbox_library.c); runs inside bma_sandbox_call. */
int bma_sandbox_open(lua_State *L);

#endif

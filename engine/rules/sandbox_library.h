/*
 * What rules find in Lua: see docs/writing-rules.md.  Deterministic and
 * bounded twins of what Lua's own library does otherwise.
 */
#ifndef BMA_RULES_SANDBOX_LIBRARY_H
#define BMA_RULES_SANDBOX_LIBRARY_H

#include <lua.h>

/* In the registry: the table that is every chunk's _ENV. */
#define BMA_SANDBOX_GLOBALS "bma.globals"

int bma_lua_pairs(lua_State *L);    /* integers, numbers, strings by byte, booleans */
int bma_lua_sort(lua_State *L);     /* stable */
int bma_lua_tostring(lua_State *L); /* never an address */
int bma_lua_format(lua_State *L);   /* %d %i %u %x %X %o %c-less %f %e %g %s %% */
int bma_lua_pcall(lua_State *L);    /* does not catch the limits' errors */

/* Replaces the table on top of the stack with a read-only view of it. */
void bma_lua_freeze(lua_State *L);

#endif

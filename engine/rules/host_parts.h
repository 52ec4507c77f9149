/* The inside of a host, for the binding classes (lua_*.c) of this room. */
#ifndef BMA_RULES_HOST_PARTS_H
#define BMA_RULES_HOST_PARTS_H

#include "rules/decide.h"
#include "rules/host.h"
#include "rules/likeness.h"
#include "rules/rule_reader.h"
#include "rules/sandbox.h"

struct bma_host {
    const struct bma_pack *pack;
    struct bma_sandbox sandbox;
    struct bma_search search; /* the rules' queries */
    struct bma_search asking; /* queries that a check function asks; its own results */
    struct bma_likely likely; /* clauses of the document that are alike what counts for a rule */
    struct bma_own_terms own; /* of the document */
    const struct bma_case *agreement;
    struct bma_arena *arena;
    lua_Integer serial; /* grows with every call into a rule: userdata of an older call are refused */
    struct bma_decision *decision; /* while a check runs */
};

/* The host of a state. */
struct bma_host *bma_host_of(lua_State *L);

/*
 * Lua's objects are full userdata that carry the serial of the call they were made
 * for; the getters raise an error for anything else.
 */
void bma_lua_register(lua_State *L); /* all three classes */
void bma_lua_register_agreement(lua_State *L);
void bma_lua_register_clause(lua_State *L);
void bma_lua_register_finding(lua_State *L);

void bma_lua_push_agreement(lua_State *L);
void bma_lua_push_clause(lua_State *L, uint32_t clause, int level);
void bma_lua_push_finding(lua_State *L);

/* The clause at a stack index; *level as it was found. */
uint32_t bma_lua_check_clause(lua_State *L, int index, int *level);

/* A stale or foreign object raises. */
void bma_lua_check_serial(lua_State *L, lua_Integer serial);

#endif

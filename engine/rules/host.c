#include "rules/host.h"

#include "base/memory.h"
#include "findings/phrases.h"
#include "rules/coherence.h"
#include "rules/host_parts.h"

#include <lauxlib.h>
#include <string.h>

/* In the registry: an array of compiled chunks, one for each rule that has functions. */
#define CHUNKS "bma.chunks"

struct bma_host *bma_host_of(lua_State *L)
{
    return bma_sandbox_of(L)->owner;
}

/* Compiles the chunks of rules that have functions; they are run anew for every document. */
static int compile(lua_State *L)
{
    const struct bma_pack *pack = bma_host_of(L)->pack;

    lua_settop(L, 0);
    bma_lua_register(L);
    lua_newtable(L);
    for (uint32_t i = 0; i < pack->rule_count; i++) {
        const struct bma_rule_source *source = &pack->sources[i];

        if (!pack->rules[i].has_check && !pack->rules[i].has_applies)
            continue;
        bma_sandbox_load(L, source->bytes, source->length, source->name);
        lua_rawseti(L, 1, (lua_Integer)i + 1);
    }
    lua_setfield(L, LUA_REGISTRYINDEX, CHUNKS);
    return 0;
}

enum bma_status bma_host_new(const struct bma_pack *pack, const struct bma_host_limits *limits,
                             struct bma_host **out, struct bma_error *error)
{
    struct bma_host *host = bma_calloc(1, sizeof *host);
    enum bma_status status;

    if (!host)
        return bma_error_memory(error);
    host->pack = pack;
    bma_search_init(&host->search, pack->lexicon);
    bma_search_init(&host->asking, pack->lexicon);
    status = bma_likely_init(&host->likely, pack, error);
    if (status == BMA_OK)
        status =
            bma_sandbox_init(&host->sandbox, limits ? limits->memory : 0, limits ? limits->steps : 0, error);
    if (status == BMA_OK) {
        host->sandbox.owner = host;
        status = bma_sandbox_call(&host->sandbox, "", compile, NULL, error);
    }
    if (status != BMA_OK) {
        bma_host_free(host);
        return status;
    }
    *out = host;
    return BMA_OK;
}

void bma_host_free(struct bma_host *host)
{
    if (!host)
        return;
    bma_sandbox_release(&host->sandbox);
    bma_search_release(&host->search);
    bma_search_release(&host->asking);
    bma_likely_release(&host->likely);
    bma_free(host);
}

/* One call into a rule: a fresh run of its chunk, so that it remembers nothing. */
struct visit {
    uint32_t rule;
    const char *function;
    bool result; /* of applies */
};

static int enter(lua_State *L)
{
    struct visit *visit = lua_touserdata(L, 1);
    bool check = strcmp(visit->function, "check") == 0;

    bma_host_of(L)->serial++;
    lua_settop(L, 0);
    lua_getfield(L, LUA_REGISTRYINDEX, CHUNKS);
    lua_rawgeti(L, 1, (lua_Integer)visit->rule + 1);
    lua_call(L, 0, 1);
    lua_getfield(L, -1, visit->function);
    bma_lua_push_agreement(L);
    if (check)
        bma_lua_push_finding(L);
    lua_call(L, check ? 2 : 1, 1);
    if (!check && !lua_isboolean(L, -1))
        return luaL_error(L, "applies returns true or false, not %s", luaL_typename(L, -1));
    visit->result = lua_toboolean(L, -1);
    return 0;
}

static enum bma_status call_rule(struct bma_host *host, struct visit *visit, struct bma_error *error)
{
    return bma_sandbox_call(&host->sandbox, host->pack->rules[visit->rule].file, enter, visit, error);
}

/* A rule that failed has decided nothing. */
static enum bma_status record_error(struct bma_decision *decision, const struct bma_error *cause,
                                    struct bma_error *error)
{
    struct bma_finding *finding = decision->finding;
    const char *criterion = finding->criterion;

    *finding = (struct bma_finding){.criterion = criterion, .status = BMA_FINDING_ERROR};
    decision->search->found_count = 0;
    finding->error = bma_arena_strndup(decision->arena, cause->message, strlen(cause->message));
    finding->error_file = decision->rule->file;
    finding->error_line = cause->line;
    finding->reason = finding->error;
    return finding->error ? BMA_OK : bma_error_memory(error);
}

static enum bma_status run_rule(struct bma_host *host, struct bma_decision *decision, uint32_t index,
                                struct bma_error *error)
{
    struct visit visit = {.rule = index, .function = "applies", .result = true};
    enum bma_status status = BMA_OK;

    if (decision->rule->has_applies)
        status = call_rule(host, &visit, error);
    if (status == BMA_OK && !visit.result) {
        host->search.found_count = 0;
        decision->finding->status = BMA_FINDING_NOT_APPLICABLE;
        return BMA_OK;
    }
    if (status == BMA_OK)
        status = bma_decide(decision, &host->likely, index, error);
    if (status == BMA_OK && decision->rule->has_check) {
        visit.function = "check";
        status = call_rule(host, &visit, error);
    }
    if (status == BMA_OK)
        decision->finding->doubtful =
            bma_likely_doubts(&host->likely, &host->search, index, decision->finding);
    if (status == BMA_OK && host->likely.asked)
        status = bma_decide_by_likeness(decision, &host->likely, index, error);
    if (status == BMA_OK && decision->finding->status != BMA_FINDING_DECIDED)
        decision->finding->level = BMA_LEVEL_ABSENT;
    return status;
}

static enum bma_status evaluate(struct bma_host *host, uint32_t index, struct bma_finding *finding,
                                struct bma_error *error)
{
    struct bma_decision decision = {.rule = &host->pack->rules[index],
                                    .search = &host->search,
                                    .agreement = host->agreement,
                                    .arena = host->arena,
                                    .finding = finding,
                                    .own = &host->own,
                                    .likely = host->likely.asked ? &host->likely : NULL};
    struct bma_error cause = {.status = BMA_OK};
    enum bma_status status;

    *finding = (struct bma_finding){.criterion = decision.rule->id};
    host->decision = &decision;
    status = run_rule(host, &decision, index, &cause);
    host->decision = NULL;
    if (status == BMA_ERROR_RULE)
        status = record_error(&decision, &cause, error);
    else if (status != BMA_OK && error)
        *error = cause;
    return status == BMA_OK ? bma_decision_finish(&decision, error) : status;
}

/* When all queries have spoken: rules are asked again where a clause is alike and they did not see it so, or
 * where what carries a duty out works against another criterion. */
static enum bma_status ask_again(struct bma_host *host, struct bma_findings *findings,
                                 struct bma_error *error)
{
    enum bma_status status =
        bma_likely_hear(&host->likely, host->search.text->document, findings, host->arena, error);

    for (uint32_t i = 0; status == BMA_OK && i < findings->count; i++) {
        if (bma_likely_tells(&host->likely, i, &findings->items[i]) ||
            bma_finding_leans_on_opposed(&host->likely, &findings->items[i]))
            status = evaluate(host, i, &findings->items[i], error);
    }
    return status;
}

enum bma_status bma_host_run(struct bma_host *host, const struct bma_annotated *text,
                             const struct bma_case *agreement, struct bma_arena *arena,
                             struct bma_findings *out, struct bma_error *error)
{
    enum bma_status status = bma_search_begin(&host->search, text, arena, error);

    *out = (struct bma_findings){.items = NULL};
    if (status == BMA_OK)
        status = bma_search_begin(&host->asking, text, arena, error);
    if (status == BMA_OK)
        status = bma_likely_begin(&host->likely, text, arena, error);
    if (status == BMA_OK)
        status = bma_own_terms_find(text, arena, &host->own, error);
    if (status != BMA_OK)
        return status;
    host->agreement = agreement;
    host->arena = arena;
    out->items = bma_arena_calloc(arena, host->pack->rule_count + 1, sizeof *out->items);
    if (!out->items)
        return bma_error_memory(error);
    for (uint32_t i = 0; status == BMA_OK && i < host->pack->rule_count; i++) {
        status = evaluate(host, i, &out->items[i], error);
        if (status == BMA_OK)
            out->count++;
    }
    if (status == BMA_OK)
        status = ask_again(host, out, error);
    if (status == BMA_OK)
        status = bma_coherence_check(host->pack, &host->search, agreement, arena, out, error);
    return status;
}

const int32_t *bma_host_weighed(const struct bma_host *host, uint32_t model)
{
    return bma_likely_learned(&host->likely, model) ? host->likely.weighed[model] : NULL;
}

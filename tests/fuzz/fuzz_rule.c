/* A rule's Lua chunk: compiled and run in the sandbox, its table read as a rule and as a conflict. */
#include "fuzz.h"

#include "rules/rule_reader.h"
#include "rules/sandbox.h"

/* Small, so that a chunk that eats its budget does not eat the fuzzer's. */
enum { MEMORY = 4 * 1024 * 1024, STEPS = 50000 };

struct job {
    struct bma_rule_reader reader;
    int conflict;
};

static int read_chunk(lua_State *L)
{
    struct job *job = lua_touserdata(L, 1);
    const struct bma_rule_source *source = job->reader.source;
    struct bma_rule rule = {.id = NULL};
    struct bma_conflict conflict = {.name = "name", .file = source->name};

    lua_settop(L, 0);
    bma_sandbox_load(L, source->bytes, source->length, source->name);
    lua_call(L, 0, 1);
    if (job->conflict)
        bma_conflict_read(L, &job->reader, &conflict);
    else
        bma_rule_read(L, &job->reader, &rule);
    return 0;
}

static void run(struct bma_rule_source *source, const struct bma_lexicon *lexicon, int conflict)
{
    struct bma_sandbox sandbox;
    struct bma_arena arena;
    struct bma_error error;
    struct job job = {{&arena, lexicon, source, 0, NULL}, conflict};

    bma_arena_init(&arena);
    fuzz_need(bma_sandbox_init(&sandbox, MEMORY, STEPS, &error) == BMA_OK, "no sandbox");
    (void)bma_sandbox_call(&sandbox, source->name, read_chunk, &job, &error);
    bma_sandbox_release(&sandbox);
    bma_arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static struct bma_pack *pack;
    struct bma_error error;
    struct bma_arena arena;
    struct bma_rule_source source = {.length = size, .name = "hr/HR-1.lua"};

    if (pack == NULL)
        fuzz_need(bma_pack_load(FUZZ_PACK, NULL, &pack, &error) == BMA_OK, "the pack cannot be opened");
    bma_arena_init(&arena);
    source.bytes = bma_arena_strndup(&arena, (const char *)data, size);
    fuzz_need(source.bytes != NULL, "no memory");
    run(&source, pack->lexicon, 0);
    run(&source, pack->lexicon, 1);
    bma_arena_release(&arena);
    return 0;
}

/* Whatever a rule does, it ends within its limits and says where. */
#include "rules/sandbox.h"

#include "base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

enum { MEMORY = 8 * 1024 * 1024, STEPS = 500000 };

struct script {
    const char *text;
    size_t length;
    char result[200];
};

static int run(lua_State *L)
{
    struct script *script = lua_touserdata(L, 1);

    lua_settop(L, 0);
    bma_sandbox_load(L, script->text, script->length, "t.lua");
    lua_call(L, 0, 1);
    if (lua_type(L, -1) == LUA_TSTRING || lua_type(L, -1) == LUA_TNUMBER)
        snprintf(script->result, sizeof script->result, "%s", lua_tostring(L, -1));
    return 0;
}

static enum bma_status evaluate(const char *text, struct script *script, struct bma_error *error)
{
    struct bma_sandbox sandbox;
    enum bma_status status = bma_sandbox_init(&sandbox, MEMORY, STEPS, error);

    *script = (struct script){.text = text, .length = strlen(text)};
    if (status == BMA_OK)
        status = bma_sandbox_call(&sandbox, "t.lua", run, script, error);
    bma_sandbox_release(&sandbox);
    return status;
}

static void test_escapes(void **state)
{
    static const struct {
        const char *script;
        uint32_t line; /* 0 = any */
        const char *message;
    } cases[] = {
        {"while true do end", 1, "more steps"},
        {"\nwhile true do pcall(function() while true do end end) end", 2, "more steps"},
        {"local function f() return pcall(f) end while true do f() end", 1, "more steps"},
        {"local t = {} while true do t[#t + 1] = {} end", 0, "more"},
        {"local t = {} pcall(function() while true do t[#t + 1] = {1,2,3} end end) while true do end", 0,
         "more"},
        {"local s = 'x' while true do s = s .. s end", 0, "more memory"},
        {"local s = 'x' for i = 1, 12 do s = s .. s end while true do local r = s .. i end", 0, ""},
        {"return ('x'):rep(1e9)", 1, "rep"},
        {"return string.rep('x', 1e9)", 1, "rep"},
        {"return string.format('%99999d', 1)", 1, "too long"},
        {"return string.format('%s', {}) .. string.format('%p', {})", 1, "there is no '%p'"},
        {"local s = string.format('%99.99f', 1) while true do s = string.format('%s%s', s, s) end", 0,
         "memory"},
        {"local function f() return 1 + f() end return f()", 0, "more memory"},
        {"local function f(a, b) table.sort({3, 2, 1}, f) return a < b end f(1, 2)", 0, "stack overflow"},
        {"error({})", 1, "raised a table"},
        {"error(nil)", 1, "raised a nil"},
        {"\n\nerror('no', 0)", 3, "no"},
        {"\nerror('place')", 2, "place"},
        {"setmetatable({}, {__gc = function() end})", 1, "setmetatable"},
        {"getmetatable('').__index = nil", 1, "getmetatable"},
        {"rawset(string, 'x', 1)", 1, "rawset"},
        {"string.len = 1", 1, "read-only"},
        {"x = 1", 1, "read-only"},
        {"load('return 1')()", 1, "load"},
        {"require('os')", 1, "require"},
        {"os.execute('true')", 1, "os"},
        {"io.open('x')", 1, "io"},
        {"debug.sethook()", 1, "debug"},
        {"coroutine.wrap(function() end)()", 1, "coroutine"},
        {"collectgarbage()", 1, "collectgarbage"},
        {"return math.random()", 1, "random"},
        {"return ('a'):find('a')", 1, "find"},
        {"return string.gsub('a', 'a', 'b')", 1, "gsub"},
        {"return '10' + 1", 1, "arithmetic on a string"},
        {"return table.unpack({}, 1, 1e8)", 1, "too many"},
        {"return table.concat({}, 'x', 1, 1e15)", 1, "invalid value"},
        {"local t = {} for i = 1, 5000 do t[i] = i end while true do table.insert(t, 1, 0) end", 1,
         "more steps"},
        {"local t = {} for i = 1, 5000 do t[i] = -i end while true do table.sort(t) end", 1, "more steps"},
        {"for k in pairs({[{}] = 1}) do end", 1, "no order"},
        {"return (", 1, "unexpected symbol"},
        {"\x1bLua", 0, "binary chunk"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_error error = {.status = BMA_OK};
        struct script script;
        enum bma_status status = evaluate(cases[i].script, &script, &error);

        if (status != BMA_ERROR_RULE || !strstr(error.message, cases[i].message) ||
            (cases[i].line != 0 && error.line != cases[i].line))
            fail_msg("%s\n  status %d, line %u: %s", cases[i].script, (int)status, error.line, error.message);
        assert_string_equal(error.file, "t.lua");
    }
}

static void test_results(void **state)
{
    static const struct {
        const char *script, *result;
    } cases[] = {
        {"return _G == nil and 'none' or 'some'", "none"},
        {"local r = '' for k, v in pairs({b = 1, a = 2, [3] = 3, [1] = 1, [true] = 0}) do r = r .. "
         "tostring(k) end return r",
         "13abtrue"},
        {"local t = {a = 1, b = 2} local n = 0 for k in pairs(t) do t.b = nil n = n + 1 end return n", "1"},
        {"local t = {3, 1, 2} table.sort(t) return table.concat(t, ',')", "1,2,3"},
        {"local t = {'B', 'a', 'A'} table.sort(t) return table.concat(t)", "ABa"},
        {"local t = {} for i = 1, 9 do t[i] = {i % 3, i} end table.sort(t, function(a, b) return a[1] < b[1] "
         "end)"
         " local r = '' for _, v in ipairs(t) do r = r .. v[2] end return r",
         "369147258"},
        {"local t = {5, 4, 3, 2, 1} table.sort(t, function() return true end) return #t", "5"},
        {"return tostring({}) .. tostring(print) .. tostring(1.5) .. tostring(true)", "tablenil1.5true"},
        {"return string.format('%d|%5.2f|%s|%s|%%|%03d', 7, 1.5, 'x', {}, 5)", "7| 1.50|x|table|%|005"},
        {"return select('#', table.unpack({1, 2, 3}))", "3"},
        {"local ok, message = pcall(error, 'x', 0) return tostring(ok) .. message", "falsex"},
        {"return ('abc'):upper():sub(2) .. ('x'):len()", "BC1"},
        {"return math.type(math.tointeger(3.0)) .. math.maxinteger", "integer9223372036854775807"},
        {"local n = 0 for k in pairs(string) do n = n + 1 end return n", "0"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct bma_error error = {.status = BMA_OK};
        struct script script;

        if (evaluate(cases[i].script, &script, &error) != BMA_OK)
            fail_msg("%s\n  %s", cases[i].script, error.message);
        if (strcmp(script.result, cases[i].result) != 0)
            fail_msg("%s\n  expected %s, got %s", cases[i].script, cases[i].result, script.result);
    }
}

/* A rule that ran wild leaves a state that the next rule can use, under a budget of its own. */
static void test_next_call_is_fresh(void **state)
{
    struct bma_sandbox sandbox;
    struct bma_error error;
    struct script wild = {.text = "while true do end", .length = 17};
    struct script tame = {.text = "return 'fine'", .length = 13};

    (void)state;
    assert_int_equal(bma_sandbox_init(&sandbox, MEMORY, STEPS, &error), BMA_OK);
    for (int i = 0; i < 3; i++) {
        assert_int_equal(bma_sandbox_call(&sandbox, "t.lua", run, &wild, &error), BMA_ERROR_RULE);
        assert_int_equal(bma_sandbox_call(&sandbox, "t.lua", run, &tame, &error), BMA_OK);
        assert_string_equal(tame.result, "fine");
    }
    bma_sandbox_release(&sandbox);
}

static void test_failing_allocations(void **state)
{
    enum bma_status status = BMA_ERROR_MEMORY;
    size_t nth = 0;

    (void)state;
    while (status != BMA_OK) {
        struct bma_error error = {.status = BMA_OK};
        struct script script;

        bma_memory_fail_at(++nth);
        status = evaluate("local t = {} for i = 1, 50 do t[i] = 'a' .. i end return table.concat(t)", &script,
                          &error);
        bma_memory_fail_at(0);
        if (status != BMA_OK)
            assert_int_equal(status, BMA_ERROR_MEMORY);
        assert_true(nth < 5000);
    }
    assert_true(nth > 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_escapes),
        cmocka_unit_test(test_results),
        cmocka_unit_test(test_next_call_is_fresh),
        cmocka_unit_test(test_failing_allocations),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}

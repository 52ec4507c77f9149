/* One name for one file, however its path was written; and what a path names. */
#include "corpus/names.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void plain_paths(void **state)
{
    static const char *const cases[][2] = {
        {"a.txt", "a.txt"},
        {"./a.txt", "a.txt"},
        {"././cases//a.txt", "cases/a.txt"},
        {"cases/./a", "cases/a"},
        {"cases/", "cases"},
        {".", "."},
        {"./", "."},
        {"/", "/"},
        {"//x/./y/", "/x/y"},
        {"../a", "../a"},
        {"b/../a", "b/../a"},
        {".hidden/a", ".hidden/a"},
        {"./-", "./-"},
        {"a/-", "a/-"},
        {"././/", "."},
    };
    struct bma_buffer name;

    (void)state;
    bma_buffer_init(&name);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bma_buffer_clear(&name);
        bma_name_plain(cases[i][0], &name);
        assert_string_equal(name.bytes, cases[i][1]);
    }
    bma_buffer_clear(&name);
    bma_buffer_adds(&name, "in ");
    bma_name_plain("./x", &name);
    assert_string_equal(name.bytes, "in x");
    bma_buffer_release(&name);
}

static void paths_name(void **state)
{
    static const struct {
        const char *name, *path;
        enum bma_named wanted;
    } cases[] = {
        {"cases/a.txt", "cases/a.txt", BMA_NAMED_ITSELF},
        {"cases/a.txt", "cases", BMA_NAMED_BELOW},
        {"cases/a.txt", ".", BMA_NAMED_BELOW},
        {"cases/a.txt", "case", BMA_NAMED_NOT},
        {"cases/a.txt", "cases/a", BMA_NAMED_NOT},
        {"/cases/a.txt", ".", BMA_NAMED_NOT},
        {"/cases/a.txt", "/", BMA_NAMED_BELOW},
        {"cases", "cases/a.txt", BMA_NAMED_NOT},
    };

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_int_equal(bma_name_is_named(cases[i].name, cases[i].path), cases[i].wanted);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(plain_paths), cmocka_unit_test(paths_name)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "base/yaml_parts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Which files the simple reader takes on; fuzz_yaml compares what it makes of them with libyaml. */
static const struct {
    const char *text;
    bool simple;
} cases[] = {
    {"a: b\n", true},
    {"# said first\na:\n  - b c # behind\n  - \"d: e\"\n  - 'f'\n", true},
    {"a:\n  - b: c\n    d: [e, f]\n  - b: g\nh: { i: 1, j: 2 }\n", true},
    {"a: [b,\n  c]\n", true},
    {"a: [b's, c d']\n", true},
    {"a: \xc3\xa9t\xc3\xa9\nb: c\n", true},
    {"a: b", false},                   /* no line break at the end */
    {"a: b\n  c\n", false},            /* goes on over two lines */
    {"a: b: c\n", false},              /* a map where none may stand */
    {"a: |\n  b\n", false},            /* a block of text */
    {"a: &b c\n", false},              /* an anchor */
    {"a: *b\n", false},                /* an alias */
    {"a: !b c\n", false},              /* a tag */
    {"a: \"b\\n\"\n", false},          /* an escape */
    {"a: 'b''c'\n", false},            /* a doubled quote */
    {"a:\n- b\n", false},              /* a list as deep as its key */
    {"a:\n", false},                   /* no value */
    {"a:\tb\n", false},                /* a tab */
    {"a: b\r\n", false},               /* another line break */
    {"a: [b, [c]]\n", false},          /* brackets in brackets */
    {"---\na: b\n", false},            /* a document's start */
    {"a:\n    b: c\n  d: e\n", false}, /* neither in nor out */
    {"\xef\xbb\xbf"
     "a: b\n",
     false},                       /* a byte order mark */
    {"a: b\xe2\x80\xa8\n", false}, /* a line break of Unicode */
    {"", false},
    {"a: b\nc: { d: e, d: f }\n", false}, /* a key that stands twice: libyaml says where */
};

static void test_simple(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const struct bma_yaml *root = NULL;
        struct bma_arena arena;
        struct bma_error error;
        bool simple = !cases[i].simple;

        bma_arena_init(&arena);
        assert_int_equal(bma_yaml_read_simple(cases[i].text, strlen(cases[i].text), "x.yaml", &arena, &simple,
                                              &root, &error),
                         BMA_OK);
        assert_int_equal(simple, cases[i].simple);
        bma_arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_simple)};

    return cmocka_run_group_tests(tests, NULL, NULL);
}

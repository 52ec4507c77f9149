/* The YAML tree: both of its readers, which agree on every node wherever the simple one reads the file at
 * all. */
#include "fuzz.h"

#include "base/utf8.h"
#include "base/yaml_parts.h"

#include <string.h>

static void visit(const struct bma_yaml *node)
{
    size_t count = 0;

    if (node->kind == BMA_YAML_SCALAR) {
        fuzz_need(strlen(node->text) == node->length, "a scalar has a NUL inside");
        return;
    }
    for (const struct bma_yaml *child = node->first; child != NULL; child = child->next) {
        fuzz_need((child->key != NULL) == (node->kind == BMA_YAML_MAP), "a key where none belongs");
        visit(child);
        count++;
    }
    fuzz_need(count == node->count, "a count that is wrong");
}

static void compare(const struct bma_yaml *a, const struct bma_yaml *b)
{
    fuzz_need(a->kind == b->kind && a->plain == b->plain, "another kind of node");
    fuzz_need(a->line == b->line && a->column == b->column, "another place of a node");
    fuzz_need((a->key == NULL) == (b->key == NULL), "a key that only one has");
    fuzz_need(a->key == NULL || strcmp(a->key, b->key) == 0, "another key");
    fuzz_need(a->key_line == b->key_line && a->key_column == b->key_column, "another place of a key");
    if (a->kind == BMA_YAML_SCALAR)
        fuzz_need(a->length == b->length && strcmp(a->text, b->text) == 0, "another text");
    a = a->first;
    b = b->first;
    for (; a != NULL && b != NULL; a = a->next, b = b->next)
        compare(a, b);
    fuzz_need(a == NULL && b == NULL, "another number of nodes");
}

static void compare_readers(const char *bytes, size_t size, struct bma_arena *arena)
{
    struct bma_error error = {.status = BMA_OK}, other = {.status = BMA_OK};
    const struct bma_yaml *root = NULL, *expected = NULL;
    bool simple = false;
    enum bma_status status = bma_yaml_read_simple(bytes, size, "input.yaml", arena, &simple, &root, &error);

    if (!simple)
        return;
    fuzz_need(bma_yaml_read_events(bytes, size, "input.yaml", arena, &expected, &other) == status,
              "another status");
    if (status == BMA_OK)
        compare(root, expected);
    else
        fuzz_need(error.line == other.line && error.column == other.column &&
                      strcmp(error.message, other.message) == 0,
                  "another error");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct bma_arena arena;
    struct bma_error error;
    const struct bma_yaml *root;

    bma_arena_init(&arena);
    if (bma_yaml_parse(bytes, size, "input.yaml", &arena, &root, &error) == BMA_OK)
        visit(root);
    if (bma_utf8_check(bytes, size) == size)
        compare_readers(bytes, size, &arena);
    bma_arena_release(&arena);
    return 0;
}

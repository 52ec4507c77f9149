/* The YAML tree, every node of it visited. */
#include "fuzz.h"

#include "base/yaml_tree.h"

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

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct bma_arena arena;
    struct bma_error error;
    const struct bma_yaml *root;

    bma_arena_init(&arena);
    if (bma_yaml_parse((const char *)data, size, "input.yaml", &arena, &root, &error) == BMA_OK)
        visit(root);
    bma_arena_release(&arena);
    return 0;
}

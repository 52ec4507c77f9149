/* A case file whose coder's levels stand alone: an agreement of which there is no text. */
#include "readers/case_parts.h"

#include "base/memory.h"
#include "base/sha256.h"

#include <string.h>

enum { ROOM_AFTER_TEXT = 64 };

/* What every reader gives of a text, for a text of no bytes: a root, one line, and nothing in it. */
static bool fill(struct bma_document *document, const char *path)
{
    struct bma_node *root = bma_arena_calloc(&document->arena, 1, sizeof *root);
    char *text = bma_arena_calloc(&document->arena, ROOM_AFTER_TEXT + 1, 1);

    document->path = bma_arena_strndup(&document->arena, path, strlen(path));
    document->line_starts = bma_arena_calloc(&document->arena, 1, sizeof *document->line_starts);
    if (root == NULL || text == NULL || document->path == NULL || document->line_starts == NULL)
        return false;
    *root = (struct bma_node){.kind = BMA_NODE_AGREEMENT,
                              .parent = BMA_NONE,
                              .first_child = BMA_NONE,
                              .last_child = BMA_NONE,
                              .next = BMA_NONE,
                              .heading = BMA_NONE,
                              .number = "",
                              .citation = ""};
    document->format = "coded";
    document->source = document->text = text;
    document->line_count = 1;
    document->nodes = root;
    document->node_count = 1;
    return true;
}

enum bma_status bma_case_without_text(struct bma_case *agreement, const char *bytes, size_t length,
                                      struct bma_error *error)
{
    struct bma_sha256 hash;

    agreement->document = bma_calloc(1, sizeof *agreement->document);
    if (agreement->document == NULL)
        return bma_error_memory(error);
    bma_arena_init(&agreement->document->arena);
    if (!fill(agreement->document, agreement->path))
        return bma_error_memory(error);
    bma_sha256_init(&hash);
    bma_sha256_add(&hash, bytes, length);
    bma_sha256_hex(&hash, agreement->document->sha256);
    agreement->without_text = true;
    return BMA_OK;
}

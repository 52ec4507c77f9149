/* Reads and annotates a small agreement with the pack's own lexicon; shared by the tests of clause features.
 */
#ifndef BMA_TESTS_ANNOTATE_TEXT_H
#define BMA_TESTS_ANNOTATE_TEXT_H

#include "base/buffer.h"
#include "language/annotated.h"
#include "language/dump.h"
#include "readers/reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#define LEXICON_FOLDER BMA_SOURCE_DIR "/rules/m4md-2011/lexicon/en"

struct annotated_text {
    struct bma_lexicon *lexicon;
    struct bma_annotator *annotator;
    struct bma_document *document;
    struct bma_arena arena;
    struct bma_annotated text;
};

static inline int open_language(void **state)
{
    struct annotated_text *all = calloc(1, sizeof *all);
    struct bma_error error = {0};

    assert_non_null(all);
    bma_arena_init(&all->arena);
    if (bma_lexicon_load(LEXICON_FOLDER, NULL, &all->lexicon, &error) != BMA_OK ||
        bma_annotator_new(all->lexicon, &all->annotator, &error) != BMA_OK)
        fail_msg("%s:%u: %s", error.file, (unsigned)error.line, error.message);
    *state = all;
    return 0;
}

static inline int close_language(void **state)
{
    struct annotated_text *all = *state;

    bma_document_free(all->document);
    bma_annotator_free(all->annotator);
    bma_lexicon_free(all->lexicon);
    bma_arena_release(&all->arena);
    free(all);
    return 0;
}

static inline const struct bma_annotated *annotate(struct annotated_text *all, const char *text)
{
    struct bma_error error = {0};

    bma_document_free(all->document);
    all->document = NULL;
    bma_arena_reset(&all->arena);
    if (bma_read_document("draft.txt", text, strlen(text), bma_lexicon_conventions(all->lexicon),
                          &all->document, &error) != BMA_OK ||
        bma_annotate(all->annotator, all->document, &all->arena, &all->text, &error) != BMA_OK)
        fail_msg("%s", error.message);
    return &all->text;
}

/* The clause whose text contains the words. */
static inline uint32_t clause_with(const struct bma_annotated *text, const char *words)
{
    for (uint32_t i = 0; i < text->document->clause_count; i++) {
        struct bma_span span = text->document->clauses[i].span;
        char copy[2048];
        size_t length = span.end - span.start < sizeof copy - 1 ? span.end - span.start : sizeof copy - 1;
        memcpy(copy, text->document->text + span.start, length);
        copy[length] = '\0';
        if (text->document->clauses[i].zone != BMA_ZONE_HEADING && strstr(copy, words))
            return i;
    }
    fail_msg("no clause has \"%s\"", words);
    return BMA_NONE;
}

#endif

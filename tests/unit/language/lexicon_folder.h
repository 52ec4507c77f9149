/* A lexicon made on the spot: a folder of two files, gone after the test. */
#ifndef TESTS_LEXICON_FOLDER_H
#define TESTS_LEXICON_FOLDER_H

#include "../put_file.h"
#include "base/memory.h"
#include "language/annotated.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char STRUCTURE[] = "language: en\n"
                                "stemmer: english\n"
                                "clitics: [s]\n"
                                "numbers: [two, three, thirty, hundred]\n"
                                "spelling: {labour: labor, programme: program}\n";

struct lexicon_folder {
    char path[64];
};

/* A NULL text leaves the file out. */
static inline void make_folder(struct lexicon_folder *folder, const char *structure, const char *concepts)
{
    static const char prefix[] = "/tmp/bma-lexicon-";
    memcpy(folder->path, prefix, sizeof prefix);
    memset(folder->path + sizeof prefix - 1, 'X', 6); /* what mkdtemp replaces */
    folder->path[sizeof prefix + 5] = '\0';
    assert_non_null(mkdtemp(folder->path));
    if (structure != NULL)
        put_file(folder->path, "structure.yaml", structure);
    if (concepts != NULL)
        put_file(folder->path, "topic.yaml", concepts);
}

static inline void remove_folder(const struct lexicon_folder *folder)
{
    static const char *const names[] = {"structure.yaml", "topic.yaml", "other.yaml"};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char path[128];
        (void)snprintf(path, sizeof path, "%s/%s", folder->path, names[i]);
        (void)unlink(path);
    }
    (void)rmdir(folder->path);
}

/* The lexicon of these concepts; the test fails with the loader's message otherwise. */
static inline struct bma_lexicon *make_lexicon(const char *concepts)
{
    struct lexicon_folder folder;
    struct bma_lexicon *lexicon = NULL;
    struct bma_error error = {0};
    make_folder(&folder, STRUCTURE, concepts);
    enum bma_status status = bma_lexicon_load(folder.path, NULL, &lexicon, &error);
    remove_folder(&folder);
    if (status != BMA_OK)
        fail_msg("%u:%u: %s", (unsigned)error.line, (unsigned)error.column, error.message);
    return lexicon;
}

/* A document of one clause per line; text and clauses are the caller's to bma_free. */
static inline struct bma_document make_document(const char *lines)
{
    size_t length = strlen(lines);
    char *text = bma_calloc(1, length + 65);
    struct bma_clause *clauses = bma_calloc(length + 1, sizeof *clauses);
    assert_non_null(text);
    assert_non_null(clauses);
    memcpy(text, lines, length);
    struct bma_document document = {.text = text, .text_length = (uint32_t)length, .clauses = clauses};
    for (size_t from = 0; from < length;) {
        size_t end = from + strcspn(lines + from, "\n");
        clauses[document.clause_count] = (struct bma_clause){
            .span = {(uint32_t)from, (uint32_t)end}, .node = document.clause_count, .lead_in = BMA_NONE};
        document.clause_count++;
        from = end + 1;
    }
    return document;
}

static inline void release_document(struct bma_document *document)
{
    bma_free((void *)(uintptr_t)document->text);
    bma_free((void *)(uintptr_t)document->clauses);
}

#endif

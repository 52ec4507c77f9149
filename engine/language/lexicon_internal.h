/*
 * What a lexicon is made of, for the files of this room alone.
 */
#ifndef BMA_LANGUAGE_LEXICON_INTERNAL_H
#define BMA_LANGUAGE_LEXICON_INTERNAL_H

#include "base/yaml_tree.h"
#include "language/chains.h"
#include "language/lexicon.h"

/*
 * A hit of a concept also counts for the concepts that include it, directly
 * or through others.  `guards` are the concepts on that way whose `not`
 * phrases an occurrence must not overlap.
 */
struct bma_emission {
    uint32_t concept;
    uint32_t first_guard, guard_count; /* into guards */
};

struct bma_lexicon_file {
    char *path;
    const char *name; /* the last part of path */
    char *bytes;
    size_t length;
};

struct bma_lexicon_files {
    char *folder;
    struct bma_lexicon_file *items;
    size_t count, capacity;
};

struct bma_lexicon {
    struct bma_arena arena; /* concepts, conventions and all their strings */
    bool in_image;          /* all arrays belong to the image that it was read from (base/image.h) */
    struct bma_conventions conventions;
    const char *stemmer; /* Snowball's name of the language: "english" */
    struct bma_concept *concepts;
    size_t concept_count, concept_capacity;
    struct bma_word_table names; /* concept = number - 1 */
    struct bma_symbols symbols;
    struct bma_chains chains;
    struct bma_emission *emissions; /* those of concept c: [emission_first[c], emission_first[c + 1]) */
    uint32_t *emission_first;
    uint32_t *guards;
};

/* Reads structure.yaml: conventions, stemmer, spelling, numbers, clitics. */
enum bma_status bma_lexicon_read_structure(struct bma_lexicon *lexicon, const struct bma_yaml *root,
                                           const char *file, struct sb_stemmer **stemmer,
                                           struct bma_error *error);

/* The conventions as fields of an image. */
struct bma_image;
void bma_conventions_image(struct bma_image *image, struct bma_conventions *conventions);

/*
 * Works out the emissions.  includes[i] says that concept `from` includes
 * concept `to`; its place is for the error about a circle.
 */
struct bma_include {
    uint32_t from, to;
    const char *file;
    uint32_t line, column;
};
enum bma_status bma_lexicon_resolve_includes(struct bma_lexicon *lexicon, const struct bma_include *includes,
                                             size_t count, const bool *has_not, struct bma_error *error);

#endif

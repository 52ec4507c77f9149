/*
 * A small, strict YAML tree: the only user of libyaml.
 *
 * Read with libyaml's events.  Refused, each with file, line and column:
 * anchors, aliases, tags, more than one document, duplicate keys, keys that
 * are not scalars, bytes that are not UTF-8, and anything beyond the limits
 * below.  Nodes live in the caller's arena and are immutable.
 */
#ifndef BMA_BASE_YAML_TREE_H
#define BMA_BASE_YAML_TREE_H

#include "base/arena.h"
#include "base/error.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BMA_YAML_MAX_BYTES = 4 * 1024 * 1024, BMA_YAML_MAX_DEPTH = 32, BMA_YAML_MAX_NODES = 200000 };

enum bma_yaml_kind { BMA_YAML_SCALAR, BMA_YAML_LIST, BMA_YAML_MAP };

struct bma_yaml {
    enum bma_yaml_kind kind;
    uint32_t line, column; /* 1-based, of the node's first character */
    const char *text;      /* scalar: terminated UTF-8 without NUL inside */
    size_t length;
    bool plain;      /* scalar written without quotes: may be a number, true, null */
    const char *key; /* entry of a map: its key, else NULL */
    uint32_t key_line, key_column;
    struct bma_yaml *first; /* list and map: children in source order */
    struct bma_yaml *next;
    size_t count;
};

/* name is what errors call the file.  An empty file is an empty map. */
enum bma_status bma_yaml_parse(const char *bytes, size_t length, const char *name, struct bma_arena *arena,
                               const struct bma_yaml **root, struct bma_error *error);

/* The value under key, or NULL. */
const struct bma_yaml *bma_yaml_get(const struct bma_yaml *map, const char *key);

/*
 * One description of a map's keys, for checking and for reading.  Ends with
 * { .key = NULL }.  kind says what the value must be; a required key that is
 * missing, an unknown key and a wrong kind are errors that name the keys
 * allowed.
 */
struct bma_yaml_field {
    const char *key;
    enum bma_yaml_kind kind;
    bool required;
};

enum bma_status bma_yaml_expect(const struct bma_yaml *map, const struct bma_yaml_field *fields,
                                const char *name, struct bma_error *error);

/* A scalar as an integer within [low, high], or as a bool; the error says what was expected. */
enum bma_status bma_yaml_int(const struct bma_yaml *node, long low, long high, const char *name, long *out,
                             struct bma_error *error);
enum bma_status bma_yaml_number(const struct bma_yaml *node, double low, double high, const char *name,
                                double *out, struct bma_error *error);
enum bma_status bma_yaml_bool(const struct bma_yaml *node, const char *name, bool *out,
                              struct bma_error *error);
/* Index of the scalar in a NULL-ended list of words; the error lists them. */
enum bma_status bma_yaml_choice(const struct bma_yaml *node, const char *const *words, const char *name,
                                int *out, struct bma_error *error);

#endif

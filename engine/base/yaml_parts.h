/* The steps of bma_yaml_parse(), for the files of the tree alone, and for the tests that compare its two
 * readers. */
#ifndef BMA_BASE_YAML_PARTS_H
#define BMA_BASE_YAML_PARTS_H

#include "base/yaml_tree.h"

/* Reads any file, with libyaml. */
enum bma_status bma_yaml_read_events(const char *bytes, size_t length, const char *name,
                                     struct bma_arena *arena, const struct bma_yaml **root,
                                     struct bma_error *error);

/*
 * Reads files that stay within the simplest YAML: block lists and maps with keys of letters, digits,
 * hyphens and underscores, values of one line, flow lists and maps of single values.  A pack is written so,
 * and is read several times as fast as with libyaml.  *simple is false, and nothing is said of the
 * file, as soon as anything else comes up; otherwise the result is the other reader's.
 */
enum bma_status bma_yaml_read_simple(const char *bytes, size_t length, const char *name,
                                     struct bma_arena *arena, bool *simple, const struct bma_yaml **root,
                                     struct bma_error *error);

/* Refuses a map with the same key twice. */
enum bma_status bma_yaml_check_keys(const struct bma_yaml *map, const char *name, struct bma_error *error);

#endif

/* The steps of bma_pack_load(), internal to this room; each fills its part of the pack. */
#ifndef BMA_RULES_PACK_PARTS_H
#define BMA_RULES_PACK_PARTS_H

#include "base/sha256.h"
#include "rules/pack.h"

#include <stdbool.h>

enum {
    BMA_PACK_FILE_BYTES = 1024 * 1024,
    BMA_PACK_RULE_BYTES = 256 * 1024,
    BMA_PACK_RULES = 1000
};

/*
 * Reads folder/name into the pack's arena, and name, length and bytes into the
 * hash.  A file that is not there gives NULL bytes where that is allowed.
 */
enum bma_status bma_pack_read_file(struct bma_pack *pack, const char *name, size_t limit, bool optional,
                                   struct bma_sha256 *hash, const char **bytes, size_t *length,
                                   struct bma_error *error);

/* pack.yaml; *language is the word for the lexicon's folder. */
enum bma_status bma_pack_read_manifest(struct bma_pack *pack, struct bma_sha256 *hash, const char **language,
                                       struct bma_error *error);

/* recommendations.yaml; a pack without one is a pack without recommendations. */
enum bma_status bma_pack_read_catalogue(struct bma_pack *pack, struct bma_sha256 *hash,
                                        struct bma_error *error);

/* Every <dimension>/<ID>.lua. */
enum bma_status bma_pack_read_rules(struct bma_pack *pack, struct bma_sha256 *hash, struct bma_error *error);

#endif

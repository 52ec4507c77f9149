/*
 * The steps of bma_pack_load(), internal to this room: first all files are read and hashed, then what was
 * read is parsed.  Each step fills its part of the pack.
 */
#ifndef BMA_RULES_PACK_PARTS_H
#define BMA_RULES_PACK_PARTS_H

#include "base/sha256.h"
#include "rules/pack.h"

#include <stdbool.h>

enum {
    BMA_PACK_FILE_BYTES = 1024 * 1024,
    BMA_PACK_TABLE_BYTES = 8 * 1024 * 1024, /* likeness.csv grows with what it is learned from */
    BMA_PACK_RULE_BYTES = 256 * 1024,
    BMA_PACK_RULES = 1000,
    BMA_PACK_CONFLICTS = 200
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

/* Where a dimension's rules stand below the pack's folder: its id in small letters; NULL when memory is out.
 */
const char *bma_pack_dimension_folder(struct bma_pack *pack, uint32_t dimension);

/* Every <dimension>/<ID>.lua: fills `sources`, and file and dimension of each rule. */
enum bma_status bma_pack_read_rules(struct bma_pack *pack, struct bma_sha256 *hash, struct bma_error *error);

/* Every coherence/<name>.lua, with name and file of each conflict; a pack without that folder has none. */
enum bma_status bma_pack_read_conflicts(struct bma_pack *pack, struct bma_sha256 *hash,
                                        struct bma_rule_source **sources, struct bma_error *error);

/* The same again, from the bytes that were read; recommendations.yaml may be NULL. */
enum bma_status bma_pack_parse_catalogue(struct bma_pack *pack, const char *bytes, size_t length,
                                         struct bma_error *error);
enum bma_status bma_pack_parse_rules(struct bma_pack *pack, struct bma_error *error);
enum bma_status bma_pack_parse_conflicts(struct bma_pack *pack, const struct bma_rule_source *sources,
                                         struct bma_error *error);

/* likeness.csv, whose bytes are used up; NULL: the pack has none.  Needs rules and lexicon. */
enum bma_status bma_pack_parse_likeness(struct bma_pack *pack, char *bytes, size_t length,
                                        struct bma_error *error);

/* standing.csv; NULL: the pack has none, and the clause that is most alike speaks for the whole.  Needs
 * rules. */
enum bma_status bma_pack_parse_standing(struct bma_pack *pack, const char *bytes, size_t length,
                                        struct bma_error *error);

/* All of the pack but its folder and the lexicon, as fields of an image. */
struct bma_image;
void bma_pack_image(struct bma_image *image, struct bma_pack *pack);

/* A rule's error at load time is the pack's, and names the file with the pack's folder before it. */
enum bma_status bma_pack_lua_error(const struct bma_pack *pack, enum bma_status status,
                                   struct bma_error *error);

#endif

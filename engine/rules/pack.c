#include "rules/pack.h"

#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "rules/pack_cache.h"
#include "rules/pack_parts.h"
#include "rules/pack_seen.h"

#include <string.h>
#include <time.h>

enum bma_status bma_pack_read_file(struct bma_pack *pack, const char *name, size_t limit, bool optional,
                                   struct bma_sha256 *hash, const char **bytes, size_t *length,
                                   struct bma_error *error)
{
    char *path = bma_path_join(pack->folder, name);
    char *content = NULL;
    enum bma_status status = BMA_OK;

    *bytes = NULL;
    *length = 0;
    if (!path)
        return bma_error_memory(error);
    if (optional && bma_is_absent(path))
        goto cleanup;
    status = bma_file_read(path, limit, &content, length, error);
    if (status != BMA_OK)
        goto cleanup;
    bma_sha256_file(hash, name, content, *length);
    *bytes = bma_arena_strndup(&pack->arena, content, *length);
    if (!*bytes)
        status = bma_error_memory(error);
cleanup:
    bma_free(content);
    bma_free(path);
    return status;
}

/* What was read and is not yet parsed; in the pack's arena but for the two on the heap. */
struct reading {
    const char *catalogue; /* NULL: there is none */
    size_t catalogue_length;
    const char *standing; /* NULL: there is none */
    size_t standing_length;
    char *likeness; /* on the heap; NULL: there is none */
    size_t likeness_length;
    struct bma_lexicon_files *lexicon;
    struct bma_rule_source *conflicts;
};

static enum bma_status read_lexicon(struct bma_pack *pack, const char *language, struct bma_sha256 *hash,
                                    struct bma_lexicon_files **out, struct bma_error *error)
{
    const char *folder = bma_arena_printf(&pack->arena, "%s/lexicon/%s", pack->folder, language);

    if (!folder)
        return bma_error_memory(error);
    return bma_lexicon_files_read(folder, hash, out, error);
}

/* The largest file by far: it is parsed where it is read. */
static enum bma_status read_likeness(const struct bma_pack *pack, struct reading *reading,
                                     struct bma_sha256 *hash, struct bma_error *error)
{
    static const char name[] = "likeness.csv";
    char *path = bma_path_join(pack->folder, name);
    enum bma_status status = BMA_OK;

    if (!path)
        return bma_error_memory(error);
    if (!bma_is_absent(path))
        status =
            bma_file_read(path, BMA_PACK_TABLE_BYTES, &reading->likeness, &reading->likeness_length, error);
    if (status == BMA_OK && reading->likeness)
        bma_sha256_file(hash, name, reading->likeness, reading->likeness_length);
    bma_free(path);
    return status;
}

/* Reads all files of the pack, and names them by their hash. */
static enum bma_status read_files(struct bma_pack *pack, struct reading *reading, struct bma_error *error)
{
    struct bma_sha256 hash;
    const char *language = NULL;
    enum bma_status status;

    bma_sha256_init(&hash);
    status = bma_pack_read_manifest(pack, &hash, &language, error);
    if (status == BMA_OK)
        status = bma_pack_read_file(pack, "recommendations.yaml", BMA_PACK_FILE_BYTES, true, &hash,
                                    &reading->catalogue, &reading->catalogue_length, error);
    if (status == BMA_OK)
        status = bma_pack_read_file(pack, "scoring.yaml", BMA_PACK_FILE_BYTES, true, &hash,
                                    &pack->scoring_text, &pack->scoring_length, error);
    if (status == BMA_OK)
        status = read_likeness(pack, reading, &hash, error);
    if (status == BMA_OK)
        status = bma_pack_read_file(pack, "standing.csv", BMA_PACK_FILE_BYTES, true, &hash,
                                    &reading->standing, &reading->standing_length, error);
    if (status == BMA_OK)
        status = read_lexicon(pack, language, &hash, &reading->lexicon, error);
    if (status == BMA_OK)
        status = bma_pack_read_rules(pack, &hash, error);
    if (status == BMA_OK)
        status = bma_pack_read_conflicts(pack, &hash, &reading->conflicts, error);
    if (status == BMA_OK)
        bma_sha256_hex(&hash, pack->sha256);
    return status;
}

/* Recommendations cannot be weighed without it: the error says so as any missing file's does. */
static enum bma_status miss_scoring(struct bma_pack *pack, struct bma_error *error)
{
    struct bma_sha256 unused;

    bma_sha256_init(&unused);
    return bma_pack_read_file(pack, "scoring.yaml", BMA_PACK_FILE_BYTES, false, &unused, &pack->scoring_text,
                              &pack->scoring_length, error);
}

static enum bma_status parse_files(struct bma_pack *pack, struct reading *reading, struct bma_error *error)
{
    enum bma_status status =
        bma_pack_parse_catalogue(pack, reading->catalogue, reading->catalogue_length, error);

    if (status == BMA_OK && pack->recommendation_count > 0 && !pack->scoring_text)
        status = miss_scoring(pack, error);
    if (status == BMA_OK)
        status = bma_lexicon_compile(reading->lexicon, &pack->lexicon, error);
    if (status == BMA_OK)
        status = bma_pack_parse_rules(pack, error);
    if (status == BMA_OK)
        status = bma_pack_parse_conflicts(pack, reading->conflicts, error);
    if (status == BMA_OK)
        status = bma_pack_parse_likeness(pack, reading->likeness, reading->likeness_length, error);
    if (status == BMA_OK)
        status = bma_pack_parse_standing(pack, reading->standing, reading->standing_length, error);
    return status;
}

/* What was just parsed is kept, and so is what was read of an image, if its files only look otherwise now. */
static void keep(struct bma_pack *pack, const struct reading *reading, const char *cache, time_t begun)
{
    bma_pack_see(pack, reading->lexicon, begun);
    if (pack->image == NULL || pack->seen_count > 0)
        bma_pack_cache_save(pack, cache);
}

static enum bma_status load(struct bma_pack *pack, const char *cache, struct bma_error *error)
{
    struct reading reading = {.catalogue = NULL};
    time_t begun = time(NULL);
    enum bma_status status;

    if (cache != NULL && bma_pack_cache_load(pack, cache)) /* while its sha256 is unknown: by its looks */
        return BMA_OK;
    status = read_files(pack, &reading, error);
    if (status == BMA_OK && (cache == NULL || !bma_pack_cache_load(pack, cache)))
        status = parse_files(pack, &reading, error);
    if (status == BMA_OK && cache != NULL)
        keep(pack, &reading, cache, begun);
    bma_lexicon_files_free(reading.lexicon);
    bma_free(reading.likeness);
    return status;
}

enum bma_status bma_pack_load(const char *folder, const char *cache, struct bma_pack **out,
                              struct bma_error *error)
{
    struct bma_pack *pack = bma_calloc(1, sizeof *pack);
    enum bma_status status;

    if (!pack)
        return bma_error_memory(error);
    bma_arena_init(&pack->arena);
    pack->folder = bma_arena_strndup(&pack->arena, folder, strlen(folder));
    status = pack->folder ? load(pack, cache, error) : bma_error_memory(error);
    if (status != BMA_OK) {
        bma_pack_free(pack);
        return status;
    }
    if (!pack->scoring_text)
        pack->scoring_text = "";
    *out = pack;
    return BMA_OK;
}

void bma_pack_free(struct bma_pack *pack)
{
    if (!pack)
        return;
    bma_lexicon_free(pack->lexicon);
    bma_pack_cache_release(pack);
    bma_arena_release(&pack->arena);
    bma_free(pack);
}

uint32_t bma_pack_find_rule(const struct bma_pack *pack, const char *id)
{
    for (uint32_t i = 0; i < pack->rule_count; i++) {
        if (strcmp(pack->rules[i].id, id) == 0)
            return i;
    }
    return BMA_NONE;
}

uint32_t bma_pack_find_recommendation(const struct bma_pack *pack, const char *id)
{
    for (uint32_t i = 0; i < pack->recommendation_count; i++) {
        if (strcmp(pack->recommendations[i].id, id) == 0)
            return i;
    }
    return BMA_NONE;
}

static bool lists(const char *const *items, uint32_t count, const char *wanted)
{
    for (uint32_t i = 0; i < count; i++) {
        if (strcmp(items[i], wanted) == 0)
            return true;
    }
    return false;
}

bool bma_pack_is_fault(const char *criterion)
{
    return strncmp(criterion, "CX-", 3) == 0;
}

enum bma_cover bma_pack_cover(const struct bma_pack *pack, const struct bma_recommendation *asked,
                              const char *criterion)
{
    uint32_t at = bma_pack_find_rule(pack, criterion);

    if (bma_pack_is_fault(criterion))
        return BMA_COVERED;
    if (at == BMA_NONE)
        return BMA_COVER_NO_RULE;
    return lists(pack->rules[at].answers, pack->rules[at].answer_count, asked->id) ? BMA_COVERED
                                                                                   : BMA_COVER_NO_ANSWER;
}

bool bma_pack_asks(const struct bma_pack *pack, const char *recommendation, const char *criterion)
{
    uint32_t at = bma_pack_find_recommendation(pack, recommendation);

    return at != BMA_NONE &&
           lists(pack->recommendations[at].criteria, pack->recommendations[at].criterion_count, criterion);
}

enum bma_priority bma_pack_priority(const struct bma_pack *pack, const char *criterion)
{
    enum bma_priority highest = BMA_PRIORITY_SUPPLEMENTARY;

    for (uint32_t i = 0; i < pack->recommendation_count; i++) {
        const struct bma_recommendation *asked = &pack->recommendations[i];
        if (asked->priority > highest && lists(asked->criteria, asked->criterion_count, criterion))
            highest = asked->priority;
    }
    return highest;
}

enum bma_status bma_pack_relearn(struct bma_pack *pack, const char *bytes, size_t length,
                                 struct bma_error *error)
{
    struct bma_standing_weights standing = pack->likeness.standing;
    char *copy = bma_strndup(bytes, length);
    enum bma_status status;

    if (!copy)
        return bma_error_memory(error);
    pack->likeness = (struct bma_likeness){.standing = standing};
    status = bma_pack_parse_likeness(pack, copy, length, error);
    bma_free(copy);
    return status;
}

/* Reads a baseline and finds in it the shortfalls of a card. */
#include "scoring/baseline.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/yaml_tree.h"
#include "language/words.h"
#include "scoring/review_parts.h"

#include <string.h>

/* Whose fingerprints told clauses apart by a mark before the first word, by curly marks and by capitals like
 * É. */
#define OLD_SCHEMA "bma-baseline/1"

struct shortfall {
    const char *criterion;
    int level;
    bool contradicted;
    const struct bma_yaml *contradictions; /* list of fingerprints */
};

struct draft {
    const char *source;
    struct shortfall *shortfalls;
    uint32_t count;
};

struct bma_baseline {
    struct bma_arena arena;
    const char *path;
    struct draft *drafts;
    uint32_t count;
};

/* A word as it is compared; one that is too long to be folded counts as it is written. */
static void add_word(struct bma_sha256 *hash, const char *word, size_t length)
{
    char folded[BMA_WORD_MAX];
    size_t size = bma_word_fold(word, length, folded);

    bma_sha256_add(hash, size > 0 ? folded : word, size > 0 ? size : length);
}

/* The words alone, a blank between any two of them. */
static void add_words(struct bma_sha256 *hash, const char *quote)
{
    size_t length = strlen(quote), size;
    uint32_t codepoint;
    bool first = true;

    for (size_t at = 0; at < length;) {
        size_t end = at;
        while (end < length && bma_word_character(quote + end, length - end, &size, &codepoint))
            end += size;
        if (end > at) {
            bma_sha256_add(hash, " ", first ? 0 : 1);
            add_word(hash, quote + at, end - at);
            first = false;
        }
        at = end < length ? end + size : end;
    }
}

void bma_fingerprint(const char *criterion, const char *quote, char out[BMA_FINGERPRINT_SIZE])
{
    struct bma_sha256 hash;
    char digest[65];

    bma_sha256_init(&hash);
    bma_sha256_add(&hash, criterion, strlen(criterion) + 1);
    add_words(&hash, quote);
    bma_sha256_hex(&hash, digest);
    memcpy(out, digest, BMA_FINGERPRINT_SIZE - 1);
    out[BMA_FINGERPRINT_SIZE - 1] = '\0';
}

int bma_baseline_level(const struct bma_judgement *judged)
{
    return judged->status == BMA_FINDING_DECIDED ? judged->level : BMA_BASELINE_UNDECIDED;
}

static enum bma_status fault(const struct bma_baseline *baseline, const struct bma_yaml *at,
                             struct bma_error *error, const char *expected)
{
    return bma_error_set(error, BMA_ERROR_INPUT, baseline->path, at->line, at->column, "%s", expected);
}

static enum bma_status read_level(const struct bma_baseline *baseline, const struct bma_yaml *node, int *out,
                                  struct bma_error *error)
{
    enum bma_status status;
    long level;

    *out = BMA_BASELINE_UNDECIDED;
    if (node->kind == BMA_YAML_SCALAR && node->plain && strcmp(node->text, "null") == 0)
        return BMA_OK;
    status = bma_yaml_int(node, BMA_LEVEL_ABSENT, BMA_LEVEL_OPERATIONAL, baseline->path, &level, error);
    if (status == BMA_OK)
        *out = (int)level;
    return status;
}

static enum bma_status read_shortfall(const struct bma_baseline *baseline, const struct bma_yaml *node,
                                      struct shortfall *out, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"criterion", BMA_YAML_SCALAR, true},    {"level", BMA_YAML_SCALAR, true},
        {"contradicted", BMA_YAML_SCALAR, true}, {"contradictions", BMA_YAML_LIST, true},
        {"quote", BMA_YAML_SCALAR, true},        {NULL, BMA_YAML_SCALAR, false}};
    enum bma_status status = bma_yaml_expect(node, fields, baseline->path, error);

    if (status == BMA_OK)
        status = read_level(baseline, bma_yaml_get(node, "level"), &out->level, error);
    if (status == BMA_OK)
        status = bma_yaml_bool(bma_yaml_get(node, "contradicted"), baseline->path, &out->contradicted, error);
    if (status != BMA_OK)
        return status;
    out->criterion = bma_yaml_get(node, "criterion")->text;
    out->contradictions = bma_yaml_get(node, "contradictions");
    for (const struct bma_yaml *item = out->contradictions->first; item != NULL; item = item->next)
        if (item->kind != BMA_YAML_SCALAR || item->length != BMA_FINGERPRINT_SIZE - 1)
            return fault(baseline, item, error, "expected a fingerprint of 16 hexadecimal digits");
    return BMA_OK;
}

static enum bma_status read_draft(struct bma_baseline *baseline, const struct bma_yaml *node,
                                  struct draft *out, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"source", BMA_YAML_SCALAR, true},
                                                   {"shortfalls", BMA_YAML_LIST, true},
                                                   {NULL, BMA_YAML_SCALAR, false}};
    enum bma_status status = bma_yaml_expect(node, fields, baseline->path, error);
    const struct bma_yaml *list;

    if (status != BMA_OK)
        return status;
    list = bma_yaml_get(node, "shortfalls");
    out->source = bma_yaml_get(node, "source")->text;
    out->shortfalls = bma_arena_calloc(&baseline->arena, list->count + 1, sizeof *out->shortfalls);
    if (out->shortfalls == NULL)
        return bma_error_memory(error);
    for (const struct bma_yaml *item = list->first; item != NULL && status == BMA_OK; item = item->next)
        status = read_shortfall(baseline, item, &out->shortfalls[out->count++], error);
    return status;
}

static enum bma_status read_drafts(struct bma_baseline *baseline, const struct bma_yaml *list,
                                   struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    baseline->drafts = bma_arena_calloc(&baseline->arena, list->count + 1, sizeof *baseline->drafts);
    if (baseline->drafts == NULL)
        return bma_error_memory(error);
    for (const struct bma_yaml *item = list->first; item != NULL && status == BMA_OK; item = item->next)
        status = read_draft(baseline, item, &baseline->drafts[baseline->count++], error);
    return status;
}

static enum bma_status check_schema(const struct bma_baseline *baseline, const struct bma_yaml *schema,
                                    struct bma_error *error)
{
    if (strcmp(schema->text, BMA_BASELINE_SCHEMA) == 0)
        return BMA_OK;
    if (strcmp(schema->text, OLD_SCHEMA) == 0)
        return fault(baseline, schema, error,
                     "the baseline is of an older program (" OLD_SCHEMA
                     "), which compared clauses otherwise; "
                     "write it anew with bma check --write-baseline");
    return fault(baseline, schema, error,
                 "expected the schema \"" BMA_BASELINE_SCHEMA "\", as bma check --write-baseline writes it");
}

static enum bma_status read_root(struct bma_baseline *baseline, const struct bma_yaml *root,
                                 const struct bma_pack *pack, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"schema", BMA_YAML_SCALAR, true},
                                                   {"pack", BMA_YAML_SCALAR, true},
                                                   {"agreements", BMA_YAML_LIST, true},
                                                   {NULL, BMA_YAML_SCALAR, false}};
    enum bma_status status = bma_yaml_expect(root, fields, baseline->path, error);

    if (status == BMA_OK)
        status = check_schema(baseline, bma_yaml_get(root, "schema"), error);
    if (status != BMA_OK)
        return status;
    if (strcmp(bma_yaml_get(root, "pack")->text, pack->id) != 0)
        return fault(baseline, bma_yaml_get(root, "pack"), error,
                     "the baseline is of another rule pack than the one in use");
    return read_drafts(baseline, bma_yaml_get(root, "agreements"), error);
}

/* JSON is YAML, and the strict reader of YAML knows every value's line and column. */
static enum bma_status read_file(struct bma_baseline *baseline, const struct bma_pack *pack,
                                 struct bma_error *error)
{
    const struct bma_yaml *root = NULL;
    char *bytes = NULL;
    size_t length = 0;
    enum bma_status status = bma_file_read(baseline->path, BMA_YAML_MAX_BYTES, &bytes, &length, error);

    if (status == BMA_OK)
        status = bma_yaml_parse(bytes, length, baseline->path, &baseline->arena, &root, error);
    bma_free(bytes);
    return status == BMA_OK ? read_root(baseline, root, pack, error) : status;
}

enum bma_status bma_baseline_read(const char *path, const struct bma_pack *pack, struct bma_baseline **out,
                                  struct bma_error *error)
{
    struct bma_baseline *baseline = bma_calloc(1, sizeof *baseline);
    enum bma_status status;

    *out = NULL;
    if (baseline == NULL)
        return bma_error_memory(error);
    bma_arena_init(&baseline->arena);
    baseline->path = bma_arena_strndup(&baseline->arena, path, strlen(path));
    status = baseline->path != NULL ? read_file(baseline, pack, error) : bma_error_memory(error);
    if (status != BMA_OK) {
        bma_baseline_free(baseline);
        return status;
    }
    *out = baseline;
    return BMA_OK;
}

void bma_baseline_free(struct bma_baseline *baseline)
{
    if (baseline == NULL)
        return;
    bma_arena_release(&baseline->arena);
    bma_free(baseline);
}

static const char *without_dot(const char *path)
{
    while (path[0] == '.' && path[1] == '/')
        path += 2;
    return path;
}

/* The draft of that name; where one draft is weighed by itself, a baseline of one is that of its next
 * version. */
static const struct draft *find_draft(const struct bma_review *review, const char *path)
{
    const struct bma_baseline *baseline = review->baseline;

    for (uint32_t i = 0; i < baseline->count; i++)
        if (strcmp(without_dot(baseline->drafts[i].source), without_dot(path)) == 0)
            return &baseline->drafts[i];
    return review->alone && baseline->count == 1 ? &baseline->drafts[0] : NULL;
}

bool bma_baseline_covers(const struct bma_review *review, const char *path)
{
    return review->baseline == NULL || find_draft(review, path) != NULL;
}

static bool lists(const struct bma_yaml *fingerprints, const char *wanted)
{
    for (const struct bma_yaml *item = fingerprints->first; item != NULL; item = item->next)
        if (strcmp(item->text, wanted) == 0)
            return true;
    return false;
}

/* A coder who finds a contradiction names no clause, so that `contradicted` is compared beside the clauses.
 */
static bool contradictions_known(const struct bma_finding *finding, const struct shortfall *known)
{
    char fingerprint[BMA_FINGERPRINT_SIZE];

    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        if (finding->evidence[i].role != BMA_EVIDENCE_CONTRADICTS)
            continue;
        bma_fingerprint(finding->criterion, finding->evidence[i].quote, fingerprint);
        if (!lists(known->contradictions, fingerprint))
            return false;
    }
    return true;
}

static bool is_known(const struct bma_scorecard *card, uint32_t i, const struct draft *draft)
{
    const struct bma_finding *finding = &card->findings->items[i];

    if (card->judged[i].status == BMA_FINDING_ERROR || !bma_card_is_shortfall(card, i))
        return false;
    for (uint32_t k = 0; k < draft->count; k++)
        if (strcmp(draft->shortfalls[k].criterion, finding->criterion) == 0)
            return bma_baseline_level(&card->judged[i]) >= draft->shortfalls[k].level &&
                   card->judged[i].contradicted <= draft->shortfalls[k].contradicted &&
                   contradictions_known(finding, &draft->shortfalls[k]);
    return false;
}

bool bma_baseline_apply(const struct bma_review *review, struct bma_arena *arena, struct bma_scorecard *card)
{
    const struct draft *draft;
    bool *known;

    if (review == NULL || review->baseline == NULL)
        return true;
    known = bma_arena_calloc(arena, card->findings->count + 1, sizeof *known);
    if (known == NULL)
        return false;
    draft = find_draft(review, card->agreement->path);
    for (uint32_t i = 0; draft != NULL && i < card->findings->count; i++)
        known[i] = is_known(card, i, draft);
    card->baselined = known;
    return true;
}

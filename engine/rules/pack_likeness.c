/* likeness.yaml: what a pack has learned of each rule (likeness.h). */
#include "rules/pack_parts.h"

#include "base/yaml_tree.h"

#include <string.h>

enum { WEIGHT_MOST = 100000 };

static enum bma_status fault(const char *path, const struct bma_yaml *node, struct bma_error *error,
                             const char *message)
{
    return bma_error_set(error, BMA_ERROR_PACK, path, node->key_line, node->key_column, "%s: '%s'", message,
                         node->key);
}

/* The rules' parts of the file, and how many words they have together. */
static enum bma_status check_rules(const struct bma_yaml *rules, const char *path, size_t *words,
                                   struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"bias", BMA_YAML_SCALAR, true}, {"words", BMA_YAML_MAP, true}, {.key = NULL}};
    enum bma_status status = BMA_OK;

    *words = 0;
    for (const struct bma_yaml *rule = rules->first; status == BMA_OK && rule; rule = rule->next) {
        if (rule->kind != BMA_YAML_MAP)
            return fault(path, rule, error, "expected a map with bias and words");
        status = bma_yaml_expect(rule, fields, path, error);
        if (status == BMA_OK)
            *words += bma_yaml_get(rule, "words")->count;
    }
    return status;
}

static bool make_room(struct bma_pack *pack, size_t words)
{
    struct bma_likeness *learned = &pack->likeness;

    learned->stem_count = (size_t)bma_lexicon_stem_count(pack->lexicon) + 1;
    learned->first = bma_arena_calloc(&pack->arena, learned->stem_count + 1, sizeof *learned->first);
    learned->weights = bma_arena_calloc(&pack->arena, words + 1, sizeof *learned->weights);
    learned->bias = bma_arena_calloc(&pack->arena, (size_t)pack->rule_count + 1, sizeof *learned->bias);
    for (uint32_t i = 0; learned->bias && i < pack->rule_count; i++)
        learned->bias[i] = BMA_NEVER_ALIKE;
    return learned->first && learned->weights && learned->bias;
}

/* A stem that no phrase has any more weighs nothing. */
static uint32_t stem_of(const struct bma_pack *pack, const struct bma_yaml *word)
{
    return bma_lexicon_find_stem(pack->lexicon, word->key, strlen(word->key));
}

static enum bma_status read_rule(struct bma_pack *pack, const struct bma_yaml *node, uint32_t *next,
                                 const char *path, struct bma_error *error)
{
    uint32_t rule = bma_pack_find_rule(pack, node->key);
    long number = 0;
    enum bma_status status;

    if (rule == BMA_NONE)
        return fault(path, node, error, "there is no rule of this id");
    status = bma_yaml_int(bma_yaml_get(node, "bias"), -WEIGHT_MOST, WEIGHT_MOST, path, &number, error);
    pack->likeness.bias[rule] = (int32_t)number;
    for (const struct bma_yaml *word = bma_yaml_get(node, "words")->first; status == BMA_OK && word;
         word = word->next) {
        uint32_t stem = stem_of(pack, word);

        status = bma_yaml_int(word, -WEIGHT_MOST, WEIGHT_MOST, path, &number, error);
        if (stem != 0)
            pack->likeness.weights[next[stem]++] = (struct bma_stem_weight){rule, (int32_t)number};
    }
    return status;
}

/* The weights sorted by stem: counted, then put in their places. */
static enum bma_status read_rules(struct bma_pack *pack, const struct bma_yaml *rules, const char *path,
                                  struct bma_error *error)
{
    struct bma_likeness *learned = &pack->likeness;
    uint32_t *next = bma_arena_calloc(&pack->arena, learned->stem_count + 1, sizeof *next);
    enum bma_status status = next ? BMA_OK : bma_error_memory(error);

    for (const struct bma_yaml *rule = rules->first; next && rule; rule = rule->next)
        for (const struct bma_yaml *word = bma_yaml_get(rule, "words")->first; word; word = word->next)
            learned->first[stem_of(pack, word) + 1] += stem_of(pack, word) != 0;
    for (size_t stem = 0; next && stem < learned->stem_count; stem++) {
        learned->first[stem + 1] += learned->first[stem];
        next[stem] = learned->first[stem];
    }
    for (const struct bma_yaml *rule = rules->first; status == BMA_OK && rule; rule = rule->next)
        status = read_rule(pack, rule, next, path, error);
    learned->weight_count = learned->first[learned->stem_count];
    return status;
}

enum bma_status bma_pack_parse_likeness(struct bma_pack *pack, const char *bytes, size_t length,
                                        struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"threshold", BMA_YAML_SCALAR, true}, {"rules", BMA_YAML_MAP, true}, {.key = NULL}};
    const char *path = bma_arena_printf(&pack->arena, "%s/likeness.yaml", pack->folder);
    const struct bma_yaml *root;
    size_t words = 0;
    long threshold = 0;
    enum bma_status status;

    if (!bytes)
        return BMA_OK;
    if (!path)
        return bma_error_memory(error);
    status = bma_yaml_parse(bytes, length, path, &pack->arena, &root, error);
    if (status == BMA_OK)
        status = bma_yaml_expect(root, fields, path, error);
    if (status == BMA_OK)
        status = bma_yaml_int(bma_yaml_get(root, "threshold"), -WEIGHT_MOST, WEIGHT_MOST, path, &threshold, error);
    if (status == BMA_OK)
        status = check_rules(bma_yaml_get(root, "rules"), path, &words, error);
    if (status == BMA_OK && !make_room(pack, words))
        status = bma_error_memory(error);
    pack->likeness.threshold = (int32_t)threshold;
    return status == BMA_OK ? read_rules(pack, bma_yaml_get(root, "rules"), path, error) : status;
}

/* Reads one profile of scoring.yaml and checks it. */
#include "scoring/scoring.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/yaml_tree.h"

#include <string.h>

#define FILE_NAME "scoring.yaml"

static const char *const cap_words[] = {"unmet", "contradicted", "undecided"};

static enum bma_status fault(const struct bma_scoring *scoring, const struct bma_yaml *at,
                             struct bma_error *error, const char *expected)
{
    return bma_error_set(error, BMA_ERROR_PACK, scoring->file, at->line, at->column, "%s", expected);
}

static enum bma_status read_levels(const struct bma_yaml *list, struct bma_scoring *out,
                                   struct bma_error *error)
{
    const struct bma_yaml *item = list->first;
    enum bma_status status = BMA_OK;

    if (list->count != BMA_LEVEL_COUNT)
        return fault(out, list, error, "levels takes five numbers, from absent to operational");
    for (int i = 0; i < BMA_LEVEL_COUNT && status == BMA_OK; i++, item = item->next) {
        status = bma_yaml_number(item, 0, 100, out->file, &out->levels[i], error);
        if (status == BMA_OK && i > 0 && out->levels[i] < out->levels[i - 1])
            status = fault(out, item, error, "a higher level may not give fewer points than a lower one");
    }
    return status;
}

static enum bma_status read_weights(const struct bma_yaml *map, struct bma_scoring *out,
                                    struct bma_error *error)
{
    const struct bma_yaml_field fields[] = {
        {bma_priority_name(BMA_PRIORITY_CRITICAL), BMA_YAML_SCALAR, true},
        {bma_priority_name(BMA_PRIORITY_STANDARD), BMA_YAML_SCALAR, true},
        {bma_priority_name(BMA_PRIORITY_SUPPLEMENTARY), BMA_YAML_SCALAR, true},
        {"none", BMA_YAML_SCALAR, true},
        {NULL, BMA_YAML_SCALAR, false}};
    double *const places[] = {&out->weights[BMA_PRIORITY_CRITICAL], &out->weights[BMA_PRIORITY_STANDARD],
                              &out->weights[BMA_PRIORITY_SUPPLEMENTARY], &out->weight_none};
    enum bma_status status = bma_yaml_expect(map, fields, out->file, error);

    for (int i = 0; fields[i].key != NULL && status == BMA_OK; i++)
        status = bma_yaml_number(bma_yaml_get(map, fields[i].key), 0, 1000, out->file, places[i], error);
    return status;
}

static enum bma_status read_grades(const struct bma_yaml *map, struct bma_scoring *out,
                                   struct bma_error *error)
{
    double before = 101;

    if (map->count == 0 || map->count > BMA_MAX_GRADES)
        return fault(out, map, error, "grades takes from one to twelve grades, the best first");
    for (const struct bma_yaml *item = map->first; item != NULL; item = item->next) {
        struct bma_grade *grade = &out->grades[out->grade_count++];
        enum bma_status status = bma_yaml_number(item, 0, 100, out->file, &grade->least, error);
        if (status != BMA_OK)
            return status;
        if (grade->least >= before)
            return fault(out, item, error, "each grade takes a lower score than the one before it");
        before = grade->least;
        grade->name = bma_arena_strndup(&out->arena, item->key, strlen(item->key));
        if (grade->name == NULL)
            return bma_error_memory(error);
    }
    if (before > 0)
        return fault(out, map, error, "the last grade takes 0, so that every score has a grade");
    return BMA_OK;
}

static int grade_index(const struct bma_scoring *scoring, const char *name)
{
    for (int i = 0; i < scoring->grade_count; i++)
        if (strcmp(scoring->grades[i].name, name) == 0)
            return i;
    return -1;
}

static enum bma_status read_caps(const struct bma_yaml *map, struct bma_scoring *out, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"unmet", BMA_YAML_SCALAR, false},
                                                   {"contradicted", BMA_YAML_SCALAR, false},
                                                   {"undecided", BMA_YAML_SCALAR, false},
                                                   {NULL, BMA_YAML_SCALAR, false}};
    enum bma_status status = BMA_OK;

    for (int i = 0; i < BMA_CAP_COUNT; i++)
        out->caps[i] = -1;
    if (map == NULL)
        return BMA_OK;
    status = bma_yaml_expect(map, fields, out->file, error);
    for (int i = 0; i < BMA_CAP_COUNT && status == BMA_OK; i++) {
        const struct bma_yaml *item = bma_yaml_get(map, cap_words[i]);
        if (item == NULL)
            continue;
        out->caps[i] = grade_index(out, item->text);
        if (out->caps[i] < 0)
            status = fault(out, item, error, "a cap names one of the grades above it");
    }
    return status;
}

static enum bma_status read_threshold(const struct bma_scoring *out, const struct bma_yaml *node,
                                      int *level_out, struct bma_error *error)
{
    long level;
    enum bma_status status =
        bma_yaml_int(node, BMA_LEVEL_MENTIONED, BMA_LEVEL_OPERATIONAL, out->file, &level, error);

    if (status == BMA_OK)
        *level_out = (int)level;
    return status;
}

static enum bma_status read_profile(const struct bma_yaml *map, struct bma_scoring *out,
                                    struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"about", BMA_YAML_SCALAR, true}, {"levels", BMA_YAML_LIST, true},
        {"met", BMA_YAML_SCALAR, true},   {"contradicted", BMA_YAML_SCALAR, true},
        {"weights", BMA_YAML_MAP, true},  {"undertaken", BMA_YAML_SCALAR, true},
        {"grades", BMA_YAML_MAP, true},   {"caps", BMA_YAML_MAP, false},
        {NULL, BMA_YAML_SCALAR, false},
    };
    enum bma_status status = bma_yaml_expect(map, fields, out->file, error);

    if (status == BMA_OK)
        status = read_levels(bma_yaml_get(map, "levels"), out, error);
    if (status == BMA_OK)
        status =
            bma_yaml_number(bma_yaml_get(map, "contradicted"), 0, 100, out->file, &out->contradicted, error);
    if (status == BMA_OK)
        status = read_threshold(out, bma_yaml_get(map, "met"), &out->met, error);
    if (status == BMA_OK)
        status = read_threshold(out, bma_yaml_get(map, "undertaken"), &out->undertaken, error);
    if (status == BMA_OK)
        status = read_weights(bma_yaml_get(map, "weights"), out, error);
    if (status == BMA_OK)
        status = read_grades(bma_yaml_get(map, "grades"), out, error);
    if (status == BMA_OK)
        status = read_caps(bma_yaml_get(map, "caps"), out, error);
    return status;
}

/* The profile asked for, or the file's default. */
static enum bma_status find_profile(const struct bma_scoring *scoring, const struct bma_yaml *root,
                                    const char *name, const struct bma_yaml **out, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"default", BMA_YAML_SCALAR, true}, {"profiles", BMA_YAML_MAP, true}, {NULL, BMA_YAML_SCALAR, false}};
    const struct bma_yaml *profiles;
    enum bma_status status = bma_yaml_expect(root, fields, scoring->file, error);

    if (status != BMA_OK)
        return status;
    profiles = bma_yaml_get(root, "profiles");
    *out = bma_yaml_get(profiles, name != NULL ? name : bma_yaml_get(root, "default")->text);
    if (*out == NULL && name != NULL)
        return bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0,
                             "the pack has no scoring profile '%s'; its first is '%s'", name,
                             profiles->first != NULL ? profiles->first->key : "none");
    if (*out == NULL)
        return fault(scoring, bma_yaml_get(root, "default"), error, "the default names one of the profiles");
    if ((*out)->kind != BMA_YAML_MAP)
        return fault(scoring, *out, error, "a profile is a map of levels, weights and grades");
    return BMA_OK;
}

/* A criterion weighs as much as the weightiest recommendation that it answers. */
static enum bma_status weigh_rules(const struct bma_pack *pack, struct bma_scoring *scoring,
                                   struct bma_error *error)
{
    scoring->rule_weights = bma_arena_calloc(&scoring->arena, pack->rule_count + 1, sizeof(double));
    if (scoring->rule_weights == NULL)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < pack->rule_count; i++)
        scoring->rule_weights[i] = -1;
    for (uint32_t r = 0; r < pack->recommendation_count; r++) {
        const struct bma_recommendation *asked = &pack->recommendations[r];
        for (uint32_t c = 0; c < asked->criterion_count; c++) {
            uint32_t rule = bma_pack_find_rule(pack, asked->criteria[c]);
            double weight = scoring->weights[asked->priority];
            if (rule != BMA_NONE && weight > scoring->rule_weights[rule])
                scoring->rule_weights[rule] = weight;
        }
    }
    for (uint32_t i = 0; i < pack->rule_count; i++)
        if (scoring->rule_weights[i] < 0)
            scoring->rule_weights[i] = scoring->weight_none;
    return BMA_OK;
}

bool bma_scoring_is_file(const char *profile)
{
    return profile != NULL && (bma_path_ends_with(profile, ".yaml") || bma_path_ends_with(profile, ".yml"));
}

static enum bma_status load_file(const char *path, struct bma_scoring *out, struct bma_error *error)
{
    const struct bma_yaml *root = NULL;
    char *bytes = NULL;
    size_t length = 0;
    enum bma_status status = bma_file_read(path, BMA_YAML_MAX_BYTES, &bytes, &length, error);

    out->file = out->profile = bma_arena_strndup(&out->arena, path, strlen(path));
    if (status == BMA_OK && out->file == NULL)
        status = bma_error_memory(error);
    if (status == BMA_OK)
        status = bma_yaml_parse(bytes, length, path, &out->arena, &root, error);
    bma_free(bytes);
    return status == BMA_OK ? read_profile(root, out, error) : status;
}

static enum bma_status load_named(const struct bma_pack *pack, const char *profile, struct bma_scoring *out,
                                  struct bma_error *error)
{
    const struct bma_yaml *root = NULL, *chosen = NULL;
    enum bma_status status;

    out->file = FILE_NAME;
    status = bma_yaml_parse(pack->scoring_text, pack->scoring_length, FILE_NAME, &out->arena, &root, error);
    if (status == BMA_OK)
        status = find_profile(out, root, profile, &chosen, error);
    if (status != BMA_OK)
        return status;
    out->profile = chosen->key;
    return read_profile(chosen, out, error);
}

enum bma_status bma_scoring_load(const struct bma_pack *pack, const char *profile, struct bma_scoring **out,
                                 struct bma_error *error)
{
    struct bma_scoring *scoring = bma_calloc(1, sizeof *scoring);
    enum bma_status status;

    *out = NULL;
    if (scoring == NULL)
        return bma_error_memory(error);
    bma_arena_init(&scoring->arena);
    status = bma_scoring_is_file(profile) ? load_file(profile, scoring, error)
                                          : load_named(pack, profile, scoring, error);
    if (status == BMA_OK)
        status = weigh_rules(pack, scoring, error);
    if (status != BMA_OK) {
        bma_scoring_free(scoring);
        return status;
    }
    *out = scoring;
    return BMA_OK;
}

void bma_scoring_free(struct bma_scoring *scoring)
{
    if (scoring == NULL)
        return;
    bma_arena_release(&scoring->arena);
    bma_free(scoring);
}

const char *bma_scoring_profile(const struct bma_scoring *scoring)
{
    return scoring->profile;
}

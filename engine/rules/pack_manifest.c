/* pack.yaml and recommendations.yaml. */
#include "rules/pack_parts.h"

#include "base/yaml_tree.h"

#include <string.h>

/* The tree of a file that was read; errors name the file with its folder. */
static enum bma_status parse(struct bma_pack *pack, const char *name, const char *bytes, size_t length,
                             const struct bma_yaml **root, const char **path, struct bma_error *error)
{
    *path = bma_arena_printf(&pack->arena, "%s/%s", pack->folder, name);
    if (!*path)
        return bma_error_memory(error);
    return bma_yaml_parse(bytes, length, *path, &pack->arena, root, error);
}

static enum bma_status fault(const char *path, const struct bma_yaml *node, struct bma_error *error,
                             const char *message, const char *what)
{
    return bma_error_set(error, BMA_ERROR_PACK, path, node->line, node->column, "%s '%s'", message, what);
}

static bool is_name(const char *text, bool upper)
{
    size_t length = strlen(text);

    for (const char *at = text; *at; at++) {
        bool letter = upper ? *at >= 'A' && *at <= 'Z' : *at >= 'a' && *at <= 'z';

        if (!letter && (upper || *at != '-'))
            return false;
    }
    return length > 0 && length <= 16;
}

static enum bma_status read_dimension(struct bma_pack *pack, const struct bma_yaml *node, const char *path,
                                      struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"id", BMA_YAML_SCALAR, true}, {"name", BMA_YAML_SCALAR, true}, {.key = NULL}};
    struct bma_dimension *out = &pack->dimensions[pack->dimension_count];
    enum bma_status status = bma_yaml_expect(node, fields, path, error);

    if (status != BMA_OK)
        return status;
    out->id = bma_yaml_get(node, "id")->text;
    out->name = bma_yaml_get(node, "name")->text;
    if (!is_name(out->id, true))
        return fault(path, node, error, "a dimension's id is written in capital letters, not", out->id);
    for (uint32_t i = 0; i < pack->dimension_count; i++) {
        if (strcmp(pack->dimensions[i].id, out->id) == 0)
            return fault(path, node, error, "there are two dimensions", out->id);
    }
    pack->dimension_count++;
    return BMA_OK;
}

static enum bma_status read_dimensions(struct bma_pack *pack, const struct bma_yaml *list, const char *path,
                                       struct bma_error *error)
{
    pack->dimensions = bma_arena_calloc(&pack->arena, list->count + 1, sizeof *pack->dimensions);
    if (!pack->dimensions)
        return bma_error_memory(error);
    for (const struct bma_yaml *node = list->first; node; node = node->next) {
        enum bma_status status = read_dimension(pack, node, path, error);

        if (status != BMA_OK)
            return status;
    }
    return BMA_OK;
}

enum bma_status bma_pack_read_manifest(struct bma_pack *pack, struct bma_sha256 *hash, const char **language,
                                       struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"id", BMA_YAML_SCALAR, true},
                                                   {"version", BMA_YAML_SCALAR, true},
                                                   {"title", BMA_YAML_SCALAR, true},
                                                   {"report", BMA_YAML_SCALAR, false},
                                                   {"language", BMA_YAML_SCALAR, true},
                                                   {"dimensions", BMA_YAML_LIST, true},
                                                   {.key = NULL}};
    const struct bma_yaml *root, *report;
    const char *path = NULL, *bytes;
    size_t length;
    enum bma_status status =
        bma_pack_read_file(pack, "pack.yaml", BMA_PACK_FILE_BYTES, false, hash, &bytes, &length, error);

    if (status == BMA_OK)
        status = parse(pack, "pack.yaml", bytes, length, &root, &path, error);
    if (status == BMA_OK)
        status = bma_yaml_expect(root, fields, path, error);
    if (status != BMA_OK)
        return status;
    report = bma_yaml_get(root, "report");
    pack->id = bma_yaml_get(root, "id")->text;
    pack->version = bma_yaml_get(root, "version")->text;
    pack->title = bma_yaml_get(root, "title")->text;
    pack->report = report ? report->text : "";
    *language = bma_yaml_get(root, "language")->text;
    if (!is_name(*language, false))
        return fault(path, bma_yaml_get(root, "language"), error, "expected a language such as en, not",
                     *language);
    return read_dimensions(pack, bma_yaml_get(root, "dimensions"), path, error);
}

static enum bma_status read_answered(struct bma_recommendation *out, const struct bma_yaml *list,
                                     const char *path, struct bma_error *error)
{
    static const char *const words[] = {"draft", "dossier", "policy", NULL};
    bool policy = false;

    for (const struct bma_yaml *node = list->first; node; node = node->next) {
        int word = 0;
        enum bma_status status = bma_yaml_choice(node, words, path, &word, error);

        if (status != BMA_OK)
            return status;
        out->draft |= word == BMA_ANSWERED_DRAFT;
        out->dossier |= word == BMA_ANSWERED_DOSSIER;
        policy |= word == BMA_ANSWERED_POLICY;
    }
    if (policy == (out->draft || out->dossier))
        return fault(path, list, error, "expected draft, dossier, both, or policy alone, for", out->id);
    return BMA_OK;
}

static enum bma_status read_criteria(struct bma_pack *pack, struct bma_recommendation *out,
                                     const struct bma_yaml *list, const char *path, struct bma_error *error)
{
    const char **items = bma_arena_calloc(&pack->arena, (list ? list->count : 0) + 1, sizeof *items);

    if (!items)
        return bma_error_memory(error);
    out->criteria = items;
    for (const struct bma_yaml *node = list ? list->first : NULL; node; node = node->next) {
        if (node->kind != BMA_YAML_SCALAR || node->length == 0)
            return fault(path, node, error, "expected the id of a criterion for", out->id);
        items[out->criterion_count++] = node->text;
    }
    return BMA_OK;
}

static enum bma_status read_recommendation(struct bma_pack *pack, const struct bma_yaml *node,
                                           const char *path, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"id", BMA_YAML_SCALAR, true},      {"session", BMA_YAML_SCALAR, true},
        {"gist", BMA_YAML_SCALAR, true},    {"priority", BMA_YAML_SCALAR, true},
        {"answered", BMA_YAML_LIST, true},  {"criteria", BMA_YAML_LIST, false},
        {"reason", BMA_YAML_SCALAR, false}, {.key = NULL}};
    struct bma_recommendation *out = &pack->recommendations[pack->recommendation_count];
    const struct bma_yaml *reason;
    enum bma_status status = bma_yaml_expect(node, fields, path, error);
    int priority = 0;

    if (status == BMA_OK)
        status = bma_yaml_choice(bma_yaml_get(node, "priority"), bma_priority_names, path, &priority, error);
    if (status != BMA_OK)
        return status;
    reason = bma_yaml_get(node, "reason");
    out->id = bma_yaml_get(node, "id")->text;
    out->session = bma_yaml_get(node, "session")->text;
    out->gist = bma_yaml_get(node, "gist")->text;
    out->priority = (enum bma_priority)priority;
    out->reason = reason ? reason->text : "";
    if (bma_pack_find_recommendation(pack, out->id) != BMA_NONE)
        return fault(path, node, error, "there are two recommendations", out->id);
    pack->recommendation_count++;
    status = read_answered(out, bma_yaml_get(node, "answered"), path, error);
    if (status == BMA_OK && !out->draft && !out->dossier && *out->reason == '\0')
        return fault(path, node, error, "a recommendation on policy alone needs a reason:", out->id);
    return status != BMA_OK ? status : read_criteria(pack, out, bma_yaml_get(node, "criteria"), path, error);
}

enum bma_status bma_pack_parse_catalogue(struct bma_pack *pack, const char *bytes, size_t length,
                                         struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"recommendations", BMA_YAML_LIST, true}, {.key = NULL}};
    const struct bma_yaml *root, *list;
    const char *path = NULL;
    enum bma_status status;

    if (!bytes)
        return BMA_OK;
    status = parse(pack, "recommendations.yaml", bytes, length, &root, &path, error);
    if (status == BMA_OK)
        status = bma_yaml_expect(root, fields, path, error);
    if (status != BMA_OK)
        return status;
    list = bma_yaml_get(root, "recommendations");
    pack->recommendations = bma_arena_calloc(&pack->arena, list->count + 1, sizeof *pack->recommendations);
    if (!pack->recommendations)
        return bma_error_memory(error);
    for (const struct bma_yaml *node = list->first; status == BMA_OK && node; node = node->next)
        status = read_recommendation(pack, node, path, error);
    return status;
}

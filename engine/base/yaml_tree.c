#include "base/yaml_parts.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <string.h>
#include <yaml.h>

/* An open list or map, and where in it the next node goes. */
struct level {
    struct bma_yaml *node;
    struct bma_yaml *last;
    const char *key; /* map: the key whose value comes next, else NULL */
    uint32_t key_line, key_column;
};

struct builder {
    yaml_parser_t parser;
    const char *bytes;
    const char *name;
    struct bma_arena *arena;
    struct bma_error *error;
    struct bma_yaml *root;
    struct level levels[BMA_YAML_MAX_DEPTH];
    size_t depth; /* open levels */
    size_t nodes;
    size_t documents;
    bool ended;
};

static enum bma_status fail_at(struct builder *builder, enum bma_status status, yaml_mark_t mark,
                               const char *message)
{
    return bma_error_set(builder->error, status, builder->name, (uint32_t)mark.line + 1,
                         (uint32_t)mark.column + 1, "%s", message);
}

static enum bma_status fail_at_offset(const char *bytes, size_t offset, const char *name, const char *message,
                                      struct bma_error *error)
{
    uint32_t line = 1;
    size_t start = 0;

    for (size_t at = 0; at < offset; at++) {
        if (bytes[at] == '\n') {
            line++;
            start = at + 1;
        }
    }
    size_t column = bma_utf8_count(bytes + start, offset - start) + 1;
    return bma_error_set(error, BMA_ERROR_INPUT, name, line, (uint32_t)column, "%s", message);
}

/* What libyaml could not make sense of, in the form of our own errors. */
static enum bma_status parser_error(struct builder *builder)
{
    const yaml_parser_t *parser = &builder->parser;
    const char *problem = parser->problem ? parser->problem : "unreadable";

    if (parser->error == YAML_MEMORY_ERROR)
        return bma_error_memory(builder->error);
    if (parser->error == YAML_READER_ERROR)
        return fail_at_offset(builder->bytes, parser->problem_offset, builder->name,
                              "expected text, found a control character", builder->error);
    if (parser->context)
        return bma_error_set(
            builder->error, BMA_ERROR_INPUT, builder->name, (uint32_t)parser->problem_mark.line + 1,
            (uint32_t)parser->problem_mark.column + 1, "expected valid YAML: %s (%s from line %u on)",
            problem, parser->context, (unsigned)parser->context_mark.line + 1);
    return bma_error_set(builder->error, BMA_ERROR_INPUT, builder->name,
                         (uint32_t)parser->problem_mark.line + 1, (uint32_t)parser->problem_mark.column + 1,
                         "expected valid YAML: %s", problem);
}

/* NUL would cut a string short, escape sequences would reach a terminal. */
static bool has_control(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char byte = (unsigned char)text[i];
        if ((byte < 0x20 && byte != '\n' && byte != '\t' && byte != '\r') || byte == 0x7f)
            return true;
    }
    return false;
}

static enum bma_status copy_scalar(struct builder *builder, const yaml_event_t *event, const char **text)
{
    const char *value = (const char *)event->data.scalar.value;
    size_t length = event->data.scalar.length;

    if (has_control(value, length))
        return fail_at(builder, BMA_ERROR_INPUT, event->start_mark,
                       "expected text without control characters, found one written as an escape");
    *text = bma_arena_strndup(builder->arena, value, length);
    return *text ? BMA_OK : bma_error_memory(builder->error);
}

/* A scalar where a map wants its next key. */
static enum bma_status take_key(struct builder *builder, struct level *level, const yaml_event_t *event)
{
    if (event->type != YAML_SCALAR_EVENT)
        return fail_at(builder, BMA_ERROR_INPUT, event->start_mark,
                       "expected a word as key, found a list or map");
    if (event->data.scalar.length == 0)
        return fail_at(builder, BMA_ERROR_INPUT, event->start_mark, "expected a word as key, found nothing");
    level->key_line = (uint32_t)event->start_mark.line + 1;
    level->key_column = (uint32_t)event->start_mark.column + 1;
    return copy_scalar(builder, event, &level->key);
}

static void attach(struct builder *builder, struct bma_yaml *node)
{
    struct level *level;

    if (builder->depth == 0) {
        builder->root = node;
        return;
    }
    level = &builder->levels[builder->depth - 1];
    if (level->last)
        level->last->next = node;
    else
        level->node->first = node;
    level->last = node;
    level->node->count++;
    node->key = level->key;
    node->key_line = level->key ? level->key_line : 0;
    node->key_column = level->key ? level->key_column : 0;
    level->key = NULL;
}

static enum bma_status add_node(struct builder *builder, const yaml_event_t *event, enum bma_yaml_kind kind)
{
    struct bma_yaml *node;

    if (builder->nodes == BMA_YAML_MAX_NODES)
        return bma_error_set(builder->error, BMA_ERROR_LIMIT, builder->name,
                             (uint32_t)event->start_mark.line + 1, (uint32_t)event->start_mark.column + 1,
                             "the file holds more than the limit of %d values", BMA_YAML_MAX_NODES);
    if (kind != BMA_YAML_SCALAR && builder->depth == BMA_YAML_MAX_DEPTH)
        return bma_error_set(builder->error, BMA_ERROR_LIMIT, builder->name,
                             (uint32_t)event->start_mark.line + 1, (uint32_t)event->start_mark.column + 1,
                             "lists and maps are nested deeper than the limit of %d", BMA_YAML_MAX_DEPTH);
    node = bma_arena_calloc(builder->arena, 1, sizeof *node);
    if (!node)
        return bma_error_memory(builder->error);
    builder->nodes++;
    node->kind = kind;
    node->line = (uint32_t)event->start_mark.line + 1;
    node->column = (uint32_t)event->start_mark.column + 1;
    attach(builder, node);
    if (kind != BMA_YAML_SCALAR) {
        builder->levels[builder->depth++] = (struct level){.node = node};
        return BMA_OK;
    }
    node->length = event->data.scalar.length;
    node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
    return copy_scalar(builder, event, &node->text);
}

static enum bma_status close_level(struct builder *builder)
{
    const struct bma_yaml *node = builder->levels[--builder->depth].node;

    if (node->kind != BMA_YAML_MAP)
        return BMA_OK;
    return bma_yaml_check_keys(node, builder->name, builder->error);
}

static const unsigned char *event_anchor(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.anchor;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.anchor;
    default:
        return event->data.mapping_start.anchor;
    }
}

static const unsigned char *event_tag(const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return event->data.scalar.tag;
    case YAML_SEQUENCE_START_EVENT:
        return event->data.sequence_start.tag;
    default:
        return event->data.mapping_start.tag;
    }
}

static enum bma_status take_content(struct builder *builder, const yaml_event_t *event)
{
    struct level *level = builder->depth > 0 ? &builder->levels[builder->depth - 1] : NULL;

    if (event_anchor(event))
        return fail_at(builder, BMA_ERROR_INPUT, event->start_mark,
                       "expected a value without an anchor (&); write the value out");
    if (event_tag(event))
        return fail_at(builder, BMA_ERROR_INPUT, event->start_mark,
                       "expected a value without a tag (!); write the value alone, in quotes if need be");
    if (level && level->node->kind == BMA_YAML_MAP && !level->key)
        return take_key(builder, level, event);
    if (event->type == YAML_SCALAR_EVENT)
        return add_node(builder, event, BMA_YAML_SCALAR);
    return add_node(builder, event, event->type == YAML_SEQUENCE_START_EVENT ? BMA_YAML_LIST : BMA_YAML_MAP);
}

static enum bma_status take_event(struct builder *builder, const yaml_event_t *event)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        if (builder->documents++ > 0)
            return fail_at(builder, BMA_ERROR_INPUT, event->start_mark,
                           "expected one document, found the start of another (---)");
        return BMA_OK;
    case YAML_ALIAS_EVENT:
        return fail_at(builder, BMA_ERROR_INPUT, event->start_mark,
                       "expected a value, found an alias (*); write the value out");
    case YAML_SCALAR_EVENT:
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return take_content(builder, event);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        return close_level(builder);
    case YAML_STREAM_END_EVENT:
        builder->ended = true;
        return BMA_OK;
    default:
        return BMA_OK;
    }
}

static enum bma_status build(struct builder *builder)
{
    while (!builder->ended) {
        yaml_event_t event;
        if (!yaml_parser_parse(&builder->parser, &event))
            return parser_error(builder);
        enum bma_status status = take_event(builder, &event);
        yaml_event_delete(&event);
        if (status != BMA_OK)
            return status;
    }
    return BMA_OK;
}

/* Nothing, or nothing but comments and "---", reads as a map without entries. */
static enum bma_status settle_root(struct builder *builder)
{
    struct bma_yaml *root = builder->root;

    if (!root) {
        root = bma_arena_calloc(builder->arena, 1, sizeof *root);
        if (!root)
            return bma_error_memory(builder->error);
        root->line = root->column = 1;
        root->kind = BMA_YAML_MAP;
        builder->root = root;
    } else if (root->kind == BMA_YAML_SCALAR && root->plain && root->length == 0) {
        root->kind = BMA_YAML_MAP;
    }
    return BMA_OK;
}

enum bma_status bma_yaml_read_events(const char *bytes, size_t length, const char *name,
                                     struct bma_arena *arena, const struct bma_yaml **root,
                                     struct bma_error *error)
{
    struct builder builder = {.bytes = bytes, .name = name, .arena = arena, .error = error};

    if (!yaml_parser_initialize(&builder.parser))
        return bma_error_memory(error);
    yaml_parser_set_encoding(&builder.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder.parser, (const unsigned char *)bytes, length);

    enum bma_status status = build(&builder);
    if (status == BMA_OK)
        status = settle_root(&builder);
    if (status == BMA_OK)
        *root = builder.root;
    yaml_parser_delete(&builder.parser);
    return status;
}

enum bma_status bma_yaml_parse(const char *bytes, size_t length, const char *name, struct bma_arena *arena,
                               const struct bma_yaml **root, struct bma_error *error)
{
    bool simple = false;

    if (length > BMA_YAML_MAX_BYTES)
        return bma_error_set(error, BMA_ERROR_LIMIT, name, 0, 0,
                             "the file is larger than the limit of %d bytes", BMA_YAML_MAX_BYTES);
    size_t valid = bma_utf8_check(bytes, length);
    if (valid < length)
        return fail_at_offset(bytes, valid, name,
                              "expected UTF-8, found a byte that is not; save the file as UTF-8", error);
    enum bma_status status = bma_yaml_read_simple(bytes, length, name, arena, &simple, root, error);
    return simple || status != BMA_OK ? status
                                      : bma_yaml_read_events(bytes, length, name, arena, root, error);
}

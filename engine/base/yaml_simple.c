/* The simplest YAML, line by line (yaml_parts.h says what that is). */
#include "base/yaml_parts.h"

#include <string.h>

struct reader {
    const char *bytes;
    size_t length;
    char *copy; /* of bytes, in the arena: what nodes point into; each text is ended there */
    const char *name;
    struct bma_arena *arena;
    struct bma_error *error;
    enum bma_status status; /* BMA_OK when reading stopped because the file is not simple */
    size_t at;
    size_t line_start, indent; /* of the line that is read; indent in bytes, all of them spaces or "- " */
    uint32_t line;
    size_t counted_at; /* columns are counted up to here */
    uint32_t counted;
    size_t nodes;
    unsigned depth;
};

static bool stop(struct reader *r, enum bma_status status)
{
    r->status = status;
    return false;
}

static bool not_simple(struct reader *r)
{
    return stop(r, BMA_OK);
}

/* A key that stands twice is left to the other reader: the file may have a fault behind it that goes before.
 */
static bool check_keys(struct reader *r, const struct bma_yaml *map)
{
    enum bma_status status = bma_yaml_check_keys(map, r->name, r->error);

    if (status == BMA_ERROR_MEMORY)
        r->status = status;
    return status == BMA_OK || (status != BMA_ERROR_MEMORY && not_simple(r));
}

static char peek(const struct reader *r, size_t at)
{
    return at < r->length ? r->bytes[at] : '\n';
}

static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

/* Characters in front of `at` on its line, + 1. */
static uint32_t column_of(struct reader *r, size_t at)
{
    for (; r->counted_at < at; r->counted_at++)
        r->counted += ((unsigned char)r->bytes[r->counted_at] & 0xc0) != 0x80;
    return r->counted + 1;
}

static void begin_line(struct reader *r)
{
    r->line_start = r->counted_at = r->at;
    r->counted = 0;
}

static void skip_spaces(struct reader *r)
{
    while (peek(r, r->at) == ' ')
        r->at++;
}

/* Goes to the end of the line, and over it. */
static void leave_line(struct reader *r)
{
    const char *end = memchr(r->bytes + r->at, '\n', r->length - r->at);

    r->at = end != NULL ? (size_t)(end - r->bytes) + 1 : r->length;
    r->line++;
    begin_line(r);
}

/* Goes on to the next line that says something; at == length when there is none. */
static void find_line(struct reader *r)
{
    for (; r->at < r->length; leave_line(r)) {
        skip_spaces(r);
        r->indent = r->at - r->line_start;
        if (r->at < r->length && r->bytes[r->at] != '\n' && r->bytes[r->at] != '#')
            return;
    }
}

/* Nothing but a comment may stand behind a value. */
static bool end_line(struct reader *r)
{
    size_t before = r->at;

    skip_spaces(r);
    if (peek(r, r->at) != '\n' && (peek(r, r->at) != '#' || r->at == before))
        return not_simple(r);
    leave_line(r);
    find_line(r);
    return true;
}

static struct bma_yaml *new_node(struct reader *r, enum bma_yaml_kind kind)
{
    struct bma_yaml *node = NULL;

    if (++r->nodes > BMA_YAML_MAX_NODES) { /* the other reader says so with its place */
        not_simple(r);
        return NULL;
    }
    node = bma_arena_calloc(r->arena, 1, sizeof *node);
    if (node == NULL) {
        stop(r, bma_error_memory(r->error));
        return NULL;
    }
    node->kind = kind;
    node->line = r->line;
    node->column = column_of(r, r->at);
    return node;
}

static void attach(struct bma_yaml *parent, struct bma_yaml **last, struct bma_yaml *child)
{
    if (*last != NULL)
        (*last)->next = child;
    else
        parent->first = child;
    *last = child;
    parent->count++;
}

/* Bytes [start, end) as a terminated text. */
static const char *text_of(struct reader *r, size_t start, size_t end)
{
    r->copy[end] = '\0';
    return r->copy + start;
}

static struct bma_yaml *new_scalar(struct reader *r, size_t start, size_t end, bool plain)
{
    struct bma_yaml *node = new_node(r, BMA_YAML_SCALAR);

    if (node == NULL)
        return NULL;
    node->text = text_of(r, start, end);
    node->length = end - start;
    node->plain = plain;
    return node;
}

/* "…" without escapes, or '…' without doubled quotes, on one line. */
static struct bma_yaml *read_quoted(struct reader *r)
{
    char quote = r->bytes[r->at];
    size_t start = r->at + 1, end = start;

    while (end < r->length && r->bytes[end] != quote && r->bytes[end] != '\n' && r->bytes[end] != '\\')
        end++;
    if (peek(r, end) != quote || peek(r, end + 1) == quote) {
        not_simple(r);
        return NULL;
    }
    struct bma_yaml *node = new_scalar(r, start, end, false);
    r->at = end + 1;
    return node;
}

/* Where a plain value that begins at the reader's place ends, spaces behind it left out; 0: not simple. */
static size_t plain_end(const struct reader *r)
{
    const char *from = r->bytes + r->at, *newline = memchr(from, '\n', r->length - r->at);
    const char *end = newline != NULL ? newline : r->bytes + r->length;

    for (const char *at = from; (at = memchr(at, ':', (size_t)(end - at))) != NULL; at++)
        if (at + 1 == end || at[1] == ' ')
            return 0;
    for (const char *at = from; (at = memchr(at, '#', (size_t)(end - at))) != NULL; at++)
        if (at > from && at[-1] == ' ') {
            end = at;
            break;
        }
    while (end[-1] == ' ')
        end--;
    return (size_t)(end - r->bytes);
}

/* A value in a block; what may begin it has no meaning of its own to YAML. */
static struct bma_yaml *read_plain(struct reader *r)
{
    char first = r->bytes[r->at];
    bool usual = is_word(first) || (unsigned char)first >= 0x80 || strchr("(=~$/+.<;^", first) != NULL;
    size_t end = usual ? plain_end(r) : 0;

    if (end == 0) {
        not_simple(r);
        return NULL;
    }
    struct bma_yaml *node = new_scalar(r, r->at, end, true);
    r->at = end;
    return node;
}

/* What has no meaning of its own inside a value between brackets. */
static bool is_flow_text(char c)
{
    return is_word(c) || c == ' ' || c == '.' || c == '-' || c == '\'' || c == '/' || c == '(' || c == ')';
}

/* A value between brackets: letters, digits and what is as harmless. */
static struct bma_yaml *read_flow_value(struct reader *r)
{
    size_t end = r->at;

    if (peek(r, r->at) == '"' || peek(r, r->at) == '\'')
        return read_quoted(r);
    if (!is_word(peek(r, r->at))) {
        not_simple(r);
        return NULL;
    }
    while (is_flow_text(peek(r, end)))
        end++;
    while (r->bytes[end - 1] == ' ')
        end--;
    struct bma_yaml *node = new_scalar(r, r->at, end, true);
    r->at = end;
    return node;
}

/* Length of the key that begins here, when a colon and white space follow; else 0. */
static size_t key_length(const struct reader *r)
{
    size_t end = r->at;

    if (!is_word(peek(r, end)))
        return 0;
    while (is_word(peek(r, end)) || peek(r, end) == '-')
        end++;
    if (peek(r, end) != ':' || end == r->length || end - r->at > 128)
        return 0;
    return peek(r, end + 1) == ' ' || peek(r, end + 1) == '\n' ? end - r->at : 0;
}

/* The key is handed to the node that follows it. */
struct key {
    const char *text;
    uint32_t line, column;
};

static bool read_key(struct reader *r, struct key *key)
{
    size_t length = key_length(r);

    if (length == 0)
        return not_simple(r);
    *key = (struct key){text_of(r, r->at, r->at + length), r->line, column_of(r, r->at)};
    r->at += length + 1;
    return true;
}

static void set_key(struct bma_yaml *node, const struct key *key)
{
    node->key = key->text;
    node->key_line = key->line;
    node->key_column = key->column;
}

/* Over white space between brackets; a comment there is not simple. */
static void skip_flow_space(struct reader *r)
{
    for (skip_spaces(r); r->at < r->length && r->bytes[r->at] == '\n'; skip_spaces(r))
        leave_line(r);
}

static bool read_flow_entry(struct reader *r, struct bma_yaml *list, struct bma_yaml **last)
{
    struct key key = {NULL, 0, 0};

    if (list->kind == BMA_YAML_MAP) {
        if (!read_key(r, &key))
            return false;
        skip_spaces(r);
    }
    struct bma_yaml *node = read_flow_value(r);
    if (node == NULL)
        return false;
    set_key(node, &key);
    attach(list, last, node);
    return true;
}

/* [a, b] or { k: a, l: b }, which may go on over several lines behind its commas. */
static struct bma_yaml *read_flow(struct reader *r)
{
    bool map = r->bytes[r->at] == '{';
    char close = map ? '}' : ']';
    struct bma_yaml *list = new_node(r, map ? BMA_YAML_MAP : BMA_YAML_LIST), *last = NULL;

    if (list == NULL)
        return NULL;
    r->at++;
    skip_spaces(r);
    for (bool more = peek(r, r->at) != close; more;) {
        if (!read_flow_entry(r, list, &last))
            return NULL;
        skip_spaces(r);
        more = peek(r, r->at) == ',';
        if (more && peek(r, ++r->at) != ' ' && peek(r, r->at) != '\n')
            break;
        if (more)
            skip_flow_space(r);
    }
    if (peek(r, r->at) != close) {
        not_simple(r);
        return NULL;
    }
    r->at++;
    return !map || check_keys(r, list) ? list : NULL;
}

static struct bma_yaml *read_value(struct reader *r)
{
    struct bma_yaml *node;

    switch (r->bytes[r->at]) {
    case '[':
    case '{':
        node = r->depth < BMA_YAML_MAX_DEPTH ? read_flow(r) : NULL;
        break;
    case '"':
    case '\'':
        node = read_quoted(r);
        break;
    default:
        node = read_plain(r);
    }
    return node != NULL && end_line(r) ? node : NULL;
}

static struct bma_yaml *read_block(struct reader *r);

/* What stands behind "key:": on the same line, or deeper on those that follow. */
static struct bma_yaml *read_map_value(struct reader *r, size_t indent)
{
    skip_spaces(r);
    if (peek(r, r->at) != '\n' && r->bytes[r->at] != '#')
        return read_value(r);
    leave_line(r);
    find_line(r);
    if (r->at == r->length || r->indent <= indent) {
        not_simple(r);
        return NULL;
    }
    return read_block(r);
}

static bool read_map(struct reader *r, struct bma_yaml *map)
{
    size_t indent = r->indent;
    struct bma_yaml *last = NULL;

    while (r->at < r->length && r->indent == indent) {
        struct key key;
        struct bma_yaml *node = read_key(r, &key) ? read_map_value(r, indent) : NULL;
        if (node == NULL)
            return false;
        set_key(node, &key);
        attach(map, &last, node);
    }
    if (r->at < r->length && r->indent > indent)
        return not_simple(r);
    return check_keys(r, map);
}

static bool is_dash(const struct reader *r)
{
    return peek(r, r->at) == '-' && peek(r, r->at + 1) == ' ';
}

static bool read_list(struct reader *r, struct bma_yaml *list)
{
    size_t indent = r->indent;
    struct bma_yaml *last = NULL;

    while (r->at < r->length && r->indent == indent && is_dash(r)) {
        r->at++;
        skip_spaces(r);
        if (r->at == r->length)
            return not_simple(r);
        r->indent = r->at - r->line_start;
        struct bma_yaml *node = key_length(r) > 0 ? read_block(r) : read_value(r);
        if (node == NULL)
            return false;
        attach(list, &last, node);
    }
    return r->at == r->length || r->indent < indent || not_simple(r);
}

/* The list or map whose first entry stands at the reader's place. */
static struct bma_yaml *read_block(struct reader *r)
{
    bool list = is_dash(r), done = false;
    struct bma_yaml *node = NULL;

    if (r->depth == BMA_YAML_MAX_DEPTH || (!list && key_length(r) == 0)) {
        not_simple(r);
        return NULL;
    }
    node = new_node(r, list ? BMA_YAML_LIST : BMA_YAML_MAP);
    if (node == NULL)
        return NULL;
    r->depth++;
    done = list ? read_list(r, node) : read_map(r, node);
    r->depth--;
    return done ? node : NULL;
}

/* Control characters, other line breaks, and byte order marks have rules of their own. */
static bool has_simple_bytes(const char *bytes, size_t length)
{
    unsigned odd = 0, wide = 0;

    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)bytes[i];
        odd |= (c < 0x20) & (c != '\n');
        odd |= c == 0x7f;
        wide |= c;
    }
    for (size_t i = 0; wide >= 0x80 && i + 2 < length; i++) {
        unsigned char c = (unsigned char)bytes[i], d = (unsigned char)bytes[i + 1];
        odd |= (c == 0xc2) & (d < 0xa0);
        odd |= (c == 0xe2) & (d == 0x80) & (((unsigned char)bytes[i + 2] & 0xfe) == 0xa8);
        odd |= c == 0xef;
    }
    return odd == 0 && length > 0 && bytes[length - 1] == '\n';
}

enum bma_status bma_yaml_read_simple(const char *bytes, size_t length, const char *name,
                                     struct bma_arena *arena, bool *simple, const struct bma_yaml **root,
                                     struct bma_error *error)
{
    struct reader r = {.bytes = bytes, .length = length, .name = name, .arena = arena, .error = error};
    struct bma_yaml *node = NULL;

    *simple = has_simple_bytes(bytes, length);
    if (!*simple)
        return BMA_OK;
    r.line = 1;
    r.copy = bma_arena_strndup(arena, bytes, length);
    if (r.copy == NULL)
        return bma_error_memory(error);
    find_line(&r);
    if (r.at < length)
        node = read_block(&r);
    *simple = r.status != BMA_OK || (node != NULL && r.at == length);
    *root = node;
    return r.status;
}

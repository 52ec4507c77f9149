#include "rules/rule_reader.h"

#include <ctype.h>
#include <string.h>

/* A walk over Lua source that knows just enough of its lexis to skip comments and strings. */
struct walk {
    const char *at, *end;
    uint32_t line;
    int depth; /* of braces */
};

static struct walk walk_begin(const struct bma_rule_source *source)
{
    return (struct walk){.at = source->bytes, .end = source->bytes + source->length, .line = 1};
}

static void advance(struct walk *walk, size_t bytes)
{
    while (bytes-- > 0 && walk->at < walk->end)
        walk->line += *walk->at++ == '\n';
}

/* Length of "[[" or "[==[" at the walk's place, or 0. */
static size_t long_bracket(const struct walk *walk)
{
    const char *at = walk->at;

    if (at >= walk->end || *at++ != '[')
        return 0;
    while (at < walk->end && *at == '=')
        at++;
    return at < walk->end && *at == '[' ? (size_t)(at - walk->at) + 1 : 0;
}

static void skip_long(struct walk *walk, size_t opening)
{
    size_t level = opening - 2;

    advance(walk, opening);
    for (; walk->at < walk->end; advance(walk, 1)) {
        const char *at = walk->at + 1;

        if (*walk->at != ']' || (size_t)(walk->end - walk->at) < opening)
            continue;
        while (at < walk->at + 1 + level && *at == '=')
            at++;
        if (at == walk->at + 1 + level && *at == ']')
            break;
    }
    advance(walk, opening);
}

static void skip_string(struct walk *walk)
{
    char quote = *walk->at;

    for (advance(walk, 1); walk->at < walk->end && *walk->at != quote; advance(walk, 1)) {
        if (*walk->at == '\\')
            advance(walk, 1);
    }
    advance(walk, 1);
}

static void skip_comment(struct walk *walk)
{
    size_t opening;

    advance(walk, 2);
    opening = long_bracket(walk);
    if (opening > 0)
        skip_long(walk, opening);
    else
        while (walk->at < walk->end && *walk->at != '\n')
            walk->at++;
}

static bool is_word(char byte)
{
    return isalnum((unsigned char)byte) || byte == '_';
}

/* Skips what is no code; true when something was skipped. */
static bool skip_other(struct walk *walk)
{
    size_t opening = long_bracket(walk);

    if (opening > 0)
        skip_long(walk, opening);
    else if (*walk->at == '"' || *walk->at == '\'')
        skip_string(walk);
    else if (*walk->at == '-' && walk->end - walk->at > 1 && walk->at[1] == '-')
        skip_comment(walk);
    else
        return false;
    return true;
}

/* Takes one piece of code: a word, or one byte. */
static size_t step(struct walk *walk)
{
    const char *at = walk->at;

    while (at < walk->end && is_word(*at))
        at++;
    if (at > walk->at)
        return (size_t)(at - walk->at);
    walk->depth += (*walk->at == '{') - (*walk->at == '}');
    return 1;
}

/* Moves to just behind `field` in the rule's own table; false when it is not there. */
static bool find_field(struct walk *walk, const char *field)
{
    size_t wanted = strlen(field);

    while (walk->at < walk->end) {
        size_t length;
        bool found;

        if (skip_other(walk))
            continue;
        length = step(walk);
        found = walk->depth == 1 && length == wanted && memcmp(walk->at, field, length) == 0;
        advance(walk, length);
        if (found)
            return true;
    }
    return false;
}

uint32_t bma_rule_line_of_field(const struct bma_rule_source *source, const char *field)
{
    struct walk walk = walk_begin(source);

    return find_field(&walk, field) ? walk.line : 0;
}

void bma_rule_lines_of_entries(const struct bma_rule_source *source, const char *field, uint32_t *lines,
                               size_t count)
{
    struct walk walk = walk_begin(source);
    size_t seen = 0;

    for (size_t i = 0; i < count; i++)
        lines[i] = 0;
    if (!find_field(&walk, field))
        return;
    while (walk.at < walk.end && seen < count) {
        int before = walk.depth;
        size_t length;

        if (skip_other(&walk))
            continue;
        length = step(&walk);
        if (before == 2 && walk.depth == 3)
            lines[seen++] = walk.line;
        advance(&walk, length);
        if (before == 2 && walk.depth == 1)
            break;
    }
}

uint32_t bma_rule_line_of_word(const struct bma_rule_source *source, const char *word, uint32_t from)
{
    struct walk walk = walk_begin(source);
    size_t wanted = strlen(word);

    while (walk.at < walk.end) {
        size_t length = 0;

        while (walk.at + length < walk.end && is_word(walk.at[length]))
            length++;
        if (walk.line >= from && wanted > 0 && length == wanted && memcmp(walk.at, word, length) == 0)
            return walk.line;
        if (walk.at[0] == '-' && walk.end - walk.at > 1 && walk.at[1] == '-')
            skip_comment(&walk);
        else
            advance(&walk, length > 0 ? length : 1);
    }
    return 0;
}

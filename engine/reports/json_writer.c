#include "reports/json_writer.h"

#include "base/quote.h"
#include "reports/escape.h"

#include <string.h>

void bma_json_init(struct bma_json *json, struct bma_buffer *out)
{
    *json = (struct bma_json){out, 0, true};
}

static void new_line(struct bma_json *json)
{
    static const char indent[] = "\n                                ";

    if (json->depth * 2 < sizeof indent - 1) {
        bma_buffer_add(json->out, indent, 1 + json->depth * 2);
        return;
    }
    bma_buffer_addc(json->out, '\n');
    for (unsigned i = 0; i < json->depth; i++)
        bma_buffer_adds(json->out, "  ");
}

/* What stands before a value: the comma of its neighbour, its line, its key. */
static void begin(struct bma_json *json, const char *key)
{
    if (!json->empty)
        bma_buffer_addc(json->out, ',');
    if (json->depth > 0)
        new_line(json);
    if (key != NULL) {
        bma_quote_json(json->out, key, strlen(key));
        bma_buffer_adds(json->out, ": ");
    }
    json->empty = false;
}

static void open_bracket(struct bma_json *json, const char *key, char bracket)
{
    begin(json, key);
    bma_buffer_addc(json->out, bracket);
    json->depth++;
    json->empty = true;
}

static void close_bracket(struct bma_json *json, char bracket)
{
    json->depth--;
    if (!json->empty)
        new_line(json);
    bma_buffer_addc(json->out, bracket);
    json->empty = false;
}

void bma_json_object(struct bma_json *json, const char *key)
{
    open_bracket(json, key, '{');
}

void bma_json_object_end(struct bma_json *json)
{
    close_bracket(json, '}');
}

void bma_json_array(struct bma_json *json, const char *key)
{
    open_bracket(json, key, '[');
}

void bma_json_array_end(struct bma_json *json)
{
    close_bracket(json, ']');
}

void bma_json_string(struct bma_json *json, const char *key, const char *text)
{
    begin(json, key);
    if (text == NULL)
        bma_buffer_adds(json->out, "null");
    else
        bma_quote_json(json->out, text, strlen(text));
}

void bma_json_number(struct bma_json *json, const char *key, double number)
{
    size_t start;

    begin(json, key);
    start = json->out->length;
    bma_escape_number(json->out, number);
    if (json->out->length == start)
        bma_buffer_adds(json->out, "null");
}

void bma_json_bool(struct bma_json *json, const char *key, bool value)
{
    begin(json, key);
    bma_buffer_adds(json->out, value ? "true" : "false");
}

void bma_json_null(struct bma_json *json, const char *key)
{
    begin(json, key);
    bma_buffer_adds(json->out, "null");
}

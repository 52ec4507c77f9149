#include "reports/json_writer.h"

#include "base/utf8.h"
#include "reports/escape.h"

#include <math.h>
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

static void add_escaped(struct bma_buffer *out, uint32_t codepoint, const char *bytes, size_t size)
{
    if (codepoint == '"' || codepoint == '\\') {
        bma_buffer_addc(out, '\\');
        bma_buffer_addc(out, (char)codepoint);
    } else if (codepoint == '\n') {
        bma_buffer_adds(out, "\\n");
    } else if (codepoint == 0xfffd) {
        bma_buffer_adds(out, "\xef\xbf\xbd");
    } else if (codepoint > 0xffff && bma_utf8_steers(codepoint)) {
        bma_buffer_addf(out, "\\u%04x\\u%04x", 0xd7c0 + (unsigned)(codepoint >> 10),
                        0xdc00 + (unsigned)(codepoint & 0x3ff));
    } else if (bma_utf8_steers(codepoint)) {
        bma_buffer_addf(out, "\\u%04x", (unsigned)codepoint);
    } else {
        bma_buffer_add(out, bytes, size);
    }
}

/* How many bytes from here on are ASCII that stands in a string as it is. */
static size_t plain_run(const char *text, size_t length)
{
    size_t at = 0;

    while (at < length && text[at] >= 0x20 && text[at] < 0x7f && text[at] != '"' && text[at] != '\\')
        at++;
    return at;
}

static void add_string(struct bma_buffer *out, const char *text)
{
    size_t length = strlen(text);

    bma_buffer_addc(out, '"');
    for (size_t at = 0; at < length;) {
        uint32_t codepoint;
        size_t plain = plain_run(text + at, length - at);
        bma_buffer_add(out, text + at, plain);
        at += plain;
        if (at == length)
            break;
        size_t size = bma_utf8_next(text + at, length - at, &codepoint);
        add_escaped(out, codepoint, text + at, size);
        at += size;
    }
    bma_buffer_addc(out, '"');
}

/* What stands before a value: the comma of its neighbour, its line, its key. */
static void begin(struct bma_json *json, const char *key)
{
    if (!json->empty)
        bma_buffer_addc(json->out, ',');
    if (json->depth > 0)
        new_line(json);
    if (key != NULL) {
        add_string(json->out, key);
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
        add_string(json->out, text);
}

void bma_json_number(struct bma_json *json, const char *key, double number)
{
    long long thousandths;
    int decimals = 3;

    begin(json, key);
    if (!isfinite(number) || fabs(number) > 1e15) {
        bma_buffer_adds(json->out, "null");
        return;
    }
    thousandths = llround(fabs(number) * 1000);
    if (number < 0 && thousandths > 0)
        bma_buffer_addc(json->out, '-');
    bma_buffer_addf(json->out, "%lld", thousandths / 1000);
    thousandths %= 1000;
    if (thousandths == 0)
        return;
    for (; thousandths % 10 == 0; decimals--)
        thousandths /= 10;
    bma_buffer_addf(json->out, ".%0*lld", decimals, thousandths);
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

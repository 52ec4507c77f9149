#include "reports/escape.h"

#include "base/utf8.h"

#include <math.h>
#include <string.h>

#define ELLIPSIS    "…"
#define REPLACEMENT "\xef\xbf\xbd"

static bool is_space(uint32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* Reads text as the forms want it: a run of white space as one space, what steers as U+FFFD. */
struct reader {
    const char *at, *end;
    const char *bytes; /* of the character just read */
    size_t size;
    uint32_t codepoint;
};

static struct reader reader_of(const char *text)
{
    size_t length = text != NULL ? strlen(text) : 0;

    return (struct reader){text, text != NULL ? text + length : NULL, NULL, 0, 0};
}

static bool next(struct reader *reader)
{
    if (reader->at == reader->end)
        return false;
    reader->bytes = reader->at;
    reader->size = bma_utf8_next(reader->at, (size_t)(reader->end - reader->at), &reader->codepoint);
    reader->at += reader->size;
    if (is_space(reader->codepoint)) {
        while (reader->at < reader->end && is_space((unsigned char)*reader->at))
            reader->at++;
        reader->codepoint = ' ';
        reader->bytes = " ";
        reader->size = 1;
    } else if (bma_utf8_steers(reader->codepoint)) {
        reader->codepoint = 0xfffd;
        reader->bytes = REPLACEMENT;
        reader->size = sizeof REPLACEMENT - 1;
    }
    return true;
}

/* Moves over ASCII that stands for itself, with single spaces: most of most texts. */
static size_t skip_plain(struct reader *reader)
{
    const char *start = reader->at;

    for (; reader->at < reader->end; reader->at++) {
        unsigned char byte = (unsigned char)*reader->at;
        if (byte < ' ' || byte >= 0x7f || (byte == ' ' && is_space((unsigned char)reader->at[1])))
            break;
    }
    return (size_t)(reader->at - start);
}

void bma_escape_plain(struct bma_buffer *out, const char *text)
{
    struct reader reader = reader_of(text);

    do {
        size_t plain = skip_plain(&reader);
        bma_buffer_add(out, reader.at - plain, plain);
        if (!next(&reader))
            return;
        bma_buffer_add(out, reader.bytes, reader.size);
    } while (!out->failed);
}

static const char *entity(uint32_t codepoint)
{
    switch (codepoint) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    default:
        return NULL;
    }
}

static void add_xml(struct bma_buffer *out, uint32_t codepoint, const char *bytes, size_t size)
{
    const char *escaped = entity(codepoint);

    if (escaped != NULL)
        bma_buffer_adds(out, escaped);
    else
        bma_buffer_add(out, bytes, size);
}

void bma_escape_xml(struct bma_buffer *out, const char *text)
{
    struct reader reader = reader_of(text);

    while (next(&reader))
        add_xml(out, reader.codepoint, reader.bytes, reader.size);
}

void bma_escape_xml_bytes(struct bma_buffer *out, const char *bytes, size_t length)
{
    for (size_t at = 0; at < length;) {
        uint32_t codepoint;
        size_t size = bma_utf8_next(bytes + at, length - at, &codepoint);
        if (codepoint == '\r')
            bma_buffer_adds(out, at + 1 < length && bytes[at + 1] == '\n' ? "" : "\n");
        else if (codepoint != '\n' && codepoint != '\t' && bma_utf8_steers(codepoint))
            bma_buffer_adds(out, REPLACEMENT);
        else
            add_xml(out, codepoint, bytes + at, size);
        at += size;
    }
}

/*
 * A backslash takes the meaning from any ASCII punctuation, but mentions are looked for in
 * the finished page: there a space of no width parts the sign from the name.
 */
static void add_markdown(struct bma_buffer *out, const struct reader *reader)
{
    uint32_t c = reader->codepoint;

    if (c == '&' || c == '<' || c == '>') {
        bma_buffer_adds(out, entity(c));
        return;
    }
    if (c < 0x80 && strchr("\\`*_{}[]()#+-.!|~:@$=^", (int)c) != NULL)
        bma_buffer_addc(out, '\\');
    bma_buffer_add(out, reader->bytes, reader->size);
    if (c == '@' || c == '#')
        bma_buffer_adds(out, "&#8203;");
}

void bma_escape_markdown(struct bma_buffer *out, const char *text, size_t most)
{
    struct reader reader = reader_of(text);

    for (size_t count = 0; next(&reader); count++) {
        if (most > 0 && count == most) {
            bma_buffer_adds(out, ELLIPSIS);
            return;
        }
        add_markdown(out, &reader);
    }
}

/* Signs that begin a formula, the full-width ones too; blanks before them do not stop a spreadsheet. */
static bool begins_formula(const char *text)
{
    static const char *const signs[] = {"=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r"};

    if (text == NULL)
        return false;
    for (size_t i = 0; i < sizeof signs / sizeof signs[0]; i++)
        if (strncmp(text + strspn(text, " \n\v\f"), signs[i], strlen(signs[i])) == 0)
            return true;
    return false;
}

void bma_escape_csv(struct bma_buffer *out, const char *text)
{
    struct reader reader = reader_of(text);

    bma_buffer_addc(out, '"');
    if (begins_formula(text))
        bma_buffer_addc(out, '\'');
    while (next(&reader)) {
        if (reader.codepoint == '"')
            bma_buffer_addc(out, '"');
        bma_buffer_add(out, reader.bytes, reader.size);
    }
    bma_buffer_addc(out, '"');
}

void bma_escape_number(struct bma_buffer *out, double number)
{
    long long thousandths;
    int decimals = 3;

    if (!isfinite(number) || fabs(number) > 1e15)
        return;
    thousandths = llround(fabs(number) * 1000);
    if (number < 0 && thousandths > 0)
        bma_buffer_addc(out, '-');
    bma_buffer_addf(out, "%lld", thousandths / 1000);
    thousandths %= 1000;
    if (thousandths == 0)
        return;
    for (; thousandths % 10 == 0; decimals--)
        thousandths /= 10;
    bma_buffer_addf(out, ".%0*lld", decimals, thousandths);
}

static void add_command(struct bma_buffer *out, const char *text, const char *escaped)
{
    struct reader reader = reader_of(text);

    while (next(&reader))
        if (reader.codepoint < 0x80 && strchr(escaped, (int)reader.codepoint) != NULL)
            bma_buffer_addf(out, "%%%02X", (unsigned)reader.codepoint);
        else
            bma_buffer_add(out, reader.bytes, reader.size);
}

void bma_escape_message(struct bma_buffer *out, const char *text)
{
    add_command(out, text, "%");
}

void bma_escape_property(struct bma_buffer *out, const char *text)
{
    add_command(out, text, "%:,");
}

void bma_escape_uri(struct bma_buffer *out, const char *path)
{
    for (; *path != '\0'; path++) {
        unsigned char byte = (unsigned char)*path;
        bool plain = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
                     (byte >= '0' && byte <= '9') || strchr("-._~/", byte) != NULL;
        if (plain)
            bma_buffer_addc(out, (char)byte);
        else
            bma_buffer_addf(out, "%%%02X", (unsigned)byte);
    }
}

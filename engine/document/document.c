#include "document/document.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <string.h>

void bma_document_free(struct bma_document *document)
{
    if (document == NULL)
        return;
    bma_arena_release(&document->arena);
    bma_free(document);
}

/* The last segment that begins at or before the offset; the first segment begins at 0. */
static uint32_t source_of(const struct bma_document *document, uint32_t text)
{
    uint32_t low = 0, high = document->map_count;

    if (high == 0)
        return text;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (document->map[middle].text <= text)
            low = middle;
        else
            high = middle;
    }
    return document->map[low].source + (text - document->map[low].text);
}

struct bma_span bma_document_source(const struct bma_document *document, struct bma_span text)
{
    struct bma_span source;

    source.start = source_of(document, text.start);
    /* The end is where the last byte ends: what was taken out behind it is not part of the span. */
    source.end = text.end > text.start ? source_of(document, text.end - 1) + 1 : source.start;
    return source;
}

void bma_document_position(const struct bma_document *document, uint32_t source, uint32_t *line,
                           uint32_t *column)
{
    uint32_t low = 0, high = document->line_count, start;

    if (source > document->source_length)
        source = document->source_length;
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        if (document->line_starts[middle] <= source)
            low = middle;
        else
            high = middle;
    }
    start = document->line_count > 0 ? document->line_starts[low] : 0;
    *line = low + 1;
    *column = source <= start ? 1 /* the first line begins behind a byte order mark */
                              : (uint32_t)bma_utf8_count(document->source + start, source - start) + 1;
}

static bool is_blank(unsigned char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Bytes [at, end) with every run of white space as one space. */
static void add_words(const char *bytes, uint32_t at, uint32_t end, struct bma_buffer *out)
{
    while (at < end) {
        uint32_t run = at;
        while (run < end && !is_blank((unsigned char)bytes[run]))
            run++;
        bma_buffer_add(out, bytes + at, run - at);
        at = run;
        while (at < end && is_blank((unsigned char)bytes[at]))
            at++;
        if (at > run)
            bma_buffer_addc(out, ' ');
    }
}

static uint32_t least(uint32_t a, uint32_t b)
{
    return a < b ? a : b;
}

void bma_document_quote(const struct bma_document *document, struct bma_span source, struct bma_buffer *out)
{
    add_words(document->source, source.start, least(source.end, document->source_length), out);
}

void bma_document_words(const struct bma_document *document, struct bma_span text, struct bma_buffer *out)
{
    add_words(document->text, text.start, least(text.end, document->text_length), out);
}

const char *bma_document_words_kept(const struct bma_document *document, struct bma_span text,
                                    struct bma_arena *arena)
{
    struct bma_buffer words;
    const char *copy = NULL;

    bma_buffer_init(&words);
    bma_document_words(document, text, &words);
    if (!words.failed)
        copy = bma_arena_strndup(arena, words.length > 0 ? words.bytes : "", words.length);
    bma_buffer_release(&words);
    return copy;
}

uint32_t bma_document_enclosing(const struct bma_document *document, uint32_t node, enum bma_node_kind kind)
{
    while (node < document->node_count && document->nodes[node].kind != kind)
        node = document->nodes[node].parent;
    return node < document->node_count ? node : (uint32_t)BMA_NONE;
}

/* Whether a word goes on over the offset. */
static bool is_within_word(const struct bma_document *document, uint32_t at)
{
    return at > 0 && at < document->text_length && bma_ascii_is_word(document->text[at - 1]) &&
           bma_ascii_is_word(document->text[at]);
}

bool bma_document_says(const struct bma_document *document, struct bma_span text, const char *words,
                       uint32_t length)
{
    for (uint32_t at = text.start; length > 0 && at + length <= text.end; at++) {
        uint32_t same = 0;
        while (same < length && bma_ascii_lower(document->text[at + same]) == bma_ascii_lower(words[same]))
            same++;
        if (same == length && !is_within_word(document, at) && !is_within_word(document, at + length))
            return true;
    }
    return false;
}

bool bma_clause_names_annex(const struct bma_document *document, uint32_t clause, uint32_t annex)
{
    const struct bma_node *node = &document->nodes[annex];

    return node->kind == BMA_NODE_ANNEX && node->ordinal == 0 &&
           bma_document_says(document, document->clauses[clause].span, node->citation,
                             (uint32_t)strlen(node->citation));
}

const char *bma_node_kind_name(enum bma_node_kind kind)
{
    static const char *const names[] = {"agreement", "title", "preamble", "part",   "article",
                                        "paragraph", "item",  "annex",    "letter", "closing"};

    return (size_t)kind < sizeof names / sizeof names[0] ? names[kind] : "unknown";
}

const char *bma_zone_name(enum bma_zone zone)
{
    static const char *const names[] = {"title", "heading", "preamble", "operative",
                                        "annex", "closing", "repeated"};

    return (size_t)zone < sizeof names / sizeof names[0] ? names[zone] : "unknown";
}

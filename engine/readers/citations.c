/* How a lawyer cites each division: "Article 24(3)", "Paragraph 5.1", "Annex I(2)". */
#include "readers/draft.h"

#include "base/ascii.h"
#include "base/buffer.h"
#include "readers/numbering.h"

#include <string.h>

enum { LONGEST_CITED_HEADING = 48 };

/* Words of the text with single blanks, cut at the end of a word when long. */
static void add_words(const struct bma_draft *draft, struct bma_span span, struct bma_buffer *out)
{
    size_t start = out->length;

    while (span.start < span.end && !out->failed) {
        uint32_t word = span.start;
        while (word < span.end && (unsigned char)draft->text[word] > ' ')
            word++;
        if (out->length - start + (word - span.start) > LONGEST_CITED_HEADING && out->length > start) {
            bma_buffer_adds(out, " \xe2\x80\xa6");
            return;
        }
        if (out->length > start)
            bma_buffer_addc(out, ' ');
        bma_buffer_add(out, draft->text + span.start, word - span.start);
        span.start = bma_skip_blank(draft->text, word, span.end);
    }
}

static struct bma_span trimmed(struct bma_span span, const char *text)
{
    while (span.end > span.start &&
           (text[span.end - 1] == '.' || text[span.end - 1] == ':' || text[span.end - 1] == ' '))
        span.end--;
    return span;
}

static bool has_citation(const struct bma_node *node)
{
    return node->citation[0] != '\0';
}

/* Whether the number is made of its parent's: "5.1", "A1" in a division A. */
static bool holds_parent(const struct bma_node *node, const struct bma_node *above)
{
    if (above->number[0] == '\0')
        return false;
    return strchr(node->number, '.') != NULL ||
           (node->number[0] == above->number[0] && above->number[1] == '\0' && node->number[1] >= '0' &&
            node->number[1] <= '9' && above->number[0] >= 'A' && above->number[0] <= 'Z');
}

/* A number below a division: "(3)", but one that holds its parent's stands for itself. */
static void add_number(const struct bma_draft *draft, const struct bma_node *node,
                       const struct bma_node *above, struct bma_buffer *out)
{
    if (node->number[0] == '\0')
        bma_buffer_adds(out, above->citation);
    else if (draft->text[node->label.start] == '\xc2')
        bma_buffer_addf(out, "%s%s\xc2\xa7 %s", above->citation, has_citation(above) ? " " : "",
                        node->number);
    else if (holds_parent(node, above)) {
        size_t prefix = strlen(above->citation) - strlen(above->number);
        if (strlen(above->citation) >= strlen(above->number) &&
            strcmp(above->citation + prefix, above->number) == 0)
            bma_buffer_add(out, above->citation, prefix);
        bma_buffer_adds(out, node->number);
    } else if (has_citation(above))
        bma_buffer_addf(out, "%s(%s)", above->citation, node->number);
    else
        bma_buffer_adds(out, node->number);
}

/* The first word of a list with a capital, and a blank; nothing where the language has none. */
static void add_word(const struct bma_words *words, const char *after, struct bma_buffer *out)
{
    char first;

    if (words->count == 0)
        return;
    first = words->items[0][0];
    bma_buffer_addc(out, first >= 'a' && first <= 'z' ? (char)(first - 32) : first);
    bma_buffer_addf(out, "%s%s", words->items[0] + 1, after);
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* A label as printed, but "ARTICLE V" as "Article V", "ADDITIONAL PROTOCOL" as "Additional Protocol". */
static void add_label(const struct bma_draft *draft, const struct bma_node *node, struct bma_span label,
                      struct bma_buffer *out)
{
    size_t start = out->length, number = strlen(node->number);

    add_words(draft, label, out);
    if (out->failed || out->length < start + number)
        return;
    for (size_t i = out->length - number; i > start + 1; i--)
        if (is_capital(out->bytes[i - 1]) && is_capital(out->bytes[i - 2]))
            out->bytes[i - 1] = (char)bma_ascii_lower(out->bytes[i - 1]);
}

static bool is_point(const struct bma_draft *draft, const struct bma_node *node)
{
    struct bma_marker marker;

    return node->heading == BMA_NONE &&
           bma_marker_read(draft->text, node->label.start, node->label.end, &marker);
}

/* "Article 5", "Point 4", "Letter II, point 4", or the words of the heading. */
static void cite_article(const struct bma_draft *draft, const struct bma_node *node,
                         const struct bma_node *above, struct bma_buffer *out)
{
    struct bma_span label = trimmed(node->label, draft->text);
    bool point = label.end > label.start && draft->text[label.start] != '\xc2' && is_point(draft, node);

    if (above->kind == BMA_NODE_ANNEX || above->kind == BMA_NODE_LETTER) {
        bma_buffer_adds(out, above->citation);
        if (point) {
            bma_buffer_addf(out, "(%s)", node->number);
            return;
        }
        bma_buffer_adds(out, has_citation(above) ? ", " : "");
    }
    if (node->kind == BMA_NODE_PART && bma_number_value(draft->text, label) > 0)
        add_word(&draft->conventions->part, " ", out);
    if (point) {
        add_word(&draft->conventions->point, " ", out);
        bma_buffer_adds(out, node->number);
    } else if (label.end > label.start && node->heading != BMA_NONE &&
               bma_number_value(draft->text, label) > 0) {
        bma_buffer_adds(out, node->number);
    } else if (label.end > label.start) {
        add_label(draft, node, label, out);
    } else if (node->heading != BMA_NONE) {
        add_words(draft, draft->clauses[node->heading].span, out);
    }
}

static void cite(const struct bma_draft *draft, const struct bma_node *node, struct bma_buffer *out)
{
    const struct bma_node *above = node->parent != BMA_NONE ? &draft->nodes[node->parent] : node;

    switch (node->kind) {
    case BMA_NODE_PARAGRAPH:
    case BMA_NODE_ITEM:
        add_number(draft, node, above, out);
        break;
    case BMA_NODE_PART:
    case BMA_NODE_ARTICLE:
    case BMA_NODE_ANNEX:
        cite_article(draft, node, above, out);
        break;
    case BMA_NODE_PREAMBLE:
        add_word(&draft->conventions->preamble, "", out);
        break;
    case BMA_NODE_LETTER:
        add_word(&draft->conventions->letter, " ", out);
        if (node->number[0] != '\0')
            bma_buffer_adds(out, node->number);
        else
            bma_buffer_addf(out, "%u", node->ordinal);
        break;
    default:
        break;
    }
}

void bma_draft_citations(struct bma_draft *draft)
{
    struct bma_buffer buffer;

    bma_buffer_init(&buffer);
    for (size_t i = 0; i < draft->node_count && !draft->failed; i++) {
        struct bma_node *node = &draft->nodes[i];
        bma_buffer_clear(&buffer);
        cite(draft, node, &buffer);
        if (buffer.length > 0)
            node->citation = bma_arena_strndup(&draft->document->arena, buffer.bytes, buffer.length);
        draft->failed = buffer.failed || node->citation == NULL;
    }
    bma_buffer_release(&buffer);
}

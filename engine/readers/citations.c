/* How a lawyer cites each division: "Article 24(3)", "Paragraph 5.1", "Annex I(2)". */
#include "readers/draft.h"

#include "base/buffer.h"

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
    while (span.end > span.start && (text[span.end - 1] == '.' || text[span.end - 1] == ':' || text[span.end - 1] == ' '))
        span.end--;
    return span;
}

static bool has_citation(const struct bma_node *node)
{
    return node->citation[0] != '\0';
}

/* A number below a division: "(3)", but a number that holds its parent's ("5.1") stands for itself. */
static void add_number(const struct bma_draft *draft, const struct bma_node *node, const struct bma_node *above,
                       struct bma_buffer *out)
{
    if (node->number[0] == '\0')
        bma_buffer_adds(out, above->citation);
    else if (draft->text[node->label.start] == '\xc2')
        bma_buffer_addf(out, "%s%s\xc2\xa7 %s", above->citation, has_citation(above) ? " " : "", node->number);
    else if (strchr(node->number, '.') != NULL && above->number[0] != '\0') {
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

static void cite_article(const struct bma_draft *draft, const struct bma_node *node, struct bma_buffer *out)
{
    struct bma_span label = trimmed(node->label, draft->text);

    if (label.end > label.start)
        add_words(draft, label, out);
    else if (node->heading != BMA_NONE)
        add_words(draft, draft->clauses[node->heading].span, out);
}

static void cite(const struct bma_draft *draft, const struct bma_node *node, struct bma_buffer *out)
{
    const struct bma_node *above = node->parent != BMA_NONE ? &draft->nodes[node->parent] : NULL;

    switch (node->kind) {
    case BMA_NODE_PARAGRAPH:
    case BMA_NODE_ITEM:
        add_number(draft, node, above, out);
        break;
    case BMA_NODE_PART:
    case BMA_NODE_ARTICLE:
    case BMA_NODE_ANNEX:
        if (node->kind == BMA_NODE_ARTICLE &&
            (above->kind == BMA_NODE_ANNEX || above->kind == BMA_NODE_LETTER) && has_citation(above))
            bma_buffer_addf(out, "%s, ", above->citation);
        cite_article(draft, node, out);
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

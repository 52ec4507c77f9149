#include "document/dump.h"

#include "base/quote.h"

#include <string.h>

/* Text with each run of white space as one space. */
static void add_text(const struct bma_document *document, struct bma_span span, struct bma_buffer *out)
{
    uint32_t at = span.start;

    while (at < span.end) {
        uint32_t run = at;
        while (at < span.end && (unsigned char)document->text[at] > ' ')
            at++;
        bma_buffer_add(out, document->text + run, at - run);
        run = at;
        while (at < span.end && (unsigned char)document->text[at] <= ' ')
            at++;
        if (at > run && at < span.end)
            bma_buffer_addc(out, ' ');
    }
}

static void indent(struct bma_buffer *out, unsigned depth)
{
    while (depth-- > 0)
        bma_buffer_adds(out, "  ");
}

static void dump_clause(const struct bma_document *document, uint32_t index, unsigned depth,
                        struct bma_buffer *out)
{
    const struct bma_clause *clause = &document->clauses[index];

    indent(out, depth);
    bma_buffer_addf(out, "%u:%u %s", clause->line, clause->column, bma_zone_name(clause->zone));
    if (clause->is_item)
        bma_buffer_adds(out, " item");
    if (clause->lead_in != BMA_NONE) {
        const struct bma_clause *lead = &document->clauses[clause->lead_in];
        bma_buffer_addf(out, " <%u:%u", lead->line, lead->column);
    }
    bma_buffer_adds(out, "  ");
    add_text(document, clause->span, out);
    bma_buffer_addc(out, '\n');
}

static void dump_node_line(const struct bma_node *node, unsigned depth, struct bma_buffer *out)
{
    indent(out, depth);
    bma_buffer_adds(out, bma_node_kind_name(node->kind));
    if (node->number[0] != '\0')
        bma_buffer_addf(out, " %s", node->number);
    if (node->citation[0] != '\0')
        bma_buffer_addf(out, " \"%s\"", node->citation);
    bma_buffer_addc(out, '\n');
}

void bma_document_dump(const struct bma_document *document, struct bma_buffer *out)
{
    uint32_t clause = 0, node = 0;
    unsigned depth = 0;

    /* Nodes stand in reading order, so that one walk over both arrays prints the tree. */
    while (node < document->node_count) {
        const struct bma_node *at = &document->nodes[node];
        uint32_t up = node, next = node + 1;
        uint32_t end =
            next < document->node_count ? document->nodes[next].first_clause : document->clause_count;

        for (depth = 0; document->nodes[up].parent != BMA_NONE; depth++)
            up = document->nodes[up].parent;
        dump_node_line(at, depth, out);
        for (; clause < end; clause++) {
            unsigned inner = 1;
            for (up = document->clauses[clause].node; document->nodes[up].parent != BMA_NONE; inner++)
                up = document->nodes[up].parent;
            dump_clause(document, clause, inner, out);
        }
        node = next;
    }
}

static void json_index(const char *key, uint32_t index, struct bma_buffer *out)
{
    if (index == BMA_NONE)
        bma_buffer_addf(out, ",\"%s\":null", key);
    else
        bma_buffer_addf(out, ",\"%s\":%u", key, index);
}

static void json_node(const struct bma_document *document, uint32_t index, struct bma_buffer *out)
{
    const struct bma_node *node = &document->nodes[index];

    bma_buffer_addf(out, "{\"kind\":\"%s\",\"number\":", bma_node_kind_name(node->kind));
    bma_quote_json(out, node->number, strlen(node->number));
    bma_buffer_addf(out, ",\"ordinal\":%u,\"citation\":", node->ordinal);
    bma_quote_json(out, node->citation, strlen(node->citation));
    json_index("parent", node->parent, out);
    json_index("heading", node->heading, out);
    bma_buffer_addf(out, ",\"first_clause\":%u,\"clause_count\":%u}", node->first_clause, node->clause_count);
}

static void json_clause(const struct bma_document *document, uint32_t index, struct bma_buffer *out)
{
    const struct bma_clause *clause = &document->clauses[index];
    struct bma_span source = bma_document_source(document, clause->span);
    struct bma_buffer text;

    bma_buffer_init(&text);
    add_text(document, clause->span, &text);
    bma_buffer_addf(out, "{\"zone\":\"%s\",\"node\":%u", bma_zone_name(clause->zone), clause->node);
    json_index("lead_in", clause->lead_in, out);
    bma_buffer_addf(out, ",\"item\":%s,\"start\":%u,\"end\":%u,\"line\":%u,\"column\":%u,\"text\":",
                    clause->is_item ? "true" : "false", source.start, source.end, clause->line,
                    clause->column);
    bma_quote_json(out, text.bytes, text.length);
    bma_buffer_addc(out, '}');
    out->failed = out->failed || text.failed;
    bma_buffer_release(&text);
}

void bma_document_dump_json(const struct bma_document *document, struct bma_buffer *out)
{
    bma_buffer_adds(out, "{\"schema\":\"bma-document/1\",\"path\":");
    bma_quote_json(out, document->path, strlen(document->path));
    bma_buffer_addf(out, ",\"format\":\"%s\",\"sha256\":\"%s\",\"nodes\":[", document->format,
                    document->sha256);
    for (uint32_t i = 0; i < document->node_count; i++) {
        bma_buffer_adds(out, i == 0 ? "\n" : ",\n");
        json_node(document, i, out);
    }
    bma_buffer_adds(out, "],\"clauses\":[");
    for (uint32_t i = 0; i < document->clause_count; i++) {
        bma_buffer_adds(out, i == 0 ? "\n" : ",\n");
        json_clause(document, i, out);
    }
    bma_buffer_adds(out, "]}\n");
}

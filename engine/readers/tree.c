#include "readers/builder.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <string.h>

struct bma_open *bma_tree_top(struct bma_builder *builder)
{
    return &builder->open[builder->depth - 1];
}

void bma_tree_close(struct bma_builder *builder, enum bma_rank rank)
{
    while (builder->depth > 1 && bma_tree_top(builder)->rank >= rank)
        builder->depth--;
}

bool bma_tree_has(const struct bma_builder *builder, enum bma_rank rank)
{
    for (size_t i = 0; i < builder->depth; i++)
        if (builder->open[i].rank == rank)
            return true;
    return false;
}

static void link_node(struct bma_draft *draft, uint32_t parent, uint32_t child)
{
    struct bma_node *above = &draft->nodes[parent];

    if (above->last_child == BMA_NONE)
        above->first_child = child;
    else
        draft->nodes[above->last_child].next = child;
    above->last_child = child;
}

static uint32_t add_node(struct bma_draft *draft, enum bma_node_kind kind, uint32_t parent)
{
    struct bma_node node = {.kind = kind,
                            .parent = parent,
                            .first_child = BMA_NONE,
                            .last_child = BMA_NONE,
                            .next = BMA_NONE,
                            .heading = BMA_NONE,
                            .number = "",
                            .citation = ""};
    uint32_t index = (uint32_t)draft->node_count;

    if (bma_grow(&draft->nodes, &draft->node_capacity, draft->node_count + 1, sizeof node) != 0) {
        draft->failed = true;
        return BMA_NONE;
    }
    node.first_clause = (uint32_t)draft->clause_count;
    draft->nodes[draft->node_count++] = node;
    if (parent != BMA_NONE)
        link_node(draft, parent, index);
    return index;
}

struct bma_open *bma_tree_open(struct bma_builder *builder, enum bma_node_kind kind, enum bma_rank rank,
                               struct bma_span label, struct bma_span number, uint32_t ordinal)
{
    struct bma_draft *draft = builder->draft;
    struct bma_open *open;
    uint32_t node;

    if (builder->depth == BMA_MAX_DEPTH)
        builder->depth--; /* deeper lists than any lawyer writes become siblings */
    node = add_node(draft, kind, builder->depth > 0 ? bma_tree_top(builder)->node : (uint32_t)BMA_NONE);
    if (node == BMA_NONE)
        return NULL;
    draft->nodes[node].label = label;
    draft->nodes[node].span = label;
    draft->nodes[node].ordinal = ordinal;
    if (number.end > number.start) {
        draft->nodes[node].number =
            bma_arena_strndup(&draft->document->arena, draft->text + number.start, number.end - number.start);
        if (draft->nodes[node].number == NULL) {
            draft->failed = true;
            return NULL;
        }
    }
    open = &builder->open[builder->depth++];
    memset(open, 0, sizeof *open);
    open->node = node;
    open->rank = rank;
    open->ordinal = ordinal;
    open->lead_in = BMA_NONE;
    return open;
}

void bma_tree_heading(struct bma_builder *builder, struct bma_span span)
{
    struct bma_draft *draft = builder->draft;
    struct bma_node *node = &draft->nodes[bma_tree_top(builder)->node];
    struct bma_clause clause = {.span = span, .zone = BMA_ZONE_HEADING, .lead_in = BMA_NONE};

    span.start = bma_skip_blank(draft->text, span.start, span.end);
    if (span.start >= span.end)
        return;
    clause.node = bma_tree_top(builder)->node;
    if (bma_grow(&draft->clauses, &draft->clause_capacity, draft->clause_count + 1, sizeof clause) != 0) {
        draft->failed = true;
        return;
    }
    clause.span = span;
    if (node->heading == BMA_NONE && node->first_clause == draft->clause_count)
        node->heading = (uint32_t)draft->clause_count;
    draft->clauses[draft->clause_count++] = clause;
    builder->last = BMA_NONE;
}

void bma_tree_words(struct bma_builder *builder, struct bma_span span, bool is_item, uint32_t lead_in)
{
    struct bma_draft *draft = builder->draft;
    size_t first = draft->clause_count;
    uint32_t last =
        bma_draft_sentences(draft, span, bma_tree_top(builder)->node, builder->zone, is_item, lead_in);

    for (; first < draft->clause_count; first++)
        draft->clauses[first].is_row = (draft->blocks[builder->block].flags & BMA_BLOCK_ROW) != 0;
    if (last != BMA_NONE)
        builder->last = last;
}

/* Clauses come in the order of the source: on one line each is counted on from the one before. */
static void place_clauses(struct bma_draft *draft)
{
    struct bma_document *document = draft->document;
    uint32_t before = 0, line = 0, column = 0;

    document->map = draft->map;
    document->map_count = (uint32_t)draft->map_count;
    for (size_t i = 0; i < draft->clause_count; i++) {
        struct bma_clause *clause = &draft->clauses[i];
        uint32_t at = bma_document_source(document, clause->span).start;
        bool same_line =
            line > 0 && at >= before && (line == document->line_count || at < document->line_starts[line]);

        if (same_line)
            column += (uint32_t)bma_utf8_count(document->source + before, at - before);
        else
            bma_document_position(document, at, &line, &column);
        clause->line = line;
        clause->column = column;
        before = at;
    }
}

/* From the last node to the first, so that children hand their ends up before their parents are read. */
static void close_spans(struct bma_draft *draft)
{
    for (size_t i = 0; i < draft->clause_count; i++) {
        struct bma_node *node = &draft->nodes[draft->clauses[i].node];
        node->clause_count++;
        if (node->span.end == 0)
            node->span.start = draft->clauses[i].span.start;
        if (node->span.end < draft->clauses[i].span.end)
            node->span.end = draft->clauses[i].span.end;
    }
    for (size_t i = draft->node_count; i-- > 1;) {
        struct bma_node *node = &draft->nodes[i], *above = &draft->nodes[node->parent];
        above->clause_count += node->clause_count;
        if (node->span.end == 0)
            continue;
        if (above->span.end == 0 || above->span.start > node->span.start)
            above->span.start = node->span.start;
        if (above->span.end < node->span.end)
            above->span.end = node->span.end;
    }
}

void bma_tree_finish(struct bma_builder *builder)
{
    struct bma_draft *draft = builder->draft;

    if (draft->failed)
        return;
    place_clauses(draft);
    close_spans(draft);
    draft->nodes[0].span.start = 0;
    draft->nodes[0].span.end = draft->text_length;
}

#include "reports/html_marks.h"

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool add_mark(struct bma_html_marks *marks, const struct bma_document *document,
                     const struct bma_evidence *evidence, struct bma_html_mark mark)
{
    mark.start = evidence->source.start;
    mark.end = evidence->source.end;
    mark.role = evidence->role;
    if (evidence->voice != BMA_VOICE_TEXT || mark.start >= mark.end || mark.end > document->source_length ||
        marks->count == BMA_HTML_MARKS)
        return true;
    if (bma_grow(&marks->items, &marks->capacity, marks->count + 1, sizeof mark) != 0)
        return false;
    marks->items[marks->count++] = mark;
    return true;
}

/* What works against the draft is drawn outermost, where its colour shows. */
static int rank(enum bma_evidence_role role)
{
    static const int ranks[] = {2, 3, 4, 0, 1, 5};

    return ranks[role];
}

static int compare_marks(const void *left, const void *right)
{
    const struct bma_html_mark *a = left, *b = right;

    if (a->start != b->start)
        return a->start < b->start ? -1 : 1;
    if (a->end != b->end)
        return a->end > b->end ? -1 : 1;
    if (a->role != b->role)
        return rank(a->role) - rank(b->role);
    if ((a->criterion == NULL) != (b->criterion == NULL))
        return a->criterion != NULL ? -1 : 1;
    if (a->fault != b->fault)
        return a->fault < b->fault ? -1 : 1;
    return a->piece < b->piece ? -1 : a->piece > b->piece;
}

bool bma_html_marks_collect(const struct bma_scorecard *card, struct bma_html_marks *out)
{
    const struct bma_findings *findings = card->findings;
    bool fits = true;

    *out = (struct bma_html_marks){NULL, 0, 0};
    for (uint32_t i = 0; i < findings->count; i++)
        for (uint32_t k = 0; k < findings->items[i].evidence_count; k++)
            fits = fits && add_mark(out, card->text->document, &findings->items[i].evidence[k],
                                    (struct bma_html_mark){.criterion = findings->items[i].criterion,
                                                           .label = findings->items[i].criterion,
                                                           .fault = i,
                                                           .piece = k});
    for (uint32_t i = 0; i < findings->coherence_count; i++)
        for (uint32_t k = 0; k < findings->coherence[i].evidence_count; k++)
            fits =
                fits &&
                add_mark(out, card->text->document, &findings->coherence[i].evidence[k],
                         (struct bma_html_mark){.label = findings->coherence[i].id, .fault = i, .piece = k});
    if (fits && out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, compare_marks);
    return fits;
}

static bool add_break(struct bma_html_breaks *breaks, uint32_t at, enum bma_html_block block, bool follows)
{
    if (bma_grow(&breaks->items, &breaks->capacity, breaks->count + 1, sizeof *breaks->items) != 0)
        return false;
    breaks->items[breaks->count++] = (struct bma_html_break){at, block, follows};
    return true;
}

static uint32_t source_start(const struct bma_document *document, struct bma_span span)
{
    return bma_document_source(document, span).start;
}

static bool is_division(enum bma_node_kind kind)
{
    return kind == BMA_NODE_PART || kind == BMA_NODE_ARTICLE || kind == BMA_NODE_ANNEX ||
           kind == BMA_NODE_LETTER;
}

/* Text of a division is set as plain, that of a list item the deeper the further in it stands. */
static enum bma_html_block block_of(const struct bma_document *document, uint32_t node)
{
    int depth = 0;

    for (; node < document->node_count && depth < 3; node = document->nodes[node].parent)
        depth += document->nodes[node].kind == BMA_NODE_ITEM;
    return (enum bma_html_block)(BMA_BLOCK_TEXT + depth);
}

static bool has_line_end(const struct bma_document *document, uint32_t start, uint32_t end)
{
    return end > start && end <= document->source_length &&
           memchr(document->source + start, '\n', end - start) != NULL;
}

/* The first clause of a division that is not its heading, or BMA_NONE. */
static uint32_t first_words(const struct bma_document *document, const struct bma_node *node)
{
    for (uint32_t i = node->first_clause; i < node->first_clause + node->clause_count; i++)
        if (i < document->clause_count && document->clauses[i].zone != BMA_ZONE_HEADING)
            return i;
    return BMA_NONE;
}

/* A division whose label stands on a line of its own has a heading; else its text runs on from the label. */
static bool add_division(struct bma_html_breaks *breaks, const struct bma_document *document, uint32_t i)
{
    const struct bma_node *node = &document->nodes[i];
    uint32_t start = source_start(document, node->span);
    uint32_t words = first_words(document, node);
    uint32_t body = words != BMA_NONE ? source_start(document, document->clauses[words].span)
                                      : bma_document_source(document, node->span).end;

    if (words != BMA_NONE && !has_line_end(document, start, body))
        return add_break(breaks, start, BMA_BLOCK_TEXT, false);
    if (!add_break(breaks, start, BMA_BLOCK_HEADING, false))
        return false;
    return words == BMA_NONE || document->clauses[words].node != i ||
           add_break(breaks, body, BMA_BLOCK_TEXT, false);
}

static bool add_node(struct bma_html_breaks *breaks, const struct bma_document *document, uint32_t i)
{
    const struct bma_node *node = &document->nodes[i];

    if (node->kind == BMA_NODE_AGREEMENT || node->span.start == node->span.end)
        return true;
    if (is_division(node->kind))
        return add_division(breaks, document, i);
    if (node->kind == BMA_NODE_TITLE)
        return add_break(breaks, source_start(document, node->span), BMA_BLOCK_TITLE, false);
    return add_break(breaks, source_start(document, node->span), block_of(document, i), false);
}

/* An empty line parts paragraphs that the tree does not know, such as recitals and signatures. */
static bool add_empty_lines(struct bma_html_breaks *breaks, const struct bma_document *document)
{
    const char *source = document->source;
    bool fits = true;

    for (uint32_t i = 0; fits && i + 1 < document->line_count; i++) {
        uint32_t at = document->line_starts[i];
        while (at < document->source_length &&
               (source[at] == ' ' || source[at] == '\t' || source[at] == '\r'))
            at++;
        if (at < document->source_length && source[at] == '\n')
            fits = add_break(breaks, at + 1, BMA_BLOCK_TEXT, true);
    }
    return fits;
}

static int compare_breaks(const void *left, const void *right)
{
    const struct bma_html_break *a = left, *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    if (a->follows != b->follows)
        return a->follows ? -1 : 1;
    return a->block < b->block ? -1 : a->block > b->block;
}

/* One break for each place, and no paragraph without a kind. */
static void settle(struct bma_html_breaks *breaks)
{
    enum bma_html_block before = BMA_BLOCK_TEXT;
    size_t kept = 0;

    for (size_t i = 0; i < breaks->count; i++) {
        struct bma_html_break *one = &breaks->items[i];
        if (one->follows)
            one->block = before;
        before = one->block;
        if (kept > 0 && breaks->items[kept - 1].at == one->at)
            kept--;
        breaks->items[kept++] = *one;
    }
    breaks->count = kept;
}

bool bma_html_breaks_collect(const struct bma_document *document, struct bma_html_breaks *out)
{
    bool fits = true;

    *out = (struct bma_html_breaks){NULL, 0, 0};
    for (uint32_t i = 0; fits && i < document->node_count; i++)
        fits = add_node(out, document, i);
    fits = fits && add_empty_lines(out, document);
    if (fits && out->count > 1)
        qsort(out->items, out->count, sizeof *out->items, compare_breaks);
    settle(out);
    return fits;
}

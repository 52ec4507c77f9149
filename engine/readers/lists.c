/* Numbered and lettered paragraphs and items: where a marker belongs in the tree. */
#include "readers/builder.h"

static bool is_number_style(enum bma_marker_style style)
{
    return style >= BMA_MARKER_NUMBER && style <= BMA_MARKER_HALF_NUMBER;
}

static bool same_list(const struct bma_open *open, enum bma_marker_style style, uint32_t parts)
{
    return open->style == style && style != BMA_MARKER_NONE && open->parts == parts;
}

/*
 * The open division that the marker follows on: the innermost one whose number comes right before,
 * in either reading; else the innermost of the same style unless the number begins a
 * new list.  Sets the reading chosen.
 */
static struct bma_open *find_sibling(struct bma_builder *builder, const struct bma_marker *marker,
                                     bool *roman)
{
    for (size_t i = builder->depth; i-- > 1;) {
        struct bma_open *open = &builder->open[i];
        if (same_list(open, marker->style, marker->parts) &&
            (open->ordinal + 1 == marker->ordinal || marker->style == BMA_MARKER_DASH)) {
            *roman = false;
            return open;
        }
        if (same_list(open, marker->roman_style, 0) && open->ordinal + 1 == marker->roman) {
            *roman = true;
            return open;
        }
    }
    for (size_t i = builder->depth; i-- > 1;) {
        struct bma_open *open = &builder->open[i];
        *roman = same_list(open, marker->roman_style, 0) && marker->roman > 1;
        if (*roman || (same_list(open, marker->style, marker->parts) && marker->roman != 1))
            return open;
    }
    *roman = marker->style == BMA_MARKER_NONE || (marker->roman == 1 && marker->ordinal != 1);
    return NULL;
}

/* Words that do not end their sentence open a list; the last row of a table none below the table. */
static uint32_t lead_in(const struct bma_builder *builder)
{
    const struct bma_draft *draft = builder->draft;
    const struct bma_clause *clause;
    char last;

    if (builder->last == BMA_NONE)
        return BMA_NONE;
    clause = &draft->clauses[builder->last];
    if (clause->is_row && !bma_row_at(builder, builder->block))
        return BMA_NONE;
    last = draft->text[clause->span.end - 1];
    return last == '.' || last == ';' || last == '!' || last == '?' ? (uint32_t)BMA_NONE : builder->last;
}

static void choose_kind(struct bma_builder *builder, enum bma_marker_style style, uint32_t lead,
                        enum bma_node_kind *kind, enum bma_rank *rank)
{
    bool article = bma_tree_has(builder, BMA_RANK_ARTICLE);
    bool closed = builder->in_closing || builder->in_annex || builder->block < builder->outline.preamble_end;

    if (!article && !closed && style < BMA_MARKER_DASH) {
        *kind = BMA_NODE_ARTICLE;
        *rank = BMA_RANK_ARTICLE;
    } else if (lead == BMA_NONE && !bma_tree_has(builder, BMA_RANK_PARAGRAPH) && style < BMA_MARKER_DASH) {
        *kind = BMA_NODE_PARAGRAPH;
        *rank = BMA_RANK_PARAGRAPH;
    } else {
        *kind = BMA_NODE_ITEM;
        *rank = BMA_RANK_ITEM;
    }
}

/* A number without lead-in leaves the unnumbered paragraph before it. */
static void leave_unnumbered(struct bma_builder *builder, uint32_t lead)
{
    const struct bma_open *top;

    if (lead != BMA_NONE)
        return;
    for (;;) {
        top = bma_tree_top(builder);
        if (top->rank != BMA_RANK_PARAGRAPH || top->style != BMA_MARKER_NONE)
            return;
        builder->depth--;
    }
}

static struct bma_open *open_new(struct bma_builder *builder, const struct bma_marker *marker,
                                 uint32_t ordinal, enum bma_marker_style style)
{
    bool point = builder->in_letter && !bma_tree_has(builder, BMA_RANK_ARTICLE);
    uint32_t lead =
        point ? (uint32_t)BMA_NONE : lead_in(builder); /* who proposes a letter does not act in it */
    enum bma_node_kind kind;
    enum bma_rank rank;
    struct bma_open *open;

    leave_unnumbered(builder, lead);
    choose_kind(builder, style, lead, &kind, &rank);
    open = bma_tree_open(builder, kind, rank, marker->label, marker->number, ordinal);
    if (open == NULL)
        return NULL;
    open->lead_in = lead;
    open->points = rank == BMA_RANK_ARTICLE;
    return open;
}

static struct bma_open *open_beside(struct bma_builder *builder, const struct bma_open *sibling,
                                    const struct bma_marker *marker, uint32_t ordinal)
{
    struct bma_open copy = *sibling, *open;
    enum bma_node_kind kind = builder->draft->nodes[copy.node].kind;

    builder->depth = (size_t)(sibling - builder->open);
    open = bma_tree_open(builder, kind, copy.rank, marker->label, marker->number, ordinal);
    if (open == NULL)
        return NULL;
    open->lead_in = copy.lead_in;
    open->points = copy.points;
    return open;
}

/* Whether "7.1" or "II.1" says by its first part that it stands in the article. */
static bool is_of_article(const struct bma_marker *marker, const struct bma_open *article)
{
    return article->ordinal == marker->first_part || (marker->roman > 0 && article->ordinal == marker->roman);
}

/* "7.1" in Article 7 is a paragraph of it, whatever list is open: its number says so. */
static void leave_for_article(struct bma_builder *builder, const struct bma_marker *marker)
{
    for (size_t i = builder->depth; marker->style == BMA_MARKER_DECIMAL && marker->parts == 2 && i-- > 1;)
        if (builder->open[i].rank == BMA_RANK_ARTICLE && is_of_article(marker, &builder->open[i])) {
            builder->depth = i + 1;
            builder->last = BMA_NONE;
            return;
        }
}

/*
 * "(1) Workers may come. (2) They may stay.": where the point of that number begins, behind a full stop or a
 * semicolon; the body's end where none does.
 */
static uint32_t runs_on_at(const char *text, struct bma_span body, uint32_t ordinal,
                           struct bma_marker *marker)
{
    uint32_t before = 0; /* the last byte that is no blank */

    for (uint32_t at = body.start; at < body.end; at++) {
        if (text[at] == '(' && (text[before] == '.' || text[before] == ';') && before > body.start &&
            before + 1 < at && bma_marker_read(text, at, body.end, marker) &&
            marker->style == BMA_MARKER_BRACKET_NUMBER && marker->ordinal == ordinal &&
            marker->body < body.end)
            return at;
        if (text[at] != ' ' && text[at] != '\n')
            before = at;
    }
    return body.end;
}

/* Reads one point; where the next begins on its line, *next being its marker, or the body's end. */
static uint32_t read_point(struct bma_builder *builder, const struct bma_marker *marker, struct bma_span body,
                           struct bma_marker *next)
{
    bool roman;
    struct bma_open *sibling = find_sibling(builder, marker, &roman), *open;
    enum bma_marker_style style = roman ? marker->roman_style : marker->style;
    uint32_t ordinal = roman ? marker->roman : marker->ordinal, lead;
    struct bma_marker inner;
    uint32_t end = body.end;

    if (sibling == NULL)
        leave_for_article(builder, marker);
    if (sibling != NULL)
        open = open_beside(builder, sibling, marker, ordinal);
    else
        open = open_new(builder, marker, ordinal, style);
    if (open == NULL)
        return body.end;
    open->style = style;
    open->parts = roman ? 0 : marker->parts;
    lead = open->lead_in;
    if (is_number_style(style) || style >= BMA_MARKER_CAPITAL)
        builder->last = sibling != NULL || lead == BMA_NONE ? (uint32_t)BMA_NONE : lead;
    if (bma_marker_read(builder->draft->text, body.start, body.end, &inner) &&
        inner.style != BMA_MARKER_DASH && inner.style != BMA_MARKER_CAPITAL) {
        body.start = inner.body;
        return read_point(builder, &inner, body, next);
    }
    if (style == BMA_MARKER_BRACKET_NUMBER)
        end = runs_on_at(builder->draft->text, body, ordinal + 1, next);
    bma_tree_words(builder, (struct bma_span){body.start, end},
                   open->rank == BMA_RANK_ITEM || lead != BMA_NONE, lead);
    return end;
}

/* "l." where no list has come to that letter: a page that was scanned, and its figure one. */
static struct bma_marker as_scanned(struct bma_builder *builder, const struct bma_marker *marker)
{
    static const enum bma_marker_style figures[] = {[BMA_MARKER_LETTER] = BMA_MARKER_NUMBER,
                                                    [BMA_MARKER_BRACKET_LETTER] = BMA_MARKER_BRACKET_NUMBER,
                                                    [BMA_MARKER_HALF_LETTER] = BMA_MARKER_HALF_NUMBER};
    struct bma_marker scanned = *marker;
    bool roman;

    if (marker->style < BMA_MARKER_BRACKET_LETTER || marker->style > BMA_MARKER_LETTER ||
        marker->number.end - marker->number.start != 1 || builder->draft->text[marker->number.start] != 'l' ||
        find_sibling(builder, marker, &roman) != NULL)
        return scanned;
    scanned.style = figures[marker->style];
    scanned.roman_style = BMA_MARKER_NONE;
    scanned.ordinal = 1;
    scanned.roman = 0;
    scanned.parts = scanned.style != BMA_MARKER_BRACKET_NUMBER; /* as those of a figure are read */
    return scanned;
}

void bma_list_marker(struct bma_builder *builder, const struct bma_marker *marker, struct bma_span body)
{
    struct bma_marker at = as_scanned(builder, marker), next;

    while (read_point(builder, &at, body, &next) < body.end) {
        body.start = next.body;
        at = next;
    }
}

/* Block by block into the tree: what each one is, and where it belongs. */
#include "readers/builder.h"

#include <stdint.h>

static const struct bma_span nothing;

static bool opens_with(const struct bma_builder *builder, const struct bma_words *words)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);

    return bma_words_open(words, builder->draft->text, block->start, block->end) != 0;
}

/* ---- title and preamble ---- */

static void read_title(struct bma_builder *builder)
{
    if (builder->block == 0)
        bma_tree_open(builder, BMA_NODE_TITLE, BMA_RANK_PART, nothing, nothing, 0);
    if (builder->block == builder->outline.title)
        builder->draft->document->title = (uint32_t)builder->draft->clause_count;
    builder->zone = BMA_ZONE_TITLE;
    bma_tree_words(builder, bma_block_span(bma_block_at(builder, builder->block)), false, BMA_NONE);
    if (builder->block < builder->outline.title_stop)
        builder->draft->document->title_end = (uint32_t)builder->draft->clause_count;
}

static void read_preamble(struct bma_builder *builder)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);

    if (builder->block == builder->outline.title_end) {
        bma_tree_close(builder, BMA_RANK_SECTION);
        bma_tree_open(builder, BMA_NODE_PREAMBLE, BMA_RANK_PART, nothing, nothing, 0);
        builder->zone = BMA_ZONE_PREAMBLE;
        if (builder->block + 1 < builder->outline.preamble_end &&
            bma_block_is_heading(builder->draft, &builder->outline, builder->block) && block->words <= 3) {
            bma_tree_heading(builder, bma_block_span(block));
            return;
        }
    }
    bma_tree_words(builder, bma_block_span(block), false, BMA_NONE);
}

/* ---- letters and closings ---- */

/* Points of the letter itself, and not of what is enclosed with it. */
static bool letter_has_points(const struct bma_builder *builder)
{
    const struct bma_draft *draft = builder->draft;
    struct bma_marker marker;

    for (size_t i = builder->block + 1;
         i < draft->block_count && !(draft->blocks[i].flags & BMA_BLOCK_LETTER) &&
         !bma_block_closes_letter(draft, &draft->blocks[i]);
         i++)
        if (bma_marker_read(draft->text, draft->blocks[i].start, draft->blocks[i].end, &marker))
            return true;
    return false;
}

/* A letter may be numbered, alone on its first line; else it counts from the one before. */
static void number_letter(struct bma_builder *builder)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);
    struct bma_span number = {block->start, block->end};
    uint32_t ordinal = bma_number_value(builder->draft->text, number);

    builder->letter_count++;
    bma_tree_open(builder, BMA_NODE_LETTER, BMA_RANK_SECTION, ordinal > 0 ? number : nothing,
                  ordinal > 0 ? number : nothing, ordinal > 0 ? ordinal : builder->letter_count);
}

static void open_letter(struct bma_builder *builder)
{
    bma_tree_close(builder, BMA_RANK_SECTION);
    number_letter(builder);
    builder->in_letter = builder->above_salutation = true;
    builder->in_closing = builder->in_annex = false;
    builder->zone = BMA_ZONE_PREAMBLE;
    builder->last = BMA_NONE;
}

/* Number, address, date and salutation. */
static void read_address(struct bma_builder *builder)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);
    const struct bma_span label = builder->draft->nodes[bma_tree_top(builder)->node].label;

    bool salutation = (block->flags & BMA_BLOCK_SALUTATION) != 0;
    bool whole = salutation && !letter_has_points(builder);
    bool verbal = block->words > BMA_LONGEST_SALUTATION;

    /* a verbal note may say all that it has to say in its first sentence */
    if (whole && verbal)
        builder->zone = BMA_ZONE_OPERATIVE;
    if (label.end != block->end)
        bma_tree_words(builder, bma_block_span(block), false, BMA_NONE);
    if (!salutation)
        return;
    builder->above_salutation = false;
    if (!verbal)
        builder->last = BMA_NONE;
    if (whole)
        builder->zone = BMA_ZONE_OPERATIVE;
}

/* Everything above the points of a letter leads up to them; a letter without points is all operative. */
static void read_letter_words(struct bma_builder *builder)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);

    if (opens_with(builder, &builder->draft->conventions->letter_opening)) {
        bma_tree_close(builder, BMA_RANK_PART);
        builder->last = BMA_NONE;
    }
    bma_tree_words(builder, bma_block_span(block), false, BMA_NONE);
}

static void open_closing(struct bma_builder *builder)
{
    bma_tree_close(builder, BMA_RANK_PART);
    bma_tree_open(builder, BMA_NODE_CLOSING, BMA_RANK_PART, nothing, nothing, 0);
    builder->in_closing = true;
    builder->zone = BMA_ZONE_CLOSING;
    builder->last = BMA_NONE;
}

/* ---- words without label or number ---- */

static bool is_labelled_article(const struct bma_builder *builder)
{
    const struct bma_open *top = &builder->open[builder->depth - 1];

    return top->rank == BMA_RANK_ARTICLE && !top->points;
}

/* Closes lists; a paragraph that a number opened takes the words in, one without ends here. */
static uint32_t leave_lists(struct bma_builder *builder)
{
    uint32_t lead = BMA_NONE;

    while (bma_tree_top(builder)->rank == BMA_RANK_ITEM) {
        lead = bma_tree_top(builder)->lead_in;
        builder->depth--;
    }
    return lead;
}

static void read_words(struct bma_builder *builder)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);
    char first = builder->draft->text[block->start];
    uint32_t lead = leave_lists(builder);
    bool continues = first >= 'a' && first <= 'z';

    if (continues) {
        bma_tree_words(builder, bma_block_span(block), false, lead);
        return;
    }
    if (bma_tree_top(builder)->rank == BMA_RANK_PARAGRAPH && bma_tree_top(builder)->style == BMA_MARKER_NONE)
        builder->depth--;
    if (is_labelled_article(builder))
        bma_tree_open(builder, BMA_NODE_PARAGRAPH, BMA_RANK_PARAGRAPH, nothing, nothing, 0);
    bma_tree_words(builder, bma_block_span(block), false, BMA_NONE);
}

/* An item that no sign marks: it counts on from the one before. */
static void read_unmarked(struct bma_builder *builder)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);
    struct bma_span here = {block->start, block->start};
    struct bma_marker marker = {.style = BMA_MARKER_UNMARKED, .number = here, .label = here};
    const struct bma_open *top = bma_tree_top(builder);
    bool first = builder->block == 0 || !(bma_block_at(builder, builder->block - 1)->flags & BMA_BLOCK_ITEM);

    marker.ordinal = first || top->style != BMA_MARKER_UNMARKED ? 1 : top->ordinal + 1;
    marker.roman = marker.ordinal == 1; /* a new list, and none that goes on */
    marker.body = block->start;
    builder->zone = bma_main_zone(builder);
    bma_list_marker(builder, &marker, bma_block_span(block));
}

static void read_marker(struct bma_builder *builder, const struct bma_marker *marker)
{
    struct bma_span body = {marker->body, bma_block_at(builder, builder->block)->end};

    if (bma_division_is_numbered(builder, marker)) {
        bma_division_numbered(builder, marker);
        return;
    }
    builder->zone = bma_main_zone(builder);
    bma_list_marker(builder, marker, body);
}

static bool opens_closing(const struct bma_builder *builder)
{
    const struct bma_draft *draft = builder->draft;

    return !builder->in_closing && builder->block >= builder->outline.last_article &&
           (builder->in_letter ? bma_block_closes_letter(draft, bma_block_at(builder, builder->block))
                               : opens_with(builder, &draft->conventions->closing));
}

/* "(attached to Letter I)": a block in brackets that is no list marker. */
static bool is_remark(const struct bma_builder *builder, size_t index)
{
    const struct bma_draft *draft = builder->draft;
    struct bma_marker marker;

    return index < draft->block_count && draft->text[draft->blocks[index].start] == '(' &&
           !bma_marker_read(draft->text, draft->blocks[index].start, draft->blocks[index].end, &marker);
}

/* Whether a list, articles or parts begin at the block, with the first of them. */
static bool begins_divisions(const struct bma_builder *builder, size_t index)
{
    const struct bma_draft *draft = builder->draft;
    struct bma_marker marker;
    struct bma_label label;
    enum bma_node_kind kind;

    if (index >= draft->block_count)
        return false;
    if (bma_marker_read(draft->text, draft->blocks[index].start, draft->blocks[index].end, &marker))
        return marker.ordinal == 1 && marker.style != BMA_MARKER_DASH;
    kind = bma_block_label(draft, &builder->outline, index, &label);
    return (kind == BMA_NODE_ARTICLE || kind == BMA_NODE_PART) && label.ordinal == 1;
}

/* "annexed to Note I": a few words below a heading, and below them a list from its first number on. */
static bool is_subtitle(const struct bma_builder *builder, size_t index)
{
    enum { MOST_WORDS = 10 };
    const struct bma_draft *draft = builder->draft;

    return index < draft->block_count && draft->blocks[index].words <= MOST_WORDS &&
           !(draft->blocks[index].flags & BMA_BLOCK_ENDS) && begins_divisions(builder, index + 1) &&
           !begins_divisions(builder, index);
}

static bool stands_below_heading(const struct bma_builder *builder, size_t index)
{
    return is_remark(builder, index) || is_subtitle(builder, index);
}

/*
 * "PROGRAMME OF WORK" / "(attached to Letter I)" / "1. …" behind the signatures: a heading in capitals that a
 * list from its first number on, or a whole sentence, follows is an annex that calls itself none.  Names and
 * offices of those who sign have neither below them; a word alone, such as "MEMORANDUM", needs the list.
 */
static bool heads_attachment(const struct bma_builder *builder)
{
    enum { SENTENCE = 8 /* words */ };
    const struct bma_draft *draft = builder->draft;
    const struct bma_block *block = bma_block_at(builder, builder->block);
    size_t next = builder->block + 1;

    if (!builder->in_closing || !(block->flags & (BMA_BLOCK_CAPITALS | BMA_BLOCK_HEADING)) ||
        opens_with(builder, &draft->conventions->closing) ||
        !bma_block_is_heading(draft, &builder->outline, builder->block))
        return false;
    next += (size_t)stands_below_heading(builder, next);
    if (next >= draft->block_count)
        return false;
    return begins_divisions(builder, next) ||
           (block->words > 1 && (draft->blocks[next].flags & BMA_BLOCK_ENDS) &&
            draft->blocks[next].words >= SENTENCE);
}

static void open_attachment(struct bma_builder *builder)
{
    bma_division_close(builder, BMA_NODE_ANNEX, NULL);
    builder->zone = BMA_ZONE_ANNEX;
    builder->last = BMA_NONE;
    bma_tree_open(builder, BMA_NODE_ANNEX, BMA_RANK_SECTION, nothing, nothing, 0);
    bma_tree_heading(builder, bma_block_span(bma_block_at(builder, builder->block)));
    if (!stands_below_heading(builder, builder->block + 1))
        return;
    builder->block++;
    bma_tree_words(builder, bma_block_span(bma_block_at(builder, builder->block)), false, BMA_NONE);
    builder->last = BMA_NONE; /* leads no list in */
}

/* "MODEL CONTRACT" below "ANNEX I" is that annex's heading and opens none of its own. */
static bool heads_annex(struct bma_builder *builder, const struct bma_label *label)
{
    const struct bma_open *top = bma_tree_top(builder);

    return label->number.end == label->number.start && builder->in_annex && top->rank == BMA_RANK_SECTION &&
           builder->draft->nodes[top->node].first_clause == builder->draft->clause_count;
}

/*
 * A protocol behind the agreement that says why, and "have agreed as follows", is an instrument with a
 * preamble of its own.
 */
static bool has_preamble(const struct bma_builder *builder)
{
    const struct bma_draft *draft = builder->draft;
    const struct bma_open *top = &builder->open[builder->depth - 1];
    struct bma_span label = draft->nodes[top->node].label;

    return builder->in_annex && top->rank == BMA_RANK_SECTION &&
           bma_words_within(&draft->conventions->instrument.protocol, draft->text, label.start, label.end) !=
               0 &&
           bma_block_ends_preamble(draft, builder->block);
}

static void read_annex_preamble(struct bma_builder *builder)
{
    struct bma_draft *draft = builder->draft;

    bma_tree_words(builder, bma_block_span(bma_block_at(builder, builder->block)), false, BMA_NONE);
    for (uint32_t i = draft->nodes[bma_tree_top(builder)->node].first_clause; i < draft->clause_count; i++)
        if (draft->clauses[i].zone == BMA_ZONE_ANNEX)
            draft->clauses[i].zone = BMA_ZONE_PREAMBLE;
    builder->last = BMA_NONE;
}

/* The first point of a letter may stand behind the mark that opens the quotation of all points. */
static uint32_t words_start(const struct bma_builder *builder)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);
    const char *text = builder->draft->text + block->start;

    if (!builder->outline.letters || !(block->flags & BMA_BLOCK_QUOTED))
        return block->start;
    return block->start + (text[0] == '"' || text[0] == '\'' ? 1u : (unsigned char)text[0] == 0xe2 ? 3u : 0u);
}

static void read_block(struct bma_builder *builder)
{
    struct bma_draft *draft = builder->draft;
    const struct bma_block *block = bma_block_at(builder, builder->block);
    bool cited = (block->flags & BMA_BLOCK_QUOTED) && !builder->outline.letters;
    struct bma_label label;
    struct bma_marker marker;
    enum bma_node_kind kind;

    if (block->flags & BMA_BLOCK_LETTER)
        open_letter(builder);
    if (builder->above_salutation) {
        read_address(builder);
        return;
    }
    if (!cited && bma_section_read(builder))
        return;
    kind = cited ? BMA_NODE_AGREEMENT : bma_block_label(draft, &builder->outline, builder->block, &label);
    if (kind == BMA_NODE_ANNEX && (heads_annex(builder, &label) || bma_row_titled(builder, &label))) {
        bma_tree_heading(builder, bma_block_span(block));
        return;
    }
    if (kind != BMA_NODE_AGREEMENT)
        bma_division_label(builder, kind, &label);
    else if (cited)
        read_words(builder);
    else if (has_preamble(builder))
        read_annex_preamble(builder);
    else if (heads_attachment(builder))
        open_attachment(builder);
    else if (opens_closing(builder)) {
        open_closing(builder);
        bma_tree_words(builder, bma_block_span(block), false, BMA_NONE);
    } else if (!builder->in_closing &&
               (bma_marker_read(draft->text, words_start(builder), block->end, &marker) ||
                bma_block_marker(draft, builder->block, &marker)))
        read_marker(builder, &marker);
    else if (!builder->in_closing && bma_row_at(builder, builder->block) && builder->columns != BMA_NONE)
        bma_row_read(builder);
    else if (!builder->in_closing && (block->flags & BMA_BLOCK_ITEM) && builder->last != BMA_NONE)
        read_unmarked(builder);
    else if (builder->in_letter && !builder->in_closing)
        read_letter_words(builder);
    else if (!builder->in_closing && bma_block_is_heading(draft, &builder->outline, builder->block))
        bma_division_heading(builder);
    else
        read_words(builder);
}

/* A block, and whether it heads the columns of those below it. */
static void read_table_block(struct bma_builder *builder)
{
    bool head = bma_row_heads_columns(builder);

    if (!bma_row_at(builder, builder->block))
        builder->columns = BMA_NONE;
    read_block(builder);
    if (head)
        builder->columns = builder->last;
}

void bma_draft_structure(struct bma_draft *draft)
{
    struct bma_builder builder = {
        .draft = draft, .zone = BMA_ZONE_OPERATIVE, .columns = BMA_NONE, .last = BMA_NONE};

    bma_outline_read(draft, &builder.outline);
    bma_tree_open(&builder, BMA_NODE_AGREEMENT, BMA_RANK_ROOT, nothing, nothing, 0);
    for (; builder.block < draft->block_count && !draft->failed; builder.block++) {
        if (builder.block < builder.outline.title_end) {
            read_title(&builder);
        } else if (builder.block < builder.outline.preamble_end) {
            read_preamble(&builder);
        } else {
            if (builder.block == builder.outline.preamble_end) {
                bma_tree_close(&builder, BMA_RANK_SECTION);
                builder.zone = BMA_ZONE_OPERATIVE;
                builder.last = BMA_NONE;
            }
            read_table_block(&builder);
        }
    }
    bma_tree_finish(&builder);
}

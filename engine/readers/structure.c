/* Block by block into the tree: what each one is, and where it belongs. */
#include "readers/builder.h"

#include <stdint.h>

static const struct bma_span nothing;

static struct bma_block *block_at(const struct bma_builder *builder, size_t index)
{
    return &builder->draft->blocks[index];
}

static struct bma_span span_of(const struct bma_block *block)
{
    struct bma_span span = {block->start, block->end};

    return span;
}

static bool opens_with(const struct bma_builder *builder, const struct bma_words *words)
{
    const struct bma_block *block = block_at(builder, builder->block);

    return bma_words_open(words, builder->draft->text, block->start, block->end) != 0;
}

static enum bma_zone main_zone(const struct bma_builder *builder)
{
    return builder->in_annex ? BMA_ZONE_ANNEX : BMA_ZONE_OPERATIVE;
}

/* ---- title and preamble ---- */

static void read_title(struct bma_builder *builder)
{
    if (builder->block == 0)
        bma_tree_open(builder, BMA_NODE_TITLE, BMA_RANK_PART, nothing, nothing, 0);
    if (builder->block == builder->outline.title)
        builder->draft->document->title = (uint32_t)builder->draft->clause_count;
    builder->zone = BMA_ZONE_TITLE;
    bma_tree_words(builder, span_of(block_at(builder, builder->block)), false, BMA_NONE);
    if (builder->block < builder->outline.title_stop)
        builder->draft->document->title_end = (uint32_t)builder->draft->clause_count;
}

static void read_preamble(struct bma_builder *builder)
{
    const struct bma_block *block = block_at(builder, builder->block);

    if (builder->block == builder->outline.title_end) {
        bma_tree_close(builder, BMA_RANK_SECTION);
        bma_tree_open(builder, BMA_NODE_PREAMBLE, BMA_RANK_PART, nothing, nothing, 0);
        builder->zone = BMA_ZONE_PREAMBLE;
        if (builder->block + 1 < builder->outline.preamble_end &&
            bma_block_is_heading(builder->draft, &builder->outline, builder->block) && block->words <= 3) {
            bma_tree_heading(builder, span_of(block));
            return;
        }
    }
    bma_tree_words(builder, span_of(block), false, BMA_NONE);
}

/* ---- divisions with a label ---- */

/*
 * "It is forbidden for employers and agencies", and below it "(a) to keep papers": many words without a colon
 * that a list of small letters goes on with are no heading.
 */
static bool leads_in(const struct bma_builder *builder, size_t index)
{
    enum { LONG_FOR_A_HEADING = 7 }; /* words */
    const struct bma_block *block = block_at(builder, index), *next = block_at(builder, index + 1);
    const char *text = builder->draft->text;
    struct bma_marker marker;

    return block->words >= LONG_FOR_A_HEADING && !(block->flags & BMA_BLOCK_CAPITALS) &&
           bma_marker_read(text, next->start, next->end, &marker) &&
           (marker.ordinal == 1 || marker.roman == 1) && marker.style >= BMA_MARKER_BRACKET_LETTER &&
           marker.body < next->end && text[marker.body] >= 'a' && text[marker.body] <= 'z';
}

/* A block may head the division before it when text follows it. */
static bool heads(const struct bma_builder *builder, size_t index)
{
    const struct bma_block *block = block_at(builder, index);
    struct bma_label label;
    struct bma_marker marker;
    char first = builder->draft->text[block->start];

    if (index + 1 >= builder->draft->block_count ||
        (block->flags & (BMA_BLOCK_ENDS | BMA_BLOCK_QUOTED | BMA_BLOCK_ROW)) || block->words > 16)
        return false;
    if ((first >= 'a' && first <= 'z') || leads_in(builder, index))
        return false;
    if (bma_block_label(builder->draft, &builder->outline, index, &label) != BMA_NODE_AGREEMENT ||
        bma_marker_read(builder->draft->text, block->start, block->end, &marker))
        return false;
    return bma_block_label(builder->draft, &builder->outline, index + 1, &label) == BMA_NODE_AGREEMENT;
}

/* "Article 3. (a) Trainees …": the first paragraph stands on the line of the label. */
static bool begins_list(const struct bma_builder *builder, struct bma_span rest, struct bma_marker *marker)
{
    return bma_marker_read(builder->draft->text, rest.start, rest.end, marker) &&
           (marker->ordinal == 1 || marker->roman == 1) && marker->body < rest.end &&
           marker->style != BMA_MARKER_DASH && marker->style != BMA_MARKER_CAPITAL &&
           marker->style != BMA_MARKER_DECIMAL;
}

/* A heading stands behind the label or in the block after it; words that end with a stop are text. */
static void read_label_rest(struct bma_builder *builder, const struct bma_label *label,
                            enum bma_node_kind kind)
{
    const struct bma_block *block = block_at(builder, builder->block);
    struct bma_span rest = {label->rest, block->end};
    bool more = builder->block + 1 < builder->draft->block_count;

    if (rest.start < rest.end) {
        struct bma_span heading;
        uint32_t text = bma_run_in(builder->draft->text, rest.start, rest.end, &heading);
        struct bma_marker marker;
        if (text > 0) {
            bma_tree_heading(builder, heading);
            rest.start = text;
        }
        if (begins_list(builder, rest, &marker))
            bma_list_marker(builder, &marker, (struct bma_span){marker.body, rest.end});
        else if (text > 0 || ((block->flags & BMA_BLOCK_ENDS) && !(block->flags & BMA_BLOCK_HEADING)))
            bma_tree_words(builder, rest, false, BMA_NONE);
        else
            bma_tree_heading(builder, rest);
    } else if (more && (heads(builder, builder->block + 1) ||
                        (kind == BMA_NODE_PART &&
                         bma_block_is_heading(builder->draft, &builder->outline, builder->block + 1)))) {
        builder->block++;
        bma_tree_heading(builder, span_of(block_at(builder, builder->block)));
    }
}

/* Parts nest by their words: a chapter stands in a title that is open, another title beside it. */
static void close_for_part(struct bma_builder *builder, const char *word)
{
    for (size_t i = 1; i < builder->depth; i++)
        if (builder->open[i].rank >= BMA_RANK_PART &&
            (builder->open[i].rank > BMA_RANK_PART || builder->open[i].word == word ||
             builder->open[i].word == NULL)) {
            builder->depth = i;
            return;
        }
}

static void close_for(struct bma_builder *builder, enum bma_node_kind kind, const char *word)
{
    if (kind == BMA_NODE_ANNEX) {
        bma_tree_close(builder, BMA_RANK_SECTION);
        builder->in_annex = true;
        builder->in_letter = false;
    } else if (kind == BMA_NODE_PART) {
        close_for_part(builder, word);
    } else {
        bma_tree_close(builder, kind == BMA_NODE_ARTICLE ? BMA_RANK_ARTICLE : BMA_RANK_PARAGRAPH);
    }
    if (kind != BMA_NODE_PARAGRAPH && bma_tree_top(builder)->rank == BMA_RANK_PART &&
        bma_tree_top(builder)->word == NULL)
        builder->depth--; /* title, preamble, closing hold no divisions */
    builder->in_closing = false;
}

static void read_label(struct bma_builder *builder, enum bma_node_kind kind, const struct bma_label *label)
{
    static const enum bma_rank ranks[] = {[BMA_NODE_PART] = BMA_RANK_PART,
                                          [BMA_NODE_ARTICLE] = BMA_RANK_ARTICLE,
                                          [BMA_NODE_PARAGRAPH] = BMA_RANK_PARAGRAPH,
                                          [BMA_NODE_ANNEX] = BMA_RANK_SECTION};
    struct bma_open *open;

    close_for(builder, kind, label->word);
    builder->zone = main_zone(builder);
    builder->last = BMA_NONE;
    open = bma_tree_open(builder, kind, ranks[kind], label->label, label->number, label->ordinal);
    if (open == NULL)
        return;
    open->word = label->word;
    if (kind == BMA_NODE_PARAGRAPH) {
        open->style = BMA_MARKER_WORD;
        builder->draft->nodes[open->node].label = label->label;
    }
    read_label_rest(builder, label, kind);
}

/* ---- divisions with a heading alone ---- */

/* "II. Measures on either side" above "5. …": paragraphs that are counted through stand below it. */
static bool is_roman_heading(const struct bma_builder *builder, const struct bma_marker *marker)
{
    const struct bma_draft *draft = builder->draft;
    const struct bma_block *next = block_at(builder, builder->block + 1);
    struct bma_marker below;

    return marker->roman > 0 && marker->roman_style == BMA_MARKER_CAPITAL_ROMAN &&
           bma_marker_read(draft->text, next->start, next->end, &below) && below.style == BMA_MARKER_NUMBER;
}

/* A numbered heading: "3. AUTHORITIES", with 3.1 or text below it. */
static bool is_numbered_heading(const struct bma_builder *builder, const struct bma_marker *marker)
{
    const struct bma_draft *draft = builder->draft;
    const struct bma_block *block = block_at(builder, builder->block), *next;
    struct bma_marker below;
    char first;

    if (builder->in_closing || builder->in_letter || (block->flags & BMA_BLOCK_ENDS) || block->words > 14 ||
        marker->body >= block->end || builder->block + 1 >= draft->block_count ||
        marker->style == BMA_MARKER_DASH)
        return false;
    first = draft->text[marker->body];
    if (first >= 'a' && first <= 'z')
        return false;
    if (builder->outline.labels)
        return builder->in_annex && is_roman_heading(builder, marker);
    if ((block->flags & (BMA_BLOCK_CAPITALS | BMA_BLOCK_HEADING)) || is_roman_heading(builder, marker))
        return true;
    next = &draft->blocks[builder->block + 1];
    if (bma_marker_read(draft->text, next->start, next->end, &below) && below.ordinal == 1 &&
        (below.style == BMA_MARKER_BRACKET_NUMBER || below.style == BMA_MARKER_HALF_NUMBER))
        return marker->style == BMA_MARKER_NUMBER || marker->style == BMA_MARKER_SIGN;
    if (!bma_marker_read(draft->text, next->start, next->end, &below))
        return (next->flags & BMA_BLOCK_ENDS) && next->words > block->words;
    return marker->style == BMA_MARKER_NUMBER && below.style == BMA_MARKER_DECIMAL &&
           below.first_part == marker->ordinal;
}

static void read_numbered_heading(struct bma_builder *builder, const struct bma_marker *marker)
{
    struct bma_span rest = {marker->body, block_at(builder, builder->block)->end};
    bool roman = marker->style == BMA_MARKER_NONE ||
                 (marker->roman > 0 && marker->number.end - marker->number.start > 1) || marker->roman == 1;
    struct bma_open *open;

    close_for(builder, BMA_NODE_ARTICLE, NULL);
    builder->zone = main_zone(builder);
    open = bma_tree_open(builder, BMA_NODE_ARTICLE, BMA_RANK_ARTICLE, marker->label, marker->number,
                         roman ? marker->roman : marker->ordinal);
    if (open == NULL)
        return;
    if (marker->style == BMA_MARKER_SIGN)
        open->style = marker->style; /* the next one may stand without a heading */
    bma_tree_heading(builder, rest);
}

/* A heading without a number heads a part where articles follow, else it is an article of its own. */
static void read_heading(struct bma_builder *builder)
{
    struct bma_draft *draft = builder->draft;
    const struct bma_block *block = block_at(builder, builder->block);
    const struct bma_open *top = bma_tree_top(builder);
    struct bma_label label;
    bool before_label =
        builder->block + 1 < draft->block_count &&
        bma_block_label(draft, &builder->outline, builder->block + 1, &label) == BMA_NODE_ARTICLE;

    if (top->rank == BMA_RANK_SECTION && draft->nodes[top->node].heading == BMA_NONE &&
        draft->nodes[top->node].first_clause == draft->clause_count) {
        bma_tree_heading(builder, span_of(block)); /* of the annex that has just been opened */
        return;
    }
    if (!before_label && builder->outline.labels && !builder->in_annex) {
        bma_tree_heading(builder, span_of(block)); /* a heading within an article */
        return;
    }
    close_for(builder, before_label ? BMA_NODE_PART : BMA_NODE_ARTICLE, "");
    builder->zone = main_zone(builder);
    if (before_label) {
        struct bma_open *open = bma_tree_open(builder, BMA_NODE_PART, BMA_RANK_PART, nothing, nothing, 0);
        if (open != NULL)
            open->word = "";
    } else {
        bma_tree_open(builder, BMA_NODE_ARTICLE, BMA_RANK_ARTICLE, nothing, nothing, 0);
    }
    bma_tree_heading(builder, span_of(block));
}

/* ---- letters and closings ---- */

static bool letter_has_points(const struct bma_builder *builder)
{
    const struct bma_draft *draft = builder->draft;
    struct bma_marker marker;

    for (size_t i = builder->block + 1;
         i < draft->block_count && !(draft->blocks[i].flags & BMA_BLOCK_LETTER); i++)
        if (bma_marker_read(draft->text, draft->blocks[i].start, draft->blocks[i].end, &marker))
            return true;
    return false;
}

/* A letter may be numbered, alone on its first line; else it counts from the one before. */
static void number_letter(struct bma_builder *builder)
{
    const struct bma_block *block = block_at(builder, builder->block);
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
    const struct bma_block *block = block_at(builder, builder->block);
    const struct bma_span label = builder->draft->nodes[bma_tree_top(builder)->node].label;

    bool salutation = (block->flags & BMA_BLOCK_SALUTATION) != 0;
    bool whole = salutation && !letter_has_points(builder);
    bool verbal = block->words > BMA_LONGEST_SALUTATION;

    /* a verbal note may say all that it has to say in its first sentence */
    if (whole && verbal)
        builder->zone = BMA_ZONE_OPERATIVE;
    if (label.end != block->end)
        bma_tree_words(builder, span_of(block), false, BMA_NONE);
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
    const struct bma_block *block = block_at(builder, builder->block);

    if (opens_with(builder, &builder->draft->conventions->letter_opening)) {
        bma_tree_close(builder, BMA_RANK_PART);
        builder->last = BMA_NONE;
    }
    bma_tree_words(builder, span_of(block), false, BMA_NONE);
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
    const struct bma_block *block = block_at(builder, builder->block);
    char first = builder->draft->text[block->start];
    uint32_t lead = leave_lists(builder);
    bool continues = first >= 'a' && first <= 'z';

    if (continues) {
        bma_tree_words(builder, span_of(block), false, lead);
        return;
    }
    if (bma_tree_top(builder)->rank == BMA_RANK_PARAGRAPH && bma_tree_top(builder)->style == BMA_MARKER_NONE)
        builder->depth--;
    if (is_labelled_article(builder))
        bma_tree_open(builder, BMA_NODE_PARAGRAPH, BMA_RANK_PARAGRAPH, nothing, nothing, 0);
    bma_tree_words(builder, span_of(block), false, BMA_NONE);
}

/* An item that no sign marks: it counts on from the one before. */
static void read_unmarked(struct bma_builder *builder)
{
    const struct bma_block *block = block_at(builder, builder->block);
    struct bma_span here = {block->start, block->start};
    struct bma_marker marker = {.style = BMA_MARKER_UNMARKED, .number = here, .label = here};
    const struct bma_open *top = bma_tree_top(builder);
    bool first = builder->block == 0 || !(block_at(builder, builder->block - 1)->flags & BMA_BLOCK_ITEM);

    marker.ordinal = first || top->style != BMA_MARKER_UNMARKED ? 1 : top->ordinal + 1;
    marker.roman = marker.ordinal == 1; /* a new list, and none that goes on */
    marker.body = block->start;
    builder->zone = main_zone(builder);
    bma_list_marker(builder, &marker, span_of(block));
}

static void read_marker(struct bma_builder *builder, const struct bma_marker *marker)
{
    struct bma_span body = {marker->body, block_at(builder, builder->block)->end};

    if (is_numbered_heading(builder, marker)) {
        read_numbered_heading(builder, marker);
        return;
    }
    builder->zone = main_zone(builder);
    bma_list_marker(builder, marker, body);
}

/* "The Ministry avails itself of this opportunity to renew …" */
static bool closes_note(const struct bma_builder *builder)
{
    const struct bma_block *block = block_at(builder, builder->block);

    return bma_words_within(&builder->draft->conventions->note_closing, builder->draft->text, block->start,
                            block->end) != 0;
}

static bool opens_closing(const struct bma_builder *builder)
{
    const struct bma_conventions *words = builder->draft->conventions;

    return !builder->in_closing &&
           (opens_with(builder, &words->closing) ||
            (builder->in_letter && (opens_with(builder, &words->letter_closing) || closes_note(builder))));
}

/* "(attached to Letter I)": a block in brackets that is no list marker. */
static bool is_remark(const struct bma_builder *builder, size_t index)
{
    const struct bma_draft *draft = builder->draft;
    struct bma_marker marker;

    return index < draft->block_count && draft->text[draft->blocks[index].start] == '(' &&
           !bma_marker_read(draft->text, draft->blocks[index].start, draft->blocks[index].end, &marker);
}

/*
 * "PROGRAMME OF WORK" / "(attached to Letter I)" / "1. …" behind the signatures: a heading in capitals that a
 * list from its first number on, or a whole sentence, follows is an annex that calls itself none.  Names and
 * offices of those who sign have neither below them.
 */
static bool heads_attachment(const struct bma_builder *builder)
{
    enum { FEWEST_WORDS = 2, SENTENCE = 8 /* words */ };
    const struct bma_draft *draft = builder->draft;
    const struct bma_block *block = block_at(builder, builder->block);
    size_t next = builder->block + 1 + (size_t)is_remark(builder, builder->block + 1);
    struct bma_marker marker;

    if (!builder->in_closing || block->words < FEWEST_WORDS ||
        !(block->flags & (BMA_BLOCK_CAPITALS | BMA_BLOCK_HEADING)) ||
        opens_with(builder, &draft->conventions->closing) ||
        !bma_block_is_heading(draft, &builder->outline, builder->block))
        return false;
    if (next >= draft->block_count)
        return false;
    block = &draft->blocks[next];
    if (bma_marker_read(draft->text, block->start, block->end, &marker))
        return marker.ordinal == 1 && marker.style != BMA_MARKER_DASH;
    return (block->flags & BMA_BLOCK_ENDS) && block->words >= SENTENCE;
}

static void open_attachment(struct bma_builder *builder)
{
    close_for(builder, BMA_NODE_ANNEX, NULL);
    builder->zone = BMA_ZONE_ANNEX;
    builder->last = BMA_NONE;
    bma_tree_open(builder, BMA_NODE_ANNEX, BMA_RANK_SECTION, nothing, nothing, 0);
    bma_tree_heading(builder, span_of(block_at(builder, builder->block)));
    if (!is_remark(builder, builder->block + 1))
        return;
    builder->block++;
    bma_tree_words(builder, span_of(block_at(builder, builder->block)), false, BMA_NONE);
    builder->last = BMA_NONE; /* leads no list in */
}

/* "MODEL CONTRACT" below "ANNEX I" is that annex's heading and opens none of its own. */
static bool heads_annex(struct bma_builder *builder, const struct bma_label *label)
{
    const struct bma_open *top = bma_tree_top(builder);

    return label->number.end == label->number.start && builder->in_annex && top->rank == BMA_RANK_SECTION &&
           builder->draft->nodes[top->node].first_clause == builder->draft->clause_count;
}

/* The first point of a letter may stand behind the mark that opens the quotation of all points. */
static uint32_t words_start(const struct bma_builder *builder)
{
    const struct bma_block *block = block_at(builder, builder->block);
    const char *text = builder->draft->text + block->start;

    if (!builder->outline.letters || !(block->flags & BMA_BLOCK_QUOTED))
        return block->start;
    return block->start + (text[0] == '"' || text[0] == '\'' ? 1u : (unsigned char)text[0] == 0xe2 ? 3u : 0u);
}

static void read_block(struct bma_builder *builder)
{
    struct bma_draft *draft = builder->draft;
    const struct bma_block *block = block_at(builder, builder->block);
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
    kind = cited ? BMA_NODE_AGREEMENT : bma_block_label(draft, &builder->outline, builder->block, &label);
    if (kind == BMA_NODE_ANNEX && (heads_annex(builder, &label) || bma_row_titled(builder, &label))) {
        bma_tree_heading(builder, span_of(block));
        return;
    }
    if (kind != BMA_NODE_AGREEMENT)
        read_label(builder, kind, &label);
    else if (cited)
        read_words(builder);
    else if (heads_attachment(builder))
        open_attachment(builder);
    else if (opens_closing(builder)) {
        open_closing(builder);
        bma_tree_words(builder, span_of(block), false, BMA_NONE);
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
        read_heading(builder);
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

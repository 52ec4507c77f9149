/* Articles, parts and annexes: what a label or a heading opens, and what it closes. */
#include "readers/builder.h"

static const struct bma_span nothing;
static const char unlabelled[] = ""; /* the word of a part that its heading alone opens */

/* ---- divisions with a label ---- */

/*
 * "It is forbidden for employers and agencies", and below it "(a) to keep papers": many words without a colon
 * that a list of small letters goes on with are no heading.
 */
static bool leads_in(const struct bma_builder *builder, size_t index)
{
    enum { LONG_FOR_A_HEADING = 7 }; /* words */
    const struct bma_block *block = bma_block_at(builder, index), *next = bma_block_at(builder, index + 1);
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
    const struct bma_block *block = bma_block_at(builder, index);
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

void bma_division_text(struct bma_builder *builder, struct bma_span text)
{
    struct bma_marker marker;

    if (begins_list(builder, text, &marker))
        bma_list_marker(builder, &marker, (struct bma_span){marker.body, text.end});
    else if (text.start < text.end)
        bma_tree_words(builder, text, false, BMA_NONE);
}

/* Words behind a label that end with a stop are text, and so are many that do not. */
static bool is_text(const struct bma_block *block)
{
    enum { MANY = 20 /* words, the label's among them */ };

    return ((block->flags & BMA_BLOCK_ENDS) && !(block->flags & BMA_BLOCK_HEADING)) || block->words > MANY;
}

/* "CHAPTER II" / "RECRUITMENT" / "Article 4": a heading that labels nothing itself names the part. */
static bool heads_part(const struct bma_builder *builder, size_t index)
{
    struct bma_label label;

    return bma_block_is_heading(builder->draft, &builder->outline, index) &&
           bma_block_label(builder->draft, &builder->outline, index, &label) == BMA_NODE_AGREEMENT;
}

/* A heading stands behind the label or in the block after it. */
static void read_label_rest(struct bma_builder *builder, const struct bma_label *label,
                            enum bma_node_kind kind)
{
    const struct bma_block *block = bma_block_at(builder, builder->block);
    struct bma_span rest = {label->rest, block->end};
    bool more = builder->block + 1 < builder->draft->block_count;

    if (rest.start < rest.end) {
        struct bma_span heading;
        uint32_t text = bma_run_in(builder->draft->text, label, rest.end, &heading);
        struct bma_marker marker;
        if (text > 0) {
            bma_tree_heading(builder, heading);
            rest.start = text;
        }
        if (text > 0 || is_text(block) || begins_list(builder, rest, &marker))
            bma_division_text(builder, rest);
        else
            bma_tree_heading(builder, rest);
    } else if (more && (heads(builder, builder->block + 1) ||
                        (kind == BMA_NODE_PART && heads_part(builder, builder->block + 1)))) {
        builder->block++;
        bma_tree_heading(builder, bma_block_span(bma_block_at(builder, builder->block)));
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

void bma_division_close(struct bma_builder *builder, enum bma_node_kind kind, const char *word)
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

void bma_division_label(struct bma_builder *builder, enum bma_node_kind kind, const struct bma_label *label)
{
    static const enum bma_rank ranks[] = {[BMA_NODE_PART] = BMA_RANK_PART,
                                          [BMA_NODE_ARTICLE] = BMA_RANK_ARTICLE,
                                          [BMA_NODE_PARAGRAPH] = BMA_RANK_PARAGRAPH,
                                          [BMA_NODE_ANNEX] = BMA_RANK_SECTION};
    struct bma_open *open;

    bma_division_close(builder, kind, label->word);
    builder->zone = bma_main_zone(builder);
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
    const struct bma_block *next = bma_block_at(builder, builder->block + 1);
    struct bma_marker below;

    return marker->roman > 0 && marker->roman_style == BMA_MARKER_CAPITAL_ROMAN &&
           bma_marker_read(draft->text, next->start, next->end, &below) && below.style == BMA_MARKER_NUMBER;
}

/* "I. General" above "Article 1". */
static bool heads_articles(const struct bma_builder *builder, const struct bma_marker *marker)
{
    struct bma_label label;

    return builder->outline.articles && marker->style <= BMA_MARKER_CAPITAL_ROMAN &&
           (marker->style == BMA_MARKER_NUMBER || marker->style >= BMA_MARKER_CAPITAL) &&
           bma_block_label(builder->draft, &builder->outline, builder->block + 1, &label) == BMA_NODE_ARTICLE;
}

/* "(1)" or "1)" below a heading; a letter only before words that do not go on from what is above. */
static bool opens_list_of_own(const struct bma_draft *draft, const struct bma_block *block,
                              const struct bma_marker *marker)
{
    char first = draft->text[marker->body < block->end ? marker->body : block->start];

    if (marker->ordinal != 1)
        return false;
    return marker->style == BMA_MARKER_BRACKET_NUMBER || marker->style == BMA_MARKER_HALF_NUMBER ||
           (marker->style == BMA_MARKER_BRACKET_LETTER && !(first >= 'a' && first <= 'z'));
}

/* "4. Contract" behind article 3 with a heading, where no list has come to its third point. */
static bool goes_on(const struct bma_builder *builder, const struct bma_marker *marker)
{
    bool follows = false;

    for (size_t i = 0; i < builder->depth; i++) {
        const struct bma_open *open = &builder->open[i];

        if (open->rank == BMA_RANK_ARTICLE)
            follows = open->word == NULL && open->ordinal + 1 == marker->ordinal &&
                      builder->draft->nodes[open->node].heading != BMA_NONE;
        else if (open->style == marker->style && open->ordinal + 1 == marker->ordinal)
            return false;
    }
    return follows && marker->style == BMA_MARKER_NUMBER;
}

bool bma_division_is_numbered(const struct bma_builder *builder, const struct bma_marker *marker)
{
    const struct bma_draft *draft = builder->draft;
    const struct bma_block *block = bma_block_at(builder, builder->block), *next;
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
        return heads_articles(builder, marker) || (builder->in_annex && is_roman_heading(builder, marker));
    if ((block->flags & (BMA_BLOCK_CAPITALS | BMA_BLOCK_HEADING)) || is_roman_heading(builder, marker))
        return true;
    next = &draft->blocks[builder->block + 1];
    if (bma_marker_read(draft->text, next->start, next->end, &below) &&
        (opens_list_of_own(draft, next, &below) || (below.ordinal == 1 && goes_on(builder, marker))))
        return marker->style == BMA_MARKER_NUMBER || marker->style == BMA_MARKER_SIGN;
    if (!bma_marker_read(draft->text, next->start, next->end, &below))
        return bma_block_heads_words(draft, builder->block);
    return marker->style == BMA_MARKER_NUMBER && below.style == BMA_MARKER_DECIMAL &&
           below.first_part == marker->ordinal;
}

void bma_division_numbered(struct bma_builder *builder, const struct bma_marker *marker)
{
    struct bma_span rest = {marker->body, bma_block_at(builder, builder->block)->end};
    bool roman = marker->style == BMA_MARKER_NONE ||
                 (marker->roman > 0 && marker->number.end - marker->number.start > 1) || marker->roman == 1;
    bool part = heads_articles(builder, marker);
    enum bma_node_kind kind = part ? BMA_NODE_PART : BMA_NODE_ARTICLE;
    struct bma_open *open;

    bma_division_close(builder, kind, part ? unlabelled : NULL);
    builder->zone = bma_main_zone(builder);
    open = bma_tree_open(builder, kind, part ? BMA_RANK_PART : BMA_RANK_ARTICLE, marker->label,
                         marker->number, roman ? marker->roman : marker->ordinal);
    if (open == NULL)
        return;
    if (part)
        open->word = unlabelled;
    if (marker->style == BMA_MARKER_SIGN)
        open->style = marker->style; /* the next one may stand without a heading */
    bma_tree_heading(builder, rest);
}

void bma_division_heading(struct bma_builder *builder)
{
    struct bma_draft *draft = builder->draft;
    const struct bma_block *block = bma_block_at(builder, builder->block);
    const struct bma_open *top = bma_tree_top(builder);
    struct bma_label label;
    bool before_label =
        builder->block + 1 < draft->block_count &&
        bma_block_label(draft, &builder->outline, builder->block + 1, &label) == BMA_NODE_ARTICLE;

    if (top->rank == BMA_RANK_SECTION && draft->nodes[top->node].heading == BMA_NONE &&
        draft->nodes[top->node].first_clause == draft->clause_count) {
        bma_tree_heading(builder, bma_block_span(block)); /* of the annex that has just been opened */
        return;
    }
    if (!before_label && builder->outline.labels && !builder->in_annex) {
        bma_tree_heading(builder, bma_block_span(block)); /* a heading within an article */
        return;
    }
    bma_division_close(builder, before_label ? BMA_NODE_PART : BMA_NODE_ARTICLE, unlabelled);
    builder->zone = bma_main_zone(builder);
    if (before_label) {
        struct bma_open *open = bma_tree_open(builder, BMA_NODE_PART, BMA_RANK_PART, nothing, nothing, 0);
        if (open != NULL)
            open->word = unlabelled;
    } else {
        bma_tree_open(builder, BMA_NODE_ARTICLE, BMA_RANK_ARTICLE, nothing, nothing, 0);
    }
    bma_tree_heading(builder, bma_block_span(block));
}

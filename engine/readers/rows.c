/* Rows of tables, the one that heads their columns, and the title above. */
#include "readers/builder.h"

bool bma_row_at(const struct bma_builder *builder, size_t index)
{
    const struct bma_draft *draft = builder->draft;

    return index < draft->block_count && (draft->blocks[index].flags & BMA_BLOCK_ROW);
}

bool bma_row_heads_columns(const struct bma_builder *builder)
{
    enum { LONGEST_HEAD = 14 /* words */ };
    const struct bma_block *block = &builder->draft->blocks[builder->block];

    return bma_row_at(builder, builder->block) && bma_row_at(builder, builder->block + 1) &&
           (builder->block == 0 || !bma_row_at(builder, builder->block - 1)) &&
           block->words <= LONGEST_HEAD && !(block->flags & BMA_BLOCK_ENDS);
}

static const struct bma_open *innermost(const struct bma_builder *builder, enum bma_rank rank)
{
    for (size_t i = builder->depth; i-- > 1;)
        if (builder->open[i].rank == rank)
            return &builder->open[i];
    return NULL;
}

/* What a block says of the place where it stands. */
enum says { NOTHING, GOES_ON, ELSEWHERE };

/* at_table: nothing but rows has come since the title. */
static enum says says_of(const struct bma_builder *builder, size_t index, bool at_table)
{
    const struct bma_open *article = innermost(builder, BMA_RANK_ARTICLE);
    const struct bma_open *paragraph = innermost(builder, BMA_RANK_PARAGRAPH);
    struct bma_label label;
    struct bma_marker marker;
    enum bma_node_kind kind = bma_block_label(builder->draft, &builder->outline, index, &label);

    if (kind != BMA_NODE_AGREEMENT)
        return at_table && kind == BMA_NODE_ARTICLE && label.ordinal == article->ordinal + 1 ? GOES_ON
                                                                                             : ELSEWHERE;
    if (!bma_block_marker(builder->draft, index, &marker))
        return NOTHING;
    if (marker.style == BMA_MARKER_DECIMAL && marker.parts == 2)
        return paragraph && marker.first_part == article->ordinal && marker.ordinal == paragraph->ordinal + 1
                   ? GOES_ON
                   : ELSEWHERE;
    return at_table && marker.style == BMA_MARKER_NUMBER &&
                   (marker.ordinal == article->ordinal + 1 ||
                    (paragraph && paragraph->style == marker.style &&
                     marker.ordinal == paragraph->ordinal + 1))
               ? GOES_ON
               : NOTHING;
}

bool bma_row_titled(const struct bma_builder *builder, const struct bma_label *label)
{
    enum { FARTHEST = 200 /* blocks */ };
    enum says says = NOTHING;
    bool at_table = true;

    if (label->number.end > label->number.start || builder->in_annex || builder->in_closing ||
        builder->in_letter || !innermost(builder, BMA_RANK_ARTICLE))
        return false;
    for (size_t i = builder->block + 1;
         says == NOTHING && i < builder->draft->block_count && i <= builder->block + FARTHEST; i++) {
        if (bma_row_at(builder, i))
            continue;
        at_table &= i > builder->block + 1;
        says = says_of(builder, i, at_table);
        at_table = false;
    }
    return says == GOES_ON;
}

void bma_row_read(struct bma_builder *builder)
{
    const struct bma_block *block = &builder->draft->blocks[builder->block];

    bma_tree_words(builder, (struct bma_span){block->start, block->end}, true, builder->columns);
}

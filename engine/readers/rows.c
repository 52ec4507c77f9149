/* Rows of tables, and the one that heads their columns. */
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

void bma_row_read(struct bma_builder *builder)
{
    const struct bma_block *block = &builder->draft->blocks[builder->block];

    bma_tree_words(builder, (struct bma_span){block->start, block->end}, true, builder->columns);
}

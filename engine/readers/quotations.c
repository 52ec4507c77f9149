/*
 * Wording that another instrument is to get: "Article 4 shall read as follows: '…'".
 *
 * Such a quotation runs over several blocks: it is opened at the start of a block, or after
 * a colon within one, and is closed at the end of a later block.  Its blocks
 * open no division of this document.  In an exchange of letters the quoted points
 * are the agreement itself, so that nothing is marked there.
 */
#include "readers/draft.h"

#include <string.h>

struct quote {
    const char *open, *close;
};

static const struct quote quotes[] = {
    {"\xe2\x80\x9c", "\xe2\x80\x9d"},
    {"\xe2\x80\x9e", "\xe2\x80\x9c"},
    {"\xc2\xab", "\xc2\xbb"},
    {"\xe2\x80\x98", "\xe2\x80\x99"},
    {"\"", "\""},
    {"'", "'"},
};

static bool stands(const char *text, uint32_t at, uint32_t end, const char *mark)
{
    size_t length = strlen(mark);

    return end - at >= length && memcmp(text + at, mark, length) == 0;
}

static const struct quote *opened_at(const char *text, uint32_t at, uint32_t end)
{
    for (size_t i = 0; at < end && i < sizeof quotes / sizeof quotes[0]; i++)
        if (stands(text, at, end, quotes[i].open))
            return &quotes[i];
    return NULL;
}

/* Whether the quotation is closed at the end of the block, before or behind a last stop. */
static bool closed_by(const char *text, const struct bma_block *block, const char *mark)
{
    uint32_t end = block->end, length = (uint32_t)strlen(mark);

    while (end > block->start && (text[end - 1] == '.' || text[end - 1] == ';' || text[end - 1] == ','))
        end--;
    return end - block->start >= length && stands(text, end - length, end, mark);
}

static bool closed_within(const char *text, uint32_t at, uint32_t end, const char *mark)
{
    for (; at < end; at++)
        if (stands(text, at, end, mark))
            return true;
    return false;
}

/* The quotation that the block leaves open, if any. */
static const struct quote *left_open(const char *text, const struct bma_block *block)
{
    const struct quote *quote = opened_at(text, block->start, block->end);
    const char *colon = text + block->start;
    uint32_t after;

    while (quote == NULL && (colon = memchr(colon, ':', (size_t)(text + block->end - colon))) != NULL) {
        colon++;
        quote = opened_at(text, bma_skip_blank(text, (uint32_t)(colon - text), block->end), block->end);
    }
    if (quote == NULL)
        return NULL;
    after = block->start;
    while (!stands(text, after, block->end, quote->open))
        after++;
    after += (uint32_t)strlen(quote->open);
    return closed_within(text, after, block->end, quote->close) ? NULL : quote;
}

static size_t find_close(const struct bma_draft *draft, size_t from, const char *mark)
{
    while (from < draft->block_count && !closed_by(draft->text, &draft->blocks[from], mark))
        from++;
    return from;
}

void bma_draft_quotations(struct bma_draft *draft)
{
    for (size_t i = 0; i < draft->block_count; i++) {
        const struct quote *quote = left_open(draft->text, &draft->blocks[i]);
        size_t close;
        bool whole;
        if (quote == NULL)
            continue;
        close = find_close(draft, i + 1, quote->close);
        if (close == draft->block_count)
            return; /* never closed: a slip of the pen, and no later one can be told from it */
        whole = opened_at(draft->text, draft->blocks[i].start, draft->blocks[i].end) == quote;
        for (size_t block = whole ? i : i + 1; block <= close; block++)
            draft->blocks[block].flags |= BMA_BLOCK_QUOTED;
        i = close;
    }
}

/*
 * What a block is by itself, whatever stands around it: what labels and marks it, whether it is a heading, a
 * recital, a salutation.
 */
#include "readers/builder.h"

#include <string.h>

enum { LONGEST_HEADING = 14 /* words */ };

static bool is_capital_start(const struct bma_draft *draft, uint32_t at)
{
    unsigned char byte = (unsigned char)draft->text[at];

    return (byte >= 'A' && byte <= 'Z') || byte >= 0xc3;
}

/* "(Free choice)" or "[Free choice]" up to the end of the block. */
bool bma_block_is_bracketed(const struct bma_draft *draft, const struct bma_block *block, uint32_t from)
{
    char opens = draft->text[from];
    const char *close = memchr(draft->text + from, opens == '[' ? ']' : ')', block->end - from);

    return (opens == '(' || opens == '[') && close == draft->text + block->end - 1;
}

/* What follows a label may be its heading: short, with a capital or in brackets, without a stop at its end.
 */
static bool may_be_heading(const struct bma_draft *draft, const struct bma_block *block, uint32_t rest)
{
    return (is_capital_start(draft, rest) || bma_block_is_bracketed(draft, block, rest)) &&
           !(block->flags & BMA_BLOCK_ENDS) && block->words <= LONGEST_HEADING;
}

/* "SECTION 1 | SCOPE": label and heading in two cells of a table that only lays out the page. */
static void skip_stroke(const struct bma_draft *draft, const struct bma_block *block, struct bma_label *label)
{
    const char *text = draft->text;

    if (label->rest + 1 < block->end && text[label->rest] == '|' && !(block->flags & BMA_BLOCK_ROW) &&
        memchr(text + label->rest + 1, '|', block->end - label->rest - 1) == NULL)
        label->rest = bma_skip_blank(text, label->rest + 1, block->end);
}

bool bma_block_reads(const struct bma_draft *draft, const struct bma_block *block,
                     const struct bma_words *words, bool bare, struct bma_label *label)
{
    struct bma_span run_in;

    if (block->flags & BMA_BLOCK_QUOTED)
        return false;
    if (!bma_label_read(draft->text, block->start, block->end, draft->conventions, words, bare, label))
        return false;
    skip_stroke(draft, block, label);
    return label->rest >= block->end || label->separated || may_be_heading(draft, block, label->rest) ||
           bma_run_in(draft->text, label, block->end, &run_in) > 0;
}

/* An annex may stand without a number, but then alone on its line, or all in capitals. */
static bool reads_annex(const struct bma_draft *draft, const struct bma_block *block, struct bma_label *label)
{
    if (!bma_block_reads(draft, block, &draft->conventions->annex, true, label) ||
        !is_capital_start(draft, block->start))
        return false;
    if (label->number.end > label->number.start)
        return label->rest >= block->end || block->words <= LONGEST_HEADING;
    return label->rest >= block->end ||
           ((block->flags & BMA_BLOCK_CAPITALS) && block->words <= LONGEST_HEADING);
}

enum bma_node_kind bma_block_label(const struct bma_draft *draft, const struct bma_outline *outline,
                                   size_t block, struct bma_label *label)
{
    const struct bma_conventions *words = draft->conventions;
    const struct bma_block *at = &draft->blocks[block];

    if (block > 0 && reads_annex(draft, at, label)) /* a draft that begins "PROTOCOL" is one, not its annex */
        return BMA_NODE_ANNEX;
    if (bma_block_reads(draft, at, &words->article, false, label)) {
        bool part = bma_words_has(&words->part, label->word);
        bool paragraph = bma_words_has(&words->paragraph, label->word);
        if (outline->articles && part)
            return BMA_NODE_PART;
        return outline->articles && paragraph ? BMA_NODE_PARAGRAPH : BMA_NODE_ARTICLE;
    }
    if (bma_block_reads(draft, at, &words->part, false, label))
        return BMA_NODE_PART;
    return BMA_NODE_AGREEMENT;
}

/* "Number of the permit: ………", "Name ____": a place to be filled in. */
static bool is_form_field(const struct bma_draft *draft, const struct bma_block *block)
{
    const char *end = draft->text + block->end;

    return block->end - block->start > 3 &&
           (end[-1] == '_' || memcmp(end - 3, "...", 3) == 0 || memcmp(end - 3, "\xe2\x80\xa6", 3) == 0);
}

bool bma_block_is_heading(const struct bma_draft *draft, const struct bma_outline *outline, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];
    struct bma_label label;

    if (at->flags & BMA_BLOCK_HEADING)
        return true;
    if ((at->flags & (BMA_BLOCK_ENDS | BMA_BLOCK_QUOTED | BMA_BLOCK_ROW)) || at->words > LONGEST_HEADING ||
        !is_capital_start(draft, at->start) || is_form_field(draft, at))
        return false;
    if (at->flags & BMA_BLOCK_CAPITALS)
        return true;
    if (bma_words_open(&draft->conventions->unnumbered, draft->text, at->start, at->end) == at->end)
        return true;
    if (block + 1 >= draft->block_count)
        return false;
    if (bma_block_label(draft, outline, block + 1, &label) != BMA_NODE_AGREEMENT)
        return outline->labels;
    return !outline->labels && !outline->letters && at->words <= LONGEST_HEADING / 2 &&
           (draft->blocks[block + 1].flags & BMA_BLOCK_ENDS) && draft->blocks[block + 1].words > at->words;
}

bool bma_block_bare_number(const struct bma_draft *draft, const struct bma_block *block,
                           struct bma_marker *marker)
{
    enum { MOST_DIGITS = 2 };
    uint32_t at = block->start, ordinal = 0, body;

    while (at < block->end && draft->text[at] >= '0' && draft->text[at] <= '9' && at - block->start < 3)
        ordinal = ordinal * 10 + (uint32_t)(draft->text[at++] - '0');
    body = bma_skip_blank(draft->text, at, block->end);
    if (at - block->start > MOST_DIGITS || ordinal == 0 || body == at || body >= block->end)
        return false;
    *marker = (struct bma_marker){.style = BMA_MARKER_NUMBER,
                                  .ordinal = ordinal,
                                  .number = {block->start, at},
                                  .label = {block->start, at},
                                  .body = body};
    return true;
}

/* "3 THE CORRIDOR", "3  Admission": words with a capital behind it, that no stop ends. */
static bool reads_bare_number(const struct bma_draft *draft, const struct bma_block *block,
                              struct bma_marker *marker)
{
    return bma_block_bare_number(draft, block, marker) && is_capital_start(draft, marker->body) &&
           !(block->flags & (BMA_BLOCK_ENDS | BMA_BLOCK_QUOTED | BMA_BLOCK_ROW)) &&
           block->words <= LONGEST_HEADING;
}

bool bma_block_heads_words(const struct bma_draft *draft, size_t index)
{
    const struct bma_block *block = &draft->blocks[index], *next = block + 1;
    const char *end = draft->text + next->end;
    bool leads_in = end[-1] == '-' || (next->words > 2 && memcmp(end - 3, "\xe2\x80", 2) == 0 &&
                                       (end[-1] == '\x93' || end[-1] == '\x94'));

    return ((next->flags & BMA_BLOCK_ENDS) || leads_in) && (next->words > block->words || end[-1] == ':');
}

/* "2 (a) The Branch issues permits.": a number whose first item stands on its line. */
static bool reads_number_and_item(const struct bma_draft *draft, const struct bma_block *block,
                                  struct bma_marker *marker)
{
    struct bma_marker item;

    return bma_block_bare_number(draft, block, marker) &&
           !(block->flags & (BMA_BLOCK_QUOTED | BMA_BLOCK_ROW)) && draft->text[marker->body] == '(' &&
           bma_marker_read(draft->text, marker->body, block->end, &item) && item.ordinal == 1;
}

/* "10  Award wages are for everyone.": a sentence well apart from its number. */
static bool reads_bare_sentence(const struct bma_draft *draft, const struct bma_block *block,
                                struct bma_marker *marker)
{
    return bma_block_bare_number(draft, block, marker) && marker->body > marker->label.end + 1 &&
           is_capital_start(draft, marker->body) && (block->flags & BMA_BLOCK_ENDS) &&
           !(block->flags & (BMA_BLOCK_QUOTED | BMA_BLOCK_ROW));
}

bool bma_blocks_count_bare_sentences(const struct bma_draft *draft)
{
    enum { FEWEST = 3 };
    uint32_t counted = 0;

    for (size_t i = 0; i < draft->block_count && counted < FEWEST; i++) {
        struct bma_marker marker;

        if (reads_bare_sentence(draft, &draft->blocks[i], &marker) && marker.ordinal == counted + 1)
            counted++;
    }
    return counted == FEWEST;
}

bool bma_blocks_count_bare(const struct bma_draft *draft)
{
    enum { FEWEST = 3 };
    uint32_t counted = 0;

    for (size_t i = 0; i + 1 < draft->block_count && counted < FEWEST; i++) {
        const struct bma_block *block = &draft->blocks[i], *next = block + 1;
        struct bma_marker marker, below;

        if (!reads_bare_number(draft, block, &marker) || marker.ordinal != counted + 1)
            continue;
        counted += bma_marker_read(draft->text, next->start, next->end, &below)
                       ? below.style == BMA_MARKER_BRACKET_NUMBER && below.ordinal == 1
                       : bma_block_heads_words(draft, i);
    }
    return counted == FEWEST;
}

bool bma_block_marker(const struct bma_draft *draft, size_t index, struct bma_marker *marker)
{
    const struct bma_block *block = &draft->blocks[index], *next = block + 1;
    struct bma_marker below;

    if (bma_marker_read(draft->text, block->start, block->end, marker) ||
        reads_number_and_item(draft, block, marker) ||
        (draft->bare_sentences && reads_bare_sentence(draft, block, marker)))
        return true;
    if (index + 1 >= draft->block_count || !reads_bare_number(draft, block, marker))
        return false;
    if (bma_marker_read(draft->text, next->start, next->end, &below))
        return below.ordinal == 1 &&
               (below.style == BMA_MARKER_BRACKET_NUMBER ||
                (below.style == BMA_MARKER_DECIMAL && below.first_part == marker->ordinal));
    return ((block->flags & BMA_BLOCK_CAPITALS) || draft->bare_numbers ||
            marker->body > marker->label.end + 1) &&
           bma_block_heads_words(draft, index) && draft->text[block->end - 1] > '9'; /* no date */
}

bool bma_block_is_lower(const struct bma_draft *draft, size_t block)
{
    char first = draft->text[draft->blocks[block].start];

    return first >= 'a' && first <= 'z';
}

/* "Excellency,", alone or with the letter behind it: "EXCELLENCY: I have the honor …" */
bool bma_block_is_salutation(const struct bma_draft *draft, const struct bma_block *block)
{
    uint32_t end = bma_words_open(&draft->conventions->letter_opening, draft->text, block->start, block->end);

    if (end != 0 && end < block->end && draft->text[end] == ':')
        return true;
    return block->words <= BMA_LONGEST_SALUTATION && end != 0 &&
           ((block->flags & BMA_BLOCK_ENDS) || end == block->end);
}

bool bma_block_opens_division(const struct bma_draft *draft, const struct bma_outline *outline, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];
    struct bma_label label;
    struct bma_marker marker;

    if (block > 0 && bma_block_label(draft, outline, block, &label) != BMA_NODE_AGREEMENT)
        return true;
    if (block == 0 && (bma_block_reads(draft, at, &draft->conventions->article, false, &label) ||
                       bma_block_reads(draft, at, &draft->conventions->part, false, &label)))
        return true;
    return (at->flags & BMA_BLOCK_LETTER) || bma_block_marker(draft, block, &marker);
}

bool bma_block_ends_preamble(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return bma_words_within(&draft->conventions->preamble_end, draft->text, at->start, at->end) != 0;
}

bool bma_block_is_recital(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return bma_words_open(&draft->conventions->recital, draft->text, at->start, at->end) != 0;
}

/* "RECITALS", "Background": what stands below tells why. */
bool bma_block_heads_preamble(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return !(at->flags & BMA_BLOCK_ENDS) &&
           bma_words_open(&draft->conventions->preamble, draft->text, at->start, at->end) != 0;
}

/*
 * Where the title stands and how far it goes: what a line says that opens with the name of an instrument,
 * among lines that say where the text was published, how far it has come and who may see it.
 */
#include "readers/builder.h"

enum {
    FULL_TITLE = 8,      /* a first line of so many words is the whole title */
    LONGEST_REMARK = 16, /* words */
    LONGEST_NOTE = 60
};

/* "ON THE EMPLOYMENT OF WORKERS," / "SIGNED AT PORT ALMA ON 4 MARCH 2011" */
static bool goes_on_in_capitals(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return draft->text[at->end - 1] == ',' && (at->flags & BMA_BLOCK_CAPITALS) &&
           block + 1 < draft->block_count && (at[1].flags & BMA_BLOCK_CAPITALS);
}

/* "AGREEMENT" / "between" / "The Republic of …" / "and" / "The Kingdom of …" / "on the employment of …" */
bool bma_title_continues(const struct bma_draft *draft, size_t block)
{
    enum { LONGEST_JOINER = 2 };
    const struct bma_block *at = &draft->blocks[block];

    return !(at->flags & BMA_BLOCK_ENDS) &&
           (bma_block_is_lower(draft, block) ||
            (bma_block_is_lower(draft, block - 1) && at[-1].words <= LONGEST_JOINER));
}

/* "Signed at Besk on 14 November 1978" below the title: it closes nothing there. */
static bool is_dated(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return at->words <= LONGEST_REMARK && !(at->flags & BMA_BLOCK_ENDS) &&
           draft->text[at[-1].end - 1] != ',' &&
           bma_words_open(&draft->conventions->closing, draft->text, at->start, at->end) != 0;
}

/* How words are sought in a span: anywhere (bma_words_within), or where it opens (bma_words_open). */
typedef uint32_t seek(const struct bma_words *words, const char *text, uint32_t start, uint32_t end);

/* Whether the name of an instrument, of whatever kind, is found there. */
static bool finds_instrument(const struct bma_draft *draft, uint32_t start, uint32_t end, seek *found)
{
    const struct bma_instrument_words *names = &draft->conventions->instrument;
    const struct bma_words *lists[] = {&names->treaty, &names->mou, &names->letters, &names->protocol,
                                       &names->open};

    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (found(lists[i], draft->text, start, end) != 0)
            return true;
    return false;
}

bool bma_block_names_instrument(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return finds_instrument(draft, at->start, at->end, bma_words_within);
}

static bool speaks_of_text(const struct bma_draft *draft, const struct bma_block *at)
{
    return bma_words_within(&draft->conventions->instrument.remark, draft->text, at->start, at->end) != 0;
}

/* "DRAFT OF 14 MARCH – FOR INTERNAL USE ONLY": how far the text has come, and who may see it. */
static bool is_remark(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return at->words <= LONGEST_REMARK && !(at->flags & BMA_BLOCK_ENDS) &&
           !bma_block_names_instrument(draft, block) && speaks_of_text(draft, at);
}

/* "Text in square brackets is not agreed.": the same in sentences, where a title follows. */
static bool is_note(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return (at->flags & BMA_BLOCK_ENDS) && at->words <= LONGEST_NOTE && speaks_of_text(draft, at);
}

/* "Treaty Series No. 12 (1998)", "No. 48002": a line with a number, and the name of a series or nothing that
 * the draft is called; or "(Translated from the French)". */
static bool is_series(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];
    bool digit = false;

    if (bma_block_is_bracketed(draft, at, at->start) || is_remark(draft, block))
        return true;
    for (uint32_t i = at->start; i < at->end; i++)
        digit = digit || (draft->text[i] >= '0' && draft->text[i] <= '9');
    if (!digit || (at->flags & BMA_BLOCK_ENDS) || at->words > LONGEST_REMARK)
        return false;
    return bma_words_within(&draft->conventions->instrument.series, draft->text, at->start, at->end) != 0 ||
           (at->words < FULL_TITLE && !bma_block_names_instrument(draft, block));
}

/* "EMERGENCY ACCORD ON HARBOUR LABOUR": what the text is, somewhere in a line in capitals. */
static bool says_title_in_capitals(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];

    return (at->flags & BMA_BLOCK_CAPITALS) && !(at->flags & BMA_BLOCK_ENDS) &&
           bma_block_names_instrument(draft, block);
}

/* "AGREEMENT", "[DRAFT] PROTOCOL on …": a line that opens with what the text is, or says it in capitals. */
static bool opens_title(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];
    uint32_t start = at->start;

    if (says_title_in_capitals(draft, block))
        return true;
    if (draft->text[start] == '[')
        while (start < at->end && draft->text[start++] != ']')
            ;
    start = bma_skip_blank(draft->text, start, at->end);
    return !(at->flags & BMA_BLOCK_ENDS) && finds_instrument(draft, start, at->end, bma_words_open);
}

/* Whether the text has begun, so that no title is to come. */
static bool has_begun(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];
    struct bma_marker marker;
    struct bma_label label;

    return bma_block_is_recital(draft, block) || bma_block_ends_preamble(draft, block) ||
           bma_block_is_salutation(draft, at) || bma_block_marker(draft, block, &marker) ||
           bma_block_reads(draft, at, &draft->conventions->article, false, &label) ||
           bma_block_reads(draft, at, &draft->conventions->part, false, &label);
}

/*
 * The first line of the title proper: behind lines that say where the text was published or how far it has
 * come, or where these say it in ways of their own, the first line that opens with what the text is.
 */
size_t bma_title_first(const struct bma_draft *draft)
{
    enum { MOST_SERIES = 4, MOST_LINES = 12 };
    size_t block = 0;

    while (block < MOST_SERIES && block + 1 < draft->block_count &&
           (is_series(draft, block) || is_note(draft, block)))
        block++;
    if (bma_block_names_instrument(draft, block) && !(draft->blocks[block].flags & BMA_BLOCK_ENDS))
        return block;
    for (; block < MOST_LINES && block + 1 < draft->block_count && !has_begun(draft, block); block++)
        if (opens_title(draft, block))
            return block;
    return 0;
}

/* "MOBILITY PARTNERSHIP" / "JOINT DECLARATION OF …": what the text is, said once more, and no annex yet. */
static bool is_second_title(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];
    struct bma_label label;

    return says_title_in_capitals(draft, block) &&
           (!bma_block_reads(draft, at, &draft->conventions->annex, true, &label) ||
            label.number.end == label.number.start);
}

static bool is_title_block(const struct bma_draft *draft, const struct bma_outline *outline, size_t block)
{
    size_t top = outline->title;
    const struct bma_block *at = &draft->blocks[block], *title = &draft->blocks[top];
    char first = draft->text[at->start];

    if (block == top && block > 0) /* "PROTOCOL" below a remark is no annex */
        return true;
    if (block == top + 1 && is_second_title(draft, block))
        return true;
    if (bma_block_opens_division(draft, outline, block) || bma_block_ends_preamble(draft, block) ||
        bma_block_is_recital(draft, block) || bma_block_heads_preamble(draft, block))
        return false;
    if (bma_words_open(&draft->conventions->unnumbered, draft->text, at->start, at->end) == at->end)
        return false;
    if (is_remark(draft, block))
        return true;
    if (at->level == 1 || (block > 0 && (first == '(' || first == '[') && (at->words > 1) &&
                           draft->text[at->end - 1] != ',' && draft->text[at->end - 1] != ';'))
        return true;
    if (block < top)
        return true;
    if (block > 0 && is_dated(draft, block))
        return true;
    if ((at->flags & BMA_BLOCK_ENDS) && !goes_on_in_capitals(draft, block))
        return false;
    if (block == top || bma_title_continues(draft, block))
        return true;
    if (at->flags & BMA_BLOCK_CAPITALS)
        return (title->flags & BMA_BLOCK_CAPITALS) != 0;
    return title->words < FULL_TITLE && !(title->flags & BMA_BLOCK_CAPITALS) &&
           block + 1 < draft->block_count && !bma_block_ends_preamble(draft, block + 1);
}

size_t bma_title_end(const struct bma_draft *draft, const struct bma_outline *outline)
{
    size_t end = 0;

    while (end < draft->block_count && is_title_block(draft, outline, end))
        end++;
    return end;
}

/* Where remarks on the text follow the title proper: "Text after the second round". */
size_t bma_title_stop(const struct bma_draft *draft, const struct bma_outline *outline)
{
    size_t stop = outline->title + 1;

    while (stop < outline->title_end && !is_remark(draft, stop) && !is_dated(draft, stop))
        stop++;
    return stop;
}

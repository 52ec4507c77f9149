/*
 * Sections whose titles stand above their numbers, as statutes print them in the margin: "Definitions" above
 * "1   In this text …", "Positions covered" above "2   (1) It applies …"; or behind them, on the line of the
 * text: "5. Numbers. (1) The Office …".  They count through the whole draft, and nearly each has a title.
 */
#include "readers/builder.h"

#include "base/ascii.h"

enum {
    FEWEST = 5 /* sections */,
    TITLED = 5,
    OF = 6,         /* so many of so many have a title */
    LONGEST = 60,   /* bytes of a title on the line of the text */
    TEXT_LEAST = 12 /* bytes of the text behind it */
};

/* "2.", "2   It", "2 (1)": a number without a stop stands before a gap or a bracket, or below a title, as a
 * page may keep no gap. */
static bool reads_number(const struct bma_draft *draft, size_t index, bool titled, struct bma_marker *marker)
{
    const struct bma_block *block = &draft->blocks[index];

    if (bma_marker_read(draft->text, block->start, block->end, marker))
        return marker->style == BMA_MARKER_NUMBER;
    return bma_block_bare_number(draft, block, marker) &&
           (titled || marker->body - marker->number.end > 1 || draft->text[marker->body] == '(');
}

static bool is_title(const struct bma_draft *draft, const struct bma_outline *outline, size_t index)
{
    struct bma_marker marker;

    return bma_block_is_heading(draft, outline, index) && !reads_number(draft, index, false, &marker);
}

/* "Numbers. (1) The Office …": where the title ends; its start where none stands there. */
static uint32_t title_end(const struct bma_draft *draft, uint32_t start, uint32_t end)
{
    const char *text = draft->text;
    uint32_t at = start;

    if (start >= end || text[start] < 'A' || text[start] > 'Z')
        return start;
    while (at < end && at - start < LONGEST && text[at] != '.' && text[at] != ';' && text[at] != ':' &&
           !bma_ascii_is_digit(text[at]))
        at++;
    return at + TEXT_LEAST < end && text[at] == '.' && text[at + 1] == ' ' ? at : start;
}

enum bma_titles bma_titles_count(const struct bma_draft *draft, const struct bma_outline *outline)
{
    uint32_t counted = 0, above = 0, behind = 0;

    if (outline->labels || outline->letters)
        return BMA_TITLES_PLAIN;
    for (size_t i = outline->preamble_end; i < draft->block_count; i++) {
        struct bma_marker marker;
        bool titled;
        if (!bma_ascii_is_digit(draft->text[draft->blocks[i].start]))
            continue;
        titled = i > 0 && is_title(draft, outline, i - 1);
        if (!reads_number(draft, i, titled, &marker) || marker.ordinal != counted + 1)
            continue;
        counted++;
        above += titled;
        behind += title_end(draft, marker.body, draft->blocks[i].end) > marker.body;
    }
    if (counted < FEWEST)
        return BMA_TITLES_PLAIN;
    if (above * OF >= counted * TITLED)
        return BMA_TITLES_ABOVE;
    return behind * OF >= counted * TITLED ? BMA_TITLES_BEHIND : BMA_TITLES_PLAIN;
}

/* Opens the section of that number; title: its words, empty where it has none. */
static void open_section(struct bma_builder *builder, const struct bma_marker *marker, struct bma_span title,
                         struct bma_span text)
{
    bma_division_close(builder, BMA_NODE_ARTICLE, NULL);
    builder->zone = bma_main_zone(builder);
    builder->last = BMA_NONE;
    builder->sections++;
    if (bma_tree_open(builder, BMA_NODE_ARTICLE, BMA_RANK_ARTICLE, marker->label, marker->number,
                      marker->ordinal) == NULL)
        return;
    if (title.end > title.start)
        bma_tree_heading(builder, title);
    bma_division_text(builder, text);
}

bool bma_section_read(struct bma_builder *builder)
{
    struct bma_draft *draft = builder->draft;
    enum bma_titles titles = builder->outline.titles;
    struct bma_span title = bma_block_span(bma_block_at(builder, builder->block));
    bool above = titles == BMA_TITLES_ABOVE && builder->block + 1 < draft->block_count &&
                 is_title(draft, &builder->outline, builder->block);
    struct bma_marker marker;
    uint32_t end;

    if (titles == BMA_TITLES_PLAIN || builder->in_annex || builder->in_closing ||
        !reads_number(draft, builder->block + above, above, &marker) ||
        marker.ordinal != builder->sections + 1)
        return false;
    builder->block += above;
    end = bma_block_at(builder, builder->block)->end;
    if (!above) {
        title = (struct bma_span){marker.body, marker.body};
        if (titles == BMA_TITLES_BEHIND)
            title.end = title_end(draft, marker.body, end);
        if (title.end > title.start)
            marker.body = bma_skip_blank(draft->text, title.end + 1, end);
    }
    open_section(builder, &marker, title, (struct bma_span){marker.body, end});
    return true;
}

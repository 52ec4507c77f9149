/*
 * A look over the whole draft before the tree is built: which words label its articles, where the
 * preamble ends, whether it is an exchange of letters.
 */
#include "readers/builder.h"

enum { LONGEST_ADDRESS = 16 /* words of a line above a salutation */ };

/* ---- letters ---- */

/* "The Embassy of … presents its compliments to the Ministry of … and has the honour to propose …" */
static bool opens_note(const struct bma_draft *draft, const struct bma_block *block)
{
    return bma_words_within(&draft->conventions->note_opening, draft->text, block->start, block->end) != 0;
}

bool bma_block_closes_letter(const struct bma_draft *draft, const struct bma_block *block)
{
    const struct bma_conventions *words = draft->conventions;

    return bma_words_open(&words->closing, draft->text, block->start, block->end) != 0 ||
           bma_words_open(&words->letter_closing, draft->text, block->start, block->end) != 0 ||
           bma_words_within(&words->note_closing, draft->text, block->start, block->end) != 0;
}

static bool is_number_alone(const struct bma_draft *draft, const struct bma_block *block)
{
    for (uint32_t at = block->start; at < block->end; at++) {
        char byte = draft->text[at];
        if (byte != 'I' && byte != 'V' && byte != 'X' && byte != '.' && (byte < '0' || byte > '9'))
            return false;
    }
    return block->end - block->start <= 5;
}

/* Few words, and no sentence of the letter before: "1. Divers may sing.", "Please confirm that …." */
static bool is_address(const struct bma_draft *draft, const struct bma_block *block)
{
    enum { SENTENCE = 8 /* words */ };
    struct bma_marker marker;

    if (block->words > LONGEST_ADDRESS || bma_block_closes_letter(draft, block))
        return false;
    if (!(block->flags & BMA_BLOCK_ENDS) || is_number_alone(draft, block))
        return true;
    return draft->text[block->end - 1] == ',' ||
           (block->words < SENTENCE && !bma_marker_read(draft->text, block->start, block->end, &marker));
}

/* "LETTER No. 1" */
static bool is_letter_title(const struct bma_draft *draft, const struct bma_block *block)
{
    return block->words <= BMA_LONGEST_SALUTATION && !(block->flags & BMA_BLOCK_ENDS) &&
           bma_words_open(&draft->conventions->letter, draft->text, block->start, block->end) != 0;
}

/* The block of such a title a few blocks above the salutation, whatever the address says; else the
 * salutation. */
static size_t letter_title(const struct bma_draft *draft, size_t salutation, size_t floor)
{
    enum { MOST_BLOCKS = 5 };

    for (size_t i = salutation; i > floor && salutation - i < MOST_BLOCKS; i--)
        if (is_letter_title(draft, &draft->blocks[i - 1]))
            return i - 1;
    return salutation;
}

/* A letter begins with its number, address and date above the salutation. */
static size_t letter_start(const struct bma_draft *draft, size_t salutation, size_t floor)
{
    size_t title = letter_title(draft, salutation, floor);

    if (title < salutation)
        return title;
    while (salutation > floor) {
        const struct bma_block *above = &draft->blocks[salutation - 1];
        if (!is_address(draft, above))
            break;
        salutation--;
        if (is_number_alone(draft, above) && above->end - above->start <= 3)
            break;
    }
    return salutation;
}

static void find_letters(struct bma_draft *draft, struct bma_outline *outline)
{
    /* "I" above the first letter of an exchange is its number, and no title */
    size_t floor =
        outline->title_end > 0 && draft->block_count > 0 && !is_number_alone(draft, &draft->blocks[0]);

    while (floor > 0 && floor < draft->block_count && bma_title_continues(draft, floor))
        floor++;

    for (size_t i = 0; i < draft->block_count; i++) {
        if (!bma_block_is_salutation(draft, &draft->blocks[i]) && !opens_note(draft, &draft->blocks[i]))
            continue;
        draft->blocks[letter_start(draft, i, floor)].flags |= BMA_BLOCK_LETTER;
        draft->blocks[i].flags |= BMA_BLOCK_SALUTATION;
        outline->letters = true;
        floor = i + 1;
    }
}

/* ---- preamble ---- */

static void find_labels(const struct bma_draft *draft, struct bma_outline *outline)
{
    const struct bma_conventions *words = draft->conventions;
    struct bma_label label;

    for (size_t i = 0; i < draft->block_count; i++) {
        if (!bma_block_reads(draft, &draft->blocks[i], &words->article, false, &label))
            continue;
        outline->labels = true;
        if (!bma_words_has(&words->part, label.word) && !bma_words_has(&words->paragraph, label.word))
            outline->articles = true;
    }
}

/* "- convinced that …", "(b) Noting …": a list above "have agreed as follows" holds recitals. */
static bool is_marked_recital(const struct bma_draft *draft, size_t block)
{
    const struct bma_block *at = &draft->blocks[block];
    struct bma_marker marker;

    return bma_marker_read(draft->text, at->start, at->end, &marker) &&
           (marker.style == BMA_MARKER_DASH ||
            bma_words_open(&draft->conventions->recital, draft->text, marker.body, at->end) != 0);
}

/* "WHEREAS" / "(1) migration has …;" / "(2) …;": behind the list that a bare recital word opens; else the
 * block itself. */
static size_t recital_list_end(const struct bma_draft *draft, size_t block)
{
    enum { LONGEST_OPENER = 3 /* words */ };
    struct bma_marker marker;

    if (!bma_block_is_recital(draft, block) || draft->blocks[block].words > LONGEST_OPENER)
        return block;
    while (++block < draft->block_count &&
           bma_marker_read(draft->text, draft->blocks[block].start, draft->blocks[block].end, &marker))
        ;
    return block;
}

static bool runs_on(const struct bma_draft *draft, size_t block)
{
    char last = draft->text[draft->blocks[block].end - 1];

    return last == ';' || last == ',';
}

/* Behind the last recital above the first division, with what goes on from it: "hoping …;", "have come to …".
 */
static size_t recitals_end(const struct bma_draft *draft, size_t start, size_t division)
{
    size_t end = start;

    for (size_t i = start; i < division; i++) {
        size_t list = recital_list_end(draft, i);
        if (bma_block_is_recital(draft, i))
            end = list > i ? list : i + 1;
    }
    while (end > start && end < division && (bma_block_is_lower(draft, end) || runs_on(draft, end - 1)))
        end++;
    return end;
}

/*
 * "RECITALS" / "(A) The shipyards are short of hands." / … / "have agreed as follows": behind the formula,
 * where nothing but paragraphs stands above it; those with the marks of sections ("1.", "A.", "I.") are
 * recitals below a heading, or where labels tell the articles. 0: none.
 */
static size_t marked_preamble_end(const struct bma_draft *draft, const struct bma_outline *outline,
                                  size_t start)
{
    struct bma_label label;
    struct bma_marker marker;
    bool headed = outline->articles;

    for (size_t i = start; i < draft->block_count; i++) {
        if (bma_block_ends_preamble(draft, i))
            return i + 1;
        if (bma_block_heads_preamble(draft, i))
            headed = true;
        else if (bma_block_label(draft, outline, i, &label) != BMA_NODE_AGREEMENT ||
                 (draft->blocks[i].flags & BMA_BLOCK_LETTER) || bma_block_is_heading(draft, outline, i))
            return 0;
        if (bma_block_marker(draft, i, &marker) && marker.style < BMA_MARKER_BRACKET_LETTER && !headed)
            return 0;
    }
    return 0;
}

/* "Background", and prose up to the first division. */
static bool is_headed_preamble(const struct bma_draft *draft, const struct bma_outline *outline, size_t start,
                               size_t division)
{
    if (division <= start + 1 || division >= draft->block_count || !bma_block_heads_preamble(draft, start))
        return false;
    for (size_t i = start + 1; i < division; i++)
        if (bma_block_is_heading(draft, outline, i))
            return false;
    return true;
}

static size_t find_preamble_end(const struct bma_draft *draft, const struct bma_outline *outline)
{
    size_t start = outline->title_end, first, marked = marked_preamble_end(draft, outline, start);

    if (marked > 0)
        return marked;
    for (first = start; first < draft->block_count; first++) {
        if (recital_list_end(draft, first) > first)
            first = recital_list_end(draft, first);
        if (first == draft->block_count)
            break;
        bool opens = bma_block_opens_division(draft, outline, first) && !is_marked_recital(draft, first);
        if (first > start && opens)
            break;
        if (bma_block_ends_preamble(draft, first))
            return first + 1;
        if (opens)
            break;
    }
    if (outline->letters)
        return start;
    if (is_headed_preamble(draft, outline, start, first))
        return first;
    if (outline->labels && first < draft->block_count) {
        while (first > start && bma_block_is_heading(draft, outline, first - 1))
            first--;
        return first;
    }
    return recitals_end(draft, start, first);
}

/* The number of the article that the block opens; 0: it opens none. */
static uint32_t article_number(const struct bma_draft *draft, const struct bma_outline *outline, size_t block,
                               enum bma_node_kind kind, const struct bma_label *label)
{
    struct bma_marker marker;

    if (kind != BMA_NODE_AGREEMENT)
        return kind == BMA_NODE_ARTICLE ? label->ordinal : 0;
    return !outline->labels && bma_block_is_heading(draft, outline, block) &&
                   bma_block_marker(draft, block, &marker) && marker.style == BMA_MARKER_NUMBER
               ? marker.ordinal
               : 0;
}

/* Articles count on up to an annex, or to the first article of another text behind this one. */
static size_t find_last_article(const struct bma_draft *draft, const struct bma_outline *outline)
{
    uint32_t before = 0;
    size_t last = 0;

    for (size_t i = outline->preamble_end; i < draft->block_count && !outline->letters; i++) {
        struct bma_label label;
        enum bma_node_kind kind = bma_block_label(draft, outline, i, &label);
        uint32_t number = article_number(draft, outline, i, kind, &label);

        if (kind == BMA_NODE_ANNEX || (number > 0 && number <= before))
            break;
        if (number == 0)
            continue;
        before = number;
        last = i;
    }
    return last;
}

void bma_outline_read(struct bma_draft *draft, struct bma_outline *outline)
{
    draft->bare_numbers = bma_blocks_count_bare(draft);
    draft->bare_sentences = bma_blocks_count_bare_sentences(draft);
    find_labels(draft, outline);
    outline->title_end = 1;
    find_letters(draft, outline);
    outline->title = draft->block_count > 0 ? bma_title_first(draft) : 0;
    outline->title_end = bma_title_end(draft, outline);
    outline->title_stop = bma_title_stop(draft, outline);
    outline->preamble_end = find_preamble_end(draft, outline);
    outline->last_article = find_last_article(draft, outline);
    outline->titles = bma_titles_count(draft, outline);
    /* Without preamble and labels, capitals right above the text head it. */
    if (outline->title_end > 0 && outline->preamble_end == outline->title_end && !outline->labels &&
        !outline->letters && outline->title_end < draft->block_count &&
        (draft->blocks[outline->title_end - 1].flags & BMA_BLOCK_CAPITALS) &&
        !(outline->title_end == outline->title + 1 ? bma_block_names_instrument(draft, outline->title)
                                                   : bma_title_continues(draft, outline->title_end - 1))) {
        outline->title_end--;
        outline->preamble_end--;
    }
}

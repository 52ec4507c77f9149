/*
 * A table of contents is no part of the draft: lines with dots that lead to a page, or the labels of parts
 * and articles one below the other, which all return where the parts and articles themselves begin.
 */
#include "readers/draft.h"

#include "base/ascii.h"
#include "readers/numbering.h"

enum {
    MANY_DOTS = 4,
    FEWEST_ENTRIES = 3,
    MOST_RUNS = 4,      /* of labels, looked for again in the rest of the draft */
    MOST_LABELS = 200,  /* of a run, looked for again */
    LONGEST_ENTRY = 100 /* bytes */
};

/* "Article 2 Fees ........ 4": dots lead to a number. */
static bool has_leader(const char *text, const struct bma_line *line, uint32_t *number)
{
    uint32_t at = line->end, dots = 0, power = 1;

    for (*number = 0; at > line->start && bma_ascii_is_digit(text[at - 1]) && power <= 1000000; power *= 10)
        *number += (uint32_t)(text[--at] - '0') * power;
    if (at == line->end)
        return false;
    for (; at > line->start && (text[at - 1] == '.' || text[at - 1] == ' '); at--)
        dots += text[at - 1] == '.';
    return dots >= MANY_DOTS && at > line->start;
}

/* Lines [first, end) with leaders: contents stand before the text, and their pages never go back. */
static bool is_contents(const struct bma_draft *draft, size_t first, size_t end)
{
    uint32_t number, before = 0;

    for (size_t i = first; i < end; i++) {
        if (!has_leader(draft->document->source, &draft->lines[i], &number))
            continue;
        if (number < before)
            return false;
        before = number;
    }
    return first * 2 < draft->line_count;
}

/* Contents are left out; other lines with leaders are rows: "driver ........ 540". */
static void take_leaders(struct bma_draft *draft)
{
    uint32_t number;

    for (size_t first = 0, end; first < draft->line_count; first = end) {
        size_t entries = 0;
        for (end = first; end < draft->line_count; end++) {
            bool leads = has_leader(draft->document->source, &draft->lines[end], &number);
            if (!leads && !(draft->lines[end].flags & BMA_LINE_BLANK))
                break;
            entries += leads;
        }
        bool contents = entries > 1 && is_contents(draft, first, end);
        for (size_t i = first; entries > 1 && i < end; i++)
            if (has_leader(draft->document->source, &draft->lines[i], &number))
                draft->lines[i].flags |= contents ? BMA_LINE_FURNITURE : BMA_LINE_TABLE;
        end += end == first;
    }
}

/* ---- labels without leaders ---- */

/* "Part II   Movement   clauses 5 to 9": the label of a line that ends no sentence. */
static bool is_entry(const struct bma_draft *draft, size_t index, struct bma_label *label)
{
    const struct bma_words *lists[] = {&draft->conventions->part, &draft->conventions->article,
                                       &draft->conventions->annex};
    const struct bma_line *line = &draft->lines[index];
    const char *source = draft->document->source;

    if (line->end - line->start > LONGEST_ENTRY || (line->flags & (BMA_LINE_BLANK | BMA_LINE_FURNITURE)) ||
        source[line->end - 1] == '.' || source[line->end - 1] == ';')
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++)
        if (bma_label_read(source, line->start, line->end, draft->conventions, lists[i], false, label))
            return true;
    return false;
}

/* What an entry has no room for stands below it, without a blank line between, and is no sentence either. */
static bool continues_entry(const struct bma_draft *draft, size_t index)
{
    const struct bma_line *line = &draft->lines[index];
    char last = line->end > line->start ? draft->document->source[line->end - 1] : '\0';

    return !((line - 1)->flags & BMA_LINE_BLANK) && line->end - line->start <= LONGEST_ENTRY && last != '.' &&
           last != ';' && last != ':' && last != ',';
}

static bool same_label(const struct bma_label *one, const struct bma_label *other)
{
    return one->word == other->word && one->ordinal == other->ordinal;
}

/* Behind the entries from the first one on; where that returns at once, the text itself has begun. */
static size_t entries_end(const struct bma_draft *draft, size_t first)
{
    struct bma_label opening, label;
    size_t end = first + 1;

    if (!is_entry(draft, first, &opening))
        return first;
    for (size_t i = end; i < draft->line_count; i++) {
        if (draft->lines[i].flags & BMA_LINE_BLANK)
            continue;
        if (is_entry(draft, i, &label) ? same_label(&label, &opening) : !continues_entry(draft, i))
            break;
        end = i + 1;
    }
    return end;
}

/* Whether nearly all labels of the lines, or of the first of very many, return behind them. */
static bool lists_what_follows(const struct bma_draft *draft, size_t first, size_t end)
{
    struct bma_label labels[MOST_LABELS], again;
    bool found[MOST_LABELS] = {false};
    size_t entries = 0, returned = 0;

    for (size_t i = first; i < end && entries < MOST_LABELS; i++)
        entries += is_entry(draft, i, &labels[entries]);
    for (size_t i = end; i < draft->line_count && returned < entries; i++) {
        if (!is_entry(draft, i, &again))
            continue;
        for (size_t k = 0; k < entries; k++) {
            bool returns = !found[k] && same_label(&again, &labels[k]);
            found[k] = found[k] || returns;
            returned += returns;
        }
    }
    return entries >= FEWEST_ENTRIES && returned * 4 >= entries * 3;
}

/* "ARRANGEMENT OF CLAUSES" */
static bool heads_contents(const struct bma_draft *draft, size_t index)
{
    const struct bma_line *line = &draft->lines[index];

    return bma_words_open(&draft->conventions->contents, draft->document->source, line->start, line->end) ==
               line->end &&
           line->end > line->start;
}

static void leave_out(struct bma_draft *draft, size_t first, size_t end)
{
    size_t above = first;

    while (above > 0 && (draft->lines[above - 1].flags & BMA_LINE_BLANK))
        above--;
    if (above > 0 && heads_contents(draft, above - 1))
        first = above - 1;
    for (size_t i = first; i < end; i++)
        if (!(draft->lines[i].flags & BMA_LINE_BLANK))
            draft->lines[i].flags |= BMA_LINE_FURNITURE;
}

static void take_labels(struct bma_draft *draft)
{
    size_t runs = 0;

    for (size_t first = 0; first * 2 < draft->line_count && runs < MOST_RUNS;) {
        size_t end = entries_end(draft, first);
        if (end < first + FEWEST_ENTRIES) {
            first = end > first ? end : first + 1;
            continue;
        }
        if (lists_what_follows(draft, first, end))
            leave_out(draft, first, end);
        runs++;
        first = end;
    }
}

void bma_draft_contents(struct bma_draft *draft)
{
    take_leaders(draft);
    take_labels(draft);
}

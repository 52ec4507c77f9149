/*
 * Sentences.  One ends at a full stop, question or exclamation mark that white space and
 * something like the start of a sentence follow, and at the end of its
 * block; a semicolon ends none within a block.
 */
#include "readers/draft.h"

#include "base/ascii.h"
#include "base/memory.h"

#include <string.h>

static bool is_lower(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

/* Closing quotation marks and brackets belong to the sentence that they close. */
static uint32_t skip_closing(const char *text, uint32_t at, uint32_t end)
{
    for (;;) {
        if (at < end && (text[at] == '"' || text[at] == '\'' || text[at] == ')' || text[at] == ']'))
            at++;
        else if (at + 2 < end && memcmp(text + at, "\xe2\x80", 2) == 0 &&
                 ((unsigned char)text[at + 2] == 0x9d || (unsigned char)text[at + 2] == 0x99))
            at += 3;
        else if (at + 1 < end && memcmp(text + at, "\xc2\xbb", 2) == 0)
            at += 2;
        else
            return at;
    }
}

/* Where the word that ends before the full stop begins: letters, digits and inner full stops. */
static uint32_t word_start(const char *text, uint32_t start, uint32_t stop)
{
    while (stop > start && !is_blank(text[stop - 1]) && text[stop - 1] != '(' && text[stop - 1] != '[' &&
           text[stop - 1] != '"' && (unsigned char)text[stop - 1] != 0xa0)
        stop--;
    return stop;
}

static bool is_abbreviation(const struct bma_words *words, const char *word, uint32_t length)
{
    for (size_t i = 0; i < words->count; i++)
        if ((words->items[i][0] | 0x20) == (word[0] | 0x20) && strlen(words->items[i]) == length &&
            bma_words_open(&(struct bma_words){&words->items[i], 1, 0}, word, 0, length) == length)
            return true;
    return false;
}

static bool all_digits(const char *text, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++)
        if (!bma_ascii_is_digit(text[at]))
            return false;
    return end > start;
}

/* "as in Schedule A. It": the letter before the stop is the name of a division, and no initial. */
static bool names_division(const struct bma_draft *draft, uint32_t start, uint32_t letter)
{
    const struct bma_conventions *words = draft->conventions;
    const struct bma_words *lists[] = {&words->annex, &words->part, &words->article, &words->paragraph};
    const char *text = draft->text;
    uint32_t end = letter, word;

    while (end > start && is_blank(text[end - 1]))
        end--;
    word = word_start(text, start, end);
    for (size_t i = 0; i < sizeof lists / sizeof *lists && word < end; i++)
        if (bma_words_open(lists[i], text, word, end) == end)
            return true;
    return false;
}

/* the "Kungl. Arbetsmarknadsstyrelsen": a short name in quotation marks, of which the stop cuts the first
 * word short. */
static bool cuts_quoted_name(const char *text, uint32_t start, uint32_t word, uint32_t stop, uint32_t end)
{
    enum { LONGEST = 60 };
    bool opened = word > start && text[word - 1] == '"';
    uint32_t at = opened ? word : bma_skip_quotation_mark(text, word, end, BMA_QUOTATION_OPENS);

    if (!opened && at == word)
        return false;
    for (; at < end && at - word < LONGEST; at++) {
        if (bma_skip_quotation_mark(text, at, end, BMA_QUOTATION_CLOSES) > at)
            return at > stop + 1;
        if (at != stop && memchr(".;?", text[at], 3) != NULL)
            return false;
    }
    return false;
}

/* A full stop that belongs to the word: an abbreviation, an initial, an ordinal of a date, dots. */
static bool stop_of_word(const struct bma_draft *draft, uint32_t start, uint32_t stop, uint32_t next,
                         uint32_t end)
{
    const char *text = draft->text;
    uint32_t word = word_start(text, start, stop), length = stop - word;

    if (length == 0 || text[stop - 1] == '.')
        return true;
    if (length == 1 && text[word] >= 'A' && text[word] <= 'Z')
        return !names_division(draft, start, word);
    if (memchr(text + word, '.', length) != NULL && length <= 5 && !bma_ascii_is_digit(text[word]))
        return true;
    if (all_digits(text, word, stop) && length <= 2 && (word == start || bma_ascii_is_digit(text[next])))
        return true;
    return is_abbreviation(&draft->conventions->abbreviations, text + word, length) ||
           cuts_quoted_name(text, start, word, stop, end);
}

/* "… to an agency.The hirer bears …": the blank behind the stop was left out. */
static bool blank_is_missing(const char *text, uint32_t start, uint32_t mark, uint32_t next, uint32_t end)
{
    enum { SHORTEST = 3 };
    uint32_t word = mark;

    while (word > start && (is_lower(text[word - 1]) || bma_ascii_is_digit(text[word - 1])))
        word--;
    return text[mark] == '.' && next == mark + 1 && mark - word >= SHORTEST &&
           (word == start || is_blank(text[word - 1])) && next + 1 < end && text[next] >= 'A' &&
           text[next] <= 'Z' && (is_lower(text[next + 1]) || is_blank(text[next + 1]));
}

/* The end of the sentence that this mark closes, or 0 when it closes none. */
static uint32_t sentence_end(const struct bma_draft *draft, uint32_t start, uint32_t mark, uint32_t end)
{
    const char *text = draft->text;
    uint32_t after = skip_closing(text, mark + 1, end);
    uint32_t next = bma_skip_blank(text, after, end);

    if (next >= end)
        return end;
    if (next == after && !blank_is_missing(text, start, mark, next, end))
        return 0;
    if (is_lower(text[next]) || text[next] == ',' || text[next] == ';')
        return 0;
    if (text[mark] == '.' && stop_of_word(draft, start, mark, next, end))
        return 0;
    return after;
}

static bool may_end(char byte)
{
    static const bool marks[256] = {['.'] = true, ['?'] = true, ['!'] = true};

    return marks[(unsigned char)byte];
}

static uint32_t next_end(const struct bma_draft *draft, uint32_t start, uint32_t end)
{
    const char *text = draft->text;

    for (uint32_t at = start; at < end; at++) {
        uint32_t stop;
        while (at < end && !may_end(text[at]))
            at++;
        stop = at < end ? sentence_end(draft, start, at, end) : end;
        if (stop != 0)
            return stop;
    }
    return end;
}

static uint32_t add_clause(struct bma_draft *draft, const struct bma_clause *clause)
{
    if (bma_grow(&draft->clauses, &draft->clause_capacity, draft->clause_count + 1, sizeof *clause) != 0) {
        draft->failed = true;
        return BMA_NONE;
    }
    draft->clauses[draft->clause_count] = *clause;
    return (uint32_t)draft->clause_count++;
}

uint32_t bma_draft_sentences(struct bma_draft *draft, struct bma_span span, uint32_t node, enum bma_zone zone,
                             bool is_item, uint32_t lead_in)
{
    struct bma_clause clause = {.node = node, .zone = zone, .is_item = is_item, .lead_in = lead_in};
    uint32_t last = BMA_NONE;

    span.start = bma_skip_blank(draft->text, span.start, span.end);
    while (span.start < span.end && !draft->failed) {
        clause.span.start = span.start;
        clause.span.end = next_end(draft, span.start, span.end);
        last = add_clause(draft, &clause);
        span.start = bma_skip_blank(draft->text, clause.span.end, span.end);
        /* Only the first sentence of an item completes the sentence that opened the list. */
        clause.is_item = false;
        clause.lead_in = BMA_NONE;
    }
    return last;
}

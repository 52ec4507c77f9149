#include "readers/instrument.h"

#include "base/ascii.h"

#include "readers/numbering.h"

#include <string.h>

enum { LONGEST_TITLE = 4096 }; /* bytes; what stands behind is no title */

enum kind {
    KIND_NONE,
    KIND_TREATY,
    KIND_MOU,
    KIND_LETTERS,
    KIND_PROTOCOL,
    KIND_OPEN,  /* arrangement: used of binding and of other instruments alike */
    KIND_SERIES /* "Treaty Series": where the text was published */
};

struct name {
    enum kind kind;
    uint32_t start, end; /* empty where there is none */
};

/* The longest name of an instrument that opens at a word: "memorandum of understanding". */
static struct name name_at(const struct bma_instrument_words *words, const char *text, uint32_t start,
                           uint32_t end)
{
    const struct bma_words *const lists[] = {
        [KIND_TREATY] = &words->treaty,     [KIND_MOU] = &words->mou,   [KIND_LETTERS] = &words->letters,
        [KIND_PROTOCOL] = &words->protocol, [KIND_OPEN] = &words->open, [KIND_SERIES] = &words->series,
    };
    struct name name = {KIND_NONE, start, start};

    for (enum kind kind = KIND_TREATY; kind <= KIND_SERIES; kind++) {
        uint32_t after = bma_words_open(lists[kind], text, start, end);
        if (after > name.end)
            name = (struct name){kind, start, after};
    }
    return name;
}

/*
 * The first name in text[start, end) but for those behind an article: "to the Agreement"
 * names another instrument, unless the title itself begins so.
 */
static struct name first_name(const struct bma_conventions *conventions, const char *text, uint32_t start,
                              uint32_t end, bool opens)
{
    struct name name = {KIND_NONE, end, end};
    uint32_t at = start;

    while (at < end) {
        uint32_t article = bma_words_open(&conventions->party.article, text, at, end);
        uint32_t word = article > 0 ? bma_skip_blank(text, article, end) : at;

        name = name_at(&conventions->instrument, text, word, end);
        if (name.kind != KIND_NONE && name.kind != KIND_SERIES && (article == 0 || (opens && at == start)))
            return name;
        at = name.kind != KIND_NONE ? name.end : word;
        while (at < end && bma_ascii_is_word(text[at]))
            at++;
        while (at < end && !bma_ascii_is_word(text[at]))
            at++;
    }
    return (struct name){KIND_NONE, end, end};
}

/* Whether an instrument other than letters is named in text[start, end), behind an article or not. */
static bool names_another(const struct bma_conventions *conventions, const char *text, uint32_t start,
                          uint32_t end)
{
    while (start < end) {
        struct name name = name_at(&conventions->instrument, text, start, end);

        if (name.kind != KIND_NONE && name.kind != KIND_SERIES && name.kind != KIND_LETTERS)
            return true;
        start = name.kind != KIND_NONE ? name.end : start;
        while (start < end && bma_ascii_is_word(text[start]))
            start++;
        while (start < end && !bma_ascii_is_word(text[start]))
            start++;
    }
    return false;
}

/* "Agreement … in the form of an exchange of letters": the form stands before any other instrument. */
static bool made_by_letters(const struct bma_conventions *conventions, const char *text, struct name name,
                            uint32_t end)
{
    uint32_t form = bma_words_within(&conventions->instrument.form, text, name.end, end);

    return form != 0 && !names_another(conventions, text, bma_skip_blank(text, name.end, form), form);
}

static enum bma_instrument of_kind(enum kind kind)
{
    switch (kind) {
    case KIND_TREATY:
        return BMA_INSTRUMENT_TREATY;
    case KIND_MOU:
        return BMA_INSTRUMENT_MOU;
    case KIND_LETTERS:
        return BMA_INSTRUMENT_LETTERS;
    case KIND_PROTOCOL:
        return BMA_INSTRUMENT_PROTOCOL;
    default:
        return BMA_INSTRUMENT_UNKNOWN;
    }
}

/* *shown: a name stands there, if only one that tells nothing. */
static enum bma_instrument tell_title(const struct bma_conventions *conventions, const char *text,
                                      uint32_t start, uint32_t end, bool *shown)
{
    struct name name;

    start = bma_skip_blank(text, start, end);
    name = first_name(conventions, text, start, end, true);
    *shown = name.kind != KIND_NONE;
    if ((name.kind == KIND_TREATY || name.kind == KIND_OPEN) && made_by_letters(conventions, text, name, end))
        return BMA_INSTRUMENT_LETTERS;
    return of_kind(name.kind);
}

/* From the first words of the title to the last. */
static struct bma_span title_span(const struct bma_document *document)
{
    struct bma_span span = {0, 0};

    for (uint32_t i = 0; i < document->clause_count && document->clauses[i].zone == BMA_ZONE_TITLE; i++) {
        if (i == 0)
            span.start = document->clauses[i].span.start;
        span.end = document->clauses[i].span.end;
    }
    if (span.end - span.start > LONGEST_TITLE)
        span.end = span.start + LONGEST_TITLE;
    return span;
}

/* Letters that hang on a treaty stand behind its articles; those of an exchange hold them. */
static bool opens_with_letter(const struct bma_document *document)
{
    for (uint32_t i = 0; i < document->node_count; i++) {
        if (document->nodes[i].kind == BMA_NODE_LETTER)
            return true;
        if (document->nodes[i].kind == BMA_NODE_ARTICLE || document->nodes[i].kind == BMA_NODE_ANNEX)
            return false;
    }
    return false;
}

/* The kinds that text[start, end) calls itself by, as bits: "this Agreement", "the present Protocol". */
static unsigned names_of_itself(const struct bma_conventions *conventions, const char *text, uint32_t start,
                                uint32_t end)
{
    unsigned kinds = 0;

    while (start < end) {
        uint32_t after = bma_words_within(&conventions->instrument.itself, text, start, end);
        if (after == 0)
            break;
        start = bma_skip_blank(text, after, end);
        kinds |= 1u << name_at(&conventions->instrument, text, start, end).kind;
    }
    return kinds & ~(1u << KIND_NONE);
}

static enum bma_instrument tell_opening(const struct bma_document *document,
                                        const struct bma_conventions *conventions)
{
    unsigned kinds = 0;

    for (uint32_t i = 0; i < document->clause_count; i++) {
        const struct bma_clause *clause = &document->clauses[i];
        if (clause->zone == BMA_ZONE_PREAMBLE || clause->zone == BMA_ZONE_OPERATIVE)
            kinds |= names_of_itself(conventions, document->text, clause->span.start, clause->span.end);
    }
    for (enum kind kind = KIND_TREATY; kind <= KIND_PROTOCOL; kind++)
        if (kinds == 1u << kind)
            return of_kind(kind);
    return BMA_INSTRUMENT_UNKNOWN;
}

enum bma_instrument bma_instrument_tell(const struct bma_document *document, const char *title,
                                        const struct bma_conventions *conventions)
{
    struct bma_span span = title_span(document);
    bool shown = false;
    enum bma_instrument told = tell_title(conventions, document->text, span.start, span.end, &shown);

    if (!shown && title != NULL)
        told = tell_title(conventions, title, 0, (uint32_t)strlen(title), &shown);
    if ((told == BMA_INSTRUMENT_UNKNOWN || told == BMA_INSTRUMENT_TREATY) && opens_with_letter(document))
        return BMA_INSTRUMENT_LETTERS;
    return shown ? told : tell_opening(document, conventions);
}

enum { SEVERAL_YEARS = -1, FIRST_YEAR = 1850, LAST_YEAR = 2100, YEAR_DIGITS = 4, DATE_WORDS = 7 };

/* A number of four digits that a year may be, alone and no part of "1,964" or "12/1964"; 0: none opens there.
 */
static int year_at(const char *text, uint32_t at, uint32_t end)
{
    int year = 0;

    if (end - at < YEAR_DIGITS || (at > 0 && bma_ascii_is_word(text[at - 1])) ||
        (at > 1 && strchr(",./", text[at - 1]) && bma_ascii_is_digit(text[at - 2])))
        return 0;
    for (uint32_t i = at; i < at + YEAR_DIGITS; i++) {
        if (!bma_ascii_is_digit(text[i]))
            return 0;
        year = year * 10 + (text[i] - '0');
    }
    if (at + YEAR_DIGITS < end && bma_ascii_is_word(text[at + YEAR_DIGITS]))
        return 0;
    return year >= FIRST_YEAR && year <= LAST_YEAR ? year : 0;
}

/* Adds what stands in text[start, end) to the year found so far; *at: where the last one stands. */
static int join_years(int year, const char *text, uint32_t start, uint32_t end, uint32_t *at)
{
    for (uint32_t i = start; i < end; i++) {
        int here = year_at(text, i, end);

        if (here == 0)
            continue;
        *at = i;
        year = year == 0 || year == here ? here : SEVERAL_YEARS;
    }
    return year;
}

static int year_of_closing(const struct bma_document *document)
{
    int year = 0;
    uint32_t at;

    for (uint32_t i = 0; i < document->clause_count; i++) {
        const struct bma_clause *clause = &document->clauses[i];
        if (clause->zone == BMA_ZONE_CLOSING)
            year = join_years(year, document->text, clause->span.start, clause->span.end, &at);
    }
    return year;
}

/* "The Hague, 6 July 1949": a line of few words that ends with a year, and names no instrument. */
static bool is_place_and_date(const struct bma_conventions *conventions, const char *text,
                              struct bma_span line)
{
    unsigned words = 1;

    for (uint32_t i = line.start; i < line.end; i++)
        words += text[i] == ' ';
    return words <= DATE_WORDS && line.end - line.start > YEAR_DIGITS &&
           year_at(text, line.end - YEAR_DIGITS, line.end) != 0 &&
           !names_another(conventions, text, line.start, line.end);
}

/* Of letters, the year that stands above each. */
static int year_of_letters(const struct bma_document *document, const struct bma_conventions *conventions)
{
    int year = 0;
    uint32_t at;

    if (!opens_with_letter(document))
        return 0;
    for (uint32_t i = 0; i < document->clause_count; i++) {
        const struct bma_clause *clause = &document->clauses[i];
        if (clause->zone == BMA_ZONE_PREAMBLE && is_place_and_date(conventions, document->text, clause->span))
            year = join_years(year, document->text, clause->span.start, clause->span.end, &at);
    }
    return year;
}

/* "Agreement of 15 June 1998 between"; in "Protocol to the Agreement of 15 June 1998" the year is another's.
 */
static int year_of_title(const struct bma_document *document, const struct bma_conventions *conventions)
{
    struct bma_span span = title_span(document);
    const char *text = document->text;
    struct name name =
        first_name(conventions, text, bma_skip_blank(text, span.start, span.end), span.end, true);
    uint32_t at = span.end;
    int year = join_years(0, text, name.end, span.end, &at);

    return year > 0 && !names_another(conventions, text, name.end, at) ? year : 0;
}

int bma_year_tell(const struct bma_document *document, const struct bma_conventions *conventions)
{
    int year = year_of_closing(document);

    if (year == 0)
        year = year_of_letters(document, conventions);
    if (year == 0)
        year = year_of_title(document, conventions);
    return year > 0 ? year : 0;
}

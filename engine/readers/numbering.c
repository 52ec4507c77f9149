#include "readers/numbering.h"

#include "base/ascii.h"

#include <string.h>

enum { MAX_NUMBER_DIGITS = 4, MAX_ROMAN = 12 };

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static uint32_t read_digits(const char *text, uint32_t at, uint32_t end, uint32_t *value)
{
    uint32_t start = at;

    *value = 0;
    while (at < end && bma_ascii_is_digit(text[at]) && at - start <= MAX_NUMBER_DIGITS)
        *value = *value * 10 + (uint32_t)(text[at++] - '0');
    return at - start > MAX_NUMBER_DIGITS ? start : at;
}

static uint32_t roman_digit(char byte)
{
    switch (byte | 0x20) {
    case 'i':
        return 1;
    case 'v':
        return 5;
    case 'x':
        return 10;
    case 'l':
        return 50;
    case 'c':
        return 100;
    default:
        return 0;
    }
}

/* The value of a Roman number that fills the span, all in one case; 0 where it is none. */
static uint32_t roman_value(const char *text, uint32_t start, uint32_t end)
{
    uint32_t total = 0, previous = 0;
    bool capital = start < end && is_capital(text[start]);

    if (end - start > MAX_ROMAN)
        return 0;
    for (uint32_t at = end; at > start; at--) {
        uint32_t digit = is_letter(text[at - 1]) ? roman_digit(text[at - 1]) : 0;
        if (digit == 0 || is_capital(text[at - 1]) != capital)
            return 0;
        if (digit < previous) {
            total -= digit;
        } else {
            total += digit;
            previous = digit;
        }
    }
    return total;
}

/* The byte length of a dash or bullet at the place, or 0. */
static uint32_t dash_at(const char *text, uint32_t at, uint32_t end)
{
    static const char *const dashes[] = {"-",
                                         "*",
                                         "+",
                                         "\xe2\x80\x93",
                                         "\xe2\x80\x94",
                                         "\xe2\x80\xa2",
                                         "\xc2\xb7",
                                         "\xe2\x97\xa6",
                                         "\xe2\x96\xaa",
                                         "\xe2\x80\x90",
                                         "\xe2\x80\x91",
                                         "\xe2\x88\x92"};

    for (size_t i = 0; i < sizeof dashes / sizeof dashes[0]; i++) {
        size_t length = strlen(dashes[i]);
        if (end - at >= length && memcmp(text + at, dashes[i], length) == 0)
            return (uint32_t)length;
    }
    return 0;
}

static bool blank_follows(const char *text, uint32_t at, uint32_t end)
{
    return at >= end || bma_skip_blank(text, at, end) > at;
}

/* A word that is whole: "the", and not the "m" of "a.m." or the "smith" of an address. */
static bool word_follows(const char *text, uint32_t at, uint32_t end)
{
    enum { SHORTEST = 3 };
    uint32_t start = at;

    while (at < end && is_letter(text[at]))
        at++;
    return (at - start >= SHORTEST || (at > start && (is_capital(text[start]) || text[start - 1] == ')'))) &&
           (blank_follows(text, at, end) || text[at] == ',' || text[at] == ';');
}

/* Whether words may begin there: behind a blank, or where people left it out, "1.The", "5.1The", "a)the". */
static bool words_follow(const char *text, uint32_t at, uint32_t end)
{
    return blank_follows(text, at, end) || word_follows(text, at, end) ||
           bma_skip_quotation_mark(text, at, end, BMA_QUOTATION_OPENS) > at;
}

static bool finish(const char *text, uint32_t start, uint32_t after, uint32_t end, struct bma_marker *marker)
{
    marker->label.start = start;
    marker->label.end = after;
    marker->body = bma_skip_blank(text, after, end);
    return true;
}

/* "1.–" and "a.-": a dash right behind the stop belongs to it; so does the stop of "a)." */
static uint32_t skip_dash(const char *text, uint32_t at, uint32_t end)
{
    if (at < end && text[at] == '.' && text[at - 1] == ')')
        at++;
    uint32_t dash = at < end && text[at] != '*' && text[at] != '+' ? dash_at(text, at, end) : 0;

    return dash > 0 && blank_follows(text, at + dash, end) ? at + dash : at;
}

/* 5.1, 5.1., 5.1.2 */
static bool read_decimal(const char *text, uint32_t start, uint32_t end, struct bma_marker *marker)
{
    uint32_t value, at = read_digits(text, start, end, &marker->first_part);

    marker->parts = 1;
    value = marker->first_part;
    while (at + 1 < end && text[at] == '.' && bma_ascii_is_digit(text[at + 1])) {
        at = read_digits(text, at + 1, end, &value);
        marker->parts++;
    }
    marker->ordinal = value;
    marker->number.start = start;
    marker->number.end = at;
    if (at < end && (text[at] == '.' || text[at] == ')'))
        at++;
    if (marker->parts < 2 || marker->parts > 5 ||
        !(blank_follows(text, at, end) || (is_capital(text[at]) && word_follows(text, at, end))))
        return false; /* "1.5million" counts people, and opens nothing */
    marker->style = BMA_MARKER_DECIMAL;
    return finish(text, start, at, end, marker);
}

/* A.1, A1., A1.2, A-1., II.3: a decimal whose first part is a letter or a Roman number, the name of the
 * division that it stands in. */
static bool read_lettered(const char *text, uint32_t start, uint32_t end, struct bma_marker *marker)
{
    uint32_t at = start + 1;
    bool stopped, dashed;

    if (!is_capital(text[start]))
        return false;
    while (at < end && at - start < MAX_ROMAN && is_capital(text[at]))
        at++;
    marker->first_part = (uint32_t)(text[start] - 'A' + 1);
    marker->roman = roman_value(text, start, at);
    if (at - start > 1 && marker->roman == 0)
        return false;
    marker->parts = 1;
    dashed = at < end && text[at] == '-';
    stopped = at < end && text[at] == '.';
    at += stopped || dashed;
    while (at < end && bma_ascii_is_digit(text[at])) {
        at = read_digits(text, at, end, &marker->ordinal);
        marker->parts++;
        if (at + 1 >= end || text[at] != '.' || !bma_ascii_is_digit(text[at + 1]))
            break;
        at++;
    }
    marker->number.start = start;
    marker->number.end = at;
    if (at < end && (text[at] == '.' || text[at] == ')')) {
        stopped = true;
        at++;
    }
    stopped = stopped || marker->parts > 2; /* "B1.1 By 15 February", and not "B1 in the language" */
    if (marker->parts < 2 || marker->parts > 5 || !stopped || !blank_follows(text, at, end))
        return false;
    marker->style = BMA_MARKER_DECIMAL;
    return finish(text, start, at, end, marker);
}

/* Whether a sentence begins there. */
static bool sentence_follows(const char *text, uint32_t at, uint32_t end)
{
    at = bma_skip_blank(text, at, end);
    return at < end &&
           (is_capital(text[at]) || bma_skip_quotation_mark(text, at, end, BMA_QUOTATION_OPENS) > at);
}

/* Where the fence behind a number ends: "1." and "1)", and before a sentence "1-" and "1/" as translations
 * from the Arabic have them ("10- to 12-month contracts" is none); the number's end where there is none. */
static uint32_t number_fence(const char *text, uint32_t at, uint32_t end)
{
    if (text[at] == '.' || text[at] == ')')
        return skip_dash(text, at + 1, end);
    return (text[at] == '-' || text[at] == '/') && sentence_follows(text, at + 1, end) ? at + 1 : at;
}

/* 1. and 1) and 1- */
static bool read_number(const char *text, uint32_t start, uint32_t end, struct bma_marker *marker)
{
    uint32_t at = read_digits(text, start, end, &marker->ordinal), after;

    if (at == start || at >= end)
        return false;
    after = number_fence(text, at, end);
    marker->style = text[at] == ')' ? BMA_MARKER_HALF_NUMBER : BMA_MARKER_NUMBER;
    marker->number.start = start;
    marker->number.end = at;
    return after > at && words_follow(text, after, end) && at - start < 4 &&
           finish(text, start, after, end, marker);
}

/* The styles of letters and Roman numbers, by how they are fenced: bracketed, half, full stop. */
static void letter_styles(struct bma_marker *marker, int fence, bool capital, bool letter)
{
    static const enum bma_marker_style letters[] = {BMA_MARKER_BRACKET_LETTER, BMA_MARKER_HALF_LETTER,
                                                    BMA_MARKER_LETTER};
    static const enum bma_marker_style romans[] = {BMA_MARKER_BRACKET_ROMAN, BMA_MARKER_HALF_ROMAN,
                                                   BMA_MARKER_ROMAN};

    if (marker->roman > 0)
        marker->roman_style = capital && fence == 2 ? BMA_MARKER_CAPITAL_ROMAN : romans[fence];
    if (letter)
        marker->style = capital && fence == 2 ? BMA_MARKER_CAPITAL : letters[fence];
    else
        marker->style = BMA_MARKER_NONE;
}

/* (a), a), a., (ii), ii), IV., (aa), (1) */
static bool read_fenced(const char *text, uint32_t start, uint32_t end, struct bma_marker *marker)
{
    bool bracket = text[start] == '(';
    uint32_t at = bracket ? start + 1 : start, inner = at, length, after;
    int fence;

    if (bracket && inner < end && bma_ascii_is_digit(text[inner])) {
        at = read_digits(text, inner, end, &marker->ordinal);
        if (at == inner || at - inner > 3 || at >= end || text[at] != ')')
            return false;
        marker->style = BMA_MARKER_BRACKET_NUMBER;
        marker->number.start = inner;
        marker->number.end = at;
        return finish(text, start, skip_dash(text, at + 1, end), end, marker);
    }
    while (at < end && is_letter(text[at]) && at - inner < MAX_ROMAN)
        at++;
    length = at - inner;
    if (length == 0 || at >= end || (text[at] != ')' && (bracket || text[at] != '.')))
        return false;
    fence = bracket ? 0 : text[at] == ')' ? 1 : 2;
    after = skip_dash(text, at + 1, end);
    if (!bracket && !words_follow(text, after, end))
        return false;
    marker->roman = roman_value(text, inner, at);
    if (length == 1 || (length == 2 && text[inner] == text[inner + 1]))
        marker->ordinal = (uint32_t)((text[inner] | 0x20) - 'a' + 1) + (length == 2 ? 26 : 0);
    letter_styles(marker, fence, is_capital(text[inner]), marker->ordinal > 0);
    marker->number.start = inner;
    marker->number.end = at;
    return (marker->ordinal > 0 || marker->roman > 0) && finish(text, start, after, end, marker);
}

/* § 2. and § 2 */
static bool read_sign(const char *text, uint32_t start, uint32_t end, struct bma_marker *marker)
{
    uint32_t at = bma_skip_blank(text, start + 2, end), number = at;

    at = read_digits(text, at, end, &marker->ordinal);
    if (at == number)
        return false;
    marker->style = BMA_MARKER_SIGN;
    marker->number.start = number;
    marker->number.end = at;
    if (at < end && (text[at] == '.' || text[at] == ')'))
        at++;
    return blank_follows(text, at, end) && finish(text, start, at, end, marker);
}

/* "- I -" numbers a page or a part, and opens no item. */
static bool is_between_dashes(const char *text, uint32_t start, uint32_t end)
{
    enum { LONGEST = 9 };

    return end - start <= LONGEST && text[end - 1] == '-';
}

bool bma_marker_read(const char *text, uint32_t start, uint32_t end, struct bma_marker *marker)
{
    uint32_t dash;

    memset(marker, 0, sizeof *marker);
    if (start >= end)
        return false;
    if (bma_ascii_is_digit(text[start]))
        return read_decimal(text, start, end, marker) || read_number(text, start, end, marker);
    if (is_letter(text[start]) && read_lettered(text, start, end, marker))
        return true;
    memset(marker, 0, sizeof *marker);
    if (text[start] == '(' || is_letter(text[start]))
        return read_fenced(text, start, end, marker);
    if ((unsigned char)text[start] == 0xc2 && end - start > 2 && (unsigned char)text[start + 1] == 0xa7)
        return read_sign(text, start, end, marker);
    dash = dash_at(text, start, end);
    if (dash == 0 || start + dash >= end || !blank_follows(text, start + dash, end) ||
        is_between_dashes(text, start, end))
        return false;
    marker->style = BMA_MARKER_DASH;
    marker->number.start = marker->number.end = start;
    return finish(text, start, start + dash, end, marker);
}

/* "Section 1.1 Purpose. This …": behind a blank alone, words with a capital and nothing that a sentence has
 * ("Article 5 Paragraph 2 applies."). */
static bool is_bare_heading(const char *text, const struct bma_label *label, uint32_t end)
{
    if (label->separated || !is_capital(text[label->rest]))
        return false;
    for (uint32_t at = label->rest; at < end; at++)
        if (text[at] == ',' || bma_ascii_is_digit(text[at]))
            return false;
    return true;
}

uint32_t bma_run_in(const char *text, const struct bma_label *label, uint32_t end, struct bma_span *heading)
{
    enum { LONGEST_RUN_IN = 90 }; /* bytes */
    struct bma_marker dash;
    uint32_t at = label->rest, body;

    while (at < end && at - label->rest < LONGEST_RUN_IN && text[at] != '.')
        at++;
    if (at == label->rest || at == end || text[at] != '.')
        return 0;
    body = bma_skip_blank(text, at + 1, end);
    if (bma_marker_read(text, body, end, &dash) && dash.style == BMA_MARKER_DASH)
        body = dash.body;
    else if (!is_bare_heading(text, label, at) || body == at + 1)
        return 0;
    if (body >= end)
        return 0;
    *heading = (struct bma_span){label->rest, at};
    return body;
}

uint32_t bma_number_value(const char *text, struct bma_span span)
{
    uint32_t value;

    if (span.end > span.start && text[span.end - 1] == '.')
        span.end--;
    if (read_digits(text, span.start, span.end, &value) == span.end && span.end > span.start)
        return value;
    return roman_value(text, span.start, span.end);
}

/* "l", "lO", "1l": figures as a scanner reads them, with letters among them that look like one and nought;
 * where they end, or `at`. */
static uint32_t scanned_number(const char *text, uint32_t at, uint32_t end, uint32_t *ordinal)
{
    enum { MOST_FIGURES = 3 };
    uint32_t start = at, value = 0;
    bool letters = false;

    for (; at < end && at - start < MOST_FIGURES; at++) {
        bool one = text[at] == 'l', nought = text[at] == 'O' && at > start;
        if (!one && !nought && !bma_ascii_is_digit(text[at]))
            break;
        value = value * 10 + (one ? 1 : nought ? 0 : (uint32_t)(text[at] - '0'));
        letters = letters || one || nought;
    }
    if (!letters || (at < end && (is_letter(text[at]) || bma_ascii_is_digit(text[at]))))
        return start;
    *ordinal = value;
    return at;
}

/* The Latin that numbers what was put in later, "Article 16 bis": where it ends, or `at`. */
static uint32_t skip_inserted(const char *text, uint32_t at, uint32_t end)
{
    static const char *const latin[] = {"bis", "ter", "quater", "quinquies", "sexies", "septies"};
    static const struct bma_words inserted = {latin, sizeof latin / sizeof *latin, 0};
    uint32_t word = bma_skip_blank(text, at, end), after = bma_words_open(&inserted, text, word, end);

    return word > at && after > 0 ? after : at;
}

/* The number of a label: 5, 5a, 5 bis, V, A, P1, 5.1 – followed by nothing that makes it a word. */
static uint32_t label_number(const char *text, uint32_t at, uint32_t end, uint32_t *ordinal)
{
    uint32_t start = at, scanned = scanned_number(text, at, end, ordinal);

    if (scanned > at) {
        at = scanned;
    } else if (at < end && bma_ascii_is_digit(text[at])) {
        at = read_digits(text, at, end, ordinal);
        while (at + 1 < end && text[at] == '.' && bma_ascii_is_digit(text[at + 1]))
            at = read_digits(text, at + 1, end, ordinal);
        if (at < end && is_letter(text[at]) && (at + 1 >= end || !is_letter(text[at + 1])))
            at++;
    } else if (at + 1 < end && is_capital(text[at]) && bma_ascii_is_digit(text[at + 1])) {
        at = read_digits(text, at + 1, end, ordinal);
    } else {
        while (at < end && is_letter(text[at]) && at - start <= MAX_ROMAN)
            at++;
        *ordinal = roman_value(text, start, at);
        if (*ordinal == 0 || !is_capital(text[start]))
            *ordinal = at - start == 1 && is_capital(text[start]) ? (uint32_t)(text[start] - 'A' + 1) : 0;
        if (*ordinal == 0)
            return start;
    }
    if (at < end && (is_letter(text[at]) || bma_ascii_is_digit(text[at]) || text[at] == '('))
        return start;
    return skip_inserted(text, at, end);
}

/* Skips one full stop, colon or dash with the blanks around it. */
static uint32_t skip_separator(const char *text, uint32_t at, uint32_t end, bool *separated)
{
    uint32_t next;

    if (at < end && (text[at] == '.' || text[at] == ':' || text[at] == ')')) {
        *separated = true;
        at++;
    }
    at = bma_skip_blank(text, at, end);
    next = at < end ? dash_at(text, at, end) : 0;
    if (next > 0 && text[at] != '*') {
        *separated = true;
        at = bma_skip_blank(text, at + next, end);
    }
    return at;
}

/* "Article Two", "ARTICLE SECOND": the number in words; its end, or `at`. */
static uint32_t number_in_words(const struct bma_conventions *conventions, const char *text, uint32_t at,
                                uint32_t end, uint32_t *ordinal)
{
    size_t counted = 0, ranked = 0;
    uint32_t first, second;

    if (at >= end || !is_capital(text[at]))
        return at;
    first = bma_words_find(&conventions->counted, text, at, end, &counted);
    second = bma_words_find(&conventions->ranked, text, at, end, &ranked);
    if (first == 0 && second == 0)
        return at;
    *ordinal = (uint32_t)(first > second ? counted : ranked) + 1; /* "Twenty-First" is no "Twenty" */
    return first > second ? first : second;
}

/* "Article (2)", "Article ( Two )": a number in brackets, the number of the label. */
static bool fenced_number(const struct bma_conventions *conventions, const char *text, uint32_t at,
                          uint32_t end, struct bma_label *label)
{
    uint32_t number, after, close;

    if (at + 2 >= end || text[at] != '(')
        return false;
    number = bma_skip_blank(text, at + 1, end);
    after = read_digits(text, number, end, &label->ordinal);
    if (after == number)
        after = number_in_words(conventions, text, number, end, &label->ordinal);
    close = bma_skip_blank(text, after, end);
    if (after == number || close >= end || text[close] != ')')
        return false;
    label->number = (struct bma_span){number, after};
    label->label.end = close + 1;
    return true;
}

/* "Article No. 2", "Article-2", "ARTICLE : 2", "Article #2": where the number stands. */
static uint32_t skip_number_sign(const struct bma_conventions *conventions, const char *text, uint32_t at,
                                 uint32_t end)
{
    uint32_t after = bma_words_open(&conventions->number_sign, text, at, end), dash;

    if (after > 0) {
        after += after < end && text[after] == '.';
    } else {
        dash = at < end ? dash_at(text, at, end) : 0;
        after = dash > 0 && text[at] != '*' ? at + dash : at < end && memchr(":#", text[at], 2) ? at + 1 : at;
    }
    after = bma_skip_blank(text, after, end);
    return after < end && bma_ascii_is_digit(text[after]) ? after : at;
}

/* Where the word of the list ends that opens the span, or 0; "Article2" has no blank behind it. */
static uint32_t word_of_label(const struct bma_words *words, const char *text, uint32_t start, uint32_t end,
                              size_t *which)
{
    enum { LONGEST = 16 };
    uint32_t after = bma_words_find(words, text, start, end, which), at = start;

    while (after == 0 && at < end && at - start < LONGEST && is_letter(text[at]))
        at++;
    if (after > 0 || at == start || at == end || !bma_ascii_is_digit(text[at]))
        return after;
    return bma_words_find(words, text, start, at, which) == at ? at : 0;
}

bool bma_label_read(const char *text, uint32_t start, uint32_t end, const struct bma_conventions *conventions,
                    const struct bma_words *words, bool bare, struct bma_label *label)
{
    uint32_t after, number;
    size_t which = 0;
    bool fenced;

    after = word_of_label(words, text, start, end, &which);
    if (after == 0)
        return false;
    memset(label, 0, sizeof *label);
    label->word = words->items[which];
    if (after < end && text[after] == '.')
        after++;
    number = bma_skip_blank(text, after, end);
    if (words != &conventions->annex) /* "PROTOCOL No. 3" may be the instrument's own name */
        number = skip_number_sign(conventions, text, number, end);
    label->label.start = start;
    fenced = fenced_number(conventions, text, number, end, label);
    if (!fenced) {
        label->label.end = number_in_words(conventions, text, number, end, &label->ordinal);
        if (label->label.end == number)
            label->label.end = label_number(text, number, end, &label->ordinal);
        label->number.start = number;
        label->number.end = label->label.end;
    }
    if (!fenced && label->number.end == number) {
        label->ordinal = 0;
        label->number.end = label->number.start = label->label.end = after;
        if (!bare)
            return false;
    }
    label->rest = skip_separator(text, label->label.end, end, &label->separated);
    return true;
}

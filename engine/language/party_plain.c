#include "language/party_plain.h"

#include "base/utf8.h"
#include "language/words.h"

#include <string.h>

enum { MOST_WORDS = 24, MOST_ABBREVIATION = 3 };

struct word {
    const char *at;
    size_t length;
};

/* The words of a name, from `first` on. */
struct name {
    struct word words[MOST_WORDS];
    uint32_t first, count;
};

/* ---- words ---- */

static bool cut(const char *text, struct name *out)
{
    *out = (struct name){.count = 0};
    for (text += strspn(text, " \t\r\n"); *text != '\0'; text += strspn(text, " \t\r\n")) {
        size_t length = strcspn(text, " \t\r\n");
        if (out->count == MOST_WORDS)
            return false;
        out->words[out->count++] = (struct word){text, length};
        text += length;
    }
    return out->count > 0;
}

/* Without case, and any apostrophe as '; 0 where it is no word. */
static size_t fold(const char *word, size_t length, char out[BMA_WORD_MAX])
{
    size_t folded = bma_word_fold(word, length, out), to = 0;

    for (size_t at = 0, size; at < folded; at += size) {
        uint32_t codepoint;
        size = bma_utf8_next(out + at, folded - at, &codepoint);
        if (bma_is_apostrophe(codepoint)) {
            out[to++] = '\'';
            continue;
        }
        memmove(out + to, out + at, size);
        to += size;
    }
    return to;
}

static bool same(const struct word *word, const char *entry, size_t length)
{
    char a[BMA_WORD_MAX], b[BMA_WORD_MAX];
    size_t folded = fold(word->at, word->length, a);

    return folded > 0 && folded == fold(entry, length, b) && memcmp(a, b, folded) == 0;
}

/* How many words the entry covers from `at` on; 0: it does not stand there. */
static uint32_t entry_at(const struct name *name, const char *entry, uint32_t at)
{
    uint32_t begun = at;

    for (; *entry != '\0'; at++) {
        size_t length = strcspn(entry, " ");
        if (at >= name->count || !same(&name->words[at], entry, length))
            return 0;
        entry += length;
        entry += strspn(entry, " ");
    }
    return at - begun;
}

static uint32_t longest_at(const struct name *name, const struct bma_words *list, uint32_t at)
{
    uint32_t longest = 0;

    for (size_t i = 0; i < list->count; i++) {
        uint32_t words = entry_at(name, list->items[i], at);
        longest = words > longest ? words : longest;
    }
    return longest;
}

/* ---- the name proper ---- */

/* "Korea, Republic of" with its parts the other way round: one comma, and an "of" at the end. */
static void turn(const struct bma_party_words *words, struct name *name)
{
    struct name turned = {.count = 0};
    uint32_t comma = 0, commas = 0;

    for (uint32_t i = 0; i + 1 < name->count; i++)
        if (name->words[i].at[name->words[i].length - 1] == ',') {
            comma = i;
            commas++;
        }
    if (commas != 1 || name->words[comma].length == 1 || longest_at(name, &words->of, name->count - 1) == 0)
        return;
    name->words[comma].length--;
    for (uint32_t i = 0; i < name->count; i++)
        turned.words[turned.count++] = name->words[(comma + 1 + i) % name->count];
    *name = turned;
}

/* Where a name that is kept whole begins; name->count where there is none. */
static uint32_t kept_at(const struct bma_party_words *words, const struct name *name)
{
    for (uint32_t i = 0; i < name->count; i++) {
        bool opens = i == 0 || longest_at(name, &words->article, i - 1) != 0 ||
                     longest_at(name, &words->of, i - 1) != 0;
        if (opens && longest_at(name, &words->kept, i) == name->count - i)
            return i;
    }
    return name->count;
}

/* "Minister of Employment of Nordvik": where the name of the State begins whose office it is; 0: nowhere. */
static uint32_t behind_office(const struct bma_party_words *words, const struct name *name)
{
    uint32_t first = longest_at(name, &words->article, 0), office = longest_at(name, &words->office, first);

    for (uint32_t i = first + office; office != 0 && i + 1 < name->count; i++)
        if (i > first + office && longest_at(name, &words->of, i) != 0)
            return i + 1;
    return 0;
}

/* Behind the last style, and the articles there; 0 where nothing would be left. */
static uint32_t proper_at(const struct bma_party_words *words, const struct name *name)
{
    uint32_t first = kept_at(words, name);

    if (first < name->count)
        return first;
    first = 0;
    for (uint32_t i = 0; i < name->count; i++) {
        uint32_t style = longest_at(name, &words->style, i);
        if (style != 0 && i + style < name->count)
            first = i + style;
    }
    if (first == 0)
        first = behind_office(words, name);
    while (first + 1 < name->count && longest_at(name, &words->article, first) != 0)
        first++;
    return first;
}

/* ---- case ---- */

/* Whether all letters are of one case, and some word is too long for an abbreviation. */
static bool is_one_case(const struct name *name)
{
    bool capital = false, small = false;
    size_t longest = 0;

    for (uint32_t i = name->first; i < name->count; i++) {
        const struct word *word = &name->words[i];
        char folded[BMA_WORD_MAX];
        size_t letters = bma_utf8_count(word->at, word->length);
        longest = letters > longest ? letters : longest;
        for (size_t at = 0, size; at < word->length; at += size) {
            uint32_t codepoint;
            if (!bma_word_character(word->at + at, word->length - at, &size, &codepoint))
                continue;
            if (bma_is_capital(codepoint))
                capital = true;
            else if (bma_word_fold(word->at + at, size, folded) > 0)
                small = true;
        }
    }
    return capital != small && longest > MOST_ABBREVIATION;
}

/* A capital, then small letters. */
static void add_titled(struct bma_buffer *out, const char *word, size_t length)
{
    uint32_t codepoint;
    size_t first = bma_utf8_next(word, length, &codepoint), rest;
    char folded[BMA_WORD_MAX];

    rest = length > first ? bma_word_fold(word + first, length - first, folded) : 0;
    if (first == 1 && word[0] >= 'a' && word[0] <= 'z')
        bma_buffer_addc(out, (char)(word[0] - 'a' + 'A'));
    else
        bma_buffer_add(out, word, first);
    if (length > first && rest == 0)
        bma_buffer_add(out, word + first, length - first);
    else
        bma_buffer_add(out, folded, rest);
}

/* Each run of letters for itself: "Guinea-Bissau". */
static void add_runs(struct bma_buffer *out, const struct word *word)
{
    for (size_t at = 0, size; at < word->length; at += size) {
        uint32_t codepoint;
        size_t run = at;
        while (run < word->length &&
               bma_word_character(word->at + run, word->length - run, &size, &codepoint))
            run += size;
        if (run > at)
            add_titled(out, word->at + at, run - at);
        else
            bma_buffer_add(out, word->at + at, size);
        size = run > at ? run - at : size;
    }
}

static bool is_small(const struct bma_party_words *words, const struct name *name, uint32_t at)
{
    return at > name->first &&
           (longest_at(name, &words->of, at) != 0 || longest_at(name, &words->join, at) != 0 ||
            longest_at(name, &words->article, at) != 0);
}

static void add_word(struct bma_buffer *out, const struct bma_party_words *words, const struct name *name,
                     uint32_t at, bool one_case)
{
    const struct word *word = &name->words[at];
    char folded[BMA_WORD_MAX];

    if (!one_case)
        bma_buffer_add(out, word->at, word->length);
    else if (is_small(words, name, at))
        bma_buffer_add(out, folded, bma_word_fold(word->at, word->length, folded));
    else
        add_runs(out, word);
}

void bma_party_plain(const struct bma_party_words *words, const char *text, struct bma_buffer *out)
{
    static const struct bma_party_words none = {.between = {NULL, 0}};
    struct name name;
    bool one_case;

    words = words != NULL ? words : &none;
    if (!cut(text, &name)) { /* nothing, or too long for a name */
        bma_buffer_adds(out, text);
        return;
    }
    turn(words, &name);
    name.first = proper_at(words, &name);
    one_case = is_one_case(&name);
    for (uint32_t i = name.first; i < name.count; i++) {
        if (i > name.first)
            bma_buffer_addc(out, ' ');
        add_word(out, words, &name, i, one_case);
    }
}

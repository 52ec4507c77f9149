/* The words of the conventions, looked for in a text without regard to case. */
#include "readers/numbering.h"

#include "base/ascii.h"

#include <string.h>

uint32_t bma_skip_blank(const char *text, uint32_t start, uint32_t end)
{
    while (start < end) {
        unsigned char byte = (unsigned char)text[start];
        if (byte == ' ' || (byte >= '\t' && byte <= '\r'))
            start++;
        else if (byte == 0xc2 && start + 1 < end && (unsigned char)text[start + 1] == 0xa0)
            start += 2;
        else
            break;
    }
    return start;
}

/* The end of the phrase when it stands at start; a blank of the phrase matches any white space. */
static uint32_t phrase_at(const char *phrase, const char *text, uint32_t start, uint32_t end)
{
    for (; *phrase != '\0'; phrase++) {
        if (*phrase == ' ') {
            uint32_t after = bma_skip_blank(text, start, end);
            if (after == start)
                return 0;
            start = after;
        } else if (start < end && bma_ascii_lower(text[start]) == bma_ascii_lower(*phrase)) {
            start++;
        } else {
            return 0;
        }
    }
    if (start < end && bma_ascii_is_word(phrase[-1]) && bma_ascii_is_word(text[start]) &&
        !((unsigned char)text[start] == 0xc2 && start + 1 < end && (unsigned char)text[start + 1] == 0xa0) &&
        (unsigned char)text[start] != 0xe2)
        return 0;
    return start;
}

uint32_t bma_words_find(const struct bma_words *words, const char *text, uint32_t start, uint32_t end,
                        size_t *which)
{
    uint32_t longest = 0;
    unsigned char first;

    if (start >= end)
        return 0;
    first = bma_ascii_lower(text[start]);
    for (size_t i = 0; i < words->count; i++) {
        uint32_t after;
        if ((unsigned char)words->items[i][0] != first)
            continue;
        after = phrase_at(words->items[i], text, start, end);
        if (after > longest) {
            longest = after;
            *which = i;
        }
    }
    return longest;
}

uint32_t bma_words_open(const struct bma_words *words, const char *text, uint32_t start, uint32_t end)
{
    size_t which;

    return bma_words_find(words, text, start, end, &which);
}

uint32_t bma_skip_quotation_mark(const char *text, uint32_t at, uint32_t end, unsigned char curly)
{
    if (at < end && text[at] == '"')
        return at + 1;
    return end - at >= 3 && memcmp(text + at, "\xe2\x80", 2) == 0 && (unsigned char)text[at + 2] == curly
               ? at + 3
               : at;
}

uint32_t bma_words_within(const struct bma_words *words, const char *text, uint32_t start, uint32_t end)
{
    bool at_word = true;

    for (uint32_t at = start; at < end; at++) {
        uint32_t after = at_word ? bma_words_open(words, text, at, end) : 0;
        if (after != 0)
            return after;
        at_word = !bma_ascii_is_word(text[at]);
    }
    return 0;
}

bool bma_words_has(const struct bma_words *words, const char *word)
{
    for (size_t i = 0; i < words->count; i++)
        if (strcmp(words->items[i], word) == 0)
            return true;
    return false;
}

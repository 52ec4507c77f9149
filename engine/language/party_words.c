/* Lists of words, compared with tokens: case is ignored, signs between words are. */
#include "language/parties.h"

#include "base/ascii.h"

#include <string.h>

bool bma_token_is(const struct bma_annotated *text, uint32_t token, const char *word, size_t length)
{
    const struct bma_token *at = &text->tokens[token];

    if (at->length != length)
        return false;
    for (size_t i = 0; i < length; i++)
        if (bma_ascii_lower(text->document->text[at->start + i]) != bma_ascii_lower(word[i]))
            return false;
    return true;
}

static uint32_t word_count(const char *entry)
{
    uint32_t count = 0;

    for (; *entry != '\0'; entry += strspn(entry, " "), count++)
        entry += strcspn(entry, " ");
    return count;
}

static bool entry_at(const struct bma_annotated *text, const char *entry, uint32_t token, uint32_t end)
{
    for (; *entry != '\0'; token++) {
        size_t length = strcspn(entry, " ");
        if (token >= end || !bma_token_is(text, token, entry, length))
            return false;
        entry += length;
        entry += strspn(entry, " ");
    }
    return true;
}

/* Tells most tokens from the words of a list by one letter: capital and small are the same modulo 32. */
static bool may_begin(const struct bma_annotated *text, const struct bma_words *list, uint32_t token,
                      uint32_t end)
{
    if (token >= end)
        return false;
    unsigned initial = (unsigned char)text->document->text[text->tokens[token].start] & 31;
    return list->initials == 0 || (list->initials >> initial & 1) != 0;
}

static bool ends_alike(const struct bma_annotated *text, const char *entry, uint32_t token, uint32_t floor)
{
    if (token == floor)
        return false;
    const struct bma_token *last = &text->tokens[token - 1];
    return bma_ascii_lower(entry[strlen(entry) - 1]) ==
           bma_ascii_lower(text->document->text[last->start + last->length - 1]);
}

uint32_t bma_words_from(const struct bma_annotated *text, const struct bma_words *list, uint32_t token,
                        uint32_t end)
{
    uint32_t longest = 0;

    if (!may_begin(text, list, token, end))
        return 0;
    for (size_t i = 0; i < list->count; i++)
        if (entry_at(text, list->items[i], token, end)) {
            uint32_t words = word_count(list->items[i]);
            longest = words > longest ? words : longest;
        }
    return longest;
}

uint32_t bma_words_before(const struct bma_annotated *text, const struct bma_words *list, uint32_t token,
                          uint32_t floor)
{
    uint32_t longest = 0;

    for (size_t i = 0; i < list->count; i++) {
        if (!ends_alike(text, list->items[i], token, floor))
            continue;
        uint32_t words = word_count(list->items[i]);
        if (words > longest && token >= floor + words && entry_at(text, list->items[i], token - words, token))
            longest = words;
    }
    return longest;
}

/* Capitals that qualify a style: "the Federal Democratic Republic of". */
static uint32_t qualified(const struct bma_annotated *text, uint32_t token, uint32_t floor)
{
    while (token > floor && (text->tokens[token - 1].flags & BMA_TOKEN_CAPITAL) &&
           !(text->tokens[token - 1].flags & (BMA_TOKEN_COMMA | BMA_TOKEN_STOP | BMA_TOKEN_CLOSE)))
        token--;
    return token;
}

uint32_t bma_party_style_start(const struct bma_annotated *text, const struct bma_party_words *words,
                               uint32_t token, uint32_t floor)
{
    for (;;) {
        uint32_t bare = token - bma_words_before(text, &words->article, token, floor);
        uint32_t style = bma_words_before(text, &words->style, bare, floor);
        if (style == 0)
            return bare;
        token = qualified(text, bare - style, floor);
    }
}

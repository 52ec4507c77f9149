#include "language/words.h"

#include "base/ascii.h"
#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

bool bma_word_character(const char *text, size_t length, size_t *size, uint32_t *codepoint)
{
    unsigned char first = (unsigned char)text[0];
    if (first < 0x80) {
        *size = 1;
        *codepoint = first;
        return bma_word_byte(first);
    }
    *size = bma_utf8_next(text, length, codepoint);
    switch (utf8proc_category((utf8proc_int32_t)*codepoint)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND:
        return true;
    default:
        return false;
    }
}

bool bma_is_capital(uint32_t codepoint)
{
    if (codepoint < 0x80)
        return codepoint >= 'A' && codepoint <= 'Z';
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)codepoint);
    return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

bool bma_is_apostrophe(uint32_t codepoint)
{
    return codepoint == '\'' || codepoint == 0x2018 || codepoint == 0x2019 || codepoint == 0x02bc ||
           codepoint == '`';
}

static bool is_ascii(const char *word, size_t length)
{
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++)
        all |= (unsigned char)word[i];
    return all < 0x80;
}

static size_t fold_unicode(const char *word, size_t length, char out[BMA_WORD_MAX])
{
    utf8proc_int32_t folded[BMA_WORD_MAX * 2];
    const utf8proc_option_t options = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD;
    utf8proc_ssize_t count = utf8proc_decompose((const utf8proc_uint8_t *)word, (utf8proc_ssize_t)length,
                                                folded, BMA_WORD_MAX, options);
    /* reencode writes at most four bytes a character, over the characters themselves, and a NUL */
    if (count <= 0 || count > BMA_WORD_MAX)
        return 0;
    utf8proc_ssize_t size = utf8proc_reencode(folded, count, options);
    if (size <= 0 || size > BMA_WORD_MAX)
        return 0;
    memcpy(out, folded, (size_t)size);
    return (size_t)size;
}

size_t bma_word_fold(const char *word, size_t length, char out[BMA_WORD_MAX])
{
    if (length == 0 || length > BMA_WORD_MAX)
        return 0;
    if (!is_ascii(word, length))
        return fold_unicode(word, length, out);
    for (size_t i = 0; i < length; i++)
        out[i] = (char)bma_ascii_lower(word[i]);
    return length;
}

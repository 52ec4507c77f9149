/*
 * What a word is, for texts and phrases alike.
 *
 * A word is a run of letters, marks and digits.  Apostrophes and hyphens end
 * it: "pre-departure" is two words.  Words are compared folded: without case,
 * composed (NFC).
 */
#ifndef BMA_LANGUAGE_WORDS_H
#define BMA_LANGUAGE_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { BMA_WORD_MAX = 128 }; /* bytes; a longer run of letters is no word of any lexicon */

/*
 * Whether the character at text[0..length) belongs to a word; *size is its
 * size in bytes and *codepoint its number.
 */
bool bma_word_character(const char *text, size_t length, size_t *size, uint32_t *codepoint);

/* The same for a byte of ASCII, without a call. */
static inline bool bma_word_byte(unsigned char byte)
{
    return (unsigned)(byte | 0x20) - 'a' < 26u || (unsigned)byte - '0' < 10u;
}

/* Letter in upper or title case. */
bool bma_is_capital(uint32_t codepoint);
/* ' and its typographic forms. */
bool bma_is_apostrophe(uint32_t codepoint);

/*
 * Folds a word into out and returns its length there, or 0 when it is empty,
 * longer than BMA_WORD_MAX or not well-formed.
 */
size_t bma_word_fold(const char *word, size_t length, char out[BMA_WORD_MAX]);

#endif

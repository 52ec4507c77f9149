/* Letters of ASCII, in any locale of the program that the library is part of. */
#ifndef BMA_BASE_ASCII_H
#define BMA_BASE_ASCII_H

#include <stdbool.h>

/* A capital's small letter; every other byte, also one of a longer character, as it is. */
static inline unsigned char bma_ascii_lower(char byte)
{
    return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

static inline bool bma_ascii_is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* A byte of a word: a letter, a digit, or any byte of a longer character. */
static inline bool bma_ascii_is_word(char byte)
{
    unsigned char c = (unsigned char)byte, letter = c | 0x20;

    return c >= 0x80 || bma_ascii_is_digit(byte) || (letter >= 'a' && letter <= 'z');
}

#endif

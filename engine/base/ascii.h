/* Letters of ASCII, in any locale of the program that the library is part of. */
#ifndef BMA_BASE_ASCII_H
#define BMA_BASE_ASCII_H

/* A capital's small letter; every other byte, also one of a longer character, as it is. */
static inline unsigned char bma_ascii_lower(char byte)
{
    return (unsigned char)(byte >= 'A' && byte <= 'Z' ? byte - 'A' + 'a' : byte);
}

#endif

/*
 * Which bytes of a text belong to words: one bit per byte.
 *
 * A byte is a word byte when it is an ASCII letter, an ASCII digit or 0x80 and
 * above (part of a character that the tokeniser looks at more closely).  Bit i
 * of word i / 64 stands for byte i.
 */
#ifndef BMA_LANGUAGE_BOUNDARIES_H
#define BMA_LANGUAGE_BOUNDARIES_H

#include <stddef.h>
#include <stdint.h>

/*
 * Fills (length + 63) / 64 words; bits from `length` on are 0.  Up to 63 bytes
 * after text[length - 1] are read and must be readable.  Uses the widest
 * vectors that the processor has.
 */
void bma_boundaries(const char *text, size_t length, uint64_t *bits);

/* The same, byte by byte: what the vectors are tested against. */
void bma_boundaries_scalar(const char *text, size_t length, uint64_t *bits);

#endif

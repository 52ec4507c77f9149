/* UTF-8 as the rest of the engine needs it (utf8proc does the Unicode work). */
#ifndef BMA_BASE_UTF8_H
#define BMA_BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Offset of the first byte that is not part of well-formed UTF-8, or length. */
size_t bma_utf8_check(const char *bytes, size_t length);

/* The character at bytes[0..length) and its size in bytes (1 for a bad byte, which reads as U+FFFD). */
size_t bma_utf8_next(const char *bytes, size_t length, uint32_t *codepoint);

/* Characters, and terminal columns (East Asian wide = 2, combining = 0). */
size_t bma_utf8_count(const char *bytes, size_t length);
size_t bma_utf8_width(const char *bytes, size_t length);

/*
 * Whether a character could steer a terminal or mislead a reader's eye: controls, those that turn the
 * direction of writing, those that take no room, and those that are none.
 */
bool bma_utf8_steers(uint32_t codepoint);

/*
 * Text that nobody vouches for as one line for a terminal, always terminated: of what does not fit in size
 * bytes the whole characters that do; a control becomes a blank, what else steers or is no UTF-8 a question
 * mark.
 */
void bma_utf8_line(char *out, size_t size, const char *text);

/* Cuts off a character of which only the first bytes stand at the end. */
void bma_utf8_trim(char *text);

#endif

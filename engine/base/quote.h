/* Text that nobody vouches for on its way out: what steers (utf8.h) reaches nobody's terminal. */
#ifndef BMA_BASE_QUOTE_H
#define BMA_BASE_QUOTE_H

#include "base/buffer.h"

/* As a string of JSON, in quotation marks; what steers as \u…, what is no UTF-8 as U+FFFD. */
void bma_quote_json(struct bma_buffer *out, const char *bytes, size_t length);

/* As it stands, with its tabs and line ends; what else steers, or is no UTF-8, as U+FFFD. */
void bma_quote_lines(struct bma_buffer *out, const char *bytes, size_t length);

#endif

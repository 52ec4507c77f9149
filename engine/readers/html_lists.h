/* Lists of web pages: the signs in front of their items. */
#ifndef BMA_READERS_HTML_LISTS_H
#define BMA_READERS_HTML_LISTS_H

#include "base/buffer.h"
#include "readers/markup.h"

#include <stdbool.h>

/* "3.", "c.", "•": what a browser shows in front of the item; nothing where it shows none. */
void bma_html_list_label(struct bma_buffer *label, const struct bma_markup *item, uint32_t number);
/* Whether the items bring numbers of their own, in their words: "<li>(a) protect workers;". */
bool bma_html_list_is_typed(const struct bma_markup *list);

#endif

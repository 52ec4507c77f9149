/* What of a web page is its text, and what a site puts around that. */
#ifndef BMA_READERS_HTML_PAGE_H
#define BMA_READERS_HTML_PAGE_H

#include "readers/markup.h"

#include <stdbool.h>

/* The element that holds the text of the page: <main>, or the one <article>; else the whole. */
const struct bma_markup *bma_html_main(const struct bma_markup *root);
/* Whether nothing of the element is text: hidden, deleted, a control, a note, or of the site. */
bool bma_html_is_left_out(const struct bma_markup *node);

#endif

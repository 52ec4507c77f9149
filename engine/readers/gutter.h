/*
 * Pages set in two columns, taken apart at the gutter between them.
 *
 * pdftotext can lay a text out as it stands on the page, which mixes the
 * columns line by line, or follow the order in which it takes the words to be
 * read, which tears justified lines apart and numbers from the paragraphs they
 * belong to.  So the page is taken as it stands, and its columns are put one
 * behind the other here, as a reader would do with scissors.
 */
#ifndef BMA_READERS_GUTTER_H
#define BMA_READERS_GUTTER_H

#include "base/buffer.h"

/*
 * Rewrites the text, laid out as on its pages with a form feed between them, so that on each page with two
 * columns of prose the left one comes before the right one.  What runs across both (a title, a table) keeps
 * its place between what is above and below it.  Pages in one column stay as they are, and so does the whole
 * text unless most of its lines stand on pages with two.  A failed buffer says that memory ran out.
 */
void bma_gutter_split(struct bma_buffer *text);

#endif

/*
 * Where a coder saw it: the divisions of a draft that a table of labels names in its `articles`, which people
 * write in many ways ("5(1); Annex A; Art. 7.2; preamble").
 *
 * A citation means the divisions that have its numbers: figures, single letters and Roman numerals in their
 * order, whatever words and signs stand between, "No. 1 para 14" and "Letter 1(14)", "IV.2" and "Article
 * 4(2)".  Of several those that have its words too, else articles and what is below them.  Only citations
 * without any number are compared by their words.
 */
#ifndef BMA_RELIABILITY_NOTED_H
#define BMA_RELIABILITY_NOTED_H

#include "document/document.h"

#include <stdbool.h>

/*
 * Sets noted[n] for each node of the document that the list names, and for those below it; false where it
 * names none.  Citations are parted by semicolons or commas.
 */
bool bma_noted_divisions(const struct bma_document *document, const char *list, bool *noted);

#endif

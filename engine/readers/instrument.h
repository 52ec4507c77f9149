/*
 * Which kind of instrument a bare text is, told from the words that it shows:
 * its title first, then what it calls itself.  Words are those of the
 * conventions; docs/reading-drafts.md gives the reasons for each class.
 */
#ifndef BMA_READERS_INSTRUMENT_H
#define BMA_READERS_INSTRUMENT_H

#include "readers/case_file.h"

/*
 * The instrument that the first of these shows which shows any: the title in
 * the document, title (of the case file; may be NULL), letters that no article
 * stands before, and "this Agreement" in preamble and articles, where all
 * such names are of one kind.  BMA_INSTRUMENT_UNKNOWN where nothing is shown.
 */
enum bma_instrument bma_instrument_tell(const struct bma_document *document, const char *title,
                                        const struct bma_conventions *conventions);

#endif

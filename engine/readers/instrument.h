/*
 * Which kind of instrument a bare text is, and of which year, told from what
 * it shows.  Words are those of the conventions; docs/reading-drafts.md gives
 * the reasons for each class.
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

/*
 * The year of signature: the only one of the closing ("Done at Tesk on 8 April 1961"), or where that has
 * none the only one above letters that are the instrument, or the only one of the title, if it dates this
 * instrument.  0 where nothing or several years are shown.
 */
int bma_year_tell(const struct bma_document *document, const struct bma_conventions *conventions);

#endif

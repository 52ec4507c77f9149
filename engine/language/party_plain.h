/* One spelling of a Party's name, so that the same Party is one in every table. */
#ifndef BMA_LANGUAGE_PARTY_PLAIN_H
#define BMA_LANGUAGE_PARTY_PLAIN_H

#include "base/buffer.h"
#include "document/conventions.h"

/*
 * Appends the name without articles and what stands before the name proper ("the Republic of", "Government of
 * the"), as `words` have them, with single spaces; "Korea, Republic of" is read as "Republic of Korea".  A
 * name of `words->kept` is taken whole: there the style tells two States apart.  A name in capitals or small
 * letters alone gets capitals word by word, unless it is an abbreviation (no word of more than three
 * letters). A name of which nothing would be left stays as it is; words NULL: only case and spaces.
 */
void bma_party_plain(const struct bma_party_words *words, const char *name, struct bma_buffer *out);

#endif

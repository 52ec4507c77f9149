/* The Parties of an agreement by their plain names, under which one Party is one everywhere (party_plain.h).
 */
#ifndef BMA_REPORTS_PARTIES_H
#define BMA_REPORTS_PARTIES_H

#include "base/buffer.h"
#include "scoring/scorecard.h"

/* Appends the plain name of a Party. */
void bma_card_plain_party(const struct bma_scorecard *card, const char *name, struct bma_buffer *out);

/* Appends the plain names in the order of their bytes, " – " between; nothing where fewer than two are known.
 */
void bma_card_pair(const struct bma_scorecard *card, struct bma_buffer *out);

#endif

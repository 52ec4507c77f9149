/*
 * Which annexes of a draft are agreed: the codebook counts an annex, protocol or model contract that is made
 * part of the agreement, and takes any other for a mention.
 *
 * An annex is in force when the agreement says so of all annexes, when an agreed clause leans on it ("as the
 * Schedule sets out", "Annex 2"), or when it has a preamble of its own and so is an instrument by itself.
 */
#ifndef BMA_RULES_ANNEXES_H
#define BMA_RULES_ANNEXES_H

#include "language/annotated.h"

#include <stdbool.h>

/* in_force: per node of the document, false at first; set for annexes in force and all that stands in them.
 */
void bma_annexes_in_force(const struct bma_annotated *text, bool *in_force);

#endif

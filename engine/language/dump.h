/*
 * What each clause does, for people: `bma show --features`.
 *
 * One block per clause: its citation and zone, the marks that it carries as a whole
 * (definition, elsewhere, quoted; time, frequency, body, procedure), then one line per predicate
 *
 *     duty not if hedged (employer)  | the employer shall not ...
 *
 * one line with the concepts of rules and the words that express them, and one line per
 * reference with its target.  Before all clauses stand the Parties, where they are known.
 */
#ifndef BMA_LANGUAGE_DUMP_H
#define BMA_LANGUAGE_DUMP_H

#include "base/buffer.h"
#include "language/annotated.h"

void bma_annotated_dump(const struct bma_annotated *text, struct bma_buffer *out);

#endif

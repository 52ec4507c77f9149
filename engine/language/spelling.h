/*
 * The segments that a slot of a phrase stands for, written into a trie.
 *
 * Part by part, all variants at once: each part takes the trie nodes where
 * the variants so far end to those where they end with the part, so that what
 * variants have in common is spelt once.
 */
#ifndef BMA_LANGUAGE_SPELLING_H
#define BMA_LANGUAGE_SPELLING_H

#include "language/phrases.h"
#include "language/trie.h"

/* Memory that is kept from one slot to the next; zeroed at first. */
struct bma_spelling {
    uint32_t *ends; /* node × 2, + 1 when the part that is spelt has gone on from where it began */
    size_t count, capacity;
};

void bma_spelling_release(struct bma_spelling *spelling);

/*
 * Leaves the nodes × 2 where the segments of the parser's slot end in `ends`, in the order of
 * the phrase: the first part changes fastest.  The same node may come several times; variants
 * that leave a part out are not among them, for those are of another path.  False when memory is out.
 */
bool bma_spelling_of_slot(struct bma_spelling *spelling, const struct bma_phrase_parser *parser, size_t slot,
                          struct bma_trie *trie);

#endif

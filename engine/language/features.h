/*
 * What each clause does: the last step of bma_annotate(), internal to this
 * room.
 *
 * When it is called, `out` holds document, lexicon, tokens, annotations and
 * by_concept, and out->clauses is an array of one element per clause of the
 * document, taken from `arena` and zeroed but for first_token, end_token,
 * first_annotation and annotation_count.  It fills the rest of that array (the
 * storage is the annotator's and writable; `out` shows it as const because
 * everybody else only reads) and sets predicates, references, non_binding,
 * non_binding_clause, annexes_integral, and what is known of the Parties.  What it leaves in `out` lives in
 * `arena`.
 *
 * Tokens of one clause are contiguous, in the order of the text.  The
 * annotations of a clause are ordered by first token, then by end, then by
 * concept.
 */
#ifndef BMA_LANGUAGE_FEATURES_H
#define BMA_LANGUAGE_FEATURES_H

#include "language/annotated.h"

/*
 * Scratch memory, and what is computed once from the lexicon (concepts by
 * role).  One per annotator; it keeps nothing of a document.
 */
struct bma_features_state;
struct bma_terms;
enum bma_status bma_features_new(const struct bma_lexicon *lexicon, struct bma_features_state **out,
                                 struct bma_error *error);
void bma_features_free(struct bma_features_state *state);

/* terms: what the document defines.  given: the Parties of the case file, or NULL and 0. */
enum bma_status bma_features_compute(struct bma_features_state *state, const struct bma_terms *terms,
                                     const struct bma_party *given, size_t given_count,
                                     struct bma_arena *arena, struct bma_annotated *out,
                                     struct bma_error *error);

#endif

/* Inside of an annotator, for this room and for the benchmark, which times its stages. */
#ifndef BMA_LANGUAGE_ANNOTATOR_H
#define BMA_LANGUAGE_ANNOTATOR_H

#include "language/features.h"
#include "language/matcher.h"
#include "language/terms.h"
#include "language/tokens.h"

struct bma_annotator {
    const struct bma_lexicon *lexicon;
    struct bma_tokeniser tokeniser;
    struct bma_matcher matcher;
    struct bma_terms terms;
    struct bma_features_state *features;
};

/* Tokens with symbols, and nothing more; they stand in annotator->tokeniser. */
enum bma_status bma_tokenise_only(struct bma_annotator *annotator, const struct bma_document *document,
                                  struct bma_error *error);
/* Fills out->by_concept from out->annotations. */
enum bma_status bma_annotations_index(struct bma_annotated *out, struct bma_arena *arena,
                                      struct bma_error *error);
/* Tokens and annotations, without clause features. */
enum bma_status bma_scan_only(struct bma_annotator *annotator, const struct bma_document *document,
                              struct bma_arena *arena, struct bma_annotated *out, struct bma_error *error);

#endif

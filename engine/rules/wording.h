/*
 * Suggested clauses in the draft's own terms.  A rule writes `{joint body}` and `{instrument}` where a draft
 * has a name of its own; what has none is called Joint Committee and Agreement.  A text that obliges nobody
 * says "will" where a rule says "shall".
 */
#ifndef BMA_RULES_WORDING_H
#define BMA_RULES_WORDING_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "language/annotated.h"

/* As the draft writes them; NULL: it has none. */
struct bma_own_terms {
    const char *joint_body, *instrument;
    bool intends; /* it obliges nobody */
};

/* The names that the operative clauses use most often, of equals the first.  They live in the arena. */
enum bma_status bma_own_terms_find(const struct bma_annotated *text, struct bma_arena *arena,
                                   struct bma_own_terms *out, struct bma_error *error);

/* Appends the wording; own may be NULL. */
void bma_wording_write(const char *wording, const struct bma_own_terms *own, struct bma_buffer *out);

/* The same as a string of the arena; NULL: memory is out. */
const char *bma_wording_make(const char *wording, const struct bma_own_terms *own, struct bma_arena *arena);

/* What stands in braces and is none of the two, up to and with its closing brace; NULL where all are known.
 */
const char *bma_wording_fault(const char *wording);

#endif

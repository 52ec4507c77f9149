/*
 * Baselines: the shortfalls that were known when the baseline was written.
 * A shortfall of today is known when its criterion was a shortfall then, is at no lower
 * level now, and every clause against it was against it then.  Clauses are compared by
 * fingerprint, which leaves out article and line: a renumbered draft keeps its baseline.
 * (docs/workflow.md; reports/baseline.c writes the file.)
 */
#ifndef BMA_SCORING_BASELINE_H
#define BMA_SCORING_BASELINE_H

#include "scoring/scorecard.h"

/* What the files call themselves: another number where fingerprints or keys change. */
#define BMA_BASELINE_SCHEMA "bma-baseline/2"

enum { BMA_FINGERPRINT_SIZE = 17 }; /* 16 hexadecimal digits and the NUL */

/*
 * Of the criterion and the quote's words as texts and phrases compare them (language/words.h): case,
 * punctuation of any kind and white space count for nothing.
 */
void bma_fingerprint(const char *criterion, const char *quote, char out[BMA_FINGERPRINT_SIZE]);

/* Level under which a shortfall that could not be decided is recorded. */
enum { BMA_BASELINE_UNDECIDED = -1 };
int bma_baseline_level(const struct bma_judgement *judged);

/* *out belongs to the caller: bma_baseline_free().  A baseline of another pack is an error. */
enum bma_status bma_baseline_read(const char *path, const struct bma_pack *pack, struct bma_baseline **out,
                                  struct bma_error *error);
void bma_baseline_free(struct bma_baseline *baseline);
/* Whether the review's baseline, if there is one, has the draft of that path. */
bool bma_baseline_covers(const struct bma_review *review, const char *path);

#endif

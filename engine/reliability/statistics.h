/*
 * Agreement between coders, as numbers: percent agreement, kappa, alpha, F1.
 *
 * Values are categories 0 … BMA_CATEGORIES - 1.  Nothing here knows a criterion or a file.
 * What is not defined (no units, or nothing that varies) is NaN, which writers show as such.
 */
#ifndef BMA_RELIABILITY_STATISTICS_H
#define BMA_RELIABILITY_STATISTICS_H

#include <stdbool.h>
#include <stdint.h>

enum { BMA_CATEGORIES = 5 };

/* How often the first coder gave the row's value where the second gave the column's. */
struct bma_confusion {
    uint32_t counts[BMA_CATEGORIES][BMA_CATEGORIES];
};

enum bma_weights { BMA_WEIGHTS_NONE, BMA_WEIGHTS_QUADRATIC };

/* The share of units on which both gave the same value. */
double bma_exact_agreement(const struct bma_confusion *confusion);

/*
 * Cohen's kappa: 1 - (disagreement seen / disagreement expected from the two coders' own margins).
 * Plain: J. Cohen, Educational and Psychological Measurement 20 (1960); with quadratic
 * weights (i - j)^2: J. Cohen, Psychological Bulletin 70 (1968).
 */
double bma_kappa(const struct bma_confusion *confusion, enum bma_weights weights);

/*
 * Krippendorff's coincidence matrix: every unit with m >= 2 values adds 1 / (m - 1) for each ordered
 * pair of its values.  It takes any number of coders and values that are missing.  Matrices of disjoint sets
 * of units add up.
 */
struct bma_coincidences {
    double cells[BMA_CATEGORIES][BMA_CATEGORIES];
};

/* The values of one unit, by however many coders gave one; fewer than two add nothing. */
void bma_coincidences_add(struct bma_coincidences *matrix, const int *values, uint32_t count);

enum bma_metric { BMA_METRIC_NOMINAL, BMA_METRIC_ORDINAL };

/*
 * Krippendorff's alpha, 1 - D_o / D_e: K. Krippendorff, Content Analysis (4th ed., 2019), ch. 12.
 * The ordinal difference of c < k is (sum of the margins from c to k, less half of those of c and k) squared.
 */
double bma_alpha(const struct bma_coincidences *matrix, enum bma_metric metric);

struct bma_interval {
    double low, high; /* NaN where there is none */
};

/*
 * The middle 95 % of alpha over BMA_RESAMPLES samples, drawn with replacement, of whole groups (the
 * agreements: judgements on one text are not independent).  This is the percentile bootstrap of Efron (1979)
 * over clusters, not the algorithm of Hayes and Krippendorff (2007), which redraws single pairs.  The
 * generator is SplitMix64 with a fixed seed: the same input gives the same interval.  None below two groups,
 * or where alpha is not defined in more than half of the samples.
 */
enum { BMA_RESAMPLES = 1000 };
struct bma_interval bma_alpha_interval(const struct bma_coincidences *groups, uint32_t count,
                                       enum bma_metric metric);

/* Yes or no by two coders; the first is the one who is taken to be right. */
struct bma_detection {
    uint32_t both, only_first, only_second;
};
double bma_precision(const struct bma_detection *detection);
double bma_recall(const struct bma_detection *detection);
double bma_f1(const struct bma_detection *detection); /* 2 both / (2 both + the others) */

#endif

/*
 * The scorecard: findings weighed (method and formulas: docs/scorecard.md).
 * Nothing here decides what a draft says; nothing in rules knows a weight.
 */
#ifndef BMA_SCORING_SCORECARD_H
#define BMA_SCORING_SCORECARD_H

#include "findings/finding.h"
#include "language/annotated.h"
#include "readers/case_file.h"
#include "rules/pack.h"

/* scoring.yaml, or a profile of it, checked against the pack. */
struct bma_scoring;
enum bma_status bma_scoring_load(const struct bma_pack *pack, const char *profile, struct bma_scoring **out,
                                 struct bma_error *error);
void bma_scoring_free(struct bma_scoring *scoring);

struct bma_score {
    double value;     /* 0–100, to one decimal; NaN when nothing was applicable */
    double low, high; /* what it could be if undecided criteria went either way */
};

enum bma_recommendation_status {
    BMA_STATUS_MET,
    BMA_STATUS_PARTLY,
    BMA_STATUS_UNMET,
    BMA_STATUS_CONTRADICTED,
    BMA_STATUS_NOT_APPLICABLE,
    BMA_STATUS_UNDECIDED, /* its rules failed or could not tell */
    BMA_STATUS_POLICY     /* outside any draft */
};
const char *bma_recommendation_status_name(enum bma_recommendation_status status);

struct bma_recommendation_result {
    const struct bma_recommendation *recommendation;
    enum bma_recommendation_status status;
    const char *note; /* "" or one line: "the dossier shows …" */
};

struct bma_dimension_result {
    const struct bma_dimension *dimension;
    struct bma_score score;
    uint32_t criteria, met, contradicted,
        not_applicable; /* counts; met = level 3 or 4 and not contradicted */
};

struct bma_scorecard {
    const struct bma_pack *pack;
    const struct bma_case *agreement;
    const struct bma_annotated *text;
    const struct bma_findings *findings;
    enum bma_instrument instrument; /* the case file's, or told from the text */
    const struct bma_party *parties;
    size_t party_count;
    const char *title;
    struct bma_score overall;
    const char *grade;     /* "A" … "E" */
    const char *capped_by; /* the critical recommendation that caps the grade, or NULL */
    const char *uncapped_grade;
    const char *profile;   /* of the scoring: "ministry" */
    const double *scores;  /* per finding 0–100; NaN when not applicable or undecided */
    const double *weights; /* per finding */
    int met_level;         /* the level from which a criterion counts as met */
    uint32_t met, soft, mentioned, absent, contradicted,
        not_applicable; /* counts of findings; contradicted ones in no other */
    struct bma_dimension_result *dimensions;
    uint32_t dimension_count;
    struct bma_recommendation_result *recommendations;
    uint32_t recommendation_count;
    uint32_t errors, undecided;
};

/* Everything in *out lives in arena or is borrowed from the arguments. */
enum bma_status bma_scorecard_make(const struct bma_scoring *scoring, const struct bma_pack *pack,
                                   const struct bma_case *agreement, const struct bma_annotated *text,
                                   const struct bma_findings *findings, struct bma_arena *arena,
                                   struct bma_scorecard *out, struct bma_error *error);

#endif

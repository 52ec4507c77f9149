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

/*
 * A profile of scoring.yaml, NULL for its default, checked against the pack; or a profile of one's
 * own: a file whose name ends in .yaml or .yml and that holds what a profile of the pack holds.
 */
struct bma_scoring;
enum bma_status bma_scoring_load(const struct bma_pack *pack, const char *profile, struct bma_scoring **out,
                                 struct bma_error *error);
void bma_scoring_free(struct bma_scoring *scoring);
bool bma_scoring_is_file(const char *profile); /* whether the name is that of a file; NULL is none */
const char *bma_scoring_profile(const struct bma_scoring *scoring); /* its name, or its file */

struct bma_score {
    double value; /* 0–100, to one decimal; NaN when nothing was applicable */
    double low,
        high; /* what it could be if undecided criteria went either way, and uncertain ones were absent */
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
    bool uncertain;   /* a criterion that applies is: marked “?” */
    const char *note; /* "" or one line: "the dossier shows …" */
};

struct bma_dimension_result {
    const struct bma_dimension *dimension;
    struct bma_score score;
    uint32_t criteria, met, contradicted,
        not_applicable; /* counts; met = level 3 or 4 and not contradicted */
};

/* On whose levels the score is computed (docs/workflow.md, "A human coder beside the program"). */
enum bma_voice_choice {
    BMA_CHOOSE_TEXT,  /* the program's reading of the text */
    BMA_CHOOSE_CODER, /* the human coder's level where there is one, else the program's */
    BMA_CHOOSE_BOTH   /* the lower of both; the range runs up to the higher */
};
const char *bma_voice_choice_name(enum bma_voice_choice choice); /* "text", "coder", "both" */

/* What a criterion counts as under the voice chosen: the finding's own decision, or the coder's. */
struct bma_judgement {
    enum bma_finding_status status;
    int level;
    bool contradicted;
    bool uncertain; /* likely or doubtful: it may be worth nothing, or a contradiction none */
};

enum bma_waiver_state {
    BMA_WAIVER_APPLIES, /* its shortfall is shown and does not count */
    BMA_WAIVER_EXPIRED, /* its day has passed, or no day is known to compare with: the shortfall counts */
    BMA_WAIVER_UNUSED   /* its criterion has no shortfall, is not in the pack, or is waived already */
};
const char *bma_waiver_state_name(enum bma_waiver_state state); /* "applies", "expired", "unused" */

struct bma_waiver_use {
    const struct bma_waiver *waiver;
    enum bma_waiver_state state;
    const char *file; /* in which it stands: the case file, or that of --waivers */
};

/*
 * What a review brings to a card beside the draft; every member may be left at zero.
 * All of it is borrowed for as long as the card lives.
 */
struct bma_baseline;
struct bma_review {
    enum bma_voice_choice voice;
    const struct bma_case *waivers; /* of --waivers: bma_waivers_read() */
    const char *today;              /* "YYYY-MM-DD": what `until` is compared with */
    const struct bma_baseline *baseline;
    bool alone; /* one draft is weighed: a baseline of one draft is that of its next version, whatever its
                   name */
    int least;  /* a level below this is a shortfall; 0: the level from which a criterion counts as met */
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
    uint32_t likely, doubtful; /* findings (finding.h), whatever counts in their place */

    /* The review. The arrays run parallel to the findings; NULL on a card without one. */
    enum bma_voice_choice voice;
    const struct bma_judgement *judged;      /* what each criterion counts as */
    const struct bma_coding *const *codings; /* what the human coder gave; NULL where nothing */
    const struct bma_waiver_use *const
        *waivers;          /* the waiver that applies, or has expired; NULL where none */
    const bool *baselined; /* a shortfall that the baseline knows */
    const struct bma_waiver_use
        *waiver_uses; /* all of them, unused ones too, in the order they are written */
    uint32_t waiver_count;
    int least;                /* a level below this is a shortfall */
    struct bma_score counted; /* the overall score with waived and baselined shortfalls left out */
};

/* The same for one finding, whether or not the card has a review. */
struct bma_judgement bma_card_judged(const struct bma_scorecard *card, uint32_t finding);
const struct bma_coding *bma_card_coding(const struct bma_scorecard *card, uint32_t finding);
const struct bma_waiver_use *bma_card_waiver(const struct bma_scorecard *card, uint32_t finding);
bool bma_card_is_baselined(const struct bma_scorecard *card, uint32_t finding);
/* Whether the coder's level, or what he says of contradiction, is another than the program's. */
bool bma_card_disagrees(const struct bma_scorecard *card, uint32_t finding);
/* Below card->least, contradicted, undecided or failed. */
bool bma_card_is_shortfall(const struct bma_scorecard *card, uint32_t finding);
/* A shortfall that neither a waiver nor the baseline takes out of what thresholds look at. */
bool bma_card_counts(const struct bma_scorecard *card, uint32_t finding);

/* Everything in *out lives in arena or is borrowed from the arguments; review may be NULL. */
enum bma_status bma_scorecard_make(const struct bma_scoring *scoring, const struct bma_pack *pack,
                                   const struct bma_case *agreement, const struct bma_annotated *text,
                                   const struct bma_findings *findings, const struct bma_review *review,
                                   struct bma_arena *arena, struct bma_scorecard *out,
                                   struct bma_error *error);

#endif

/*
 * What a finding amounts to, for formats that know no levels: met or short, and
 * how much it matters.  It is the voice chosen that speaks (bma_card_judged), so that
 * every format says what the score and the exit code say.
 */
#ifndef BMA_REPORTS_OUTCOME_H
#define BMA_REPORTS_OUTCOME_H

#include "base/buffer.h"
#include "scoring/scorecard.h"

enum bma_outcome {
    BMA_OUTCOME_MET,
    BMA_OUTCOME_SHORT, /* below the level asked for */
    BMA_OUTCOME_CONTRADICTED,
    BMA_OUTCOME_NOT_APPLICABLE,
    BMA_OUTCOME_UNDECIDED,
    BMA_OUTCOME_FAULT /* its rule failed */
};

enum bma_outcome bma_outcome(const struct bma_scorecard *card, uint32_t criterion);
const char *bma_outcome_name(enum bma_outcome outcome); /* "met" … "error" */

/* "waived: no agencies take part (Department of Labour), until 2033-06-30"; nothing where none is waived. */
void bma_outcome_waiver(const struct bma_scorecard *card, uint32_t criterion, struct bma_buffer *out);
/* "waived" or "baselined" for a shortfall that counts against nobody any more, else "". */
const char *bma_outcome_excuse(const struct bma_scorecard *card, uint32_t criterion);
/* "human coder: soft (2), Article 6 – hours are left open"; nothing where no coder has spoken. */
void bma_outcome_coder(const struct bma_scorecard *card, uint32_t criterion, struct bma_buffer *out);

/*
 * "2 shortfalls are waived and 5 stand in the baseline; without them the draft would have 61.5 points, which
 * is what a threshold is compared with."; nothing where none is waived or known.
 */
void bma_outcome_counted(const struct bma_scorecard *card, struct bma_buffer *out);

/*
 * "5 findings are not certain, marked “?”: 2 likely …; 3 doubtful … Read these clauses before you rely on
 * them."; nothing where all are certain.
 */
void bma_outcome_uncertain(const struct bma_scorecard *card, struct bma_buffer *out);

/*
 * "There is no text: 14 criteria are weighed as a coder gave them, and 66 were not weighed."; nothing for an
 * agreement with a text.
 */
void bma_outcome_without_text(const struct bma_scorecard *card, struct bma_buffer *out);

/* The highest priority among the recommendations that name the criterion. */
enum bma_priority bma_criterion_priority(const struct bma_scorecard *card, uint32_t criterion);

/*
 * "error" for what is contradicted or critical, "warning" for what is standard, "note" for the rest:
 * how loudly a shortfall is announced.
 */
const char *bma_severity(const struct bma_scorecard *card, uint32_t criterion);

/*
 * What to mend first, in this order: what contradicts, what does so but not for certain, what is short of an
 * essential recommendation, and what could not be read: a rule that failed or, of an essential
 * recommendation, could not tell.  NEVER: it is not among them.
 */
enum bma_turn { BMA_TURN_CONTRADICTED, BMA_TURN_UNCERTAIN, BMA_TURN_SHORT, BMA_TURN_UNREAD, BMA_TURN_NEVER };
enum bma_turn bma_outcome_turn(const struct bma_scorecard *card, uint32_t criterion);

/* Whether the criterion is at exactly this level, short of what is asked, and neither contradicted nor
 * excused. */
bool bma_outcome_short_at(const struct bma_scorecard *card, uint32_t criterion, int level);
/* What a reader calls the criteria of that level: "absent", "only mentioned", "only softly". */
const char *bma_outcome_short_name(int level);

/* "HR-5 Protection from exploitation: soft (2)" – a line that says it all. */
void bma_outcome_line(const struct bma_scorecard *card, uint32_t criterion, struct bma_buffer *out);
/* Beside what is uncertain, where a reader would act on it. */
#define BMA_OUTCOME_CAUTION "Not certain: read the clause before you rely on it."

/* "soft (2)", "binding (3)?" for what is likely, "contradicted, otherwise binding (3)", "does not
 * apply", "rule failed", "undecided". */
void bma_outcome_level(const struct bma_finding *finding, struct bma_buffer *out);

/* 0–100 with one decimal at most, "–" for none; a point whatever the locale. */
void bma_outcome_score(struct bma_buffer *out, double score);

/*
 * "Duties: 3 on Marenda, 5 on Ostvik, 3 on both Parties, 3 on employers, 1 on workers." – by name where the
 * draft names its Parties, else by their part in migration.
 */
void bma_outcome_duties(const struct bma_scorecard *card, struct bma_buffer *out);

/* Title of the agreement, or the path of its file where it has none. */
const char *bma_card_title(const struct bma_scorecard *card);

/* "" for NULL. */
const char *bma_or_empty(const char *text);

#endif

#include "reports/outcome.h"

#include <math.h>
#include <string.h>

enum bma_outcome bma_outcome(const struct bma_scorecard *card, uint32_t criterion)
{
    struct bma_judgement judged = bma_card_judged(card, criterion);

    switch (judged.status) {
    case BMA_FINDING_NOT_APPLICABLE:
        return BMA_OUTCOME_NOT_APPLICABLE;
    case BMA_FINDING_UNDECIDED:
        return BMA_OUTCOME_UNDECIDED;
    case BMA_FINDING_ERROR:
        return BMA_OUTCOME_FAULT;
    case BMA_FINDING_DECIDED:
        break;
    }
    if (judged.contradicted)
        return BMA_OUTCOME_CONTRADICTED;
    return bma_card_is_shortfall(card, criterion) ? BMA_OUTCOME_SHORT : BMA_OUTCOME_MET;
}

const char *bma_outcome_name(enum bma_outcome outcome)
{
    static const char *const names[] = {"met",       "short", "contradicted", "not-applicable",
                                        "undecided", "error"};

    return names[outcome];
}

void bma_outcome_waiver(const struct bma_scorecard *card, uint32_t criterion, struct bma_buffer *out)
{
    const struct bma_waiver_use *use = bma_card_waiver(card, criterion);

    if (use == NULL)
        return;
    bma_buffer_addf(out, "%s: %s",
                    use->state == BMA_WAIVER_EXPIRED ? "waiver expired, counts again" : "waived",
                    use->waiver->justification);
    if (*use->waiver->by != '\0')
        bma_buffer_addf(out, " (%s)", use->waiver->by);
    if (*use->waiver->until != '\0')
        bma_buffer_addf(out, ", until %s", use->waiver->until);
}

void bma_outcome_counted(const struct bma_scorecard *card, struct bma_buffer *out)
{
    unsigned waived = 0, known = 0;

    for (uint32_t i = 0; i < card->waiver_count; i++)
        waived += card->waiver_uses[i].state == BMA_WAIVER_APPLIES;
    for (uint32_t i = 0; i < card->findings->count; i++)
        known += bma_card_is_baselined(card, i);
    if (waived + known == 0)
        return;
    bma_buffer_addf(out,
                    "%u shortfalls are waived and %u stand in the baseline; without them the draft would "
                    "have ",
                    waived, known);
    bma_outcome_score(out, card->counted.value);
    bma_buffer_adds(out, " points, which is what a threshold is compared with.");
}

void bma_outcome_uncertain(const struct bma_scorecard *card, struct bma_buffer *out)
{
    uint32_t all = card->likely + card->doubtful;

    if (all == 0)
        return;
    bma_buffer_addf(out, "%u %s not certain, marked “?”: ", (unsigned)all,
                    all == 1 ? "finding is" : "findings are");
    if (card->likely > 0)
        bma_buffer_addf(out, "%u likely (no phrase of the rule, but a clause worded like others of the kind)",
                        (unsigned)card->likely);
    if (card->doubtful > 0)
        bma_buffer_addf(out,
                        "%s%u doubtful (the rule's phrases, in a clause that may mean something else, "
                        "or the contrary)",
                        card->likely > 0 ? ", " : "", (unsigned)card->doubtful);
    bma_buffer_adds(out, ". Read these clauses before you rely on them.");
}

void bma_outcome_without_text(const struct bma_scorecard *card, struct bma_buffer *out)
{
    size_t coded = card->agreement->coding_count + card->agreement->left_open_count;

    if (card->agreement->without_text)
        bma_buffer_addf(out,
                        "There is no text: %zu criteria are weighed as a coder gave them, and %zu were not "
                        "weighed.",
                        coded, (size_t)card->findings->count - coded);
}

const char *bma_outcome_excuse(const struct bma_scorecard *card, uint32_t criterion)
{
    const struct bma_waiver_use *use = bma_card_waiver(card, criterion);

    if (!bma_card_is_shortfall(card, criterion) || bma_card_counts(card, criterion))
        return "";
    return use != NULL && use->state == BMA_WAIVER_APPLIES ? "waived" : "baselined";
}

void bma_outcome_coder(const struct bma_scorecard *card, uint32_t criterion, struct bma_buffer *out)
{
    const struct bma_coding *coding = bma_card_coding(card, criterion);

    if (coding == NULL)
        return;
    bma_buffer_addf(out, "human coder: %s", bma_level_name(coding->level));
    if (coding->level >= 0)
        bma_buffer_addf(out, " (%d)", coding->level);
    bma_buffer_adds(out, coding->contradicted ? ", contradicted" : "");
    if (*coding->article != '\0')
        bma_buffer_addf(out, ", %s", coding->article);
    if (*coding->note != '\0')
        bma_buffer_addf(out, " – %s", coding->note);
    bma_buffer_adds(out, bma_card_disagrees(card, criterion) ? " (disagrees)" : " (agrees)");
}

enum bma_priority bma_criterion_priority(const struct bma_scorecard *card, uint32_t criterion)
{
    return bma_pack_priority(card->pack, card->findings->items[criterion].criterion);
}

const char *bma_severity(const struct bma_scorecard *card, uint32_t criterion)
{
    static const char *const names[] = {"note", "warning", "error"};

    if (bma_outcome(card, criterion) == BMA_OUTCOME_CONTRADICTED)
        return "error";
    return names[bma_criterion_priority(card, criterion)];
}

enum bma_turn bma_outcome_turn(const struct bma_scorecard *card, uint32_t criterion)
{
    enum bma_outcome outcome = bma_outcome(card, criterion);

    if (outcome == BMA_OUTCOME_FAULT)
        return BMA_TURN_UNREAD;
    if (!bma_card_counts(card, criterion))
        return BMA_TURN_NEVER;
    if (outcome == BMA_OUTCOME_CONTRADICTED)
        return bma_card_judged(card, criterion).uncertain ? BMA_TURN_UNCERTAIN : BMA_TURN_CONTRADICTED;
    if (bma_criterion_priority(card, criterion) != BMA_PRIORITY_CRITICAL)
        return BMA_TURN_NEVER;
    return outcome == BMA_OUTCOME_UNDECIDED ? BMA_TURN_UNREAD : BMA_TURN_SHORT;
}

bool bma_outcome_short_at(const struct bma_scorecard *card, uint32_t criterion, int level)
{
    return bma_outcome(card, criterion) == BMA_OUTCOME_SHORT && bma_card_counts(card, criterion) &&
           bma_card_judged(card, criterion).level == level;
}

const char *bma_outcome_short_name(int level)
{
    static const char *const names[] = {"absent", "only mentioned", "only softly", "binding"};

    return names[level];
}

void bma_outcome_level(const struct bma_finding *finding, struct bma_buffer *out)
{
    switch (finding->status) {
    case BMA_FINDING_NOT_APPLICABLE:
        bma_buffer_adds(out, "does not apply");
        return;
    case BMA_FINDING_UNDECIDED:
        bma_buffer_adds(out, "undecided");
        return;
    case BMA_FINDING_ERROR:
        bma_buffer_adds(out, "rule failed");
        return;
    case BMA_FINDING_DECIDED:
        break;
    }
    if (finding->contradicted)
        bma_buffer_adds(out, finding->level > BMA_LEVEL_ABSENT ? "contradicted, otherwise " : "contradicted");
    if (!finding->contradicted || finding->level > BMA_LEVEL_ABSENT)
        bma_buffer_addf(out, "%s (%d)", bma_level_name(finding->level), finding->level);
    bma_buffer_adds(out, bma_is_uncertain(finding) ? "?" : "");
}

void bma_outcome_line(const struct bma_scorecard *card, uint32_t criterion, struct bma_buffer *out)
{
    const struct bma_finding *finding = &card->findings->items[criterion];

    bma_buffer_addf(out, "%s %s: ", finding->criterion, card->pack->rules[criterion].title);
    bma_outcome_level(finding, out);
}

void bma_outcome_score(struct bma_buffer *out, double score)
{
    long tenths = isnan(score) ? 0 : lround(score * 10);

    if (isnan(score))
        bma_buffer_adds(out, "–");
    else if (tenths % 10 == 0)
        bma_buffer_addf(out, "%ld", tenths / 10);
    else
        bma_buffer_addf(out, "%ld.%ld", tenths / 10, tenths % 10);
}

void bma_outcome_duties(const struct bma_scorecard *card, struct bma_buffer *out)
{
    const struct bma_findings *findings = card->findings;
    const uint32_t *by_party = findings->duties_party;
    uint32_t by_role = findings->duties_origin + findings->duties_destination;

    if (card->text->party_count == 2 && by_party[0] + by_party[1] >= by_role)
        bma_buffer_addf(out, "Duties: %u on %s, %u on %s", (unsigned)by_party[0], card->text->parties[0].name,
                        (unsigned)by_party[1], card->text->parties[1].name);
    else
        bma_buffer_addf(out, "Duties: %u on the origin, %u on the destination",
                        (unsigned)findings->duties_origin, (unsigned)findings->duties_destination);
    bma_buffer_addf(out, ", %u on both Parties, %u on employers, %u on workers.",
                    (unsigned)findings->duties_both, (unsigned)findings->duties_employer,
                    (unsigned)findings->duties_worker);
}

const char *bma_card_title(const struct bma_scorecard *card)
{
    return card->title != NULL && *card->title != '\0' ? card->title : card->text->document->path;
}

const char *bma_or_empty(const char *text)
{
    return text != NULL ? text : "";
}

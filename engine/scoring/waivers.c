/* Waivers, and what a card says of one finding. */
#include "scoring/review_parts.h"

#include <string.h>

const char *bma_waiver_state_name(enum bma_waiver_state state)
{
    static const char *const names[] = {"applies", "expired", "unused"};
    return names[state];
}

struct bma_judgement bma_card_judged(const struct bma_scorecard *card, uint32_t finding)
{
    const struct bma_finding *own = &card->findings->items[finding];

    if (card->judged != NULL)
        return card->judged[finding];
    return (struct bma_judgement){own->status, own->level, own->contradicted, bma_is_uncertain(own)};
}

const struct bma_coding *bma_card_coding(const struct bma_scorecard *card, uint32_t finding)
{
    return card->codings != NULL ? card->codings[finding] : NULL;
}

const struct bma_waiver_use *bma_card_waiver(const struct bma_scorecard *card, uint32_t finding)
{
    return card->waivers != NULL ? card->waivers[finding] : NULL;
}

bool bma_card_is_baselined(const struct bma_scorecard *card, uint32_t finding)
{
    return card->baselined != NULL && card->baselined[finding];
}

bool bma_card_disagrees(const struct bma_scorecard *card, uint32_t finding)
{
    const struct bma_finding *own = &card->findings->items[finding];
    const struct bma_coding *coding = bma_card_coding(card, finding);

    if (coding == NULL || own->status == BMA_FINDING_UNDECIDED || own->status == BMA_FINDING_ERROR)
        return false;
    if (own->status == BMA_FINDING_NOT_APPLICABLE || coding->level < 0)
        return (own->status == BMA_FINDING_NOT_APPLICABLE) != (coding->level < 0);
    return own->level != coding->level || own->contradicted != coding->contradicted;
}

bool bma_card_is_shortfall(const struct bma_scorecard *card, uint32_t finding)
{
    struct bma_judgement judged = bma_card_judged(card, finding);
    int least = card->least > 0 ? card->least : card->met_level;

    if (judged.status == BMA_FINDING_NOT_APPLICABLE)
        return false;
    return judged.status != BMA_FINDING_DECIDED || judged.contradicted || judged.level < least;
}

bool bma_card_counts(const struct bma_scorecard *card, uint32_t finding)
{
    const struct bma_waiver_use *use = bma_card_waiver(card, finding);

    if (!bma_card_is_shortfall(card, finding) || bma_card_is_baselined(card, finding))
        return false;
    return use == NULL || use->state != BMA_WAIVER_APPLIES;
}

/* The days are written so that their order is that of the alphabet; the last day counts. */
static bool has_expired(const struct bma_waiver *waiver, const char *today)
{
    return *waiver->until != '\0' && (today == NULL || strcmp(today, waiver->until) > 0);
}

/* A rule that failed is no shortfall of the draft that somebody could answer for. */
static bool can_be_waived(const struct bma_scorecard *card, uint32_t finding)
{
    return bma_card_is_shortfall(card, finding) && bma_card_judged(card, finding).status != BMA_FINDING_ERROR;
}

static void apply(const struct bma_scorecard *card, const struct bma_waiver *waiver, const char *file,
                  const char *today, const struct bma_waiver_use **per_finding, struct bma_waiver_use *use)
{
    uint32_t at = bma_pack_find_rule(card->pack, waiver->criterion);

    *use = (struct bma_waiver_use){waiver, BMA_WAIVER_UNUSED, file};
    if (at == BMA_NONE || !can_be_waived(card, at))
        return;
    if (per_finding[at] != NULL && per_finding[at]->state == BMA_WAIVER_APPLIES)
        return;
    use->state = has_expired(waiver, today) ? BMA_WAIVER_EXPIRED : BMA_WAIVER_APPLIES;
    per_finding[at] = use;
}

bool bma_waivers_apply(const struct bma_review *review, struct bma_arena *arena, struct bma_scorecard *card)
{
    const struct bma_case *sources[] = {card->agreement, review != NULL ? review->waivers : NULL};
    const struct bma_waiver_use **per_finding =
        bma_arena_calloc(arena, card->findings->count + 1, sizeof *per_finding);
    size_t most = sources[0]->waiver_count + (sources[1] != NULL ? sources[1]->waiver_count : 0);
    struct bma_waiver_use *uses = bma_arena_calloc(arena, most + 1, sizeof *uses);

    if (per_finding == NULL || uses == NULL)
        return false;
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; sources[s] != NULL && i < sources[s]->waiver_count; i++)
            apply(card, &sources[s]->waivers[i], sources[s]->path, review != NULL ? review->today : NULL,
                  per_finding, &uses[card->waiver_count++]);
    card->waivers = per_finding;
    card->waiver_uses = uses;
    return true;
}

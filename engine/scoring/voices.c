/* The program's reading and the human coder's, side by side. */
#include "scoring/review_parts.h"

#include <string.h>

const char *bma_voice_choice_name(enum bma_voice_choice choice)
{
    static const char *const names[] = {"text", "coder", "both"};
    return names[choice];
}

static const struct bma_coding *coding_of(const struct bma_case *agreement, const char *criterion)
{
    for (size_t i = 0; i < agreement->coding_count; i++)
        if (strcmp(agreement->codings[i].criterion, criterion) == 0)
            return &agreement->codings[i];
    return NULL;
}

static struct bma_judgement of_text(const struct bma_finding *finding)
{
    return (struct bma_judgement){finding->status, finding->level, finding->contradicted,
                                  bma_is_uncertain(finding)};
}

static struct bma_judgement of_coder(const struct bma_coding *coding)
{
    if (coding->level < 0)
        return (struct bma_judgement){BMA_FINDING_NOT_APPLICABLE, 0, false, false};
    return (struct bma_judgement){BMA_FINDING_DECIDED, coding->level, coding->contradicted, false};
}

/* What the draft is sure of, from worst to best; what does not apply says nothing against the other voice. */
static int rank(const struct bma_judgement *judged)
{
    switch (judged->status) {
    case BMA_FINDING_NOT_APPLICABLE:
        return BMA_LEVEL_OPERATIONAL + 1;
    case BMA_FINDING_DECIDED:
        return judged->contradicted ? -1 : judged->level;
    default:
        return -2;
    }
}

/* Of two voices the worse and the better; one that speaks outweighs one that finds nothing applicable. */
static void order(struct bma_judgement a, struct bma_judgement b, struct bma_judgement *low,
                  struct bma_judgement *high)
{
    bool swap = rank(&b) < rank(&a);

    *low = swap ? b : a;
    *high = swap ? a : b;
    if (high->status == BMA_FINDING_NOT_APPLICABLE)
        *high = *low;
    if (low->status == BMA_FINDING_UNDECIDED || low->status == BMA_FINDING_ERROR)
        *high = *low; /* open to both sides, whatever the other voice says */
}

static void hear(enum bma_voice_choice voice, const struct bma_finding *finding,
                 const struct bma_coding *coding, struct bma_judgement *low, struct bma_judgement *high)
{
    *low = *high = of_text(finding);
    if (coding == NULL || voice == BMA_CHOOSE_TEXT)
        return;
    if (voice == BMA_CHOOSE_CODER)
        *low = *high = of_coder(coding);
    else
        order(of_text(finding), of_coder(coding), low, high);
}

bool bma_voices_hear(const struct bma_review *review, struct bma_arena *arena, struct bma_scorecard *card,
                     struct bma_voices *out)
{
    uint32_t n = card->findings->count;
    struct bma_judgement *low = bma_arena_calloc(arena, n + 1, sizeof *low);
    struct bma_judgement *high = bma_arena_calloc(arena, n + 1, sizeof *high);
    const struct bma_coding **codings = bma_arena_calloc(arena, n + 1, sizeof *codings);

    if (low == NULL || high == NULL || codings == NULL)
        return false;
    card->voice = review != NULL ? review->voice : BMA_CHOOSE_TEXT;
    for (uint32_t i = 0; i < n; i++) {
        const struct bma_finding *finding = &card->findings->items[i];
        codings[i] = coding_of(card->agreement, finding->criterion);
        hear(card->voice, finding, codings[i], &low[i], &high[i]);
    }
    card->codings = codings;
    card->judged = low;
    *out = (struct bma_voices){low, high};
    return true;
}

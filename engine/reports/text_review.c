/* What a review adds to the text card: waivers, the baseline, and the human coder beside the program. */
#include "reports/text.h"

#include "reports/outcome.h"

#include <stdio.h>

enum { INDENT = 6 };

static const char *coded_level(const struct bma_coding *coding, char out[48])
{
    if (coding->level < 0)
        snprintf(out, 48, "does not apply");
    else
        snprintf(out, 48, "%s (%d)%s", bma_level_name(coding->level), coding->level,
                 coding->contradicted ? ", contradicted" : "");
    return out;
}

static const char *found_level(const struct bma_finding *finding, char out[48])
{
    if (finding->status == BMA_FINDING_NOT_APPLICABLE)
        snprintf(out, 48, "does not apply");
    else if (finding->status != BMA_FINDING_DECIDED)
        snprintf(out, 48, "undecided");
    else
        snprintf(out, 48, "%s (%d)%s", bma_level_name(finding->level), finding->level,
                 finding->contradicted ? ", contradicted" : "");
    return out;
}

static void add_waiver(struct bma_buffer *parts, const struct bma_waiver *waiver)
{
    bma_buffer_adds(parts, waiver->justification);
    if (*waiver->by != '\0')
        bma_buffer_addf(parts, " – %s", waiver->by);
    if (*waiver->until != '\0')
        bma_buffer_addf(parts, ", until %s", waiver->until);
}

static void waiver_line(const struct bma_page *page, const struct bma_waiver_use *use)
{
    bool applies = use->state == BMA_WAIVER_APPLIES;
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    add_waiver(&parts, use->waiver);
    bma_text_sentence(page, INDENT, applies ? "Waived: " : "Waiver expired, so that it counts: ", INDENT + 2,
                      applies ? BMA_FAIR : BMA_POOR, &parts);
}

static void add_coding(struct bma_buffer *parts, const struct bma_coding *coding)
{
    char level[48];

    bma_buffer_adds(parts, coded_level(coding, level));
    if (*coding->article != '\0')
        bma_buffer_addf(parts, ", %s", coding->article);
    if (*coding->note != '\0')
        bma_buffer_addf(parts, ": %s", coding->note);
}

static void coder_line(const struct bma_page *page, const struct bma_scorecard *card, uint32_t i)
{
    struct bma_buffer parts;
    char level[48];

    bma_buffer_init(&parts);
    add_coding(&parts, card->codings[i]);
    if (bma_card_disagrees(card, i))
        bma_buffer_addf(&parts, " (the program: %s)", found_level(&card->findings->items[i], level));
    bma_text_sentence(page, INDENT, "Coder: ", INDENT + 2, bma_card_disagrees(card, i) ? BMA_FAIR : BMA_PLAIN,
                      &parts);
}

void bma_text_review_criterion(const struct bma_page *page, const struct bma_scorecard *card, uint32_t i)
{
    if (bma_card_coding(card, i) != NULL)
        coder_line(page, card, i);
    if (bma_card_waiver(card, i) != NULL)
        waiver_line(page, bma_card_waiver(card, i));
    if (bma_card_is_baselined(card, i))
        bma_page_wrap(page, INDENT, "Baseline: ", INDENT + 2, BMA_FAIR,
                      "known before, and no worse; it does not count towards thresholds.");
}

static void left_out_sentence(const struct bma_page *page, const struct bma_scorecard *card)
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    bma_outcome_counted(card, &parts);
    if (parts.length > 0)
        bma_text_sentence(page, 0, "", 0, BMA_PLAIN, &parts);
}

void bma_text_review_verdict(const struct bma_page *page, const struct bma_scorecard *card)
{
    if (card->voice == BMA_CHOOSE_CODER)
        bma_page_wrap(page, 0, "", 0, BMA_PLAIN,
                      "The score rests on the human coder's levels where there are any.");
    if (card->voice == BMA_CHOOSE_BOTH)
        bma_page_wrap(page, 0, "", 0, BMA_PLAIN,
                      "Where the human coder and the program differ the lower level counts; the range runs "
                      "up to the higher.");
    left_out_sentence(page, card);
}

static void waivers(const struct bma_page *page, const struct bma_scorecard *card)
{
    if (card->waiver_count > 0)
        bma_page_heading(page, "WAIVERS");
    for (uint32_t i = 0; i < card->waiver_count; i++) {
        const struct bma_waiver_use *use = &card->waiver_uses[i];
        struct bma_buffer parts;
        bma_buffer_init(&parts);
        add_waiver(&parts, use->waiver);
        bma_buffer_addf(&parts, " (%s, line %u)", use->file, (unsigned)use->waiver->line);
        bma_page_cell(page, BMA_BOLD, use->waiver->criterion, 8);
        bma_page_cell(page, use->state == BMA_WAIVER_APPLIES ? BMA_PLAIN : BMA_POOR,
                      bma_waiver_state_name(use->state), 9);
        bma_page_wrap_from(page, 17, BMA_PLAIN, parts.length > 0 ? parts.bytes : "");
        page->out->failed |= parts.failed;
        bma_buffer_release(&parts);
    }
}

static void disagreement(const struct bma_page *page, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    struct bma_buffer parts;
    char level[48];

    bma_page_wrap(page, 0, finding->criterion, INDENT, BMA_PLAIN, card->pack->rules[i].title);
    bma_page_wrap(page, INDENT, "Program: ", INDENT + 2, BMA_PLAIN, found_level(finding, level));
    if (finding->evidence_count > 0)
        bma_text_quote(page, INDENT + 2, &finding->evidence[0]);
    bma_buffer_init(&parts);
    add_coding(&parts, card->codings[i]);
    bma_text_sentence(page, INDENT, "Coder: ", INDENT + 2, BMA_PLAIN, &parts);
}

static void disagreements(const struct bma_page *page, const struct bma_scorecard *card)
{
    uint32_t coded = 0, differ = 0;
    struct bma_buffer parts;

    for (uint32_t i = 0; i < card->findings->count; i++) {
        coded += bma_card_coding(card, i) != NULL;
        differ += bma_card_disagrees(card, i);
    }
    if (coded == 0)
        return;
    bma_page_heading(page, "CODER AND PROGRAM");
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "%u criteria are coded; the two differ on %u.", (unsigned)coded,
                    (unsigned)differ);
    bma_text_sentence(page, 0, "", 0, BMA_PLAIN, &parts);
    for (uint32_t i = 0; i < card->findings->count; i++)
        if (bma_card_disagrees(card, i))
            disagreement(page, card, i);
}

void bma_text_review(const struct bma_page *page, const struct bma_scorecard *card)
{
    waivers(page, card);
    disagreements(page, card);
}

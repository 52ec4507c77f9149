/* The long part of the text card: criteria, recommendations, faults between clauses, foot. */
#include "reports/text.h"

#include "base/utf8.h"
#include "findings/compose.h"
#include "reports/outcome.h"

#include <stdio.h>
#include <string.h>

enum { MARK_COLUMNS = 24, INDENT = 6 };

static enum bma_style level_style(const struct bma_scorecard *card, const struct bma_judgement *judged)
{
    if (judged->status == BMA_FINDING_NOT_APPLICABLE)
        return BMA_DIM;
    if (judged->status != BMA_FINDING_DECIDED || judged->contradicted || judged->level == BMA_LEVEL_ABSENT)
        return BMA_POOR;
    return judged->level >= card->met_level ? BMA_GOOD : BMA_FAIR;
}

/* "●●●○ binding (3)", "✗ contradicted (else 3)": nobody should see how good it would be before what spoils
 * it.
 */
static void mark(const struct bma_judgement *judged, char *out, size_t size)
{
    char dots[16] = "";

    if (judged->status == BMA_FINDING_NOT_APPLICABLE) {
        snprintf(out, size, "–    does not apply");
    } else if (judged->status == BMA_FINDING_ERROR) {
        snprintf(out, size, "!    rule failed");
    } else if (judged->status == BMA_FINDING_UNDECIDED) {
        snprintf(out, size, "?    undecided");
    } else if (judged->contradicted) {
        char otherwise[24] = "";

        if (judged->level > BMA_LEVEL_ABSENT)
            snprintf(otherwise, sizeof otherwise, " (else %d)", judged->level);
        snprintf(out, size, "✗ contradicted%s%s", otherwise, judged->uncertain ? "?" : "");
    } else {
        for (int i = 0; i < BMA_LEVEL_OPERATIONAL; i++)
            strcat(dots, i < judged->level ? "●" : "○");
        snprintf(out, size, "%s %s (%d)%s", dots, bma_level_name(judged->level), judged->level,
                 judged->uncertain ? "?" : "");
    }
}

/* What a reader of the card should see: what decides, what contradicts, or the nearest miss. */
static bool shown(const struct bma_finding *finding, uint32_t i, bool all)
{
    enum bma_evidence_role role = finding->evidence[i].role;

    if (all)
        return true;
    if (role == BMA_EVIDENCE_CONTRADICTS || role == BMA_EVIDENCE_NEAREST)
        return true;
    return bma_evidence_carries(finding, i);
}

static void evidence(const struct bma_page *page, const struct bma_finding *finding, bool all)
{
    static const char *const leads[] = {NULL,          "and, to carry it out",
                                        "weaker",      "against it",
                                        "in conflict", "nearest miss, which does not count"};

    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        const char *lead = leads[finding->evidence[i].role];
        if (!shown(finding, i, all))
            continue;
        if (lead != NULL)
            bma_page_wrap(page, INDENT, "", INDENT, BMA_DIM, lead);
        bma_text_quote(page, INDENT, &finding->evidence[i]);
    }
}

static void advice(const struct bma_page *page, const struct bma_finding *finding)
{
    if (finding->advice != NULL && *finding->advice != '\0')
        bma_page_wrap(page, INDENT, "Missing: ", INDENT + 2, BMA_PLAIN, finding->advice);
    if (finding->wording != NULL && *finding->wording != '\0')
        bma_page_wrap(page, INDENT, "Suggested: ", INDENT + 2, BMA_PLAIN, finding->wording);
}

static void fault(const struct bma_page *page, const struct bma_finding *finding)
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    bma_finding_fault(finding, &parts);
    bma_text_sentence(page, INDENT, "", INDENT, BMA_POOR, &parts);
}

static void criterion(const struct bma_page *page, const struct bma_scorecard *card, uint32_t i, bool all)
{
    const struct bma_finding *finding = &card->findings->items[i];
    struct bma_judgement judged = bma_card_judged(card, i);
    char text[64];

    mark(&judged, text, sizeof text);
    bma_page_cell(page, BMA_BOLD, finding->criterion, INDENT);
    bma_page_cell(page, BMA_PLAIN, card->pack->rules[i].title, page->width - INDENT - MARK_COLUMNS - 1);
    bma_page_add(page, BMA_PLAIN, " ");
    bma_page_cell(page, level_style(card, &judged), text, MARK_COLUMNS);
    bma_page_line(page);
    bma_text_review_criterion(page, card, i);
    if (finding->status == BMA_FINDING_ERROR) {
        fault(page, finding);
        return;
    }
    if (finding->status == BMA_FINDING_NOT_APPLICABLE)
        return;
    if (finding->reason != NULL && *finding->reason != '\0')
        bma_page_wrap(page, INDENT, "", INDENT, BMA_DIM, finding->reason);
    evidence(page, finding, all);
    advice(page, finding);
}

void bma_text_criteria(const struct bma_page *page, const struct bma_scorecard *card, bool all)
{
    uint32_t dimension = BMA_NONE;

    bma_page_heading(page, "CRITERIA");
    for (uint32_t i = 0; i < card->findings->count; i++) {
        if (card->pack->rules[i].dimension != dimension) {
            dimension = card->pack->rules[i].dimension;
            bma_page_line(page);
            bma_page_add(page, BMA_BOLD, card->pack->dimensions[dimension].name);
            bma_page_line(page);
        }
        criterion(page, card, i, all);
    }
}

static enum bma_style status_style(enum bma_recommendation_status status)
{
    switch (status) {
    case BMA_STATUS_MET:
        return BMA_GOOD;
    case BMA_STATUS_PARTLY:
        return BMA_FAIR;
    case BMA_STATUS_NOT_APPLICABLE:
    case BMA_STATUS_POLICY:
        return BMA_DIM;
    default:
        return BMA_POOR;
    }
}

static void recommendation(const struct bma_page *page, const struct bma_recommendation_result *result)
{
    static const char *const words[] = {"met", "partly",    "unmet",        "contradicted",
                                        "n/a", "undecided", "outside draft"};
    const struct bma_recommendation *asked = result->recommendation;
    char status[32];
    struct bma_buffer parts;

    snprintf(status, sizeof status, "%s%s", words[result->status], result->uncertain ? "?" : "");
    bma_buffer_init(&parts);
    bma_buffer_adds(&parts, asked->gist);
    for (uint32_t i = 0; i < asked->criterion_count; i++)
        bma_buffer_addf(&parts, "%s%s%s", i == 0 ? " [" : " ", asked->criteria[i],
                        i + 1 == asked->criterion_count ? "]" : "");
    if (*result->note != '\0')
        bma_buffer_addf(&parts, " – %s", result->note);
    bma_page_cell(page, asked->priority == BMA_PRIORITY_CRITICAL ? BMA_BOLD : BMA_PLAIN, asked->id, 8);
    bma_page_cell(page, status_style(result->status), status, 14);
    bma_page_wrap_from(page, 22, BMA_PLAIN, parts.length > 0 ? parts.bytes : "");
    page->out->failed |= parts.failed;
    bma_buffer_release(&parts);
}

void bma_text_recommendations(const struct bma_page *page, const struct bma_scorecard *card)
{
    bma_page_heading(page, "RECOMMENDATIONS OF THE REPORT");
    for (uint32_t i = 0; i < card->recommendation_count; i++)
        recommendation(page, &card->recommendations[i]);
}

static void duties(const struct bma_page *page, const struct bma_scorecard *card)
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    bma_outcome_duties(card, &parts);
    bma_text_sentence(page, 0, "", 0, BMA_PLAIN, &parts);
}

void bma_text_coherence(const struct bma_page *page, const struct bma_scorecard *card)
{
    bma_page_heading(page, "COHERENCE");
    if (card->findings->coherence_count == 0)
        bma_page_wrap(page, 0, "", 0, BMA_PLAIN, "No faults between clauses were found.");
    for (uint32_t i = 0; i < card->findings->coherence_count; i++) {
        const struct bma_coherence *found = &card->findings->coherence[i];
        bma_page_wrap(page, 0, found->id, INDENT, BMA_FAIR, found->message);
        for (uint32_t k = 0; k < found->evidence_count; k++)
            bma_text_quote(page, INDENT, &found->evidence[k]);
    }
    duties(page, card);
}

void bma_text_foot(const struct bma_page *page, const struct bma_scorecard *card)
{
    struct bma_buffer parts;

    bma_page_line(page);
    bma_page_rule(page);
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "bma %s · rule pack %s %s (%.12s) · scoring profile %s · source %.12s",
                    BMA_VERSION, card->pack->id, card->pack->version, card->pack->sha256, card->profile,
                    card->text->document->sha256);
    bma_text_sentence(page, 0, "", 0, BMA_DIM, &parts);
    bma_page_wrap(
        page, 0, "", 0, BMA_DIM,
        "Levels: 0 absent, 1 mentioned, 2 soft, 3 binding, 4 operational. Offered to the reader's judgement: "
        "the clauses quoted are the draft's own words, the levels are this program's reading of them.");
}

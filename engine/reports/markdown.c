/*
 * Markdown for a comment on a pull request.  Forges refuse comments that are too
 * long, so the report is written in less and less detail until it fits.
 */
#include "reports/formats.h"

#include "findings/evidence.h"
#include "reports/escape.h"
#include "reports/outcome.h"
#include "reports/place.h"

#include <string.h>

enum { MOST_BYTES = 65000, ROOM_FOR_FOOT = 2400 };

enum detail {
    DETAIL_ALL,
    DETAIL_SHORT_QUOTES,
    DETAIL_SHORTFALLS, /* criteria that are met and recommendations left out */
    DETAIL_VERDICTS,   /* dimensions and names of what to mend */
    DETAIL_ROWS        /* a line for each agreement, as many as fit */
};

struct markdown {
    struct bma_buffer *out;
    enum detail detail;
};

static void add(const struct markdown *md, const char *text)
{
    bma_escape_markdown(md->out, text, md->detail == DETAIL_ALL ? 0 : 240);
}

static void score(const struct markdown *md, double value)
{
    bma_outcome_score(md->out, value);
}

static void level(const struct markdown *md, const struct bma_scorecard *card, uint32_t i)
{
    static const char *const marks[] = {"✅", "🟡", "❌", "➖", "❔", "⚠️"};
    const struct bma_finding *finding = &card->findings->items[i];
    enum bma_outcome outcome = bma_outcome(card, i);
    bool absent = outcome == BMA_OUTCOME_SHORT && finding->level == BMA_LEVEL_ABSENT;

    bma_buffer_addf(md->out, "%s ", absent ? "⭕" : marks[outcome]);
    bma_outcome_level(finding, md->out);
    if (*bma_outcome_excuse(card, i) != '\0')
        bma_buffer_addf(md->out, ", %s", bma_outcome_excuse(card, i));
}

static void quote(const struct markdown *md, const struct bma_evidence *evidence)
{
    bma_buffer_adds(md->out, "“");
    add(md, evidence->words);
    bma_buffer_adds(md->out, "” (");
    add(md, evidence->citation);
    if (evidence->voice == BMA_VOICE_TEXT)
        bma_place_line(md->out, evidence->citation, evidence->line);
    bma_buffer_adds(md->out, ")");
}

/* A sentence on a line of its own, where there is anything to say. */
static void says_of(const struct markdown *md, const struct bma_scorecard *card,
                    void (*says)(const struct bma_scorecard *card, struct bma_buffer *out))
{
    size_t before = md->out->length;

    says(card, md->out);
    if (md->out->length > before)
        bma_buffer_adds(md->out, "  \n");
}

static void verdict(const struct markdown *md, const struct bma_scorecard *card)
{
    bma_buffer_adds(md->out, "## ");
    bma_escape_markdown(md->out, bma_card_title(card), 200);
    bma_buffer_adds(md->out, "\n\n**");
    score(md, card->overall.value);
    bma_buffer_adds(md->out, " of 100 · grade ");
    add(md, card->grade != NULL ? card->grade : "–");
    bma_buffer_adds(md->out, "**");
    if (card->capped_by != NULL) {
        bma_buffer_adds(md->out, " (");
        add(md, card->uncapped_grade);
        bma_buffer_adds(md->out, " by its points; it fails ");
        add(md, card->capped_by);
        bma_buffer_adds(md->out, ", which is essential)");
    }
    bma_buffer_addf(md->out, "  \n%u met · %u soft · %u mentioned · %u absent · %u contradicted",
                    (unsigned)card->met, (unsigned)card->soft, (unsigned)card->mentioned,
                    (unsigned)card->absent, (unsigned)card->contradicted);
    if (card->errors + card->undecided > 0)
        bma_buffer_addf(md->out, " · %u undecided", (unsigned)(card->errors + card->undecided));
    bma_buffer_adds(md->out, "  \n");
    says_of(md, card, bma_outcome_uncertain);
    says_of(md, card, bma_outcome_without_text);
    says_of(md, card, bma_outcome_counted);
    bma_escape_markdown(md->out, card->text->document->path, 200);
    bma_buffer_adds(md->out, "\n\n");
}

static void dimensions(const struct markdown *md, const struct bma_scorecard *card)
{
    bma_buffer_adds(md->out, "| dimension | score | met |\n|---|--:|--:|\n");
    for (uint32_t i = 0; i < card->dimension_count; i++) {
        const struct bma_dimension_result *result = &card->dimensions[i];
        bma_buffer_adds(md->out, "| ");
        add(md, result->dimension->name);
        bma_buffer_adds(md->out, " | ");
        score(md, result->score.value);
        bma_buffer_addf(md->out, " | %u of %u |\n", (unsigned)result->met,
                        (unsigned)(result->criteria - result->not_applicable));
    }
    bma_buffer_addc(md->out, '\n');
}

static void labelled(const struct markdown *md, const char *label, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    bma_buffer_addf(md->out, "  \n  %s ", label);
    add(md, text);
}

static void first_thing(const struct markdown *md, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_evidence *evidence = bma_evidence_leading(finding);

    bma_buffer_adds(md->out, "- **");
    add(md, finding->criterion);
    bma_buffer_addc(md->out, ' ');
    add(md, card->pack->rules[i].title);
    bma_buffer_adds(md->out, "** – ");
    level(md, card, i);
    if (bma_is_uncertain(finding))
        labelled(md, "*Caution:*", BMA_OUTCOME_CAUTION);
    if (md->detail < DETAIL_VERDICTS) {
        if (finding->status == BMA_FINDING_ERROR)
            labelled(md, "⚠️", finding->error);
        if (evidence != NULL) {
            bma_buffer_adds(md->out, "  \n  ");
            quote(md, evidence);
        }
        labelled(md, "*Missing:*", finding->advice);
        labelled(md, "*Suggested:*", finding->wording);
    }
    bma_buffer_addc(md->out, '\n');
}

static void first_things(const struct markdown *md, const struct bma_scorecard *card)
{
    bool any = false;

    for (enum bma_turn turn = BMA_TURN_CONTRADICTED; turn < BMA_TURN_NEVER; turn++)
        for (uint32_t i = 0; i < card->findings->count; i++) {
            if (bma_outcome_turn(card, i) != turn)
                continue;
            if (!any)
                bma_buffer_adds(md->out, "### Mend first\n\n");
            any = true;
            first_thing(md, card, i);
        }
    if (any)
        bma_buffer_addc(md->out, '\n');
}

static void details(const struct markdown *md, const char *summary)
{
    bma_buffer_addf(md->out, "<details><summary>%s</summary>\n\n", summary);
}

/* Who answers for a shortfall, and what a human coder found. */
static void review(const struct markdown *md, const struct bma_scorecard *card, uint32_t i)
{
    struct bma_buffer says;

    bma_buffer_init(&says);
    bma_outcome_waiver(card, i, &says);
    if (says.length > 0)
        bma_buffer_adds(&says, "; ");
    bma_outcome_coder(card, i, &says);
    if (says.length > 0) {
        bma_buffer_adds(md->out, "<br>");
        add(md, says.bytes);
    }
    md->out->failed |= says.failed;
    bma_buffer_release(&says);
}

static void criterion(const struct markdown *md, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_evidence *evidence = bma_evidence_leading(finding);

    bma_buffer_adds(md->out, "| ");
    add(md, finding->criterion);
    bma_buffer_addc(md->out, ' ');
    add(md, card->pack->rules[i].title);
    bma_buffer_adds(md->out, " | ");
    level(md, card, i);
    bma_buffer_adds(md->out, " | ");
    if (evidence != NULL)
        quote(md, evidence);
    else
        add(md, finding->status == BMA_FINDING_ERROR ? finding->error : finding->reason);
    review(md, card, i);
    bma_buffer_adds(md->out, " |\n");
}

static void criteria(const struct markdown *md, const struct bma_scorecard *card)
{
    bool all = md->detail < DETAIL_SHORTFALLS;

    details(md, all ? "All criteria" : "Criteria that are not met");
    bma_buffer_adds(md->out, "| criterion | level | the draft says |\n|---|---|---|\n");
    for (uint32_t i = 0; i < card->findings->count; i++)
        if (all || bma_outcome(card, i) != BMA_OUTCOME_MET)
            criterion(md, card, i);
    bma_buffer_adds(md->out, "\n</details>\n\n");
}

static void recommendations(const struct markdown *md, const struct bma_scorecard *card)
{
    details(md, "Recommendations of the report");
    bma_buffer_adds(md->out, "| | status | recommendation | criteria |\n|---|---|---|---|\n");
    for (uint32_t i = 0; i < card->recommendation_count; i++) {
        const struct bma_recommendation_result *result = &card->recommendations[i];
        const struct bma_recommendation *asked = result->recommendation;
        if (result->status == BMA_STATUS_POLICY)
            continue; /* outside any draft: the HTML page gives the reasons */
        bma_buffer_adds(md->out, "| ");
        add(md, asked->id);
        bma_buffer_addf(md->out, " | %s%s | ", bma_recommendation_status_name(result->status),
                        result->uncertain ? "?" : "");
        add(md, asked->gist);
        bma_buffer_adds(md->out, " |");
        for (uint32_t c = 0; c < asked->criterion_count; c++) {
            bma_buffer_addc(md->out, ' ');
            add(md, asked->criteria[c]);
        }
        bma_buffer_adds(md->out, " |\n");
    }
    bma_buffer_adds(md->out, "\n</details>\n\n");
}

static void coherence(const struct markdown *md, const struct bma_findings *findings)
{
    uint32_t most = md->detail >= DETAIL_VERDICTS ? 5
                    : md->detail == DETAIL_ALL    ? findings->coherence_count
                                                  : 30;

    if (findings->coherence_count == 0)
        return;
    bma_buffer_adds(md->out, "### Faults between clauses\n\n");
    for (uint32_t i = 0; i < findings->coherence_count && i < most; i++) {
        bma_buffer_adds(md->out, "- ");
        add(md, findings->coherence[i].id);
        bma_buffer_addc(md->out, ' ');
        add(md, findings->coherence[i].message);
        bma_buffer_addc(md->out, '\n');
    }
    if (findings->coherence_count > most)
        bma_buffer_addf(md->out, "- and %u more\n", (unsigned)(findings->coherence_count - most));
    bma_buffer_addc(md->out, '\n');
}

static void foot(const struct markdown *md, const struct bma_scorecard *card)
{
    bma_buffer_adds(md->out, "<sub>bma " BMA_VERSION " · pack ");
    bma_escape_markdown(md->out, card->pack->id, 40);
    bma_buffer_addc(md->out, ' ');
    bma_escape_markdown(md->out, card->pack->version, 40);
    bma_buffer_addf(md->out, " (%.12s) · profile ", card->pack->sha256);
    bma_escape_markdown(md->out, card->profile, 40);
    if (md->detail != DETAIL_ALL)
        bma_buffer_adds(md->out, " · shortened to fit a comment; `--format html` has it all");
    bma_buffer_adds(md->out, "</sub>\n");
}

static void one_card(const struct markdown *md, const struct bma_scorecard *card)
{
    verdict(md, card);
    dimensions(md, card);
    first_things(md, card);
    if (md->detail < DETAIL_VERDICTS)
        criteria(md, card);
    if (md->detail < DETAIL_SHORTFALLS)
        recommendations(md, card);
    coherence(md, card->findings);
}

static void rows(const struct markdown *md, const struct bma_scorecard *const *cards, size_t count,
                 size_t start)
{
    size_t i;

    bma_buffer_adds(md->out, "| agreement | score | grade | met | contradicted |\n|---|--:|---|--:|--:|\n");
    for (i = 0; i < count && md->out->length - start < MOST_BYTES - ROOM_FOR_FOOT; i++) {
        bma_buffer_adds(md->out, "| ");
        bma_escape_markdown(md->out, bma_card_title(cards[i]), 60);
        bma_buffer_adds(md->out, " | ");
        score(md, cards[i]->overall.value);
        bma_buffer_adds(md->out, " | ");
        bma_escape_markdown(md->out, cards[i]->grade, 20);
        bma_buffer_addf(md->out, " | %u | %u |\n", (unsigned)cards[i]->met, (unsigned)cards[i]->contradicted);
    }
    bma_buffer_addc(md->out, '\n');
    if (i < count)
        bma_buffer_addf(md->out, "and %zu more agreements\n\n", count - i);
}

void bma_report_markdown(const struct bma_scorecard *const *cards, size_t count,
                         const struct bma_report_options *options, struct bma_buffer *out)
{
    size_t start = out->length;

    (void)options;
    for (int detail = DETAIL_ALL; detail <= DETAIL_ROWS; detail++) {
        struct markdown md = {out, (enum detail)detail};
        out->length = start;
        if (detail == DETAIL_ROWS)
            rows(&md, cards, count, start);
        for (size_t i = 0; i < count && detail < DETAIL_ROWS; i++)
            one_card(&md, cards[i]);
        if (count > 0)
            foot(&md, cards[0]);
        if (out->length - start <= MOST_BYTES)
            return;
    }
}

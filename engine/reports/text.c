/* The card for the terminal: the verdict, what to mend first, the dimensions; details in text_details.c. */
#include "reports/text.h"

#include "base/utf8.h"
#include "findings/evidence.h"
#include "reports/formats.h"
#include "reports/outcome.h"
#include "reports/place.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { LEAST_WIDTH = 60, MOST_WIDTH = 100, MOST_FIRST = 8, SHORT_COLUMN = 16 };

/* A sentence put together from parts, then wrapped as a whole. */
void bma_text_sentence(const struct bma_page *page, unsigned indent, const char *label, unsigned hang,
                       enum bma_style style, struct bma_buffer *parts)
{
    bma_page_wrap(page, indent, label, hang, style, parts->length > 0 ? parts->bytes : "");
    page->out->failed |= parts->failed;
    bma_buffer_release(parts);
}

void bma_text_score(char out[BMA_SCORE_TEXT], double score)
{
    long tenths = isnan(score) ? 0 : lround(score * 10);

    if (isnan(score))
        snprintf(out, BMA_SCORE_TEXT, "–");
    else if (tenths % 10 == 0)
        snprintf(out, BMA_SCORE_TEXT, "%ld", tenths / 10);
    else
        snprintf(out, BMA_SCORE_TEXT, "%ld.%ld", tenths / 10, tenths % 10);
}

static enum bma_style score_style(double score)
{
    return isnan(score) ? BMA_DIM : score >= 65 ? BMA_GOOD : score >= 35 ? BMA_FAIR : BMA_POOR;
}

void bma_text_quote(const struct bma_page *page, unsigned indent, const struct bma_evidence *evidence)
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    if (evidence->voice == BMA_VOICE_TEXT)
        bma_buffer_addf(&parts, "“%s”", evidence->words);
    else
        bma_buffer_addf(&parts, "%s: %s", bma_voice_name(evidence->voice), evidence->words);
    bma_text_sentence(page, indent, "", indent, BMA_PLAIN, &parts);
    if (evidence->voice != BMA_VOICE_TEXT)
        return;
    bma_buffer_init(&parts);
    bma_buffer_adds(&parts, evidence->citation);
    bma_place_line(&parts, evidence->citation, evidence->line);
    bma_text_sentence(page, indent, "", indent, BMA_DIM, &parts);
}

static void add_party(struct bma_buffer *parts, const struct bma_party *party)
{
    const char *role = bma_role_name(party->role);

    bma_buffer_addf(parts, " · %s", party->name);
    if (role != NULL)
        bma_buffer_addf(parts, " (%s)", role);
}

static void title(const struct bma_page *page, const struct bma_scorecard *card)
{
    const char *instrument = bma_instrument_name(card->instrument);
    struct bma_buffer parts;

    bma_page_rule(page);
    bma_page_wrap(page, 0, "", 0, BMA_BOLD, *card->title != '\0' ? card->title : card->text->document->path);
    bma_buffer_init(&parts);
    bma_buffer_adds(&parts, card->text->document->path);
    if (instrument != NULL)
        bma_buffer_addf(&parts, " · %s", instrument);
    for (size_t i = 0; i < card->party_count; i++)
        add_party(&parts, &card->parties[i]);
    bma_text_sentence(page, 0, "", 0, BMA_DIM, &parts);
    bma_page_rule(page);
}

/* The critical recommendations that have this status, as a list of ids; how many there are. */
static unsigned critical(const struct bma_scorecard *card, enum bma_recommendation_status status,
                         struct bma_buffer *ids)
{
    unsigned found = 0;

    for (uint32_t i = 0; i < card->recommendation_count; i++) {
        const struct bma_recommendation_result *result = &card->recommendations[i];
        if (result->status == status && result->recommendation->priority == BMA_PRIORITY_CRITICAL)
            bma_buffer_addf(ids, "%s%s%s", found++ > 0 ? " and " : "", result->recommendation->id,
                            result->uncertain ? " (?)" : "");
    }
    return found;
}

static void grade_sentence(const struct bma_scorecard *card, struct bma_buffer *parts)
{
    char score[BMA_SCORE_TEXT], low[BMA_SCORE_TEXT], high[BMA_SCORE_TEXT];

    bma_text_score(score, card->overall.value);
    if (card->grade == NULL) {
        bma_buffer_adds(parts, "Nothing in this pack applies to the draft, so it has no score.");
        return;
    }
    bma_buffer_addf(parts, "The draft earns %s of 100 points and grade %s", score, card->grade);
    if (card->capped_by != NULL)
        bma_buffer_addf(parts,
                        "; by its points it would have %s, but it fails %s, which the report calls essential",
                        card->uncapped_grade, card->capped_by);
    bma_buffer_adds(parts, ".");
    if (card->overall.high > card->overall.low) {
        bma_text_score(low, card->overall.low);
        bma_text_score(high, card->overall.high);
        bma_buffer_addf(parts, " What is not certain leaves it between %s and %s.", low, high);
    }
}

static void critical_sentence(const struct bma_page *page, const struct bma_scorecard *card,
                              enum bma_recommendation_status status, const char *says)
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    if (critical(card, status, &parts) > 0) {
        bma_buffer_addf(&parts, ": %s.", says);
        bma_text_sentence(page, 0, "", 0, status == BMA_STATUS_MET ? BMA_GOOD : BMA_POOR, &parts);
    } else {
        bma_buffer_release(&parts);
    }
}

static void count_sentence(const struct bma_scorecard *card, struct bma_buffer *parts)
{
    uint32_t applicable = card->findings->count - card->not_applicable;

    bma_buffer_addf(parts,
                    "Criteria that apply: %u. Met: %u; undertaken only softly: %u; only mentioned: %u; "
                    "absent: %u; contradicted: %u",
                    (unsigned)applicable, (unsigned)card->met, (unsigned)card->soft,
                    (unsigned)card->mentioned, (unsigned)card->absent, (unsigned)card->contradicted);
    if (card->errors + card->undecided > 0)
        bma_buffer_addf(parts, "; not decided: %u", (unsigned)(card->errors + card->undecided));
    bma_buffer_adds(parts, ".");
}

/* A sentence that many a card has no need of. */
static void say_if_any(const struct bma_page *page, const struct bma_scorecard *card,
                       void (*say)(const struct bma_scorecard *card, struct bma_buffer *out))
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    say(card, &parts);
    if (parts.length > 0)
        bma_text_sentence(page, 0, "", 0, BMA_FAIR, &parts);
    else
        bma_buffer_release(&parts);
}

static void verdict(const struct bma_page *page, const struct bma_scorecard *card)
{
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    grade_sentence(card, &parts);
    bma_text_sentence(page, 0, "", 0, BMA_BOLD, &parts);
    critical_sentence(page, card, BMA_STATUS_CONTRADICTED,
                      "a clause works against what the report calls essential");
    critical_sentence(page, card, BMA_STATUS_UNMET, "essential, and not answered");
    critical_sentence(page, card, BMA_STATUS_UNDECIDED, "essential, and could not be decided");
    critical_sentence(page, card, BMA_STATUS_PARTLY, "essential, and answered only in part");
    critical_sentence(page, card, BMA_STATUS_MET, "essential, and met");
    bma_buffer_init(&parts);
    count_sentence(card, &parts);
    bma_text_sentence(page, 0, "", 0, BMA_PLAIN, &parts);
    say_if_any(page, card, bma_outcome_uncertain);
    say_if_any(page, card, bma_outcome_without_text);
    bma_text_review_verdict(page, card);
    if (card->text->non_binding)
        bma_page_wrap(
            page, 0, "", 0, BMA_PLAIN,
            "The instrument says that it binds nobody, so that no criterion can be more than softly met.");
}

/* Where else the same is done: mending one clause of several mends nothing. */
static void other_places(const struct bma_page *page, const struct bma_finding *finding,
                         const struct bma_evidence *shown)
{
    unsigned found = 0;
    struct bma_buffer parts;

    bma_buffer_init(&parts);
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        const struct bma_evidence *evidence = &finding->evidence[i];

        if (evidence == shown || evidence->role != BMA_EVIDENCE_CONTRADICTS)
            continue;
        bma_buffer_addf(&parts, "%s%s", found++ > 0 ? "; " : "Also: ", evidence->citation);
        bma_place_line(&parts, evidence->citation, evidence->line);
    }
    if (found > 0)
        bma_text_sentence(page, 4, "", 4, BMA_DIM, &parts);
    else
        bma_buffer_release(&parts);
}

static void first_thing(const struct bma_page *page, const struct bma_scorecard *card, uint32_t i,
                        unsigned number)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_evidence *leading = bma_evidence_leading(finding);
    struct bma_buffer parts;
    char label[16];

    snprintf(label, sizeof label, "%2u. ", number);
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "%s %s: %s%s", finding->criterion, card->pack->rules[i].title,
                    finding->contradicted ? "contradicted" : bma_level_name(finding->level),
                    bma_is_uncertain(finding) ? "?" : "");
    bma_text_sentence(page, 0, label, 4, finding->contradicted ? BMA_POOR : BMA_FAIR, &parts);
    if (leading != NULL)
        bma_text_quote(page, 4, leading);
    other_places(page, finding, leading);
    if (bma_is_uncertain(finding))
        bma_page_wrap(page, 4, "", 4, BMA_PLAIN, BMA_OUTCOME_CAUTION);
    if (finding->advice != NULL && *finding->advice != '\0')
        bma_page_wrap(page, 4, "", 4, BMA_PLAIN, finding->advice);
    if (finding->wording != NULL && *finding->wording != '\0')
        bma_page_wrap(page, 4, "Suggested: ", 6, BMA_PLAIN, finding->wording);
}

static void first_things(const struct bma_page *page, const struct bma_scorecard *card)
{
    unsigned number = 0, left = 0;

    for (enum bma_turn turn = BMA_TURN_CONTRADICTED; turn < BMA_TURN_UNREAD; turn++)
        for (uint32_t i = 0; i < card->findings->count; i++) {
            if (bma_outcome_turn(card, i) != turn)
                continue;
            if (number == MOST_FIRST) {
                left++;
                continue;
            }
            if (number == 0)
                bma_page_heading(page, "MEND FIRST");
            first_thing(page, card, i, ++number);
        }
    if (left > 0) {
        struct bma_buffer parts;
        bma_buffer_init(&parts);
        bma_buffer_addf(&parts, "and %u more, below.", left);
        bma_text_sentence(page, 4, "", 4, BMA_DIM, &parts);
    }
}

/* All that is short of what is asked, by name: the card's details come later, and are long. */
static void shortfalls(const struct bma_page *page, const struct bma_scorecard *card)
{
    bool headed = false;

    for (int level = BMA_LEVEL_ABSENT; level < card->least && level < BMA_LEVEL_OPERATIONAL; level++) {
        unsigned found = 0;
        struct bma_buffer parts;

        bma_buffer_init(&parts);
        for (uint32_t i = 0; i < card->findings->count; i++)
            if (bma_outcome_short_at(card, i, level))
                bma_buffer_addf(&parts, "%s%s %s", found++ > 0 ? "; " : "",
                                card->findings->items[i].criterion, card->pack->rules[i].title);
        if (found == 0) {
            bma_buffer_release(&parts);
            continue;
        }
        if (!headed)
            bma_page_heading(page, "WHAT FALLS SHORT");
        headed = true;
        bma_page_cell(page, BMA_BOLD, bma_outcome_short_name(level), SHORT_COLUMN);
        bma_page_wrap_from(page, SHORT_COLUMN, BMA_PLAIN, parts.length > 0 ? parts.bytes : "");
        page->out->failed |= parts.failed;
        bma_buffer_release(&parts);
    }
}

static void bar(const struct bma_page *page, double score, unsigned columns)
{
    unsigned full = isnan(score) ? 0 : (unsigned)lround(score * columns / 100);
    struct bma_buffer part;

    bma_buffer_init(&part);
    for (unsigned i = 0; i < full; i++)
        bma_buffer_adds(&part, "█");
    bma_page_add(page, score_style(score), part.length > 0 ? part.bytes : "");
    bma_buffer_clear(&part);
    for (unsigned i = full; i < columns; i++)
        bma_buffer_adds(&part, "░");
    bma_page_add(page, BMA_DIM, part.length > 0 ? part.bytes : "");
    page->out->failed |= part.failed;
    bma_buffer_release(&part);
}

/* Names are shown whole, as far as they leave half of the line to the bars. */
static unsigned name_column(const struct bma_page *page, const struct bma_scorecard *card)
{
    size_t widest = 0;
    for (uint32_t i = 0; i < card->dimension_count; i++) {
        const char *name = card->dimensions[i].dimension->name;
        size_t width = bma_utf8_width(name, strlen(name));
        widest = width > widest ? width : widest;
    }
    return widest < page->width / 2 ? (unsigned)widest : page->width / 2;
}

static void dimensions(const struct bma_page *page, const struct bma_scorecard *card)
{
    unsigned name = name_column(page, card), bars = page->width - name - 21;
    char score[BMA_SCORE_TEXT], padded[BMA_SCORE_TEXT + 16], counts[40];

    bma_page_heading(page, "DIMENSIONS");
    for (uint32_t i = 0; i < card->dimension_count; i++) {
        const struct bma_dimension_result *result = &card->dimensions[i];
        if (result->criteria == 0)
            continue;
        bma_page_cell(page, BMA_PLAIN, result->dimension->name, name);
        bma_page_add(page, BMA_PLAIN, " ");
        bar(page, result->score.value, bars);
        bma_text_score(score, result->score.value);
        snprintf(padded, sizeof padded, " %*s  ",
                 (int)(5 + strlen(score) - bma_utf8_width(score, strlen(score))), score);
        bma_buffer_adds(page->out, padded);
        snprintf(counts, sizeof counts, "%u of %u met", (unsigned)result->met,
                 (unsigned)(result->criteria - result->not_applicable));
        bma_page_cell(page, BMA_DIM, counts, 12);
        bma_page_line(page);
    }
}

void bma_report_text(const struct bma_scorecard *const *cards, size_t count,
                     const struct bma_report_options *options, struct bma_buffer *out)
{
    unsigned width = options->width < LEAST_WIDTH  ? LEAST_WIDTH
                     : options->width > MOST_WIDTH ? MOST_WIDTH
                                                   : options->width;
    struct bma_page page = {out, width, options->color};

    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            bma_page_line(&page);
        title(&page, cards[i]);
        verdict(&page, cards[i]);
        first_things(&page, cards[i]);
        shortfalls(&page, cards[i]);
        dimensions(&page, cards[i]);
        bma_text_criteria(&page, cards[i], options->verbose);
        bma_text_recommendations(&page, cards[i]);
        bma_text_coherence(&page, cards[i]);
        bma_text_review(&page, cards[i]);
        bma_text_foot(&page, cards[i]);
    }
}

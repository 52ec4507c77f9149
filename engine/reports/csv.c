/* One row per agreement and criterion (RFC 4180; columns: docs/formats.md). */
#include "reports/formats.h"

#include "findings/evidence.h"
#include "reports/escape.h"
#include "reports/outcome.h"
#include "reports/parties.h"

static const char columns[] =
    "agreement,title,instrument,sha256,agreement_score,grade,criterion,name,dimension,priority,answers,"
    "outcome,level,level_name,likely,doubtful,score,weight,excuse,waiver,coder_level,quote,article,line,"
    "column,start,end,evidence,reason,advice,wording,pack,pack_version,profile,year,pair,parties,low,high,"
    "capped_by,contradicted,coder_contradicted\r\n";

static void text(struct bma_buffer *out, const char *value)
{
    if (out->length > 0 && out->bytes[out->length - 1] != '\n')
        bma_buffer_addc(out, ',');
    bma_escape_csv(out, value);
}

/* A number stands without quotation marks; one that does not exist is an empty field. */
static void number(struct bma_buffer *out, double value)
{
    bma_buffer_addc(out, ',');
    bma_escape_number(out, value);
}

static void count(struct bma_buffer *out, bool given, unsigned value)
{
    bma_buffer_addc(out, ',');
    if (given)
        bma_buffer_addf(out, "%u", value);
}

static void agreement_fields(struct bma_buffer *out, const struct bma_scorecard *card)
{
    text(out, card->agreement->path);
    text(out, card->title);
    text(out, bma_instrument_name(card->instrument));
    text(out, card->text->document->sha256);
    number(out, card->overall.value);
    text(out, card->grade);
}

static void answers(struct bma_buffer *out, const struct bma_rule *rule)
{
    struct bma_buffer list;

    bma_buffer_init(&list);
    for (uint32_t i = 0; i < rule->answer_count; i++)
        bma_buffer_addf(&list, "%s%s", i > 0 ? " " : "", rule->answers[i]);
    text(out, list.length > 0 ? list.bytes : "");
    out->failed |= list.failed;
    bma_buffer_release(&list);
}

static void level_fields(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    bool decided = finding->status == BMA_FINDING_DECIDED;

    text(out, bma_outcome_name(bma_outcome(card, i)));
    count(out, decided, decided ? (unsigned)finding->level : 0);
    text(out, decided ? bma_level_name(finding->level) : "");
    count(out, decided, finding->likely);
    count(out, decided, finding->doubtful);
    number(out, card->scores[i]);
    number(out, card->weights[i]);
}

static void review_fields(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_coding *coding = bma_card_coding(card, i);
    struct bma_buffer waiver;

    bma_buffer_init(&waiver);
    bma_outcome_waiver(card, i, &waiver);
    text(out, bma_outcome_excuse(card, i));
    text(out, waiver.length > 0 ? waiver.bytes : "");
    count(out, coding != NULL && coding->level >= 0, coding != NULL ? (unsigned)coding->level : 0);
    out->failed |= waiver.failed;
    bma_buffer_release(&waiver);
}

static void evidence_fields(struct bma_buffer *out, const struct bma_finding *finding)
{
    const struct bma_evidence *evidence = bma_evidence_leading(finding);
    bool placed = evidence != NULL && evidence->voice == BMA_VOICE_TEXT;

    text(out, evidence != NULL ? evidence->quote : "");
    text(out, evidence != NULL ? evidence->citation : "");
    count(out, placed, placed ? evidence->line : 0);
    count(out, placed, placed ? evidence->column : 0);
    count(out, placed, placed ? evidence->source.start : 0);
    count(out, placed, placed ? evidence->source.end : 0);
    count(out, true, finding->evidence_count);
}

static void party_fields(struct bma_buffer *out, const struct bma_scorecard *card)
{
    struct bma_buffer pair, names;

    bma_buffer_init(&pair);
    bma_buffer_init(&names);
    bma_card_pair(card, &pair);
    for (size_t i = 0; i < card->party_count; i++)
        bma_buffer_addf(&names, "%s%s", i > 0 ? "; " : "", card->parties[i].name);
    text(out, pair.length > 0 ? pair.bytes : "");
    text(out, names.length > 0 ? names.bytes : "");
    out->failed |= pair.failed || names.failed;
    bma_buffer_release(&pair);
    bma_buffer_release(&names);
}

/* What came to be asked for after the columns before had their places. */
static void later_fields(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_coding *coding = bma_card_coding(card, i);
    int year = card->agreement->year;

    count(out, year != 0, (unsigned)year);
    party_fields(out, card);
    number(out, card->overall.low);
    number(out, card->overall.high);
    text(out, card->capped_by);
    count(out, finding->status == BMA_FINDING_DECIDED, finding->contradicted);
    count(out, coding != NULL, coding != NULL && coding->contradicted);
}

static void row(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_rule *rule = &card->pack->rules[i];

    agreement_fields(out, card);
    text(out, finding->criterion);
    text(out, rule->title);
    text(out, card->pack->dimensions[rule->dimension].id);
    text(out, bma_priority_name(bma_criterion_priority(card, i)));
    answers(out, rule);
    level_fields(out, card, i);
    review_fields(out, card, i);
    evidence_fields(out, finding);
    text(out, finding->status == BMA_FINDING_ERROR ? finding->error : finding->reason);
    text(out, finding->advice);
    text(out, finding->wording);
    text(out, card->pack->id);
    text(out, card->pack->version);
    text(out, card->profile);
    later_fields(out, card, i);
    bma_buffer_adds(out, "\r\n");
}

void bma_report_csv(const struct bma_scorecard *const *cards, size_t count_of_cards,
                    const struct bma_report_options *options, struct bma_buffer *out)
{
    (void)options;
    bma_buffer_adds(out, columns);
    for (size_t k = 0; k < count_of_cards; k++)
        for (uint32_t i = 0; i < cards[k]->findings->count; i++)
            row(out, cards[k], i);
}

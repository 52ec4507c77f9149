/* bma-baseline/2: the shortfalls of today, for `--baseline` of tomorrow (docs/workflow.md). */
#include "scoring/baseline.h"

#include "reports/json_writer.h"
#include "reports/report.h"

#include <math.h>

static const char *first_quote(const struct bma_finding *finding)
{
    return finding->evidence_count > 0 ? finding->evidence[0].quote : "";
}

static void write_contradictions(struct bma_json *json, const struct bma_finding *finding)
{
    char fingerprint[BMA_FINGERPRINT_SIZE];

    bma_json_array(json, "contradictions");
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        if (finding->evidence[i].role != BMA_EVIDENCE_CONTRADICTS)
            continue;
        bma_fingerprint(finding->criterion, finding->evidence[i].quote, fingerprint);
        bma_json_string(json, NULL, fingerprint);
    }
    bma_json_array_end(json);
}

/* What a waiver answers for is left out: it counts again when the waiver ends.  A rule's fault is no
 * shortfall. */
static bool is_recorded(const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_waiver_use *use = bma_card_waiver(card, i);

    return bma_card_is_shortfall(card, i) && bma_card_judged(card, i).status != BMA_FINDING_ERROR &&
           (use == NULL || use->state != BMA_WAIVER_APPLIES);
}

static void write_shortfall(struct bma_json *json, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    struct bma_judgement judged = bma_card_judged(card, i);
    int level = bma_baseline_level(&judged);

    bma_json_object(json, NULL);
    bma_json_string(json, "criterion", finding->criterion);
    bma_json_number(json, "level", level == BMA_BASELINE_UNDECIDED ? (double)NAN : level);
    bma_json_bool(json, "contradicted", judged.contradicted);
    write_contradictions(json, finding);
    bma_json_string(json, "quote", first_quote(finding));
    bma_json_object_end(json);
}

void bma_baseline_report(const struct bma_scorecard *const *cards, size_t count, struct bma_buffer *out)
{
    struct bma_json json;

    bma_json_init(&json, out);
    bma_json_object(&json, NULL);
    bma_json_string(&json, "schema", BMA_BASELINE_SCHEMA);
    bma_json_string(&json, "pack", count > 0 ? cards[0]->pack->id : "");
    bma_json_array(&json, "agreements");
    for (size_t i = 0; i < count; i++) {
        bma_json_object(&json, NULL);
        bma_json_string(&json, "source", cards[i]->agreement->path);
        bma_json_array(&json, "shortfalls");
        for (uint32_t k = 0; k < cards[i]->findings->count; k++)
            if (is_recorded(cards[i], k))
                write_shortfall(&json, cards[i], k);
        bma_json_array_end(&json);
        bma_json_object_end(&json);
    }
    bma_json_array_end(&json);
    bma_json_object_end(&json);
    bma_buffer_addc(out, '\n');
}

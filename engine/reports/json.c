/* bma-scorecard/1 (docs/scorecard.schema.json). */
#include "reports/formats.h"

#include "reports/json_writer.h"

#include <math.h>

/* A number, or null where there is none to give. */
static void number_if(struct bma_json *json, bool given, const char *key, double number)
{
    bma_json_number(json, key, given ? number : (double)NAN);
}

/* A card made without one has no arrays of its own. */
static bool has_review(const struct bma_scorecard *card)
{
    return card->judged != NULL;
}

static void write_score(struct bma_json *json, const struct bma_scorecard *card)
{
    bma_json_object(json, "score");
    bma_json_number(json, "overall", card->overall.value);
    bma_json_array(json, "range");
    bma_json_number(json, NULL, card->overall.low);
    bma_json_number(json, NULL, card->overall.high);
    bma_json_array_end(json);
    bma_json_string(json, "grade", card->grade);
    bma_json_string(json, "uncapped_grade", card->uncapped_grade);
    bma_json_string(json, "capped_by", card->capped_by);
    bma_json_string(json, "profile", card->profile);
    bma_json_string(json, "voice", bma_voice_choice_name(card->voice));
    bma_json_number(json, "counted", has_review(card) ? card->counted.value : card->overall.value);
    bma_json_array(json, "dimensions");
    for (uint32_t i = 0; i < card->dimension_count; i++) {
        const struct bma_dimension_result *result = &card->dimensions[i];
        bma_json_object(json, NULL);
        bma_json_string(json, "id", result->dimension->id);
        bma_json_string(json, "name", result->dimension->name);
        bma_json_number(json, "score", result->score.value);
        bma_json_array(json, "range");
        bma_json_number(json, NULL, result->score.low);
        bma_json_number(json, NULL, result->score.high);
        bma_json_array_end(json);
        bma_json_number(json, "criteria", result->criteria);
        bma_json_number(json, "met", result->met);
        bma_json_number(json, "contradicted", result->contradicted);
        bma_json_number(json, "not_applicable", result->not_applicable);
        bma_json_object_end(json);
    }
    bma_json_array_end(json);
    bma_json_object_end(json);
}

static void write_elements(struct bma_json *json, unsigned elements)
{
    bma_json_array(json, "elements");
    if (elements & BMA_ELEMENT_BODY)
        bma_json_string(json, NULL, "body");
    if (elements & BMA_ELEMENT_TIME)
        bma_json_string(json, NULL, "time");
    if (elements & BMA_ELEMENT_PROCEDURE)
        bma_json_string(json, NULL, "procedure");
    bma_json_array_end(json);
}

static void write_grounds(struct bma_json *json, const struct bma_evidence *evidence)
{
    bma_json_array(json, "grounds");
    for (uint32_t i = 0; i < evidence->ground_count; i++) {
        bma_json_object(json, NULL);
        bma_json_string(json, "concept", evidence->grounds[i].concept);
        bma_json_string(json, "words", evidence->grounds[i].words);
        bma_json_number(json, "start", evidence->grounds[i].source.start);
        bma_json_number(json, "end", evidence->grounds[i].source.end);
        bma_json_object_end(json);
    }
    bma_json_array_end(json);
}

static void write_evidence(struct bma_json *json, const struct bma_evidence *evidence, uint32_t count)
{
    bma_json_array(json, "evidence");
    for (uint32_t i = 0; i < count; i++) {
        bool text = evidence[i].voice == BMA_VOICE_TEXT;
        bma_json_object(json, NULL);
        bma_json_string(json, "quote", evidence[i].quote);
        bma_json_string(json, "lead_in", evidence[i].lead_in);
        bma_json_string(json, "article", evidence[i].citation);
        number_if(json, text, "start", evidence[i].source.start);
        number_if(json, text, "end", evidence[i].source.end);
        number_if(json, text, "line", evidence[i].line);
        number_if(json, text, "column", evidence[i].column);
        bma_json_string(json, "role", bma_evidence_role_name(evidence[i].role));
        bma_json_string(json, "voice", bma_voice_name(evidence[i].voice));
        bma_json_number(json, "level", evidence[i].level);
        write_elements(json, evidence[i].elements);
        write_grounds(json, &evidence[i]);
        bma_json_object_end(json);
    }
    bma_json_array_end(json);
}

static void write_fault(struct bma_json *json, const struct bma_finding *finding)
{
    if (finding->status != BMA_FINDING_ERROR)
        return;
    bma_json_object(json, "error");
    bma_json_string(json, "message", finding->error);
    bma_json_string(json, "file", finding->error_file);
    bma_json_number(json, "line", finding->error_line);
    bma_json_object_end(json);
}

static void write_waiver(struct bma_json *json, const char *key, const struct bma_waiver_use *use)
{
    if (use == NULL) {
        bma_json_null(json, key);
        return;
    }
    bma_json_object(json, key);
    bma_json_string(json, "criterion", use->waiver->criterion);
    bma_json_string(json, "justification", use->waiver->justification);
    bma_json_string(json, "by", use->waiver->by);
    bma_json_string(json, "until", use->waiver->until);
    bma_json_string(json, "state", bma_waiver_state_name(use->state));
    bma_json_string(json, "file", use->file);
    bma_json_number(json, "line", use->waiver->line);
    bma_json_object_end(json);
}

static void write_coding(struct bma_json *json, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_coding *coding = bma_card_coding(card, i);

    if (coding == NULL) {
        bma_json_null(json, "coded");
        return;
    }
    bma_json_object(json, "coded");
    number_if(json, coding->level >= 0, "level", coding->level);
    bma_json_bool(json, "contradicted", coding->contradicted);
    bma_json_string(json, "article", coding->article);
    bma_json_string(json, "note", coding->note);
    bma_json_bool(json, "disagrees", bma_card_disagrees(card, i));
    bma_json_object_end(json);
}

static void write_review(struct bma_json *json, const struct bma_scorecard *card, uint32_t i)
{
    write_coding(json, card, i);
    write_waiver(json, "waiver", bma_card_waiver(card, i));
    bma_json_bool(json, "baselined", bma_card_is_baselined(card, i));
    bma_json_bool(json, "counts", bma_card_counts(card, i));
}

static void write_criterion(struct bma_json *json, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_rule *rule = &card->pack->rules[i];

    bma_json_object(json, NULL);
    bma_json_string(json, "id", finding->criterion);
    bma_json_string(json, "title", rule->title);
    bma_json_string(json, "dimension", card->pack->dimensions[rule->dimension].id);
    bma_json_string(json, "status", bma_finding_status_name(finding->status));
    number_if(json, finding->status == BMA_FINDING_DECIDED, "level", finding->level);
    bma_json_bool(json, "contradicted", finding->contradicted);
    bma_json_bool(json, "capped", finding->capped);
    bma_json_bool(json, "likely", finding->likely);
    bma_json_bool(json, "doubtful", finding->doubtful);
    write_elements(json, finding->elements);
    bma_json_number(json, "score", card->scores[i]);
    bma_json_number(json, "weight", card->weights[i]);
    bma_json_array(json, "answers");
    for (uint32_t k = 0; k < rule->answer_count; k++)
        bma_json_string(json, NULL, rule->answers[k]);
    bma_json_array_end(json);
    bma_json_string(json, "reason", finding->reason != NULL ? finding->reason : "");
    write_evidence(json, finding->evidence, finding->evidence_count);
    bma_json_string(json, "advice", finding->advice != NULL ? finding->advice : "");
    bma_json_string(json, "wording", finding->wording != NULL ? finding->wording : "");
    write_review(json, card, i);
    write_fault(json, finding);
    bma_json_object_end(json);
}

static void write_recommendation(struct bma_json *json, const struct bma_recommendation_result *result)
{
    const struct bma_recommendation *asked = result->recommendation;

    bma_json_object(json, NULL);
    bma_json_string(json, "id", asked->id);
    bma_json_string(json, "session", asked->session);
    bma_json_string(json, "gist", asked->gist);
    bma_json_string(json, "priority", bma_priority_name(asked->priority));
    bma_json_string(json, "status", bma_recommendation_status_name(result->status));
    bma_json_bool(json, "uncertain", result->uncertain);
    bma_json_string(json, "note", result->note);
    bma_json_array(json, "criteria");
    for (uint32_t i = 0; i < asked->criterion_count; i++)
        bma_json_string(json, NULL, asked->criteria[i]);
    bma_json_array_end(json);
    bma_json_object_end(json);
}

static void write_source(struct bma_json *json, const struct bma_scorecard *card)
{
    const struct bma_document *document = card->text->document;
    const struct bma_lexicon *lexicon = card->text->lexicon;

    bma_json_string(json, "name", card->agreement->path);
    bma_json_object(json, "source");
    bma_json_string(json, "path", document->path);
    bma_json_string(json, "sha256", document->sha256);
    bma_json_string(json, "format", document->format);
    bma_json_string(json, "language", lexicon != NULL ? bma_lexicon_conventions(lexicon)->language : NULL);
    bma_json_object_end(json);
    bma_json_string(json, "title", card->title);
    bma_json_string(json, "instrument", bma_instrument_name(card->instrument));
    number_if(json, card->agreement->year != 0, "year", card->agreement->year);
    bma_json_bool(json, "non_binding", card->text->non_binding);
    bma_json_array(json, "parties");
    for (size_t i = 0; i < card->party_count; i++) {
        bma_json_object(json, NULL);
        bma_json_string(json, "name", card->parties[i].name);
        bma_json_string(json, "role", bma_role_name(card->parties[i].role));
        bma_json_object_end(json);
    }
    bma_json_array_end(json);
}

static void write_duties(struct bma_json *json, const struct bma_findings *findings)
{
    bma_json_object(json, "duties");
    bma_json_number(json, "origin", findings->duties_origin);
    bma_json_number(json, "destination", findings->duties_destination);
    bma_json_number(json, "both", findings->duties_both);
    bma_json_number(json, "employer", findings->duties_employer);
    bma_json_number(json, "worker", findings->duties_worker);
    bma_json_object_end(json);
}

static void write_agreement(struct bma_json *json, const struct bma_scorecard *card)
{
    bma_json_object(json, NULL);
    write_source(json, card);
    write_score(json, card);
    bma_json_array(json, "criteria");
    for (uint32_t i = 0; i < card->findings->count; i++)
        write_criterion(json, card, i);
    bma_json_array_end(json);
    bma_json_array(json, "recommendations");
    for (uint32_t i = 0; i < card->recommendation_count; i++)
        write_recommendation(json, &card->recommendations[i]);
    bma_json_array_end(json);
    bma_json_array(json, "coherence");
    for (uint32_t i = 0; i < card->findings->coherence_count; i++) {
        const struct bma_coherence *fault = &card->findings->coherence[i];
        bma_json_object(json, NULL);
        bma_json_string(json, "id", fault->id);
        bma_json_string(json, "message", fault->message);
        write_evidence(json, fault->evidence, fault->evidence_count);
        bma_json_object_end(json);
    }
    bma_json_array_end(json);
    write_duties(json, card->findings);
    bma_json_array(json, "waivers");
    for (uint32_t i = 0; i < card->waiver_count; i++)
        write_waiver(json, NULL, &card->waiver_uses[i]);
    bma_json_array_end(json);
    bma_json_object_end(json);
}

void bma_report_json(const struct bma_scorecard *const *cards, size_t count,
                     const struct bma_report_options *options, struct bma_buffer *out)
{
    struct bma_json json;

    (void)options;
    bma_json_init(&json, out);
    bma_json_object(&json, NULL);
    bma_json_string(&json, "schema", "bma-scorecard/1");
    bma_json_object(&json, "tool");
    bma_json_string(&json, "name", "bma");
    bma_json_string(&json, "version", BMA_VERSION);
    bma_json_object_end(&json);
    if (count > 0) {
        bma_json_object(&json, "pack");
        bma_json_string(&json, "id", cards[0]->pack->id);
        bma_json_string(&json, "version", cards[0]->pack->version);
        bma_json_string(&json, "sha256", cards[0]->pack->sha256);
        bma_json_object_end(&json);
    }
    bma_json_array(&json, "agreements");
    for (size_t i = 0; i < count; i++)
        write_agreement(&json, cards[i]);
    bma_json_array_end(&json);
    bma_json_object_end(&json);
    bma_buffer_addc(out, '\n');
}

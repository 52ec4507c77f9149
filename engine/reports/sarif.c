/* SARIF 2.1.0: the log, its run and its results; rules and notifications stand in sarif_rules.c. */
#include "reports/sarif.h"

#include "findings/evidence.h"
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/outcome.h"
#include "reports/place.h"

#include <string.h>

#define SCHEMA "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

void bma_sarif_message(struct bma_json *json, const char *key, const char *text)
{
    struct bma_buffer clean;

    bma_buffer_init(&clean);
    bma_escape_plain(&clean, text);
    bma_json_object(json, key);
    bma_json_string(json, "text", clean.length > 0 ? clean.bytes : "");
    bma_json_object_end(json);
    json->out->failed |= clean.failed;
    bma_buffer_release(&clean);
}

/* Below the working folder, as far as the path says: neither from the root nor out of the folder again. */
static bool is_below(const char *path)
{
    for (const char *at = path; *at != '\0'; at += strcspn(at, "/"), at += *at == '/')
        if (strncmp(at, "..", 2) == 0 && (at[2] == '/' || at[2] == '\0'))
            return false;
    return *path != '/';
}

void bma_sarif_artifact(struct bma_json *json, const struct bma_sarif_file *file)
{
    struct bma_buffer uri;

    bma_buffer_init(&uri);
    bma_buffer_adds(&uri, *file->path == '/' ? "file://" : "");
    bma_escape_uri(&uri, file->path);
    bma_json_object(json, *file->key != '\0' ? file->key : NULL);
    bma_json_string(json, "uri", uri.bytes);
    if (is_below(file->path))
        bma_json_string(json, "uriBaseId", "SRCROOT");
    bma_json_number(json, "index", file->index);
    bma_json_object_end(json);
    json->out->failed |= uri.failed;
    bma_buffer_release(&uri);
}

/* Bytes, lines and columns at once; the snippet is the source as it stands, line ends included. */
static void region(struct bma_json *json, const struct bma_document *document,
                   const struct bma_evidence *evidence)
{
    struct bma_span span = evidence->source;
    uint32_t line, column;
    struct bma_buffer snippet;

    bma_document_position(document, span.end, &line, &column);
    bma_buffer_init(&snippet);
    bma_buffer_add(&snippet, document->source + span.start, span.end - span.start);
    bma_json_object(json, "region");
    bma_json_number(json, "startLine", evidence->line);
    bma_json_number(json, "startColumn", evidence->column);
    bma_json_number(json, "endLine", line);
    bma_json_number(json, "endColumn", column);
    bma_json_number(json, "byteOffset", span.start);
    bma_json_number(json, "byteLength", span.end - span.start);
    bma_json_object(json, "snippet");
    bma_json_string(json, "text", snippet.length > 0 ? snippet.bytes : "");
    bma_json_object_end(json);
    bma_json_object_end(json);
    json->out->failed |= snippet.failed;
    bma_buffer_release(&snippet);
}

static bool has_place(const struct bma_sarif_file *file, const struct bma_evidence *evidence)
{
    return evidence != NULL && evidence->voice == BMA_VOICE_TEXT &&
           evidence->source.end <= file->document->source_length;
}

/* What is absent stands nowhere: viewers want a line, and get the first. */
static void first_line(struct bma_json *json)
{
    bma_json_object(json, "region");
    bma_json_number(json, "startLine", 1);
    bma_json_object_end(json);
}

static void location(struct bma_json *json, const struct bma_sarif_file *file,
                     const struct bma_evidence *evidence, const char *message)
{
    struct bma_sarif_file artifact = *file;

    artifact.key = "artifactLocation";
    bma_json_object(json, NULL);
    bma_json_object(json, "physicalLocation");
    bma_sarif_artifact(json, &artifact);
    if (file->lines && has_place(file, evidence))
        region(json, file->document, evidence);
    else if (file->lines)
        first_line(json);
    bma_json_object_end(json);
    if (evidence != NULL && *evidence->citation != '\0') {
        bma_json_array(json, "logicalLocations");
        bma_json_object(json, NULL);
        bma_json_string(json, "fullyQualifiedName", evidence->citation);
        bma_json_object_end(json);
        bma_json_array_end(json);
    }
    if (message != NULL)
        bma_sarif_message(json, "message", message);
    bma_json_object_end(json);
}

static void locations(struct bma_json *json, const struct bma_sarif_file *file,
                      const struct bma_evidence *evidence)
{
    bma_json_array(json, "locations");
    location(json, file, evidence, NULL);
    bma_json_array_end(json);
}

/* All other evidence, each with what it does for the finding. */
static void related(struct bma_json *json, const struct bma_sarif_file *file,
                    const struct bma_evidence *evidence, uint32_t count, const struct bma_evidence *leading)
{
    uint32_t others = 0;

    for (uint32_t i = 0; i < count; i++)
        others += &evidence[i] != leading;
    if (others == 0)
        return;
    bma_json_array(json, "relatedLocations");
    for (uint32_t i = 0; i < count; i++) {
        struct bma_buffer says;
        if (&evidence[i] == leading)
            continue;
        bma_buffer_init(&says);
        bma_buffer_addf(&says, "%s: %s", bma_evidence_role_name(evidence[i].role), evidence[i].quote);
        location(json, file, &evidence[i], says.bytes);
        json->out->failed |= says.failed;
        bma_buffer_release(&says);
    }
    bma_json_array_end(json);
}

static void fingerprint(struct bma_json *json, const char *criterion, const struct bma_evidence *evidence)
{
    char digits[BMA_FINGERPRINT_SIZE];

    if (!bma_place_fingerprint(criterion, evidence, digits)) {
        json->out->failed = true;
        return;
    }
    bma_json_object(json, "partialFingerprints");
    bma_json_string(json, "bmaClause/v2", digits);
    bma_json_object_end(json);
}

/* An empty list says that nothing is suppressed, where a missing one would say that nobody knows. */
static void suppression(struct bma_json *json, const struct bma_waiver_use *use)
{
    bma_json_array(json, "suppressions");
    if (use != NULL) {
        const struct bma_waiver *waiver = use->waiver;
        bma_json_object(json, NULL);
        bma_json_string(json, "kind", "external");
        bma_json_string(json, "status", use->state == BMA_WAIVER_APPLIES ? "accepted" : "rejected");
        bma_json_string(json, "justification", waiver->justification);
        bma_json_object(json, "properties");
        bma_json_string(json, "by", waiver->by);
        bma_json_string(json, "until", waiver->until);
        bma_json_string(json, "state", bma_waiver_state_name(use->state));
        bma_json_object_end(json);
        bma_json_object_end(json);
    }
    bma_json_array_end(json);
}

static void explain(const struct bma_scorecard *card, uint32_t i, struct bma_buffer *out)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const char *const parts[] = {finding->reason, finding->advice};
    const struct bma_evidence *evidence = bma_evidence_leading(finding);

    bma_outcome_line(card, i, out);
    bma_buffer_addc(out, '.');
    for (int k = 0; k < 2; k++)
        if (parts[k] != NULL && *parts[k] != '\0')
            bma_buffer_addf(out, " %s", parts[k]);
    if (evidence != NULL)
        bma_buffer_addf(out, " %s: “%s”", evidence->citation, evidence->quote);
    if (finding->wording != NULL && *finding->wording != '\0')
        bma_buffer_addf(out, " Suggested: %s", finding->wording);
}

/* Of an outcome; the level stands beside "fail" only. */
static const char *kind_of(enum bma_outcome outcome)
{
    static const char *const kinds[] = {"pass", "fail", "fail", "notApplicable", "open", "open"};

    return kinds[outcome];
}

static void criterion(struct bma_json *json, const struct bma_scorecard *card,
                      const struct bma_sarif_file *file, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_evidence *leading = bma_evidence_leading(finding);
    const char *kind = kind_of(bma_outcome(card, i));
    struct bma_buffer says;

    bma_buffer_init(&says);
    explain(card, i, &says);
    bma_json_object(json, NULL);
    bma_json_string(json, "ruleId", finding->criterion);
    bma_json_number(json, "ruleIndex", i);
    bma_json_string(json, "kind", kind);
    bma_json_string(json, "level", strcmp(kind, "fail") == 0 ? bma_severity(card, i) : "none");
    bma_sarif_message(json, "message", says.bytes);
    locations(json, file, leading);
    related(json, file, finding->evidence, finding->evidence_count, leading);
    fingerprint(json, finding->criterion, leading);
    suppression(json, bma_card_waiver(card, i));
    if (card->baselined != NULL && strcmp(kind, "fail") == 0)
        bma_json_string(json, "baselineState", bma_card_is_baselined(card, i) ? "unchanged" : "new");
    bma_json_object(json, "properties");
    bma_json_number(json, "bmaLevel", finding->status == BMA_FINDING_DECIDED ? finding->level : -1);
    bma_json_number(json, "bmaScore", card->scores[i]);
    if (bma_card_coding(card, i) != NULL)
        bma_json_number(json, "coderLevel", bma_card_coding(card, i)->level);
    bma_json_object_end(json);
    bma_json_object_end(json);
    json->out->failed |= says.failed;
    bma_buffer_release(&says);
}

static void coherence(struct bma_json *json, const struct bma_sarif_run *run,
                      const struct bma_coherence *fault, const struct bma_sarif_file *file)
{
    const struct bma_evidence *leading = fault->evidence_count > 0 ? fault->evidence : NULL;

    bma_json_object(json, NULL);
    bma_json_string(json, "ruleId", fault->id);
    bma_json_number(json, "ruleIndex", bma_sarif_rule_index(run, fault->id));
    bma_json_string(json, "kind", "fail");
    bma_json_string(json, "level", "warning");
    bma_sarif_message(json, "message", fault->message);
    locations(json, file, leading);
    related(json, file, fault->evidence, fault->evidence_count, leading);
    fingerprint(json, fault->id, leading);
    suppression(json, NULL);
    bma_json_object_end(json);
}

static bool wanted(const struct bma_report_options *options, enum bma_outcome outcome)
{
    if (outcome == BMA_OUTCOME_FAULT)
        return false; /* told as a notification: it says nothing on the draft */
    return options->passes || (outcome != BMA_OUTCOME_MET && outcome != BMA_OUTCOME_NOT_APPLICABLE);
}

static struct bma_sarif_file file_of(const struct bma_sarif_run *run, size_t index)
{
    const struct bma_document *document = run->cards[index]->text->document;

    return (struct bma_sarif_file){"", bma_place_relative(document->path, run->options->base),
                                   (unsigned)index, document, bma_place_in_file(document)};
}

static void results(struct bma_json *json, const struct bma_sarif_run *run)
{
    bma_json_array(json, "results");
    for (size_t k = 0; k < run->count; k++) {
        const struct bma_scorecard *card = run->cards[k];
        struct bma_sarif_file file = file_of(run, k);
        for (uint32_t i = 0; i < card->findings->count; i++)
            if (wanted(run->options, bma_outcome(card, i)))
                criterion(json, card, &file, i);
        for (uint32_t i = 0; i < card->findings->coherence_count; i++)
            coherence(json, run, &card->findings->coherence[i], &file);
    }
    bma_json_array_end(json);
}

static void artifacts(struct bma_json *json, const struct bma_sarif_run *run)
{
    bma_json_array(json, "artifacts");
    for (size_t k = 0; k < run->count; k++) {
        const struct bma_scorecard *card = run->cards[k];
        struct bma_sarif_file file = file_of(run, k);
        file.key = "location";
        bma_json_object(json, NULL);
        bma_sarif_artifact(json, &file);
        bma_json_object(json, "hashes");
        bma_json_string(json, "sha-256", card->text->document->sha256);
        bma_json_object_end(json);
        bma_sarif_message(json, "description", bma_card_title(card));
        bma_json_object(json, "properties");
        bma_json_number(json, "score", card->overall.value);
        bma_json_string(json, "grade", card->grade);
        bma_json_object_end(json);
        bma_json_object_end(json);
    }
    bma_json_array_end(json);
}

void bma_report_sarif(const struct bma_scorecard *const *cards, size_t count,
                      const struct bma_report_options *options, struct bma_buffer *out)
{
    struct bma_sarif_run run;
    struct bma_json json;

    bma_sarif_run_init(&run, cards, count, options);
    bma_json_init(&json, out);
    bma_json_object(&json, NULL);
    bma_json_string(&json, "$schema", SCHEMA);
    bma_json_string(&json, "version", "2.1.0");
    bma_json_array(&json, "runs");
    bma_json_object(&json, NULL);
    bma_sarif_tool(&json, &run);
    bma_sarif_invocation(&json, &run);
    bma_json_string(&json, "columnKind", "unicodeCodePoints");
    artifacts(&json, &run);
    results(&json, &run);
    bma_json_object_end(&json);
    bma_json_array_end(&json);
    bma_json_object_end(&json);
    bma_buffer_addc(out, '\n');
}

/* JUnit XML: a suite per agreement, a case per criterion. */
#include "reports/formats.h"

#include "findings/evidence.h"
#include "reports/escape.h"
#include "reports/outcome.h"
#include "reports/place.h"

#include <string.h>

struct tally {
    unsigned tests, failures, errors, skipped;
};

/* What a case is, in JUnit's words. */
enum fate { FATE_PASSED, FATE_FAILED, FATE_ERROR, FATE_SKIPPED };

static enum fate fate_of(const struct bma_scorecard *card, uint32_t i)
{
    enum bma_outcome outcome = bma_outcome(card, i);

    if (outcome == BMA_OUTCOME_FAULT)
        return FATE_ERROR;
    if (outcome == BMA_OUTCOME_NOT_APPLICABLE || *bma_outcome_excuse(card, i) != '\0')
        return FATE_SKIPPED;
    if (outcome == BMA_OUTCOME_MET)
        return FATE_PASSED;
    return outcome == BMA_OUTCOME_UNDECIDED ? FATE_ERROR : FATE_FAILED;
}

static void tally_add(struct tally *tally, const struct bma_scorecard *card)
{
    for (uint32_t i = 0; i < card->findings->count; i++) {
        enum fate fate = fate_of(card, i);
        tally->tests++;
        tally->failures += fate == FATE_FAILED;
        tally->errors += fate == FATE_ERROR;
        tally->skipped += fate == FATE_SKIPPED;
    }
}

static void attribute(struct bma_buffer *out, const char *name, const char *value)
{
    bma_buffer_addf(out, " %s=\"", name);
    bma_escape_xml(out, value);
    bma_buffer_addc(out, '"');
}

static void tallied(struct bma_buffer *out, const struct tally *tally)
{
    bma_buffer_addf(out, " tests=\"%u\" failures=\"%u\" errors=\"%u\" skipped=\"%u\" time=\"0\"",
                    tally->tests, tally->failures, tally->errors, tally->skipped);
}

static void line_of(struct bma_buffer *out, const char *label, const char *value)
{
    if (value == NULL || *value == '\0')
        return;
    bma_buffer_adds(out, label);
    bma_escape_xml(out, value);
    bma_buffer_addc(out, '\n');
}

static void quotes(struct bma_buffer *out, const struct bma_finding *finding)
{
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        const struct bma_evidence *evidence = &finding->evidence[i];
        bma_buffer_addf(out, "%s, ", bma_evidence_role_name(evidence->role));
        bma_escape_xml(out, evidence->citation);
        if (evidence->voice == BMA_VOICE_TEXT)
            bma_place_line(out, evidence->citation, evidence->line);
        bma_buffer_adds(out, ": ");
        bma_escape_xml(out, evidence->quote);
        bma_buffer_addc(out, '\n');
    }
}

/* An expired waiver, and what a human coder found. */
static void review(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    struct bma_buffer says;

    bma_buffer_init(&says);
    bma_outcome_waiver(card, i, &says);
    line_of(out, "", says.length > 0 ? says.bytes : NULL);
    bma_buffer_clear(&says);
    bma_outcome_coder(card, i, &says);
    line_of(out, "", says.length > 0 ? says.bytes : NULL);
    out->failed |= says.failed;
    bma_buffer_release(&says);
}

/* <failure message="…" type="…">what a reader needs to mend it</failure> */
static void shortfall(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i,
                      const char *element, const char *type)
{
    const struct bma_finding *finding = &card->findings->items[i];
    struct bma_buffer message;

    bma_buffer_init(&message);
    bma_outcome_line(card, i, &message);
    bma_buffer_addf(out, "      <%s", element);
    attribute(out, "type", type);
    attribute(out, "message", message.bytes);
    bma_buffer_adds(out, ">");
    line_of(out, "", finding->reason);
    quotes(out, finding);
    line_of(out, "Missing: ", finding->advice);
    line_of(out, "Suggested: ", finding->wording);
    review(out, card, i);
    if (finding->status == BMA_FINDING_ERROR) {
        bma_buffer_clear(&message);
        bma_finding_fault(finding, &message);
        line_of(out, "", message.bytes);
    }
    bma_buffer_addf(out, "</%s>\n", element);
    out->failed |= message.failed;
    bma_buffer_release(&message);
}

static void skipped(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const char *excuse = bma_outcome_excuse(card, i);
    struct bma_buffer message;

    bma_buffer_init(&message);
    if (*excuse == '\0') {
        bma_buffer_adds(&message, "does not apply to this draft");
    } else {
        bma_outcome_line(card, i, &message);
        bma_buffer_adds(&message, "; ");
        bma_outcome_waiver(card, i, &message);
        if (strcmp(excuse, "baselined") == 0)
            bma_buffer_adds(&message, " known to the baseline");
    }
    bma_buffer_adds(out, "      <skipped");
    attribute(out, "message", message.bytes);
    bma_buffer_adds(out, "/>\n");
    out->failed |= message.failed;
    bma_buffer_release(&message);
}

static void outcome(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    enum bma_outcome found = bma_outcome(card, i);

    switch (fate_of(card, i)) {
    case FATE_PASSED:
        return;
    case FATE_SKIPPED:
        skipped(out, card, i);
        return;
    case FATE_ERROR:
        shortfall(out, card, i, "error", found == BMA_OUTCOME_FAULT ? "rule-failed" : "undecided");
        return;
    case FATE_FAILED:
        shortfall(out, card, i, "failure", bma_outcome_name(found));
        return;
    }
}

static void one_case(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_rule *rule = &card->pack->rules[i];
    const struct bma_evidence *evidence = bma_evidence_leading(finding);
    struct bma_buffer name;

    bma_buffer_init(&name);
    bma_buffer_addf(&name, "%s %s", finding->criterion, rule->title);
    bma_buffer_adds(out, "    <testcase");
    attribute(out, "classname", card->pack->dimensions[rule->dimension].id);
    attribute(out, "name", name.bytes);
    attribute(out, "file", card->text->document->path);
    if (evidence != NULL && evidence->voice == BMA_VOICE_TEXT)
        bma_buffer_addf(out, " line=\"%u\"", (unsigned)evidence->line);
    bma_buffer_adds(out, " time=\"0\">\n");
    outcome(out, card, i);
    bma_buffer_adds(out, "    </testcase>\n");
    out->failed |= name.failed;
    bma_buffer_release(&name);
}

static void property(struct bma_buffer *out, const char *name, const char *value)
{
    bma_buffer_adds(out, "      <property");
    attribute(out, "name", name);
    attribute(out, "value", value);
    bma_buffer_adds(out, "/>\n");
}

static void properties(struct bma_buffer *out, const struct bma_scorecard *card)
{
    struct bma_buffer score, counted;

    bma_buffer_init(&score);
    bma_buffer_init(&counted);
    bma_outcome_score(&score, card->overall.value);
    bma_outcome_score(&counted, card->judged != NULL ? card->counted.value : card->overall.value);
    bma_buffer_adds(out, "    <properties>\n");
    property(out, "score", score.bytes);
    property(out, "score-counted", counted.bytes);
    property(out, "grade", card->grade);
    property(out, "profile", card->profile);
    property(out, "pack", card->pack->id);
    property(out, "pack-version", card->pack->version);
    property(out, "pack-sha256", card->pack->sha256);
    property(out, "source-sha256", card->text->document->sha256);
    bma_buffer_adds(out, "    </properties>\n");
    out->failed |= score.failed || counted.failed;
    bma_buffer_release(&score);
    bma_buffer_release(&counted);
}

/* Faults between clauses have no level and so cannot fail: they are told on the suite's output. */
static void faults(struct bma_buffer *out, const struct bma_findings *findings)
{
    if (findings->coherence_count == 0)
        return;
    bma_buffer_adds(out, "    <system-out>");
    for (uint32_t i = 0; i < findings->coherence_count; i++) {
        bma_escape_xml(out, findings->coherence[i].id);
        bma_buffer_addc(out, ' ');
        bma_escape_xml(out, findings->coherence[i].message);
        bma_buffer_addc(out, '\n');
    }
    bma_buffer_adds(out, "</system-out>\n");
}

static void suite(struct bma_buffer *out, const struct bma_scorecard *card)
{
    struct tally tally = {0, 0, 0, 0};

    tally_add(&tally, card);
    bma_buffer_adds(out, "  <testsuite");
    attribute(out, "name", bma_card_title(card));
    attribute(out, "file", card->agreement->path);
    tallied(out, &tally);
    bma_buffer_adds(out, ">\n");
    properties(out, card);
    for (uint32_t i = 0; i < card->findings->count; i++)
        one_case(out, card, i);
    faults(out, card->findings);
    bma_buffer_adds(out, "  </testsuite>\n");
}

void bma_report_junit(const struct bma_scorecard *const *cards, size_t count,
                      const struct bma_report_options *options, struct bma_buffer *out)
{
    struct tally tally = {0, 0, 0, 0};

    (void)options;
    for (size_t i = 0; i < count; i++)
        tally_add(&tally, cards[i]);
    bma_buffer_adds(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"bma\"");
    tallied(out, &tally);
    bma_buffer_adds(out, ">\n");
    for (size_t i = 0; i < count; i++)
        suite(out, cards[i]);
    bma_buffer_adds(out, "</testsuites>\n");
}

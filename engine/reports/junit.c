/* JUnit XML: a suite per agreement, a case per criterion. */
#include "reports/formats.h"

#include "reports/escape.h"
#include "reports/outcome.h"

#include <string.h>

struct tally {
    unsigned tests, failures, errors, skipped;
};

static void tally_add(struct tally *tally, const struct bma_scorecard *card)
{
    for (uint32_t i = 0; i < card->findings->count; i++) {
        enum bma_outcome outcome = bma_outcome(card, i);
        bool missed = outcome == BMA_OUTCOME_SHORT || outcome == BMA_OUTCOME_CONTRADICTED;
        bool waived = bma_waiver_of(card, i) != NULL;
        tally->tests++;
        tally->failures += missed && !waived;
        tally->errors += outcome == BMA_OUTCOME_FAULT || (outcome == BMA_OUTCOME_UNDECIDED && !waived);
        tally->skipped += outcome == BMA_OUTCOME_NOT_APPLICABLE ||
                          ((missed || outcome == BMA_OUTCOME_UNDECIDED) && waived);
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
            bma_buffer_addf(out, ", line %u", (unsigned)evidence->line);
        bma_buffer_adds(out, ": ");
        bma_escape_xml(out, evidence->quote);
        bma_buffer_addc(out, '\n');
    }
}

/* <failure message="…" type="…">what a reader needs to mend it</failure> */
static void shortfall(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i, const char *element,
                      const char *type)
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
    if (finding->status == BMA_FINDING_ERROR) {
        bma_escape_xml(out, finding->error_file);
        bma_buffer_addf(out, ":%u: ", (unsigned)finding->error_line);
        line_of(out, "", finding->error);
    }
    bma_buffer_addf(out, "</%s>\n", element);
    out->failed |= message.failed;
    bma_buffer_release(&message);
}

static void skipped(struct bma_buffer *out, const struct bma_waiver *waiver)
{
    struct bma_buffer message;

    bma_buffer_init(&message);
    bma_buffer_adds(&message, waiver != NULL ? "waived: " : "does not apply to this draft");
    if (waiver != NULL)
        bma_buffer_addf(&message, "%s", waiver->justification);
    if (waiver != NULL && *waiver->by != '\0')
        bma_buffer_addf(&message, " (%s)", waiver->by);
    if (waiver != NULL && *waiver->until != '\0')
        bma_buffer_addf(&message, ", until %s", waiver->until);
    bma_buffer_adds(out, "      <skipped");
    attribute(out, "message", message.bytes);
    bma_buffer_adds(out, "/>\n");
    out->failed |= message.failed;
    bma_buffer_release(&message);
}

static void outcome(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_waiver *waiver = bma_waiver_of(card, i);

    switch (bma_outcome(card, i)) {
    case BMA_OUTCOME_MET:
        return;
    case BMA_OUTCOME_NOT_APPLICABLE:
        skipped(out, NULL);
        return;
    case BMA_OUTCOME_FAULT:
        shortfall(out, card, i, "error", "rule-failed");
        return;
    case BMA_OUTCOME_UNDECIDED:
        if (waiver != NULL)
            skipped(out, waiver);
        else
            shortfall(out, card, i, "error", "undecided");
        return;
    case BMA_OUTCOME_SHORT:
    case BMA_OUTCOME_CONTRADICTED:
        if (waiver != NULL)
            skipped(out, waiver);
        else
            shortfall(out, card, i, "failure", bma_outcome_name(bma_outcome(card, i)));
        return;
    }
}

static void one_case(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    const struct bma_rule *rule = &card->pack->rules[i];
    const struct bma_evidence *evidence = bma_leading_evidence(finding);
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
    struct bma_buffer score;

    bma_buffer_init(&score);
    bma_outcome_score(&score, card->overall.value);
    bma_buffer_adds(out, "    <properties>\n");
    property(out, "score", score.bytes);
    property(out, "grade", card->grade);
    property(out, "profile", card->profile);
    property(out, "pack", card->pack->id);
    property(out, "pack-version", card->pack->version);
    property(out, "pack-sha256", card->pack->sha256);
    property(out, "source-sha256", card->text->document->sha256);
    bma_buffer_adds(out, "    </properties>\n");
    out->failed |= score.failed;
    bma_buffer_release(&score);
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

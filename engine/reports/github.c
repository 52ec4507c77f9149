/* Workflow commands: GitHub shows each as an annotation at its line. */
#include "reports/formats.h"

#include "findings/evidence.h"
#include "reports/escape.h"
#include "reports/outcome.h"
#include "reports/place.h"

#include <string.h>

/* What the annotations of one agreement have in common. */
struct file {
    const char *path;
    const struct bma_document *document;
    bool lines; /* lines and columns are those of the file */
};

static void property(struct bma_buffer *out, char before, const char *name, const char *value)
{
    bma_buffer_addf(out, "%c%s=", before, name);
    bma_escape_property(out, value);
}

/* Everything before the message: "::warning file=draft.txt,line=4,col=1,title=HR-5 …::" */
static void command(struct bma_buffer *out, const struct file *file, const char *name,
                    const struct bma_evidence *evidence, const char *title)
{
    uint32_t line, column;

    bma_buffer_addf(out, "::%s", name);
    property(out, ' ', "file", file->path);
    if (file->lines && evidence != NULL && evidence->voice == BMA_VOICE_TEXT) {
        bma_document_position(file->document, evidence->source.end, &line, &column);
        bma_buffer_addf(out, ",line=%u", (unsigned)evidence->line);
        if (line == evidence->line) /* columns mean something only within one line */
            bma_buffer_addf(out, ",col=%u,endColumn=%u", (unsigned)evidence->column, (unsigned)column);
        else
            bma_buffer_addf(out, ",endLine=%u", (unsigned)line);
    } else if (file->lines) {
        bma_buffer_adds(out, ",line=1");
    }
    property(out, ',', "title", title);
    bma_buffer_adds(out, "::");
}

static void labelled(struct bma_buffer *out, const char *label, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    bma_buffer_adds(out, label);
    bma_escape_message(out, text);
}

static void quote(struct bma_buffer *out, const struct bma_evidence *evidence)
{
    if (evidence == NULL)
        return;
    bma_buffer_adds(out, "%0A");
    bma_escape_message(out, evidence->citation);
    bma_buffer_adds(out, ": “");
    bma_escape_message(out, evidence->words);
    bma_buffer_adds(out, "”");
}

static void fault(struct bma_buffer *out, const struct bma_finding *finding)
{
    struct bma_buffer says;

    bma_buffer_init(&says);
    bma_finding_fault(finding, &says);
    bma_escape_message(out, says.bytes);
    out->failed |= says.failed;
    bma_buffer_release(&says);
}

static void message(struct bma_buffer *out, const struct bma_scorecard *card, uint32_t i)
{
    const struct bma_finding *finding = &card->findings->items[i];
    struct bma_buffer review;

    if (finding->status == BMA_FINDING_ERROR) {
        fault(out, finding);
        return;
    }
    bma_escape_message(out, finding->reason);
    quote(out, bma_evidence_leading(finding));
    labelled(out, "%0AMissing: ", finding->advice);
    labelled(out, "%0ASuggested: ", finding->wording);
    bma_buffer_init(&review);
    bma_outcome_waiver(card, i, &review);
    labelled(out, "%0A", review.length > 0 ? review.bytes : NULL);
    bma_buffer_clear(&review);
    bma_outcome_coder(card, i, &review);
    labelled(out, "%0A", review.length > 0 ? review.bytes : NULL);
    if (strcmp(bma_outcome_excuse(card, i), "baselined") == 0)
        labelled(out, "%0A", "known to the baseline");
    out->failed |= review.failed;
    bma_buffer_release(&review);
}

/* GitHub's words: a waived shortfall is no more than a notice. */
static const char *loudness(const struct bma_scorecard *card, uint32_t i)
{
    const char *severity = bma_severity(card, i);

    if (bma_outcome(card, i) == BMA_OUTCOME_FAULT)
        return "error";
    if (*bma_outcome_excuse(card, i) != '\0' || strcmp(severity, "note") == 0)
        return "notice";
    return severity;
}

static void criterion(struct bma_buffer *out, const struct bma_scorecard *card, const struct file *file,
                      uint32_t i)
{
    enum bma_outcome outcome = bma_outcome(card, i);
    struct bma_buffer title;

    if (outcome == BMA_OUTCOME_MET || outcome == BMA_OUTCOME_NOT_APPLICABLE)
        return;
    bma_buffer_init(&title);
    bma_outcome_line(card, i, &title);
    command(out, file, loudness(card, i), bma_evidence_leading(&card->findings->items[i]), title.bytes);
    message(out, card, i);
    bma_buffer_addc(out, '\n');
    out->failed |= title.failed;
    bma_buffer_release(&title);
}

static void verdict(struct bma_buffer *out, const struct bma_scorecard *card, const struct file *file)
{
    command(out, file, "notice", NULL, bma_card_title(card));
    bma_buffer_adds(out, "Score ");
    bma_outcome_score(out, card->overall.value);
    bma_buffer_adds(out, " of 100, grade ");
    bma_escape_message(out, card->grade != NULL ? card->grade : "–");
    labelled(out, "; by points it would be ", card->capped_by != NULL ? card->uncapped_grade : NULL);
    labelled(out, ", but it fails ", card->capped_by);
    labelled(out, "; pack ", card->pack->id);
    labelled(out, " ", card->pack->version);
    labelled(out, ", profile ", card->profile);
    bma_buffer_addc(out, '\n');
}

void bma_report_github(const struct bma_scorecard *const *cards, size_t count,
                       const struct bma_report_options *options, struct bma_buffer *out)
{
    for (size_t k = 0; k < count; k++) {
        const struct bma_findings *findings = cards[k]->findings;
        const struct bma_document *document = cards[k]->text->document;
        struct file file = {bma_place_relative(document->path, options->base), document,
                            bma_place_in_file(document)};
        verdict(out, cards[k], &file);
        for (uint32_t i = 0; i < findings->count; i++)
            criterion(out, cards[k], &file, i);
        for (uint32_t i = 0; i < findings->coherence_count; i++) {
            const struct bma_coherence *fault = &findings->coherence[i];
            command(out, &file, "warning", fault->evidence_count > 0 ? fault->evidence : NULL, fault->id);
            bma_escape_message(out, fault->message);
            bma_buffer_addc(out, '\n');
        }
    }
}

/* Recommendations with what the draft says on each, what is missing and a clause that would do; coherence. */
#include "reports/html.h"

#include "base/memory.h"
#include "findings/evidence.h"
#include "reports/escape.h"
#include "reports/outcome.h"
#include "reports/place.h"

#include <string.h>

/* The words by which a rule found the clause: a reader sees at once whether they mean what it takes them for.
 */
static void grounds(const struct bma_html *html, const struct bma_evidence *evidence)
{
    for (uint32_t i = 0; i < evidence->ground_count; i++) {
        bma_buffer_adds(html->out, i == 0 ? " · found by “" : ", “");
        bma_escape_xml(html->out, evidence->grounds[i].words);
        bma_buffer_adds(html->out, "”");
    }
}

static void quote(const struct bma_html *html, const struct bma_evidence *evidence, const char *criterion,
                  uint32_t fault, uint32_t piece)
{
    static const char *const says[] = {"",          "and, to carry it out",
                                       "weaker",    "works against it",
                                       "conflicts", "nearest miss, which does not count"};

    bma_buffer_addf(html->out, "<blockquote class=\"%s\"><p dir=\"auto\">",
                    bma_evidence_role_name(evidence->role));
    bma_buffer_adds(html->out, evidence->voice == BMA_VOICE_TEXT ? "“" : "");
    bma_escape_xml(html->out, evidence->words);
    bma_buffer_adds(html->out, evidence->voice == BMA_VOICE_TEXT ? "”</p><footer>" : "</p><footer>");
    if (evidence->voice == BMA_VOICE_TEXT) {
        bma_buffer_adds(html->out, "<a href=\"#");
        bma_html_piece_id(html, criterion, fault, piece);
        bma_buffer_adds(html->out, "\">");
        bma_escape_xml(html->out, evidence->citation);
        bma_place_line(html->out, evidence->citation, evidence->line);
        bma_buffer_adds(html->out, "</a>");
    } else {
        bma_escape_xml(html->out, bma_voice_name(evidence->voice));
    }
    if (*says[evidence->role] != '\0')
        bma_buffer_addf(html->out, " · %s", says[evidence->role]);
    grounds(html, evidence);
    bma_buffer_adds(html->out, "</footer></blockquote>\n");
}

static void line(const struct bma_html *html, const char *term, const char *class, const char *text)
{
    if (text == NULL || *text == '\0')
        return;
    bma_buffer_addf(html->out, "<div class=\"%s\"><dt>%s</dt>", class, term);
    bma_html_element(html, "dd", NULL, text);
    bma_buffer_adds(html->out, "</div>\n");
}

/* What a person found stands beside what the program found, and who answers for a shortfall below it. */
static void review(const struct bma_html *html, uint32_t i)
{
    struct bma_buffer says;

    bma_buffer_init(&says);
    bma_outcome_coder(html->card, i, &says);
    line(html, "Two readings", "coder", says.length > 0 ? says.bytes : NULL);
    bma_buffer_clear(&says);
    bma_outcome_waiver(html->card, i, &says);
    line(html, "Waiver", "waived", says.length > 0 ? says.bytes : NULL);
    if (strcmp(bma_outcome_excuse(html->card, i), "baselined") == 0)
        line(html, "Baseline", "waived", "this shortfall was known when the baseline was written");
    html->out->failed |= says.failed;
    bma_buffer_release(&says);
}

static void fault(const struct bma_html *html, const struct bma_finding *finding)
{
    struct bma_buffer says;

    if (finding->status != BMA_FINDING_ERROR)
        return;
    bma_buffer_init(&says);
    bma_finding_fault(finding, &says);
    line(html, "Rule failed", "failed", says.bytes);
    html->out->failed |= says.failed;
    bma_buffer_release(&says);
}

/* Absent is worse than short of what is asked: it has a colour of its own. */
static const char *class_of(const struct bma_html *html, uint32_t i)
{
    enum bma_outcome outcome = bma_outcome(html->card, i);

    if (outcome == BMA_OUTCOME_SHORT && bma_card_judged(html->card, i).level == BMA_LEVEL_ABSENT)
        return "absent";
    return bma_outcome_name(outcome);
}

/* "binding (3)", with the level as dots too, so that colour is not needed. */
static void level(const struct bma_html *html, uint32_t i)
{
    const struct bma_finding *finding = &html->card->findings->items[i];

    bma_buffer_addf(html->out, "<span class=\"level %s\">", class_of(html, i));
    if (finding->status == BMA_FINDING_DECIDED && finding->contradicted)
        bma_buffer_adds(html->out, "<span class=\"dots\">✗</span> ");
    else if (finding->status == BMA_FINDING_DECIDED) {
        bma_buffer_adds(html->out, "<span class=\"dots\">");
        for (int k = 0; k < BMA_LEVEL_OPERATIONAL; k++)
            bma_buffer_adds(html->out, k < finding->level ? "●" : "○");
        bma_buffer_adds(html->out, "</span> ");
    }
    bma_outcome_level(finding, html->out);
    bma_buffer_adds(html->out, "</span>");
    if (*bma_outcome_excuse(html->card, i) != '\0')
        bma_html_element(html, "span", "level", bma_outcome_excuse(html->card, i));
}

static void criterion(const struct bma_html *html, uint32_t i)
{
    const struct bma_finding *finding = &html->card->findings->items[i];

    bma_buffer_addf(html->out, "<article class=\"criterion %s\" id=\"", class_of(html, i));
    bma_html_criterion_id(html, finding->criterion);
    bma_buffer_adds(html->out, "\">\n<header><h4>");
    bma_html_element(html, "span", "id", finding->criterion);
    bma_buffer_addc(html->out, ' ');
    bma_escape_xml(html->out, html->card->pack->rules[i].title);
    bma_buffer_adds(html->out, "</h4>");
    level(html, i);
    bma_buffer_adds(html->out, "</header>\n");
    if (finding->reason != NULL && *finding->reason != '\0')
        bma_html_element(html, "p", "reason", finding->reason);
    for (uint32_t k = 0; k < finding->evidence_count; k++)
        quote(html, &finding->evidence[k], finding->criterion, 0, k);
    bma_buffer_adds(html->out, "<dl>\n");
    fault(html, finding);
    line(html, "Missing", "missing", finding->advice);
    line(html, "Suggested wording", "wording", finding->wording);
    review(html, i);
    bma_buffer_adds(html->out, "</dl>\n</article>\n");
}

/* A criterion whose card stands further up: its level, its first quote and the way there. */
static void reference(const struct bma_html *html, uint32_t i)
{
    const struct bma_finding *finding = &html->card->findings->items[i];
    const struct bma_evidence *evidence = bma_evidence_leading(finding);

    bma_buffer_adds(html->out, "<p class=\"reference\"><a href=\"#");
    bma_html_criterion_id(html, finding->criterion);
    bma_buffer_adds(html->out, "\">");
    bma_html_element(html, "span", "id", finding->criterion);
    bma_buffer_addc(html->out, ' ');
    bma_escape_xml(html->out, html->card->pack->rules[i].title);
    bma_buffer_adds(html->out, "</a> ");
    level(html, i);
    if (evidence != NULL) {
        bma_buffer_adds(html->out, " <span class=\"cited\">");
        bma_escape_xml(html->out, evidence->citation);
        bma_buffer_adds(html->out, "</span>");
    }
    bma_buffer_adds(html->out, "</p>\n");
}

/* A recommendation may ask for the absence of faults: how many there are of that kind. */
static void fault_reference(const struct bma_html *html, const char *id)
{
    uint32_t found = 0, first = 0;

    for (uint32_t i = html->card->findings->coherence_count; i-- > 0;)
        if (strcmp(html->card->findings->coherence[i].id, id) == 0) {
            found++;
            first = i;
        }
    bma_buffer_adds(html->out, "<p class=\"reference\">");
    bma_html_element(html, "span", "id", id);
    bma_buffer_addf(html->out, " faults between clauses: %u ", (unsigned)found);
    if (found > 0) {
        bma_buffer_adds(html->out, "<a href=\"#");
        bma_html_fault_id(html, first);
        bma_buffer_adds(html->out, "\">see there</a>");
    }
    bma_buffer_adds(html->out, "</p>\n");
}

static void answers(const struct bma_html *html, const struct bma_recommendation *asked, bool *shown)
{
    for (uint32_t i = 0; i < asked->criterion_count; i++) {
        uint32_t rule = bma_pack_find_rule(html->card->pack, asked->criteria[i]);
        if (rule >= html->card->findings->count) {
            fault_reference(html, asked->criteria[i]);
        } else if (shown[rule]) {
            reference(html, rule);
        } else {
            shown[rule] = true;
            criterion(html, rule);
        }
    }
}

static void recommendation(const struct bma_html *html, const struct bma_recommendation_result *result,
                           bool *shown)
{
    const char *status = bma_recommendation_status_name(result->status);

    bma_buffer_adds(html->out, "<section class=\"recommendation\" id=\"");
    bma_html_criterion_id(html, result->recommendation->id);
    bma_buffer_adds(html->out, "\">\n<header><h3>");
    bma_html_element(html, "span", "id", result->recommendation->id);
    bma_buffer_addc(html->out, ' ');
    bma_escape_xml(html->out, result->recommendation->gist);
    bma_buffer_addf(html->out, "</h3><span class=\"status %s\">%s%s</span></header>\n", status, status,
                    result->uncertain ? "?" : "");
    if (result->note != NULL && *result->note != '\0')
        bma_html_element(html, "p", "note", result->note);
    answers(html, result->recommendation, shown);
    bma_buffer_adds(html->out, "</section>\n");
}

static void of_priority(const struct bma_html *html, enum bma_priority priority, const char *title,
                        bool *shown)
{
    bool any = false;

    for (uint32_t i = 0; i < html->card->recommendation_count; i++) {
        const struct bma_recommendation_result *result = &html->card->recommendations[i];
        if (result->status == BMA_STATUS_POLICY || result->recommendation->priority != priority)
            continue;
        if (!any)
            bma_buffer_addf(html->out, "<h2 class=\"group\">%s</h2>\n", title);
        any = true;
        recommendation(html, result, shown);
    }
}

/* What the report's discussion brought up without making it a recommendation. */
static void others(const struct bma_html *html, const bool *shown)
{
    bool any = false;

    for (uint32_t i = 0; i < html->card->findings->count; i++) {
        if (shown[i])
            continue;
        if (!any)
            bma_buffer_adds(html->out,
                            "<h2 class=\"group\">Further criteria, from the report’s discussion</h2>\n"
                            "<section class=\"recommendation\">\n");
        any = true;
        criterion(html, i);
    }
    if (any)
        bma_buffer_adds(html->out, "</section>\n");
}

static void outside(const struct bma_html *html)
{
    bool any = false;

    for (uint32_t i = 0; i < html->card->recommendation_count; i++) {
        const struct bma_recommendation_result *result = &html->card->recommendations[i];
        if (result->status != BMA_STATUS_POLICY)
            continue;
        if (!any)
            bma_buffer_adds(html->out,
                            "<h2 class=\"group\">Outside any draft</h2>\n<table class=\"outside\"><thead>"
                            "<tr><th>No.</th><th>Recommendation</th><th>Why no draft is scored on "
                            "it</th></tr></thead><tbody>\n");
        any = true;
        bma_buffer_adds(html->out, "<tr>");
        bma_html_element(html, "td", "id", result->recommendation->id);
        bma_html_element(html, "td", NULL, result->recommendation->gist);
        bma_html_element(html, "td", NULL, result->note);
        bma_buffer_adds(html->out, "</tr>\n");
    }
    if (any)
        bma_buffer_adds(html->out, "</tbody></table>\n");
}

void bma_html_recommendations(const struct bma_html *html)
{
    bool *shown = bma_calloc((size_t)html->card->findings->count + 1, sizeof *shown);

    if (shown == NULL) {
        html->out->failed = true;
        return;
    }
    bma_buffer_addf(html->out, "<div id=\"a%u--recommendations\">\n", html->number);
    of_priority(html, BMA_PRIORITY_CRITICAL, "What the report calls essential", shown);
    of_priority(html, BMA_PRIORITY_STANDARD, "What the report asks of every agreement", shown);
    of_priority(html, BMA_PRIORITY_SUPPLEMENTARY, "What else it recommends", shown);
    others(html, shown);
    outside(html);
    bma_buffer_adds(html->out, "</div>\n");
    bma_free(shown);
}

static void duties(const struct bma_html *html)
{
    struct bma_buffer says;

    bma_buffer_init(&says);
    bma_outcome_duties(html->card, &says);
    bma_html_element(html, "p", NULL, says.bytes);
    bma_buffer_addc(html->out, '\n');
    html->out->failed |= says.failed;
    bma_buffer_release(&says);
}

void bma_html_coherence(const struct bma_html *html)
{
    const struct bma_findings *findings = html->card->findings;

    bma_buffer_addf(html->out, "<section class=\"coherence\" id=\"a%u--coherence\">\n<h2>Coherence</h2>\n",
                    html->number);
    if (findings->coherence_count == 0)
        bma_html_element(html, "p", NULL, "No faults between clauses were found.");
    for (uint32_t i = 0; i < findings->coherence_count; i++) {
        bma_buffer_adds(html->out, "<article class=\"criterion fault\" id=\"");
        bma_html_fault_id(html, i);
        bma_buffer_adds(html->out, "\">\n<header><h4>");
        bma_html_element(html, "span", "id", findings->coherence[i].id);
        bma_buffer_addc(html->out, ' ');
        bma_escape_xml(html->out, findings->coherence[i].message);
        bma_buffer_adds(html->out, "</h4></header>\n");
        for (uint32_t k = 0; k < findings->coherence[i].evidence_count; k++)
            quote(html, &findings->coherence[i].evidence[k], NULL, i, k);
        bma_buffer_adds(html->out, "</article>\n");
    }
    duties(html);
    bma_buffer_adds(html->out, "</section>\n");
}

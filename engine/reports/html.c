/* A page to read, print and file: its frame, the verdict, the foot; the parts stand in html_*.c. */
#include "reports/html.h"

#include "base/sha256.h"
#include "reports/escape.h"
#include "reports/formats.h"
#include "reports/outcome.h"
#include "reports/style.h"

#include <math.h>
#include <string.h>

void bma_html_element(const struct bma_html *html, const char *tag, const char *class, const char *text)
{
    bma_buffer_addf(html->out, "<%s", tag);
    if (class != NULL)
        bma_buffer_addf(html->out, " class=\"%s\"", class);
    bma_buffer_addc(html->out, '>');
    bma_escape_xml(html->out, text);
    bma_buffer_addf(html->out, "</%s>", tag);
}

void bma_html_score(const struct bma_html *html, double score)
{
    bma_outcome_score(html->out, score);
}

void bma_html_criterion_id(const struct bma_html *html, const char *criterion)
{
    bma_buffer_addf(html->out, "a%u-", html->number);
    bma_escape_uri(html->out, criterion);
}

void bma_html_fault_id(const struct bma_html *html, uint32_t fault)
{
    bma_buffer_addf(html->out, "a%u-fault-%u", html->number, (unsigned)fault + 1);
}

void bma_html_piece_id(const struct bma_html *html, const char *criterion, uint32_t fault, uint32_t piece)
{
    if (criterion != NULL)
        bma_html_criterion_id(html, criterion);
    else
        bma_html_fault_id(html, fault);
    bma_buffer_addf(html->out, "-text-%u", (unsigned)piece + 1);
}

const char *bma_html_tone(double score)
{
    return isnan(score) ? "none" : score >= 65 ? "good" : score >= 35 ? "fair" : "poor";
}

static void style_hash(struct bma_buffer *out)
{
    struct bma_sha256 hash;
    char digest[45];

    bma_sha256_init(&hash);
    bma_sha256_add(&hash, bma_style, bma_style_length);
    bma_sha256_base64(&hash, digest);
    bma_buffer_addf(out, "'sha256-%s'", digest);
}

void bma_html_head(struct bma_buffer *out, const char *title, const char *what)
{
    bma_buffer_adds(out,
                    "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
                    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src ");
    style_hash(out);
    bma_buffer_adds(out, "; base-uri 'none'; form-action 'none'\"/>\n"
                         "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                         "<meta name=\"color-scheme\" content=\"light dark\"/>\n"
                         "<meta name=\"referrer\" content=\"no-referrer\"/>\n"
                         "<meta name=\"generator\" content=\"bma " BMA_VERSION "\"/>\n<title>");
    bma_escape_xml(out, title);
    bma_buffer_addf(out, " – %s</title>\n<style>", what);
    bma_buffer_add(out, bma_style, bma_style_length);
    bma_buffer_adds(out, "</style>\n</head>\n<body>\n");
}

/* With several agreements on a page, the way to each. */
static void overview(struct bma_buffer *out, const struct bma_scorecard *const *cards, size_t count)
{
    bma_buffer_adds(out, "<nav class=\"overview\"><h1>Scorecards</h1><table><thead><tr><th>Agreement</th>"
                         "<th class=\"num\">Score</th><th>Grade</th></tr></thead><tbody>\n");
    for (size_t i = 0; i < count; i++) {
        struct bma_html html = {out, cards[i], (unsigned)i + 1};
        bma_buffer_addf(out, "<tr><td><a href=\"#a%zu\">", i + 1);
        bma_escape_xml(out, bma_card_title(cards[i]));
        bma_buffer_adds(out, "</a></td><td class=\"num\">");
        bma_html_score(&html, cards[i]->overall.value);
        bma_buffer_adds(out, "</td>");
        bma_html_element(&html, "td", NULL, cards[i]->grade);
        bma_buffer_adds(out, "</tr>\n");
    }
    bma_buffer_adds(out, "</tbody></table></nav>\n");
}

static void identity(const struct bma_html *html)
{
    const struct bma_scorecard *card = html->card;
    const char *instrument = bma_instrument_name(card->instrument);

    bma_buffer_adds(html->out, "<header class=\"identity\">\n<p class=\"kicker\">Compliance scorecard · ");
    bma_escape_xml(html->out, card->pack->title);
    bma_buffer_adds(html->out, "</p>\n");
    bma_html_element(html, "h1", NULL, bma_card_title(card));
    bma_buffer_adds(html->out, "\n<p class=\"meta\">");
    bma_html_element(html, "span", NULL, card->text->document->path);
    if (instrument != NULL)
        bma_html_element(html, "span", NULL, instrument);
    for (size_t i = 0; i < card->party_count; i++) {
        const char *role = bma_role_name(card->parties[i].role);
        bma_buffer_adds(html->out, "<span>");
        bma_escape_xml(html->out, card->parties[i].name);
        if (role != NULL)
            bma_buffer_addf(html->out, " (%s)", role);
        bma_buffer_adds(html->out, "</span>");
    }
    bma_buffer_adds(html->out, "</p>\n</header>\n");
}

/* The critical recommendations of one status, as links; nothing where there are none. */
static void critical(const struct bma_html *html, enum bma_recommendation_status status, const char *says)
{
    bool any = false;

    for (uint32_t i = 0; i < html->card->recommendation_count; i++) {
        const struct bma_recommendation_result *result = &html->card->recommendations[i];
        if (result->status != status || result->recommendation->priority != BMA_PRIORITY_CRITICAL)
            continue;
        bma_buffer_addf(html->out, "%s<a href=\"#", any ? ", " : "<li>");
        bma_html_criterion_id(html, result->recommendation->id);
        bma_buffer_adds(html->out, "\">");
        bma_escape_xml(html->out, result->recommendation->id);
        bma_buffer_addf(html->out, "</a>%s", result->uncertain ? " (?)" : "");
        any = true;
    }
    if (any)
        bma_buffer_addf(html->out, " %s</li>\n", says);
}

static void grade(const struct bma_html *html)
{
    const struct bma_scorecard *card = html->card;

    bma_buffer_addf(html->out, "<p class=\"grade %s\"><span class=\"what\">Grade</span> ",
                    bma_html_tone(card->overall.value));
    bma_html_element(html, "strong", NULL, card->grade != NULL ? card->grade : "–");
    bma_buffer_adds(html->out, " <span class=\"points\"><b>");
    bma_html_score(html, card->overall.value);
    bma_buffer_adds(html->out, "</b> of 100</span></p>\n");
}

static void count_line(const struct bma_html *html)
{
    const struct bma_scorecard *card = html->card;
    const struct {
        const char *word;
        uint32_t number;
    } counts[] = {{"met", card->met},
                  {"undertaken softly", card->soft},
                  {"only mentioned", card->mentioned},
                  {"absent", card->absent},
                  {"contradicted", card->contradicted},
                  {"could not be decided", card->errors + card->undecided},
                  {"not applicable", card->not_applicable}};

    bma_buffer_addf(html->out, "<p>Of %u criteria: ", (unsigned)card->findings->count);
    for (size_t i = 0, said = 0; i < sizeof counts / sizeof counts[0]; i++)
        if (counts[i].number > 0)
            bma_buffer_addf(html->out, "%s<b>%u</b> %s", said++ > 0 ? ", " : "", (unsigned)counts[i].number,
                            counts[i].word);
    bma_buffer_adds(html->out, ".</p>\n");
}

static void criterion_link(const struct bma_html *html, uint32_t i)
{
    bma_buffer_adds(html->out, "<a href=\"#");
    bma_html_criterion_id(html, html->card->findings->items[i].criterion);
    bma_buffer_adds(html->out, "\">");
    bma_escape_xml(html->out, html->card->findings->items[i].criterion);
    bma_buffer_addc(html->out, ' ');
    bma_escape_xml(html->out, html->card->pack->rules[i].title);
    bma_buffer_adds(html->out, "</a>");
}

/* The way to what is to be mended first. */
static void mend_first(const struct bma_html *html)
{
    unsigned shown = 0;

    for (enum bma_turn turn = BMA_TURN_CONTRADICTED; turn < BMA_TURN_NEVER; turn++)
        for (uint32_t i = 0; i < html->card->findings->count; i++) {
            const struct bma_finding *finding = &html->card->findings->items[i];
            if (bma_outcome_turn(html->card, i) != turn)
                continue;
            bma_buffer_adds(html->out, shown++ == 0 ? "<h3>Mend first</h3>\n<ol class=\"first\">\n" : "");
            bma_buffer_adds(html->out, "<li>");
            criterion_link(html, i);
            bma_buffer_adds(html->out, ": ");
            bma_outcome_level(finding, html->out);
            bma_buffer_adds(html->out, "</li>\n");
        }
    bma_buffer_adds(html->out, shown > 0 ? "</ol>\n" : "");
}

/* The way to all that is short of what is asked, by level. */
static void shortfalls(const struct bma_html *html)
{
    const struct bma_scorecard *card = html->card;
    bool headed = false;

    for (int level = BMA_LEVEL_ABSENT; level < card->least && level < BMA_LEVEL_OPERATIONAL; level++) {
        unsigned found = 0;

        for (uint32_t i = 0; i < card->findings->count; i++) {
            if (!bma_outcome_short_at(card, i, level))
                continue;
            if (!headed)
                bma_buffer_adds(html->out, "<h3>What falls short</h3>\n<ul class=\"short\">\n");
            headed = true;
            if (found++ == 0)
                bma_buffer_addf(html->out, "<li><b>%s</b>: ", bma_outcome_short_name(level));
            else
                bma_buffer_adds(html->out, ", ");
            criterion_link(html, i);
        }
        bma_buffer_adds(html->out, found > 0 ? "</li>\n" : "");
    }
    bma_buffer_adds(html->out, headed ? "</ul>\n" : "");
}

/* A paragraph of its own, where there is anything to say. */
static void says_of(const struct bma_html *html,
                    void (*says)(const struct bma_scorecard *card, struct bma_buffer *out))
{
    struct bma_buffer said;

    bma_buffer_init(&said);
    says(html->card, &said);
    if (said.length > 0)
        bma_html_element(html, "p", NULL, said.bytes);
    html->out->failed |= said.failed;
    bma_buffer_release(&said);
}

static void verdict(const struct bma_html *html)
{
    const struct bma_scorecard *card = html->card;

    bma_buffer_adds(html->out, "<div class=\"verdict\">\n<h2>Verdict</h2>\n");
    grade(html);
    if (card->capped_by != NULL) {
        bma_buffer_adds(html->out, "<p>By its points the draft would have grade ");
        bma_html_element(html, "b", NULL, card->uncapped_grade);
        bma_buffer_adds(html->out, ", but it fails ");
        bma_html_element(html, "b", NULL, card->capped_by);
        bma_buffer_adds(html->out, ", which the report calls essential.</p>\n");
    }
    if (card->overall.high > card->overall.low) {
        bma_buffer_adds(html->out, "<p>What is not certain leaves the score between ");
        bma_html_score(html, card->overall.low);
        bma_buffer_adds(html->out, " and ");
        bma_html_score(html, card->overall.high);
        bma_buffer_adds(html->out, ".</p>\n");
    }
    bma_buffer_adds(html->out, "<ul class=\"essential\">\n");
    critical(html, BMA_STATUS_CONTRADICTED, "essential, and a clause works against it");
    critical(html, BMA_STATUS_UNMET, "essential, and not answered");
    critical(html, BMA_STATUS_UNDECIDED, "essential, and could not be decided");
    critical(html, BMA_STATUS_PARTLY, "essential, and answered only in part");
    critical(html, BMA_STATUS_MET, "essential, and met");
    bma_buffer_adds(html->out, "</ul>\n");
    count_line(html);
    says_of(html, bma_outcome_uncertain);
    says_of(html, bma_outcome_without_text);
    says_of(html, bma_outcome_counted);
    if (card->text->non_binding)
        bma_html_element(html, "p", NULL,
                         "The instrument says that it binds nobody, so that no criterion can be more than "
                         "softly met.");
    mend_first(html);
    shortfalls(html);
    bma_buffer_adds(html->out, "</div>\n");
}

static void contents(const struct bma_html *html)
{
    static const char *const parts[][2] = {{"recommendations", "Recommendations"},
                                           {"coherence", "Coherence"},
                                           {"draft", "The draft"},
                                           {"sign", "Sign-off"}};

    bma_buffer_adds(html->out, "<nav class=\"contents\">");
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++)
        bma_buffer_addf(html->out, "<a href=\"#a%u--%s\">%s</a>", html->number, parts[i][0], parts[i][1]);
    bma_buffer_adds(html->out, "</nav>\n");
}

static void sign_off(const struct bma_html *html)
{
    static const char *const lines[] = {"Reviewer", "Office", "Date", "Signature"};

    bma_buffer_addf(html->out,
                    "<section class=\"sign\" id=\"a%u--sign\">\n<h2>Sign-off</h2>\n<p class=\"boxes\">",
                    html->number);
    bma_buffer_adds(html->out, "<span>☐ accepted as it stands</span><span>☐ to be revised</span>"
                               "<span>☐ not accepted</span></p>\n<dl>\n");
    for (size_t i = 0; i < sizeof lines / sizeof lines[0]; i++)
        bma_buffer_addf(html->out, "<div><dt>%s</dt><dd></dd></div>\n", lines[i]);
    bma_buffer_adds(html->out, "</dl>\n</section>\n");
}

static void fact(const struct bma_html *html, const char *name, const char *value)
{
    bma_buffer_addf(html->out, "<div><dt>%s</dt>", name);
    bma_html_element(html, "dd", NULL, value);
    bma_buffer_adds(html->out, "</div>\n");
}

static void foot(const struct bma_html *html)
{
    const struct bma_scorecard *card = html->card;
    struct bma_buffer pack;

    bma_buffer_init(&pack);
    bma_buffer_addf(&pack, "%s %s, sha256 %s", card->pack->id, card->pack->version, card->pack->sha256);
    bma_buffer_adds(
        html->out,
        "<footer>\n<h2>Method</h2>\n<p>Each criterion gets the level of the strongest clause on its "
        "matter: 0 absent, 1 mentioned, 2 soft, 3 binding, 4 operational (binding, with two of: a "
        "body, a time, a procedure). A clause that works against a criterion makes it contradicted, "
        "whatever else is said. Levels become points and points a weighted mean by the scoring "
        "profile; a critical recommendation that is not answered caps the grade. The clauses "
        "quoted are the draft’s own words; the levels are a program’s reading of them, offered to "
        "the reader’s judgement.</p>\n<dl>\n");
    fact(html, "Program", "bma " BMA_VERSION);
    fact(html, "Rule pack", pack.bytes);
    fact(html, "Report", card->pack->report);
    fact(html, "Scoring profile", card->profile);
    fact(html, "Draft", card->text->document->path);
    fact(html, "Draft’s sha256", card->text->document->sha256);
    bma_buffer_adds(html->out, "</dl>\n</footer>\n");
    html->out->failed |= pack.failed;
    bma_buffer_release(&pack);
}

void bma_report_html(const struct bma_scorecard *const *cards, size_t count,
                     const struct bma_report_options *options, struct bma_buffer *out)
{
    (void)options;
    bma_html_head(out, count == 1 ? bma_card_title(cards[0]) : "Scorecards", "scorecard");
    if (count > 1)
        overview(out, cards, count);
    for (size_t i = 0; i < count; i++) {
        struct bma_html html = {out, cards[i], (unsigned)i + 1};
        bma_buffer_addf(out, "<main id=\"a%u\">\n", html.number);
        identity(&html);
        contents(&html);
        bma_buffer_adds(out, "<section class=\"summary\">\n");
        verdict(&html);
        bma_html_picture(&html);
        bma_buffer_adds(out, "</section>\n");
        bma_html_recommendations(&html);
        bma_html_coherence(&html);
        bma_html_draft(&html);
        sign_off(&html);
        foot(&html);
        bma_buffer_adds(out, "</main>\n");
    }
    bma_buffer_adds(out, "</body>\n</html>\n");
}

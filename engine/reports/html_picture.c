/*
 * The dimensions in one picture (SVG): a bar for the score, a thin line for the
 * range that undecided criteria leave, and for each criterion a column as high as its level.
 */
#include "reports/html.h"

#include "reports/escape.h"
#include "reports/outcome.h"

#include <math.h>

enum {
    WIDTH = 480,
    ROW = 66,
    BAR_TOP = 22,
    BAR_HEIGHT = 8,
    COLUMN_TOP = 38,
    COLUMN_HEIGHT = 16,
    COLUMN_WIDTH = 20,
    STEP = 26
};

static long across(double score)
{
    return isnan(score) ? 0 : lround(score * WIDTH / 100);
}

static void bar(const struct bma_html *html, const struct bma_dimension_result *result, unsigned top)
{
    const struct bma_score *score = &result->score;

    bma_buffer_addf(html->out,
                    "<rect class=\"track\" x=\"0\" y=\"%u\" width=\"%d\" height=\"%d\" rx=\"4\"/>"
                    "<rect class=\"%s\" x=\"0\" y=\"%u\" width=\"%ld\" height=\"%d\" rx=\"4\"/>",
                    top + BAR_TOP, WIDTH, BAR_HEIGHT, bma_html_tone(score->value), top + BAR_TOP,
                    across(score->value), BAR_HEIGHT);
    if (score->high > score->low)
        bma_buffer_addf(html->out, "<rect class=\"range\" x=\"%ld\" y=\"%u\" width=\"%ld\" height=\"2\"/>",
                        across(score->low), top + BAR_TOP + BAR_HEIGHT / 2 - 1,
                        across(score->high) - across(score->low));
}

/* One criterion: a frame filled from below; crossed where a clause works against it. */
static void column(const struct bma_html *html, uint32_t i, unsigned left, unsigned top)
{
    const struct bma_finding *finding = &html->card->findings->items[i];
    enum bma_outcome outcome = bma_outcome(html->card, i);
    unsigned height =
        finding->status == BMA_FINDING_DECIDED ? (unsigned)finding->level * COLUMN_HEIGHT / 4 : 0;
    struct bma_buffer says;

    bma_buffer_init(&says);
    bma_outcome_line(html->card, i, &says);
    bma_buffer_adds(html->out, "<a href=\"#");
    bma_html_criterion_id(html, finding->criterion);
    bma_buffer_adds(html->out, "\">");
    bma_html_element(html, "title", NULL, says.bytes);
    bma_buffer_addf(html->out,
                    "<rect class=\"frame %s\" x=\"%u\" y=\"%u\" width=\"%d\" height=\"%d\" rx=\"2\"/>",
                    bma_outcome_name(outcome), left, top, COLUMN_WIDTH, COLUMN_HEIGHT);
    if (height > 0)
        bma_buffer_addf(html->out,
                        "<rect class=\"fill %s\" x=\"%u\" y=\"%u\" width=\"%d\" height=\"%u\" rx=\"2\"/>",
                        bma_outcome_name(outcome), left, top + COLUMN_HEIGHT - height, COLUMN_WIDTH, height);
    if (outcome == BMA_OUTCOME_CONTRADICTED)
        bma_buffer_addf(html->out, "<path class=\"cross\" d=\"M%u %ul%d %dm0 -%dl-%d %d\"/>", left + 4,
                        top + 2, COLUMN_WIDTH - 8, COLUMN_HEIGHT - 4, COLUMN_HEIGHT - 4, COLUMN_WIDTH - 8,
                        COLUMN_HEIGHT - 4);
    bma_buffer_adds(html->out, "</a>");
    html->out->failed |= says.failed;
    bma_buffer_release(&says);
}

static void columns(const struct bma_html *html, uint32_t dimension, unsigned top)
{
    unsigned shown = 0;

    for (uint32_t i = 0; i < html->card->findings->count; i++)
        if (html->card->pack->rules[i].dimension == dimension && shown < WIDTH / STEP)
            column(html, i, shown++ * STEP, top + COLUMN_TOP);
}

static void row(const struct bma_html *html, uint32_t i, unsigned top)
{
    const struct bma_dimension_result *result = &html->card->dimensions[i];

    bma_buffer_addf(html->out, "<text x=\"0\" y=\"%u\">", top + 15);
    bma_escape_xml(html->out, result->dimension->name);
    bma_buffer_addf(html->out, "</text><text class=\"value\" x=\"%d\" y=\"%u\">", WIDTH, top + 15);
    bma_html_score(html, result->score.value);
    bma_buffer_adds(html->out, "</text>");
    bar(html, result, top);
    columns(html, (uint32_t)(result->dimension - html->card->pack->dimensions), top);
    bma_buffer_addc(html->out, '\n');
}

static void key(const struct bma_html *html)
{
    bma_buffer_adds(html->out,
                    "<figcaption>Bar: points of 100. Below it one box for each criterion, filled as high "
                    "as its level (0 to 4); <b class=\"contradicted\">×</b> a clause works against "
                    "it; dashed: not applicable or undecided.</figcaption>\n");
}

void bma_html_picture(const struct bma_html *html)
{
    unsigned rows = 0, top = 0;

    for (uint32_t i = 0; i < html->card->dimension_count; i++)
        rows += html->card->dimensions[i].criteria > 0;
    if (rows == 0)
        return;
    bma_buffer_addf(html->out,
                    "<figure class=\"picture\">\n<h2>Dimensions</h2>\n<svg viewBox=\"-1 0 %d %u\" "
                    "xmlns=\"http://www.w3.org/2000/svg\">\n",
                    WIDTH + 2, rows * ROW - 8);
    for (uint32_t i = 0; i < html->card->dimension_count; i++)
        if (html->card->dimensions[i].criteria > 0) {
            row(html, i, top);
            top += ROW;
        }
    bma_buffer_adds(html->out, "</svg>\n");
    key(html);
    bma_buffer_adds(html->out, "</figure>\n");
}

/* Two versions compared, as a page without scripts. */
#include "reports/diff.h"

#include "reports/escape.h"
#include "reports/html.h"
#include "reports/place.h"

static void write_cell(struct bma_buffer *out, const char *level, const struct bma_evidence *evidence,
                       struct bma_buffer *place)
{
    bma_buffer_addf(out, "<td>%s", level);
    if (evidence != NULL) {
        bma_buffer_adds(out, "<blockquote><p>");
        bma_escape_xml(out, evidence->words);
        bma_buffer_adds(out, "</p><footer>");
        bma_place_line(place, place->length > 0 ? place->bytes : "", evidence->line);
        bma_escape_xml(out, place->length > 0 ? place->bytes : "");
        bma_buffer_adds(out, "</footer></blockquote>");
    }
    bma_buffer_adds(out, "</td>");
    out->failed |= place->failed;
    bma_buffer_release(place);
}

static void write_row(struct bma_buffer *out, const struct bma_diff *diff, uint32_t i)
{
    const struct bma_change_row *row = &diff->rows[i];
    char level[BMA_LEVEL_TEXT];
    struct bma_buffer place;

    bma_buffer_addf(out, "<tr><th scope=\"row\">%s ", diff->after->findings->items[i].criterion);
    bma_escape_xml(out, diff->after->pack->rules[i].title);
    bma_buffer_adds(out, "</th>");
    bma_buffer_init(&place);
    bma_diff_place(&place, diff, row);
    write_cell(out, bma_diff_level(&row->before, level), row->old_evidence, &place);
    bma_buffer_init(&place);
    bma_buffer_adds(&place, row->new_evidence != NULL ? row->new_evidence->citation : "");
    write_cell(out, bma_diff_level(&row->after, level), row->new_evidence, &place);
    bma_buffer_adds(out, "</tr>\n");
}

static void write_table(struct bma_buffer *out, const struct bma_diff *diff, enum bma_change change)
{
    bma_buffer_addf(
        out,
        "<section class=\"change\"><h2>%s</h2>\n<table><thead><tr><th>Criterion</th><th>Old</th><th>New</th>"
        "</tr></thead><tbody>\n",
        bma_diff_heading(change));
    for (uint32_t i = 0; i < diff->row_count; i++)
        if (diff->rows[i].change == change)
            write_row(out, diff, i);
    bma_buffer_adds(out, "</tbody></table></section>\n");
}

static void write_articles(struct bma_buffer *out, const struct bma_diff *diff)
{
    struct bma_buffer parts;

    bma_buffer_adds(out, "<section class=\"change\"><h2>Articles</h2>\n<ul>\n");
    for (uint32_t i = 0; i < diff->pair_count; i++) {
        bma_buffer_init(&parts);
        if (bma_diff_article(&parts, diff, &diff->pairs[i])) {
            bma_buffer_adds(out, "<li>");
            bma_escape_xml(out, parts.length > 0 ? parts.bytes : "");
            bma_buffer_adds(out, "</li>\n");
        }
        out->failed |= parts.failed;
        bma_buffer_release(&parts);
    }
    bma_buffer_adds(out, "</ul></section>\n");
}

void bma_diff_html(const struct bma_diff *diff, const struct bma_report_options *options,
                   struct bma_buffer *out)
{
    (void)options;
    bma_html_head(out, diff->after->title, "what changed");
    bma_buffer_adds(out, "<main><header><h1>What changed</h1>\n<p>");
    bma_escape_xml(out, diff->before->agreement->path);
    bma_buffer_adds(out, " → ");
    bma_escape_xml(out, diff->after->agreement->path);
    bma_buffer_adds(out, "</p>\n<p><strong>");
    bma_diff_verdict(out, diff);
    bma_buffer_adds(out, "</strong></p></header>\n");
    for (int k = 0; bma_diff_order[k] != BMA_CHANGE_SAME; k++)
        if (diff->counts[bma_diff_order[k]] > 0)
            write_table(out, diff, bma_diff_order[k]);
    write_articles(out, diff);
    bma_buffer_adds(out, "</main>\n</body>\n</html>\n");
}

/* Two versions compared, as a comment on a pull request. */
#include "reports/diff.h"

#include "reports/escape.h"
#include "reports/place.h"

enum { MOST_QUOTE = 400 };

static void write_side(struct bma_buffer *out, const char *label, const struct bma_evidence *evidence,
                       struct bma_buffer *place)
{
    if (evidence != NULL) {
        bma_buffer_addf(out, "  - %s: “", label);
        bma_escape_markdown(out, evidence->words, MOST_QUOTE);
        bma_buffer_adds(out, "” – ");
        bma_place_line(place, place->length > 0 ? place->bytes : "", evidence->line);
        bma_escape_markdown(out, place->length > 0 ? place->bytes : "", 0);
        bma_buffer_addc(out, '\n');
    }
    out->failed |= place->failed;
    bma_buffer_release(place);
}

static void write_row(struct bma_buffer *out, const struct bma_diff *diff, uint32_t i)
{
    const struct bma_change_row *row = &diff->rows[i];
    char before[BMA_LEVEL_TEXT], after[BMA_LEVEL_TEXT];
    struct bma_buffer place;

    bma_buffer_addf(out, "- **%s** ", diff->after->findings->items[i].criterion);
    bma_escape_markdown(out, diff->after->pack->rules[i].title, 0);
    bma_buffer_addf(out, ": %s → %s\n", bma_diff_level(&row->before, before),
                    bma_diff_level(&row->after, after));
    bma_buffer_init(&place);
    bma_diff_place(&place, diff, row);
    write_side(out, "old", row->old_evidence, &place);
    bma_buffer_init(&place);
    bma_buffer_adds(&place, row->new_evidence != NULL ? row->new_evidence->citation : "");
    write_side(out, "new", row->new_evidence, &place);
}

static void write_articles(struct bma_buffer *out, const struct bma_diff *diff)
{
    struct bma_buffer parts;

    bma_buffer_adds(out, "\n### Articles\n\n");
    for (uint32_t i = 0; i < diff->pair_count; i++) {
        bma_buffer_init(&parts);
        if (bma_diff_article(&parts, diff, &diff->pairs[i])) {
            bma_buffer_adds(out, "- ");
            bma_escape_markdown(out, parts.length > 0 ? parts.bytes : "", 0);
            bma_buffer_addc(out, '\n');
        }
        out->failed |= parts.failed;
        bma_buffer_release(&parts);
    }
}

void bma_diff_markdown(const struct bma_diff *diff, const struct bma_report_options *options,
                       struct bma_buffer *out)
{
    (void)options;
    bma_buffer_adds(out, "## What changed from ");
    bma_escape_markdown(out, diff->before->agreement->path, 0);
    bma_buffer_adds(out, " to ");
    bma_escape_markdown(out, diff->after->agreement->path, 0);
    bma_buffer_adds(out, "\n\n");
    bma_diff_verdict(out, diff);
    bma_buffer_addc(out, '\n');
    for (int k = 0; bma_diff_order[k] != BMA_CHANGE_SAME; k++) {
        if (diff->counts[bma_diff_order[k]] == 0)
            continue;
        bma_buffer_addf(out, "\n### %s\n\n", bma_diff_heading(bma_diff_order[k]));
        for (uint32_t i = 0; i < diff->row_count; i++)
            if (diff->rows[i].change == bma_diff_order[k])
                write_row(out, diff, i);
    }
    write_articles(out, diff);
}

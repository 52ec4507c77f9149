/* Two versions compared: the table of formats, the words they share, and the text. */
#include "reports/diff.h"
#include "reports/place.h"

#include "reports/text.h"

#include <stdio.h>
#include <string.h>

const enum bma_change bma_diff_order[] = {BMA_CHANGE_LOST,         BMA_CHANGE_WEAKENED, BMA_CHANGE_GAINED,
                                          BMA_CHANGE_STRENGTHENED, BMA_CHANGE_OPEN,     BMA_CHANGE_SAME};

const char *bma_diff_heading(enum bma_change change)
{
    static const char *const headings[] = {"Same",     "Gained", "Strengthened",
                                           "Weakened", "Lost",   "Cannot be compared"};
    return headings[change];
}

const struct bma_diff_report *bma_diff_report_find(const char *name)
{
    static const struct bma_diff_report all[] = {
        {"text", bma_diff_text},
        {"json", bma_diff_json},
        {"markdown", bma_diff_markdown},
        {"html", bma_diff_html},
    };

    for (size_t i = 0; i < sizeof all / sizeof all[0]; i++)
        if (strcmp(all[i].name, name) == 0)
            return &all[i];
    return NULL;
}

const char *bma_diff_level(const struct bma_judgement *judged, char out[BMA_LEVEL_TEXT])
{
    if (judged->status == BMA_FINDING_NOT_APPLICABLE)
        snprintf(out, BMA_LEVEL_TEXT, "does not apply");
    else if (judged->status != BMA_FINDING_DECIDED)
        snprintf(out, BMA_LEVEL_TEXT, "undecided");
    else
        snprintf(out, BMA_LEVEL_TEXT, "%s%s (%d)", judged->contradicted ? "contradicted, " : "",
                 bma_level_name(judged->level), judged->level);
    return out;
}

static const char *citation(const struct bma_scorecard *card, uint32_t node)
{
    return card->text->document->nodes[node].citation;
}

void bma_diff_place(struct bma_buffer *out, const struct bma_diff *diff, const struct bma_change_row *row)
{
    const struct bma_article_pair *pair = row->pair != BMA_NONE ? &diff->pairs[row->pair] : NULL;

    if (row->old_evidence == NULL)
        return;
    bma_buffer_adds(out, row->old_evidence->citation);
    if (pair != NULL && pair->after == BMA_NONE)
        bma_buffer_addf(out, " (%s is not in the new version)", citation(diff->before, pair->before));
    else if (pair != NULL && pair->renumbered)
        bma_buffer_addf(out, " (%s is now %s)", citation(diff->before, pair->before),
                        citation(diff->after, pair->after));
}

bool bma_diff_article(struct bma_buffer *out, const struct bma_diff *diff,
                      const struct bma_article_pair *pair)
{
    if (pair->before == BMA_NONE)
        bma_buffer_addf(out, "%s is new", citation(diff->after, pair->after));
    else if (pair->after == BMA_NONE)
        bma_buffer_addf(out, "%s is dropped", citation(diff->before, pair->before));
    else if (pair->renumbered)
        bma_buffer_addf(out, "%s is now %s%s", citation(diff->before, pair->before),
                        citation(diff->after, pair->after), pair->reworded ? ", reworded" : "");
    else if (pair->reworded)
        bma_buffer_addf(out, "%s is reworded", citation(diff->before, pair->before));
    else
        return false;
    return true;
}

static void counts(struct bma_buffer *out, const struct bma_diff *diff)
{
    for (int i = 0; bma_diff_order[i] != BMA_CHANGE_SAME; i++)
        if (bma_diff_order[i] != BMA_CHANGE_OPEN || diff->counts[BMA_CHANGE_OPEN] > 0)
            bma_buffer_addf(out, "%u %s, ", (unsigned)diff->counts[bma_diff_order[i]],
                            bma_change_name(bma_diff_order[i]));
    bma_buffer_addf(out, "%u the same", (unsigned)diff->counts[BMA_CHANGE_SAME]);
}

void bma_diff_verdict(struct bma_buffer *out, const struct bma_diff *diff)
{
    char before[BMA_SCORE_TEXT], after[BMA_SCORE_TEXT];

    bma_text_score(before, diff->before->overall.value);
    bma_text_score(after, diff->after->overall.value);
    bma_buffer_addf(out, "From %s points and grade %s to %s points and grade %s: ", before,
                    diff->before->grade != NULL ? diff->before->grade : "–", after,
                    diff->after->grade != NULL ? diff->after->grade : "–");
    counts(out, diff);
    bma_buffer_adds(out, ".");
}

static void text_verdict(const struct bma_page *page, const struct bma_diff *diff)
{
    struct bma_buffer parts;

    bma_page_rule(page);
    bma_page_wrap(page, 0, "Old: ", 5, BMA_PLAIN, diff->before->agreement->path);
    bma_page_wrap(page, 0, "New: ", 5, BMA_PLAIN, diff->after->agreement->path);
    bma_page_rule(page);
    bma_buffer_init(&parts);
    bma_diff_verdict(&parts, diff);
    bma_text_sentence(page, 0, "", 0, BMA_BOLD, &parts);
}

static void text_side(const struct bma_page *page, const char *label, const struct bma_evidence *evidence,
                      struct bma_buffer *place)
{
    struct bma_buffer parts;

    if (evidence == NULL) {
        bma_buffer_release(place);
        return;
    }
    bma_buffer_init(&parts);
    bma_buffer_addf(&parts, "“%s”", evidence->words);
    bma_text_sentence(page, 2, label, 7, BMA_PLAIN, &parts);
    bma_place_line(place, place->length > 0 ? place->bytes : "", evidence->line);
    bma_text_sentence(page, 7, "", 7, BMA_DIM, place);
}

static void text_row(const struct bma_page *page, const struct bma_diff *diff, uint32_t i)
{
    const struct bma_change_row *row = &diff->rows[i];
    char before[BMA_LEVEL_TEXT], after[BMA_LEVEL_TEXT];
    struct bma_buffer place;

    bma_page_cell(page, BMA_BOLD, diff->after->findings->items[i].criterion, 7);
    bma_page_wrap_from(page, 7, BMA_PLAIN, diff->after->pack->rules[i].title);
    bma_buffer_init(&place);
    bma_buffer_addf(&place, "%s → %s", bma_diff_level(&row->before, before),
                    bma_diff_level(&row->after, after));
    bma_text_sentence(page, 7, "", 7, bma_change_is_regression(row->change) ? BMA_POOR : BMA_GOOD, &place);
    bma_buffer_init(&place);
    bma_diff_place(&place, diff, row);
    text_side(page, "old", row->old_evidence, &place);
    bma_buffer_init(&place);
    bma_buffer_adds(&place, row->new_evidence != NULL ? row->new_evidence->citation : "");
    text_side(page, "new", row->new_evidence, &place);
}

static void text_articles(const struct bma_page *page, const struct bma_diff *diff)
{
    struct bma_buffer parts;

    bma_page_heading(page, "ARTICLES");
    for (uint32_t i = 0; i < diff->pair_count; i++) {
        bma_buffer_init(&parts);
        if (bma_diff_article(&parts, diff, &diff->pairs[i]))
            bma_text_sentence(page, 0, "", 0, BMA_PLAIN, &parts);
        bma_buffer_release(&parts);
    }
}

void bma_diff_text(const struct bma_diff *diff, const struct bma_report_options *options,
                   struct bma_buffer *out)
{
    struct bma_page page = {out, options->width, options->color};

    text_verdict(&page, diff);
    for (int k = 0; bma_diff_order[k] != BMA_CHANGE_SAME; k++) {
        if (diff->counts[bma_diff_order[k]] == 0)
            continue;
        bma_page_heading(&page, bma_diff_heading(bma_diff_order[k]));
        for (uint32_t i = 0; i < diff->row_count; i++)
            if (diff->rows[i].change == bma_diff_order[k])
                text_row(&page, diff, i);
    }
    text_articles(&page, diff);
}

/* bma-diff/1: two versions compared, for programs (docs/workflow.md). */
#include "reports/diff.h"

#include "reports/json_writer.h"

#include <math.h>

static void write_version(struct bma_json *json, const char *key, const struct bma_scorecard *card)
{
    bma_json_object(json, key);
    bma_json_string(json, "path", card->agreement->path);
    bma_json_string(json, "sha256", card->text->document->sha256);
    bma_json_number(json, "overall", card->overall.value);
    bma_json_string(json, "grade", card->grade);
    bma_json_object_end(json);
}

static void write_side(struct bma_json *json, const char *key, const struct bma_judgement *judged,
                       const struct bma_evidence *evidence)
{
    bool decided = judged->status == BMA_FINDING_DECIDED;

    bma_json_object(json, key);
    bma_json_number(json, "level", decided ? judged->level : (double)NAN);
    bma_json_bool(json, "contradicted", judged->contradicted);
    bma_json_string(json, "quote", evidence != NULL ? evidence->quote : NULL);
    bma_json_string(json, "article", evidence != NULL ? evidence->citation : NULL);
    bma_json_number(json, "line", evidence != NULL ? evidence->line : (double)NAN);
    bma_json_object_end(json);
}

static void write_row(struct bma_json *json, const struct bma_diff *diff, uint32_t i)
{
    const struct bma_change_row *row = &diff->rows[i];

    bma_json_object(json, NULL);
    bma_json_string(json, "id", diff->after->findings->items[i].criterion);
    bma_json_string(json, "title", diff->after->pack->rules[i].title);
    bma_json_string(json, "change", bma_change_name(row->change));
    bma_json_bool(json, "regression", bma_change_is_regression(row->change));
    write_side(json, "old", &row->before, row->old_evidence);
    write_side(json, "new", &row->after, row->new_evidence);
    bma_json_object_end(json);
}

static const char *citation(const struct bma_scorecard *card, uint32_t node)
{
    return node != BMA_NONE ? card->text->document->nodes[node].citation : NULL;
}

static void write_pair(struct bma_json *json, const struct bma_diff *diff,
                       const struct bma_article_pair *pair)
{
    bma_json_object(json, NULL);
    bma_json_string(json, "old", citation(diff->before, pair->before));
    bma_json_string(json, "new", citation(diff->after, pair->after));
    bma_json_bool(json, "reworded", pair->reworded);
    bma_json_object_end(json);
}

void bma_diff_json(const struct bma_diff *diff, const struct bma_report_options *options,
                   struct bma_buffer *out)
{
    struct bma_json json;

    (void)options;
    bma_json_init(&json, out);
    bma_json_object(&json, NULL);
    bma_json_string(&json, "schema", "bma-diff/1");
    write_version(&json, "old", diff->before);
    write_version(&json, "new", diff->after);
    bma_json_object(&json, "counts");
    for (int i = 0; i < BMA_CHANGE_COUNT; i++)
        bma_json_number(&json, bma_change_name((enum bma_change)i), diff->counts[i]);
    bma_json_object_end(&json);
    bma_json_array(&json, "criteria");
    for (uint32_t i = 0; i < diff->row_count; i++)
        write_row(&json, diff, i);
    bma_json_array_end(&json);
    bma_json_array(&json, "articles");
    for (uint32_t i = 0; i < diff->pair_count; i++)
        write_pair(&json, diff, &diff->pairs[i]);
    bma_json_array_end(&json);
    bma_json_object_end(&json);
    bma_buffer_addc(out, '\n');
}

#include "learning/learn_standing.h"

#include "base/memory.h"
#include "learning/learn.h"
#include "learning/ridge.h"
#include "rules/standing.h"

#include <math.h>

/* A rule's own row is shrunk more; what works against has none, as it told nothing of drafts that were not
 * learned from. */
static const double PENALTY = 1, RULE_PENALTY = 4;
/* Where the line between yes and no may lie, as chances in hundredths; it is drawn where F1 is highest. */
enum { LINE_FIRST = 30, LINE_LAST = 60, LINE_STEP = 2 };

/* What was weighed of drafts for one side: numbers of so many features, and behind them one for each rule. */
struct sample {
    double *rows;
    bool *targets;
    size_t count, width, capacity, target_capacity;
    bool by_rule;
};

struct lesson {
    struct sample sides[2];
    const char *pack;
    char *const *folders;
    int folder_count;
    struct bma_part part; /* that is weighed */
    struct bma_session session;
    struct bma_check check;
    size_t draft_count;
    uint32_t rule_count;
};

/* ---- the sample ---- */

static enum bma_status add_row(struct sample *sample, uint32_t rule, const int32_t *weighed, bool target,
                               struct bma_error *error)
{
    size_t width = sample->width;
    double *row;

    if (bma_grow(&sample->rows, &sample->capacity, (sample->count + 1) * width, sizeof *sample->rows) != 0 ||
        bma_grow(&sample->targets, &sample->target_capacity, sample->count + 1, sizeof *sample->targets) != 0)
        return bma_error_memory(error);
    row = sample->rows + sample->count * width;
    for (size_t i = 0; i < width; i++)
        row[i] = i < BMA_STANDING_FEATURES ? (double)weighed[i] / BMA_LOG_ODDS
                                           : i == BMA_STANDING_FEATURES + (size_t)rule;
    sample->targets[sample->count++] = target;
    return BMA_OK;
}

static enum bma_status add_criterion(struct lesson *lesson, uint32_t rule, const struct bma_rating *rating,
                                     struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    if (rating->level < BMA_LEVEL_ABSENT || lesson->check.findings.items[rule].status != BMA_FINDING_DECIDED)
        return BMA_OK;
    for (int side = 0; status == BMA_OK && side < 2; side++) {
        const int32_t *weighed = bma_host_weighed(lesson->session.host, bma_model_of(rule, side));

        if (weighed)
            status = add_row(&lesson->sides[side], rule, weighed,
                             side ? rating->contradicted : rating->level >= BMA_LEVEL_SOFT, error);
    }
    return status;
}

static enum bma_status weigh_draft(void *visitor, const struct bma_rated *rated, struct bma_error *error)
{
    struct lesson *lesson = visitor;
    enum bma_status status;

    if (!bma_part_has(&lesson->part, lesson->draft_count++))
        return BMA_OK;
    status = bma_session_check(&lesson->session, rated->draft, &lesson->check, error);
    for (uint32_t rule = 0; status == BMA_OK && rule < lesson->rule_count; rule++)
        status = add_criterion(lesson, rule, &rated->ratings[rule], error);
    return status;
}

/* ---- a part ---- */

/* What the pack learns of all but the part. */
static enum bma_status learn_others(struct lesson *lesson, struct bma_buffer *table, struct bma_error *error)
{
    struct bma_examples examples;
    enum bma_status status = bma_examples_init(&examples, &lesson->session, error);

    examples.left_out = lesson->part;
    for (int i = 0; status == BMA_OK && i < lesson->folder_count; i++)
        status = bma_examples_add(&examples, lesson->folders[i], error);
    if (status == BMA_OK)
        status = bma_learn(&examples, table, error);
    bma_examples_release(&examples);
    return status;
}

static enum bma_status weigh_part(struct lesson *lesson, struct bma_error *error)
{
    struct bma_buffer table;
    enum bma_status status = bma_session_open(&lesson->session, lesson->pack, NULL, NULL, error);

    if (status != BMA_OK)
        return status;
    bma_buffer_init(&table);
    bma_check_init(&lesson->check);
    lesson->draft_count = 0;
    lesson->rule_count = lesson->session.pack->rule_count;
    for (int side = 0; side < 2; side++)
        lesson->sides[side].width =
            BMA_STANDING_FEATURES + (lesson->sides[side].by_rule ? lesson->rule_count : 0);
    status = learn_others(lesson, &table, error);
    if (status == BMA_OK)
        status = bma_session_relearn(&lesson->session, table.bytes, table.length, error);
    for (int i = 0; status == BMA_OK && i < lesson->folder_count; i++)
        status = bma_rated_each(lesson->folders[i], lesson->session.pack, weigh_draft, lesson, error);
    bma_check_release(&lesson->check);
    bma_buffer_release(&table);
    return status;
}

/* ---- the fit ---- */

static enum bma_status fit(const struct sample *sample, double *weights, struct bma_error *error)
{
    double *penalties = bma_calloc(sample->width + 1, sizeof *penalties);
    const struct bma_ridge ridge = {sample->rows, sample->targets, sample->count, sample->width, penalties};
    enum bma_status status = penalties ? BMA_OK : bma_error_memory(error);

    for (size_t i = 0; status == BMA_OK && i < sample->width; i++)
        penalties[i] = i < BMA_STANDING_FEATURES ? PENALTY : RULE_PENALTY;
    if (status == BMA_OK)
        status = bma_ridge_fit(&ridge, weights, error);
    bma_free(penalties);
    return status;
}

static double f1_at(const struct sample *sample, const double *weights, double line)
{
    const struct bma_ridge ridge = {.rows = sample->rows, .width = sample->width};
    size_t hit = 0, said = 0, true_count = 0;

    for (size_t i = 0; i < sample->count; i++) {
        bool says = bma_ridge_output(&ridge, i, weights) >= line;

        said += says;
        true_count += sample->targets[i];
        hit += says && sample->targets[i];
    }
    return said + true_count > 0 ? 2 * (double)hit / (double)(said + true_count) : 0;
}

/* The bias is moved so that 0 is the line. */
static void draw_line(const struct sample *sample, double *weights)
{
    double best = -1, at = 0;

    for (int chance = LINE_FIRST; chance <= LINE_LAST; chance += LINE_STEP) {
        double line = log((double)chance / (100 - chance)), f1 = f1_at(sample, weights, line);

        if (f1 > best) {
            best = f1;
            at = line;
        }
    }
    weights[sample->width] -= at;
}

static void write_row(const char *name, const double *counts, const double *against, struct bma_buffer *out)
{
    bma_buffer_addf(out, "%s,%ld,%ld\n", name, lround(*counts * BMA_LOG_ODDS),
                    against ? lround(*against * BMA_LOG_ODDS) : 0L);
}

static void write_table(const struct lesson *lesson, double *const weights[2], struct bma_buffer *out)
{
    const struct bma_pack *pack = lesson->session.pack;

    bma_buffer_adds(out, "term,counts,against\n");
    write_row("bias", &weights[0][lesson->sides[0].width], &weights[1][lesson->sides[1].width], out);
    for (uint32_t i = 0; i < BMA_STANDING_FEATURES; i++)
        write_row(bma_standing_name(i), &weights[0][i], &weights[1][i], out);
    for (uint32_t rule = 0; rule < pack->rule_count; rule++)
        write_row(pack->rules[rule].id, &weights[0][BMA_STANDING_FEATURES + rule], NULL, out);
}

static enum bma_status conclude(struct lesson *lesson, struct bma_buffer *out, struct bma_error *error)
{
    double *weights[2] = {NULL, NULL};
    enum bma_status status = BMA_OK;

    for (int side = 0; status == BMA_OK && side < 2; side++) {
        weights[side] = bma_calloc(lesson->sides[side].width + 1, sizeof *weights[side]);
        status = weights[side] ? fit(&lesson->sides[side], weights[side], error) : bma_error_memory(error);
        if (status == BMA_OK)
            draw_line(&lesson->sides[side], weights[side]);
    }
    if (status == BMA_OK) {
        write_table(lesson, weights, out);
        status = out->failed ? bma_error_memory(error) : BMA_OK;
    }
    for (int side = 0; side < 2; side++)
        bma_free(weights[side]);
    return status;
}

enum bma_status bma_learn_standing(const char *pack, char *const *folders, int count, struct bma_buffer *out,
                                   struct bma_error *error)
{
    struct lesson lesson = {.pack = pack,
                            .folders = folders,
                            .folder_count = count,
                            .part = {0, BMA_STANDING_PARTS},
                            .sides = {{.by_rule = true}, {.by_rule = false}}};
    enum bma_status status = BMA_OK;

    for (; status == BMA_OK && lesson.part.number < BMA_STANDING_PARTS; lesson.part.number++) {
        bma_session_close(&lesson.session);
        status = weigh_part(&lesson, error);
    }
    if (status == BMA_OK && lesson.draft_count < BMA_STANDING_PARTS)
        status = bma_error_set(error, BMA_ERROR_INPUT, folders[0], 0, 0,
                               "expected at least %d labelled drafts in the folders, found %zu",
                               BMA_STANDING_PARTS, lesson.draft_count);
    if (status == BMA_OK)
        status = conclude(&lesson, out, error);
    bma_session_close(&lesson.session);
    for (int side = 0; side < 2; side++) {
        bma_free(lesson.sides[side].rows);
        bma_free(lesson.sides[side].targets);
    }
    return status;
}

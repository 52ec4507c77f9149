/*
 * The matrix as a page: a heat map, which is a table with agreements as rows and criteria as columns, the
 * tree of clusters beside it where there is one, and the ranking as a table below.  A table keeps its heads
 * in sight and repeats them on every sheet of paper; the tree is drawn row by row, so that it can be parted
 * as the rows are.
 */
#include "compare/views.h"

#include "base/memory.h"
#include "compare/cluster.h"
#include "reports/escape.h"
#include "reports/html.h"

#include <math.h>
#include <string.h>

enum {
    TREE = 96,         /* widths and heights of the drawing; the style sheet scales it */
    TREE_LEFT = 8,     /* where the distance is 1 */
    TREE_RIGHT = TREE, /* where it is 0 */
    ROW = 15,
    MOST_TITLES = 150, /* rows up to which every cell says what it is */
};

struct map {
    const struct bma_matrix *matrix;
    const struct bma_arrangement *arrangement;
    struct bma_buffer *out;
    bool years; /* of any agreement one is known */
    bool titles;
    struct bma_buffer *drawing; /* the tree's lines in each row; NULL: no tree */
};

/* ---- the tree ---- */

static double across(double distance)
{
    return TREE_RIGHT - distance * (TREE_RIGHT - TREE_LEFT);
}

/* A cluster's line: at what height of the page it stands, in rows, and at what distance it begins. */
struct branch {
    double row, distance;
};

/* The part of an upright line that each row between has. */
static void draw_upright(const struct map *map, double distance, double from, double to)
{
    double top = fmin(from, to), bottom = fmax(from, to);

    for (uint32_t row = (uint32_t)top; row < bottom; row++)
        bma_buffer_addf(&map->drawing[row], "M%.1f %.1fV%.1f", across(distance), (fmax(top, row) - row) * ROW,
                        (fmin(bottom, row + 1.0) - row) * ROW);
}

static void draw_level(const struct map *map, const struct branch *branch, double to)
{
    uint32_t row = (uint32_t)branch->row;

    bma_buffer_addf(&map->drawing[row], "M%.1f %.1fH%.1f", across(branch->distance),
                    (branch->row - row) * ROW, across(to));
}

/* Every cluster joins two lines; its own begins in the middle between them. */
static void draw_tree(const struct map *map)
{
    const struct bma_clusters *clusters = map->arrangement->clusters;
    uint32_t count = map->matrix->agreement_count;
    struct branch *branches = bma_calloc(2u * count + 1u, sizeof *branches);

    if (branches == NULL) {
        map->out->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        branches[map->arrangement->order[i]] = (struct branch){i + 0.5, 0};
    for (uint32_t i = 0; i < bma_merge_count(clusters); i++) {
        const struct bma_merge *merge = &clusters->merges[i];
        const struct branch *a = &branches[merge->left], *b = &branches[merge->right];
        draw_level(map, a, merge->distance);
        draw_level(map, b, merge->distance);
        draw_upright(map, merge->distance, a->row, b->row);
        branches[count + i] = (struct branch){(a->row + b->row) / 2, merge->distance};
    }
    bma_free(branches);
}

static void open_drawing(struct map *map)
{
    uint32_t count = map->matrix->agreement_count;

    map->drawing = bma_calloc(count + 1u, sizeof *map->drawing);
    map->out->failed |= map->drawing == NULL;
    for (uint32_t i = 0; map->drawing != NULL && i < count; i++)
        bma_buffer_init(&map->drawing[i]);
    if (map->drawing != NULL)
        draw_tree(map);
}

static void close_drawing(struct map *map)
{
    for (uint32_t i = 0; map->drawing != NULL && i < map->matrix->agreement_count; i++) {
        map->out->failed |= map->drawing[i].failed;
        bma_buffer_release(&map->drawing[i]);
    }
    bma_free(map->drawing);
}

static void tree_cell(const struct map *map, uint32_t row)
{
    const struct bma_buffer *lines = &map->drawing[row];

    if (lines->length == 0) {
        bma_buffer_adds(map->out, "<td class=\"tree\"></td>");
        return;
    }
    bma_buffer_addf(map->out,
                    "<td class=\"tree\"><svg viewBox=\"0 0 %d %d\" preserveAspectRatio=\"none\" "
                    "xmlns=\"http://www.w3.org/2000/svg\" aria-hidden=\"true\"><path d=\"%s\"/></svg></td>",
                    TREE, ROW, lines->bytes);
}

/* What the tree's lines are measured by. */
static void axis(const struct map *map)
{
    static const char *const ticks[] = {"1", "¾", "½", "¼", "0"};

    bma_buffer_addf(
        map->out,
        "<th class=\"tree\" rowspan=\"2\" title=\"distance at which clusters are joined: 1 − likeness\">"
        "<svg viewBox=\"0 0 %d 26\" xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" "
        "aria-label=\"distance, from 1 at the left to 0\"><text x=\"%d\" y=\"8\">distance</text>",
        TREE, TREE / 2);
    for (int i = 0; i < 5; i++) {
        double x = across(1 - i / 4.0);
        bma_buffer_addf(map->out, "<text x=\"%.1f\" y=\"18\">%s</text>", i == 4 ? x - 3 : x, ticks[i]);
    }
    bma_buffer_addf(map->out, "<path d=\"M%.1f 22H%.1f", across(1), across(0));
    for (int i = 0; i < 5; i++)
        bma_buffer_addf(map->out, "M%.1f 22V26", across(i / 4.0));
    bma_buffer_adds(map->out, "\"/></svg></th>");
}

/* ---- heads ---- */

static bool begins_dimension(const struct bma_matrix *matrix, uint32_t criterion)
{
    return criterion == 0 ||
           matrix->criteria[criterion].dimension != matrix->criteria[criterion - 1].dimension;
}

static void columns(const struct map *map)
{
    bma_buffer_addf(map->out, "<colgroup>%s<col class=\"name\"/>%s",
                    map->drawing != NULL ? "<col class=\"tree\"/>" : "",
                    map->years ? "<col class=\"year\"/>" : "");
    for (uint32_t k = 0; k < map->matrix->criterion_count; k++)
        bma_buffer_addf(map->out, "%s<col class=\"cell\"/>",
                        k > 0 && begins_dimension(map->matrix, k) ? "<col class=\"gap\"/>" : "");
    bma_buffer_adds(map->out, "<col class=\"points\"/></colgroup>\n");
}

static void dimension_heads(const struct map *map)
{
    const struct bma_matrix *matrix = map->matrix;

    for (uint32_t start = 0, end; start < matrix->criterion_count; start = end) {
        const struct bma_compared_dimension *dimension =
            &matrix->dimensions[matrix->criteria[start].dimension];
        for (end = start + 1; end < matrix->criterion_count && !begins_dimension(matrix, end);)
            end++;
        bma_buffer_addf(map->out, "%s<th class=\"dimension\" scope=\"colgroup\" colspan=\"%u\" title=\"",
                        start > 0 ? "<th class=\"gap\"></th>" : "", (unsigned)(end - start));
        bma_escape_xml(map->out, dimension->name);
        bma_buffer_adds(map->out, "\">");
        bma_escape_xml(map->out, dimension->id);
        bma_buffer_adds(map->out, "</th>");
    }
}

static void heads(const struct map *map)
{
    bma_buffer_adds(map->out, "<thead>\n<tr>");
    if (map->drawing != NULL)
        axis(map);
    bma_buffer_addf(map->out, "<th class=\"name\" scope=\"col\" rowspan=\"2\">Agreement</th>%s",
                    map->years ? "<th class=\"year\" scope=\"col\" rowspan=\"2\">Year</th>" : "");
    dimension_heads(map);
    bma_buffer_adds(
        map->out,
        "<th class=\"points\" scope=\"col\" rowspan=\"2\" title=\"score, of 100\">Points</th></tr>\n<tr>");
    for (uint32_t k = 0; k < map->matrix->criterion_count; k++) {
        bma_buffer_addf(map->out, "%s<th class=\"criterion\" scope=\"col\" title=\"",
                        k > 0 && begins_dimension(map->matrix, k) ? "<th class=\"gap\"></th>" : "");
        bma_escape_xml(map->out, map->matrix->criteria[k].title);
        bma_buffer_adds(map->out, "\"><span>");
        bma_escape_xml(map->out, map->matrix->criteria[k].id);
        bma_buffer_adds(map->out, "</span></th>");
    }
    bma_buffer_adds(map->out, "</tr>\n</thead>\n");
}

/* ---- rows ---- */

static const char *class_of(const struct bma_cell *cell)
{
    static const char *const levels[] = {"l0", "l1", "l2", "l3", "l4"};

    if (cell->contradicted)
        return "lx";
    return cell->level == BMA_CELL_NOT_APPLICABLE ? "lna" : cell->level < 0 ? "lu" : levels[cell->level];
}

/* "" for what is certainly absent: the empty cell is what the eye shall see. */
static const char *sign_of(const struct bma_cell *cell, char out[BMA_CELL_TEXT])
{
    if (cell->contradicted)
        return cell->uncertain ? "x?" : "x";
    return cell->level == 0 && !cell->uncertain ? "" : bma_cell_sign(cell, out);
}

static void level_cell(const struct map *map, uint32_t agreement, uint32_t criterion)
{
    const struct bma_cell *cell = bma_matrix_cell(map->matrix, agreement, criterion);
    char word[BMA_CELL_TEXT];

    bma_buffer_addf(map->out, "%s<td class=\"%s\"",
                    criterion > 0 && begins_dimension(map->matrix, criterion) ? "<td class=\"gap\"></td>"
                                                                              : "",
                    class_of(cell));
    if (map->titles) {
        bma_buffer_adds(map->out, " title=\"");
        bma_escape_xml(map->out, map->matrix->agreements[agreement].label);
        bma_buffer_adds(map->out, ", ");
        bma_escape_xml(map->out, map->matrix->criteria[criterion].id);
        bma_buffer_addc(map->out, ' ');
        bma_escape_xml(map->out, map->matrix->criteria[criterion].title);
        bma_buffer_addf(map->out, ": %s\"", bma_cell_say(cell, word));
    }
    bma_buffer_addf(map->out, ">%s</td>", sign_of(cell, word));
}

/* A row of a coding table is known by its title; its number alone tells nobody anything. */
static void name(struct bma_buffer *out, const struct bma_compared *agreement)
{
    bma_escape_xml(out, agreement->label);
    if (bma_compared_is_coded(agreement) && agreement->title[0] != '\0') {
        bma_buffer_adds(out, " · ");
        bma_escape_xml(out, agreement->title);
    }
}

static void row(const struct map *map, uint32_t i)
{
    uint32_t agreement = map->arrangement->order[i];
    const struct bma_compared *one = &map->matrix->agreements[agreement];

    bma_buffer_adds(map->out, "<tr>");
    if (map->drawing != NULL)
        tree_cell(map, i);
    bma_buffer_adds(map->out, "<th class=\"name\" scope=\"row\" title=\"");
    bma_escape_xml(map->out, one->title[0] != '\0' ? one->title : one->name);
    bma_buffer_adds(map->out, "\">");
    name(map->out, one);
    bma_buffer_adds(map->out, "</th>");
    if (map->years && one->year != 0)
        bma_buffer_addf(map->out, "<td class=\"year\">%d</td>", one->year);
    else if (map->years)
        bma_buffer_adds(map->out, "<td class=\"year\">–</td>");
    for (uint32_t k = 0; k < map->matrix->criterion_count; k++)
        level_cell(map, agreement, k);
    if (isnan(one->score))
        bma_buffer_adds(map->out, "<td class=\"points\">–</td></tr>\n");
    else
        bma_buffer_addf(map->out, "<td class=\"points\">%.1f</td></tr>\n", one->score + 0.0);
}

/* Above those that the tree has not. */
static void apart(const struct map *map)
{
    uint32_t span = map->matrix->criterion_count + map->matrix->dimension_count + 3u + map->years;

    bma_buffer_addf(
        map->out,
        "<tr><th class=\"apart\" colspan=\"%u\">Not in the tree: there is nothing in which these could "
        "be compared with each other, or with others here.</th></tr>\n",
        (unsigned)span);
}

static void table(const struct map *map)
{
    const struct bma_clusters *clusters = map->arrangement->clusters;

    bma_buffer_adds(map->out, "<div class=\"map\"><table class=\"heat\">\n");
    columns(map);
    heads(map);
    bma_buffer_adds(map->out, "<tbody>\n");
    for (uint32_t i = 0; i < map->matrix->agreement_count; i++) {
        if (clusters != NULL && i == clusters->joined)
            apart(map);
        row(map, i);
    }
    bma_buffer_adds(map->out, "</tbody></table></div>\n");
}

static void key(const struct map *map)
{
    static const char *const levels[] = {"absent", "mentioned", "soft", "binding", "operational"};
    static const char *const signs[] = {"\u00a0", "1", "2", "3", "4"}; /* as in the cells */
    static const char *const orders[] = {"their names", "their scores", "their years",
                                         "clusters of alike ones"};

    bma_buffer_addf(
        map->out,
        "<p>%u agreements in the order of %s, %u criteria. The higher a level, the more its colour "
        "stands out.</p>\n<p class=\"key\">",
        (unsigned)map->matrix->agreement_count, orders[map->arrangement->by],
        (unsigned)map->matrix->criterion_count);
    for (int i = 0; i < 5; i++)
        bma_buffer_addf(map->out, "<span><span class=\"chip l%d\">%s</span> %s</span> ", i, signs[i],
                        levels[i]);
    bma_buffer_adds(map->out, "<span><span class=\"chip lx\">x</span> a clause works against it</span> "
                              "<span><span class=\"chip\">?</span> likely or doubtful: read it first</span> "
                              "<span><span class=\"chip\">–</span> does not apply</span> "
                              "<span><span class=\"chip\">!</span> undecided</span></p>\n");
    if (map->arrangement->clusters != NULL)
        bma_buffer_adds(
            map->out, "<p class=\"meta\">The tree joins two clusters at the distance (1 − likeness) that the "
                      "axis above it shows: the further to the left, the less alike they are.</p>\n");
}

/* ---- the ranking ---- */

static void score_cell(struct bma_buffer *out, double score)
{
    if (isnan(score))
        bma_buffer_adds(out, "<td class=\"num\">–</td>");
    else
        bma_buffer_addf(out, "<td class=\"num\">%.1f</td>", score + 0.0);
}

static void ranking(const struct bma_matrix *matrix, const uint32_t *by_score, struct bma_buffer *out)
{
    bma_buffer_adds(out, "<section class=\"change\"><h2>By score</h2>\n<div class=\"wide\"><table><thead><tr>"
                         "<th>Agreement</th><th class=\"num\">Points</th><th>Grade</th>");
    for (uint32_t k = 0; k < matrix->dimension_count; k++) {
        bma_buffer_adds(out, "<th class=\"num\">");
        bma_escape_xml(out, matrix->dimensions[k].id);
        bma_buffer_adds(out, "</th>");
    }
    bma_buffer_adds(out, "</tr></thead><tbody>\n");
    for (uint32_t i = 0; i < matrix->agreement_count; i++) {
        const struct bma_compared *agreement = &matrix->agreements[by_score[i]];
        bma_buffer_adds(out, "<tr><th scope=\"row\">");
        name(out, agreement);
        bma_buffer_adds(out, "</th>");
        score_cell(out, agreement->score);
        bma_buffer_adds(out, "<td>");
        bma_escape_xml(out, agreement->grade);
        bma_buffer_adds(out, "</td>");
        for (uint32_t k = 0; k < matrix->dimension_count; k++)
            score_cell(out, bma_matrix_score(matrix, by_score[i], k));
        bma_buffer_adds(out, "</tr>\n");
    }
    bma_buffer_adds(out, "</tbody></table></div>\n<p class=\"meta\">");
    for (uint32_t k = 0; k < matrix->dimension_count; k++) {
        bma_buffer_adds(out, k > 0 ? ", " : "");
        bma_escape_xml(out, matrix->dimensions[k].id);
        bma_buffer_addc(out, ' ');
        bma_escape_xml(out, matrix->dimensions[k].name);
    }
    bma_buffer_adds(out, ".</p></section>\n");
}

void bma_html_matrix(const struct bma_matrix *matrix, const struct bma_arrangement *arrangement,
                     struct bma_buffer *out)
{
    struct map map = {.matrix = matrix,
                      .arrangement = arrangement,
                      .out = out,
                      .titles = matrix->agreement_count <= MOST_TITLES};

    for (uint32_t i = 0; i < matrix->agreement_count; i++)
        map.years = map.years || matrix->agreements[i].year != 0;
    if (arrangement->clusters != NULL)
        open_drawing(&map);
    bma_html_head(out, "Agreements compared", "levels by criterion");
    bma_buffer_adds(out, "<main class=\"broad\"><header><h1>Agreements compared</h1>\n");
    key(&map);
    bma_buffer_adds(out, "</header>\n");
    if (matrix->criterion_count > 0)
        table(&map);
    ranking(matrix, arrangement->by_score, out);
    bma_buffer_adds(out, "</main>\n</body>\n</html>\n");
    close_drawing(&map);
}

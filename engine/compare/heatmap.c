/*
 * The matrix as a page: a heat map (SVG) with agreements as rows and criteria as columns, the tree of
 * clusters beside it where there is one, and the ranking as a table below.
 */
#include "compare/views.h"

#include "base/memory.h"
#include "compare/cluster.h"
#include "reports/escape.h"
#include "reports/html.h"

#include <math.h>
#include <string.h>

enum {
    TREE = 90,
    NAME_WIDTH = 7, /* of a character, about */
    SIDE = 15,      /* of a cell */
    GROUP_GAP = 7,  /* between dimensions */
    HEAD = 74,
    SCORE = 44,
    NAME_LENGTH = 38,
    MOST_TITLES = 150, /* rows up to which every cell says what it is */
};

struct map {
    const struct bma_matrix *matrix;
    const uint32_t *order;
    struct bma_buffer *out;
    unsigned left; /* where the cells begin */
    bool titles;
};

static unsigned column_at(const struct map *map, uint32_t criterion)
{
    return map->left + criterion * SIDE + map->matrix->criteria[criterion].dimension * GROUP_GAP;
}

static unsigned row_at(uint32_t row)
{
    return HEAD + row * SIDE;
}

static unsigned width_of(const struct map *map)
{
    return column_at(map, map->matrix->criterion_count - 1) + SIDE + SCORE;
}

/* Room for the longest name that is shown. */
static unsigned names_width(const struct bma_matrix *matrix)
{
    size_t longest = 0;

    for (uint32_t i = 0; i < matrix->agreement_count; i++) {
        size_t length = strlen(matrix->agreements[i].label);
        longest = length > longest ? length : longest;
    }
    return 16 + NAME_WIDTH * (unsigned)(longest < NAME_LENGTH ? longest : NAME_LENGTH + 1);
}

/* At most NAME_LENGTH characters; an ellipsis says that there was more. */
static void short_name(struct bma_buffer *out, const char *name)
{
    size_t length = 0;
    unsigned characters = 0;
    struct bma_buffer part;

    while (name[length] != '\0' && characters < NAME_LENGTH) {
        do
            length++;
        while (((unsigned char)name[length] & 0xc0) == 0x80);
        characters++;
    }
    bma_buffer_init(&part);
    bma_buffer_add(&part, name, length);
    bma_escape_xml(out, part.length > 0 ? part.bytes : "");
    bma_buffer_adds(out, name[length] != '\0' ? "…" : "");
    out->failed |= part.failed;
    bma_buffer_release(&part);
}

static void heads(const struct map *map)
{
    for (uint32_t k = 0; k < map->matrix->criterion_count; k++) {
        const struct bma_compared_criterion *criterion = &map->matrix->criteria[k];
        unsigned x = column_at(map, k) + SIDE - 4;
        if (k == 0 || criterion->dimension != map->matrix->criteria[k - 1].dimension) {
            bma_buffer_addf(map->out, "<text class=\"group\" x=\"%u\" y=\"14\">", column_at(map, k));
            bma_escape_xml(map->out, map->matrix->dimensions[criterion->dimension].id);
            bma_buffer_adds(map->out, "<title>");
            bma_escape_xml(map->out, map->matrix->dimensions[criterion->dimension].name);
            bma_buffer_adds(map->out, "</title></text>");
        }
        bma_buffer_addf(map->out, "<text class=\"column\" transform=\"translate(%u %d) rotate(-90)\">", x,
                        HEAD - 6);
        bma_escape_xml(map->out, criterion->id);
        bma_buffer_adds(map->out, "<title>");
        bma_escape_xml(map->out, criterion->title);
        bma_buffer_adds(map->out, "</title></text>\n");
    }
}

static void cell(const struct map *map, uint32_t agreement, uint32_t criterion, unsigned y)
{
    const struct bma_cell *cell = bma_matrix_cell(map->matrix, agreement, criterion);
    unsigned x = column_at(map, criterion);
    char word[BMA_CELL_TEXT];

    bma_buffer_addf(map->out, "<rect class=\"l%s\" x=\"%u\" y=\"%u\" width=\"%d\" height=\"%d\">",
                    cell->contradicted                       ? "x"
                    : cell->level == BMA_CELL_NOT_APPLICABLE ? "na"
                    : cell->level < 0                        ? "u"
                    : cell->level == 0                       ? "0"
                    : cell->level == 1                       ? "1"
                    : cell->level == 2                       ? "2"
                    : cell->level == 3                       ? "3"
                                                             : "4",
                    x, y, SIDE - 1, SIDE - 1);
    if (map->titles) {
        bma_buffer_adds(map->out, "<title>");
        bma_escape_xml(map->out, map->matrix->agreements[agreement].label);
        bma_buffer_addf(map->out, ", %s ", map->matrix->criteria[criterion].id);
        bma_escape_xml(map->out, map->matrix->criteria[criterion].title);
        bma_buffer_addf(map->out, ": %s</title>", bma_cell_say(cell, word));
    }
    bma_buffer_adds(map->out, "</rect>");
    if (cell->level != 0 || cell->contradicted || cell->uncertain)
        bma_buffer_addf(map->out, "<text class=\"sign%s\" x=\"%u\" y=\"%u\">%s</text>",
                        cell->level >= 3 && !cell->contradicted ? " full" : "", x + SIDE / 2, y + SIDE - 5,
                        cell->contradicted ? (cell->uncertain ? "x?" : "x") : bma_cell_sign(cell, word));
}

static void row(const struct map *map, uint32_t i)
{
    const struct bma_compared *agreement = &map->matrix->agreements[map->order[i]];
    unsigned y = row_at(i);

    bma_buffer_addf(map->out, "<text class=\"row\" x=\"%u\" y=\"%u\">", map->left - 6, y + SIDE - 4);
    short_name(map->out, agreement->label);
    bma_buffer_adds(map->out, "<title>");
    bma_escape_xml(map->out, agreement->title[0] != '\0' ? agreement->title : agreement->name);
    bma_buffer_adds(map->out, "</title></text>");
    for (uint32_t k = 0; k < map->matrix->criterion_count; k++)
        cell(map, map->order[i], k, y);
    if (!isnan(agreement->score))
        bma_buffer_addf(map->out, "<text class=\"row\" x=\"%u\" y=\"%u\">%.1f</text>", width_of(map) - 2,
                        y + SIDE - 4, agreement->score + 0.0);
    bma_buffer_adds(map->out, "\n");
}

/* ---- the tree ---- */

/* Where a cluster's line ends: its height on the page, and how far to the left. */
struct branch {
    double y, x;
};

static void tree(const struct map *map, const struct bma_merge *merges)
{
    uint32_t count = map->matrix->agreement_count;
    struct branch *branches = bma_calloc(2u * count, sizeof *branches);

    if (branches == NULL) {
        map->out->failed = true;
        return;
    }
    for (uint32_t i = 0; i < count; i++)
        branches[map->order[i]] = (struct branch){row_at(i) + SIDE / 2.0, TREE};
    bma_buffer_adds(map->out, "<path class=\"tree\" d=\"");
    for (uint32_t i = 0; i + 1 < count; i++) {
        const struct branch *a = &branches[merges[i].left], *b = &branches[merges[i].right];
        double x = TREE - merges[i].distance * (TREE - 4);
        bma_buffer_addf(map->out, "M%.1f %.1fH%.1fV%.1fH%.1f", a->x, a->y, x, b->y, b->x);
        branches[count + i] = (struct branch){(a->y + b->y) / 2, x};
    }
    bma_buffer_adds(map->out, "\"/>\n");
    bma_free(branches);
}

static void svg(const struct map *map, const struct bma_merge *merges)
{
    unsigned width = width_of(map), height = row_at(map->matrix->agreement_count) + 4;

    bma_buffer_addf(
        map->out,
        "<div class=\"wide\"><svg class=\"heat\" viewBox=\"0 0 %u %u\" width=\"%u\" height=\"%u\" "
        "xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"heat-title heat-says\">"
        "<title id=\"heat-title\">Levels of agreements by criteria</title>"
        "<desc id=\"heat-says\">A row for each of %u agreements, a column for each of %u criteria; "
        "darker is a higher level, x a clause against the criterion. The same is in the CSV.</desc>\n",
        width, height, width, height, (unsigned)map->matrix->agreement_count,
        (unsigned)map->matrix->criterion_count);
    heads(map);
    if (merges != NULL)
        tree(map, merges);
    for (uint32_t i = 0; i < map->matrix->agreement_count; i++)
        row(map, i);
    bma_buffer_adds(map->out, "</svg></div>\n");
}

static void key(struct bma_buffer *out)
{
    static const char *const levels[] = {"absent", "mentioned", "soft", "binding", "operational"};

    bma_buffer_adds(out, "<p class=\"key\">");
    for (int i = 0; i < 5; i++)
        bma_buffer_addf(out, "<span><span class=\"chip l%d\">%d</span> %s</span> ", i, i, levels[i]);
    bma_buffer_adds(out, "<span><span class=\"chip lx\">x</span> a clause works against it</span> "
                         "<span><span class=\"chip lna\">–</span> does not apply</span> "
                         "<span><span class=\"chip lu\">!</span> undecided</span></p>\n");
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
    for (uint32_t k = 0; k < matrix->dimension_count; k++)
        bma_buffer_addf(out, "<th class=\"num\">%s</th>", matrix->dimensions[k].id);
    bma_buffer_adds(out, "</tr></thead><tbody>\n");
    for (uint32_t i = 0; i < matrix->agreement_count; i++) {
        const struct bma_compared *agreement = &matrix->agreements[by_score[i]];
        bma_buffer_adds(out, "<tr><th scope=\"row\">");
        bma_escape_xml(out, agreement->label);
        bma_buffer_adds(out, "</th>");
        score_cell(out, agreement->score);
        bma_buffer_addf(out, "<td>%s</td>", agreement->grade);
        for (uint32_t k = 0; k < matrix->dimension_count; k++)
            score_cell(out, bma_matrix_score(matrix, by_score[i], k));
        bma_buffer_adds(out, "</tr>\n");
    }
    bma_buffer_adds(out, "</tbody></table></div>\n<p class=\"meta\">");
    for (uint32_t k = 0; k < matrix->dimension_count; k++) {
        bma_buffer_addf(out, "%s%s ", k > 0 ? ", " : "", matrix->dimensions[k].id);
        bma_escape_xml(out, matrix->dimensions[k].name);
    }
    bma_buffer_adds(out, ".</p></section>\n");
}

void bma_html_matrix(const struct bma_matrix *matrix, const uint32_t *order, const uint32_t *by_score,
                     const struct bma_merge *merges, struct bma_buffer *out)
{
    struct map map = {matrix, order, out, (merges != NULL ? TREE + 6 : 0) + names_width(matrix),
                      matrix->agreement_count <= MOST_TITLES};

    bma_html_head(out, "Agreements compared", "levels by criterion");
    bma_buffer_addf(
        out, "<main class=\"broad\"><header><h1>Agreements compared</h1>\n<p>%u agreements, %u criteria</p>",
        (unsigned)matrix->agreement_count, (unsigned)matrix->criterion_count);
    key(out);
    bma_buffer_adds(out, "</header>\n");
    if (matrix->criterion_count > 0)
        svg(&map, merges);
    ranking(matrix, by_score, out);
    bma_buffer_adds(out, "</main>\n</body>\n</html>\n");
}

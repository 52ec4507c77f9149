/*
 * The draft's own text in full, laid out by its divisions, with the evidence
 * marked where it stands.  The source is walked once, byte after byte, so that nothing is
 * left out, not even what readers pass over; marks that overlap are nested.
 */
#include "reports/html.h"

#include "base/memory.h"
#include "reports/escape.h"
#include "reports/html_marks.h"
#include "reports/outcome.h"

#include <stdlib.h>
#include <string.h>

struct draft {
    const struct bma_html *html;
    const struct bma_document *document;
    struct bma_html_marks marks;
    size_t next_mark;
    const struct bma_html_mark *open[BMA_HTML_DEPTH]; /* marks that hold the place reached */
    size_t open_count;
    enum bma_html_block block; /* of the place reached */
    bool in_block;
};

static void close_marks(struct draft *draft)
{
    for (size_t i = 0; draft->in_block && i < draft->open_count; i++)
        bma_buffer_adds(draft->html->out, "</mark>");
}

static void open_mark(struct draft *draft, const struct bma_html_mark *mark, bool named)
{
    bma_buffer_addf(draft->html->out, "<mark class=\"%s\"", bma_evidence_role_name(mark->role));
    if (named) {
        bma_buffer_adds(draft->html->out, " id=\"");
        bma_html_piece_id(draft->html, mark->criterion, mark->fault, mark->piece);
        bma_buffer_addc(draft->html->out, '"');
    }
    bma_buffer_addc(draft->html->out, '>');
}

static void close_block(struct draft *draft)
{
    if (!draft->in_block)
        return;
    close_marks(draft);
    bma_buffer_adds(draft->html->out, "</p>\n");
    draft->in_block = false;
}

/* A block begins with its line number, so that "line 30" can be found on paper too. */
static void open_block(struct draft *draft, uint32_t at)
{
    static const char *const classes[] = {"text", "item one", "item two", "item three", "heading", "title"};
    uint32_t line, column;

    if (draft->in_block)
        return;
    bma_document_position(draft->document, at, &line, &column);
    bma_buffer_addf(draft->html->out, "<p class=\"%s\" dir=\"auto\"><span class=\"line\">%u</span>",
                    classes[draft->block], (unsigned)line);
    draft->in_block = true;
    for (size_t i = 0; i < draft->open_count; i++)
        open_mark(draft, draft->open[i], false);
}

/* After the marked words, the way back to the criterion that quotes them. */
static void back_link(struct draft *draft, const struct bma_html_mark *mark)
{
    struct bma_buffer *out = draft->html->out;

    bma_buffer_adds(out, "<a class=\"back\" href=\"#");
    if (mark->criterion != NULL)
        bma_html_criterion_id(draft->html, mark->criterion);
    else
        bma_html_fault_id(draft->html, mark->fault);
    bma_buffer_adds(out, "\">");
    bma_escape_xml(out, mark->label);
    bma_buffer_adds(out, "</a>");
}

/* Takes the marks that end here out of the open ones, and opens the rest again behind the links. */
static void end_marks(struct draft *draft, uint32_t at)
{
    size_t kept = 0;
    bool any = false;

    for (size_t i = 0; i < draft->open_count; i++)
        any |= draft->open[i]->end <= at;
    if (!any)
        return;
    open_block(draft, at);
    close_marks(draft);
    for (size_t i = 0; i < draft->open_count; i++) {
        if (draft->open[i]->end <= at)
            back_link(draft, draft->open[i]);
        else
            draft->open[kept++] = draft->open[i];
    }
    draft->open_count = kept;
    for (size_t i = 0; i < kept; i++)
        open_mark(draft, draft->open[i], false);
}

static void start_marks(struct draft *draft, uint32_t at)
{
    for (; draft->next_mark < draft->marks.count; draft->next_mark++) {
        const struct bma_html_mark *mark = &draft->marks.items[draft->next_mark];
        if (mark->start > at)
            return;
        open_block(draft, at);
        open_mark(draft, mark, true);
        if (draft->open_count < BMA_HTML_DEPTH) {
            draft->open[draft->open_count++] = mark;
        } else { /* too many at one place: an anchor and the link, without a mark of its own */
            bma_buffer_adds(draft->html->out, "</mark>");
            back_link(draft, mark);
        }
    }
}

/* The next place where something begins or ends, at most `end`. */
static uint32_t next_stop(const struct draft *draft, uint32_t end)
{
    if (draft->next_mark < draft->marks.count && draft->marks.items[draft->next_mark].start < end)
        end = draft->marks.items[draft->next_mark].start;
    for (size_t i = 0; i < draft->open_count; i++)
        if (draft->open[i]->end < end)
            end = draft->open[i]->end;
    return end;
}

static bool is_blank(const char *bytes, uint32_t start, uint32_t end)
{
    while (start < end && strchr(" \t\r\n\v\f", bytes[start]) != NULL && bytes[start] != '\0')
        start++;
    return start == end;
}

static void words(struct draft *draft, uint32_t start, uint32_t end)
{
    const char *source = draft->document->source;

    if (start >= end)
        return;
    if (!draft->in_block && is_blank(source, start, end))
        return;
    if (!draft->in_block) /* the line number is that of the first word */
        while (is_blank(source, start, start + 1))
            start++;
    open_block(draft, start);
    bma_escape_xml_bytes(draft->html->out, source + start, end - start);
}

/* One block of the source, from a break to the next. */
static void stretch(struct draft *draft, uint32_t start, uint32_t end)
{
    uint32_t at = start;

    while (end > start && is_blank(draft->document->source, end - 1, end))
        end--; /* a heading shows its line ends, but not those behind it */
    while (at < end) {
        uint32_t stop;
        end_marks(draft, at);
        start_marks(draft, at);
        stop = next_stop(draft, end);
        words(draft, at, stop);
        at = stop;
    }
    end_marks(draft, end); /* links belong to the block that ends, not to the next */
    close_block(draft);
}

static void body(struct draft *draft, const struct bma_html_breaks *breaks)
{
    uint32_t length = draft->document->source_length;
    uint32_t first = breaks->count > 0 ? breaks->items[0].at : length;
    uint32_t start = draft->document->line_count > 0 ? draft->document->line_starts[0] : 0;

    draft->block = BMA_BLOCK_TEXT;
    stretch(draft, start, first < length ? first : length);
    for (size_t i = 0; i < breaks->count; i++) {
        uint32_t end = i + 1 < breaks->count ? breaks->items[i + 1].at : length;
        draft->block = breaks->items[i].block;
        stretch(draft, breaks->items[i].at, end < length ? end : length);
    }
}

static const char *language(const struct bma_scorecard *card)
{
    const struct bma_conventions *conventions =
        card->text->lexicon != NULL ? bma_lexicon_conventions(card->text->lexicon) : NULL;

    return conventions != NULL && conventions->language != NULL ? conventions->language : "";
}

void bma_html_draft(const struct bma_html *html)
{
    struct draft draft = {.html = html, .document = html->card->text->document};
    struct bma_html_breaks breaks = {NULL, 0, 0};

    bma_buffer_addf(
        html->out,
        "<section class=\"draft\" id=\"a%u--draft\">\n<h2>The draft, with the evidence marked</h2>\n",
        html->number);
    bma_buffer_adds(html->out, "<p class=\"legend\"><mark class=\"supports\">carries a level</mark> "
                               "<mark class=\"weaker\">weaker, or the nearest miss</mark> "
                               "<mark class=\"contradicts\">works against a criterion</mark> "
                               "<mark class=\"conflicts\">conflicts with another clause</mark> "
                               "<span>The names behind a mark lead back to the criterion.</span></p>\n");
    bma_buffer_adds(html->out, "<div class=\"pages\" lang=\"");
    bma_escape_xml(html->out, language(html->card));
    bma_buffer_adds(html->out, "\">\n");
    if (bma_html_marks_collect(html->card, &draft.marks) && bma_html_breaks_collect(draft.document, &breaks))
        body(&draft, &breaks);
    else
        html->out->failed = true;
    bma_buffer_adds(html->out, "</div>\n</section>\n");
    bma_free(draft.marks.items);
    bma_free(breaks.items);
}

/*
 * A web page: headings, paragraphs, lists with the numbers that a browser
 * would show, tables row by row (extract.h).  Scripts, styles, navigation, forms'
 * controls, deleted and hidden words are left out, and what a site puts around
 * the text of its pages (html_page.c).
 */
#include "readers/extract.h"
#include "readers/html_lists.h"
#include "readers/html_page.h"
#include "readers/markup.h"

#include <string.h>

enum { MOST_START = 100000 };

static const char *const blocks[] = {
    "p",          "div",     "h1",      "h2",      "h3",   "h4",       "h5",     "h6",
    "li",         "ol",      "ul",      "dl",      "dt",   "dd",       "table",  "caption",
    "td",         "th",      "section", "article", "main", "header",   "footer", "blockquote",
    "pre",        "address", "center",  "hr",      "form", "fieldset", "legend", "figure",
    "figcaption", "details", "summary", "hgroup",  "menu", "dir",      "dialog", NULL};

static unsigned heading_level(const struct bma_markup *node)
{
    if (node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' && node->name[2] == '\0')
        return (unsigned)(node->name[1] - '0');
    return 0;
}

/* The only words of an element, however deep, or NULL. */
static const struct bma_markup *only_words(const struct bma_markup *node)
{
    while (node != NULL && node->text == NULL)
        node = node->first != NULL && node->first->next == NULL ? node->first : NULL;
    return node;
}

static void read_node(struct bma_extract *out, const struct bma_markup *node);

static void read_children(struct bma_extract *out, const struct bma_markup *node)
{
    bool list = bma_markup_is(node, "ol") || bma_markup_is(node, "ul");
    bool typed = list && bma_html_list_is_typed(node);
    uint32_t number = bma_markup_number(node, "start", MOST_START, 1);

    for (const struct bma_markup *child = node->first; child != NULL; child = child->next) {
        if (list && bma_markup_is(child, "li")) {
            number = bma_markup_number(child, "value", MOST_START, number);
            bma_buffer_clear(&out->label);
            if (!typed)
                bma_html_list_label(&out->label, child, number);
            number++;
        }
        read_node(out, child);
    }
}

static void read_row(struct bma_extract *out, const struct bma_markup *node)
{
    struct bma_extract_row row;

    bma_extract_row_begin(out, &row);
    for (const struct bma_markup *cell = node->first; cell != NULL; cell = cell->next) {
        read_node(out, cell);
        bma_extract_row_cell(out, &row);
    }
    bma_extract_row_end(out, &row);
}

/* Text whose lines are the author's. */
static void read_lines(struct bma_extract *out, const char *words, size_t length)
{
    for (const char *end = words + length, *stop; words < end; words = stop + 1) {
        stop = memchr(words, '\n', (size_t)(end - words));
        if (stop == NULL)
            stop = end;
        bma_extract_words(out, words, (size_t)(stop - words));
        if (stop < end)
            bma_extract_empty_line(out);
    }
}

/* Word leaves conditions among the words, "<![if !supportLists]>", which come in two pieces: "<", "![if …]>".
 */
static bool opens_condition(const struct bma_markup *words)
{
    return words != NULL && words->text != NULL &&
           (strncmp(words->text, "![if", 4) == 0 || strncmp(words->text, "![endif", 7) == 0);
}

static void read_words(struct bma_extract *out, const struct bma_markup *node)
{
    const char *words = node->text, *close = opens_condition(node) ? strstr(words, "]>") : NULL;

    if (strcmp(words, "<") == 0 && opens_condition(node->next))
        return;
    if (close != NULL)
        words = close + 2;
    bma_extract_words(out, words, strlen(words));
}

static bool is_preformatted(const struct bma_markup *node)
{
    while (node != NULL && !bma_markup_is(node, "pre"))
        node = node->parent;
    return node != NULL;
}

static void read_element(struct bma_extract *out, const struct bma_markup *node)
{
    bool block = bma_markup_among(node, blocks);

    if (bma_markup_is(node, "br"))
        bma_extract_empty_line(out);
    if (block)
        bma_extract_end(out, 0);
    read_children(out, node);
    if (block)
        bma_extract_end(out, heading_level(node));
    if (bma_markup_is(node, "li"))
        bma_buffer_clear(&out->label);
}

static void read_node(struct bma_extract *out, const struct bma_markup *node)
{
    const struct bma_markup *raised = bma_markup_is(node, "sup") ? only_words(node) : NULL;

    if (node->text != NULL && is_preformatted(node->parent))
        read_lines(out, node->text, node->length);
    else if (node->text != NULL)
        read_words(out, node);
    else if (bma_html_is_left_out(node) ||
             (raised != NULL && bma_extract_raised(out, raised->text, raised->length)))
        return;
    else if (bma_markup_is(node, "tr"))
        read_row(out, node);
    else
        read_element(out, node);
}

enum bma_status bma_html_read(const char *bytes, size_t length, struct bma_extract *out,
                              struct bma_error *error)
{
    const struct bma_markup *root;
    struct bma_arena arena;
    enum bma_status status;

    bma_arena_init(&arena);
    status = bma_markup_html(out->path, bytes, length, &arena, &root, error);
    if (status == BMA_OK) {
        read_children(out, bma_html_main(root));
        status = bma_extract_check(out, error);
    }
    bma_arena_release(&arena);
    return status;
}

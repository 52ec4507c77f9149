/*
 * A web page: headings, paragraphs, lists with the numbers that a browser
 * would show, tables row by row (extract.h).  Scripts, styles, navigation, forms'
 * controls, deleted and hidden words are left out.
 */
#include "readers/extract.h"
#include "readers/markup.h"

#include <string.h>

enum { MOST_START = 100000 };

static const char *const left_out[] = {"script", "style",  "nav",    "head",  "template", "noscript",
                                       "svg",    "del",    "button", "input", "select",   "textarea",
                                       "object", "iframe", "s",      NULL};
static const char *const blocks[] = {
    "p",    "div",    "h1",     "h2",         "h3",    "h4",      "h5",     "h6", "li",      "ol",
    "ul",   "dl",     "dt",     "dd",         "table", "caption", "td",     "th", "section", "article",
    "main", "header", "footer", "blockquote", "pre",   "address", "center", "hr", NULL};

static bool is_hidden(const struct bma_markup *node)
{
    const char *style = bma_markup_attribute(node, "style");
    const char *display = style != NULL ? strstr(style, "display") : NULL;

    if (bma_markup_attribute(node, "hidden") != NULL)
        return true;
    return display != NULL && strncmp(display + 7 + strspn(display + 7, " :"), "none", 4) == 0;
}

static unsigned heading_level(const struct bma_markup *node)
{
    if (node->name[0] == 'h' && node->name[1] >= '1' && node->name[1] <= '6' && node->name[2] == '\0')
        return (unsigned)(node->name[1] - '0');
    return 0;
}

/* "3.", "c.", "•": the sign in front of a list's item. */
static void put_label(struct bma_extract *out, const struct bma_markup *item, uint32_t number)
{
    const char *type = bma_markup_attribute(item, "type");

    if (type == NULL)
        type = bma_markup_attribute(item->parent, "type");
    bma_buffer_clear(&out->label);
    if (!bma_markup_is(item->parent, "ol")) {
        bma_buffer_adds(&out->label, "\xe2\x80\xa2");
        return;
    }
    bma_extract_number(&out->label, number,
                       type != NULL && type[0] != '\0' && strchr("aAiI", type[0]) != NULL ? type[0] : '1');
    bma_buffer_addc(&out->label, '.');
}

/* Notes and what leads to them, by the names that web pages give to both. */
static bool is_note(const struct bma_markup *node)
{
    static const char *const attributes[] = {"class", "role", "id", "type"};
    static const char *const names[] = {"footnote", "endnote", "doc-noteref", "noteref"};

    for (size_t i = 0; i < sizeof attributes / sizeof attributes[0]; i++) {
        const char *value = bma_markup_attribute(node, attributes[i]);
        for (size_t k = 0; value != NULL && k < sizeof names / sizeof names[0]; k++)
            if (strstr(value, names[k]) != NULL)
                return true;
    }
    return false;
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
    uint32_t number = bma_markup_number(node, "start", MOST_START, 1);

    for (const struct bma_markup *child = node->first; child != NULL; child = child->next) {
        if (list && bma_markup_is(child, "li")) {
            number = bma_markup_number(child, "value", MOST_START, number);
            put_label(out, child, number++);
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

static void read_node(struct bma_extract *out, const struct bma_markup *node)
{
    const struct bma_markup *words;
    bool block;

    if (node->text != NULL) {
        bma_extract_words(out, node->text, node->length);
        return;
    }
    if (bma_markup_among(node, left_out) || is_hidden(node) || is_note(node))
        return;
    words = bma_markup_is(node, "sup") ? only_words(node) : NULL;
    if (words != NULL && bma_extract_raised(out, words->text, words->length))
        return;
    if (bma_markup_is(node, "tr")) {
        read_row(out, node);
        return;
    }
    block = bma_markup_among(node, blocks);
    if (bma_markup_is(node, "br"))
        bma_extract_break(out);
    if (block)
        bma_extract_end(out, 0);
    read_children(out, node);
    if (block)
        bma_extract_end(out, heading_level(node));
    if (bma_markup_is(node, "li"))
        bma_buffer_clear(&out->label);
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
        read_children(out, root);
        status = bma_extract_check(out, error);
    }
    bma_arena_release(&arena);
    return status;
}

#include "readers/html_page.h"

#include <string.h>

static const char *const no_text[] = {"script", "style",  "nav",    "head",   "template", "noscript",
                                      "svg",    "del",    "button", "input",  "select",   "textarea",
                                      "object", "iframe", "s",      "strike", "aside",    NULL};

/* ---- what elements say of themselves ---- */

/* Whether a property of the style attribute has a value that begins so. */
static bool is_styled(const struct bma_markup *node, const char *property, const char *value)
{
    const char *style = bma_markup_attribute(node, "style");
    const char *found = style != NULL ? strstr(style, property) : NULL;

    if (found == NULL)
        return false;
    found += strlen(property);
    found += strspn(found, " :");
    return strncmp(found, value, strlen(value)) == 0;
}

static bool is_hidden(const struct bma_markup *node)
{
    return bma_markup_attribute(node, "hidden") != NULL || is_styled(node, "display", "none") ||
           is_styled(node, "visibility", "hidden") ||
           (bma_markup_is(node, "dialog") && bma_markup_attribute(node, "open") == NULL);
}

/* Whether one of the attributes holds one of the words, anywhere in it. */
static bool mentions(const struct bma_markup *node, const char *const *attributes, const char *const *words)
{
    for (; *attributes != NULL; attributes++) {
        const char *value = bma_markup_attribute(node, *attributes);
        for (size_t i = 0; value != NULL && words[i] != NULL; i++)
            if (strstr(value, words[i]) != NULL)
                return true;
    }
    return false;
}

/* Whether one of the names, which blanks part, is of the list. */
static bool has_name(const char *names, const char *const *list)
{
    for (; names != NULL && *names != '\0'; names += strspn(names, " ")) {
        size_t length = strcspn(names, " ");
        for (size_t i = 0; list[i] != NULL; i++)
            if (strlen(list[i]) == length && strncmp(list[i], names, length) == 0)
                return true;
        names += length;
    }
    return false;
}

/* Notes and what leads to them, by the names that web pages give to both. */
static bool is_note(const struct bma_markup *node)
{
    static const char *const attributes[] = {"class", "role", "id", "type", NULL};
    static const char *const words[] = {"footnote", "endnote", "doc-noteref", "noteref", NULL};

    return mentions(node, attributes, words);
}

/* What a site shows on every page, by the names that web sites give to it. */
static bool is_of_site(const struct bma_markup *node)
{
    static const char *const attributes[] = {"class", "id", NULL};
    static const char *const words[] = {"cookie", "breadcrumb", "MsoToc", NULL};
    static const char *const names[] = {"toc",       "table-of-contents",  "sr-only", "visually-hidden",
                                        "skip-link", "screen-reader-text", NULL};
    static const char *const roles[] = {"navigation", "banner",      "contentinfo", "search", "complementary",
                                        "dialog",     "alertdialog", "doc-toc",     NULL};

    return mentions(node, attributes, words) || has_name(bma_markup_attribute(node, "class"), names) ||
           has_name(bma_markup_attribute(node, "id"), names) ||
           has_name(bma_markup_attribute(node, "role"), roles);
}

/* ---- head and foot of the page ---- */

static bool holds_heading(const struct bma_markup *node)
{
    static const char *const headings[] = {"h1", "h2", "h3", NULL};

    for (const struct bma_markup *child = node->first; child != NULL; child = child->next)
        if (bma_markup_among(child, headings) || holds_heading(child))
            return true;
    return false;
}

/* The foot of the page itself, and its head unless that names what the page is about. */
static bool frames_page(const struct bma_markup *node)
{
    static const char *const holders[] = {"main", "article", "section", NULL};

    if (!bma_markup_is(node, "footer") && (!bma_markup_is(node, "header") || holds_heading(node)))
        return false;
    while (node != NULL && !bma_markup_among(node, holders))
        node = node->parent;
    return node == NULL;
}

bool bma_html_is_left_out(const struct bma_markup *node)
{
    return bma_markup_among(node, no_text) || is_hidden(node) || is_note(node) || is_of_site(node) ||
           frames_page(node);
}

/* ---- the text of the page ---- */

static size_t words_in(const struct bma_markup *node)
{
    size_t length = node->length;

    for (const struct bma_markup *child = node->first; child != NULL; child = child->next)
        if (child->text != NULL || !bma_html_is_left_out(child))
            length += words_in(child);
    return length;
}

/* The first element of the kind, in the order of the page. */
static const struct bma_markup *first_of(const struct bma_markup *node, const char *name, const char *role)
{
    for (const struct bma_markup *child = node->first; child != NULL; child = child->next) {
        const char *found = bma_markup_attribute(child, "role");
        const struct bma_markup *below;
        if (bma_markup_is(child, name) || (found != NULL && strcmp(found, role) == 0))
            return child;
        below = first_of(child, name, role);
        if (below != NULL)
            return below;
    }
    return NULL;
}

/* A page may call a small part of it so; the text is where most of its words are. */
const struct bma_markup *bma_html_main(const struct bma_markup *root)
{
    const struct bma_markup *main = first_of(root, "main", "main");
    size_t all = words_in(root);

    if (main == NULL || words_in(main) * 2 < all)
        main = first_of(root, "article", "article");
    return main != NULL && words_in(main) * 10 >= all * 8 ? main : root;
}

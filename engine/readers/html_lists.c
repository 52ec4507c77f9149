#include "readers/html_lists.h"

#include "readers/extract.h"
#include "readers/numbering.h"

#include <string.h>

/* What the attributes say of the sign: a letter of `type`, or '-' for none; 0 where they say nothing. */
static char type_of(const struct bma_markup *node)
{
    static const struct {
        const char *name;
        char type;
    } names[] = {{"lower-alpha", 'a'}, {"lower-latin", 'a'}, {"upper-alpha", 'A'}, {"upper-latin", 'A'},
                 {"lower-roman", 'i'}, {"upper-roman", 'I'}, {"decimal", '1'},     {"none", '-'}};
    const char *type = bma_markup_attribute(node, "type"), *style = bma_markup_attribute(node, "style");

    style = style != NULL ? strstr(style, "list-style") : NULL;
    for (size_t i = 0; style != NULL && i < sizeof names / sizeof names[0]; i++) {
        const char *found = strstr(style, names[i].name);
        if (found != NULL && (size_t)(found - style) < strcspn(style, ";"))
            return names[i].type;
    }
    return type != NULL && type[0] != '\0' && strchr("aAiI1", type[0]) != NULL ? type[0] : '\0';
}

void bma_html_list_label(struct bma_buffer *label, const struct bma_markup *item, uint32_t number)
{
    char type = type_of(item);

    if (type == '\0')
        type = type_of(item->parent);
    if (type == '-')
        return;
    if (!bma_markup_is(item->parent, "ol")) {
        bma_buffer_adds(label, "\xe2\x80\xa2");
        return;
    }
    bma_extract_number(label, number, type != '\0' ? type : '1');
    bma_buffer_addc(label, '.');
}

/* The first words of an element that are not blank, however deep, or NULL. */
static const struct bma_markup *first_words(const struct bma_markup *node)
{
    for (const struct bma_markup *child = node->first; child != NULL; child = child->next) {
        const struct bma_markup *found = child->text == NULL ? first_words(child) : child;
        if (found != NULL && found->text[strspn(found->text, " \t\r\n")] != '\0')
            return found;
    }
    return NULL;
}

static bool reads_marker(const struct bma_markup *item, struct bma_marker *marker)
{
    const struct bma_markup *words = first_words(item);
    size_t blank = words != NULL ? strspn(words->text, " \t\r\n") : 0;

    return words != NULL && bma_marker_read(words->text, (uint32_t)blank, (uint32_t)words->length, marker) &&
           marker->style != BMA_MARKER_DASH;
}

static const struct bma_markup *next_item(const struct bma_markup *node)
{
    while (node != NULL && !bma_markup_is(node, "li"))
        node = node->next;
    return node;
}

/* The first two count up; below bullets, whose items nobody counts twice, one is enough. */
bool bma_html_list_is_typed(const struct bma_markup *list)
{
    const struct bma_markup *item = next_item(list->first);
    struct bma_marker first, second;

    if (item == NULL || !reads_marker(item, &first))
        return false;
    item = next_item(item->next);
    if (item == NULL)
        return bma_markup_is(list, "ul");
    return reads_marker(item, &second) &&
           (second.ordinal == first.ordinal + 1 || second.roman == first.roman + 1);
}

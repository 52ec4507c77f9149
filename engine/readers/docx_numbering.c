#include "readers/docx_numbering.h"

#include "readers/extract.h"

#include <string.h>

enum { MOST_BASES = 20, MOST_START = 100000, MOST_ID = 0x7fffffff };

/* A w:num whose own starts have been taken. */
struct begun {
    const struct bma_markup *num;
    struct begun *next;
};

struct bma_docx_list {
    uint32_t id; /* of w:abstractNum */
    struct begun *begun;
    uint32_t counters[BMA_DOCX_LEVELS];
    bool counted[BMA_DOCX_LEVELS];
    struct bma_docx_list *next;
};

/* The first child of that name, and with that value of an attribute where a key is given. */
static const struct bma_markup *find(struct bma_docx_numbering *numbering, const struct bma_markup *parent,
                                     const char *name, const char *key, const char *value)
{
    const struct bma_markup *child = parent != NULL && (key == NULL || value != NULL) ? parent->first : NULL;

    for (; child != NULL && numbering->steps < BMA_DOCX_MAX_STEPS; child = child->next) {
        const char *found;
        numbering->steps++;
        if (!bma_markup_is(child, name))
            continue;
        found = key != NULL ? bma_markup_attribute(child, key) : NULL;
        if (key == NULL || (found != NULL && strcmp(found, value) == 0))
            return child;
    }
    return NULL;
}

static const char *value_of(struct bma_docx_numbering *numbering, const struct bma_markup *parent,
                            const char *name)
{
    return bma_markup_attribute(find(numbering, parent, name, NULL, NULL), "val");
}

const struct bma_markup *bma_docx_style(struct bma_docx_numbering *numbering,
                                        const struct bma_markup *properties, const char *name)
{
    return find(numbering, numbering->styles, "style", "styleId", value_of(numbering, properties, name));
}

const struct bma_markup *bma_docx_inherited(struct bma_docx_numbering *numbering,
                                            const struct bma_markup *style, const char *of, const char *name)
{
    /* Styles may be based on one another in a circle. */
    for (unsigned i = 0; style != NULL && i < MOST_BASES; i++) {
        const struct bma_markup *found =
            find(numbering, find(numbering, style, of, NULL, NULL), name, NULL, NULL);
        if (found != NULL)
            return found;
        style = bma_docx_style(numbering, style, "basedOn");
    }
    return NULL;
}

static struct bma_docx_list *list_of(struct bma_docx_numbering *numbering, uint32_t id)
{
    struct bma_docx_list *list = numbering->lists;

    for (; list != NULL && list->id != id; list = list->next)
        numbering->steps++;
    if (list != NULL)
        return list;
    list = bma_arena_calloc(numbering->arena, 1, sizeof *list);
    if (list == NULL) {
        numbering->failed = true;
        return NULL;
    }
    list->id = id;
    list->next = numbering->lists;
    numbering->lists = list;
    return list;
}

/* What one paragraph is counted by. */
struct place {
    struct bma_docx_numbering *numbering;
    const struct bma_markup *num, *definition;
    struct bma_docx_list *list;
    uint32_t level;
};

static const struct bma_markup *by_level(struct bma_docx_numbering *numbering,
                                         const struct bma_markup *parent, const char *name, uint32_t level)
{
    char digit[2] = {(char)('0' + level), '\0'};

    return find(numbering, parent, name, "ilvl", digit);
}

static const struct bma_markup *level_of(const struct place *place, uint32_t level)
{
    struct bma_docx_numbering *numbering = place->numbering;
    const struct bma_markup *changed =
        find(numbering, by_level(numbering, place->num, "lvlOverride", level), "lvl", NULL, NULL);

    return changed != NULL ? changed : by_level(numbering, place->definition, "lvl", level);
}

/* A style that numbers its paragraphs may leave it to the list which level is its own. */
static uint32_t level_for_style(const struct place *place, const struct bma_markup *style)
{
    const char *id = bma_markup_attribute(style, "styleId");

    for (uint32_t level = 0; id != NULL && level < BMA_DOCX_LEVELS; level++) {
        const char *linked =
            value_of(place->numbering, by_level(place->numbering, place->definition, "lvl", level), "pStyle");
        if (linked != NULL && strcmp(linked, id) == 0)
            return level;
    }
    return 0;
}

/* The list that a number belongs to, and what defines it. */
static void find_definition(struct bma_docx_numbering *numbering, const char *id, struct place *place)
{
    place->num = find(numbering, numbering->numbering, "num", "numId", id);
    place->definition = find(numbering, numbering->numbering, "abstractNum", "abstractNumId",
                             value_of(numbering, place->num, "abstractNumId"));
}

/* A list may leave all to a style of lists, and that style to another list, which holds the levels. */
static void follow_link(struct bma_docx_numbering *numbering, struct place *place)
{
    const struct bma_markup *num = place->num;
    const struct bma_markup *style = find(numbering, numbering->styles, "style", "styleId",
                                          value_of(numbering, place->definition, "numStyleLink"));
    const struct bma_markup *linked = bma_docx_inherited(numbering, style, "pPr", "numPr");

    if (linked == NULL)
        return;
    find_definition(numbering, value_of(numbering, linked, "numId"), place);
    place->num = num; /* its own starts hold */
}

static bool find_place(struct bma_docx_numbering *numbering, const struct bma_markup *properties,
                       struct place *place)
{
    const struct bma_markup *style = bma_docx_style(numbering, properties, "pStyle");
    const struct bma_markup *own = bma_markup_child(properties, "numPr");
    const struct bma_markup *styled = bma_docx_inherited(numbering, style, "pPr", "numPr");
    const char *id = value_of(numbering, own, "numId");
    const struct bma_markup *level = bma_markup_child(own, "ilvl");

    if (id == NULL)
        id = value_of(numbering, styled, "numId");
    if (level == NULL)
        level = bma_markup_child(styled, "ilvl");
    place->numbering = numbering;
    find_definition(numbering, id, place);
    follow_link(numbering, place);
    if (place->definition == NULL)
        return false;
    place->level = level != NULL ? bma_markup_number(level, "val", BMA_DOCX_LEVELS - 1, 0)
                                 : level_for_style(place, style);
    place->list = list_of(numbering, bma_markup_number(place->definition, "abstractNumId", MOST_ID, 0));
    return place->list != NULL && level_of(place, place->level) != NULL;
}

static uint32_t start_of(const struct place *place, uint32_t level)
{
    return bma_markup_number(find(place->numbering, level_of(place, level), "start", NULL, NULL), "val",
                             MOST_START, 1);
}

/* Whether the list is met for the first time; others may have been counted in between. */
static bool is_met_first(const struct place *place)
{
    struct bma_docx_numbering *numbering = place->numbering;
    struct begun *begun = place->list->begun;

    for (; begun != NULL && begun->num != place->num; begun = begun->next)
        numbering->steps++;
    if (begun != NULL)
        return false;
    begun = bma_arena_calloc(numbering->arena, 1, sizeof *begun);
    if (begun == NULL) {
        numbering->failed = true;
        return false;
    }
    begun->num = place->num;
    begun->next = place->list->begun;
    place->list->begun = begun;
    return true;
}

/* A list that begins anew says so for some of its levels, once. */
static void begin_anew(const struct place *place)
{
    struct bma_docx_numbering *numbering = place->numbering;

    if (find(numbering, place->num, "lvlOverride", NULL, NULL) == NULL || !is_met_first(place))
        return;
    for (uint32_t level = 0; level < BMA_DOCX_LEVELS; level++) {
        const struct bma_markup *start = find(
            numbering, by_level(numbering, place->num, "lvlOverride", level), "startOverride", NULL, NULL);
        if (start == NULL)
            continue;
        place->list->counters[level] = bma_markup_number(start, "val", MOST_START, 1);
        place->list->counted[level] = false;
    }
}

static void count(const struct place *place)
{
    struct bma_docx_list *list = place->list;

    begin_anew(place);
    for (uint32_t level = 0; level <= place->level; level++) {
        if (list->counted[level]) {
            list->counters[level] += level == place->level;
            continue;
        }
        if (list->counters[level] == 0)
            list->counters[level] = start_of(place, level);
        list->counted[level] = true;
    }
    for (uint32_t level = place->level + 1; level < BMA_DOCX_LEVELS; level++) {
        uint32_t after = bma_markup_number(
            find(place->numbering, level_of(place, level), "lvlRestart", NULL, NULL), "val", 9, level);
        if (after == 0 || place->level + 1 > after)
            continue;
        list->counted[level] = false;
        list->counters[level] = 0;
    }
}

static void add_number(const struct place *place, uint32_t level, bool legal, struct bma_buffer *label)
{
    static const struct {
        const char *format;
        char style;
    } styles[] = {{"lowerLetter", 'a'}, {"upperLetter", 'A'}, {"lowerRoman", 'i'}, {"upperRoman", 'I'}};
    const char *format = value_of(place->numbering, level_of(place, level), "numFmt");
    uint32_t number = place->list->counters[level];
    char style = '1';

    for (size_t i = 0; format != NULL && !legal && i < sizeof styles / sizeof styles[0]; i++)
        if (strcmp(format, styles[i].format) == 0)
            style = styles[i].style;
    if (format != NULL && strcmp(format, "decimalZero") == 0 && number < 10)
        bma_buffer_addc(label, '0');
    if (format == NULL || strcmp(format, "none") != 0)
        bma_extract_number(label, number, style);
}

/* "%1.%2", "Article %1", "(%3)" */
static void show(const struct place *place, struct bma_buffer *label)
{
    const struct bma_markup *level = level_of(place, place->level),
                            *legal = find(place->numbering, level, "isLgl", NULL, NULL);
    const char *pattern = value_of(place->numbering, level, "lvlText"),
               *format = value_of(place->numbering, level, "numFmt");

    if (format != NULL && strcmp(format, "bullet") == 0) {
        bma_buffer_adds(label, "\xe2\x80\xa2"); /* whatever sign of whatever font */
        return;
    }
    for (; pattern != NULL && *pattern != '\0'; pattern++) {
        if (pattern[0] == '%' && pattern[1] >= '1' && pattern[1] <= '9') {
            pattern++;
            add_number(place, (uint32_t)(*pattern - '1'), legal != NULL, label);
        } else {
            bma_buffer_addc(label, (unsigned char)*pattern < ' ' ? ' ' : *pattern);
        }
    }
    while (label->length > 0 && label->bytes[label->length - 1] == ' ')
        label->length--;
}

void bma_docx_number(struct bma_docx_numbering *numbering, const struct bma_markup *properties,
                     struct bma_buffer *label)
{
    struct place place;

    if (!find_place(numbering, properties, &place))
        return;
    count(&place);
    show(&place, label);
}

#include "readers/markup.h"

#include "base/library.h"
#include "base/utf8.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>

static struct {
    __typeof__(&xmlInitParser) init;
    __typeof__(&xmlNewParserCtxt) xml_new;
    __typeof__(&xmlFreeParserCtxt) xml_free;
    __typeof__(&xmlCtxtReadMemory) xml_read;
    __typeof__(&htmlNewParserCtxt) html_new;
    __typeof__(&htmlFreeParserCtxt) html_free;
    __typeof__(&htmlCtxtReadMemory) html_read;
    __typeof__(&xmlStopParser) stop;
    __typeof__(&xmlFreeDoc) doc_free;
} lib;
static bool loaded;

static void load(void)
{
    const struct bma_symbol symbols[] = {
        {"xmlInitParser", &lib.init},         {"xmlNewParserCtxt", &lib.xml_new},
        {"xmlFreeParserCtxt", &lib.xml_free}, {"xmlCtxtReadMemory", &lib.xml_read},
        {"htmlNewParserCtxt", &lib.html_new}, {"htmlFreeParserCtxt", &lib.html_free},
        {"xmlStopParser", &lib.stop},         {"htmlCtxtReadMemory", &lib.html_read},
        {"xmlFreeDoc", &lib.doc_free},
    };

    loaded = bma_library_load(BMA_LIBXML, symbols, sizeof symbols / sizeof symbols[0]);
    if (loaded)
        lib.init();
}

/* ---- building the tree from what the parser tells ---- */

enum fault { FAULT_NONE, FAULT_MEMORY, FAULT_DEPTH, FAULT_NODES, FAULT_DOCTYPE };

struct building {
    struct bma_arena *arena;
    struct bma_markup *top;
    unsigned depth;
    size_t nodes;
    enum fault fault;
    xmlParserCtxtPtr parser;
};

static void give_up(struct building *building, enum fault fault)
{
    building->fault = fault;
    lib.stop(building->parser);
}

static struct bma_markup *add(struct building *building)
{
    struct bma_markup *node;

    if (building->fault != FAULT_NONE)
        return NULL;
    if (++building->nodes > BMA_MARKUP_MAX_NODES) {
        give_up(building, FAULT_NODES);
        return NULL;
    }
    node = bma_arena_calloc(building->arena, 1, sizeof *node);
    if (node == NULL) {
        give_up(building, FAULT_MEMORY);
        return NULL;
    }
    node->parent = building->top;
    if (building->top->last != NULL)
        building->top->last->next = node;
    else
        building->top->first = node;
    building->top->last = node;
    return node;
}

static const char *keep(struct building *building, const xmlChar *text)
{
    const char *copy =
        text != NULL ? bma_arena_strndup(building->arena, (const char *)text, strlen((const char *)text))
                     : "";

    if (copy == NULL && building->fault == FAULT_NONE)
        give_up(building, FAULT_MEMORY);
    return copy != NULL ? copy : "";
}

static const xmlChar *local(const xmlChar *name)
{
    const char *colon = strchr((const char *)name, ':');

    return colon != NULL ? (const xmlChar *)colon + 1 : name;
}

static void add_attributes(struct building *building, struct bma_markup *node, const xmlChar **pairs)
{
    for (; pairs != NULL && pairs[0] != NULL && building->fault == FAULT_NONE; pairs += 2) {
        struct bma_markup_attribute *attribute = bma_arena_calloc(building->arena, 1, sizeof *attribute);
        if (attribute == NULL) {
            give_up(building, FAULT_MEMORY);
            return;
        }
        attribute->name = keep(building, local(pairs[0]));
        attribute->value = keep(building, pairs[1]);
        attribute->next = node->attributes;
        node->attributes = attribute;
    }
}

static void on_start(void *context, const xmlChar *name, const xmlChar **pairs)
{
    struct building *building = context;
    struct bma_markup *node = add(building);

    if (node == NULL)
        return;
    if (++building->depth > BMA_MARKUP_MAX_DEPTH) {
        give_up(building, FAULT_DEPTH);
        return;
    }
    node->name = keep(building, local(name));
    add_attributes(building, node, pairs);
    building->top = node;
}

static void on_end(void *context, const xmlChar *name)
{
    struct building *building = context;

    (void)name;
    if (building->fault != FAULT_NONE || building->top->parent == NULL)
        return;
    building->top = building->top->parent;
    building->depth--;
}

static void on_words(void *context, const xmlChar *text, int length)
{
    struct building *building = context;
    struct bma_markup *node = length > 0 ? add(building) : NULL;

    if (node == NULL)
        return;
    node->length = (size_t)length;
    node->text = bma_arena_strndup(building->arena, (const char *)text, (size_t)length);
    if (node->text == NULL)
        give_up(building, FAULT_MEMORY);
}

static void on_doctype(void *context, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id)
{
    (void)name;
    (void)public_id;
    (void)system_id;
    give_up(context, FAULT_DOCTYPE);
}

static void listen(xmlSAXHandler *handler, bool html)
{
    memset(handler, 0, sizeof *handler);
    handler->startElement = on_start;
    handler->endElement = on_end;
    handler->characters = on_words;
    handler->cdataBlock = html ? NULL : on_words; /* a script in a page */
    handler->ignorableWhitespace = on_words;
    handler->internalSubset = html ? NULL : on_doctype;
}

/* ---- what went wrong ---- */

static enum bma_status refuse(const struct building *building, const char *path, const char *part,
                              struct bma_error *error)
{
    switch (building->fault) {
    case FAULT_MEMORY:
        return bma_error_memory(error);
    case FAULT_DEPTH:
        return bma_error_set(error, BMA_ERROR_LIMIT, path, 0, 0, "%s is nested deeper than %d elements", part,
                             BMA_MARKUP_MAX_DEPTH);
    case FAULT_NODES:
        return bma_error_set(error, BMA_ERROR_LIMIT, path, 0, 0, "%s holds more than %d elements", part,
                             BMA_MARKUP_MAX_NODES);
    case FAULT_DOCTYPE:
        return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                             "%s declares a document type, which no word processor writes", part);
    case FAULT_NONE:
        break;
    }
    return BMA_OK;
}

static enum bma_status begin(struct building *building, struct bma_arena *arena, const char *path,
                             struct bma_markup **root, struct bma_error *error)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;

    pthread_once(&once, load);
    if (!loaded)
        return bma_error_set(error, BMA_ERROR_IO, path, 0, 0, "reading this format needs the library %s",
                             BMA_LIBXML);
    memset(building, 0, sizeof *building);
    *root = bma_arena_calloc(arena, 1, sizeof **root);
    if (*root == NULL)
        return bma_error_memory(error);
    (*root)->name = "";
    building->arena = arena;
    building->top = *root;
    return BMA_OK;
}

enum bma_status bma_markup_xml(const char *path, const char *part, const char *bytes, size_t length,
                               struct bma_arena *arena, const struct bma_markup **root,
                               struct bma_error *error)
{
    struct building building;
    struct bma_markup *tree;
    xmlDocPtr document;
    bool well_formed;
    int line;
    enum bma_status status = begin(&building, arena, path, &tree, error);

    if (status != BMA_OK)
        return status;
    building.parser = lib.xml_new();
    if (building.parser == NULL)
        return bma_error_memory(error);
    listen(building.parser->sax, false);
    building.parser->userData = &building;
    document = lib.xml_read(building.parser, bytes, (int)length, NULL, NULL,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_SAX1);
    well_formed = building.parser->wellFormed && building.parser->errNo != XML_ERR_NO_MEMORY;
    line = building.parser->lastError.line;
    lib.doc_free(document);
    lib.xml_free(building.parser);
    *root = tree;
    if (building.fault != FAULT_NONE)
        return refuse(&building, path, part, error);
    if (well_formed)
        return BMA_OK;
    return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                         "%s is not well-formed XML (its line %d); save the file again", part, line);
}

enum bma_status bma_markup_html(const char *path, const char *bytes, size_t length, struct bma_arena *arena,
                                const struct bma_markup **root, struct bma_error *error)
{
    /* A page may claim another encoding than it has; what is UTF-8 from end to end is UTF-8. */
    const char *encoding = bma_utf8_check(bytes, length) == length ? "UTF-8" : NULL;
    struct building building;
    struct bma_markup *tree;
    xmlDocPtr document;
    enum bma_status status = begin(&building, arena, path, &tree, error);

    if (status != BMA_OK)
        return status;
    building.parser = lib.html_new();
    if (building.parser == NULL)
        return bma_error_memory(error);
    listen(building.parser->sax, true);
    building.parser->userData = &building;
    document = lib.html_read(building.parser, bytes, (int)length, NULL, encoding,
                             HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
    lib.doc_free(document);
    lib.html_free(building.parser);
    *root = tree;
    return refuse(&building, path, "the page", error);
}

/* ---- asking the tree ---- */

int bma_markup_is(const struct bma_markup *node, const char *name)
{
    return node != NULL && node->name != NULL && strcmp(node->name, name) == 0;
}

int bma_markup_among(const struct bma_markup *node, const char *const *names)
{
    for (; *names != NULL; names++)
        if (bma_markup_is(node, *names))
            return 1;
    return 0;
}

const struct bma_markup *bma_markup_child(const struct bma_markup *node, const char *name)
{
    const struct bma_markup *child = node != NULL ? node->first : NULL;

    while (child != NULL && !bma_markup_is(child, name))
        child = child->next;
    return child;
}

const char *bma_markup_attribute(const struct bma_markup *node, const char *name)
{
    const struct bma_markup_attribute *attribute = node != NULL ? node->attributes : NULL;

    while (attribute != NULL && strcmp(attribute->name, name) != 0)
        attribute = attribute->next;
    return attribute != NULL ? attribute->value : NULL;
}

uint32_t bma_markup_number(const struct bma_markup *node, const char *name, uint32_t most, uint32_t other)
{
    const char *value = bma_markup_attribute(node, name);
    uint64_t number = 0;

    if (value == NULL || *value == '\0')
        return other;
    for (; *value != '\0'; value++) {
        if (*value < '0' || *value > '9')
            return other;
        number = number * 10 + (uint64_t)(*value - '0');
        if (number > most)
            return other;
    }
    return (uint32_t)number;
}

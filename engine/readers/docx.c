/*
 * Word's .docx: what the document says once its changes are accepted.
 *
 * Paragraphs in their order, tables row by row (extract.h), text boxes behind the
 * paragraph they hang on, automatic numbers as shown.  Left out: deleted and
 * hidden words, comments, field codes, tables of contents, notes (they are no
 * operative text), headers and footers.
 */
#include "base/memory.h"
#include "readers/archive.h"
#include "readers/docx_fields.h"
#include "readers/docx_numbering.h"
#include "readers/extract.h"
#include "readers/markup.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct docx {
    struct bma_extract *out;
    struct bma_docx_numbering numbering;
    struct bma_docx_fields fields;
    bool plain;            /* fields are not told from other words */
    bool hides;            /* the style of the open paragraph hides its words */
    bool muted;            /* what is read is no text */
    const char *elsewhere; /* an element by which words stand in another file */
};

static void read_blocks(struct docx *docx, const struct bma_markup *node);

/* A switch such as w:vanish: on, unless it says that it is off. */
static bool is_on(const struct bma_markup *node)
{
    const char *value = bma_markup_attribute(node, "val");

    return node != NULL && (value == NULL || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
                                              strcmp(value, "off") != 0));
}

/* The run says it itself, or its style does, or the paragraph's. */
static bool is_hidden(struct docx *docx, const struct bma_markup *run)
{
    const struct bma_markup *properties = bma_markup_child(run, "rPr");
    const struct bma_markup *vanish = bma_markup_child(properties, "vanish");

    if (vanish == NULL)
        vanish = bma_docx_inherited(&docx->numbering, bma_docx_style(&docx->numbering, properties, "rStyle"),
                                    "rPr", "vanish");
    return vanish != NULL ? is_on(vanish) : docx->hides;
}

static bool is_raised(const struct bma_markup *run)
{
    const char *place =
        bma_markup_attribute(bma_markup_child(bma_markup_child(run, "rPr"), "vertAlign"), "val");

    return place != NULL && strcmp(place, "superscript") == 0;
}

/* ---- the words of a paragraph ---- */

static bool shows(const struct docx *docx)
{
    return !docx->muted && (docx->plain || bma_docx_fields_show(&docx->fields));
}

static void read_sign(struct docx *docx, const struct bma_markup *node)
{
    if (bma_markup_is(node, "fldChar"))
        bma_docx_field_sign(&docx->fields, node);
    if (!shows(docx))
        return;
    if (bma_markup_is(node, "tab") || bma_markup_is(node, "ptab"))
        bma_extract_words(docx->out, " ", 1);
    else if (bma_markup_is(node, "br") || bma_markup_is(node, "cr"))
        bma_extract_break(docx->out);
    else if (bma_markup_is(node, "noBreakHyphen"))
        bma_extract_words(docx->out, "-", 1);
}

/* Of two ways to say the same, the newer is taken. */
static const struct bma_markup *choose(const struct bma_markup *alternatives)
{
    const struct bma_markup *choice = bma_markup_child(alternatives, "Choice");

    return choice != NULL ? choice : bma_markup_child(alternatives, "Fallback");
}

static void put_words(struct docx *docx, const struct bma_markup *node, const struct bma_markup *words)
{
    if (bma_markup_is(node, "instrText"))
        bma_docx_field_code(&docx->fields, words->text, words->length);
    else if (bma_markup_is(node, "t") && shows(docx) &&
             !(is_raised(node->parent) && bma_extract_raised(docx->out, words->text, words->length)))
        bma_extract_words(docx->out, words->text, words->length);
}

/* A field in one element, with its code as an attribute. */
static bool is_contents_field(const struct bma_markup *node)
{
    const char *code = bma_markup_is(node, "fldSimple") ? bma_markup_attribute(node, "instr") : NULL;

    return code != NULL && bma_docx_field_lists(code);
}

static void read_words(struct docx *docx, const struct bma_markup *node)
{
    static const char *const left_out[] = {
        "del",         "moveFrom", "delText", "delInstrText",     "pPr", "rPr",
        "txbxContent", "rt",       "comment", "commentReference", NULL};
    bool muted = docx->muted;

    if (node == NULL || bma_markup_among(node, left_out) || is_contents_field(node))
        return;
    if (bma_markup_is(node, "AlternateContent")) {
        read_words(docx, choose(node));
        return;
    }
    docx->muted = muted || (bma_markup_is(node, "r") && is_hidden(docx, node));
    read_sign(docx, node);
    for (const struct bma_markup *child = node->first; child != NULL; child = child->next) {
        if (child->text == NULL)
            read_words(docx, child);
        else
            put_words(docx, node, child);
    }
    docx->muted = muted;
}

/* Text boxes hang on a paragraph and hold paragraphs. */
static void read_boxes(struct docx *docx, const struct bma_markup *node)
{
    const struct bma_markup *child = node != NULL ? node->first : NULL;

    if (bma_markup_is(node, "AlternateContent")) {
        read_boxes(docx, choose(node));
        return;
    }
    for (; child != NULL; child = child->next) {
        if (bma_markup_is(child, "txbxContent"))
            read_blocks(docx, child);
        else if (child->name != NULL && !bma_markup_is(child, "del"))
            read_boxes(docx, child);
    }
}

/* ---- paragraphs ---- */

static const char *style_name(const struct bma_markup *style)
{
    const char *name = bma_markup_attribute(bma_markup_child(style, "name"), "val");

    return name != NULL ? name : "";
}

/* The names of built-in styles are the same in every language of Word. */
static bool is_contents(const struct bma_markup *style)
{
    return strncmp(style_name(style), "toc ", 4) == 0;
}

static unsigned heading_level(struct docx *docx, const struct bma_markup *style)
{
    enum { BODY = 9 };
    const struct bma_markup *outline = bma_docx_inherited(&docx->numbering, style, "pPr", "outlineLvl");
    uint32_t level = bma_markup_number(outline, "val", BODY, BODY);

    if (strcmp(style_name(style), "Title") == 0)
        return 1;
    return level >= BODY ? 0 : level < 4 ? level + 2 : 6;
}

/* The mark at the paragraph's end was deleted: its words run on into the next one. */
static bool runs_on(const struct bma_markup *properties)
{
    const struct bma_markup *mark = bma_markup_child(properties, "rPr");

    return bma_markup_child(mark, "del") != NULL || bma_markup_child(mark, "moveFrom") != NULL;
}

static void put_bare_label(struct docx *docx)
{
    struct bma_buffer *label = &docx->out->label;

    /* "Article 4" alone is a paragraph; a bullet alone is nothing. */
    if (label->length > 0 && (unsigned char)label->bytes[0] < 0x80)
        bma_buffer_add(&docx->out->text, label->bytes, label->length);
    bma_buffer_clear(label);
}

static bool is_mark_hidden(const struct docx *docx, const struct bma_markup *properties)
{
    const struct bma_markup *vanish = bma_markup_child(bma_markup_child(properties, "rPr"), "vanish");

    return vanish != NULL ? is_on(vanish) : docx->hides;
}

/*
 * A paragraph is counted where it has words, or shows its number alone.  Of paragraphs that run on into one
 * another the first with words is counted; one that was deleted as a whole is not.
 */
static void number_paragraph(struct docx *docx, const struct bma_markup *properties, size_t start)
{
    struct bma_extract *out = docx->out;
    bool words = out->text.length > start, first = start == out->paragraph;

    if (!first || (!words && (runs_on(properties) || !shows(docx) || is_mark_hidden(docx, properties))))
        return;
    bma_docx_number(&docx->numbering, properties, &out->label);
    bma_extract_lead(out);
}

static void read_paragraph(struct docx *docx, const struct bma_markup *node)
{
    const struct bma_markup *properties = bma_markup_child(node, "pPr");
    const struct bma_markup *style = bma_docx_style(&docx->numbering, properties, "pStyle");
    size_t start = docx->out->text.length;

    docx->hides = is_on(bma_docx_inherited(&docx->numbering, style, "rPr", "vanish"));
    docx->muted = is_contents(style);
    for (const struct bma_markup *child = node->first; child != NULL; child = child->next)
        if (child->name != NULL)
            read_words(docx, child);
    number_paragraph(docx, properties, start);
    docx->muted = docx->hides = false;
    if (runs_on(properties))
        return;
    put_bare_label(docx);
    bma_extract_end(docx->out, heading_level(docx, style));
    read_boxes(docx, node);
}

static bool is_deleted_row(const struct bma_markup *node)
{
    return bma_markup_child(bma_markup_child(node, "trPr"), "del") != NULL;
}

static bool is_deleted_cell(const struct bma_markup *node)
{
    return bma_markup_child(bma_markup_child(node, "tcPr"), "cellDel") != NULL;
}

/* A table of contents made by Word says so. */
static bool is_gallery(const struct bma_markup *node)
{
    const struct bma_markup *part = bma_markup_child(bma_markup_child(node, "sdtPr"), "docPartObj");
    const char *gallery = bma_markup_attribute(bma_markup_child(part, "docPartGallery"), "val");

    return gallery != NULL && strcmp(gallery, "Table of Contents") == 0;
}

static void read_row(struct docx *docx, const struct bma_markup *node)
{
    struct bma_extract_row row;

    bma_extract_row_begin(docx->out, &row);
    for (const struct bma_markup *cell = node->first; cell != NULL; cell = cell->next) {
        if (cell->name == NULL || bma_markup_is(cell, "trPr") || is_deleted_cell(cell))
            continue;
        read_blocks(docx, cell);
        bma_extract_row_cell(docx->out, &row);
    }
    bma_extract_row_end(docx->out, &row);
}

static void read_blocks(struct docx *docx, const struct bma_markup *node)
{
    for (const struct bma_markup *child = node->first; child != NULL; child = child->next) {
        if (bma_markup_is(child, "altChunk") || bma_markup_is(child, "subDoc"))
            docx->elsewhere = child->name;
        else if (bma_markup_is(child, "p"))
            read_paragraph(docx, child);
        else if (bma_markup_is(child, "AlternateContent") && choose(child) != NULL)
            read_blocks(docx, choose(child));
        else if (bma_markup_is(child, "tr") && !is_deleted_row(child))
            read_row(docx, child);
        else if (child->name != NULL && !bma_markup_is(child, "tr") && !is_gallery(child) &&
                 !bma_markup_is(child, "del") && !bma_markup_is(child, "moveFrom"))
            read_blocks(docx, child);
    }
}

/* All of the text.  Where a field is opened and never closed, nothing behind it may be lost for that. */
static void read_body(struct docx *docx, const struct bma_markup *body)
{
    read_blocks(docx, body);
    if (docx->fields.depth == 0)
        return;
    bma_extract_restart(docx->out);
    docx->numbering.lists = NULL;
    docx->plain = true;
    read_blocks(docx, body);
}

/* ---- the parts ---- */

/* The tree of a part, or NULL in *root where the archive has none of that name. */
static enum bma_status read_part(struct bma_archive *archive, const char *path, const char *name,
                                 struct bma_arena *arena, const struct bma_markup **root,
                                 struct bma_error *error)
{
    char *bytes = NULL;
    size_t length;
    enum bma_status status = bma_archive_part(archive, name, &bytes, &length, error);

    *root = NULL;
    if (status == BMA_OK && bytes != NULL)
        status = bma_markup_xml(path, name, bytes, length, arena, root, error);
    bma_free(bytes);
    return status;
}

/* The part that another one names for a purpose, in the folder of Word's parts; usual: where none is named.
 */
static void name_part(const struct bma_markup *relations, const char *purpose, const char *usual, char *name,
                      size_t size)
{
    const struct bma_markup *relation = bma_markup_child(relations, "Relationships");

    snprintf(name, size, "word/%s", usual);
    for (relation = relation != NULL ? relation->first : NULL; relation != NULL; relation = relation->next) {
        const char *type = bma_markup_attribute(relation, "Type");
        const char *target = bma_markup_attribute(relation, "Target");
        const char *last = type != NULL ? strrchr(type, '/') : NULL;
        if (last == NULL || target == NULL || strcmp(last + 1, purpose) != 0)
            continue;
        target += *target == '/';
        snprintf(name, size, "%s%s", strncmp(target, "word/", 5) == 0 ? "" : "word/", target);
        return;
    }
}

/* A part by its purpose. */
static enum bma_status read_named(struct bma_archive *archive, const struct docx *docx,
                                  const struct bma_markup *relations, const char *purpose, const char *usual,
                                  const struct bma_markup **root, struct bma_error *error)
{
    char name[256];

    name_part(relations, purpose, usual, name, sizeof name);
    return read_part(archive, docx->out->path, name, docx->numbering.arena, root, error);
}

/* What the main part, whatever it is called, names as its styles and lists. */
static enum bma_status read_relations(struct bma_archive *archive, const struct docx *docx,
                                      const struct bma_markup *package, const struct bma_markup **relations,
                                      struct bma_error *error)
{
    char name[256], path[300];

    name_part(package, "officeDocument", "document.xml", name, sizeof name);
    snprintf(path, sizeof path, "word/_rels/%s.rels", strrchr(name, '/') + 1);
    return read_part(archive, docx->out->path, path, docx->numbering.arena, relations, error);
}

static enum bma_status read_parts(struct bma_archive *archive, struct docx *docx, struct bma_error *error)
{
    const struct bma_markup *package, *relations, *document, *styles, *numbering, *body;
    enum bma_status status =
        read_part(archive, docx->out->path, "_rels/.rels", docx->numbering.arena, &package, error);

    if (status == BMA_OK)
        status = read_relations(archive, docx, package, &relations, error);
    if (status == BMA_OK)
        status = read_named(archive, docx, package, "officeDocument", "document.xml", &document, error);
    if (status == BMA_OK)
        status = read_named(archive, docx, relations, "styles", "styles.xml", &styles, error);
    if (status == BMA_OK)
        status = read_named(archive, docx, relations, "numbering", "numbering.xml", &numbering, error);
    if (status != BMA_OK)
        return status;
    docx->numbering.styles = bma_markup_child(styles, "styles");
    docx->numbering.numbering = bma_markup_child(numbering, "numbering");
    body = bma_markup_child(bma_markup_child(document, "document"), "body");
    if (body == NULL)
        return bma_error_set(error, BMA_ERROR_INPUT, docx->out->path, 0, 0,
                             "the archive holds no Word document (word/document.xml with a body)");
    read_body(docx, body);
    return BMA_OK;
}

/* What came of it: no text that lacks some of its words or numbers is handed on. */
static enum bma_status judge(const struct docx *docx, struct bma_error *error)
{
    if (docx->numbering.failed)
        return bma_error_memory(error);
    if (docx->numbering.steps >= BMA_DOCX_MAX_STEPS)
        return bma_error_set(error, BMA_ERROR_LIMIT, docx->out->path, 0, 0,
                             "styles and lists take more than %d steps to look up", BMA_DOCX_MAX_STEPS);
    if (docx->elsewhere != NULL)
        return bma_error_set(error, BMA_ERROR_INPUT, docx->out->path, 0, 0,
                             "a part of the text stands in another file (%s); open it in Word and save it "
                             "again",
                             docx->elsewhere);
    return bma_extract_check(docx->out, error);
}

enum bma_status bma_docx_read(const char *bytes, size_t length, struct bma_extract *out,
                              struct bma_error *error)
{
    struct docx docx = {.out = out};
    struct bma_arena arena;
    struct bma_archive *archive = NULL;
    enum bma_status status = bma_archive_open(out->path, bytes, length, &archive, error);

    if (status != BMA_OK)
        return status;
    bma_arena_init(&arena);
    docx.numbering.arena = &arena;
    status = read_parts(archive, &docx, error);
    if (status == BMA_OK)
        status = judge(&docx, error);
    bma_arena_release(&arena);
    bma_archive_close(archive);
    return status;
}

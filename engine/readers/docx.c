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
#include "readers/docx_numbering.h"
#include "readers/extract.h"
#include "readers/markup.h"

#include <stdlib.h>
#include <string.h>

struct docx {
    struct bma_extract *out;
    struct bma_docx_numbering numbering;
};

static void read_blocks(struct docx *docx, const struct bma_markup *node);

/* A switch such as w:vanish: on, unless it says that it is off. */
static bool is_on(const struct bma_markup *node)
{
    const char *value = bma_markup_attribute(node, "val");

    return node != NULL && (value == NULL || (strcmp(value, "0") != 0 && strcmp(value, "false") != 0 &&
                                              strcmp(value, "off") != 0));
}

static bool is_hidden(const struct bma_markup *run)
{
    return is_on(bma_markup_child(bma_markup_child(run, "rPr"), "vanish"));
}

/* ---- the words of a paragraph ---- */

static void read_sign(struct docx *docx, const struct bma_markup *node)
{
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

static void read_words(struct docx *docx, const struct bma_markup *node)
{
    static const char *const left_out[] = {
        "del", "moveFrom",    "delText", "instrText", "delInstrText",     "pPr",
        "rPr", "txbxContent", "rt",      "comment",   "commentReference", NULL};

    if (node == NULL || bma_markup_among(node, left_out) || (bma_markup_is(node, "r") && is_hidden(node)))
        return;
    if (bma_markup_is(node, "AlternateContent")) {
        read_words(docx, choose(node));
        return;
    }
    read_sign(docx, node);
    for (const struct bma_markup *child = node->first; child != NULL; child = child->next) {
        if (child->text == NULL)
            read_words(docx, child);
        else if (bma_markup_is(node, "t"))
            bma_extract_words(docx->out, child->text, child->length);
    }
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

static unsigned heading_level(const struct docx *docx, const struct bma_markup *style)
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

static void read_paragraph(struct docx *docx, const struct bma_markup *node)
{
    const struct bma_markup *properties = bma_markup_child(node, "pPr");
    const struct bma_markup *style = bma_docx_style(&docx->numbering, properties);
    bool on = runs_on(properties);

    if (is_contents(style))
        return;
    if (!on)
        bma_docx_number(&docx->numbering, properties, &docx->out->label);
    if (docx->out->text.length > docx->out->paragraph)
        bma_buffer_clear(&docx->out->label); /* no number stands amid words that ran on */
    for (const struct bma_markup *child = node->first; child != NULL; child = child->next)
        if (child->name != NULL)
            read_words(docx, child);
    if (on)
        return;
    put_bare_label(docx);
    bma_extract_end(docx->out, heading_level(docx, style));
    read_boxes(docx, node);
}

static bool is_deleted_row(const struct bma_markup *node)
{
    return bma_markup_child(bma_markup_child(node, "trPr"), "del") != NULL;
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
        if (cell->name == NULL || bma_markup_is(cell, "trPr"))
            continue;
        read_blocks(docx, cell);
        bma_extract_row_cell(docx->out, &row);
    }
    bma_extract_row_end(docx->out, &row);
}

static void read_blocks(struct docx *docx, const struct bma_markup *node)
{
    for (const struct bma_markup *child = node->first; child != NULL; child = child->next) {
        if (bma_markup_is(child, "p"))
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

static enum bma_status read_parts(struct bma_archive *archive, struct docx *docx, struct bma_error *error)
{
    const char *path = docx->out->path;
    struct bma_arena *arena = docx->numbering.arena;
    const struct bma_markup *document, *styles, *numbering, *body;
    enum bma_status status = read_part(archive, path, "word/document.xml", arena, &document, error);

    if (status == BMA_OK)
        status = read_part(archive, path, "word/styles.xml", arena, &styles, error);
    if (status == BMA_OK)
        status = read_part(archive, path, "word/numbering.xml", arena, &numbering, error);
    if (status != BMA_OK)
        return status;
    docx->numbering.styles = bma_markup_child(styles, "styles");
    docx->numbering.numbering = bma_markup_child(numbering, "numbering");
    body = bma_markup_child(bma_markup_child(document, "document"), "body");
    if (body == NULL)
        return bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0,
                             "the archive holds no Word document (word/document.xml with a body)");
    read_blocks(docx, body);
    return docx->numbering.failed ? bma_error_memory(error) : bma_extract_check(docx->out, error);
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
    bma_arena_release(&arena);
    bma_archive_close(archive);
    return status;
}

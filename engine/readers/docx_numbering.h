/*
 * Automatic numbering of a Word document: which number a paragraph shows.
 * Word stores none; it counts paragraphs per list, level by level.
 */
#ifndef BMA_READERS_DOCX_NUMBERING_H
#define BMA_READERS_DOCX_NUMBERING_H

#include "base/buffer.h"
#include "readers/markup.h"

#include <stdbool.h>

enum {
    BMA_DOCX_LEVELS = 9,
    BMA_DOCX_MAX_STEPS = 200000000 /* elements that are passed while styles and lists are looked up */
};

struct bma_docx_list; /* one definition with its counters, shared by all lists that use it */

struct bma_docx_numbering {
    struct bma_arena *arena;
    const struct bma_markup *numbering; /* w:numbering, or NULL */
    const struct bma_markup *styles;    /* w:styles, or NULL */
    struct bma_docx_list *lists;
    uint32_t steps; /* taken; nothing is found any more once they are BMA_DOCX_MAX_STEPS */
    bool failed;
};

/* The w:style element that a child of the properties names ("pStyle", "rStyle"), or NULL. */
const struct bma_markup *bma_docx_style(struct bma_docx_numbering *numbering,
                                        const struct bma_markup *properties, const char *name);
/* A child of the style's w:pPr or, in `of`, w:rPr, looked for in the styles it is based on too. */
const struct bma_markup *bma_docx_inherited(struct bma_docx_numbering *numbering,
                                            const struct bma_markup *style, const char *of, const char *name);
/* Counts the paragraph and appends its number as shown ("Article 3", "(a)"); nothing where it has none. */
void bma_docx_number(struct bma_docx_numbering *numbering, const struct bma_markup *properties,
                     struct bma_buffer *label);

#endif

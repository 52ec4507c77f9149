/*
 * Fields of a Word document: "{ REF _Ref4 }" and what came of it.  Runs between the signs that
 * begin, part and end a field are its code, then its result; fields stand within one another and
 * may run over many paragraphs.
 */
#ifndef BMA_READERS_DOCX_FIELDS_H
#define BMA_READERS_DOCX_FIELDS_H

#include "readers/markup.h"

#include <stdbool.h>

enum { BMA_DOCX_OPEN_FIELDS = 32, BMA_DOCX_FIELD_NAME = 8 };

struct bma_docx_fields {
    uint32_t depth;
    /* Of the fields that are open, as bits; what is nested deeper than that shows. */
    uint32_t code;     /* the code is being read */
    uint32_t contents; /* a table of contents is made */
    char names[BMA_DOCX_OPEN_FIELDS][BMA_DOCX_FIELD_NAME];
};

/* w:fldChar */
void bma_docx_field_sign(struct bma_docx_fields *fields, const struct bma_markup *sign);
/* Words of w:instrText, of which the first one names the field. */
void bma_docx_field_code(struct bma_docx_fields *fields, const char *words, size_t length);
/* Whether words that stand here are part of the text. */
bool bma_docx_fields_show(const struct bma_docx_fields *fields);
/* Whether the code makes a table of contents or an index. */
bool bma_docx_field_lists(const char *code);

#endif

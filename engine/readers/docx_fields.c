#include "readers/docx_fields.h"

#include <string.h>

static void open_field(struct bma_docx_fields *fields)
{
    if (fields->depth < BMA_DOCX_OPEN_FIELDS) {
        fields->code |= 1u << fields->depth;
        fields->contents &= ~(1u << fields->depth);
        memset(fields->names[fields->depth], 0, BMA_DOCX_FIELD_NAME);
    }
    fields->depth++;
}

static void part_field(struct bma_docx_fields *fields)
{
    uint32_t index = fields->depth - 1;

    if (fields->depth == 0 || index >= BMA_DOCX_OPEN_FIELDS)
        return;
    fields->code &= ~(1u << index);
    if (bma_docx_field_lists(fields->names[index]))
        fields->contents |= 1u << index;
}

static void close_field(struct bma_docx_fields *fields)
{
    if (fields->depth == 0)
        return;
    fields->depth--;
    if (fields->depth >= BMA_DOCX_OPEN_FIELDS)
        return;
    fields->code &= ~(1u << fields->depth);
    fields->contents &= ~(1u << fields->depth);
}

void bma_docx_field_sign(struct bma_docx_fields *fields, const struct bma_markup *sign)
{
    const char *type = bma_markup_attribute(sign, "fldCharType");

    if (type == NULL)
        return;
    if (strcmp(type, "begin") == 0)
        open_field(fields);
    else if (strcmp(type, "separate") == 0)
        part_field(fields);
    else if (strcmp(type, "end") == 0)
        close_field(fields);
}

void bma_docx_field_code(struct bma_docx_fields *fields, const char *words, size_t length)
{
    uint32_t index = fields->depth - 1;
    size_t used;

    if (fields->depth == 0 || index >= BMA_DOCX_OPEN_FIELDS)
        return;
    used = strlen(fields->names[index]);
    for (size_t i = 0; i < length && used + 1 < BMA_DOCX_FIELD_NAME; i++)
        if (used > 0 || words[i] != ' ')
            fields->names[index][used++] = words[i];
}

bool bma_docx_fields_show(const struct bma_docx_fields *fields)
{
    return (fields->code | fields->contents) == 0;
}

bool bma_docx_field_lists(const char *code)
{
    static const char *const names[] = {"TOC", "TOA", "INDEX"};

    while (*code == ' ')
        code++;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        size_t length = strlen(names[i]);
        if (strncmp(code, names[i], length) == 0 && (code[length] == ' ' || code[length] == '\0'))
            return true;
    }
    return false;
}

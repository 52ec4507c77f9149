#include "readers/formats.h"

#include <string.h>
#include <strings.h>

static const struct bma_format text = {"text", NULL}, markdown = {"markdown", NULL};
static const struct bma_format docx = {"docx", bma_docx_read}, html = {"html", bma_html_read},
                               pdf = {"pdf", bma_pdf_read};

static bool ends_with(const char *path, const char *ending)
{
    size_t length = strlen(path), tail = strlen(ending);

    return length >= tail && strcasecmp(path + length - tail, ending) == 0;
}

static bool opens(const char *bytes, size_t length, const char *magic, size_t size)
{
    return length >= size && memcmp(bytes, magic, size) == 0;
}

/* "<html" or "<!doctype html", behind blanks, a byte order mark and comments. */
static bool opens_page(const char *bytes, size_t length)
{
    enum { FAR_ENOUGH = 1024 };
    size_t at = opens(bytes, length, "\xef\xbb\xbf", 3) ? 3 : 0,
           end = length < FAR_ENOUGH ? length : FAR_ENOUGH;

    while (at < end && (unsigned char)bytes[at] <= ' ')
        at++;
    if (end - at >= 5 && strncasecmp(bytes + at, "<html", 5) == 0)
        return true;
    return end - at >= 14 && strncasecmp(bytes + at, "<!doctype html", 14) == 0;
}

static const struct bma_format *refuse(const char *path, const char *what, struct bma_error *error)
{
    bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0, "%s", what);
    return NULL;
}

const struct bma_format *bma_format_tell(const char *path, const char *bytes, size_t length,
                                         struct bma_error *error)
{
    if (opens(bytes, length, "%PDF-", 5))
        return &pdf;
    if (opens(bytes, length, "PK\3\4", 4) || opens(bytes, length, "PK\5\6", 4))
        return &docx;
    if (opens(bytes, length, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8))
        return refuse(
            path, "this is an old Word file (.doc) or an encrypted one; save it as .docx without a password",
            error);
    if (opens(bytes, length, "{\\rtf", 5))
        return refuse(path, "this is a Rich Text file; save it as .docx", error);
    if (opens_page(bytes, length) || ends_with(path, ".html") || ends_with(path, ".htm") ||
        ends_with(path, ".xhtml"))
        return &html;
    if (ends_with(path, ".docx"))
        return refuse(path, "the name says .docx but the file is no zip archive; save it again", error);
    if (ends_with(path, ".pdf"))
        return refuse(path, "the name says .pdf but the file does not begin as a PDF does", error);
    return ends_with(path, ".md") || ends_with(path, ".markdown") ? &markdown : &text;
}

#include "readers/formats.h"

#include "base/file.h"

#include <string.h>
#include <strings.h>

static const struct bma_format text = {"text", NULL, true, false}, markdown = {"markdown", NULL, true, false};
static const struct bma_format wide_text = {"text", bma_wide_read, true, false},
                               wide_markdown = {"markdown", bma_wide_read, true, false};
static const struct bma_format docx = {"docx", bma_docx_read, false, false},
                               html = {"html", bma_html_read, false, false},
                               pdf = {"pdf", bma_pdf_read, true, true};

static bool opens(const char *bytes, size_t length, const char *magic, size_t size)
{
    return length >= size && memcmp(bytes, magic, size) == 0;
}

/* Where a comment or a processing instruction ends that begins there; the place itself where none does. */
static size_t skip_prologue(const char *bytes, size_t at, size_t end)
{
    static const char *const fences[][2] = {{"<!--", "-->"}, {"<?xml", "?>"}};

    for (size_t i = 0; i < sizeof fences / sizeof fences[0]; i++) {
        size_t open = strlen(fences[i][0]), close = strlen(fences[i][1]);
        if (end - at < open || memcmp(bytes + at, fences[i][0], open) != 0)
            continue;
        for (size_t after = at + open; after + close <= end; after++)
            if (memcmp(bytes + after, fences[i][1], close) == 0)
                return after + close;
    }
    return at;
}

static bool opens_element(const char *bytes, size_t at, size_t end, const char *name)
{
    size_t length = strlen(name);

    if (end - at < length + 2 || bytes[at] != '<' || strncasecmp(bytes + at + 1, name, length) != 0)
        return false;
    return strchr(" \t\r\n>/", bytes[at + 1 + length]) != NULL && bytes[at + 1 + length] != '\0';
}

/* An element that opens a page, behind blanks, a byte order mark, comments and an XML declaration. */
static bool opens_page(const char *bytes, size_t length)
{
    enum { FAR_ENOUGH = 8192 };
    static const char *const names[] = {"!doctype html", "html", "head", "meta",   "title",   "link",
                                        "body",          "div",  "p",    "h1",     "h2",      "center",
                                        "table",         "main", "base", "script", "article", "section"};
    size_t at = opens(bytes, length, "\xef\xbb\xbf", 3) ? 3 : 0, before = length,
           end = length < FAR_ENOUGH ? length : FAR_ENOUGH;

    while (at != before) {
        while (at < end && (unsigned char)bytes[at] <= ' ')
            at++;
        before = at;
        at = skip_prologue(bytes, at, end);
    }
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (opens_element(bytes, at, end, names[i]))
            return true;
    return false;
}

static bool is_markdown(const char *like)
{
    return bma_path_ends_with(like, ".md") || bma_path_ends_with(like, ".markdown");
}

static const struct bma_format *refuse(const char *path, const char *what, struct bma_error *error)
{
    bma_error_set(error, BMA_ERROR_INPUT, path, 0, 0, "%s", what);
    return NULL;
}

const struct bma_format *bma_format_tell(const char *path, const char *like, const char *bytes, size_t length,
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
    if (opens_page(bytes, length) || bma_path_ends_with(like, ".html") || bma_path_ends_with(like, ".htm") ||
        bma_path_ends_with(like, ".xhtml"))
        return &html;
    if (bma_path_ends_with(like, ".docx"))
        return refuse(path, "the name says .docx but the file is no zip archive; save it again", error);
    if (bma_path_ends_with(like, ".pdf"))
        return refuse(path, "the name says .pdf but the file does not begin as a PDF does", error);
    if (opens(bytes, length, "\xff\xfe", 2) || opens(bytes, length, "\xfe\xff", 2))
        return is_markdown(like) ? &wide_markdown : &wide_text;
    return is_markdown(like) ? &markdown : &text;
}

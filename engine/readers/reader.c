#include "readers/reader.h"

#include "base/file.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "readers/draft.h"
#include "readers/formats.h"

#include <string.h>

void bma_draft_release(struct bma_draft *draft)
{
    bma_free(draft->lines);
    bma_free(draft->cuts);
    bma_free(draft->map);
    bma_free(draft->blocks);
    bma_free(draft->nodes);
    bma_free(draft->clauses);
}

/* ---- the source ---- */

static bool find_lines(struct bma_document *document, uint32_t skip)
{
    const char *source = document->source, *end = source + document->source_length, *at;
    uint32_t *starts, count = 1;

    for (at = source + skip; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        count++;
    starts = bma_arena_calloc(&document->arena, count, sizeof starts[0]);
    if (starts == NULL)
        return false;
    document->line_starts = starts;
    *starts++ = skip;
    for (at = source + skip; (at = memchr(at, '\n', (size_t)(end - at))) != NULL; at++)
        *starts++ = (uint32_t)(at + 1 - source);
    document->line_count = count;
    return true;
}

static enum bma_status bad_byte(const struct bma_document *document, size_t offset, const char *what,
                                struct bma_error *error)
{
    uint32_t line, column;

    bma_document_position(document, (uint32_t)offset, &line, &column);
    return bma_error_set(error, BMA_ERROR_INPUT, document->path, line, column, "%s", what);
}

/* The first line end of another kind in a text that has none of the usual kind; NULL: there is none. */
static const char *strange_line_end(const char *text, size_t length)
{
    static const char *const ends[] = {"\r", "\xe2\x80\xa8" /* line separator */, "\xc2\x85" /* next line */};

    if (memchr(text, '\n', length) != NULL)
        return NULL;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *at = strstr(text, ends[i]);
        if (at != NULL)
            return at;
    }
    return NULL;
}

static enum bma_status check_bytes(const struct bma_document *document, struct bma_error *error)
{
    const char *nul = memchr(document->source, '\0', document->source_length);
    size_t bad = bma_utf8_check(document->source, document->source_length);

    if (nul != NULL && (size_t)(nul - document->source) < bad)
        return bad_byte(document, (size_t)(nul - document->source),
                        "a NUL byte stands in the text; save it as plain UTF-8 text", error);
    if (bad < document->source_length)
        return bad_byte(
            document, bad,
            "the text is not UTF-8 from here on; save it as UTF-8 or give the Word file that it came from",
            error);
    const char *strange = strange_line_end(document->source, document->source_length);
    if (strange != NULL) /* all of it would be one line */
        return bad_byte(
            document, (size_t)(strange - document->source),
            "the lines end with another sign than a line feed; save it with the line ends of Unix or "
            "Windows",
            error);
    return BMA_OK;
}

/* bytes: the text itself; the hash is that of the file it came from. */
static enum bma_status take_source(struct bma_document *document, const char *bytes, size_t length,
                                   struct bma_error *error)
{
    uint32_t bom = length >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    document->source = bma_arena_strndup(&document->arena, bytes, length);
    if (document->source == NULL)
        return bma_error_memory(error);
    document->source_length = (uint32_t)length;
    if (!find_lines(document, bom))
        return bma_error_memory(error);
    return check_bytes(document, error);
}

static enum bma_status name_source(struct bma_document *document, const char *path, const char *bytes,
                                   size_t length, struct bma_error *error)
{
    struct bma_sha256 hash;

    if (length > BMA_DOCUMENT_MAX_BYTES)
        return bma_error_set(error, BMA_ERROR_LIMIT, path, 0, 0, "the text is longer than %d MiB",
                             BMA_DOCUMENT_MAX_BYTES / (1024 * 1024));
    bma_sha256_init(&hash);
    bma_sha256_add(&hash, bytes, length);
    bma_sha256_hex(&hash, document->sha256);
    document->path = bma_arena_strndup(&document->arena, path, strlen(path));
    return document->path != NULL ? BMA_OK : bma_error_memory(error);
}

/* ---- the document ---- */

static void *keep(struct bma_draft *draft, const void *items, size_t count, size_t size)
{
    void *copy = bma_arena_alloc(&draft->document->arena, count * size + 1);

    if (copy == NULL)
        draft->failed = true;
    else if (count > 0)
        memcpy(copy, items, count * size);
    return copy;
}

static void finish(struct bma_draft *draft)
{
    struct bma_document *document = draft->document;

    document->text = draft->text;
    document->text_length = draft->text_length;
    document->map = keep(draft, draft->map, draft->map_count, sizeof draft->map[0]);
    document->map_count = (uint32_t)draft->map_count;
    document->nodes = keep(draft, draft->nodes, draft->node_count, sizeof draft->nodes[0]);
    document->node_count = (uint32_t)draft->node_count;
    document->clauses = keep(draft, draft->clauses, draft->clause_count, sizeof draft->clauses[0]);
    document->clause_count = (uint32_t)draft->clause_count;
}

/* What the format itself calls a heading; both lists are in the order of the text. */
static void mark_headings(struct bma_draft *draft)
{
    size_t line = 0;

    for (size_t i = 0; i < draft->heading_count; i++) {
        const struct bma_extract_heading *heading = &draft->headings[i];
        while (line < draft->line_count && draft->lines[line].next <= heading->at)
            line++;
        if (line >= draft->line_count)
            return;
        draft->lines[line].flags |= BMA_LINE_HEADING;
        draft->lines[line].level = heading->level;
    }
}

static void run_stages(struct bma_draft *draft)
{
    /* clang-format off */
    static void (*const stages[])(struct bma_draft *) = {
        bma_draft_lines,
        mark_headings,
        bma_draft_scripts,
        bma_draft_margins,
        bma_draft_furniture,
        bma_draft_contents,
        bma_draft_remarks,
        bma_draft_notes,
        bma_draft_layout,
        bma_draft_quotations,
        bma_draft_structure,
        bma_draft_repetitions,
        bma_draft_citations,
        finish,
    };
    /* clang-format on */

    for (size_t i = 0; i < sizeof stages / sizeof stages[0] && !draft->failed; i++)
        stages[i](draft);
}

static enum bma_status read_text(struct bma_document *document, const struct bma_format *format,
                                 const struct bma_extract *extract, const struct bma_conventions *conventions,
                                 struct bma_error *error)
{
    struct bma_draft draft = {.document = document,
                              .conventions = conventions,
                              .paged = format->paged,
                              .printed = format->printed,
                              .headings = extract->headings,
                              .heading_count = extract->heading_count};

    draft.markdown = strcmp(document->format, "markdown") == 0;
    run_stages(&draft);
    bma_draft_release(&draft);
    return draft.failed ? bma_error_memory(error) : BMA_OK;
}

/* From the file's bytes to the text, and from the text to the tree. */
static enum bma_status read_format(struct bma_document *document, const char *like, const char *bytes,
                                   size_t length, const struct bma_conventions *conventions,
                                   struct bma_error *error)
{
    const struct bma_format *format = bma_format_tell(document->path, like, bytes, length, error);
    struct bma_extract extract;
    enum bma_status status = BMA_OK;

    if (format == NULL)
        return BMA_ERROR_INPUT;
    document->format = format->name;
    bma_extract_init(&extract, document->path);
    if (format->read != NULL)
        status = format->read(bytes, length, &extract, error);
    if (status == BMA_OK && format->read != NULL)
        status = take_source(document, extract.text.length > 0 ? extract.text.bytes : "", extract.text.length,
                             error);
    else if (status == BMA_OK)
        status = take_source(document, bytes, length, error);
    if (status == BMA_OK)
        status = read_text(document, format, &extract, conventions, error);
    bma_extract_release(&extract);
    return status;
}

/* A scanned page or the wrong file must not earn a card on which everything is missing. */
static enum bma_status expect_clauses(const struct bma_document *document, struct bma_error *error)
{
    for (uint32_t i = 0; i < document->clause_count; i++) {
        enum bma_zone zone = document->clauses[i].zone;

        if (zone == BMA_ZONE_PREAMBLE || zone == BMA_ZONE_OPERATIVE || zone == BMA_ZONE_ANNEX)
            return BMA_OK;
    }
    return bma_error_set(error, BMA_ERROR_INPUT, document->path, 0, 0,
                         "no clause was found; expected the text of a draft agreement");
}

enum bma_status bma_read_text(const char *name, const char *like, const char *bytes, size_t length,
                              const struct bma_conventions *conventions, struct bma_document **out,
                              struct bma_error *error)
{
    struct bma_document *document = bma_calloc(1, sizeof *document);
    enum bma_status status;

    if (document == NULL)
        return bma_error_memory(error);
    bma_arena_init(&document->arena);
    status = name_source(document, name, bytes, length, error);
    if (status == BMA_OK)
        status = read_format(document, like, bytes, length, conventions, error);
    if (status == BMA_OK)
        status = expect_clauses(document, error);
    if (status != BMA_OK) {
        bma_document_free(document);
        return status;
    }
    *out = document;
    return BMA_OK;
}

enum bma_status bma_read_document(const char *path, const char *bytes, size_t length,
                                  const struct bma_conventions *conventions, struct bma_document **document,
                                  struct bma_error *error)
{
    char *file = NULL;
    enum bma_status status;

    if (bytes == NULL) {
        status = bma_file_read(path, BMA_DOCUMENT_MAX_BYTES, &file, &length, error);
        if (status != BMA_OK)
            return status;
        bytes = file;
    }
    status = bma_read_text(path, path, bytes, length, conventions, document, error);
    bma_free(file);
    return status;
}

#include "readers/case_file.h"

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/yaml_tree.h"
#include "readers/case_parts.h"
#include "readers/instrument.h"
#include "readers/reader.h"

#include <string.h>

/* In the order of enum bma_instrument and enum bma_role, without their first. */
static const char *const instruments[] = {"treaty", "mou", "exchange-of-letters", "protocol", NULL};
static const char *const roles[] = {"origin", "destination", "both", NULL};

const char *bma_instrument_name(enum bma_instrument instrument)
{
    return instrument == BMA_INSTRUMENT_UNKNOWN ? NULL : instruments[instrument - BMA_INSTRUMENT_TREATY];
}

bool bma_instrument_find(const char *name, enum bma_instrument *out)
{
    for (int i = 0; instruments[i] != NULL; i++)
        if (strcmp(instruments[i], name) == 0) {
            *out = (enum bma_instrument)(BMA_INSTRUMENT_TREATY + i);
            return true;
        }
    return false;
}

enum bma_status bma_case_text(const struct bma_case *agreement, const struct bma_yaml *node, bool lines,
                              const char **out, struct bma_error *error)
{
    if (node->kind != BMA_YAML_SCALAR)
        return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, node->line, node->column,
                             "expected text, found a %s", node->kind == BMA_YAML_LIST ? "list" : "map");
    if (strspn(node->text, " \t\r\n") == node->length)
        return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, node->line, node->column,
                             "expected text, found nothing");
    if (!lines && strcspn(node->text, "\r\n") != node->length)
        return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, node->line, node->column,
                             "expected text on one line, found several lines");
    *out = node->text;
    return BMA_OK;
}

static enum bma_status read_party(struct bma_case *agreement, const struct bma_yaml *node,
                                  struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"name", BMA_YAML_SCALAR, true}, {"role", BMA_YAML_SCALAR, false}, {NULL, BMA_YAML_SCALAR, false}};
    struct bma_party *party = &agreement->parties[agreement->party_count];
    int choice;

    enum bma_status status = bma_yaml_expect(node, fields, agreement->path, error);
    if (status == BMA_OK)
        status = bma_case_text(agreement, bma_yaml_get(node, "name"), false, &party->name, error);
    const struct bma_yaml *role = bma_yaml_get(node, "role");
    if (status == BMA_OK && role) {
        status = bma_yaml_choice(role, roles, agreement->path, &choice, error);
        if (status == BMA_OK)
            party->role = (enum bma_role)(BMA_ROLE_ORIGIN + choice);
    }
    agreement->party_count++;
    return status;
}

static enum bma_status read_parties(struct bma_case *agreement, const struct bma_yaml *list,
                                    struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    if (!list)
        return BMA_OK;
    agreement->parties = bma_arena_calloc(&agreement->arena, list->count, sizeof *agreement->parties);
    if (!agreement->parties)
        return bma_error_memory(error);
    for (const struct bma_yaml *node = list->first; node && status == BMA_OK; node = node->next)
        status = read_party(agreement, node, error);
    return status;
}

static enum bma_status read_identity(struct bma_case *agreement, const struct bma_yaml *root,
                                     struct bma_error *error)
{
    const struct bma_yaml *title = bma_yaml_get(root, "title");
    const struct bma_yaml *instrument = bma_yaml_get(root, "instrument");
    const struct bma_yaml *year = bma_yaml_get(root, "year");
    enum bma_status status = BMA_OK;
    int choice;
    long number;

    if (title)
        status = bma_case_text(agreement, title, false, &agreement->title, error);
    if (status == BMA_OK && instrument) {
        status = bma_yaml_choice(instrument, instruments, agreement->path, &choice, error);
        if (status == BMA_OK)
            agreement->instrument = (enum bma_instrument)(BMA_INSTRUMENT_TREATY + choice);
    }
    if (status == BMA_OK && year) {
        status = bma_yaml_int(year, BMA_EARLIEST_YEAR, BMA_LATEST_YEAR, agreement->path, &number, error);
        if (status == BMA_OK)
            agreement->year = (int)number;
    }
    if (status == BMA_OK)
        status = read_parties(agreement, bma_yaml_get(root, "parties"), error);
    return status;
}

bool bma_is_case_file(const char *path)
{
    return bma_path_ends_with(path, ".yaml") || bma_path_ends_with(path, ".yml");
}

static bool leaves_folder(const char *name)
{
    while (*name) {
        size_t length = strcspn(name, "/");
        if (length == 2 && name[0] == '.' && name[1] == '.')
            return true;
        name += length;
        name += *name == '/';
    }
    return false;
}

/* A case file may come from anyone: it must not make us read, and quote, a file elsewhere.  NULL: nothing is
 * wrong. */
static const char *wrong_text_name(const struct bma_yaml *node)
{
    if (node->length == 0)
        return "nothing";
    if (strpbrk(node->text, "\r\n"))
        return "several lines; text itself goes under \"articles\"";
    if (node->text[0] == '/')
        return "an absolute path";
    if (leaves_folder(node->text))
        return "a path that leaves the folder (..)";
    if (strcmp(node->text, "-") == 0)
        return "a dash";
    return bma_is_case_file(node->text) ? "the name of a case file" : NULL;
}

static enum bma_status check_text_name(const struct bma_case *agreement, const struct bma_yaml *node,
                                       struct bma_error *error)
{
    const char *problem = wrong_text_name(node);

    if (!problem)
        return BMA_OK;
    return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, node->line, node->column,
                         "expected the name of a text beside the case file, found %s", problem);
}

char *bma_case_text_path(const char *path, const char *bytes, size_t length)
{
    const struct bma_yaml *root = NULL, *text;
    struct bma_error ignored;
    struct bma_arena arena;
    char *named = NULL;

    bma_arena_init(&arena);
    if (bma_yaml_parse(bytes, length, path, &arena, &root, &ignored) == BMA_OK &&
        root->kind == BMA_YAML_MAP) {
        text = bma_yaml_get(root, "text");
        if (text != NULL && text->kind == BMA_YAML_SCALAR && !wrong_text_name(text))
            named = bma_path_beside(path, text->text);
    }
    bma_arena_release(&arena);
    return named;
}

static enum bma_status read_text_file(struct bma_case *agreement, const struct bma_yaml *node,
                                      const struct bma_conventions *conventions, struct bma_error *error)
{
    struct bma_error inner = {.status = BMA_OK};
    enum bma_status status = check_text_name(agreement, node, error);

    if (status != BMA_OK)
        return status;
    char *path = bma_path_beside(agreement->path, node->text);
    if (!path)
        return bma_error_memory(error);
    status = bma_read_document(path, NULL, 0, conventions, &agreement->document, &inner);
    bma_free(path);
    if (status == BMA_ERROR_IO) /* the mistake is in the case file: that is where it is mended */
        return bma_error_set(error, status, agreement->path, node->line, node->column, "\"%s\": %s",
                             node->text, inner.message);
    if (status != BMA_OK && error)
        *error = inner;
    return status;
}

/* One article as Markdown, whose heading marks say what is a heading in any language. */
static enum bma_status add_article(const struct bma_case *agreement, const struct bma_yaml *node,
                                   struct bma_buffer *out, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"heading", BMA_YAML_SCALAR, true}, {"text", BMA_YAML_SCALAR, true}, {NULL, BMA_YAML_SCALAR, false}};
    const char *heading = "";
    const char *text = "";

    enum bma_status status = bma_yaml_expect(node, fields, agreement->path, error);
    if (status == BMA_OK)
        status = bma_case_text(agreement, bma_yaml_get(node, "heading"), false, &heading, error);
    if (status == BMA_OK)
        status = bma_case_text(agreement, bma_yaml_get(node, "text"), true, &text, error);
    if (status == BMA_OK)
        bma_buffer_addf(out, "## %s\n\n%s\n\n", heading, text);
    return status;
}

static enum bma_status render_articles(const struct bma_case *agreement, const struct bma_yaml *preamble,
                                       const struct bma_yaml *articles, struct bma_buffer *out,
                                       struct bma_error *error)
{
    enum bma_status status = BMA_OK;
    const char *text;

    if (articles->count == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, articles->line, articles->column,
                             "expected at least one article, found an empty list");
    if (agreement->title)
        bma_buffer_addf(out, "# %s\n\n", agreement->title);
    if (preamble) {
        status = bma_case_text(agreement, preamble, true, &text, error);
        if (status == BMA_OK)
            bma_buffer_addf(out, "%s\n\n", text);
    }
    for (const struct bma_yaml *node = articles->first; node && status == BMA_OK; node = node->next)
        status = add_article(agreement, node, out, error);
    if (status == BMA_OK && out->failed)
        status = bma_error_memory(error);
    return status;
}

static enum bma_status read_articles(struct bma_case *agreement, const struct bma_yaml *preamble,
                                     const struct bma_yaml *articles,
                                     const struct bma_conventions *conventions, struct bma_error *error)
{
    struct bma_buffer text;
    struct bma_buffer name;
    enum bma_status status;

    bma_buffer_init(&text);
    bma_buffer_init(&name);
    status = render_articles(agreement, preamble, articles, &text, error);
    if (status == BMA_OK) {
        bma_buffer_addf(&name, "%s#articles.md", agreement->path);
        if (name.failed)
            status = bma_error_memory(error);
    }
    if (status == BMA_OK)
        status =
            bma_read_document(name.bytes, text.bytes, text.length, conventions, &agreement->document, error);
    bma_buffer_release(&name);
    bma_buffer_release(&text);
    return status;
}

static enum bma_status read_agreement(struct bma_case *agreement, const struct bma_yaml *root,
                                      const struct bma_conventions *conventions, struct bma_error *error)
{
    const struct bma_yaml *text = bma_yaml_get(root, "text");
    const struct bma_yaml *articles = bma_yaml_get(root, "articles");
    const struct bma_yaml *preamble = bma_yaml_get(root, "preamble");

    if (text && articles)
        return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, articles->key_line,
                             articles->key_column, "expected either \"text\" or \"articles\", found both");
    if (!text && !articles && agreement->coding_count + agreement->left_open_count == 0)
        return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, root->line, root->column,
                             "expected \"text\" (the name of a file), \"articles\" or the levels of a coder "
                             "(\"coded\"), found none of them");
    if (!articles && preamble)
        return bma_error_set(error, BMA_ERROR_INPUT, agreement->path, preamble->key_line,
                             preamble->key_column,
                             "expected \"preamble\" beside \"articles\" alone, found it beside \"%s\"",
                             text ? "text" : "coded");
    if (text)
        return read_text_file(agreement, text, conventions, error);
    return articles ? read_articles(agreement, preamble, articles, conventions, error) : BMA_OK;
}

static enum bma_status read_tree(struct bma_case *agreement, const struct bma_yaml *root,
                                 const struct bma_conventions *conventions, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {
        {"title", BMA_YAML_SCALAR, false},  {"instrument", BMA_YAML_SCALAR, false},
        {"year", BMA_YAML_SCALAR, false},   {"parties", BMA_YAML_LIST, false},
        {"text", BMA_YAML_SCALAR, false},   {"preamble", BMA_YAML_SCALAR, false},
        {"articles", BMA_YAML_LIST, false}, {"dossier", BMA_YAML_MAP, false},
        {"coded", BMA_YAML_MAP, false},     {"waivers", BMA_YAML_LIST, false},
        {NULL, BMA_YAML_SCALAR, false}};
    enum bma_status status = bma_yaml_expect(root, fields, agreement->path, error);

    if (status == BMA_OK)
        status = read_identity(agreement, root, error);
    if (status == BMA_OK)
        status = bma_case_dossier(agreement, bma_yaml_get(root, "dossier"), error);
    if (status == BMA_OK)
        status = bma_case_coded(agreement, bma_yaml_get(root, "coded"), error);
    if (status == BMA_OK)
        status = bma_case_waivers(agreement, bma_yaml_get(root, "waivers"), error);
    if (status == BMA_OK)
        status = read_agreement(agreement, root, conventions, error);
    return status;
}

static enum bma_status read_case_file(struct bma_case *agreement, const struct bma_conventions *conventions,
                                      struct bma_error *error)
{
    const struct bma_yaml *root = NULL;
    char *bytes = NULL;
    size_t length = 0;
    enum bma_status status = bma_file_read(agreement->path, BMA_YAML_MAX_BYTES, &bytes, &length, error);

    if (status == BMA_OK)
        status = bma_yaml_parse(bytes, length, agreement->path, &agreement->arena, &root, error);
    if (status == BMA_OK)
        status = read_tree(agreement, root, conventions, error);
    if (status == BMA_OK && !agreement->document)
        status = bma_case_without_text(agreement, bytes, length, error);
    bma_free(bytes);
    return status;
}

/* Only what the case file does not state, and where there is a text that tells. */
static void tell_from_text(struct bma_case *agreement, const struct bma_conventions *conventions)
{
    if (agreement->without_text)
        return;
    if (agreement->instrument == BMA_INSTRUMENT_UNKNOWN) {
        agreement->instrument = bma_instrument_tell(agreement->document, agreement->title, conventions);
        agreement->instrument_told = agreement->instrument != BMA_INSTRUMENT_UNKNOWN;
    }
    if (agreement->year == 0) {
        agreement->year = bma_year_tell(agreement->document, conventions);
        agreement->year_told = agreement->year != 0;
    }
}

enum bma_status bma_case_read(const char *path, const struct bma_conventions *conventions,
                              struct bma_case **out, struct bma_error *error)
{
    struct bma_case *agreement = bma_calloc(1, sizeof *agreement);
    enum bma_status status;

    if (!agreement)
        return bma_error_memory(error);
    bma_arena_init(&agreement->arena);
    agreement->path = bma_arena_strndup(&agreement->arena, path, strlen(path));
    if (!agreement->path)
        status = bma_error_memory(error);
    else if (bma_is_case_file(path))
        status = read_case_file(agreement, conventions, error);
    else
        status = bma_read_document(path, NULL, 0, conventions, &agreement->document, error);
    if (status != BMA_OK) {
        bma_case_free(agreement);
        return status;
    }
    tell_from_text(agreement, conventions);
    *out = agreement;
    return BMA_OK;
}

enum bma_status bma_case_from_text(const char *name, const char *like, const char *bytes, size_t length,
                                   const struct bma_conventions *conventions, struct bma_case **out,
                                   struct bma_error *error)
{
    struct bma_case *agreement = bma_calloc(1, sizeof *agreement);
    enum bma_status status = BMA_OK;

    if (!agreement)
        return bma_error_memory(error);
    bma_arena_init(&agreement->arena);
    agreement->path = bma_arena_strndup(&agreement->arena, name, strlen(name));
    status = agreement->path
                 ? bma_read_text(name, like, bytes, length, conventions, &agreement->document, error)
                 : bma_error_memory(error);
    if (status != BMA_OK) {
        bma_case_free(agreement);
        return status;
    }
    tell_from_text(agreement, conventions);
    *out = agreement;
    return BMA_OK;
}

static enum bma_status read_waivers_file(struct bma_case *agreement, struct bma_error *error)
{
    static const struct bma_yaml_field fields[] = {{"waivers", BMA_YAML_LIST, true},
                                                   {NULL, BMA_YAML_SCALAR, false}};
    const struct bma_yaml *root = NULL;
    char *bytes = NULL;
    size_t length = 0;
    enum bma_status status = bma_file_read(agreement->path, BMA_YAML_MAX_BYTES, &bytes, &length, error);

    if (status == BMA_OK)
        status = bma_yaml_parse(bytes, length, agreement->path, &agreement->arena, &root, error);
    bma_free(bytes);
    if (status == BMA_OK)
        status = bma_yaml_expect(root, fields, agreement->path, error);
    if (status == BMA_OK)
        status = bma_case_waivers(agreement, bma_yaml_get(root, "waivers"), error);
    return status;
}

enum bma_status bma_waivers_read(const char *path, struct bma_case **out, struct bma_error *error)
{
    struct bma_case *agreement = bma_calloc(1, sizeof *agreement);
    enum bma_status status;

    *out = NULL;
    if (!agreement)
        return bma_error_memory(error);
    bma_arena_init(&agreement->arena);
    agreement->path = bma_arena_strndup(&agreement->arena, path, strlen(path));
    status = agreement->path ? read_waivers_file(agreement, error) : bma_error_memory(error);
    if (status != BMA_OK) {
        bma_case_free(agreement);
        return status;
    }
    *out = agreement;
    return BMA_OK;
}

void bma_case_free(struct bma_case *agreement)
{
    if (!agreement)
        return;
    bma_document_free(agreement->document);
    bma_arena_release(&agreement->arena);
    bma_free(agreement);
}

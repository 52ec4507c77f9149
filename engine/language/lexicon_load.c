/* YAML files become a lexicon. */
#include "base/memory.h"
#include "base/utf8.h"
#include "document/document.h"
#include "language/lexicon_internal.h"
#include "language/phrases.h"

#include <libstemmer.h>
#include <string.h>

static const char STRUCTURE[] = "structure.yaml";

struct loader {
    struct bma_lexicon *lexicon;
    struct bma_lexicon_files *files;
    struct tree {
        struct bma_arena arena; /* of the tree */
        const struct bma_yaml *root;
    } * trees; /* by file; each goes when its phrases are read */
    struct sb_stemmer *stemmer;
    struct bma_phrase_parser parser;
    struct bma_include *includes;
    size_t include_count, include_capacity;
    bool *has_not; /* by concept */
    struct bma_error *error;
};

/* The bytes of a file go when its tree stands. */
static enum bma_status parse_files(struct loader *l)
{
    l->trees = bma_calloc(l->files->count + 1, sizeof *l->trees);
    if (l->trees == NULL)
        return bma_error_memory(l->error);
    for (size_t i = 0; i < l->files->count; i++) {
        struct bma_lexicon_file *file = &l->files->items[i];
        struct tree *tree = &l->trees[i];
        enum bma_status status =
            bma_yaml_parse(file->bytes, file->length, file->path, &tree->arena, &tree->root, l->error);
        if (status != BMA_OK)
            return status;
        bma_free(file->bytes);
        file->bytes = NULL;
    }
    return BMA_OK;
}

static enum bma_status read_structure(struct loader *l)
{
    for (size_t i = 0; i < l->files->count; i++)
        if (strcmp(l->files->items[i].name, STRUCTURE) == 0)
            return bma_lexicon_read_structure(l->lexicon, l->trees[i].root, l->files->items[i].path,
                                              &l->stemmer, l->error);
    return bma_error_set(l->error, BMA_ERROR_PACK, l->files->folder, 0, 0, "the lexicon has no %s",
                         STRUCTURE);
}

static bool is_name(const char *name)
{
    if (name[0] < 'a' || name[0] > 'z')
        return false;
    return name[strspn(name, "abcdefghijklmnopqrstuvwxyz0123456789_")] == '\0';
}

static enum bma_status expect_name(struct loader *l, const struct bma_yaml *node, const char *file)
{
    const struct bma_lexicon *lexicon = l->lexicon;
    if (!is_name(node->key))
        return bma_error_set(l->error, BMA_ERROR_PACK, file, node->key_line, node->key_column,
                             "\"%s\" is no name of a concept: expected lower case letters, digits and "
                             "underscores",
                             node->key);
    uint32_t known = bma_lexicon_find(lexicon, node->key);
    if (known != BMA_NONE)
        return bma_error_set(l->error, BMA_ERROR_PACK, file, node->key_line, node->key_column,
                             "concept \"%s\" stands in %s:%u already", node->key,
                             lexicon->concepts[known].file, (unsigned)lexicon->concepts[known].line);
    if (node->kind != BMA_YAML_MAP)
        return bma_error_set(l->error, BMA_ERROR_PACK, file, node->line, node->column,
                             "expected a map with phrases for concept \"%s\"", node->key);
    static const struct bma_yaml_field fields[] = {
        {"about", BMA_YAML_SCALAR, false}, {"role", BMA_YAML_SCALAR, false},
        {"phrases", BMA_YAML_LIST, false}, {"not", BMA_YAML_LIST, false},
        {"include", BMA_YAML_LIST, false}, {.key = NULL},
    };
    return bma_yaml_expect(node, fields, file, l->error);
}

static enum bma_status read_role(struct loader *l, const struct bma_yaml *node, const char *file,
                                 enum bma_concept_role *out)
{
    const char *words[BMA_CONCEPT_ROLE_COUNT + 1] = {NULL};
    int role = BMA_CONCEPT_TOPIC;
    for (int i = 0; i < BMA_CONCEPT_ROLE_COUNT; i++)
        words[i] = bma_concept_role_name((enum bma_concept_role)i);
    enum bma_status status = node == NULL ? BMA_OK : bma_yaml_choice(node, words, file, &role, l->error);
    *out = (enum bma_concept_role)role;
    return status;
}

/* Name, about, role and place of a concept; its phrases come when all names are known. */
static enum bma_status add_concept(struct loader *l, const struct bma_yaml *node, const char *file)
{
    struct bma_lexicon *lexicon = l->lexicon;
    struct bma_concept concept = {.file = file, .line = node->key_line};
    enum bma_status status = expect_name(l, node, file);
    if (status == BMA_OK)
        status = read_role(l, bma_yaml_get(node, "role"), file, &concept.role);
    if (status != BMA_OK)
        return status;
    const struct bma_yaml *about = bma_yaml_get(node, "about");
    concept.about = about == NULL ? "" : bma_arena_strndup(&lexicon->arena, about->text, about->length);
    concept.name = bma_arena_strndup(&lexicon->arena, node->key, strlen(node->key));
    if (concept.about == NULL || concept.name == NULL ||
        bma_grow(&lexicon->concepts, &lexicon->concept_capacity, lexicon->concept_count + 1,
                 sizeof *lexicon->concepts) != 0 ||
        bma_word_table_add(&lexicon->names, concept.name, strlen(concept.name)) == 0)
        return bma_error_memory(l->error);
    lexicon->concepts[lexicon->concept_count++] = concept;
    return BMA_OK;
}

static enum bma_status expect_language(struct loader *l, const struct bma_yaml *root, const char *path)
{
    static const struct bma_yaml_field fields[] = {
        {"language", BMA_YAML_SCALAR, true}, {"concepts", BMA_YAML_MAP, true}, {.key = NULL}};
    enum bma_status status = bma_yaml_expect(root, fields, path, l->error);
    if (status != BMA_OK)
        return status;
    const struct bma_yaml *language = bma_yaml_get(root, "language");
    if (strcmp(language->text, l->lexicon->conventions.language) == 0)
        return BMA_OK;
    return bma_error_set(l->error, BMA_ERROR_PACK, path, language->line, language->column,
                         "the language is \"%s\" here, but \"%s\" in %s", language->text,
                         l->lexicon->conventions.language, STRUCTURE);
}

static enum bma_status add_concepts(struct loader *l)
{
    for (size_t i = 0; i < l->files->count; i++) {
        const struct bma_lexicon_file *file = &l->files->items[i];
        if (strcmp(file->name, STRUCTURE) == 0)
            continue;
        const char *path = bma_arena_strndup(&l->lexicon->arena, file->path, strlen(file->path));
        if (path == NULL)
            return bma_error_memory(l->error);
        enum bma_status status = expect_language(l, l->trees[i].root, path);
        if (status != BMA_OK)
            return status;
        const struct bma_yaml *concepts = bma_yaml_get(l->trees[i].root, "concepts");
        for (const struct bma_yaml *node = concepts->first; node != NULL; node = node->next) {
            status = add_concept(l, node, path);
            if (status != BMA_OK)
                return status;
        }
    }
    return BMA_OK;
}

/* The problem that the parser found, with line and column in the file. */
static enum bma_status phrase_error(struct loader *l, const struct bma_yaml *node, const char *file)
{
    const struct bma_phrase_parser *parser = &l->parser;
    if (parser->problem == NULL)
        return bma_error_memory(l->error);
    size_t before = bma_utf8_count(node->text, parser->error_at) + (node->plain ? 0 : 1);
    return bma_error_set(l->error, BMA_ERROR_PACK, file, node->line, node->column + (uint32_t)before, "%s",
                         parser->problem);
}

static enum bma_status add_phrase(struct loader *l, const struct bma_yaml *node, const char *file,
                                  bma_chain_output output)
{
    if (node->kind != BMA_YAML_SCALAR)
        return bma_error_set(l->error, BMA_ERROR_PACK, file, node->line, node->column,
                             "expected a phrase; put quotes around one that begins with [ or holds \": \"");
    uint32_t paths = bma_phrase_parse(&l->parser, node->text, node->length);
    if (paths == 0)
        return phrase_error(l, node, file);
    for (uint32_t i = 0; i < paths; i++)
        if (!bma_phrase_path(&l->parser, i) || !bma_chains_add(&l->lexicon->chains, &l->parser, output))
            return phrase_error(l, node, file);
    return BMA_OK;
}

static enum bma_status add_phrases(struct loader *l, const struct bma_yaml *list, const char *file,
                                   bma_chain_output output)
{
    enum bma_status status = BMA_OK;
    for (const struct bma_yaml *node = list == NULL ? NULL : list->first; status == BMA_OK && node != NULL;
         node = node->next)
        status = add_phrase(l, node, file, output);
    return status;
}

static enum bma_status add_include(struct loader *l, uint32_t concept, const struct bma_yaml *node,
                                   const char *file)
{
    uint32_t to = node->kind == BMA_YAML_SCALAR ? bma_lexicon_find(l->lexicon, node->text) : BMA_NONE;
    if (to == BMA_NONE)
        return bma_error_set(l->error, BMA_ERROR_PACK, file, node->line, node->column,
                             "concept \"%s\" includes \"%s\", which no file of the lexicon has",
                             l->lexicon->concepts[concept].name,
                             node->kind == BMA_YAML_SCALAR ? node->text : "");
    if (bma_grow(&l->includes, &l->include_capacity, l->include_count + 1, sizeof *l->includes) != 0)
        return bma_error_memory(l->error);
    l->includes[l->include_count++] = (struct bma_include){concept, to, file, node->line, node->column};
    return BMA_OK;
}

static enum bma_status fill_concept(struct loader *l, uint32_t number, const struct bma_yaml *node)
{
    struct bma_concept *concept = &l->lexicon->concepts[number];
    const struct bma_yaml *phrases = bma_yaml_get(node, "phrases");
    const struct bma_yaml *not = bma_yaml_get(node, "not");
    const struct bma_yaml *include = bma_yaml_get(node, "include");
    concept->phrase_count = phrases == NULL ? 0 : (uint32_t)phrases->count;
    if (concept->phrase_count == 0 && (include == NULL || include->count == 0))
        return bma_error_set(l->error, BMA_ERROR_PACK, concept->file, node->key_line, node->key_column,
                             "concept \"%s\" has neither phrases nor include", concept->name);
    l->has_not[number] = not != NULL && not ->count > 0;
    enum bma_status status = add_phrases(l, phrases, concept->file, number * 2);
    if (status == BMA_OK)
        status = add_phrases(l, not, concept->file, number * 2 + 1);
    for (const struct bma_yaml *item = include == NULL ? NULL : include->first;
         status == BMA_OK && item != NULL; item = item->next)
        status = add_include(l, number, item, concept->file);
    return status;
}

static enum bma_status fill_concepts(struct loader *l)
{
    uint32_t number = 0;
    l->has_not = bma_calloc(l->lexicon->concept_count + 1, sizeof *l->has_not);
    if (l->has_not == NULL)
        return bma_error_memory(l->error);
    bma_phrase_parser_init(&l->parser, &l->lexicon->symbols, l->stemmer);
    for (size_t i = 0; i < l->files->count; i++) {
        const struct bma_yaml *concepts = bma_yaml_get(l->trees[i].root, "concepts");
        for (const struct bma_yaml *node = concepts == NULL ? NULL : concepts->first; node != NULL;
             node = node->next) {
            enum bma_status status = fill_concept(l, number++, node);
            if (status != BMA_OK)
                return status;
        }
        bma_arena_release(&l->trees[i].arena);
    }
    return BMA_OK;
}

static enum bma_status compile(struct loader *l)
{
    struct bma_lexicon *lexicon = l->lexicon;
    enum bma_status status =
        bma_lexicon_resolve_includes(lexicon, l->includes, l->include_count, l->has_not, l->error);
    if (status != BMA_OK)
        return status;
    if (!bma_symbols_seal(&lexicon->symbols, l->stemmer) ||
        !bma_chains_seal(&lexicon->chains, &lexicon->symbols))
        return bma_error_memory(l->error);
    return BMA_OK;
}

static enum bma_status load(struct loader *l)
{
    enum bma_status status = parse_files(l);
    if (status == BMA_OK)
        status = read_structure(l);
    if (status == BMA_OK)
        status = add_concepts(l);
    if (status == BMA_OK)
        status = fill_concepts(l);
    return status == BMA_OK ? compile(l) : status;
}

static void loader_release(struct loader *l)
{
    bma_free(l->includes);
    bma_free(l->has_not);
    bma_phrase_parser_release(&l->parser);
    for (size_t i = 0; l->trees != NULL && i < l->files->count; i++)
        bma_arena_release(&l->trees[i].arena);
    bma_free(l->trees);
    sb_stemmer_delete(l->stemmer);
}

enum bma_status bma_lexicon_compile(struct bma_lexicon_files *files, struct bma_lexicon **out,
                                    struct bma_error *error)
{
    struct loader l = {.files = files, .error = error};
    l.lexicon = bma_calloc(1, sizeof *l.lexicon);
    if (l.lexicon == NULL)
        return bma_error_memory(error);
    bma_arena_init(&l.lexicon->arena);
    enum bma_status status = load(&l);
    loader_release(&l);
    if (status == BMA_ERROR_INPUT) { /* what a YAML file is to the tree, a pack is to us */
        status = BMA_ERROR_PACK;
        if (error != NULL)
            error->status = status;
    }
    if (status != BMA_OK)
        bma_lexicon_free(l.lexicon);
    else
        *out = l.lexicon;
    return status;
}

enum bma_status bma_lexicon_load(const char *folder, struct bma_sha256 *hash, struct bma_lexicon **out,
                                 struct bma_error *error)
{
    struct bma_lexicon_files *files = NULL;
    enum bma_status status = bma_lexicon_files_read(folder, hash, &files, error);
    if (status == BMA_OK)
        status = bma_lexicon_compile(files, out, error);
    bma_lexicon_files_free(files);
    return status;
}

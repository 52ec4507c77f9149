/* structure.yaml: how the language marks structure, spells and counts. */
#include "base/image.h"
#include "language/lexicon_internal.h"
#include "language/words.h"

#include <libstemmer.h>
#include <stddef.h>
#include <string.h>

/* The lists that go into the conventions as they stand. */
static const struct list {
    const char *key;
    size_t offset;
} LISTS[] = {
    {"part", offsetof(struct bma_conventions, part)},
    {"article", offsetof(struct bma_conventions, article)},
    {"paragraph", offsetof(struct bma_conventions, paragraph)},
    {"annex", offsetof(struct bma_conventions, annex)},
    {"preamble_end", offsetof(struct bma_conventions, preamble_end)},
    {"alternative", offsetof(struct bma_conventions, alternative)},
    {"recital", offsetof(struct bma_conventions, recital)},
    {"closing", offsetof(struct bma_conventions, closing)},
    {"letter_opening", offsetof(struct bma_conventions, letter_opening)},
    {"letter_closing", offsetof(struct bma_conventions, letter_closing)},
    {"note_opening", offsetof(struct bma_conventions, note_opening)},
    {"note_closing", offsetof(struct bma_conventions, note_closing)},
    {"reply", offsetof(struct bma_conventions, reply)},
    {"abbreviations", offsetof(struct bma_conventions, abbreviations)},
    {"counted", offsetof(struct bma_conventions, counted)},
    {"ranked", offsetof(struct bma_conventions, ranked)},
    {"number_sign", offsetof(struct bma_conventions, number_sign)},
    {"leads_on", offsetof(struct bma_conventions, leads_on)},
    {"unnumbered", offsetof(struct bma_conventions, unnumbered)},
    {"contents", offsetof(struct bma_conventions, contents)},
    {"remark", offsetof(struct bma_conventions, remark)},
    {"remark_bracketed", offsetof(struct bma_conventions, remark_bracketed)},
    {"preamble", offsetof(struct bma_conventions, preamble)},
    {"point", offsetof(struct bma_conventions, point)},
    {"letter", offsetof(struct bma_conventions, letter)},
    {"party_between", offsetof(struct bma_conventions, party.between)},
    {"party_subject", offsetof(struct bma_conventions, party.subject)},
    {"party_article", offsetof(struct bma_conventions, party.article)},
    {"party_and", offsetof(struct bma_conventions, party.join)},
    {"party_of", offsetof(struct bma_conventions, party.of)},
    {"party_style", offsetof(struct bma_conventions, party.style)},
    {"party_head", offsetof(struct bma_conventions, party.head)},
    {"party_kept", offsetof(struct bma_conventions, party.kept)},
    {"party_office", offsetof(struct bma_conventions, party.office)},
    {"party_hereinafter", offsetof(struct bma_conventions, party.hereinafter)},
    {"party_jointly", offsetof(struct bma_conventions, party.jointly)},
    {"party_from", offsetof(struct bma_conventions, party.from)},
    {"party_into", offsetof(struct bma_conventions, party.into)},
    {"party_oblique", offsetof(struct bma_conventions, party.oblique)},
    {"party_means", offsetof(struct bma_conventions, party.means)},
    {"party_by", offsetof(struct bma_conventions, party.by)},
    {"party_side", offsetof(struct bma_conventions, party.side)},
    {"party_possessive", offsetof(struct bma_conventions, party.possessive)},
    {"party_people", offsetof(struct bma_conventions, party.people)},
    {"party_known", offsetof(struct bma_conventions, party.known)},
    {"party_state", offsetof(struct bma_conventions, party.state)},
    {"party_demonym", offsetof(struct bma_conventions, party.demonym)},
    {"party_reciprocal", offsetof(struct bma_conventions, party.reciprocal)},
    {"term_means", offsetof(struct bma_conventions, term.means)},
    {"term_determiner", offsetof(struct bma_conventions, term.determiner)},
    {"term_definite", offsetof(struct bma_conventions, term.definite)},
    {"term_worker", offsetof(struct bma_conventions, term.worker)},
    {"term_employer", offsetof(struct bma_conventions, term.employer)},
    {"term_agency", offsetof(struct bma_conventions, term.agency)},
    {"term_office", offsetof(struct bma_conventions, term.office)},
    {"instrument_treaty", offsetof(struct bma_conventions, instrument.treaty)},
    {"instrument_mou", offsetof(struct bma_conventions, instrument.mou)},
    {"instrument_letters", offsetof(struct bma_conventions, instrument.letters)},
    {"instrument_protocol", offsetof(struct bma_conventions, instrument.protocol)},
    {"instrument_open", offsetof(struct bma_conventions, instrument.open)},
    {"instrument_series", offsetof(struct bma_conventions, instrument.series)},
    {"instrument_remark", offsetof(struct bma_conventions, instrument.remark)},
    {"instrument_form", offsetof(struct bma_conventions, instrument.form)},
    {"instrument_itself", offsetof(struct bma_conventions, instrument.itself)},
};
enum { LIST_COUNT = sizeof LISTS / sizeof LISTS[0] };

static struct bma_words *words_of(struct bma_conventions *conventions, const struct list *list)
{
    return (struct bma_words *)(void *)((char *)conventions + list->offset);
}

void bma_conventions_image(struct bma_image *image, struct bma_conventions *conventions)
{
    bma_image_text(image, &conventions->language);
    BMA_IMAGE_VALUE(image, conventions->known_words);
    for (size_t i = 0; i < LIST_COUNT; i++) {
        struct bma_words *words = words_of(conventions, &LISTS[i]);
        const char **items = (const char **)(uintptr_t)words->items;
        bma_image_records(image, &items, &words->count, sizeof *items);
        for (size_t k = 0; k < words->count; k++)
            bma_image_text(image, &items[k]);
        BMA_IMAGE_VALUE(image, words->initials);
        words->items = items;
    }
}

static enum bma_status check_keys(const struct bma_yaml *root, const char *file, struct bma_error *error)
{
    enum { OTHERS = 7 };
    struct bma_yaml_field fields[LIST_COUNT + OTHERS + 1] = {
        {"language", BMA_YAML_SCALAR, true}, {"stemmer", BMA_YAML_SCALAR, true},
        {"spelling", BMA_YAML_MAP, false},   {"numbers", BMA_YAML_LIST, false},
        {"clitics", BMA_YAML_LIST, false},   {"known_words", BMA_YAML_SCALAR, false},
        {"stems", BMA_YAML_MAP, false},
    };
    for (size_t i = 0; i < LIST_COUNT; i++)
        fields[OTHERS + i] = (struct bma_yaml_field){LISTS[i].key, BMA_YAML_LIST, false};
    return bma_yaml_expect(root, fields, file, error);
}

static enum bma_status expect_scalar(const struct bma_yaml *node, const char *file, const char *what,
                                     struct bma_error *error)
{
    if (node->kind == BMA_YAML_SCALAR && node->length > 0)
        return BMA_OK;
    return bma_error_set(error, BMA_ERROR_PACK, file, node->line, node->column, "expected %s", what);
}

static enum bma_status read_list(struct bma_lexicon *lexicon, const struct bma_yaml *list, const char *file,
                                 struct bma_words *out, struct bma_error *error)
{
    const char **items = bma_arena_calloc(&lexicon->arena, list->count + 1, sizeof *items);
    if (items == NULL)
        return bma_error_memory(error);
    size_t count = 0;
    uint32_t initials = 0;
    for (const struct bma_yaml *item = list->first; item != NULL; item = item->next) {
        enum bma_status status = expect_scalar(item, file, "a word or a few words", error);
        if (status != BMA_OK)
            return status;
        items[count] = bma_arena_strndup(&lexicon->arena, item->text, item->length);
        if (items[count] == NULL)
            return bma_error_memory(error);
        initials |= UINT32_C(1) << ((unsigned char)items[count++][0] & 31);
    }
    *out = (struct bma_words){items, count, initials};
    return BMA_OK;
}

static enum bma_status read_conventions(struct bma_lexicon *lexicon, const struct bma_yaml *root,
                                        const char *file, struct bma_error *error)
{
    const struct bma_yaml *language = bma_yaml_get(root, "language");
    lexicon->conventions.language = bma_arena_strndup(&lexicon->arena, language->text, language->length);
    if (lexicon->conventions.language == NULL)
        return bma_error_memory(error);
    for (size_t i = 0; i < LIST_COUNT; i++) {
        const struct bma_yaml *list = bma_yaml_get(root, LISTS[i].key);
        struct bma_words *words = words_of(&lexicon->conventions, &LISTS[i]);
        enum bma_status status = list == NULL ? BMA_OK : read_list(lexicon, list, file, words, error);
        if (status != BMA_OK)
            return status;
    }
    return BMA_OK;
}

/* Without it every text is taken to be in the language. */
static enum bma_status read_known_words(struct bma_lexicon *lexicon, const struct bma_yaml *node,
                                        const char *file, struct bma_error *error)
{
    long known = 0;
    enum bma_status status = node == NULL ? BMA_OK : bma_yaml_int(node, 1, 100, file, &known, error);
    lexicon->conventions.known_words = (uint32_t)known;
    return status;
}

/* One word and nothing else, folded; 0 when it is not. */
static size_t fold_one(const char *text, size_t length, char out[BMA_WORD_MAX])
{
    for (size_t at = 0, size; at < length; at += size) {
        uint32_t codepoint;
        if (!bma_word_character(text + at, length - at, &size, &codepoint))
            return 0;
    }
    return bma_word_fold(text, length, out);
}

static enum bma_status not_one(const struct bma_yaml *node, bool key, const char *file,
                               struct bma_error *error)
{
    return bma_error_set(error, BMA_ERROR_PACK, file, key ? node->key_line : node->line,
                         key ? node->key_column : node->column, "expected one word of letters or digits");
}

static enum bma_status read_words(const struct bma_yaml *list, const char *file, struct bma_word_table *table,
                                  struct bma_error *error)
{
    for (const struct bma_yaml *item = list == NULL ? NULL : list->first; item != NULL; item = item->next) {
        char word[BMA_WORD_MAX];
        size_t length = item->kind == BMA_YAML_SCALAR ? fold_one(item->text, item->length, word) : 0;
        if (length == 0)
            return not_one(item, false, file, error);
        if (bma_word_table_add(table, word, length) == 0)
            return bma_error_memory(error);
    }
    return BMA_OK;
}

/* One word to another: a variant to its spelling, or, without a stemmer, a word to its stem. */
static enum bma_status read_map(struct bma_lexicon *lexicon, const struct bma_yaml *map, const char *file,
                                struct sb_stemmer *stemmer, struct bma_error *error)
{
    for (const struct bma_yaml *item = map == NULL ? NULL : map->first; item != NULL; item = item->next) {
        char from[BMA_WORD_MAX], to[BMA_WORD_MAX];
        size_t from_length = fold_one(item->key, strlen(item->key), from);
        if (from_length == 0)
            return not_one(item, true, file, error);
        size_t to_length = item->kind == BMA_YAML_SCALAR ? fold_one(item->text, item->length, to) : 0;
        if (to_length == 0)
            return not_one(item, false, file, error);
        bool added =
            stemmer == NULL
                ? bma_symbols_add_stem(&lexicon->symbols, from, from_length, to, to_length)
                : bma_symbols_add_spelling(&lexicon->symbols, stemmer, from, from_length, to, to_length);
        if (!added)
            return bma_error_memory(error);
    }
    return BMA_OK;
}

static bool is_stemmer(const char *name)
{
    for (const char **known = sb_stemmer_list(); *known != NULL; known++)
        if (strcmp(*known, name) == 0)
            return true;
    return false;
}

static enum bma_status read_stemmer(struct bma_lexicon *lexicon, const struct bma_yaml *root,
                                    const char *file, struct sb_stemmer **stemmer, struct bma_error *error)
{
    const struct bma_yaml *name = bma_yaml_get(root, "stemmer");
    if (!is_stemmer(name->text))
        return bma_error_set(
            error, BMA_ERROR_PACK, file, name->line, name->column,
            "Snowball has no stemmer \"%s\": expected the English name of a language in lower "
            "case",
            name->text);
    lexicon->stemmer = bma_arena_strndup(&lexicon->arena, name->text, name->length);
    *stemmer = sb_stemmer_new(name->text, "UTF_8");
    return lexicon->stemmer == NULL || *stemmer == NULL ? bma_error_memory(error) : BMA_OK;
}

enum bma_status bma_lexicon_read_structure(struct bma_lexicon *lexicon, const struct bma_yaml *root,
                                           const char *file, struct sb_stemmer **stemmer,
                                           struct bma_error *error)
{
    enum bma_status status = check_keys(root, file, error);
    if (status == BMA_OK)
        status = read_stemmer(lexicon, root, file, stemmer, error);
    if (status == BMA_OK)
        status = read_conventions(lexicon, root, file, error);
    if (status == BMA_OK)
        status = read_known_words(lexicon, bma_yaml_get(root, "known_words"), file, error);
    if (status == BMA_OK)
        status = read_map(lexicon, bma_yaml_get(root, "spelling"), file, *stemmer, error);
    if (status == BMA_OK)
        status = read_map(lexicon, bma_yaml_get(root, "stems"), file, NULL, error);
    if (status == BMA_OK)
        status = read_words(bma_yaml_get(root, "numbers"), file, &lexicon->symbols.numbers, error);
    if (status == BMA_OK)
        status = read_words(bma_yaml_get(root, "clitics"), file, &lexicon->symbols.clitics, error);
    return status;
}

#include "reliability/noted.h"

#include "base/ascii.h"
#include "readers/numbering.h"

#include <string.h>

enum { PARTS_MOST = 8, LETTER = 1 << 24 /* above any number */ };

/* What is compared of a citation. */
struct key {
    uint32_t parts[PARTS_MOST]; /* numbers, or without any the words' hashes */
    uint32_t count;
    uint32_t kind; /* hash of the words before the first number: "Annex"; 0: none */
    bool numbered;
};

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* A run of letters or of figures. */
static uint32_t run_end(const char *text, uint32_t at, uint32_t end)
{
    bool letters = is_letter(text[at]);

    while (at < end && (letters ? is_letter(text[at]) : bma_ascii_is_digit(text[at])))
        at++;
    return at;
}

static uint32_t hash_word(const char *text, uint32_t at, uint32_t end)
{
    uint32_t hash = 2166136261u;

    for (; at < end; at++)
        hash = (hash ^ (unsigned char)bma_ascii_lower(text[at])) * 16777619u;
    return hash;
}

/* Its number, or 0: "14", "IV", and a letter behind all numbers. */
static uint32_t number_of(const char *text, uint32_t at, uint32_t end)
{
    uint32_t value = bma_number_value(text, (struct bma_span){at, end});

    if (value == 0 && end - at == 1 && is_letter(text[at]))
        value = LETTER + (uint32_t)bma_ascii_lower(text[at]);
    return value;
}

static void add_run(struct key *key, uint32_t value, bool number)
{
    if (number && !key->numbered) { /* the words before say what kind of division it is */
        key->numbered = true;
        for (uint32_t i = 0; i < key->count; i++)
            key->kind = key->kind * 31 + key->parts[i];
        key->count = 0;
    }
    if (number == key->numbered && key->count < PARTS_MOST)
        key->parts[key->count++] = value;
}

static struct key read_key(const char *text, uint32_t at, uint32_t end)
{
    struct key key = {.count = 0};

    while (at < end) {
        uint32_t stop = at + 1, number;

        if (is_letter(text[at]) || bma_ascii_is_digit(text[at])) {
            stop = run_end(text, at, end);
            number = number_of(text, at, stop);
            add_run(&key, number > 0 ? number : hash_word(text, at, stop), number > 0);
        }
        at = stop;
    }
    return key;
}

static bool same(const struct key *a, const struct key *b)
{
    return a->numbered == b->numbered && a->count == b->count &&
           memcmp(a->parts, b->parts, a->count * sizeof a->parts[0]) == 0;
}

/* How well a division answers to a citation: "1" means Article 1 sooner than Annex 1 or Part I. */
enum fit { FIT_NONE, FIT_NUMBERS, FIT_ARTICLE, FIT_WORDS };

static enum fit fit_of(const struct bma_node *node, const struct key *key)
{
    struct key here = read_key(node->citation, 0, (uint32_t)strlen(node->citation));

    if (!same(key, &here))
        return FIT_NONE;
    if (key->kind != 0 && key->kind == here.kind)
        return FIT_WORDS;
    return node->kind == BMA_NODE_PART || node->kind == BMA_NODE_ANNEX || node->kind == BMA_NODE_LETTER
               ? FIT_NUMBERS
               : FIT_ARTICLE;
}

/* Marks the nodes that one citation names: those that answer to it best. */
static bool note(const struct bma_document *document, const struct key *key, bool *noted)
{
    enum fit best = FIT_NONE;

    for (uint32_t i = 0; key->count > 0 && i < document->node_count; i++) {
        enum fit fit = fit_of(&document->nodes[i], key);

        best = fit > best ? fit : best;
    }
    for (uint32_t i = 0; best > FIT_NONE && i < document->node_count; i++)
        noted[i] = noted[i] || fit_of(&document->nodes[i], key) == best;
    return best > FIT_NONE;
}

bool bma_noted_divisions(const struct bma_document *document, const char *list, bool *noted)
{
    uint32_t start = 0, end = (uint32_t)strlen(list);
    bool any = false;

    memset(noted, 0, document->node_count * sizeof *noted);
    while (start < end) {
        uint32_t stop = start + (uint32_t)strcspn(list + start, ";,");
        struct key key = read_key(list, start, stop);

        any = note(document, &key, noted) || any;
        start = stop + 1;
    }
    for (uint32_t i = 0; i < document->node_count; i++) /* nodes stand behind those that hold them */
        noted[i] = noted[i] || (document->nodes[i].parent != BMA_NONE && noted[document->nodes[i].parent]);
    return any;
}

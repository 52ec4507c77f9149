/*
 * Which article is which.  An article is compared by a sample of its words (the smallest of
 * their hashes: a bottom-k sketch, Broder 1997), so that the cost of a pair is bounded
 * whatever the length of the text, and by the words of its heading.
 */
#include "scoring/diff.h"

#include "base/ascii.h"
#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_WORDS = 256, MOST_PAIRS = 1000000, LEAST_WINDOW = 8 };

static const double same_heading = 0.3, alike = 0.4;

struct article {
    uint32_t node;
    uint32_t *words; /* ascending, each once */
    uint32_t count;
    uint64_t all;     /* of all words in their order */
    uint64_t heading; /* 0: none */
};

struct articles {
    const struct bma_document *document;
    struct article *items;
    uint32_t count;
};

struct likeness {
    double score;
    uint32_t before, after; /* articles, not nodes */
};

static bool in_word(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80;
}

/* FNV-1a of the next word from *at on; false where there is none before end. */
static bool next_word(const char *text, uint32_t *at, uint32_t end, uint64_t *out)
{
    uint64_t hash = 0xcbf29ce484222325u;
    uint32_t i = *at, first;

    while (i < end && !in_word((unsigned char)text[i]))
        i++;
    for (first = i; i < end && in_word((unsigned char)text[i]); i++)
        hash = (hash ^ bma_ascii_lower(text[i])) * 0x100000001b3u;
    *at = i;
    *out = hash;
    return i > first;
}

static int by_value(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static uint64_t hash_span(const char *text, struct bma_span span)
{
    uint64_t all = 0, word;
    uint32_t at = span.start;

    while (next_word(text, &at, span.end, &word))
        all = (all ^ word) * 0x9e3779b97f4a7c15u;
    return all;
}

/* All words below the heading, sorted; then the smallest of them, each once. */
static bool sample(const char *text, struct bma_span span, struct bma_arena *arena, struct article *out)
{
    size_t capacity = 0, count = 0;
    uint32_t *words = NULL, at = span.start;
    uint64_t word;
    bool done = true;

    while (done && next_word(text, &at, span.end, &word)) {
        done = bma_grow(&words, &capacity, count + 1, sizeof *words) == 0;
        if (done)
            words[count++] = (uint32_t)(word ^ word >> 32);
    }
    out->words = done ? bma_arena_calloc(arena, MOST_WORDS, sizeof *out->words) : NULL;
    if (out->words != NULL && count > 0) {
        qsort(words, count, sizeof *words, by_value);
        for (size_t i = 0; i < count && out->count < MOST_WORDS; i++)
            if (i == 0 || words[i] != words[i - 1])
                out->words[out->count++] = words[i];
    }
    bma_free(words);
    return out->words != NULL;
}

static bool is_article(const struct bma_node *node)
{
    return node->kind == BMA_NODE_ARTICLE || node->kind == BMA_NODE_ANNEX || node->kind == BMA_NODE_PREAMBLE;
}

static bool describe(const struct bma_document *document, uint32_t node, struct bma_arena *arena,
                     struct article *out)
{
    const struct bma_node *division = &document->nodes[node];
    struct bma_span body = division->span;

    out->node = node;
    if (division->label.end > body.start && division->label.start >= body.start)
        body.start = division->label.end;
    if (division->heading != BMA_NONE) {
        struct bma_span heading = document->clauses[division->heading].span;
        if (heading.start < body.start)
            heading.start = body.start < heading.end ? body.start : heading.end;
        out->heading = hash_span(document->text, heading);
        body.start = heading.end > body.start ? heading.end : body.start;
    }
    out->all = hash_span(document->text, body);
    return sample(document->text, body, arena, out);
}

static bool gather(const struct bma_document *document, struct bma_arena *arena, struct articles *out)
{
    out->document = document;
    out->items = bma_arena_calloc(arena, document->node_count + 1, sizeof *out->items);
    for (uint32_t i = 0; out->items != NULL && i < document->node_count; i++) {
        if (!is_article(&document->nodes[i]))
            continue;
        if (!describe(document, i, arena, &out->items[out->count++]))
            return false;
    }
    return out->items != NULL;
}

/* Share of the words that two samples have in common, from 0 to 1. */
static double common(const struct article *a, const struct article *b)
{
    uint32_t i = 0, k = 0, shared = 0, seen = 0, most = a->count + b->count;

    while (i < a->count && k < b->count && seen < MOST_WORDS) {
        shared += a->words[i] == b->words[k];
        if (a->words[i] == b->words[k]) {
            i++;
            k++;
        } else if (a->words[i] < b->words[k]) {
            i++;
        } else {
            k++;
        }
        seen++;
    }
    if (seen < MOST_WORDS)
        return most == 0 ? 0 : 2.0 * shared / most;
    return 2.0 * shared / (i + k);
}

/* A preamble answers to the preamble of the other version, whatever is left of its words. */
static bool both_preambles(const struct articles *before, uint32_t i, const struct articles *after,
                           uint32_t k)
{
    return before->document->nodes[before->items[i].node].kind == BMA_NODE_PREAMBLE &&
           after->document->nodes[after->items[k].node].kind == BMA_NODE_PREAMBLE;
}

static double compare(const struct articles *before, uint32_t i, const struct articles *after, uint32_t k)
{
    const struct article *a = &before->items[i], *b = &after->items[k];
    double heading = a->heading != 0 && a->heading == b->heading ? same_heading : 0;

    if (both_preambles(before, i, after, k))
        return 3;
    return a->all == b->all && a->count > 0 ? 2 + heading : common(a, b) + heading;
}

static int by_score(const void *a, const void *b)
{
    const struct likeness *x = a, *y = b;

    if (x->score != y->score)
        return x->score < y->score ? 1 : -1;
    if (x->before != y->before)
        return x->before < y->before ? -1 : 1;
    return (x->after > y->after) - (x->after < y->after);
}

/* Of very many articles only those are compared that stand at about the same place. */
static bool near(const struct articles *before, uint32_t i, uint32_t k)
{
    uint32_t window = before->count > 0 ? MOST_PAIRS / (2 * before->count) : 0;

    if (window < LEAST_WINDOW)
        window = LEAST_WINDOW;
    return (i > k ? i - k : k - i) <= window;
}

static bool liken(const struct articles *before, const struct articles *after, struct likeness **out,
                  size_t *count)
{
    size_t capacity = 0;

    for (uint32_t i = 0; i < before->count; i++)
        for (uint32_t k = 0; k < after->count; k++) {
            double score = near(before, i, k) ? compare(before, i, after, k) : 0;
            if (score < alike)
                continue;
            if (bma_grow(out, &capacity, *count + 1, sizeof **out) != 0)
                return false;
            (*out)[(*count)++] = (struct likeness){score, i, k};
        }
    if (*count > 0)
        qsort(*out, *count, sizeof **out, by_score);
    return true;
}

/* The most alike first; matched[i] is the new article of old article i, taken[k] whether k is one. */
static bool match(const struct articles *before, const struct articles *after, uint32_t *matched, bool *taken)
{
    struct likeness *all = NULL;
    size_t count = 0;
    bool done = liken(before, after, &all, &count);

    for (uint32_t i = 0; i < before->count; i++)
        matched[i] = BMA_NONE;
    for (size_t i = 0; done && i < count; i++) {
        if (matched[all[i].before] != BMA_NONE || taken[all[i].after])
            continue;
        matched[all[i].before] = all[i].after;
        taken[all[i].after] = true;
    }
    bma_free(all);
    return done;
}

static struct bma_article_pair pair_up(const struct articles *before, const struct articles *after,
                                       uint32_t i, uint32_t k)
{
    const struct article *a = &before->items[i], *b = &after->items[k];

    return (struct bma_article_pair){
        a->node, b->node,
        strcmp(before->document->nodes[a->node].citation, after->document->nodes[b->node].citation) != 0,
        a->all != b->all || a->heading != b->heading};
}

bool bma_diff_articles(const struct bma_document *before, const struct bma_document *after,
                       struct bma_arena *arena, struct bma_diff *out)
{
    struct articles olds = {0}, news = {0};
    uint32_t *matched;
    bool *taken;

    if (!gather(before, arena, &olds) || !gather(after, arena, &news))
        return false;
    matched = bma_arena_calloc(arena, olds.count + 1, sizeof *matched);
    taken = bma_arena_calloc(arena, news.count + 1, sizeof *taken);
    out->pairs = bma_arena_calloc(arena, (size_t)olds.count + news.count + 1, sizeof *out->pairs);
    if (matched == NULL || taken == NULL || out->pairs == NULL || !match(&olds, &news, matched, taken))
        return false;
    for (uint32_t i = 0; i < olds.count; i++)
        out->pairs[out->pair_count++] =
            matched[i] != BMA_NONE ? pair_up(&olds, &news, i, matched[i])
                                   : (struct bma_article_pair){olds.items[i].node, BMA_NONE, false, false};
    for (uint32_t k = 0; k < news.count; k++)
        if (!taken[k])
            out->pairs[out->pair_count++] =
                (struct bma_article_pair){BMA_NONE, news.items[k].node, false, false};
    return true;
}

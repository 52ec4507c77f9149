/*
 * Phrases with gaps against a search that tries everything: random phrases of few words over random clauses,
 * so that a phrase has many ways to be met.  The seed is fixed.
 */
#include "lexicon_folder.h"

#include "language/annotator.h"

enum { WORDS = 4, PHRASES = 60, CLAUSES = 12, LENGTH = 40, MOST_SLOTS = 4, MOST_GAP = 3 };

static const char *const words[] = {"ash", "bee", "cod", "doe", "elk"}; /* the last one is in no phrase */

struct phrase {
    unsigned sets[MOST_SLOTS]; /* bit k: words[k] will do */
    unsigned gaps[MOST_SLOTS]; /* most tokens before the slot */
    unsigned slots;
};

struct range {
    uint32_t first, end;
};

static uint32_t seed;

static unsigned draw(unsigned below)
{
    seed = seed * UINT32_C(1664525) + UINT32_C(1013904223);
    return (seed >> 16) % below;
}

/* A phrase, and how it is written. */
static struct phrase draw_phrase(char *out)
{
    struct phrase phrase = {.slots = 2 + draw(MOST_SLOTS - 1)};
    for (unsigned i = 0; i < phrase.slots; i++) {
        const char *before = "";
        phrase.sets[i] = 1 + draw((1 << WORDS) - 1);
        phrase.gaps[i] = i == 0 ? 0 : draw(MOST_GAP + 1);
        if (phrase.gaps[i] > 0)
            out += sprintf(out, "~%u ", phrase.gaps[i]);
        out += sprintf(out, "(");
        for (unsigned w = 0; w < WORDS; w++)
            if ((phrase.sets[i] >> w & 1) != 0) {
                out += sprintf(out, "%s%s", before, words[w]);
                before = "|";
            }
        out += sprintf(out, ") ");
    }
    return phrase;
}

/* Every way to meet the slots from `slot` on, the one before it ending at `end`. */
static void find_all(const struct phrase *phrase, const unsigned *text, unsigned slot, uint32_t first,
                     uint32_t end, struct range *found, size_t *count)
{
    if (slot == phrase->slots || slot == MOST_SLOTS) {
        found[(*count)++] = (struct range){first, end};
        return;
    }
    for (uint32_t at = end; at <= end + phrase->gaps[slot] && at < LENGTH; at++)
        if ((phrase->sets[slot] >> text[at] & 1) != 0)
            find_all(phrase, text, slot + 1, first, at + 1, found, count);
}

static int longest_first(const void *left, const void *right)
{
    const struct range *a = left, *b = right;
    uint32_t length = a->end - a->first, other = b->end - b->first;
    if (length != other)
        return length > other ? -1 : 1;
    return (a->first > b->first) - (a->first < b->first);
}

static int leftmost_first(const void *left, const void *right)
{
    const struct range *a = left, *b = right;
    return (a->first > b->first) - (a->first < b->first);
}

/* Of ranges that overlap the longest, from left to right; returns how many. */
static size_t keep_longest(struct range *found, size_t count)
{
    bool taken[LENGTH] = {false};
    size_t kept = 0;
    qsort(found, count, sizeof *found, longest_first);
    for (size_t i = 0; i < count; i++) {
        struct range range = found[i];
        bool is_free = true;
        for (uint32_t at = range.first; at < range.end; at++)
            is_free = is_free && !taken[at];
        if (!is_free)
            continue;
        for (uint32_t at = range.first; at < range.end; at++)
            taken[at] = true;
        found[kept++] = range;
    }
    qsort(found, kept, sizeof *found, leftmost_first);
    return kept;
}

static size_t expected(const struct phrase *phrase, const unsigned *text, struct range *found)
{
    size_t count = 0;
    for (uint32_t at = 0; at < LENGTH; at++)
        if ((phrase->sets[0] >> text[at] & 1) != 0)
            find_all(phrase, text, 1, at, at + 1, found, &count);
    return count == 0 ? 0 : keep_longest(found, count);
}

static void draw_clauses(unsigned text[CLAUSES][LENGTH], char *lines)
{
    for (unsigned c = 0; c < CLAUSES; c++)
        for (unsigned at = 0; at < LENGTH; at++) {
            text[c][at] = draw(WORDS + 1);
            lines += sprintf(lines, "%s%c", words[text[c][at]], at + 1 < LENGTH ? ' ' : '\n');
        }
}

/* The annotations of `concept`, and no others. */
static void compare(const struct bma_annotated *annotated, uint32_t concept, const struct phrase *phrase,
                    const char *written, unsigned text[CLAUSES][LENGTH])
{
    static struct range found[LENGTH * 4 * 4 * 4];
    for (uint32_t c = 0; c < CLAUSES; c++) {
        const struct bma_clause_features *clause = &annotated->clauses[c];
        size_t count = expected(phrase, text[c], found), met = 0;
        for (size_t i = 0; i < clause->annotation_count; i++) {
            const struct bma_annotation *at = &annotated->annotations[clause->first_annotation + i];
            if (at->concept != concept)
                continue;
            if (met < count) {
                assert_int_equal(at->first - clause->first_token, found[met].first);
                assert_int_equal(at->end - clause->first_token, found[met].end);
            }
            met++;
        }
        if (met != count)
            fail_msg("%s in clause %u: %zu found, %zu expected", written, (unsigned)c, met, count);
    }
}

struct scan {
    struct bma_lexicon *lexicon;
    struct bma_document document;
    struct bma_annotator *annotator;
    struct bma_annotated annotated;
    struct bma_arena arena;
};

static void run(struct scan *scan)
{
    struct bma_error error;
    assert_int_equal(bma_scan_only(scan->annotator, &scan->document, &scan->arena, &scan->annotated, &error),
                     BMA_OK);
}

static void begin(struct scan *scan, const char *yaml, char *lines)
{
    struct bma_error error;
    *scan = (struct scan){.lexicon = make_lexicon(yaml), .document = make_document(lines)};
    bma_arena_init(&scan->arena);
    assert_int_equal(bma_annotator_new(scan->lexicon, &scan->annotator, &error), BMA_OK);
    run(scan);
}

static void end(struct scan *scan)
{
    bma_annotator_free(scan->annotator);
    bma_arena_release(&scan->arena);
    release_document(&scan->document);
    bma_lexicon_free(scan->lexicon);
}

static void every_phrase_is_found_where_it_stands(void **state)
{
    static unsigned text[CLAUSES][LENGTH];
    static char lines[CLAUSES * LENGTH * 4 + 1];
    (void)state;
    seed = 2011;
    for (unsigned i = 0; i < PHRASES; i++) {
        char written[256], yaml[512];
        struct scan scan;
        struct phrase phrase = draw_phrase(written);
        (void)snprintf(yaml, sizeof yaml, "language: en\nconcepts:\n  c:\n    phrases: ['%s']\n", written);
        draw_clauses(text, lines);
        begin(&scan, yaml, lines);
        compare(&scan.annotated, 0, &phrase, written, text);
        run(&scan); /* what is left of the first time changes nothing */
        compare(&scan.annotated, 0, &phrase, written, text);
        end(&scan);
    }
}

/* Phrases of one lexicon share slots, sets and segments, and are found as if each were alone. */
static void phrases_beside_each_other_change_nothing(void **state)
{
    static unsigned text[CLAUSES][LENGTH];
    static char lines[CLAUSES * LENGTH * 4 + 1], yaml[PHRASES * 300], written[PHRASES][256];
    struct phrase phrases[PHRASES];
    struct scan scan;
    int length = sprintf(yaml, "language: en\nconcepts:\n");
    (void)state;
    seed = 1975;
    for (unsigned i = 0; i < PHRASES; i++) {
        phrases[i] = draw_phrase(written[i]);
        length += sprintf(yaml + length, "  c%u:\n    phrases: ['%s']\n", i, written[i]);
    }
    draw_clauses(text, lines);
    begin(&scan, yaml, lines);
    for (unsigned i = 0; i < PHRASES; i++) {
        char name[16];
        (void)snprintf(name, sizeof name, "c%u", i);
        compare(&scan.annotated, bma_lexicon_find(scan.lexicon, name), &phrases[i], written[i], text);
    }
    end(&scan);
}

/* Of numbers side by side the first takes what is left, and none takes a word. */
static void numbers_side_by_side(void **state)
{
    static char line[] = "ash bee 3 4 5 6 ash\n";
    struct scan scan;
    (void)state;
    begin(&scan, "language: en\nconcepts:\n  c:\n    phrases: ['# # #']\n", line);
    assert_int_equal(scan.annotated.annotation_count, 1);
    assert_int_equal(scan.annotated.annotations[0].first, 2);
    assert_int_equal(scan.annotated.annotations[0].end, 6);
    end(&scan);
}

/* The time of a clause grows with its length, also where every word opens and completes a phrase. */
static void long_clauses_of_one_phrase(void **state)
{
    enum { TIMES = 100000 };
    (void)state;
    char *lines = bma_calloc(TIMES, 8);
    assert_non_null(lines);
    for (size_t i = 0; i < TIMES; i++)
        memcpy(lines + i * 8, i + 1 < TIMES ? "ash bee " : "ash cod", 8 - (i + 1 == TIMES));
    struct scan scan;
    begin(&scan, "language: en\nconcepts:\n  c:\n    phrases: [ash ~12 bee ~12 ash ~12 cod]\n", lines);
    assert_int_equal(scan.annotated.annotation_count, 1);
    assert_int_equal(scan.annotated.annotations[0].end, 2 * TIMES);
    end(&scan);
    bma_free(lines);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_phrase_is_found_where_it_stands),
        cmocka_unit_test(phrases_beside_each_other_change_nothing),
        cmocka_unit_test(numbers_side_by_side),
        cmocka_unit_test(long_clauses_of_one_phrase),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

#include "rules/likeness.h"

#include "base/memory.h"

#include <string.h>

enum { LEANING_MOST = 200 }; /* either way */
enum { WORD_SHOWN_LEAST = 4 /* bytes: "not" and "the" tell a reader nothing */ };

enum bma_status bma_likely_init(struct bma_likely *likely, const struct bma_pack *pack,
                                struct bma_error *error)
{
    *likely = (struct bma_likely){.pack = pack};
    if (pack->likeness.stem_count == 0)
        return BMA_OK;
    likely->scores = bma_calloc(pack->rule_count + 1, sizeof *likely->scores);
    likely->seen = bma_calloc(pack->likeness.stem_count, sizeof *likely->seen);
    return likely->scores && likely->seen ? BMA_OK : bma_error_memory(error);
}

void bma_likely_release(struct bma_likely *likely)
{
    bma_free(likely->items);
    bma_free(likely->scores);
    bma_free(likely->seen);
    *likely = (struct bma_likely){.pack = NULL};
}

bool bma_clause_can_bind(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    enum bma_zone zone = text->document->clauses[clause].zone;

    return (zone == BMA_ZONE_OPERATIVE || zone == BMA_ZONE_ANNEX) && !features->definition &&
           !features->elsewhere && !features->final && !features->quoted;
}

size_t bma_telling_clauses(const struct bma_document *document, uint32_t clause,
                           uint32_t out[BMA_SOURCES_MAX])
{
    uint32_t node = document->clauses[clause].node;
    size_t count = 0;

    for (; clause != BMA_NONE && count < BMA_SOURCES_MAX - 1; clause = document->clauses[clause].lead_in)
        out[count++] = clause;
    while (node != BMA_NONE && document->nodes[node].heading == BMA_NONE)
        node = document->nodes[node].parent;
    if (node != BMA_NONE)
        out[count++] = document->nodes[node].heading;
    return count;
}

uint32_t bma_telling_stem(const struct bma_annotated *text, uint32_t token)
{
    if (text->sides != NULL && (text->sides[token] & 3) != 0)
        return 0;
    return bma_lexicon_stem_of(text->lexicon, text->tokens[token].stem);
}

/* Adds what the stems of one clause weigh; `mark` tells those that were added before. */
static void add_stems(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                      uint32_t mark)
{
    const struct bma_likeness *learned = &likely->pack->likeness;
    const struct bma_clause_features *features = &text->clauses[clause];

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        uint32_t stem = bma_telling_stem(text, i);

        if (stem == 0 || likely->seen[stem] == mark)
            continue;
        likely->seen[stem] = mark;
        for (uint32_t w = learned->first[stem]; w < learned->first[stem + 1]; w++)
            likely->scores[learned->weights[w].rule] += learned->weights[w].weight;
    }
}

/*
 * A heading only helps: where the clause and its lead-ins have not half of the words that are wanted, it is
 * no clause on the matter, whatever it stands under.
 */
static void score(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause)
{
    const int32_t *bias = likely->pack->likeness.bias;
    uint32_t sources[BMA_SOURCES_MAX];
    size_t count = bma_telling_clauses(text->document, clause, sources);

    memcpy(likely->scores, bias, likely->pack->rule_count * sizeof *likely->scores);
    for (size_t i = 0; i < count; i++) {
        bool heading = text->document->clauses[sources[i]].zone == BMA_ZONE_HEADING;

        for (uint32_t rule = 0; heading && rule < likely->pack->rule_count; rule++) {
            if (likely->scores[rule] < bias[rule] / 2)
                likely->scores[rule] = BMA_NEVER_ALIKE;
        }
        add_stems(likely, text, sources[i], clause + 1);
    }
}

enum bma_status bma_likely_read(struct bma_likely *likely, const struct bma_search *search,
                                struct bma_error *error)
{
    const struct bma_likeness *learned = &likely->pack->likeness;

    likely->count = 0;
    if (learned->stem_count == 0)
        return BMA_OK;
    memset(likely->seen, 0, learned->stem_count * sizeof *likely->seen);
    for (uint32_t clause = 0; clause < search->text->document->clause_count; clause++) {
        if (!bma_clause_can_bind(search->text, clause))
            continue;
        score(likely, search->text, clause);
        for (uint32_t rule = 0; rule < likely->pack->rule_count; rule++) {
            if (likely->scores[rule] < -LEANING_MOST)
                continue;
            if (bma_grow(&likely->items, &likely->capacity, likely->count + 1, sizeof *likely->items) != 0)
                return bma_error_memory(error);
            likely->items[likely->count++] = (struct bma_alike){rule, clause, likely->scores[rule]};
        }
    }
    return BMA_OK;
}

bool bma_is_open(const struct bma_finding *finding)
{
    return finding->status == BMA_FINDING_DECIDED && finding->level == BMA_LEVEL_ABSENT &&
           !finding->contradicted;
}

void bma_likely_lean(struct bma_likely *likely, const struct bma_findings *findings)
{
    int32_t apply = 0, found = 0;

    for (uint32_t i = 0; i < findings->count; i++) {
        apply += findings->items[i].status == BMA_FINDING_DECIDED;
        found +=
            findings->items[i].status == BMA_FINDING_DECIDED && findings->items[i].level > BMA_LEVEL_ABSENT;
    }
    likely->leaning = apply > 0 ? LEANING_MOST * (2 * found - apply) / apply : 0;
}

bool bma_likely_has(const struct bma_likely *likely, uint32_t rule)
{
    for (size_t i = 0; i < likely->count; i++) {
        if (likely->items[i].rule == rule && likely->items[i].score + likely->leaning >= 0)
            return true;
    }
    return false;
}

static int32_t weight_of(const struct bma_likeness *learned, uint32_t stem, uint32_t rule)
{
    for (uint32_t w = learned->first[stem]; w < learned->first[stem + 1]; w++) {
        if (learned->weights[w].rule == rule)
            return learned->weights[w].weight;
    }
    return 0;
}

/* A word of the clause, and what its stem weighs. */
struct weighed {
    const struct bma_token *token;
    uint32_t stem;
    int32_t weight;
};

/* Keeps the heaviest in falling order, each stem once. */
static void keep(struct weighed *words, size_t *count, struct weighed word)
{
    size_t at = 0;

    for (size_t i = 0; i < *count; i++) {
        if (words[i].stem == word.stem)
            return;
        at += words[i].weight >= word.weight;
    }
    if (at == BMA_LIKENESS_WORDS_SHOWN)
        return;
    if (*count < BMA_LIKENESS_WORDS_SHOWN)
        ++*count;
    memmove(words + at + 1, words + at, (*count - at - 1) * sizeof *words);
    words[at] = word;
}

static void weigh_words(const struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                        uint32_t rule, struct weighed *words, size_t *count)
{
    const struct bma_clause_features *features = &text->clauses[clause];

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        uint32_t stem = bma_telling_stem(text, i);
        struct weighed word = {&text->tokens[i], stem, 0};

        if (stem != 0 && text->tokens[i].length >= WORD_SHOWN_LEAST)
            word.weight = weight_of(&likely->pack->likeness, stem, rule);
        if (word.weight > 0)
            keep(words, count, word);
    }
}

const char *bma_likely_words(const struct bma_likely *likely, const struct bma_search *search,
                             const struct bma_alike *alike, struct bma_arena *arena)
{
    const struct bma_document *document = search->text->document;
    struct weighed words[BMA_LIKENESS_WORDS_SHOWN];
    uint32_t sources[BMA_SOURCES_MAX];
    size_t count = 0, source_count = bma_telling_clauses(document, alike->clause, sources);
    const char *list = "";

    for (size_t i = 0; i < source_count; i++)
        weigh_words(likely, search->text, sources[i], alike->rule, words, &count);
    for (size_t i = 0; list && i < count; i++)
        list = bma_arena_printf(arena, "%s%s%.*s", list, i > 0 ? ", " : "", (int)words[i].token->length,
                                document->text + words[i].token->start);
    return list;
}

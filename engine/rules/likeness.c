#include "rules/likeness.h"

#include "base/memory.h"

#include <string.h>

enum {
    LEANING_MOST = 200, /* either way */
    DOUBT = -450        /* below it a clause that a query found is doubtful */
};
enum { WORD_SHOWN_LEAST = 4 /* bytes: "not" and "the" tell a reader nothing */ };

static uint32_t models_of(const struct bma_pack *pack)
{
    return pack->rule_count * BMA_MODELS_PER_RULE;
}

enum bma_status bma_likely_init(struct bma_likely *likely, const struct bma_pack *pack,
                                struct bma_error *error)
{
    *likely = (struct bma_likely){.pack = pack};
    if (pack->likeness.term_count == 0)
        return BMA_OK;
    likely->scores = bma_calloc((size_t)models_of(pack) + 1, sizeof *likely->scores);
    likely->seen = bma_calloc(pack->likeness.term_count, sizeof *likely->seen);
    likely->support = bma_calloc((size_t)models_of(pack) + 1, sizeof *likely->support);
    likely->at = bma_calloc((size_t)pack->rule_count + 1, sizeof *likely->at);
    return likely->scores && likely->seen && likely->support && likely->at ? BMA_OK : bma_error_memory(error);
}

void bma_likely_release(struct bma_likely *likely)
{
    bma_free(likely->items);
    bma_free(likely->scores);
    bma_free(likely->seen);
    bma_free(likely->support);
    bma_free(likely->at);
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

/* Whether the predicate that the token belongs to is negated, or takes a duty away. */
static bool is_denied(const struct bma_annotated *text, uint32_t clause, uint32_t token)
{
    const struct bma_clause_features *features = &text->clauses[clause];

    for (uint32_t i = 0; i < features->predicate_count; i++) {
        const struct bma_predicate *predicate = &text->predicates[features->first_predicate + i];

        if (token >= predicate->first && token < predicate->end)
            return predicate->negated || predicate->released;
    }
    return false;
}

size_t bma_telling_terms(const struct bma_annotated *text, uint32_t clause, uint32_t token,
                         uint32_t out[BMA_TERMS_PER_STEM])
{
    uint32_t stem;

    if (text->sides != NULL && (text->sides[token] & 3) != 0)
        return 0;
    stem = bma_lexicon_stem_of(text->lexicon, text->tokens[token].stem);
    if (stem == 0)
        return 0;
    out[0] = stem * BMA_TERMS_PER_STEM;
    out[1] = out[0] + 1;
    return is_denied(text, clause, token) ? 2 : 1;
}

static void add_term(struct bma_likely *likely, uint32_t term, uint32_t mark)
{
    const struct bma_likeness *learned = &likely->pack->likeness;

    if (likely->seen[term] == mark)
        return;
    likely->seen[term] = mark;
    for (uint32_t w = learned->first[term]; w < learned->first[term + 1]; w++)
        likely->scores[learned->weights[w].model] += learned->weights[w].weight;
}

/* Adds what the terms of one clause weigh; `mark` tells those that were added before. */
static void add_terms(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                      uint32_t mark)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t terms[BMA_TERMS_PER_STEM];

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        size_t count = bma_telling_terms(text, clause, i, terms);

        for (size_t k = 0; k < count; k++)
            add_term(likely, terms[k], mark);
    }
}

/*
 * A heading only helps: where the clause and its lead-ins have not half of the words that are wanted, it is
 * no clause on the matter, whatever it stands under.
 */
static void score(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause)
{
    const int32_t *bias = likely->pack->likeness.bias;
    uint32_t models = models_of(likely->pack);
    uint32_t sources[BMA_SOURCES_MAX];
    size_t count = bma_telling_clauses(text->document, clause, sources);

    memcpy(likely->scores, bias, models * sizeof *likely->scores);
    for (size_t i = 0; i < count; i++) {
        bool heading = text->document->clauses[sources[i]].zone == BMA_ZONE_HEADING;

        for (uint32_t model = 0; heading && model < models; model++) {
            if (likely->scores[model] < bias[model] / 2)
                likely->scores[model] = BMA_NEVER_ALIKE;
        }
        add_terms(likely, text, sources[i], clause + 1);
    }
}

/* Notes how the clause scores for the rules whose queries found it; unread, it leaves no doubt. */
static void note_support(struct bma_likely *likely, const struct bma_findings *findings, uint32_t clause,
                         bool was_read)
{
    for (uint32_t rule = 0; rule < findings->count; rule++) {
        const struct bma_finding *finding = &findings->items[rule];
        uint32_t *at = &likely->at[rule];

        for (; *at < finding->candidate_count && finding->candidates[*at].clause <= clause; ++*at) {
            const struct bma_candidate *candidate = &finding->candidates[*at];
            uint32_t model = rule * BMA_MODELS_PER_RULE + candidate->against;
            int32_t value = was_read ? likely->scores[model] : 0;

            if (candidate->clause == clause && candidate->level >= BMA_LEVEL_SOFT &&
                value > likely->support[model])
                likely->support[model] = value;
        }
    }
}

static enum bma_status keep_alike(struct bma_likely *likely, uint32_t clause, struct bma_error *error)
{
    for (uint32_t model = 0; model < models_of(likely->pack); model++) {
        if (likely->scores[model] < -LEANING_MOST)
            continue;
        if (bma_grow(&likely->items, &likely->capacity, likely->count + 1, sizeof *likely->items) != 0)
            return bma_error_memory(error);
        likely->items[likely->count++] = (struct bma_alike){model, clause, likely->scores[model]};
    }
    return BMA_OK;
}

static void begin_reading(struct bma_likely *likely)
{
    likely->count = 0;
    memset(likely->seen, 0, likely->pack->likeness.term_count * sizeof *likely->seen);
    memset(likely->at, 0, likely->pack->rule_count * sizeof *likely->at);
    for (uint32_t model = 0; model < models_of(likely->pack); model++)
        likely->support[model] = BMA_NEVER_ALIKE;
}

enum bma_status bma_likely_read(struct bma_likely *likely, const struct bma_search *search,
                                const struct bma_findings *findings, struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    likely->count = 0;
    if (likely->pack->likeness.term_count == 0)
        return BMA_OK;
    begin_reading(likely);
    for (uint32_t clause = 0; status == BMA_OK && clause < search->text->document->clause_count; clause++) {
        bool can_bind = bma_clause_can_bind(search->text, clause);

        if (can_bind)
            score(likely, search->text, clause);
        note_support(likely, findings, clause, can_bind);
        if (can_bind)
            status = keep_alike(likely, clause, error);
    }
    return status;
}

bool bma_likely_doubts(const struct bma_likely *likely, uint32_t rule, const struct bma_finding *finding)
{
    const struct bma_likeness *learned = &likely->pack->likeness;
    uint32_t model = rule * BMA_MODELS_PER_RULE + finding->contradicted;

    if (learned->term_count == 0 || learned->bias[model] == BMA_NEVER_ALIKE ||
        finding->status != BMA_FINDING_DECIDED)
        return false;
    return (finding->contradicted || finding->level >= BMA_LEVEL_SOFT) && likely->support[model] < DOUBT;
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

/* A text in which most is found is no likelier to work against the rest. */
int32_t bma_likely_score(const struct bma_likely *likely, const struct bma_alike *alike)
{
    return alike->model % BMA_MODELS_PER_RULE == 0 ? alike->score + likely->leaning : alike->score;
}

bool bma_likely_tells(const struct bma_likely *likely, uint32_t rule, const struct bma_finding *finding)
{
    if (bma_likely_doubts(likely, rule, finding))
        return true;
    if (finding->status != BMA_FINDING_DECIDED || finding->contradicted)
        return false;
    for (size_t i = 0; i < likely->count; i++) {
        const struct bma_alike *alike = &likely->items[i];
        bool against = alike->model % BMA_MODELS_PER_RULE != 0;

        if (alike->model / BMA_MODELS_PER_RULE == rule && (against || bma_is_open(finding)) &&
            bma_likely_score(likely, alike) >= 0)
            return true;
    }
    return false;
}

static int32_t weight_of(const struct bma_likeness *learned, uint32_t term, uint32_t model)
{
    for (uint32_t w = learned->first[term]; w < learned->first[term + 1]; w++) {
        if (learned->weights[w].model == model)
            return learned->weights[w].weight;
    }
    return 0;
}

/* A word of the clause, and what its terms weigh. */
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
                        uint32_t model, struct weighed *words, size_t *count)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t term[BMA_TERMS_PER_STEM] = {0};

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        size_t terms = bma_telling_terms(text, clause, i, term);
        struct weighed word = {&text->tokens[i], term[0] / BMA_TERMS_PER_STEM, 0};

        for (size_t k = 0; k < terms; k++)
            word.weight += weight_of(&likely->pack->likeness, term[k], model);
        if (word.weight > 0 && word.token->length >= WORD_SHOWN_LEAST)
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
        weigh_words(likely, search->text, sources[i], alike->model, words, &count);
    for (size_t i = 0; list && i < count; i++)
        list = bma_arena_printf(arena, "%s%s%.*s", list, i > 0 ? ", " : "", (int)words[i].token->length,
                                document->text + words[i].token->start);
    return list;
}

#include "rules/likeness.h"

#include "base/memory.h"

#include <string.h>

enum { LEANING_MOST = 200 };       /* either way */
enum { UNEXPLAINED = 200 };        /* for a clause that no query of any rule found */
enum { RIVAL_NEAR = 100 };         /* how far behind the criterion that fits it best a clause may be */
enum { KEPT_BYTES = 1024 * 1024 }; /* scores of clauses that are kept until the document is done */
enum { WORD_SHOWN_LEAST = 4 /* bytes: "not" and "the" tell a reader nothing */ };

static uint32_t models_of(const struct bma_pack *pack)
{
    return pack->rule_count * BMA_MODELS_PER_RULE;
}

/* A row of scores: one of each model, and behind them the best of what counts, for whichever criterion. */
static size_t row_width(const struct bma_pack *pack)
{
    return (size_t)models_of(pack) + 1;
}

enum bma_status bma_likely_init(struct bma_likely *likely, const struct bma_pack *pack,
                                struct bma_error *error)
{
    *likely = (struct bma_likely){.pack = pack};
    if (pack->likeness.term_count == 0)
        return BMA_OK;
    size_t row = row_width(pack);
    likely->most_rows = (uint32_t)(KEPT_BYTES / (row * sizeof *likely->scores));
    likely->scores = bma_calloc(row * (likely->most_rows + 1), sizeof *likely->scores);
    likely->seen = bma_calloc(pack->likeness.term_count, sizeof *likely->seen);
    likely->bare = bma_calloc(row, sizeof *likely->bare);
    return likely->scores && likely->seen && likely->bare ? BMA_OK : bma_error_memory(error);
}

void bma_likely_release(struct bma_likely *likely)
{
    bma_free(likely->items);
    bma_free(likely->scores);
    bma_free(likely->bare);
    bma_free(likely->seen);
    *likely = (struct bma_likely){.pack = NULL};
}

enum bma_status bma_likely_begin(struct bma_likely *likely, const struct bma_document *document,
                                 struct bma_arena *arena, struct bma_error *error)
{
    likely->asked = false;
    likely->row_count = 0;
    likely->unkept = BMA_NONE;
    likely->rows = bma_arena_calloc(arena, (size_t)document->clause_count + 1, sizeof *likely->rows);
    return likely->rows != NULL ? BMA_OK : bma_error_memory(error);
}

bool bma_clause_can_bind(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    enum bma_zone zone = text->document->clauses[clause].zone;

    return (zone == BMA_ZONE_OPERATIVE || zone == BMA_ZONE_ANNEX) && !features->definition &&
           !features->elsewhere && !features->final && !bma_clause_is_cited(features);
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

/* Whether the predicate that the token belongs to is negated, or takes a duty away; they stand in order. */
static bool is_denied(const struct bma_annotated *text, uint32_t clause, uint32_t token)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t low = features->first_predicate, high = low + features->predicate_count;

    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        const struct bma_predicate *predicate = &text->predicates[middle];

        if (token < predicate->first)
            high = middle;
        else if (token >= predicate->end)
            low = middle + 1;
        else
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

static int32_t weight_of(const struct bma_likeness *learned, uint32_t term, uint32_t model)
{
    for (uint32_t w = learned->first[term]; w < learned->first[term + 1]; w++) {
        if (learned->weights[w].model == model)
            return learned->weights[w].weight;
    }
    return 0;
}

/* Another clause is read: what was seen of those before counts no more. */
static void next_mark(struct bma_likely *likely)
{
    if (++likely->mark == 0) {
        memset(likely->seen, 0, likely->pack->likeness.term_count * sizeof *likely->seen);
        likely->mark = 1;
    }
}

/* A pack that means ill may have weights whose sum wraps around: nonsense, and no fault. */
static void add(int32_t *sum, int32_t weight)
{
    *sum = (int32_t)((uint32_t)*sum + (uint32_t)weight);
}

static void add_term(struct bma_likely *likely, uint32_t term, int32_t *scores)
{
    const struct bma_likeness *learned = &likely->pack->likeness;

    if (likely->seen[term] == likely->mark)
        return;
    likely->seen[term] = likely->mark;
    for (uint32_t w = learned->first[term]; w < learned->first[term + 1]; w++)
        add(&scores[learned->weights[w].model], learned->weights[w].weight);
}

/* Adds what the terms of one clause weigh, unless they were added before. */
static void add_terms(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                      int32_t *scores)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t terms[BMA_TERMS_PER_STEM];

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        size_t count = bma_telling_terms(text, clause, i, terms);

        for (size_t k = 0; k < count; k++)
            add_term(likely, terms[k], scores);
    }
}

/*
 * A heading only helps: where the clause and its lead-ins have not half of the words that are wanted, what it
 * stands under adds nothing.
 */
static void score(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                  int32_t *scores)
{
    const int32_t *bias = likely->pack->likeness.bias;
    uint32_t models = models_of(likely->pack);
    uint32_t sources[BMA_SOURCES_MAX];
    size_t count = bma_telling_clauses(text->document, clause, sources);

    next_mark(likely);
    memcpy(scores, bias, models * sizeof *scores);
    for (size_t i = 0; i < count; i++) {
        bool heading = text->document->clauses[sources[i]].zone == BMA_ZONE_HEADING;

        if (heading)
            memcpy(likely->bare, scores, models * sizeof *scores);
        add_terms(likely, text, sources[i], scores);
        for (uint32_t model = 0; heading && model < models; model++) {
            if (likely->bare[model] < bias[model] / 2)
                scores[model] = likely->bare[model];
        }
    }
    scores[models] = scores[0];
    for (uint32_t model = 0; model < models; model += BMA_MODELS_PER_RULE)
        if (scores[model] > scores[models])
            scores[models] = scores[model];
}

/* Per model, of the clause; valid until the next call.  As long as there is room a clause is read once. */
static const int32_t *scores_of(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause)
{
    size_t width = row_width(likely->pack);
    uint32_t *row = &likely->rows[clause];

    if (*row == 0 && likely->unkept != clause) {
        if (likely->row_count < likely->most_rows)
            *row = ++likely->row_count;
        else
            likely->unkept = clause;
        score(likely, text, clause, likely->scores + *row * width);
    }
    return likely->scores + *row * width;
}

/* What queries found of each clause: that it counts for a rule, that it works against one. */
enum { FOUND_FOR = 1, FOUND_AGAINST = 2 };

static enum bma_status keep_alike(struct bma_likely *likely, uint32_t clause, const int32_t *scores,
                                  struct bma_error *error)
{
    bool opposes = bma_likely_opposed(likely, clause);
    int64_t rival = scores[models_of(likely->pack)];

    for (uint32_t model = 0; model < models_of(likely->pack); model++) {
        bool against = model % BMA_MODELS_PER_RULE != 0;

        if (scores[model] < -LEANING_MOST - UNEXPLAINED ||
            scores[model] < likely->pack->likeness.bias[model] / 2 ||
            (!against && (opposes || scores[model] < rival - RIVAL_NEAR)))
            continue;
        if (bma_grow(&likely->items, &likely->capacity, likely->count + 1, sizeof *likely->items) != 0)
            return bma_error_memory(error);
        likely->items[likely->count++] = (struct bma_alike){model, clause, scores[model]};
    }
    return BMA_OK;
}

static unsigned char *find_found(const struct bma_document *document, const struct bma_findings *findings,
                                 struct bma_arena *arena)
{
    unsigned char *found = bma_arena_calloc(arena, document->clause_count + 1, sizeof *found);

    for (uint32_t i = 0; found && i < findings->count; i++) {
        const struct bma_finding *finding = &findings->items[i];

        for (uint32_t k = 0; k < finding->candidate_count; k++) {
            const struct bma_candidate *candidate = &finding->candidates[k];
            unsigned char *of = &found[candidate->clause];

            if (candidate->level >= BMA_LEVEL_SOFT)
                *of = (unsigned char)(*of | (candidate->against ? FOUND_AGAINST : FOUND_FOR));
        }
    }
    return found;
}

bool bma_likely_opposed(const struct bma_likely *likely, uint32_t clause)
{
    return likely->found[clause] & FOUND_AGAINST;
}

enum bma_status bma_likely_read(struct bma_likely *likely, const struct bma_search *search,
                                const struct bma_findings *findings, struct bma_arena *arena,
                                struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    likely->count = 0;
    likely->found = find_found(search->text->document, findings, arena);
    if (!likely->found)
        return bma_error_memory(error);
    if (likely->pack->likeness.term_count == 0)
        return BMA_OK;
    for (uint32_t clause = 0; status == BMA_OK && clause < search->text->document->clause_count; clause++) {
        if (!bma_clause_can_bind(search->text, clause))
            continue;
        status = keep_alike(likely, clause, scores_of(likely, search->text, clause), error);
    }
    return status;
}

/* A clause that fits another criterion is less alike for this one: by half of what it is alike more there. */
static int32_t beside_rival(const int32_t *scores, uint32_t model, uint32_t models)
{
    int64_t score = scores[model], rival = scores[models], ahead = rival - score;

    if (rival <= BMA_ALIKE || ahead <= 0)
        return scores[model];
    score -= (ahead < rival ? ahead : rival) / 2;
    return score > INT32_MIN ? (int32_t)score : INT32_MIN;
}

void bma_likely_weigh(struct bma_likely *likely, struct bma_search *search, uint32_t rule)
{
    const struct bma_likeness *learned = &likely->pack->likeness;

    for (size_t i = 0; learned->term_count > 0 && i < search->found_count; i++) {
        struct bma_candidate *candidate = &search->found[i];
        uint32_t model = rule * BMA_MODELS_PER_RULE + candidate->against;
        const int32_t *scores;

        if (learned->bias[model] == BMA_NEVER_ALIKE || !bma_clause_can_bind(search->text, candidate->clause))
            continue;
        scores = scores_of(likely, search->text, candidate->clause);
        candidate->alike = scores[model];
        candidate->fit = beside_rival(scores, model, models_of(likely->pack));
    }
}

/* Whether a query read its statement as working against the criterion, which was dropped as alien. */
static bool is_disputed(const struct bma_search *search, const struct bma_candidate *candidate)
{
    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *other = &search->found[i];

        if (other->against && other->reason == BMA_REASON_ALIEN && other->clause == candidate->clause &&
            other->predicate == candidate->predicate)
            return true;
    }
    return false;
}

bool bma_likely_doubts(const struct bma_search *search, const struct bma_finding *finding)
{
    bool any = false;

    if (finding->status != BMA_FINDING_DECIDED || (!finding->contradicted && finding->level < BMA_LEVEL_SOFT))
        return false;
    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *candidate = &search->found[i];

        if (candidate->against != finding->contradicted || candidate->level < BMA_LEVEL_SOFT)
            continue;
        if (candidate->alike >= BMA_UNLIKE && (candidate->against || !is_disputed(search, candidate)))
            return false;
        any = true;
    }
    return any;
}

bool bma_is_open(const struct bma_finding *finding)
{
    return finding->status == BMA_FINDING_DECIDED && finding->level == BMA_LEVEL_ABSENT &&
           !finding->contradicted;
}

/* In the text; what the dossier says tells nothing of its words. */
static bool is_found(const struct bma_finding *finding)
{
    for (uint32_t i = 0; i < finding->candidate_count; i++) {
        if (!finding->candidates[i].against && finding->candidates[i].level > BMA_LEVEL_ABSENT)
            return true;
    }
    return false;
}

void bma_likely_lean(struct bma_likely *likely, const struct bma_findings *findings)
{
    int32_t apply = 0, found = 0;

    for (uint32_t i = 0; i < findings->count; i++) {
        apply += findings->items[i].status == BMA_FINDING_DECIDED;
        found += findings->items[i].status == BMA_FINDING_DECIDED && is_found(&findings->items[i]);
    }
    likely->leaning = apply > 0 ? LEANING_MOST * (2 * found - apply) / apply : 0;
}

/*
 * A text in which most is found is no likelier to work against the rest.  What no rule has an explanation for
 * is likelier to be what a rule has no words for.
 */
int32_t bma_likely_score(const struct bma_likely *likely, const struct bma_alike *alike)
{
    int32_t score = alike->score;

    if (alike->model % BMA_MODELS_PER_RULE == 0)
        add(&score, likely->leaning + (likely->found[alike->clause] == 0 ? UNEXPLAINED : 0));
    return score;
}

bool bma_likely_tells(const struct bma_likely *likely, uint32_t rule, const struct bma_finding *finding)
{
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
    if (count == 0)
        return "small words alone";
    for (size_t i = 0; list && i < count; i++)
        list = bma_arena_printf(arena, "%s%s%.*s", list, i > 0 ? ", " : "", (int)words[i].token->length,
                                document->text + words[i].token->start);
    return list;
}

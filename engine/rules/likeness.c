#include "rules/likeness.h"

#include "base/memory.h"

#include <string.h>

/* Hundredths of log odds (docs/likeness.md says how they were chosen). */
enum {
    ALIKE = -10,           /* from here on a clause is alike those that count, */
    SURELY_ALIKE = 150,    /* from here on surely; */
    ALIKE_AGAINST = -50,   /* and those that work against a criterion, of which there are far fewer; */
    UNLIKE = -200,         /* below, what a query found in it is doubtful, */
    UNLIKE_AGAINST = -100, /* and sooner where that works against a criterion; */
    NOWHERE_ALIKE = -175,  /* if no clause of the document is alike that much, it is dropped, */
    ALIEN = -350           /* and where the clause itself is alike less */
};
/* Alike clauses that are kept: more than any draft has that does not mean ill, nor its pack. */
enum { ITEMS_MOST = 1000000 };
/* Scores of clauses that are kept until the document is done: of more than any draft has that does not mean
 * ill. */
enum { KEPT_BYTES = 8 * 1024 * 1024 };
/* A text is familiar if one in so many of its clauses is surely alike what counts for some criterion: in
 * treaties of another time or kind, few are. */
enum { FAMILIAR_SHARE = 4 };
/* The network says so much more than the linear models, as several nets do. */
enum { NETWORK_WEIGHS = 5 };
enum { SCORES_PER_MODEL = 2 /* what both voices say, and what the kinder says */ };
enum { WORDS_SHOWN = 4, WORD_SHOWN_LEAST = 4 /* bytes: "not" and "the" tell a reader nothing */ };
enum { WORD_SHOWN_SHARE = 4 /* and what weighs less than a fourth of the heaviest */ };
enum { WORDS_WEIGHED = 400 /* of a clause: more than any has that does not mean ill */ };

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
    size_t models = models_of(pack);
    likely->most_rows = (uint32_t)(KEPT_BYTES / ((models + 1) * SCORES_PER_MODEL * sizeof *likely->scores));
    likely->scores =
        bma_calloc(models * SCORES_PER_MODEL * (likely->most_rows + 1) + 1, sizeof *likely->scores);
    likely->bare = bma_calloc(models + 1, sizeof *likely->bare);
    likely->best = bma_calloc(models + 1, sizeof *likely->best);
    likely->voice = bma_calloc(models + 1, sizeof *likely->voice);
    likely->learned = bma_calloc(models + 1, sizeof *likely->learned);
    likely->leaning = bma_calloc(models + 1, sizeof *likely->leaning);
    likely->seen = bma_calloc(pack->likeness.term_count, sizeof *likely->seen);
    for (uint32_t model = 0; likely->learned && model < models; model++) {
        if (pack->likeness.bias[model] != BMA_NEVER_ALIKE)
            likely->learned[likely->learned_count++] = model;
    }
    return likely->scores && likely->bare && likely->best && likely->voice && likely->learned &&
                   likely->leaning && likely->seen
               ? BMA_OK
               : bma_error_memory(error);
}

void bma_likely_release(struct bma_likely *likely)
{
    bma_free(likely->items);
    bma_free(likely->scores);
    bma_free(likely->bare);
    bma_free(likely->best);
    bma_free(likely->voice);
    bma_free(likely->learned);
    bma_free(likely->leaning);
    bma_free(likely->seen);
    *likely = (struct bma_likely){.pack = NULL};
}

bool bma_clause_can_bind(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    enum bma_zone zone = text->document->clauses[clause].zone;

    return (zone == BMA_ZONE_OPERATIVE || zone == BMA_ZONE_ANNEX) && !features->definition &&
           !features->elsewhere && !features->final && !bma_clause_is_cited(features);
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
    likely->sum = (struct bma_network_sum){.count = 0};
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
    if (learned->network.hidden > 0 && learned->vector_of[term] > 0)
        bma_network_add(&learned->network, learned->vector_of[term] - 1, &likely->sum);
    for (uint32_t w = learned->first[term]; w < learned->first[term + 1]; w++)
        add(&scores[learned->weights[w].model], learned->weights[w].weight);
}

static size_t terms_of(const struct bma_likeness *learned, const struct bma_telling *telling,
                       uint32_t out[BMA_TELLING_TERMS_MAX])
{
    uint32_t pair = telling->pair.first != 0 ? bma_pairs_find(&learned->pairs, telling->pair) : BMA_NONE;

    return bma_telling_terms(telling, learned->stem_terms, pair, out);
}

/* Adds what the terms of one clause weigh, unless they were added before. */
static void add_terms(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                      int32_t *scores)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    struct bma_telling telling;
    uint32_t terms[BMA_TELLING_TERMS_MAX];

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        size_t count =
            bma_tells(text, clause, i, &telling) ? terms_of(&likely->pack->likeness, &telling, terms) : 0;

        for (size_t k = 0; k < count; k++)
            add_term(likely, terms[k], scores);
    }
}

/* What the linear models and the network say together. */
static int32_t mixed(int32_t linear, int32_t voice)
{
    return (int32_t)((linear + (int64_t)NETWORK_WEIGHS * voice) / (1 + NETWORK_WEIGHS));
}

/* What the network says of the sum to those models: likely->voice. */
static void hear_network(struct bma_likely *likely, const struct bma_network_sum *sum, const uint32_t *models,
                         size_t count)
{
    const struct bma_network *network = &likely->pack->likeness.network;
    struct bma_network_given given;

    bma_network_see(network, sum, &given);
    bma_network_say(network, &given, models, count, likely->voice);
}

static void mix(struct bma_likely *likely, int32_t *scores)
{
    if (likely->pack->likeness.network.hidden == 0)
        return;
    hear_network(likely, &likely->sum, likely->learned, likely->learned_count);
    for (uint32_t i = 0; i < likely->learned_count; i++) {
        uint32_t model = likely->learned[i];

        scores[model] = mixed(scores[model], likely->voice[model]);
    }
}

/* The kinder of both voices: what a clause has beside its matter misleads the network, and a linear model
 * less. `kinder` has what the linear models say. */
static void favour(const struct bma_likely *likely, bool heading, const int32_t *scores, int32_t *kinder)
{
    const int32_t *bias = likely->pack->likeness.bias;

    for (uint32_t model = 0; model < models_of(likely->pack); model++) {
        if (heading && !bma_model_is_against(model) && likely->bare[model] < bias[model] / 2)
            kinder[model] = likely->bare[model];
        if (kinder[model] < scores[model])
            kinder[model] = scores[model];
    }
}

/*
 * A heading alone gives no level, and only helps to one: where the clause and its lead-ins have not half of
 * the words that are wanted, what they stand under adds nothing to what counts.  What is alien anyhow is left
 * alone.
 */
static void forgo_heading(struct bma_likely *likely, const struct bma_network_sum *without, int32_t *scores)
{
    const struct bma_likeness *learned = &likely->pack->likeness;
    uint32_t models = models_of(likely->pack);
    size_t count = 0;

    for (uint32_t model = 0; model < models; model += BMA_MODELS_PER_RULE) {
        if (likely->bare[model] < learned->bias[model] / 2 && scores[model] >= ALIEN)
            likely->leaning[count++] = model;
    }
    if (count > 0 && learned->network.hidden > 0)
        hear_network(likely, without, likely->leaning, count);
    for (size_t i = 0; i < count; i++) {
        uint32_t model = likely->leaning[i];
        int32_t plain = learned->network.hidden > 0 ? mixed(likely->bare[model], likely->voice[model])
                                                    : likely->bare[model];

        if (plain < scores[model])
            scores[model] = plain;
    }
}

static void score(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                  int32_t *scores)
{
    uint32_t models = models_of(likely->pack), sources[BMA_SOURCES_MAX];
    size_t count = bma_telling_clauses(text->document, clause, sources);
    struct bma_network_sum without;
    bool heading = false;

    next_mark(likely);
    memcpy(scores, likely->pack->likeness.bias, models * sizeof *scores);
    for (size_t i = 0; i < count; i++) {
        if (text->document->clauses[sources[i]].zone == BMA_ZONE_HEADING) {
            heading = true;
            without = likely->sum;
            memcpy(likely->bare, scores, models * sizeof *scores);
        }
        add_terms(likely, text, sources[i], scores);
    }
    memcpy(scores + models, scores, models * sizeof *scores);
    mix(likely, scores);
    if (heading)
        forgo_heading(likely, &without, scores);
    favour(likely, heading, scores, scores + models);
}

/* Of the clause: per model what both voices say, and behind that what the kinder says; valid until the next
 * call. As long as there is room a clause is read once. */
static const int32_t *scores_of(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause)
{
    size_t width = models_of(likely->pack) * SCORES_PER_MODEL;
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

/* The best of what counts, for whichever criterion. */
static int32_t closest(const struct bma_pack *pack, const int32_t *scores)
{
    int32_t best = INT32_MIN;

    for (uint32_t model = 0; model < models_of(pack); model += BMA_MODELS_PER_RULE) {
        if (scores[model] > best)
            best = scores[model];
    }
    return best;
}

static enum bma_status keep_alike(struct bma_likely *likely, uint32_t clause, const int32_t *scores,
                                  struct bma_error *error)
{
    const int32_t *kinder = scores + models_of(likely->pack);

    for (uint32_t model = 0; model < models_of(likely->pack); model++) {
        if (kinder[model] > likely->best[model])
            likely->best[model] = kinder[model];
        if (scores[model] < (bma_model_is_against(model) ? ALIKE_AGAINST : ALIKE) ||
            likely->count == ITEMS_MOST)
            continue;
        if (bma_grow(&likely->items, &likely->capacity, likely->count + 1, sizeof *likely->items) != 0)
            return bma_error_memory(error);
        likely->items[likely->count++] = (struct bma_alike){model, clause, scores[model]};
    }
    return BMA_OK;
}

enum bma_status bma_likely_begin(struct bma_likely *likely, const struct bma_annotated *text,
                                 struct bma_arena *arena, struct bma_error *error)
{
    uint32_t clause_count = text->document->clause_count, read = 0, sure = 0;
    enum bma_status status = BMA_OK;

    likely->asked = false;
    likely->count = 0;
    likely->row_count = 0;
    likely->unkept = BMA_NONE;
    likely->rows = bma_arena_calloc(arena, (size_t)clause_count + 1, sizeof *likely->rows);
    if (!likely->rows)
        return bma_error_memory(error);
    if (likely->pack->likeness.term_count == 0)
        return BMA_OK;
    for (uint32_t model = 0; model < models_of(likely->pack); model++)
        likely->best[model] = INT32_MIN;
    for (uint32_t clause = 0; status == BMA_OK && clause < clause_count; clause++) {
        const int32_t *scores;

        if (!bma_clause_can_bind(text, clause))
            continue;
        scores = scores_of(likely, text, clause);
        status = keep_alike(likely, clause, scores, error);
        read++;
        sure += closest(likely->pack, scores) >= SURELY_ALIKE;
    }
    likely->familiar = sure * FAMILIAR_SHARE >= read;
    return status;
}

/* Whether the rule's model has anything to say of the candidate's clause. */
static bool has_score(const struct bma_likely *likely, const struct bma_search *search, uint32_t model,
                      const struct bma_candidate *candidate)
{
    const struct bma_likeness *learned = &likely->pack->likeness;

    return learned->term_count > 0 && learned->bias[model] != BMA_NEVER_ALIKE &&
           bma_clause_can_bind(search->text, candidate->clause);
}

void bma_likely_weigh(struct bma_likely *likely, struct bma_search *search, uint32_t rule, size_t first)
{
    for (size_t i = first; i < search->found_count; i++) {
        struct bma_candidate *candidate = &search->found[i];
        uint32_t model = bma_model_of(rule, candidate->against);
        const int32_t *scores;

        if (!has_score(likely, search, model, candidate))
            continue;
        scores = scores_of(likely, search->text, candidate->clause);
        candidate->alike = scores[model];
        candidate->unlike =
            scores[models_of(likely->pack) + model] < (candidate->against ? UNLIKE_AGAINST : UNLIKE);
    }
}

bool bma_likely_alien(struct bma_likely *likely, const struct bma_search *search, uint32_t rule,
                      const struct bma_candidate *candidate)
{
    uint32_t model = bma_model_of(rule, candidate->against);
    const int32_t *scores;

    if (!has_score(likely, search, model, candidate))
        return false;
    scores = scores_of(likely, search->text, candidate->clause);
    if (scores[models_of(likely->pack) + model] >= ALIEN && likely->best[model] >= NOWHERE_ALIKE)
        return false;
    return likely->familiar || candidate->against || closest(likely->pack, scores) >= ALIKE;
}

/* Whether a query read its statement as working against the criterion, which was dropped as alien. */
static bool is_disputed(const struct bma_search *search, const struct bma_candidate *candidate)
{
    for (size_t i = bma_search_candidates(search, candidate->clause);
         i < search->found_count && search->found[i].clause == candidate->clause; i++) {
        const struct bma_candidate *other = &search->found[i];

        if (other->against && other->reason == BMA_REASON_ALIEN && other->predicate == candidate->predicate)
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
        if (!candidate->unlike && (candidate->against || !is_disputed(search, candidate)))
            return false;
        any = true;
    }
    return any;
}

enum bma_status bma_likely_hear(struct bma_likely *likely, const struct bma_document *document,
                                const struct bma_findings *findings, struct bma_arena *arena,
                                struct bma_error *error)
{
    likely->asked = true;
    likely->opposed = bma_arena_calloc(arena, (size_t)document->clause_count + 1, sizeof *likely->opposed);
    if (!likely->opposed)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < findings->count; i++) {
        const struct bma_finding *finding = &findings->items[i];

        for (uint32_t k = 0; k < finding->candidate_count; k++) {
            if (finding->candidates[k].against && finding->candidates[k].level >= BMA_LEVEL_SOFT)
                likely->opposed[finding->candidates[k].clause] = true;
        }
    }
    return BMA_OK;
}

bool bma_likely_opposed(const struct bma_likely *likely, uint32_t clause)
{
    return likely->opposed[clause];
}

bool bma_likely_may_tell(const struct bma_likely *likely, const struct bma_alike *alike,
                         const struct bma_finding *finding)
{
    if (finding->status != BMA_FINDING_DECIDED || finding->contradicted ||
        (!likely->familiar && alike->score < SURELY_ALIKE))
        return false;
    return bma_model_is_against(alike->model) ||
           (finding->level == BMA_LEVEL_ABSENT && !bma_likely_opposed(likely, alike->clause));
}

bool bma_likely_tells(const struct bma_likely *likely, uint32_t rule, const struct bma_finding *finding)
{
    for (size_t i = 0; i < likely->count; i++) {
        if (bma_model_rule(likely->items[i].model) == rule &&
            bma_likely_may_tell(likely, &likely->items[i], finding))
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
        if (words[i].stem != word.stem)
            continue;
        if (words[i].weight >= word.weight)
            return;
        memmove(words + i, words + i + 1, (--*count - i) * sizeof *words);
    }
    while (at < *count && words[at].weight >= word.weight)
        at++;
    if (at == WORDS_SHOWN)
        return;
    if (*count < WORDS_SHOWN)
        ++*count;
    memmove(words + at + 1, words + at, (*count - at - 1) * sizeof *words);
    words[at] = word;
}

/* What the network says of the sum to the model. */
static int32_t voice_of(struct bma_likely *likely, const struct bma_network_sum *sum, uint32_t model)
{
    hear_network(likely, sum, &model, 1);
    return likely->voice[model];
}

/* What the terms of one word weigh for the model, and how much less the network would say without them. */
static int32_t weight_of_word(struct bma_likely *likely, const uint32_t *terms, size_t count, uint32_t model)
{
    const struct bma_likeness *learned = &likely->pack->likeness;
    struct bma_network_sum without = likely->sum;
    int32_t weight = 0;

    for (size_t k = 0; k < count; k++) {
        add(&weight, weight_of(learned, terms[k], model));
        if (learned->network.hidden > 0 && learned->vector_of[terms[k]] > 0)
            bma_network_remove(&learned->network, learned->vector_of[terms[k]] - 1, &without);
    }
    if (without.count < likely->sum.count)
        weight +=
            NETWORK_WEIGHS * (voice_of(likely, &likely->sum, model) - voice_of(likely, &without, model));
    return weight;
}

static void weigh_words(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                        uint32_t model, struct weighed *words, size_t *count)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t terms[BMA_TELLING_TERMS_MAX];
    struct bma_telling telling = {.denied = false};

    for (uint32_t i = features->first_token;
         i < features->end_token && i < features->first_token + WORDS_WEIGHED; i++) {
        size_t term_count =
            bma_tells(text, clause, i, &telling) ? terms_of(&likely->pack->likeness, &telling, terms) : 0;
        struct weighed word = {&text->tokens[i], telling.pair.second, 0};

        if (term_count == 0 || word.token->length < WORD_SHOWN_LEAST)
            continue;
        word.weight = weight_of_word(likely, terms, term_count, model);
        if (word.weight > 0)
            keep(words, count, word);
    }
}

const char *bma_likely_words(struct bma_likely *likely, const struct bma_search *search,
                             const struct bma_alike *alike, struct bma_arena *arena)
{
    const struct bma_document *document = search->text->document;
    struct weighed words[WORDS_SHOWN];
    uint32_t sources[BMA_SOURCES_MAX];
    size_t count = 0, source_count = bma_telling_clauses(document, alike->clause, sources);
    const char *list = "";

    likely->unkept = BMA_NONE;
    score(likely, search->text, alike->clause, likely->scores); /* for the sum of its vectors */
    for (size_t i = 0; i < source_count; i++)
        weigh_words(likely, search->text, sources[i], alike->model, words, &count);
    if (count == 0)
        return "small words alone";
    while (words[count - 1].weight < words[0].weight / WORD_SHOWN_SHARE)
        count--;
    for (size_t i = 0; list && i < count; i++)
        list = bma_arena_printf(arena, "%s%s%.*s", list, i > 0 ? ", " : "", (int)words[i].token->length,
                                document->text + words[i].token->start);
    return list;
}

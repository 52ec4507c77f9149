#include "rules/voices.h"

#include <string.h>

/* The network says so much more than the linear models, as several nets do. */
enum { NETWORK_WEIGHS = 5 };

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
    memset(&likely->beside, 0, sizeof likely->beside);
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

size_t bma_voices_terms(const struct bma_likeness *learned, const struct bma_telling *telling,
                        uint32_t out[BMA_TELLING_TERMS_MAX])
{
    uint32_t pair = telling->pair.first != 0 ? bma_pairs_find(&learned->pairs, telling->pair) : BMA_NONE;

    return bma_telling_terms(telling, learned->stem_terms, pair, out);
}

/* Adds what the terms of one clause weigh, unless they were added before; `passage` gets the rows of its
 * stems, as many as are returned. */
static size_t add_terms(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                        int32_t *scores, uint32_t passage[BMA_PASSAGE_MOST])
{
    const struct bma_likeness *learned = &likely->pack->likeness;
    const struct bma_clause_features *features = &text->clauses[clause];
    struct bma_telling telling;
    uint32_t terms[BMA_TELLING_TERMS_MAX];
    size_t told = 0;

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        size_t count = bma_tells(text, clause, i, &telling) ? bma_voices_terms(learned, &telling, terms) : 0;

        for (size_t k = 0; k < count; k++)
            add_term(likely, terms[k], scores);
        if (count > 0 && learned->network.windows > 0 && told < BMA_PASSAGE_MOST)
            passage[told++] = learned->vector_of[terms[0]] - 1; /* none: BMA_NONE */
    }
    return told;
}

/* The same of a clause's lead-in or heading; windows look at no heading. */
static void add_source(struct bma_likely *likely, const struct bma_annotated *text, uint32_t source,
                       int32_t *scores)
{
    uint32_t passage[BMA_PASSAGE_MOST];
    size_t told = add_terms(likely, text, source, scores, passage);

    if (text->document->clauses[source].zone != BMA_ZONE_HEADING)
        bma_windows_look(&likely->windows, passage, told, &likely->beside);
}

/* What the network says of both to those models: likely->voice.  False: the pack has none. */
static bool hear_network(struct bma_likely *likely, const struct bma_network_sum *sum,
                         const struct bma_network_most *most, const uint32_t *models, size_t count)
{
    const struct bma_network *network = &likely->pack->likeness.network;
    struct bma_network_given given;

    if (network->hidden == 0)
        return false;
    bma_network_see(network, sum, &given);
    bma_network_say(network, &given, most, models, count, likely->voice);
    return true;
}

/* What the linear model and the network, if it was heard, say together. */
static int32_t both(const struct bma_likely *likely, bool heard, int32_t linear, uint32_t model)
{
    return heard ? (int32_t)((linear + (int64_t)NETWORK_WEIGHS * likely->voice[model]) / (1 + NETWORK_WEIGHS))
                 : linear;
}

static void mix(struct bma_likely *likely, int32_t *scores)
{
    bool heard = hear_network(likely, &likely->sum, &likely->most, likely->learned, likely->learned_count);

    for (uint32_t i = 0; heard && i < likely->learned_count; i++)
        scores[likely->learned[i]] = both(likely, heard, scores[likely->learned[i]], likely->learned[i]);
}

/* The kinder of both voices: what a clause has beside its matter misleads the network, and a linear model
 * less. `kinder` has what the linear models say. */
static void favour(const struct bma_likely *likely, bool heading, const int32_t *scores, int32_t *kinder)
{
    const int32_t *bias = likely->pack->likeness.bias;

    for (uint32_t model = 0; model < bma_models_of(likely->pack); model++) {
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
    enum { ALIEN = -350 /* hundredths of log odds: next to none of the words */ };
    const int32_t *bias = likely->pack->likeness.bias;
    uint32_t models = bma_models_of(likely->pack);
    size_t count = 0;
    bool heard;

    for (uint32_t model = 0; model < models; model += BMA_MODELS_PER_RULE) {
        if (likely->bare[model] < bias[model] / 2 && scores[model] >= ALIEN)
            likely->leaning[count++] = model;
    }
    heard = count > 0 && hear_network(likely, without, &likely->most, likely->leaning, count);
    for (size_t i = 0; i < count; i++) {
        uint32_t model = likely->leaning[i];
        int32_t plain = both(likely, heard, likely->bare[model], model);

        if (plain < scores[model])
            scores[model] = plain;
    }
}

void bma_voices_score(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                      int32_t *scores)
{
    uint32_t models = bma_models_of(likely->pack), sources[BMA_SOURCES_MAX];
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
        if (i == 0)
            likely->passage_length = add_terms(likely, text, clause, scores, likely->passage);
        else
            add_source(likely, text, sources[i], scores);
    }
    likely->most = likely->beside;
    bma_windows_look(&likely->windows, likely->passage, likely->passage_length, &likely->most);
    memcpy(scores + models, scores, models * sizeof *scores);
    mix(likely, scores);
    if (heading)
        forgo_heading(likely, &without, scores);
    favour(likely, heading, scores, scores + models);
}

int32_t bma_voices_network(struct bma_likely *likely, uint32_t model)
{
    return hear_network(likely, &likely->sum, &likely->most, &model, 1) ? likely->voice[model] : 0;
}

/* What windows give where the stem of that row is nothing. */
static void look_without(struct bma_likely *likely, uint32_t row, struct bma_network_most *most)
{
    uint32_t passage[BMA_PASSAGE_MOST];

    for (size_t i = 0; i < likely->passage_length; i++)
        passage[i] = likely->passage[i] == row ? BMA_NONE : likely->passage[i];
    *most = likely->beside;
    bma_windows_look(&likely->windows, passage, likely->passage_length, most);
}

int32_t bma_voices_weigh(struct bma_likely *likely, const uint32_t *terms, size_t count, uint32_t model,
                         int32_t whole)
{
    const struct bma_likeness *learned = &likely->pack->likeness;
    struct bma_network_sum without = likely->sum;
    struct bma_network_most most;
    int32_t weight = 0;

    for (size_t k = 0; k < count; k++) {
        add(&weight, weight_of(learned, terms[k], model));
        if (learned->network.hidden > 0 && learned->vector_of[terms[k]] > 0)
            bma_network_remove(&learned->network, learned->vector_of[terms[k]] - 1, &without);
    }
    if (learned->network.hidden == 0)
        return weight;
    look_without(likely, learned->vector_of[terms[0]] - 1, &most);
    (void)hear_network(likely, &without, &most, &model, 1);
    return weight + NETWORK_WEIGHS * (whole - likely->voice[model]);
}

#include "rules/standing.h"

#include <string.h>

/* Of scores, which are hundredths of log odds: beyond this no score says more. */
enum { SCORE_MOST = 500 };
/* A text is familiar if one in so many of its clauses is surely alike what counts for some criterion: in
 * treaties of another time or kind, few are. */
enum { FAMILIAR_SHARE = 4 };
/* Nor do more of these say more. */
enum { CLAUSES_MOST = 300, QUERIES_MOST = 4 };
enum { ONE = 100 /* of what is no score, and of a weight */ };

/* What the model weighs; scores as they are, all else in hundredths. */
enum {
    AHEAD_MOST,
    SECOND,
    KINDER,
    OTHER_SIDE,
    OPPOSITE,
    RIVAL,
    RIVAL_OPPOSITE,
    FOUND,
    QUERIES,
    OTHER_FOUND,
    FOUND_THERE,
    CLAUSES,
    FAMILIAR
};
_Static_assert(FAMILIAR + 1 == BMA_STANDING_FEATURES, "a weight for each");

static const char *const names[BMA_STANDING_FEATURES] = {
    [AHEAD_MOST] = "ahead",
    [SECOND] = "second",
    [KINDER] = "kinder",
    [OTHER_SIDE] = "other-side",
    [OPPOSITE] = "opposite",
    [RIVAL] = "rival",
    [RIVAL_OPPOSITE] = "rival-opposite",
    [FOUND] = "found",
    [QUERIES] = "queries",
    [OTHER_FOUND] = "other-found",
    [FOUND_THERE] = "found-there",
    [CLAUSES] = "clauses",
    [FAMILIAR] = "familiar",
};

const char *bma_standing_name(uint32_t feature)
{
    return names[feature];
}

uint32_t bma_standing_feature(const char *name)
{
    for (uint32_t i = 0; i < BMA_STANDING_FEATURES; i++) {
        if (strcmp(names[i], name) == 0)
            return i;
    }
    return BMA_NONE;
}

void bma_standing_trust_queries(int32_t weights[BMA_STANDING_FEATURES])
{
    weights[AHEAD_MOST] = ONE;
    weights[FOUND] = SCORE_MOST; /* so that no score outweighs it */
}

void bma_readings_begin(struct bma_readings *readings, struct bma_reading *of, uint32_t models)
{
    *readings = (struct bma_readings){.of = of, .models = models};
    for (uint32_t i = 0; i < models; i++)
        of[i] = (struct bma_reading){BMA_NONE, INT32_MIN, INT32_MIN, INT32_MIN, INT32_MIN, 0, {0, 0}};
}

/* The two highest of one side. */
struct highest {
    uint32_t model;
    int32_t first, second;
};

static struct highest highest_of(const int32_t *scores, uint32_t models, bool against)
{
    struct highest high = {BMA_NONE, INT32_MIN, INT32_MIN};

    for (uint32_t model = against; model < models; model += BMA_MODELS_PER_RULE) {
        if (scores[model] > high.first)
            high = (struct highest){model, scores[model], high.first};
        else if (scores[model] > high.second)
            high.second = scores[model];
    }
    return high;
}

/* Of any rule but the model's. */
static int32_t rival(const struct highest *high, uint32_t model)
{
    return high->model != BMA_NONE && bma_model_rule(high->model) == bma_model_rule(model) ? high->second
                                                                                           : high->first;
}

static void read_model(struct bma_reading *reading, uint32_t model, uint32_t clause, const int32_t *scores,
                       int32_t kinder, const struct highest high[2])
{
    int32_t score = scores[model];
    int32_t opposite = scores[bma_model_of(bma_model_rule(model), !bma_model_is_against(model))];

    if (kinder > reading->kinder)
        reading->kinder = kinder;
    if (opposite <= score + BMA_AHEAD && score > reading->ahead)
        reading->ahead = score;
    if (reading->clause != BMA_NONE && score <= reading->most) {
        if (score > reading->second)
            reading->second = score;
        return;
    }
    reading->second = reading->most;
    reading->most = score;
    reading->clause = clause;
    reading->opposite = opposite;
    for (int side = 0; side < 2; side++)
        reading->rivals[side] = rival(&high[side], model);
}

void bma_readings_add(struct bma_readings *readings, uint32_t clause, const int32_t *scores)
{
    struct highest high[2];

    for (int side = 0; side < 2; side++)
        high[side] = highest_of(scores, readings->models, side);
    for (uint32_t model = 0; model < readings->models; model++)
        read_model(&readings->of[model], model, clause, scores, scores[readings->models + model], high);
    readings->clauses++;
    readings->sure += high[0].first >= BMA_SURELY_ALIKE;
}

bool bma_readings_familiar(const struct bma_readings *readings)
{
    return readings->sure * FAMILIAR_SHARE >= readings->clauses;
}

static int32_t bounded(int32_t score)
{
    return score > SCORE_MOST ? SCORE_MOST : score < -SCORE_MOST ? -SCORE_MOST : score;
}

/* What queries found on one side. */
struct found {
    uint32_t queries;
    bool any, there; /* there: in the clause that is most alike */
};

static struct found found_by(const struct bma_search *search, bool against, uint32_t clause)
{
    struct found found = {0, false, false};
    uint32_t asked[QUERIES_MOST];

    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *candidate = &search->found[i];
        uint32_t k = 0;

        if (!bma_candidate_counts(candidate, against))
            continue;
        found.any = true;
        found.there = found.there || candidate->clause == clause;
        while (k < found.queries && asked[k] != candidate->query)
            k++;
        if (k == found.queries && k < QUERIES_MOST)
            asked[found.queries++] = candidate->query;
    }
    return found;
}

void bma_standing_see(const struct bma_readings *readings, const struct bma_search *search, uint32_t model,
                      int32_t features[BMA_STANDING_FEATURES])
{
    bool against = bma_model_is_against(model);
    const struct bma_reading *reading = &readings->of[model],
                             *other = &readings->of[bma_model_of(bma_model_rule(model), !against)];
    struct found own = found_by(search, against, reading->clause),
                 others = found_by(search, !against, other->clause);
    uint32_t clauses = readings->clauses < CLAUSES_MOST ? readings->clauses : CLAUSES_MOST;

    features[AHEAD_MOST] = bounded(reading->ahead);
    features[SECOND] = bounded(reading->second);
    features[KINDER] = bounded(reading->kinder);
    features[OTHER_SIDE] = bounded(other->most);
    features[OPPOSITE] = bounded(reading->opposite);
    features[RIVAL] = bounded(reading->rivals[against]);
    features[RIVAL_OPPOSITE] = bounded(reading->rivals[!against]);
    features[FOUND] = own.any ? ONE : 0;
    features[QUERIES] = (int32_t)own.queries * ONE;
    features[OTHER_FOUND] = others.any ? ONE : 0;
    features[FOUND_THERE] = own.there ? ONE : 0;
    features[CLAUSES] = (int32_t)clauses;
    features[FAMILIAR] = readings->clauses > 0 ? (int32_t)(readings->sure * ONE / readings->clauses) : 0;
}

int32_t bma_standing(const struct bma_standing_weights *weights, uint32_t model,
                     const int32_t features[BMA_STANDING_FEATURES])
{
    const int32_t *side = weights->side[bma_model_is_against(model)];
    int32_t sum = 0;

    for (int i = 0; i < BMA_STANDING_FEATURES; i++)
        sum += side[i] * features[i];
    return weights->bias[model] + sum / ONE;
}

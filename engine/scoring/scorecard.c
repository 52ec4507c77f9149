/* Findings into scores, recommendations into statuses, both into a grade. */
#include "scoring/scorecard.h"

#include "base/buffer.h"
#include "scoring/review_parts.h"

#include <math.h>
#include <string.h>

const char *bma_recommendation_status_name(enum bma_recommendation_status status)
{
    static const char *const names[] = {"met",       "partly", "unmet", "contradicted", "not-applicable",
                                        "undecided", "policy"};
    return names[status];
}

/* Points gathered so far: as they count, and with what is uncertain at its worst and at its best. */
struct sum {
    double weight, value, low, high;
};

static bool is_undecided(const struct bma_judgement *judged)
{
    return judged->status == BMA_FINDING_UNDECIDED || judged->status == BMA_FINDING_ERROR;
}

static double points(const struct bma_scoring *scoring, const struct bma_judgement *judged)
{
    if (judged->status != BMA_FINDING_DECIDED)
        return NAN;
    return judged->contradicted ? scoring->contradicted : scoring->levels[judged->level];
}

/*
 * What is undecided may be worth nothing, or everything, and counts as nothing; what is uncertain may be
 * absent, and an uncertain contradiction none.
 */
static void add(struct sum *sum, const struct bma_scoring *scoring, const struct bma_voices *voices,
                uint32_t i, double weight)
{
    const struct bma_judgement *low = &voices->low[i], *high = &voices->high[i];
    double worst, best, value;

    if (low->status == BMA_FINDING_NOT_APPLICABLE)
        return;
    sum->weight += weight;
    worst = is_undecided(low) ? 0 : points(scoring, low);
    best = is_undecided(high) ? 100 : points(scoring, high);
    if (high->uncertain && high->contradicted && high->status == BMA_FINDING_DECIDED)
        best = scoring->levels[high->level];
    value = fmin(worst, best); /* a profile may give a contradiction more than an absence */
    sum->value += weight * value;
    sum->low += weight * (low->uncertain ? fmin(value, scoring->levels[BMA_LEVEL_ABSENT]) : value);
    sum->high += weight * fmax(worst, best);
}

static double one_decimal(double number)
{
    return floor(number * 10 + 0.5) / 10;
}

static struct bma_score mean(const struct sum *sum)
{
    struct bma_score score = {NAN, NAN, NAN};

    if (sum->weight > 0) {
        score.low = one_decimal(sum->low / sum->weight);
        score.high = one_decimal(sum->high / sum->weight);
        score.value = one_decimal(sum->value / sum->weight);
    }
    return score;
}

static void count(struct bma_scorecard *card, const struct bma_judgement *judged)
{
    if (judged->status == BMA_FINDING_NOT_APPLICABLE)
        card->not_applicable++;
    else if (judged->status == BMA_FINDING_ERROR)
        card->errors++;
    else if (judged->status == BMA_FINDING_UNDECIDED)
        card->undecided++;
    else if (judged->contradicted)
        card->contradicted++;
    else if (judged->level >= card->met_level)
        card->met++;
    else if (judged->level == BMA_LEVEL_ABSENT)
        card->absent++;
    else if (judged->level == BMA_LEVEL_MENTIONED)
        card->mentioned++;
    else
        card->soft++;
}

static void count_dimension(struct bma_dimension_result *result, const struct bma_judgement *judged, int met)
{
    result->criteria++;
    if (judged->status == BMA_FINDING_NOT_APPLICABLE)
        result->not_applicable++;
    else if (judged->status == BMA_FINDING_DECIDED && judged->contradicted)
        result->contradicted++;
    else if (judged->status == BMA_FINDING_DECIDED && judged->level >= met)
        result->met++;
}

/* One pass over the findings of a dimension, or of all when dimension is BMA_NONE. */
static struct sum gather(const struct bma_scoring *scoring, const struct bma_scorecard *card,
                         const struct bma_voices *voices, uint32_t dimension)
{
    struct sum sum = {0, 0, 0, 0};

    for (uint32_t i = 0; i < card->findings->count; i++)
        if (dimension == BMA_NONE || card->pack->rules[i].dimension == dimension)
            add(&sum, scoring, voices, i, card->weights[i]);
    return sum;
}

/* All findings but those that a waiver or the baseline takes out of what thresholds look at. */
static struct sum gather_counted(const struct bma_scoring *scoring, const struct bma_scorecard *card,
                                 const struct bma_voices *voices)
{
    struct sum sum = {0, 0, 0, 0};

    for (uint32_t i = 0; i < card->findings->count; i++)
        if (!bma_card_is_shortfall(card, i) || bma_card_counts(card, i))
            add(&sum, scoring, voices, i, card->weights[i]);
    return sum;
}

static bool score_all(const struct bma_scoring *scoring, const struct bma_voices *voices,
                      struct bma_arena *arena, struct bma_scorecard *card)
{
    uint32_t n = card->findings->count;
    double *scores = bma_arena_calloc(arena, n + 1, sizeof *scores);
    struct bma_dimension_result *dimensions =
        bma_arena_calloc(arena, card->pack->dimension_count + 1, sizeof *dimensions);
    struct sum all;

    if (scores == NULL || dimensions == NULL)
        return false;
    card->scores = scores;
    card->weights = scoring->rule_weights;
    card->dimensions = dimensions;
    card->dimension_count = card->pack->dimension_count;
    for (uint32_t i = 0; i < n; i++) {
        card->likely += card->judged[i].uncertain && card->findings->items[i].likely;
        card->doubtful += card->judged[i].uncertain && card->findings->items[i].doubtful;
        scores[i] = points(scoring, &card->judged[i]);
        count(card, &card->judged[i]);
        count_dimension(&dimensions[card->pack->rules[i].dimension], &card->judged[i], scoring->met);
    }
    for (uint32_t d = 0; d < card->dimension_count; d++) {
        struct sum sum = gather(scoring, card, voices, d);
        dimensions[d].dimension = &card->pack->dimensions[d];
        dimensions[d].score = mean(&sum);
    }
    all = gather(scoring, card, voices, BMA_NONE);
    card->overall = mean(&all);
    return true;
}

/* What the criteria of one recommendation amount to. */
struct tally {
    uint32_t asked, applicable, met, undertaken, contradicted, undecided, uncertain;
};

static struct tally tally(const struct bma_scoring *scoring, const struct bma_scorecard *card,
                          const struct bma_recommendation *asked)
{
    struct tally sum = {0, 0, 0, 0, 0, 0, 0};

    for (uint32_t i = 0; i < asked->criterion_count; i++) {
        uint32_t rule = bma_pack_find_rule(card->pack, asked->criteria[i]);
        const struct bma_judgement *judged;
        if (rule == BMA_NONE || rule >= card->findings->count)
            continue; /* faults between clauses have no level */
        judged = &card->judged[rule];
        sum.asked++;
        if (judged->status == BMA_FINDING_NOT_APPLICABLE)
            continue;
        sum.applicable++;
        sum.uncertain += judged->uncertain;
        if (is_undecided(judged))
            sum.undecided++;
        else if (judged->contradicted && !judged->uncertain)
            sum.contradicted++; /* an uncertain one leaves it unmet, and caps no grade */
        else if (judged->level >= scoring->undertaken)
            sum.undertaken++;
        if (judged->status == BMA_FINDING_DECIDED && !judged->contradicted && judged->level >= scoring->met)
            sum.met++;
    }
    return sum;
}

static enum bma_recommendation_status decide(const struct bma_recommendation *asked, const struct tally *sum)
{
    if (!asked->draft && !asked->dossier)
        return BMA_STATUS_POLICY;
    if (sum->contradicted > 0)
        return BMA_STATUS_CONTRADICTED;
    if (sum->undecided > 0 || sum->asked == 0)
        return BMA_STATUS_UNDECIDED;
    if (sum->applicable == 0)
        return BMA_STATUS_NOT_APPLICABLE;
    if (sum->met == sum->applicable)
        return BMA_STATUS_MET;
    return sum->undertaken > 0 ? BMA_STATUS_PARTLY : BMA_STATUS_UNMET;
}

/* The first fact of the dossier that answers one of the recommendation's criteria, or NULL. */
static const struct bma_fact *answering_fact(const struct bma_scorecard *card,
                                             const struct bma_recommendation *asked)
{
    for (uint32_t i = 0; i < asked->criterion_count; i++) {
        uint32_t at = bma_pack_find_rule(card->pack, asked->criteria[i]);
        const struct bma_rule *rule = at != BMA_NONE ? &card->pack->rules[at] : NULL;
        for (uint32_t k = 0; rule != NULL && k < rule->dossier_count; k++) {
            const struct bma_fact *fact = bma_case_fact(card->agreement, rule->dossier[k]);
            if (fact != NULL)
                return fact;
        }
    }
    return NULL;
}

static bool judge_one(const struct bma_scoring *scoring, struct bma_arena *arena, struct bma_scorecard *card,
                      const struct bma_recommendation *asked, struct bma_recommendation_result *result)
{
    struct tally sum = tally(scoring, card, asked);
    const struct bma_fact *fact;

    result->recommendation = asked;
    result->status = decide(asked, &sum);
    result->uncertain = sum.uncertain > 0;
    result->note = result->status == BMA_STATUS_POLICY ? asked->reason : "";
    if (result->status != BMA_STATUS_UNMET || !asked->dossier)
        return true;
    fact = answering_fact(card, asked);
    if (fact == NULL)
        return true;
    result->status = BMA_STATUS_PARTLY;
    result->note = bma_arena_printf(arena, "dossier: %s = %s", fact->key, fact->value);
    return result->note != NULL;
}

static bool judge_all(const struct bma_scoring *scoring, struct bma_arena *arena, struct bma_scorecard *card)
{
    struct bma_recommendation_result *results;

    card->recommendation_count = card->pack->recommendation_count;
    results = bma_arena_calloc(arena, card->recommendation_count + 1, sizeof *results);
    card->recommendations = results;
    if (results == NULL)
        return false;
    for (uint32_t i = 0; i < card->recommendation_count; i++)
        if (!judge_one(scoring, arena, card, &card->pack->recommendations[i], &results[i]))
            return false;
    return true;
}

/* The best grade that this recommendation leaves open: an index, or 0 for all of them. */
static int cap_of(const struct bma_scoring *scoring, const struct bma_recommendation_result *result)
{
    int cap = -1;

    if (result->recommendation->priority != BMA_PRIORITY_CRITICAL)
        return 0;
    if (result->status == BMA_STATUS_UNMET)
        cap = scoring->caps[BMA_CAP_UNMET];
    else if (result->status == BMA_STATUS_CONTRADICTED)
        cap = scoring->caps[BMA_CAP_CONTRADICTED];
    else if (result->status == BMA_STATUS_UNDECIDED)
        cap = scoring->caps[BMA_CAP_UNDECIDED];
    return cap < 0 ? 0 : cap;
}

static void grade(const struct bma_scoring *scoring, struct bma_scorecard *card)
{
    int earned = 0, given;

    if (isnan(card->overall.value)) {
        card->grade = card->uncapped_grade = NULL;
        return;
    }
    while (earned < scoring->grade_count - 1 && card->overall.value < scoring->grades[earned].least)
        earned++;
    given = earned;
    for (uint32_t i = 0; i < card->recommendation_count; i++) {
        int cap = cap_of(scoring, &card->recommendations[i]);
        if (cap > given) {
            given = cap;
            card->capped_by = card->recommendations[i].recommendation->id;
        }
    }
    card->uncapped_grade = scoring->grades[earned].name;
    card->grade = scoring->grades[given].name;
}

/* The clause's words behind those that are there; false where that makes more than a name. */
static bool add_title(const struct bma_document *document, const struct bma_clause *clause,
                      struct bma_buffer *name)
{
    enum { MOST_BYTES = 320 };
    size_t before = name->length;

    if (before > 0)
        bma_buffer_adds(name, " ");
    bma_document_words(document, clause->span, name);
    return before == 0 || name->length <= MOST_BYTES;
}

/* "(hereinafter “the Parties”)", "[Text after the third round]": no part of a name. */
static bool is_aside(const struct bma_document *document, const struct bma_clause *clause)
{
    char first = document->text[clause->span.start];

    return first == '(' || first == '[';
}

/*
 * The lines of the draft's title as one; where that would be too long for a
 * name, the first of them.  "" where it has none.
 */
static bool find_title(struct bma_arena *arena, struct bma_scorecard *card)
{
    const struct bma_document *document = card->text->document;
    struct bma_buffer name;
    size_t length = 0;
    bool fits = true;

    card->title = card->agreement->title != NULL ? card->agreement->title : "";
    if (card->agreement->title != NULL)
        return true;
    bma_buffer_init(&name);
    for (uint32_t i = document->title; fits && i < document->title_end; i++) {
        if (i > document->title && is_aside(document, &document->clauses[i]))
            continue;
        fits = add_title(document, &document->clauses[i], &name);
        length = length == 0 ? name.length : length;
    }
    if (name.failed)
        card->title = NULL;
    else if (name.length > 0)
        card->title = bma_arena_strndup(arena, name.bytes, fits ? name.length : length);
    bma_buffer_release(&name);
    return card->title != NULL;
}

/* What the text is called; of an Agreement that declares that it binds nobody, what it is. */
static enum bma_instrument tell_instrument(const struct bma_scorecard *card)
{
    enum bma_instrument named = card->agreement->instrument;
    bool open = named == BMA_INSTRUMENT_UNKNOWN ||
                (named == BMA_INSTRUMENT_TREATY && card->agreement->instrument_told);

    return open && card->text->non_binding ? BMA_INSTRUMENT_MOU : named;
}

/* Voices first, then the score, then what a review takes out of what thresholds look at. */
static bool weigh(const struct bma_scoring *scoring, const struct bma_review *review, struct bma_arena *arena,
                  struct bma_scorecard *card)
{
    struct bma_voices voices;
    struct sum sum;

    if (!bma_voices_hear(review, arena, card, &voices) || !score_all(scoring, &voices, arena, card) ||
        !bma_waivers_apply(review, arena, card) || !bma_baseline_apply(review, arena, card))
        return false;
    sum = gather_counted(scoring, card, &voices);
    card->counted = mean(&sum);
    return true;
}

enum bma_status bma_scorecard_make(const struct bma_scoring *scoring, const struct bma_pack *pack,
                                   const struct bma_case *agreement, const struct bma_annotated *text,
                                   const struct bma_findings *findings, const struct bma_review *review,
                                   struct bma_arena *arena, struct bma_scorecard *out,
                                   struct bma_error *error)
{
    *out = (struct bma_scorecard){
        .pack = pack,
        .agreement = agreement,
        .text = text,
        .findings = findings,
        .parties = agreement->party_count > 0 ? agreement->parties : text->parties,
        .party_count = agreement->party_count > 0 ? agreement->party_count : text->party_count,
        .profile = scoring->profile,
        .met_level = scoring->met,
        .least = review != NULL && review->least > 0 ? review->least : scoring->met,
    };
    if (findings->count != pack->rule_count)
        return bma_error_set(error, BMA_ERROR_USAGE, NULL, 0, 0, "the findings are not those of pack %s",
                             pack->id);
    if (!find_title(arena, out) || !weigh(scoring, review, arena, out) || !judge_all(scoring, arena, out))
        return bma_error_memory(error);
    out->instrument = tell_instrument(out);
    grade(scoring, out);
    return BMA_OK;
}

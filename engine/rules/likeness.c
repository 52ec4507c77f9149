#include "rules/likeness.h"

#include "base/memory.h"
#include "rules/voices.h"

#include <string.h>

/* Hundredths of log odds (docs/likeness.md says how they were chosen). */
enum {
    ALIKE = 0,     /* from here on a clause is as likely as not one that counts, or works against, */
    UNLIKE = -200, /* below, it gives no level beside one that is more like those, */
    UNLIKE_AGAINST =
        -100 /* and sooner where it works against a criterion, for which it may be likely above */
};
/* Alike clauses that are kept: more than any draft has that does not mean ill, nor its pack. */
enum { ITEMS_MOST = 1000000 };
/* Scores of clauses that are kept until the document is done: of more than any draft has that does not mean
 * ill. */
enum { KEPT_BYTES = 8 * 1024 * 1024 };
enum { WORDS_SHOWN = 4, WORD_SHOWN_LEAST = 4 /* bytes: "not" and "the" tell a reader nothing */ };
enum { WORD_SHOWN_SHARE = 4 /* and what weighs less than a fourth of the heaviest */ };
enum { WORDS_WEIGHED = 400 /* of a clause: more than any has that does not mean ill */ };

enum bma_status bma_likely_init(struct bma_likely *likely, const struct bma_pack *pack,
                                struct bma_error *error)
{
    *likely = (struct bma_likely){.pack = pack};
    if (pack->likeness.term_count == 0)
        return BMA_OK;
    size_t models = bma_models_of(pack);
    likely->most_rows =
        (uint32_t)(KEPT_BYTES / ((models + 1) * BMA_SCORES_PER_MODEL * sizeof *likely->scores));
    likely->scores =
        bma_calloc(models * BMA_SCORES_PER_MODEL * (likely->most_rows + 1) + 1, sizeof *likely->scores);
    likely->bare = bma_calloc(models + 1, sizeof *likely->bare);
    likely->readings.of = bma_calloc(models + 1, sizeof *likely->readings.of);
    likely->weighed = bma_calloc(models + 1, sizeof *likely->weighed);
    likely->voice = bma_calloc(models + 1, sizeof *likely->voice);
    likely->learned = bma_calloc(models + 1, sizeof *likely->learned);
    likely->leaning = bma_calloc(models + 1, sizeof *likely->leaning);
    likely->seen = bma_calloc(pack->likeness.term_count, sizeof *likely->seen);
    for (uint32_t model = 0; likely->learned && model < models; model++) {
        if (pack->likeness.bias[model] != BMA_NEVER_ALIKE)
            likely->learned[likely->learned_count++] = model;
    }
    if (!likely->scores || !likely->bare || !likely->readings.of || !likely->weighed || !likely->voice ||
        !likely->learned || !likely->leaning || !likely->seen)
        return bma_error_memory(error);
    return bma_windows_init(&likely->windows, &pack->likeness.network, error);
}

void bma_likely_release(struct bma_likely *likely)
{
    bma_free(likely->items);
    bma_free(likely->scores);
    bma_free(likely->bare);
    bma_free(likely->readings.of);
    bma_free(likely->weighed);
    bma_free(likely->voice);
    bma_free(likely->learned);
    bma_free(likely->leaning);
    bma_free(likely->seen);
    bma_windows_release(&likely->windows);
    *likely = (struct bma_likely){.pack = NULL};
}

bool bma_clause_can_bind(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    enum bma_zone zone = text->document->clauses[clause].zone;

    return (zone == BMA_ZONE_OPERATIVE || zone == BMA_ZONE_ANNEX) && !features->definition &&
           !features->elsewhere && !features->final && !bma_clause_is_cited(features);
}

/* Of the clause: per model what both voices say, and behind that what the kinder says; valid until the next
 * call. As long as there is room a clause is read once. */
static const int32_t *scores_of(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause)
{
    size_t width = bma_models_of(likely->pack) * BMA_SCORES_PER_MODEL;
    uint32_t *row = &likely->rows[clause];

    if (*row == 0 && likely->unkept != clause) {
        if (likely->row_count < likely->most_rows)
            *row = ++likely->row_count;
        else
            likely->unkept = clause;
        bma_voices_score(likely, text, clause, likely->scores + *row * width);
    }
    return likely->scores + *row * width;
}

/* The best of what counts, for whichever criterion. */
static int32_t closest(const struct bma_pack *pack, const int32_t *scores)
{
    int32_t best = INT32_MIN;

    for (uint32_t model = 0; model < bma_models_of(pack); model += BMA_MODELS_PER_RULE) {
        if (scores[model] > best)
            best = scores[model];
    }
    return best;
}

/* Whether a clause with these scores is alike what the model is of. */
static bool is_alike(const int32_t *scores, uint32_t model)
{
    return scores[model] >= (bma_model_is_against(model) ? UNLIKE_AGAINST : ALIKE) &&
           scores[bma_model_of(bma_model_rule(model), false)] <= scores[model] + BMA_AHEAD;
}

static enum bma_status keep_alike(struct bma_likely *likely, uint32_t clause, const int32_t *scores,
                                  struct bma_error *error)
{
    for (uint32_t model = 0; model < bma_models_of(likely->pack); model++) {
        if (!is_alike(scores, model) || likely->count == ITEMS_MOST)
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
    uint32_t clause_count = text->document->clause_count;
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
    bma_readings_begin(&likely->readings, likely->readings.of, bma_models_of(likely->pack));
    for (uint32_t clause = 0; status == BMA_OK && clause < clause_count; clause++) {
        const int32_t *scores;

        if (!bma_clause_can_bind(text, clause))
            continue;
        scores = scores_of(likely, text, clause);
        bma_readings_add(&likely->readings, clause, scores);
        status = keep_alike(likely, clause, scores, error);
    }
    return status;
}

bool bma_likely_learned(const struct bma_likely *likely, uint32_t model)
{
    const struct bma_likeness *learned = &likely->pack->likeness;

    return learned->term_count > 0 && learned->bias[model] != BMA_NEVER_ALIKE;
}

/* Whether the rule's model has anything to say of the candidate's clause. */
static bool has_score(const struct bma_likely *likely, const struct bma_search *search, uint32_t model,
                      const struct bma_candidate *candidate)
{
    return bma_likely_learned(likely, model) && bma_clause_can_bind(search->text, candidate->clause);
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
            scores[bma_models_of(likely->pack) + model] < (candidate->against ? UNLIKE_AGAINST : UNLIKE);
    }
}

void bma_likely_judge(struct bma_likely *likely, const struct bma_search *search, uint32_t rule,
                      struct bma_finding *finding)
{
    for (int against = 0; against < BMA_MODELS_PER_RULE; against++) {
        uint32_t model = bma_model_of(rule, against);

        if (!bma_likely_learned(likely, model))
            continue;
        bma_standing_see(&likely->readings, search, model, likely->weighed[model]);
        finding->standing[against] =
            bma_standing(&likely->pack->likeness.standing, model, likely->weighed[model]);
        finding->weighed = true;
    }
}

bool bma_likely_alien(struct bma_likely *likely, const struct bma_search *search, uint32_t rule,
                      const struct bma_candidate *candidate, const struct bma_finding *finding)
{
    int32_t line = candidate->against ? BMA_STANDING_DROPPED_AGAINST : BMA_STANDING_DROPPED;

    if (!has_score(likely, search, bma_model_of(rule, candidate->against), candidate) ||
        finding->standing[candidate->against] >= line)
        return false;
    return bma_readings_familiar(&likely->readings) || candidate->against ||
           closest(likely->pack, scores_of(likely, search->text, candidate->clause)) >= ALIKE;
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

bool bma_likely_doubts(const struct bma_likely *likely, const struct bma_search *search, uint32_t rule,
                       const struct bma_finding *finding)
{
    uint32_t model = bma_model_of(rule, finding->contradicted);
    bool any = false;

    if (finding->status != BMA_FINDING_DECIDED || (!finding->contradicted && finding->level < BMA_LEVEL_SOFT))
        return false;
    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *candidate = &search->found[i];

        if (!bma_candidate_counts(candidate, finding->contradicted))
            continue;
        if (!has_score(likely, search, model, candidate) ||
            (finding->standing[finding->contradicted] >= BMA_STANDING_DOUBTED &&
             (candidate->against || !is_disputed(search, candidate))))
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

bool bma_alike_surely(const struct bma_alike *alike)
{
    return alike->score >= BMA_SURELY_ALIKE;
}

bool bma_likely_may_tell(const struct bma_likely *likely, const struct bma_alike *alike,
                         const struct bma_finding *finding)
{
    if (finding->status != BMA_FINDING_DECIDED || finding->contradicted ||
        finding->standing[bma_model_is_against(alike->model)] < 0 ||
        (!bma_readings_familiar(&likely->readings) && !bma_alike_surely(alike)))
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

static void weigh_words(struct bma_likely *likely, const struct bma_annotated *text, uint32_t clause,
                        uint32_t model, int32_t whole, struct weighed *words, size_t *count)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t terms[BMA_TELLING_TERMS_MAX];
    struct bma_telling telling = {.denied = false};

    for (uint32_t i = features->first_token;
         i < features->end_token && i < features->first_token + WORDS_WEIGHED; i++) {
        size_t term_count = bma_tells(text, clause, i, &telling)
                                ? bma_voices_terms(&likely->pack->likeness, &telling, terms)
                                : 0;
        struct weighed word = {&text->tokens[i], telling.pair.second, 0};

        if (term_count == 0 || word.token->length < WORD_SHOWN_LEAST)
            continue;
        word.weight = bma_voices_weigh(likely, terms, term_count, model, whole);
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
    int32_t whole;

    likely->unkept = BMA_NONE;
    bma_voices_score(likely, search->text, alike->clause, likely->scores); /* for the sum of its vectors */
    whole = bma_voices_network(likely, alike->model);
    for (size_t i = 0; i < source_count; i++)
        weigh_words(likely, search->text, sources[i], alike->model, whole, words, &count);
    if (count == 0)
        return "small words alone";
    while (words[count - 1].weight < words[0].weight / WORD_SHOWN_SHARE)
        count--;
    for (size_t i = 0; list && i < count; i++)
        list = bma_arena_printf(arena, "%s%s%.*s", list, i > 0 ? ", " : "", (int)words[i].token->length,
                                document->text + words[i].token->start);
    return list;
}

#include "rules/decide.h"

#include "rules/ladder.h"

#include <stdlib.h>

static int in_reading_order(const void *a, const void *b)
{
    const struct bma_candidate *left = a, *right = b;

    if (left->clause != right->clause)
        return left->clause < right->clause ? -1 : 1;
    if (left->against != right->against)
        return left->against ? 1 : -1;
    return (left->query > right->query) - (left->query < right->query);
}

/* To delete what is looked for works against it; to delete what works against it counts for nothing. */
static void turn_deletions(struct bma_search *search)
{
    size_t first = 0, end;

    for (; first < search->found_count; first = end) {
        bool fault = false;

        for (end = first; end < search->found_count; end++) {
            if (search->found[end].clause != search->found[first].clause)
                break;
            fault = fault || (search->found[end].against && search->found[end].level > BMA_LEVEL_ABSENT);
        }
        if (!bma_clause_deletes(search->text, search->found[first].clause))
            continue;
        for (size_t i = first; i < end; i++) {
            search->found[i].against = true;
            if (fault || search->found[i].level < BMA_LEVEL_SOFT)
                search->found[i].level = BMA_LEVEL_ABSENT;
        }
    }
}

/*
 * A phrase of the rule in a draft that nowhere speaks like those that count, or that work against it: "each
 * institute shall pay the part which corresponds to its own legislation" pays nobody less.
 */
static void strike_alien(struct bma_likely *likely, uint32_t rule, struct bma_search *search,
                         const struct bma_finding *finding)
{
    for (size_t i = 0; i < search->found_count; i++) {
        struct bma_candidate *candidate = &search->found[i];

        if (candidate->level < BMA_LEVEL_SOFT ||
            !bma_likely_alien(likely, search, rule, candidate, finding) ||
            bma_clause_deletes(search->text, candidate->clause))
            continue;
        candidate->level = BMA_LEVEL_ABSENT;
        candidate->reason = BMA_REASON_ALIEN;
    }
}

static enum bma_status run_queries(struct bma_decision *decision, struct bma_likely *likely, uint32_t index,
                                   struct bma_error *error)
{
    const struct bma_rule *rule = decision->rule;
    struct bma_search *search = decision->search;
    enum bma_status status = BMA_OK;
    size_t count;

    search->found_count = 0;
    for (uint32_t i = 0; status == BMA_OK && i < rule->looks_for_count; i++)
        status = bma_search_run(search, &rule->looks_for[i], i, false, error);
    for (uint32_t i = 0; status == BMA_OK && i < rule->against_count; i++)
        status = bma_search_run(search, &rule->against[i], rule->looks_for_count + i, true, error);
    if (status != BMA_OK)
        return status;
    bma_likely_weigh(likely, search, index, 0);
    bma_likely_judge(likely, search, index, decision->finding);
    strike_alien(likely, index, search, decision->finding);
    count = search->found_count;
    if (!bma_disapplied_oppose(search))
        return bma_error_memory(error);
    bma_likely_weigh(likely, search, index, count);
    if (search->found_count > 1)
        qsort(search->found, search->found_count, sizeof *search->found, in_reading_order);
    turn_deletions(search);
    return status;
}

void bma_decision_mark(struct bma_decision *decision, uint32_t clause, enum bma_evidence_role role, int level)
{
    for (uint32_t i = 0; i < decision->mark_count; i++) {
        if (decision->marks[i].clause == clause && decision->marks[i].role == role)
            return;
    }
    if (decision->mark_count < BMA_MARKS_MAX)
        decision->marks[decision->mark_count++] = (struct bma_mark){clause, role, level};
}

/* Candidates stand side by side in a window, and it may be the whole draft: what it gives is kept. */
struct window {
    uint32_t first, end;
    uint8_t elements;
};

uint8_t bma_window_elements(struct bma_decision *decision, uint32_t clause)
{
    struct bma_search *search = decision->search;

    if (search->text->document->clauses[clause].is_row || search->text->clauses[clause].final ||
        (search->burden != BMA_NONE && bma_clause_has(search->text, clause, search->burden, NULL)) ||
        (decision->likely && bma_likely_opposed(decision->likely, clause)))
        return 0;
    for (size_t i = bma_search_candidates(search, clause);
         i < search->found_count && search->found[i].clause == clause; i++) {
        if (bma_candidate_counts(&search->found[i], true))
            return 0;
    }
    return bma_ladder_elements(search, clause, decision->rule);
}

bool bma_finding_leans_on_opposed(const struct bma_likely *likely, const struct bma_finding *finding)
{
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        if (finding->evidence[i].role == BMA_EVIDENCE_OPERATES &&
            bma_likely_opposed(likely, finding->evidence[i].clause))
            return true;
    }
    return false;
}

static void read_window(struct bma_decision *decision, uint32_t first, uint32_t end, struct window *out)
{
    *out = (struct window){.first = first, .end = end};
    for (uint32_t clause = first; clause < end; clause++)
        out->elements |= bma_window_elements(decision, clause);
}

/* Gathers the elements that the window around a deciding clause gives. */
static uint8_t gather(struct bma_decision *decision, struct bma_candidate *candidate, struct window *window)
{
    const struct bma_rule *rule = decision->rule;
    struct bma_search *search = decision->search;
    const struct bma_document *document = search->text->document;
    uint32_t first, end;
    uint8_t all = bma_ladder_own(search, candidate->clause, rule);

    candidate->elements = all;
    bma_ladder_window(document, candidate->clause, rule->window, &first, &end);
    if (window->first != first || window->end != end)
        read_window(decision, first, end, window);
    return all | window->elements;
}

/* Candidates come in reading order, so those of one clause stand side by side. */
static bool is_opposed(const struct bma_search *search, size_t at)
{
    const struct bma_candidate *candidate = &search->found[at];

    for (size_t i = at; i-- > 0 && search->found[i].clause == candidate->clause;) {
        if (bma_candidate_counts(&search->found[i], true) &&
            search->found[i].predicate == candidate->predicate)
            return true;
    }
    for (size_t i = at + 1; i < search->found_count && search->found[i].clause == candidate->clause; i++) {
        if (bma_candidate_counts(&search->found[i], true) &&
            search->found[i].predicate == candidate->predicate)
            return true;
    }
    return false;
}

/* One statement does not speak for a criterion and against it: what contradicts is no support. */
static void drop_opposed(struct bma_search *search)
{
    for (size_t i = 0; i < search->found_count; i++) {
        struct bma_candidate *candidate = &search->found[i];

        if (candidate->against || candidate->level == BMA_LEVEL_ABSENT || !is_opposed(search, i))
            continue;
        candidate->level = BMA_LEVEL_ABSENT;
        candidate->reason = BMA_REASON_POLARITY;
    }
}

/* Of the clause whose candidates begin at `first`: counts its answers on either side; returns where they end.
 */
static size_t weigh_clause(struct bma_search *search, size_t first, uint32_t answers[2])
{
    uint32_t query[2] = {BMA_NONE, BMA_NONE};
    size_t end = first;

    answers[0] = answers[1] = 0;
    for (; end < search->found_count && search->found[end].clause == search->found[first].clause; end++) {
        const struct bma_candidate *candidate = &search->found[end];

        if (candidate->level > BMA_LEVEL_ABSENT && candidate->query != query[candidate->against])
            answers[candidate->against]++;
        query[candidate->against] = candidate->query;
    }
    for (size_t i = first; i < end; i++)
        search->found[i].answers = answers[search->found[i].against];
    return end;
}

/* The same for all candidates of an article. */
static size_t weigh_article(struct bma_search *search, size_t first)
{
    const struct bma_document *document = search->text->document;
    uint32_t article = bma_article_of(document, search->found[first].clause), answers[2], company[2] = {0, 0};
    size_t end = first;

    do {
        end = weigh_clause(search, end, answers);
        company[0] += answers[0] > 0;
        company[1] += answers[1] > 0;
    } while (end < search->found_count && bma_article_of(document, search->found[end].clause) == article);
    for (size_t i = first; i < end; i++)
        search->found[i].company = company[search->found[i].against];
    return end;
}

static void weigh(struct bma_search *search)
{
    for (size_t i = 0; i < search->found_count;)
        i = weigh_article(search, i);
}

/* Whether a clause that reads like others of the kind counts: one that does not gives no level beside it. */
static bool is_certain(const struct bma_search *search)
{
    for (size_t i = 0; i < search->found_count; i++) {
        if (bma_candidate_counts(&search->found[i], false) && !search->found[i].unlike)
            return true;
    }
    return false;
}

void bma_decide_operational(struct bma_decision *decision)
{
    struct bma_search *search = decision->search;
    struct bma_finding *finding = decision->finding;
    struct window window = {.end = 0};

    if (finding->level != BMA_LEVEL_BINDING)
        return;
    for (size_t i = 0; i < search->found_count; i++) {
        struct bma_candidate *candidate = &search->found[i];

        if (!candidate->against && candidate->level == BMA_LEVEL_BINDING)
            finding->elements |= gather(decision, candidate, &window);
    }
    if (bma_element_count(finding->elements) >= BMA_ELEMENTS_ENOUGH)
        finding->level = BMA_LEVEL_OPERATIONAL;
}

/* The level that the candidates give, with its elements and what works against it. */
static void decide_level(struct bma_decision *decision)
{
    struct bma_search *search = decision->search;
    struct bma_finding *finding = decision->finding;
    bool certain;

    drop_opposed(search);
    certain = is_certain(search);
    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *candidate = &search->found[i];

        if (!candidate->against && candidate->level > finding->level && !(certain && candidate->unlike)) {
            finding->level = candidate->level;
            decision->why = candidate->reason;
        }
        if (bma_candidate_counts(candidate, true))
            finding->contradicted = true;
        if (!candidate->against && candidate->reason == BMA_REASON_NON_BINDING)
            finding->capped = true;
    }
    bma_decide_operational(decision);
}

/* A fact of the dossier is worth 2, as nobody is bound by it, and only raises what is below. */
static void consult_dossier(struct bma_decision *decision)
{
    for (uint32_t i = 0; !decision->fact && i < decision->rule->dossier_count; i++)
        decision->fact = bma_case_fact(decision->agreement, decision->rule->dossier[i]);
    if (decision->fact && decision->finding->level < BMA_LEVEL_SOFT)
        decision->finding->level = BMA_LEVEL_SOFT;
}

enum bma_status bma_decide(struct bma_decision *decision, struct bma_likely *likely, uint32_t rule,
                           struct bma_error *error)
{
    enum bma_status status = run_queries(decision, likely, rule, error);

    decision->search->rule++;
    if (status != BMA_OK)
        return status;
    decide_level(decision);
    weigh(decision->search);
    consult_dossier(decision);
    return BMA_OK;
}

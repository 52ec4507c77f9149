/* Which clauses a finding shows, strongest first. */
#include "rules/decide.h"

#include "findings/compose.h"
#include "findings/evidence.h"
#include "findings/phrases.h"
#include "rules/ladder.h"

#include <string.h>

static bool shown(const struct bma_finding *finding, uint32_t clause)
{
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        if (finding->evidence[i].clause == clause)
            return true;
    }
    return false;
}

static enum bma_status show(struct bma_decision *decision, uint32_t clause, enum bma_evidence_role role,
                            int level, struct bma_error *error)
{
    struct bma_finding *finding = decision->finding;
    enum bma_status status;

    if (finding->evidence_count >= BMA_EVIDENCE_MAX || shown(finding, clause))
        return BMA_OK;
    status = bma_evidence_from_clause(decision->search->text->document, clause, role, level, decision->arena,
                                      &finding->evidence[finding->evidence_count], error);
    if (status == BMA_OK)
        finding->evidence_count++;
    return status;
}

static int count_elements(uint8_t elements)
{
    return (elements & 1) + ((elements >> 1) & 1) + ((elements >> 2) & 1);
}

/*
 * Candidates of exactly this level on one side, at most `most` of them; those that give more of body, time
 * and procedure by themselves come first, then reading order.
 */
static enum bma_status show_candidates(struct bma_decision *decision, bool against, int level, uint32_t most,
                                       enum bma_evidence_role role, struct bma_error *error)
{
    const struct bma_search *search = decision->search;
    uint32_t limit = decision->finding->evidence_count + most;
    enum bma_status status = BMA_OK;

    for (int elements = 3; elements >= 0; elements--) {
        for (size_t i = 0; status == BMA_OK && i < search->found_count; i++) {
            const struct bma_candidate *candidate = &search->found[i];

            if (decision->finding->evidence_count >= limit)
                return status;
            if (candidate->against == against && candidate->level == level &&
                count_elements(candidate->elements) == elements)
                status = show(decision, candidate->clause, role, level, error);
        }
    }
    return status;
}

static enum bma_status show_marks(struct bma_decision *decision, enum bma_evidence_role role, uint32_t most,
                                  struct bma_error *error)
{
    uint32_t limit = decision->finding->evidence_count + most;
    enum bma_status status = BMA_OK;

    for (uint32_t i = 0; status == BMA_OK && i < decision->mark_count; i++) {
        const struct bma_mark *mark = &decision->marks[i];

        if (decision->finding->evidence_count >= limit)
            break;
        if (mark->role == role)
            status = show(decision, mark->clause, role, mark->level, error);
    }
    return status;
}

static enum bma_status show_fact(struct bma_decision *decision, struct bma_error *error)
{
    struct bma_finding *finding = decision->finding;
    const struct bma_fact *fact = decision->fact;
    enum bma_status status;

    if (!fact || finding->evidence_count >= BMA_EVIDENCE_MAX)
        return BMA_OK;
    status = bma_evidence_from_fact(fact->key, fact->value, fact->line, decision->arena,
                                    &finding->evidence[finding->evidence_count], error);
    if (status == BMA_OK)
        finding->evidence_count++;
    return status;
}

/*
 * How near a rejected clause came: what differs least from counting ranks
 * highest.  0 for what is no miss at all: words that a rule takes only under
 * some headings are too common elsewhere to tell a reader anything.
 */
static int nearness(const struct bma_search *search, const struct bma_candidate *candidate)
{
    static const enum bma_reason order[] = {BMA_REASON_ZONE,     BMA_REASON_DEFINITION, BMA_REASON_ELSEWHERE,
                                            BMA_REASON_EXCLUDED, BMA_REASON_FAR,        BMA_REASON_ACTOR,
                                            BMA_REASON_POLARITY, BMA_REASON_RELEASED};
    enum bma_zone zone = search->text->document->clauses[candidate->clause].zone;

    if (zone == BMA_ZONE_TITLE || zone == BMA_ZONE_CLOSING)
        return 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (order[i] == candidate->reason)
            return (int)i + 1;
    }
    return 0;
}

static uint32_t nearest_rejected(struct bma_decision *decision)
{
    const struct bma_search *search = decision->search;
    uint32_t clause = BMA_NONE;
    int best = 0;

    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *candidate = &search->found[i];

        if (candidate->against || candidate->level > 0 || nearness(search, candidate) <= best)
            continue;
        best = nearness(search, candidate);
        clause = candidate->clause;
        decision->why = candidate->reason;
    }
    return clause;
}

static enum bma_status show_nearest(struct bma_decision *decision, struct bma_error *error)
{
    uint32_t clause = nearest_rejected(decision);

    return clause == BMA_NONE ? BMA_OK
                              : show(decision, clause, BMA_EVIDENCE_NEAREST, BMA_LEVEL_ABSENT, error);
}

static enum bma_status show_against(struct bma_decision *decision, struct bma_error *error)
{
    enum bma_status status = show_marks(decision, BMA_EVIDENCE_CONTRADICTS, 2, error);

    for (int level = BMA_LEVEL_BINDING; status == BMA_OK && level >= BMA_LEVEL_SOFT; level--)
        status = show_candidates(decision, true, level, 2, BMA_EVIDENCE_CONTRADICTS, error);
    return status;
}

static enum bma_status show_all(struct bma_decision *decision, struct bma_error *error)
{
    const struct bma_finding *finding = decision->finding;
    int top = finding->level == BMA_LEVEL_OPERATIONAL ? BMA_LEVEL_BINDING : finding->level;
    enum bma_status status = show_marks(decision, BMA_EVIDENCE_SUPPORTS, 2, error);

    for (int level = top; status == BMA_OK && finding->evidence_count == 0 && level > 0; level--)
        status = show_candidates(decision, false, level, 3, BMA_EVIDENCE_SUPPORTS, error);
    if (status == BMA_OK)
        status = show_fact(decision, error);
    if (status == BMA_OK && finding->contradicted)
        status = show_against(decision, error);
    if (status == BMA_OK && finding->level == BMA_LEVEL_OPERATIONAL)
        status = show_marks(decision, BMA_EVIDENCE_OPERATES, 2, error);
    if (status == BMA_OK)
        status = show_marks(decision, BMA_EVIDENCE_WEAKER, 2, error);
    for (int level = top - 1; status == BMA_OK && level > 0; level--)
        status = show_candidates(decision, false, level, 1, BMA_EVIDENCE_WEAKER, error);
    if (status == BMA_OK && finding->level == BMA_LEVEL_ABSENT && !finding->contradicted)
        status = show_nearest(decision, error);
    return status;
}

/* What is missing at this level; where the rule says nothing of it, what it says of the level below. */
static void advise(struct bma_decision *decision)
{
    const struct bma_rule *rule = decision->rule;
    struct bma_finding *finding = decision->finding;

    finding->advice = "";
    finding->wording = "";
    if (finding->contradicted && *rule->advice_contradicted) {
        finding->advice = rule->advice_contradicted;
        finding->wording = rule->wording;
        return;
    }
    if (finding->level == BMA_LEVEL_OPERATIONAL)
        return;
    finding->wording = rule->wording;
    finding->advice = rule->advice[finding->level];
    if (*finding->advice == '\0' && finding->level == BMA_LEVEL_BINDING)
        finding->advice = bma_phrase(BMA_PHRASE_ADVICE_BINDING);
    for (int level = finding->level; *finding->advice == '\0' && level >= 0; level--)
        finding->advice = rule->advice[level];
}

static enum bma_status keep_candidates(struct bma_decision *decision, struct bma_error *error)
{
    const struct bma_search *search = decision->search;
    struct bma_finding *finding = decision->finding;

    finding->candidates =
        bma_arena_calloc(decision->arena, search->found_count + 1, sizeof *finding->candidates);
    if (!finding->candidates)
        return bma_error_memory(error);
    if (search->found_count > 0)
        memcpy(finding->candidates, search->found, search->found_count * sizeof *search->found);
    finding->candidate_count = (uint32_t)search->found_count;
    return BMA_OK;
}

enum bma_status bma_decision_finish(struct bma_decision *decision, struct bma_error *error)
{
    struct bma_finding *finding = decision->finding;
    enum bma_status status = keep_candidates(decision, error);

    finding->evidence = bma_arena_calloc(decision->arena, BMA_EVIDENCE_MAX, sizeof *finding->evidence);
    if (!finding->evidence)
        return bma_error_memory(error);
    finding->advice = "";
    finding->wording = "";
    if (status == BMA_OK && finding->status == BMA_FINDING_DECIDED) {
        status = show_all(decision, error);
        advise(decision);
    }
    if (status == BMA_OK)
        status = bma_finding_compose(finding, decision->why, decision->arena, error);
    if (status == BMA_OK)
        (void)bma_finding_verify(decision->search->text->document, finding);
    return status;
}

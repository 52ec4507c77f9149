/* Which clauses a finding shows: of each role the strongest first, then the most direct. */
#include "rules/decide.h"

#include "findings/compose.h"
#include "findings/evidence.h"
#include "findings/phrases.h"
#include "rules/grounds.h"
#include "rules/ladder.h"

#include <string.h>

/* A clause that gives with one hand and takes with the other is shown on either side. */
static bool shown(const struct bma_finding *finding, uint32_t clause, bool against)
{
    for (uint32_t i = 0; i < finding->evidence_count; i++) {
        const struct bma_evidence *evidence = &finding->evidence[i];

        if (evidence->clause == clause && (evidence->role == BMA_EVIDENCE_CONTRADICTS) == against)
            return true;
    }
    return false;
}

/* The candidate for which a clause is shown: the strongest of its side, then the most direct; of the nearest
 * miss the one that was turned away for the reason given.  NULL: no query found the clause. */
static const struct bma_candidate *shown_for(const struct bma_decision *decision, uint32_t clause,
                                             enum bma_evidence_role role)
{
    const struct bma_search *search = decision->search;
    const struct bma_candidate *best = NULL;

    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *candidate = &search->found[i];

        if (candidate->clause != clause || candidate->against != (role == BMA_EVIDENCE_CONTRADICTS) ||
            (role == BMA_EVIDENCE_NEAREST ? candidate->reason != decision->why : candidate->level == 0))
            continue;
        if (!best || candidate->level > best->level ||
            (candidate->level == best->level && bma_more_direct(candidate, best)))
            best = candidate;
    }
    return best;
}

static enum bma_status show(struct bma_decision *decision, uint32_t clause, enum bma_evidence_role role,
                            int level, struct bma_error *error)
{
    struct bma_finding *finding = decision->finding;
    struct bma_evidence *evidence = &finding->evidence[finding->evidence_count];
    const struct bma_candidate *candidate = shown_for(decision, clause, role);
    enum bma_status status;

    if (finding->evidence_count >= BMA_EVIDENCE_MAX ||
        shown(finding, clause, role == BMA_EVIDENCE_CONTRADICTS))
        return BMA_OK;
    status = bma_evidence_from_clause(decision->search->text->document, clause, role, level, decision->arena,
                                      evidence, error);
    if (status == BMA_OK && candidate)
        status = bma_grounds_show(decision->search->text, decision->rule, candidate, decision->arena,
                                  evidence, error);
    if (status != BMA_OK)
        return status;
    if (finding->level >= BMA_LEVEL_BINDING &&
        (role == BMA_EVIDENCE_SUPPORTS || role == BMA_EVIDENCE_OPERATES))
        evidence->elements = bma_ladder_own(decision->search, clause, decision->rule);
    finding->evidence_count++;
    return BMA_OK;
}

/* The most direct candidate of this level on one side that is not shown and gives some of the elements; NULL:
 * none. */
static const struct bma_candidate *most_direct(const struct bma_decision *decision, bool against, int level,
                                               uint8_t elements)
{
    const struct bma_search *search = decision->search;
    const struct bma_candidate *best = NULL;

    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *candidate = &search->found[i];

        if (candidate->against == against && candidate->level == level &&
            (elements == 0 || (candidate->elements & elements)) &&
            (!best || bma_more_direct(candidate, best)) &&
            !shown(decision->finding, candidate->clause, against))
            best = candidate;
    }
    return best;
}

/* Candidates of exactly this level on one side, at most `most` of them, the most direct first. */
static enum bma_status show_candidates(struct bma_decision *decision, bool against, int level, uint32_t most,
                                       enum bma_evidence_role role, struct bma_error *error)
{
    const struct bma_candidate *next;
    enum bma_status status = BMA_OK;

    while (status == BMA_OK && most-- > 0 && decision->finding->evidence_count < BMA_EVIDENCE_MAX &&
           (next = most_direct(decision, against, level, 0)) != NULL)
        status = show(decision, next->clause, role, level, error);
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

static uint8_t elements_shown(const struct bma_finding *finding)
{
    uint8_t elements = 0;

    for (uint32_t i = 0; i < finding->evidence_count; i++)
        elements |= finding->evidence[i].elements;
    return elements;
}

/* The first clause in the window around one that gives some of the elements and is not shown; BMA_NONE: none
 * does. */
static uint32_t near_with(struct bma_decision *decision, uint32_t around, uint8_t elements)
{
    uint32_t first, end;

    bma_ladder_window(decision->search->text->document, around, decision->rule->window, &first, &end);
    for (uint32_t clause = first; clause < end; clause++) {
        if ((bma_window_elements(decision, clause) & elements) && !shown(decision->finding, clause, false))
            return clause;
    }
    return BMA_NONE;
}

/* A clause that gives some of the elements: beside what is shown, or a deciding one, or beside such; or
 * BMA_NONE. */
static uint32_t find_elements(struct bma_decision *decision, uint8_t elements)
{
    const struct bma_finding *finding = decision->finding;
    const struct bma_search *search = decision->search;
    const struct bma_candidate *direct;
    uint32_t clause = BMA_NONE;

    for (uint32_t i = 0; clause == BMA_NONE && i < finding->evidence_count; i++)
        clause = near_with(decision, finding->evidence[i].clause, elements);
    direct = clause == BMA_NONE ? most_direct(decision, false, BMA_LEVEL_BINDING, elements) : NULL;
    if (direct)
        return direct->clause;
    for (size_t i = 0; clause == BMA_NONE && i < search->found_count; i++) {
        if (!search->found[i].against && search->found[i].level == BMA_LEVEL_BINDING)
            clause = near_with(decision, search->found[i].clause, elements);
    }
    return clause;
}

/* What carries out a duty whose own clauses, as shown, do not say enough: until two elements are seen. */
static enum bma_status show_elements(struct bma_decision *decision, struct bma_error *error)
{
    struct bma_finding *finding = decision->finding;
    enum bma_status status = BMA_OK;
    uint8_t seen;

    while (status == BMA_OK && finding->evidence_count < BMA_EVIDENCE_MAX &&
           bma_element_count(seen = elements_shown(finding)) < BMA_ELEMENTS_ENOUGH) {
        uint32_t clause = find_elements(decision, (uint8_t)(finding->elements & ~seen));

        if (clause == BMA_NONE)
            break;
        status = show(decision, clause, BMA_EVIDENCE_OPERATES, BMA_LEVEL_BINDING, error);
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
 * some headings are too common elsewhere to tell a reader anything, and a heading or a definition says
 * nothing about the matter.
 */
static int nearness(enum bma_reason reason)
{
    static const enum bma_reason order[] = {BMA_REASON_ELSEWHERE, BMA_REASON_EXCLUDED, BMA_REASON_FAR,
                                            BMA_REASON_ACTOR,     BMA_REASON_POLARITY, BMA_REASON_RELEASED,
                                            BMA_REASON_ALIEN};

    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        if (order[i] == reason)
            return (int)i + 1;
    }
    return 0;
}

/* The score of what likeness reads; nothing is known of the rest. */
static int32_t known_alike(const struct bma_candidate *candidate)
{
    return candidate->alike != 0 ? candidate->alike : INT32_MIN;
}

/* Of those that came as near, the one that is most alike others that count; what reads unlike them is no
 * miss, but for what was dropped as such. */
static uint32_t nearest_rejected(struct bma_decision *decision)
{
    const struct bma_search *search = decision->search;
    const struct bma_candidate *best = NULL;
    int best_nearness = 1;

    for (size_t i = 0; i < search->found_count; i++) {
        const struct bma_candidate *candidate = &search->found[i];
        int near = nearness(candidate->reason);

        if (candidate->against || candidate->level > 0 || near < best_nearness ||
            (candidate->unlike && candidate->reason != BMA_REASON_ALIEN) ||
            (best && near == best_nearness && known_alike(candidate) <= known_alike(best)))
            continue;
        best = candidate;
        best_nearness = near;
    }
    if (!best)
        return BMA_NONE;
    decision->why = best->reason;
    return best->clause;
}

static enum bma_status show_nearest(struct bma_decision *decision, struct bma_error *error)
{
    uint32_t clause = nearest_rejected(decision);

    return clause == BMA_NONE ? BMA_OK
                              : show(decision, clause, BMA_EVIDENCE_NEAREST, BMA_LEVEL_ABSENT, error);
}

/* All of them: one that stays in the draft undoes what the others' deletion mends. */
static enum bma_status show_against(struct bma_decision *decision, struct bma_error *error)
{
    enum bma_status status = show_marks(decision, BMA_EVIDENCE_CONTRADICTS, BMA_EVIDENCE_MAX, error);

    for (int level = BMA_LEVEL_BINDING; status == BMA_OK && level >= BMA_LEVEL_SOFT; level--)
        status = show_candidates(decision, true, level, BMA_EVIDENCE_MAX, BMA_EVIDENCE_CONTRADICTS, error);
    return status;
}

/* The clause that decides and what carries it out come first; then others of the same strength. */
static enum bma_status show_for(struct bma_decision *decision, int top, struct bma_error *error)
{
    const struct bma_finding *finding = decision->finding;
    enum bma_status status = show_marks(decision, BMA_EVIDENCE_SUPPORTS, 2, error);
    bool marked = finding->evidence_count > 0;

    for (; status == BMA_OK && finding->evidence_count == 0 && top > 0; top--)
        status = show_candidates(decision, false, top, 1, BMA_EVIDENCE_SUPPORTS, error);
    if (status == BMA_OK && finding->level == BMA_LEVEL_OPERATIONAL)
        status = show_marks(decision, BMA_EVIDENCE_OPERATES, 2, error);
    if (status == BMA_OK && finding->level == BMA_LEVEL_OPERATIONAL)
        status = show_elements(decision, error);
    if (status == BMA_OK && !marked && finding->evidence_count > 0)
        status =
            show_candidates(decision, false, finding->evidence[0].level, 2, BMA_EVIDENCE_SUPPORTS, error);
    return status;
}

static enum bma_status show_all(struct bma_decision *decision, struct bma_error *error)
{
    const struct bma_finding *finding = decision->finding;
    int top = finding->level == BMA_LEVEL_OPERATIONAL ? BMA_LEVEL_BINDING : finding->level;
    enum bma_status status = show_for(decision, top, error);

    if (status == BMA_OK)
        status = show_fact(decision, error);
    if (status == BMA_OK && finding->contradicted)
        status = show_against(decision, error);
    if (status == BMA_OK)
        status = show_marks(decision, BMA_EVIDENCE_WEAKER, 2, error);
    for (int level = top - 1; status == BMA_OK && level > 0; level--)
        status = show_candidates(decision, false, level, 1, BMA_EVIDENCE_WEAKER, error);
    if (status == BMA_OK && finding->level == BMA_LEVEL_ABSENT && !finding->contradicted)
        status = show_nearest(decision, error);
    return status;
}

/* What is missing at this level; where the rule says nothing of it, what it says of the level below. */
static const char *advice_on(const struct bma_finding *finding, const struct bma_rule *rule)
{
    const char *advice;

    if (finding->contradicted)
        return *rule->advice_contradicted ? rule->advice_contradicted
                                          : bma_phrase(BMA_PHRASE_ADVICE_CONTRADICTED);
    if (finding->level == BMA_LEVEL_OPERATIONAL)
        return "";
    advice = rule->advice[finding->level];
    if (*advice == '\0' && finding->level == BMA_LEVEL_BINDING)
        advice = bma_phrase(BMA_PHRASE_ADVICE_BINDING);
    for (int level = finding->level; *advice == '\0' && level >= 0; level--)
        advice = rule->advice[level];
    return advice;
}

static enum bma_status advise(struct bma_decision *decision, struct bma_error *error)
{
    struct bma_finding *finding = decision->finding;

    finding->advice = advice_on(finding, decision->rule);
    if (finding->level < BMA_LEVEL_OPERATIONAL || finding->contradicted)
        finding->wording = bma_wording_make(decision->rule->wording, decision->own, decision->arena);
    return finding->wording ? BMA_OK : bma_error_memory(error);
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
        status = advise(decision, error);
        if (status == BMA_OK)
            status = show_all(decision, error);
    }
    if (status == BMA_OK)
        status = bma_finding_compose(finding, decision->why, decision->arena, error);
    if (status == BMA_OK)
        (void)bma_finding_verify(decision->search->text->document, finding);
    return status;
}

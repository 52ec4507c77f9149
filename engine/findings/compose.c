#include "findings/compose.h"

#include "findings/evidence.h"
#include "findings/phrases.h"

#include <string.h>

bool bma_evidence_carries(const struct bma_finding *finding, uint32_t at)
{
    const struct bma_evidence *first = bma_evidence_first(finding, BMA_EVIDENCE_SUPPORTS);
    uint8_t seen = first ? first->elements : 0;

    if (&finding->evidence[at] == first)
        return true;
    for (uint32_t i = 0; i <= at && bma_element_count(seen) < BMA_ELEMENTS_ENOUGH; i++) {
        const struct bma_evidence *evidence = &finding->evidence[i];

        if (evidence->role != BMA_EVIDENCE_SUPPORTS && evidence->role != BMA_EVIDENCE_OPERATES)
            continue;
        if (i == at)
            return (evidence->elements & ~seen) != 0 && finding->level == BMA_LEVEL_OPERATIONAL;
        seen |= evidence->elements;
    }
    return false;
}

/* "responsible body, time limit and procedure" for the bits that are set. */
static const char *list_elements(uint8_t bits, enum bma_phrase last, struct bma_arena *arena)
{
    static const struct {
        uint8_t bit;
        enum bma_phrase name;
    } all[] = {{BMA_ELEMENT_BODY, BMA_PHRASE_BODY},
               {BMA_ELEMENT_TIME, BMA_PHRASE_TIME},
               {BMA_ELEMENT_PROCEDURE, BMA_PHRASE_PROCEDURE}};
    const char *list = "";

    for (size_t i = 0; list && i < 3; i++) {
        uint8_t later = (uint8_t)(bits >> (i + 1));

        if (!(bits & all[i].bit))
            continue;
        list = bma_arena_printf(arena, "%s%s%s", list, *list == '\0' ? "" : (later ? ", " : bma_phrase(last)),
                                bma_phrase(all[i].name));
    }
    return list;
}

/* The phrase with its first %s as a and its second as b. */
static const char *say(struct bma_arena *arena, enum bma_phrase phrase, const char *a, const char *b)
{
    const char *format = bma_phrase(phrase);
    const char *first = a && b ? strstr(format, "%s") : NULL;
    const char *second = first ? strstr(first + 2, "%s") : NULL;

    if (!a || !b)
        return NULL;
    if (!first)
        return format;
    if (!second)
        return bma_arena_printf(arena, "%.*s%s%s", (int)(first - format), format, a, first + 2);
    return bma_arena_printf(arena, "%.*s%s%.*s%s%s", (int)(first - format), format, a,
                            (int)(second - first - 2), first + 2, b, second + 2);
}

/* A clause outside any division that has a name is known by its line. */
static const char *where(const struct bma_evidence *evidence, struct bma_arena *arena)
{
    return *evidence->citation != '\0' ? evidence->citation
                                       : bma_arena_printf(arena, "line %u", (unsigned)evidence->line);
}

static const char *say_absent(const struct bma_finding *finding, enum bma_reason why, struct bma_arena *arena)
{
    const struct bma_evidence *nearest = bma_evidence_first(finding, BMA_EVIDENCE_NEAREST);

    return nearest ? say(arena, BMA_PHRASE_NEAREST, where(nearest, arena), bma_phrase_reason(why))
                   : bma_phrase(BMA_PHRASE_ABSENT);
}

static const char *say_soft(const char *citation, enum bma_reason why, struct bma_arena *arena)
{
    enum bma_phrase phrase = why == BMA_REASON_HEDGED        ? BMA_PHRASE_HEDGED
                             : why == BMA_REASON_NON_BINDING ? BMA_PHRASE_NON_BINDING
                                                             : BMA_PHRASE_SOFT;

    return say(arena, phrase, citation, "");
}

/* Whether a clause before it, among those that the finding rests on, stands in the same division. */
static bool was_listed(const struct bma_finding *finding, uint32_t at)
{
    for (uint32_t i = 0; i < at; i++)
        if (bma_evidence_carries(finding, i) &&
            strcmp(finding->evidence[i].citation, finding->evidence[at].citation) == 0)
            return true;
    return false;
}

/* "Article 3 and Annex A(2)": the clauses beside the first that a finding rests on; what all of them give. */
static const char *list_carriers(const struct bma_finding *finding, const struct bma_evidence *first,
                                 uint8_t *elements, struct bma_arena *arena)
{
    const char *list = "";

    *elements = first->elements;
    for (uint32_t i = 0; list && i < finding->evidence_count; i++) {
        const struct bma_evidence *evidence = &finding->evidence[i];

        if (evidence == first || !bma_evidence_carries(finding, i))
            continue;
        *elements |= evidence->elements;
        if (strcmp(evidence->citation, first->citation) != 0 && !was_listed(finding, i))
            list = bma_arena_printf(arena, "%s%s%s", list, *list == '\0' ? "" : bma_phrase(BMA_PHRASE_AND),
                                    where(evidence, arena));
    }
    return list;
}

static const char *say_operational(const struct bma_finding *finding, const struct bma_evidence *support,
                                   struct bma_arena *arena)
{
    uint8_t elements;
    const char *others = list_carriers(finding, support, &elements, arena);
    const char *given = list_elements(elements, BMA_PHRASE_AND, arena);
    const char *opening, *ending;

    if (!others || !given)
        return NULL;
    if (*others == '\0')
        return say(arena, BMA_PHRASE_OPERATIONAL, where(support, arena), given);
    opening = say(arena, BMA_PHRASE_TOGETHER, where(support, arena), others);
    ending = say(arena, BMA_PHRASE_TOGETHER_GIVE, given, "");
    return opening && ending ? bma_arena_printf(arena, "%s%s", opening, ending) : NULL;
}

static const char *say_level(const struct bma_finding *finding, enum bma_reason why, struct bma_arena *arena)
{
    const uint8_t all = BMA_ELEMENT_BODY | BMA_ELEMENT_TIME | BMA_ELEMENT_PROCEDURE;
    const struct bma_evidence *support = bma_evidence_first(finding, BMA_EVIDENCE_SUPPORTS);
    uint8_t missing = (uint8_t)(all & ~finding->elements);

    if (finding->level == BMA_LEVEL_ABSENT || !support)
        return say_absent(finding, why, arena);
    if (support->voice == BMA_VOICE_DOSSIER)
        return bma_phrase(BMA_PHRASE_DOSSIER_ONLY);
    if (finding->level == BMA_LEVEL_OPERATIONAL)
        return say_operational(finding, support, arena);
    if (finding->level == BMA_LEVEL_BINDING && finding->likely && !finding->contradicted &&
        finding->elements == 0)
        return say(arena, BMA_PHRASE_BINDS, where(support, arena), "");
    if (finding->level == BMA_LEVEL_BINDING)
        return say(arena, BMA_PHRASE_BINDING, where(support, arena),
                   list_elements(missing, BMA_PHRASE_OR, arena));
    if (finding->level == BMA_LEVEL_SOFT)
        return say_soft(where(support, arena), why, arena);
    return say(arena, BMA_PHRASE_MENTIONED, where(support, arena), "");
}

static const char *say_likely(const struct bma_finding *finding, enum bma_phrase opens, const char *reason,
                              struct bma_arena *arena)
{
    const char *opening = say(arena, opens, finding->alike, "");

    return opening ? bma_arena_printf(arena, "%s%s", opening, reason) : NULL;
}

static const char *say_contradiction(const struct bma_finding *finding, const char *reason,
                                     struct bma_arena *arena)
{
    const struct bma_evidence *against = bma_evidence_first(finding, BMA_EVIDENCE_CONTRADICTS);
    const char *sentence = against ? say(arena, BMA_PHRASE_AGAINST, where(against, arena), "") : "";

    if (sentence && finding->likely)
        sentence = say_likely(finding, BMA_PHRASE_LIKELY_AGAINST, sentence, arena);
    else if (sentence && finding->doubtful)
        sentence = bma_arena_printf(arena, "%s%s", bma_phrase(BMA_PHRASE_DOUBTFUL_AGAINST), sentence);
    if (!sentence || finding->level == BMA_LEVEL_ABSENT)
        return sentence;
    return bma_arena_printf(arena, "%s %s", reason, sentence);
}

enum bma_status bma_finding_compose(struct bma_finding *finding, enum bma_reason why, struct bma_arena *arena,
                                    struct bma_error *error)
{
    const char *reason;

    if (finding->reason)
        return BMA_OK;
    if (finding->status == BMA_FINDING_NOT_APPLICABLE)
        reason = bma_phrase(BMA_PHRASE_NOT_APPLICABLE);
    else
        reason = say_level(finding, why, arena);
    if (reason && finding->likely && !finding->contradicted)
        reason = say_likely(finding, BMA_PHRASE_LIKELY, reason, arena);
    if (reason && finding->doubtful && !finding->contradicted)
        reason = bma_arena_printf(arena, "%s%s", bma_phrase(BMA_PHRASE_DOUBTFUL), reason);
    if (reason && finding->contradicted)
        reason = say_contradiction(finding, reason, arena);
    finding->reason = reason;
    return reason ? BMA_OK : bma_error_memory(error);
}

#include "findings/phrases.h"

#include <stddef.h>

static const char *const phrases[BMA_PHRASE_COUNT] = {
    [BMA_PHRASE_DOSSIER] = "dossier",
    [BMA_PHRASE_QUOTE_DIFFERS] = "a quote differs from the source",
    [BMA_PHRASE_OPERATIONAL] = "%s binds and can be carried out: it gives %s.",
    [BMA_PHRASE_TOGETHER] = "%s binds, and with %s it can be carried out: ",
    [BMA_PHRASE_TOGETHER_GIVE] = "together they give %s.",
    [BMA_PHRASE_BINDING] = "%s binds, but gives no %s.",
    [BMA_PHRASE_BINDS] = "%s binds; whether it can be carried out is left open.",
    [BMA_PHRASE_SOFT] = "%s only permits, encourages or promises effort.",
    [BMA_PHRASE_HEDGED] = "%s is hedged and can be set aside.",
    [BMA_PHRASE_NON_BINDING] = "%s would bind, but the instrument says that it creates no obligation.",
    [BMA_PHRASE_MENTIONED] = "%s names it without undertaking anything.",
    [BMA_PHRASE_DOSSIER_ONLY] = "No clause undertakes it; the dossier shows that it was done.",
    [BMA_PHRASE_LIKELY] =
        "Likely, not certain: no query of the rule holds, but the clause is worded like those that "
        "count (%s). ",
    [BMA_PHRASE_LIKELY_AGAINST] =
        "Likely, not certain: no query of the rule works against it, but a clause is worded like those "
        "that do (%s). ",
    [BMA_PHRASE_DOUBTFUL] =
        "Doubtful: the rule's phrases are there, in a clause that may mean something else, or the contrary. ",
    [BMA_PHRASE_DOUBTFUL_AGAINST] = "Doubtful, as clauses that do are worded otherwise: ",
    [BMA_PHRASE_ABSENT] = "No clause deals with it.",
    [BMA_PHRASE_NEAREST] = "No clause deals with it; the nearest is %s, %s.",
    [BMA_PHRASE_AGAINST] = "%s works against it.",
    [BMA_PHRASE_NOT_APPLICABLE] = "Nothing in the draft calls for it.",
    [BMA_PHRASE_AND] = " and ",
    [BMA_PHRASE_OR] = " or ",
    [BMA_PHRASE_BODY] = "responsible body",
    [BMA_PHRASE_TIME] = "time limit",
    [BMA_PHRASE_PROCEDURE] = "procedure",
    [BMA_PHRASE_ADVICE_CONTRADICTED] = "A clause takes away what this criterion guards. Delete it, or narrow "
                                       "it until it takes nothing away.",
    [BMA_PHRASE_ADVICE_BINDING] = "Say who answers for it, by when, and by what procedure.",
    [BMA_PHRASE_JOINT_BODY] = "Joint Committee",
    [BMA_PHRASE_INSTRUMENT] = "Agreement",
    [BMA_PHRASE_DUTY] = "shall",
    [BMA_PHRASE_INTENTION] = "will",
    [BMA_PHRASE_DANGLING] = "%s refers to %s, which does not exist.",
    [BMA_PHRASE_DANGLING_HEADING] = "%s refers to the heading %s, which does not exist.",
    [BMA_PHRASE_UNUSED] = "\"%s\" is defined in %s and never used.",
    [BMA_PHRASE_UNDEFINED] =
        "\"%s\" is written as a defined term (uses: %u, first in %s), but never defined.",
    [BMA_PHRASE_SAME_PLACE] = "another sentence of it",
    [BMA_PHRASE_DUTIES_UNEVEN] = "The duties are uneven: %s bears %u, the other Party %u.",
    [BMA_PHRASE_DUTIES_LISTED] =
        "%s lists duties of one side alone: %s bears %u there, and no list binds the other Party.",
    [BMA_PHRASE_ORIGIN] = "the country of origin",
    [BMA_PHRASE_DESTINATION] = "the country of destination",
    [BMA_PHRASE_EMPTY_BODY] = "%s gives tasks to the %s, but the draft does not say %s.",
    [BMA_PHRASE_COMPOSITION] = "who its members are",
    [BMA_PHRASE_MEETINGS] = "when it meets",
    [BMA_PHRASE_REPORTING] = "to whom it reports",
};

static const char *const reasons[] = {
    [BMA_REASON_COUNTS] = "which counts",
    [BMA_REASON_ZONE] = "which is a title or a heading",
    [BMA_REASON_PREAMBLE] = "which stands in the preamble",
    [BMA_REASON_AIM] = "which only states an aim",
    [BMA_REASON_SOFT] = "which is soft",
    [BMA_REASON_HEDGED] = "which is hedged",
    [BMA_REASON_NON_BINDING] = "which binds nobody",
    [BMA_REASON_RELEASED] = "which releases from the duty",
    [BMA_REASON_POLARITY] =
        "which has the words but turns them the other way: a ban for a duty, or a duty for a ban",
    [BMA_REASON_EXCLUDED] = "which uses the words in another sense",
    [BMA_REASON_ACTOR] = "which obliges somebody else",
    [BMA_REASON_TOPIC] = "which stands under another heading",
    [BMA_REASON_ELSEWHERE] = "which speaks of another instrument",
    [BMA_REASON_DEFINITION] = "which defines a term",
    [BMA_REASON_FAR] = "which names both matters without connecting them",
    [BMA_REASON_CAPPED] = "which counts for less",
    [BMA_REASON_CONTEXT] = "which stands in an article on something else",
    [BMA_REASON_ANNEX] = "which stands in an annex that is not made part of the agreement",
    [BMA_REASON_FRAGMENT] = "which is no sentence",
    [BMA_REASON_ALIEN] = "which has the words of the rule, but reads unlike others of the kind",
};

const char *bma_phrase(enum bma_phrase phrase)
{
    return phrases[phrase];
}

const char *bma_phrase_reason(enum bma_reason reason)
{
    return (size_t)reason < sizeof reasons / sizeof *reasons ? reasons[reason] : "";
}

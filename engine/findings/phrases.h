/*
 * The sentences that findings are put into.  This is the language of the
 * reports, in one table, and says nothing about how a draft is read: what a
 * clause means stands in the lexicon.
 */
#ifndef BMA_FINDINGS_PHRASES_H
#define BMA_FINDINGS_PHRASES_H

#include "findings/finding.h"

enum bma_phrase {
    BMA_PHRASE_DOSSIER,
    BMA_PHRASE_QUOTE_DIFFERS,
    BMA_PHRASE_OPERATIONAL,   /* citation, elements */
    BMA_PHRASE_TOGETHER,      /* citation, citations of what carries it out */
    BMA_PHRASE_TOGETHER_GIVE, /* elements */
    BMA_PHRASE_BINDING,       /* citation, elements that are missing */
    BMA_PHRASE_SOFT,          /* citation */
    BMA_PHRASE_HEDGED,        /* citation */
    BMA_PHRASE_BINDS,         /* citation */
    BMA_PHRASE_NON_BINDING,   /* citation */
    BMA_PHRASE_MENTIONED,     /* citation */
    BMA_PHRASE_DOSSIER_ONLY,
    BMA_PHRASE_LIKELY,         /* words */
    BMA_PHRASE_LIKELY_AGAINST, /* words */
    BMA_PHRASE_DOUBTFUL,
    BMA_PHRASE_DOUBTFUL_AGAINST,
    BMA_PHRASE_ABSENT,
    BMA_PHRASE_NEAREST, /* citation, why it does not count */
    BMA_PHRASE_AGAINST, /* citation */
    BMA_PHRASE_NOT_APPLICABLE,
    BMA_PHRASE_AND,
    BMA_PHRASE_OR,
    BMA_PHRASE_BODY,
    BMA_PHRASE_TIME,
    BMA_PHRASE_PROCEDURE,
    BMA_PHRASE_ADVICE_BINDING,
    BMA_PHRASE_ADVICE_CONTRADICTED,
    BMA_PHRASE_JOINT_BODY, /* what suggested clauses call the joint body and the text itself */
    BMA_PHRASE_INSTRUMENT,
    BMA_PHRASE_DUTY, /* the verb of a suggested clause, and that of one for a text which obliges nobody */
    BMA_PHRASE_INTENTION,
    BMA_PHRASE_DANGLING,         /* citation, reference */
    BMA_PHRASE_DANGLING_HEADING, /* citation, heading */
    BMA_PHRASE_UNUSED,           /* term, citation */
    BMA_PHRASE_UNDEFINED,        /* term, how often, citation */
    BMA_PHRASE_SAME_PLACE,       /* the other side of a conflict within one paragraph */
    BMA_PHRASE_DUTIES_UNEVEN,    /* side, its duties, duties of the other side */
    BMA_PHRASE_DUTIES_LISTED,    /* citation, side, how many */
    BMA_PHRASE_ORIGIN,
    BMA_PHRASE_DESTINATION,
    BMA_PHRASE_EMPTY_BODY, /* citation, body, what is missing */
    BMA_PHRASE_COMPOSITION,
    BMA_PHRASE_MEETINGS,
    BMA_PHRASE_REPORTING,
    BMA_PHRASE_COUNT
};

/* The phrase; those with arguments have a %s for each, in the order above. */
const char *bma_phrase(enum bma_phrase phrase);

/* Why a clause does not count, as the end of a sentence: "but only permits it". */
const char *bma_phrase_reason(enum bma_reason reason);

#endif

/*
 * Findings: plain records of what was decided on each criterion and why.
 * They know neither Lua nor weights.
 */
#ifndef BMA_FINDINGS_FINDING_H
#define BMA_FINDINGS_FINDING_H

#include "base/buffer.h"
#include "document/document.h"

#include <stdbool.h>
#include <stdint.h>

enum bma_level {
    BMA_LEVEL_ABSENT = 0,
    BMA_LEVEL_MENTIONED = 1,
    BMA_LEVEL_SOFT = 2,
    BMA_LEVEL_BINDING = 3,
    BMA_LEVEL_OPERATIONAL = 4
};
const char *bma_level_name(int level); /* "absent" …; "not applicable" for -1 */

enum bma_finding_status {
    BMA_FINDING_DECIDED,
    BMA_FINDING_NOT_APPLICABLE,
    BMA_FINDING_UNDECIDED, /* the rule could not tell: counts in the range only */
    BMA_FINDING_ERROR      /* the rule failed: never a pass */
};
/* "decided", "not-applicable" …, in JSON and in results databases. */
const char *bma_finding_status_name(enum bma_finding_status status);

/*
 * How much the report makes of a recommendation, with the words of packs, JSON, CSV and databases.  Sentences
 * written for people call what is critical "essential", as the report does.
 */
enum bma_priority { BMA_PRIORITY_SUPPLEMENTARY, BMA_PRIORITY_STANDARD, BMA_PRIORITY_CRITICAL };
extern const char *const bma_priority_names[]; /* in this order, ended by NULL */
const char *bma_priority_name(enum bma_priority priority);

/* Whose word the evidence is. */
enum bma_voice { BMA_VOICE_TEXT, BMA_VOICE_DOSSIER, BMA_VOICE_CODER };

/* What a piece of evidence does for the finding; the names are those of the JSON. */
enum bma_evidence_role {
    BMA_EVIDENCE_SUPPORTS, /* the clause that carries the level */
    BMA_EVIDENCE_OPERATES, /* adds body, time or procedure */
    BMA_EVIDENCE_WEAKER,   /* on the matter, at a lower level */
    BMA_EVIDENCE_CONTRADICTS,
    BMA_EVIDENCE_CONFLICTS, /* the other side of a coherence fault */
    BMA_EVIDENCE_NEAREST    /* of an absent criterion: the nearest miss */
};
const char *bma_evidence_role_name(enum bma_evidence_role role);
const char *bma_voice_name(enum bma_voice voice);

/* Why a clause that was considered counts as it does, or not: for `bma explain`. */
enum bma_reason {
    BMA_REASON_COUNTS,
    BMA_REASON_ZONE,     /* title, heading or closing */
    BMA_REASON_PREAMBLE, /* preamble: a mention */
    BMA_REASON_AIM,
    BMA_REASON_SOFT,
    BMA_REASON_HEDGED,
    BMA_REASON_NON_BINDING, /* the instrument binds nobody */
    BMA_REASON_RELEASED,    /* takes the duty away */
    BMA_REASON_POLARITY,    /* affirms what is to be forbidden, or denies what is to be affirmed */
    BMA_REASON_EXCLUDED,    /* another sense (the query's `none`) */
    BMA_REASON_ACTOR,       /* somebody else acts */
    BMA_REASON_TOPIC,       /* stands under another heading */
    BMA_REASON_ELSEWHERE,   /* of another instrument */
    BMA_REASON_DEFINITION,
    BMA_REASON_FAR,      /* the words stand too far apart */
    BMA_REASON_CAPPED,   /* the query counts for less */
    BMA_REASON_CONTEXT,  /* nothing else in its article speaks of what the query wants there */
    BMA_REASON_ANNEX,    /* of an annex that no operative clause makes part of the agreement */
    BMA_REASON_FRAGMENT, /* no verb governs it */
    BMA_REASON_ALIEN     /* has the phrase, and it or the whole document reads unlike the kind */
};

/* A clause that a rule looked at. */
struct bma_candidate {
    uint32_t clause;
    uint32_t predicate; /* that governs it, an index into the text's; BMA_NONE: none does */
    uint32_t query;     /* which of the rule's queries, 0-based; contradictions count on after looks_for */
    uint32_t focus;     /* the occurrence that decided, an index into the text's annotations, or BMA_NONE */
    bool against;
    int level; /* what it is worth alone, 0–4 */
    enum bma_reason reason;
    uint8_t elements; /* BMA_ELEMENT_… bits found for it */
    /* How directly its clause speaks to the criterion, among the candidates of its side that count: */
    uint32_t answers; /* queries that the clause answers */
    uint32_t company; /* clauses of its article that answer any */
    int32_t alike; /* how alike its clause is to others of the kind (likeness.h); 0 where nothing is known */
    bool unlike;   /* so little that it gives no level beside a clause that is more like them */
};
/* Whether it counts for its criterion, or, `against`, that it works against it. */
static inline bool bma_candidate_counts(const struct bma_candidate *candidate, bool against)
{
    return candidate->against == against && candidate->level >= BMA_LEVEL_SOFT;
}
enum { BMA_ELEMENT_BODY = 1, BMA_ELEMENT_TIME = 2, BMA_ELEMENT_PROCEDURE = 4 };

/* A binding clause with so many of them can be carried out (level 4). */
enum { BMA_ELEMENTS_ENOUGH = 2 };

static inline int bma_element_count(uint8_t elements)
{
    return (elements & 1) + (elements >> 1 & 1) + (elements >> 2 & 1);
}

/* The words in which a clause, or a lead-in of it, answers one thing that a rule asks for. */
struct bma_evidence_ground {
    const char *concept; /* its name in the lexicon; borrowed from the pack */
    const char *words;
    struct bma_span source; /* of the words, in the source */
};

struct bma_evidence {
    enum bma_voice voice;
    enum bma_evidence_role role;
    int level;              /* of this clause alone */
    uint8_t elements;       /* BMA_ELEMENT_… bits that it gives by itself, where these decide */
    struct bma_span source; /* in the source, [start, end); empty for dossier and coder */
    const char *quote;   /* the source's own words, white-space runs as one space; the fact for the dossier */
    const char *lead_in; /* of an item, what opens its list: "The worker shall not:"; else NULL */
    const char *words;   /* for a person to read: lead-in and quote as the text has them (document.h) */
    const char *citation; /* "Article 24(3)"; "dossier" */
    uint32_t line, column;
    uint32_t clause;                           /* BMA_NONE for dossier and coder */
    const struct bma_evidence_ground *grounds; /* of the query that found it; none: another way did */
    uint32_t ground_count;
};

/* What becomes of findings as the whole draft stands (rules/standing.h), in hundredths of log odds. */
enum {
    BMA_STANDING_DOUBTED = 150,      /* what a query found in a draft that stands no higher is doubtful, */
    BMA_STANDING_DROPPED = -25,      /* and below dropped, where it counts: better doubtful than lost, */
    BMA_STANDING_DROPPED_AGAINST = 0 /* or here, where it works against a criterion */
};

struct bma_finding {
    const char *criterion; /* "HR-1"; borrowed from the pack */
    enum bma_finding_status status;
    int level; /* 0–4; 0 unless status is DECIDED */
    bool contradicted;
    bool likely;   /* the level, or when contradicted the contradiction, is by likeness alone (likeness.h) */
    bool doubtful; /* it is by a query, in clauses that may mean something else (likeness.h) */
    bool weighed;  /* the pack has learned how whole drafts are worded, */
    int32_t
        standing[2];    /* and so this one stands, for the criterion and against it: hundredths of log odds */
    const char *alike;  /* likely: the words that weighed most; else NULL */
    bool capped;        /* a non-binding instrument held it at 2 */
    uint8_t elements;   /* BMA_ELEMENT_… bits of the deciding clauses together */
    const char *reason; /* one or two sentences for the adviser */
    const char *advice; /* what is missing at this level; "" at level 4 */
    const char *wording;           /* suggested clause; "" at level 4 */
    struct bma_evidence *evidence; /* by role; of several the strongest first, then the most direct */
    uint32_t evidence_count;
    struct bma_candidate *candidates; /* all that was considered, in reading order */
    uint32_t candidate_count;
    const char *error;      /* status ERROR: the message */
    const char *error_file; /* and where */
    uint32_t error_line;    /* 0: it has no place, as where memory ran out */
};

/* Where and why a rule failed, in one line: "hr/HR-5.lua:12: …". */
void bma_finding_fault(const struct bma_finding *finding, struct bma_buffer *out);

/* Whether a reader should look before relying on it: marked “?”. */
static inline bool bma_is_uncertain(const struct bma_finding *finding)
{
    return finding->likely || finding->doubtful;
}

/* Whether a query found of the clause that it counts for the criterion, or, `against`, that it works against
 * it. */
static inline bool bma_finding_counts(const struct bma_finding *finding, uint32_t clause, bool against)
{
    for (uint32_t i = 0; i < finding->candidate_count; i++) {
        if (finding->candidates[i].clause == clause && bma_candidate_counts(&finding->candidates[i], against))
            return true;
    }
    return false;
}

/* What the queries alone say, without likeness. */
static inline int bma_certain_level(const struct bma_finding *finding)
{
    return finding->likely && !finding->contradicted ? BMA_LEVEL_ABSENT : finding->level;
}
static inline bool bma_certainly_contradicted(const struct bma_finding *finding)
{
    return finding->contradicted && !finding->likely;
}

/* A fault between clauses (CX-1 … CX-5): reported, never a level. */
struct bma_coherence {
    const char *id;      /* "CX-1" */
    const char *message; /* "Article 11(2) refers to Annex III, which does not exist" */
    struct bma_evidence *evidence;
    uint32_t evidence_count;
};

/* Everything decided on one agreement; arrays live in the run's arena. */
struct bma_findings {
    struct bma_finding *items; /* in the order of the pack */
    uint32_t count;
    struct bma_coherence *coherence;
    uint32_t coherence_count;
    /* duties by who bears them (CX-4) */
    uint32_t duties_origin, duties_destination, duties_both, duties_employer, duties_worker;
    uint32_t duties_party[2]; /* of each Party that the annotated text knows; 0 where it knows none */
};

#endif

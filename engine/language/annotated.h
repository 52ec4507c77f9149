/*
 * A document with its tokens, the concepts found in it and what each clause
 * does: everything that rules ask about, computed once per document in one
 * pass over the text.
 *
 * Token indices run over the whole document; ranges are [first, end).
 */
#ifndef BMA_LANGUAGE_ANNOTATED_H
#define BMA_LANGUAGE_ANNOTATED_H

#include "document/document.h"
#include "document/party.h"
#include "language/lexicon.h"

/* Punctuation that follows a token, and how the token is written. */
enum bma_token_flag {
    BMA_TOKEN_COMMA = 1,    /* , follows */
    BMA_TOKEN_STOP = 2,     /* ; or : or a dash between blanks, or . follows */
    BMA_TOKEN_OPEN = 4,     /* ( or [ stands before it */
    BMA_TOKEN_CLOSE = 8,    /* ) or ] follows */
    BMA_TOKEN_CAPITAL = 16, /* begins with a capital letter */
    BMA_TOKEN_NUMBER = 32,  /* digits */
    BMA_TOKEN_QUOTED = 64   /* inside quotation marks */
};

struct bma_token {
    uint32_t start; /* in the text */
    uint16_t length;
    uint16_t flags;
    uint32_t stem; /* id in the lexicon's stems; 0 = no phrase has it */
};

/* A run of tokens; empty where first == end. */
struct bma_token_run {
    uint32_t first, end;
};

/* A concept found. */
struct bma_annotation {
    uint32_t concept;
    uint32_t clause;
    uint32_t first, end; /* tokens */
};

enum bma_modality {                       /* in rising order of force */
                    BMA_MODALITY_NONE,    /* no verb of obligation governs it: a heading, a fragment */
                    BMA_MODALITY_AIM,     /* wishes, recognises, aims at */
                    BMA_MODALITY_SOFT,    /* should, may (of an authority), endeavours */
                    BMA_MODALITY_PERMIT,  /* may, of no matter whom: 2, but 3 where it entitles the worker */
                    BMA_MODALITY_DECLARE, /* operative present tense: "the Worker enters without visa" */
                    BMA_MODALITY_RIGHT,   /* is entitled to */
                    BMA_MODALITY_DUTY     /* shall, must, will, is prohibited */
};
const char *bma_modality_name(enum bma_modality modality);

/* Actors as bits, so that a predicate may have several. */
enum bma_actor {
    BMA_ACTOR_PARTIES = 1,
    BMA_ACTOR_ORIGIN = 2,
    BMA_ACTOR_DESTINATION = 4,
    BMA_ACTOR_EMPLOYER = 8,
    BMA_ACTOR_WORKER = 16,
    BMA_ACTOR_AGENCY = 32,
    BMA_ACTOR_JOINT_BODY = 64,
    BMA_ACTOR_AUTHORITY = 128,
    BMA_ACTOR_THIRD_PARTY = 256,
    BMA_ACTOR_FIRST = 512, /* the Party that the draft names first, by name, short name or office */
    BMA_ACTOR_SECOND = 1024
};
/* The last two are no names for rules: a rule does not know which Party is which.  "employer" →
 * BMA_ACTOR_EMPLOYER …, 0 if there is none. */
unsigned bma_actor_find(const char *name);

/*
 * A part of a clause with one verb of obligation: "[the Grower shall insure
 * each worker] [and may deduct the premium]".  The predicates of a clause
 * cover all its tokens, in order.  A list item without a verb of its own
 * takes modality, polarity, hedge and subject from the last main predicate of its
 * lead-in (inherited = true).
 */
struct bma_predicate {
    uint32_t first, end; /* tokens */
    uint32_t verb;       /* the first of its verb, or BMA_NONE: it has none of its own here */
    enum bma_modality modality;
    bool negated;  /* "shall not", "no employer shall", "is prohibited from" */
    bool released; /* "shall not be required to": takes a duty away */
    bool hedged;   /* "as far as possible" within its reach */
    bool conditional;
    bool excepted;    /* an exception stands in it */
    bool subordinate; /* a relative or conditional clause inside another predicate */
    bool inherited;
    bool denial;     /* "and not keep papers": joined to a statement that orders, and denied by itself */
    unsigned actors; /* who acts: the subject, or the agent of a passive ("by the employer") */
};

struct bma_clause_features {
    uint32_t first_token, end_token;
    uint32_t first_predicate, predicate_count;
    uint32_t first_annotation, annotation_count;
    uint64_t concepts; /* bit k: a concept whose number is k modulo 64 occurs in it */
    unsigned actors;   /* everyone named in it */
    bool definition;   /* says what a term means */
    bool elsewhere;    /* speaks of a body or rule of another instrument */
    bool final;        /* speaks of the life of the instrument itself: entry into force, term, end */
    bool unbound;      /* stands in a paragraph, article or annex that is said to bind nobody */
    bool bound;        /* stands in one that is said to bind, in an instrument of which the rest does not */
    uint32_t title_first, title_end; /* tokens of a title in brackets behind a reference; empty: none */
    bool quoted;                     /* wholly inside quotation marks */
    bool enacted; /* quoted, but to be in force: "Article 4 shall be replaced by the following" is above it */
    bool has_time, has_frequency, has_body, has_procedure; /* elements of level 4 in it */
};

/* Text of another instrument: in quotation marks, and nothing puts it in force. */
static inline bool bma_clause_is_cited(const struct bma_clause_features *features)
{
    return features->quoted && !features->enacted;
}

/* A reference in the text to a division: "Article 12(3)", "paragraph 2", "Annex III"; to a part that there
 * is. */
struct bma_reference {
    uint32_t clause;
    struct bma_span span;    /* in the text */
    enum bma_node_kind kind; /* ARTICLE, PARAGRAPH, ITEM, ANNEX, PART */
    uint32_t target;         /* node, or BMA_NONE where there is no such division */
    bool external;           /* of another instrument ("Article 11 of the Convention"): never dangling */
    bool range;              /* ends a range that begins with the reference before: "Articles 4 to 8" */
};

struct bma_annotated {
    const struct bma_document *document;
    const struct bma_lexicon *lexicon;
    const struct bma_token *tokens;
    uint32_t token_count;
    const struct bma_annotation *annotations; /* by clause, then by position, then by concept */
    uint32_t annotation_count;
    const uint32_t *by_concept;       /* annotation indices, grouped by concept, in order of position */
    const uint32_t *by_concept_start; /* concept_count + 1 offsets into by_concept */
    const struct bma_clause_features *clauses; /* one per clause of the document */
    const struct bma_predicate *predicates;
    uint32_t predicate_count;
    const struct bma_reference *references;
    uint32_t reference_count;
    bool non_binding; /* says that it creates no legal obligations, or speaks of Participants who will */
    uint32_t non_binding_clause; /* the clause that says so, or BMA_NONE */
    bool annexes_integral;
    const struct bma_party *parties; /* the two Parties in the order of the draft, where it can be told; roles
                                        only where the draft shows them */
    uint32_t party_count;            /* 0 or 2 */
    const unsigned char *sides; /* per token: & 3 is 1 or 2 where it is part of a Party's name or office; NULL
                                   without Parties */
};

/*
 * A worker annotates one document after another with the same state: scratch memory and
 * the table of words seen stay; nothing of a document is kept.  The result
 * lives in `arena` and is valid as long as arena, document and lexicon are.
 */
struct bma_annotator;
enum bma_status bma_annotator_new(const struct bma_lexicon *lexicon, struct bma_annotator **out,
                                  struct bma_error *error);
void bma_annotator_free(struct bma_annotator *annotator);
enum bma_status bma_annotate(struct bma_annotator *annotator, const struct bma_document *document,
                             struct bma_arena *arena, struct bma_annotated *out, struct bma_error *error);
/* The same, with the Parties that a case file gives: two of them outrank what the draft says. */
enum bma_status bma_annotate_between(struct bma_annotator *annotator, const struct bma_document *document,
                                     const struct bma_party *given, size_t given_count,
                                     struct bma_arena *arena, struct bma_annotated *out,
                                     struct bma_error *error);

/*
 * Of 100 words of the text, numbers and single letters left out, how many the phrases of the lexicon
 * have: 100 where the text is too short to tell its language.
 */
uint32_t bma_known_words(const struct bma_annotated *text);

/* Whether a concept occurs in the clause; *annotation its index when wanted. */
bool bma_clause_has(const struct bma_annotated *text, uint32_t clause, uint32_t concept,
                    uint32_t *annotation);

/* Whether an occurrence of the concept overlaps tokens [first, end), which are of one clause. */
bool bma_concept_overlaps(const struct bma_annotated *text, uint32_t concept, uint32_t first, uint32_t end);

/* The clause's first annotation that begins at or after the token, or behind its last where there is none. */
const struct bma_annotation *bma_annotation_from(const struct bma_annotated *text,
                                                 const struct bma_clause_features *clause, uint32_t token);

/* The predicate that governs tokens [first, end) of the clause. */
const struct bma_predicate *bma_governing(const struct bma_annotated *text, uint32_t clause, uint32_t first,
                                          uint32_t end);

#endif

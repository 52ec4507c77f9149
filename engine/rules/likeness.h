/*
 * Likeness: what the clauses that coders counted have in common, for drafts whose words no query foresaw.
 *
 * Each rule may have two models over what tells what a clause is about (telling.h), one of clauses that count
 * for it and one of those that work against it, learned from labelled clauses and drafts (engine/learning,
 * docs/likeness.md) and kept in the pack's likeness.csv.  A model is linear, a bias plus the weight of every
 * distinct term in the clause, its lead-ins and its heading, and where the pack has a network (network.h)
 * that speaks beside it; the score of a clause is what both say together, in hundredths of log odds: whole
 * numbers, so that it is the same on every machine.  Every clause that can bind is scored once per document.
 * How a whole document stands to a rule is weighed from all of it (standing.h).  Where it stands well and
 * no query of the rule holds, a clause that is alike what counts decides, and where nothing contradicts, one
 * that is alike what works against; where it does not, what queries found is doubtful, or dropped.  A heading
 * adds to what counts only beside half of the words that are wanted.
 */
#ifndef BMA_RULES_LIKENESS_H
#define BMA_RULES_LIKENESS_H

#include "rules/query.h"
#include "rules/standing.h"
#include "rules/windows.h"

#include <stdbool.h>

/* A clause that is alike what a model tells. */
struct bma_alike {
    uint32_t model, clause;
    int32_t score;
};

/* One document's clauses that are alike, by clause and model; belongs to a host. */
struct bma_likely {
    const struct bma_pack *pack;
    struct bma_alike *items;
    size_t count, capacity;
    int32_t *bare;                /* per model: of the clause that is read, before its heading is added */
    struct bma_readings readings; /* what all clauses say to each model */
    int32_t (*weighed)[BMA_STANDING_FEATURES]; /* per model: what is weighed of the document, once its rule
                                                  was asked */
    int32_t *scores; /* rows of scores per model; the first for clauses when no other is left */
    uint32_t *rows;  /* per clause of the document: its row; 0: it was not read, or is not kept */
    uint32_t row_count, most_rows;
    uint32_t unkept;                    /* the clause of which the first row is, or BMA_NONE */
    uint32_t *seen;                     /* per term: the mark of the last clause that had it */
    uint32_t mark;                      /* of the clause that is read */
    struct bma_network_sum sum;         /* of its vectors, */
    uint32_t passage[BMA_PASSAGE_MOST]; /* the rows of its stems in their order, */
    size_t passage_length;
    struct bma_network_most beside, most; /* and what windows give of its lead-ins, and of all */
    struct bma_windows windows;
    uint32_t *learned; /* the models that there are, learned_count of them */
    uint32_t learned_count;
    uint32_t *leaning; /* of the clause that is read: those that lean on its heading */
    int32_t *voice;    /* per model: what the network says */
    bool asked;        /* the queries of all rules have spoken */
    bool *opposed;     /* per clause, once they have: a query found it to work against some criterion */
};

enum bma_status bma_likely_init(struct bma_likely *likely, const struct bma_pack *pack,
                                struct bma_error *error);
void bma_likely_release(struct bma_likely *likely);
/* Reads the clauses of another document. */
enum bma_status bma_likely_begin(struct bma_likely *likely, const struct bma_annotated *text,
                                 struct bma_arena *arena, struct bma_error *error);

/* Whether it is no heading, recital, definition, nor cites or speaks of another instrument. */
bool bma_clause_can_bind(const struct bma_annotated *text, uint32_t clause);

/* Notes of the rule's candidates from `first` on how alike their clauses are, if its models are learned. */
void bma_likely_weigh(struct bma_likely *likely, struct bma_search *search, uint32_t rule, size_t first);

/* Whether anything was learned for the model. */
bool bma_likely_learned(const struct bma_likely *likely, uint32_t model);

/* The queries of the rule have spoken: tells the finding how the document stands to the rule, and against
 * it. */
void bma_likely_judge(struct bma_likely *likely, const struct bma_search *search, uint32_t rule,
                      struct bma_finding *finding);

/*
 * Whether what the query found is worth nothing, as the document stands too low for it.  In a text that is
 * not familiar any document may; there what counts is alien only if its clause is alike what counts for
 * another criterion.
 */
bool bma_likely_alien(struct bma_likely *likely, const struct bma_search *search, uint32_t rule,
                      const struct bma_candidate *candidate, const struct bma_finding *finding);

/*
 * Whether what the queries found for the rule, or if it is contradicted against it, is more likely than not,
 * but no more than that; or all of it is statements that a query read as working against the rule, which was
 * dropped as alien.  Clauses that likeness does not read leave no doubt.
 */
bool bma_likely_doubts(const struct bma_likely *likely, const struct bma_search *search, uint32_t rule,
                       const struct bma_finding *finding);

/*
 * The queries of all rules have spoken.  A clause that they found to work against any criterion counts for
 * none by likeness: "workers shall abstain from associations" invites no association.
 */
enum bma_status bma_likely_hear(struct bma_likely *likely, const struct bma_document *document,
                                const struct bma_findings *findings, struct bma_arena *arena,
                                struct bma_error *error);
bool bma_likely_opposed(const struct bma_likely *likely, uint32_t clause);

/*
 * Whether likeness may say so of the finding: where nothing was found, that a clause counts; where nothing
 * works against it, that a clause does.  In a text that is not familiar it must be surely alike.
 */
bool bma_likely_may_tell(const struct bma_likely *likely, const struct bma_alike *alike,
                         const struct bma_finding *finding);

/* Whether the clause is not only alike, but surely so. */
bool bma_alike_surely(const struct bma_alike *alike);

/* Whether it has anything to say of the rule. */
bool bma_likely_tells(const struct bma_likely *likely, uint32_t rule, const struct bma_finding *finding);

/* "transfer, savings, bank": the words of the clause that weigh most, as it writes them; NULL: memory is out.
 */
const char *bma_likely_words(struct bma_likely *likely, const struct bma_search *search,
                             const struct bma_alike *alike, struct bma_arena *arena);

#endif

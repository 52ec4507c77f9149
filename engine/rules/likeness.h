/*
 * Likeness: what the clauses that coders counted have in common, for drafts whose words no query foresaw.
 *
 * Each rule may have two linear models over the terms of a clause (pack.h), one of clauses that count for it
 * and one of those that work against it, learned by logistic regression from labelled clauses
 * (engine/learning, docs/likeness.md) and kept in the pack's likeness.csv.  The score of a clause is the
 * model's bias plus the weight of every distinct term in it, its lead-ins and its heading, in hundredths of
 * log odds: whole numbers, so that it is the same on every machine.  From 0 on a clause is alike; one that
 * counts, once it is known how the text leans.  Only a rule none of whose queries holds is asked for likeness
 * to what counts, and only one that nothing contradicts for likeness to what works against it.
 */
#ifndef BMA_RULES_LIKENESS_H
#define BMA_RULES_LIKENESS_H

#include "rules/query.h"

#include <stdbool.h>

enum { BMA_LIKENESS_WORDS_SHOWN = 4, BMA_SOURCES_MAX = 8 };

/* A clause that is alike what a model tells. */
struct bma_alike {
    uint32_t model, clause;
    int32_t score;
};

/* One document's clauses that are alike, by clause and rule; belongs to a host. */
struct bma_likely {
    const struct bma_pack *pack;
    struct bma_alike *items;
    size_t count, capacity;
    int32_t *scores; /* rows of scores per model; the first for clauses when no other is left */
    int32_t *bare;   /* per model: of the clause that is read, before its heading is added */
    uint32_t *rows;  /* per clause of the document: its row; 0: it was not read, or is not kept */
    uint32_t row_count, most_rows;
    uint32_t unkept;            /* the clause of which the first row is, or BMA_NONE */
    uint32_t *seen;             /* per term: the mark of the last clause that had it */
    uint32_t mark;              /* of the clause that is read */
    bool asked;                 /* the queries of all rules have spoken */
    const unsigned char *found; /* per clause: what queries found of it */
    int32_t leaning;            /* added to every score of what counts */
};

enum bma_status bma_likely_init(struct bma_likely *likely, const struct bma_pack *pack,
                                struct bma_error *error);
void bma_likely_release(struct bma_likely *likely);
/* Another document. */
enum bma_status bma_likely_begin(struct bma_likely *likely, const struct bma_document *document,
                                 struct bma_arena *arena, struct bma_error *error);

/* Whether it is no heading, recital, definition, nor cites or speaks of another instrument. */
bool bma_clause_can_bind(const struct bma_annotated *text, uint32_t clause);

/* The clauses whose stems tell what a clause is about: itself, its lead-ins, the heading that it stands
 * under. */
size_t bma_telling_clauses(const struct bma_document *document, uint32_t clause,
                           uint32_t out[BMA_SOURCES_MAX]);

/*
 * The terms of a token of the clause, as many as are returned: none where its stem is in no phrase, or
 * belongs to the name of a Party or of an office.
 */
size_t bma_telling_terms(const struct bma_annotated *text, uint32_t clause, uint32_t token,
                         uint32_t out[BMA_TERMS_PER_STEM]);

/*
 * Reads the clauses that can bind.  One that queries found to work against any criterion counts for none by
 * likeness: "workers shall abstain from associations" invites no association.
 */
enum bma_status bma_likely_read(struct bma_likely *likely, const struct bma_search *search,
                                const struct bma_findings *findings, struct bma_arena *arena,
                                struct bma_error *error);

/* Whether a query of any rule found the clause to work against its criterion.  Known once clauses were read.
 */
bool bma_likely_opposed(const struct bma_likely *likely, uint32_t clause);

/* Whether nothing was found for a rule, nor against it. */
bool bma_is_open(const struct bma_finding *finding);

/*
 * How the text leans: where the queries found most criteria, those that are left are likelier to be there
 * than where they found few.  Twice the share found of those that apply, less one, in log odds.
 */
void bma_likely_lean(struct bma_likely *likely, const struct bma_findings *findings);

/* Notes of each candidate of the rule how alike its clause is, if the rule's models are learned. */
void bma_likely_weigh(struct bma_likely *likely, struct bma_search *search, uint32_t rule);

/*
 * Whether all that the queries found for the rule, or if it is contradicted against it, is worded unlike
 * others of the kind, or is a statement that a query read as working against the rule, which was dropped as
 * alien.  Clauses that likeness does not read leave no doubt.
 */
bool bma_likely_doubts(const struct bma_search *search, const struct bma_finding *finding);

/*
 * Whether likeness has anything to say of the finding: where nothing was found, that a clause is alike what
 * counts, as the text leans; where nothing works against it, that a clause is alike what does.
 */
bool bma_likely_tells(const struct bma_likely *likely, uint32_t rule, const struct bma_finding *finding);

/* The score as the text leans: from 0 on the clause is alike. */
int32_t bma_likely_score(const struct bma_likely *likely, const struct bma_alike *alike);

/* "transfer, savings, bank": the words of the clause that weigh most, as it writes them; NULL: memory is out.
 */
const char *bma_likely_words(const struct bma_likely *likely, const struct bma_search *search,
                             const struct bma_alike *alike, struct bma_arena *arena);

#endif

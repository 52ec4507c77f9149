/*
 * Likeness: what the clauses that coders counted have in common, for drafts whose words no query foresaw.
 *
 * Each rule may have a linear model over the stems of a clause, learned by logistic regression from labelled
 * clauses (engine/learning, docs/likeness.md) and kept in the pack's likeness.csv.  The score of a clause is
 * the rule's bias plus the weight of every distinct stem in it, its lead-ins and its heading, in hundredths
 * of log odds: whole numbers, so that it is the same on every machine.  From 0 on a clause is alike, once it
 * is known how the text leans.  A rule is only asked for likeness where no query of it holds.
 */
#ifndef BMA_RULES_LIKENESS_H
#define BMA_RULES_LIKENESS_H

#include "rules/query.h"

#include <stdbool.h>

enum { BMA_LIKENESS_WORDS_SHOWN = 4, BMA_SOURCES_MAX = 8 };

/* A clause that is alike what counts for a rule. */
struct bma_alike {
    uint32_t rule, clause;
    int32_t score;
};

/* One document's clauses that are alike, by clause and rule; belongs to a host. */
struct bma_likely {
    const struct bma_pack *pack;
    struct bma_alike *items;
    size_t count, capacity;
    int32_t *scores; /* per rule, of the clause that is read */
    uint32_t *seen;  /* per stem: the last clause that had it, + 1 */
    bool asked;      /* the queries of all rules have spoken */
    int32_t leaning; /* added to every score */
};

enum bma_status bma_likely_init(struct bma_likely *likely, const struct bma_pack *pack,
                                struct bma_error *error);
void bma_likely_release(struct bma_likely *likely);

/* Whether it is no heading, recital, definition, nor cites or speaks of another instrument. */
bool bma_clause_can_bind(const struct bma_annotated *text, uint32_t clause);

/* The clauses whose stems tell what a clause is about: itself, its lead-ins, the heading that it stands
 * under. */
size_t bma_telling_clauses(const struct bma_document *document, uint32_t clause,
                           uint32_t out[BMA_SOURCES_MAX]);

/* The stem of a token; 0 where it is in no phrase, or belongs to the name of a Party or of an office. */
uint32_t bma_telling_stem(const struct bma_annotated *text, uint32_t token);

/* Reads the clauses that can bind. */
enum bma_status bma_likely_read(struct bma_likely *likely, const struct bma_search *search,
                                struct bma_error *error);

/* Whether nothing was found for a rule, nor against it. */
bool bma_is_open(const struct bma_finding *finding);

/*
 * How the text leans: where the queries found most criteria, those that are left are likelier to be there
 * than where they found few.  Twice the share found of those that apply, less one, in log odds.
 */
void bma_likely_lean(struct bma_likely *likely, const struct bma_findings *findings);

/* Whether a clause is alike what counts for the rule, as the text leans. */
bool bma_likely_has(const struct bma_likely *likely, uint32_t rule);

/* "transfer, savings, bank": the words of the clause that weigh most, as it writes them; NULL: memory is out.
 */
const char *bma_likely_words(const struct bma_likely *likely, const struct bma_search *search,
                             const struct bma_alike *alike, struct bma_arena *arena);

#endif

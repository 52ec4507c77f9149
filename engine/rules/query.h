/*
 * Which clauses a query holds for, answered from the annotations alone.
 *
 * What concerns the whole document is computed once per document in
 * struct bma_search; a query then walks the occurrences of its rarest concept
 * and looks at no other clause.
 */
#ifndef BMA_RULES_QUERY_H
#define BMA_RULES_QUERY_H

#include "base/arena.h"
#include "base/error.h"
#include "language/annotated.h"
#include "rules/pack.h"

struct bma_search {
    const struct bma_annotated *text;
    uint32_t undoes, burden; /* the concepts of these roles (lexicon.h), or BMA_NONE */
    uint32_t *items_end;     /* per clause: behind the last clause that has it as a lead-in; 0 = none */
    uint32_t *stamps;        /* per clause: the last query that looked at it */
    uint32_t stamp;
    uint32_t rule;              /* number of the rule that is decided, from 1: the stamp of what follows */
    uint32_t *elements_known;   /* per clause: rule × 8 + its elements for that rule */
    uint32_t *body_known;       /* per node: rule × 2 + whether a clause of it names a body */
    const bool *annex_in_force; /* per node: an annex that counts as operative */
    uint32_t *disapplied;       /* references to provisions that their clauses keep from workers */
    uint32_t disapplied_count;
    struct bma_candidate *found; /* heap, grows */
    size_t found_count, found_capacity;
};

/* A search belongs to a host; begin() prepares it for one document, whose arena it uses. */
void bma_search_init(struct bma_search *search, const struct bma_lexicon *lexicon);
void bma_search_release(struct bma_search *search);
enum bma_status bma_search_begin(struct bma_search *search, const struct bma_annotated *text,
                                 struct bma_arena *arena, struct bma_error *error);

/*
 * Appends to search->found every clause in which all concepts of the query
 * occur, with its level and the reason for it; `index` is the query's number.
 * Clauses with level 0 were considered and do not count.
 */
enum bma_status bma_search_run(struct bma_search *search, const struct bma_query *query, uint32_t index,
                               bool against, struct bma_error *error);

/* Occurrences of a group in the document; 0 = the query cannot hold. */
uint32_t bma_search_count(const struct bma_search *search, const struct bma_any_of *group);

/* Whether a concept of the group occurs in clauses [first, end). */
bool bma_search_within(const struct bma_search *search, const struct bma_any_of *group, uint32_t first,
                       uint32_t end);

/* Whether a clause has any concept of the group. */
bool bma_clause_has_any(const struct bma_annotated *text, uint32_t clause, const struct bma_any_of *group);
/* Whether the clause takes a provision away: "Article 9 shall be deleted", or is one of a list of such. */
bool bma_clause_deletes(const struct bma_annotated *text, uint32_t clause);

/* A part of beginning.  False when memory is out. */
bool bma_disapplied_find(struct bma_search *search, struct bma_arena *arena);
/* Adds what is kept from workers to what was found, as against the rule.  False when memory is out. */
bool bma_disapplied_oppose(struct bma_search *search);

/* A clause and its lead-ins, from the inside out; what stands deeper is left out. */
enum { BMA_CHAIN_MAX = 8 };
struct bma_chain {
    uint32_t clauses[BMA_CHAIN_MAX];
    uint32_t count;
};
struct bma_chain bma_chain_of(const struct bma_document *document, uint32_t clause);

/* Tokens between two occurrences of one chain, as if an item stood right behind its lead-in; 0 when they
 * touch or overlap. */
uint32_t bma_annotation_gap(const struct bma_annotated *text, const struct bma_annotation *a,
                            const struct bma_annotation *b);

/* The division that counts as the clause's article: the article, or the whole preamble, annex or letter. */
uint32_t bma_article_of(const struct bma_document *document, uint32_t clause);

/* The first candidate of the clause or of a later one, once they stand in reading order. */
size_t bma_search_candidates(const struct bma_search *search, uint32_t clause);

#endif

/* The inside of the coherence check, for the coherence_*.c of this room: one file per kind of fault. */
#ifndef BMA_RULES_COHERENCE_PARTS_H
#define BMA_RULES_COHERENCE_PARTS_H

#include "findings/evidence.h"
#include "rules/coherence.h"

/* A draft that is nothing but faults is told so many of each kind. */
enum { BMA_COHERENCE_MAX = 100 };

/* One check of one document. */
struct bma_coherence_run {
    const struct bma_pack *pack;
    const struct bma_annotated *text;
    struct bma_search *search;
    struct bma_arena *arena;
    struct bma_findings *findings;
    unsigned char *sides; /* per token: 1 or 2 where it names the first or second Party, else 0; or NULL */
    bool states;          /* the draft obliges by statements (coherence_duties.c) */
    struct bma_coherence *faults; /* heap, grows */
    size_t count, capacity;
};

/* The clauses that a fault shows: those for one side, then those of the other. */
struct bma_sides {
    uint32_t clauses[BMA_EVIDENCE_MAX];
    int levels[BMA_EVIDENCE_MAX];
    uint32_t count; /* of all */
    uint32_t first; /* how many of them support; the others conflict */
};
void bma_sides_add(struct bma_sides *sides, uint32_t clause, int level);

/* Adds a fault; message lives in the arena, NULL means that memory was out when it was made. */
enum bma_status bma_coherence_add(struct bma_coherence_run *run, const char *id, const char *message,
                                  const struct bma_sides *sides, struct bma_error *error);
/* How many faults of that id there are. */
size_t bma_coherence_count(const struct bma_coherence_run *run, const char *id);

/* "Article 5(2)" of a clause; "" where its division has no name. */
const char *bma_coherence_place(const struct bma_coherence_run *run, uint32_t clause);

/* The words of a span of the text, white space as single blanks, in the arena; NULL without memory. */
const char *bma_coherence_words(const struct bma_coherence_run *run, struct bma_span span);

/* Which Party the token names: 1, 2, or 0. */
unsigned bma_coherence_side(const struct bma_coherence_run *run, uint32_t token);
/* The actors of which the token is part: origin or destination alone. */
unsigned bma_coherence_actor(const struct bma_coherence_run *run, uint32_t token);

enum bma_status bma_coherence_references(struct bma_coherence_run *run, struct bma_error *error);
enum bma_status bma_coherence_terms(struct bma_coherence_run *run, struct bma_error *error);
enum bma_status bma_coherence_conflicts(struct bma_coherence_run *run, struct bma_error *error);
enum bma_status bma_coherence_duties(struct bma_coherence_run *run, struct bma_error *error);
enum bma_status bma_coherence_bodies(struct bma_coherence_run *run, struct bma_error *error);

#endif

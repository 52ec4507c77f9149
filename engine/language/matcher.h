/*
 * Finding phrases in the tokens of a clause.
 *
 * The automaton reports segments.  One that is a phrase by itself is a hit; of one that may stand in a
 * path with gaps the place is kept, and when the clause is read, each path is searched
 * from its anchor outward (chains.h).  Then is settled what counts: `not` phrases, concepts that
 * include others, and of overlapping phrases of one concept the longest.
 */
#ifndef BMA_LANGUAGE_MATCHER_H
#define BMA_LANGUAGE_MATCHER_H

#include "language/annotated.h"
#include "language/automaton.h"
#include "language/lexicon_internal.h"
#include "language/terms.h"

/* A pack may have phrases that a clause can meet in more ways than anybody can wait for. */
enum { BMA_CLAUSE_MAX_HITS = 4 * 1024 * 1024, BMA_CLAUSE_MAX_LOOKS = 512 * 1024 * 1024 };

/* So many segments are found before they are taken, and paths before they are searched, that memory has the
 * time to bring what they need. */
enum { BMA_WAITING = 64 };

/* A segment of a path, found at tokens [first, end). */
struct bma_occurrence {
    uint32_t first, end;
    uint32_t
        older; /* serial number of the segment's one before; those up to the clause's are of other clauses */
    uint32_t step; /* of a search that took it last */
};

struct bma_matcher {
    const struct bma_lexicon *lexicon;
    struct bma_automaton automaton;
    struct bma_waiting {
        uint32_t segment, end;
    } waiting[BMA_WAITING]; /* segments that end there */
    uint32_t waiting_count;
    uint32_t base;                      /* the clause's first token */
    uint32_t *newest;                   /* by segment: serial number of its last occurrence; 0 = none */
    uint8_t *met;                       /* by set: 1 when any of its segments has occurred in this clause */
    uint32_t serial;                    /* of the last occurrence before this clause */
    struct bma_occurrence *occurrences; /* of this clause: serial numbers from serial + 1 */
    size_t occurrence_count, occurrence_capacity;
    struct bma_start {
        uint32_t occurrence, first_anchor, end_anchor;
    } * starts; /* from where paths are searched */
    size_t start_count, start_capacity;
    struct bma_sought {
        uint32_t path, occurrence;
    } searches[BMA_WAITING]; /* from these places, those that may come to something */
    uint32_t search_count;
    struct bma_reached {
        uint32_t *items; /* occurrences */
        size_t count, capacity;
    } left, right, next;         /* how far a search has come on either side, and its next step */
    uint32_t looked;             /* places that the searches of this clause looked at */
    uint32_t step;               /* number of the last step of a search in this clause */
    uint32_t horizon;            /* the last token at which anything can begin that a search still comes to */
    struct bma_annotation *hits; /* of this clause, as found; then as settled */
    size_t hit_count, hit_capacity;
    struct bma_annotation *nots; /* what `not` phrases cover in this clause */
    size_t not_count, not_capacity;
    struct bma_concept_state {
        uint64_t clause;     /* stamp: what follows is of that clause */
        uint64_t not_clause; /* stamp of the last clause with a `not` phrase of it */
        uint32_t end;        /* furthest end of its hits */
        uint32_t last;       /* its last one in settled, + 1 */
        bool crowded;        /* some of its hits overlap */
    } * concepts;
    uint64_t clause;   /* stamp of this clause */
    uint32_t *crowded; /* concepts of this clause of which hits overlap */
    size_t crowded_count, crowded_capacity;
    struct bma_settled {
        struct bma_annotation at;
        uint32_t previous; /* of the same concept, + 1; 0 = none */
        bool dropped;
    } * settled;
    size_t settled_count, settled_capacity;
    struct bma_annotation *rivals; /* hits of one concept, to tell which of them stay */
    size_t rival_capacity;
    bool *taken; /* by token of the clause; all false between uses */
    size_t taken_capacity;
    struct bma_annotation *annotations; /* of the whole document */
    size_t annotation_count, annotation_capacity;
};

enum bma_status bma_matcher_init(struct bma_matcher *matcher, const struct bma_lexicon *lexicon,
                                 struct bma_error *error);
void bma_matcher_release(struct bma_matcher *matcher);
void bma_matcher_begin(struct bma_matcher *matcher);

/* Appends the annotations of the clause that has tokens [first, end), as it stands and as it is retold. */
enum bma_status bma_match_clause(struct bma_matcher *matcher, uint32_t clause, const struct bma_token *tokens,
                                 uint32_t first, uint32_t end, const struct bma_retold *retold,
                                 struct bma_error *error);

/*
 * Searches the paths of the clause, each from its anchors, the last one first: what lies further right than
 * the longest path can reach is of no use to those before, and is forgotten, so that the time
 * stays linear in the length of the clause.  False when memory is out.
 */
bool bma_search_paths(struct bma_matcher *matcher);

/* Whether the clause holds more than it may. */
static inline bool bma_matcher_is_full(const struct bma_matcher *matcher)
{
    return matcher->hit_count + matcher->not_count > BMA_CLAUSE_MAX_HITS ||
           matcher->looked > BMA_CLAUSE_MAX_LOOKS;
}

/* One more hit.  False when memory is out. */
bool bma_matcher_hit(struct bma_matcher *matcher, bma_chain_output output, uint32_t first, uint32_t end);

/* The second half: hits and nots of the clause become annotations.  False when memory is out. */
bool bma_settle_clause(struct bma_matcher *matcher, uint32_t clause, uint32_t end);

#endif

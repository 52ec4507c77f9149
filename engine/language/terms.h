/*
 * Defined terms that stand for somebody: where a draft says that an "Operative" is a citizen who is
 * employed under it, or speaks of the recruiting company ("the Bureau"), operatives are workers and the
 * Bureau is an agency from then on.  What a term stands for acts in its clauses (features), and
 * phrases find it by the common word for it (the conventions' term_worker …) beside the
 * draft's own: so that no lexicon has to know what drafters call their workers.
 *
 * Terms are learnt clause by clause while a document is read, and hold for the clauses behind.
 */
#ifndef BMA_LANGUAGE_TERMS_H
#define BMA_LANGUAGE_TERMS_H

#include "language/annotated.h"
#include "language/symbols.h"

enum { BMA_TERM_MAX = 64, BMA_TERM_WORDS = 4, BMA_TERM_ROLES = 4 };

struct bma_term {
    uint32_t first, words; /* tokens of its words, where it is defined */
    unsigned actors;       /* BMA_ACTOR_… */
    bool capital;          /* defined with a capital letter, and so used */
    bool office;           /* the short name of one body (offices.c) */
    bool recruits;         /* such a name that is by itself a word for those who recruit */
    uint8_t role;          /* of term_role, + 1; 0: phrases know it by no other word */
};

/* A clause with its terms replaced: `origin[i]` is where token i stands in it, origin[count] its end. */
struct bma_retold {
    const struct bma_token *tokens;
    const uint32_t *origin;
    uint32_t count;
};

struct bma_terms {
    const struct bma_lexicon *lexicon;
    struct bma_term_role {
        unsigned actor;
        uint32_t one, several; /* symbols of the common word */
    } term_roles[BMA_TERM_ROLES];
    struct bma_term items[BMA_TERM_MAX];
    uint32_t count;
    uint32_t starts[64]; /* first term + 1 of each hash of a first word; chained below */
    uint32_t next[BMA_TERM_MAX];
    struct bma_token *tokens; /* of the clause retold last */
    uint32_t *origin;
    size_t token_capacity, origin_capacity;
};

enum bma_status bma_terms_init(struct bma_terms *terms, const struct bma_lexicon *lexicon,
                               struct sb_stemmer *stemmer, struct bma_error *error);
void bma_terms_release(struct bma_terms *terms);
/* Forgets the document before. */
void bma_terms_begin(struct bma_terms *terms);

/*
 * Learns what the clause defines.  Of `text`, document, tokens, annotations and the clause's ranges in
 * them are looked at.
 */
void bma_terms_learn(struct bma_terms *terms, const struct bma_annotated *text, uint32_t clause);

/* The term that stands at the token, or NULL. */
const struct bma_term *bma_term_at(const struct bma_terms *terms, const struct bma_annotated *text,
                                   uint32_t token, uint32_t end);

/*
 * The clause of tokens [first, end) with the common words in place of its terms; valid until the next call.
 * out->count is 0 where it has none.  False when memory is out.
 */
bool bma_terms_retell(struct bma_terms *terms, const struct bma_annotated *text, uint32_t first, uint32_t end,
                      struct bma_retold *out);

/* Where the meaning of a term begins, if what says so ("means", "is") stands right behind it; else BMA_NONE.
 */
uint32_t bma_meaning_behind(const struct bma_annotated *text, const struct bma_clause_features *clause,
                            uint32_t term_end);

/* Equal but for case, and for an ending of at most two bytes (an inflection) on the later word. */
bool bma_term_word_is(const struct bma_annotated *text, uint32_t term, uint32_t token);

/*
 * Whether the term is the short name of one body whose name stands right before its bracket or is what it
 * means: "the National Employment Agency (hereinafter “the Agency”)", "“Bureau” means the Labour Bureau of
 * Orvia", "the National Labour Board (NLB)".  BMA_ACTOR_AUTHORITY or BMA_ACTOR_JOINT_BODY; 0: it is none.
 * meaning: where what it means begins, bracket: the one that holds it; either may be BMA_NONE.
 */
unsigned bma_office_defined(const struct bma_terms *terms, const struct bma_annotated *text,
                            const struct bma_clause_features *clause, struct bma_token_run term,
                            uint32_t meaning, uint32_t bracket);
/* "IEFP", "CY": a word of nothing but capitals. */
bool bma_is_in_capitals(const struct bma_annotated *text, uint32_t token);
/* Whether the term is in capitals and means something by its name: "“IEFP” means the Institute of
 * Employment". */
bool bma_office_initials(const struct bma_terms *terms, const struct bma_annotated *text,
                         const struct bma_clause_features *clause, struct bma_token_run term,
                         uint32_t meaning);
/* The short name in the bracket that opens at the token, where it has no quotation marks; empty: none. */
struct bma_token_run bma_office_bracket(const struct bma_terms *terms, const struct bma_annotated *text,
                                        const struct bma_clause_features *clause, uint32_t open);
/* Whether the occurrence is the full name of an authority, two words or more in capitals. */
bool bma_office_full(const struct bma_terms *terms, const struct bma_annotated *text,
                     const struct bma_annotation *found);
/* Whether the body is meant there: written in capitals, with an article or as an acronym. */
bool bma_office_meant(const struct bma_terms *terms, const struct bma_annotated *text,
                      const struct bma_term *term, uint32_t first, uint32_t token);
/*
 * "The Agency", used so, is that body from then on: its tokens in [first, end) take the symbol of the
 * common word, so that no phrase finds a recruiter in it.
 */
void bma_offices_rename(const struct bma_terms *terms, const struct bma_annotated *text,
                        struct bma_token *tokens, uint32_t first, uint32_t end);

/*
 * Whether the clause opens with words in quotation marks and says what they mean: a colon or dash follows, or
 * one of the words that stand between a term and its meaning, and somebody or an article behind it.
 */
bool bma_terms_explain(const struct bma_terms *terms, const struct bma_annotated *text,
                       const struct bma_clause_features *clause);

/* "Worker: every natural person who …": an entry of a list of terms, where such a list is open. */
bool bma_terms_enter(const struct bma_terms *terms, const struct bma_annotated *text,
                     const struct bma_clause_features *clause);

#endif

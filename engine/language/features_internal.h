/*
 * How the clause features are computed: shared by features.c, marks.c,
 * stretches.c, joints.c, subjects.c, predicates.c, terms.c, party_marks.c, party_places.c and references.c
 * alone.
 *
 * A *mark* is an annotation that means something to the syntax of a clause
 * (its concept has such a role), or a defined term that stands for an actor.
 * Marks of one clause are resolved before they are read: where two of the
 * same family overlap, the leftmost is kept, and of those that begin together
 * the longest.  All positions are token indices of the whole document.
 */
#ifndef BMA_LANGUAGE_FEATURES_INTERNAL_H
#define BMA_LANGUAGE_FEATURES_INTERNAL_H

#include "language/features.h"
#include "language/parties.h"
#include "language/terms.h"

/* A piece of syntax found. */
struct bma_mark {
    uint32_t first, end;
    enum bma_concept_role role;
    unsigned actors; /* for marks of actors: their bits */
};

/* Growing array of marks, kept from clause to clause. */
struct bma_marks {
    struct bma_mark *items;
    size_t count, capacity;
};

/* A word that opens a reference: "article", "annex". */
struct bma_reference_word {
    const char *text; /* lower case, without a full stop */
    uint32_t length;
    enum bma_node_kind kind;
};

/* A division that can be referred to: kind, scope and number packed into a key. */
struct bma_division {
    uint64_t key;
    uint32_t node;
};

/* A reference of the clause at hand, before its target is known. */
struct bma_mention {
    uint32_t first, end; /* tokens: from the word to behind the number */
    struct bma_span span;
    enum bma_node_kind kind;
    uint32_t value, letter; /* the number as a numeral, and as a letter (c = 3); 0 where it is not one */
    uint32_t decimal;       /* hash of "5.1"; 0 where it has no full stop */
    uint32_t scope;         /* the mention that it is a part of, or BMA_NONE */
    uint32_t target;
    bool bracket; /* its number stands in brackets */
    bool external;
    bool range; /* ends a range that begins with the mention before */
};

/* A stretch of a clause that is not part of its main statement. */
enum bma_stretch_kind {
    BMA_STRETCH_RELATIVE,
    BMA_STRETCH_COMPLEMENT,
    BMA_STRETCH_CONDITION,
    BMA_STRETCH_EXCEPTION
};
struct bma_stretch {
    uint32_t first, end;
    enum bma_stretch_kind kind;
    uint32_t verb; /* index of its mark of modality in `verbs`, or BMA_NONE */
};

enum { BMA_PLACE_CONCEPTS = 8 };

struct bma_features_state {
    const struct bma_lexicon *lexicon;
    unsigned char *roles; /* of each concept */
    struct bma_reference_word *words;
    uint32_t word_count;
    bool word_starts[256]; /* bytes with which such a word begins */

    const struct bma_terms *terms; /* of the document */
    struct bma_parties parties;
    uint32_t places[BMA_PLACE_CONCEPTS]; /* the concepts that a Party's name expresses */
    uint32_t place_count;

    /* scratch, grown and kept */
    struct bma_marks marks;  /* of the clause, resolved */
    struct bma_marks verbs;  /* the marks of modality among them */
    struct bma_marks actors; /* the marks of actors among them */
    struct bma_marks named;  /* where the clause names a Party that may act */
    struct bma_stretch *stretches;
    size_t stretch_count, stretch_capacity;
    struct bma_predicate *predicates; /* of the document, copied into its arena at the end */
    size_t predicate_count, predicate_capacity;
    struct bma_reference *references;
    size_t reference_count, reference_capacity;
    struct bma_lead {
        uint32_t predicate; /* its last main predicate, or BMA_NONE */
        unsigned subject;   /* whoever its last words name: items that open with a verb speak of him */
        bool relative;      /* it ends with "who": all items speak of him */
    } * leads;              /* per clause, for the items of a list that it opens */
    size_t lead_capacity;
    struct bma_division *divisions;
    size_t division_count, division_capacity;
    struct bma_mention *mentions;
    size_t mention_count, mention_capacity;
    uint32_t defining_article; /* in which a term was defined last */
    unsigned spoken_of;        /* the subject of the statement before */
    uint32_t spoken_article;   /* in which it stands, or BMA_NONE */
    bool enacting;             /* the last clause that is not quoted puts what follows in force */
};

/* --- marks.c ------------------------------------------------------------ */

/* Fills state->marks, verbs and actors for one clause. */
enum bma_status bma_marks_collect(struct bma_features_state *state, const struct bma_annotated *text,
                                  uint32_t clause, struct bma_error *error);
bool bma_role_is_verb(enum bma_concept_role role);
unsigned bma_role_actor(enum bma_concept_role role); /* 0 where the role names no actor */
/* Index of the first mark that begins at or after the token; marks->count if there is none. */
size_t bma_marks_from(const struct bma_marks *marks, uint32_t token);
enum bma_status bma_marks_add(struct bma_marks *marks, struct bma_mark mark, struct bma_error *error);

/* --- party_marks.c ------------------------------------------------------ */

/* Fills state->named for one clause. */
enum bma_status bma_party_marks(struct bma_features_state *state, const struct bma_annotated *text,
                                uint32_t clause, struct bma_error *error);

/* --- party_places.c ----------------------------------------------------- */

/* Adds to the annotations what the names of the Parties express; needs sides and roles. */
enum bma_status bma_party_places(const struct bma_features_state *state, struct bma_arena *arena,
                                 struct bma_annotated *out, struct bma_error *error);

/* --- stretches.c -------------------------------------------------------- */

/* Finds the stretches of a clause from its marks; each verb that stands in one is taken out of the main line.
 */
enum bma_status bma_stretches_find(struct bma_features_state *state, const struct bma_annotated *text,
                                   uint32_t first, uint32_t end, struct bma_error *error);
/* Index of the first stretch that begins at or after the token; stretches do not overlap. */
size_t bma_stretch_from(const struct bma_features_state *state, uint32_t token);
/* The stretch that holds the token, or NULL. */
const struct bma_stretch *bma_stretch_at(const struct bma_features_state *state, uint32_t token);

/* --- joints.c ----------------------------------------------------------- */

/*
 * Where one statement ends and the next begins, between two verbs of the main line: before
 * a conjunction beside the verb, else at a comma with a conjunction, a conjunction, a comma, the subject.
 */
uint32_t bma_joint_between(const struct bma_features_state *state, const struct bma_annotated *text,
                           const struct bma_mark *left, const struct bma_mark *right);
/*
 * "The employer pays the passage, and no worker shall be asked for it": where the clause of the first verb of
 * obligation begins, behind a statement whose verb no phrase knows.  BMA_NONE where it has all to itself;
 * what stands before ", and" must be no list of subjects.
 */
uint32_t bma_joint_before(const struct bma_features_state *state, const struct bma_annotated *text,
                          uint32_t from, const struct bma_mark *verb);

/* --- denials.c ---------------------------------------------------------- */

/*
 * "An employer shall: (a) give a contract; (b) not hold papers": whether what opens there, behind the mark of
 * its list, opens with a negation.
 */
bool bma_opens_denied(const struct bma_features_state *state, const struct bma_annotated *text,
                      uint32_t first);
/* Where, behind `from`, a negation joins another verb to that of the statement: "and not keep papers"; or
 * BMA_NONE. */
uint32_t bma_denial_from(const struct bma_features_state *state, const struct bma_annotated *text,
                         uint32_t from, uint32_t end);
/* The conjunction from which on the contents of "ensure that …" are denied: "and do not keep papers"; or
 * BMA_NONE. */
uint32_t bma_denial_in_contents(const struct bma_features_state *state, uint32_t first, uint32_t end);
/* Where the next conjunction begins, or `end`: what stands behind it is no longer denied. */
uint32_t bma_conjunction_from(const struct bma_features_state *state, uint32_t from, uint32_t end);

/* --- subjects.c --------------------------------------------------------- */

/* "[CY: shall] [SL: should]": the tag that says whose proposal a bracket holds. */
bool bma_is_bracket_tag(const struct bma_annotated *text, uint32_t at);
/* Whether the token is the mark of a list that runs on in one sentence: "(b)", "2)", "(iv)". */
bool bma_is_list_mark(const struct bma_annotated *text, uint32_t at);

/* Whether a mark of that role begins in the main line within [first, end); *found its end when wanted. */
bool bma_mark_within(const struct bma_features_state *state, uint32_t first, uint32_t end,
                     enum bma_concept_role role, uint32_t *found);
/* Who stands before the verb in [first, verb). */
unsigned bma_subject_of(const struct bma_features_state *state, const struct bma_annotated *text,
                        uint32_t first, uint32_t verb);
/* Whom a pronoun before the verb stands for: the subject of the statement before, in the same article; else
 * nobody. */
unsigned bma_antecedent_of(const struct bma_features_state *state, const struct bma_annotated *text,
                           uint32_t clause, uint32_t first, uint32_t verb);
void bma_speaks_of(struct bma_features_state *state, const struct bma_annotated *text, uint32_t clause,
                   unsigned subject);
/* Whoever an agent phrase names after the verb ("by the employer"); 0 if nobody. */
unsigned bma_agent_of(const struct bma_features_state *state, uint32_t verb_end, uint32_t end);
/* The subject of a relative clause: what stands before it, or, if somebody stands inside, that one. */
unsigned bma_relative_subject(const struct bma_features_state *state,
                              const struct bma_clause_features *features, const struct bma_stretch *stretch,
                              const struct bma_mark *verb);
/* "shall ensure that domestic workers:", "a visa to any national who:": of whom the items of the list speak.
 */
void bma_lead_judge(const struct bma_features_state *state, const struct bma_clause_features *features,
                    struct bma_lead *lead);
bool bma_is_passive(const struct bma_features_state *state, const struct bma_mark *verb);
/* first: where the statement begins; end: where it ends. */
bool bma_is_negated(const struct bma_features_state *state, const struct bma_mark *verb, uint32_t first,
                    uint32_t end);

/* --- predicates.c ------------------------------------------------------- */

enum bma_status bma_predicates_compute(struct bma_features_state *state, const struct bma_annotated *text,
                                       uint32_t clause, struct bma_clause_features *features,
                                       struct bma_error *error);

/* --- references.c ------------------------------------------------------- */

enum bma_status bma_reference_words_init(struct bma_features_state *state, struct bma_error *error);
/* The references of one clause, appended to state->references; the clause's marks must be collected. */
enum bma_status bma_references_find(struct bma_features_state *state, const struct bma_annotated *text,
                                    uint32_t clause, struct bma_error *error);

/* --- features.c --------------------------------------------------------- */

/* Whether the clause, or the list that it is an item of, says what a term means; needs its marks. */
bool bma_clause_defines(const struct bma_features_state *state, const struct bma_annotated *text,
                        uint32_t clause);

/* --- rows.c ------------------------------------------------------------- */

/* Whether the clause is a row that heads a column of those who answer. */
bool bma_row_assigns(const struct bma_features_state *state, const struct bma_annotated *text,
                     uint32_t clause);
/* Who is named at the head of a cell; needs the marks of the clause. */
unsigned bma_row_actors(const struct bma_features_state *state, const struct bma_annotated *text,
                        uint32_t clause);

/* --- binding.c ---------------------------------------------------------- */

/* What the instrument as a whole says of its force; before the predicates, as "will" hangs on it. */
void bma_binding_document(struct bma_features_state *state, struct bma_annotated *out);
/* bound and unbound of each clause; needs the references. */
void bma_binding_divisions(const struct bma_features_state *state, const struct bma_annotated *text,
                           struct bma_clause_features *clauses);

/* --- divisions.c -------------------------------------------------------- */

/* Lists the document's numbered divisions for look-up. */
enum bma_status bma_divisions_learn(struct bma_features_state *state, const struct bma_document *document,
                                    struct bma_error *error);
/* Fills target of a mention made in that clause; scope is the node it is a part of, or BMA_NONE. */
void bma_division_resolve(const struct bma_features_state *state, const struct bma_document *document,
                          uint32_t clause, uint32_t scope, struct bma_mention *mention);
/* A hash of a number with full stops, never 0. */
uint32_t bma_decimal_hash(const char *number, size_t length);

/* --- alternatives.c: alternatives in brackets hold at the weaker verb ---- */

/*
 * "[shall] [should]", "[A: shall apply] [B: will be guided by]": the verb right behind `verb`, or of the
 * bracket that follows at once on its own, from index *next of the clause's verbs, which moves behind it;
 * NULL: there is none.
 */
const struct bma_mark *bma_rival_verb(const struct bma_features_state *state,
                                      const struct bma_annotated *text,
                                      const struct bma_clause_features *clause, const struct bma_mark *verb,
                                      size_t *next);
/* Whole sentences that are alternatives; once all predicates are there. */
void bma_alternatives_weigh(struct bma_features_state *state, const struct bma_annotated *text);

#endif

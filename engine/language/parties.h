/*
 * Who the two Parties of a bare text are, and where it speaks of them.
 *
 * Their names are taken from the opening of the preamble, else from what
 * follows "between" in the title.  Nothing is guessed: where the words can be cut
 * into two names in more than one way, or in none, the Parties stay unknown.
 * A Party has *forms*: its name proper ("Marenda" of "the Government of the
 * Republic of Marenda"), the short name that the draft gives it ("the First Party"),
 * and the offices that the draft calls its own.
 *
 * Internal to this room: names.c finds the pair, party_forms.c what else stands
 * for them, party_roles.c which way people go, party_marks.c who acts,
 * party_places.c where a name stands for the country.
 */
#ifndef BMA_LANGUAGE_PARTIES_H
#define BMA_LANGUAGE_PARTIES_H

#include "language/annotated.h"

enum {
    BMA_PARTY_FORMS = 48,      /* of both Parties together */
    BMA_PARTY_FORM_WORDS = 10, /* in one */
    BMA_PARTY_POOL = 256       /* in all */
};

/* What bma_annotated.sides holds for a token that is part of a mention. */
enum {
    BMA_SIDE_PARTY = 3,  /* 1: the first Party, 2: the second */
    BMA_SIDE_OFFICE = 4, /* an office of it */
    BMA_SIDE_BEGINS = 8  /* the mention's first word */
};

struct bma_party_word {
    const char *at;
    uint32_t length;
};

struct bma_party_form {
    uint32_t first, words; /* in the pool */
    unsigned char side;    /* BMA_SIDE_… without BEGINS */
    bool dropped;          /* both Parties have it */
};

struct bma_parties {
    const struct bma_party_words *words;
    const unsigned char *roles; /* of each concept; the features' */
    struct bma_party_word pool[BMA_PARTY_POOL];
    uint32_t pool_count;
    struct bma_party_form forms[BMA_PARTY_FORMS];
    uint32_t form_count;
    bool starts[256];     /* bytes with which a form begins, either case */
    unsigned char *sides; /* per token of the document, in its arena; NULL while the Parties are unknown */
    struct bma_party pair[2]; /* names in the arena */
    bool declared[2];         /* the role was said outright, by case file or definition */
};

/* --- party_words.c: lists of words against tokens ------------------------ */

bool bma_token_is(const struct bma_annotated *text, uint32_t token, const char *word, size_t length);
/* Tokens that the longest entry covers from `token` on; 0 if none does. */
uint32_t bma_words_from(const struct bma_annotated *text, const struct bma_words *list, uint32_t token,
                        uint32_t end);
/* Tokens that the longest entry covers right before `token`; 0 if none does. */
uint32_t bma_words_before(const struct bma_annotated *text, const struct bma_words *list, uint32_t token,
                          uint32_t floor);
/* Where a name begins with the words that stand before the name proper: "the Republic of", "Government of
 * the". */
uint32_t bma_party_style_start(const struct bma_annotated *text, const struct bma_party_words *words,
                               uint32_t token, uint32_t floor);

/* --- party_names.c -------------------------------------------------------- */

/* The pair as it stands in the draft. */
struct bma_party_pair {
    struct bma_token_run whole[2]; /* "Republic of Marenda" */
    struct bma_token_run core[2];  /* "Marenda" */
    struct bma_token_run brief[2]; /* "First Party"; empty where there is none */
};
/* Fills *out; false where no pair can be told. */
bool bma_party_pair_find(const struct bma_annotated *text, const struct bma_party_words *words,
                         struct bma_party_pair *out);

/* A short name that words behind a name give it (“the First Party”), empty where they speak of both. */
struct bma_token_run bma_party_brief(const struct bma_annotated *text, const struct bma_party_words *words,
                                     uint32_t first, uint32_t end);

/* --- party_forms.c -------------------------------------------------------- */

/* Adds a form; what the other side has too is dropped for both.  A full table keeps what it has. */
void bma_party_form_add(struct bma_parties *parties, const struct bma_party_word *words, uint32_t count,
                        unsigned char side);
void bma_party_form_tokens(struct bma_parties *parties, const struct bma_annotated *text,
                           struct bma_token_run run, unsigned char side);
/* The longest form that begins at the token, or NULL. */
const struct bma_party_form *bma_party_form_at(const struct bma_parties *parties,
                                               const struct bma_annotated *text, uint32_t token,
                                               uint32_t end);
/* Fills parties->sides anew from the forms. */
void bma_party_sides(struct bma_parties *parties, const struct bma_annotated *text);
/* Learns the offices that the draft calls a Party's own; needs sides. */
void bma_party_offices(struct bma_parties *parties, const struct bma_annotated *text);

/* --- party_roles.c -------------------------------------------------------- */

/* Fills the roles that evidence shows; leaves those that were declared. */
void bma_party_roles(struct bma_parties *parties, const struct bma_annotated *text,
                     const struct bma_party_pair *pair);

/* --- parties.c ------------------------------------------------------------ */

/*
 * Learns the Parties of the document and shows them in *out (parties, party_count, sides).
 * `given` are those of the case file: their names and roles outrank the draft's.
 */
enum bma_status bma_parties_learn(struct bma_parties *parties, const struct bma_party *given,
                                  size_t given_count, struct bma_arena *arena, struct bma_annotated *out,
                                  struct bma_error *error);

/* The country of the people that the word names, where that is known without its name: "Netherlands" of
 * "Dutch" (in small letters: the word by which it is told); or NULL. */
const char *bma_party_country(const struct bma_party_words *words, const struct bma_annotated *text,
                              uint32_t token);
/* The side whose people the word names ("Marendan"); 0 where neither or both might be meant. */
unsigned char bma_party_demonym(const struct bma_parties *parties, const struct bma_annotated *text,
                                uint32_t token);

/* The actor bits of a mention. */
unsigned bma_party_actors(const struct bma_parties *parties, unsigned char side);

#endif

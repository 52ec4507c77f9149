/*
 * The lexicon: concepts and the phrases that express them, compiled to one
 * automaton.  Also the language's features, which are concepts with a *role*.
 *
 * A lexicon is read from the YAML files of one folder (docs/writing-rules.md
 * has the phrase language), compiled once per pack, immutable afterwards and
 * shared by all workers.
 */
#ifndef BMA_LANGUAGE_LEXICON_H
#define BMA_LANGUAGE_LEXICON_H

#include "base/arena.h"
#include "base/error.h"
#include "document/conventions.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/*
 * What a feature concept means to the engine.  A concept of the lexicon names
 * its role in YAML (`role: duty`); concepts of rules have BMA_ROLE_TOPIC.
 */
enum bma_concept_role {
    BMA_CONCEPT_TOPIC, /* a matter of the rules; no feature */
    /* modality: how strongly the predicate that it governs binds */
    BMA_CONCEPT_DUTY,     /* shall, must, undertakes to, agrees to, is obliged to */
    BMA_CONCEPT_WILL,     /* will: a duty, soft in an instrument that does not bind */
    BMA_CONCEPT_SOFT,     /* should, shall endeavour to, shall consider, is encouraged to */
    BMA_CONCEPT_PERMIT,   /* may, can, is authorised to */
    BMA_CONCEPT_RIGHT,    /* is entitled to, has the right to, is free to */
    BMA_CONCEPT_PROHIBIT, /* is prohibited from, it is forbidden to */
    BMA_CONCEPT_RELEASE,  /* shall not be required to, nothing in this Agreement shall oblige */
    BMA_CONCEPT_AIM,      /* aims at, the purpose of this Agreement is, desiring, look forward to */
    BMA_CONCEPT_DECLARE,  /* is, are, enters, consists of: present tense, when no stronger verb governs */
    /* around the predicate */
    BMA_CONCEPT_NEGATION,    /* not, never, in no case: beside the verb that it negates */
    BMA_CONCEPT_NOBODY,      /* no, neither, nobody, none: a subject or an object that negates its verb */
    BMA_CONCEPT_EXCEPTION,   /* except, save that, other than, with the exception of, unless */
    BMA_CONCEPT_HEDGE,       /* as far as possible, where appropriate, subject to available resources */
    BMA_CONCEPT_CONDITION,   /* if, where, provided that, in the event of */
    BMA_CONCEPT_WANTING,     /* without, before: in a denial, what must not be wanting */
    BMA_CONCEPT_SUBORDINATE, /* who, which, that, whose: opens a relative clause */
    BMA_CONCEPT_COMPLEMENT,  /* ensure that, see to it that: what follows is the content of the duty */
    BMA_CONCEPT_CONJUNCTION, /* and, but, or */
    BMA_CONCEPT_AGENT,       /* by, on the part of: names who acts when the verb is passive */
    BMA_CONCEPT_PREPOSITION, /* for, in, on, upon: at the head of a statement it opens no subject */
    BMA_CONCEPT_PRONOUN,     /* they, he, she: who was spoken of before */
    BMA_CONCEPT_PASSIVE,     /* be, after a verb of obligation: its subject undergoes, and does not act */
    BMA_CONCEPT_DEFINITION,  /* means, shall be understood as, for the purposes of this Agreement */
    BMA_CONCEPT_ELSEWHERE, /* established under the Agreement of, existing under, set up by another instrument
                            */
    BMA_CONCEPT_FINAL,     /* the Agreement remains in force, enters into force, may be denounced */
    BMA_CONCEPT_DELETES,   /* Article 9 shall be deleted: an amending text takes a provision away */
    BMA_CONCEPT_ENACTS, /* shall be replaced by the following: what is quoted behind it is to be in force */
    BMA_CONCEPT_DISAPPLIES, /* Paragraph 3 shall not apply to: a provision is kept from somebody */
    BMA_CONCEPT_UNDOES, /* shall be abolished, is barred from, forfeits: the verb takes away what it speaks of
                         */
    BMA_CONCEPT_BURDEN, /* at the worker's expense, absconding: what it gives carries out nobody's right */
    BMA_CONCEPT_RANGE,  /* Articles 4 to, paragraphs 1 through: the reference goes on */
    BMA_CONCEPT_OTHER_INSTRUMENT, /* of the Convention, of the Labour Code: a reference leads out of the
                                     document */
    BMA_CONCEPT_ASSIGNS,          /* paid by, responsible: over a column of a table that says who answers */
    /* elements of level 4 */
    BMA_CONCEPT_TIME,      /* within thirty days, not later than, by 30 June */
    BMA_CONCEPT_FREQUENCY, /* every year, twice a year, annually, quarterly, regularly */
    BMA_CONCEPT_BODY, /* labour inspectorate, ministry, embassy, employer, court … who answers for it */
    BMA_CONCEPT_PROCEDURE, /* in writing, by registered letter, form set out in, fine, fund, register,
                              certificate */
    /* who acts */
    BMA_CONCEPT_ACTOR_PARTIES,
    BMA_CONCEPT_ACTOR_ORIGIN,
    BMA_CONCEPT_ACTOR_DESTINATION,
    BMA_CONCEPT_ACTOR_EMPLOYER,
    BMA_CONCEPT_ACTOR_WORKER,
    BMA_CONCEPT_ACTOR_AGENCY,
    BMA_CONCEPT_ACTOR_JOINT_BODY,
    BMA_CONCEPT_ACTOR_AUTHORITY,
    BMA_CONCEPT_ACTOR_THIRD_PARTY, /* unions, employers' organisations, NGOs, chambers, banks */
    /* what the whole document says of itself */
    BMA_CONCEPT_NON_BINDING,           /* creates no legal obligations, is not legally binding */
    BMA_CONCEPT_NON_BINDING_PARAGRAPH, /* this paragraph creates no legal obligation */
    BMA_CONCEPT_NON_BINDING_DIVISION,  /* this article, this annex creates no legal obligation */
    BMA_CONCEPT_NON_BINDING_NAMED,     /* Articles 3 and 4 create no legal obligation */
    BMA_CONCEPT_NON_BINDING_EXCEPT,    /* except for Articles 3 and 4, it creates no legal obligation */
    BMA_CONCEPT_BINDING_NAMED,         /* Articles 3 and 4 are legally binding */
    BMA_CONCEPT_PARTICIPANTS,          /* the Participants (signatories who do not bind themselves) */
    BMA_CONCEPT_ANNEX_INTEGRAL,        /* form(s) an integral part of this Agreement */
    BMA_CONCEPT_THIS_INSTRUMENT,       /* this Memorandum: what the draft calls itself */
    /* who is meant by a defined term, told by what he does: a citizen who is employed, a farm that employs */
    BMA_CONCEPT_DEFINES_WORKER,
    BMA_CONCEPT_DEFINES_EMPLOYER,
    BMA_CONCEPT_DEFINES_AGENCY,
    /* a topic that the names of the two countries express as well, where their parts are known */
    BMA_CONCEPT_PLACE_ORIGIN,
    BMA_CONCEPT_PLACE_DESTINATION,
    BMA_CONCEPT_PARTY_ADDRESSED, /* and one that a Party or office by name expresses, to which something is
                                    done */
    BMA_CONCEPT_ROLE_COUNT
};

/* BMA_CONCEPT_DUTY → "duty" …: the words above in lower case, with hyphens. */
const char *bma_concept_role_name(enum bma_concept_role role);

struct bma_concept {
    const char *name;  /* unique in the lexicon: "trade_union" */
    const char *about; /* one line for people; "" where none is given */
    enum bma_concept_role role;
    const char *file; /* where it is defined */
    uint32_t line;
    uint32_t phrase_count;
};

struct bma_lexicon; /* opaque: stems, automaton, phrases */

/*
 * The bytes of every *.yaml in a folder, in name order.  When hash is not NULL, name and bytes of each
 * file go into it.
 */
struct bma_sha256;
struct bma_lexicon_files;
enum bma_status bma_lexicon_files_read(const char *folder, struct bma_sha256 *hash,
                                       struct bma_lexicon_files **out, struct bma_error *error);
const char *bma_lexicon_files_folder(const struct bma_lexicon_files *files);
size_t bma_lexicon_files_count(const struct bma_lexicon_files *files);
const char *bma_lexicon_files_path(const struct bma_lexicon_files *files, size_t file);
void bma_lexicon_files_free(struct bma_lexicon_files *files);

/*
 * Compiles the files that were read; structure.yaml becomes the conventions.  *out is freed with
 * bma_lexicon_free() and does not need the files any more.  Their bytes are gone then: names and paths are
 * left.
 */
enum bma_status bma_lexicon_compile(struct bma_lexicon_files *files, struct bma_lexicon **out,
                                    struct bma_error *error);
/* Both. */
enum bma_status bma_lexicon_load(const char *folder, struct bma_sha256 *hash, struct bma_lexicon **out,
                                 struct bma_error *error);
void bma_lexicon_free(struct bma_lexicon *lexicon);

/*
 * The compiled lexicon as fields of an image (base/image.h).  What is read lies in the image, and in the
 * arena that the image makes records in: both must outlive it.  Reading is false where the image does not
 * hold it.
 */
struct bma_image;
void bma_lexicon_write(const struct bma_lexicon *lexicon, struct bma_image *image);
bool bma_lexicon_read(struct bma_image *image, struct bma_lexicon **out);

const struct bma_conventions *bma_lexicon_conventions(const struct bma_lexicon *lexicon);
uint32_t bma_lexicon_concept_count(const struct bma_lexicon *lexicon);
const struct bma_concept *bma_lexicon_concept(const struct bma_lexicon *lexicon, uint32_t concept);
/* Index of the concept of that name, or BMA_NONE. */
uint32_t bma_lexicon_find(const struct bma_lexicon *lexicon, const char *name);
/* The first concept of the role; BMA_NONE where there is none. */
uint32_t bma_lexicon_find_role(const struct bma_lexicon *lexicon, enum bma_concept_role role);

/* The stems that phrases ask for, numbered from 1; 0 is none of them. */
uint32_t bma_lexicon_stem_count(const struct bma_lexicon *lexicon);
uint32_t bma_lexicon_find_stem(const struct bma_lexicon *lexicon, const char *stem, size_t length);
const char *bma_lexicon_stem(const struct bma_lexicon *lexicon, uint32_t number);
/* The stem of a token, by its symbol (struct bma_token, `stem`). */
uint32_t bma_lexicon_stem_of(const struct bma_lexicon *lexicon, uint32_t symbol);

#endif

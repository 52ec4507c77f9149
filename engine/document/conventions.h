/*
 * How a language marks the structure of an agreement: the words that readers
 * look for.  Filled from the pack's lexicon/<language>/structure.yaml; nothing
 * of it is known to C.  Words are lower case; matching ignores case.
 */
#ifndef BMA_DOCUMENT_CONVENTIONS_H
#define BMA_DOCUMENT_CONVENTIONS_H

#include <stddef.h>
#include <stdint.h>

struct bma_words {
    const char *const *items; /* terminated strings */
    size_t count;
    uint32_t initials; /* bit k: an item begins with a byte that is k modulo 32; 0 = not worked out */
};

/*
 * How a draft names its Parties.  An entry may be several words; words between
 * quotation marks and brackets are compared as the others are.
 */
struct bma_party_words {
    struct bma_words between;     /* between: opens the pair in a title */
    struct bma_words subject;     /* on, concerning …: closes it */
    struct bma_words article;     /* the */
    struct bma_words join;        /* and: joins the two, and words of one name */
    struct bma_words of;          /* of, for: words of a name, and of an office's name */
    struct bma_words style;       /* republic of, government of …: stands before the name proper */
    struct bma_words head;        /* "His Majesty the King of": a person who stands for a State */
    struct bma_words kept;        /* names of which the style is a part: it tells two States apart */
    struct bma_words office;      /* ministry of …: stands before what an office sees to */
    struct bma_words hereinafter; /* hereinafter, referred to as …: a short name follows */
    struct bma_words jointly;     /* jointly, parties …: what follows, or this name, is of both */
    struct bma_words from;        /* from, of: a person comes from there */
    struct bma_words into;        /* in, to, in the territory of: a person goes there */
    struct bma_words oblique;     /* with, for, under …: the name behind it is no subject */
    struct bma_words means;       /* for, in: "for X, the Ministry of Labour" names the office of X */
    struct bma_words by;          /* by, to, shall be: "for X by the Ministry of Labour" does so too */
    struct bma_words side;        /* side: "on the Marendan side", "the Marenda side" */
    struct bma_words possessive;  /* its, their: may stand before an office */
    struct bma_words people;      /* workers, nationals, manpower …: who migrates */
    struct bma_words known;      /* "dutch=Netherlands": a people and its country; in small letters it is only
                                    the word by which its name is told */
    struct bma_words state;      /* republic, kingdom: behind a people, the country's name in full */
    struct bma_words demonym;    /* n, ese, ian …: endings that make people of a country's name */
    struct bma_words reciprocal; /* territory of the other party …: people go both ways */
};

/* How terms are defined, and the common words for those whom terms stand for (language/terms.h). */
struct bma_term_words {
    struct bma_words means;      /* is, are …: stands between a term and what it means */
    struct bma_words determiner; /* the, a, each …: stands before a noun */
    struct bma_words definite;   /* the: before what there is one of */
    struct bma_words worker;     /* worker, workers: for one, and for several */
    struct bma_words employer;
    struct bma_words agency;
    struct bma_words office; /* authority: for a public body with the name of an agency */
};

/* The names of instruments, and what stands around them in a title (docs/reading-drafts.md). */
struct bma_instrument_words {
    struct bma_words treaty;   /* agreement, treaty, convention … */
    struct bma_words mou;      /* memorandum of understanding, declaration of intent … */
    struct bma_words letters;  /* exchange of notes … */
    struct bma_words protocol; /* protocol … */
    struct bma_words open;     /* arrangement …: names of binding and of other instruments alike */
    struct bma_words series;   /* treaty series …: names nothing */
    struct bma_words remark;   /* working draft, not for circulation …: stands above the title */
    struct bma_words form;     /* in the form of an exchange of letters …: what an agreement was made by */
    struct bma_words itself;   /* this, the present: the instrument's own name follows */
};

struct bma_conventions {
    const char *language;       /* "en" */
    uint32_t known_words;       /* of 100 words of a text in the language it knows so many or more */
    struct bma_words part;      /* part, chapter, title, section … followed by a number */
    struct bma_words article;   /* article, art., section, paragraph, clause … followed by a number */
    struct bma_words paragraph; /* §, para, paragraph … followed by a number inside an article */
    struct bma_words annex;     /* annex, appendix, schedule, protocol, attachment … */
    struct bma_words
        preamble_end; /* "have agreed as follows", "have reached the following understanding" … */
    struct bma_words alternative; /* option, variant … : opens one of several readings in brackets */
    struct bma_words recital;     /* recognising, considering … : how a recital opens */
    struct bma_words closing; /* "done at", "in witness whereof", "signed at", "for the government of" … */
    struct bma_words letter_opening; /* excellency, sir, "i have the honour" … */
    struct bma_words letter_closing; /* "accept, excellency", "i avail myself" … */
    struct bma_words note_opening; /* "presents its compliments" … : in the first words of a verbal note */
    struct bma_words note_closing; /* "avails itself of this opportunity" … : within its last ones */
    struct bma_words
        reply; /* "i have the honour to acknowledge receipt" … : a letter that repeats the first */
    struct bma_words
        abbreviations;        /* no, art, para, e.g, i.e, dr … : a full stop after them ends no sentence */
    struct bma_words counted; /* one, two, three …: "Article Two", the value by the place; may be empty */
    struct bma_words ranked;  /* first, second …: "Article First" */
    struct bma_words number_sign; /* no, nr: "Article No. 2" */
    struct bma_words leads_on;    /* the, of, which, shall … : no paragraph ends with them; may be empty */
    struct bma_words contents;    /* contents, arrangement of clauses …: heads a list of the articles */
    struct bma_words remark; /* drafting note, comment …: what is no part of the draft, up to a colon */
    struct bma_words remark_bracketed; /* note …: so only in square brackets */
    struct bma_words preamble;         /* preamble: its heading, and (the first word) how it is cited */
    struct bma_words point;            /* point: how a numbered point that has no label is cited */
    struct bma_words letter;           /* letter: how one letter of an exchange is cited */
    struct bma_words
        unnumbered; /* words of headings that carry no number: "general provisions", "first" … may be empty */
    struct bma_party_words party;
    struct bma_term_words term;
    struct bma_instrument_words instrument;
};

#endif

/*
 * How a language marks the structure of an agreement: the words that readers
 * look for.  Filled from the pack's lexicon/<language>/structure.yaml; nothing
 * of it is known to C.  Words are lower case; matching ignores case.
 */
#ifndef BMA_DOCUMENT_CONVENTIONS_H
#define BMA_DOCUMENT_CONVENTIONS_H

#include <stddef.h>

struct bma_words {
    const char *const *items; /* terminated strings */
    size_t count;
};

struct bma_conventions {
    const char *language;       /* "en" */
    struct bma_words part;      /* part, chapter, title, section … followed by a number */
    struct bma_words article;   /* article, art., section, paragraph, clause … followed by a number */
    struct bma_words paragraph; /* §, para, paragraph … followed by a number inside an article */
    struct bma_words annex;     /* annex, appendix, schedule, protocol, attachment … */
    struct bma_words
        preamble_end;         /* "have agreed as follows", "have reached the following understanding" … */
    struct bma_words recital; /* recognising, considering … : how a recital opens */
    struct bma_words closing; /* "done at", "in witness whereof", "signed at", "for the government of" … */
    struct bma_words letter_opening; /* excellency, sir, "i have the honour" … */
    struct bma_words letter_closing; /* "accept, excellency", "i avail myself" … */
    struct bma_words
        reply; /* "i have the honour to acknowledge receipt" … : a letter that repeats the first */
    struct bma_words
        abbreviations;         /* no, art, para, e.g, i.e, dr … : a full stop after them ends no sentence */
    struct bma_words preamble; /* preamble: its heading, and (the first word) how it is cited */
    struct bma_words point;    /* point: how a numbered point that has no label is cited */
    struct bma_words letter;   /* letter: how one letter of an exchange is cited */
    struct bma_words
        unnumbered; /* words of headings that carry no number: "general provisions", "first" … may be empty */
};

#endif

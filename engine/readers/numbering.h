/*
 * Numbers and labels at the start of a block: "Article 5 –", "§ 2.", "5.1",
 * "(a)", "iv)", "–".  Nothing here knows a word; those come in from the
 * conventions.
 */
#ifndef BMA_READERS_NUMBERING_H
#define BMA_READERS_NUMBERING_H

#include "document/conventions.h"
#include "document/document.h"

#include <stdbool.h>
#include <stdint.h>

enum bma_marker_style {
    BMA_MARKER_NONE,
    BMA_MARKER_NUMBER,         /* 1. 1- */
    BMA_MARKER_DECIMAL,        /* 5.1, A.1, A1. */
    BMA_MARKER_SIGN,           /* § 2. */
    BMA_MARKER_WORD,           /* Paragraph 2 */
    BMA_MARKER_BRACKET_NUMBER, /* (1) */
    BMA_MARKER_HALF_NUMBER,    /* 1) */
    BMA_MARKER_CAPITAL,        /* A. */
    BMA_MARKER_CAPITAL_ROMAN,  /* IV. */
    BMA_MARKER_BRACKET_LETTER, /* (a) */
    BMA_MARKER_HALF_LETTER,    /* a) */
    BMA_MARKER_LETTER,         /* a. */
    BMA_MARKER_BRACKET_ROMAN,  /* (ii) */
    BMA_MARKER_HALF_ROMAN,     /* ii) */
    BMA_MARKER_ROMAN,          /* ii. */
    BMA_MARKER_DASH,           /* – - • * */
    BMA_MARKER_UNMARKED        /* an item on a line of its own, without a sign */
};

/* A marker may be read as a letter or as a Roman number: "(i)", "(c)"; both readings are kept. */
struct bma_marker {
    enum bma_marker_style style;       /* the reading as number or letter */
    enum bma_marker_style roman_style; /* the reading as a Roman number, or NONE */
    uint32_t ordinal, roman;
    uint32_t first_part;    /* of a decimal: 5 in 5.1, 1 in A.1 */
    uint32_t parts;         /* of a decimal: 2 in 5.1 */
    struct bma_span number; /* without brackets and full stop */
    struct bma_span label;  /* as printed */
    uint32_t body;          /* where the words after it begin */
};

/* Reads a marker at text[start, end); false where none stands there. */
bool bma_marker_read(const char *text, uint32_t start, uint32_t end, struct bma_marker *marker);

/* The value of a span that is a number and nothing else ("4", "II"), or 0. */
uint32_t bma_number_value(const char *text, struct bma_span span);

/* A word of a list followed by a number: "Article 5", "PART II", "Annex". */
struct bma_label {
    const char *word;       /* entry of the list */
    struct bma_span label;  /* "Article 5" */
    struct bma_span number; /* "5"; empty where there is none */
    uint32_t ordinal;
    uint32_t rest;  /* what follows the separator; end of the block where nothing does */
    bool separated; /* a full stop, colon or dash stands between number and rest */
};

/* False when no word of the list opens the span, or none with a number unless bare is allowed. */
bool bma_label_read(const char *text, uint32_t start, uint32_t end, const struct bma_conventions *conventions,
                    const struct bma_words *words, bool bare, struct bma_label *label);

/*
 * "Admission. – Trainees shall …": a short heading behind a label, ended by a stop and a dash; or by a stop
 * alone where none stands behind the number: "Section 1.1 Purpose. This …".  Where the text behind it begins,
 * or 0; heading: the words before the stop.
 */
uint32_t bma_run_in(const char *text, const struct bma_label *label, uint32_t end, struct bma_span *heading);

/* Whether text[start, end) opens with one of the phrases, whole words, ignoring case; the end of the longest
 * or 0.  `which`: its place in the list, left alone where there is none. */
uint32_t bma_words_find(const struct bma_words *words, const char *text, uint32_t start, uint32_t end,
                        size_t *which);
uint32_t bma_words_open(const struct bma_words *words, const char *text, uint32_t start, uint32_t end);
/* Whether one of the phrases stands in it; where the phrase ends, or 0. */
uint32_t bma_words_within(const struct bma_words *words, const char *text, uint32_t start, uint32_t end);
/* The last bytes of the curly quotation marks. */
enum { BMA_QUOTATION_OPENS = 0x9c, BMA_QUOTATION_CLOSES = 0x9d };
/* Where the quotation mark ends, a straight one or the curly one that is asked for; `at` where none stands.
 */
uint32_t bma_skip_quotation_mark(const char *text, uint32_t at, uint32_t end, unsigned char curly);
/* Whether the words are one of the list. */
bool bma_words_has(const struct bma_words *words, const char *word);

/* White space is skipped here and there: blank, tab, line ends and the no-break space. */
uint32_t bma_skip_blank(const char *text, uint32_t start, uint32_t end);

#endif

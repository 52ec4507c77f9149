/*
 * The tokeniser: clauses to tokens with symbols.
 *
 * Each distinct word is folded, spelled, stemmed and looked up once; then it is
 * found in a small table.  The table is bounded: when it is full it is
 * emptied, which costs time and changes nothing else.
 */
#ifndef BMA_LANGUAGE_TOKENS_H
#define BMA_LANGUAGE_TOKENS_H

#include "language/annotated.h"
#include "language/symbols.h"

/* A word of up to 16 ASCII letters and digits, in lower case, as two numbers. */
struct bma_seen_word {
    uint64_t low, high;
    uint32_t symbol;
    uint32_t state; /* enum bma_seen_state; 0 = free */
};

struct bma_tokeniser {
    const struct bma_symbols *symbols;
    struct sb_stemmer *stemmer;
    struct bma_seen_word *seen; /* a power of two of them */
    size_t seen_capacity, seen_count;
    struct bma_word_table long_words; /* all others, as written; value = symbol × 4 + state */
    uint64_t *bits;                   /* word bytes of the clause (boundaries.h) */
    size_t bit_capacity;
    struct bma_token *tokens; /* of the whole document */
    size_t token_count, token_capacity;

    /* while a clause is read */
    const char *text;
    size_t clause_first;   /* its first token */
    uint32_t end;          /* where the last token or the clause's beginning ended */
    uint32_t limit;        /* end of the clause */
    uint16_t pending;      /* flags for the next token */
    bool at_end;           /* behind the last word of the clause */
    bool straight;         /* inside "…": ends with the clause, as nobody can tell which mark is missing */
    bool directed;         /* inside “…” or «…» */
    uint32_t single_until; /* inside ‘…’ or '…' up to there */
};

enum bma_status bma_tokeniser_init(struct bma_tokeniser *tokeniser, const struct bma_symbols *symbols,
                                   const char *stemmer, struct bma_error *error);
void bma_tokeniser_release(struct bma_tokeniser *tokeniser);

/* Forgets the document before; large memory is given back. */
void bma_tokeniser_begin(struct bma_tokeniser *tokeniser);

/*
 * Appends the tokens of text[start, end).  64 bytes after the text must be
 * readable.  `same_paragraph`: quotation marks left open in the clause before
 * are still open.
 */
enum bma_status bma_tokenise_clause(struct bma_tokeniser *tokeniser, const char *text, struct bma_span span,
                                    bool same_paragraph, struct bma_error *error);

#endif

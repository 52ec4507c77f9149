/*
 * The tokeniser: words of a text with their symbols and the punctuation
 * around them.
 *
 * It remembers the words that it has seen (symbols.h says what they are), so
 * that each is folded, respelled and stemmed once.  What it remembers never
 * changes a result; the table is emptied when it has grown too large.
 */
#ifndef BMA_LANGUAGE_TOKENS_H
#define BMA_LANGUAGE_TOKENS_H

#include "language/annotated.h"
#include "language/symbols.h"

enum { BMA_SEEN_FIRST = 4096, BMA_SEEN_MOST = 65536 };

/* A word of at most 16 ASCII bytes, lower case: bytes 0–7 and 8–15, zero behind the end. */
struct bma_seen_word {
    uint64_t low, high; /* low 0 = free */
    uint32_t symbol;
};

struct bma_tokeniser {
    const struct bma_symbols *symbols;
    struct sb_stemmer *stemmer;
    struct bma_seen_word *seen;
    size_t seen_count, seen_size;
    struct bma_word_table long_words; /* every other word, as written: value = symbol + 1 */
    uint64_t *bits;                   /* scratch: which bytes belong to words */
    size_t bit_capacity;
    struct bma_token *tokens; /* the document's, in order; scratch until copied */
    size_t token_count, token_capacity;
};

/* stemmer names a Snowball algorithm; the tokeniser is released in any case. */
enum bma_status bma_tokeniser_init(struct bma_tokeniser *tokeniser, const struct bma_symbols *symbols,
                                   const char *stemmer, struct bma_error *error);
void bma_tokeniser_release(struct bma_tokeniser *tokeniser);

/* Prepares a text, after whose last byte 64 more must be readable; forgets the tokens of the last one. */
enum bma_status bma_tokenise_begin(struct bma_tokeniser *tokeniser, const char *text, size_t length,
                                   struct bma_error *error);

/* Appends the tokens of one clause of that text. */
enum bma_status bma_tokenise_clause(struct bma_tokeniser *tokeniser, const char *text, struct bma_span clause,
                                    struct bma_error *error);

#endif

/*
 * From words to symbols, the alphabet of the automaton.
 *
 * A phrase asks for *elements*: a stem ("agree", in any inflection), a word
 * exactly as it is written, or a number.  A word of a text may answer to
 * several: "two" is a stem, perhaps an exact word, and a number.  So every
 * set of elements that a word can answer to is one *symbol*, and a token carries the
 * symbol.  Which symbol a word has depends on the lexicon alone, never on the
 * words seen before it.  Symbol 0 is a word that no phrase asks for.
 *
 * Built in three steps: spelling, numbers and clitics; then the elements of
 * phrases; then bma_symbols_seal(), after which it is immutable.
 */
#ifndef BMA_LANGUAGE_SYMBOLS_H
#define BMA_LANGUAGE_SYMBOLS_H

#include "base/error.h"
#include "language/word_table.h"

#include <stdbool.h>

struct sb_stemmer;

enum { BMA_ELEMENT_NUMBER = 1, BMA_SYMBOL_NUMBER = 1, BMA_ELEMENTS_PER_SYMBOL = 3 };

struct bma_symbols {
    struct bma_word_table variants;      /* spelling: value = number in preferred */
    struct bma_word_table stem_variants; /* the same for stems, so that inflections follow */
    struct bma_word_table own_stems;     /* words that the stemmer would cut wrongly: value as in variants */
    struct bma_word_table preferred;
    struct bma_word_table clitics; /* dropped after an apostrophe ("s") */
    struct bma_word_table numbers; /* number words */
    struct bma_word_table plain;   /* words of phrases: value = element, so that each is stemmed once */
    struct bma_word_table stems;   /* number k is element 2k; value = symbol */
    struct bma_word_table exact;   /* number k is element 2k + 1 */
    struct bma_word_table special; /* exact and number words: value = symbol */
    uint32_t (*elements)[BMA_ELEMENTS_PER_SYMBOL]; /* of each symbol; 0 = none */
    size_t symbol_count, symbol_capacity;
};

void bma_symbols_init(struct bma_symbols *symbols);
void bma_symbols_release(struct bma_symbols *symbols);

/* Words are folded (words.h).  These return false when memory is out. */
bool bma_symbols_add_spelling(struct bma_symbols *symbols, struct sb_stemmer *stemmer, const char *variant,
                              size_t variant_length, const char *preferred, size_t preferred_length);
/* The stem that a word has, whatever the stemmer says. */
bool bma_symbols_add_stem(struct bma_symbols *symbols, const char *word, size_t word_length, const char *stem,
                          size_t stem_length);
/* The element of a word of a phrase, or 0 when memory is out. */
uint32_t bma_symbols_element(struct bma_symbols *symbols, struct sb_stemmer *stemmer, const char *word,
                             size_t length, bool exact);
bool bma_symbols_seal(struct bma_symbols *symbols, struct sb_stemmer *stemmer);

/* What a word of a text is.  False when memory is out. */
bool bma_symbols_lookup(const struct bma_symbols *symbols, struct sb_stemmer *stemmer, const char *word,
                        size_t length, uint32_t *symbol);

/* ASCII digits and nothing else. */
bool bma_is_digits(const char *word, size_t length);

#endif

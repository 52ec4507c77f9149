#include "language/symbols.h"

#include "base/memory.h"

#include <libstemmer.h>
#include <string.h>

struct text {
    const char *bytes;
    size_t length;
};

void bma_symbols_init(struct bma_symbols *symbols)
{
    memset(symbols, 0, sizeof *symbols);
}

void bma_symbols_release(struct bma_symbols *symbols)
{
    bma_word_table_release(&symbols->variants);
    bma_word_table_release(&symbols->stem_variants);
    bma_word_table_release(&symbols->own_stems);
    bma_word_table_release(&symbols->preferred);
    bma_word_table_release(&symbols->clitics);
    bma_word_table_release(&symbols->numbers);
    bma_word_table_release(&symbols->plain);
    bma_word_table_release(&symbols->stems);
    bma_word_table_release(&symbols->exact);
    bma_word_table_release(&symbols->special);
    bma_free(symbols->elements);
    bma_symbols_init(symbols);
}

bool bma_is_digits(const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (word[i] < '0' || word[i] > '9')
            return false;
    return length > 0;
}

static struct text word_at(const struct bma_word_table *table, uint32_t number)
{
    const struct bma_word *word = &table->words[number];
    return (struct text){table->bytes + word->offset, word->length};
}

/* The preferred form of a word or stem, or the word itself. */
static struct text respell(const struct bma_symbols *symbols, const struct bma_word_table *variants,
                           struct text word)
{
    uint32_t number = bma_word_table_find(variants, word.bytes, word.length);
    return number == 0 ? word : word_at(&symbols->preferred, variants->words[number].value);
}

/* Borrows from the stemmer until its next use; bytes is NULL when memory is out. */
static struct text raw_stem(struct sb_stemmer *stemmer, struct text word)
{
    const sb_symbol *stem = sb_stemmer_stem(stemmer, (const sb_symbol *)word.bytes, (int)word.length);
    return (struct text){(const char *)stem, stem == NULL ? 0 : (size_t)sb_stemmer_length(stemmer)};
}

static struct text stem_of(const struct bma_symbols *symbols, struct sb_stemmer *stemmer, struct text word)
{
    uint32_t own = bma_word_table_find(&symbols->own_stems, word.bytes, word.length);
    if (own != 0)
        return word_at(&symbols->preferred, symbols->own_stems.words[own].value);
    struct text stem = raw_stem(stemmer, word);
    return stem.bytes == NULL ? stem : respell(symbols, &symbols->stem_variants, stem);
}

/* The first to name a variant decides. */
static bool add_variant(struct bma_symbols *symbols, struct bma_word_table *variants, struct text variant,
                        struct text preferred)
{
    uint32_t to = bma_word_table_add(&symbols->preferred, preferred.bytes, preferred.length);
    uint32_t from = bma_word_table_add(variants, variant.bytes, variant.length);
    if (to == 0 || from == 0)
        return false;
    if (variants->words[from].value == 0)
        variants->words[from].value = to;
    return true;
}

bool bma_symbols_add_spelling(struct bma_symbols *symbols, struct sb_stemmer *stemmer, const char *variant,
                              size_t variant_length, const char *preferred, size_t preferred_length)
{
    struct text from = {variant, variant_length}, to = {preferred, preferred_length};
    if (!add_variant(symbols, &symbols->variants, from, to))
        return false;
    struct text stem = raw_stem(stemmer, to);
    uint32_t number =
        stem.bytes == NULL ? 0 : bma_word_table_add(&symbols->preferred, stem.bytes, stem.length);
    struct text from_stem = raw_stem(stemmer, from);
    if (number == 0 || from_stem.bytes == NULL)
        return false;
    uint32_t entry = bma_word_table_add(&symbols->stem_variants, from_stem.bytes, from_stem.length);
    if (entry != 0 && symbols->stem_variants.words[entry].value == 0)
        symbols->stem_variants.words[entry].value = number;
    return entry != 0;
}

bool bma_symbols_add_stem(struct bma_symbols *symbols, const char *word, size_t word_length, const char *stem,
                          size_t stem_length)
{
    return add_variant(symbols, &symbols->own_stems, (struct text){word, word_length},
                       (struct text){stem, stem_length});
}

static uint32_t stem_element(struct bma_symbols *symbols, struct sb_stemmer *stemmer, struct text word)
{
    uint32_t known = bma_word_table_add(&symbols->plain, word.bytes, word.length);
    if (known == 0 || symbols->plain.words[known].value != 0)
        return known == 0 ? 0 : symbols->plain.words[known].value;
    struct text stem = stem_of(symbols, stemmer, respell(symbols, &symbols->variants, word));
    if (stem.bytes == NULL)
        return 0;
    uint32_t element = bma_word_table_add(&symbols->stems, stem.bytes, stem.length) * 2;
    symbols->plain.words[known].value = element;
    return element;
}

uint32_t bma_symbols_element(struct bma_symbols *symbols, struct sb_stemmer *stemmer, const char *word,
                             size_t length, bool exact)
{
    struct text text = {word, length};
    if (!exact)
        return stem_element(symbols, stemmer, text);
    text = respell(symbols, &symbols->variants, text);
    uint32_t number = bma_word_table_add(&symbols->exact, text.bytes, text.length);
    return number == 0 ? 0 : number * 2 + 1;
}

/* A new symbol for these elements; 0 when memory is out. */
static uint32_t add_symbol(struct bma_symbols *symbols, uint32_t stem, uint32_t exact, bool number)
{
    if (bma_grow(&symbols->elements, &symbols->symbol_capacity, symbols->symbol_count + 1,
                 sizeof *symbols->elements) != 0)
        return 0;
    uint32_t *elements = symbols->elements[symbols->symbol_count];
    elements[0] = stem;
    elements[1] = exact;
    elements[2] = number ? BMA_ELEMENT_NUMBER : 0;
    return (uint32_t)symbols->symbol_count++;
}

static bool is_number(const struct bma_symbols *symbols, struct text word)
{
    return bma_is_digits(word.bytes, word.length) ||
           bma_word_table_find(&symbols->numbers, word.bytes, word.length) != 0;
}

static bool seal_stems(struct bma_symbols *symbols)
{
    for (uint32_t i = 1; i <= symbols->stems.word_count; i++) {
        struct text stem = word_at(&symbols->stems, i);
        uint32_t symbol = add_symbol(symbols, i * 2, 0, bma_is_digits(stem.bytes, stem.length));
        if (symbol == 0)
            return false;
        symbols->stems.words[i].value = symbol;
    }
    return true;
}

/* Exact words and number words have symbols of their own, besides that of their stem. */
static bool seal_special(struct bma_symbols *symbols, struct sb_stemmer *stemmer, struct text word,
                         uint32_t exact)
{
    uint32_t entry = bma_word_table_add(&symbols->special, word.bytes, word.length);
    struct text stem = stem_of(symbols, stemmer, word);
    if (entry == 0 || stem.bytes == NULL)
        return false;
    if (symbols->special.words[entry].value != 0)
        return true;
    uint32_t known = bma_word_table_find(&symbols->stems, stem.bytes, stem.length);
    uint32_t symbol = BMA_SYMBOL_NUMBER;
    if (known != 0 || exact != 0)
        symbol = add_symbol(symbols, known * 2, exact, is_number(symbols, word));
    symbols->special.words[entry].value = symbol;
    return symbol != 0;
}

bool bma_symbols_seal(struct bma_symbols *symbols, struct sb_stemmer *stemmer)
{
    bool numbered = add_symbol(symbols, 0, 0, false) == 0 && symbols->symbol_count == 1 &&
                    add_symbol(symbols, 0, 0, true) == BMA_SYMBOL_NUMBER;
    if (!numbered || !seal_stems(symbols))
        return false;
    for (uint32_t i = 1; i <= symbols->exact.word_count; i++)
        if (!seal_special(symbols, stemmer, word_at(&symbols->exact, i), i * 2 + 1))
            return false;
    for (uint32_t i = 1; i <= symbols->numbers.word_count; i++)
        if (!seal_special(symbols, stemmer, word_at(&symbols->numbers, i), 0))
            return false;
    bma_word_table_release(&symbols->plain);
    return true;
}

bool bma_symbols_lookup(const struct bma_symbols *symbols, struct sb_stemmer *stemmer, const char *word,
                        size_t length, uint32_t *symbol)
{
    struct text text = respell(symbols, &symbols->variants, (struct text){word, length});
    uint32_t special = bma_word_table_find(&symbols->special, text.bytes, text.length);
    if (special != 0) {
        *symbol = symbols->special.words[special].value;
        return true;
    }
    struct text stem = stem_of(symbols, stemmer, text);
    if (stem.bytes == NULL)
        return false;
    uint32_t known = bma_word_table_find(&symbols->stems, stem.bytes, stem.length);
    *symbol = known != 0 ? symbols->stems.words[known].value : 0;
    if (known == 0 && bma_is_digits(text.bytes, text.length))
        *symbol = BMA_SYMBOL_NUMBER;
    return true;
}

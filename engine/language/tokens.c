#include "language/tokens.h"

#include "base/memory.h"
#include "language/boundaries.h"
#include "language/words.h"

#include <libstemmer.h>
#include <string.h>

enum { SHORT_WORD = 16, LOWER_CASE = 0x20 };

/* What the text between two words has told. */
struct scan {
    struct bma_tokeniser *tokeniser;
    const char *text;
    size_t clause_start; /* tokens before it belong to other clauses */
    size_t from, end;    /* bytes still to read */
    bool open;           /* a bracket waits for its first word */
    bool quoted;
    bool apostrophe; /* directly behind the last word */
    bool straight;   /* the open quotation began with a straight mark */
};

enum bma_status bma_tokeniser_init(struct bma_tokeniser *t, const struct bma_symbols *symbols, const char *stemmer,
                                   struct bma_error *error)
{
    memset(t, 0, sizeof *t);
    t->symbols = symbols;
    bma_word_table_init(&t->long_words);
    t->stemmer = sb_stemmer_new(stemmer, NULL);
    t->seen_size = BMA_SEEN_FIRST;
    t->seen = bma_calloc(t->seen_size, sizeof *t->seen);
    return t->stemmer == NULL || t->seen == NULL ? bma_error_memory(error) : BMA_OK;
}

void bma_tokeniser_release(struct bma_tokeniser *t)
{
    sb_stemmer_delete(t->stemmer);
    bma_word_table_release(&t->long_words);
    bma_free(t->seen);
    bma_free(t->bits);
    bma_free(t->tokens);
    memset(t, 0, sizeof *t);
}

/* Fewer words are kept than would make look-ups slow or memory grow. */
static void forget(struct bma_tokeniser *t)
{
    memset(t->seen, 0, t->seen_size * sizeof *t->seen);
    t->seen_count = 0;
}

enum bma_status bma_tokenise_begin(struct bma_tokeniser *t, const char *text, size_t length,
                                   struct bma_error *error)
{
    size_t words = (length + 63) / 64 + 1;
    if (bma_grow(&t->bits, &t->bit_capacity, words, sizeof *t->bits) != 0)
        return bma_error_memory(error);
    t->bits[words - 1] = 0;
    bma_boundaries(text, length, t->bits);
    t->token_count = 0;
    if (t->long_words.word_count > BMA_SEEN_MOST)
        bma_word_table_clear(&t->long_words);
    return BMA_OK;
}

static size_t hash_seen(uint64_t low, uint64_t high)
{
    uint64_t mixed = (low ^ high * UINT64_C(0x9e3779b97f4a7c15)) * UINT64_C(0xd6e8feb86659fd93);
    return (size_t)(mixed >> 32 ^ mixed >> 47);
}

static size_t seen_slot(const struct bma_tokeniser *t, uint64_t low, uint64_t high)
{
    size_t slot = hash_seen(low, high) & (t->seen_size - 1);
    while (t->seen[slot].low != 0 && (t->seen[slot].low != low || t->seen[slot].high != high))
        slot = (slot + 1) & (t->seen_size - 1);
    return slot;
}

static bool grow_seen(struct bma_tokeniser *t)
{
    if (t->seen_size == BMA_SEEN_MOST) {
        forget(t);
        return true;
    }
    struct bma_seen_word *old = t->seen, *larger = bma_calloc(t->seen_size * 4, sizeof *larger);
    size_t old_size = t->seen_size;
    if (larger == NULL)
        return false;
    t->seen = larger;
    t->seen_size *= 4;
    for (size_t i = 0; i < old_size; i++)
        if (old[i].low != 0)
            t->seen[seen_slot(t, old[i].low, old[i].high)] = old[i];
    bma_free(old);
    return true;
}

static bool look_up(struct bma_tokeniser *t, const char *word, size_t length, uint32_t *symbol)
{
    char folded[BMA_WORD_MAX];
    size_t size = bma_word_fold(word, length, folded);
    *symbol = 0;
    return size == 0 || bma_symbols_lookup(t->symbols, t->stemmer, folded, size, symbol);
}

/* The first 8 of `length` bytes, zero behind the end.  Eight bytes are readable. */
static uint64_t load(const char *bytes, size_t length)
{
    uint64_t value;
    memcpy(&value, bytes, sizeof value);
    return length >= 8 ? value : value & ~(~UINT64_C(0) << length * 8);
}

/* The lower-case bit of every byte that is there; digits have it already. */
static uint64_t lower(uint64_t value, size_t length)
{
    uint64_t bits = UINT64_C(0x2020202020202020);
    return value | (length >= 8 ? bits : bits & ~(~UINT64_C(0) << length * 8));
}

static bool short_word(struct bma_tokeniser *t, const char *word, size_t length, uint32_t *symbol)
{
    uint64_t low = lower(load(word, length), length), high = 0;
    if (length > 8)
        high = lower(load(word + 8, length - 8), length - 8);
    size_t slot = seen_slot(t, low, high);
    if (t->seen[slot].low != 0) {
        *symbol = t->seen[slot].symbol;
        return true;
    }
    if (!look_up(t, word, length, symbol))
        return false;
    if (t->seen_count * 2 >= t->seen_size) {
        if (!grow_seen(t))
            return false;
        slot = seen_slot(t, low, high);
    }
    t->seen[slot] = (struct bma_seen_word){low, high, *symbol};
    t->seen_count++;
    return true;
}

static bool other_word(struct bma_tokeniser *t, const char *word, size_t length, uint32_t *symbol)
{
    *symbol = 0;
    if (length > BMA_WORD_MAX)
        return true;
    uint32_t number = bma_word_table_add(&t->long_words, word, length);
    if (number == 0)
        return false;
    uint32_t known = t->long_words.words[number].value;
    if (known == 0) {
        if (!look_up(t, word, length, symbol))
            return false;
        t->long_words.words[number].value = *symbol + 1;
        return true;
    }
    *symbol = known - 1;
    return true;
}

static struct bma_token *last_token(const struct scan *s)
{
    struct bma_tokeniser *t = s->tokeniser;
    return t->token_count > s->clause_start ? &t->tokens[t->token_count - 1] : NULL;
}

static void mark(const struct scan *s, unsigned flag)
{
    struct bma_token *last = last_token(s);
    if (last != NULL)
        last->flags = (uint16_t)(last->flags | flag);
}

/* "worker's": what stands behind the apostrophe is no word of its own. */
static bool is_clitic(const struct scan *s, const char *word, size_t length)
{
    char folded[BMA_WORD_MAX];
    if (!s->apostrophe || length > 4)
        return false;
    size_t size = bma_word_fold(word, length, folded);
    return size != 0 && bma_word_table_find(&s->tokeniser->symbols->clitics, folded, size) != 0;
}

static bool add_token(struct scan *s, size_t start, size_t length, bool ascii, bool capital)
{
    struct bma_tokeniser *t = s->tokeniser;
    const char *word = s->text + start;
    uint32_t symbol;
    if (s->apostrophe && is_clitic(s, word, length)) {
        s->apostrophe = false;
        return true;
    }
    s->apostrophe = false;
    if (!(ascii && length <= SHORT_WORD ? short_word(t, word, length, &symbol) : other_word(t, word, length, &symbol)))
        return false;
    if (bma_grow(&t->tokens, &t->token_capacity, t->token_count + 1, sizeof *t->tokens) != 0)
        return false;
    unsigned flags = (capital ? BMA_TOKEN_CAPITAL : 0u) | (s->quoted ? BMA_TOKEN_QUOTED : 0u) |
                     (s->open ? BMA_TOKEN_OPEN : 0u);
    if (*word >= '0' && *word <= '9' && bma_is_digits(word, length))
        flags |= BMA_TOKEN_NUMBER;
    t->tokens[t->token_count++] = (struct bma_token){(uint32_t)start, (uint16_t)(length > 0xffff ? 0xffff : length),
                                                     (uint16_t)flags, symbol};
    s->open = false;
    return true;
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

static void quotation(struct scan *s, bool opens, bool straight)
{
    if (opens && !s->quoted) {
        s->quoted = true;
        s->straight = straight;
    } else if (!opens || (straight && s->straight)) {
        s->quoted = false;
    }
}

/* One character between words, at byte `at`, `size` bytes long. */
static void punctuation(struct scan *s, size_t at, size_t size, uint32_t codepoint)
{
    bool apart = at > 0 && is_blank(s->text[at - 1]) && is_blank(s->text[at + size]);
    s->apostrophe = bma_is_apostrophe(codepoint) && last_token(s) != NULL &&
                    last_token(s)->start + last_token(s)->length == at;
    switch (codepoint) {
    case ',':
        mark(s, BMA_TOKEN_COMMA);
        break;
    case ';':
    case ':':
    case 0x2014: /* em dash */
        mark(s, BMA_TOKEN_STOP);
        break;
    case '-':
    case 0x2013: /* en dash */
        if (apart)
            mark(s, BMA_TOKEN_STOP);
        break;
    case '.':
        if (at + size == s->end)
            mark(s, BMA_TOKEN_STOP);
        break;
    case '(':
    case '[':
        s->open = true;
        break;
    case ')':
    case ']':
        s->open = false;
        mark(s, BMA_TOKEN_CLOSE);
        break;
    case '"':
        quotation(s, true, true);
        break;
    case 0x201c: /* “ „ « open, ” » close */
    case 0x201e:
    case 0x00ab:
        quotation(s, true, false);
        break;
    case 0x201d:
    case 0x00bb:
        quotation(s, false, false);
        break;
    default:
        break;
    }
}

/* A run that holds characters beyond ASCII: words and punctuation character by character. */
static bool mixed_run(struct scan *s, size_t from, size_t end)
{
    size_t start = from;
    bool in_word = false, capital = false;
    for (size_t at = from, size; at < end; at += size) {
        uint32_t codepoint;
        bool word = bma_word_character(s->text + at, end - at, &size, &codepoint);
        if (word && !in_word) {
            start = at;
            capital = bma_is_capital(codepoint);
        } else if (!word) {
            if (in_word && !add_token(s, start, at - start, false, capital))
                return false;
            punctuation(s, at, size, codepoint);
        }
        in_word = word;
    }
    return !in_word || add_token(s, start, end - start, false, capital);
}

static bool is_ascii(const char *bytes, size_t length)
{
    uint64_t all = 0;
    for (size_t i = 0; i < length; i += 8)
        all |= load(bytes + i, length - i);
    return (all & UINT64_C(0x8080808080808080)) == 0;
}

/* The next byte at or after `at` whose bit is `set`, or `end`. */
static size_t next_bit(const uint64_t *bits, size_t at, size_t end, bool set)
{
    uint64_t flip = set ? 0 : ~UINT64_C(0);
    if (at >= end)
        return end;
    size_t word = at / 64;
    uint64_t rest = (bits[word] ^ flip) >> at % 64;
    if (rest != 0) {
        at += (size_t)__builtin_ctzll(rest);
        return at < end ? at : end;
    }
    while (++word * 64 < end) {
        rest = bits[word] ^ flip;
        if (rest != 0) {
            at = word * 64 + (size_t)__builtin_ctzll(rest);
            return at < end ? at : end;
        }
    }
    return end;
}

static bool read_run(struct scan *s, size_t start, size_t end)
{
    const char *word = s->text + start;
    if (!is_ascii(word, end - start))
        return mixed_run(s, start, end);
    return add_token(s, start, end - start, true, *word >= 'A' && *word <= 'Z');
}

enum bma_status bma_tokenise_clause(struct bma_tokeniser *t, const char *text, struct bma_span clause,
                                    struct bma_error *error)
{
    struct scan s = {.tokeniser = t, .text = text, .clause_start = t->token_count, .end = clause.end};
    for (size_t at = clause.start; at < clause.end;) {
        size_t start = next_bit(t->bits, at, clause.end, true);
        for (; at < start; at++)
            if (text[at] != ' ')
                punctuation(&s, at, 1, (unsigned char)text[at]);
        if (start == clause.end)
            break;
        at = next_bit(t->bits, start, clause.end, false);
        if (!read_run(&s, start, at))
            return bma_error_memory(error);
    }
    return BMA_OK;
}

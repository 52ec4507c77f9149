#include "language/tokens.h"

#include "base/memory.h"
#include "language/boundaries.h"
#include "language/words.h"

#include <libstemmer.h>
#include <string.h>

enum {
    SEEN_FIRST = 2048, /* cells of the table at first */
    SEEN_MOST = 16384, /* and at most: the words that texts have in common, not all that ever came by */
    LONG_WORDS_MOST = 4096,
    KEPT_TOKENS = 256 * 1024, /* scratch memory above this is given back after a document */
    BLOCK_TOKENS = 33         /* most words of ASCII that end in 64 bytes */
};

enum bma_seen_state { SEEN = 1, SEEN_CLITIC = 2, SEEN_DIGITS = 3 };

struct word {
    uint32_t symbol;
    uint32_t state;
};

enum bma_status bma_tokeniser_init(struct bma_tokeniser *t, const struct bma_symbols *symbols,
                                   const char *stemmer, struct bma_error *error)
{
    memset(t, 0, sizeof *t);
    t->symbols = symbols;
    t->stemmer = sb_stemmer_new(stemmer, "UTF_8");
    t->seen_capacity = SEEN_FIRST;
    t->seen = bma_calloc(t->seen_capacity, sizeof *t->seen);
    return t->stemmer == NULL || t->seen == NULL ? bma_error_memory(error) : BMA_OK;
}

void bma_tokeniser_release(struct bma_tokeniser *t)
{
    sb_stemmer_delete(t->stemmer);
    bma_free(t->seen);
    bma_word_table_release(&t->long_words);
    bma_free(t->bits);
    bma_free(t->tokens);
    memset(t, 0, sizeof *t);
}

void bma_tokeniser_begin(struct bma_tokeniser *t)
{
    t->token_count = 0;
    t->straight = t->directed = false;
    if (t->token_capacity > KEPT_TOKENS) {
        bma_free(t->tokens);
        t->tokens = NULL;
        t->token_capacity = 0;
    }
    if (t->bit_capacity > KEPT_TOKENS / 16) {
        bma_free(t->bits);
        t->bits = NULL;
        t->bit_capacity = 0;
    }
}

/* The slow way to a word's symbol: once per distinct word. */
static bool look_up(struct bma_tokeniser *t, const char *bytes, size_t length, struct word *word)
{
    char folded[BMA_WORD_MAX];
    size_t size = bma_word_fold(bytes, length, folded);
    *word = (struct word){0, SEEN};
    if (size == 0)
        return true;
    if (bma_word_table_find(&t->symbols->clitics, folded, size) != 0)
        word->state = SEEN_CLITIC;
    else if (bma_is_digits(folded, size))
        word->state = SEEN_DIGITS;
    return bma_symbols_lookup(t->symbols, t->stemmer, folded, size, &word->symbol);
}

static inline size_t hash_word(uint64_t low, uint64_t high)
{
    uint64_t mixed = (low ^ (high << 23 | high >> 41)) * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(mixed >> 40);
}

static struct bma_seen_word *find_seen(struct bma_seen_word *seen, size_t capacity, uint64_t low,
                                       uint64_t high)
{
    size_t slot = hash_word(low, high) & (capacity - 1);
    while (seen[slot].state != 0 && (seen[slot].low != low || seen[slot].high != high))
        slot = (slot + 1) & (capacity - 1);
    return &seen[slot];
}

/* Room for one more word: twice the table, or an empty one when it is as large as it may become. */
static bool make_room(struct bma_tokeniser *t)
{
    if ((t->seen_count + 1) * 2 <= t->seen_capacity)
        return true;
    if (t->seen_capacity == SEEN_MOST) {
        memset(t->seen, 0, t->seen_capacity * sizeof *t->seen);
        t->seen_count = 0;
        return true;
    }
    size_t capacity = t->seen_capacity * 2;
    struct bma_seen_word *seen = bma_calloc(capacity, sizeof *seen);
    if (seen == NULL)
        return false;
    for (size_t i = 0; i < t->seen_capacity; i++)
        if (t->seen[i].state != 0)
            *find_seen(seen, capacity, t->seen[i].low, t->seen[i].high) = t->seen[i];
    bma_free(t->seen);
    t->seen = seen;
    t->seen_capacity = capacity;
    return true;
}

static bool add_seen(struct bma_tokeniser *t, const char *bytes, size_t length, uint64_t low, uint64_t high,
                     struct word *word)
{
    if (!look_up(t, bytes, length, word))
        return false;
    if (word->state == SEEN_DIGITS) /* there is no end of numbers, and they are looked up without a stemmer */
        return true;
    if (!make_room(t))
        return false;
    *find_seen(t->seen, t->seen_capacity, low, high) =
        (struct bma_seen_word){low, high, word->symbol, word->state};
    t->seen_count++;
    return true;
}

/* A word that does not fit into 16 bytes or is not ASCII. */
static bool find_long(struct bma_tokeniser *t, const char *bytes, size_t length, struct word *word)
{
    *word = (struct word){0, SEEN};
    if (length > BMA_WORD_MAX)
        return true;
    uint32_t known = bma_word_table_find(&t->long_words, bytes, length);
    if (known != 0) {
        uint32_t value = t->long_words.words[known].value;
        *word = (struct word){value / 4, value % 4};
        return true;
    }
    if (t->long_words.word_count >= LONG_WORDS_MOST)
        bma_word_table_clear(&t->long_words);
    if (!look_up(t, bytes, length, word))
        return false;
    known = bma_word_table_add(&t->long_words, bytes, length);
    if (known == 0)
        return false;
    t->long_words.words[known].value = word->symbol * 4 + word->state;
    return true;
}

/* Whether the word at `start` is what is left of "worker's": an apostrophe joins it to the token before. */
static bool is_joined(const struct bma_tokeniser *t, uint32_t start)
{
    if (t->token_count == t->clause_first || start == t->end || start - t->end > 3)
        return false;
    uint32_t codepoint;
    size_t size;
    (void)bma_word_character(t->text + t->end, start - t->end, &size, &codepoint);
    return size == start - t->end && bma_is_apostrophe(codepoint);
}

static inline void put_token(struct bma_tokeniser *t, uint32_t start, uint32_t end, struct word word,
                             bool capital)
{
    uint32_t length = end - start;
    if (word.state == SEEN_CLITIC && is_joined(t, start)) {
        t->end = end;
        return;
    }
    unsigned flags = t->pending | (capital ? BMA_TOKEN_CAPITAL : 0u) |
                     (word.state == SEEN_DIGITS ? BMA_TOKEN_NUMBER : 0u) |
                     (t->straight || t->directed || start < t->single_until ? BMA_TOKEN_QUOTED : 0u);
    t->tokens[t->token_count++] = (struct bma_token){.start = start,
                                                     .length = (uint16_t)(length < 65535 ? length : 65535),
                                                     .flags = (uint16_t)flags,
                                                     .stem = word.symbol};
    t->pending = 0;
    t->end = end;
}

static void flag_last(struct bma_tokeniser *t, unsigned flag)
{
    if (t->token_count > t->clause_first)
        t->tokens[t->token_count - 1].flags = (uint16_t)(t->tokens[t->token_count - 1].flags | flag);
}

static bool is_blank_at(const struct bma_tokeniser *t, uint32_t at)
{
    return at >= t->limit || strchr(" \t\r\n", t->text[at]) != NULL;
}

static bool is_alnum(char byte)
{
    char letter = (char)(byte | 0x20);
    return (byte >= '0' && byte <= '9') || (letter >= 'a' && letter <= 'z');
}

/* A mark inside "1,000", "5.1" or "e.g." divides nothing. */
static bool divides(const struct bma_tokeniser *t, uint32_t after)
{
    return after >= t->limit || !is_alnum(t->text[after]);
}

static bool is_letter_at(const struct bma_tokeniser *t, uint32_t at)
{
    return at < t->limit && ((unsigned char)t->text[at] >= 0x80 || is_alnum(t->text[at]));
}

/*
 * Where single marks that open before `from` are closed: at an apostrophe with no letter behind it, near by.
 * One in "workers' union" could be either, so that only what stands close together is a term in marks.  0:
 * nowhere.
 */
static uint32_t single_mark_end(const struct bma_tokeniser *t, uint32_t from)
{
    enum { LONGEST_TERM = 60 /* bytes */ };
    uint32_t end = t->limit - from > LONGEST_TERM ? from + LONGEST_TERM : t->limit, codepoint;
    size_t size = 1;

    for (uint32_t at = from; at < end; at += (uint32_t)size) {
        (void)bma_word_character(t->text + at, t->limit - at, &size, &codepoint);
        if (at > from && bma_is_apostrophe(codepoint) && !is_letter_at(t, at + (uint32_t)size))
            return at;
    }
    return 0;
}

/* ‘Platform’, 'Platform': behind a blank or a bracket, and before a letter. */
static void open_single(struct bma_tokeniser *t, uint32_t at, uint32_t after)
{
    bool apart = at == 0 || strchr(" \t\r\n([", t->text[at - 1]) != NULL;

    if (apart && is_letter_at(t, after) && !t->straight && !t->directed)
        t->single_until = single_mark_end(t, after);
}

static void punctuation(struct bma_tokeniser *t, uint32_t codepoint, uint32_t at, uint32_t after)
{
    switch (codepoint) {
    case ',':
        if (divides(t, after))
            flag_last(t, BMA_TOKEN_COMMA);
        break;
    case '.': /* "No. 97": only the last one ends anything, which the clause itself says */
        if (t->at_end)
            flag_last(t, BMA_TOKEN_STOP);
        break;
    case ':':
    case ';':
        if (divides(t, after))
            flag_last(t, BMA_TOKEN_STOP);
        break;
    case '-':
    case 0x2013: /* en dash */
        if (at > t->end && is_blank_at(t, at - 1) && is_blank_at(t, after))
            flag_last(t, BMA_TOKEN_STOP);
        break;
    case 0x2014: /* em dash */
        flag_last(t, BMA_TOKEN_STOP);
        break;
    case '(':
    case '[':
        t->pending |= BMA_TOKEN_OPEN;
        break;
    case ')':
    case ']':
        flag_last(t, BMA_TOKEN_CLOSE);
        break;
    case '"':
        t->straight = !t->straight;
        break;
    case '\'':
    case 0x2018:
        open_single(t, at, after);
        break;
    case 0x201c: /* opens in English, closes in German, which opens with the low one */
        t->directed = !t->directed;
        break;
    case 0x201e:
    case 0x00ab:
        t->directed = true;
        break;
    case 0x201d:
    case 0x00bb:
        t->directed = false;
        break;
    default:
        break;
    }
}

static void ascii_punctuation(struct bma_tokeniser *t, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end; at++)
        if (t->text[at] != ' ')
            punctuation(t, (unsigned char)t->text[at], at, at + 1);
}

/* A run of word bytes with characters beyond ASCII, or one that is long: character by character. */
static bool read_run(struct bma_tokeniser *t, uint32_t start, uint32_t end)
{
    for (uint32_t at = start; at < end;) {
        size_t size;
        uint32_t codepoint, word_start = at;
        if (!bma_word_character(t->text + at, end - at, &size, &codepoint)) {
            punctuation(t, codepoint, at, at + (uint32_t)size);
            at += (uint32_t)size;
            continue;
        }
        bool capital = bma_is_capital(codepoint);
        do
            at += (uint32_t)size;
        while (at < end && bma_word_character(t->text + at, end - at, &size, &codepoint));
        struct word word;
        if (!find_long(t, t->text + word_start, at - word_start, &word) ||
            bma_grow(&t->tokens, &t->token_capacity, t->token_count + BLOCK_TOKENS + 1, sizeof *t->tokens) !=
                0)
            return false;
        put_token(t, word_start, at, word, capital);
    }
    return true;
}

/*
 * The first `length` (1 to 16) bytes as two numbers, with 0x20 set in each,
 * which turns ASCII letters to lower case and leaves digits as they are.
 */
static inline void load_word(const char *bytes, uint32_t length, uint64_t *low, uint64_t *high)
{
    static const uint64_t cases = UINT64_C(0x2020202020202020);
    uint64_t parts[2];
    memcpy(parts, bytes, sizeof parts);
    uint64_t low_mask = length >= 8 ? UINT64_MAX : (UINT64_C(1) << length * 8) - 1;
    uint64_t high_mask = length <= 8 ? 0 : length == 16 ? UINT64_MAX : (UINT64_C(1) << (length - 8) * 8) - 1;
    *low = (parts[0] | cases) & low_mask;
    *high = (parts[1] | cases) & high_mask;
}

static inline bool take_run(struct bma_tokeniser *t, uint32_t start, uint32_t end)
{
    if (start - t->end > 1 || (start != t->end && t->text[t->end] != ' '))
        ascii_punctuation(t, t->end, start);
    uint32_t length = end - start;
    if (length > 16)
        return read_run(t, start, end);
    uint64_t low, high;
    load_word(t->text + start, length, &low, &high);
    if (((low | high) & UINT64_C(0x8080808080808080)) != 0)
        return read_run(t, start, end);
    const struct bma_seen_word *seen = find_seen(t->seen, t->seen_capacity, low, high);
    struct word word = {seen->symbol, seen->state};
    if (seen->state == 0 && !add_seen(t, t->text + start, length, low, high, &word))
        return false;
    char first = t->text[start];
    put_token(t, start, end, word, first >= 'A' && first <= 'Z');
    return true;
}

/* Runs of word bytes are where the bits change: every change is a start or, after it, an end. */
static bool read_clause(struct bma_tokeniser *t, struct bma_span span)
{
    size_t blocks = (span.end - span.start + 63) / 64;
    uint64_t carry = 0;
    uint32_t run = 0;
    for (size_t block = 0; block < blocks; block++) {
        uint64_t bits = t->bits[block];
        uint64_t changes = bits ^ (bits << 1 | carry);
        bool inside = carry != 0;
        carry = bits >> 63;
        if (bma_grow(&t->tokens, &t->token_capacity, t->token_count + BLOCK_TOKENS + 1, sizeof *t->tokens) !=
            0)
            return false;
        for (; changes != 0; changes &= changes - 1) {
            uint32_t at = span.start + (uint32_t)block * 64 + (uint32_t)__builtin_ctzll(changes);
            if (inside && !take_run(t, run, at))
                return false;
            run = at;
            inside = !inside;
        }
    }
    if (carry != 0 && (span.end - span.start) % 64 == 0)
        return take_run(t, run, span.end);
    return true;
}

enum bma_status bma_tokenise_clause(struct bma_tokeniser *t, const char *text, struct bma_span span,
                                    bool same_paragraph, struct bma_error *error)
{
    t->text = text;
    t->clause_first = t->token_count;
    t->end = span.start;
    t->limit = span.end;
    t->pending = 0;
    t->at_end = false;
    t->straight = false;
    t->single_until = 0;
    t->directed = t->directed && same_paragraph;
    if (span.end <= span.start)
        return BMA_OK;
    size_t length = span.end - span.start;
    if (bma_grow(&t->bits, &t->bit_capacity, length / 64 + 1, sizeof *t->bits) != 0)
        return bma_error_memory(error);
    bma_boundaries(text + span.start, length, t->bits);
    if (!read_clause(t, span))
        return bma_error_memory(error);
    t->at_end = true;
    ascii_punctuation(t, t->end, span.end);
    return BMA_OK;
}

#include "language/phrases.h"

#include "base/memory.h"
#include "language/words.h"

#include <string.h>

enum { NOTHING = 0 };
#define FAILED UINT32_MAX

static const char TOO_LONG[] = "this phrase is longer than 255 words";
static const char BARE_GAP[] = "a gap needs a word before and after it";
static const char MAY_BE_EMPTY[] = "this phrase may be empty: at least one word must always stand in it";
static const char TOO_MANY[] = "the alternatives of this phrase make more than 4096 variants: split it";

/* The bytes of words in ASCII, without case; 0 = no byte of a word. */
static const char FOLDED[256] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6', ['7'] = '7',
    ['8'] = '8', ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd', ['E'] = 'e', ['F'] = 'f',
    ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k', ['L'] = 'l', ['M'] = 'm', ['N'] = 'n',
    ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r', ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v',
    ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y', ['Z'] = 'z', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd',
    ['e'] = 'e', ['f'] = 'f', ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l',
    ['m'] = 'm', ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
    ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

void bma_phrase_parser_init(struct bma_phrase_parser *parser, struct bma_symbols *symbols,
                            struct sb_stemmer *stemmer)
{
    memset(parser, 0, sizeof *parser);
    parser->symbols = symbols;
    parser->stemmer = stemmer;
}

void bma_phrase_parser_release(struct bma_phrase_parser *parser)
{
    bma_free(parser->nodes);
    parser->nodes = NULL;
}

static uint32_t fail(struct bma_phrase_parser *p, size_t at, const char *problem)
{
    p->error_at = at;
    p->problem = problem;
    return FAILED;
}

/* A new node as node + 1, or FAILED; it stands for one segment on one path. */
static uint32_t add_node(struct bma_phrase_parser *p, enum bma_phrase_kind kind, uint32_t item)
{
    if (p->node_count == p->node_capacity &&
        bma_grow(&p->nodes, &p->node_capacity, p->node_count + 1, sizeof *p->nodes) != 0)
        return fail(p, 0, NULL);
    struct bma_phrase_node *node = &p->nodes[p->node_count++];
    node->kind = kind;
    node->item = item;
    node->first = node->next = NOTHING;
    node->count = node->paths = 1;
    node->longest = kind == BMA_PHRASE_ELEMENT;
    node->has_gap = kind == BMA_PHRASE_GAP;
    node->may_be_empty = kind == BMA_PHRASE_SEQUENCE;
    return (uint32_t)p->node_count;
}

static unsigned char byte_at(const struct bma_phrase_parser *p, size_t at)
{
    return (unsigned char)p->text[at];
}

static bool word_at(const struct bma_phrase_parser *p, size_t at)
{
    size_t size;
    uint32_t codepoint;
    if (at >= p->length || byte_at(p, at) < 0x80)
        return at < p->length && bma_word_byte(byte_at(p, at));
    return bma_word_character(p->text + at, p->length - at, &size, &codepoint);
}

/* Where the run of word characters that begins here ends. */
static size_t word_end(const struct bma_phrase_parser *p, size_t at)
{
    size_t size;
    uint32_t codepoint;
    while (at < p->length && bma_word_character(p->text + at, p->length - at, &size, &codepoint))
        at += size;
    return at;
}

/* Moves over the word that begins here; its length folded, 0 when it is too long. */
static size_t take_word(struct bma_phrase_parser *p, char folded[BMA_WORD_MAX])
{
    const unsigned char *text = (const unsigned char *)p->text + p->at;
    size_t left = p->length - p->at, length = 0;
    for (; length < left && length < BMA_WORD_MAX && FOLDED[text[length]] != 0; length++)
        folded[length] = FOLDED[text[length]];
    p->at += length;
    if (length == left || (text[length] < 0x80 && !bma_word_byte(text[length])))
        return length;
    p->at = word_end(p, p->at);
    return bma_word_fold((const char *)text, p->at - (p->length - left), folded);
}

/* Size of the apostrophe (or, if asked for, hyphen) that stands here, or 0. */
static size_t joint_at(const struct bma_phrase_parser *p, size_t at, bool hyphen)
{
    size_t size;
    uint32_t codepoint;
    if (at >= p->length || bma_word_byte(byte_at(p, at)) ||
        bma_word_character(p->text + at, p->length - at, &size, &codepoint))
        return 0;
    return bma_is_apostrophe(codepoint) || (hyphen && codepoint == '-') ? size : 0;
}

/* What the tokeniser drops from a text is not waited for either. */
static void skip_clitic(struct bma_phrase_parser *p)
{
    char folded[BMA_WORD_MAX];
    size_t end = p->at;
    p->at += joint_at(p, end, false);
    if (p->at > end && word_at(p, p->at)) {
        size_t length = take_word(p, folded);
        if (length != 0 && bma_word_table_find(&p->symbols->clitics, folded, length) != 0)
            return;
    }
    p->at = end;
}

static uint32_t parse_word(struct bma_phrase_parser *p, bool exact)
{
    size_t start = p->at;
    char folded[BMA_WORD_MAX];
    size_t length = take_word(p, folded);
    if (length == 0)
        return fail(p, start, "this word is too long");
    if (p->at < p->length && (p->text[p->at] == '(' || p->text[p->at] == '['))
        return fail(p, p->at, "a bracket needs a space before it: it holds words, not endings of words");
    uint32_t element = bma_symbols_element(p->symbols, p->stemmer, folded, length, exact);
    if (element == 0)
        return fail(p, start, NULL);
    if (p->at < p->length && p->text[p->at] != ' ')
        skip_clitic(p);
    return add_node(p, BMA_PHRASE_ELEMENT, element);
}

static uint32_t append(struct bma_phrase_parser *p, uint32_t sequence, uint32_t *last, uint32_t node)
{
    if (*last == NOTHING)
        p->nodes[sequence - 1].first = node;
    else
        p->nodes[*last - 1].next = node;
    *last = node;
    return node;
}

/* "=pre-departure": exact through to the end of the compound. */
static uint32_t parse_exact(struct bma_phrase_parser *p, uint32_t sequence, uint32_t *last)
{
    size_t start = p->at++;
    if (!word_at(p, p->at))
        return fail(p, start, "= stands directly before a word");
    for (;;) {
        uint32_t node = parse_word(p, true);
        if (node == FAILED)
            return FAILED;
        append(p, sequence, last, node);
        size_t joint = joint_at(p, p->at, true);
        if (joint == 0 || !word_at(p, p->at + joint))
            return node;
        p->at += joint;
    }
}

static uint32_t parse_gap(struct bma_phrase_parser *p)
{
    size_t start = p->at++;
    uint32_t most = 0;
    while (p->at < p->length && p->text[p->at] >= '0' && p->text[p->at] <= '9' && most < 1000)
        most = most * 10 + (uint32_t)(p->text[p->at++] - '0');
    if (most < 1 || most > BMA_PHRASE_MAX_GAP || word_at(p, p->at))
        return fail(p, start, "a gap is written ~1 to ~12");
    return add_node(p, BMA_PHRASE_GAP, most);
}

static uint32_t parse_choice(struct bma_phrase_parser *p, char close);

static uint32_t parse_bracket(struct bma_phrase_parser *p)
{
    size_t start = p->at;
    char close = p->text[p->at++] == '(' ? ')' : ']';
    if (++p->depth > BMA_PHRASE_MAX_DEPTH)
        return fail(p, start, "brackets stand more than 16 deep");
    uint32_t node = parse_choice(p, close);
    if (node == FAILED)
        return FAILED;
    if (p->at >= p->length || p->text[p->at] != close)
        return fail(p, start, "this bracket is not closed");
    p->at++;
    p->depth--;
    if (word_at(p, p->at))
        return fail(p, p->at, "a bracket needs a space after it: it holds words, not parts of words");
    return node;
}

/* Characters that stand between words and say nothing; beyond ASCII all that are not of words. */
static bool skip_punctuation(struct bma_phrase_parser *p)
{
    uint32_t codepoint;
    size_t size = 1;
    switch (p->text[p->at]) {
    case ' ':
    case '\t':
    case '\r':
    case '\n':
    case '.':
    case ',':
    case ';':
    case ':':
    case '!':
    case '?':
    case '\'':
    case '`':
    case '"':
    case '-':
    case '/':
    case '&':
    case '%':
        break;
    default:
        if (byte_at(p, p->at) < 0x80 ||
            bma_word_character(p->text + p->at, p->length - p->at, &size, &codepoint))
            return false;
    }
    p->at += size;
    return true;
}

/* Whether the sequence ends here. */
static bool is_end(const struct bma_phrase_parser *p)
{
    return p->at >= p->length || p->text[p->at] == '|' || p->text[p->at] == ')' || p->text[p->at] == ']';
}

static uint32_t parse_atom(struct bma_phrase_parser *p, uint32_t sequence, uint32_t *last)
{
    uint32_t node;
    switch (p->text[p->at]) {
    case '=':
        return parse_exact(p, sequence, last);
    case '~':
        node = parse_gap(p);
        break;
    case '#':
        p->at++;
        node = add_node(p, BMA_PHRASE_ELEMENT, BMA_ELEMENT_NUMBER);
        break;
    case '(':
    case '[':
        node = parse_bracket(p);
        break;
    default:
        node = word_at(p, p->at) ? parse_word(p, false)
                                 : fail(p, p->at, "this character has no meaning in a phrase");
    }
    return node == FAILED ? FAILED : append(p, sequence, last, node);
}

static bool within_limit(struct bma_phrase_parser *p, uint32_t count)
{
    if (count <= BMA_PHRASE_MAX_VARIANTS)
        return true;
    fail(p, 0, TOO_MANY);
    return false;
}

/* The counts of a sequence with one more child. */
static bool extend(struct bma_phrase_parser *p, uint32_t sequence, uint32_t node)
{
    struct bma_phrase_node *whole = &p->nodes[sequence - 1];
    const struct bma_phrase_node *part = &p->nodes[node - 1];
    whole->count *= part->count;
    whole->paths *= part->paths;
    whole->longest += part->longest;
    whole->has_gap = whole->has_gap || part->has_gap;
    whole->may_be_empty = whole->may_be_empty && part->may_be_empty;
    /* the outermost sequence is never one slot: its parts are */
    if (p->depth == 0 || whole->has_gap)
        whole->count = 1;
    return within_limit(p, whole->count) && within_limit(p, whole->paths);
}

/* The counts of a choice with one more alternative. */
static bool widen(struct bma_phrase_parser *p, uint32_t choice, uint32_t sequence)
{
    struct bma_phrase_node *whole = &p->nodes[choice - 1];
    const struct bma_phrase_node *part = &p->nodes[sequence - 1];
    whole->count += part->count;
    whole->paths += part->paths;
    whole->longest = part->longest > whole->longest ? part->longest : whole->longest;
    whole->has_gap = whole->has_gap || part->has_gap;
    whole->may_be_empty = whole->may_be_empty || part->may_be_empty;
    return within_limit(p, whole->count) && within_limit(p, whole->paths);
}

static uint32_t parse_sequence(struct bma_phrase_parser *p)
{
    uint32_t sequence = add_node(p, BMA_PHRASE_SEQUENCE, 0);
    uint32_t last = NOTHING;
    if (sequence == FAILED)
        return FAILED;
    while (!is_end(p)) {
        if (skip_punctuation(p))
            continue;
        uint32_t node = parse_atom(p, sequence, &last);
        if (node == FAILED || !extend(p, sequence, node))
            return FAILED;
    }
    return sequence;
}

/* a|b|c up to the closing bracket (not taken), or to the end when close is 0; [ ] adds the empty choice. */
static uint32_t parse_choice(struct bma_phrase_parser *p, char close)
{
    uint32_t choice = add_node(p, BMA_PHRASE_CHOICE, 0);
    uint32_t last = NOTHING;
    if (choice == FAILED)
        return FAILED;
    p->nodes[choice - 1].count = p->nodes[choice - 1].paths = 0;
    for (;;) {
        uint32_t sequence = parse_sequence(p);
        if (sequence == FAILED)
            return FAILED;
        append(p, choice, &last, sequence);
        if (!widen(p, choice, sequence))
            return FAILED;
        if (p->at >= p->length || p->text[p->at] != '|')
            break;
        if (close == '\0')
            return fail(p, p->at, "alternatives stand in round brackets");
        p->at++;
    }
    if (close == ']') {
        uint32_t empty = add_node(p, BMA_PHRASE_SEQUENCE, 0);
        if (empty == FAILED)
            return FAILED;
        append(p, choice, &last, empty);
        if (!widen(p, choice, empty))
            return FAILED;
    }
    /* one slot that is there or is not; with a gap inside, each alternative is a way of its own */
    struct bma_phrase_node *whole = &p->nodes[choice - 1];
    if (!whole->has_gap && close != '\0')
        whole->paths = whole->may_be_empty ? 2 : 1;
    return choice;
}

uint32_t bma_phrase_parse(struct bma_phrase_parser *p, const char *text, size_t length)
{
    p->node_count = 0;
    p->text = text;
    p->length = length;
    p->at = 0;
    p->depth = 0;
    p->problem = NULL;
    uint32_t root = parse_choice(p, '\0');
    if (root == FAILED)
        return 0;
    if (p->at < length) {
        fail(p, p->at, "this bracket closes none");
        return 0;
    }
    return p->nodes[root - 1].paths;
}

static bool add_part(struct bma_phrase_parser *p, uint32_t node)
{
    const struct bma_phrase_node *part = &p->nodes[node - 1];
    struct bma_phrase_slot *last = p->slot_count == 0 ? NULL : &p->slots[p->slot_count - 1];
    if (p->part_count == 0 && p->gap > 0) {
        fail(p, 0, BARE_GAP);
        return false;
    }
    if (last == NULL || p->gap != 0 || last->count * part->count > BMA_PHRASE_MERGE) {
        last = &p->slots[p->slot_count++];
        *last = (struct bma_phrase_slot){p->gap, (uint32_t)p->part_count, 0, 1, 0};
    }
    if (p->part_count == BMA_PHRASE_MAX_ITEMS || last->longest + part->longest > BMA_PHRASE_MAX_ITEMS) {
        fail(p, 0, TOO_LONG);
        return false;
    }
    last->count *= part->count;
    last->longest += part->longest;
    last->part_count++;
    p->parts[p->part_count++] = node;
    p->gap = 0;
    return true;
}

static bool take_path(struct bma_phrase_parser *p, uint32_t node, uint32_t which);

/* The path's number is read as digits: each child is one digit. */
static bool take_sequence(struct bma_phrase_parser *p, uint32_t node, uint32_t which)
{
    for (uint32_t child = p->nodes[node - 1].first; child != NOTHING; child = p->nodes[child - 1].next) {
        uint32_t paths = p->nodes[child - 1].paths;
        if (!take_path(p, child, which % paths))
            return false;
        which /= paths;
    }
    return true;
}

static bool take_alternative(struct bma_phrase_parser *p, uint32_t node, uint32_t which)
{
    uint32_t child = p->nodes[node - 1].first;
    while (which >= p->nodes[child - 1].paths) {
        which -= p->nodes[child - 1].paths;
        child = p->nodes[child - 1].next;
    }
    return take_sequence(p, child, which);
}

static bool take_path(struct bma_phrase_parser *p, uint32_t node, uint32_t which)
{
    const struct bma_phrase_node *at = &p->nodes[node - 1];
    if (at->kind == BMA_PHRASE_GAP) {
        p->gap += at->item;
        return true;
    }
    if (at->kind == BMA_PHRASE_CHOICE && at->has_gap)
        return take_alternative(p, node, which);
    return which == 1 || add_part(p, node);
}

bool bma_phrase_path(struct bma_phrase_parser *p, uint32_t which)
{
    p->part_count = p->slot_count = 0;
    p->gap = 0;
    if (!take_alternative(p, 1, which))
        return false;
    if (p->gap > 0 || p->part_count == 0) {
        fail(p, 0, p->gap > 0 ? BARE_GAP : MAY_BE_EMPTY);
        return false;
    }
    return true;
}

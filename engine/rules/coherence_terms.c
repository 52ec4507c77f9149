/* CX-2: terms that are defined and never used, and terms that are used and never defined. */
#include "rules/coherence_parts.h"

#include "base/ascii.h"
#include "findings/phrases.h"
#include "language/terms.h"
#include "rules/ladder.h"

#include <ctype.h>

enum { TERM_WORDS = 6, TERMS_MAX = 256 };

/* A term: in quotation marks where it is defined, in capitals where it is used. */
struct term {
    uint32_t first, end, clause, uses;
};

struct terms {
    struct term items[TERMS_MAX];
    uint32_t count;
};

static unsigned char letter(const struct bma_annotated *text, const struct bma_token *token, uint32_t i)
{
    return bma_ascii_lower(text->document->text[token->start + i]);
}

/* The same word, as it stands or with another ending of two letters at most. */
static bool same_word(const struct bma_annotated *text, uint32_t a, uint32_t b)
{
    const struct bma_token *left = &text->tokens[a], *right = &text->tokens[b];
    uint32_t shorter = left->length < right->length ? left->length : right->length;
    uint32_t longer = left->length + right->length - shorter, common = 0;

    while (common < shorter && letter(text, left, common) == letter(text, right, common))
        common++;
    if (longer == shorter)
        return common == shorter;
    return longer - shorter <= 2 && common + 1 >= shorter && common >= 3;
}

static bool same_words(const struct bma_annotated *text, const struct term *term, uint32_t at)
{
    for (uint32_t i = 0; i < term->end - term->first; i++) {
        if (at + i >= text->token_count || !same_word(text, term->first + i, at + i))
            return false;
    }
    return true;
}

static bool is_quoted(const struct bma_annotated *text, uint32_t token)
{
    return (text->tokens[token].flags & BMA_TOKEN_QUOTED) != 0;
}

static bool in_bracket(const struct bma_annotated *text, uint32_t floor, uint32_t token)
{
    enum { BEFORE = 5 /* "(hereinafter referred to as “" */ };

    for (uint32_t back = 0; back <= BEFORE && token - back >= floor; back++) {
        if (text->tokens[token - back].flags & BMA_TOKEN_OPEN)
            return true;
        if (token == back)
            break;
    }
    return false;
}

/*
 * Every run of words in quotation marks in the clause is a term that it explains, but for names in an
 * explanation: "“Platform” means the electronic platform “Musaned”".
 */
static void add_quoted(const struct bma_annotated *text, uint32_t clause, struct terms *terms)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t before = BMA_NONE; /* end of the term before */

    for (uint32_t at = features->first_token; at < features->end_token;) {
        uint32_t first = at;

        while (at < features->end_token && is_quoted(text, at) && at - first < TERM_WORDS + 1)
            at++;
        if (at == first) {
            at++;
        } else if (at - first <= TERM_WORDS && terms->count < TERMS_MAX &&
                   (before == BMA_NONE || first <= before + 1 ||
                    bma_meaning_behind(text, features, at) != BMA_NONE ||
                    in_bracket(text, features->first_token, first))) {
            terms->items[terms->count++] = (struct term){first, at, clause, 0};
            before = at;
        }
    }
}

/* The end of a definition: where the next term of its clause is explained, or the clause ends. */
static uint32_t explained_until(const struct bma_annotated *text, const struct term *term)
{
    uint32_t end = text->clauses[term->clause].end_token;

    for (uint32_t at = term->end; at < end; at++) {
        if (is_quoted(text, at))
            return at;
    }
    return end;
}

static bool is_used(const struct bma_annotated *text, const struct term *term)
{
    uint32_t until = explained_until(text, term);

    for (uint32_t at = 0; at < text->token_count; at++) {
        if (at == term->first)
            at = until;
        if (at < text->token_count && !is_quoted(text, at) && same_words(text, term, at))
            return true;
    }
    return false;
}

static enum bma_status report(struct bma_coherence_run *run, const struct term *term, bool defined,
                              struct bma_error *error)
{
    const struct bma_annotated *text = run->text;
    struct bma_sides sides = {.clauses = {term->clause}, .count = 1};
    const struct bma_token *last = &text->tokens[term->end - 1];
    struct bma_span span = {text->tokens[term->first].start, last->start + last->length};
    const char *words = bma_coherence_words(run, span), *place = bma_coherence_place(run, term->clause);
    const char *message = NULL;

    if (words && defined)
        message = bma_arena_printf(run->arena, bma_phrase(BMA_PHRASE_UNUSED), words, place);
    else if (words)
        message = bma_arena_printf(run->arena, bma_phrase(BMA_PHRASE_UNDEFINED), words, (unsigned)term->uses,
                                   place);
    return bma_coherence_add(run, "CX-2", message, &sides, error);
}

/* The length of a run of words in capitals from `at`, with nothing but blanks between them. */
static uint32_t capitals_from(const struct bma_annotated *text, uint32_t at, uint32_t end)
{
    uint32_t first = at;

    while (at < end && (text->tokens[at].flags & BMA_TOKEN_CAPITAL)) {
        bool stops = text->tokens[at].flags & (BMA_TOKEN_COMMA | BMA_TOKEN_STOP | BMA_TOKEN_CLOSE);

        at++;
        if (stops)
            break;
    }
    return at - first;
}

/* What a token is part of, for the search for terms: bits of a byte per token. */
enum word_role { ROLE_NOUN = 1, ROLE_DETERMINER = 2, ROLE_OF = 4, ROLE_NATIONAL = 8 };

struct words {
    uint32_t noun, determiner, of, founding, national;
    unsigned char *roles; /* per token; in the arena */
};

static void mark_role(const struct bma_annotated *text, unsigned char *roles, uint32_t concept, unsigned role)
{
    if (concept == BMA_NONE)
        return;
    for (uint32_t i = text->by_concept_start[concept]; i < text->by_concept_start[concept + 1]; i++) {
        const struct bma_annotation *found = &text->annotations[text->by_concept[i]];

        for (uint32_t at = found->first; at < found->end; at++)
            roles[at] = (unsigned char)(roles[at] | role);
    }
}

/* One pass over the annotations, so that a long clause costs no more than its length. */
static bool mark_roles(const struct bma_coherence_run *run, struct words *words)
{
    words->roles = bma_arena_calloc(run->arena, (size_t)run->text->token_count + 1, 1);
    if (!words->roles)
        return false;
    mark_role(run->text, words->roles, words->noun, ROLE_NOUN);
    mark_role(run->text, words->roles, words->determiner, ROLE_DETERMINER);
    mark_role(run->text, words->roles, words->of, ROLE_OF);
    mark_role(run->text, words->roles, words->national, ROLE_NATIONAL);
    return true;
}

/* "WHO", "IOM": all capitals. */
static bool is_acronym(const struct bma_annotated *text, uint32_t at)
{
    const struct bma_token *token = &text->tokens[at];

    for (uint32_t i = 0; i < token->length; i++) {
        if (!isupper((unsigned char)text->document->text[token->start + i]))
            return false;
    }
    return token->length > 1;
}

/* A name that belongs to somebody or to an organisation, or of a country, is a name and no term. */
static bool is_name(const struct bma_coherence_run *run, const struct words *words, const struct term *term)
{
    const struct bma_annotated *text = run->text;
    uint32_t limit = text->clauses[term->clause].end_token;

    for (uint32_t at = term->first; at < term->end; at++) {
        if (bma_coherence_side(run, at) != 0 || (words->roles[at] & ROLE_NATIONAL) != 0 ||
            is_quoted(text, at) || is_acronym(text, at))
            return true;
    }
    return term->end < limit && (words->roles[term->end] & ROLE_OF) != 0;
}

/* Two words in capitals or more behind an article, the last a noun that drafts define. */
static void add_capitals(const struct bma_coherence_run *run, const struct words *words, uint32_t clause,
                         struct terms *terms)
{
    const struct bma_annotated *text = run->text;
    const struct bma_clause_features *features = &text->clauses[clause];

    for (uint32_t at = features->first_token + 1; at < features->end_token; at++) {
        uint32_t length =
            (words->roles[at - 1] & ROLE_DETERMINER) != 0 ? capitals_from(text, at, features->end_token) : 0;
        struct term term = {at, at + length, clause, 1};

        if (length < 2 || length > TERM_WORDS || (words->roles[term.end - 1] & ROLE_NOUN) == 0 ||
            is_name(run, words, &term))
            continue;
        if (terms->count < TERMS_MAX)
            terms->items[terms->count++] = term;
        at = term.end - 1;
    }
}

/* The words, and behind them "of" or "for": somewhere they are part of a longer name. */
static bool goes_on(const struct bma_annotated *text, const struct words *words, const struct term *term,
                    uint32_t at, uint32_t limit)
{
    uint32_t behind = at + (term->end - term->first);

    return behind < limit && (words->roles[behind] & ROLE_OF) != 0 && same_words(text, term, at);
}

/* Quoted somewhere, founded by a clause, the name of an annex, or part of a longer name: that defines it. */
static bool is_defined(const struct bma_coherence_run *run, const struct words *words,
                       const struct term *term)
{
    const struct bma_annotated *text = run->text;
    const struct bma_document *document = text->document;

    for (uint32_t c = 0; c < document->clause_count; c++) {
        const struct bma_clause_features *features = &text->clauses[c];
        bool founds = words->founding != BMA_NONE && bma_clause_has(text, c, words->founding, NULL);
        bool annex = document->clauses[c].zone == BMA_ZONE_HEADING &&
                     document->nodes[document->clauses[c].node].kind == BMA_NODE_ANNEX;

        for (uint32_t at = features->first_token; at < features->end_token; at++) {
            if (((founds || annex || is_quoted(text, at)) && same_words(text, term, at)) ||
                goes_on(text, words, term, at, features->end_token))
                return true;
        }
    }
    return false;
}

static bool merge(const struct bma_annotated *text, struct terms *terms, uint32_t i)
{
    for (uint32_t k = 0; k < i; k++) {
        const struct term *term = &terms->items[i];

        if (terms->items[k].end - terms->items[k].first == term->end - term->first &&
            same_words(text, &terms->items[k], term->first)) {
            terms->items[k].uses++;
            return true;
        }
    }
    return false;
}

static enum bma_status check_undefined(struct bma_coherence_run *run, const struct words *words,
                                       struct bma_error *error)
{
    const struct bma_annotated *text = run->text;
    struct terms terms = {.count = 0};
    uint32_t kept = 0;
    enum bma_status status = BMA_OK;

    for (uint32_t c = 0; c < text->document->clause_count; c++) {
        if (bma_ladder_operative(run->search, c) && !text->clauses[c].elsewhere)
            add_capitals(run, words, c, &terms);
    }
    for (uint32_t i = 0; i < terms.count; i++) {
        terms.items[kept] = terms.items[i];
        kept += !merge(text, &terms, kept);
    }
    for (uint32_t i = 0; status == BMA_OK && i < kept; i++) {
        if (!is_defined(run, words, &terms.items[i]))
            status = report(run, &terms.items[i], false, error);
    }
    return status;
}

enum bma_status bma_coherence_terms(struct bma_coherence_run *run, struct bma_error *error)
{
    const struct bma_annotated *text = run->text;
    struct words words = {
        bma_lexicon_find(text->lexicon, "term_noun"),     bma_lexicon_find(text->lexicon, "definite_word"),
        bma_lexicon_find(text->lexicon, "of_word"),       bma_lexicon_find(text->lexicon, "body_founding"),
        bma_lexicon_find(text->lexicon, "national_body"), NULL};
    struct terms terms = {.count = 0};
    enum bma_status status = BMA_OK;

    for (uint32_t c = 0; c < text->document->clause_count; c++) {
        enum bma_zone zone = text->document->clauses[c].zone;

        if (text->clauses[c].definition && (zone == BMA_ZONE_OPERATIVE || zone == BMA_ZONE_ANNEX))
            add_quoted(text, c, &terms);
    }
    for (uint32_t i = 0; status == BMA_OK && i < terms.count; i++) {
        if (!is_used(text, &terms.items[i]))
            status = report(run, &terms.items[i], true, error);
    }
    if (status == BMA_OK && words.noun != BMA_NONE && !mark_roles(run, &words))
        status = bma_error_memory(error);
    if (status == BMA_OK && words.noun != BMA_NONE)
        status = check_undefined(run, &words, error);
    return status;
}

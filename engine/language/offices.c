/* Public bodies that a draft gives a short name: "the Agency", "the Section", NLB. */
#include "language/features_internal.h"
#include "language/lexicon_internal.h"
#include "language/parties.h"
#include "language/terms.h"

enum {
    NAME_LONGEST = 14, /* words of a body's name */
    NAME_SHORTEST = 2, /* of them in capitals */
    JOINER = 3,        /* bytes of a small word within it: of, for, and */
    BRACKET_LONGEST = 8,
    ACRONYM_SHORTEST = 2,
    ACRONYM_LONGEST = 8 /* bytes */
};

static bool is_definite(const struct bma_terms *terms, const struct bma_annotated *text, uint32_t token)
{
    return bma_words_from(text, &terms->lexicon->conventions.term.definite, token, token + 1) == 1;
}

static bool is_capital(const struct bma_annotated *text, uint32_t token)
{
    return (text->tokens[token].flags & BMA_TOKEN_CAPITAL) != 0;
}

static bool is_joiner(const struct bma_annotated *text, uint32_t token)
{
    return !is_capital(text, token) && text->tokens[token].length <= JOINER;
}

static char byte_at(const struct bma_annotated *text, uint32_t token, uint32_t i)
{
    return text->document->text[text->tokens[token].start + i];
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* --- the name in full ------------------------------------------------------ */

/*
 * "the Labour Division of the Ministry of Works" up to `end`: words in capitals and small ones between them.
 * Empty where there are too few.  An article ends it, unless a small word joins what stands before.
 */
static struct bma_token_run name_before(const struct bma_terms *terms, const struct bma_annotated *text,
                                        uint32_t floor, uint32_t end)
{
    struct bma_token_run name = {end, end};
    uint32_t capitals = 0;

    for (uint32_t token = end; token-- > floor && end - token <= NAME_LONGEST;) {
        if (text->tokens[token].flags & BMA_TOKEN_STOP)
            break;
        if (is_definite(terms, text, token)) {
            if (token == floor || !is_joiner(text, token - 1))
                break;
        } else if (is_capital(text, token)) {
            capitals++;
            name.first = token;
        } else if (!is_joiner(text, token)) {
            break;
        }
    }
    return capitals >= NAME_SHORTEST ? name : (struct bma_token_run){end, end};
}

/* What a definition says that a term means, where that is a name: "the Labour Bureau of Orvia", "Labour
 * Bureau". */
static struct bma_token_run name_from(const struct bma_terms *terms, const struct bma_annotated *text,
                                      uint32_t first, uint32_t end)
{
    struct bma_token_run name = {first, first};
    uint32_t capitals = 0;

    if (first < end && is_definite(terms, text, first))
        first++;
    name.first = name.end = first;
    for (uint32_t token = name.first; token < end && token < name.first + NAME_LONGEST; token++) {
        if (is_capital(text, token)) {
            capitals++;
            name.end = token + 1;
        } else if (!is_joiner(text, token)) {
            break;
        }
    }
    return capitals >= NAME_SHORTEST && is_capital(text, name.first) ? name
                                                                     : (struct bma_token_run){first, first};
}

/* --- the short name -------------------------------------------------------- */

/* Whether the token's capitals are initials of the name's words, in their order: NLB, MoL. */
static bool is_acronym(const struct bma_annotated *text, uint32_t token, struct bma_token_run name)
{
    uint32_t length = text->tokens[token].length, capitals = 0, word = name.first;

    if (length < ACRONYM_SHORTEST || length > ACRONYM_LONGEST || !is_upper(byte_at(text, token, 0)))
        return false;
    for (uint32_t i = 0; i < length; i++) {
        char letter = byte_at(text, token, i);
        if (!is_upper(letter))
            continue;
        capitals++;
        while (word < name.end && byte_at(text, word, 0) != letter)
            word++;
        if (word++ >= name.end)
            return false;
    }
    return capitals >= ACRONYM_SHORTEST;
}

bool bma_is_in_capitals(const struct bma_annotated *text, uint32_t token)
{
    for (uint32_t i = 0; i < text->tokens[token].length; i++)
        if (!is_upper(byte_at(text, token, i)))
            return false;
    return true;
}

/* "IEFP": all capitals, whose words may be those of another language. */
static bool is_foreign_acronym(const struct bma_annotated *text, struct bma_token_run term)
{
    uint32_t length = text->tokens[term.first].length;

    return term.end - term.first == 1 && length >= ACRONYM_SHORTEST && length <= ACRONYM_LONGEST &&
           bma_is_in_capitals(text, term.first);
}

/* The word of the name that the short name is made of; the name's end where there is none. */
static uint32_t own_word(const struct bma_annotated *text, uint32_t term_last, struct bma_token_run name)
{
    uint32_t token = name.first;

    while (token < name.end && !bma_term_word_is(text, token, term_last))
        token++;
    return token;
}

static void keep_longest(uint32_t *longest, const struct bma_annotation *found)
{
    if (found->end - found->first > *longest)
        *longest = found->end - found->first;
}

/* Whose name it is that has the word in it (any of its words for BMA_NONE): BMA_ACTOR_…, 0: no public body's.
 */
static unsigned named_body(const struct bma_terms *terms, const struct bma_annotated *text,
                           const struct bma_clause_features *clause, struct bma_token_run name, uint32_t word)
{
    uint32_t joint = 0, third = 0, office = 0; /* words of the longest that names such a one */

    const struct bma_annotation *found = bma_annotation_from(text, clause, name.first);
    const struct bma_annotation *last =
        text->annotations + clause->first_annotation + clause->annotation_count;

    for (; found < last && found->first < name.end; found++) {
        if (found->end > name.end || (word != BMA_NONE && (found->first > word || found->end <= word)))
            continue;
        switch (bma_lexicon_concept(terms->lexicon, found->concept)->role) {
        case BMA_CONCEPT_ACTOR_JOINT_BODY:
            keep_longest(&joint, found);
            break;
        case BMA_CONCEPT_ACTOR_THIRD_PARTY:
            keep_longest(&third, found);
            break;
        case BMA_CONCEPT_BODY:
        case BMA_CONCEPT_ACTOR_AUTHORITY:
        case BMA_CONCEPT_ACTOR_AGENCY:
            keep_longest(&office, found);
            break;
        default:
            break;
        }
    }
    if (joint > 0)
        return BMA_ACTOR_JOINT_BODY;
    return office > third ? BMA_ACTOR_AUTHORITY
                          : 0; /* an institute is none, the Institute for Employment is */
}

bool bma_office_initials(const struct bma_terms *terms, const struct bma_annotated *text,
                         const struct bma_clause_features *clause, struct bma_token_run term,
                         uint32_t meaning)
{
    struct bma_token_run name = {0, 0};

    if (meaning != BMA_NONE)
        name = name_from(terms, text, meaning, clause->end_token);
    return name.first < name.end && is_foreign_acronym(text, term);
}

unsigned bma_office_defined(const struct bma_terms *terms, const struct bma_annotated *text,
                            const struct bma_clause_features *clause, struct bma_token_run term,
                            uint32_t meaning, uint32_t bracket)
{
    struct bma_token_run name = {0, 0};
    uint32_t word;

    if (bracket != BMA_NONE)
        name = name_before(terms, text, clause->first_token, bracket);
    else if (meaning != BMA_NONE)
        name = name_from(terms, text, meaning, clause->end_token);
    if (name.first == name.end)
        return 0;
    word = own_word(text, term.end - 1, name);
    if (word < name.end)
        return named_body(terms, text, clause, name, word);
    if (is_foreign_acronym(text, term) || (term.end - term.first == 1 && is_acronym(text, term.first, name)))
        return named_body(terms, text, clause, name, BMA_NONE);
    return 0;
}

/* The short name at the end of a bracket without quotation marks: "(NLB)", "(hereinafter the Section)". */
struct bma_token_run bma_office_bracket(const struct bma_terms *terms, const struct bma_annotated *text,
                                        const struct bma_clause_features *clause, uint32_t open)
{
    struct bma_token_run none = {open, open}, term;
    uint32_t last = open;

    while (last < clause->end_token && !(text->tokens[last].flags & BMA_TOKEN_CLOSE))
        last++;
    if (last == clause->end_token || last - open >= BRACKET_LONGEST)
        return none;
    for (uint32_t token = open; token <= last; token++)
        if (text->tokens[token].flags & BMA_TOKEN_QUOTED)
            return none; /* read as any other term */
    term = (struct bma_token_run){last + 1, last + 1};
    while (term.first > open && is_capital(text, term.first - 1) && !is_definite(terms, text, term.first - 1))
        term.first--;
    if (term.first > open ? is_definite(terms, text, term.first - 1) : term.end - term.first == 1)
        return term;
    return none;
}

bool bma_office_full(const struct bma_terms *terms, const struct bma_annotated *text,
                     const struct bma_annotation *found)
{
    enum bma_concept_role role = bma_lexicon_concept(terms->lexicon, found->concept)->role;

    if ((role != BMA_CONCEPT_BODY && role != BMA_CONCEPT_ACTOR_AUTHORITY) ||
        found->end - found->first < NAME_SHORTEST)
        return false;
    for (uint32_t token = found->first; token < found->end; token++)
        if (!is_capital(text, token) || (text->tokens[token].flags & BMA_TOKEN_QUOTED))
            return false;
    return true;
}

bool bma_office_meant(const struct bma_terms *terms, const struct bma_annotated *text,
                      const struct bma_term *term, uint32_t first, uint32_t token)
{
    if (!is_capital(text, token) || text->tokens[token].length != text->tokens[term->first].length)
        return false;
    return (text->tokens[token].length > 1 && is_upper(byte_at(text, token, 1))) ||
           (token > first && is_definite(terms, text, token - 1));
}

void bma_offices_rename(const struct bma_terms *terms, const struct bma_annotated *text,
                        struct bma_token *tokens, uint32_t first, uint32_t end)
{
    for (uint32_t token = first + 1; terms->count > 0 && token < end; token++) {
        const struct bma_term *term = is_capital(text, token) ? bma_term_at(terms, text, token, end) : NULL;
        if (term != NULL && term->recruits && bma_office_meant(terms, text, term, first, token))
            tokens[token].stem = terms->term_roles[term->role - 1].one;
    }
}

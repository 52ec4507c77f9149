/* Public bodies that a draft calls by a word for those who recruit: "the Agency", "the Bureau". */
#include "language/lexicon_internal.h"
#include "language/parties.h"
#include "language/terms.h"

enum {
    NAME_LONGEST = 10, /* words of a body's name */
    NAME_SHORTEST = 2, /* of them in capitals */
    JOINER = 3         /* bytes of a small word within it: of, for, and */
};

static bool is_definite(const struct bma_terms *terms, const struct bma_annotated *text, uint32_t token)
{
    return bma_words_from(text, &terms->lexicon->conventions.term.definite, token, token + 1) == 1;
}

static bool is_capital(const struct bma_annotated *text, uint32_t token)
{
    return (text->tokens[token].flags & BMA_TOKEN_CAPITAL) != 0;
}

/* "the National Employment Agency" up to `end`: a name in capitals behind a definite article. */
static bool is_named_before(const struct bma_terms *terms, const struct bma_annotated *text, uint32_t first,
                            uint32_t end)
{
    uint32_t capitals = 0;

    if (end == first || !is_capital(text, end - 1))
        return false;
    for (uint32_t token = end; token-- > first && end - token <= NAME_LONGEST;) {
        if (is_capital(text, token) && !is_definite(terms, text, token))
            capitals++;
        else if (is_definite(terms, text, token))
            return capitals >= NAME_SHORTEST;
        else if (text->tokens[token].length > JOINER)
            return false;
    }
    return false;
}

static bool is_named_from(const struct bma_terms *terms, const struct bma_annotated *text, uint32_t first,
                          uint32_t end)
{
    uint32_t capitals = 0;

    if (first >= end || !is_definite(terms, text, first))
        return false;
    for (uint32_t token = first + 1; token < end && is_capital(text, token); token++)
        capitals++;
    return capitals >= NAME_SHORTEST;
}

bool bma_office_defined(const struct bma_terms *terms, const struct bma_annotated *text,
                        const struct bma_clause_features *clause, uint32_t meaning, uint32_t bracket)
{
    if (terms->office == 0)
        return false;
    if (bracket != BMA_NONE)
        return is_named_before(terms, text, clause->first_token, bracket);
    return meaning != BMA_NONE && is_named_from(terms, text, meaning, clause->end_token);
}

void bma_offices_rename(const struct bma_terms *terms, const struct bma_annotated *text,
                        struct bma_token *tokens, uint32_t first, uint32_t end)
{
    for (uint32_t token = first + 1; terms->count > 0 && token < end; token++) {
        const struct bma_term *term = is_capital(text, token) && is_definite(terms, text, token - 1)
                                          ? bma_term_at(terms, text, token, end)
                                          : NULL;
        if (term != NULL && term->office && tokens[token].length == tokens[term->first].length)
            tokens[token].stem = terms->office;
    }
}

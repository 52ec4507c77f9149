/*
 * Alternatives that are not agreed: "[Option 1: The Parties shall meet.]" "[Option 2: The Parties may
 * meet.]", or what either side proposes, "[CY: They shall meet.] [SL: They may meet.]". As words in brackets
 * do, they hold at the weaker verb: where one of them does not bind, none does.
 */
#include "language/features_internal.h"
#include "language/lexicon_internal.h"
#include "language/words.h"

/* The token that closes the bracket in which a token of the clause stands; BMA_NONE: it stands in none. */
static uint32_t bracket_close(const struct bma_annotated *text, const struct bma_clause_features *clause,
                              uint32_t token)
{
    enum { LONGEST = 30 /* words */ };
    const struct bma_token *tokens = text->tokens;
    uint32_t open = token;

    while (open > clause->first_token && !(tokens[open].flags & BMA_TOKEN_OPEN) &&
           !(tokens[open - 1].flags & BMA_TOKEN_CLOSE) && token - open < LONGEST)
        open--;
    if (!(tokens[open].flags & BMA_TOKEN_OPEN))
        return BMA_NONE;
    while (token < clause->end_token && !(tokens[token].flags & BMA_TOKEN_CLOSE) && token - open < LONGEST)
        token++;
    return token < clause->end_token && (tokens[token].flags & BMA_TOKEN_CLOSE) ? token : (uint32_t)BMA_NONE;
}

static bool may_rival(const struct bma_mark *verb)
{
    return verb->actors == 0 && verb->role != BMA_CONCEPT_DECLARE;
}

const struct bma_mark *bma_rival_verb(const struct bma_features_state *state,
                                      const struct bma_annotated *text,
                                      const struct bma_clause_features *clause, const struct bma_mark *verb,
                                      size_t *next)
{
    const struct bma_mark *all = state->verbs.items;
    uint32_t close = bracket_close(text, clause, verb->first), last = BMA_NONE;

    if (verb->role == BMA_CONCEPT_DECLARE)
        return NULL;
    if (*next < state->verbs.count && all[*next].first == verb->end && may_rival(&all[*next]))
        return &all[(*next)++];
    if (close != BMA_NONE && close + 1 < clause->end_token &&
        (text->tokens[close + 1].flags & BMA_TOKEN_OPEN))
        last = bracket_close(text, clause, close + 1);
    for (size_t i = *next; last != BMA_NONE && i < state->verbs.count && all[i].first <= last; i++)
        if (all[i].first > close && may_rival(&all[i])) {
            *next = i + 1;
            return &all[i];
        }
    return NULL;
}

/* "ALT 1 (SL): …", "Variant B: …": a colon right behind the name of the alternative. */
static bool is_named(const struct bma_annotated *text, uint32_t first, uint32_t end)
{
    enum { NAME_LONGEST = 3 /* words */ };

    for (uint32_t token = first; token < end && token < first + NAME_LONGEST; token++)
        if (text->tokens[token].flags & BMA_TOKEN_STOP)
            return (text->tokens[first].flags & BMA_TOKEN_CAPITAL) != 0;
    return false;
}

static bool opens(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t first = features->first_token, end = features->end_token;

    if (first < end && bma_is_bracket_tag(text, first))
        return true;
    return bma_words_from(text, &text->lexicon->conventions.alternative, first, end) != 0 &&
           ((text->tokens[first].flags & BMA_TOKEN_OPEN) || is_named(text, first, end));
}

static bool is_tagged(const struct bma_annotated *text, uint32_t clause)
{
    return bma_is_bracket_tag(text, text->clauses[clause].first_token);
}

static bool closes(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause_features *features = &text->clauses[clause];

    return features->first_token < features->end_token &&
           (text->tokens[features->end_token - 1].flags & BMA_TOKEN_CLOSE) != 0;
}

static bool binds(const struct bma_predicate *predicate)
{
    return !predicate->subordinate &&
           (predicate->modality == BMA_MODALITY_DUTY || predicate->modality == BMA_MODALITY_RIGHT ||
            predicate->modality == BMA_MODALITY_DECLARE);
}

/*
 * The end of the alternative that opens there: of its division, or where the next one opens; of a proposal,
 * where its bracket closes.
 */
static uint32_t end_of(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_document *document = text->document;
    uint32_t end = clause + 1;

    while (end < document->clause_count && document->clauses[end].node == document->clauses[clause].node &&
           !opens(text, end) && !(is_tagged(text, clause) && closes(text, end - 1)))
        end++;
    return end;
}

/* Whether the clause opens a numbered division of its own, so that another matter begins. */
static bool begins_anew(const struct bma_document *document, uint32_t first, uint32_t clause)
{
    uint32_t node = document->clauses[clause].node;

    return node != document->clauses[first].node && document->nodes[node].ordinal != 0;
}

static bool any_binds(const struct bma_features_state *state, const struct bma_annotated *text,
                      uint32_t first, uint32_t end)
{
    for (uint32_t c = first; c < end; c++)
        for (uint32_t p = 0; p < text->clauses[c].predicate_count; p++)
            if (binds(&state->predicates[text->clauses[c].first_predicate + p]))
                return true;
    return false;
}

static void soften(struct bma_features_state *state, const struct bma_annotated *text, uint32_t first,
                   uint32_t end)
{
    for (uint32_t c = first; c < end; c++)
        for (uint32_t p = 0; p < text->clauses[c].predicate_count; p++) {
            struct bma_predicate *predicate = &state->predicates[text->clauses[c].first_predicate + p];
            if (binds(predicate))
                predicate->modality = BMA_MODALITY_SOFT;
        }
}

void bma_alternatives_weigh(struct bma_features_state *state, const struct bma_annotated *text)
{
    uint32_t count = text->document->clause_count;

    for (uint32_t first = 0, end; first < count; first = end) {
        uint32_t alternatives = 0;
        bool all_bind = true;

        for (end = first; end < count && opens(text, end) && !begins_anew(text->document, first, end);
             alternatives++) {
            uint32_t next = end_of(text, end);
            all_bind = any_binds(state, text, end, next) && all_bind;
            end = next;
        }
        if (alternatives > 1 && !all_bind)
            soften(state, text, first, end);
        end = end > first ? end : first + 1;
    }
}

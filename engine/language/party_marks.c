/*
 * Where a clause names a Party that may act.  A name behind a preposition ("the laws of
 * Marenda") or before a noun ("Marenda's nationals") is no subject, unless it says whose
 * authority it is ("the labour office of Marenda"), which the head then takes along.
 */
#include "language/features_internal.h"

struct mention {
    uint32_t first, end; /* with the words that stand before the name proper */
    unsigned char side;
};

/* An apostrophe behind the name: what follows is the Party's, and acts itself. */
static bool is_possessive(const struct bma_annotated *text, uint32_t last)
{
    const struct bma_token *token = &text->tokens[last];
    const unsigned char *after = (const unsigned char *)text->document->text + token->start + token->length;

    return after[0] == '\'' || (after[0] == 0xe2 && after[1] == 0x80 && after[2] == 0x99);
}

/* Whether an annotation of an authority, or of a verb, begins at the token. */
static bool begins_head(const struct bma_features_state *state, const struct bma_annotated *text,
                        const struct bma_clause_features *clause, uint32_t token, bool authority)
{
    const struct bma_annotation *end =
        text->annotations + clause->first_annotation + clause->annotation_count;
    const struct bma_annotation *found = bma_annotation_from(text, clause, token);

    for (; found < end && found->first == token; found++) {
        enum bma_concept_role role = (enum bma_concept_role)state->roles[found->concept];
        if (bma_role_is_verb(role) || role == BMA_CONCEPT_DECLARE ||
            (authority && role == BMA_CONCEPT_ACTOR_AUTHORITY))
            return true;
    }
    return false;
}

/*
 * A name used as an adjective: "Marenda legislation", "Marenda Chamber of Trade".  It is none where a sign, a
 * small word or a verb (an adverb apart) follows, or whose authority it is.
 */
static bool qualifies(const struct bma_features_state *state, const struct bma_annotated *text,
                      const struct bma_clause_features *clause, const struct mention *mention)
{
    const struct bma_party_words *words = state->parties.words;
    unsigned apart = BMA_TOKEN_COMMA | BMA_TOKEN_STOP | BMA_TOKEN_CLOSE;
    uint32_t next = mention->end, end = clause->end_token;

    if (bma_words_from(text, &words->people, next, end) != 0)
        return true;
    if ((text->tokens[next - 1].flags & apart) || (text->tokens[next].flags & BMA_TOKEN_OPEN) ||
        bma_words_from(text, &words->oblique, next, end) != 0 ||
        bma_words_from(text, &words->join, next, end) != 0 ||
        bma_words_from(text, &words->side, next, end) != 0 || begins_head(state, text, clause, next, true))
        return false;
    return next + 1 >= end || !begins_head(state, text, clause, next + 1, false);
}

static bool is_oblique(const struct bma_features_state *state, const struct bma_annotated *text,
                       const struct bma_clause_features *clause, const struct mention *mention,
                       uint32_t authority_end, uint32_t aside)
{
    const struct bma_party_words *words = state->parties.words;
    uint32_t behind = mention->end < clause->end_token ? mention->end : mention->end - 1;
    uint32_t link = bma_words_before(text, &words->oblique, mention->first, clause->first_token);

    if (is_possessive(text, mention->end - 1))
        return true;
    if (behind == mention->end && qualifies(state, text, clause, mention))
        return true;
    if (link != 0)
        return authority_end != mention->first - link;
    /* "between Marenda and Ostvik": joined to one that is oblique */
    return aside != 0 && bma_words_before(text, &words->join, mention->first, clause->first_token) != 0 &&
           aside + 1 == mention->first;
}

/* The end of the last authority that begins before the token, as the cursor runs over the annotations. */
static uint32_t authority_before(const struct bma_features_state *state, const struct bma_annotated *text,
                                 const struct bma_clause_features *clause, uint32_t token, uint32_t *cursor,
                                 uint32_t known)
{
    for (; *cursor < clause->annotation_count; ++*cursor) {
        const struct bma_annotation *found = &text->annotations[clause->first_annotation + *cursor];
        if (found->first >= token)
            break;
        if (state->roles[found->concept] == BMA_CONCEPT_ACTOR_AUTHORITY)
            known = found->end;
    }
    return known;
}

enum bma_status bma_party_marks(struct bma_features_state *state, const struct bma_annotated *text,
                                uint32_t clause, struct bma_error *error)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    const unsigned char *sides = state->parties.sides;
    uint32_t cursor = 0, authority_end = BMA_NONE, aside = 0, floor = features->first_token;
    enum bma_status status = BMA_OK;

    state->named.count = 0;
    if (!sides)
        return BMA_OK;
    for (uint32_t i = features->first_token; i < features->end_token && status == BMA_OK; i++) {
        if (!(sides[i] & BMA_SIDE_BEGINS))
            continue;
        struct mention mention = {.end = i + 1, .side = sides[i] & (unsigned char)~BMA_SIDE_BEGINS};
        while (mention.end < features->end_token && sides[mention.end] == mention.side)
            mention.end++;
        mention.first = mention.side & BMA_SIDE_OFFICE
                            ? i - bma_words_before(text, &state->parties.words->article, i, floor)
                            : bma_party_style_start(text, state->parties.words, i, floor);
        authority_end = authority_before(state, text, features, mention.first, &cursor, authority_end);
        if (is_oblique(state, text, features, &mention, authority_end, aside)) {
            aside = mention.end;
        } else {
            struct bma_mark mark = {mention.first, mention.end, BMA_CONCEPT_ACTOR_PARTIES,
                                    bma_party_actors(&state->parties, mention.side)};
            status = bma_marks_add(&state->named, mark, error);
            authority_end = mention.side & BMA_SIDE_OFFICE ? mention.end : authority_end;
            aside = 0;
        }
        floor = mention.end;
        i = mention.end - 1;
    }
    return status;
}

#include "language/parties.h"

#include "language/words.h"

#include <string.h>

unsigned bma_party_actors(const struct bma_parties *parties, unsigned char side)
{
    unsigned which = side & BMA_SIDE_PARTY;

    if (which == 0)
        return 0;
    unsigned actors = which == 1 ? BMA_ACTOR_FIRST : BMA_ACTOR_SECOND;
    switch (parties->pair[which - 1].role) {
    case BMA_ROLE_ORIGIN:
        actors |= BMA_ACTOR_ORIGIN;
        break;
    case BMA_ROLE_DESTINATION:
        actors |= BMA_ACTOR_DESTINATION;
        break;
    case BMA_ROLE_UNKNOWN:
    case BMA_ROLE_BOTH:
        actors |= side & BMA_SIDE_OFFICE ? 0u : (unsigned)BMA_ACTOR_PARTIES;
        break;
    }
    return side & BMA_SIDE_OFFICE ? actors | BMA_ACTOR_AUTHORITY : actors;
}

/* The words of a name from a case file; false when it is no name of so many words. */
static bool cut_words(const char *name, struct bma_party_word words[BMA_PARTY_FORM_WORDS], uint32_t *count)
{
    size_t length = strlen(name);

    *count = 0;
    for (size_t at = 0, size; at < length;) {
        uint32_t codepoint;
        size_t first = at;
        while (at < length && bma_word_character(name + at, length - at, &size, &codepoint))
            at += size;
        if (at == first) {
            at += size;
            continue;
        }
        if (*count == BMA_PARTY_FORM_WORDS)
            return false;
        words[(*count)++] = (struct bma_party_word){name + first, (uint32_t)(at - first)};
    }
    return *count > 0;
}

/* Whether the given name holds the words of the run, in order. */
static bool holds(const struct bma_annotated *text, const struct bma_party_word *words, uint32_t count,
                  struct bma_token_run run)
{
    uint32_t length = run.end - run.first;

    for (uint32_t from = 0; from + length <= count; from++) {
        uint32_t i = 0;
        while (i < length && bma_token_is(text, run.first + i, words[from + i].at, words[from + i].length))
            i++;
        if (i == length)
            return true;
    }
    return false;
}

/*
 * What a State is called that its people's name is part of: "Switzerland" of "Swiss Confederation"; NULL
 * where the name says something else.
 */
static const char *called(const struct bma_parties *parties, const struct bma_annotated *text,
                          struct bma_token_run core)
{
    const char *country = NULL;

    for (uint32_t i = core.first; i < core.end && core.end - core.first > 1; i++) {
        const char *known = country ? NULL : bma_party_country(parties->words, text, i);

        if (known)
            country = known;
        else if (bma_words_from(text, &parties->words->state, i, core.end) == 0)
            return NULL;
    }
    return country && *country >= 'A' && *country <= 'Z' ? country : NULL;
}

static void add_pair(struct bma_parties *parties, const struct bma_annotated *text,
                     const struct bma_party_pair *pair, unsigned index, unsigned char side)
{
    struct bma_party_word words[BMA_PARTY_FORM_WORDS];
    uint32_t count;
    const char *country = called(parties, text, pair->core[index]);

    bma_party_form_tokens(parties, text, pair->core[index], side);
    bma_party_form_tokens(parties, text, pair->whole[index], side);
    if (country && cut_words(country, words, &count))
        bma_party_form_add(parties, words, count, side);
    if (pair->brief[index].first < pair->brief[index].end)
        bma_party_form_tokens(parties, text, pair->brief[index], side);
}

/* As the text first writes it in small letters; names set in capitals alone stay so. */
static const char *name_of(const struct bma_parties *parties, const struct bma_annotated *text,
                           struct bma_token_run core, struct bma_arena *arena)
{
    const char *source = text->document->text;
    uint32_t length = core.end - core.first, at = core.first;
    const char *country = called(parties, text, core);

    if (country)
        return bma_arena_strndup(arena, country, strlen(country));

    for (uint32_t i = 0; i + length <= text->token_count; i++) {
        const struct bma_token *token = &text->tokens[i];
        if (!(parties->sides[i] & BMA_SIDE_BEGINS) || token->length < 2 || source[token->start + 1] < 'a')
            continue;
        uint32_t k = 0;
        while (k < length && bma_token_is(text, i + k, source + text->tokens[core.first + k].start,
                                          text->tokens[core.first + k].length))
            k++;
        if (k == length) {
            at = i;
            break;
        }
    }
    const struct bma_token *last = &text->tokens[at + length - 1];
    uint32_t start = text->tokens[at].start, size = last->start + last->length - start;
    char *name = bma_arena_strndup(arena, source + start, size);
    for (uint32_t i = 0; name && i < size; i++)
        if (name[i] == '\n' || name[i] == '\r' || name[i] == '\t')
            name[i] = ' ';
    return name;
}

/* The pair of a case file: two names, each of which takes over the draft's Party that it holds the name of.
 */
static bool take_given(struct bma_parties *parties, const struct bma_party *given,
                       const struct bma_annotated *text, const struct bma_party_pair *pair)
{
    for (unsigned i = 0; i < 2; i++) {
        struct bma_party_word words[BMA_PARTY_FORM_WORDS];
        uint32_t count;
        unsigned char side = (unsigned char)(i + 1);
        if (!cut_words(given[i].name, words, &count))
            return false;
        parties->pair[i] = given[i];
        parties->declared[i] = given[i].role != BMA_ROLE_UNKNOWN;
        bma_party_form_add(parties, words, count, side);
        for (unsigned k = 0; pair && k < 2; k++)
            if (holds(text, words, count, pair->core[k]))
                add_pair(parties, text, pair, k, side);
    }
    return true;
}

enum bma_status bma_parties_learn(struct bma_parties *parties, const struct bma_party *given,
                                  size_t given_count, struct bma_arena *arena, struct bma_annotated *out,
                                  struct bma_error *error)
{
    struct bma_party_pair pair;
    const struct bma_party_words *words = &bma_lexicon_conventions(out->lexicon)->party;
    const unsigned char *roles = parties->roles;
    bool found = bma_party_pair_find(out, words, &pair), known;

    memset(parties, 0, sizeof *parties);
    parties->words = words;
    parties->roles = roles;
    if (given_count == 2) {
        known = take_given(parties, given, out, found ? &pair : NULL);
    } else {
        known = found;
        for (unsigned i = 0; i < 2 && found; i++)
            add_pair(parties, out, &pair, i, (unsigned char)(i + 1));
    }
    if (!known || given_count > 2 || parties->form_count < 2)
        return BMA_OK;
    parties->sides = bma_arena_calloc(arena, (size_t)out->token_count + 1, 1);
    struct bma_party *shown = bma_arena_calloc(arena, 2, sizeof *shown);
    if (!parties->sides || !shown)
        return bma_error_memory(error);
    bma_party_sides(parties, out);
    for (unsigned i = 0; i < 2 && given_count != 2; i++) {
        parties->pair[i].name = name_of(parties, out, pair.core[i], arena);
        if (!parties->pair[i].name)
            return bma_error_memory(error);
    }
    bma_party_roles(parties, out, found ? &pair : NULL);
    bma_party_offices(parties, out);
    bma_party_sides(parties, out);
    memcpy(shown, parties->pair, sizeof parties->pair);
    out->parties = shown;
    out->party_count = 2;
    out->sides = parties->sides;
    return BMA_OK;
}

/*
 * What the names of the Parties say besides who acts.  The two countries, where the draft shows which sends
 * and which receives: "ventures in Marenda" speaks of the country of origin as much as "ventures in the
 * country of origin".  A concept with the role place-origin or place-destination occurs wherever that Party
 * is named behind a preposition; a Party that acts is no place.  And one with the role party-addressed
 * wherever a Party or an office of it stands behind a preposition without having been named before in the
 * clause: "the Board shall transmit the files to the Service", as well as "to the other Party".
 */
#include "language/annotator.h"
#include "language/features_internal.h"

#include <string.h>

/* The role of a concept that a mention of this Party expresses; TOPIC where its part is not known. */
static enum bma_concept_role place_of(const struct bma_parties *parties, unsigned char side)
{
    unsigned which = side & BMA_SIDE_PARTY;

    if (which == 0 || which == BMA_SIDE_PARTY)
        return BMA_CONCEPT_TOPIC;
    switch (parties->pair[which - 1].role) {
    case BMA_ROLE_ORIGIN:
        return BMA_CONCEPT_PLACE_ORIGIN;
    case BMA_ROLE_DESTINATION:
        return BMA_CONCEPT_PLACE_DESTINATION;
    default:
        return BMA_CONCEPT_TOPIC;
    }
}

static bool is_oblique(const struct bma_features_state *state, const struct bma_annotated *text,
                       uint32_t first, uint32_t floor)
{
    const struct bma_party_words *words = state->parties.words;
    uint32_t start = text->sides[first] & BMA_SIDE_OFFICE
                         ? first - bma_words_before(text, &words->article, first, floor)
                         : bma_party_style_start(text, words, first, floor);

    return bma_words_before(text, &words->oblique, start, floor) != 0;
}

static uint32_t mention_end(const unsigned char *sides, uint32_t first, uint32_t end)
{
    unsigned char side = sides[first] & (unsigned char)~BMA_SIDE_BEGINS;
    uint32_t i = first + 1;

    while (i < end && sides[i] == side)
        i++;
    return i;
}

/* By position, then by concept; a clause has few, and all but the last are in order. */
static void settle(struct bma_annotation *of_clause, uint32_t last)
{
    struct bma_annotation added = of_clause[last];

    for (; last > 0; last--) {
        const struct bma_annotation *before = &of_clause[last - 1];
        if (before->first < added.first || (before->first == added.first && before->concept <= added.concept))
            break;
        of_clause[last] = *before;
    }
    of_clause[last] = added;
}

/* Adds the concepts of the role at the mention, among the annotations that stand at out[0 .. count); the new
 * count. */
static uint32_t add_role(const struct bma_features_state *state, const struct bma_annotated *text,
                         enum bma_concept_role role, const struct bma_annotation *mention,
                         struct bma_annotation *out, uint32_t count)
{
    for (uint32_t p = 0; p < state->place_count; p++) {
        uint32_t concept = state->places[p];
        if (state->roles[concept] != role ||
            bma_concept_overlaps(text, concept, mention->first, mention->end))
            continue;
        out[count] = *mention;
        out[count].concept = concept;
        settle(out, count++);
    }
    return count;
}

/* What the mentions of one clause say, among the annotations that stand at out[0 .. count); the new count. */
static uint32_t add_mentions(const struct bma_features_state *state, const struct bma_annotated *text,
                             uint32_t clause, struct bma_annotation *out, uint32_t count)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    const unsigned char *sides = text->sides;
    unsigned named = 0;

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        if (!(sides[i] & BMA_SIDE_BEGINS))
            continue;
        struct bma_annotation mention = {0, clause, i, mention_end(sides, i, features->end_token)};
        unsigned which = sides[i] & BMA_SIDE_PARTY;
        bool oblique = is_oblique(state, text, i, features->first_token);
        enum bma_concept_role place = place_of(&state->parties, sides[i]);
        if (oblique && place != BMA_CONCEPT_TOPIC && !(sides[i] & BMA_SIDE_OFFICE))
            count = add_role(state, text, place, &mention, out, count);
        if (oblique && which != BMA_SIDE_PARTY && !(named & which))
            count = add_role(state, text, BMA_CONCEPT_PARTY_ADDRESSED, &mention, out, count);
        named |= which;
    }
    return count;
}

static uint32_t count_mentions(const struct bma_annotated *text)
{
    uint32_t count = 0;

    for (uint32_t i = 0; i < text->token_count; i++)
        count += (text->sides[i] & BMA_SIDE_BEGINS) != 0;
    return count;
}

enum bma_status bma_party_places(const struct bma_features_state *state, struct bma_arena *arena,
                                 struct bma_annotated *out, struct bma_error *error)
{
    struct bma_clause_features *clauses = (struct bma_clause_features *)(uintptr_t)out->clauses;

    if (!out->sides || state->place_count == 0)
        return BMA_OK;
    size_t most = out->annotation_count + (size_t)count_mentions(out) * state->place_count;
    struct bma_annotation *all = bma_arena_calloc(arena, most + 1, sizeof *all);
    uint32_t count = 0;
    if (!all)
        return bma_error_memory(error);
    for (uint32_t i = 0; i < out->document->clause_count; i++) {
        uint32_t first = clauses[i].first_annotation, old = clauses[i].annotation_count;
        if (old > 0)
            memcpy(all + count, out->annotations + first, old * sizeof *all);
        uint32_t now = add_mentions(state, out, i, all + count, old);
        clauses[i].first_annotation = count;
        clauses[i].annotation_count = now;
        for (uint32_t k = 0; now > old && k < now; k++)
        clauses[i].concepts |= UINT64_C(1) << all[count + k].concept % 64;
        count += now;
    }
    out->annotations = all;
    out->annotation_count = count;
    return bma_annotations_index(out, arena, error);
}

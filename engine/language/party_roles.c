/*
 * Which way people go, by evidence: a role that the draft declares ("the Sending Party" as
 * a Party's short name, "country of origin" means …), else clauses in which people of
 * one Party go to the other ("nationals of Marenda employed in Ostvik").  A clause in
 * the preamble or the first articles weighs double, and the title most.  One way must show, and
 * hardly any the other; where nothing shows, whose people a definition calls workers tells, or no role is
 * given.
 */
#include "language/parties.h"

enum {
    TITLE_WEIGHT = 6,  /* "Agreement on the Employment of Marendan Workers" needs no more */
    ENOUGH = 2,        /* weight from which a direction is believed */
    MANY_TIMES = 6,    /* times as much as against it */
    BOTH_WAYS = 4,     /* weight from which exchange is believed */
    EARLY_ARTICLES = 2 /* articles in which scope and definitions stand */
};

struct evidence {
    struct bma_parties *parties;
    const struct bma_annotated *text;
    unsigned ways[2]; /* people of the first Party go to the second; of the second to the first */
    unsigned both;
    unsigned defined; /* bits of sides whose people a definition makes the ones who go */
};

static bool touches(const struct bma_annotated *text, const struct bma_clause_features *clause,
                    struct bma_token_run run, enum bma_concept_role role)
{
    for (uint32_t i = 0; i < clause->annotation_count; i++) {
        const struct bma_annotation *found = &text->annotations[clause->first_annotation + i];
        if (found->first < run.end && found->end > run.first &&
            bma_lexicon_concept(text->lexicon, found->concept)->role == role)
            return true;
    }
    return false;
}

static enum bma_role role_said(const struct bma_annotated *text, const struct bma_clause_features *clause,
                               struct bma_token_run run)
{
    bool origin = touches(text, clause, run, BMA_CONCEPT_ACTOR_ORIGIN);
    bool destination = touches(text, clause, run, BMA_CONCEPT_ACTOR_DESTINATION);

    if (origin == destination)
        return BMA_ROLE_UNKNOWN;
    return origin ? BMA_ROLE_ORIGIN : BMA_ROLE_DESTINATION;
}

/* Two declarations that do not fit each other declare nothing. */
static void declare(struct bma_parties *parties, unsigned side, enum bma_role role, bool *conflict)
{
    struct bma_party *party = &parties->pair[side - 1];

    if (role == BMA_ROLE_UNKNOWN)
        return;
    if (parties->declared[side - 1]) {
        *conflict |= party->role != role;
        return;
    }
    parties->declared[side - 1] = true;
    party->role = role;
}

static const struct bma_clause_features *clause_of(const struct bma_annotated *text, uint32_t token)
{
    for (uint32_t c = 0; c < text->document->clause_count; c++)
        if (token < text->clauses[c].end_token)
            return &text->clauses[c];
    return &text->clauses[0];
}

/* The next quoted term in the clause, from the token on; empty at its end: there is none. */
static struct bma_token_run next_term(const struct bma_annotated *text, uint32_t token, uint32_t end)
{
    struct bma_token_run term = {token, token};

    while (term.first < end && !(text->tokens[term.first].flags & BMA_TOKEN_QUOTED))
        term.first++;
    for (term.end = term.first; term.end < end && (text->tokens[term.end].flags & BMA_TOKEN_QUOTED);)
        term.end++;
    return term;
}

/* The one Party that stands there; 0: none, or both. */
static unsigned only_side(const struct evidence *e, uint32_t token, uint32_t end)
{
    unsigned sides = 0;

    for (; token < end; token++)
        sides |= e->parties->sides[token] & BMA_SIDE_PARTY;
    return sides == BMA_SIDE_PARTY ? 0 : sides;
}

/* "“country of origin” means Marenda and “host country” Ostvik": quoted terms of that sense, one Party behind
 * each. */
static void read_definition(struct evidence *e, const struct bma_clause_features *clause, bool *conflict)
{
    enum { TERM_STARTS_WITHIN = 4 };
    const struct bma_annotated *text = e->text;
    struct bma_token_run term = next_term(text, clause->first_token, clause->end_token), next;

    if (term.first >= clause->first_token + TERM_STARTS_WITHIN ||
        !touches(text, clause, (struct bma_token_run){term.end, clause->end_token}, BMA_CONCEPT_DEFINITION))
        return;
    for (; term.first < term.end; term = next) {
        unsigned side;

        next = next_term(text, term.end, clause->end_token);
        side = only_side(e, term.end, next.first);
        if (side != 0)
            declare(e->parties, side, role_said(text, clause, term), conflict);
    }
}

/* --- people of one Party in the other -------------------------------------- */

/* Whether people stand there, or behind an adjective: "Marenda agricultural workers". */
static bool is_people(const struct evidence *e, const struct bma_clause_features *clause, uint32_t token)
{
    for (uint32_t i = token; i < token + 2 && i < clause->end_token; i++) {
        if (bma_words_from(e->text, &e->parties->words->people, i, clause->end_token) != 0)
            return true;
        if (bma_words_from(e->text, &e->parties->words->oblique, i, clause->end_token) != 0 ||
            (e->text->tokens[i].flags & (BMA_TOKEN_COMMA | BMA_TOKEN_STOP | BMA_TOKEN_CLOSE)))
            return false;
    }
    return false;
}

/* Whether what ends before the token is people who come from it: "workers from", "nationals and residents
 * of". */
static bool people_from(const struct evidence *e, const struct bma_clause_features *clause, uint32_t name)
{
    uint32_t start = bma_party_style_start(e->text, e->parties->words, name, clause->first_token);
    uint32_t link = bma_words_before(e->text, &e->parties->words->from, start, clause->first_token);

    return link != 0 &&
           bma_words_before(e->text, &e->parties->words->people, start - link, clause->first_token) != 0;
}

static bool goes_into(const struct evidence *e, const struct bma_clause_features *clause, uint32_t name)
{
    uint32_t start = bma_party_style_start(e->text, e->parties->words, name, clause->first_token);

    return bma_words_before(e->text, &e->parties->words->into, start, clause->first_token) != 0;
}

/* Which Parties' people the clause names, and to which Parties they go: bits of sides. */
static void read_clause(const struct evidence *e, const struct bma_clause_features *clause, unsigned *people,
                        unsigned *places)
{
    const unsigned char *sides = e->parties->sides;

    *people = *places = 0;
    for (uint32_t i = clause->first_token; i < clause->end_token; i++) {
        unsigned side = sides[i] & BMA_SIDE_PARTY;
        if (side == 0) {
            unsigned demonym = bma_party_demonym(e->parties, e->text, i);
            if (demonym != 0 && is_people(e, clause, i + 1))
                *people |= demonym;
            continue;
        }
        if (!(sides[i] & BMA_SIDE_BEGINS) || (sides[i] & BMA_SIDE_OFFICE))
            continue;
        uint32_t end = i + 1;
        while (end < clause->end_token && sides[end] == side)
            end++;
        if (is_people(e, clause, end) || people_from(e, clause, i))
            *people |= side;
        else if (goes_into(e, clause, i))
            *places |= side;
    }
}

static bool says_reciprocal(const struct evidence *e, const struct bma_clause_features *clause)
{
    for (uint32_t i = clause->first_token; i < clause->end_token; i++)
        if (bma_words_from(e->text, &e->parties->words->reciprocal, i, clause->end_token) != 0)
            return true;
    return false;
}

/* "“Worker” means a national of Marenda who …"; the term is no employer's or agency's. */
static bool defines_migrant(const struct bma_annotated *text, const struct bma_clause_features *clause)
{
    enum { TERM_WITHIN = 4 };
    struct bma_token_run whole = {clause->first_token, clause->end_token};
    struct bma_token_run term = {clause->first_token, clause->first_token + TERM_WITHIN};

    return touches(text, clause, whole, BMA_CONCEPT_DEFINITION) &&
           !touches(text, clause, term, BMA_CONCEPT_ACTOR_EMPLOYER) &&
           !touches(text, clause, term, BMA_CONCEPT_ACTOR_AGENCY);
}

static unsigned weight_of(const struct bma_annotated *text, uint32_t clause)
{
    const struct bma_clause *place = &text->document->clauses[clause];
    uint32_t article = bma_document_enclosing(text->document, place->node, BMA_NODE_ARTICLE);

    switch (place->zone) {
    case BMA_ZONE_TITLE:
        return TITLE_WEIGHT;
    case BMA_ZONE_PREAMBLE:
        return 2;
    case BMA_ZONE_OPERATIVE:
        return article != BMA_NONE && text->document->nodes[article].ordinal - 1 < EARLY_ARTICLES ? 2 : 1;
    case BMA_ZONE_ANNEX:
        return 1;
    default:
        return 0;
    }
}

/* What one clause says. */
static void judge(struct evidence *e, unsigned weight, unsigned people, unsigned places, bool reciprocal)
{
    if (people == BMA_SIDE_PARTY)
        e->both += weight;
    else if (people != 0 && places == (people ^ BMA_SIDE_PARTY))
        e->ways[people - 1] += weight;
    else if (places == 0 && reciprocal)
        e->both += weight;
}

/* What the lines of a title say together: one that names people of one Party only, names those who go. */
static void judge_title(struct evidence *e, unsigned people, unsigned places, bool reciprocal)
{
    if (people != 0 && people != BMA_SIDE_PARTY && !reciprocal && places == 0)
        places = people ^ BMA_SIDE_PARTY;
    judge(e, TITLE_WEIGHT, people, places, reciprocal);
}

static void weigh(struct evidence *e)
{
    const struct bma_document *document = e->text->document;
    unsigned title_people = 0, title_places = 0;
    bool title_reciprocal = false;

    for (uint32_t c = 0; c < document->clause_count; c++) {
        const struct bma_clause_features *clause = &e->text->clauses[c];
        unsigned weight = weight_of(e->text, c), people, places;
        bool reciprocal;
        if (weight == 0)
            continue;
        read_clause(e, clause, &people, &places);
        reciprocal = says_reciprocal(e, clause);
        if (people != 0 && places == 0 && defines_migrant(e->text, clause))
            e->defined |= people;
        if (document->clauses[c].zone != BMA_ZONE_TITLE) {
            judge(e, weight, people, places, reciprocal);
            continue;
        }
        title_people |= people;
        title_places |= places;
        title_reciprocal |= reciprocal;
    }
    judge_title(e, title_people, title_places, title_reciprocal);
}

static void set_roles(struct bma_parties *parties, enum bma_role first, enum bma_role second)
{
    parties->pair[0].role = first;
    parties->pair[1].role = second;
}

static enum bma_role opposite(enum bma_role role)
{
    return role == BMA_ROLE_ORIGIN        ? BMA_ROLE_DESTINATION
           : role == BMA_ROLE_DESTINATION ? BMA_ROLE_ORIGIN
                                          : role;
}

/* The people of that side go to the other. */
static void set_origin(struct bma_parties *parties, unsigned side)
{
    set_roles(parties, side == 1 ? BMA_ROLE_ORIGIN : BMA_ROLE_DESTINATION,
              side == 1 ? BMA_ROLE_DESTINATION : BMA_ROLE_ORIGIN);
}

static void decide(struct evidence *e)
{
    unsigned more = e->ways[0] > e->ways[1] ? e->ways[0] : e->ways[1];
    unsigned less = e->ways[0] + e->ways[1] - more;

    if (more >= ENOUGH && more >= MANY_TIMES * less && more > e->both)
        set_origin(e->parties, e->ways[0] == more ? 1 : 2);
    else if (e->both >= BOTH_WAYS && e->both > 2 * more)
        set_roles(e->parties, BMA_ROLE_BOTH, BMA_ROLE_BOTH);
    else if (more == 0 && e->both == 0 && e->defined != 0 && e->defined != BMA_SIDE_PARTY)
        set_origin(e->parties, e->defined);
}

void bma_party_roles(struct bma_parties *parties, const struct bma_annotated *text,
                     const struct bma_party_pair *pair)
{
    struct evidence evidence = {.parties = parties, .text = text};
    bool conflict = false, given = parties->declared[0] || parties->declared[1];

    if (!given && pair)
        for (unsigned side = 1; side <= 2; side++)
            if (pair->brief[side - 1].first < pair->brief[side - 1].end)
                declare(parties, side,
                        role_said(text, clause_of(text, pair->brief[side - 1].first), pair->brief[side - 1]),
                        &conflict);
    for (uint32_t c = 0; c < text->document->clause_count && !given; c++)
        read_definition(&evidence, &text->clauses[c], &conflict);
    bool declared = parties->declared[0] || parties->declared[1];
    if (declared && parties->declared[0] && parties->declared[1])
        conflict |= !given && opposite(parties->pair[0].role) != parties->pair[1].role;
    if (conflict) {
        set_roles(parties, BMA_ROLE_UNKNOWN, BMA_ROLE_UNKNOWN);
        return;
    }
    if (!declared) {
        weigh(&evidence);
        decide(&evidence);
    } else if (!parties->declared[0]) {
        parties->pair[0].role = opposite(parties->pair[1].role);
    } else if (!parties->declared[1]) {
        parties->pair[1].role = opposite(parties->pair[0].role);
    }
}

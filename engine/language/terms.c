#include "language/terms.h"

#include "base/ascii.h"
#include "base/memory.h"
#include "language/features_internal.h"
#include "language/lexicon_internal.h"
#include "language/parties.h"
#include "language/words.h"

#include <string.h>

enum {
    HEAD = 4, /* words before a term at the head of its definition */
    NEAR_HEAD = 3 /* words between the head of what it means and whoever is named there */,
    FAR_BEFORE = 10,    /* words between somebody and the brackets with the name that is given to him */
    TERM_LONGEST = 8,   /* words of a term that a clause opens with */
    BRACKET = 5,        /* words between the bracket and the name in it */
    MEANING_REACH = 60, /* words between a term and the verb that says what it means */
    LONGEST_NAMED = 64  /* words of whoever is named */
};

static const unsigned role_actors[BMA_TERM_ROLES] = {BMA_ACTOR_WORKER, BMA_ACTOR_EMPLOYER, BMA_ACTOR_AGENCY,
                                                     BMA_ACTOR_AUTHORITY};

/* ---- the common words ---- */

static bool look_up(struct bma_terms *terms, struct sb_stemmer *stemmer, const char *word, uint32_t *symbol)
{
    char folded[BMA_WORD_MAX];
    size_t length = bma_word_fold(word, strlen(word), folded);

    return bma_symbols_lookup(&terms->lexicon->symbols, stemmer, folded, length, symbol);
}

enum bma_status bma_terms_init(struct bma_terms *terms, const struct bma_lexicon *lexicon,
                               struct sb_stemmer *stemmer, struct bma_error *error)
{
    const struct bma_term_words *common = &lexicon->conventions.term;
    const struct bma_words *lists[BMA_TERM_ROLES] = {&common->worker, &common->employer, &common->agency,
                                                     &common->office};

    memset(terms, 0, sizeof *terms);
    terms->lexicon = lexicon;
    for (size_t i = 0; i < BMA_TERM_ROLES; i++) {
        struct bma_term_role *role = &terms->term_roles[i];
        role->actor = role_actors[i];
        if (lists[i]->count == 0)
            continue;
        if (!look_up(terms, stemmer, lists[i]->items[0], &role->one) ||
            !look_up(terms, stemmer, lists[i]->items[lists[i]->count - 1], &role->several))
            return bma_error_memory(error);
    }
    return BMA_OK;
}

void bma_terms_release(struct bma_terms *terms)
{
    bma_free(terms->tokens);
    bma_free(terms->origin);
    memset(terms, 0, sizeof *terms);
}

void bma_terms_begin(struct bma_terms *terms)
{
    terms->count = 0;
    memset(terms->starts, 0, sizeof terms->starts);
}

/* ---- where a term is used ---- */

static uint32_t start_hash(const struct bma_annotated *text, uint32_t token)
{
    return bma_ascii_lower(text->document->text[text->tokens[token].start]) & 63u;
}

bool bma_term_word_is(const struct bma_annotated *text, uint32_t term, uint32_t token)
{
    const struct bma_token *a = &text->tokens[term], *b = &text->tokens[token];

    if (b->length < a->length || b->length > a->length + 2)
        return false;
    for (uint32_t i = 0; i < a->length; i++)
        if (bma_ascii_lower(text->document->text[a->start + i]) !=
            bma_ascii_lower(text->document->text[b->start + i]))
            return false;
    return true;
}

const struct bma_term *bma_term_at(const struct bma_terms *terms, const struct bma_annotated *text,
                                   uint32_t token, uint32_t end)
{
    uint32_t next = terms->starts[start_hash(text, token)];

    for (; next != 0; next = terms->next[next - 1]) {
        const struct bma_term *term = &terms->items[next - 1];
        uint32_t i = 0;
        while (i < term->words && token + i < end && bma_term_word_is(text, term->first + i, token + i))
            i++;
        if (i == term->words)
            return term;
    }
    return NULL;
}

static bool is_inflected(const struct bma_annotated *text, const struct bma_term *term, uint32_t token)
{
    uint32_t last = term->words - 1;

    return text->tokens[token + last].length > text->tokens[term->first + last].length;
}

/*
 * Whether it is the term that is used there and not the common word that it was made of: one defined in
 * capitals is written so, and a single small word ("hand") has an article before it or is in the plural.
 */
static bool is_meant(const struct bma_terms *terms, const struct bma_annotated *text,
                     const struct bma_term *term, uint32_t first, uint32_t token)
{
    const struct bma_words *determiners = &terms->lexicon->conventions.term.determiner;

    if (term->office)
        return bma_office_meant(terms, text, term, first, token);
    if (term->capital)
        return (text->tokens[token].flags & BMA_TOKEN_CAPITAL) != 0;
    return term->words > 1 || is_inflected(text, term, token) ||
           (token > first && bma_words_from(text, determiners, token - 1, token) != 0);
}

static bool make_room(struct bma_terms *terms, size_t count)
{
    return bma_grow(&terms->tokens, &terms->token_capacity, count, sizeof *terms->tokens) == 0 &&
           bma_grow(&terms->origin, &terms->origin_capacity, count + 1, sizeof *terms->origin) == 0;
}

bool bma_terms_retell(struct bma_terms *terms, const struct bma_annotated *text, uint32_t first, uint32_t end,
                      struct bma_retold *out)
{
    bool any = false;
    uint32_t count = 0;

    out->count = 0;
    if (terms->count == 0)
        return true;
    if (!make_room(terms, end - first))
        return false;
    for (uint32_t token = first; token < end; count++) {
        const struct bma_term *term = bma_term_at(terms, text, token, end);
        bool told = term != NULL && term->role != 0 && is_meant(terms, text, term, first, token);
        terms->tokens[count] = text->tokens[token];
        terms->origin[count] = token;
        if (told) {
            const struct bma_term_role *role = &terms->term_roles[term->role - 1];
            terms->tokens[count].stem = is_inflected(text, term, token) ? role->several : role->one;
            any = true;
        }
        token += told ? term->words : 1;
    }
    terms->origin[count] = end;
    *out = (struct bma_retold){terms->tokens, terms->origin, any ? count : 0};
    return true;
}

/* ---- what a clause defines ---- */

static enum bma_concept_role role_of(const struct bma_terms *terms, const struct bma_annotation *found)
{
    return bma_lexicon_concept(terms->lexicon, found->concept)->role;
}

/* Whom the role names, or defines by what he does. */
static unsigned actor_of(enum bma_concept_role role)
{
    switch (role) {
    case BMA_CONCEPT_DEFINES_WORKER:
        return BMA_ACTOR_WORKER;
    case BMA_CONCEPT_DEFINES_EMPLOYER:
        return BMA_ACTOR_EMPLOYER;
    case BMA_CONCEPT_DEFINES_AGENCY:
        return BMA_ACTOR_AGENCY;
    default:
        return bma_role_actor(role);
    }
}

/* Whether the term is made with the common word, as "Seasonal Worker" is. */
static bool is_common(const struct bma_terms *terms, const struct bma_annotated *text, uint32_t first,
                      uint32_t end)
{
    for (uint32_t token = first; token < end; token++)
        for (size_t i = 0; i < BMA_TERM_ROLES; i++)
            if (text->tokens[token].stem != 0 && (text->tokens[token].stem == terms->term_roles[i].one ||
                                                  text->tokens[token].stem == terms->term_roles[i].several))
                return true;
    return false;
}

/* Where a clause's annotations end. */
static const struct bma_annotation *behind_all(const struct bma_annotated *text,
                                               const struct bma_clause_features *clause)
{
    return text->annotations + clause->first_annotation + clause->annotation_count;
}

/* The first that may reach to the token: a clause of a hundred thousand words has as many terms. */
static const struct bma_annotation *from_before(const struct bma_annotated *text,
                                                const struct bma_clause_features *clause, uint32_t token)
{
    uint32_t floor = clause->first_token;

    return bma_annotation_from(text, clause, token > floor + LONGEST_NAMED ? token - LONGEST_NAMED : floor);
}

/* Whom the words of the term name by themselves; 0: nobody. */
static unsigned named_by_itself(const struct bma_terms *terms, const struct bma_annotated *text,
                                const struct bma_clause_features *clause, uint32_t first, uint32_t end)
{
    const struct bma_annotation *found = from_before(text, clause, first), *last = behind_all(text, clause);

    for (; found < last && found->first < end; found++) {
        unsigned actor = bma_role_actor(role_of(terms, found));
        if (found->end > first && actor != 0)
            return actor;
    }
    return 0;
}

/* Where what the term means begins: behind "means", a dash or a colon; BMA_NONE where nothing says so. */
static uint32_t meaning_of(const struct bma_terms *terms, const struct bma_annotated *text,
                           const struct bma_clause_features *clause, uint32_t term_end)
{
    uint32_t words =
        bma_words_from(text, &terms->lexicon->conventions.term.means, term_end, clause->end_token);

    const struct bma_annotation *found = bma_annotation_from(text, clause, term_end);

    for (; found < behind_all(text, clause) && found->first <= term_end + MEANING_REACH; found++)
        if (role_of(terms, found) == BMA_CONCEPT_DEFINITION)
            return found->end;
    if (words > 0)
        return term_end + words;
    return text->tokens[term_end - 1].flags & BMA_TOKEN_STOP ? term_end : (uint32_t)BMA_NONE;
}

static bool defines(enum bma_concept_role role)
{
    return role >= BMA_CONCEPT_DEFINES_WORKER && role <= BMA_CONCEPT_DEFINES_AGENCY;
}

/* Of two that begin together: the longer name, but of what somebody does the verb that comes first. */
static bool outdoes(const struct bma_annotation *found, bool does, const struct bma_annotation *best,
                    bool best_does)
{
    if (does && best_does)
        return found->end < best->end;
    return found->end > best->end;
}

static bool opens_bracket(const struct bma_annotated *text, uint32_t first, uint32_t last)
{
    for (uint32_t token = first; token <= last; token++)
        if (text->tokens[token].flags & BMA_TOKEN_OPEN)
            return true;
    return false;
}

/* Where what is found begins in the meaning; "“Farm” means a holding that employs": told of from the term on.
 */
static uint32_t head_of(const struct bma_annotation *found, enum bma_concept_role role, uint32_t term,
                        uint32_t begin)
{
    return defines(role) && found->first >= term && found->first < begin && found->end > begin ? begin
                                                                                               : found->first;
}

/* Whoever is named first near the head of the meaning. */
static unsigned named_at(const struct bma_terms *terms, const struct bma_annotated *text,
                         const struct bma_clause_features *clause, uint32_t term, uint32_t begin)
{
    const struct bma_annotation *best = NULL;
    uint32_t best_head = 0;

    const struct bma_annotation *found = from_before(text, clause, term), *last = behind_all(text, clause);

    for (; begin != BMA_NONE && found < last && found->first <= begin + NEAR_HEAD; found++) {
        enum bma_concept_role role = role_of(terms, found);
        uint32_t head = head_of(found, role, term, begin);
        if (actor_of(role) == 0 || head < begin || head > begin + NEAR_HEAD ||
            opens_bracket(text, begin, head))
            continue;
        if (best == NULL || head < best_head ||
            (head == best_head && outdoes(found, defines(role), best, defines(role_of(terms, best))))) {
            best = found;
            best_head = head;
        }
    }
    return best == NULL ? 0 : actor_of(role_of(terms, best));
}

/*
 * Whoever is named last before the bracket that gives him the name.  No agencies, and nobody in capitals:
 * what is named so in passing is more often an office of a Party ("the Office for Workers Abroad").
 */
static unsigned named_before(const struct bma_terms *terms, const struct bma_annotated *text,
                             const struct bma_clause_features *clause, uint32_t bracket)
{
    const unsigned persons = BMA_ACTOR_WORKER | BMA_ACTOR_EMPLOYER;
    uint32_t best_end = 0;
    unsigned best = 0;

    const struct bma_annotation *found = from_before(text, clause, bracket), *last = behind_all(text, clause);

    for (; found < last && found->first < bracket; found++) {
        unsigned actor = actor_of(role_of(terms, found)) & persons;
        if (actor != 0 && found->end <= bracket && found->end + FAR_BEFORE > bracket &&
            found->end > best_end && !(text->tokens[found->first].flags & BMA_TOKEN_CAPITAL)) {
            best_end = found->end;
            best = actor;
        }
    }
    return best;
}

/* The token behind the bracket that holds the term, or BMA_NONE. */
static uint32_t bracket_of(const struct bma_annotated *text, const struct bma_clause_features *clause,
                           uint32_t term)
{
    uint32_t token = term;

    for (uint32_t back = 0; back <= BRACKET && token >= clause->first_token; back++, token--) {
        if (text->tokens[token].flags & BMA_TOKEN_OPEN)
            return token;
        if (token == 0 || (text->tokens[token - 1].flags & BMA_TOKEN_CLOSE))
            break;
    }
    return BMA_NONE;
}

uint32_t bma_meaning_behind(const struct bma_annotated *text, const struct bma_clause_features *clause,
                            uint32_t term_end)
{
    const struct bma_words *means = &bma_lexicon_conventions(text->lexicon)->term.means;
    uint32_t words = bma_words_from(text, means, term_end, clause->end_token);

    const struct bma_annotation *found = bma_annotation_from(text, clause, term_end);

    for (; found < behind_all(text, clause) && found->first == term_end; found++) {
        if (bma_lexicon_concept(text->lexicon, found->concept)->role == BMA_CONCEPT_DEFINITION)
            return found->end;
    }
    return words > 0 ? term_end + words : (uint32_t)BMA_NONE;
}

static unsigned defined_actor(const struct bma_terms *terms, const struct bma_annotated *text,
                              const struct bma_clause_features *clause, uint32_t first, uint32_t end)
{
    uint32_t bracket = bracket_of(text, clause, first);
    unsigned actors = 0;

    if (first < clause->first_token + HEAD)
        actors = named_at(terms, text, clause, first, meaning_of(terms, text, clause, end));
    else /* "…; a “Partner” is a firm that employs": one of several in a sentence */
        actors = named_at(terms, text, clause, first, bma_meaning_behind(text, clause, end));
    if (actors == 0 && bracket != BMA_NONE)
        actors = named_before(terms, text, clause, bracket);
    return actors;
}

static uint8_t role_for(unsigned actors)
{
    for (uint8_t i = 0; i < BMA_TERM_ROLES; i++)
        if (actors == role_actors[i])
            return (uint8_t)(i + 1);
    return 0;
}

static void add(struct bma_terms *terms, const struct bma_annotated *text, uint32_t first, uint32_t end,
                unsigned actors)
{
    uint32_t hash = start_hash(text, first), index = terms->count++;

    terms->items[index] = (struct bma_term){.first = first,
                                            .words = end - first,
                                            .actors = actors,
                                            .capital = (text->tokens[first].flags & BMA_TOKEN_CAPITAL) != 0,
                                            .role = role_for(actors)};
    terms->next[index] = terms->starts[hash];
    terms->starts[hash] = index + 1;
}

static void add_office(struct bma_terms *terms, const struct bma_annotated *text,
                       const struct bma_clause_features *clause, struct bma_token_run term, unsigned actors)
{
    struct bma_term *office;

    add(terms, text, term.first, term.end, actors);
    office = &terms->items[terms->count - 1];
    office->office = true;
    office->recruits = actors == BMA_ACTOR_AUTHORITY && term.end - term.first == 1 &&
                       named_by_itself(terms, text, clause, term.first, term.end) == BMA_ACTOR_AGENCY;
}

static void learn(struct bma_terms *terms, const struct bma_annotated *text,
                  const struct bma_clause_features *clause, uint32_t first, uint32_t end)
{
    const struct bma_words *determiners = &terms->lexicon->conventions.term.determiner;
    struct bma_token_run term;
    uint32_t meaning;
    unsigned actors, own, office;

    if (end - first > 1 && bma_words_from(text, determiners, first, first + 1) != 0)
        first++; /* "the Sponsor" */
    if (end - first > BMA_TERM_WORDS || terms->count == BMA_TERM_MAX)
        return;
    term = (struct bma_token_run){first, end};
    meaning = meaning_of(terms, text, clause, end);
    office = bma_office_defined(terms, text, clause, term, meaning, bracket_of(text, clause, first));
    if (office != 0) {
        add_office(terms, text, clause, term, office);
        return;
    }
    if (bma_office_initials(terms, text, clause, term, meaning))
        return; /* of a body that nobody knows: the words of its name say nothing of who works there */
    if (end - first > 1 && is_common(terms, text, first, end))
        return; /* a common word alone is given away, and no office has it for its short name */
    actors = defined_actor(terms, text, clause, first, end);
    own = actors == 0 ? 0 : named_by_itself(terms, text, clause, first, end);
    if (actors != 0)
        add(terms, text, first, end, own != 0 ? own : actors);
}

/* "the National Labour Board (NLB)": a bracket without quotation marks names no one else. */
static void learn_bracket(struct bma_terms *terms, const struct bma_annotated *text,
                          const struct bma_clause_features *clause, uint32_t open)
{
    struct bma_token_run term = bma_office_bracket(terms, text, clause, open);
    unsigned office;

    if (term.first == term.end || term.end - term.first > BMA_TERM_WORDS || terms->count == BMA_TERM_MAX ||
        bma_term_at(terms, text, term.first, term.end) != NULL)
        return;
    office = bma_office_defined(terms, text, clause, term, BMA_NONE, open);
    if (office != 0)
        add_office(terms, text, clause, term, office);
}

/* "the National Placement Office": from then on "the Office" is one, unless the draft gives that name away.
 */
static void learn_heads(struct bma_terms *terms, const struct bma_annotated *text,
                        const struct bma_clause_features *clause)
{
    for (uint32_t i = 0; i < clause->annotation_count && terms->count < BMA_TERM_MAX; i++) {
        const struct bma_annotation *found = &text->annotations[clause->first_annotation + i];
        uint32_t head = found->end - 1;

        if (bma_office_full(terms, text, found) && bma_term_at(terms, text, head, found->end) == NULL)
            add_office(terms, text, clause, (struct bma_token_run){head, found->end}, BMA_ACTOR_AUTHORITY);
    }
}

/* Whether somebody is named right there, or what begins there has an article. */
static bool begins_noun(const struct bma_terms *terms, const struct bma_annotated *text,
                        const struct bma_clause_features *clause, uint32_t token)
{
    for (uint32_t i = 0; i < clause->annotation_count; i++) {
        const struct bma_annotation *found = &text->annotations[clause->first_annotation + i];
        if (found->first == token && actor_of(role_of(terms, found)) != 0)
            return true;
    }
    return bma_words_from(text, &terms->lexicon->conventions.term.determiner, token, clause->end_token) != 0;
}

/* "DEWR means …", "Host means …": the words in front of the verb that says so; `first`: there are none. */
static uint32_t entry_of_verb(const struct bma_terms *terms, const struct bma_annotated *text,
                              const struct bma_clause_features *clause, uint32_t first)
{
    const struct bma_annotation *found = bma_annotation_from(text, clause, first + 1);

    for (; found < behind_all(text, clause) && found->first <= first + BMA_TERM_WORDS; found++)
        if (role_of(terms, found) == BMA_CONCEPT_DEFINITION)
            return text->tokens[first].flags & BMA_TOKEN_QUOTED ? first : found->first;
    return first;
}

/*
 * "Young Professional - a citizen of one of the Sides who …", "NEA – National Employment Agency": the words
 * in front of a dash or colon, which all have a capital.  A single one may as well head a row, "Who: the
 * Ministry", unless it is an acronym.
 */
static uint32_t entry_of_dash(const struct bma_terms *terms, const struct bma_annotated *text,
                              const struct bma_clause_features *clause, uint32_t first)
{
    uint32_t end = first;

    while (end < clause->end_token && (text->tokens[end].flags & BMA_TOKEN_CAPITAL) &&
           !(text->tokens[end].flags & BMA_TOKEN_QUOTED))
        if (text->tokens[end++].flags & BMA_TOKEN_STOP)
            break;
    if (end == first || end == clause->end_token || !(text->tokens[end - 1].flags & BMA_TOKEN_STOP))
        return first;
    if (end == first + 1)
        return !(text->tokens[first].flags & BMA_TOKEN_OPEN) &&
                       bma_office_initials(terms, text, clause, (struct bma_token_run){first, end}, end)
                   ? end
                   : first;
    return begins_noun(terms, text, clause, end) ? end : first;
}

/* An entry without quotation marks. */
static void learn_entry(struct bma_terms *terms, const struct bma_annotated *text,
                        const struct bma_clause_features *clause)
{
    const struct bma_term_words *common = &terms->lexicon->conventions.term;
    uint32_t first = clause->first_token, end;

    first += bma_words_from(text, &common->determiner, first, clause->end_token);
    if (first >= clause->end_token)
        return;
    end = entry_of_verb(terms, text, clause, first);
    if (end == first)
        end = entry_of_dash(terms, text, clause, first);
    if (end > first)
        learn(terms, text, clause, first, end);
}

void bma_terms_learn(struct bma_terms *terms, const struct bma_annotated *text, uint32_t number)
{
    const struct bma_clause_features *clause = &text->clauses[number];

    for (uint32_t first = clause->first_token, end; first < clause->end_token; first = end) {
        end = first + 1;
        if (text->tokens[first].flags & BMA_TOKEN_OPEN)
            learn_bracket(terms, text, clause, first);
        if (!(text->tokens[first].flags & BMA_TOKEN_QUOTED))
            continue;
        while (end < clause->end_token && (text->tokens[end].flags & BMA_TOKEN_QUOTED))
            end++;
        learn(terms, text, clause, first, end);
    }
    learn_entry(terms, text, clause);
    learn_heads(terms, text, clause);
}

bool bma_terms_explain(const struct bma_terms *terms, const struct bma_annotated *text,
                       const struct bma_clause_features *clause)
{
    const struct bma_term_words *common = &terms->lexicon->conventions.term;
    uint32_t first = clause->first_token, end, words;

    first += bma_words_from(text, &common->determiner, first, clause->end_token);
    for (end = first; end < clause->end_token && (text->tokens[end].flags & BMA_TOKEN_QUOTED); end++)
        ;
    if (end == first || end - first > TERM_LONGEST || end == clause->end_token)
        return false;
    if (text->tokens[end - 1].flags & BMA_TOKEN_STOP)
        return true;
    words = bma_words_from(text, &common->means, end, clause->end_token);
    return words != 0 && end + words < clause->end_token && begins_noun(terms, text, clause, end + words);
}

bool bma_terms_enter(const struct bma_terms *terms, const struct bma_annotated *text,
                     const struct bma_clause_features *clause)
{
    uint32_t end = clause->first_token;
    const struct bma_token *last;

    while (end < clause->end_token && end < clause->first_token + TERM_LONGEST &&
           !(text->tokens[end].flags & (BMA_TOKEN_STOP | BMA_TOKEN_COMMA)))
        end++;
    if (end + 1 >= clause->end_token || !(text->tokens[clause->first_token].flags & BMA_TOKEN_CAPITAL))
        return false;
    last = &text->tokens[end];
    return text->document->text[last->start + last->length] == ':' &&
           begins_noun(terms, text, clause, end + 1);
}

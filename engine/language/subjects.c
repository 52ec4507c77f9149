/* Who acts in a predicate, and whether its verb is negated. */
#include "language/features_internal.h"

#include "base/utf8.h"
#include "language/words.h"

/* Bits of a country that say whose authority it is. */
enum {
    COUNTRY =
        BMA_ACTOR_ORIGIN | BMA_ACTOR_DESTINATION | BMA_ACTOR_PARTIES | BMA_ACTOR_FIRST | BMA_ACTOR_SECOND
};
enum {
    AGENT_REACH = 4,   /* tokens from "by" to the actor it names */
    PASSIVE_REACH = 3, /* tokens from the verb of obligation to "be" */
    CIRCUMSTANCE = 10, /* tokens to it where a circumstance stands between: "may, after two years, be" */
    FAR_RELATIVE = 4,  /* tokens from somebody to the "who" that speaks of him */
    NOT_REACH = 3,     /* tokens from the verb to "not" */
    NOTHING_REACH = 5, /* tokens from the verb to "no" of its object */
    HEAD_REACH = 40,   /* tokens from the head of a statement in which a comma would divide it */
    OPENED_REACH = 2   /* tokens from a preposition at the head to the noun that it governs */
};

bool bma_mark_within(const struct bma_features_state *state, uint32_t first, uint32_t end,
                     enum bma_concept_role role, uint32_t *found)
{
    const struct bma_marks *marks = &state->marks;

    for (size_t i = bma_marks_from(marks, first); i < marks->count && marks->items[i].first < end; i++) {
        if (marks->items[i].role != role || bma_stretch_at(state, marks->items[i].first))
            continue;
        if (found)
            *found = marks->items[i].end;
        return true;
    }
    return false;
}

static bool role_between(const struct bma_features_state *state, uint32_t first, uint32_t end,
                         enum bma_concept_role role)
{
    const struct bma_marks *marks = &state->marks;

    for (size_t i = bma_marks_from(marks, first); i < marks->count && marks->items[i].first < end; i++)
        if (marks->items[i].role == role)
            return true;
    return false;
}

/* The actor named by an agent phrase ("by the competent authority"): a participle's, never the subject. */
static bool is_agent(const struct bma_features_state *state, const struct bma_mark *actor, uint32_t from)
{
    uint32_t back = actor->first > from + 2 ? actor->first - 2 : from;
    return role_between(state, back, actor->first, BMA_CONCEPT_AGENT);
}

/*
 * Two actors side by side: joined by a conjunction both act; otherwise ("the
 * employer of the worker") the first is the head, and a country beside an authority says whose it is.
 */
static unsigned combine(const struct bma_features_state *state, const struct bma_mark *left,
                        const struct bma_mark *right, unsigned bits)
{
    if (role_between(state, left->end, right->first, BMA_CONCEPT_CONJUNCTION) || left->end == right->first)
        return bits | left->actors;
    if (left->actors & BMA_ACTOR_AUTHORITY)
        return left->actors | (bits & COUNTRY);
    return left->actors;
}

/* "In no case shall the employer": a negation that opens the statement, or what stands before its verb. */
static bool opens_negated(const struct bma_features_state *state, uint32_t first, uint32_t verb)
{
    const struct bma_marks *marks = &state->marks;

    for (size_t i = bma_marks_from(marks, first); i < marks->count && marks->items[i].first == first; i++)
        if (marks->items[i].end <= verb && marks->items[i].role == BMA_CONCEPT_NEGATION)
            return true;
    return false;
}

static bool has_comma(const struct bma_annotated *text, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        if (text->tokens[i].flags & BMA_TOKEN_COMMA)
            return true;
    return false;
}

static bool role_at(const struct bma_features_state *state, uint32_t token, enum bma_concept_role role)
{
    return role_between(state, token, token + 1, role);
}

/* "The worker's passport": what is said is said of the passport. */
static bool is_genitive(const struct bma_annotated *text, const struct bma_mark *actor)
{
    const struct bma_token *last = &text->tokens[actor->end - 1];
    uint32_t after = last->start + last->length, codepoint;

    (void)bma_utf8_next(text->document->text + after, text->document->text_length - after, &codepoint);
    return after < text->document->text_length && bma_is_apostrophe(codepoint);
}

/* Whether an actor begins at the token, or behind the article there. */
static bool actor_opens(const struct bma_features_state *state, uint32_t token)
{
    size_t i = bma_marks_from(&state->actors, token);

    return i < state->actors.count && state->actors.items[i].first <= token + 1;
}

/*
 * "Towns in which workers live may", "Article 6, by which the worker paid the agency, is deleted": whoever
 * stands right behind the relative word is its subject alone, and who follows acts there too, up to a comma
 * or a conjunction.
 */
static bool is_in_relative(const struct bma_features_state *state, const struct bma_annotated *text,
                           const struct bma_mark *actor, uint32_t first)
{
    const struct bma_marks *marks = &state->marks;

    for (size_t i = bma_marks_from(marks, actor->first); i-- > 0 && marks->items[i].first > first;) {
        const struct bma_mark *mark = &marks->items[i];
        if (mark->role == BMA_CONCEPT_CONJUNCTION || has_comma(text, mark->end - 1, actor->first))
            return false;
        if (mark->role == BMA_CONCEPT_SUBORDINATE)
            return actor_opens(state, mark->end);
    }
    return false;
}

/*
 * Whether the actor at the head of a statement is its subject whoever is named before the verb: nothing
 * divides them
 * ("Workers employed under a contract with an agency shall"), or a relative clause follows it, or what stands
 * between is put between commas ("The employer, after hearing the worker, shall").
 */
static bool heads(const struct bma_features_state *state, const struct bma_annotated *text,
                  const struct bma_mark *head, const struct bma_mark *group, uint32_t first, uint32_t verb)
{
    uint32_t until = group->first < first + HEAD_REACH ? group->first : first + HEAD_REACH;

    return !has_comma(text, first, until) || role_at(state, head->end, BMA_CONCEPT_SUBORDINATE) ||
           ((text->tokens[head->end - 1].flags & BMA_TOKEN_COMMA) && verb > head->end &&
            (text->tokens[verb - 1].flags & BMA_TOKEN_COMMA));
}

static uint32_t article_of(const struct bma_document *document, uint32_t clause)
{
    uint32_t node = document->clauses[clause].node;
    uint32_t article = bma_document_enclosing(document, node, BMA_NODE_ARTICLE);

    return article == BMA_NONE ? node : article;
}

void bma_speaks_of(struct bma_features_state *state, const struct bma_annotated *text, uint32_t clause,
                   unsigned subject)
{
    state->spoken_of = subject;
    state->spoken_article = article_of(text->document, clause);
}

unsigned bma_antecedent_of(const struct bma_features_state *state, const struct bma_annotated *text,
                           uint32_t clause, uint32_t first, uint32_t verb)
{
    return state->spoken_article == article_of(text->document, clause) &&
                   bma_mark_within(state, first, verb, BMA_CONCEPT_PRONOUN, NULL)
               ? state->spoken_of
               : 0;
}

unsigned bma_subject_of(const struct bma_features_state *state, const struct bma_annotated *text,
                        uint32_t first, uint32_t verb)
{
    const struct bma_marks *actors = &state->actors;
    const struct bma_mark *group = NULL;
    bool opened = role_at(state, first, BMA_CONCEPT_PREPOSITION); /* "For each nurse the host State shall" */
    unsigned bits = 0;

    for (size_t i = bma_marks_from(actors, verb); i-- > 0 && actors->items[i].first >= first;) {
        const struct bma_mark *actor = &actors->items[i];
        if (bma_stretch_at(state, actor->first) || is_agent(state, actor, first) ||
            is_genitive(text, actor) || is_in_relative(state, text, actor, first))
            continue;
        if (!group) {
            bits = actor->actors;
        } else {
            if (group->first > actor->end + 2 || (opened && actor->first <= first + OPENED_REACH))
                break;
            if (group->first > actor->end && has_comma(text, actor->end - 1, group->first))
                break;
            bits = combine(state, actor, group, bits);
        }
        group = actor;
    }
    if (group && opened && group->first <= first + OPENED_REACH && verb > group->end + 2 &&
        !has_comma(text, group->end - 1, verb)) /* "For crew the consul may": somebody unknown acts */
        return 0;
    size_t inverted = bma_marks_from(actors, verb);
    if (!group && opens_negated(state, first, verb) && inverted < actors->count &&
        actors->items[inverted].first <= verb + 2)
        return actors->items[inverted].actors;
    size_t head = bma_marks_from(actors, first);
    if (group && !opened && head < actors->count && actors->items[head].first <= first + 1 &&
        actors->items[head].end < group->first && !bma_stretch_at(state, actors->items[head].first) &&
        !is_genitive(text, &actors->items[head]) &&
        heads(state, text, &actors->items[head], group, first, verb))
        bits = actors->items[head].actors;
    return bits;
}

unsigned bma_agent_of(const struct bma_features_state *state, uint32_t verb_end, uint32_t end)
{
    const struct bma_marks *marks = &state->marks, *actors = &state->actors;

    for (size_t i = bma_marks_from(marks, verb_end); i < marks->count && marks->items[i].first < end; i++) {
        if (marks->items[i].role != BMA_CONCEPT_AGENT || bma_stretch_at(state, marks->items[i].first))
            continue;
        uint32_t after = marks->items[i].end;
        size_t a = bma_marks_from(actors, after);
        if (a == actors->count || actors->items[a].first > after + AGENT_REACH ||
            actors->items[a].first >= end)
            continue;
        unsigned bits = actors->items[a].actors;
        for (; a + 1 < actors->count && actors->items[a + 1].first <= actors->items[a].end + 2; a++)
            if (actors->items[a + 1].first < end &&
                role_between(state, actors->items[a].end, actors->items[a + 1].first,
                             BMA_CONCEPT_CONJUNCTION))
                bits |= actors->items[a + 1].actors;
        return bits;
    }
    return 0;
}

bool bma_is_passive(const struct bma_features_state *state, const struct bma_mark *verb)
{
    const struct bma_marks *marks = &state->marks;
    uint32_t from = verb->end > verb->first ? verb->end - 1 : verb->end, preposition = BMA_NONE;

    if (role_between(state, from, verb->end + PASSIVE_REACH, BMA_CONCEPT_PASSIVE))
        return true;
    for (size_t i = bma_marks_from(marks, verb->end);
         i < marks->count && marks->items[i].first < verb->end + CIRCUMSTANCE; i++) {
        const struct bma_mark *mark = &marks->items[i];
        if (mark->role == BMA_CONCEPT_PASSIVE && preposition != BMA_NONE && mark->first > preposition)
            return true;
        if (mark->role != BMA_CONCEPT_PREPOSITION)
            continue;
        if (preposition == BMA_NONE && mark->first > verb->end)
            return false;
        preposition = mark->end;
    }
    return false;
}

bool bma_is_negated(const struct bma_features_state *state, const struct bma_mark *verb, uint32_t first,
                    uint32_t end)
{
    /* "encourage employers not to" is one verb, which has its "not" inside */
    uint32_t from = verb->role == BMA_CONCEPT_SOFT ? verb->first : verb->end;
    uint32_t near = verb->end + NOT_REACH < end ? verb->end + NOT_REACH : end;
    uint32_t far = verb->end + NOTHING_REACH < end ? verb->end + NOTHING_REACH : end;

    if (bma_stretch_at(state, verb->first)) /* the verb of a stretch: everything stands inside */
        return role_between(state, from, near, BMA_CONCEPT_NEGATION) ||
               role_between(state, verb->end, far, BMA_CONCEPT_NOBODY) ||
               role_between(state, first, verb->first, BMA_CONCEPT_NOBODY);
    return bma_mark_within(state, from, near, BMA_CONCEPT_NEGATION, NULL) ||
           bma_mark_within(state, verb->end, far, BMA_CONCEPT_NOBODY, NULL) ||
           bma_mark_within(state, first, verb->first, BMA_CONCEPT_NOBODY, NULL) ||
           opens_negated(state, first, verb->first);
}

bool bma_is_bracket_tag(const struct bma_annotated *text, uint32_t at)
{
    enum { LONGEST = 5 };
    const unsigned flags = BMA_TOKEN_OPEN | BMA_TOKEN_STOP;

    return (text->tokens[at].flags & flags) == flags && text->tokens[at].length <= LONGEST &&
           bma_is_in_capitals(text, at);
}

bool bma_is_list_mark(const struct bma_annotated *text, uint32_t at)
{
    const struct bma_token *token = &text->tokens[at];
    const char *word = text->document->text + token->start;

    if (!(token->flags & BMA_TOKEN_CLOSE) || token->length > 4)
        return false;
    if (token->length == 1 || (token->flags & BMA_TOKEN_NUMBER))
        return true;
    for (uint32_t i = 0; i < token->length; i++)
        if (word[i] != 'i' && word[i] != 'v' && word[i] != 'x')
            return false;
    return true;
}

unsigned bma_relative_subject(const struct bma_features_state *state,
                              const struct bma_clause_features *features, const struct bma_stretch *stretch,
                              const struct bma_mark *verb)
{
    unsigned agent = bma_agent_of(state, verb->end, stretch->end);
    size_t i = bma_marks_from(&state->actors, verb->first);

    if (agent != 0)
        return agent;
    if (bma_is_passive(state, verb))
        return 0;
    for (; i-- > 0 && state->actors.items[i].first + 20 > stretch->first;)
        if (state->actors.items[i].end <= verb->first &&
            state->actors.items[i].first >= features->first_token)
            return state->actors.items[i].actors;
    return 0;
}

void bma_lead_judge(const struct bma_features_state *state, const struct bma_clause_features *features,
                    struct bma_lead *lead)
{
    const struct bma_marks *marks = &state->marks, *actors = &state->actors;
    uint32_t end = features->end_token;

    if (marks->count > 0 && marks->items[marks->count - 1].end == end &&
        marks->items[marks->count - 1].role == BMA_CONCEPT_SUBORDINATE) {
        lead->relative = true;
        end = marks->items[marks->count - 1].first;
    }
    if (actors->count > 0 &&
        actors->items[actors->count - 1].end + (lead->relative ? FAR_RELATIVE : 0) >= end)
        lead->subject = actors->items[actors->count - 1].actors;
    lead->relative = lead->relative && lead->subject != 0;
}

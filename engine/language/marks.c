/* Reads a clause's annotations as syntax: see features_internal.h. */
#include "language/features_internal.h"

#include "base/memory.h"

bool bma_role_is_verb(enum bma_concept_role role)
{
    return (role >= BMA_CONCEPT_DUTY && role <= BMA_CONCEPT_AIM) || role == BMA_CONCEPT_DEFINITION;
}

unsigned bma_role_actor(enum bma_concept_role role)
{
    switch (role) {
    case BMA_CONCEPT_ACTOR_PARTIES:
        return BMA_ACTOR_PARTIES;
    case BMA_CONCEPT_ACTOR_ORIGIN:
        return BMA_ACTOR_ORIGIN;
    case BMA_CONCEPT_ACTOR_DESTINATION:
        return BMA_ACTOR_DESTINATION;
    case BMA_CONCEPT_ACTOR_EMPLOYER:
        return BMA_ACTOR_EMPLOYER;
    case BMA_CONCEPT_ACTOR_WORKER:
        return BMA_ACTOR_WORKER;
    case BMA_CONCEPT_ACTOR_AGENCY:
        return BMA_ACTOR_AGENCY;
    case BMA_CONCEPT_ACTOR_JOINT_BODY:
        return BMA_ACTOR_JOINT_BODY;
    case BMA_CONCEPT_ACTOR_AUTHORITY:
        return BMA_ACTOR_AUTHORITY;
    case BMA_CONCEPT_ACTOR_THIRD_PARTY:
        return BMA_ACTOR_THIRD_PARTY;
    default:
        return 0;
    }
}

/* Marks that may not overlap one another belong to one family. */
enum family {
    FAMILY_NONE,
    FAMILY_VERB,
    FAMILY_STATEMENT,
    FAMILY_OPENER,
    FAMILY_NEGATION,
    FAMILY_CONJUNCTION,
    FAMILY_AGENT,
    FAMILY_PASSIVE,
    FAMILY_PREPOSITION,
    FAMILY_PRONOUN,
    FAMILY_ACTOR,
    FAMILY_COUNT
};

static enum family family_of(enum bma_concept_role role)
{
    if (bma_role_is_verb(role))
        return FAMILY_VERB;
    if (bma_role_actor(role) != 0)
        return FAMILY_ACTOR;
    switch (role) {
    case BMA_CONCEPT_DECLARE:
        return FAMILY_STATEMENT;
    case BMA_CONCEPT_SUBORDINATE:
    case BMA_CONCEPT_COMPLEMENT:
    case BMA_CONCEPT_CONDITION:
    case BMA_CONCEPT_EXCEPTION:
    case BMA_CONCEPT_WANTING:
    case BMA_CONCEPT_HEDGE:
        return FAMILY_OPENER;
    case BMA_CONCEPT_NEGATION:
    case BMA_CONCEPT_NOBODY:
        return FAMILY_NEGATION;
    case BMA_CONCEPT_CONJUNCTION:
        return FAMILY_CONJUNCTION;
    case BMA_CONCEPT_AGENT:
        return FAMILY_AGENT;
    case BMA_CONCEPT_PASSIVE:
        return FAMILY_PASSIVE;
    case BMA_CONCEPT_PREPOSITION:
        return FAMILY_PREPOSITION;
    case BMA_CONCEPT_PRONOUN:
        return FAMILY_PRONOUN;
    default:
        return FAMILY_NONE;
    }
}

enum bma_status bma_marks_add(struct bma_marks *marks, struct bma_mark mark, struct bma_error *error)
{
    if (marks->count == marks->capacity &&
        bma_grow(&marks->items, &marks->capacity, marks->count + 1, sizeof *marks->items) != 0)
        return bma_error_memory(error);
    marks->items[marks->count++] = mark;
    return BMA_OK;
}

size_t bma_marks_from(const struct bma_marks *marks, uint32_t token)
{
    size_t low = 0, high = marks->count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (marks->items[middle].first < token)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Of two verbs with the same words the one that binds less: the later role ("undertakes not to"). */
static void merge_equal(struct bma_mark *kept, const struct bma_mark *mark)
{
    kept->actors |= mark->actors;
    if (bma_role_is_verb(mark->role) && mark->role > kept->role)
        kept->role = mark->role;
}

/*
 * Leftmost, then longest.  Marks arrive by first token, so only the newest of
 * the family can overlap; where it begins at the same token it is replaced in place.
 */
static enum bma_status add_resolved(struct bma_marks *marks, size_t *newest, struct bma_mark mark,
                                    struct bma_error *error)
{
    struct bma_mark *kept = *newest == SIZE_MAX ? NULL : &marks->items[*newest];

    if (kept && mark.first < kept->end) {
        if (mark.first == kept->first && mark.end > kept->end)
            *kept = mark;
        else if (mark.first == kept->first && mark.end == kept->end)
            merge_equal(kept, &mark);
        return BMA_OK;
    }
    *newest = marks->count;
    return bma_marks_add(marks, mark, error);
}

/* Whether a mark that stands inside (or overlaps the end of) a verb means nothing of its own. */
static bool swallowed(const struct bma_mark *mark, const struct bma_mark *verb)
{
    if (mark->first >= verb->end || mark->end <= verb->first)
        return false;
    switch (mark->role) {
    case BMA_CONCEPT_COMPLEMENT:
    case BMA_CONCEPT_AGENT:
        return false;
    case BMA_CONCEPT_PASSIVE:
        return mark->end != verb->end;
    case BMA_CONCEPT_CONDITION: /* "should the worker fall ill" is no soft duty */
        return verb->first < mark->first || mark->end <= verb->end;
    default:
        return verb->first <= mark->first;
    }
}

/* Drops what verbs swallow, statements included; verbs come in order, so one cursor does. */
static void drop_swallowed(struct bma_marks *marks, const struct bma_marks *verbs)
{
    size_t kept = 0, v = 0;

    for (size_t i = 0; i < marks->count; i++) {
        const struct bma_mark mark = marks->items[i];
        while (v < verbs->count && verbs->items[v].end <= mark.first)
            v++;
        if (v < verbs->count && verbs->items[v].role != BMA_CONCEPT_DECLARE &&
            swallowed(&mark, &verbs->items[v]))
            continue;
        marks->items[kept++] = mark;
    }
    marks->count = kept;
}

/* Statements overlapped by a verb are dropped; verbs and statements stand in one array. */
static void drop_statements(struct bma_marks *verbs)
{
    size_t kept = 0;
    uint32_t covered = 0; /* end of the verb that reaches farthest */

    for (size_t i = 0; i < verbs->count; i++) {
        const struct bma_mark mark = verbs->items[i];
        if (mark.role == BMA_CONCEPT_DECLARE) {
            if (mark.first < covered)
                continue;
            if (i + 1 < verbs->count && verbs->items[i + 1].first < mark.end)
                continue;
        } else {
            covered = mark.end;
        }
        verbs->items[kept++] = mark;
    }
    verbs->count = kept;
}

static enum bma_status add_mark(struct bma_features_state *state, size_t newest[FAMILY_COUNT],
                                struct bma_mark mark, struct bma_error *error)
{
    enum family family = family_of(mark.role);

    switch (family) {
    case FAMILY_NONE:
        return BMA_OK;
    case FAMILY_VERB:
    case FAMILY_STATEMENT:
        return add_resolved(&state->verbs, &newest[family], mark, error);
    case FAMILY_ACTOR:
        return add_resolved(&state->actors, &newest[family], mark, error);
    default:
        return add_resolved(&state->marks, &newest[family], mark, error);
    }
}

/*
 * What a Party's name says better: "the First Participant" is one Party and not "the Participants".  Of other
 * actors the wider words stay: "nationals of the First Participant".
 */
static bool outranked(const struct bma_marks *named, size_t *cursor, const struct bma_mark *mark)
{
    unsigned sides = BMA_ACTOR_PARTIES | BMA_ACTOR_ORIGIN | BMA_ACTOR_DESTINATION | BMA_ACTOR_AUTHORITY;

    while (*cursor < named->count && named->items[*cursor].end <= mark->first)
        ++*cursor;
    if (*cursor == named->count || named->items[*cursor].first >= mark->end)
        return false;
    const struct bma_mark *name = &named->items[*cursor];
    return (mark->actors & sides) != 0 || (name->first <= mark->first && mark->end <= name->end);
}

/* Parties by name that begin before or at token `until`. */
static enum bma_status add_named(struct bma_features_state *state, size_t *next, uint32_t until,
                                 size_t newest[FAMILY_COUNT], struct bma_error *error)
{
    enum bma_status status = BMA_OK;

    for (; status == BMA_OK && *next < state->named.count && state->named.items[*next].first <= until;
         ++*next)
        status = add_mark(state, newest, state->named.items[*next], error);
    return status;
}

/* Defined terms that begin before token `until`. */
static enum bma_status add_terms(struct bma_features_state *state, const struct bma_annotated *text,
                                 const struct bma_clause_features *clause, uint32_t *token, uint32_t until,
                                 size_t newest[FAMILY_COUNT], struct bma_error *error)
{
    for (; *token < until; ++*token) {
        const struct bma_term *term = bma_term_at(state->terms, text, *token, clause->end_token);
        if (!term ||
            (term->office && !bma_office_meant(state->terms, text, term, clause->first_token, *token)))
            continue;
        struct bma_mark mark = {*token, *token + term->words, BMA_CONCEPT_ACTOR_PARTIES, term->actors};
        enum bma_status status = add_mark(state, newest, mark, error);
        if (status != BMA_OK)
            return status;
    }
    return BMA_OK;
}

enum bma_status bma_marks_collect(struct bma_features_state *state, const struct bma_annotated *text,
                                  uint32_t clause, struct bma_error *error)
{
    const struct bma_clause_features *features = &text->clauses[clause];
    uint32_t token = features->first_token;
    size_t newest[FAMILY_COUNT];
    size_t name = 0, cursor = 0;
    enum bma_status status = bma_party_marks(state, text, clause, error);

    for (int i = 0; i < FAMILY_COUNT; i++)
        newest[i] = SIZE_MAX;
    state->marks.count = state->verbs.count = state->actors.count = 0;
    for (uint32_t i = 0; i < features->annotation_count && status == BMA_OK; i++) {
        const struct bma_annotation *found = &text->annotations[features->first_annotation + i];
        enum bma_concept_role role = (enum bma_concept_role)state->roles[found->concept];
        if (family_of(role) == FAMILY_NONE)
            continue;
        if (state->terms->count > 0)
            status = add_terms(state, text, features, &token, found->first, newest, error);
        struct bma_mark mark = {found->first, found->end, role, bma_role_actor(role)};
        if (status == BMA_OK && name < state->named.count)
            status = add_named(state, &name, found->first, newest, error);
        if (status == BMA_OK && !(mark.actors != 0 && outranked(&state->named, &cursor, &mark)))
            status = add_mark(state, newest, mark, error);
    }
    if (status == BMA_OK)
        status = add_named(state, &name, BMA_NONE, newest, error);
    if (status == BMA_OK && state->terms->count > 0)
        status = add_terms(state, text, features, &token, features->end_token, newest, error);
    if (status != BMA_OK)
        return status;
    drop_statements(&state->verbs);
    drop_swallowed(&state->marks, &state->verbs);
    for (size_t i = 0; i < state->verbs.count; i++)
        state->verbs.items[i].actors = 0; /* becomes: stands in a stretch */
    return BMA_OK;
}

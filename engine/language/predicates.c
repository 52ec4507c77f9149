/*
 * Cuts a clause into predicates: see features_internal.h for marks and stretches, docs/clause-features.md for
 * the rules in words.
 *
 * A clause is a row of *parts* divided by stops.  Each verb of obligation in the main line opens a statement
 * that reaches from the boundary before it to the boundary before the next; stretches are then cut out of it.
 */
#include "language/features_internal.h"

#include "base/memory.h"

enum {
    SUBJECT_REACH = 6, /* words from "no" to the verb that it undoes */
    ALONE_REACH = 25   /* words from a statement to the duty joined to it */
};

/* What all predicates of one statement share. */
struct statement {
    uint32_t first, end; /* tokens */
    struct bma_predicate shared;
    unsigned subject; /* who stands before the verb, whoever acts */
    bool early_hedge; /* a hedge before the verb, which reaches a verb joined to it too */
    uint32_t verb_end;
};

struct cutter {
    struct bma_features_state *state;
    const struct bma_annotated *text;
    uint32_t clause;
    const struct bma_clause_features *features;
    enum bma_zone zone;
    const struct bma_predicate *lead_in; /* what an item inherits, or NULL */
    const struct bma_lead *lead; /* of the clause that opens the list that an item stands in, or NULL */
    bool has_real;               /* a verb of obligation stands in the main line */
    bool binds;                  /* the part at hand has such a verb that is no mere aim */
    uint32_t part;               /* where that part begins */
    struct statement last;       /* the statement before; first == end where there is none */
    struct bma_error *error;
};

static enum bma_modality modality_of(const struct cutter *cutter, enum bma_concept_role role)
{
    switch (role) {
    case BMA_CONCEPT_DUTY:
    case BMA_CONCEPT_PROHIBIT:
    case BMA_CONCEPT_RELEASE:
    case BMA_CONCEPT_WILL: /* where the instrument binds nobody, the ladder says so */
        return BMA_MODALITY_DUTY;
    case BMA_CONCEPT_SOFT:
        return BMA_MODALITY_SOFT;
    case BMA_CONCEPT_PERMIT:
        return BMA_MODALITY_PERMIT;
    case BMA_CONCEPT_RIGHT:
        return BMA_MODALITY_RIGHT;
    case BMA_CONCEPT_AIM:
        return BMA_MODALITY_AIM;
    case BMA_CONCEPT_DECLARE:
        return cutter->zone == BMA_ZONE_PREAMBLE ? BMA_MODALITY_AIM : BMA_MODALITY_DECLARE;
    default:
        return BMA_MODALITY_NONE;
    }
}

/* Whether nobody is forbidden: "no worker shall be barred from …". */
static bool is_undone(const struct cutter *cutter, const struct bma_mark *verb, uint32_t first)
{
    uint32_t from = verb->first > first + SUBJECT_REACH ? verb->first - SUBJECT_REACH : first;

    return !bma_stretch_at(cutter->state, verb->first) &&
           bma_mark_within(cutter->state, from, verb->first, BMA_CONCEPT_NOBODY, NULL);
}

/* Modality and polarity of a verb between `first` and `end`. */
static void judge_verb(const struct cutter *cutter, const struct bma_mark *verb, uint32_t first, uint32_t end,
                       struct bma_predicate *out)
{
    out->modality = modality_of(cutter, verb->role);
    out->released = verb->role == BMA_CONCEPT_RELEASE;
    out->negated = verb->role == BMA_CONCEPT_PROHIBIT && !is_undone(cutter, verb, first);
    if (verb->role == BMA_CONCEPT_PROHIBIT || verb->role == BMA_CONCEPT_RELEASE)
        return;
    out->negated = bma_is_negated(cutter->state, verb, first, end);
    if (out->negated && verb->role == BMA_CONCEPT_PERMIT) /* "may receive no payment" forbids */
        out->modality = BMA_MODALITY_DUTY;
}

static enum bma_status push(const struct cutter *cutter, struct bma_predicate predicate)
{
    struct bma_features_state *state = cutter->state;

    if (predicate.first >= predicate.end)
        return BMA_OK;
    if (state->predicate_count == state->predicate_capacity &&
        bma_grow(&state->predicates, &state->predicate_capacity, state->predicate_count + 1,
                 sizeof *state->predicates) != 0)
        return bma_error_memory(cutter->error);
    if (!predicate.subordinate)
        state->leads[cutter->clause].predicate = (uint32_t)state->predicate_count;
    state->predicates[state->predicate_count++] = predicate;
    return BMA_OK;
}

/* The contents of "ensure that …" bind as the duty does, and carry a negation of their own. */
static void judge_complement(const struct cutter *cutter, const struct bma_stretch *stretch,
                             const struct bma_predicate *shared, struct bma_predicate *out)
{
    *out = *shared;
    out->negated = false;
    if (stretch->verb != BMA_NONE) {
        const struct bma_mark *verb = &cutter->state->verbs.items[stretch->verb];
        struct bma_predicate inner = {0};
        judge_verb(cutter, verb, stretch->first, stretch->end, &inner);
        out->negated = inner.negated;
        out->released = shared->released || inner.released;
        if (inner.modality == BMA_MODALITY_RIGHT && shared->modality == BMA_MODALITY_DUTY)
            out->modality = BMA_MODALITY_RIGHT;
    }
    uint32_t reach = stretch->first + 8 < stretch->end ? stretch->first + 8 : stretch->end;
    const struct bma_marks *marks = &cutter->state->marks;
    for (size_t i = bma_marks_from(marks, stretch->first); i < marks->count && marks->items[i].first < reach;
         i++)
        if (marks->items[i].role == BMA_CONCEPT_NOBODY ||
            (marks->items[i].role == BMA_CONCEPT_NEGATION && stretch->verb == BMA_NONE))
            out->negated = true;
}

/* Said only softly: "may set up a desk to which workers can turn" promises no desk, so no turning to it. */
static bool is_optional(const struct cutter *cutter, const struct bma_predicate *whole, uint32_t first)
{
    bool permits = whole->modality == BMA_MODALITY_PERMIT && !(whole->actors & BMA_ACTOR_WORKER);
    bool apart = first == 0 || (cutter->text->tokens[first - 1].flags & BMA_TOKEN_COMMA);
    return !apart && (permits || whole->hedged || whole->modality == BMA_MODALITY_SOFT);
}

/* "ensure that employers pay wages and do not keep papers": from the conjunction on they are denied. */
static enum bma_status push_contents(const struct cutter *cutter, struct bma_predicate whole)
{
    struct bma_predicate denied = whole;
    uint32_t at = bma_denial_in_contents(cutter->state, whole.first, whole.end);
    enum bma_status status;

    if (whole.negated || at == BMA_NONE)
        return push(cutter, whole);
    denied.first = denied.verb = whole.end = at;
    denied.negated = denied.denial = true;
    status = push(cutter, whole);
    return status == BMA_OK ? push(cutter, denied) : status;
}

static enum bma_status push_stretch(const struct cutter *cutter, const struct bma_stretch *stretch,
                                    uint32_t end, const struct bma_predicate *shared)
{
    struct bma_predicate out = *shared;
    const struct bma_mark *verb =
        stretch->verb == BMA_NONE ? NULL : &cutter->state->verbs.items[stretch->verb];

    if (stretch->kind == BMA_STRETCH_COMPLEMENT) {
        judge_complement(cutter, stretch, shared, &out);
    } else if (stretch->kind == BMA_STRETCH_RELATIVE && verb->role != BMA_CONCEPT_AIM) { /* "who wish" */
        judge_verb(cutter, verb, stretch->first, stretch->end, &out);
        out.actors = bma_relative_subject(cutter->state, cutter->features, stretch, verb);
        out.hedged = is_optional(cutter, shared, stretch->first);
        out.conditional = out.excepted = false;
    } else {
        out.released = false;
        out.conditional |= stretch->kind == BMA_STRETCH_CONDITION;
        out.excepted |= stretch->kind == BMA_STRETCH_EXCEPTION;
        out.negated = stretch->kind == BMA_STRETCH_EXCEPTION && verb == NULL && !shared->negated &&
                      shared->modality == BMA_MODALITY_RIGHT; /* what a right leaves out is kept back */
    }
    const struct bma_marks *marks = &cutter->state->marks;
    for (size_t i = bma_marks_from(marks, stretch->first); i < marks->count && marks->items[i].first < end;
         i++)
        out.hedged |= marks->items[i].role == BMA_CONCEPT_HEDGE;
    out.subordinate = true;
    out.verb = verb == NULL ? (uint32_t)BMA_NONE : verb->first;
    out.first = stretch->first;
    out.end = end;
    return (stretch->kind == BMA_STRETCH_COMPLEMENT ? push_contents : push)(cutter, out);
}

/* Writes one statement as predicates: its main line with the stretches cut out of it. */
static enum bma_status emit(struct cutter *cutter, struct statement *statement)
{
    struct bma_features_state *state = cutter->state;
    uint32_t at = statement->first;
    enum bma_status status = BMA_OK;

    for (size_t i = bma_stretch_from(state, at); i < state->stretch_count && status == BMA_OK; i++) {
        const struct bma_stretch *stretch = &state->stretches[i];
        if (stretch->first >= statement->end)
            break;
        statement->shared.first = at;
        statement->shared.end = stretch->first;
        status = push(cutter, statement->shared);
        at = stretch->end < statement->end ? stretch->end : statement->end;
        if (status == BMA_OK)
            status = push_stretch(cutter, stretch, at, &statement->shared);
    }
    statement->shared.first = at;
    statement->shared.end = statement->end;
    if (status == BMA_OK)
        status = push(cutter, statement->shared);
    cutter->last = *statement;
    return status;
}

/* Hedges, conditions and exceptions within reach of a statement. */
static void judge_surroundings(const struct cutter *cutter, struct statement *statement, uint32_t verb)
{
    const struct bma_features_state *state = cutter->state;
    const struct bma_marks *marks = &state->marks;

    for (size_t i = bma_marks_from(marks, statement->first);
         i < marks->count && marks->items[i].first < statement->end; i++) {
        const struct bma_mark *mark = &marks->items[i];
        const struct bma_stretch *in = bma_stretch_at(state, mark->first);
        bool own = !in || in->kind != BMA_STRETCH_RELATIVE;
        if (mark->role == BMA_CONCEPT_HEDGE && own) {
            statement->shared.hedged = true;
            statement->early_hedge |= mark->first < verb;
        } else if (mark->role == BMA_CONCEPT_CONDITION && own) {
            statement->shared.conditional = true;
        } else if (mark->role == BMA_CONCEPT_EXCEPTION && own) {
            statement->shared.excepted = true;
        }
    }
}

static void judge_actors(const struct cutter *cutter, struct statement *statement,
                         const struct bma_mark *verb, bool joined)
{
    struct bma_features_state *state = cutter->state;

    statement->subject = bma_subject_of(state, cutter->text, statement->first,
                                        verb->end > verb->first + 3 ? verb->end : verb->first);
    unsigned agent = bma_agent_of(state, verb->first, statement->end);
    bool passive = bma_is_passive(state, verb) || verb->role == BMA_CONCEPT_DECLARE;
    if (statement->subject == 0 && joined)
        statement->subject = cutter->last.subject;
    if (statement->subject == 0 && verb->role == BMA_CONCEPT_PERMIT) /* what it is worth hangs on who may */
        statement->subject =
            bma_antecedent_of(state, cutter->text, cutter->clause, statement->first, verb->first);
    if (statement->subject == 0 && cutter->lead && verb->first <= cutter->features->first_token + 1)
        statement->subject = cutter->lead->subject;
    if (agent != 0 && (passive || statement->subject == 0))
        statement->shared.actors = agent;
    else if (!bma_is_passive(state, verb))
        statement->shared.actors = statement->subject;
    bma_speaks_of(state, cutter->text, cutter->clause, statement->subject);
}

/* With what it denies by the way; who is free to act and not to act is denied nothing. */
static enum bma_status emit_with_denials(struct cutter *cutter, struct statement statement)
{
    enum bma_modality modality = statement.shared.modality;
    uint32_t end = statement.end, from = statement.verb_end, at;
    enum bma_status status = BMA_OK;

    if (statement.shared.negated || modality == BMA_MODALITY_RIGHT || modality == BMA_MODALITY_PERMIT)
        return emit(cutter, &statement);
    while (status == BMA_OK && (at = bma_denial_from(cutter->state, cutter->text, from, end)) != BMA_NONE) {
        statement.end = at;
        status = emit(cutter, &statement);
        statement.first = at;
        statement.end = bma_conjunction_from(cutter->state, at + 1, end);
        statement.shared.negated = statement.shared.denial = true;
        statement.shared.verb = at;
        if (status == BMA_OK)
            status = emit(cutter, &statement);
        from = statement.first = statement.end;
        statement.shared.negated = statement.shared.denial = false;
    }
    statement.end = end;
    return status == BMA_OK && statement.first < end ? emit(cutter, &statement) : status;
}

static enum bma_status emit_verb(struct cutter *cutter, uint32_t first, uint32_t end,
                                 const struct bma_mark *verb, bool joined)
{
    struct statement statement = {.first = first, .end = end, .verb_end = verb->end};

    statement.shared.verb = verb->first;
    judge_verb(cutter, verb, first, end, &statement.shared);
    judge_surroundings(cutter, &statement, verb->first);
    judge_actors(cutter, &statement, verb, joined);
    if (joined && cutter->last.early_hedge)
        statement.shared.hedged = statement.early_hedge = true;
    return emit_with_denials(cutter, statement);
}

/* Tokens without a verb of their own: inherited by an item, a plain fragment otherwise. */
static enum bma_status emit_bare(struct cutter *cutter, uint32_t first, uint32_t end)
{
    struct statement statement = {.first = first, .end = end, .shared.verb = BMA_NONE};

    if (cutter->lead_in) {
        statement.shared = *cutter->lead_in;
        statement.shared.inherited = true;
        statement.shared.verb = BMA_NONE;
        statement.shared.subordinate = false;
        statement.shared.negated |= bma_opens_denied(cutter->state, cutter->text, first);
        if (cutter->lead->relative)
            statement.shared.actors = cutter->lead->subject;
        statement.subject = statement.shared.actors;
        unsigned agent = bma_agent_of(cutter->state, first, end);
        if (agent != 0 && statement.shared.actors == 0)
            statement.shared.actors = agent;
    } else if (cutter->zone == BMA_ZONE_PREAMBLE) {
        statement.shared.modality = BMA_MODALITY_AIM;
    }
    judge_surroundings(cutter, &statement, first);
    return emit(cutter, &statement);
}

/* A sentence with somebody in it is a statement, even with a verb that no phrase knows. */
static bool is_sentence(const struct cutter *cutter)
{
    const struct bma_clause_features *features = cutter->features;

    return (cutter->zone == BMA_ZONE_OPERATIVE || cutter->zone == BMA_ZONE_REPEATED) &&
           !cutter->text->document->clauses[cutter->clause].is_item && features->actors != 0 &&
           features->end_token - features->first_token >= 5 &&
           (cutter->text->tokens[features->end_token - 1].flags & BMA_TOKEN_STOP);
}

/* Beside a duty an aim is read as one only where a participle can open: at the head, or behind a comma. */
static bool aims(const struct cutter *cutter, const struct bma_mark *verb)
{
    return !cutter->binds || verb->first <= cutter->part + 1 ||
           (cutter->text->tokens[verb->first - 1].flags & BMA_TOKEN_COMMA);
}

/*
 * "are met by the employer and shall not be passed on": the statement before a duty that is joined to it by a
 * conjunction stands for itself.  `verb` is an element of the verbs.
 */
static bool stands_alone(const struct cutter *cutter, const struct bma_mark *verb)
{
    const struct bma_features_state *state = cutter->state;
    const struct bma_mark *all = state->verbs.items, *last = all + state->verbs.count;
    const struct bma_mark *next = verb + 1;

    for (size_t i = (size_t)(verb - all); i > 0 && all[i - 1].first >= cutter->part; i--)
        if (all[i - 1].actors == 0) /* only the first of its part */
            return false;
    while (next < last && (next->role == BMA_CONCEPT_DECLARE || next->actors != 0))
        next++;
    if (next == last || next->first > verb->end + ALONE_REACH || next->role == BMA_CONCEPT_AIM)
        return false;
    for (size_t i = bma_marks_from(&state->marks, verb->end);
         i < state->marks.count && state->marks.items[i].first < next->first; i++)
        if (state->marks.items[i].role == BMA_CONCEPT_CONJUNCTION && state->marks.items[i].end == next->first)
            return true;
    return false;
}

static bool counts(const struct cutter *cutter, const struct bma_mark *verb, bool real)
{
    if (verb->actors != 0) /* stands in a stretch */
        return false;
    if (verb->role == BMA_CONCEPT_AIM)
        return aims(cutter, verb);
    if (verb->role == BMA_CONCEPT_DECLARE)
        return !cutter->lead_in && (!real || stands_alone(cutter, verb));
    return verb->role != BMA_CONCEPT_DEFINITION || !cutter->has_real;
}

static void weaken(const struct cutter *cutter, struct bma_mark *verb, const struct bma_mark *other)
{
    if (modality_of(cutter, other->role) < modality_of(cutter, verb->role))
        verb->role = other->role;
    verb->end = other->end;
}

/* The next verb of the main line in [.., end) from index *v; alternatives side by side become the weaker. */
static bool next_verb(const struct cutter *cutter, size_t *v, uint32_t end, bool real, struct bma_mark *out)
{
    const struct bma_marks *verbs = &cutter->state->verbs;

    for (; *v < verbs->count && verbs->items[*v].first < end; ++*v) {
        if (!counts(cutter, &verbs->items[*v], real))
            continue;
        *out = verbs->items[(*v)++];
        for (const struct bma_mark *other = out;
             (other = bma_rival_verb(cutter->state, cutter->text, cutter->features, other, v)) != NULL;)
            weaken(cutter, out, other);
        return true;
    }
    return false;
}

/* Whether a verb of obligation counts in [.., end); sets cutter->binds on the way. */
static bool part_has_real(struct cutter *cutter, size_t v, uint32_t end)
{
    const struct bma_marks *verbs = &cutter->state->verbs;
    bool real = false;

    cutter->binds = false;
    for (; v < verbs->count && verbs->items[v].first < end; v++) {
        const struct bma_mark *verb = &verbs->items[v];
        if (verb->role == BMA_CONCEPT_DECLARE || !counts(cutter, verb, true))
            continue;
        real = true;
        cutter->binds |= verb->role != BMA_CONCEPT_AIM && verb->role != BMA_CONCEPT_DEFINITION;
    }
    return real;
}

/* Whether the part goes on with the statement before it: a list mark opens it, or a verb without subject. */
static bool runs_on(const struct cutter *cutter, uint32_t first, uint32_t end, size_t v)
{
    const struct bma_features_state *state = cutter->state;
    size_t mark = bma_marks_from(&state->marks, first);

    if (cutter->last.first >= cutter->last.end || cutter->last.shared.modality == BMA_MODALITY_NONE)
        return false;
    if (mark < state->marks.count && state->marks.items[mark].first == first &&
        state->marks.items[mark].role == BMA_CONCEPT_CONJUNCTION)
        first = state->marks.items[mark].end;
    if (first >= end)
        return false;
    return bma_is_list_mark(cutter->text, first) ||
           (v < state->verbs.count && state->verbs.items[v].first == first &&
            state->verbs.items[v].role == BMA_CONCEPT_DECLARE);
}

static enum bma_status emit_run_on(struct cutter *cutter, uint32_t first, uint32_t end)
{
    struct statement statement = {.first = first, .end = end};

    statement.shared = cutter->last.shared;
    statement.shared.verb = BMA_NONE;
    statement.shared.hedged = cutter->last.early_hedge; /* one that stands in an earlier point stays there */
    statement.shared.subordinate = statement.shared.conditional = statement.shared.excepted = false;
    statement.shared.negated |= bma_opens_denied(cutter->state, cutter->text, first);
    statement.subject = cutter->last.subject;
    statement.early_hedge = cutter->last.early_hedge;
    judge_surroundings(cutter, &statement, first);
    return emit(cutter, &statement);
}

/*
 * One part, [first, end).  *pending is where tokens begin that no statement has taken yet; an item's
 * own words before its first verb stay with what it inherits.
 */
static enum bma_status cut_part(struct cutter *cutter, uint32_t first, uint32_t end, size_t *v,
                                uint32_t *pending)
{
    struct bma_mark verb, next;
    cutter->part = first;
    bool real = part_has_real(cutter, *v, end);
    enum bma_status status = BMA_OK;

    if (!real && *pending == first && runs_on(cutter, first, end, *v)) {
        while (*v < cutter->state->verbs.count && cutter->state->verbs.items[*v].first < end)
            ++*v;
        *pending = end;
        return emit_run_on(cutter, first, end);
    }
    if (!next_verb(cutter, v, end, real, &verb))
        return BMA_OK;
    if (cutter->lead_in && *pending < first) {
        status = emit_bare(cutter, *pending, first);
        *pending = first;
    }
    uint32_t own = real && !cutter->lead_in ? bma_joint_before(cutter->state, cutter->text, *pending, &verb)
                                            : (uint32_t)BMA_NONE;
    if (status == BMA_OK && own != BMA_NONE) {
        struct bma_mark unknown = {own, own, BMA_CONCEPT_DECLARE, 0};
        status = emit_verb(cutter, *pending, own, &unknown, false);
        *pending = own;
    }
    bool joined = false;
    while (status == BMA_OK && real && next_verb(cutter, v, end, real, &next)) {
        uint32_t at = bma_joint_between(cutter->state, cutter->text, &verb, &next);
        status = emit_verb(cutter, *pending, at, &verb, joined);
        *pending = at;
        verb = next;
        joined = true;
    }
    if (status == BMA_OK)
        status = emit_verb(cutter, *pending, end, &verb, joined);
    *pending = end;
    return status;
}

/* Tokens after the last statement go to it: "; its decision is final" with no verb known. */
static enum bma_status finish(struct cutter *cutter, uint32_t pending, uint32_t end, size_t before)
{
    struct bma_features_state *state = cutter->state;

    if (pending >= end)
        return BMA_OK;
    if (state->predicate_count > before) {
        struct bma_predicate rest = cutter->last.shared;
        rest.first = pending;
        rest.end = end;
        rest.negated = false;
        return push(cutter, rest);
    }
    if (!cutter->lead_in && is_sentence(cutter)) {
        struct bma_mark verb = {end, end, BMA_CONCEPT_DECLARE, 0};
        return emit_verb(cutter, pending, end, &verb, false);
    }
    return emit_bare(cutter, pending, end);
}

static enum bma_status cut_clause(struct cutter *cutter)
{
    const struct bma_clause_features *features = cutter->features;
    uint32_t pending = features->first_token, part = features->first_token;
    size_t v = 0, before = cutter->state->predicate_count;

    for (uint32_t i = features->first_token; i < features->end_token; i++) {
        bool stop = (cutter->text->tokens[i].flags & BMA_TOKEN_STOP) && !bma_is_bracket_tag(cutter->text, i);
        if (!stop && i + 1 < features->end_token)
            continue;
        if (stop && bma_stretch_at(cutter->state, i) && i + 1 < features->end_token &&
            bma_stretch_at(cutter->state, i) == bma_stretch_at(cutter->state, i + 1))
            continue;
        enum bma_status status = cut_part(cutter, part, i + 1, &v, &pending);
        if (status != BMA_OK)
            return status;
        part = i + 1;
    }
    return finish(cutter, pending, features->end_token, before);
}

static const struct bma_lead *lead_of(const struct cutter *cutter)
{
    const struct bma_clause *clause = &cutter->text->document->clauses[cutter->clause];

    return !clause->is_item || clause->lead_in >= cutter->clause ? NULL
                                                                 : &cutter->state->leads[clause->lead_in];
}

/* The predicate that an item inherits: its lead-in's last, when that has a verb. */
static const struct bma_predicate *inherited(const struct cutter *cutter, struct bma_predicate *copy)
{
    if (cutter->lead == NULL)
        return NULL;
    uint32_t index = cutter->lead->predicate;
    if (index == BMA_NONE)
        return NULL;
    *copy = cutter->state->predicates[index];
    if (bma_row_assigns(cutter->state, cutter->text,
                        cutter->text->document->clauses[cutter->clause].lead_in)) {
        copy->modality = BMA_MODALITY_DECLARE;
        copy->actors = bma_row_actors(cutter->state, cutter->text, cutter->clause);
    }
    return copy->modality == BMA_MODALITY_NONE ? NULL : copy;
}

static enum bma_status cut_operative(struct cutter *cutter, struct bma_clause_features *features)
{
    const struct bma_marks *verbs = &cutter->state->verbs;
    struct bma_predicate copy;
    enum bma_status status = bma_stretches_find(cutter->state, cutter->text, features->first_token,
                                                features->end_token, cutter->error);

    if (status != BMA_OK)
        return status;
    for (size_t i = 0; i < verbs->count; i++)
        cutter->has_real |= verbs->items[i].actors == 0 && verbs->items[i].role != BMA_CONCEPT_DECLARE &&
                            verbs->items[i].role != BMA_CONCEPT_DEFINITION;
    cutter->lead = lead_of(cutter);
    cutter->lead_in = inherited(cutter, &copy);
    features->definition =
        !cutter->has_real && bma_clause_defines(cutter->state, cutter->text, cutter->clause);
    return cut_clause(cutter);
}

enum bma_status bma_predicates_compute(struct bma_features_state *state, const struct bma_annotated *text,
                                       uint32_t clause, struct bma_clause_features *features,
                                       struct bma_error *error)
{
    struct cutter cutter = {.state = state,
                            .text = text,
                            .clause = clause,
                            .features = features,
                            .zone = text->document->clauses[clause].zone,
                            .error = error};
    size_t first = state->predicate_count;
    enum bma_status status = BMA_OK;

    state->leads[clause] = (struct bma_lead){.predicate = BMA_NONE};
    for (size_t i = 0; i < state->actors.count; i++)
        features->actors |= state->actors.items[i].actors;
    if (cutter.zone == BMA_ZONE_TITLE || cutter.zone == BMA_ZONE_HEADING || cutter.zone == BMA_ZONE_CLOSING)
        status =
            push(&cutter, (struct bma_predicate){.first = features->first_token, .end = features->end_token});
    else if (features->first_token < features->end_token)
        status = cut_operative(&cutter, features);
    bma_lead_judge(state, features, &state->leads[clause]);
    features->first_predicate = (uint32_t)first;
    features->predicate_count = (uint32_t)(state->predicate_count - first);
    return status;
}
